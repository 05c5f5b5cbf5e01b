//! Discriminated unions: one of several models, told apart by the value of one key.
//!
//! In: kinds and their discriminator values. Out: `Serialize`, `Deserialize`, JSON, `From` for each kind, and a request body.
//! Never: takes a known kind that cannot be read for an unknown one, loses a key of an unknown kind, or compares values other
//! than exactly.

use azure_core::Value;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess};
use serde::{Deserialize, de};
use serde_json::{Error, Map};

use crate::model::values::Json;

/// Gives an enum of models its JSON form: the value of one key, the discriminator, says which model it is.
///
/// ```
/// use armature_runtime::{model, union};
/// use azure_core::fmt::SafeDebug;
///
/// /// A shape.
/// #[derive(Clone, SafeDebug)]
/// pub enum Shape {
///     /// Kind `circle`.
///     Circle(Circle),
///     /// A kind that this crate does not know: the whole object, as it was sent.
///     UnknownKind(azure_core::Value),
/// }
/// union! {
///     request Shape "kind" {
///         "circle" => Circle,
///     }
/// }
///
/// /// A circle.
/// #[derive(Clone, Default, SafeDebug)]
/// pub struct Circle {
///     /// In millimetres.
///     pub radius: Option<i32>,
/// }
/// model! {
///     Circle {
///         "kind" = "circle",
///         radius: "radius",
///     }
/// }
///
/// # fn main() -> azure_core::Result<()> {
/// let shape: Shape = azure_core::json::from_json(r#"{"radius":5,"kind":"circle"}"#)?;
/// assert!(matches!(&shape, Shape::Circle(circle) if circle.radius == Some(5)));
/// assert_eq!(azure_core::json::to_json(&shape)?, r#"{"kind":"circle","radius":5}"#);
/// let new: Shape = azure_core::json::from_json(r#"{"kind":"star","points":5}"#)?;
/// assert_eq!(azure_core::json::to_json(&new)?, r#"{"kind":"star","points":5}"#);
/// # Ok(())
/// # }
/// ```
///
/// A variant is called like the model in it, which writes the discriminator itself; the last one is `UnknownKind(Value)`. It
/// keeps whatever has another discriminator, or none. A known kind with a field that cannot be read is an error that names
/// the field.
///
/// * before the name: `request` for a union that is a request body by itself (it gets
///   `TryFrom<Shape> for RequestContent<Shape>`, which drops read-only fields at any depth);
/// * several values of one kind: `"square" | "rectangle" => Square`;
/// * a kind that is only ever written, because another one has its value: `=> Square`.
#[macro_export]
macro_rules! union {
    (request $name:ident $discriminator:literal $kinds:tt) => {
        $crate::union! { $name $discriminator $kinds }

        impl ::core::convert::TryFrom<$name> for $crate::__private::azure_core::http::RequestContent<$name> {
            type Error = $crate::__private::azure_core::Error;
            fn try_from(union: $name) -> $crate::__private::azure_core::Result<Self> {
                $crate::__private::request_content(&union)
            }
        }
    };
    ($name:ident $discriminator:literal { $($($value:literal)|* => $kind:ident),* $(,)? }) => {
        impl $crate::__private::Json for $name {
            fn write<S: $crate::__private::Serializer>(
                &self,
                purpose: $crate::__private::Purpose,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$kind(kind) => $crate::__private::Json::write(kind, purpose, serializer),)*
                    Self::UnknownKind(value) => $crate::__private::Json::write(value, purpose, serializer),
                }
            }

            fn read<'de, D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let input = $crate::__private::Kind::read($discriminator, deserializer)?;
                $($(
                    if input.is($value) {
                        return input.take().map(Self::$kind);
                    }
                )*)*
                ::core::result::Result::Ok(Self::UnknownKind(input.unknown()))
            }
        }

        // For a field whose type contains itself. The runtime cannot say this of all boxes, since a box is whose its content is.
        impl $crate::__private::Json for ::std::boxed::Box<$name> {
            fn write<S: $crate::__private::Serializer>(
                &self,
                purpose: $crate::__private::Purpose,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::Json::write(&**self, purpose, serializer)
            }

            fn read<'de, D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::Json::read(deserializer).map(Self::new)
            }
        }

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::Json::write(self, $crate::__private::Purpose::Everything, serializer)
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::Json::read(deserializer)
            }
        }

        $(
            impl ::core::convert::From<$kind> for $name {
                fn from(kind: $kind) -> Self {
                    Self::$kind(kind)
                }
            }
        )*
    };
}

/// What stands where a union is read, with its discriminator looked up.
pub struct Kind {
    discriminator: &'static str,
    value: Value,
}

impl Kind {
    /// Reads whatever is there.
    ///
    /// # Errors
    ///
    /// Those of `deserializer`.
    pub fn read<'de, D: Deserializer<'de>>(
        discriminator: &'static str,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(Self {
            discriminator,
            value,
        })
    }

    /// Whether the discriminator is `value`.
    pub fn is(&self, value: &str) -> bool {
        self.kind() == Some(value)
    }

    /// All of it as a model, or as a union inside of this one.
    ///
    /// # Errors
    ///
    /// A field of another type than the model says. The error names the kind and the field.
    pub fn take<T: Json, E: de::Error>(self) -> Result<T, E> {
        let kind = format!(
            "{} {:?}",
            self.discriminator,
            self.kind().unwrap_or_default()
        );
        let fields = match self.value {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        let fields = MapAccessDeserializer::new(NamedFields {
            rest: fields.into_iter(),
            current: None,
        });
        T::read(fields).map_err(|error| E::custom(format_args!("{kind}: {error}")))
    }

    /// All of it as it was sent.
    pub fn unknown(self) -> Value {
        self.value
    }

    fn kind(&self) -> Option<&str> {
        self.value.get(self.discriminator)?.as_str()
    }
}

/// The fields of an object, whose errors name the field: a value in memory has no line and column that could be told.
struct NamedFields {
    rest: serde_json::map::IntoIter,
    current: Option<(String, Value)>,
}

impl<'de> MapAccess<'de> for NamedFields {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.current = self.rest.next();
        match &self.current {
            Some((key, _)) => {
                let key: de::value::StrDeserializer<'_, Error> =
                    de::IntoDeserializer::into_deserializer(key.as_str());
                seed.deserialize(key).map(Some)
            }
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let (key, value) = self.current.take().unwrap_or_default();
        seed.deserialize(value)
            .map_err(|error| Error::custom(format_args!("`{key}`: {error}")))
    }
}
