//! One long-running operation of Azure Resource Manager, request by request.
//!
//! In: the first request; then the answers. Out: [`Step`]s.
//! Never: depends on the type of the result, so that it is compiled once.

use std::sync::{Arc, Mutex, PoisonError};

use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{ACCEPT, HeaderName, Headers};
use azure_core::http::poller::{PollerContinuation, PollerOptions, PollerState};
use azure_core::http::{Context, Method, RawResponse, Request, StatusCode, Url};
use futures::future::BoxFuture;

use crate::poll::answer::{self, Asked, State};
use crate::poll::step::{self, Step, Steps};
use crate::poll::{FinalBody, FinalState};
use crate::request::Call;
use crate::shown::shown;
use crate::{origin, send};

const AZURE_ASYNC_OPERATION: HeaderName = HeaderName::from_static("azure-asyncoperation");
const OPERATION_LOCATION: HeaderName = HeaderName::from_static("operation-location");
const LOCATION: HeaderName = HeaderName::from_static("location");

/// Statuses of a polling answer that say something about the operation.
const POLLED: &[u16] = &[200, 201, 202, 204];
/// Statuses of the answer with the result.
const FETCHED: &[u16] = &[200, 201, 202, 204];

/// All that does not depend on the type of the result.
pub(super) struct Operation {
    call: Call,
    success: &'static [u16],
    final_state: FinalState,
    body: FinalBody,
    named: Mutex<Named>,
}

/// URLs that the service has named so far.
#[derive(Clone, Default)]
struct Named {
    monitor: Option<Url>,
    location: Option<Url>,
}

impl Named {
    /// Where to ask next.
    fn asked(&self) -> Asked {
        match (&self.monitor, &self.location) {
            (Some(_), _) => Asked::Monitor,
            (None, Some(_)) => Asked::Location,
            (None, None) => Asked::Original,
        }
    }
}

impl Steps for Operation {
    fn step(
        self: Arc<Self>,
        state: PollerState,
        options: PollerOptions<'static>,
    ) -> BoxFuture<'static, Result<Step>> {
        Box::pin(async move {
            let (step, _) = match state {
                PollerState::Initial => self.start(options).await?,
                PollerState::More(_) => self.ask(options).await?,
            };
            Ok(step)
        })
    }

    fn operation(&self) -> &'static str {
        self.call.operation
    }
}

impl Operation {
    pub fn new(
        call: Call,
        success: &'static [u16],
        final_state: FinalState,
        body: FinalBody,
    ) -> Self {
        Self {
            call,
            success,
            final_state,
            body,
            named: Mutex::default(),
        }
    }

    /// The first request.
    pub fn call(&self) -> &Call {
        &self.call
    }

    /// The first request; with the step that it leads to comes the request whose answer is the result, or the one that was sent.
    pub async fn start(
        self: Arc<Self>,
        options: PollerOptions<'static>,
    ) -> Result<(Step, Request)> {
        let mut request = self.call.request.clone();
        let response = send::send(
            &self.call.connection,
            &options.context,
            &mut request,
            self.success,
        )
        .await?;
        if request.method() == Method::Patch && answer::is_updated(&response) {
            let (done, nobody) = (State::Succeeded, Named::default());
            return self.conclude(done, Asked::Original, &nobody, (request, response), options);
        }
        let named = self.named_by(&Named::default(), response.headers(), request.url())?;
        let asked = named.asked();
        self.remember(named.clone());
        let is_mute = asked == Asked::Original && request.method() == Method::Post;
        let state = answer::first(&response, (!is_mute).then_some(asked), self.body)?;
        self.conclude(state, Asked::Original, &named, (request, response), options)
    }

    /// The next question; what comes of it is as for [`start`](Self::start).
    pub async fn ask(self: Arc<Self>, options: PollerOptions<'static>) -> Result<(Step, Request)> {
        let before = self.remembered();
        let asked = before.asked();
        let url = self.url_of(asked, &before);
        let mut request = self.get(url);
        let gone_is_done = asked == Asked::Original && self.call.request.method() == Method::Delete;
        let accepted: &[u16] = if gone_is_done {
            &[200, 201, 202, 204, 404]
        } else {
            POLLED
        };
        let response = send::send(
            &self.call.connection,
            &options.context,
            &mut request,
            accepted,
        )
        .await?;
        let after = self.named_by(&before, response.headers(), request.url())?;
        self.remember(after.clone());
        let state = if response.status() == StatusCode::NotFound {
            State::Succeeded
        } else {
            answer::later(&response, asked, self.call.request.method(), self.body)?
        };
        self.conclude(state, asked, &after, (request, response), options)
    }

