//! Files in, documents out: one `openapiv3::OpenAPI` per file, every reference canonical.
//!
//! In: the manifest's inputs, directives and overlays, and a [`Source`] that reads below one root.
//! Out: a [`SpecSet`]: all documents that the inputs reach, and the example files they name.
//! Never: knows the client model.
//!
//! ```text
//!  fetch ───► overlay ──► gather ──► circles, hoists ──► read ──► examples
//!  bytes      changes     all files  what references     source value      the files that
//!  → value    to values   reachable  among them mean     → openapiv3       operations name
//! ```

mod at;
mod circles;
mod component;
mod dialect;
mod directives;
mod examples;
mod fetch;
mod gather;
mod hoists;
pub mod keywords;
mod locate;
mod overlay;
mod pointer;
mod read;
mod reference;
mod sites;
mod source;
mod specs;
mod text;

use std::sync::Arc;

pub use crate::location::SourceLocation;
pub use dialect::Dialect;
pub use source::{FolderSource, MemorySource, Source, SourceError};
pub use specs::{Document, Found, SpecSet};

use examples::Examples;
use gather::{File, Gathered, Origin};
use locate::Texts;
use text::Decoding;

use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::manifest::Manifest;

/// Loads all inputs of the manifest and every file they refer to.
///
/// What cannot be loaded is in `diagnostics`; after an error the set is incomplete and the caller stops.
pub fn load(manifest: &Manifest, source: &dyn Source, diagnostics: &mut Diagnostics) -> SpecSet {
    let mut gathered = gather::gather(manifest, source, diagnostics);
    circles::report(&gathered, diagnostics);

    let texts = std::mem::take(&mut gathered.texts);
    let mut specs = SpecSet {
        texts: Texts::new(source.label(), texts),
        ..SpecSet::default()
    };
    specs.texts.amended(&gathered.traces);
    if diagnostics.has_errors() {
        return specs;
    }
    convert(&gathered, &mut specs, diagnostics);
    read_examples(&gathered, &mut specs, source, diagnostics);
    specs
}

/// Source values → documents.
fn convert(gathered: &Gathered, specs: &mut SpecSet, diagnostics: &mut Diagnostics) {
    let hoists = hoists::plan(gathered);
    for (path, file) in &gathered.files {
        let reading = read::read(path, gathered, &hoists, &mut specs.extensions, diagnostics);
        report_text(path, file, &reading.moves, diagnostics);
        specs.texts.moved(path, reading.moves);
        let document = Document {
            path: Arc::clone(path),
            api: reading.api,
        };
        specs.documents.insert(Arc::clone(path), document);
    }
}

/// What was found while parsing, placed in the loaded document.
fn report_text(path: &str, file: &File, moves: &at::Moves, diagnostics: &mut Diagnostics) {
    if file.decoding == Decoding::Lossy {
        diagnostics.not_utf8(&Place::document(path));
    }
    for pointer in &file.doubles {
        let place = Place::new(path, &moves.loaded_of(pointer));
        let name = pointer::steps(pointer).pop().unwrap_or_default();
        diagnostics.member_twice(&place, &name);
    }
}

/// The examples of the inputs' operations.
fn read_examples(
    gathered: &Gathered,
    specs: &mut SpecSet,
    source: &dyn Source,
    diagnostics: &mut Diagnostics,
) {
    let mut examples = Examples::default();
    let inputs = gathered
        .files
        .iter()
        .filter(|(_, file)| file.origin == Origin::Input);
    for (path, _) in inputs {
        if let Some(document) = specs.documents.get(path) {
            examples.read(path, &document.api, source, diagnostics);
        }
    }
    specs.examples = examples.values;
    specs.texts.add(examples.texts);
}
