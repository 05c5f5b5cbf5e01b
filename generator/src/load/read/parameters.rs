//! Lists of parameters, and the parameters of OpenAPI 3.0.
//!
//! A Swagger list holds more than parameters: a body, or the fields of a form. They are told apart first ([`entries`]), also through
//! references, then each is read as what it is.

use std::sync::Arc;

use openapiv3::{Parameter, ParameterData, ParameterSchemaOrContent, QueryStyle, ReferenceOr};
use serde_json::{Map, Value};

use super::references::Destination;
use super::{Reader, leaf, media, schemas, swagger_parameters};
use crate::load::at::At;
use crate::load::component::{self, Sent};
use crate::load::dialect::Dialect;
use crate::load::keywords::Piece;

/// One element of a list of parameters.
#[derive(Clone)]
pub(super) struct Entry<'a> {
    /// Its index in the source.
    pub(super) index: usize,
    /// What it is.
    pub(super) sent: Sent,
    /// The component that it refers to, canonical.
    pub(super) reference: Option<String>,
    /// The file that its description is written in.
    pub(super) text: Arc<str>,
    /// Its description; `None` when a reference leads nowhere.
    pub(super) description: Option<&'a Map<String, Value>>,
}

/// Tells apart what stands in the `parameters` of an operation or path item.
pub(super) fn entries<'a>(
    reader: &mut Reader<'a>,
    map: &'a Map<String, Value>,
    at: &At<'_>,
) -> Vec<Entry<'a>> {
    let list = reader.list(map, "parameters", at).unwrap_or_default();
    let at = at.key("parameters");
    let list = list.iter().enumerate();
    list.filter_map(|(index, value)| entry(reader, index, value, &at.index(index)))
        .collect()
}

/// Reads those that are neither body nor form. `None` when one of them cannot be sent.
pub(super) fn plain(
    reader: &mut Reader<'_>,
    entries: &[Entry<'_>],
    at: &At<'_>,
) -> Option<Vec<ReferenceOr<Parameter>>> {
    let at = at.loaded_key("parameters");
    let at = at.source_key("parameters");
    let mut parameters = Vec::new();
    for entry in entries.iter().filter(|entry| entry.sent == Sent::Aside) {
        let at = at.loaded_index(parameters.len());
        let at = at.source_index(entry.index);
        if parameters.len() != entry.index {
            reader.moved(&at);
        }
        let parameter = match (&entry.reference, entry.description) {
            (Some(reference), _) => ReferenceOr::Reference {
                reference: reference.clone(),
            },
            (None, Some(map)) => {
                ReferenceOr::Item(reader.within(&entry.text, |reader| parameter(reader, map, &at))?)
            }
            (None, None) => continue,
        };
        parameters.push(parameter);
    }
    Some(parameters)
}

/// Reads a parameter in the language of its file.
pub(super) fn parameter(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> Option<Parameter> {
    match reader.dialect() {
        Dialect::Swagger2 => swagger_parameters::read(reader, map, at),
        Dialect::OpenApi3 => openapi(reader, map, at),
    }
}

fn entry<'a>(
    reader: &mut Reader<'a>,
    index: usize,
    value: &'a Value,
    at: &At<'_>,
) -> Option<Entry<'a>> {
    let Some(map) = value.as_object() else {
        return reader.malformed("a parameter", "it is no object", at);
    };
    let here = Arc::clone(&reader.text);
    let (reference, text, value) = match reader.target(map) {
        None => (None, here, Some(value)),
        Some(target) => {
            reader.drop_siblings(map, "a parameter", at);
            match reader.destination(&target) {
                Destination::Component(reference) => {
                    match component::resolve(reader.gathered, &target) {
                        Some((end, value)) => (Some(reference), end.document, Some(value)),
                        None => (Some(reference), here, None),
                    }
                }
                Destination::Elsewhere(text, value) => (None, text, Some(value)),
                Destination::Nowhere(reference) => (Some(reference), here, None),
            }
        }
    };
    Some(Entry {
        index,
        sent: value.map_or(Sent::Aside, component::sent),
        reference,
        text,
        description: value.and_then(Value::as_object),
    })
}

fn openapi(reader: &mut Reader<'_>, map: &Map<String, Value>, at: &At<'_>) -> Option<Parameter> {
    reader.keywords(map, Piece::Parameter, at);
    let Some(name) = reader.text(map, "name", at) else {
        return reader.malformed("a parameter", "`name` is missing", at);
    };
    let parameter_data = ParameterData {
        name,
        description: reader.text(map, "description", at),
        required: reader.flag(map, "required", at).unwrap_or_default(),
        deprecated: reader.flag(map, "deprecated", at),
        format: schema_or_content(reader, map, at),
        example: map.get("example").cloned(),
        examples: media::examples(reader, map, at),
        explode: reader.flag(map, "explode", at),
        extensions: reader.extensions(map, at),
    };
    match map.get("in").and_then(Value::as_str) {
        Some("query") => Some(Parameter::Query {
            parameter_data,
            allow_reserved: reader.flag(map, "allowReserved", at).unwrap_or_default(),
            style: leaf::value(reader, map, "style", "a style of query parameters", at)
                .unwrap_or(QueryStyle::Form),
            allow_empty_value: reader.flag(map, "allowEmptyValue", at),
        }),
        Some("path") => Some(Parameter::Path {
            parameter_data: of_path(reader, parameter_data, at),
            style: leaf::value(reader, map, "style", "a style of path parameters", at)
                .unwrap_or_default(),
        }),
        Some("header") => Some(Parameter::Header {
            parameter_data,
            style: leaf::value(reader, map, "style", "a style of headers", at).unwrap_or_default(),
        }),
        Some("cookie") => Some(Parameter::Cookie {
            parameter_data,
            style: leaf::value(reader, map, "style", "a style of cookies", at).unwrap_or_default(),
        }),
        _ => reader.malformed(
            "a parameter",
            "`in` is not query, path, header or cookie",
            at,
        ),
    }
}

/// A parameter in a path is required in every description; only an overlay can say that a service does without it.
pub(super) fn of_path(reader: &mut Reader<'_>, data: ParameterData, at: &At<'_>) -> ParameterData {
    let is_required = data.required || !reader.is_amended(&at.key("required"));
    if is_required && !data.required {
        let place = reader.place(at);
        reader
            .diagnostics
            .path_parameter_not_required(&place, &data.name);
    }
    ParameterData {
        required: is_required,
        ..data
    }
}

/// How the value of an OpenAPI 3.0 parameter or header is described.
pub(super) fn schema_or_content(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> ParameterSchemaOrContent {
    if let Some(schema) = map.get("schema") {
        return ParameterSchemaOrContent::Schema(schemas::read(reader, schema, &at.key("schema")));
    }
    let content = media::openapi(reader, map, at);
    if content.is_empty() {
        reader.malformed::<()>("a parameter", "it has neither `schema` nor `content`", at);
        return ParameterSchemaOrContent::Schema(ReferenceOr::Item(schemas::free()));
    }
    ParameterSchemaOrContent::Content(content)
}
