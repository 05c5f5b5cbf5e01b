//! Requests as the fake services read them, and their answers.
//!
//! In: `azure_core`'s requests. Out: `azure_core`'s responses.
//! Never: knows a route, or the form of a service's errors.

use azure_core::http::headers::{AUTHORIZATION, HeaderName, Headers, IF_MATCH};
use azure_core::http::{AsyncRawResponse, Body, Method, Request, StatusCode, Url};
use azure_core::{Bytes, Result};
use futures::AsyncReadExt;
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// Entries of one page: so few that every list of two has a next link.
const PAGE_SIZE: usize = 1;

/// A request.
pub struct Call {
    pub method: Method,
    pub url: Url,
    /// Decoded segments of the path; an empty last one stands for a slash at the end.
    pub path: Vec<String>,
    pub authorization: Option<String>,
    pub if_match: Option<String>,
    /// The body as JSON; null when there is none, or no JSON.
    pub body: Value,
}

/// What a service answers.
#[derive(Debug)]
pub struct Answer {
    status: StatusCode,
    headers: Headers,
    body: Option<Value>,
}

/// Why a service refuses a request. Each service writes it in its own form.
#[derive(Debug)]
pub struct Problem {
    pub status: StatusCode,
    pub code: &'static str,
    pub message: String,
    /// Key Vault's code of the more specific failure; the target of API Management's single detail.
    pub inner: Option<&'static str>,
}

/// What a route gives.
pub type Outcome = std::result::Result<Answer, Problem>;

impl Call {
    /// Reads a request.
    pub async fn read(request: &Request) -> Result<Self> {
        let url = request.url().clone();
        let header = |name| request.headers().get_optional_string(name);
        Ok(Self {
            method: request.method(),
            path: url
                .path_segments()
                .into_iter()
                .flatten()
                .map(decode)
                .collect(),
            authorization: header(&AUTHORIZATION),
            if_match: header(&IF_MATCH),
            body: serde_json::from_slice(&read_body(request).await?).unwrap_or_default(),
            url,
        })
    }

    /// The path's segments, to match on.
    pub fn segments(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }

    /// A query parameter.
    pub fn query(&self, name: &str) -> Option<String> {
        let mut pairs = self.url.query_pairs();
        let (_, value) = pairs.find(|(key, _)| key == name)?;
        Some(value.into_owned())
    }

    /// A query parameter that is a number.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.query(name)?.parse().ok()
    }

    /// One page of `entries`: the page, and the URL of the next one if there is any. `skip` and `top` name the query
    /// parameters; with `Top::OfPage` the second one is about a page, with `Top::OfList` about the whole list.
    pub fn page(&self, entries: Vec<Value>, skip: &str, top: Top) -> (Vec<Value>, Option<String>) {
        let skipped = self.number(skip).unwrap_or(0);
        let (size, end) = match top {
            Top::OfPage(name) => (self.number(name).unwrap_or(PAGE_SIZE), entries.len()),
            Top::OfList(name) => {
                let wanted = self.number(name).unwrap_or(entries.len());
                (PAGE_SIZE, entries.len().min(skipped.saturating_add(wanted)))
            }
        };
        let next = skipped.saturating_add(size);
        let link = (next < end).then(|| {
            let rest = (end - next).to_string();
            match top {
                Top::OfPage(_) => self.with_query(&[(skip, &next.to_string())]),
                Top::OfList(name) => self.with_query(&[(skip, &next.to_string()), (name, &rest)]),
            }
        });
        let page = entries.into_iter().take(end).skip(skipped).take(size);
        (page.collect(), link)
    }

    /// This URL with other values for these query parameters.
    fn with_query(&self, values: &[(&str, &str)]) -> String {
        let mut url = self.url.clone();
        let kept = self.url.query_pairs();
        let kept = kept.filter(|(key, _)| !values.iter().any(|(name, _)| key == name));
        url.query_pairs_mut()
            .clear()
            .extend_pairs(kept)
            .extend_pairs(values);
        url.into()
    }

    /// The refusal of a route that is not played.
    pub fn unknown_route(&self) -> Problem {
        let message = format!(
            "The fake does not play the route {} {}.",
            self.method,
            self.url.path()
        );
        Problem::new(StatusCode::NotFound, "NotFound", message)
    }
}

/// What a parameter for the number of entries counts.
#[derive(Clone, Copy)]
pub enum Top<'a> {
    /// Entries of one page: Key Vault's `maxresults`.
    OfPage(&'a str),
    /// Entries of the whole list: API Management's `$top`.
    OfList(&'a str),
}

impl Answer {
    /// Success, with a JSON body.
    pub fn ok(body: Value) -> Self {
        Self::json(StatusCode::Ok, body)
    }

    /// An answer with a JSON body.
    pub fn json(status: StatusCode, body: Value) -> Self {
        Self {
            body: Some(body),
            ..Self::empty(status)
        }
        .header("content-type", "application/json; charset=utf-8")
    }

    /// An answer without a body.
    pub fn empty(status: StatusCode) -> Self {
        Self {
            status,
            headers: Headers::new(),
            body: None,
        }
    }

    /// The same answer with one more header; the name is in lower case.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers
            .insert(HeaderName::from_static(name), value.into());
        self
    }

    /// The same answer without its body, as HEAD gets it.
    pub fn without_body(self) -> Self {
        Self { body: None, ..self }
    }
}

impl Problem {
    /// A refusal without further detail.
    pub fn new(status: StatusCode, code: &'static str, message: String) -> Self {
        Self {
            status,
            code,
            message,
            inner: None,
        }
    }
}

impl From<Answer> for AsyncRawResponse {
    fn from(answer: Answer) -> Self {
        let body = answer.body.map(|body| body.to_string()).unwrap_or_default();
        Self::from_bytes(answer.status, answer.headers, body)
    }
}

fn decode(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().into_owned()
}

async fn read_body(request: &Request) -> Result<Bytes> {
    match request.body() {
        Body::Bytes(bytes) => Ok(bytes.clone()),
        Body::SeekableStream(stream) => {
            let mut bytes = Vec::new();
            stream.clone().read_to_end(&mut bytes).await?;
            Ok(bytes.into())
        }
    }
}
