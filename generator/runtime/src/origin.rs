//! Which URLs of a service may get the caller's access token: those of the endpoint's origin, and no others.

use azure_core::error::{Error, ErrorKind};
use azure_core::{Result, http::Url};

/// Passes a URL that a service (or a stored continuation) names when scheme, host and port are those of `endpoint`.
///
/// The pipeline adds the caller's token to every request, wherever it goes: following a link to another host, or from
/// https to http, would hand the token over.
///
/// # Errors
///
/// [`ErrorKind::Other`] for any other origin; the text names both.
pub(crate) fn checked(endpoint: &Url, link: Url, what: &str) -> Result<Url> {
    if link.origin() == endpoint.origin() {
        return Ok(link);
    }
    let (theirs, ours) = (
        link.origin().ascii_serialization(),
        endpoint.origin().ascii_serialization(),
    );
    Err(Error::with_message(
        ErrorKind::Other,
        format!(
            "{what} leads to {theirs}, but this client talks to {ours}: \
             it was not followed, because the access token would go there"
        ),
    ))
}
