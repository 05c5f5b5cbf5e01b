//! Fits an example's values to parameters.
//!
//! In: a value of an example and a parameter's type.
//! Out: the value for code, and its texts on the wire.
//! Never: encodes texts for URLs.

use serde_json::Value;

use crate::lower::examples::scalars::{self, Expected, Purpose};
use crate::model::{Literal, Openness, Scalar, Type, TypeDefinition, TypeTable};

/// A value for a parameter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fitted {
    /// For code.
    pub literal: Literal,
    /// On the wire: one text, or one for each item of a list.
    pub texts: Vec<String>,
}

/// Fits a value. Numbers and booleans may stand in strings, and a list may be one string with commas: on the wire they are all text.
/// `None` when there is nothing to send: null, an empty list.
pub(super) fn fit(value: &Value, ty: &Type, types: &TypeTable) -> Result<Option<Fitted>, Expected> {
    if value.is_null() {
        return Ok(None);
    }
    let Type::List(item) = ty else {
        let (literal, text) = one(value, ty, types)?;
        return Ok(Some(Fitted {
            literal,
            texts: vec![text],
        }));
    };
    let items: Vec<Value> = match value {
        Value::Array(items) => items.clone(),
        Value::String(text) => text
            .split(',')
            .map(|item| Value::String(item.to_owned()))
            .collect(),
        _ => return Err("an array"),
    };
    let fitted = items
        .iter()
        .map(|value| one(value, item, types))
        .collect::<Result<Vec<_>, _>>()?;
    let (literals, texts): (Vec<_>, Vec<_>) = fitted.into_iter().unzip();
    Ok((!texts.is_empty()).then_some(Fitted {
        literal: Literal::List(literals),
        texts,
    }))
}

fn one(value: &Value, ty: &Type, types: &TypeTable) -> Result<(Literal, String), Expected> {
    match ty {
        Type::Scalar(scalar) => scalar_value(value, *scalar),
        Type::Named(id) => match types.get(*id) {
            Some(TypeDefinition::Enumeration(enumeration)) => {
                let text = plain_text(value).ok_or("a string")?;
                let is_number = enumeration.base != Scalar::String;
                if is_number && text.parse::<i64>().is_err() {
                    return Err("an integer");
                }
                let is_known = enumeration
                    .variants
                    .iter()
                    .any(|variant| variant.name.wire() == text);
                match is_known || enumeration.openness == Openness::Extensible {
                    true => Ok((Literal::Text(text.clone()), text)),
                    false => Err("a value of its enumeration"),
                }
            }
            _ => Err("of a type that parameters have"),
        },
        Type::List(_) | Type::Map(_) | Type::Any => Err("of a type that parameters have"),
    }
}

fn scalar_value(value: &Value, scalar: Scalar) -> Result<(Literal, String), Expected> {
    let value = match (scalar, value) {
        (Scalar::Boolean, Value::String(text)) => text
            .to_ascii_lowercase()
            .parse()
            .map(Value::Bool)
            .map_err(|_| "a boolean")?,
        (Scalar::String | Scalar::Etag | Scalar::Bytes | Scalar::File, other) => {
            Value::String(plain_text(other).ok_or("a string")?)
        }
        (_, other) => other.clone(),
    };
    match scalars::fit(&value, scalar, Purpose::Send)? {
        Some(Value::String(text)) => Ok((Literal::Text(text.clone()), text)),
        Some(Value::Bool(value)) => Ok((Literal::Boolean(value), value.to_string())),
        Some(Value::Number(number)) => match (number.as_i64(), number.as_f64()) {
            (Some(integer), _) => Ok((Literal::Integer(integer), integer.to_string())),
            // Rust writes floats without an exponent and without a fraction of zero.
            (None, Some(float)) => Ok((
                Literal::Number(number.to_string()),
                float_text(float, scalar),
            )),
            (None, None) => Err("a number"),
        },
        _ => Err("a value"),
    }
}

fn float_text(float: f64, scalar: Scalar) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "the parameter has 32 bits")]
    match scalar {
        Scalar::Float32 => (float as f32).to_string(),
        _ => float.to_string(),
    }
}

/// Some value of the type, where it does not matter which.
pub(super) fn any(ty: &Type, types: &TypeTable) -> Option<Fitted> {
    let candidates = [
        "example",
        "0",
        "false",
        "2000-01-01T00:00:00Z",
        "Sat, 01 Jan 2000 00:00:00 GMT",
    ]
    .map(Value::from);
    let first = match ty {
        Type::Named(id) => match types.get(*id) {
            Some(TypeDefinition::Enumeration(enumeration)) => enumeration
                .variants
                .first()
                .map(|variant| Value::from(variant.name.wire())),
            _ => None,
        },
        _ => None,
    };
    first
        .iter()
        .chain(&candidates)
        .find_map(|value| fit(value, ty, types).ok().flatten())
}

/// The text of a value that has one.
pub(super) fn plain_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
