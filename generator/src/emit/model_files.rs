//! Which file a model, a union, an enumeration, a header trait goes to.
//!
//! In: the type table and the header sets.
//! Out: files by module: one `models` when everything fits, else `models::<group>` for what one group alone uses and
//! `models::shared` for the rest; `enums` and `headers`, numbered when they are long.
//! Never: leaves a file longer than the budget, unless one item alone is.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::scope::Scope;
use crate::emit::{enums, headers, models, size, tokens, unions};
use crate::model::{Enumeration, Object, Usage};

/// One file with definitions that are re-exported from `models`.
pub(super) struct ModelFile {
    /// Modules below the api-version: `["models"]`, `["models", "shared"]`, `["enums"]`.
    pub path: Vec<String>,
    /// What is in it.
    pub items: TokenStream,
    /// The public names in it.
    pub names: BTreeSet<String>,
    /// Names in it are free, as variants are: it mentions nothing but its own definitions and macros.
    pub has_free_names: bool,
}

/// All files of an api-version. The one for `models` itself is there when nothing else is.
pub(super) fn all(scope: &Scope<'_>) -> Vec<ModelFile> {
    let mut files = Vec::new();
    files.extend(parts(&["enums"], enumerations(scope), true));
    files.extend(parts(&["headers"], header_traits(scope), false));
    let models = models_of(scope);
    let lines: usize = models.iter().map(|(_, definition)| definition.lines).sum();
    if lines <= size::BUDGET {
        files.extend(parts(
            &["models"],
            models
                .into_iter()
                .map(|(_, definition)| definition)
                .collect(),
            false,
        ));
        return files;
    }
    let mut places: BTreeMap<String, Vec<Definition>> = BTreeMap::new();
    for (usage, definition) in models {
        places
            .entry(place(scope, usage))
            .or_default()
            .push(definition);
    }
    for (place, definitions) in places {
        files.extend(parts(&["models", &place], definitions, false));
    }
    files
}

struct Definition {
    name: String,
    items: TokenStream,
    lines: usize,
}

impl Definition {
    fn new(name: String, items: TokenStream) -> Self {
        let lines = size::lines(&items);
        Self { name, items, lines }
    }
}

/// Objects and unions with their usage, sorted by name.
fn models_of<'a>(scope: &Scope<'a>) -> Vec<(&'a Usage, Definition)> {
    let definition = |object: &Object| {
        Definition::new(
            tokens::type_name(&object.name).to_string(),
            models::items(scope, object),
        )
    };
    let objects = scope.objects().into_iter();
    let objects = objects.map(|object| (&object.usage, definition(object)));
    let unions = scope.unions().into_iter().map(|union| {
        let name = tokens::type_name(&union.name).to_string();
        (
            &union.usage,
            Definition::new(name, unions::items(scope, union)),
        )
    });
    let mut models: Vec<_> = objects.chain(unions).collect();
    models.sort_by(|(_, left), (_, right)| left.name.cmp(&right.name));
    models
}

fn enumerations(scope: &Scope<'_>) -> Vec<Definition> {
    let definition = |enumeration: &Enumeration| {
        Definition::new(
            tokens::type_name(&enumeration.name).to_string(),
            enums::items(enumeration),
        )
    };
    scope.enumerations().into_iter().map(definition).collect()
}

fn header_traits(scope: &Scope<'_>) -> Vec<Definition> {
    let sets = scope.version.headers.iter();
    sets.map(|set| {
        Definition::new(
            tokens::type_name(&set.name).to_string(),
            headers::items(scope, set),
        )
    })
    .collect()
}

/// The group that alone uses a model, else `shared`; `client` for models of the root client's own operations.
fn place(scope: &Scope<'_>, usage: &Usage) -> String {
    match (usage.groups.as_slice(), usage.by_root) {
        ([], true) => "client".to_owned(),
        ([group], false) => match scope.version.groups.get(group.0) {
            Some(group) => distinct(&tokens::module(&group.name.snake())),
            None => "shared".to_owned(),
        },
        _ => "shared".to_owned(),
    }
}

/// A group may be called like a place of ours.
fn distinct(module: &str) -> String {
    match module {
        "client" | "shared" => format!("{module}_group"),
        other => other.to_owned(),
    }
}

fn parts(path: &[&str], definitions: Vec<Definition>, has_free_names: bool) -> Vec<ModelFile> {
    let Some((last, before)) = path.split_last() else {
        return Vec::new();
    };
    let parts = size::parts(definitions, 0, |definition| definition.lines);
    let files = parts.into_iter().enumerate().map(|(index, part)| {
        let mut path: Vec<String> = before.iter().map(|module| (*module).to_owned()).collect();
        path.push(size::part_name(last, index));
        let items = part.iter().map(|definition| &definition.items);
        let items = quote!(#(#items)*);
        let names = part
            .iter()
            .map(|definition| definition.name.clone())
            .collect();
        ModelFile {
            path,
            items,
            names,
            has_free_names,
        }
    });
    files.collect()
}
