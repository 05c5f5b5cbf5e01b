//! What one answer says about a long-running operation.
//!
//! In: status and body of an answer, who was asked, and what the result is read as. Out: a [`State`].
//! Never: asks or waits.

use azure_core::error::Error;
use azure_core::http::poller::PollerStatus;
use azure_core::http::{Method, RawResponse, StatusCode};
use azure_core::{Result, Value};

use crate::error::{detail_in, rejection, text_at, unreadable};
use crate::poll::FinalBody;

/// Who was asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Asked {
    /// A status monitor.
    Monitor,
    /// The URL in `Location`.
    Location,
    /// The URL of the first request.
    Original,
}

/// What the answer says, in the service's word where it has one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum State {
    InProgress(String),
    Succeeded,
    /// Failed or cancelled.
    Failed(String),
    /// A status monitor without a status: polling on could go on for ever.
    Unclear,
}

/// The meaning of a state's word. Case is ignored; a word that is not known means in progress.
pub(super) fn state_of(word: &str) -> PollerStatus {
    match PollerStatus::from(word) {
        PollerStatus::UnknownValue(_) => PollerStatus::InProgress,
        known => known,
    }
}

/// The answer to the first request. `next` is who can be asked how the operation goes on; nothing for an action that named
/// nobody: its own URL is no resource.
///
/// # Errors
///
/// The body decides and cannot be read.
pub(super) fn first(response: &RawResponse, next: Option<Asked>, body: FinalBody) -> Result<State> {
    match (response.status(), next) {
        (StatusCode::Accepted, Some(_))
        | (StatusCode::Created, Some(Asked::Monitor | Asked::Location))
        | (StatusCode::Ok, Some(Asked::Monitor)) => {
            // Where there is something to ask, a state in the body does not end the operation.
            let word = provisioning_state(response).ok().flatten();
            Ok(State::InProgress(word.unwrap_or_else(in_progress)))
        }
        (_, Some(_)) => resource(response, body),
        (_, None) => Ok(match resource(response, body)? {
            State::InProgress(_) => State::Succeeded,
            ended => ended,
        }),
    }
}

/// Whether the answer to a PATCH is the resource as it is afterwards, so that nobody has to be asked: an update that goes on
/// is answered with 202 or 201. What such an answer's headers name is not looked at.
pub(super) fn is_updated(response: &RawResponse) -> bool {
    let word = provisioning_state(response).ok().flatten();
    response.status() == StatusCode::Ok
        && word.is_some_and(|word| state_of(&word) == PollerStatus::Succeeded)
}

/// The answer to a GET of `asked`, for an operation that `method` started.
///
/// # Errors
///
/// The body decides and cannot be read.
pub(super) fn later(
    response: &RawResponse,
    asked: Asked,
    method: Method,
    body: FinalBody,
) -> Result<State> {
    let status = response.status();
    Ok(match asked {
        _ if status == StatusCode::NoContent => State::Succeeded,
        Asked::Location | Asked::Original if status == StatusCode::Accepted => {
            State::InProgress(in_progress())
        }
        // Where a resource is the answer, it has its state; anything else has ended with this status.
        Asked::Location => from_word(provisioning_state(response).ok().flatten()),
        Asked::Original if method == Method::Delete => match resource(response, body)? {
            // It is still there; a success is that of an earlier operation.
            State::Succeeded => State::InProgress(in_progress()),
            state => state,
        },
        Asked::Original => resource(response, body)?,
        Asked::Monitor => {
            let of_resource = || provisioning_state(response).ok().flatten();
            match monitor_status(response).or_else(of_resource) {
                None if status == StatusCode::Accepted => State::InProgress(in_progress()),
                None => State::Unclear,
                word => from_word(word),
            }
        }
    })
}

/// The service's error for an operation that did not succeed.
pub(super) fn failure(operation: &str, word: &str, response: RawResponse) -> Error {
    let body: Value = response.body().json().unwrap_or_default();
    let named = match body.get("properties") {
        // Resources say what went wrong inside their properties, where they say it.
        Some(properties) if body.get("error").is_none() => detail_in(properties),
        _ => detail_in(&body),
    };
    let mut text = format!("{operation} ended as {word}");
    for part in [&named.code, &named.message].into_iter().flatten() {
        text.push_str(": ");
        text.push_str(part);
    }
    let code = named.code.unwrap_or_else(|| word.to_owned());
    rejection(response, Some(code), text)
}

/// The result inside a status monitor, as an answer of its own; the monitor itself when there is none.
pub(super) fn result_in(monitor: RawResponse) -> RawResponse {
    let body: Value = monitor.body().json().unwrap_or_default();
    match body.get("result") {
        None | Some(Value::Null) => monitor,
        Some(result) => {
            let text = result.to_string();
            let (status, headers, _) = monitor.deconstruct();
            RawResponse::from_bytes(status, headers, text)
        }
    }
}

/// The state in a status monitor's words, for the stream of states.
pub(super) fn monitor_status(response: &RawResponse) -> Option<String> {
    text_at(&response.body().json().ok()?, "status")
}

/// The state of a resource that says it itself. Bytes that are no JSON are the result as they are; anything else that is
/// none comes from elsewhere, such as a proxy, and says nothing.
fn resource(response: &RawResponse, body: FinalBody) -> Result<State> {
    match (provisioning_state(response), body) {
        (Ok(word), _) => Ok(from_word(word)),
        (Err(_), FinalBody::Bytes) => Ok(State::Succeeded),
        (Err(error), FinalBody::Json | FinalBody::Nothing) => {
            Err(unreadable(response.clone(), error))
        }
    }
}

/// The state in a resource's words; nothing in an empty body.
fn provisioning_state(response: &RawResponse) -> Result<Option<String>> {
    if response.body().is_empty() {
        return Ok(None);
    }
    let body: Value = response.body().json()?;
    let properties = body.get("properties");
    Ok(properties.and_then(|properties| text_at(properties, "provisioningState")))
}

/// A success without a state has ended.
fn from_word(word: Option<String>) -> State {
    let Some(word) = word else {
        return State::Succeeded;
    };
    match state_of(&word) {
        PollerStatus::Succeeded => State::Succeeded,
        PollerStatus::Failed | PollerStatus::Canceled => State::Failed(word),
        PollerStatus::InProgress | PollerStatus::UnknownValue(_) => State::InProgress(word),
    }
}

fn in_progress() -> String {
    "InProgress".to_owned()
}
