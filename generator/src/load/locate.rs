//! Where the values of loaded documents stand in the texts they came from.
//!
//! In: a [`Place`], whose pointer is that of the loaded document.
//! Out: file, line and column in the source. Only asked for when a finding is printed.
//! Never: changes anything. What an overlay has put into a document is shown in the overlay; a place that no text has a trace of, at the
//! nearest value around it.

mod json;
mod yaml;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::at::Moves;
use super::overlay::Trace;
use super::specs::SpecSet;
use super::text::{SourceText, Syntax};
use crate::location::{Locate, Place, SourceLocation};

/// The texts of all files, what overlays have changed in them and what conversion moved.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    label: String,
    files: BTreeMap<Arc<str>, Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    source: SourceText,
    trace: Arc<Trace>,
    moves: Moves,
    /// Pointer → byte offset, made when the first finding of the file is printed.
    offsets: OnceLock<BTreeMap<String, usize>>,
}

impl Texts {
    /// The texts of a source. `label` is how its root is written in messages.
    pub(super) fn new(label: &str, files: BTreeMap<Arc<str>, SourceText>) -> Self {
        let mut texts = Self {
            label: label.to_owned(),
            files: BTreeMap::new(),
        };
        texts.add(files);
        texts
    }

    /// Adds further files.
    pub(super) fn add(&mut self, files: BTreeMap<Arc<str>, SourceText>) {
        let files = files.into_iter().map(|(path, source)| {
            let entry = Entry {
                source,
                trace: Arc::default(),
                moves: Moves::default(),
                offsets: OnceLock::new(),
            };
            (path, entry)
        });
        for (path, entry) in files {
            self.files.entry(path).or_insert(entry);
        }
    }

    /// Says where the values of the amended documents come from.
    pub(super) fn amended(&mut self, traces: &BTreeMap<Arc<str>, Arc<Trace>>) {
        for (path, trace) in traces {
            if let Some(entry) = self.files.get_mut(path) {
                entry.trace = Arc::clone(trace);
            }
        }
    }

    /// Says what conversion moved in a file.
    pub(super) fn moved(&mut self, path: &str, moves: Moves) {
        if let Some(entry) = self.files.get_mut(path) {
            entry.moves = moves;
        }
    }
}

impl SpecSet {
    /// The pointer of a value in its description as it was before conversion, with what overlays have changed; `None` when no text has
    /// a trace of the value.
    pub fn source_pointer(&self, place: &Place) -> Option<String> {
        let entry = self.texts.files.get(&place.document)?;
        let amended = entry.moves.source_of(&place.pointer);
        let origin = entry.trace.origin(&place.document, &amended);
        let (found, _) = self
            .texts
            .files
            .get(&origin.document)?
            .nearest(&origin.pointer);
        (found == origin.pointer).then_some(amended)
    }
}

impl Locate for SpecSet {
    fn locate(&self, place: &Place) -> Option<SourceLocation> {
        self.texts.locate(place)
    }
}

impl Locate for Texts {
    fn locate(&self, place: &Place) -> Option<SourceLocation> {
        let entry = self.files.get(&place.document)?;
        if let Some((line, column)) = place.position() {
            let file = format!("{}{}", self.label, place.document);
            let text = &entry.source.text;
            return Some(SourceLocation::at_position(&file, text, line, column));
        }
        let amended = entry.moves.source_of(&place.pointer);
        let origin = entry.trace.origin(&place.document, &amended);
        let entry = self.files.get(&origin.document)?;
        let file = format!("{}{}", self.label, origin.document);
        let text = &entry.source.text;
        let (pointer, offset) = entry.nearest(&origin.pointer);
        Some(SourceLocation::at_offset(
            &file,
            &format!("#{pointer}"),
            text,
            offset,
        ))
    }
}

impl Entry {
    /// The value at the pointer, or else the nearest one around it, and its byte offset.
    fn nearest<'p>(&self, pointer: &'p str) -> (&'p str, usize) {
        let offsets = self.offsets.get_or_init(|| match self.source.syntax {
            Syntax::Json => json::index(&self.source.text),
            Syntax::Yaml => yaml::index(&self.source.text),
        });
        let mut pointer = pointer;
        loop {
            if let Some(offset) = offsets.get(pointer) {
                return (pointer, *offset);
            }
            match pointer.rsplit_once('/') {
                Some((shorter, _)) => pointer = shorter,
                None => return ("", 0),
            }
        }
    }
}
