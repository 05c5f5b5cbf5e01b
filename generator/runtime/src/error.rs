//! What a service says about a failed call.
//!
//! In: a response that is no success, or the error made of one. Out: [`ServiceError`] with status, code, message and the
//! whole response.
//! Never: fails because the body is of another form; then only status and body are known.
//!
//! Read are the envelope of the Azure REST guidelines (`{"error": {…}}`), the same object without an envelope,
//! `{"odata.error": {…}}`, OAuth's `{"error": "code", "error_description": "…"}`, and the header `x-ms-error-code`; with the feature `xml` also
//! `<Error><Code>…</Code><Message>…</Message></Error>`.

mod read;
mod values;

use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{CONTENT_TYPE, ERROR_CODE};
use azure_core::http::{DeserializeWith, Format, RawResponse, Response, StatusCode};
use azure_core::{Result, Value, fmt::SafeDebug};
use serde::de::DeserializeOwned;

pub(crate) use read::{detail_in, text_at};
use values::without_values;

/// The most of a body that is no JSON which goes into an error's text, in bytes.
const EXCERPT: usize = 256;

/// What the service said about a failed call. Made by [`service_error`].
#[derive(Clone, SafeDebug)]
#[non_exhaustive]
pub struct ServiceError {
    /// HTTP status.
    #[safe(true)]
    pub status: StatusCode,
    /// For programs: `ResourceNotFound`.
    #[safe(true)]
    pub code: Option<String>,
    /// For people.
    pub message: Option<String>,
    /// What the error is about, such as the name of a parameter.
    pub target: Option<String>,
    /// Errors that led to this one.
    pub details: Vec<ErrorDetail>,
    /// More exactly what went wrong.
    pub inner_error: Option<Box<ErrorDetail>>,
    /// What Azure Resource Manager adds, such as the policy that was violated.
    pub additional_info: Vec<AdditionalInfo>,
    response: RawResponse,
}

impl ServiceError {
    /// The whole response: status, headers and body as they came.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }
}

/// An error inside a [`ServiceError`].
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// For programs.
    #[safe(true)]
    pub code: Option<String>,
    /// For people.
    pub message: Option<String>,
    /// What the error is about.
    pub target: Option<String>,
    /// Errors that led to this one.
    pub details: Vec<ErrorDetail>,
    /// More exactly what went wrong.
    pub inner_error: Option<Box<ErrorDetail>>,
    /// What Azure Resource Manager adds.
    pub additional_info: Vec<AdditionalInfo>,
}

/// An entry of `additionalInfo` in an error of Azure Resource Manager.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct AdditionalInfo {
    /// What kind of information it is: `PolicyViolation`.
    #[safe(true)]
    pub kind: Option<String>,
    /// The information, of a form that depends on the kind.
    pub info: Option<Value>,
}

/// What the service said about the failed call behind `error`; nothing when it is not about an answer of the service.
///
/// With an answer there is always a result: a body that is empty or of another form leaves `code` and `message` absent.
///
/// ```
/// # fn check(error: azure_core::Error) {
/// if let Some(problem) = armature_runtime::service_error(&error)
///     && problem.code.as_deref() == Some("ResourceNotFound")
/// {
///     println!("no such resource: {:?}", problem.message);
/// }
/// # }
/// ```
pub fn service_error(error: &Error) -> Option<ServiceError> {
    let ErrorKind::HttpResponse {
        raw_response: Some(response),
        ..
    } = error.kind()
    else {
        return None;
    };
    Some(read_response((**response).clone()))
}

/// The model in `response`; on failure an error that keeps the response.
///
/// [`Response::into_model`] drops status, headers and body before it says that the body could not be read. This function
/// does not: its error is of the kind [`ErrorKind::HttpResponse`], and [`service_error`] gives the response back.
///
/// # Errors
///
/// The body is not of the model; the text says where.
pub fn into_model<T, F>(response: Response<T, F>) -> Result<T>
where
    T: DeserializeWith<F>,
    F: Format,
{
    let raw = response.to_raw_response();
    response
        .into_model()
        .map_err(|error| unreadable(raw, error))
}

