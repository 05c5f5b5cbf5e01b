//! Waiting for a poller with a time limit.
//!
//! In: a poller and how long to wait. Out: the final result, or [`StillRunning`] inside an error.
//! Never: cancels the operation at the service; panics, whenever it is dropped.
//!
//! The poller of `azure_core` does not say what it polls, so whoever makes the requests notes the operation and its state
//! in [`PROGRESS`] while the wait is polled: on the same thread, for `Future::poll` does not leave it.

use std::cell::RefCell;
use std::fmt;
use std::future::IntoFuture;

use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::poller::StatusMonitor;
use azure_core::http::{Format, Poller, Response};
use azure_core::sleep::sleep;
use azure_core::time::Duration;
use futures::future::{BoxFuture, Either, select};

thread_local! {
    /// What the wait that is being polled knows.
    static PROGRESS: RefCell<Option<Progress>> = const { RefCell::new(None) };
}

/// What is known of an operation that is waited for.
#[derive(Clone, Debug, Default)]
struct Progress {
    operation: Option<&'static str>,
    state: Option<String>,
}

/// Gives the waiting for a [`Poller`] a time limit.
pub trait CompleteWithin: IntoFuture {
    /// Awaits the poller, for `limit` at most.
    ///
    /// ```no_run
    /// # use armature_runtime::OperationStatus;
    /// use armature_runtime::{CompleteWithin, StillRunning};
    /// use azure_core::time::Duration;
    ///
    /// # async fn example(poller: azure_core::http::Poller<OperationStatus<()>>) -> azure_core::Result<()> {
    /// match poller.complete_within(Duration::minutes(10)).await {
    ///     Err(error) if StillRunning::of(&error).is_some() => println!("later: {error}"),
    ///     result => drop(result?),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// What awaiting the poller gives; after the limit [`ErrorKind::Other`] with [`StillRunning`] in it. An operation
    /// that was started goes on at the service all the same, and a request that is under way is dropped: whether the service
    /// got it is not known.
    fn complete_within(self, limit: Duration) -> BoxFuture<'static, Self::Output>;
}

impl<M, F> CompleteWithin for Poller<M, F>
where
    M: StatusMonitor<Output: Send, Format: Send> + 'static,
    F: Format + 'static,
{
    fn complete_within(
        self,
        limit: Duration,
    ) -> BoxFuture<'static, Result<Response<M::Output, M::Format>>> {
        let mut result = self.into_future();
        Box::pin(async move {
            let mut progress = Progress::default();
            let watched =
                std::future::poll_fn(|context| progress.noted(|| result.as_mut().poll(context)));
            // The runtimes of `azure_core` panic on negative times.
            let pause = Box::pin(sleep(limit.max(Duration::ZERO)));
            match select(watched, pause).await {
                Either::Left((result, _)) => result,
                Either::Right(((), watched)) => {
                    drop(watched);
                    Err(progress.still_running(limit))
                }
            }
        })
    }
}

/// A long-running operation that was not done within the time limit of [`complete_within`](CompleteWithin::complete_within).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct StillRunning {
    /// The operation; `None` for a poller that this crate did not make.
    pub operation: Option<&'static str>,
    /// How long it was waited for.
    pub limit: Duration,
    /// The last state, in the service's word where it has one; `None` when no answer came.
    pub last_state: Option<String>,
}

impl StillRunning {
    /// The time limit behind an error, if it is one.
    pub fn of(error: &Error) -> Option<&Self> {
        error.downcast_ref()
    }
}

impl fmt::Display for StillRunning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.operation.unwrap_or("the operation");
        write!(f, "{operation} was not done within {}", self.limit)?;
        match &self.last_state {
            Some(state) => write!(f, "; its last state was {state}. It goes on at the service"),
            None => f.write_str("; no answer came. It may go on at the service"),
        }
    }
}

impl std::error::Error for StillRunning {}

impl Progress {
    /// Runs `poll`, whose notes are kept here. Waits may be nested: the inner one has its own notes.
    fn noted<T>(&mut self, poll: impl FnOnce() -> T) -> T {
        let outer = PROGRESS.replace(Some(std::mem::take(self)));
        let result = poll();
        if let Some(noted) = PROGRESS.replace(outer) {
            *self = noted;
        }
        result
    }

    fn still_running(self, limit: Duration) -> Error {
        let running = StillRunning {
            operation: self.operation,
            limit,
            last_state: self.state,
        };
        Error::new(ErrorKind::Other, running)
    }
}

/// Notes that an operation is being asked, or what its state is.
pub(super) fn note(operation: &'static str, state: Option<String>) {
    PROGRESS.with_borrow_mut(|progress| {
        if let Some(progress) = progress {
            progress.operation = Some(operation);
            if state.is_some() {
                progress.state = state;
            }
        }
    });
}
