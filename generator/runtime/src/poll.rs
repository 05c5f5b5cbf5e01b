//! Long-running operations: those of Azure Resource Manager, and those that another operation of the service says the
//! state of.
//!
//! In: the first request, and how the operation is polled. Out: [`Poller`], to be awaited for the result or read as a
//! stream of states.
//! Never: repeats the first request to poll, changes a polling URL of the service, or follows one to another origin.
//!
//! # Azure Resource Manager: [`RequestBuilder::poll`]
//!
//! 1. The first request is sent once. Its status must be declared.
//! 2. The state is asked for with GET, at the first of these that the service named: `Azure-AsyncOperation`,
//!    `Operation-Location`, `Location`, the URL of the first request. A newer header replaces an older one.
//! 3. A status monitor (the first two) says `status`. At `Location` 202 means in progress; any other answer may be a
//!    resource, which says `properties.provisioningState`, as the first URL does. Words other than Succeeded, Failed,
//!    Canceled and Cancelled mean in progress. Where nothing is polled, the first answer's state counts.
//!    A deletion that is asked at the first URL is done when nothing is there any more (404, 204).
//! 4. The result is where [`FinalState`] says.
//! 5. A failed operation is an error with the service's code and message, whatever the HTTP status is.
//!
//! Where the result is a page, [`RequestBuilder::poll_pages`] does the same and goes on with the further ones.
//!
//! Source: Azure Resource Manager's RPC, "Asynchronous Operations".
//!
//! # Another operation: [`RequestBuilder::poll_with`]
//!
//! 1. The first request is sent once.
//! 2. The operation that [`Polling`] names is asked again and again, with the path values and the `api-version` of the
//!    first request.
//! 3. Its HTTP status says how the operation stands, or the model of its answer does ([`status_monitor!`](crate::status_monitor!)).
//! 4. The result is the last answer, or that of one more GET. An answer from which it cannot be read is an error.
//! 5. An operation that failed, was cancelled or waits for its caller ends the stream with that state; awaiting the poller
//!    is an error with the answer in it.
//!
//! ```no_run
//! # use armature_runtime::{CompleteWithin, OperationStatus};
//! # use azure_core::{http::{Poller, poller::{PollerStatus, StatusMonitor}}, time::Duration, Result};
//! # use futures::TryStreamExt;
//! # async fn example(begin: fn() -> Result<Poller<OperationStatus<()>>>) -> Result<()> {
//! // Wait for the result, or for ten minutes:
//! begin()?.await?;
//! begin()?.complete_within(Duration::minutes(10)).await?;
//!
//! // Watch, then take the result. Leave the loop at the first state that is not in progress: the stream must not be
//! // drained before the poller is awaited.
//! let mut poller = begin()?;
//! while let Some(state) = poller.try_next().await? {
//!     if state.into_model()?.status() != PollerStatus::InProgress {
//!         break;
//!     }
//! }
//! poller.await?;
//! # Ok(())
//! # }
//! ```

mod answer;
mod monitor;
pub(crate) mod once;
mod operation;
mod polling;
mod step;
mod watched;
mod within;

use std::sync::Arc;

use azure_core::http::pager::{Page, PagerOptions};
use azure_core::http::poller::PollerOptions;
use azure_core::http::{Format, JsonFormat, NoFormat, Pager, Poller, RawResponse};
use azure_core::time::Duration;
use azure_core::{Bytes, Result};
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::model::Json;
use crate::pages::{self, First};
use crate::request::RequestBuilder;
use once::Once;
use operation::Operation;
use watched::{Readers, Watched};

pub use monitor::{ModelState, OperationStatus, PollState, Standing, WAITS_FOR_CALLER};
pub use polling::Polling;
pub use within::{CompleteWithin, StillRunning};

/// Where the result of a long-running operation is (`x-ms-long-running-operation-options`, `final-state-via`), once a status
/// monitor (`Azure-AsyncOperation`, `Operation-Location`) has said that it succeeded.
///
/// A service that names no monitor is asked at `Location`, else at the URL of the first request. What it answers there in
/// the end is the result, whatever is declared, and nothing else is fetched.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum FinalState {
    /// Not declared: for PUT and PATCH at the URL of the first request, for other methods at `Location`; in the status monitor
    /// when the service never sent one.
    #[default]
    Default,
    /// `azure-async-operation`: in the status monitor.
    AzureAsyncOperation,
    /// `location`: at `Location`; as [`Default`](Self::Default) when the service never sent one.
    Location,
    /// `original-uri`: at the URL of the first request. After `Location` alone that URL is not asked.
    OriginalUri,
    /// `operation-location`, where the result is described as the status monitor itself: in the status monitor.
    OperationLocation,
    /// `operation-location`, where the result is described as another model: in the status monitor's `result`; where it has
    /// none, in the status monitor.
    OperationResult,
}

/// What the body of the final answer is read as.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FinalBody {
    /// A value in JSON.
    Json,
    /// It is not read: there is nothing to fetch when the operation has succeeded.
    Nothing,
    /// Bytes as they are.
    Bytes,
}

/// The type of a long-running operation's result: a model, a list, a scalar; `()` for none; `Bytes` for a body as it is; a type of
/// [`headers_only!`](crate::headers_only!) for headers without a body.
pub trait PollResult: Send + 'static {
    /// How the final answer is read: `()` and `Bytes` have no format.
    type Format: Format + Send + 'static;

    /// What the body of the final answer is.
    const BODY: FinalBody;

    /// Reads the result, to see whether it is one.
    ///
    /// # Errors
    ///
    /// The body is of another form.
    fn check(response: &RawResponse) -> Result<()>;
}

