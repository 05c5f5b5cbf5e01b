//! Fits a JSON value to a scalar.
//!
//! In: a value of an example and the scalar that the description says it is.
//! Out: the value as a client writes it, or what it should have been.
//! Never: more lenient than the runtime, else a test would fail that should not be there.

use serde_json::{Number, Value};

use crate::lower::examples::formats;
use crate::model::Scalar;

/// Whether a value is read or written: a 32 bit float is compared with more digits than it is written with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Purpose {
    /// It is part of a request: as it goes over the wire, without what the service alone sets.
    Send,
    /// It is part of an answer: as the model holds it.
    Read,
}

/// What a value of an example should have been: `a boolean`.
pub(super) type Expected = &'static str;

/// The value as a client writes it; `None` when the text means absence.
pub(super) fn fit(
    value: &Value,
    scalar: Scalar,
    purpose: Purpose,
) -> Result<Option<Value>, Expected> {
    match scalar {
        Scalar::String | Scalar::Etag | Scalar::Bytes | Scalar::File => {
            text(value, "a string", |text| Some(text.to_owned()))
        }
        Scalar::Boolean => value
            .as_bool()
            .map(Value::Bool)
            .map(Some)
            .ok_or("a boolean"),
        Scalar::Int32 => whole(value)
            .and_then(|number| i32::try_from(number).ok())
            .map(|number| Some(number.into()))
            .ok_or("an integer of 32 bits"),
        Scalar::Int64 => whole(value)
            .map(|number| Some(number.into()))
            .ok_or("an integer of 64 bits"),
        Scalar::Float32 => float(value)
            .and_then(|number| float32(number, purpose))
            .map(Some)
            .ok_or("a number"),
        Scalar::Float64 => float(value)
            .and_then(Number::from_f64)
            .map(|number| Some(Value::Number(number)))
            .ok_or("a number"),
        Scalar::UnixTime => unix_time(value),
        Scalar::DateTime => date(value, "a date-time of RFC 3339", formats::date_time),
        Scalar::DateTimeRfc1123 => date(value, "a date-time of RFC 1123", formats::rfc1123),
        Scalar::Base64 => text(value, "base64", formats::base64),
        Scalar::Base64Url => text(value, "base64url", formats::base64url),
    }
}

fn text(
    value: &Value,
    expected: Expected,
    spell: impl Fn(&str) -> Option<String>,
) -> Result<Option<Value>, Expected> {
    value
        .as_str()
        .and_then(spell)
        .map(|text| Some(Value::String(text)))
        .ok_or(expected)
}

/// An empty text is no date.
fn date(
    value: &Value,
    expected: Expected,
    spell: impl Fn(&str) -> Option<String>,
) -> Result<Option<Value>, Expected> {
    match value.as_str() {
        Some(empty) if empty.trim().is_empty() => Ok(None),
        _ => text(value, expected, spell),
    }
}

/// A whole number, which may stand in a string or have a fraction of zero.
fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| {
            number
                .as_f64()
                .filter(|float| float.fract() == 0.0)
                .and_then(cut)
        }),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn cut(float: f64) -> Option<i64> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    #[allow(
        clippy::cast_possible_truncation,
        reason = "within range, and what is behind the point is to be cut"
    )]
    (float.abs() < LIMIT).then_some(float as i64)
}

fn float(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn float32(number: f64, purpose: Purpose) -> Option<Value> {
    #[allow(clippy::cast_possible_truncation, reason = "the field has 32 bits")]
    let short = number as f32;
    let number = match purpose {
        Purpose::Send => short.to_string().parse().ok()?,
        Purpose::Read => f64::from(short),
    };
    Number::from_f64(number).map(Value::Number)
}

fn unix_time(value: &Value) -> Result<Option<Value>, Expected> {
    const EXPECTED: Expected = "seconds since 1970";
    let seconds = match value {
        Value::String(text) if text.trim().is_empty() => return Ok(None),
        Value::Number(number) => number.as_i64().or_else(|| number.as_f64().and_then(cut)),
        other => whole(other),
    };
    // The years -9999 to 9999.
    let seconds = seconds.filter(|seconds| (-377_705_116_800..=253_402_300_799).contains(seconds));
    seconds.map(|seconds| Some(seconds.into())).ok_or(EXPECTED)
}
