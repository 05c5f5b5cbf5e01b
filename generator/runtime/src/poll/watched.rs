//! One long-running operation that another operation says the state of, request by request.
//!
//! In: the first request and a [`Polling`]; then the answers. Out: [`Step`]s.
//! Never: depends on the type of the states or of the result, so that it is compiled once.

use std::sync::{Arc, OnceLock};

use azure_core::error::Error;
use azure_core::http::headers::ACCEPT;
use azure_core::http::poller::{PollerContinuation, PollerOptions, PollerState};
use azure_core::http::{Context, Method, RawResponse, Request, Url};
use azure_core::{Result, Value};
use futures::future::BoxFuture;
use serde_json::Map;

use crate::error::{rejection, unreadable};
use crate::poll::PollResult;
use crate::poll::answer;
use crate::poll::monitor::Standing;
use crate::poll::polling::Polling;
use crate::poll::step::{self, Step, Steps};
use crate::request::{Call, RequestBuilder};
use crate::send;

/// How a model says where the operation stands; `None` where the HTTP status says it.
pub(super) type Read = Option<fn(&RawResponse) -> Result<Standing>>;

/// What depends on the types of state and result, as functions.
#[derive(Clone, Copy)]
pub(super) struct Readers {
    /// How the operation stands.
    pub state: Read,
    /// Whether the result can be read.
    pub result: fn(&RawResponse) -> Result<()>,
}

/// All that does not depend on the types of state and result.
pub(super) struct Watched {
    call: Call,
    success: &'static [u16],
    polling: Polling,
    asked: Url,
    result: Option<Url>,
    /// What the asked operation may answer: its own successes, and the statuses that say something about this operation.
    answers: Vec<u16>,
    read: Readers,
    /// The first answer, which may be the result.
    first: OnceLock<RawResponse>,
}

/// Where the result of an operation that succeeded is.
enum Found {
    /// In this answer.
    Here(RawResponse),
    /// At the URL for results, else in this answer.
    Fetched(RawResponse),
}

impl Steps for Watched {
    fn step(
        self: Arc<Self>,
        state: PollerState,
        options: PollerOptions<'static>,
    ) -> BoxFuture<'static, Result<Step>> {
        Box::pin(async move {
            match state {
                PollerState::Initial => self.start(options).await,
                PollerState::More(_) => self.ask(options).await,
            }
        })
    }

    fn operation(&self) -> &'static str {
        self.call.operation
    }
}

impl Watched {
    /// # Errors
    ///
    /// A refused value; a path that the values of the first request do not fill.
    pub fn new(
        first: RequestBuilder,
        success: &'static [u16],
        polling: Polling,
        read: Readers,
    ) -> Result<Self> {
        let asked = first.url_of(polling.asked.template);
        let result = polling.result.map(|get| first.url_of(get.template));
        // A refused value is the reason for a path without it, and is told first.
        let call = first.build()?;
        let answers = [polling.asked.success, polling.pending, polling.accepted].concat();
        Ok(Self {
            call,
            success,
            polling,
            asked: asked?,
            result: result.transpose()?,
            answers,
            read,
            first: OnceLock::new(),
        })
    }

    /// The first request.
    pub fn call(&self) -> &Call {
        &self.call
    }

    async fn start(self: Arc<Self>, options: PollerOptions<'static>) -> Result<Step> {
        let mut request = self.call.request.clone();
        let response = self
            .send(&options.context, &mut request, self.success)
            .await?;
        self.first.get_or_init(|| response.clone());
        // An empty answer says nothing about the property.
        if let Some(property) = self.polling.unless_absent
            && !response.body().is_empty()
            && !has(&response, property)?
        {
            let found = Found::Here(response.clone());
            return Ok(self.succeeded(response, found, options.context));
        }
        // An answer without a state starts the operation; it does not end it.
        let standing = match self.read.state {
            Some(read) if !response.body().is_empty() => match standing(read, &response)? {
                Standing::Unclear => Standing::InProgress,
                known => known,
            },
            _ => Standing::InProgress,
        };
        self.go_by(standing, response, options)
    }

