//! Numbers that may stand in strings, and integers that may have a fraction of zero.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

/// A number type that can be made from what JSON has.
pub(crate) trait Number: FromStr {
    const WANTED: &'static str;
    fn from_integer(value: i128) -> Option<Self>;
    fn from_float(value: f64) -> Option<Self>;
}

/// Reads a number.
pub(crate) fn read_number<'de, N: Number, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<N, D::Error> {
    deserializer.deserialize_any(NumberVisitor(PhantomData))
}

struct NumberVisitor<N>(PhantomData<N>);

impl<N: Number> Visitor<'_> for NumberVisitor<N> {
    type Value = N;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(N::WANTED)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<N, E> {
        N::from_integer(value.into())
            .ok_or_else(|| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<N, E> {
        N::from_integer(value.into())
            .ok_or_else(|| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<N, E> {
        N::from_float(value).ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<N, E> {
        text.trim()
            .parse()
            .map_err(|_| E::invalid_value(Unexpected::Other("string"), &self))
    }
}

/// A float without a fraction, within the range that an `i64` and an `f64` share.
pub(crate) fn whole(value: f64) -> Option<i128> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    #[allow(
        clippy::cast_possible_truncation,
        reason = "checked to be whole and within range"
    )]
    (value.fract() == 0.0 && value.abs() < LIMIT).then_some(value as i128)
}

macro_rules! integers {
    ($($type:ty),*) => {$(
        impl Number for $type {
            const WANTED: &'static str = concat!("an integer (", stringify!($type), ")");

            fn from_integer(value: i128) -> Option<Self> {
                Self::try_from(value).ok()
            }

            fn from_float(value: f64) -> Option<Self> {
                Self::try_from(whole(value)?).ok()
            }
        }
    )*};
}
integers!(i32, i64);

macro_rules! floats {
    ($($type:ty),*) => {$(
        impl Number for $type {
            const WANTED: &'static str = concat!("a number (", stringify!($type), ")");

            #[allow(clippy::cast_precision_loss, reason = "a float is what was asked for")]
            fn from_integer(value: i128) -> Option<Self> {
                Some(value as Self)
            }

            #[allow(clippy::cast_possible_truncation, reason = "a float is what was asked for")]
            fn from_float(value: f64) -> Option<Self> {
                Some(value as Self)
            }
        }
    )*};
}
floats!(f32, f64);
