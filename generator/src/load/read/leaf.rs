//! Small closed parts that serde reads on its own: contacts, licences, tags, examples.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Reader;
use crate::load::at::At;

/// Reads a part with its own `Deserialize`; when that refuses, the part is left out. `what` says what it should be: `a tag`.
pub(super) fn read<'v, T: Deserialize<'v>>(
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

/// The same for a member of an object.
pub(super) fn member<'v, T: Deserialize<'v>>(
    reader: &mut Reader<'_>,
    map: &'v Map<String, Value>,
    key: &str,
    what: &str,
    at: &At<'_>,
) -> Option<T> {
    let value = map.get(key).filter(|value| !value.is_null())?;
    read(reader, value, what, &at.key(key))
}

/// The same for a list; elements that are refused are left out.
pub(super) fn list<'v, T: Deserialize<'v>>(
    reader: &mut Reader<'_>,
    map: &'v Map<String, Value>,
    key: &str,
    what: &str,
    at: &At<'_>,
) -> Vec<T> {
    let elements = reader.list(map, key, at).unwrap_or_default();
    let at = at.key(key);
    let elements = elements.iter().enumerate();
    elements
        .filter_map(|(index, element)| read(reader, element, what, &at.index(index)))
        .collect()
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
