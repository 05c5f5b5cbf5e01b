//! Finds one text in a JSON document without building the document.

use std::fmt;

use azure_core::Result;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};

/// The text at the end of `steps`, keys of objects inside each other; nothing when it is absent, null or empty, or when
/// there are no steps.
///
/// # Errors
///
/// Broken JSON; anything but a string or null where the text should be.
pub(crate) fn find(document: &[u8], steps: &[&str]) -> Result<Option<String>> {
    if steps.is_empty() {
        return Ok(None);
    }
    let mut input = serde_json::Deserializer::from_slice(document);
    let found = Finder { steps }.deserialize(&mut input)?;
    input.end()?;
    Ok(found.filter(|link| !link.is_empty()))
}

#[derive(Clone, Copy)]
struct Finder<'s> {
    steps: &'s [&'s str],
}

impl<'de> DeserializeSeed<'de> for Finder<'_> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> std::result::Result<Option<String>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Finder<'_> {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.steps {
            [] => f.write_str("the text of a link"),
            [step, ..] => write!(f, "an object with the key {step:?}"),
        }
    }

    fn visit_unit<E>(self) -> std::result::Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_str<E: Error>(self, text: &str) -> std::result::Result<Option<String>, E> {
        if self.steps.is_empty() {
            Ok(Some(text.to_owned()))
        } else {
            Err(E::invalid_type(Unexpected::Other("string"), &self))
        }
    }

    fn visit_map<A: MapAccess<'de>>(
        self,
        mut map: A,
    ) -> std::result::Result<Option<String>, A::Error> {
        let Some((step, steps)) = self.steps.split_first() else {
            return Err(A::Error::invalid_type(Unexpected::Map, &self));
        };
        let mut found = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == *step {
                found = map.next_value_seed(Finder { steps })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }

    /// A list by itself has no links: a page that is a bare array is the last one.
    fn visit_seq<A: SeqAccess<'de>>(
        self,
        mut items: A,
    ) -> std::result::Result<Option<String>, A::Error> {
        if self.steps.is_empty() {
            return Err(A::Error::invalid_type(Unexpected::Seq, &self));
        }
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}
