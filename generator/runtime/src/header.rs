//! Typed response headers, by macro.
//!
//! In: a response type and its headers. Out: a sealed trait with one getter a header, for `Response` in any format, or for
//! `AsyncResponse`.
//! Never: fails because a header is absent.

use std::error::Error as StdError;
use std::str::FromStr;

use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{HeaderName, Headers};
use azure_core::http::{AsyncResponse, Response};
use azure_core::time::OffsetDateTime;

use crate::formats::{self, Base64, Base64Url, DateTime, Rfc1123, UnixTime};

/// Gives the answers with one kind of body their typed headers.
///
/// ```
/// use armature_runtime::{formats::Rfc1123, model, response_headers};
/// use azure_core::http::{Etag, RawResponse, Response, StatusCode, headers::Headers};
/// # use azure_core::fmt::SafeDebug;
/// # #[derive(Clone, Default, SafeDebug)]
/// # pub struct Thing { name: Option<String> }
/// # model! { Thing { name: "name" } }
///
/// response_headers! {
///     /// Response headers of answers with a [`Thing`].
///     ThingHeaders for Thing {
///         /// The thing's entity tag.
///         etag: "etag" as Etag,
///         /// When it was changed.
///         last_modified: "last-modified" as Rfc1123,
///     }
/// }
///
/// # fn main() -> azure_core::Result<()> {
/// let mut headers = Headers::new();
/// headers.insert("etag", "W/\"1\"");
/// let response: Response<Thing> = RawResponse::from_bytes(StatusCode::Ok, headers, "{}").into();
/// assert_eq!(response.etag()?, Some(Etag::from("W/\"1\"")));
/// assert_eq!(response.last_modified()?, None);
/// # Ok(())
/// # }
/// ```
///
/// The type after `as` is one that implements `FromStr` (a getter gives that type) or one of
/// [`formats`] (a getter gives a date or bytes). It is named as the surrounding code names it. `for stream Thing` is for
/// `AsyncResponse<Thing>`: answers whose body is read while it comes.
#[macro_export]
macro_rules! response_headers {
    (
        $(#[$attribute:meta])*
        $name:ident for stream $subject:ident { $($headers:tt)* }
    ) => {
        $crate::response_headers! {
            @ $(#[$attribute])*
            $name for [] $crate::__private::azure_core::http::AsyncResponse<$subject> { $($headers)* }
        }
    };
    (
        $(#[$attribute:meta])*
        $name:ident for $subject:ty { $($headers:tt)* }
    ) => {
        $crate::response_headers! {
            @ $(#[$attribute])*
            $name for [<__Format>] $crate::__private::azure_core::http::Response<$subject, __Format> { $($headers)* }
        }
    };
    (
        @ $(#[$attribute:meta])*
        $name:ident for [$($generics:tt)*] $response:ty {
            $($(#[$getter_attribute:meta])* $getter:ident : $wire:literal as $type:ty),* $(,)?
        }
    ) => {
        $(#[$attribute])*
        pub trait $name: $crate::__private::Sealed {
            $(
                $(#[$getter_attribute])*
                fn $getter(&self) -> $crate::__private::azure_core::Result<
                    ::core::option::Option<<$type as $crate::__private::HeaderFormat>::Value>,
                >;
            )*
        }

        impl $($generics)* $name for $response {
            $(
                fn $getter(&self) -> $crate::__private::azure_core::Result<
                    ::core::option::Option<<$type as $crate::__private::HeaderFormat>::Value>,
                > {
                    $crate::__private::read_header::<$type>(self.headers(), $wire)
                }
            )*
        }
    };
}

/// Keeps the traits of [`response_headers!`](crate::response_headers!) to responses.
pub trait Sealed {}

impl<T, F> Sealed for Response<T, F> {}
impl<T> Sealed for AsyncResponse<T> {}

/// How a header's text becomes a value.
pub trait HeaderFormat {
    /// What the getter gives.
    type Value;

    /// Reads the text.
    ///
    /// # Errors
    ///
    /// Text that is not in this format.
    fn parse(text: &str) -> Result<Self::Value>;
}

impl<T> HeaderFormat for T
where
    T: FromStr<Err: StdError + Send + Sync + 'static>,
{
    type Value = T;

    fn parse(text: &str) -> Result<T> {
        text.parse()
            .map_err(|error| Error::new(ErrorKind::DataConversion, error))
    }
}

impl HeaderFormat for DateTime {
    type Value = OffsetDateTime;

    fn parse(text: &str) -> Result<OffsetDateTime> {
        formats::parse_rfc3339(text)
    }
}

impl HeaderFormat for Rfc1123 {
    type Value = OffsetDateTime;

    fn parse(text: &str) -> Result<OffsetDateTime> {
        formats::parse_rfc1123(text)
    }
}

impl HeaderFormat for UnixTime {
    type Value = OffsetDateTime;

    fn parse(text: &str) -> Result<OffsetDateTime> {
        let date = OffsetDateTime::from_unix_timestamp(text.parse()?);
        date.map_err(|error| Error::new(ErrorKind::DataConversion, error))
    }
}

impl HeaderFormat for Base64 {
    type Value = Vec<u8>;

    fn parse(text: &str) -> Result<Vec<u8>> {
        formats::decode(text)
    }
}

impl HeaderFormat for Base64Url {
    type Value = Vec<u8>;

    fn parse(text: &str) -> Result<Vec<u8>> {
        formats::decode(text)
    }
}

/// The header's value; nothing when it is absent.
///
/// # Errors
///
/// [`ErrorKind::DataConversion`] for text that is not in the format `T`; it names the header.
pub fn read_header<T: HeaderFormat>(
    headers: &Headers,
    name: &'static str,
) -> Result<Option<T::Value>> {
    let name = HeaderName::from(name.to_ascii_lowercase());
    let Some(text) = headers.get_optional_str(&name) else {
        return Ok(None);
    };
    let value = T::parse(text.trim());
    value.map(Some).map_err(|error| {
        let message = format!("the header {} cannot be read: {error}", name.as_str());
        Error::with_error(ErrorKind::DataConversion, error, message)
    })
}
