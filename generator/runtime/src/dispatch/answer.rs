//! What a call gave, as JSON.
//!
//! In: a typed response. Out: its status, its typed headers, and its body read into the model and written again.
//! Never: shows what the model does not have.

use azure_core::error::{Error, ErrorKind};
use azure_core::fmt::SafeDebug;
use azure_core::http::{
    AsyncResponse, DeserializeWith, JsonFormat, NoFormat, RawResponse, Response,
};
use azure_core::{Bytes, Result, Value};

use crate::error::{into_model, unreadable};
use crate::formats::Format;
use crate::model::write::Written;
use crate::model::{Json, Purpose};
use crate::parameter::ParameterValue;
#[cfg(feature = "xml")]
use crate::xml::XmlFormat;

/// What a call led to.
#[derive(SafeDebug)]
pub enum Outcome {
    /// Of an operation with one answer. An error has the answer where there was one:
    /// [`service_error`](crate::service_error).
    Answer(Result<Answer>),
    /// Of a list, which was read to its end.
    Pages {
        /// All pages, those before an error too.
        pages: Vec<Answer>,
        /// What ended the list early.
        error: Option<Error>,
    },
    /// Of a long-running operation, which was waited for.
    Operation {
        /// The states up to the one that ended it.
        states: Vec<Answer>,
        /// The result.
        result: Result<Answer>,
    },
}

/// One answer of the service, as the client understands it.
#[derive(Clone, PartialEq, SafeDebug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The headers that the operation declares.
    pub headers: TypedHeaders,
    /// The body.
    pub body: Content,
}

/// Response headers that an operation declares, by wire name in lower case; nothing for one that is absent. Each is read
/// by its typed getter and written again in its format.
pub type TypedHeaders = Vec<(String, Option<String>)>;

/// Reads the typed headers of an answer.
pub type ReadHeaders<T, F = JsonFormat> = fn(&Response<T, F>) -> Result<TypedHeaders>;

/// As [`ReadHeaders`], of an answer whose body is read while it comes.
pub type ReadStreamHeaders<T> = fn(&AsyncResponse<T>) -> Result<TypedHeaders>;

/// Reads the body of an answer: one of the functions of [`Content`].
pub type ReadBody<T, F = JsonFormat> = fn(Response<T, F>) -> Result<Content>;

/// The body of an answer.
#[derive(Clone, PartialEq, SafeDebug)]
pub enum Content {
    /// There was none, or the operation declares none.
    Nothing,
    /// Read into the model and written again, with what only the service sets; without nulls and what the model lacks.
    Json(Value),
    /// Text.
    Text(String),
    /// Bytes as they came.
    Bytes(Bytes),
}

impl Content {
    /// A body of JSON, by way of the model; an empty one is [`Nothing`](Self::Nothing).
    ///
    /// # Errors
    ///
    /// The body is not of the model; the error keeps the answer.
    pub fn json<T>(response: Response<T>) -> Result<Self>
    where
        T: DeserializeWith<JsonFormat> + Json,
    {
        if response.body().is_empty() {
            return Ok(Self::Nothing);
        }
        written::<(), T>(&into_model(response)?)
    }

    /// A body of text; an empty one is no text.
    ///
    /// # Errors
    ///
    /// The body is no UTF-8; the error keeps the answer.
    pub fn text(response: Response<String, NoFormat>) -> Result<Self> {
        let raw = RawResponse::from(response);
        match raw.body().clone().into_string() {
            Ok(text) => Ok(Self::Text(text)),
            Err(error) => Err(unreadable(raw, error)),
        }
    }

    /// The body of XML, read into the model and written as its JSON.
    ///
    /// # Errors
    ///
    /// It is not of the model.
    #[cfg(feature = "xml")]
    pub fn xml<T>(response: Response<T, XmlFormat>) -> Result<Self>
    where
        T: DeserializeWith<XmlFormat> + Json,
    {
        if response.body().is_empty() {
            return Ok(Self::Nothing);
        }
        written::<(), T>(&into_model(response)?)
    }

    /// A body as it is; an empty one is no bytes.
    ///
    /// # Errors
    ///
    /// None.
    pub fn bytes(response: Response<Bytes, NoFormat>) -> Result<Self> {
        Ok(Self::Bytes(response.into_body().into()))
    }

    /// No body, whatever was sent.
    ///
    /// # Errors
    ///
    /// None.
    pub fn nothing<T>(_: Response<T, NoFormat>) -> Result<Self> {
        Ok(Self::Nothing)
    }
}

