//! What came of an example.
//!
//! In: problems and contradictions. Out: a line of JSON for each example, which `cargo xtask corpus` reads.
//! Never: decides.

use std::fmt;

use serde::Serialize;

use crate::contradiction::Contradiction;

/// One line of the output.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// How many examples there are to come.
    Examples(usize),
    /// What came of one.
    Example(Verdict),
}

/// What came of an example.
#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    /// The operation.
    pub operation: String,
    /// The example's name in the description.
    pub example: String,
    /// The example's file.
    pub file: String,
    /// What came of it.
    pub outcome: Outcome,
    /// Fields that the schemas lack.
    pub unknown: usize,
    /// What differs, or what the contradictions are.
    pub findings: Vec<Finding>,
}

/// What came of an example.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// All is as the description says.
    Passed,
    /// The example contradicts the description; without that all is as the description says.
    Contradictory,
    /// Something else.
    Failed,
}

/// Something at a place of the example.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// What kind of problem it is: `contradiction: …` for what the example contradicts.
    pub kind: String,
    /// In the example's file.
    pub pointer: String,
    /// What was expected and what came, or what is contradictory.
    pub what: String,
}

/// What kind of problem it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// The client could not be called.
    Call,
    /// The client panicked, or did not come to an end.
    Crash,
    /// Method, host or path of the request.
    Address,
    /// Query of the request.
    Query,
    /// A header of the request.
    Header,
    /// Body of the request.
    Body,
    /// What the client asked for after the first request.
    Further,
    /// What the client made of the answer.
    Answer,
    /// A header of the answer.
    AnswerHeader,
    /// What the client made of an answer that is an error.
    Error,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Call => "call",
            Self::Crash => "crash",
            Self::Address => "address",
            Self::Query => "query",
            Self::Header => "header",
            Self::Body => "body",
            Self::Further => "further request",
            Self::Answer => "answer",
            Self::AnswerHeader => "header of the answer",
            Self::Error => "error",
        })
    }
}

/// A difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What kind it is.
    pub kind: Kind,
    /// In the example's file.
    pub pointer: String,
    /// What was expected.
    pub expected: String,
    /// What came instead.
    pub got: String,
}

impl Problem {
    /// A difference at `pointer`.
    pub fn new(kind: Kind, pointer: &str, expected: &str, got: &str) -> Self {
        Self {
            kind,
            pointer: pointer.to_owned(),
            expected: expected.to_owned(),
            got: got.to_owned(),
        }
    }
}

impl From<&Problem> for Finding {
    fn from(problem: &Problem) -> Self {
        Self {
            kind: problem.kind.to_string(),
            pointer: problem.pointer.clone(),
            what: format!("expected {}, got {}", problem.expected, problem.got),
        }
    }
}

impl From<&Contradiction> for Finding {
    fn from(contradiction: &Contradiction) -> Self {
        Self {
            kind: format!("contradiction: {}", contradiction.against),
            pointer: contradiction.pointer.clone(),
            what: contradiction.what.clone(),
        }
    }
}