/// The error for an answer whose body cannot be read. It says where and what kind of value was found, not the value.
pub(crate) fn unreadable(response: RawResponse, cause: Error) -> Error {
    let what = format!(
        "the body of the answer ({}) cannot be read",
        response.status()
    );
    let kind = ErrorKind::HttpResponse {
        status: response.status(),
        error_code: None,
        raw_response: Some(Box::new(response)),
    };
    told_without_values(kind, &what, cause)
}

/// An error that says `what` and the reader's reason, without values; the reader's error stays behind it only when it shows
/// none.
pub(crate) fn told_without_values(kind: ErrorKind, what: &str, cause: Error) -> Error {
    let told = cause.to_string();
    let reason = without_values(&told);
    let message = format!("{what}: {reason}");
    if reason == told {
        Error::with_error(kind, cause, message)
    } else {
        Error::with_message(kind, message)
    }
}

/// The error for an answer that is no success. Its text has status, code and message.
pub(crate) fn failure(response: RawResponse) -> Error {
    let found = read_response(response);
    let code = found.code.as_deref();
    let reason = found.status.canonical_reason();
    let mut text = format!("{} {}", u16::from(found.status), code.unwrap_or(&reason));
    if let Some(message) = &found.message {
        text.push_str(": ");
        text.push_str(message);
    } else if found.status.is_success() {
        text.push_str(": the operation does not declare this status");
    } else if code.is_none() {
        text.push_str(&excerpt(&found.response));
    }
    rejection(found.response, found.code, text)
}

/// An error of the kind [`ErrorKind::HttpResponse`].
pub(crate) fn rejection(response: RawResponse, code: Option<String>, text: String) -> Error {
    let kind = ErrorKind::HttpResponse {
        status: response.status(),
        error_code: code,
        raw_response: Some(Box::new(response)),
    };
    Error::with_message(kind, text)
}

/// For [`error_model!`](crate::error_model!).
///
/// # Errors
///
/// `error` itself, when it holds no response or one whose body is not of that model.
pub fn read_error_model<T: DeserializeOwned>(error: Error) -> Result<T> {
    if let ErrorKind::HttpResponse {
        raw_response: Some(response),
        ..
    } = error.kind()
        && let Ok(model) = response.body().json()
    {
        return Ok(model);
    }
    Err(error)
}

/// For [`error_model!`](crate::error_model!) of a model that services send as XML; some send the same as JSON.
///
/// # Errors
///
/// `error` itself, when it holds no response or one whose body is not of that model.
#[cfg(feature = "xml")]
pub fn read_xml_error_model<T: DeserializeOwned + crate::xml::XmlBody>(error: Error) -> Result<T> {
    if let ErrorKind::HttpResponse {
        raw_response: Some(response),
        ..
    } = error.kind()
        && crate::xml::is_xml(response.body())
    {
        return crate::xml::read_xml(response.body()).map_err(|_| error);
    }
    read_error_model(error)
}

fn read_response(response: RawResponse) -> ServiceError {
    let body: Option<Value> = response.body().json().ok();
    #[cfg(feature = "xml")]
    let body = body.or_else(|| crate::xml::any(response.body()));
    let detail = body.as_ref().map(detail_in).unwrap_or_default();
    let header = response.headers().get_optional_string(&ERROR_CODE);
    ServiceError {
        status: response.status(),
        code: header.filter(|code| !code.is_empty()).or(detail.code),
        message: detail.message,
        target: detail.target,
        details: detail.details,
        inner_error: detail.inner_error,
        additional_info: detail.additional_info,
        response,
    }
}

/// The start of a body of text, for people.
fn excerpt(response: &RawResponse) -> String {
    let kind = response
        .headers()
        .get_optional_str(&CONTENT_TYPE)
        .unwrap_or_default();
    let Ok(text) = std::str::from_utf8(response.body()) else {
        return format!(": {} bytes {kind}", response.body().len());
    };
    let text = text.trim();
    let mut end = text.len().min(EXCERPT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    match text.get(..end) {
        None | Some("") => String::new(),
        Some(start) if end < text.len() => format!(": {start}…"),
        Some(start) => format!(": {start}"),
    }
}
