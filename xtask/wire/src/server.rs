//! A transport that answers as a recorded service did, and keeps what was sent.
//!
//! In: a [`Plan`]'s answers. Out: [`Exchange`]s, in order.
//! Never: opens a connection, or answers more often than was recorded: then the recording ends, and the client gets an error.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{HeaderName, Headers, RETRY_AFTER, WWW_AUTHENTICATE};
use azure_core::http::{
    AsyncRawResponse, Body, ClientOptions, HttpClient, Method, Request, RetryOptions, StatusCode,
    Transport,
};
use azure_core::{Bytes, Result};
use futures::AsyncReadExt;

use crate::case::Response;
use crate::plan::{Challenge, Plan};

/// Answers from a plan.
#[derive(Debug)]
pub struct Server {
    challenge: Challenge,
    answers: Mutex<VecDeque<Response>>,
    exchanges: Mutex<Vec<Exchange>>,
}

/// A request and what answered it.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The request.
    pub request: Sent,
    /// The answer.
    pub answer: Answer,
}

/// What answered a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Answer {
    /// A challenge that is not recorded, because the request had no token.
    Challenge,
    /// A recorded response with this status.
    Recorded(u16),
    /// Nothing: the recording ends before it.
    End,
}

/// A request as it would have left the machine.
#[derive(Clone, Debug)]
pub struct Sent {
    /// HTTP method.
    pub method: Method,
    /// Whole URL.
    pub url: String,
    /// Headers by lower-case name.
    pub headers: BTreeMap<String, String>,
    /// The body; empty when there is none.
    pub body: Bytes,
}

impl Sent {
    /// A header's value; the name is in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

impl Server {
    /// A server for one call.
    pub fn new(plan: &Plan) -> Arc<Self> {
        Arc::new(Self {
            challenge: plan.challenge,
            answers: Mutex::new(plan.responses.iter().cloned().collect()),
            exchanges: Mutex::default(),
        })
    }

    /// Client options that lead here, without retries.
    pub fn client_options(self: &Arc<Self>) -> ClientOptions {
        ClientOptions {
            transport: Some(Transport::new(self.clone())),
            retry: RetryOptions::none(),
            ..ClientOptions::default()
        }
    }

    /// All exchanges so far, oldest first.
    pub fn exchanges(&self) -> Vec<Exchange> {
        lock(&self.exchanges).clone()
    }

    fn answer(&self, request: &Sent) -> (Answer, Option<Response>) {
        let no_token = request.header("authorization").is_none();
        if no_token && self.challenge == Challenge::Added {
            return (Answer::Challenge, Some(challenge(&request.url)));
        }
        match lock(&self.answers).pop_front() {
            Some(response) => (Answer::Recorded(response.status), Some(response)),
            None => (Answer::End, None),
        }
    }
}

#[async_trait]
impl HttpClient for Server {
    async fn execute_request(&self, request: &Request) -> Result<AsyncRawResponse> {
        let request = sent(request).await?;
        let method = request.method;
        let (answer, response) = self.answer(&request);
        lock(&self.exchanges).push(Exchange { request, answer });
        match response {
            Some(response) => deliver(method, response),
            None => Err(Error::with_message(
                ErrorKind::Other,
                "the recording ends here",
            )),
        }
    }
}

/// What Key Vault says to a request without a token: its audience is the domain above the vault's own name.
fn challenge(url: &str) -> Response {
    let host = url.split("://").nth(1).unwrap_or_default();
    let domain = host.split_once('.').map_or("", |(_, domain)| domain);
    let domain = domain.split(['/', '?', ':']).next().unwrap_or_default();
    let header = format!(
        "Bearer authorization=\"https://login.microsoftonline.com/tenant\", resource=\"https://{domain}\""
    );
    Response {
        status: 401,
        headers: [(WWW_AUTHENTICATE.as_str().to_owned(), header)].into(),
        body: None,
        raw: None,
    }
}

/// The response as bytes; one to HEAD has no body, and none lets a poller wait.
fn deliver(method: Method, response: Response) -> Result<AsyncRawResponse> {
    let mut headers = Headers::new();
    for (name, value) in response.headers {
        headers.insert(HeaderName::from(name.to_ascii_lowercase()), value);
    }
    headers.insert(RETRY_AFTER, "0");
    let body = match (response.raw, response.body) {
        _ if method == Method::Head => Bytes::new(),
        (Some(raw), _) => raw.into(),
        (None, Some(body)) => serde_json::to_vec(&body)?.into(),
        (None, None) => Bytes::new(),
    };
    let status = StatusCode::from(response.status);
    Ok(AsyncRawResponse::from_bytes(status, headers, body))
}

async fn sent(request: &Request) -> Result<Sent> {
    let headers = request.headers().iter();
    Ok(Sent {
        method: request.method(),
        url: request.url().as_str().to_owned(),
        headers: headers
            .map(|(name, value)| (name.as_str().to_owned(), value.as_str().to_owned()))
            .collect(),
        body: match request.body() {
            Body::Bytes(bytes) => bytes.clone(),
            Body::SeekableStream(stream) => {
                let mut bytes = Vec::new();
                stream.clone().read_to_end(&mut bytes).await?;
                bytes.into()
            }
        },
    })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
