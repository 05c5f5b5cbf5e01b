//! What one answer says about a long-running operation.
//!
//! In: status and body of an answer, and who was asked. Out: a [`State`].
//! Never: asks or waits.

use azure_core::Value;
use azure_core::error::Error;
use azure_core::http::poller::PollerStatus;
use azure_core::http::{RawResponse, StatusCode};

use crate::error::{detail_in, rejection, text_at};

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

/// The answer to the first request. `polling_url` says whether it named where to ask.
pub(super) fn first(response: &RawResponse, polling_url: Option<Asked>) -> State {
    match (response.status(), polling_url) {
        (StatusCode::Accepted, _)
        | (StatusCode::Created, Some(_))
        | (StatusCode::Ok, Some(Asked::Monitor)) => {
            // Where there is something to ask, a state in the body does not end the operation.
            State::InProgress(provisioning_state(response).unwrap_or_else(in_progress))
        }
        _ => from_word(provisioning_state(response)),
    }
}

/// The answer to a GET of `asked`.
pub(super) fn later(response: &RawResponse, asked: Asked) -> State {
    let status = response.status();
    match asked {
        _ if status == StatusCode::NoContent => State::Succeeded,
        Asked::Location if status == StatusCode::Accepted => State::InProgress(in_progress()),
        Asked::Location => State::Succeeded,
        Asked::Original if status == StatusCode::Accepted => State::InProgress(in_progress()),
        Asked::Original => from_word(provisioning_state(response)),
        Asked::Monitor => match monitor_status(response).or_else(|| provisioning_state(response)) {
            None if status == StatusCode::Accepted => State::InProgress(in_progress()),
            None => State::Unclear,
            word => from_word(word),
        },
    }
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

fn provisioning_state(response: &RawResponse) -> Option<String> {
    let body: Value = response.body().json().ok()?;
    text_at(body.get("properties")?, "provisioningState")
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
