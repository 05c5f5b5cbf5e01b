//! Forms that dates, bytes, lists and maps have on the wire, where JSON has no own form for them.
//!
//! In: a value, or what a service sent. Out: the other. Writing is strict, reading is lenient where services are loose.
//! Never: panics on a date that a format cannot hold; that is an error.
//!
//! The same types say how a field of a model is written (`as UnixTime` in [`model!`](crate::model!)) and wrap the value of
//! a parameter: `request.header("date", Rfc1123(date))`. A body that is nothing but a date or bytes, or a list or map of
//! such, is of the wrapper's type:
//!
//! ```
//! # use armature_runtime::{formats::DateTime, request_content};
//! # use azure_core::{http::{RequestContent, Response}, time::OffsetDateTime};
//! # fn example(response: Response<DateTime<OffsetDateTime>>) -> azure_core::Result<()> {
//! let DateTime(date) = response.into_model()?;
//! let content: RequestContent<Vec<DateTime<OffsetDateTime>>> = request_content(&vec![DateTime(date)])?;
//! # Ok(())
//! # }
//! ```

mod bytes;
mod containers;
mod number;
mod time;
mod wrapped;

pub(crate) use bytes::decode;
pub use bytes::{Base64, Base64Url, Bytes};
pub use containers::{List, Map};
pub(crate) use number::read_number;
pub use time::{Date, DateTime, Rfc1123, UnixTime};
pub(crate) use time::{parse_rfc1123, parse_rfc3339, rfc3339_text};

use serde::de::Deserializer;
use serde::ser::Serializer;

use crate::model::{Json, Purpose};

/// How values of the type `T` stand in JSON.
pub trait Format<T> {
    /// Writes a value.
    ///
    /// # Errors
    ///
    /// Those of the serializer; a value that has no text in this format.
    fn write<S: Serializer>(value: &T, purpose: Purpose, serializer: S) -> Result<S::Ok, S::Error>;

    /// Reads a value that is not null; nothing when what stands there means absence (`""` for a date).
    ///
    /// # Errors
    ///
    /// Those of the deserializer; text that is not in this format.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error>;

    /// What null is inside a list or a map; nothing: it is left out.
    fn null() -> Option<T> {
        None
    }
}

/// The JSON form that the type has by itself.
impl<T: Json> Format<T> for () {
    fn write<S: Serializer>(value: &T, purpose: Purpose, serializer: S) -> Result<S::Ok, S::Error> {
        value.write(purpose, serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer).map(Some)
    }

    fn null() -> Option<T> {
        T::null()
    }
}
