//! Compares what a call returned.
//!
//! In: the result of a plan and the outcome of the call. Out: differences.
//! Never: looks at the wire, but for one thing: whether an operation ended because its recording did.

use std::collections::BTreeMap;

use armature_runtime::dispatch::{Answer, Content, Outcome};
use armature_runtime::error::{ErrorDetail, ServiceError};
use armature_runtime::service_error;
use azure_core::{Error, Result};
use serde_json::Value;

use crate::case::Headers;
use crate::compare::values::{self, Null};
use crate::compare::{Differences, Observed};
use crate::plan::{Expected, Failure, Plan, Problem};
use crate::server;

/// Where a page has its items: in every list of the recorded services.
const ITEMS: &str = "value";

pub(super) fn compare(found: &mut Differences, plan: &Plan, observed: &Observed) {
    let outcome = match &observed.outcome {
        Ok(outcome) => outcome,
        Err(error) => return found.note("the call", "one that can be made", &error.to_string()),
    };
    match &plan.result {
        Expected::Model { value, headers } => {
            first(found, observed, outcome, value);
            if let Outcome::Answer(Ok(answer)) = outcome {
                let sent = || headers_in_answer(plan, answer);
                let expected = headers.clone().unwrap_or_else(sent);
                declared(found, &expected, answer);
            }
        }
        Expected::Final(value) => last(found, outcome, value),
        Expected::Ended { state, failure } => ended(found, outcome, state, failure),
        Expected::Pages(expected, end) => pages(found, outcome, expected, end.as_ref()),
        Expected::Exists { value, headers } => {
            if let Some(answer) = nothing(found, outcome, headers) {
                let exists = (200..300).contains(&answer.status);
                found.check("whether it exists", *value, exists);
            }
        }
        Expected::Nothing { headers } => {
            nothing(found, outcome, headers);
        }
        Expected::Error(expected) => match error_of(outcome) {
            Some(error) => failure(found, "the error", expected, error),
            None => found.note("the result", &expected.to_string(), &shown(outcome)),
        },
    }
}

/// The answer to the first request. Of an operation it is the first state, when more was to be asked than was recorded,
/// or it is the result.
fn first(found: &mut Differences, observed: &Observed, outcome: &Outcome, value: &Value) {
    match outcome {
        Outcome::Answer(Ok(answer)) => model(found, "the result", value, answer),
        Outcome::Operation { states, result } => {
            let mut exchanges = observed.exchanges.iter();
            let cut_off = exchanges.any(|exchange| exchange.answer == server::Answer::End);
            match (result, states.first()) {
                (Ok(answer), _) => model(found, "the operation's result", value, answer),
                (Err(_), Some(state)) if cut_off => model(found, "the first state", value, state),
                _ => found.note("the operation", &value.to_string(), &shown(outcome)),
            }
        }
        _ => found.note("the result", &value.to_string(), &shown(outcome)),
    }
}

/// What the caller holds at last.
fn last(found: &mut Differences, outcome: &Outcome, value: &Value) {
    match outcome {
        Outcome::Answer(Ok(answer))
        | Outcome::Operation {
            result: Ok(answer), ..
        } => model(found, "the result", value, answer),
        _ => found.note("the result", &value.to_string(), &shown(outcome)),
    }
}

fn ended(found: &mut Differences, outcome: &Outcome, state: &Value, expected: &Failure) {
    match outcome {
        Outcome::Operation {
            states,
            result: Err(error),
        } => {
            match states.last() {
                Some(last) => model(found, "the last state", state, last),
                None => found.note("the last state", &state.to_string(), "no state"),
            }
            failure(found, "the error", expected, error);
        }
        _ => found.note("the result", &expected.to_string(), &shown(outcome)),
    }
}

fn pages(
    found: &mut Differences,
    outcome: &Outcome,
    expected: &[Vec<Value>],
    end: Option<&Failure>,
) {
    let Outcome::Pages { pages, error } = outcome else {
        return found.note("the result", "pages", &shown(outcome));
    };
    found.check("the number of pages", expected.len(), pages.len());
    for (index, (items, page)) in expected.iter().zip(pages).enumerate() {
        let place = format!("page {}", index + 1);
        let got = match &page.body {
            Content::Json(page) => page
                .get(ITEMS)
                .cloned()
                .unwrap_or_else(|| Vec::<Value>::new().into()),
            other => return found.note(&place, "JSON", &format!("{other:?}")),
        };
        values::compare(found, &place, &items.clone().into(), &got, Null::Absent);
    }
    match (end, error) {
        (Some(expected), Some(error)) => failure(found, "the error", expected, error),
        (Some(expected), None) => found.note("the end", &expected.to_string(), "no error"),
        (None, Some(error)) => found.note("the end", "no error", &error.to_string()),
        (None, None) => {}
    }
}

