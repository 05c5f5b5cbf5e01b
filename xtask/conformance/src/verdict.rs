//! Judges a case.
//!
//! In: a case, what was observed, whether the server counted it. Out: two verdicts: *wire*, whether the right request was
//! sent, and *value*, whether the answer was understood.
//! Never: lets one of them stand for the other: a server that counts requests says nothing about what a client understood.

use serde_json::Value;

use crate::case::{Case, Expected, ExpectedError};
use crate::compare::difference;
use crate::outcome::{Body, Failure, Got, Observed, Understood};

/// Nothing, or what is wrong.
pub type Check = Result<(), String>;

/// What is to be said of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The counter moved, and the last status is the expected one.
    pub wire: Check,
    /// What the caller got is what was expected.
    pub value: Check,
}

impl Verdict {
    /// Whether both are good.
    pub fn is_green(&self) -> bool {
        self.wire.is_ok() && self.value.is_ok()
    }
}

/// Whether the server counted the case.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Counted {
    /// The counter moved.
    Moved,
    /// It did not.
    Still,
    /// The server has no such counter.
    Unknown,
}

/// Judges a case.
pub fn judge(case: &Case, observed: &Observed, counted: Counted) -> Verdict {
    Verdict {
        wire: wire(case, observed, counted),
        value: value(case, &observed.got),
    }
}

/// Judges a case by what came back on its raw requests. Where a client is to understand something else than was sent, the
/// answer has to differ: else the case does not need its reason.
pub fn judge_raw(case: &Case, observed: &Observed, counted: Counted) -> Verdict {
    let verdict = judge(case, observed, counted);
    let was_answered = !matches!(observed.got, Got::Refused(_) | Got::Broken(_));
    let value = match (&case.lenient, verdict.value) {
        (Some(_), Err(_)) if was_answered => Ok(()),
        (Some(why), Ok(())) => Err(format!(
            "the server sends what is expected, and the case says why it would not: {why}"
        )),
        (_, value) => value,
    };
    Verdict { value, ..verdict }
}

fn wire(case: &Case, observed: &Observed, counted: Counted) -> Check {
    let Some(last) = observed.exchanges.last() else {
        return Err(match &observed.got {
            Got::Refused(why) | Got::Broken(why) => format!("nothing was sent: {why}"),
            _ => "nothing was sent".to_owned(),
        });
    };
    if last.status != Some(case.status) {
        let said = match &observed.got {
            Got::Failure(failure) => excerpt(failure),
            _ => String::new(),
        };
        return Err(format!(
            "the last status should be {}: {last}{said}",
            case.status
        ));
    }
    match counted {
        Counted::Moved => Ok(()),
        Counted::Still => Err(format!("the server did not count it: {last}")),
        Counted::Unknown => Err("the server has no counter of this name".to_owned()),
    }
}

fn value(case: &Case, got: &Got) -> Check {
    match got {
        Got::Refused(why) => return Err(format!("the call could not be made: {why}")),
        Got::Broken(why) => return Err(why.clone()),
        _ => {}
    }
    ends(case, got)?;
    match (&case.expected, got) {
        (Expected::Error(error), Got::Pages(pages, Some(failure))) => {
            let before = error.pages.as_deref().unwrap_or_default();
            all_pages(before, pages)?;
            check_error(case, error, failure)
        }
        (Expected::Error(error), Got::Failure(failure) | Got::Operation(_, Err(failure))) => {
            check_error(case, error, failure)
        }
        (
            Expected::Unreadable(_),
            Got::Failure(failure) | Got::Operation(_, Err(failure)) | Got::Pages(_, Some(failure)),
        ) => unreadable(failure),
        (Expected::Error(_) | Expected::Unreadable(_), _) => {
            Err(format!("expected an error, got {}", shown(got)))
        }
        (Expected::Pages(expected), Got::Pages(pages, None)) => all_pages(expected, pages),
        (_, Got::Answer(answer) | Got::Operation(_, Ok(answer))) => understood(case, answer),
        (
            _,
            Got::Failure(failure) | Got::Operation(_, Err(failure)) | Got::Pages(_, Some(failure)),
        ) => Err(format!("an error: {}{}", failure.text, excerpt(failure))),
        (_, _) => Err(format!("expected something else than {}", shown(got))),
    }
}

/// A long-running operation has to end in the state of the case. Raw requests have no states.
fn ends(case: &Case, got: &Got) -> Check {
    match (&case.ends, got) {
        (Some(expected), Got::Operation(last, Ok(_))) => {
            let last = last.as_deref().unwrap_or("no state");
            if last.eq_ignore_ascii_case(expected) {
                Ok(())
            } else {
                Err(format!(
                    "the operation should end as {expected}, not {last}"
                ))
            }
        }
        (None, Got::Operation(_, Ok(_))) => {
            Err("the operation is long-running, and the case does not say how it ends".to_owned())
        }
        _ => Ok(()),
    }
}

