//! What the client has to make of an answer.
//!
//! In: an answer of an example, and what the call led to. Out: [`Problem`]s.
//! Never: takes an answer for a success or an error that the description leaves open: then both are right.

use std::collections::BTreeSet;

use armature_runtime::dispatch::{Answer, Content, Outcome, TypedHeaders};
use armature_runtime::service_error;
use azure_core::Error;
use serde_json::Value;

use crate::compare::{Rules, compare};
use crate::documents::{Node, step};
use crate::example::{body_of, header_text};
use crate::formats::same;
use crate::operation::Operation;
use crate::plan::{Answered, is_binary};
use crate::verdict::{Kind, Problem};
use crate::walk::{Findings, shortened, walk};

/// Whether an answer is an error.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Standing {
    Success,
    Error,
    /// The description does not tell: a declared status that is none of success.
    Either,
}

fn standing(operation: &Operation<'_>, status: u16) -> Standing {
    let text = status.to_string();
    let is_error = |node: Node<'_>| node.is("x-ms-error-response");
    match operation.response(&text) {
        Some(node) if is_error(node.clone()) => Standing::Error,
        _ if (200..300).contains(&status) => Standing::Success,
        _ if operation.declares(&text) => Standing::Either,
        _ => Standing::Error,
    }
}

/// Compares what a call led to with the answer that it has to be. Gives the number of fields that the schema lacks, too.
pub fn differences(
    operation: &Operation<'_>,
    answered: &Answered,
    outcome: &Outcome,
) -> (Vec<Problem>, usize) {
    let mut found = Vec::new();
    let standing = standing(operation, answered.first_status);
    let unknown = match (outcome, standing) {
        (Outcome::Answer(Err(error)), Standing::Error | Standing::Either)
        | (
            Outcome::Operation {
                result: Err(error), ..
            },
            Standing::Error | Standing::Either,
        )
        | (
            Outcome::Pages {
                error: Some(error), ..
            },
            Standing::Error | Standing::Either,
        ) => {
            failure(answered, error, &mut found);
            0
        }
        (Outcome::Answer(Ok(answer)), Standing::Success | Standing::Either)
        | (
            Outcome::Operation {
                result: Ok(answer), ..
            },
            Standing::Success | Standing::Either,
        ) => success(operation, answered, answer, &mut found),
        (Outcome::Pages { pages, error: None }, Standing::Success | Standing::Either)
            if !pages.is_empty() =>
        {
            success(operation, answered, &pages[0], &mut found)
        }
        (other, standing) => {
            let expected = if standing == Standing::Error {
                "an error"
            } else {
                "an answer"
            };
            found.push(Problem::new(
                Kind::Answer,
                &answered.pointer,
                expected,
                &shown(other),
            ));
            0
        }
    };
    (found, unknown)
}

/// The error's own text, with what caused it.
fn shown(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Answer(Err(error))
        | Outcome::Operation {
            result: Err(error), ..
        }
        | Outcome::Pages {
            error: Some(error), ..
        } => chain(error),
        Outcome::Answer(Ok(answer))
        | Outcome::Operation {
            result: Ok(answer), ..
        } => {
            format!("an answer with the status {}", answer.status)
        }
        Outcome::Pages { pages, error: None } => format!("{} pages", pages.len()),
    }
}

fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let more = error.to_string();
        if !text.contains(&more) {
            text.push_str(": ");
            text.push_str(&more);
        }
        cause = error.source();
    }
    text
}

