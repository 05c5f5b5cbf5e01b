//! Works out the path and the query in it that a request must have.
//!
//! In: the pieces of a path and the texts of its parameters.
//! Out: the path as it goes over the wire.
//! Never: lets a value be more than its place in the path.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::lower::examples::scalars::Expected;
use crate::model::{ParameterLocation, PathPiece};

/// A path without its query, and the pairs of that, decoded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Expanded {
    /// Percent-encoded.
    pub path: String,
    /// In order.
    pub query: Vec<(String, String)>,
}

/// The path with its values. `text` gives a parameter's text by wire name; an absent one is empty.
pub(super) fn expand<'t>(
    pieces: &[PathPiece],
    text: impl Fn(&str) -> Option<(Cow<'t, str>, ParameterLocation)>,
) -> Result<Expanded, (String, Expected)> {
    let mut path = String::new();
    for piece in pieces {
        match piece {
            PathPiece::Text(text) => path.push_str(text),
            PathPiece::Parameter(wire) => {
                if let Some((text, location)) = text(wire) {
                    if location == ParameterLocation::PathVerbatim && text == "/" {
                        // The scope of which all others are parts has no segment.
                        path.truncate(path.trim_end_matches('/').len());
                        continue;
                    }
                    let segment = segment(&text, location);
                    path.push_str(&segment.map_err(|expected| (wire.clone(), expected))?);
                }
            }
        }
    }
    let (path, query) = match path.split_once('?') {
        Some((path, query)) => (path.to_owned(), query.to_owned()),
        None => (path, String::new()),
    };
    Ok(Expanded {
        path,
        query: pairs(&query),
    })
}

fn segment(text: &str, location: ParameterLocation) -> Result<String, Expected> {
    if location == ParameterLocation::PathVerbatim {
        let text = text.trim_matches('/');
        let is_dots = |segment: &str| {
            matches!(
                segment.to_ascii_lowercase().replace("%2e", ".").as_str(),
                "." | ".."
            )
        };
        return match text.is_empty() || text.split('/').any(is_dots) {
            true => Err("a path of other segments than `.` and `..`"),
            false => Ok(escape(text, |byte| {
                !byte.is_ascii_control() && byte.is_ascii() && !b" \"#<>?\\^`{|}".contains(&byte)
            })),
        };
    }
    match text {
        "" | "." | ".." => Err("a segment of a path"),
        _ => Ok(encode(text)),
    }
}

/// Everything but unreserved characters (RFC 3986, section 2.3) percent-encoded.
pub(super) fn encode(text: &str) -> String {
    escape(text, |byte| {
        byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
    })
}

fn escape(text: &str, is_kept: impl Fn(u8) -> bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match is_kept(byte) {
            true => escaped.push(char::from(byte)),
            // Writing to a string cannot fail.
            false => _ = write!(escaped, "%{byte:02X}"),
        }
    }
    escaped
}

/// The pairs of a query, decoded.
pub(super) fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect()
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let escaped = match (byte, ahead.next().and_then(hex), ahead.next().and_then(hex)) {
            (b'%', Some(high), Some(low)) => Some(high * 16 + low),
            _ => None,
        };
        match (escaped, byte) {
            (Some(escaped), _) => {
                bytes.push(escaped);
                rest = ahead;
            }
            (None, b'+') => bytes.push(b' '),
            (None, byte) => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_in_their_segment() {
        let pieces = crate::lower::paths::pieces("/a/{b}/c?comp=list&x=%20+");
        let with =
            |text: &'static str, location| expand(&pieces, |_| Some((text.into(), location)));
        let expanded = with("x/y z", ParameterLocation::Path).expect("fits");
        assert_eq!(expanded.path, "/a/x%2Fy%20z/c");
        assert_eq!(
            expanded.query,
            [
                ("comp".to_owned(), "list".to_owned()),
                ("x".to_owned(), "  ".to_owned())
            ]
        );
        assert!(with("..", ParameterLocation::Path).is_err());
        assert!(with("x/../y", ParameterLocation::PathVerbatim).is_err());
        assert_eq!(
            with("/x/y z", ParameterLocation::PathVerbatim)
                .expect("fits")
                .path,
            "/a/x/y%20z/c"
        );
    }
}
