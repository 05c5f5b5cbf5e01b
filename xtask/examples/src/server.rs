//! A transport that answers as an example says, and keeps what was sent.
//!
//! In: a [`Script`]. Out: the [`Sent`] requests.
//! Never: opens a connection, or answers for ever.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{HeaderName, Headers};
use azure_core::http::{
    AsyncRawResponse, Body, ClientOptions, HttpClient, Request, RetryOptions, StatusCode, Transport,
};
use azure_core::{Bytes, Result};
use futures::AsyncReadExt;

/// More requests than any example takes.
const MOST: usize = 12;

/// An answer.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// What is answered.
#[derive(Clone, Debug)]
pub struct Script {
    /// To a request without a token: a challenge, as Key Vault sends it.
    pub challenge: bool,
    /// To the first request.
    pub first: Reply,
    /// To all later ones.
    pub later: Option<Reply>,
}

/// A request as it would have left the machine.
#[derive(Clone, Debug)]
pub struct Sent {
    /// HTTP method.
    pub method: String,
    /// Whole URL.
    pub url: String,
    /// Headers by lower-case name.
    pub headers: BTreeMap<String, String>,
    /// The body; empty when there is none.
    pub body: Bytes,
}

/// Answers from a script.
#[derive(Debug)]
pub struct Server {
    script: Script,
    sent: Mutex<Vec<Sent>>,
}

impl Server {
    /// A server for one call.
    pub fn new(script: Script) -> Arc<Self> {
        Arc::new(Self {
            script,
            sent: Mutex::default(),
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

    /// All requests so far, oldest first, but for those that were challenged.
    pub fn sent(&self) -> Vec<Sent> {
        lock(&self.sent).clone()
    }

    fn reply(&self, request: Sent) -> Option<Reply> {
        if self.script.challenge && !request.headers.contains_key("authorization") {
            return Some(challenge(&request.url));
        }
        let mut sent = lock(&self.sent);
        sent.push(request);
        match sent.len() {
            1 => Some(self.script.first.clone()),
            2..MOST => self.script.later.clone(),
            _ => None,
        }
    }
}

#[async_trait]
impl HttpClient for Server {
    async fn execute_request(&self, request: &Request) -> Result<AsyncRawResponse> {
        let sent = sent(request).await?;
        let Some(reply) = self.reply(sent) else {
            return Err(Error::with_message(
                ErrorKind::Other,
                "the example has no further answer",
            ));
        };
        let mut headers = Headers::new();
        for (name, value) in reply.headers {
            headers.insert(HeaderName::from(name.to_ascii_lowercase()), value);
        }
        Ok(AsyncRawResponse::from_bytes(
            StatusCode::from(reply.status),
            headers,
            reply.body,
        ))
    }
}

/// The audience is the domain above the vault's own name.
fn challenge(url: &str) -> Reply {
    let host = url.split("://").nth(1).unwrap_or_default();
    let host = host.split(['/', '?', ':']).next().unwrap_or_default();
    let domain = host.split_once('.').map_or("", |(_, domain)| domain);
    let value = format!(
        "Bearer authorization=\"https://login.microsoftonline.com/tenant\", resource=\"https://{domain}\""
    );
    Reply {
        status: 401,
        headers: vec![("www-authenticate".to_owned(), value)],
        body: Vec::new(),
    }
}

async fn sent(request: &Request) -> Result<Sent> {
    let headers = request.headers().iter();
    Ok(Sent {
        method: request.method().as_str().to_owned(),
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
