//! Dates: RFC 3339, RFC 1123, seconds since 1970.

use std::borrow::Cow;
use std::fmt;

use azure_core::error::{Error, ErrorKind};
use azure_core::time::{self, OffsetDateTime};
use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{self, Serializer};

use crate::formats::Format;
use crate::formats::number::whole;
use crate::model::Purpose;
use crate::parameter::ParameterValue;

/// RFC 3339 (`2024-05-01T12:00:00Z`). Read without an offset too, as UTC; `""` is absent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DateTime<T = ()>(pub T);

/// RFC 1123, which RFC 9110 calls IMF-fixdate (`Wed, 01 May 2024 12:00:00 GMT`). Read with a day of one digit and in any case too; `""` is absent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Rfc1123<T = ()>(pub T);

/// Seconds since 1970-01-01T00:00:00Z, an integer. Read from a string or with a fraction too, which is cut; `""` is absent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnixTime<T = ()>(pub T);

/// A date that may be absent: what the wrappers of this module take.
pub trait Date {
    /// The date.
    fn date(&self) -> Option<OffsetDateTime>;
}

impl Date for OffsetDateTime {
    fn date(&self) -> Option<OffsetDateTime> {
        Some(*self)
    }
}

impl<T: Date> Date for Option<T> {
    fn date(&self) -> Option<OffsetDateTime> {
        self.as_ref().and_then(Date::date)
    }
}

impl<T: Date> Date for &T {
    fn date(&self) -> Option<OffsetDateTime> {
        (**self).date()
    }
}

impl<T: Date> ParameterValue for DateTime<T> {
    fn to_text(&self) -> azure_core::Result<Option<Cow<'_, str>>> {
        self.0
            .date()
            .map(|date| rfc3339_text(date).map(Cow::Owned))
            .transpose()
    }
}

impl<T: Date> ParameterValue for Rfc1123<T> {
    fn to_text(&self) -> azure_core::Result<Option<Cow<'_, str>>> {
        self.0
            .date()
            .map(|date| rfc1123_text(date).map(Cow::Owned))
            .transpose()
    }
}

impl<T: Date> ParameterValue for UnixTime<T> {
    fn to_text(&self) -> azure_core::Result<Option<Cow<'_, str>>> {
        Ok(self
            .0
            .date()
            .map(|date| date.unix_timestamp().to_string().into()))
    }
}

impl Format<OffsetDateTime> for DateTime {
    fn write<S: Serializer>(
        date: &OffsetDateTime,
        _: Purpose,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&rfc3339_text(*date).map_err(ser::Error::custom)?)
    }

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<OffsetDateTime>, D::Error> {
        read_date(deserializer, parse_rfc3339)
    }
}

impl Format<OffsetDateTime> for Rfc1123 {
    fn write<S: Serializer>(
        date: &OffsetDateTime,
        _: Purpose,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&rfc1123_text(*date).map_err(ser::Error::custom)?)
    }

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<OffsetDateTime>, D::Error> {
        read_date(deserializer, parse_rfc1123)
    }
}

impl Format<OffsetDateTime> for UnixTime {
    fn write<S: Serializer>(
        date: &OffsetDateTime,
        _: Purpose,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(date.unix_timestamp())
    }

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<OffsetDateTime>, D::Error> {
        deserializer.deserialize_any(SecondsVisitor)
    }
}

/// The date as RFC 3339, with its offset.
///
/// # Errors
///
/// A year before 0 or after 9999, or an offset with seconds that UTC cannot replace: the format has no room for them.
pub(crate) fn rfc3339_text(date: OffsetDateTime) -> azure_core::Result<String> {
    let date = if date.offset().seconds_past_minute() == 0 {
        date
    } else {
        in_utc(date)?
    };
    if (0..=9999).contains(&date.year()) {
        Ok(time::to_rfc3339(&date))
    } else {
        Err(no_text(date, "RFC 3339"))
    }
}

