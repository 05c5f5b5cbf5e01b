//! The body of a request, as an argument and as it is sent.

use serde_json::{Map, Value};

use crate::documents::step;
use crate::example::without_nulls;
use crate::form::{Content, Field};
use crate::operation::{Operation, Parameter, Within};
use crate::request::{Body, texts};
use crate::schema::{Kind, Schema};
use crate::walk::{Findings, walk};

/// A body of bytes is an argument in base64; any other is as in the example.
pub(super) fn argument(operation: &Operation<'_>, name: &str, value: &Value) -> Value {
    let mut fields = operation.parameters.iter();
    if fields.any(|field| field.name == name && is_file(field)) {
        return Value::from(base64(&bytes_of(value)));
    }
    let body = operation.body().filter(|body| body.name == name);
    match body.map(|body| media(operation, body)) {
        Some(Media::Bytes) => Value::from(base64(&bytes_of(value))),
        Some(Media::Text) => Value::from(String::from_utf8_lossy(&bytes_of(value)).into_owned()),
        _ => without_nulls(value),
    }
}

/// How a body is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Media {
    Json,
    Text,
    Bytes,
}

fn media(operation: &Operation<'_>, body: &Parameter<'_>) -> Media {
    let schema = Schema::at(&body.schema());
    let is_file = schema.kind() == Kind::File || matches!(schema.format(), Some("binary" | "file"));
    let consumes = operation.consumes();
    match () {
        () if is_file => Media::Bytes,
        () if consumes.iter().any(|name| is_json(name)) => Media::Json,
        () if consumes.iter().any(|name| name.starts_with("text/plain")) => Media::Text,
        () => Media::Bytes,
    }
}

/// Whether content of this media type is JSON.
pub fn is_json(media_type: &str) -> bool {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    essence == "json" || essence.ends_with("/json") || essence.ends_with("+json")
}

pub(super) fn body(
    operation: &Operation<'_>,
    given: &Map<String, Value>,
    findings: &mut Findings,
) -> Body {
    let Some(parameter) = operation.body() else {
        return form_of(operation, given);
    };
    let Some(value) = given.get(parameter.name).filter(|value| !value.is_null()) else {
        return Body::Nothing;
    };
    let pointer = format!("/parameters{}", step(parameter.name));
    match media(operation, parameter) {
        Media::Json => {
            walk(&parameter.schema(), value, &pointer, findings);
            let value = without_nulls(value);
            if has_null(&value) {
                // A model holds no null: such a body is sent as it is given.
                findings.read_only.clear();
            }
            Body::Json(value, pointer)
        }
        Media::Text | Media::Bytes => Body::Bytes(bytes_of(value)),
    }
}

/// The form, when there is a field of one.
fn form_of(operation: &Operation<'_>, given: &Map<String, Value>) -> Body {
    let fields = operation.parameters.iter();
    let fields = fields.filter(|parameter| parameter.within == Within::Form);
    let fields = fields.flat_map(|parameter| field(operation, parameter, given));
    match fields.collect::<Vec<Field>>() {
        none if none.is_empty() => Body::Nothing,
        fields => Body::Form(fields),
    }
}

/// A field; several when a list is sent item by item.
fn field(
    operation: &Operation<'_>,
    parameter: &Parameter<'_>,
    given: &Map<String, Value>,
) -> Vec<Field> {
    let content: Vec<Content> = match (given.get(parameter.name), is_file(parameter)) {
        (None | Some(Value::Null), true) => Vec::new(),
        (Some(value), true) => vec![Content::File(bytes_of(value))],
        (Some(value @ Value::Object(_)), false) => vec![Content::Json(without_nulls(value))],
        _ => texts(operation, parameter, given)
            .into_iter()
            .map(Content::Text)
            .collect(),
    };
    let name = parameter.name;
    let fields = content.into_iter();
    fields
        .map(|content| Field {
            name: name.to_owned(),
            content,
        })
        .collect()
}

fn is_file(parameter: &Parameter<'_>) -> bool {
    parameter.within == Within::Form && parameter.node.text("type") == Some("file")
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(members) => members.values().any(has_null),
        _ => false,
    }
}

/// A text stands for its own bytes, JSON for its text.
fn bytes_of(value: &Value) -> Vec<u8> {
    match value {
        Value::String(text) => text.clone().into_bytes(),
        other => other.to_string().into_bytes(),
    }
}

fn base64(bytes: &[u8]) -> String {
    azure_core::base64::encode(bytes)
}
