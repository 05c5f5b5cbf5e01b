//! JSON of everything that a field can hold: models, lists, maps, scalars.

use std::collections::HashMap;

use azure_core::Value;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::formats::{Format, List, Map, read_number};
use crate::model::read::{Model, read_model};
use crate::model::write::{Purpose, write_model};

/// A value with a JSON form of its own. Dates and bytes have none: they need one of the [`formats`](crate::formats).
///
/// It stands beside serde's traits because writing needs a [`Purpose`].
pub trait Json: Sized {
    /// Writes the value.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    fn write<S: Serializer>(&self, purpose: Purpose, serializer: S) -> Result<S::Ok, S::Error>;

    /// Reads a value that is not null.
    ///
    /// # Errors
    ///
    /// Those of the deserializer; a value of another type.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// What null is inside a list or a map; nothing: it is left out.
    fn null() -> Option<Self> {
        None
    }
}

impl<M: Model> Json for M {
    fn write<S: Serializer>(&self, purpose: Purpose, serializer: S) -> Result<S::Ok, S::Error> {
        write_model(self, purpose, serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_model(deserializer)
    }
}

impl<T: Json> Json for Vec<T> {
    fn write<S: Serializer>(&self, purpose: Purpose, serializer: S) -> Result<S::Ok, S::Error> {
        List::<()>::write(self, purpose, serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        List::<()>::read(deserializer).map(Option::unwrap_or_default)
    }
}

impl<T: Json> Json for HashMap<String, T> {
    fn write<S: Serializer>(&self, purpose: Purpose, serializer: S) -> Result<S::Ok, S::Error> {
        Map::<()>::write(self, purpose, serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::<()>::read(deserializer).map(Option::unwrap_or_default)
    }
}

impl Json for Value {
    fn write<S: Serializer>(&self, _: Purpose, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

/// Scalars whose JSON form is serde's.
macro_rules! as_serde_has_it {
    ($($type:ty),*) => {$(
        impl Json for $type {
            fn write<S: Serializer>(&self, _: Purpose, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        }
    )*};
}
as_serde_has_it!(String, bool);

/// Numbers, which services also send in strings.
macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl Json for $type {
            fn write<S: Serializer>(&self, _: Purpose, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read_number(deserializer)
            }
        }
    )*};
}
numbers!(i32, i64, f32, f64);