impl<T: Json + Send + 'static> PollResult for T {
    type Format = JsonFormat;
    const BODY: FinalBody = FinalBody::Json;

    fn check(response: &RawResponse) -> Result<()> {
        let mut input = serde_json::Deserializer::from_slice(response.body());
        T::read(&mut input)?;
        Ok(input.end()?)
    }
}

impl PollResult for () {
    type Format = NoFormat;
    const BODY: FinalBody = FinalBody::Nothing;

    /// There is nothing to read, but what is no JSON is no answer of the service.
    fn check(response: &RawResponse) -> Result<()> {
        match response.body().is_empty() {
            true => Ok(()),
            false => response.body().json::<IgnoredAny>().map(drop),
        }
    }
}

/// Lets a type stand for final answers that have headers and no body.
///
/// ```
/// use armature_runtime::{PollResult, headers_only, response_headers};
///
/// /// Answer of a deletion.
/// #[derive(Clone, Copy, Debug)]
/// pub struct Deleted;
///
/// headers_only! { Deleted }
///
/// response_headers! {
///     /// Headers of a deletion's last answer.
///     DeletedHeaders for Deleted {
///         /// What support wants to know.
///         request_id: "x-ms-request-id" as String,
///     }
/// }
///
/// fn is_result<T: PollResult>() {}
/// is_result::<Deleted>();
/// ```
#[macro_export]
macro_rules! headers_only {
    ($name:ident) => {
        impl $crate::PollResult for $name {
            type Format = <() as $crate::PollResult>::Format;
            const BODY: $crate::poll::FinalBody = <() as $crate::PollResult>::BODY;

            fn check(
                response: &$crate::__private::azure_core::http::RawResponse,
            ) -> $crate::__private::azure_core::Result<()> {
                <() as $crate::PollResult>::check(response)
            }
        }
    };
}

impl PollResult for Bytes {
    type Format = NoFormat;
    const BODY: FinalBody = FinalBody::Bytes;

    fn check(_: &RawResponse) -> Result<()> {
        Ok(())
    }
}

impl RequestBuilder {
    /// A poller that starts with this request and goes on as Azure Resource Manager says. Nothing is sent before it is
    /// awaited or polled.
    ///
    /// Between two requests it waits as long as the service says (`x-ms-retry-after-ms`, `retry-after-ms`, `retry-after`),
    /// else for `options.frequency`.
    ///
    /// # Errors
    ///
    /// A refused value; a frequency below one second. The poller itself gives what [`send`](RequestBuilder::send) gives,
    /// the service's error for an operation that failed or was cancelled, and an error for a polling URL of another origin
    /// than the endpoint's.
    pub fn poll<T: PollResult>(
        self,
        success: &'static [u16],
        final_state: FinalState,
        options: PollerOptions<'_>,
    ) -> Result<Poller<OperationStatus<T>>> {
        let call = self.build()?;
        let options = step::options(&call, options)?;
        let operation = Operation::new(call, success, final_state, T::BODY);
        Ok(step::by(Arc::new(operation), options))
    }

    /// A pager whose first page is the result of the operation that [`poll`](Self::poll) starts; further ones are asked for as
    /// by [`pages`](Self::pages).
    ///
    /// Nothing is sent before an item or a page is asked for, and the operation is started once, also when the pager wants
    /// its first page again. `frequency` is [`PollerOptions::frequency`]. A continuation in `options` starts with that page,
    /// and no operation.
    ///
    /// # Errors
    ///
    /// As [`poll`](Self::poll) and [`pages`](Self::pages); instead of the first page the pager gives the error of the
    /// operation, also for a result of 202 without a body, which is none.
    pub fn poll_pages<P>(
        self,
        success: &'static [u16],
        final_state: FinalState,
        next_link: &'static [&'static str],
        frequency: Option<Duration>,
        options: PagerOptions<'_>,
    ) -> Result<Pager<P>>
    where
        P: Page + DeserializeOwned + Send + 'static,
    {
        let call = self.build()?;
        let polling = PollerOptions {
            context: options.context,
            frequency: frequency.unwrap_or(PollerOptions::default().frequency),
        };
        let PollerOptions { context, frequency } = step::options(&call, polling)?;
        let options = PagerOptions {
            context,
            continuation: options.continuation,
        };
        let first = First::Result(Once::new(call, success, final_state, frequency));
        Ok(pages::pager(first, success, next_link, options))
    }

    /// A poller that starts with this request and asks another operation, as `polling` says, how it stands. Nothing is
    /// sent before it is awaited or polled.
    ///
    /// It waits as [`poll`](Self::poll) does.
    ///
    /// # Errors
    ///
    /// A refused value; a frequency below one second; a path of `polling` that the values of this request do not fill. The
    /// poller itself gives what [`send`](RequestBuilder::send) gives, and an error with the answer in it for an operation
    /// that failed, was cancelled or waits for its caller.
    pub fn poll_with<M: PollState>(
        self,
        success: &'static [u16],
        polling: Polling,
        options: PollerOptions<'_>,
    ) -> Result<Poller<M>> {
        let read = Readers {
            state: M::READ,
            result: M::Output::check,
        };
        let watched = Watched::new(self, success, polling, read)?;
        let options = step::options(watched.call(), options)?;
        Ok(step::by(Arc::new(watched), options))
    }
}
