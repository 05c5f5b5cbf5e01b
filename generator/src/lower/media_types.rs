//! Sorts media types by how their content is written.
//!
//! In: media types as descriptions have them.
//! Out: their kind.
//! Never: looks at schemas, except for whether one is bytes.

use openapiv3::{ReferenceOr, Schema, SchemaKind, StringFormat, Type, VariantOrUnknownOrEmpty};

use crate::load::SpecSet;
use crate::treatment::Treatment::{self, Handled, Ignored};

/// How content of a media type is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// As JSON.
    Json,
    /// As form fields, one part each or all in a line.
    Form,
    /// As text that is no XML.
    Text,
    /// As XML.
    Xml,
    /// As bytes, whatever they are: archives, images, sound.
    Bytes,
    /// As anything else: formats of vendors.
    Other,
}

/// What the essence of a media type is compared with.
enum Pattern {
    Is(&'static str),
    Begins(&'static str),
    Ends(&'static str),
}

impl Pattern {
    fn fits(&self, essence: &str) -> bool {
        match self {
            Self::Is(name) => *name == essence,
            Self::Begins(start) => essence.starts_with(start),
            Self::Ends(end) => essence.ends_with(end),
        }
    }
}

const HANDLED: Treatment = Handled("lower::media_types");
const STREAMS: Treatment = Ignored("a row of JSON values is read as bytes");

/// The one table of media types; the first row that fits counts.
///
/// The suffixes are those of RFC 6839, the trees of vendors those of RFC 6838.
const TABLE: [(Pattern, Kind, Treatment); 22] = {
    use Pattern::{Begins, Ends, Is};
    [
        (Is("application/json"), Kind::Json, HANDLED),
        (Is("text/json"), Kind::Json, HANDLED),
        // One service writes just this.
        (Is("json"), Kind::Json, HANDLED),
        (Ends("+json"), Kind::Json, HANDLED),
        (Is("multipart/form-data"), Kind::Form, HANDLED),
        (Is("application/x-www-form-urlencoded"), Kind::Form, HANDLED),
        (Is("application/xml"), Kind::Xml, HANDLED),
        (Is("text/xml"), Kind::Xml, HANDLED),
        (Ends("+xml"), Kind::Xml, HANDLED),
        (Is("x-json-stream"), Kind::Other, STREAMS),
        (Is("application/octet-stream"), Kind::Bytes, HANDLED),
        (Is("application/zip"), Kind::Bytes, HANDLED),
        (Is("application/gzip"), Kind::Bytes, HANDLED),
        (Is("application/pdf"), Kind::Bytes, HANDLED),
        (Is("application/yaml"), Kind::Text, HANDLED),
        (Begins("application/vnd."), Kind::Other, HANDLED),
        (Begins("audio/"), Kind::Bytes, HANDLED),
        (Begins("image/"), Kind::Bytes, HANDLED),
        (Begins("video/"), Kind::Bytes, HANDLED),
        (Begins("font/"), Kind::Bytes, HANDLED),
        (Begins("text/"), Kind::Text, HANDLED),
        (Is("*/*"), Kind::Other, HANDLED),
    ]
};

/// The kind of a media type; parameters (`; charset=utf-8`) do not matter, nor does case. What is unknown is bytes.
pub(super) fn kind(media_type: &str) -> Kind {
    row(media_type).map_or(Kind::Other, |(_, kind, _)| *kind)
}

/// What becomes of a media type; `None` for an unknown one.
pub(super) fn treatment(media_type: &str) -> Option<Treatment> {
    row(media_type).map(|(_, _, treatment)| *treatment)
}

fn row(media_type: &str) -> Option<&'static (Pattern, Kind, Treatment)> {
    let essence = essence(media_type);
    TABLE.iter().find(|(pattern, _, _)| pattern.fits(&essence))
}

/// Whether a form of this media type has a part for each field.
pub(super) fn is_multipart(media_type: &str) -> bool {
    essence(media_type) == "multipart/form-data"
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
        assert_eq!(kind("application/xml"), Kind::Xml);
        assert_eq!(kind("application/vnd.oai.openapi+json"), Kind::Json);
        assert_eq!(kind("audio/wav; codecs=audio/pcm"), Kind::Bytes);
        assert_eq!(kind("text/csv"), Kind::Text);
        assert_eq!(kind("text/xml"), Kind::Xml);
        assert!(is_plain_json("JSON"));
        assert!(!is_plain_json("application/merge-patch+json"));
    }

    #[test]
    fn what_nobody_has_decided_about_is_bytes_and_unknown() {
        assert_eq!(kind("application/x-unheard-of"), Kind::Other);
        assert_eq!(treatment("application/x-unheard-of"), None);
        assert_eq!(treatment("Image/PNG"), Some(HANDLED));
        assert_eq!(treatment("application/wsdl+xml"), Some(HANDLED));
    }
}
