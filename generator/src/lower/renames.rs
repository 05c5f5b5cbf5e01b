//! Names chosen by hand in the manifest's `[rename]`.
//!
//! In: the table, whose keys are places in the *source* texts, with what overlays have changed in them, and the loaded documents.
//! Out: the name for a place in a *loaded* document; an error for each key that stands for nothing with a name.
//! Never: renames anything itself.

use indexmap::IndexMap;

use crate::diagnostic::Diagnostics;
use crate::load::SpecSet;
use crate::location::Place;
use crate::manifest::Manifest;

/// The table of names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Renames<'a> {
    names: &'a IndexMap<String, String>,
    specs: &'a SpecSet,
}

impl<'a> Renames<'a> {
    /// The manifest's table.
    pub fn of(specs: &'a SpecSet, manifest: &'a Manifest) -> Self {
        Self {
            names: &manifest.rename,
            specs,
        }
    }

    /// The name chosen for a value of a loaded document. The value must stand in the source, since a place without a trace
    /// there would get the name of what is around it.
    pub fn at(&self, place: &Place) -> Option<&'a str> {
        // Finding a place in its text is slow, and most manifests rename nothing in most documents.
        let mut keys = self.names.keys();
        let concerned =
            |key: &String| document_of(key).is_some_and(|(path, _)| path == &*place.document);
        if !keys.any(concerned) {
            return None;
        }
        let pointer = self.specs.source_pointer(place)?;
        let key = format!("{}#{pointer}", place.document);
        self.names.get(&key).map(String::as_str)
    }
}

/// Reports each entry of `[rename]` that names no definition, property or enum value.
///
/// To be called once for a manifest: an entry may belong to any of its services.
pub(super) fn check(specs: &SpecSet, manifest: &Manifest, diagnostics: &mut Diagnostics) {
    for key in manifest.rename.keys() {
        let names_something = document_of(key)
            .is_some_and(|(path, pointer)| has_a_name(pointer) && exists(specs, path, pointer));
        if !names_something {
            let place = Place::document(&manifest.path).key("rename").key(key);
            diagnostics.rename_without_effect(&place, key);
        }
    }
}

/// Document and pointer of a key.
fn document_of(key: &str) -> Option<(&str, &str)> {
    key.split_once('#')
}

/// Whether the source text has a value there.
fn exists(specs: &SpecSet, path: &str, pointer: &str) -> bool {
    let Some(document) = specs.documents.get(path) else {
        return false;
    };
    let place = Place::new(&document.path, pointer);
    specs.source_pointer(&place).as_deref() == Some(pointer)
}

/// Whether the pointer has the form of a definition, a property, an enum value, or the name of an enumeration.
fn has_a_name(pointer: &str) -> bool {
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    match steps.as_slice() {
        ["definitions", _] | ["components", "schemas", _] => true,
        [.., "properties", _] | [.., "x-ms-enum", "name"] => true,
        [.., "enum", index] => index.parse::<usize>().is_ok(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_name() {
        for pointer in [
            "/definitions/A",
            "/definitions/A/properties/b",
            "/definitions/A/enum/3",
        ] {
            assert!(has_a_name(pointer), "{pointer}");
        }
        for pointer in [
            "",
            "/definitions",
            "/definitions/A/description",
            "/definitions/A/enum/x",
        ] {
            assert!(!has_a_name(pointer), "{pointer}");
        }
    }
}
