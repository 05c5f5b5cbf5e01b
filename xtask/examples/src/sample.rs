//! Values in place of those that an example lacks, so that the rest of it can be checked.
//!
//! In: a parameter. Out: a value of its kind.
//! Never: is used where the example has a value of that kind.

use serde_json::{Value, json};

use crate::host;
use crate::operation::{Parameter, Within};
use crate::schema::{Kind, Schema};

/// A value that the parameter can have.
pub fn of(parameter: &Parameter<'_>) -> Value {
    let schema = Schema::at(&parameter.schema());
    let default = parameter
        .node
        .value
        .get("default")
        .filter(|value| !value.is_null());
    if let Some(value) = default.or_else(|| schema.values().first().copied()) {
        return value.clone();
    }
    match schema.kind() {
        Kind::Object | Kind::Any => json!({}),
        Kind::Array(_) => json!([]),
        Kind::Integer | Kind::Number => json!(1),
        Kind::Boolean => json!(true),
        Kind::File => json!("c2FtcGxl"),
        Kind::Text if host::is_bringing_scheme(parameter) => {
            json!("https://sample.service.example")
        }
        Kind::Text if parameter.within == Within::Host => json!("sample"),
        Kind::Text => match schema.format() {
            Some("date-time") => json!("2020-01-01T00:00:00Z"),
            Some("date-time-rfc1123") => json!("Wed, 01 Jan 2020 00:00:00 GMT"),
            Some("date") => json!("2020-01-01"),
            Some("duration") => json!("PT1H"),
            Some("uuid") => json!("00000000-0000-0000-0000-000000000001"),
            _ => json!("sample"),
        },
    }
}
