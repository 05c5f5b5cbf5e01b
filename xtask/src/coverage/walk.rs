//! Walks a description as raw JSON and notes every name that means something.
//!
//! In: a file's value.
//! Out: [`Met`]: extensions, keywords, formats and media types, how often each, and which files are referred to.
//! Never: asks what becomes of them.

use std::collections::{BTreeMap, BTreeSet};

use armature_codegen::ledger::{Dialect, Piece};
use armature_codegen::manifest::DirectiveWord;
use serde_json::{Map, Value};

use super::roles::{self, Role};

/// Something that a description may have, or a readme.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Item {
    /// An `x-*` name.
    Extension(String),
    /// A keyword, and the piece it stands in.
    Keyword(Dialect, Piece, String),
    /// A format, and the `type` beside it.
    Format(Option<String>, String),
    /// A media type, as written.
    MediaType(String),
    /// A member of a directive of a readme, or what one is from.
    Directive(DirectiveWord),
}

/// What was met in a file.
#[derive(Debug, Default)]
pub struct Met {
    /// How often, and the first place: `#` and a JSON pointer.
    pub items: BTreeMap<Item, (usize, String)>,
    /// The files that its references name, relative to the root.
    pub files: BTreeSet<String>,
}

/// Walks a whole file. `path` is its path below the root, `/` as separator.
pub fn document(path: &str, root: &Value) -> Met {
    let dialect = match root.get("openapi") {
        Some(_) => Dialect::OpenApi3,
        None => Dialect::Swagger2,
    };
    let mut walk = Walk {
        path,
        dialect,
        pointer: String::new(),
        met: Met::default(),
    };
    walk.value(root, Role::One(Piece::Document));
    walk.met
}

struct Walk<'a> {
    path: &'a str,
    dialect: Dialect,
    pointer: String,
    met: Met,
}

impl Walk<'_> {
    fn value(&mut self, value: &Value, role: Role) {
        match (role, value) {
            (Role::One(piece), Value::Object(map)) => self.piece(map, piece),
            (Role::Each(piece), Value::Array(list)) => {
                for (index, element) in list.iter().enumerate() {
                    self.below(&index.to_string(), |walk| {
                        walk.value(element, Role::One(piece));
                    });
                }
            }
            (Role::MediaTypes, Value::Array(list)) => {
                for name in list.iter().filter_map(Value::as_str) {
                    self.note(Item::MediaType(name.to_owned()));
                }
            }
            (_, Value::Object(map)) => self.named(map, role),
            _ => {}
        }
    }

    /// An object whose keys are names.
    fn named(&mut self, map: &Map<String, Value>, role: Role) {
        for (name, value) in map {
            let is_extension = name.starts_with("x-");
            let inner = match role {
                Role::NamedAndExtensions(_) | Role::Callbacks | Role::Host if is_extension => {
                    self.below(name, |walk| walk.note(Item::Extension(name.clone())));
                    continue;
                }
                Role::Named(piece) | Role::NamedAndExtensions(piece) => Role::One(piece),
                Role::Content => {
                    self.below(name, |walk| walk.note(Item::MediaType(name.clone())));
                    Role::One(Piece::MediaType)
                }
                Role::Callbacks => Role::NamedAndExtensions(Piece::PathItem),
                Role::Host if name == "parameters" => Role::Each(Piece::Parameter),
                _ => continue,
            };
            self.below(name, |walk| walk.value(value, inner));
        }
    }

    /// An object with keywords.
    fn piece(&mut self, map: &Map<String, Value>, piece: Piece) {
        let piece = self.exactly(map, piece);
        // A file that names no version is only a collection of parts: its members may have any name.
        let has_keywords =
            piece != Piece::Document || map.contains_key("swagger") || map.contains_key("openapi");
        for (key, value) in map {
            let role = roles::of(piece, key);
            self.below(key, |walk| {
                if key.starts_with("x-") {
                    walk.note(Item::Extension(key.clone()));
                } else if has_keywords {
                    walk.note(Item::Keyword(walk.dialect, piece, key.clone()));
                }
                walk.value(value, role);
            });
        }
        if let Some(file) = map.get("$ref").and_then(Value::as_str) {
            self.met.files.extend(referred(self.path, file));
        }
        if let Some(format) = map.get("format").and_then(Value::as_str)
            && roles::of(piece, "items") != Role::Data
        {
            let ty = map.get("type").and_then(Value::as_str).map(str::to_owned);
            self.below("format", |walk| {
                walk.note(Item::Format(ty, format.to_owned()))
            });
        }
    }

    /// Bodies and form fields of Swagger 2.0 stand among the parameters.
    fn exactly(&self, map: &Map<String, Value>, piece: Piece) -> Piece {
        let location = map.get("in").and_then(Value::as_str);
        match (self.dialect, piece, location) {
            (Dialect::Swagger2, Piece::Parameter, Some("body")) => Piece::BodyParameter,
            (Dialect::Swagger2, Piece::Parameter, Some("formData")) => Piece::FormField,
            _ => piece,
        }
    }

    fn below(&mut self, step: &str, walk: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        self.pointer.push('/');
        self.pointer
            .push_str(&step.replace('~', "~0").replace('/', "~1"));
        walk(self);
        self.pointer.truncate(length);
    }

    fn note(&mut self, item: Item) {
        match self.met.items.get_mut(&item) {
            Some((count, _)) => *count += 1,
            None => drop(
                self.met
                    .items
                    .insert(item, (1, format!("#{}", self.pointer))),
            ),
        }
    }
}

