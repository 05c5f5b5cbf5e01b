//! The arguments of a call, by wire name.
//!
//! In: a JSON object. Out: typed values, one by one; then an error for what nobody asked for.
//! Never: takes a value of another type than the parameter's, leaves an argument out in silence, or shows one in an error.

use azure_core::error::{Error, ErrorKind};
use azure_core::fmt::SafeDebug;
use azure_core::http::poller::PollerOptions;
use azure_core::http::{NoFormat, RequestContent};
use azure_core::time::Duration;
use azure_core::{Bytes, Result, Value};
use serde_json::Map;

use crate::dispatch::file;
use crate::error::told_without_values;
use crate::form::FormFile;
use crate::formats::{Base64, Format};
use crate::model::write::Written;
use crate::model::{Json, Purpose};
use crate::parameter::ParameterValue;
#[cfg(feature = "xml")]
use crate::xml::{XmlBody, XmlFormat, xml_content};

/// The argument that chooses a media type.
const CONTENT_TYPE: &str = "Content-Type";

/// Arguments of one call by wire name: those of the operation and of the client, the body under its parameter's name.
///
/// A parameter stands as in a JSON document: a number, a boolean, text, a list of such; a date, a time or bytes as the
/// description's format has them. Null is the same as no argument. Parameters of one wire name share one argument;
/// [`remove`](Self::remove) it between [`connect`](super::Version::connect) and the call where only the client is to have it.
///
/// A body of JSON is wire JSON. It is read into the model, and the model is sent: what only the service sets does not go
/// out, nor does what the description lacks. A model cannot hold null, so JSON with an explicit null anywhere inside is
/// sent as it is, as a caller does to send null. A body of text is a string, a body of bytes a string of base64.
///
/// An operation with several media types takes one of them as the argument `Content-Type`. When the body would be JSON
/// or XML otherwise, and that is none, the body is a string of base64.
///
/// The fields of a form are arguments like parameters; for files see [`optional_file`](Self::optional_file).
#[derive(Clone, SafeDebug)]
pub struct Arguments {
    values: Map<String, Value>,
    known: Vec<&'static str>,
    poll_frequency: Option<Duration>,
}

impl Arguments {
    /// Arguments from a JSON object.
    ///
    /// # Errors
    ///
    /// `arguments` is no object.
    pub fn new(arguments: Value) -> Result<Self> {
        let Value::Object(values) = arguments else {
            let message = format!("arguments are a JSON object, not {}", kind_of(&arguments));
            return Err(Error::with_message(ErrorKind::DataConversion, message));
        };
        Ok(Self {
            values,
            known: Vec::new(),
            poll_frequency: None,
        })
    }

    /// Takes an argument away, which may be absent: one that was for the client alone, where the operation has an optional parameter of the
    /// same wire name.
    pub fn remove(&mut self, wire: &str) {
        self.values.shift_remove(wire);
    }

    /// How long a poller waits between two requests when the service does not say; at least one second. Without it the
    /// poller waits as long as `azure_core` has it.
    #[must_use]
    pub fn with_poll_frequency(mut self, frequency: Duration) -> Self {
        self.poll_frequency = Some(frequency);
        self
    }