/// The date as RFC 1123, in UTC.
///
/// # Errors
///
/// As [`rfc3339_text`].
pub(crate) fn rfc1123_text(date: OffsetDateTime) -> azure_core::Result<String> {
    let date = in_utc(date)?;
    if (0..=9999).contains(&date.year()) {
        Ok(time::to_rfc7231(&date))
    } else {
        Err(no_text(date, "RFC 1123"))
    }
}

pub(crate) fn parse_rfc3339(text: &str) -> azure_core::Result<OffsetDateTime> {
    let text = text.trim();
    time::parse_rfc3339(text)
        .or_else(|error| time::parse_rfc3339(&format!("{text}Z")).map_err(|_| error))
}

pub(crate) fn parse_rfc1123(text: &str) -> azure_core::Result<OffsetDateTime> {
    let mut words: Vec<String> = text.split_whitespace().map(capitalized).collect();
    if let Some(day) = words.get_mut(1).filter(|day| day.len() == 1) {
        day.insert(0, '0');
    }
    if let Some(zone) = words.last_mut() {
        zone.make_ascii_uppercase();
    }
    time::parse_rfc7231(&words.join(" "))
}

/// `Wed`, whatever its case is.
fn capitalized(word: &str) -> String {
    let mut word = word.to_ascii_lowercase();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

fn in_utc(date: OffsetDateTime) -> azure_core::Result<OffsetDateTime> {
    let utc = OffsetDateTime::UNIX_EPOCH.offset();
    date.checked_to_offset(utc)
        .ok_or_else(|| no_text(date, "UTC"))
}

fn no_text(date: OffsetDateTime, format: &str) -> Error {
    Error::with_message(
        ErrorKind::DataConversion,
        format!("the date {date} cannot be written as {format}"),
    )
}

fn read_date<'de, D: Deserializer<'de>>(
    deserializer: D,
    parse: fn(&str) -> azure_core::Result<OffsetDateTime>,
) -> Result<Option<OffsetDateTime>, D::Error> {
    let text = Cow::<str>::deserialize(deserializer)?;
    if text.trim().is_empty() {
        return Ok(None);
    }
    // The parser's error shows the text, which errors of bodies do not.
    let date = parse(&text);
    date.map(Some)
        .map_err(|_| de::Error::custom("a string that is no date of this format"))
}

struct SecondsVisitor;

impl SecondsVisitor {
    fn date<E: de::Error>(seconds: i64) -> Result<Option<OffsetDateTime>, E> {
        let date = OffsetDateTime::from_unix_timestamp(seconds);
        date.map(Some)
            .map_err(|_| E::invalid_value(Unexpected::Signed(seconds), &Self))
    }
}

impl Visitor<'_> for SecondsVisitor {
    type Value = Option<OffsetDateTime>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("seconds since 1970 in the years -9999 to 9999")
    }

    fn visit_i64<E: de::Error>(self, seconds: i64) -> Result<Self::Value, E> {
        Self::date(seconds)
    }

    fn visit_u64<E: de::Error>(self, seconds: u64) -> Result<Self::Value, E> {
        let signed = i64::try_from(seconds);
        Self::date(signed.map_err(|_| E::invalid_value(Unexpected::Unsigned(seconds), &self))?)
    }

    fn visit_f64<E: de::Error>(self, seconds: f64) -> Result<Self::Value, E> {
        let cut = whole(seconds.trunc()).and_then(|seconds| i64::try_from(seconds).ok());
        Self::date(cut.ok_or_else(|| E::invalid_value(Unexpected::Float(seconds), &self))?)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        match text.trim() {
            "" => Ok(None),
            text => match text.parse::<i64>() {
                Ok(seconds) => Self::date(seconds),
                Err(_) => Err(E::invalid_value(Unexpected::Other("string"), &self)),
            },
        }
    }
}