/// What an exchange with an answer of JSON led to: for generated code. `headers` reads the typed headers.
pub fn json<T>(response: Result<Response<T>>, headers: ReadHeaders<T>) -> Outcome
where
    T: DeserializeWith<JsonFormat> + Json,
{
    outcome(response, headers, Content::json)
}

/// The outcome of a call whose answer is XML: for generated code.
#[cfg(feature = "xml")]
pub fn xml<T>(
    response: Result<Response<T, XmlFormat>>,
    headers: ReadHeaders<T, XmlFormat>,
) -> Outcome
where
    T: DeserializeWith<XmlFormat> + Json,
{
    outcome(response, headers, Content::xml)
}

/// As [`json`], for an answer whose body is bytes.
pub fn bytes(
    response: Result<Response<Bytes, NoFormat>>,
    headers: ReadHeaders<Bytes, NoFormat>,
) -> Outcome {
    outcome(response, headers, Content::bytes)
}

/// As [`json`], for an answer whose body is text.
pub fn text(
    response: Result<Response<String, NoFormat>>,
    headers: ReadHeaders<String, NoFormat>,
) -> Outcome {
    outcome(response, headers, Content::text)
}

/// As [`bytes`], for an answer whose body is read while it comes: here it is read to its end.
pub async fn stream<T>(
    response: Result<AsyncResponse<T>>,
    headers: ReadStreamHeaders<T>,
) -> Outcome {
    Outcome::Answer(match response {
        Ok(response) => collected(response, headers).await,
        Err(error) => Err(error),
    })
}

async fn collected<T>(response: AsyncResponse<T>, headers: ReadStreamHeaders<T>) -> Result<Answer> {
    let headers = headers(&response);
    let (status, raw_headers, body) = response.deconstruct();
    let body = body.collect().await?;
    let headers = headers.map_err(|error| {
        let response = RawResponse::from_bytes(status, raw_headers, body.clone());
        unreadable_header(response, error)
    })?;
    Ok(Answer {
        status: status.into(),
        headers,
        body: Content::Bytes(body),
    })
}

/// As [`json`], for an answer without a body.
pub fn nothing<T>(
    response: Result<Response<T, NoFormat>>,
    headers: ReadHeaders<T, NoFormat>,
) -> Outcome {
    outcome(response, headers, Content::nothing)
}

/// For answers without typed headers.
///
/// # Errors
///
/// None.
pub fn no_headers<T, F>(_: &Response<T, F>) -> Result<TypedHeaders> {
    Ok(Vec::new())
}

/// As [`no_headers`], of an answer whose body is read while it comes.
///
/// # Errors
///
/// None.
pub fn no_stream_headers<T>(_: &AsyncResponse<T>) -> Result<TypedHeaders> {
    Ok(Vec::new())
}

/// A typed header as text.
///
/// # Errors
///
/// The value has no text in its format.
pub fn header(wire: &str, value: impl ParameterValue) -> Result<(String, Option<String>)> {
    let text = value.to_text()?;
    Ok((wire.to_owned(), text.map(|text| text.into_owned())))
}

fn outcome<T, F>(
    response: Result<Response<T, F>>,
    headers: ReadHeaders<T, F>,
    read: ReadBody<T, F>,
) -> Outcome {
    Outcome::Answer(response.and_then(|response| answer(response, headers, read)))
}

/// The answer behind a response. An error keeps the response.
pub(super) fn answer<T, F>(
    response: Response<T, F>,
    headers: ReadHeaders<T, F>,
    read: ReadBody<T, F>,
) -> Result<Answer> {
    let headers =
        headers(&response).map_err(|error| unreadable_header(response.to_raw_response(), error))?;
    Ok(Answer {
        status: response.status().into(),
        headers,
        body: read(response)?,
    })
}

/// A model as JSON.
pub(super) fn written<F: Format<T>, T>(model: &T) -> Result<Content> {
    // By way of text: a float of 32 bits has other digits as one of 64.
    let text = serde_json::to_vec(&Written::<F, T>::new(model, Purpose::Everything))?;
    Ok(Content::Json(serde_json::from_slice(&text)?))
}

/// The error names the header already.
fn unreadable_header(response: RawResponse, cause: Error) -> Error {
    let message = cause.to_string();
    let kind = ErrorKind::HttpResponse {
        status: response.status(),
        error_code: None,
        raw_response: Some(Box::new(response)),
    };
    Error::with_error(kind, cause, message)
}
