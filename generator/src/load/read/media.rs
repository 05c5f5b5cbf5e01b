//! Media types: `consumes` and `produces` of Swagger 2.0, `content` of OpenAPI 3.0.

use indexmap::IndexMap;
use openapiv3::{Encoding, Example, MediaType, QueryStyle, ReferenceOr, Schema};
use serde_json::{Map, Value};

use super::{Reader, leaf, schemas};
use crate::load::at::At;
use crate::load::keywords::Piece;

/// What a body is when nothing is said.
pub(super) const JSON: &str = "application/json";

/// What a file is when nothing is said.
pub(super) const BYTES: &str = "application/octet-stream";

/// Which of the two lists of Swagger 2.0.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Direction {
    /// `consumes`: requests.
    Consumes,
    /// `produces`: responses.
    Produces,
}

impl Direction {
    fn key(self) -> &'static str {
        match self {
            Self::Consumes => "consumes",
            Self::Produces => "produces",
        }
    }
}

/// The media types of an operation, or of the file when it has no list of its own. An empty list says as much as none.
pub(super) fn declared(
    reader: &mut Reader<'_>,
    operation: Option<(&Map<String, Value>, &At<'_>)>,
    direction: Direction,
) -> Vec<String> {
    let key = direction.key();
    if let Some((map, at)) = operation.filter(|(map, _)| map.contains_key(key)) {
        return reader.texts(map, key, at);
    }
    // The file's own list is asked for by every operation and checked once: see `check`.
    let list = reader
        .root()
        .and_then(|root| root.get(key))
        .and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// Warns of what is wrong with the lists of a file.
pub(super) fn check(reader: &mut Reader<'_>, root: &Map<String, Value>) {
    for direction in [Direction::Consumes, Direction::Produces] {
        reader.texts(root, direction.key(), &At::ROOT);
    }
}

/// The same, JSON when there are none.
pub(super) fn or_json(types: Vec<String>) -> Vec<String> {
    or(types, JSON)
}

/// The same, `default` when there are none.
pub(super) fn or(types: Vec<String>, default: &str) -> Vec<String> {
    if types.is_empty() {
        vec![default.to_owned()]
    } else {
        types
    }
}

/// One Swagger schema as the content of all these types. `at` is the request body or response; the schema is its member `schema` in the source.
pub(super) fn content(
    reader: &mut Reader<'_>,
    types: &[String],
    schema: &Value,
    at: &At<'_>,
) -> IndexMap<String, MediaType> {
    let mut content: IndexMap<String, MediaType> = IndexMap::new();
    let mut read: Option<ReferenceOr<Schema>> = None;
    let at = at.loaded_key("content");
    for name in types {
        let at = at.loaded_key(name);
        let at = at.key("schema");
        reader.moved(&at);
        let schema = read
            .get_or_insert_with(|| schemas::read(reader, schema, &at))
            .clone();
        content.insert(
            name.clone(),
            MediaType {
                schema: Some(schema),
                ..MediaType::default()
            },
        );
    }
    content
}

/// The `content` member of an OpenAPI 3.0 object.
pub(super) fn openapi(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> IndexMap<String, MediaType> {
    let Some(types) = reader.object(map, "content", at) else {
        return IndexMap::new();
    };
    let at = at.key("content");
    let types = types.iter();
    let types = types.filter_map(|(name, value)| {
        Some((name.clone(), media_type(reader, value, &at.key(name))?))
    });
    types.collect()
}

/// The `examples` member of an OpenAPI 3.0 object.
pub(super) fn examples(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> IndexMap<String, ReferenceOr<Example>> {
    let Some(examples) = reader.object(map, "examples", at) else {
        return IndexMap::new();
    };
    let at = at.key("examples");
    let examples = examples.iter();
    let examples = examples.filter_map(|(name, value)| {
        Some((
            name.clone(),
            leaf::read(reader, value, Piece::Example, &at.key(name))?,
        ))
    });
    examples.collect()
}

fn media_type(reader: &mut Reader<'_>, value: &Value, at: &At<'_>) -> Option<MediaType> {
    let Some(map) = value.as_object() else {
        return reader.malformed("a media type", "it is no object", at);
    };
    reader.keywords(map, Piece::MediaType, at);
    Some(MediaType {
        schema: map
            .get("schema")
            .map(|schema| schemas::read(reader, schema, &at.key("schema"))),
        example: map.get("example").cloned(),
        examples: examples(reader, map, at),
        encoding: encodings(reader, map, at),
        extensions: reader.extensions(map, at),
    })
}

fn encodings(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> IndexMap<String, Encoding> {
    let Some(encodings) = reader.object(map, "encoding", at) else {
        return IndexMap::new();
    };
    let at = at.key("encoding");
    let mut read = IndexMap::new();
    for (name, value) in encodings {
        let at = at.key(name);
        let Some(map) = value.as_object() else {
            reader.malformed::<()>("an encoding", "it is no object", &at);
            continue;
        };
        reader.keywords(map, Piece::Encoding, &at);
        let style: Option<QueryStyle> = leaf::value(reader, map, "style", "a style", &at);
        // `form`, the default, explodes unless it is told not to (OpenAPI 3.0.3, "Encoding Object").
        let explodes = matches!(style, None | Some(QueryStyle::Form));
        let encoding = Encoding {
            content_type: reader.text(map, "contentType", &at),
            headers: IndexMap::new(),
            style,
            explode: reader.flag(map, "explode", &at).unwrap_or(explodes),
            allow_reserved: reader.flag(map, "allowReserved", &at).unwrap_or_default(),
            extensions: reader.extensions(map, &at),
        };
        read.insert(name.clone(), encoding);
    }
    read
}
