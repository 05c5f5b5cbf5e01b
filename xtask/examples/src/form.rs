//! Forms as bodies.
//!
//! In: the fields that an example gives, and a request that was sent. Out: what differs.
//! Never: asks for one of two encodings where the description has both: that which was sent is read.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::request::Text;
use crate::server::Sent;
use crate::verdict::{Kind, Problem};

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its content.
    pub content: Content,
}

/// The content of a field.
#[derive(Clone, Debug)]
pub enum Content {
    /// A text.
    Text(Text),
    /// JSON.
    Json(Value),
    /// A file.
    File(Vec<u8>),
}

impl Content {
    fn fits(&self, came: &[u8]) -> bool {
        match self {
            Self::Text(text) => text.fits(&String::from_utf8_lossy(came)),
            Self::Json(value) => {
                serde_json::from_slice::<Value>(came).is_ok_and(|came| came == *value)
            }
            Self::File(bytes) => bytes == came,
        }
    }

    fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.text.clone(),
            Self::Json(value) => value.to_string(),
            Self::File(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        }
    }
}

/// What of the fields is not as expected.
pub fn differences(fields: &[Field], sent: &Sent, found: &mut Vec<Problem>) {
    let media_type = sent.headers.get("content-type").map_or("", String::as_str);
    let parts = match boundary(media_type) {
        Some(boundary) => multipart(&sent.body, &boundary),
        None => Some(pairs(&sent.body)),
    };
    let Some(mut parts) = parts else {
        let text = String::from_utf8_lossy(&sent.body);
        return found.push(Problem::new(
            Kind::Body,
            "/parameters",
            "parts of a form",
            &text,
        ));
    };
    for field in fields {
        let first = parts.iter().position(|(name, _)| *name == field.name);
        let came = first.map(|index| parts.remove(index).1);
        if !came.as_ref().is_some_and(|came| field.content.fits(came)) {
            let pointer = format!("/parameters{}", crate::documents::step(&field.name));
            let expected = format!("the field {}: {}", field.name, field.content.shown());
            let came = came.map_or("nothing".into(), |came| {
                String::from_utf8_lossy(&came).into_owned()
            });
            found.push(Problem::new(Kind::Body, &pointer, &expected, &came));
        }
    }
    for (name, _) in parts {
        found.push(Problem::new(
            Kind::Body,
            "/parameters",
            "no such field",
            &name,
        ));
    }
}

/// What stands between the parts; nothing for another media type.
fn boundary(media_type: &str) -> Option<String> {
    let (essence, parameters) = media_type.split_once(';')?;
    let mut parameters = parameters.split(';');
    let boundary = parameters.find_map(|one| one.trim().strip_prefix("boundary="))?;
    let is_form = essence.trim().eq_ignore_ascii_case("multipart/form-data");
    is_form.then(|| boundary.trim_matches('"').to_owned())
}

fn pairs(body: &[u8]) -> Vec<(String, Vec<u8>)> {
    let text = String::from_utf8_lossy(body).replace('+', " ");
    let decoded = |text: &str| percent_decode_str(text).collect::<Vec<u8>>();
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (
                String::from_utf8_lossy(&decoded(name)).into_owned(),
                decoded(value),
            )
        })
        .collect()
}

/// The parts with their names; nothing when the body is none of a form (RFC 7578).
fn multipart(body: &[u8], boundary: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let delimiter = format!("--{boundary}");
    let mut rest = after(body, delimiter.as_bytes())?;
    let mut parts = Vec::new();
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let end = position(part, format!("\r\n{delimiter}").as_bytes())?;
        let (part, next) = part.split_at(end);
        let head = position(part, b"\r\n\r\n")?;
        let (head, content) = part.split_at(head);
        parts.push((
            name(&String::from_utf8_lossy(head))?,
            content.get(4..)?.to_vec(),
        ));
        rest = next.get(2 + delimiter.len()..)?;
    }
    rest.starts_with(b"--").then_some(parts)
}

fn name(head: &str) -> Option<String> {
    let disposition = head.lines().find(|line| {
        line.to_ascii_lowercase()
            .starts_with("content-disposition:")
    })?;
    let (_, name) = disposition.split_once("; name=\"")?;
    Some(name.split('"').next()?.to_owned())
}

fn position(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len())
        .position(|window| window == wanted)
}

fn after<'t>(text: &'t [u8], wanted: &[u8]) -> Option<&'t [u8]> {
    text.get(position(text, wanted)? + wanted.len()..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_form() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n2\r\n--x\r\ncontent-disposition: form-data; name=\"f\"; filename=\"f\"\r\ncontent-type: a/b\r\n\r\n\r\n--x--\r\n";
        let parts = multipart(body, "x").unwrap();
        assert_eq!(
            parts,
            [
                ("a".to_owned(), b"1\r\n2".to_vec()),
                ("f".to_owned(), Vec::new())
            ]
        );
        assert_eq!(multipart(b"--x\r\n", "x"), None);
        assert_eq!(
            boundary("multipart/form-data; boundary=\"x\"").as_deref(),
            Some("x")
        );
        assert_eq!(boundary("application/x-www-form-urlencoded"), None);
    }

    #[test]
    fn the_pairs_of_a_form() {
        assert_eq!(
            pairs(b"a+b=%C3%BC&c"),
            [
                ("a b".to_owned(), "ü".as_bytes().to_vec()),
                ("c".to_owned(), Vec::new())
            ]
        );
    }
}
