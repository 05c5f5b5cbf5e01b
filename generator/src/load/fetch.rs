//! Path of a file → its value.
//!
//! In: a path below the source root, and the place that asks for the file.
//! Out: [`Fetched`], its text kept for messages; `None` after a finding that says why there is nothing.
//! Never: looks at the value.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::reference::Refusal;
use super::source::{Source, SourceError};
use super::text::{self, Complaint, Decoding, SourceText};
use crate::diagnostic::Diagnostics;
use crate::location::Place;

/// One parsed file.
pub(super) struct Fetched {
    /// All of it.
    pub(super) value: Value,
    /// Pointers of members that stand twice.
    pub(super) doubles: Vec<String>,
    /// Whether bytes had to be replaced.
    pub(super) decoding: Decoding,
    /// Bytes of its text.
    pub(super) length: usize,
}

/// Reads and parses a file. `by` is where it is named: in the manifest, or in a reference.
pub(super) fn fetch(
    path: &Arc<str>,
    by: &Place,
    source: &dyn Source,
    texts: &mut BTreeMap<Arc<str>, SourceText>,
    diagnostics: &mut Diagnostics,
) -> Option<Fetched> {
    let bytes = match source.read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            unread(by, path, error, diagnostics);
            return None;
        }
    };
    let (text, decoding) = text::decode(path, bytes);
    let parsed = text::parse(&text);
    let length = text.text.len();
    texts.insert(Arc::clone(path), text);
    match parsed {
        Ok(parsed) => Some(Fetched {
            value: parsed.value,
            doubles: parsed.doubles,
            decoding,
            length,
        }),
        Err(error) => {
            let place = Place::at(path, error.line, error.column);
            match error.complaint {
                Complaint::TooDeep => diagnostics.nested_too_deeply(&place, text::DEEPEST),
                Complaint::Syntax(reason) => diagnostics.not_json_or_yaml(&place, &reason),
            }
            None
        }
    }
}

/// Reports a path that may not be followed.
pub(super) fn refuse(diagnostics: &mut Diagnostics, place: &Place, text: &str, refusal: Refusal) {
    match refusal {
        Refusal::Outside => diagnostics.outside_root(place, text),
        Refusal::Remote | Refusal::NoPointer | Refusal::Malformed => {
            diagnostics.unsupported_reference(place, text)
        }
    }
}

fn unread(by: &Place, path: &str, error: SourceError, diagnostics: &mut Diagnostics) {
    match error {
        SourceError::Missing => diagnostics.missing_file(by, path),
        SourceError::Unreadable => diagnostics.unreadable_file(by, path),
        SourceError::Outside => diagnostics.outside_root(by, path),
    }
}
