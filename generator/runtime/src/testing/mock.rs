//! The mock transport.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{AUTHORIZATION, HeaderName, Headers, WWW_AUTHENTICATE};
use azure_core::http::{
    AsyncRawResponse, Body, ClientOptions, HttpClient, Method, Request, RetryOptions, StatusCode,
    Transport, Url,
};
use azure_core::{Bytes, Result};
use futures::AsyncReadExt;

/// Answers requests from a list, in order, and records them. A clone is the same transport.
#[derive(Clone, Debug)]
pub struct MockTransport {
    server: Arc<Server>,
}

/// One answer.
#[derive(Clone, Debug)]
pub struct MockResponse {
    status: u16,
    headers: Headers,
    body: Bytes,
}

/// A request as it would have left the machine.
#[derive(Clone, Debug)]
pub struct RecordedRequest {
    /// HTTP method.
    pub method: Method,
    /// Whole URL.
    pub url: Url,
    /// Headers by lower-case name, those of the pipeline included.
    pub headers: BTreeMap<String, String>,
    /// The body; empty when there is none.
    pub body: Bytes,
}

#[derive(Debug)]
struct Server {
    challenge: Option<String>,
    answers: Mutex<VecDeque<MockResponse>>,
    requests: Mutex<Vec<RecordedRequest>>,
}

impl MockResponse {
    /// An answer with a JSON body.
    pub fn json(status: u16, body: impl Into<String>) -> Self {
        Self::bytes(status, body.into()).header("content-type", "application/json")
    }

    /// An answer without a body.
    pub fn empty(status: u16) -> Self {
        Self::bytes(status, Bytes::new())
    }

    /// An answer with any body and no `content-type`.
    pub fn bytes(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers: Headers::new(),
            body: body.into(),
        }
    }

    /// The same answer with one more header; the name is in any case.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers
            .insert(HeaderName::from(name.to_ascii_lowercase()), value.into());
        self
    }
}

impl RecordedRequest {
    /// A header's value; the name is in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .get(&name.to_ascii_lowercase())
            .map(String::as_str)
    }
}

impl MockTransport {
    /// A transport with these answers. A request for which none is left gets an error.
    pub fn answering(answers: impl IntoIterator<Item = MockResponse>) -> Self {
        Self::new(answers.into_iter().collect(), None)
    }

    /// A transport that answers every request without a token with 401 and a challenge for `resource`
    /// (`https://vault.azure.net`), as Key Vault does. Such requests take none of the answers and are not recorded.
    #[must_use]
    pub fn with_challenge(self, resource: &str) -> Self {
        let challenge = format!(
            "Bearer authorization=\"https://login.microsoftonline.com/tenant\", resource=\"{resource}\""
        );
        let answers = std::mem::take(&mut *lock(&self.server.answers));
        Self::new(answers, Some(challenge))
    }

    /// Client options with this transport and without retries.
    pub fn client_options(&self) -> ClientOptions {
        ClientOptions {
            transport: Some(Transport::new(self.server.clone())),
            retry: RetryOptions::none(),
            ..ClientOptions::default()
        }
    }

    /// All requests so far, oldest first.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        lock(&self.server.requests).clone()
    }

    /// The only request so far.
    ///
    /// # Panics
    ///
    /// There is none, or more than one.
    #[track_caller]
    pub fn request(&self) -> RecordedRequest {
        let mut requests = self.requests();
        assert_eq!(
            requests.len(),
            1,
            "one request was expected, these were sent: {}",
            listing(&requests)
        );
        requests.remove(0)
    }

    /// How many answers are left.
    pub fn answers_left(&self) -> usize {
        lock(&self.server.answers).len()
    }

    fn new(answers: VecDeque<MockResponse>, challenge: Option<String>) -> Self {
        let server = Server {
            challenge,
            answers: Mutex::new(answers),
            requests: Mutex::default(),
        };
        Self {
            server: Arc::new(server),
        }
    }
}

#[async_trait]
impl HttpClient for Server {
    async fn execute_request(&self, request: &Request) -> Result<AsyncRawResponse> {
        let recorded = record(request).await?;
        if let Some(challenge) = &self.challenge
            && recorded.header(AUTHORIZATION.as_str()).is_none()
        {
            let mut headers = Headers::new();
            headers.insert(WWW_AUTHENTICATE, challenge.clone());
            return Ok(AsyncRawResponse::from_bytes(
                StatusCode::Unauthorized,
                headers,
                Bytes::new(),
            ));
        }
        let request = format!("{} {}", recorded.method, recorded.url);
        lock(&self.requests).push(recorded);
        let Some(answer) = lock(&self.answers).pop_front() else {
            let message = format!("the mock transport has no answer left for {request}");
            return Err(Error::with_message(ErrorKind::Other, message));
        };
        Ok(AsyncRawResponse::from_bytes(
            StatusCode::from(answer.status),
            answer.headers,
            answer.body,
        ))
    }
}

async fn record(request: &Request) -> Result<RecordedRequest> {
    let headers = request.headers().iter();
    Ok(RecordedRequest {
        method: request.method(),
        url: request.url().clone(),
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

fn listing(requests: &[RecordedRequest]) -> String {
    let lines = requests
        .iter()
        .map(|request| format!("\n  {} {}", request.method, request.url));
    if requests.is_empty() {
        "none".to_owned()
    } else {
        lines.collect()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
