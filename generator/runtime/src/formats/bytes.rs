//! Bytes as text: base64 and base64url (RFC 4648, sections 4 and 5).

use std::borrow::Cow;

use azure_core::base64;
use serde::de::{self, Deserialize, Deserializer};
use serde::ser::Serializer;

use crate::formats::Format;
use crate::model::Purpose;
use crate::parameter::ParameterValue;

/// Base64: standard alphabet, padded. Read in either alphabet, padded or not, with line breaks or blanks too.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Base64<T = ()>(pub T);

/// Base64url: URL alphabet, not padded. Read like [`Base64`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Base64Url<T = ()>(pub T);

/// Bytes that may be absent: what the wrappers of this module take.
pub trait Bytes {
    /// The bytes.
    fn bytes(&self) -> Option<&[u8]>;
}

impl Bytes for [u8] {
    fn bytes(&self) -> Option<&[u8]> {
        Some(self)
    }
}

impl Bytes for Vec<u8> {
    fn bytes(&self) -> Option<&[u8]> {
        Some(self)
    }
}

impl<T: Bytes> Bytes for Option<T> {
    fn bytes(&self) -> Option<&[u8]> {
        self.as_ref().and_then(Bytes::bytes)
    }
}

impl<T: Bytes + ?Sized> Bytes for &T {
    fn bytes(&self) -> Option<&[u8]> {
        (**self).bytes()
    }
}

impl<T: Bytes> ParameterValue for Base64<T> {
    fn to_text(&self) -> azure_core::Result<Option<Cow<'_, str>>> {
        Ok(self.0.bytes().map(|bytes| base64::encode(bytes).into()))
    }
}

impl<T: Bytes> ParameterValue for Base64Url<T> {
    fn to_text(&self) -> azure_core::Result<Option<Cow<'_, str>>> {
        Ok(self
            .0
            .bytes()
            .map(|bytes| base64::encode_url_safe(bytes).into()))
    }
}

impl Format<Vec<u8>> for Base64 {
    fn write<S: Serializer>(bytes: &Vec<u8>, _: Purpose, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64::encode(bytes))
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<u8>>, D::Error> {
        read_bytes(deserializer)
    }
}

impl Format<Vec<u8>> for Base64Url {
    fn write<S: Serializer>(bytes: &Vec<u8>, _: Purpose, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64::encode_url_safe(bytes))
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<u8>>, D::Error> {
        read_bytes(deserializer)
    }
}

/// Decodes both alphabets, padded or not; white space is passed over.
pub(crate) fn decode(text: &str) -> azure_core::Result<Vec<u8>> {
    let url_safe: String = text
        .chars()
        .filter(|c| !c.is_ascii_whitespace())
        .map(|c| match c {
            '+' => '-',
            '/' => '_',
            other => other,
        })
        .collect();
    base64::decode_url_safe(url_safe)
}

fn read_bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<u8>>, D::Error> {
    let text = Cow::<str>::deserialize(deserializer)?;
    let bytes = decode(&text);
    bytes
        .map(Some)
        .map_err(|_| de::Error::custom("a string that is no base64"))
}
