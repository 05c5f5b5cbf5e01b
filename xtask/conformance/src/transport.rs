//! The way from the clients to the server.
//!
//! In: requests to any host. Out: the answers of one server, and the exchanges that went over the wire.
//! Never: asks another server, whatever host a request or a link names: all of them stand for the one under test.
//!
//! A host stays in the header `host`, so that links in answers name it again. Beside that the transport does what an
//! application's own transport would have to, for `azure_core`'s does not:
//!
//! * cookies are sent back: a server that answers differently to a second try knows it by them;
//! * redirects are followed as RFC 9110 (section 15.4) has it: 300, 301 and 302 for GET and HEAD alone, 303 by GET, 307 and
//!   308 with the same request;
//! * an answer that does not say when to come again says `retry-after: 0`, so that pollers do not wait.

pub mod cookies;
pub mod redirect;

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{CONTENT_TYPE, HeaderName, Headers, RETRY_AFTER};
use azure_core::http::{
    AsyncRawResponse, ClientOptions, FixedRetryOptions, HttpClient, Method, Request, RetryOptions,
    Transport, Url, new_http_client,
};
use azure_core::time::Duration;

use crate::exchange::Exchange;
use cookies::Cookies;
use redirect::{Redirect, redirect};

const COOKIE: HeaderName = HeaderName::from_static("cookie");
const HOST: HeaderName = HeaderName::from_static("host");
const LOCATION: HeaderName = HeaderName::from_static("location");
const SET_COOKIE: HeaderName = HeaderName::from_static("set-cookie");

/// More redirects in a row than this are a circle.
pub const MOST_REDIRECTS: usize = 10;

/// What may be sent again is sent again this often.
pub const RETRIES: u32 = 3;

/// The transport of one case.
#[derive(Debug)]
pub struct ToServer {
    endpoint: Url,
    client: Arc<dyn HttpClient>,
    cookies: Mutex<Cookies>,
    exchanges: Mutex<Vec<Exchange>>,
}

impl ToServer {
    /// To the server at `endpoint`.
    pub fn new(endpoint: Url) -> Arc<Self> {
        Arc::new(Self {
            endpoint,
            client: new_http_client(None),
            cookies: Mutex::default(),
            exchanges: Mutex::default(),
        })
    }

    /// Options of clients that lead here. `expected` is the status that the case shall end with: a failure that clients try
    /// again by themselves is not tried again when it is what the case is about.
    pub fn client_options(self: &Arc<Self>, expected: u16) -> ClientOptions {
        let retry = if is_retried(expected) {
            RetryOptions::none()
        } else {
            RetryOptions::fixed(FixedRetryOptions {
                delay: Duration::ZERO,
                max_retries: RETRIES,
                ..FixedRetryOptions::default()
            })
        };
        ClientOptions {
            transport: Some(Transport::new(self.clone())),
            retry,
            ..ClientOptions::default()
        }
    }

    /// What went over the wire so far.
    pub fn exchanges(&self) -> Vec<Exchange> {
        lock(&self.exchanges).clone()
    }

    /// One exchange.
    async fn exchange(&self, request: &Request) -> Result<AsyncRawResponse> {
        let mut local = request.clone();
        let host = authority(request.url());
        local.insert_header(HOST, host);
        if let Some(cookies) = lock(&self.cookies).header() {
            local.insert_header(COOKIE, cookies);
        }
        *local.url_mut() = self.here(request.url())?;
        let answer = self.client.execute_request(&local).await;
        let status = answer.as_ref().ok().map(|answer| answer.status().into());
        lock(&self.exchanges).push(Exchange {
            method: request.method().to_string(),
            target: target(request.url()),
            status,
        });
        if let Ok(answer) = &answer
            && let Some(set) = answer.headers().get_optional_str(&SET_COOKIE)
        {
            lock(&self.cookies).take(set);
        }
        answer
    }

    /// The same path and query at the server.
    fn here(&self, url: &Url) -> Result<Url> {
        at(&self.endpoint, url).ok_or_else(|| {
            let message = format!("{url} cannot be asked for at {}", self.endpoint);
            Error::with_message(ErrorKind::Other, message)
        })
    }
}

/// The path and query of `url` at the server under test.
pub fn at(endpoint: &Url, url: &Url) -> Option<Url> {
    let mut here = url.clone();
    let moved = here.set_scheme(endpoint.scheme()).is_ok()
        && here.set_host(endpoint.host_str()).is_ok()
        && here.set_port(endpoint.port()).is_ok();
    moved.then_some(here)
}

#[async_trait]
impl HttpClient for ToServer {
    async fn execute_request(&self, request: &Request) -> Result<AsyncRawResponse> {
        let mut request = request.clone();
        for _ in 0..MOST_REDIRECTS {
            let answer = self.exchange(&request).await?;
            match next(&request, &answer)? {
                Some(next) => request = next,
                None => return Ok(without_wait(answer)),
            }
        }
        let message = format!("{} is redirected in a circle", request.url());
        Err(Error::with_message(ErrorKind::Other, message))
    }
}

/// The request that an answer leads to; nothing when it is the last.
fn next(request: &Request, answer: &AsyncRawResponse) -> Result<Option<Request>> {
    let method = request.method();
    let Some(redirect) = redirect(method.as_str(), answer.status().into()) else {
        return Ok(None);
    };
    let Some(location) = answer.headers().get_optional_str(&LOCATION) else {
        return Ok(None);
    };
    let url = request.url().join(location)?;
    let mut next = match redirect {
        Redirect::Same => request.clone(),
        Redirect::Look if method == Method::Head => Request::new(url.clone(), method),
        Redirect::Look => Request::new(url.clone(), Method::Get),
    };
    if redirect == Redirect::Look {
        let headers = request.headers().iter();
        for (name, value) in headers.filter(|(name, _)| **name != CONTENT_TYPE) {
            next.insert_header(name.clone(), value.clone());
        }
    }
    *next.url_mut() = url;
    Ok(Some(next))
}

/// Whether `azure_core` sends a request again after this status.
pub fn is_retried(status: u16) -> bool {
    matches!(status, 408 | 429 | 500 | 502 | 503 | 504)
}

fn without_wait(answer: AsyncRawResponse) -> AsyncRawResponse {
    let (status, mut headers, body) = answer.deconstruct();
    let says_when = |headers: &Headers| headers.get_optional_str(&RETRY_AFTER).is_some();
    if !says_when(&headers) {
        headers.insert(RETRY_AFTER, "0");
    }
    AsyncRawResponse::new(status, headers, Box::pin(body))
}

pub(crate) fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

pub(crate) fn target(url: &Url) -> String {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
