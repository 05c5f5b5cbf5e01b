//! The members of an example.
//!
//! In: the JSON of an example's file. Out: its arguments and its answers.
//! Never: judges them.

use serde_json::{Map, Value};

/// The arguments by name; none when there are none.
pub fn parameters(example: &Value) -> Map<String, Value> {
    let given = example.get("parameters").and_then(Value::as_object);
    given.cloned().unwrap_or_default()
}

/// The answers by status.
pub fn responses(example: &Value) -> Vec<(&str, &Value)> {
    let all = example.get("responses").and_then(Value::as_object);
    all.into_iter()
        .flatten()
        .map(|(status, response)| (status.as_str(), response))
        .collect()
}

/// The body of an answer; null is none.
pub fn body_of(response: &Value) -> Option<&Value> {
    response.get("body").filter(|body| !body.is_null())
}

/// The text of a header, which examples also have as a number or a list.
pub fn header_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(header_text).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// A value without nulls; those in lists stay, for the others would change their places.
pub fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter().filter(|(_, value)| !value.is_null());
            members
                .map(|(name, value)| (name.clone(), without_nulls(value)))
                .collect()
        }
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}
