//! Long-running operations of Azure Resource Manager.
//!
//! In: the first request and where its description says the result is. Out: [`Poller`], to be awaited for the result or
//! read as a stream of states.
//! Never: repeats the first request to poll, changes a polling URL, or follows one to another origin.
//!
//! 1. The first request is sent once. Its status must be declared.
//! 2. The state is asked for with GET, at the first of these that the service named: `Azure-AsyncOperation`,
//!    `Operation-Location`, `Location`, the URL of the first request. A newer header replaces an older one.
//! 3. A status monitor (the first two) says `status`; at `Location` 202 means in progress; the first URL says
//!    `properties.provisioningState`. Words other than Succeeded, Failed, Canceled and Cancelled mean in progress.
//! 4. The result is where [`FinalState`] says.
//! 5. A failed operation is an error with the service's code and message, whatever the HTTP status is.
//!
//! Source: Azure Resource Manager's RPC, "Asynchronous Operations".
//!
//! ```no_run
//! # use armature_runtime::ArmOperation;
//! # use azure_core::{http::{Poller, poller::{PollerStatus, StatusMonitor}}, Result};
//! # use futures::TryStreamExt;
//! # async fn example(begin: fn() -> Result<Poller<ArmOperation<()>>>) -> Result<()> {
//! // Wait for the result:
//! begin()?.await?;
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
mod operation;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use azure_core::error::{Error, ErrorKind};
use azure_core::http::poller::{
    PollerOptions, PollerResult, PollerResultFuture, PollerStatus, StatusMonitor,
};
use azure_core::http::{Format, JsonFormat, NoFormat, Poller};
use azure_core::time::Duration;
use azure_core::{Bytes, Result};
use serde::de::{Deserialize, Deserializer};

use crate::model::Json;
use crate::request::RequestBuilder;
use operation::{Operation, Step};

/// Where the result of a long-running operation is (`x-ms-long-running-operation-options`, `final-state-via`).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum FinalState {
    /// Not declared. After a status monitor: for PUT and PATCH at the first URL, else at `Location`, else in the monitor.
    #[default]
    Default,
    /// `azure-async-operation`: in the status monitor.
    AzureAsyncOperation,
    /// `location`: at `Location`; as [`Default`](Self::Default) when the service never sent one.
    Location,
    /// `original-uri`: at the URL of the first request.
    OriginalUri,
    /// `operation-location`: in the status monitor.
    OperationLocation,
}

/// The type of a long-running operation's result: a model, a list, a scalar; `()` for none; `Bytes` for a body as it is.
pub trait PollResult: Send + 'static {
    /// How the final answer is read: `()` and `Bytes` have no format.
    type Format: Format + Send + 'static;

    /// Whether there is anything to fetch when the operation has succeeded.
    const FETCHED: bool = true;
}

impl<T: Json + Send + 'static> PollResult for T {
    type Format = JsonFormat;
}

impl PollResult for () {
    type Format = NoFormat;
    const FETCHED: bool = false;
}

impl PollResult for Bytes {
    type Format = NoFormat;
}

/// State of a long-running operation whose result is `T`.
pub struct ArmOperation<T> {
    /// Resource ID of the operation, where the service has a status monitor that says so.
    pub id: Option<String>,
    /// Name of the operation.
    pub name: Option<String>,
    /// State in the service's words: `Succeeded`, `Updating`.
    pub status: Option<String>,
    /// How far it is, 0 to 100.
    pub percent_complete: Option<f64>,
    result: PhantomData<fn() -> T>,
}

impl<T: PollResult> StatusMonitor for ArmOperation<T> {
    type Output = T;
    type Format = T::Format;

    fn status(&self) -> PollerStatus {
        answer::state_of(self.status.as_deref().unwrap_or_default())
    }
}

impl<T> fmt::Debug for ArmOperation<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ArmOperation")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// The part of a status monitor that is read.
#[derive(Default)]
struct Monitor {
    id: Option<String>,
    name: Option<String>,
    status: Option<String>,
    percent_complete: Option<f64>,
}

crate::model! {
    Monitor {
        id: "id",
        name: "name",
        status: "status",
        percent_complete: "percentComplete",
    }
}

impl<'de, T> Deserialize<'de> for ArmOperation<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let monitor = Monitor::deserialize(deserializer)?;
        Ok(Self {
            id: monitor.id,
            name: monitor.name,
            status: monitor.status,
            percent_complete: monitor.percent_complete,
            result: PhantomData,
        })
    }
}

impl RequestBuilder {
    /// A poller that starts with this request. Nothing is sent before it is awaited or polled.
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
    ) -> Result<Poller<ArmOperation<T>>> {
        let call = self.build()?;
        check_frequency(call.operation, options.frequency)?;
        let options = PollerOptions {
            context: call
                .connection
                .traced(&options.context, call.operation)
                .into_owned(),
            frequency: options.frequency,
        };
        let operation = Arc::new(Operation::new(call, success, final_state, T::FETCHED));
        let ask = move |state,
                        options: PollerOptions<'static>|
              -> PollerResultFuture<ArmOperation<T>, JsonFormat> {
            let step = Arc::clone(&operation).step(state, options);
            Box::pin(async move {
                Ok(match step.await? {
                    Step::InProgress {
                        state,
                        retry_after,
                        continuation,
                    } => PollerResult::InProgress {
                        response: state.into(),
                        retry_after,
                        continuation,
                    },
                    Step::Succeeded { state, result } => PollerResult::Succeeded {
                        response: state.into(),
                        target: Box::new(move || Box::pin(async move { Ok(result.await?.into()) })),
                    },
                })
            })
        };
        Ok(Poller::new(ask, Some(options)))
    }
}

/// `Poller::new` panics on less than a second.
fn check_frequency(operation: &str, frequency: Duration) -> Result<()> {
    if frequency >= Duration::seconds(1) {
        return Ok(());
    }
    let message = format!(
        "{operation} was not sent: the poll frequency must be at least one second, not {frequency}"
    );
    Err(Error::with_message(ErrorKind::Other, message))
}
