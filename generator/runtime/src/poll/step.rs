//! The steps of a long-running operation, and the poller that they make.
//!
//! In: what one answer led to. Out: [`Poller`].
//! Never: sends; [`by`] alone depends on the type of the states.

use std::sync::Arc;

use azure_core::Result;
use azure_core::Value;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{Headers, RETRY_AFTER, RETRY_AFTER_MS, X_MS_RETRY_AFTER_MS};
use azure_core::http::poller::{
    PollerContinuation, PollerOptions, PollerResult, PollerResultFuture, PollerState,
    StatusMonitor, get_retry_after,
};
use azure_core::http::{Format, JsonFormat, Poller, RawResponse, StatusCode};
use azure_core::time::Duration;
use futures::future::BoxFuture;

use crate::poll::{answer, within};
use crate::request::Call;

/// What one answer led to.
pub(super) enum Step {
    InProgress {
        /// What the stream shows.
        state: RawResponse,
        retry_after: Duration,
        continuation: PollerContinuation,
    },
    /// Nothing is polled any more.
    Ended {
        /// What the stream shows at its end.
        state: RawResponse,
        /// The answer with the result, or why there is none.
        result: BoxFuture<'static, Result<RawResponse>>,
    },
}

impl Step {
    /// The state in the service's word, where it has one.
    fn word(&self) -> String {
        let (state, ours) = match self {
            Self::InProgress { state, .. } => (state, "InProgress"),
            Self::Ended { state, .. } => (state, "ended"),
        };
        answer::monitor_status(state).unwrap_or_else(|| ours.to_owned())
    }
}

/// Whoever makes the requests of one long-running operation.
pub(super) trait Steps: Send + Sync + 'static {
    /// The first request, or the next question.
    fn step(
        self: Arc<Self>,
        state: PollerState,
        options: PollerOptions<'static>,
    ) -> BoxFuture<'static, Result<Step>>;

    /// The operation that is polled.
    fn operation(&self) -> &'static str;
}

/// The options of a poller for `call`, as `Poller::new` takes them: it panics on a frequency of less than a second.
pub(super) fn options(call: &Call, options: PollerOptions<'_>) -> Result<PollerOptions<'static>> {
    let (operation, frequency) = (call.operation, options.frequency);
    if frequency < Duration::seconds(1) {
        let message = format!(
            "{operation} was not sent: the poll frequency must be at least one second, not {frequency}"
        );
        return Err(Error::with_message(ErrorKind::Other, message));
    }
    let context = call.connection.traced(&options.context, operation);
    Ok(PollerOptions {
        context: context.into_owned(),
        frequency,
    })
}

/// The poller that goes by these steps.
pub(super) fn by<M>(steps: Arc<dyn Steps>, options: PollerOptions<'static>) -> Poller<M>
where
    M: StatusMonitor<Output: Send, Format: Format + Send> + Send + 'static,
{
    let ask = move |state, options| -> PollerResultFuture<M, JsonFormat> {
        let operation = steps.operation();
        let step = Arc::clone(&steps).step(state, options);
        Box::pin(async move {
            within::note(operation, None);
            let step = step.await?;
            within::note(operation, Some(step.word()));
            Ok(match step {
                Step::InProgress {
                    state,
                    retry_after,
                    continuation,
                } => PollerResult::InProgress {
                    response: state.into(),
                    retry_after,
                    continuation,
                },
                Step::Ended { state, result } => PollerResult::Succeeded {
                    response: state.into(),
                    target: Box::new(move || Box::pin(async move { Ok(result.await?.into()) })),
                },
            })
        })
    };
    Poller::new(ask, Some(options))
}

/// How long to wait; a service's time in the past is no time.
pub(super) fn retry_after(headers: &Headers, options: &PollerOptions<'_>) -> Duration {
    let names = [X_MS_RETRY_AFTER_MS, RETRY_AFTER_MS, RETRY_AFTER];
    get_retry_after(headers, &names, options).max(Duration::ZERO)
}

/// A status monitor that says `word`, in place of the answer of a service that has none.
pub(super) fn monitor(response: RawResponse, word: &str) -> RawResponse {
    shown(response, Value::from_iter([("status", word)]).to_string())
}

/// An answer with this body, as the stream may show it: it takes no statuses but those of success, and "not found" can be
/// one of a deletion.
pub(super) fn shown(response: RawResponse, body: String) -> RawResponse {
    let (status, headers, _) = response.deconstruct();
    let status = match u16::from(status) {
        200 | 201 | 202 | 204 => status,
        _ => StatusCode::Ok,
    };
    RawResponse::from_bytes(status, headers, body)
}
