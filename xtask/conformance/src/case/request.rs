//! A request without any client: what a right client sends for the case.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

/// A raw request.
#[derive(Clone, Debug, PartialEq)]
pub struct RawRequest {
    /// HTTP method, in capital letters.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Headers; names in any case.
    pub headers: BTreeMap<String, String>,
    /// The body; nothing is none.
    pub body: Option<String>,
}

/// As it is written: `GET /path`, or the same as `line` beside headers and body.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Line(String),
    Whole(Whole),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    line: String,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    body: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(Written),
    Many(Vec<Written>),
}

/// Reads one request or a list of them.
pub(super) fn one_or_many<'de, D>(deserializer: D) -> Result<Vec<RawRequest>, D::Error>
where
    D: Deserializer<'de>,
{
    let written = match OneOrMany::deserialize(deserializer)? {
        OneOrMany::One(one) => vec![one],
        OneOrMany::Many(many) => many,
    };
    let requests = written.into_iter().map(RawRequest::try_from);
    requests
        .collect::<Result<_, _>>()
        .map_err(serde::de::Error::custom)
}

impl TryFrom<Written> for RawRequest {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let whole = match written {
            Written::Whole(whole) => whole,
            Written::Line(line) => Whole {
                line,
                headers: BTreeMap::new(),
                body: None,
            },
        };
        let Some((method, target)) = whole.line.split_once(' ') else {
            return Err(format!(
                "{:?} is no request: it is a method and a path, as in `GET /path`",
                whole.line
            ));
        };
        if !target.starts_with('/') {
            return Err(format!("{target:?} is no path: it starts with a slash"));
        }
        Ok(Self {
            method: method.to_ascii_uppercase(),
            target: target.to_owned(),
            headers: whole.headers,
            body: whole.body,
        })
    }
}
