//! Bodies that are nothing but a date or bytes, or lists and maps of such.
//!
//! In: a value in its format's wrapper: `DateTime(date)`.
//! Out: its JSON, for this crate's [`Json`] and for serde.
//! Never: reads absence: a body that is to hold a value and has `""` is an error.

use azure_core::time::OffsetDateTime;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::formats::{Base64, Base64Url, DateTime, Format, Rfc1123, UnixTime};
use crate::model::{Json, Purpose};

macro_rules! wrappers {
    ($($format:ident of $value:ty),* $(,)?) => {$(
        impl Json for $format<$value> {
            fn write<S: Serializer>(
                &self,
                purpose: Purpose,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                <$format as Format<$value>>::write(&self.0, purpose, serializer)
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <$format as Format<$value>>::read(deserializer)?;
                value.map(Self).ok_or_else(|| D::Error::custom("an empty string"))
            }
        }

        impl Serialize for $format<$value> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.write(Purpose::Everything, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $format<$value> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::read(deserializer)
            }
        }

        impl From<$value> for $format<$value> {
            fn from(value: $value) -> Self {
                Self(value)
            }
        }
    )*};
}
wrappers! {
    DateTime of OffsetDateTime,
    Rfc1123 of OffsetDateTime,
    UnixTime of OffsetDateTime,
    Base64 of Vec<u8>,
    Base64Url of Vec<u8>,
}
