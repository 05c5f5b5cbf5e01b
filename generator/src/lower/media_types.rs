//! Sorts media types by how their content is written.
//!
//! In: media types as descriptions have them.
//! Out: their kind.
//! Never: looks at schemas, except for whether one is bytes.

use openapiv3::{ReferenceOr, Schema, SchemaKind, StringFormat, Type, VariantOrUnknownOrEmpty};

use crate::load::SpecSet;

/// How content of a media type is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// As JSON.
    Json,
    /// As form fields, one part each or all in a line.
    Form,
    /// As plain text.
    Text,
    /// As anything else: XML, images, bytes.
    Other,
}

/// The kind of a media type; parameters (`; charset=utf-8`) do not matter, nor does case.
pub(super) fn kind(media_type: &str) -> Kind {
    match essence(media_type).as_str() {
        // One service writes just this.
        "json" | "application/json" | "text/json" => Kind::Json,
        json if json.ends_with("+json") => Kind::Json,
        "multipart/form-data" | "application/x-www-form-urlencoded" => Kind::Form,
        "text/plain" => Kind::Text,
        _ => Kind::Other,
    }
}

/// Whether it is `application/json` itself.
pub(super) fn is_plain_json(media_type: &str) -> bool {
    matches!(essence(media_type).as_str(), "json" | "application/json")
}

fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// How many references a schema may lead through before it counts as no bytes.
const LONGEST_CHAIN: usize = 16;

/// Whether a schema is a file: bytes that have no JSON form.
pub(super) fn is_bytes(specs: &SpecSet, schema: &ReferenceOr<Schema>) -> bool {
    let mut at = schema;
    for _ in 0..LONGEST_CHAIN {
        match at {
            ReferenceOr::Item(schema) => {
                return format(schema).is_some_and(|format| matches!(format, "binary" | "file"));
            }
            ReferenceOr::Reference { reference } => match specs.schema(reference) {
                Some(found) => at = found.value,
                None => return false,
            },
        }
    }
    false
}

fn format(schema: &Schema) -> Option<&str> {
    match &schema.schema_kind {
        SchemaKind::Type(Type::String(text)) => match &text.format {
            VariantOrUnknownOrEmpty::Item(StringFormat::Binary) => Some("binary"),
            VariantOrUnknownOrEmpty::Unknown(format) => Some(format),
            _ => None,
        },
        SchemaKind::Any(any) => match any.typ.as_deref() {
            Some("file") => Some("file"),
            _ => any.format.as_deref(),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_and_case_do_not_matter() {
        assert_eq!(kind("Application/JSON; charset=utf-8"), Kind::Json);
        assert_eq!(kind("application/merge-patch+json"), Kind::Json);
        assert_eq!(kind("multipart/form-data"), Kind::Form);
        assert_eq!(kind("application/xml"), Kind::Other);
        assert!(is_plain_json("JSON"));
        assert!(!is_plain_json("application/merge-patch+json"));
    }
}
