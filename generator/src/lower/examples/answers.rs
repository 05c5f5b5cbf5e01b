//! Reads the answers of an example.
//!
//! In: the `responses` of an example and the operation's own answers.
//! Out: those that are no errors, each with the JSON that the model makes of it.
//! Never: takes an answer whose body the model cannot read. Answers that are errors of the operation are left out: what a client makes of errors is the
//! same for all operations.

use serde_json::{Map, Value};

use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::lower::examples::scalars::Purpose;
use crate::lower::examples::values::plain_text;
use crate::lower::examples::{bodies, json};
use crate::lower::operations::Lowered;
use crate::model::{ExampleBody, ExampleResponse, Payload, TypeTable};

/// The answers of an example that are no errors. `place` is that of its `responses`.
pub(super) fn read(
    responses: &Map<String, Value>,
    lowered: &Lowered,
    types: &TypeTable,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Vec<ExampleResponse> {
    let mut answers = Vec::new();
    for (status, value) in responses {
        let known = status
            .parse()
            .ok()
            .filter(|status: &u16| lowered.operation.success.codes.contains(status));
        let Some(status) = known else {
            if is_described_error(status, lowered) {
                continue;
            }
            diagnostics.example_answer_undeclared(&place.key(status), status);
            continue;
        };
        let body = value.get("body").filter(|body| !body.is_null());
        match understood(status, body, lowered, types) {
            Ok(understood) => answers.push(ExampleResponse {
                status,
                headers: headers(value),
                body: body.map(|body| sent(body, lowered)),
                understood,
                polling: None,
            }),
            Err(misfit) => {
                let place = place.key(&status.to_string()).key("body");
                diagnostics.example_value_does_not_fit(
                    &place,
                    &format!("body{}", misfit.pointer),
                    misfit.expected,
                );
            }
        }
    }
    answers
}

/// Whether it is one of the statuses that the operation answers errors with: any of 4xx and 5xx where `default` stands for them.
fn is_described_error(status: &str, lowered: &Lowered) -> bool {
    status == "default"
        || status.parse().is_ok_and(|status: u16| {
            status >= 400 && (lowered.has_default || lowered.errors.contains(&status))
        })
}

/// What the model makes of the body; `None` when the answer has no body or no model.
fn understood(
    status: u16,
    body: Option<&Value>,
    lowered: &Lowered,
    types: &TypeTable,
) -> Result<Option<String>, bodies::Misfit> {
    match (lowered.operation.success.payload.ty(), body) {
        // XML that stands as text in the example is read, but what of it is not foretold.
        (Some(_), Some(Value::String(_))) if is_xml(lowered) => Ok(None),
        (Some(ty), Some(body)) if lowered.with_payload.contains(&status) => {
            let understood = bodies::fit(body, ty, types, Purpose::Read)?;
            Ok(understood.map(|value| json(&value)))
        }
        _ => Ok(None),
    }
}

fn is_xml(lowered: &Lowered) -> bool {
    matches!(lowered.operation.success.payload, Payload::Xml(_))
}

fn sent(body: &Value, lowered: &Lowered) -> ExampleBody {
    match (&lowered.operation.success.payload, body) {
        (Payload::Xml(_) | Payload::Text | Payload::Stream | Payload::Raw, Value::String(text)) => {
            ExampleBody::Raw(text.clone())
        }
        (Payload::Xml(_), body) => ExampleBody::Xml(json(body)),
        _ => ExampleBody::Json(json(body)),
    }
}

fn headers(answer: &Value) -> Vec<(String, String)> {
    let headers = answer.get("headers").and_then(Value::as_object);
    let texts = headers
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.to_ascii_lowercase(), plain_text(value)?)));
    // What is no token, or holds a line break, is no header (RFC 9110, section 5).
    let is_token = |name: &str| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
    };
    texts
        .filter(|(name, text)| is_token(name) && !text.contains(char::is_control))
        .collect()
}