    async fn ask(self: Arc<Self>, options: PollerOptions<'static>) -> Result<Step> {
        let mut request = self.get(self.asked.clone());
        let response = self
            .send(&options.context, &mut request, &self.answers)
            .await?;
        let status = u16::from(response.status());
        if self.polling.pending.contains(&status) {
            let state = match self.read.state {
                Some(_) => step::shown(response, "{}".to_owned()),
                None => step::monitor(response, "InProgress"),
            };
            return Ok(self.in_progress(state, &options));
        }
        if self.polling.accepted.contains(&status) {
            let first = self.first.get().unwrap_or(&response).clone();
            return Ok(self.succeeded(first.clone(), Found::Here(first), options.context));
        }
        match self.read.state {
            Some(read) => self.go_by(standing(read, &response)?, response, options),
            None => {
                // The status says that it is done only where the answer is the service's.
                let read = match self.result {
                    None => self.read.result,
                    Some(_) => <() as PollResult>::check,
                };
                check(read, &response)?;
                self.go_by(Standing::Succeeded, response, options)
            }
        }
    }

    fn go_by(
        self: Arc<Self>,
        standing: Standing,
        response: RawResponse,
        options: PollerOptions<'static>,
    ) -> Result<Step> {
        let operation = self.call.operation;
        let rejected = |text| rejection(response.clone(), None, text);
        let error = match standing {
            Standing::InProgress => {
                let state = self.state(response, "InProgress");
                return Ok(self.in_progress(state, &options));
            }
            Standing::Succeeded => {
                let found = Found::Fetched(response.clone());
                return Ok(self.succeeded(response, found, options.context));
            }
            Standing::Failed(word) | Standing::Canceled(word) => {
                answer::failure(operation, &word, response.clone())
            }
            Standing::WaitsForCaller(message) => {
                rejected(format!("{operation} waits for its caller: {message}"))
            }
            Standing::Unclear => {
                return Err(rejected(format!(
                    "{operation}: the answer does not say how the operation stands"
                )));
            }
        };
        Ok(Step::Ended {
            state: response,
            result: Box::pin(async { Err(error) }),
        })
    }

    fn in_progress(&self, state: RawResponse, options: &PollerOptions<'_>) -> Step {
        Step::InProgress {
            retry_after: step::retry_after(state.headers(), options),
            continuation: PollerContinuation::Links {
                next_link: self.asked.clone(),
                final_link: self.result.clone(),
            },
            state,
        }
    }

    fn succeeded(
        self: Arc<Self>,
        response: RawResponse,
        found: Found,
        context: Context<'static>,
    ) -> Step {
        Step::Ended {
            state: self.state(response, "Succeeded"),
            result: Box::pin(async move {
                let result = match (found, &self.result, self.polling.result) {
                    (Found::Fetched(_), Some(url), Some(get)) => {
                        let mut request = self.get(url.clone());
                        self.send(&context, &mut request, get.success).await?
                    }
                    (Found::Here(last) | Found::Fetched(last), ..) => last,
                };
                check(self.read.result, &result)?;
                Ok(result)
            }),
        }
    }

    /// The answer as the stream shows it: itself where it is the state, else a state that says `word`.
    fn state(&self, response: RawResponse, word: &str) -> RawResponse {
        match self.read.state {
            Some(_) if response.body().is_empty() => step::shown(response, "{}".to_owned()),
            Some(_) => response,
            None => step::monitor(response, word),
        }
    }

    fn get(&self, url: Url) -> Request {
        let mut request = Request::new(url, Method::Get);
        request.insert_header(ACCEPT, "application/json");
        request
    }

    async fn send(
        &self,
        context: &Context<'_>,
        request: &mut Request,
        success: &[u16],
    ) -> Result<RawResponse> {
        send::send(&self.call.connection, context, request, success).await
    }
}

/// # Errors
///
/// The answer cannot be read.
fn check(read: fn(&RawResponse) -> Result<()>, response: &RawResponse) -> Result<()> {
    read(response).map_err(|error| unreadable(response.clone(), error))
}

fn standing(
    read: fn(&RawResponse) -> Result<Standing>,
    response: &RawResponse,
) -> Result<Standing> {
    read(response).map_err(|error: Error| unreadable(response.clone(), error))
}

/// Whether a property (`a.b` for one inside another) is there and not null.
///
/// # Errors
///
/// The body is no JSON object.
fn has(response: &RawResponse, property: &str) -> Result<bool> {
    let body: Map<String, Value> = response
        .body()
        .json()
        .map_err(|error| unreadable(response.clone(), error))?;
    let mut steps = property.split('.');
    let outer = steps.next().and_then(|key| body.get(key));
    let found = steps.try_fold(outer, |value, key| Some(value?.get(key)));
    Ok(found.flatten().is_some_and(|value| !value.is_null()))
}
