//! Lists and maps whose items have a format.

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use crate::formats::Format;
use crate::model::Purpose;
use crate::model::{read::Read, write::Written};

/// A JSON array whose items are in the format `F`. Null items are left out, unless the items are free JSON.
#[derive(Clone, Copy, Debug)]
pub struct List<F>(PhantomData<F>);

/// A JSON object with free keys whose values are in the format `F`. Entries with null are left out, unless the values are
/// free JSON. Keys are written in ascending order.
#[derive(Clone, Copy, Debug)]
pub struct Map<F>(PhantomData<F>);

impl<F: Format<T>, T> Format<Vec<T>> for List<F> {
    fn write<S: Serializer>(
        list: &Vec<T>,
        purpose: Purpose,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut items = serializer.serialize_seq(Some(list.len()))?;
        for item in list {
            items.serialize_element(&Written::<F, T>::new(item, purpose))?;
        }
        items.end()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<T>>, D::Error> {
        deserializer
            .deserialize_seq(ListVisitor::<F, T>(PhantomData))
            .map(Some)
    }
}

impl<F: Format<T>, T> Format<HashMap<String, T>> for Map<F> {
    fn write<S: Serializer>(
        map: &HashMap<String, T>,
        purpose: Purpose,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut sorted: Vec<_> = map.iter().collect();
        sorted.sort_unstable_by_key(|(key, _)| *key);
        let mut entries = serializer.serialize_map(Some(map.len()))?;
        for (key, value) in sorted {
            entries.serialize_entry(key, &Written::<F, T>::new(value, purpose))?;
        }
        entries.end()
    }

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<HashMap<String, T>>, D::Error> {
        deserializer
            .deserialize_map(MapVisitor::<F, T>(PhantomData))
            .map(Some)
    }
}

struct ListVisitor<F, T>(PhantomData<(F, T)>);

impl<'de, F: Format<T>, T> Visitor<'de> for ListVisitor<F, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<Vec<T>, E> {
        // The message would show the text otherwise.
        Err(E::invalid_type(Unexpected::Other("string"), &self))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Read::<F, T>::item())? {
            list.extend(item);
        }
        Ok(list)
    }
}

struct MapVisitor<F, T>(PhantomData<(F, T)>);

impl<'de, F: Format<T>, T> Visitor<'de> for MapVisitor<F, T> {
    type Value = HashMap<String, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<HashMap<String, T>, E> {
        // The message would show the text otherwise.
        Err(E::invalid_type(Unexpected::Other("string"), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<HashMap<String, T>, A::Error> {
        let mut map = HashMap::new();
        while let Some(key) = entries.next_key::<String>()? {
            if let Some(value) = entries.next_value_seed(Read::<F, T>::item())? {
                map.insert(key, value);
            }
        }
        Ok(map)
    }
}
