//! Which description language a file is written in.

use serde_json::{Map, Value};

/// The languages that are read.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Dialect {
    /// Swagger 2.0, also known as OpenAPI 2.0.
    Swagger2,
    /// OpenAPI 3.0, any patch version.
    OpenApi3,
}

/// What a file says of itself.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Version {
    /// A language that is read.
    Known(Dialect),
    /// Another one, as it would be named in a message: `OpenAPI 3.1.0`.
    Unknown(String),
    /// Neither `swagger` nor `openapi` stands there.
    Absent,
}

/// Reads the `swagger` or `openapi` member of a document.
pub(super) fn version(root: &Map<String, Value>) -> Version {
    if let Some(value) = root.get("swagger") {
        return match text(value).as_str() {
            "2.0" | "2" => Version::Known(Dialect::Swagger2),
            other => Version::Unknown(format!("Swagger {other}")),
        };
    }
    let Some(value) = root.get("openapi") else {
        return Version::Absent;
    };
    let text = text(value);
    if text == "3.0" || text.starts_with("3.0.") {
        Version::Known(Dialect::OpenApi3)
    } else {
        Version::Unknown(format!("OpenAPI {text}"))
    }
}

/// In YAML an unquoted `2.0` is a number.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
