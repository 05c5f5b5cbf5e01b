//! Where the values of a JSON text stand.

use std::collections::BTreeMap;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions};

use crate::location::escape;

/// Pointer → byte offset: of the key for a member, of the value otherwise. Of members with one name the last counts, as in reading.
pub(super) fn index(text: &str) -> BTreeMap<String, usize> {
    let mut offsets = BTreeMap::new();
    let parsed =
        jsonc_parser::parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    if let Some(value) = parsed.ok().and_then(|parsed| parsed.value) {
        offsets.insert(String::new(), value.start());
        walk(&value, &mut String::new(), &mut offsets);
    }
    offsets
}

fn walk(value: &Value<'_>, pointer: &mut String, offsets: &mut BTreeMap<String, usize>) {
    let length = pointer.len();
    let mut below = |step: &str, offset: usize, value: &Value<'_>| {
        pointer.push('/');
        pointer.push_str(step);
        offsets.insert(pointer.clone(), offset);
        walk(value, pointer, offsets);
        pointer.truncate(length);
    };
    match value {
        Value::Object(object) => {
            for property in &object.properties {
                below(
                    &escape(property.name.as_str()),
                    property.name.start(),
                    &property.value,
                );
            }
        }
        Value::Array(array) => {
            for (index, element) in array.elements.iter().enumerate() {
                below(&index.to_string(), element.start(), element);
            }
        }
        _ => {}
    }
}
