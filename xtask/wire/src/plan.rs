//! What a case demands of a client: its arguments, the answers it gets, the requests it must send, the result it must have.
//!
//! In: a case. Out: a [`Plan`], as recorded; the [rules](crate::rules) change it where another behaviour was chosen.
//! Never: knows the client.

use std::fmt::{self, Display};

use serde_json::{Map, Value};

use crate::case::{Case, Headers, Item, Parsed, ParsedError, Request, Response};
use crate::public;

/// What a client is given and what is expected of it.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Arguments by wire name.
    pub arguments: Map<String, Value>,
    /// Who asks a client without a token for one.
    pub challenge: Challenge,
    /// The answers, in order.
    pub responses: Vec<Response>,
    /// The requests that get these answers, in order.
    pub requests: Vec<Request>,
    /// What the call must return.
    pub result: Expected,
}

/// Who asks a client without a token for one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Challenge {
    /// The first recorded answer.
    Recorded,
    /// The server, before the first recorded answer; such an exchange is not one of the recorded ones.
    Added,
}

/// What a call must return.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// A model; of a long-running operation its first state.
    Model {
        /// Its fields by wire name.
        value: Value,
        /// Declared response headers by wire name; without them those of the answer.
        headers: Option<Headers>,
    },
    /// The model that the caller holds at last; of a long-running operation its result.
    Final(Value),
    /// An operation that ended without a result.
    Ended {
        /// The last state that it showed.
        state: Value,
        /// The error instead of a result.
        failure: Failure,
    },
    /// The items of each page, and the error that ended the list.
    Pages(Vec<Vec<Value>>, Option<Failure>),
    /// Whether a resource exists.
    Exists {
        /// The answer.
        value: bool,
        /// Declared response headers by wire name.
        headers: Headers,
    },
    /// Nothing.
    Nothing {
        /// Declared response headers by wire name.
        headers: Headers,
    },
    /// An error.
    Error(Failure),
}

/// An error.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The client cannot or will not go on: nothing that the service said.
    Client,
    /// The service's own words.
    Service {
        /// HTTP status.
        status: u16,
        /// What it said.
        problem: Problem,
    },
}

/// What a service says about an error.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Problem {
    /// For programs.
    pub code: Option<String>,
    /// For people.
    pub message: Option<String>,
    /// What the error is about.
    pub target: Option<String>,
    /// Errors that led to it.
    pub details: Vec<Problem>,
    /// More exactly what went wrong.
    pub inner: Option<Box<Problem>>,
}

impl Plan {
    /// The plan of a case as it was recorded.
    ///
    /// # Errors
    ///
    /// A result of the public client whose class or attribute is not known here; the text names it.
    pub fn recorded(case: &Case) -> Result<Self, String> {
        let challenge = match case.via {
            Some(_) => Challenge::Recorded,
            None => Challenge::Added,
        };
        Ok(Self {
            arguments: case.arguments.clone(),
            challenge,
            responses: case.responses.clone(),
            requests: case.requests().to_vec(),
            result: expected(case)?,
        })
    }

    /// Expects that the client refuses the call and sends nothing.
    pub fn refuse(&mut self) {
        self.requests.clear();
        self.result = Expected::Error(Failure::Client);
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client => f.write_str("an error of the client's own"),
            Self::Service { status, problem } => {
                write!(f, "the service's error {status}: {problem:?}")
            }
        }
    }
}

impl Problem {
    /// Reads an object with `code`, `message`, `target`, `details`, `innererror`.
    pub fn read(value: &Value) -> Self {
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let details = value.get("details").and_then(Value::as_array);
        Self {
            code: text("code"),
            message: text("message"),
            target: text("target"),
            details: details.into_iter().flatten().map(Self::read).collect(),
            inner: value.get("innererror").and_then(inner),
        }
    }
}

fn expected(case: &Case) -> Result<Expected, String> {
    Ok(match &case.parsed {
        Parsed::Model { value, headers, .. } => Expected::Model {
            value: value.clone(),
            headers: Some(headers.clone()),
        },
        Parsed::Pages { pages } => Expected::Pages(values(pages), None),
        Parsed::Bool { value, headers } => Expected::Exists {
            value: *value,
            headers: headers.clone(),
        },
        Parsed::None { headers } => Expected::Nothing {
            headers: headers.clone(),
        },
        Parsed::Public { class, python } => {
            let answer = case.last_response().and_then(|last| last.body.as_ref());
            public::expected(class, python, answer.unwrap_or_default())?
        }
        Parsed::Error(error) => match &error.pages_before {
            Some(pages) => Expected::Pages(values(pages), Some(failure(error))),
            None => Expected::Error(failure(error)),
        },
    })
}

fn values(pages: &[Vec<Item>]) -> Vec<Vec<Value>> {
    let values = |page: &Vec<Item>| page.iter().map(|item| item.value.clone()).collect();
    pages.iter().map(values).collect()
}

fn failure(error: &ParsedError) -> Failure {
    let Some(status) = error.status else {
        return Failure::Client;
    };
    let problem = Problem {
        code: error.code.clone(),
        message: error.error_message.clone(),
        target: error.target.clone(),
        details: error.details.iter().map(Problem::read).collect(),
        inner: error.innererror.as_ref().and_then(inner),
    };
    Failure::Service { status, problem }
}

/// An inner error; an empty object is none.
fn inner(value: &Value) -> Option<Box<Problem>> {
    let filled = value.as_object().is_some_and(|object| !object.is_empty());
    filled.then(|| Box::new(Problem::read(value)))
}
