//! The example files that operations name by `x-ms-examples`.
//!
//! In: the loaded input documents.
//! Out: the parsed files, each once.
//! Never: looks into an example.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexMap;
use openapiv3::{OpenAPI, Operation};
use serde_json::Value;

use super::reference;
use super::source::{Source, SourceError};
use super::text::{self, Complaint, Decoding, SourceText};
use crate::diagnostic::Diagnostics;
use crate::location::Place;

/// Example files by path.
#[derive(Debug, Default)]
pub(super) struct Examples {
    pub(super) values: IndexMap<String, Value>,
    pub(super) texts: BTreeMap<Arc<str>, SourceText>,
    /// Files that are not there or not JSON, reported once.
    faulty: BTreeSet<String>,
}

impl Examples {
    /// Reads the examples of all operations of one document.
    pub(super) fn read(
        &mut self,
        path: &str,
        api: &OpenAPI,
        source: &dyn Source,
        diagnostics: &mut Diagnostics,
    ) {
        let document = Place::document(path).key("paths");
        for (path, item) in &api.paths.paths {
            let Some(item) = item.as_item() else { continue };
            for (method, operation) in item.iter() {
                let place = document.key(path).key(method);
                self.read_operation(operation, &place, source, diagnostics);
            }
        }
    }

    fn read_operation(
        &mut self,
        operation: &Operation,
        place: &Place,
        source: &dyn Source,
        diagnostics: &mut Diagnostics,
    ) {
        let examples = operation
            .extensions
            .get("x-ms-examples")
            .and_then(Value::as_object);
        for (name, example) in examples.into_iter().flatten() {
            // An example without a reference stands in the description itself.
            let Some(path) = example.get("$ref").and_then(Value::as_str) else {
                continue;
            };
            let place = place.key("x-ms-examples").key(name);
            self.read_file(path, &place, source, diagnostics);
        }
    }

    fn read_file(
        &mut self,
        path: &str,
        place: &Place,
        source: &dyn Source,
        diagnostics: &mut Diagnostics,
    ) {
        if self.values.contains_key(path) || self.faulty.contains(path) {
            return;
        }
        // A reference that leads out of the root, or to the network, has kept its spelling.
        let read = if reference::is_below_root(path) {
            source.read(path)
        } else {
            Err(SourceError::Outside)
        };
        let bytes = match read {
            Ok(bytes) => bytes,
            Err(error) => {
                self.faulty.insert(path.to_owned());
                match error {
                    SourceError::Missing => diagnostics.example_missing(place, path),
                    SourceError::Unreadable => {
                        diagnostics.example_malformed(place, "the file cannot be read")
                    }
                    SourceError::Outside => diagnostics
                        .example_malformed(place, "the file is not below the source root"),
                }
                return;
            }
        };
        let (text, decoding) = text::decode(path, bytes);
        if decoding == Decoding::Lossy {
            diagnostics.not_utf8(&Place::document(path));
        }
        let parsed = text::parse(&text);
        self.texts.insert(path.into(), text);
        match parsed {
            Ok(parsed) => drop(self.values.insert(path.to_owned(), parsed.value)),
            Err(error) => {
                self.faulty.insert(path.to_owned());
                let reason = match error.complaint {
                    Complaint::TooDeep => "it is nested too deeply",
                    Complaint::Syntax(ref reason) => reason,
                };
                diagnostics.example_malformed(&Place::at(path, error.line, error.column), reason);
            }
        }
    }
}
