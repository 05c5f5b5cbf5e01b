//! Bodies of form fields: `application/x-www-form-urlencoded` and `multipart/form-data`.
//!
//! In: fields one by one, with their texts or files. Out: a body and its media type.
//! Never: has a name or a value end its own line, its quotes or its part.
//!
//! Whoever calls a generated method only meets [`FormFile`], for fields that are files.

mod file;
pub(crate) mod multipart;

use azure_core::fmt::SafeDebug;
use azure_core::http::Body;

pub use file::FormFile;
use multipart::Multipart;

/// A form that is being filled.
#[derive(SafeDebug)]
pub(crate) enum Form {
    /// All fields in a line, as queries are; so far this text.
    UrlEncoded(String),
    /// A part for each field.
    Multipart(Multipart),
}

impl Form {
    /// Adds a field of text.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        match self {
            Self::UrlEncoded(line) => {
                let mut fields = form_urlencoded::Serializer::for_suffix(std::mem::take(line), 0);
                fields.append_pair(name, value);
                *line = fields.finish();
            }
            Self::Multipart(form) => form.text(name, value),
        }
    }

    /// Adds a field of JSON, which a form in one line has as text.
    pub(crate) fn json(&mut self, name: &str, value: &str) {
        match self {
            Self::UrlEncoded(_) => self.text(name, value),
            Self::Multipart(form) => form.json(name, value),
        }
    }

    /// The media type and the body; nothing when no field was added: then the request has no body.
    pub(crate) fn finish(self) -> Option<(String, Body)> {
        match self {
            Self::UrlEncoded(line) if line.is_empty() => None,
            Self::UrlEncoded(line) => Some((
                "application/x-www-form-urlencoded".to_owned(),
                Body::from(line),
            )),
            Self::Multipart(form) => form.finish(),
        }
    }
}
