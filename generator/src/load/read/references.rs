//! `$ref` → the canonical reference, or what it leads to.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::Reader;
use crate::load::at::At;
use crate::load::component;
use crate::load::reference::{self, Target};

/// What a reference to something other than a schema leads to.
pub(super) enum Destination<'a> {
    /// A component: it stays a reference, in canonical form.
    Component(String),
    /// Something else that has to be read in place: the file it is written in, and its value.
    Elsewhere(Arc<str>, &'a Value),
    /// Nothing; the reference stays, and the next stage says that it leads to nothing.
    Nowhere(String),
}

impl<'a> Reader<'a> {
    /// The target of an object's `$ref`. What cannot be understood was reported when the files were gathered.
    pub(super) fn target(&self, map: &Map<String, Value>) -> Option<Target> {
        let text = map.get("$ref")?.as_str()?;
        reference::parse(&self.text, text).ok()
    }

    /// The canonical reference to a schema.
    pub(super) fn schema_reference(&self, target: &Target) -> String {
        match self.hoists.name(target) {
            Some(name) => component::reference(&target.document, "schemas", name),
            None => {
                component::canonical(self.gathered, target).unwrap_or_else(|| target.to_string())
            }
        }
    }

    /// The canonical reference to something that is no schema; one to nowhere stays as it is.
    pub(super) fn canonical(&self, target: &Target) -> String {
        component::canonical(self.gathered, target).unwrap_or_else(|| target.to_string())
    }

    /// What a reference to a parameter, response, header or body leads to.
    pub(super) fn destination(&self, target: &Target) -> Destination<'a> {
        let gathered = self.gathered;
        if let Some(reference) = component::canonical(gathered, target) {
            return Destination::Component(reference);
        }
        match component::resolve(gathered, target) {
            Some((target, value)) if value.is_object() => {
                Destination::Elsewhere(target.document, value)
            }
            _ => Destination::Nowhere(target.to_string()),
        }
    }

    /// Warns of what stands beside a reference and cannot be honoured; a description is only a comment on the place.
    pub(super) fn drop_siblings(&mut self, map: &Map<String, Value>, what: &str, at: &At<'_>) {
        let others = map
            .keys()
            .map(String::as_str)
            .filter(|key| !matches!(*key, "$ref" | "description" | "summary"));
        let others: Vec<&str> = others.collect();
        if !others.is_empty() {
            let place = self.place(at);
            self.diagnostics
                .siblings_of_reference(&place, what, &others);
        }
    }

    /// The component that the schema at this place becomes because something else refers to it.
    pub(super) fn hoisted(&self, at: &At<'_>) -> Option<String> {
        // Of a text that is read in place of another one the pointers are not its own.
        let names = self
            .hoists
            .of(&self.text)
            .filter(|_| self.text == self.document)?;
        let name = names.get(&at.source())?;
        Some(component::reference(&self.text, "schemas", name))
    }
}
