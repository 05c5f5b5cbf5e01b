//! Enumerations of strings and of whole numbers, by macro: values of which a service may add more, and values that are fixed.
//!
//! In: variants and their wire values. Out: `AsRef<str>`, `Display`, `FromStr`, `Serialize`, `Deserialize`, JSON, and use as
//! a parameter.
//! Never: compares values other than exactly.

mod number;

use std::any::type_name;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use azure_core::error::{Error, ErrorKind};
use serde::de::{self, Deserializer, Visitor};

pub use number::unknown_number;

/// Gives an enum with a last variant `UnknownValue(String)` its wire values. A value that no variant has is kept in it.
///
/// ```
/// use armature_runtime::extensible_enum;
///
/// /// How deep a deletion goes.
/// #[derive(Clone, Debug, Eq, PartialEq)]
/// pub enum RecoveryLevel {
///     /// Gone.
///     Purgeable,
///     /// Not gone.
///     RecoverablePurgeable,
///     /// A value that this crate does not know.
///     UnknownValue(String),
/// }
///
/// extensible_enum! {
///     RecoveryLevel {
///         Purgeable = "Purgeable",
///         RecoverablePurgeable = "Recoverable+Purgeable",
///     }
/// }
///
/// assert_eq!(RecoveryLevel::from("Recoverable+Purgeable"), RecoveryLevel::RecoverablePurgeable);
/// assert_eq!(RecoveryLevel::from("Brand+New").to_string(), "Brand+New");
/// ```
///
/// Values that are whole numbers have their type behind the name, `Level as i32 { Low = 1, High = 2 }`, and
/// `UnknownValue(i32)` keeps the others.
#[macro_export]
macro_rules! extensible_enum {
    ($name:ident { $($variant:ident = $wire:literal),* $(,)? }) => {
        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::UnknownValue(value) => value,
                }
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($wire => Self::$variant,)*
                    _ => Self::UnknownValue(::std::string::String::from(value)),
                }
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;
            fn from_str(
                value: &str,
            ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(Self::from(value))
            }
        }

        $crate::__text_enum! { $name }
    };
    ($name:ident as $number:ident { $($variant:ident = $wire:literal),* $(,)? }) => {
        impl $name {
            fn number(&self) -> $number {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::UnknownValue(value) => *value,
                }
            }

            fn of_number(number: $number) -> $crate::__private::azure_core::Result<Self> {
                ::core::result::Result::Ok(Self::from(number))
            }
        }

        impl ::core::convert::From<$number> for $name {
            fn from(value: $number) -> Self {
                match value {
                    $($wire => Self::$variant,)*
                    _ => Self::UnknownValue(value),
                }
            }
        }

        $crate::__number_enum! { $name as $number }
    };
}

/// Gives an enum its wire values. A value that no variant has is an error.
///
/// ```
/// use armature_runtime::closed_enum;
///
/// /// What to do.
/// #[derive(Clone, Copy, Debug, Eq, PartialEq)]
/// pub enum PolicyAction {
///     /// Tell.
///     EmailContacts,
///     /// Do.
///     AutoRenew,
/// }
///
/// closed_enum! { PolicyAction { EmailContacts = "EmailContacts", AutoRenew = "AutoRenew" } }
///
/// assert_eq!("AutoRenew".parse::<PolicyAction>().unwrap(), PolicyAction::AutoRenew);
/// assert!("autorenew".parse::<PolicyAction>().is_err());
/// ```
#[macro_export]
macro_rules! closed_enum {
    ($name:ident { $($variant:ident = $wire:literal),* $(,)? }) => {
        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                }
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::__private::azure_core::Error;
            fn from_str(value: &str) -> $crate::__private::azure_core::Result<Self> {
                match value {
                    $($wire => ::core::result::Result::Ok(Self::$variant),)*
                    _ => ::core::result::Result::Err($crate::__private::unknown_value(::core::stringify!($name), value)),
                }
            }
        }

        $crate::__text_enum! { $name }
    };
    ($name:ident as $number:ident { $($variant:ident = $wire:literal),* $(,)? }) => {
        impl $name {
            fn number(&self) -> $number {
                match self {
                    $(Self::$variant => $wire,)*
                }
            }

            fn of_number(number: $number) -> $crate::__private::azure_core::Result<Self> {
                match number {
                    $($wire => ::core::result::Result::Ok(Self::$variant),)*
                    _ => ::core::result::Result::Err($crate::__private::unknown_number(
                        ::core::stringify!($name),
                        ::core::convert::From::from(number),
                    )),
                }
            }
        }

        impl ::core::convert::TryFrom<$number> for $name {
            type Error = $crate::__private::azure_core::Error;
            fn try_from(number: $number) -> $crate::__private::azure_core::Result<Self> {
                Self::of_number(number)
            }
        }

        $crate::__number_enum! { $name as $number }
    };
}

/// What both kinds of enumerations share.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_enum {
    ($name:ident) => {
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_ref())
            }
        }

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_ref())
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::read_text(deserializer)
            }
        }

        impl $crate::__private::Json for $name {
            fn write<S: $crate::__private::Serializer>(
                &self,
                _: $crate::__private::Purpose,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_ref())
            }

            fn read<'de, D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::read_text(deserializer)
            }
        }

        impl $crate::__private::ParameterValue for $name {
            fn to_text(
                &self,
            ) -> $crate::__private::azure_core::Result<
                ::core::option::Option<::std::borrow::Cow<'_, str>>,
            > {
                ::core::result::Result::Ok(::core::option::Option::Some(
                    ::std::borrow::Cow::Borrowed(self.as_ref()),
                ))
            }
        }
    };
}

/// The error of a closed enumeration for a value that it lacks.
pub fn unknown_value(enumeration: &str, value: &str) -> Error {
    Error::with_message(
        ErrorKind::DataConversion,
        format!("{value:?} is no value of {enumeration}"),
    )
}

/// Reads a JSON string into whatever parses it.
///
/// # Errors
///
/// Those of `deserializer`, anything but a string, and a string that does not parse.
pub fn read_text<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr<Err: fmt::Display>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        // The parser's error shows the text, which errors of bodies do not.
        text.parse().map_err(|_: T::Err| {
            let path = type_name::<T>();
            let name = path.rsplit("::").next().unwrap_or(path);
            E::custom(format_args!("a string that is no value of {name}"))
        })
    }
}
