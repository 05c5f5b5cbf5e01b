//! Path templates: placeholders, what may fill them, and how the result becomes part of a URL.
//!
//! In: a template and values. Out: text that a URL parser leaves as it is.
//! Never: looks at the same text twice, so a value that contains `{…}` or `%…` stays one value.

use azure_core::http::Url;
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but `unreserved` (RFC 3986, section 2.3).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// As [`SEGMENT`], with the `$` that stands in many parameter names (`$filter`): a legal character there.
const QUERY_NAME: &AsciiSet = &SEGMENT.remove(b'$');

/// What a URL parser would cut at, drop or turn into a slash. `%` is not in it: the value is encoded already.
const VERBATIM: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What a URL parser would cut a query at, drop or encode. `%`, `&` and `=` are not in it: the value is encoded already.
const QUERY_VERBATIM: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'<').add(b'>');

/// A piece of a template.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Piece<'t> {
    Text(&'t str),
    /// The name between braces.
    Placeholder(&'t str),
}

/// Cuts a template into its pieces. A brace without a partner is text.
pub(crate) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((text, tail)) = rest.split_once('{') {
        let Some((name, after)) = tail.split_once('}') else {
            break;
        };
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        pieces.push(Piece::Placeholder(name));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// A value that may stand in a path, encoded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum PathValue {
    Filled(String),
    /// Only at the end of a path.
    Absent,
    /// The scope `/`, of which all other scopes are parts: no segment, and no slash of its own.
    Root,
}

impl PathValue {
    pub fn segment(value: Option<&str>) -> Result<Self, String> {
        let value = value.unwrap_or_default();
        encode_segment(value)
            .map(Self::Filled)
            .ok_or_else(|| format!("cannot be {value:?}: another resource would be called"))
    }

    pub fn optional_segment(value: Option<&str>) -> Result<Self, String> {
        match value {
            None | Some("") => Ok(Self::Absent),
            Some(_) => Self::segment(value),
        }
    }

    pub fn verbatim(value: Option<&str>) -> Result<Self, String> {
        let value = value.unwrap_or_default();
        if value == "/" {
            return Ok(Self::Root);
        }
        let value = value.trim_matches('/');
        if value.is_empty() {
            return Err("cannot be empty: another resource would be called".to_owned());
        }
        let encoded = utf8_percent_encode(value, VERBATIM).to_string();
        let is_dots = |segment: &str| {
            let plain = segment.to_ascii_lowercase().replace("%2e", ".");
            plain == "." || plain == ".."
        };
        if encoded.split('/').any(is_dots) {
            return Err(format!(
                "cannot be {value:?}: a segment `.` or `..` would call another resource"
            ));
        }
        Ok(Self::Filled(encoded))
    }
}

/// One path segment, percent-encoded; nothing for `""`, `.` and `..`, which no encoding can protect.
pub(crate) fn encode_segment(value: &str) -> Option<String> {
    match value {
        "" | "." | ".." => None,
        _ => Some(utf8_percent_encode(value, SEGMENT).to_string()),
    }
}

/// Appends `name=value` in the encoding of RFC 3986: a blank is `%20`, which every service reads; `+` is not.
pub(crate) fn encode_query(query: &mut String, name: &str, value: &str) {
    query.extend(utf8_percent_encode(name, QUERY_NAME));
    query.push('=');
    query.extend(utf8_percent_encode(value, SEGMENT));
}

/// As [`encode_query`], with the value as it is: only what would end the query, or what no URL has, is encoded.
pub(crate) fn encode_query_verbatim(query: &mut String, name: &str, value: &str) {
    query.extend(utf8_percent_encode(name, QUERY_NAME));
    query.push('=');
    query.extend(utf8_percent_encode(value, QUERY_VERBATIM));
}

/// Fills a template in one pass.
///
/// # Errors
///
/// A placeholder without a value, and an absent value before the end of the path.
pub(crate) fn expand(template: &str, values: &[(&str, PathValue)]) -> Result<String, String> {
    let mut path = String::with_capacity(template.len() + 64);
    let pieces = pieces(template);
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => path.push_str(text),
            Piece::Placeholder(name) => {
                let value = values.iter().rev().find(|(known, _)| known == name);
                match value.map(|(_, value)| value) {
                    Some(PathValue::Filled(text)) => path.push_str(text),
                    Some(PathValue::Root) => path.truncate(path.trim_end_matches('/').len()),
                    Some(PathValue::Absent) => {
                        if matches!(pieces.get(index + 1), Some(Piece::Text(next)) if !next.starts_with('?'))
                        {
                            return Err(format!("the path parameter `{name}` cannot be absent"));
                        }
                    }
                    None => return Err(format!("the path parameter `{name}` has no value")),
                }
            }
        }
    }
    Ok(path)
}

/// Puts an expanded template behind the endpoint's path, and its query and `query` behind the endpoint's query.
///
/// # Errors
///
/// A path that the URL parser would fold into another one: dot segments or backslashes in the template itself.
pub(crate) fn place_in(endpoint: &Url, expanded: &str, query: &str) -> Result<Url, String> {
    let (path, fixed_query) = expanded.split_once('?').unwrap_or((expanded, ""));
    let path = format!(
        "{}/{}",
        endpoint.path().trim_end_matches('/'),
        path.trim_start_matches('/')
    );
    let mut url = endpoint.clone();
    url.set_path(&path);
    if url.path().matches('/').count() != path.matches('/').count() {
        return Err(format!(
            "the path `{path}` would be folded to `{}`",
            url.path()
        ));
    }
    let queries = [endpoint.query().unwrap_or_default(), fixed_query, query];
    let queries: Vec<&str> = queries
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    url.set_query((!queries.is_empty()).then(|| queries.join("&")).as_deref());
    Ok(url)
}
