//! Small closed parts that serde reads on its own: contacts, licences, tags, examples.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Reader;
use crate::load::at::At;
use crate::load::keywords::Piece;

/// Reads a part with its own `Deserialize`; when that refuses, the part is left out.
pub(super) fn read<'v, T: Deserialize<'v>>(
    reader: &mut Reader<'_>,
    value: &'v Value,
    piece: Piece,
    at: &At<'_>,
) -> Option<T> {
    let part = deserialized(reader, value, piece.spoken(), at)?;
    check(reader, value, piece, at);
    Some(part)
}

/// The same for a member of an object.
pub(super) fn member<'v, T: Deserialize<'v>>(
    reader: &mut Reader<'_>,
    map: &'v Map<String, Value>,
    key: &str,
    piece: Piece,
    at: &At<'_>,
) -> Option<T> {
    let value = map.get(key).filter(|value| !value.is_null())?;
    read(reader, value, piece, &at.key(key))
}

/// The same for a list; elements that are refused are left out.
pub(super) fn list<'v, T: Deserialize<'v>>(
    reader: &mut Reader<'_>,
    map: &'v Map<String, Value>,
    key: &str,
    piece: Piece,
    at: &At<'_>,
) -> Vec<T> {
    let elements = reader.list(map, key, at).unwrap_or_default();
    let at = at.key(key);
    let elements = elements.iter().enumerate();
    elements
        .filter_map(|(index, element)| read(reader, element, piece, &at.index(index)))
        .collect()
}

/// A member whose value has no keywords. `what` says what it should be: `a style`.
pub(super) fn value<'v, T: Deserialize<'v>>(
    reader: &mut Reader<'_>,
    map: &'v Map<String, Value>,
    key: &str,
    what: &str,
    at: &At<'_>,
) -> Option<T> {
    let value = map.get(key).filter(|value| !value.is_null())?;
    deserialized(reader, value, what, &at.key(key))
}

fn deserialized<'v, T: Deserialize<'v>>(
    reader: &mut Reader<'_>,
    value: &'v Value,
    what: &str,
    at: &At<'_>,
) -> Option<T> {
    match T::deserialize(value) {
        Ok(part) => {
            note(reader, value, at);
            Some(part)
        }
        Err(error) => reader.malformed(what, &error.to_string(), at),
    }
}

/// Checks the keywords of a part and of those in it, which serde passes over.
fn check(reader: &mut Reader<'_>, value: &Value, piece: Piece, at: &At<'_>) {
    let Some(map) = value.as_object() else {
        return;
    };
    reader.keywords(map, piece, at);
    let (keys, inner): (&[&str], Piece) = match piece {
        Piece::Tag => (&["externalDocs"], Piece::ExternalDocs),
        Piece::Link => (&["server"], Piece::Server),
        Piece::SecurityScheme => (&["flows"], Piece::Flows),
        Piece::Flows => (
            &[
                "implicit",
                "password",
                "clientCredentials",
                "authorizationCode",
            ],
            Piece::Flow,
        ),
        Piece::Server => {
            let variables = map.get("variables").and_then(Value::as_object);
            let at = at.key("variables");
            for (name, variable) in variables.into_iter().flatten() {
                check(reader, variable, Piece::ServerVariable, &at.key(name));
            }
            return;
        }
        _ => return,
    };
    for key in keys {
        if let Some(value) = map.get(*key) {
            check(reader, value, inner, &at.key(key));
        }
    }
}

/// Notes the extensions at all depths. What an example has as its `value` is data.
fn note(reader: &mut Reader<'_>, value: &Value, at: &At<'_>) {
    match value {
        Value::Object(map) => {
            reader.note_extensions(map, at);
            for (key, member) in map
                .iter()
                .filter(|(key, _)| !key.starts_with("x-") && *key != "value")
            {
                note(reader, member, &at.key(key));
            }
        }
        Value::Array(list) => {
            for (index, element) in list.iter().enumerate() {
                note(reader, element, &at.index(index));
            }
        }
        _ => {}
    }
}
