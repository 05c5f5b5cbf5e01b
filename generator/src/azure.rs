//! Azure's extensions (`x-ms-*`) as typed values.
//!
//! In: the extensions of one element of a description, as JSON.
//! Out: enums and structs that say what they mean, and the [`ledger`] of every extension with what is done about it.
//! Never: decides what is generated; knows the client model.
//!
//! The extensions are described in AutoRest's documentation ("AutoRest extensions for OpenAPI 2.0").

use indexmap::IndexMap;
use serde_json::Value;

pub mod host;
pub mod ledger;
pub mod operation;
pub mod parameter;
pub mod polling;
pub mod schema;
pub mod xml;

/// The `x-*` members of one element.
pub type Extensions = IndexMap<String, Value>;

/// The text of an extension; `None` when it is absent, empty or no text.
pub(crate) fn text<'a>(extensions: &'a Extensions, name: &str) -> Option<&'a str> {
    extensions
        .get(name)?
        .as_str()
        .filter(|text| !text.is_empty())
}

/// The yes or no of an extension; `None` when it is absent or neither.
pub(crate) fn flag(extensions: &Extensions, name: &str) -> Option<bool> {
    match extensions.get(name)? {
        Value::Bool(value) => Some(*value),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// The name for code that stands beside a wire name (`x-ms-client-name`).
pub fn client_name(extensions: &Extensions) -> Option<&str> {
    text(extensions, "x-ms-client-name")
}
