//! What a caller has to get.

use serde::Deserialize;
use serde_json::Value;

/// What a caller gets from a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// An answer without a body.
    Nothing,
    /// A value: compared as JSON, [by value](crate::compare).
    Value(Value),
    /// Bytes.
    Bytes(ExpectedBytes),
    /// The pages of a list, each as JSON.
    Pages(Vec<Value>),
    /// An error.
    Error(ExpectedError),
    /// An error, because the answer is not what the description says; and why.
    Unreadable(String),
}

/// Bytes, known by their length and hash.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ExpectedBytes {
    /// How many.
    pub length: u64,
    /// SHA-256 of all, in lower-case hexadecimal digits.
    pub sha256: String,
}

/// An error of the service.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ExpectedError {
    /// The code that the client reads from the answer.
    pub code: Option<String>,
    /// The message that the client reads from the answer.
    pub message: Option<String>,
    /// Words that the error's own text has.
    pub says: Option<String>,
    /// The body, as JSON.
    pub body: Option<Value>,
    /// Of a list: the pages that came before.
    pub pages: Option<Vec<Value>>,
}
