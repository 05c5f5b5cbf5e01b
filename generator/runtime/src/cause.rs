//! Why a request got no answer, in one text.
//!
//! In: an error of the pipeline and the URL that was asked. Out: an error of the same kind whose text has all causes.
//! Never: shows values of the URL's query: a signature may be among them, and transports put the URL into their errors.
//!
//! Left readable are the parameters that `azure_core` shows in its logs too (`api-version`).

use std::error::Error as StdError;
use std::{fmt, iter};

use azure_core::error::{Error, ErrorKind};
use azure_core::http::{DEFAULT_ALLOWED_QUERY_PARAMETERS, Sanitizer, Url};

/// The same error with its causes in its text: the pipeline's own text often says only that it will not try again.
pub(crate) fn told(error: Error, url: &Url) -> Error {
    if matches!(error.kind(), ErrorKind::HttpResponse { .. }) {
        return error;
    }
    let text = with_causes(&error);
    let secret = Secret::of(url);
    match secret {
        Some(secret) if secret.is_in(&text) || secret.is_in(&format!("{error:?}")) => {
            let text = text.replace(&secret.query, &secret.shown);
            let kind = error.kind().clone();
            Error::new(
                kind,
                Censored {
                    text,
                    secret,
                    error,
                },
            )
        }
        _ if error.source().is_none() => error,
        _ => error.with_context(text),
    }
}

/// What `azure_core`'s retry policy puts before the cause. Neither says what went wrong.
const ABOUT_REPETITION: [&str; 2] = [
    "non-transport error occurred which will not be retried",
    "retry policy expired and the request will no longer be retried",
];

fn with_causes(error: &Error) -> String {
    let mut text = String::new();
    let all = iter::once(error.to_string()).chain(causes(error).map(ToString::to_string));
    for cause in all.filter(|cause| !ABOUT_REPETITION.contains(&cause.as_str())) {
        if text.is_empty() {
            text = cause;
        } else if !text.contains(&cause) {
            text.push_str(": ");
            text.push_str(&cause);
        }
    }
    if text.is_empty() {
        return error.to_string();
    }
    text
}

/// What is behind `error`, nearest first.
pub(crate) fn causes(error: &Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    iter::successors(error.source(), |&cause| cause.source())
}

/// A query that must not be shown.
struct Secret {
    query: String,
    shown: String,
}

impl Secret {
    /// Nothing when all of the query may be shown.
    fn of(url: &Url) -> Option<Self> {
        let query = url.query().filter(|query| !query.is_empty())?;
        let shown = url.sanitize(&DEFAULT_ALLOWED_QUERY_PARAMETERS);
        let (_, shown) = shown.split_once('?')?;
        (shown != query).then(|| Self {
            query: query.to_owned(),
            shown: shown.to_owned(),
        })
    }

    fn is_in(&self, text: &str) -> bool {
        text.contains(&self.query)
    }
}

/// An error that shows a secret, behind a text that does not. Of its causes those without the secret stay visible.
struct Censored {
    text: String,
    secret: Secret,
    error: Error,
}

impl fmt::Display for Censored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Censored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Censored")
            .field("text", &self.text)
            .field("source", &self.source())
            .finish()
    }
}

impl StdError for Censored {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        causes(&self.error).find(|cause| !self.secret.is_in(&format!("{cause} {cause:?}")))
    }
}
