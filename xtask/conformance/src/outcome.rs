//! What came of a case, in one form for clients and for raw requests.

use std::fmt::Write;

use armature_runtime::dispatch::{Answer, Content};
use azure_core::Bytes;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::exchange::Exchange;

/// What came of a case.
#[derive(Clone, Debug)]
pub struct Observed {
    /// What went over the wire.
    pub exchanges: Vec<Exchange>,
    /// What the caller got.
    pub got: Got,
}

/// What a caller got.
#[derive(Clone, Debug)]
pub enum Got {
    /// Nothing was sent: the call could not be made.
    Refused(String),
    /// An answer.
    Answer(Understood),
    /// A list, read to its end or to an error.
    Pages(Vec<Body>, Option<Failure>),
    /// A long-running operation: the state it was in last, and its result.
    Operation(Option<String>, Result<Understood, Failure>),
    /// An error.
    Failure(Failure),
    /// The client panicked, or did not come to an end.
    Broken(String),
}

/// An answer, as the client understands it.
#[derive(Clone, Debug)]
pub struct Understood {
    /// Typed headers, by wire name in lower case.
    pub headers: Map<String, Value>,
    /// The body.
    pub body: Body,
}

/// A body.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// There is none.
    Nothing,
    /// A value.
    Json(Value),
    /// Bytes, by length and hash.
    Bytes(u64, String),
}

/// An error.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What it says.
    pub text: String,
    /// What the service said, when it is about an answer of the service.
    pub service: Option<Said>,
}

/// What the service said in an answer that is an error to the client.
#[derive(Clone, Debug)]
pub struct Said {
    /// HTTP status.
    pub status: u16,
    /// For programs.
    pub code: Option<String>,
    /// For people.
    pub message: Option<String>,
    /// The body as it came.
    pub body: Bytes,
}

impl Body {
    /// Bytes, known by length and hash.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return Self::Nothing;
        }
        Self::Bytes(bytes.len() as u64, hash(bytes))
    }
}

impl From<Content> for Body {
    fn from(content: Content) -> Self {
        match content {
            Content::Nothing | Content::Json(Value::Null) => Self::Nothing,
            Content::Json(value) => Self::Json(value),
            Content::Text(text) if text.is_empty() => Self::Nothing,
            Content::Text(text) => Self::Json(text.into()),
            Content::Bytes(bytes) => Self::of_bytes(&bytes),
        }
    }
}

impl From<Answer> for Understood {
    fn from(answer: Answer) -> Self {
        let headers = answer.headers.into_iter();
        let headers = headers.filter_map(|(name, value)| Some((name, Value::from(value?))));
        Self {
            headers: headers.collect(),
            body: answer.body.into(),
        }
    }
}

impl From<azure_core::Error> for Failure {
    fn from(error: azure_core::Error) -> Self {
        let service = armature_runtime::service_error(&error).map(|said| Said {
            status: said.status.into(),
            code: said.code.clone(),
            message: said.message.clone(),
            body: Bytes::copy_from_slice(said.response().body()),
        });
        Self {
            text: error.to_string(),
            service,
        }
    }
}

/// SHA-256 in hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
