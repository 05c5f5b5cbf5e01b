//! `format`, as it is written.
//!
//! In: a format that `openapiv3` knows, or any other word.
//! Out: the word; none where it is absent or empty.
//! Never: says what a format means (that is `scalars`).

use openapiv3::VariantOrUnknownOrEmpty;

pub(super) fn word<T>(
    format: &VariantOrUnknownOrEmpty<T>,
    spell: impl Fn(&T) -> &'static str,
) -> Option<&str> {
    match format {
        VariantOrUnknownOrEmpty::Item(known) => Some(spell(known)),
        VariantOrUnknownOrEmpty::Unknown(word) => Some(word.as_str()).filter(|w| !w.is_empty()),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}

pub(super) fn of_string(format: &openapiv3::StringFormat) -> &'static str {
    match format {
        openapiv3::StringFormat::Date => "date",
        openapiv3::StringFormat::DateTime => "date-time",
        openapiv3::StringFormat::Password => "password",
        openapiv3::StringFormat::Byte => "byte",
        openapiv3::StringFormat::Binary => "binary",
    }
}

pub(super) fn of_number(format: &openapiv3::NumberFormat) -> &'static str {
    match format {
        openapiv3::NumberFormat::Float => "float",
        openapiv3::NumberFormat::Double => "double",
    }
}

pub(super) fn of_integer(format: &openapiv3::IntegerFormat) -> &'static str {
    match format {
        openapiv3::IntegerFormat::Int32 => "int32",
        openapiv3::IntegerFormat::Int64 => "int64",
    }
}