    /// Options of a poller, with the poll frequency.
    #[must_use]
    pub fn poller_options(&self) -> PollerOptions<'static> {
        let mut options = PollerOptions::default();
        if let Some(frequency) = self.poll_frequency {
            options.frequency = frequency;
        }
        options
    }

    /// An argument that must be there.
    ///
    /// # Errors
    ///
    /// It is absent or null, or not of the type.
    pub fn required<T: Json>(&mut self, wire: &'static str) -> Result<T> {
        self.required_as::<(), T>(wire)
    }

    /// An argument that may be absent.
    ///
    /// # Errors
    ///
    /// It is not of the type.
    pub fn optional<T: Json>(&mut self, wire: &'static str) -> Result<Option<T>> {
        self.optional_as::<(), T>(wire)
    }

    /// As [`required`](Self::required), in a format of [`formats`](crate::formats).
    ///
    /// # Errors
    ///
    /// It is absent or null, or not in the format.
    pub fn required_as<F: Format<T>, T>(&mut self, wire: &'static str) -> Result<T> {
        let value = self.optional_as::<F, T>(wire)?;
        value.ok_or_else(|| missing(wire))
    }

    /// As [`optional`](Self::optional), in a format of [`formats`](crate::formats).
    ///
    /// # Errors
    ///
    /// It is not in the format.
    pub fn optional_as<F: Format<T>, T>(&mut self, wire: &'static str) -> Result<Option<T>> {
        self.value(wire)
            .map_or(Ok(None), |value| read::<F, T>(wire, value))
    }

    /// Puts the argument, when there is one, in place of a default.
    ///
    /// # Errors
    ///
    /// It is not of the type.
    pub fn replace<T: Json>(&mut self, wire: &'static str, default: &mut T) -> Result<()> {
        if let Some(value) = self.optional(wire)? {
            *default = value;
        }
        Ok(())
    }

    /// A parameter of which there is one value, which the client sends by itself. The argument may be absent.
    ///
    /// # Errors
    ///
    /// It is another value.
    pub fn constant(&mut self, wire: &'static str, value: &str) -> Result<()> {
        let is_other = match self.value(wire) {
            Some(given) => !is_text_of(given, value)?,
            None => false,
        };
        if is_other {
            let message = format!("the argument {wire:?} can only be {value:?}");
            return Err(Error::with_message(ErrorKind::DataConversion, message));
        }
        Ok(())
    }

    /// A body of JSON that must be there.
    ///
    /// # Errors
    ///
    /// It is absent or null, or not of the model.
    pub fn body<T: Json>(&mut self, wire: &'static str) -> Result<RequestContent<T>> {
        let content = self.optional_body(wire)?;
        content.ok_or_else(|| missing(wire))
    }

    /// A body of JSON that may be absent.
    ///
    /// # Errors
    ///
    /// It is not of the model.
    pub fn optional_body<T: Json>(
        &mut self,
        wire: &'static str,
    ) -> Result<Option<RequestContent<T>>> {
        if self.is_sent_as_bytes("json") {
            let bytes = self.optional_as::<Base64, Vec<u8>>(wire)?;
            return Ok(bytes.map(|bytes| Bytes::from(bytes).into()));
        }
        let Some(value) = self.value(wire) else {
            return Ok(None);
        };
        if has_null(value) {
            return Ok(Some(Bytes::from(value.to_string()).into()));
        }
        let Some(model) = read::<(), T>(wire, value)? else {
            return Ok(None);
        };
        let body = serde_json::to_vec(&Written::<(), T>::new(&model, Purpose::Request))?;
        Ok(Some(Bytes::from(body).into()))
    }

    /// A body of XML that must be there. It stands among the arguments as JSON of the model, as any other.
    ///
    /// # Errors
    ///
    /// It is absent or null, or not of the model; the model has no XML form with these values.
    #[cfg(feature = "xml")]
    pub fn xml<T: XmlBody>(&mut self, wire: &'static str) -> Result<RequestContent<T, XmlFormat>> {
        self.optional_xml(wire)?.ok_or_else(|| missing(wire))
    }

    /// A body of XML that may be absent.
    ///
    /// # Errors
    ///
    /// It is not of the model; the model has no XML form with these values.
    #[cfg(feature = "xml")]
    pub fn optional_xml<T: XmlBody>(
        &mut self,
        wire: &'static str,
    ) -> Result<Option<RequestContent<T, XmlFormat>>> {
        if self.is_sent_as_bytes("xml") {
            let bytes = self.optional_as::<Base64, Vec<u8>>(wire)?;
            return Ok(bytes.map(|bytes| Bytes::from(bytes).into()));
        }
        let model = self.optional::<T>(wire)?;
        model.as_ref().map(xml_content).transpose()
    }

    /// A body of text that must be there.
    ///
    /// # Errors
    ///
    /// It is absent or null, or no string.
    pub fn text(&mut self, wire: &'static str) -> Result<RequestContent<String, NoFormat>> {
        self.optional_text(wire)?.ok_or_else(|| missing(wire))
    }

    /// A body of text that may be absent.
    ///
    /// # Errors
    ///
    /// It is no string.
    pub fn optional_text(
        &mut self,
        wire: &'static str,
    ) -> Result<Option<RequestContent<String, NoFormat>>> {
        let text = self.optional::<String>(wire)?;
        Ok(text.map(|text| Bytes::from(text).into()))
    }

    /// A body of bytes that must be there: a string of base64, in either alphabet.
    ///
    /// # Errors
    ///
    /// It is absent or null, or no base64.
    pub fn bytes(&mut self, wire: &'static str) -> Result<RequestContent<Bytes, NoFormat>> {
        self.optional_bytes(wire)?.ok_or_else(|| missing(wire))
    }

    /// A body of bytes that may be absent: a string of base64, in either alphabet.
    ///
    /// # Errors
    ///
    /// It is no base64.
    pub fn optional_bytes(
        &mut self,
        wire: &'static str,
    ) -> Result<Option<RequestContent<Bytes, NoFormat>>> {
        let bytes = self.optional_as::<Base64, Vec<u8>>(wire)?;
        Ok(bytes.map(|bytes| Bytes::from(bytes).into()))
    }

    /// A file of a form that must be there: see [`optional_file`](Self::optional_file).
    ///
    /// # Errors
    ///
    /// It is absent or null, or no file.
    pub fn file(&mut self, wire: &'static str) -> Result<FormFile> {
        self.optional_file(wire)?.ok_or_else(|| missing(wire))
    }

    /// A file of a form that may be absent: a string of base64, or an object with such a string as its `content`, and if
    /// you like `filename` and `contentType`.
    ///
    /// # Errors
    ///
    /// It is none of these.
    pub fn optional_file(&mut self, wire: &'static str) -> Result<Option<FormFile>> {
        self.value(wire)
            .map(|value| file::read_file(wire, value))
            .transpose()
    }

    /// Files of a form that must be there: a list of what [`optional_file`](Self::optional_file) takes.
    ///
    /// # Errors
    ///
    /// It is absent or null, or no list of files.
    pub fn files(&mut self, wire: &'static str) -> Result<Vec<FormFile>> {
        self.optional_files(wire)?.ok_or_else(|| missing(wire))
    }

    /// Files of a form that may be absent.
    ///
    /// # Errors
    ///
    /// It is no list of files.
    pub fn optional_files(&mut self, wire: &'static str) -> Result<Option<Vec<FormFile>>> {
        match self.value(wire) {
            None => Ok(None),
            Some(Value::Array(files)) => {
                let files = files.iter().map(|value| file::read_file(wire, value));
                files.collect::<Result<_>>().map(Some)
            }
            Some(other) => Err(file::unreadable(wire, other)),
        }
    }

    /// Ends the reading.
    ///
    /// # Errors
    ///
    /// There are arguments that nobody asked for. The text names the first of them, and those that were asked for.
    pub fn finish(&self) -> Result<()> {
        let is_known = |wire: &str| self.known.contains(&wire);
        let Some(unknown) = self.values.keys().find(|wire| !is_known(wire)) else {
            return Ok(());
        };
        let known = if self.known.is_empty() {
            "none".to_owned()
        } else {
            self.known.join(", ")
        };
        let message = format!("there is no parameter {unknown:?}; the parameters are: {known}");
        Err(Error::with_message(ErrorKind::Other, message))
    }

    /// Whether the caller has chosen a media type that is not of this kind: `json`, `xml`.
    fn is_sent_as_bytes(&self, kind: &str) -> bool {
        let chosen = self.values.get(CONTENT_TYPE).and_then(Value::as_str);
        chosen.is_some_and(|chosen| {
            let media_type = chosen.split(';').next().unwrap_or_default().trim();
            let media_type = media_type.to_ascii_lowercase();
            let rest = media_type.strip_suffix(kind);
            !rest.is_some_and(|rest| rest.ends_with(['/', '+']))
        })
    }

    /// The argument, unless it is null.
    fn value(&mut self, wire: &'static str) -> Option<&Value> {
        if !self.known.contains(&wire) {
            self.known.push(wire);
        }
        self.values.get(wire).filter(|value| !value.is_null())
    }
}

pub(super) fn read<F: Format<T>, T>(wire: &str, value: &Value) -> Result<Option<T>> {
    F::read(value).map_err(|error| {
        let what = format!("the argument {wire:?} cannot be read");
        told_without_values(ErrorKind::DataConversion, &what, error.into())
    })
}

/// What a value is called in a message, which does not show the value: it may be secret.
pub(super) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

fn missing(wire: &str) -> Error {
    let message = format!("the argument {wire:?} is missing");
    Error::with_message(ErrorKind::Other, message)
}

/// Whether a value has this text; a number has every text that means it.
fn is_text_of(given: &Value, text: &str) -> Result<bool> {
    let is_same_number = || given.as_f64().is_some() && given.as_f64() == text.parse().ok();
    Ok(given.to_text()?.as_deref() == Some(text) || is_same_number())
}

/// Whether there is a null at any depth. A document nests no deeper than its reader allows.
fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(entries) => entries.values().any(has_null),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}