/// The file that a reference names, relative to the root; none when it is the same file or lies outside.
fn referred(from: &str, reference: &str) -> Option<String> {
    let file = reference
        .split('#')
        .next()
        .filter(|file| !file.is_empty())?;
    if file.contains("://") {
        return None;
    }
    let file = percent_encoding::percent_decode_str(file)
        .decode_utf8()
        .ok()?;
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in file.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn count(met: &Met, item: &Item) -> usize {
        met.items.get(item).map_or(0, |(count, _)| *count)
    }

    #[test]
    fn data_is_not_taken_for_a_description() {
        let met = document(
            "a/b.json",
            &json!({ "swagger": "2.0", "definitions": { "format": {
                "type": "object", "default": { "format": "no" }, "x-ms-enum": { "x-inner": 1 },
                "properties": { "x-name": { "type": "string", "format": "uuid", "$ref": "../c%20d.json#/x" } }
            } } }),
        );
        let uuid = Item::Format(Some("string".to_owned()), "uuid".to_owned());
        assert_eq!(count(&met, &uuid), 1);
        assert_eq!(count(&met, &Item::Extension("x-ms-enum".to_owned())), 1);
        assert_eq!(count(&met, &Item::Extension("x-inner".to_owned())), 0);
        assert_eq!(count(&met, &Item::Extension("x-name".to_owned())), 0);
        assert_eq!(met.files.into_iter().collect::<Vec<_>>(), ["c d.json"]);
    }

    #[test]
    fn parameters_of_hosts_and_paths_with_queries_are_walked() {
        let parameter = json!({ "in": "path", "name": "a", "x-ms-skip-url-encoding": true });
        let met = document(
            "a.json",
            &json!({
                "swagger": "2.0",
                "x-ms-parameterized-host": { "parameters": [parameter] },
                "x-ms-paths": { "/?b": { "get": { "consumes": ["text/csv"] } } }
            }),
        );
        let skip = Item::Extension("x-ms-skip-url-encoding".to_owned());
        assert_eq!(count(&met, &skip), 1);
        assert_eq!(count(&met, &Item::MediaType("text/csv".to_owned())), 1);
        let keyword = Item::Keyword(Dialect::Swagger2, Piece::Operation, "consumes".to_owned());
        assert_eq!(met.items[&keyword].1, "#/x-ms-paths/~1?b/get/consumes");
    }
}
