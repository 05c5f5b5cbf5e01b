//! Responses and their headers.

use indexmap::IndexMap;
use openapiv3::{Header, HeaderStyle, MediaType, ReferenceOr, Response, Responses, StatusCode};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::media::{self, Direction};
use super::references::Destination;
use super::{Reader, leaf, parameters, swagger_parameters};
use crate::load::at::At;
use crate::load::dialect::Dialect;
use crate::load::keywords::Piece;

/// The `responses` of an operation. `types` are the media types that it produces, when its language has such a list.
pub(super) fn of_operation(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    types: Option<&[String]>,
    at: &At<'_>,
) -> Responses {
    let mut responses = Responses::default();
    let Some(object) = reader.object(map, "responses", at) else {
        return responses;
    };
    let at = at.key("responses");
    for (status, value) in object
        .iter()
        .filter(|(status, _)| !status.starts_with("x-"))
    {
        let at = at.key(status);
        let code = status_code(status);
        if code.is_none() && status != "default" {
            reader.malformed::<()>(
                "a response",
                "its key is neither a status code nor `default`",
                &at,
            );
            continue;
        }
        let Some(response) = read(reader, value, types, &at) else {
            continue;
        };
        match code {
            Some(code) => drop(responses.responses.insert(code, response)),
            None => responses.default = Some(response),
        }
    }
    responses.extensions = reader.extensions(object, &at);
    responses
}

/// Reads a response or a reference to one. `types` are as in [`of_operation`]; without them those of the file count.
pub(super) fn read(
    reader: &mut Reader<'_>,
    value: &Value,
    types: Option<&[String]>,
    at: &At<'_>,
) -> Option<ReferenceOr<Response>> {
    let Some(map) = value.as_object() else {
        return reader.malformed("a response", "it is no object", at);
    };
    let Some(target) = reader.target(map) else {
        return Some(ReferenceOr::Item(response(reader, map, types, at)));
    };
    reader.drop_siblings(map, "a response", at);
    match reader.destination(&target) {
        Destination::Component(reference) => {
            let own = reader.within(&target.document, |reader| {
                media::declared(reader, None, Direction::Produces)
            });
            // The component was made with the media types of its own file.
            let differs = types.is_some_and(|types| types != own);
            match reader.gathered.find(&target).and_then(Value::as_object) {
                Some(map) if differs && map.contains_key("schema") => {
                    let response =
                        reader.within(&target.document, |reader| response(reader, map, types, at));
                    Some(ReferenceOr::Item(response))
                }
                _ => Some(ReferenceOr::Reference { reference }),
            }
        }
        Destination::Elsewhere(text, value) => {
            let map = value.as_object()?;
            let response = reader.within(&text, |reader| response(reader, map, types, at));
            Some(ReferenceOr::Item(response))
        }
        Destination::Nowhere(reference) => Some(ReferenceOr::Reference { reference }),
    }
}

fn response(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    types: Option<&[String]>,
    at: &At<'_>,
) -> Response {
    reader.keywords(map, Piece::Response, at);
    let (content, links) = match reader.dialect() {
        Dialect::Swagger2 => (swagger_content(reader, map, types, at), IndexMap::new()),
        Dialect::OpenApi3 => (media::openapi(reader, map, at), links(reader, map, at)),
    };
    Response {
        description: reader.text(map, "description", at).unwrap_or_default(),
        headers: headers(reader, map, at),
        content,
        links,
        extensions: reader.extensions(map, at),
    }
}

/// A Swagger 2.0 response has one schema for all types that the operation produces, and an example per type.
fn swagger_content(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    types: Option<&[String]>,
    at: &At<'_>,
) -> IndexMap<String, MediaType> {
    let Some(schema) = map.get("schema").filter(|schema| !schema.is_null()) else {
        return IndexMap::new();
    };
    let types = match types {
        Some(types) => types.to_vec(),
        None => media::declared(reader, None, Direction::Produces),
    };
    let is_file = schema.get("type").and_then(Value::as_str) == Some("file");
    let types = if is_file {
        media::or(types, media::BYTES)
    } else {
        media::or_json(types)
    };
    let mut content = media::content(reader, &types, schema, at);
    let examples = reader.object(map, "examples", at);
    for (name, example) in examples.into_iter().flatten() {
        if let Some(media) = content.get_mut(name) {
            media.example = Some(example.clone());
        }
    }
    content
}

fn links(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> IndexMap<String, ReferenceOr<openapiv3::Link>> {
    let Some(links) = reader.object(map, "links", at) else {
        return IndexMap::new();
    };
    let at = at.key("links");
    let links = links.iter();
    let links = links.filter_map(|(name, value)| {
        Some((
            name.clone(),
            leaf::read(reader, value, Piece::Link, &at.key(name))?,
        ))
    });
    links.collect()
}

fn headers(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> IndexMap<String, ReferenceOr<Header>> {
    let Some(headers) = reader.object(map, "headers", at) else {
        return IndexMap::new();
    };
    let at = at.key("headers");
    let headers = headers.iter();
    let headers = headers
        .filter_map(|(name, value)| Some((name.clone(), header(reader, value, &at.key(name))?)));
    headers.collect()
}

/// Reads a header or a reference to one.
pub(super) fn header(
    reader: &mut Reader<'_>,
    value: &Value,
    at: &At<'_>,
) -> Option<ReferenceOr<Header>> {
    let Some(map) = value.as_object() else {
        return reader.malformed("a header", "it is no object", at);
    };
    let Some(target) = reader.target(map) else {
        return Some(ReferenceOr::Item(header_item(reader, map, at)));
    };
    reader.drop_siblings(map, "a header", at);
    match reader.destination(&target) {
        Destination::Component(reference) | Destination::Nowhere(reference) => {
            Some(ReferenceOr::Reference { reference })
        }
        Destination::Elsewhere(text, value) => {
            let map = value.as_object()?;
            Some(ReferenceOr::Item(
                reader.within(&text, |reader| header_item(reader, map, at)),
            ))
        }
    }
}

fn header_item(reader: &mut Reader<'_>, map: &Map<String, Value>, at: &At<'_>) -> Header {
    if reader.dialect() == Dialect::Swagger2 {
        return swagger_parameters::header(reader, map, at);
    }
    reader.keywords(map, Piece::Header, at);
    Header {
        description: reader.text(map, "description", at),
        style: HeaderStyle::Simple,
        required: reader.flag(map, "required", at).unwrap_or_default(),
        deprecated: reader.flag(map, "deprecated", at),
        format: parameters::schema_or_content(reader, map, at),
        example: map.get("example").cloned(),
        examples: media::examples(reader, map, at),
        extensions: reader.extensions(map, at),
    }
}

/// `200`, or `2XX`.
fn status_code(text: &str) -> Option<StatusCode> {
    StatusCode::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(text))
        .ok()
}
