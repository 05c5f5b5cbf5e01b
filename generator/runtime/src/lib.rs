//! What every client that Armature generates shares, on top of [`azure_core`].
//!
//! In: what a generated method knows (operation, method, path template, parameter values, status codes).
//! Out: `azure_core`'s types: [`RawResponse`](azure_core::http::RawResponse), [`Pager`](azure_core::http::Pager),
//! [`Poller`](azure_core::http::Poller), [`Error`](azure_core::Error).
//! Never: anything of one service.
//!
//! | module | does |
//! |---|---|
//! | [`connection`] | endpoint, credential, pipeline of a client; clouds |
//! | [`challenge`] | tokens for services that name their audience in a challenge |
//! | [`key`] | keys of accounts, in a header or in the query |
//! | [`request`], [`parameter`] | a request from a path template and values; forms, whose files are [`FormFile`]s |
//! | [`pages`] | lists that follow the service's next link |
//! | [`poll`] | long-running operations |
//! | [`error`] | what the service says about a failed call |
//! | [`group`] | clients of operation groups, by macro |
//! | [`options`] | options of methods without parameters of their own, by macro |
//! | [`mod@model`], [`formats`], [`enumeration`], [`header`] | models, unions, enumerations and response headers, by macro |
//! | `dispatch` | calls by operationId with JSON, with the feature `dispatch` |
//! | `xml` | models in XML, by macro, with the feature `xml` |
//! | `testing` | a mock transport and checks, with the feature `testing` |
//!
//! Requests are sent again as `ClientOptions::retry` says, but POST and PATCH only when they were not carried out: after 408,
//! 429 and 503, and when there was no connection. After 500, 502, 504 and an exchange that broke off
//! ([`ErrorKind::Io`](azure_core::error::ErrorKind::Io)) nobody knows whether they were. [`Repeatable`] in the context of a call says
//! that it may be carried out twice.
//!
//! A body that is a stream (`Body::from(Box<dyn SeekableStream>)`) is reset before each try, and goes out with its length where
//! it knows that. An answer that is a file is an [`AsyncResponse`](azure_core::http::AsyncResponse): its body is read while it
//! comes, and ends with an error when it breaks off.
//!
//! Code that uses a generated crate needs little of this: [`service_error`], [`Exists`] for answers to HEAD, [`ResourceManager`] for a custom cloud,
//! [`into_model`] where the answer must stay at hand, [`CompleteWithin`] for pollers, and `testing`.

#![warn(clippy::print_stdout, clippy::print_stderr)]

mod cause;
pub mod challenge;
mod cloud;
pub mod connection;
#[cfg(feature = "dispatch")]
pub mod dispatch;
mod endpoint;
pub mod enumeration;
pub mod error;
mod exists;
mod form;
pub mod formats;
pub mod group;
pub mod header;
pub mod key;
pub mod model;
pub mod options;
mod origin;
pub mod pages;
pub mod parameter;
pub mod poll;
mod repeat;
pub mod request;
mod send;
mod shown;
#[cfg(feature = "testing")]
pub mod testing;
mod user_agent;
#[cfg(feature = "xml")]
pub mod xml;

pub use cloud::ResourceManager;
pub use connection::{Connection, Package};
pub use endpoint::fill_host;
pub use error::{ServiceError, into_model, service_error};
pub use exists::Exists;
pub use form::FormFile;
pub use formats::{Base64, Base64Url, Rfc1123, UnixTime};
pub use key::ApiKey;
pub use model::request_content;
pub use parameter::{Collection, ParameterList, ParameterValue};
pub use poll::{CompleteWithin, FinalState, OperationStatus, PollResult, Polling, StillRunning};
pub use repeat::Repeatable;
pub use request::RequestBuilder;
#[cfg(feature = "xml")]
pub use xml::{XmlFormat, xml_content};

/// What the macros of this crate expand to. Not for use by hand: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use crate::enumeration::{read_text, unknown_number, unknown_value};
    pub use crate::error::read_error_model;
    #[cfg(feature = "xml")]
    pub use crate::error::read_xml_error_model;
    pub use crate::header::{HeaderFormat, Sealed, read_header};
    pub use crate::model::{Fields, Input, Json, Kind, Model, Purpose, read_model, write_model};
    pub use crate::model::{page_items, request_content};
    pub use crate::parameter::ParameterValue;
    #[cfg(feature = "xml")]
    pub use crate::xml::read_xml;
    pub use azure_core;
    pub use futures::future::BoxFuture;
    pub use serde::de::{Error as DeserializeError, MapAccess};
    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
}
