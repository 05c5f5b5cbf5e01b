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
use azure_core::http::poller::{PollerContinuation, PollerOptions, PollerState};
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
    /// The first request went out, and no answer to it is known.
    Sent,
    Going(PollerContinuation),
    Ended(Found),
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
            let state = match self.progress() {
                Progress::Unsent => {
                    self.note(Progress::Sent);
                    PollerState::Initial
                }
                Progress::Sent => return Err(self.unknown()),
                Progress::Going(continuation) => PollerState::More(continuation),
                Progress::Ended(found) => return Ok(found),
            };
            let operation = Arc::clone(&self.operation);
            let (step, request) = operation.advance(state, options.clone()).await?;
            match step {
                Step::InProgress {
                    retry_after,
                    continuation,
                    ..
                } => {
                    self.note(Progress::Going(continuation));
                    sleep(retry_after).await;
                }
                Step::Ended { result, .. } => {
                    let response = result.await?;
                    self.note(Progress::Ended(Found { request, response }));
                }
            }
        }
    }

    fn unknown(&self) -> Error {
        let message = format!(
            "{} was sent before, and what became of it is not known: it is not sent again",
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
