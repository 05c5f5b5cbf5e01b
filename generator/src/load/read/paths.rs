//! Paths: `paths` and Azure's `x-ms-paths`, whose keys may have a query string.

use openapiv3::{Operation, PathItem, Paths, ReferenceOr};
use serde_json::{Map, Value};

use super::operations::{self, Inherited};
use super::references::Destination;
use super::{Reader, parameters, servers};
use crate::load::at::At;
use crate::load::keywords::Piece;
use crate::location::Place;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Reads all paths of a file.
pub(super) fn read<'a>(reader: &mut Reader<'a>, root: &'a Map<String, Value>) -> Paths {
    let mut paths = Paths::default();
    for key in ["paths", "x-ms-paths"] {
        let Some(items) = reader.object(root, key, &At::ROOT) else {
            continue;
        };
        let at = At::ROOT.loaded_key("paths");
        let at = at.source_key(key);
        for (path, value) in items.iter().filter(|(path, _)| !path.starts_with("x-")) {
            add(reader, &mut paths, path, value, &at);
        }
        paths.extensions.extend(reader.extensions(items, &at));
    }
    paths
}

fn add<'a>(reader: &mut Reader<'a>, paths: &mut Paths, path: &str, value: &'a Value, at: &At<'_>) {
    let key = if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("/{path}")
    };
    let at = at.loaded_key(&key);
    let at = at.source_key(path);
    let place = reader.place(&at);
    if paths.paths.contains_key(&key) {
        // Its place in the loaded document is taken.
        let second = Place::new(&reader.document, &at.source());
        reader.diagnostics.path_twice(&second, &key, &place);
        return;
    }
    if at.loaded() != at.source() {
        reader.moved(&at);
    }
    if key != path {
        reader.diagnostics.path_without_slash(&place, path);
    }
    if let Some(item) = item(reader, value, &at) {
        paths.paths.insert(key, ReferenceOr::Item(item));
    }
}

/// Reads a path item, also one that is written in another file.
fn item<'a>(reader: &mut Reader<'a>, value: &'a Value, at: &At<'_>) -> Option<PathItem> {
    let Some(map) = value.as_object() else {
        return reader.malformed("a path item", "it is no object", at);
    };
    let Some(target) = reader.target(map) else {
        return Some(item_here(reader, map, at));
    };
    reader.drop_siblings(map, "a path item", at);
    match reader.destination(&target) {
        Destination::Elsewhere(text, value) => {
            let map = value.as_object()?;
            Some(reader.within(&text, |reader| item_here(reader, map, at)))
        }
        Destination::Component(reference) | Destination::Nowhere(reference) => {
            let place = reader.place(at);
            reader.diagnostics.path_item_nowhere(&place, &reference);
            None
        }
    }
}

fn item_here<'a>(reader: &mut Reader<'a>, map: &'a Map<String, Value>, at: &At<'_>) -> PathItem {
    reader.keywords(map, Piece::PathItem, at);
    let entries = parameters::entries(reader, map, at);
    let inherited = Inherited {
        entries: &entries,
        at,
    };
    let Some(parameters) = parameters::plain(reader, &entries, at) else {
        reader.malformed::<()>("a path item", "it has a parameter that cannot be sent", at);
        return PathItem::default();
    };
    let mut operation = |method: &str| -> Option<Operation> {
        let value = map.get(method)?;
        operations::read(reader, value, &inherited, &at.key(method))
    };
    let [get, put, post, delete, options, head, patch, trace] = METHODS.map(&mut operation);
    PathItem {
        summary: reader.text(map, "summary", at),
        description: reader.text(map, "description", at),
        get,
        put,
        post,
        delete,
        options,
        head,
        patch,
        trace,
        servers: servers::openapi(reader, map, at),
        parameters,
        extensions: reader.extensions(map, at),
    }
}
