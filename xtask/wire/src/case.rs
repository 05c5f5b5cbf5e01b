//! The form of a recording: one call of an official SDK, what went over the wire, and what the SDK made of it.
//!
//! In: a JSON file with a list of cases. Out: [`Case`]s, as recorded.
//! Never: passes over a field that it does not know, for that would be a case compared in part.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

/// One recorded call.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Unique in its file.
    #[serde(rename = "case")]
    pub name: String,
    /// Names the operation in the description.
    #[serde(rename = "operationId")]
    pub operation_id: String,
    /// Arguments by wire name, those of the client included.
    pub arguments: Map<String, Value>,
    request: Option<Request>,
    #[serde(default)]
    requests: Vec<Request>,
    /// The answers of the service, in order.
    pub responses: Vec<Response>,
    /// How many answers at the end the SDK never asked for.
    #[serde(default)]
    pub responses_unused: usize,
    /// Method of the SDK's public client, when the call was made by it; then the first exchange is the challenge.
    pub via: Option<String>,
    /// What the SDK returned.
    pub parsed: Parsed,
}

/// A recorded request.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// HTTP method.
    pub method: String,
    /// Whole URL, in the SDK's own spelling.
    pub url: String,
    /// `accept`, `content-type`, `if-match`, and `content-length` where there is no body.
    pub headers: BTreeMap<String, String>,
    /// The body; none is an empty one.
    pub body: Option<Value>,
}

/// A canned response.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Headers; names in any case.
    pub headers: BTreeMap<String, String>,
    /// The body as JSON; none is an empty one.
    pub body: Option<Value>,
    /// Literal text that is sent instead of `body`.
    pub raw: Option<String>,
}

/// Response headers that the description declares, by wire name.
pub type Headers = BTreeMap<String, Option<String>>;

/// What the SDK returned.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum Parsed {
    /// A model.
    Model {
        /// Its fields by wire name, with typed leaves.
        value: Value,
        /// Declared response headers.
        #[serde(default)]
        headers: Headers,
        /// Its class, which is Python's.
        #[serde(rename = "model")]
        _model: IgnoredAny,
        /// Its fields by their names in Python.
        #[serde(rename = "python")]
        _python: IgnoredAny,
    },
    /// A list, read to its end.
    Pages {
        /// The items of each page.
        pages: Vec<Vec<Item>>,
    },
    /// Whether a resource exists.
    Bool {
        /// The answer.
        value: bool,
        /// Declared response headers.
        #[serde(default)]
        headers: Headers,
    },
    /// Nothing.
    None {
        /// Declared response headers.
        #[serde(default)]
        headers: Headers,
    },
    /// An object of the public client.
    Public {
        /// Name of its class.
        class: String,
        /// Its attributes, by their names in Python.
        python: Value,
    },
    /// An exception.
    Error(ParsedError),
}

/// An item of a page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its fields by wire name, with typed leaves.
    pub value: Value,
    #[serde(rename = "model")]
    _model: IgnoredAny,
    #[serde(rename = "python")]
    _python: IgnoredAny,
}

/// An exception. Without `status` the SDK could not encode or decode something.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParsedError {
    /// HTTP status of an answer that is no success.
    pub status: Option<u16>,
    /// The service's code.
    pub code: Option<String>,
    /// The service's message.
    pub error_message: Option<String>,
    /// What the error is about.
    pub target: Option<String>,
    /// Errors that led to it.
    #[serde(default)]
    pub details: Vec<Value>,
    /// More exactly what went wrong; `{}` is nothing.
    pub innererror: Option<Value>,
    /// Of a list: the pages that came before.
    pub pages_before: Option<Vec<Vec<Item>>>,
    #[serde(rename = "class")]
    _class: IgnoredAny,
    #[serde(rename = "exception_text")]
    _exception_text: IgnoredAny,
    #[serde(rename = "body_model", default)]
    _body_model: Option<IgnoredAny>,
}

impl Case {
    /// All requests, in order.
    pub fn requests(&self) -> &[Request] {
        if self.requests.is_empty() {
            self.request.as_slice()
        } else {
            &self.requests
        }
    }

    /// An argument that is a text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.arguments.get(name).and_then(Value::as_str)
    }

    /// The last answer that the SDK asked for.
    pub fn last_response(&self) -> Option<&Response> {
        let used = self
            .responses
            .len()
            .checked_sub(self.responses_unused + 1)?;
        self.responses.get(used)
    }
}

impl Request {
    /// A header's value; the name is in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

impl Response {
    /// A header's value; the name is in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// A member of the body at the end of `path`, keys inside each other.
    pub fn member(&self, path: &[&str]) -> Option<&Value> {
        path.iter()
            .try_fold(self.body.as_ref()?, |value, key| value.get(key))
    }

    /// The body's link to the next page; none when it is absent, null or empty.
    pub fn next_link(&self) -> Option<&str> {
        let link = self.member(&["nextLink"])?.as_str()?;
        (!link.is_empty()).then_some(link)
    }
}
