//! Which requests may be sent again.
//!
//! In: what one try of a request came to. Out: the same, or an error that the retry policy of `azure_core` hands on.
//! Never: sends, waits or counts; when and how often something is sent again stays with the retry policy.
//!
//! By itself `azure_core` sends any request again after 408, 429, 500, 502, 503, 504 and after an exchange that broke off.
//! For POST and PATCH that may do a thing twice: a gateway's 502 does not say that the service behind it did nothing. So
//! they are sent again only where they were not carried out: after 408, 429 and 503, by which the service says so, and
//! when no connection could be made. Source: RFC 9110, section 9.2.2 (idempotent methods). Who knows better of one call says
//! so with [`Repeatable`].
//!
//! Each try sends the whole body: a stream is reset before the first one, too, because its length is that of all of it. The
//! body of an error is read within the try, also where that of a success is left to the caller: an answer that breaks off
//! there is an exchange that broke off.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{Context, Method, RawResponse, Request, StatusCode};

use crate::cause::causes;
use crate::send::{pass_on, unread};

/// Ends the tries of a request that must not be carried out twice. It belongs into the pipeline once a try, behind the
/// authorization, whose own questions and repetitions it must not end.
#[derive(Debug)]
pub(crate) struct RepeatPolicy;

/// In the context of a call: it may be carried out twice, so that POST and PATCH are sent again after any failure after which
/// other methods are.
///
/// Only the caller can know that: that the service tells a repetition by an identifier in the request, say, or that the second
/// time changes nothing.
///
/// ```
/// use armature_runtime::Repeatable;
/// use azure_core::http::{ClientMethodOptions, Context};
///
/// let method_options = ClientMethodOptions {
///     context: Context::new().with_value(Repeatable),
/// };
/// # let _ = method_options;
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Repeatable;

/// In the context of a try: the service cannot act on the request, because it has no token yet.
pub(crate) struct WithoutEffect;

#[async_trait]
impl Policy for RepeatPolicy {
    async fn send(
        &self,
        ctx: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        request.body_mut().reset().await?;
        let result = match pass_on(ctx, request, next).await {
            Ok(answer) if !answer.status().is_success() => {
                answer.try_into_raw_response().await.map(unread)
            }
            other => other,
        };
        let acts = matches!(request.method(), Method::Post | Method::Patch);
        let is_harmless =
            ctx.value::<WithoutEffect>().is_some() || ctx.value::<Repeatable>().is_some();
        if !acts || is_harmless {
            return result;
        }
        match result {
            Ok(answer) if may_have_acted(answer.status()) => {
                match answer.try_into_raw_response().await {
                    Ok(answer) => Err(OnlyTry::Answered(answer).into_error()),
                    Err(error) => Err(OnlyTry::broken(request, error).into_error()),
                }
            }
            Err(error) if error.kind() == &ErrorKind::Io => {
                Err(OnlyTry::broken(request, error).into_error())
            }
            other => other,
        }
    }
}

/// The answer or the error that [`RepeatPolicy`] put into `error`; any other error as it is.
///
/// # Errors
///
/// [`ErrorKind::Io`] when the exchange broke off; else `error`.
pub(crate) fn outcome(error: Error) -> Result<RawResponse> {
    if !causes(&error).any(|cause| cause.is::<OnlyTry>()) {
        return Err(error);
    }
    match error.into_downcast::<OnlyTry>() {
        Ok(OnlyTry::Answered(answer)) => Ok(answer),
        Ok(OnlyTry::Broken { method, error }) => {
            let text = format!(
                "no whole answer to {method} came, and it is not sent again because the service may have acted on it"
            );
            Err(Error::with_error(ErrorKind::Io, error, text))
        }
        // The layers above have put their own texts around it.
        Err(error) => outcome(error.into_downcast::<Error>()?),
    }
}

/// Whether a failure leaves open what the service did.
fn may_have_acted(status: StatusCode) -> bool {
    status.is_server_error() && status != StatusCode::ServiceUnavailable
}

/// What a try came to after which there must be no other.
#[derive(Debug)]
enum OnlyTry {
    Answered(RawResponse),
    Broken { method: Method, error: Error },
}

impl OnlyTry {
    fn broken(request: &Request, error: Error) -> Self {
        Self::Broken {
            method: request.method(),
            error,
        }
    }

    /// An error of a kind that the retry policy does not try again.
    fn into_error(self) -> Error {
        let kind = match &self {
            Self::Answered(answer) => ErrorKind::HttpResponse {
                status: answer.status(),
                error_code: None,
                raw_response: Some(Box::new(answer.clone())),
            },
            Self::Broken { .. } => ErrorKind::Other,
        };
        Error::new(kind, self)
    }
}

impl fmt::Display for OnlyTry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answered(answer) => write!(f, "the service answered {}", answer.status()),
            Self::Broken { error, .. } => error.fmt(f),
        }
    }
}

impl StdError for OnlyTry {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Answered(_) => None,
            Self::Broken { error, .. } => error.source(),
        }
    }
}
