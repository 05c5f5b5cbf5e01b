//! URLs that a caller gives: an endpoint, or the values of a host template.
//!
//! In: text of the caller. Out: an http(s) URL without a slash at its end.
//! Never: lets a value change which host is called.

use azure_core::error::{Error, ErrorKind};
use azure_core::{Result, http::Url};

use crate::request::template::{Piece, encode_segment, pieces};
use crate::shown::shown;

/// Reads an endpoint: http or https, with a host. A host without a scheme, as portals show it (`name.example`, `localhost:8443/path`), is one of
/// https. Trailing slashes and a fragment are dropped; path, port and query stay.
pub(crate) fn parse_endpoint(text: &str) -> Result<Url> {
    let refuse = |why: &str| {
        let message = format!(
            "the endpoint {:?} cannot be used: {why}; give an absolute URL such as https://name.example",
            shown(text)
        );
        Err(Error::with_message(ErrorKind::Other, message))
    };
    let scheme = if begins_with_host(text) {
        "https://"
    } else {
        ""
    };
    let mut url = match Url::parse(&format!("{scheme}{text}")) {
        Ok(url) => url,
        Err(error) => return refuse(&error.to_string()),
    };
    if !matches!(url.scheme(), "https" | "http") {
        return refuse("its scheme is neither https nor http");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refuse("it carries a user name or a password");
    }
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&path);
    url.set_fragment(None);
    Ok(url)
}

/// Whether a text begins with what can only be a host: a name with a dot in it, or `localhost`.
fn begins_with_host(text: &str) -> bool {
    let host = text.split(['/', ':', '?', '#']).next().unwrap_or_default();
    is_host(host)
        && (host.contains('.') || host.eq_ignore_ascii_case("localhost"))
        && !text.contains("://")
}

/// As [`parse_endpoint`], for an endpoint that gets access tokens: https alone. The pipeline would refuse each request, in
/// words that do not say what to do.
pub(crate) fn parse_secure_endpoint(text: &str) -> Result<Url> {
    let url = parse_endpoint(text)?;
    if url.scheme() == "https" {
        return Ok(url);
    }
    let message = format!(
        "the endpoint {:?} cannot be used: access tokens and keys do not go over plain http; \
         give an https URL such as https://name.example",
        shown(text)
    );
    Err(Error::with_message(ErrorKind::Other, message))
}

/// Fills a host template: `https://{account}.{zone}`, `{endpoint}/face/{version}`.
///
/// What a value may be depends on where its placeholder stands, so that no value can lead to another host:
///
/// * before any scheme (`{endpoint}…`): a whole http(s) URL, or a host, which is one of https;
/// * inside the host: letters, digits, `-`, `_` and `.`; the last placeholder of the host may bring a port (`name:8080`);
/// * after the host: one path segment, which is percent-encoded.
///
/// # Errors
///
/// [`ErrorKind::Other`] for any other value, an empty one, and a placeholder without a value. The text names the parameter.
///
/// ```
/// # fn main() -> azure_core::Result<()> {
/// let host = armature_runtime::fill_host("https://{account}.{zone}", &[("account", "contoso"), ("zone", "example.net")])?;
/// assert_eq!(host, "https://contoso.example.net");
/// assert!(armature_runtime::fill_host("https://{account}.example.net", &[("account", "evil.example/")]).is_err());
/// # Ok(())
/// # }
/// ```
pub fn fill_host(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::with_capacity(template.len() + 32);
    let pieces = pieces(template);
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => filled.push_str(text),
            Piece::Placeholder(name) => {
                let value = values.iter().find(|(known, _)| known == name);
                let value = value.map(|(_, value)| *value).unwrap_or_default();
                let ends_host = match pieces.get(index + 1) {
                    None => true,
                    Some(Piece::Text(next)) => next.starts_with(['/', '?']),
                    Some(Piece::Placeholder(_)) => false,
                };
                let place = Place::after(&filled, ends_host);
                filled.push_str(
                    &place
                        .accept(value)
                        .ok_or_else(|| refused(name, value, place))?,
                );
            }
        }
    }
    Ok(filled)
}

/// Where a placeholder of a host template stands.
#[derive(Clone, Copy)]
enum Place {
    WholeUrl,
    InsideHost,
    EndOfHost,
    Path,
}

impl Place {
    fn after(filled: &str, ends_host: bool) -> Self {
        match filled.split_once("://") {
            None => Self::WholeUrl,
            Some((_, rest)) if rest.contains('/') => Self::Path,
            Some(_) if ends_host => Self::EndOfHost,
            Some(_) => Self::InsideHost,
        }
    }

    fn accept(self, value: &str) -> Option<String> {
        match self {
            Self::WholeUrl => {
                let url = parse_endpoint(value).ok()?;
                (url.query().is_none()).then(|| url.as_str().trim_end_matches('/').to_owned())
            }
            Self::InsideHost => is_host(value).then(|| value.to_owned()),
            Self::EndOfHost => {
                let (host, port) = value.split_once(':').unwrap_or((value, "0"));
                let port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
                (is_host(host) && port).then(|| value.to_owned())
            }
            Self::Path => encode_segment(value),
        }
    }

    fn wanted(self) -> &'static str {
        match self {
            Self::WholeUrl => "a host or an absolute http(s) URL, without a query",
            Self::InsideHost => "a part of a host name",
            Self::EndOfHost => "a part of a host name, with or without a port",
            Self::Path => "a path segment: neither empty nor `.` nor `..`",
        }
    }
}

fn is_host(value: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    value.bytes().all(allowed) && value.split('.').all(|label| !label.is_empty())
}

fn refused(name: &str, value: &str, place: Place) -> Error {
    let wanted = place.wanted();
    Error::with_message(
        ErrorKind::Other,
        format!(
            "the host parameter `{name}` cannot be {:?}: it must be {wanted}",
            shown(value)
        ),
    )
}