fn success(
    operation: &Operation<'_>,
    answered: &Answered,
    answer: &Answer,
    found: &mut Vec<Problem>,
) -> usize {
    let problem =
        |expected: &str, got: &str| Problem::new(Kind::Answer, &answered.pointer, expected, got);
    if answer.status != answered.status {
        found.push(problem(
            &format!("the status {}", answered.status),
            &answer.status.to_string(),
        ));
    }
    let Some(described) = operation.response(&answered.declared.to_string()) else {
        return 0;
    };
    // That an operation goes on says an answer that the caller does not get to see.
    if !operation.is_long_running() || answered.declared != 202 {
        headers(&described, answered, &answer.headers, found);
    }
    let body = body_of(&answered.response).filter(|_| operation.method != "HEAD");
    let schema = described.get("schema");
    let (Some(body), Some(schema)) = (body, schema) else {
        let nothing = match &answer.body {
            Content::Nothing => true,
            Content::Bytes(bytes) => bytes.is_empty(),
            Content::Text(text) => text.is_empty(),
            // A page without items.
            Content::Json(page) => operation.paging().is_some_and(|paging| {
                let items = page.get(paging.items).and_then(Value::as_array);
                items.is_none_or(Vec::is_empty)
            }),
        };
        if !nothing {
            found.push(problem("no body", &format!("{:?}", answer.body)));
        }
        return 0;
    };
    let place = format!("{}/body", answered.pointer);
    let bytes = match &answer.body {
        Content::Bytes(bytes) => Some(bytes.as_ref()),
        Content::Text(text) => Some(text.as_bytes()),
        Content::Json(_) | Content::Nothing => None,
    };
    match (
        &answer.body,
        bytes.filter(|_| is_binary(operation, &schema)),
    ) {
        (_, Some(bytes)) => {
            if bytes != crate::plan::bytes(operation, &schema, body) {
                let got = String::from_utf8_lossy(bytes);
                found.push(problem("the bytes of the answer", &got));
            }
            0
        }
        (Content::Json(got), _) => json(operation, &schema, body, got, &place, found),
        (other, _) => {
            found.push(problem(&shortened(body), &format!("{other:?}")));
            0
        }
    }
}

fn json(
    operation: &Operation<'_>,
    schema: &Node<'_>,
    body: &Value,
    got: &Value,
    place: &str,
    found: &mut Vec<Problem>,
) -> usize {
    let mut findings = Findings::default();
    walk(schema, body, place, &mut findings);
    let mut got = got.clone();
    if let (Some(paging), Some(page)) = (operation.paging(), got.as_object_mut())
        && body.get(paging.items).is_none_or(Value::is_null)
        && page
            .get(paging.items)
            .and_then(Value::as_array)
            .is_some_and(Vec::is_empty)
    {
        // A page always has items, if none at all.
        page.shift_remove(paging.items);
    }
    let nothing = BTreeSet::new();
    let rules = Rules {
        kind: Kind::Answer,
        findings: &findings,
        absent: &nothing,
    };
    compare(body, &got, place, &rules, found);
    findings.unknown.len()
}

fn headers(
    described: &Node<'_>,
    answered: &Answered,
    got: &TypedHeaders,
    found: &mut Vec<Problem>,
) {
    let declared = described
        .get("headers")
        .map(|all| all.members())
        .unwrap_or_default();
    let given = answered.response.get("headers").and_then(Value::as_object);
    for (name, header) in declared {
        let value = given
            .into_iter()
            .flatten()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        let expected = value
            .filter(|(_, value)| !value.is_null())
            .map(|(_, value)| header_text(value));
        let came = got
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        let came = came.and_then(|(_, value)| value.clone());
        let number = |text: &str| text.parse::<f64>().ok();
        let fits = match (&expected, &came) {
            // An answer with a body has one, whether an example says so or not.
            (None, Some(_)) if name.eq_ignore_ascii_case("content-type") => true,
            (Some(expected), Some(came)) => {
                same(header.text("format"), expected, came)
                    || (number(expected).is_some() && number(expected) == number(came))
            }
            (None, None) => true,
            // The headers of an operation are those of all its answers.
            _ => false,
        };
        if !fits {
            let pointer = format!("{}/headers{}", answered.pointer, step(name));
            found.push(Problem::new(
                Kind::AnswerHeader,
                &pointer,
                &format!("{name}: {}", expected.as_deref().unwrap_or("nothing")),
                came.as_deref().unwrap_or("nothing"),
            ));
        }
    }
}

/// An error has the status of the answer, and its code and message where the answer has them in one of the usual places.
fn failure(answered: &Answered, error: &Error, found: &mut Vec<Problem>) {
    let problem =
        |expected: &str, got: &str| Problem::new(Kind::Error, &answered.pointer, expected, got);
    let Some(read) = service_error(error) else {
        return found.push(problem("the service's error", &chain(error)));
    };
    let status: u16 = read.status.into();
    if status != answered.first_status {
        found.push(problem(
            &format!("the status {}", answered.first_status),
            &status.to_string(),
        ));
    }
    let Some(body) = body_of(&answered.response) else {
        return;
    };
    let inner = body
        .get("error")
        .filter(|inner| inner.is_object())
        .unwrap_or(body);
    for (name, got) in [("code", read.code), ("message", read.message)] {
        let expected = inner
            .get(name)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty());
        if let Some(expected) = expected
            && got.as_deref() != Some(expected)
        {
            found.push(problem(
                &format!("the {name} {expected:?}"),
                &format!("{got:?}"),
            ));
        }
    }
}