    fn conclude(
        self: Arc<Self>,
        state: State,
        asked: Asked,
        named: &Named,
        (request, response): (Request, RawResponse),
        options: PollerOptions<'static>,
    ) -> Result<(Step, Request)> {
        let operation = self.call.operation;
        match state {
            State::InProgress(word) => {
                let step = Step::InProgress {
                    retry_after: step::retry_after(response.headers(), &options),
                    continuation: PollerContinuation::Links {
                        next_link: self.url_of(named.asked(), named),
                        final_link: named.location.clone(),
                    },
                    state: as_monitor(response, asked, &word),
                };
                Ok((step, request))
            }
            State::Succeeded => {
                let from = self.result_url(asked, named).map(|url| self.get(url));
                let got_by = from.clone().unwrap_or(request);
                let state = as_monitor(response.clone(), asked, "Succeeded");
                let is_inside =
                    asked == Asked::Monitor && self.final_state == FinalState::OperationResult;
                let last = match is_inside {
                    true => answer::result_in(response),
                    false => response,
                };
                let step = Step::Ended {
                    state,
                    result: self.result(from, last, options.context),
                };
                Ok((step, got_by))
            }
            State::Failed(word) => Err(answer::failure(operation, &word, response)),
            State::Unclear => Err(crate::error::rejection(
                response,
                None,
                format!("{operation}: the status monitor does not say the operation's status"),
            )),
        }
    }

    /// Where the result is; nothing when the last answer is the result.
    fn result_url(&self, asked: Asked, named: &Named) -> Option<Url> {
        let original = || Some(self.call.request.url().clone());
        let undeclared = || match self.call.request.method() {
            Method::Put | Method::Patch => original(),
            _ => named.location.clone(),
        };
        if self.body == FinalBody::Nothing || asked != Asked::Monitor {
            return None;
        }
        match self.final_state {
            FinalState::AzureAsyncOperation
            | FinalState::OperationLocation
            | FinalState::OperationResult => None,
            FinalState::OriginalUri => original(),
            FinalState::Location => named.location.clone().or_else(undeclared),
            FinalState::Default => undeclared(),
        }
    }

    fn result(
        self: Arc<Self>,
        from: Option<Request>,
        last: RawResponse,
        context: Context<'static>,
    ) -> BoxFuture<'static, Result<RawResponse>> {
        Box::pin(async move {
            let Some(mut request) = from else {
                return Ok(last);
            };
            send::send(&self.call.connection, &context, &mut request, FETCHED).await
        })
    }

    fn get(&self, url: Url) -> Request {
        let mut request = Request::new(url, Method::Get);
        let accept = self.call.request.headers().get_optional_string(&ACCEPT);
        request.insert_header(ACCEPT, accept.unwrap_or_default());
        request
    }

    fn url_of(&self, asked: Asked, named: &Named) -> Url {
        let url = match asked {
            Asked::Monitor => named.monitor.as_ref(),
            Asked::Location => named.location.as_ref(),
            Asked::Original => None,
        };
        url.unwrap_or_else(|| self.call.request.url()).clone()
    }

    /// What was named before, replaced by what these headers name. Relative URLs are relative to the request.
    fn named_by(&self, before: &Named, headers: &Headers, request: &Url) -> Result<Named> {
        let url = |name: &HeaderName| self.polling_url(headers, name, request);
        let monitor = match url(&AZURE_ASYNC_OPERATION)? {
            Some(monitor) => Some(monitor),
            None => url(&OPERATION_LOCATION)?,
        };
        Ok(Named {
            monitor: monitor.or_else(|| before.monitor.clone()),
            location: url(&LOCATION)?.or_else(|| before.location.clone()),
        })
    }

    fn polling_url(
        &self,
        headers: &Headers,
        name: &HeaderName,
        request: &Url,
    ) -> Result<Option<Url>> {
        let Some(text) = headers
            .get_optional_str(name)
            .map(str::trim)
            .filter(|text| !text.is_empty())
        else {
            return Ok(None);
        };
        let (operation, header) = (self.call.operation, name.as_str());
        let url = request.join(text).map_err(|error| {
            let message = format!(
                "{operation} was started, but its header {header}, {:?}, is no URL",
                shown(text)
            );
            Error::with_error(ErrorKind::DataConversion, error, message)
        })?;
        let what = format!("{operation} was started, but its header {header}");
        origin::checked(self.call.connection.endpoint(), url, &what).map(Some)
    }

    fn remembered(&self) -> Named {
        self.named
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn remember(&self, named: Named) {
        *self.named.lock().unwrap_or_else(PoisonError::into_inner) = named;
    }
}

/// A status monitor for the stream of states: the service's own, or one that says `word`.
fn as_monitor(response: RawResponse, asked: Asked, word: &str) -> RawResponse {
    if asked == Asked::Monitor && answer::monitor_status(&response).is_some() {
        return response;
    }
    step::monitor(response, word)
}
