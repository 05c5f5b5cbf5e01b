//! A long-running operation that is started once, however often its result is asked for.
//!
//! In: an operation of Azure Resource Manager. Out: the answer with its result.
//! Never: sends the first request twice; asks for anything once the result is known.
//!
//! The pager of `azure_core` may want its first page again: when its caller goes from items to pages, after an error, or when
//! a request that was under way was dropped. Then an operation that goes on is asked how it stands, and its result is kept.

use std::sync::{Arc, Mutex, PoisonError};

use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::poller::PollerOptions;
use azure_core::http::{Context, RawResponse, Request};
use azure_core::sleep::sleep;
use azure_core::time::Duration;

use crate::poll::operation::Operation;
use crate::poll::step::Step;
use crate::poll::{FinalBody, FinalState};
use crate::request::Call;

/// An operation and how far it is.
pub(crate) struct Once {
    operation: Arc<Operation>,
    frequency: Duration,
    progress: Mutex<Progress>,
}

#[derive(Clone, Default)]
enum Progress {
    #[default]
    Unsent,
    /// The first request went out, and no answer to it is known after which the operation goes on.
    Sent,
    /// It can be asked how it stands.
    Going,
    Ended(Box<Found>),
}

/// An answer with the result, and the request that got it.
#[derive(Clone)]
pub(crate) struct Found {
    pub request: Request,
    pub response: RawResponse,
}

impl Once {
    /// The result is JSON.
    pub fn new(
        call: Call,
        success: &'static [u16],
        final_state: FinalState,
        frequency: Duration,
    ) -> Self {
        let operation = Operation::new(call, success, final_state, FinalBody::Json);
        Self {
            operation: Arc::new(operation),
            frequency,
            progress: Mutex::default(),
        }
    }

    /// The first request.
    pub fn call(&self) -> &Call {
        self.operation.call()
    }

    /// Starts the operation, or goes on with it, and waits for its end.
    ///
    /// # Errors
    ///
    /// As [`poll`](crate::RequestBuilder::poll); an operation that was sent and never answered.
    pub async fn result(&self, context: &Context<'static>) -> Result<Found> {
        let options = PollerOptions {
            context: context.clone(),
            frequency: self.frequency,
        };
        loop {
            let operation = Arc::clone(&self.operation);
            let (step, request) = match self.progress() {
                Progress::Unsent => {
                    self.note(Progress::Sent);
                    operation.start(options.clone()).await?
                }
                Progress::Sent => return Err(self.failed_before()),
                Progress::Going => operation.ask(options.clone()).await?,
                Progress::Ended(found) => return Ok(*found),
            };
            match step {
                Step::InProgress { retry_after, .. } => {
                    self.note(Progress::Going);
                    sleep(retry_after).await;
                }
                Step::Ended { result, .. } => {
                    let response = result.await?;
                    self.note(Progress::Ended(Box::new(Found { request, response })));
                }
            }
        }
    }

    fn failed_before(&self) -> Error {
        let message = format!(
            "{} was sent before and gave no result: it is not sent again, because the service may have acted on it",
            self.call().operation
        );
        Error::with_message(ErrorKind::Other, message)
    }

    fn progress(&self) -> Progress {
        let progress = self.progress.lock();
        progress.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, progress: Progress) {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }
}
