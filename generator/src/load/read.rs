//! One parsed file → one `openapiv3::OpenAPI`.
//!
//! In: the files as their texts have them ([`Gathered`]) and which of them to read.
//! Out: a [`Reading`]: the description as OpenAPI 3.0, every reference canonical; where its parts stood before; the extensions met.
//! Never: fails as a whole. A keyword of the wrong type costs that keyword, a parameter that cannot be sent costs its operation.
//!
//! The values are put together here and not by openapiv3's own `Deserialize`: that refuses a whole document for one keyword of the wrong
//! type, does not say where, and tries a part again at every level above it, so that a fault at depth n costs 2ⁿ attempts. Only small closed
//! parts (`contact`, security schemes, …) go through serde.

mod bodies;
mod components;
mod document;
mod forms;
mod leaf;
mod media;
mod narrow;
mod operations;
mod parameters;
mod paths;
mod references;
mod responses;
mod schemas;
mod security;
mod servers;
mod swagger_parameters;
mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

use openapiv3::OpenAPI;
use serde_json::{Map, Value};

use super::at::{At, Moves};
use super::dialect::Dialect;
use super::gather::Gathered;
use super::hoists::Hoists;
use super::reference::Target;
use crate::diagnostic::Diagnostics;
use crate::location::Place;

/// One file, read.
pub(super) struct Reading {
    /// See [`Document::api`](super::Document).
    pub(super) api: OpenAPI,
    /// Where its parts stand in the source.
    pub(super) moves: Moves,
}

/// The extensions met, with their places in the loaded document.
pub(super) type Extensions = BTreeMap<String, Vec<Place>>;

/// Reads one of the gathered files.
pub(super) fn read(
    document: &Arc<str>,
    gathered: &Gathered,
    hoists: &Hoists,
    extensions: &mut Extensions,
    diagnostics: &mut Diagnostics,
) -> Reading {
    let mut reader = Reader {
        gathered,
        hoists,
        document: Arc::clone(document),
        text: Arc::clone(document),
        moves: Moves::default(),
        extensions,
        diagnostics,
    };
    let api = document::read(&mut reader);
    Reading {
        api,
        moves: reader.moves,
    }
}

/// What all readers know and note.
struct Reader<'a> {
    gathered: &'a Gathered,
    hoists: &'a Hoists,
    /// The document being put together.
    document: Arc<str>,
    /// The file whose text is being read: another one while a part of it is taken over.
    text: Arc<str>,
    moves: Moves,
    extensions: &'a mut Extensions,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Reader<'a> {
    /// The place of a value in the loaded document.
    fn place(&self, at: &At<'_>) -> Place {
        Place::new(&self.document, &at.loaded())
    }

    /// Notes that conversion moved this value.
    fn moved(&mut self, at: &At<'_>) {
        self.moves.note(at);
    }

    /// Reads something that is written in another file, whose references and defaults are relative to that one.
    fn within<T>(&mut self, text: &Arc<str>, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.text, Arc::clone(text));
        let result = read(self);
        self.text = before;
        result
    }

    /// The members of the file being read.
    fn root(&self) -> Option<&'a Map<String, Value>> {
        self.gathered.root(&self.text)
    }

    /// A value of the document by its pointer in the source.
    fn value_at(&self, pointer: &str) -> Option<&'a Value> {
        let target = Target {
            document: Arc::clone(&self.document),
            pointer: pointer.to_owned(),
        };
        self.gathered.find(&target)
    }

    /// Whether an overlay has put this value into the file being read.
    fn is_amended(&self, at: &At<'_>) -> bool {
        let trace = self.gathered.traces.get(&self.text);
        trace.is_some_and(|trace| trace.origin(&self.text, &at.source()).document != self.text)
    }

    /// The language of the file being read.
    fn dialect(&self) -> Dialect {
        self.gathered
            .dialect(&self.text)
            .unwrap_or(Dialect::OpenApi3)
    }
}
