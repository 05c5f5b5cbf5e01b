//! Operations.

use openapiv3::{Operation, ReferenceOr, RequestBody};
use serde_json::{Map, Value};

use super::forms::{self, Field};
use super::media::{self, Direction};
use super::parameters::{self, Entry};
use super::{Reader, bodies, leaf, responses, servers};
use crate::load::at::At;
use crate::load::component::Sent;
use crate::load::dialect::Dialect;
use crate::load::keywords::Piece;
use crate::load::reference;

/// What an operation takes over from its path item.
pub(super) struct Inherited<'a, 'p> {
    /// All parameters of the path item.
    pub(super) entries: &'p [Entry<'a>],
    /// The path item.
    pub(super) at: &'p At<'p>,
}

/// Reads an operation; `None` when it cannot be sent.
pub(super) fn read<'a>(
    reader: &mut Reader<'a>,
    value: &'a Value,
    inherited: &Inherited<'a, '_>,
    at: &At<'_>,
) -> Option<Operation> {
    let Some(map) = value.as_object() else {
        return reader.malformed("an operation", "it is no object", at);
    };
    reader.keywords(map, Piece::Operation, at);
    let consumed = types(reader, map, Direction::Consumes, at);
    let produced = types(reader, map, Direction::Produces, at);
    let entries = parameters::entries(reader, map, at);
    let parameters = parameters::plain(reader, &entries, at);
    let body = body(reader, map, &entries, inherited, consumed.as_deref(), at);
    let (Some(parameters), Ok(request_body)) = (parameters, body) else {
        return reader.malformed("an operation", "it has a parameter that cannot be sent", at);
    };
    if !map.contains_key("responses") {
        reader.malformed::<()>("an operation", "`responses` is missing", at);
    }
    Some(Operation {
        tags: reader.texts(map, "tags", at),
        summary: reader.text(map, "summary", at),
        description: reader.text(map, "description", at),
        external_docs: leaf::member(reader, map, "externalDocs", Piece::ExternalDocs, at),
        operation_id: reader.text(map, "operationId", at),
        parameters,
        request_body,
        responses: responses::of_operation(reader, map, produced.as_deref(), at),
        callbacks: Default::default(),
        deprecated: reader.flag(map, "deprecated", at).unwrap_or_default(),
        security: leaf::value(
            reader,
            map,
            "security",
            "a list of security requirements",
            at,
        ),
        servers: servers::openapi(reader, map, at),
        extensions: extensions(reader, map, at),
    })
}

/// The media types of a Swagger 2.0 operation.
fn types(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    direction: Direction,
    at: &At<'_>,
) -> Option<Vec<String>> {
    match reader.dialect() {
        Dialect::Swagger2 => Some(media::declared(reader, Some((map, at)), direction)),
        Dialect::OpenApi3 => None,
    }
}

/// The body, from wherever it comes. The error says that it cannot be read.
fn body<'a, 'p>(
    reader: &mut Reader<'a>,
    map: &'a Map<String, Value>,
    own: &'p [Entry<'a>],
    inherited: &Inherited<'a, 'p>,
    types: Option<&[String]>,
    at: &'p At<'p>,
) -> Result<Option<ReferenceOr<RequestBody>>, ()> {
    if let Some(value) = map
        .get("requestBody")
        .filter(|_| reader.dialect() == Dialect::OpenApi3)
    {
        return bodies::openapi(reader, value, &at.key("requestBody"))
            .map(Some)
            .ok_or(());
    }
    let bodies = fields(Sent::Body, own, inherited, at);
    if let Some(field) = bodies.first() {
        if own.iter().filter(|entry| entry.sent == Sent::Body).count() > 1 {
            let place = reader.place(at);
            reader.diagnostics.second_body(&place);
        }
        let source = format!("{}/parameters/{}", field.list.source(), field.entry.index);
        let loaded = at.key("requestBody").loaded();
        let at = At::anywhere(&loaded, &source);
        return bodies::of_operation(reader, field.entry, types, &at)
            .map(Some)
            .ok_or(());
    }
    let fields = fields(Sent::Form, own, inherited, at);
    if fields.is_empty() {
        return Ok(None);
    }
    let at = at.loaded_key("requestBody");
    let form = forms::read(reader, &fields, types.unwrap_or_default(), &at).ok_or(())?;
    Ok(Some(ReferenceOr::Item(form)))
}

/// Those parameters of an operation that are sent in this way, its own before those of its path item.
fn fields<'a, 'p>(
    sent: Sent,
    own: &'p [Entry<'a>],
    inherited: &Inherited<'a, 'p>,
    at: &'p At<'p>,
) -> Vec<Field<'a, 'p>> {
    let own = own.iter().map(|entry| Field { entry, list: at });
    let inherited = inherited.entries.iter().map(|entry| Field {
        entry,
        list: inherited.at,
    });
    own.chain(inherited)
        .filter(|field| field.entry.sent == sent)
        .collect()
}

/// The extensions; the files that `x-ms-examples` names are spelled relative to the source root, as in [`SpecSet::examples`](crate::load::SpecSet).
fn extensions(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> indexmap::IndexMap<String, Value> {
    let mut extensions = reader.extensions(map, at);
    let examples = extensions
        .get_mut("x-ms-examples")
        .and_then(Value::as_object_mut);
    for example in examples.into_iter().flat_map(Map::values_mut) {
        let path = example
            .get("$ref")
            .and_then(Value::as_str)
            .map(|file| reference::path(&reader.text, file));
        if let (Some(Ok(path)), Some(example)) = (path, example.as_object_mut()) {
            example.insert("$ref".to_owned(), path.into());
        }
    }
    extensions
}
