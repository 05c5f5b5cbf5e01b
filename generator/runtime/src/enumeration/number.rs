//! Enumerations of whole numbers: the half of [`extensible_enum!`](crate::extensible_enum!) and
//! [`closed_enum!`](crate::closed_enum!) for tables with a number type, `Level as i32`.
//!
//! In: variants and their numbers. Out: conversions from and into the number, `Display`, `FromStr`, JSON, and use as a parameter.
//! Never: rounds; a number with a fraction is an error.

use azure_core::error::{Error, ErrorKind};

/// What both kinds of enumerations of numbers share.
#[doc(hidden)]
#[macro_export]
macro_rules! __number_enum {
    ($name:ident as $number:ident) => {
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.number(), f)
            }
        }

        impl ::core::convert::From<$name> for $number {
            fn from(value: $name) -> Self {
                value.number()
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::__private::azure_core::Error;
            fn from_str(value: &str) -> $crate::__private::azure_core::Result<Self> {
                match value.parse::<$number>() {
                    ::core::result::Result::Ok(number) => Self::of_number(number),
                    ::core::result::Result::Err(_) => ::core::result::Result::Err(
                        $crate::__private::unknown_value(::core::stringify!($name), value),
                    ),
                }
            }
        }

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::Serialize::serialize(&self.number(), serializer)
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::Json::read(deserializer)
            }
        }

        impl $crate::__private::Json for $name {
            fn write<S: $crate::__private::Serializer>(
                &self,
                _: $crate::__private::Purpose,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::Serialize::serialize(&self.number(), serializer)
            }

            fn read<'de, D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let number = <$number as $crate::__private::Json>::read(deserializer)?;
                Self::of_number(number).map_err($crate::__private::DeserializeError::custom)
            }
        }

        impl $crate::__private::ParameterValue for $name {
            fn to_text(
                &self,
            ) -> $crate::__private::azure_core::Result<
                ::core::option::Option<::std::borrow::Cow<'_, str>>,
            > {
                ::core::result::Result::Ok(::core::option::Option::Some(::std::borrow::Cow::Owned(
                    ::std::string::ToString::to_string(self),
                )))
            }
        }
    };
}

/// The error of a closed enumeration for a number that it lacks.
pub fn unknown_number(enumeration: &str, number: i64) -> Error {
    Error::with_message(
        ErrorKind::DataConversion,
        format!("{number} is no value of {enumeration}"),
    )
}
