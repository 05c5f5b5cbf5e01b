//! The text of a path, query or header parameter.
//!
//! In: a value of any type that parameters have. Out: its text, or nothing when it is absent.
//! Never: percent-encodes; that depends on where the text goes.

use std::borrow::Cow;

use azure_core::http::Etag;
use azure_core::time::OffsetDateTime;
use azure_core::{Result, Value};

use crate::formats::rfc3339_text;

/// A value that can be sent as a path, query or header parameter.
///
/// Dates go out as RFC 3339; the wrappers [`Rfc1123`](crate::Rfc1123), [`UnixTime`](crate::UnixTime),
/// [`Base64`](crate::Base64) and [`Base64Url`](crate::Base64Url) give other forms. Enumerations implement it by
/// [`extensible_enum!`](crate::extensible_enum!) and [`closed_enum!`](crate::closed_enum!).
pub trait ParameterValue {
    /// The text; nothing when the value is absent.
    ///
    /// # Errors
    ///
    /// The value has no text in its format, such as a year before 0 in RFC 3339.
    fn to_text(&self) -> Result<Option<Cow<'_, str>>>;
}

/// A list that can be sent as a query or header parameter.
pub trait ParameterList {
    /// The texts of the items; nothing when the list is absent. An absent item is an empty text.
    ///
    /// # Errors
    ///
    /// As [`ParameterValue::to_text`].
    fn to_texts(&self) -> Result<Option<Vec<String>>>;
}

/// How a list stands in one parameter (Swagger's `collectionFormat`). A delimiter inside an item is not escaped.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Collection {
    /// `csv`: commas.
    Comma,
    /// `ssv`: blanks.
    Space,
    /// `tsv`: tabs.
    Tab,
    /// `pipes`: vertical bars.
    Pipe,
    /// `multi`: the parameter is repeated.
    Repeated,
}

impl Collection {
    pub(crate) fn delimiter(self) -> &'static str {
        match self {
            Self::Comma | Self::Repeated => ",",
            Self::Space => " ",
            Self::Tab => "\t",
            Self::Pipe => "|",
        }
    }
}

impl<T: ParameterValue + ?Sized> ParameterValue for &T {
    fn to_text(&self) -> Result<Option<Cow<'_, str>>> {
        (**self).to_text()
    }
}

impl<T: ParameterValue> ParameterValue for Option<T> {
    fn to_text(&self) -> Result<Option<Cow<'_, str>>> {
        match self {
            Some(value) => value.to_text(),
            None => Ok(None),
        }
    }
}

impl ParameterValue for str {
    fn to_text(&self) -> Result<Option<Cow<'_, str>>> {
        Ok(Some(Cow::Borrowed(self)))
    }
}

impl ParameterValue for String {
    fn to_text(&self) -> Result<Option<Cow<'_, str>>> {
        Ok(Some(Cow::Borrowed(self)))
    }
}

impl ParameterValue for Etag {
    fn to_text(&self) -> Result<Option<Cow<'_, str>>> {
        Ok(Some(Cow::Borrowed(self.as_ref())))
    }
}

impl ParameterValue for OffsetDateTime {
    fn to_text(&self) -> Result<Option<Cow<'_, str>>> {
        Ok(Some(Cow::Owned(rfc3339_text(*self)?)))
    }
}

impl ParameterValue for Value {
    /// Text as it is, anything else as JSON; null is absent.
    fn to_text(&self) -> Result<Option<Cow<'_, str>>> {
        Ok(match self {
            Self::Null => None,
            Self::String(text) => Some(Cow::Borrowed(text)),
            other => Some(Cow::Owned(other.to_string())),
        })
    }
}

macro_rules! displayed {
    ($($type:ty),*) => {$(
        impl ParameterValue for $type {
            fn to_text(&self) -> Result<Option<Cow<'_, str>>> {
                Ok(Some(Cow::Owned(self.to_string())))
            }
        }
    )*};
}
displayed!(bool, i32, i64, f32, f64);

impl<L: ParameterList + ?Sized> ParameterList for &L {
    fn to_texts(&self) -> Result<Option<Vec<String>>> {
        (**self).to_texts()
    }
}

impl<L: ParameterList> ParameterList for Option<L> {
    fn to_texts(&self) -> Result<Option<Vec<String>>> {
        match self {
            Some(list) => list.to_texts(),
            None => Ok(None),
        }
    }
}

impl<T: ParameterValue> ParameterList for Vec<T> {
    fn to_texts(&self) -> Result<Option<Vec<String>>> {
        self.as_slice().to_texts()
    }
}

impl<T: ParameterValue, const N: usize> ParameterList for [T; N] {
    fn to_texts(&self) -> Result<Option<Vec<String>>> {
        self.as_slice().to_texts()
    }
}

impl<T: ParameterValue> ParameterList for [T] {
    fn to_texts(&self) -> Result<Option<Vec<String>>> {
        let text = |item: &T| Ok(item.to_text()?.unwrap_or_default().into_owned());
        self.iter().map(text).collect::<Result<Vec<_>>>().map(Some)
    }
}