/// An answer without content.
fn nothing<'o>(
    found: &mut Differences,
    outcome: &'o Outcome,
    headers: &Headers,
) -> Option<&'o Answer> {
    match outcome {
        Outcome::Answer(Ok(answer)) if answer.body == Content::Nothing => {
            declared(found, headers, answer);
            Some(answer)
        }
        _ => {
            found.note("the result", "nothing", &shown(outcome));
            None
        }
    }
}

fn model(found: &mut Differences, place: &str, expected: &Value, answer: &Answer) {
    match &answer.body {
        Content::Json(got) => values::compare(found, place, expected, got, Null::Absent),
        other => found.note(place, &expected.to_string(), &format!("{other:?}")),
    }
}

/// Declared headers: the same ones, with the same values.
fn declared(found: &mut Differences, expected: &Headers, answer: &Answer) {
    fn present<'h>(
        headers: impl Iterator<Item = (&'h String, &'h Option<String>)>,
    ) -> BTreeMap<String, Option<String>> {
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.clone()));
        headers.collect()
    }
    let got = answer.headers.iter().map(|(name, value)| (name, value));
    found.check(
        "the declared headers",
        present(expected.iter()),
        present(got),
    );
}

/// What the answer says in the headers that the client has read.
fn headers_in_answer(plan: &Plan, answer: &Answer) -> Headers {
    let sent = |name: &str| plan.responses.last()?.header(name).map(str::to_owned);
    let names = answer.headers.iter().map(|(name, _)| name);
    names.map(|name| (name.clone(), sent(name))).collect()
}

fn failure(found: &mut Differences, place: &str, expected: &Failure, error: &Error) {
    let said = service_error(error);
    match (expected, said) {
        (Failure::Client, None) => {}
        // The answer was a success that speaks of no error, but the client cannot go on with it.
        (Failure::Client, Some(said)) if said.status.is_success() && said.code.is_none() => {}
        (Failure::Client, Some(_)) => found.note(place, "the client's own", &error.to_string()),
        (Failure::Service { .. }, None) => {
            found.note(place, "the service's own", &error.to_string());
        }
        (Failure::Service { status, problem }, Some(said)) => {
            found.check(&format!("{place}, its status"), *status, said.status.into());
            found.check(
                &format!("{place}, what it says"),
                problem,
                &problem_of(&said),
            );
        }
    }
}

fn problem_of(error: &ServiceError) -> Problem {
    Problem {
        code: error.code.clone(),
        message: error.message.clone(),
        target: error.target.clone(),
        details: error.details.iter().map(detail).collect(),
        inner: inner(error.inner_error.as_deref()),
    }
}

fn detail(error: &ErrorDetail) -> Problem {
    Problem {
        code: error.code.clone(),
        message: error.message.clone(),
        target: error.target.clone(),
        details: error.details.iter().map(detail).collect(),
        inner: inner(error.inner_error.as_deref()),
    }
}

fn inner(error: Option<&ErrorDetail>) -> Option<Box<Problem>> {
    error.map(|error| Box::new(detail(error)))
}

fn error_of(outcome: &Outcome) -> Option<&Error> {
    match outcome {
        Outcome::Answer(Err(error))
        | Outcome::Operation {
            result: Err(error), ..
        } => Some(error),
        Outcome::Pages { error, pages } if pages.is_empty() => error.as_ref(),
        _ => None,
    }
}

/// An outcome for people.
fn shown(outcome: &Outcome) -> String {
    fn result(result: &Result<Answer>) -> String {
        match result {
            Ok(answer) => match &answer.body {
                Content::Json(value) => value.to_string(),
                other => format!("{other:?}"),
            },
            Err(error) => format!("the error: {error}"),
        }
    }
    match outcome {
        Outcome::Answer(answer) => result(answer),
        Outcome::Operation {
            states,
            result: end,
        } => {
            format!(
                "an operation of {} states, then {}",
                states.len(),
                result(end)
            )
        }
        Outcome::Pages { pages, error } => {
            let end = error
                .as_ref()
                .map_or("no error".to_owned(), Error::to_string);
            format!("{} pages, then {end}", pages.len())
        }
    }
}
