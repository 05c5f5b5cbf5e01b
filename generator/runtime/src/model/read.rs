//! Reading models, and the places that their fields are.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::RangeFull;

use futures::future::BoxFuture;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Unexpected, Visitor};
use serde::ser::Serializer;

use crate::formats::Format;
use crate::model::write::Fields;

/// An object with named fields. Implemented by [`model!`](crate::model!).
pub trait Model: Default {
    /// Puts all fields.
    fn write<S: Serializer>(&self, out: &mut Fields<S>);

    /// Takes the value of the current key, or skips it.
    ///
    /// # Errors
    ///
    /// Those of the input.
    fn read<'de, A: MapAccess<'de>>(&mut self, input: &mut Input<'_, A>) -> Result<(), A::Error>;
}

impl<M: Model> Model for Box<M> {
    fn write<S: Serializer>(&self, out: &mut Fields<S>) {
        (**self).write(out);
    }

    fn read<'de, A: MapAccess<'de>>(&mut self, input: &mut Input<'_, A>) -> Result<(), A::Error> {
        (**self).read(input)
    }
}

/// One key of an object that is being read, and access to its value.
pub struct Input<'i, A> {
    key: &'i str,
    map: &'i mut A,
}

impl<A> Input<'_, A> {
    /// Whether the current key is `key`; `..` is any.
    pub fn is<K: Key>(&self, key: K) -> bool {
        key.matches(self.key)
    }

    /// Reads the value into `place`.
    ///
    /// # Errors
    ///
    /// Those of the input.
    pub fn take<'de, F, K>(&mut self, _: K, place: &mut impl Place<F, K>) -> Result<(), A::Error>
    where
        A: MapAccess<'de>,
    {
        place.take(self.key, self.map)
    }

    /// Reads past the value.
    ///
    /// # Errors
    ///
    /// Those of the input.
    pub fn skip<'de>(&mut self) -> Result<(), A::Error>
    where
        A: MapAccess<'de>,
    {
        self.map.next_value::<IgnoredAny>().map(|_| ())
    }
}

/// Which keys belong to a field: one wire name, or all that are left (`..`).
pub trait Key: Copy {
    /// Whether `key` is one of them.
    fn matches(self, key: &str) -> bool;
}

impl Key for &str {
    fn matches(self, key: &str) -> bool {
        self == key
    }
}

impl Key for RangeFull {
    fn matches(self, _: &str) -> bool {
        true
    }
}

/// A field of a model that holds values in the format `F` under keys of the kind `K`.
pub trait Place<F, K> {
    /// Writes what the field holds; nothing when it is empty.
    fn put<S: Serializer>(&self, key: K, out: &mut Fields<S>);

    /// Reads the value of `key` into the field.
    ///
    /// # Errors
    ///
    /// Those of the input.
    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error>;
}

impl<F: Format<T>, T> Place<F, &'static str> for Option<T> {
    fn put<S: Serializer>(&self, key: &'static str, out: &mut Fields<S>) {
        if let Some(value) = self {
            out.entry::<F, T>(key, value);
        }
    }

    fn take<'de, A: MapAccess<'de>>(&mut self, _: &str, map: &mut A) -> Result<(), A::Error> {
        *self = map.next_value_seed(Read::<F, T>::field())?;
        Ok(())
    }
}

impl<F: Format<Vec<T>>, T> Place<F, &'static str> for Vec<T> {
    fn put<S: Serializer>(&self, key: &'static str, out: &mut Fields<S>) {
        out.entry::<F, Self>(key, self);
    }

    fn take<'de, A: MapAccess<'de>>(&mut self, _: &str, map: &mut A) -> Result<(), A::Error> {
        *self = map
            .next_value_seed(Read::<F, Self>::field())?
            .unwrap_or_default();
        Ok(())
    }
}

impl<F: Format<T>, T> Place<F, RangeFull> for HashMap<String, T> {
    fn put<S: Serializer>(&self, _: RangeFull, out: &mut Fields<S>) {
        // Sorted, so that the same model gives the same bytes.
        let mut entries: Vec<_> = self.iter().collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        for (key, value) in entries {
            out.entry::<F, T>(key, value);
        }
    }

    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        if let Some(value) = map.next_value_seed(Read::<F, T>::item())? {
            self.insert(key.to_owned(), value);
        }
        Ok(())
    }
}

impl<F: Format<T>, T> Place<F, RangeFull> for Option<HashMap<String, T>> {
    fn put<S: Serializer>(&self, key: RangeFull, out: &mut Fields<S>) {
        if let Some(rest) = self {
            Place::<F, RangeFull>::put(rest, key, out);
        }
    }

    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        Place::<F, RangeFull>::take(self.get_or_insert_default(), key, map)
    }
}

/// Reads a model from a JSON object; null is an empty model.
///
/// # Errors
///
/// Those of `deserializer`; a document that is no object; a field of another type.
pub fn read_model<'de, M: Model, D: Deserializer<'de>>(deserializer: D) -> Result<M, D::Error> {
    // Not `deserialize_map`: a JSON reader would then refuse null by itself.
    deserializer.deserialize_any(ModelVisitor(PhantomData))
}

struct ModelVisitor<M>(PhantomData<M>);

impl<'de, M: Model> Visitor<'de> for ModelVisitor<M> {
    type Value = M;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_unit<E>(self) -> Result<M, E> {
        Ok(M::default())
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<M, E> {
        // The message would show the text otherwise.
        Err(E::invalid_type(Unexpected::Other("string"), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<M, A::Error> {
        let mut model = M::default();
        while let Some(KeyText(key)) = map.next_key()? {
            model.read(&mut Input {
                key: &key,
                map: &mut map,
            })?;
        }
        Ok(model)
    }
}

/// A key, borrowed from the input where that is possible.
struct KeyText<'de>(Cow<'de, str>);

impl<'de> serde::Deserialize<'de> for KeyText<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = KeyText<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, key: &'de str) -> Result<KeyText<'de>, E> {
                Ok(KeyText(key.into()))
            }

            fn visit_str<E>(self, key: &str) -> Result<KeyText<'de>, E> {
                Ok(KeyText(key.to_owned().into()))
            }
        }
        deserializer.deserialize_str(KeyVisitor)
    }
}

/// Reads a value in the format `F`.
pub(crate) struct Read<F, T> {
    null: fn() -> Option<T>,
    format: PhantomData<F>,
}

impl<F: Format<T>, T> Read<F, T> {
    /// Of a field: null is nothing.
    pub fn field() -> Self {
        Self {
            null: || None,
            format: PhantomData,
        }
    }

    /// Of a list or map: null is what the format says.
    pub fn item() -> Self {
        Self {
            null: F::null,
            format: PhantomData,
        }
    }
}

impl<'de, F: Format<T>, T> DeserializeSeed<'de> for Read<F, T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, F: Format<T>, T> Visitor<'de> for Read<F, T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok((self.null)())
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok((self.null)())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        F::read(deserializer)
    }
}

/// The items of a page, whether its field is a `Vec` or an `Option` of one.
pub fn page_items<T: Send + 'static>(
    items: impl Into<Option<Vec<T>>>,
) -> BoxFuture<'static, azure_core::Result<std::vec::IntoIter<T>>> {
    let items = items.into().unwrap_or_default().into_iter();
    Box::pin(std::future::ready(Ok(items)))
}