fn understood(case: &Case, answer: &Understood) -> Check {
    for (name, expected) in &case.headers {
        let found = answer.headers.get(name).unwrap_or(&Value::Null);
        if let Some(difference) = difference(expected, &as_kind_of(expected, found)) {
            return Err(format!("the header {name}: {difference}"));
        }
    }
    check_body(&case.expected, &answer.body)
}

/// A header is text on the wire: when a number or a boolean is expected, it is read as one.
fn as_kind_of(expected: &Value, found: &Value) -> Value {
    let read = match (expected, found) {
        (Value::Number(_) | Value::Bool(_), Value::String(text)) => serde_json::from_str(text).ok(),
        _ => None,
    };
    read.unwrap_or_else(|| found.clone())
}

fn check_body(expected: &Expected, body: &Body) -> Check {
    match (expected, body) {
        (Expected::Nothing | Expected::Value(Value::Null), Body::Nothing) => Ok(()),
        (Expected::Value(expected), Body::Json(found)) => {
            difference(expected, found).map_or(Ok(()), Err)
        }
        (Expected::Bytes(expected), Body::Bytes(length, hash)) => {
            if expected.length == *length && expected.sha256 == *hash {
                Ok(())
            } else {
                Err(format!("other bytes: {length}, sha256 {hash}"))
            }
        }
        (Expected::Bytes(expected), Body::Nothing) if expected.length == 0 => Ok(()),
        (Expected::Nothing, _) => Err(format!("expected nothing, found {}", shown_body(body))),
        (_, _) => Err(format!("expected something else than {}", shown_body(body))),
    }
}

fn all_pages(expected: &[Value], pages: &[Body]) -> Check {
    if expected.len() != pages.len() {
        return Err(format!(
            "expected {} pages, found {}",
            expected.len(),
            pages.len()
        ));
    }
    for (index, (expected, page)) in expected.iter().zip(pages).enumerate() {
        let expected = Expected::Value(expected.clone());
        check_body(&expected, page).map_err(|why| format!("page {}: {why}", index + 1))?;
    }
    Ok(())
}

fn check_error(case: &Case, expected: &ExpectedError, failure: &Failure) -> Check {
    if let Some(words) = &expected.says
        && !failure.text.contains(words)
    {
        return Err(format!(
            "the error does not say {words:?}: {}",
            failure.text
        ));
    }
    let Some(said) = &failure.service else {
        if expected.body.is_some() || expected.code.is_some() || expected.message.is_some() {
            return Err(format!(
                "the error has no answer of the service: {}",
                failure.text
            ));
        }
        return Ok(());
    };
    if said.status != case.status {
        return Err(format!(
            "the error should be of status {}, not {}",
            case.status, said.status
        ));
    }
    for (what, expected, found) in [
        ("code", &expected.code, &said.code),
        ("message", &expected.message, &said.message),
    ] {
        if expected.is_some() && expected != found {
            let shown = |text: &Option<String>| text.clone().unwrap_or("nothing".to_owned());
            return Err(format!(
                "the error's {what} should be {}, not {}",
                shown(expected),
                shown(found)
            ));
        }
    }
    let Some(expected) = &expected.body else {
        return Ok(());
    };
    let found = serde_json::from_slice(&said.body).unwrap_or(Value::Null);
    difference(expected, &found).map_or(Ok(()), |why| Err(format!("the error's body: {why}")))
}

/// The error has to be about reading, not one that the service sent.
fn unreadable(failure: &Failure) -> Check {
    match &failure.service {
        Some(said) if said.status >= 400 => Err(format!(
            "expected an answer that cannot be read, got the status {}",
            said.status
        )),
        _ => Ok(()),
    }
}

fn shown(got: &Got) -> String {
    match got {
        Got::Answer(answer) => shown_body(&answer.body),
        Got::Pages(pages, error) => format!(
            "{} pages{}",
            pages.len(),
            if error.is_some() { " and an error" } else { "" }
        ),
        Got::Operation(state, Ok(answer)) => format!(
            "{} after the state {}",
            shown_body(&answer.body),
            state.as_deref().unwrap_or("nothing")
        ),
        Got::Operation(_, Err(failure)) | Got::Failure(failure) => failure.text.clone(),
        Got::Refused(why) | Got::Broken(why) => why.clone(),
    }
}

fn shown_body(body: &Body) -> String {
    match body {
        Body::Nothing => "nothing".to_owned(),
        Body::Json(value) => value.to_string(),
        Body::Bytes(length, hash) => format!("{length} bytes, sha256 {hash}"),
    }
}

/// The most of an answer that a message shows, in characters.
const EXCERPT: usize = 200;

fn excerpt(failure: &Failure) -> String {
    let Some(said) = &failure.service else {
        return format!(" ({})", failure.text);
    };
    let text: String = String::from_utf8_lossy(&said.body)
        .chars()
        .take(EXCERPT)
        .collect();
    if text.is_empty() {
        String::new()
    } else {
        format!(" ({text})")
    }
}
