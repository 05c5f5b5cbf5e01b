//! The parts of a file that have names: schemas, parameters, bodies, responses, headers, security schemes.

use indexmap::IndexMap;
use openapiv3::{Components, Parameter, ReferenceOr, RequestBody, Response, Schema};
use serde_json::{Map, Value};

use super::media::{self, Direction};
use super::{Reader, bodies, leaf, parameters, responses, schemas, security};
use crate::load::at::At;
use crate::load::component::{self, Sent};
use crate::load::keywords::Piece;

/// The named parts of a Swagger 2.0 file, which stand at its root.
pub(super) fn swagger(reader: &mut Reader<'_>, root: &Map<String, Value>) -> Components {
    let at = At::ROOT;
    let at = at.loaded_key("components");
    media::check(reader, root);
    let (parameters, request_bodies) = swagger_parameters(reader, root, &at);
    Components {
        schemas: swagger_schemas(reader, root, &at),
        responses: swagger_responses(reader, root, &at),
        parameters,
        request_bodies,
        security_schemes: security::swagger(reader, root, &at),
        ..Components::default()
    }
}

/// The `components` of an OpenAPI 3.0 file.
pub(super) fn openapi(reader: &mut Reader<'_>, root: &Map<String, Value>) -> Components {
    let empty = Map::new();
    let map = reader
        .object(root, "components", &At::ROOT)
        .unwrap_or(&empty);
    let at = At::ROOT;
    let at = at.key("components");
    reader.keywords(map, Piece::Components, &at);
    let schemas = reader.object(map, "schemas", &at);
    Components {
        schemas: named_schemas(reader, schemas, &at.key("schemas")),
        responses: section(reader, map, "responses", &at, |reader, value, at| {
            responses::read(reader, value, None, at)
        }),
        parameters: section(reader, map, "parameters", &at, openapi_parameter),
        request_bodies: section(reader, map, "requestBodies", &at, bodies::openapi),
        headers: section(reader, map, "headers", &at, responses::header),
        examples: section(reader, map, "examples", &at, |reader, value, at| {
            leaf::read(reader, value, Piece::Example, at)
        }),
        links: section(reader, map, "links", &at, |reader, value, at| {
            leaf::read(reader, value, Piece::Link, at)
        }),
        security_schemes: security::openapi(reader, map, &at),
        callbacks: IndexMap::new(),
        extensions: reader.extensions(map, &at),
    }
}

fn swagger_schemas(
    reader: &mut Reader<'_>,
    root: &Map<String, Value>,
    components: &At<'_>,
) -> IndexMap<String, ReferenceOr<Schema>> {
    let at = components.loaded_key("schemas");
    let at = at.source_key("definitions");
    reader.moved(&at);
    let definitions = reader.object(root, "definitions", &At::ROOT);
    named_schemas(reader, definitions, &at)
}

/// The schemas of a file that have names, then those that get one because of a reference.
fn named_schemas(
    reader: &mut Reader<'_>,
    named: Option<&Map<String, Value>>,
    at: &At<'_>,
) -> IndexMap<String, ReferenceOr<Schema>> {
    let mut schemas = IndexMap::new();
    for (name, value) in named.into_iter().flatten() {
        schemas.insert(
            name.clone(),
            schemas::component(reader, value, &at.key(name)),
        );
    }
    let loaded = at.loaded();
    let hoists = reader.hoists;
    for (pointer, name) in hoists.of(&reader.document).into_iter().flatten() {
        let Some(value) = reader.value_at(pointer) else {
            continue;
        };
        let at = At::anywhere(&loaded, pointer);
        let at = at.loaded_key(name);
        reader.moved(&at);
        schemas.insert(name.clone(), schemas::component(reader, value, &at));
    }
    schemas
}

fn swagger_responses(
    reader: &mut Reader<'_>,
    root: &Map<String, Value>,
    components: &At<'_>,
) -> IndexMap<String, ReferenceOr<Response>> {
    let at = components.loaded_key("responses");
    let at = at.source_key("responses");
    reader.moved(&at);
    let named = reader.object(root, "responses", &At::ROOT);
    let named = named.into_iter().flatten();
    let read = named.filter_map(|(name, value)| {
        Some((
            name.clone(),
            responses::read(reader, value, None, &at.key(name))?,
        ))
    });
    read.collect()
}

type Parameters = IndexMap<String, ReferenceOr<Parameter>>;
type RequestBodies = IndexMap<String, ReferenceOr<RequestBody>>;

/// Global parameters; those that are bodies become request bodies. The fields of forms are read where operations refer to them.
fn swagger_parameters(
    reader: &mut Reader<'_>,
    root: &Map<String, Value>,
    components: &At<'_>,
) -> (Parameters, RequestBodies) {
    let (mut parameters, mut bodies) = (Parameters::new(), RequestBodies::new());
    let at = components.loaded_key("parameters");
    let at = at.source_key("parameters");
    reader.moved(&at);
    let at_bodies = components.loaded_key("requestBodies");
    let at_bodies = at_bodies.source_key("parameters");
    let named = reader.object(root, "parameters", &At::ROOT);
    for (name, value) in named.into_iter().flatten() {
        let Some(map) = value.as_object() else {
            reader.malformed::<()>("a parameter", "it is no object", &at.key(name));
            continue;
        };
        match sent(reader, map, value) {
            Sent::Form => {}
            Sent::Body => {
                let body = swagger_body(reader, map, &at_bodies.key(name));
                bodies.insert(name.clone(), body);
            }
            Sent::Aside => {
                if let Some(parameter) = parameter(reader, map, &at.key(name)) {
                    parameters.insert(name.clone(), parameter);
                }
            }
        }
    }
    (parameters, bodies)
}

/// Where a global parameter is sent, itself or what it refers to.
fn sent(reader: &Reader<'_>, map: &Map<String, Value>, value: &Value) -> Sent {
    match reader.target(map) {
        Some(target) => component::resolve(reader.gathered, &target)
            .map_or(Sent::Aside, |(_, value)| component::sent(value)),
        None => component::sent(value),
    }
}

fn swagger_body(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> ReferenceOr<RequestBody> {
    match reader.target(map) {
        Some(target) => ReferenceOr::Reference {
            reference: reader.canonical(&target),
        },
        None => {
            let types = media::declared(reader, None, Direction::Consumes);
            ReferenceOr::Item(bodies::swagger(reader, map, &types, at))
        }
    }
}

fn parameter(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> Option<ReferenceOr<Parameter>> {
    match reader.target(map) {
        Some(target) => {
            reader.drop_siblings(map, "a parameter", at);
            let reference = reader.canonical(&target);
            Some(ReferenceOr::Reference { reference })
        }
        None => parameters::parameter(reader, map, at).map(ReferenceOr::Item),
    }
}

/// One section of OpenAPI 3.0 components.
fn section<T>(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    key: &str,
    at: &At<'_>,
    read: impl Fn(&mut Reader<'_>, &Value, &At<'_>) -> Option<T>,
) -> IndexMap<String, T> {
    let Some(named) = reader.object(map, key, at) else {
        return IndexMap::new();
    };
    let at = at.key(key);
    let named = named.iter();
    named
        .filter_map(|(name, value)| Some((name.clone(), read(reader, value, &at.key(name))?)))
        .collect()
}

fn openapi_parameter(
    reader: &mut Reader<'_>,
    value: &Value,
    at: &At<'_>,
) -> Option<ReferenceOr<Parameter>> {
    match value.as_object() {
        Some(map) => parameter(reader, map, at),
        None => reader.malformed("a parameter", "it is no object", at),
    }
}
