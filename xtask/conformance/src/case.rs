//! The form of a case: one call of a client, and what has to come of it.
//!
//! In: YAML. Out: [`Case`]s.
//! Never: passes over a field that it does not know, or takes a case that expects nothing or two things.
//!
//! `xtask/conformance/README.md` describes the form for people.

mod expected;
mod request;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::Error;
use serde_json::{Map, Value};

pub use expected::{Expected, ExpectedBytes, ExpectedError};
pub use request::RawRequest;

/// A file of cases: those of one description.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// What the server counts these scenarios under.
    pub category: String,
    /// Arguments of the client, the same in each call.
    #[serde(default)]
    pub client: Map<String, Value>,
    /// The access token that the credential gives, where the server looks at it.
    pub token: Option<String>,
    /// The cases, one for each scenario.
    #[serde(default)]
    pub cases: Vec<Case>,
    /// Calls that the client's types forbid: nothing may be sent.
    #[serde(default)]
    pub refused: Vec<Refused>,
}

/// One scenario.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Fields")]
pub struct Case {
    /// Names the server's counter.
    pub scenario: String,
    /// What the server counts it under, when it is not what the file says.
    pub category: Option<String>,
    /// Names the operation in the description; nothing when no operation leads to the scenario.
    pub operation: Option<String>,
    /// Arguments by wire name, beside those of the file.
    pub arguments: Map<String, Value>,
    /// Headers that the application's own policy sets in each request; null takes one out.
    pub policy: BTreeMap<String, Option<String>>,
    /// Whether the application says that the call may be carried out twice.
    pub repeatable: bool,
    /// The raw requests that make the scenario, in order.
    pub requests: Vec<RawRequest>,
    /// HTTP status of the last answer.
    pub status: u16,
    /// Typed headers of the answer, by wire name in lower case.
    pub headers: Map<String, Value>,
    /// For a long-running operation: the state that it ends in, as `azure_core` calls it.
    pub ends: Option<String>,
    /// What the caller gets.
    pub expected: Expected,
    /// Why the caller gets something else than the server sends.
    pub lenient: Option<String>,
    /// Why the case is not run at all: it then counts as one that does not pass.
    pub left_out: Option<String>,
}

/// A call that cannot be made.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// Names the operation in the description.
    pub operation: String,
    /// Arguments by wire name, beside those of the file.
    #[serde(default)]
    pub arguments: Map<String, Value>,
    /// Which rule the call breaks.
    pub because: String,
}

/// A case as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    scenario: String,
    category: Option<String>,
    operation: Option<String>,
    #[serde(default)]
    arguments: Map<String, Value>,
    #[serde(default)]
    policy: BTreeMap<String, Option<String>>,
    #[serde(default)]
    repeatable: bool,
    #[serde(default, rename = "request", deserialize_with = "request::one_or_many")]
    requests: Vec<RawRequest>,
    #[serde(default = "ok")]
    status: u16,
    #[serde(default)]
    headers: Map<String, Value>,
    ends: Option<String>,
    #[serde(default, deserialize_with = "present")]
    value: Option<Value>,
    bytes: Option<ExpectedBytes>,
    pages: Option<Vec<Value>>,
    error: Option<ExpectedError>,
    unreadable: Option<String>,
    lenient: Option<String>,
    #[serde(rename = "left-out")]
    left_out: Option<String>,
}

const fn ok() -> u16 {
    200
}

/// `value: null` is an expectation, no `value` is none.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl TryFrom<Fields> for Case {
    type Error = String;

    fn try_from(fields: Fields) -> Result<Self, String> {
        let scenario = fields.scenario;
        let given = [
            fields.value.map(Expected::Value),
            fields.bytes.map(Expected::Bytes),
            fields.pages.map(Expected::Pages),
            fields.error.map(Expected::Error),
            fields.unreadable.map(Expected::Unreadable),
        ];
        let mut given = given.into_iter().flatten();
        let expected = given.next().unwrap_or(Expected::Nothing);
        if given.next().is_some() {
            return Err(format!(
                "{scenario} expects two things: only one of value, bytes, pages, error and unreadable can be"
            ));
        }
        if fields.operation.is_none() && !fields.arguments.is_empty() {
            return Err(format!("{scenario} has arguments, but no operation"));
        }
        Ok(Self {
            scenario,
            category: fields.category,
            operation: fields.operation,
            arguments: fields.arguments,
            policy: fields.policy,
            repeatable: fields.repeatable,
            requests: fields.requests,
            status: fields.status,
            headers: fields.headers,
            ends: fields.ends,
            expected,
            lenient: fields.lenient,
            left_out: fields.left_out,
        })
    }
}

impl CaseFile {
    /// Reads a file of cases.
    ///
    /// # Errors
    ///
    /// The text is no YAML, or not of this form; the error has line and column.
    pub fn read(text: &str) -> Result<Self, serde_yaml::Error> {
        let file: Self = serde_yaml::from_str(text)?;
        if file.cases.is_empty() && file.refused.is_empty() {
            return Err(serde_yaml::Error::custom("the file holds no case"));
        }
        Ok(file)
    }
}
