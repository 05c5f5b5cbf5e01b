//! Finds an error object in JSON of any form.

use azure_core::Value;

use crate::error::{AdditionalInfo, ErrorDetail};

/// The error object in the body of an answer; empty when there is none.
pub(crate) fn detail_in(body: &Value) -> ErrorDetail {
    let envelope = ["error", "odata.error"]
        .iter()
        .find_map(|key| member(body, key));
    match envelope {
        Some(object @ Value::Object(_)) => detail(object),
        // RFC 6749, section 5.2.
        Some(Value::String(code)) => ErrorDetail {
            code: Some(code.clone()),
            message: text_at(body, "error_description").or_else(|| text_at(body, "message")),
            ..ErrorDetail::default()
        },
        _ => detail(body),
    }
}

/// The text of a member: a string, a number, or OData's `{"lang": …, "value": "…"}`.
pub(crate) fn text_at(object: &Value, key: &str) -> Option<String> {
    match member(object, key)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        // OData has the language beside the text, in XML as an attribute.
        nested @ Value::Object(_) => {
            match member(nested, "value").or_else(|| member(nested, "$text"))? {
                Value::String(text) => Some(text.clone()),
                _ => None,
            }
        }
        _ => None,
    }
}

fn detail(object: &Value) -> ErrorDetail {
    let list = |key: &str| {
        member(object, key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
    };
    let inner = member(object, "innererror").filter(|inner| inner.is_object());
    ErrorDetail {
        code: text_at(object, "code"),
        message: text_at(object, "message"),
        target: text_at(object, "target"),
        details: list("details")
            .filter(|entry| entry.is_object())
            .map(detail)
            .collect(),
        inner_error: inner.map(|inner| Box::new(detail(inner))),
        additional_info: list("additionalInfo").map(additional_info).collect(),
    }
}

fn additional_info(entry: &Value) -> AdditionalInfo {
    AdditionalInfo {
        kind: text_at(entry, "type"),
        info: member(entry, "info").cloned(),
    }
}

/// A member that is not null. Services disagree on the case of these keys (`Code`, `innerError`).
fn member<'v>(object: &'v Value, key: &str) -> Option<&'v Value> {
    let object = object.as_object()?;
    let exact = object.get(key);
    let found = exact.or_else(|| {
        object
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(key))
            .map(|(_, value)| value)
    });
    found.filter(|value| !value.is_null())
}
