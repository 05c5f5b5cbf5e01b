//! Whole files.

use indexmap::IndexMap;
use openapiv3::{Info, OpenAPI, Tag};
use serde_json::{Map, Value};

use super::{Reader, components, leaf, paths, servers};
use crate::load::at::At;
use crate::load::dialect::Dialect;
use crate::load::keywords::Piece;

/// The version that loaded documents are of.
const OPENAPI: &str = "3.0.3";

/// Reads the file that the reader is about.
pub(super) fn read(reader: &mut Reader<'_>) -> OpenAPI {
    let at = At::ROOT;
    let Some(root) = reader.root() else {
        return OpenAPI::default();
    };
    check(reader, root);
    let info = info(reader, root);
    let paths = paths::read(reader, root);
    let (servers, components) = match reader.dialect() {
        Dialect::Swagger2 => (
            servers::swagger(reader, root),
            components::swagger(reader, root),
        ),
        Dialect::OpenApi3 => (
            servers::openapi(reader, root, &at),
            components::openapi(reader, root),
        ),
    };
    let mut extensions = reader.extensions(root, &at);
    // Its paths stand among the others now.
    extensions.shift_remove("x-ms-paths");
    host_parameters(reader, &mut extensions);
    OpenAPI {
        openapi: OPENAPI.to_owned(),
        info,
        servers,
        paths,
        components: Some(components),
        security: leaf::value(
            reader,
            root,
            "security",
            "a list of security requirements",
            &at,
        ),
        tags: leaf::list::<Tag>(reader, root, "tags", Piece::Tag, &at),
        external_docs: leaf::member(reader, root, "externalDocs", Piece::ExternalDocs, &at),
        extensions,
    }
}

/// A file that names no version is only a collection of parts: its members may have any name.
fn check(reader: &mut Reader<'_>, root: &Map<String, Value>) {
    if root.contains_key("swagger") || root.contains_key("openapi") {
        reader.keywords(root, Piece::Document, &At::ROOT);
    }
}

fn info(reader: &mut Reader<'_>, root: &Map<String, Value>) -> Info {
    let Some(map) = reader.object(root, "info", &At::ROOT) else {
        return Info::default();
    };
    let at = At::ROOT;
    let at = at.key("info");
    reader.keywords(map, Piece::Info, &at);
    Info {
        title: reader.text(map, "title", &at).unwrap_or_default(),
        description: reader.text(map, "description", &at),
        terms_of_service: reader.text(map, "termsOfService", &at),
        contact: leaf::member(reader, map, "contact", Piece::Contact, &at),
        license: leaf::member(reader, map, "license", Piece::License, &at),
        version: reader.text(map, "version", &at).unwrap_or_default(),
        extensions: reader.extensions(map, &at),
    }
}

/// The parameters of a parameterized host stay as they are written, except that references to global ones become canonical like all others.
fn host_parameters(reader: &mut Reader<'_>, extensions: &mut IndexMap<String, Value>) {
    let host = extensions.get_mut("x-ms-parameterized-host");
    let parameters = host
        .and_then(|host| host.get_mut("parameters"))
        .and_then(Value::as_array_mut);
    let at = At::ROOT;
    let at = at.key("x-ms-parameterized-host");
    let at = at.key("parameters");
    for (index, parameter) in parameters.into_iter().flatten().enumerate() {
        let Some(map) = parameter.as_object_mut() else {
            continue;
        };
        reader.note_extensions(map, &at.index(index));
        if let Some(target) = reader.target(map) {
            map.insert("$ref".to_owned(), reader.canonical(&target).into());
        }
    }
}
