//! Request bodies.
//!
//! A Swagger 2.0 body parameter becomes a request body with one content per media type. Its name, which OpenAPI 3.0 has no field for, stays as
//! `x-ms-requestBody-name`, the extension that AutoRest uses for it.

use openapiv3::{ReferenceOr, RequestBody};
use serde_json::{Map, Value};

use super::Reader;
use super::media::{self, Direction};
use super::parameters::Entry;
use super::references::Destination;
use crate::load::at::At;
use crate::load::dialect::Dialect;
use crate::load::keywords::Piece;

/// The name of a body.
const NAME: &str = "x-ms-requestBody-name";

/// The body among an operation's parameters. `types` are the media types that the operation consumes, when its language has such a list.
pub(super) fn of_operation(
    reader: &mut Reader<'_>,
    entry: &Entry<'_>,
    types: Option<&[String]>,
    at: &At<'_>,
) -> Option<ReferenceOr<RequestBody>> {
    let own = reader.within(&entry.text, |reader| {
        media::declared(reader, None, Direction::Consumes)
    });
    let types = types.unwrap_or(&own);
    match &entry.reference {
        // The component was made with the media types of its own file.
        Some(reference) if types == own => Some(ReferenceOr::Reference {
            reference: reference.clone(),
        }),
        _ => {
            let map = entry.description?;
            let body = reader.within(&entry.text, |reader| swagger(reader, map, types, at));
            Some(ReferenceOr::Item(body))
        }
    }
}

/// Reads a Swagger 2.0 body parameter. `at` is the parameter in the source and the body in the loaded document.
pub(super) fn swagger(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    types: &[String],
    at: &At<'_>,
) -> RequestBody {
    reader.moved(at);
    reader.keywords(map, Piece::BodyParameter, at);
    let mut extensions = reader.extensions(map, at);
    if let Some(name) = reader.text(map, "name", at) {
        extensions.insert(NAME.to_owned(), name.into());
    }
    if !map.contains_key("schema") {
        reader.malformed::<()>("a body", "`schema` is missing", at);
    }
    let schema = map.get("schema").unwrap_or(&Value::Null);
    let default = match is_bytes(schema) {
        true => media::BYTES,
        false => media::JSON,
    };
    let types = media::or(types.to_vec(), default);
    RequestBody {
        description: reader.text(map, "description", at),
        content: media::content(reader, &types, schema, at),
        required: reader.flag(map, "required", at).unwrap_or_default(),
        extensions,
    }
}

/// Whether a schema says by itself that it is bytes.
fn is_bytes(schema: &Value) -> bool {
    let is = |key: &str, values: &[&str]| {
        let value = schema.get(key).and_then(Value::as_str);
        value.is_some_and(|value| values.contains(&value))
    };
    is("type", &["file"]) || is("format", &["file", "binary"])
}

/// The `requestBody` of an OpenAPI 3.0 operation.
pub(super) fn openapi(
    reader: &mut Reader<'_>,
    value: &Value,
    at: &At<'_>,
) -> Option<ReferenceOr<RequestBody>> {
    let Some(map) = value.as_object() else {
        return reader.malformed("a request body", "it is no object", at);
    };
    let Some(target) = reader.target(map) else {
        return body(reader, map, at).map(ReferenceOr::Item);
    };
    reader.drop_siblings(map, "a request body", at);
    match reader.destination(&target) {
        Destination::Component(reference) | Destination::Nowhere(reference) => {
            Some(ReferenceOr::Reference { reference })
        }
        Destination::Elsewhere(text, value) => {
            let map = value.as_object()?;
            reader
                .within(&text, |reader| body(reader, map, at))
                .map(ReferenceOr::Item)
        }
    }
}

/// Reads a request body in the language of its file.
pub(super) fn body(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> Option<RequestBody> {
    if reader.dialect() == Dialect::Swagger2 {
        let types = media::declared(reader, None, Direction::Consumes);
        return Some(swagger(reader, map, &types, at));
    }
    reader.keywords(map, Piece::RequestBody, at);
    let content = media::openapi(reader, map, at);
    if content.is_empty() {
        return reader.malformed("a request body", "`content` is missing", at);
    }
    Some(RequestBody {
        description: reader.text(map, "description", at),
        content,
        required: reader.flag(map, "required", at).unwrap_or_default(),
        extensions: reader.extensions(map, at),
    })
}
