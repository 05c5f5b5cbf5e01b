//! Files of forms among the arguments.
//!
//! In: a string of base64, or an object that has the file's name beside it. Out: the file.
//! Never: shows content in an error.

use azure_core::error::{Error, ErrorKind};
use azure_core::{Result, Value};

use crate::dispatch::arguments::{kind_of, read};
use crate::form::FormFile;
use crate::formats::Base64;

/// Reads one file, the argument `wire` or one of its list.
///
/// # Errors
///
/// It is no file, or has members that files do not have.
pub(super) fn read_file(wire: &str, value: &Value) -> Result<FormFile> {
    let object = match value {
        Value::String(_) => return content(wire, value),
        Value::Object(object) => object,
        other => return Err(unreadable(wire, other)),
    };
    let known = ["content", "filename", "contentType"];
    if let Some(unknown) = object.keys().find(|key| !known.contains(&key.as_str())) {
        let message = format!("the argument {wire:?} is a file, which has no {unknown:?}");
        return Err(Error::with_message(ErrorKind::DataConversion, message));
    }
    let mut file = content(wire, object.get("content").unwrap_or(&Value::Null))?;
    if let Some(name) = text(wire, object.get("filename"))? {
        file = file.with_filename(name);
    }
    if let Some(content_type) = text(wire, object.get("contentType"))? {
        file = file.with_content_type(content_type);
    }
    Ok(file)
}

/// The error for a value that is no file.
pub(super) fn unreadable(wire: &str, value: &Value) -> Error {
    let found = kind_of(value);
    let message = format!("the argument {wire:?} cannot be read: {found} is no file");
    Error::with_message(ErrorKind::DataConversion, message)
}

fn content(wire: &str, value: &Value) -> Result<FormFile> {
    let bytes = match value {
        Value::String(_) => read::<Base64, Vec<u8>>(wire, value)?,
        _ => None,
    };
    let bytes = bytes.ok_or_else(|| unreadable(wire, value))?;
    Ok(FormFile::from(bytes))
}

fn text<'v>(wire: &str, value: Option<&'v Value>) -> Result<Option<&'v str>> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(unreadable(wire, other)),
    }
}
