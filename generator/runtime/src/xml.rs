//! Models in XML, for services that speak it. Only with the feature `xml`.
//!
//! In: the body of an answer, or a model; and the model's table, made by [`xml!`](crate::xml!).
//! Out: a model, or the body of a request.
//! Never: resolves an entity that a document declares, or nests deeper than [`MAX_DEPTH`] elements.
//!
//! A table says of each property where it stands in an element and what it is called there. Values are those of the model's JSON: an element is read into
//! the JSON that the same service would send, and that into the model, so that dates, enumerations, unions, read-only fields and free keys have one
//! implementation. Tables are data: they cost users of a crate next to nothing to compile, which serde's derived code would not.
//!
//! `azure_core::http::XmlFormat` is not it: it reads each type by `Deserialize`, and that of a model is its JSON.
//!
//! Reading is lenient where services are loose: prefixes, order, unknown elements and attributes, and the name of the outermost element do not matter; an
//! empty element is no number, boolean, date or enumeration, but an empty text or list.

mod macros;
mod read;
mod table;
mod tree;
mod write;

use azure_core::error::{Error, ErrorKind};
use azure_core::http::{DeserializeWith, Format, RequestContent, response::ResponseBody};
use azure_core::{Bytes, Result, Value};
use serde::de::DeserializeOwned;

use crate::error::told_without_values;
use crate::model::write::Written;
use crate::model::{Json, Purpose};

pub use table::{Form, FormOf, Kind, Name, Part, Place};
pub use tree::MAX_DEPTH;

/// Bodies in XML: `Response<T, XmlFormat>`, `RequestContent<T, XmlFormat>`.
#[derive(Clone, Debug)]
pub struct XmlFormat;

impl Format for XmlFormat {
    /// Types have an XML form of their own ([`XmlModel`]); nothing is read by `Deserialize`.
    fn deserialize<T: DeserializeOwned, S: AsRef<[u8]>>(_: S) -> Result<T> {
        let message = "only models with a table have an XML form";
        Err(Error::with_message(ErrorKind::DataConversion, message))
    }
}

/// A model or union with an XML form. Implemented by [`xml!`](crate::xml!).
pub trait XmlModel: Json {
    /// Its table.
    fn form() -> &'static Form;
}

/// A model whose lists are bodies by themselves. Implemented by [`xml!`](crate::xml!).
pub trait XmlItem: XmlModel {
    /// The element around the items.
    const LIST: Name;
}

/// What can be a whole document: a model, a union, or a list of them.
pub trait XmlBody: Json {
    /// The outermost element.
    fn root() -> Name;

    /// What is inside.
    const KIND: Kind;
}

impl<T: XmlModel> XmlBody for T {
    fn root() -> Name {
        T::form().root()
    }

    const KIND: Kind = Kind::Model(T::form);
}

impl<T: XmlItem> XmlBody for Vec<T> {
    fn root() -> Name {
        T::LIST
    }

    const KIND: Kind = Kind::Models(T::form);
}

impl<T: XmlItem> DeserializeWith<XmlFormat> for Vec<T> {
    fn deserialize_with(body: ResponseBody) -> Result<Self> {
        read_xml(&body)
    }
}

/// Reads a document.
///
/// # Errors
///
/// The bytes are no XML in UTF-8, declare entities, nest too deep, or hold a value that is not of its type, which the text does not show.
pub fn read_xml<T: XmlBody>(body: &[u8]) -> Result<T> {
    let root = tree::parse(body)?;
    let value = read::value(&root, &T::KIND).unwrap_or_else(|| Value::Object(Default::default()));
    T::read(value).map_err(|error| {
        let what = "the document cannot be read";
        told_without_values(ErrorKind::DataConversion, what, error.into())
    })
}

/// The XML body of a request, without read-only fields at any depth. For models that are a body by themselves `TryFrom` does the same; this is for lists
/// of models.
///
/// # Errors
///
/// [`ErrorKind::DataConversion`] for a value that has no text in its format, a character that XML does not have, or a key that is no name of an element.
pub fn xml_content<T: XmlBody>(value: &T) -> Result<RequestContent<T, XmlFormat>> {
    write_xml(value, Purpose::Request).map(Into::into)
}

/// Writes a document.
///
/// # Errors
///
/// Those of [`xml_content`].
pub fn write_xml<T: XmlBody>(value: &T, purpose: Purpose) -> Result<Bytes> {
    // By text: a value in memory would widen a number of 32 bits, and write more digits than it has.
    let json = serde_json::to_vec(&Written::<(), T>::new(value, purpose))?;
    let json = serde_json::from_slice(&json)?;
    write::document(&json, T::root(), &T::KIND).map(Bytes::from)
}

/// Whether a body is XML rather than JSON.
pub(crate) fn is_xml(body: &[u8]) -> bool {
    tree::without_mark(body).trim_ascii_start().first() == Some(&b'<')
}

/// A document of any form as JSON; `None` for what is no XML.
pub(crate) fn any(body: &[u8]) -> Option<Value> {
    let root = is_xml(body).then(|| tree::parse(body).ok())??;
    read::value(&root, &Kind::Any)
}
