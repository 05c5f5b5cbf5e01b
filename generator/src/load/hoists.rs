//! Schemas that a reference names inside of something else, or as a whole file, get a name of their own.
//!
//! In: all links between the files.
//! Out: [`Hoists`]: for each file the pointers of such schemas and the component that each becomes.
//! Never: depends on the order of files or references; a name is made of the pointer alone.
//!
//! Only `#/definitions/Name` (Swagger 2.0) and `#/components/schemas/Name` (OpenAPI 3.0) can be referred to after loading. A schema elsewhere,
//! `#/definitions/Pet/properties/tag` or `tag.json`, moves into the components of its file, and a reference takes its old place.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Map, Value};

use super::component;
use super::gather::{Gathered, Link};
use super::pointer;
use super::reference::Target;
use super::sites::Kind;

/// For each file: pointer in the source → name of the component.
#[derive(Debug, Default)]
pub(super) struct Hoists(BTreeMap<Arc<str>, BTreeMap<String, String>>);

impl Hoists {
    /// The pointers of a file that become components, and their names.
    pub(super) fn of(&self, document: &str) -> Option<&BTreeMap<String, String>> {
        self.0.get(document)
    }

    /// The component that the value at `target` becomes.
    pub(super) fn name(&self, target: &Target) -> Option<&str> {
        Some(self.of(&target.document)?.get(&target.pointer)?.as_str())
    }
}

/// Finds the schemas to move and names them.
pub(super) fn plan(gathered: &Gathered) -> Hoists {
    let mut wanted: BTreeMap<Arc<str>, BTreeSet<&str>> = BTreeMap::new();
    for link in gathered
        .links
        .iter()
        .filter(|link| needs_name(gathered, link))
    {
        let document = Arc::clone(&link.to.document);
        wanted.entry(document).or_default().insert(&link.to.pointer);
    }
    let named = wanted.into_iter().map(|(document, pointers)| {
        let in_use = component::schemas(gathered, &document)
            .into_iter()
            .flat_map(Map::keys);
        let mut taken: Taken = in_use.map(|name| (name.clone(), 1)).collect();
        let names = pointers.into_iter().map(|pointer| {
            let name = free_name(&proposed_name(&document, pointer), &mut taken);
            (pointer.to_owned(), name)
        });
        let names = names.collect();
        (document, names)
    });
    Hoists(named.collect())
}

fn needs_name(gathered: &Gathered, link: &Link) -> bool {
    link.kind == Kind::Schema
        && component::canonical(gathered, &link.to).is_none()
        && gathered.find(&link.to).is_some_and(Value::is_object)
}

/// `/definitions/Pet/properties/tag` → `Pet_tag`; the whole file `models/tag.json` → `tag`.
fn proposed_name(document: &str, pointer: &str) -> String {
    const STRUCTURE: [&str; 5] = [
        "components",
        "definitions",
        "paths",
        "properties",
        "schemas",
    ];
    let steps = pointer::steps(pointer);
    let words: Vec<&str> = steps
        .iter()
        .map(String::as_str)
        .filter(|step| !STRUCTURE.contains(step))
        .collect();
    let name = match words.as_slice() {
        [] => document
            .rsplit('/')
            .next()
            .and_then(|file| file.split('.').next())
            .unwrap_or_default()
            .to_owned(),
        words => words.join("_"),
    };
    // The characters that OpenAPI 3.0.3 allows in the name of a component.
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    let name: String = name
        .chars()
        .map(|c| if is_allowed(c) { c } else { '_' })
        .collect();
    if name.is_empty() {
        "schema".to_owned()
    } else {
        name
    }
}

/// The names in use; with each the highest number that was tried behind it.
type Taken = BTreeMap<String, u64>;

fn free_name(proposed: &str, taken: &mut Taken) -> String {
    let mut number = taken.get(proposed).copied().unwrap_or(0);
    loop {
        number += 1;
        let name = match number {
            1 => proposed.to_owned(),
            _ => format!("{proposed}_{number}"),
        };
        if !taken.contains_key(&name) {
            taken.insert(name.clone(), 1);
            taken.insert(proposed.to_owned(), number);
            return name;
        }
    }
}
