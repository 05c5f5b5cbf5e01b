//! The one table of types and formats.
//!
//! In: a schema's `type` and `format`.
//! Out: the [`Scalar`] they stand for, and whether the format was understood.
//! Never: looks at anything else of the schema.
//!
//! Formats are those of Swagger 2.0 ("Data Types"), of the OpenAPI format registry, and of AutoRest's
//! (`unixtime`, `base64url`, `date-time-rfc1123`, `arm-id`).

use crate::lower::schema_view::Base;
use crate::model::Scalar;
use crate::treatment::Treatment::{self, Handled, Ignored};

/// How a type and format are read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reading {
    /// As described.
    Exact(Scalar),
    /// The format is not one of its type's: as the type alone.
    BaseOnly(Scalar),
    /// The value may have more digits than this scalar keeps.
    Rounded(Scalar),
}

/// Strings whose format changes nothing about their Rust type.
const PLAIN_STRINGS: [&str; 22] = [
    "arm-id",
    "char",
    "date",
    "duration",
    "email",
    "etag",
    "guid",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "password",
    "regex",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "url",
    "uuid",
    "json-pointer",
];

/// Formats that make a scalar of their own.
const FORMATS: [(Base<'static>, &str, Reading); 25] = {
    use Base::{Integer, Number, String};
    use Reading::{Exact, Rounded};
    [
        (String, "date-time", Exact(Scalar::DateTime)),
        (String, "date-time-rfc3339", Exact(Scalar::DateTime)),
        (String, "date-time-rfc1123", Exact(Scalar::DateTimeRfc1123)),
        // RFC 7231 kept the form of RFC 1123 ("IMF-fixdate").
        (String, "date-time-rfc7231", Exact(Scalar::DateTimeRfc1123)),
        (String, "byte", Exact(Scalar::Base64)),
        (String, "base64", Exact(Scalar::Base64)),
        (String, "base64url", Exact(Scalar::Base64Url)),
        (String, "binary", Exact(Scalar::Bytes)),
        (String, "file", Exact(Scalar::Bytes)),
        (Integer, "unixtime", Exact(Scalar::UnixTime)),
        (Integer, "int8", Exact(Scalar::Int32)),
        (Integer, "uint8", Exact(Scalar::Int32)),
        (Integer, "int16", Exact(Scalar::Int32)),
        (Integer, "uint16", Exact(Scalar::Int32)),
        (Integer, "int32", Exact(Scalar::Int32)),
        (Integer, "uint32", Exact(Scalar::Int64)),
        (Integer, "int64", Exact(Scalar::Int64)),
        (Integer, "safeint", Exact(Scalar::Int64)),
        (Integer, "uint64", Rounded(Scalar::Int64)),
        (Integer, "decimal", Rounded(Scalar::Int64)),
        (Number, "float", Exact(Scalar::Float32)),
        (Number, "float32", Exact(Scalar::Float32)),
        (Number, "double", Exact(Scalar::Float64)),
        (Number, "float64", Exact(Scalar::Float64)),
        (Number, "decimal", Rounded(Scalar::Float64)),
    ]
};

const QUOTED: &str = "services write such numbers in quotes; they stay text";
const FRACTION: &str = "a number may have a fraction, whatever its format says";

/// Formats of another type that descriptions have nevertheless: the type counts.
const MISPLACED: [(Base<'static>, &str, &str); 7] = {
    use Base::{Number, String};
    [
        (String, "int32", QUOTED),
        (String, "int64", QUOTED),
        (String, "float", QUOTED),
        (String, "double", QUOTED),
        (String, "decimal", QUOTED),
        (Number, "int32", FRACTION),
        (Number, "int64", FRACTION),
    ]
};

/// Why the type counts and not the format of another type beside it.
pub(super) fn misplaced(base: Option<Base<'_>>, format: &str) -> Option<&'static str> {
    let row = MISPLACED
        .iter()
        .find(|row| Some(row.0) == base && row.1 == format);
    row.map(|row| row.2)
}

/// What becomes of a format; `None` for one that is unknown beside this type.
pub(super) fn treatment(base: Option<Base<'_>>, format: &str) -> Option<Treatment> {
    let reading = match base {
        // A file by another name: `media_types::is_bytes`.
        Some(Base::Object) if format == "file" => {
            return Some(Handled("lower::media_types"));
        }
        Some(base) => lookup(base, Some(format)),
        None => lookup_format(format),
    };
    match reading {
        Some(Reading::Exact(_) | Reading::Rounded(_)) => Some(Handled("lower::scalars")),
        Some(Reading::BaseOnly(_)) | None => misplaced(base, format).map(Ignored),
    }
}

/// The scalar of a type and format; `None` when the type is no scalar.
pub(super) fn lookup(base: Base<'_>, format: Option<&str>) -> Option<Reading> {
    let plain = match base {
        Base::String => Scalar::String,
        Base::Number => Scalar::Float64,
        Base::Integer => Scalar::Int64,
        Base::Boolean => Scalar::Boolean,
        Base::File => return Some(Reading::Exact(Scalar::Bytes)),
        Base::Object | Base::Array | Base::Unknown(_) => return None,
    };
    let Some(format) = format else {
        return Some(Reading::Exact(plain));
    };
    if base == Base::String && is_plain_string(format) {
        return Some(Reading::Exact(plain));
    }
    let known = FORMATS
        .iter()
        .find(|row| row.0 == base && is(format, row.1));
    Some(known.map_or(Reading::BaseOnly(plain), |row| row.2))
}

/// The scalar of a format that stands without a type; `None` when no type has it.
pub(super) fn lookup_format(format: &str) -> Option<Reading> {
    if is_plain_string(format) {
        return Some(Reading::Exact(Scalar::String));
    }
    let row = FORMATS.iter().find(|row| is(format, row.1));
    row.map(|row| row.2)
}

fn is_plain_string(format: &str) -> bool {
    PLAIN_STRINGS.iter().any(|plain| is(format, plain))
}

/// Descriptions have formats in any case (`Int32`, `DateTime` is another word).
fn is(format: &str, known: &str) -> bool {
    format.eq_ignore_ascii_case(known)
}

/// The word of a description for a scalar's type.
pub(super) fn type_word(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Boolean => "boolean",
        Scalar::Int32 | Scalar::Int64 | Scalar::UnixTime => "integer",
        Scalar::Float32 | Scalar::Float64 => "number",
        Scalar::String
        | Scalar::DateTime
        | Scalar::DateTimeRfc1123
        | Scalar::Base64
        | Scalar::Base64Url
        | Scalar::Bytes
        | Scalar::File
        | Scalar::Etag => "string",
    }
}

/// What a scalar is called in messages.
pub(super) fn spoken(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::String | Scalar::Etag => "a string",
        Scalar::Boolean => "a boolean",
        Scalar::Int32 => "a 32-bit integer",
        Scalar::Int64 => "a 64-bit integer",
        Scalar::Float32 => "a 32-bit float",
        Scalar::Float64 => "a 64-bit float",
        Scalar::DateTime | Scalar::DateTimeRfc1123 | Scalar::UnixTime => "a date and time",
        Scalar::Base64 | Scalar::Base64Url => "base64",
        Scalar::Bytes => "bytes",
        Scalar::File => "a file",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_looked_up_with_its_type() {
        let unixtime = Reading::Exact(Scalar::UnixTime);
        assert_eq!(lookup(Base::Integer, Some("unixtime")), Some(unixtime));
        let string = Reading::BaseOnly(Scalar::String);
        assert_eq!(lookup(Base::String, Some("unixtime")), Some(string));
    }

    #[test]
    fn decimals_are_rounded() {
        let decimal = lookup(Base::Number, Some("decimal"));
        assert_eq!(decimal, Some(Reading::Rounded(Scalar::Float64)));
    }

    #[test]
    fn a_format_of_another_type_has_a_reason_or_is_unknown() {
        let number_in_quotes = treatment(Some(Base::String), "double");
        assert_eq!(number_in_quotes, Some(Ignored(QUOTED)));
        assert_eq!(treatment(Some(Base::Boolean), "double"), None);
        assert_eq!(treatment(Some(Base::Array), "uuid"), None);
        assert_eq!(treatment(None, "unheard-of"), None);
    }

    #[test]
    fn objects_are_no_scalars() {
        assert_eq!(lookup(Base::Object, None), None);
    }
}
