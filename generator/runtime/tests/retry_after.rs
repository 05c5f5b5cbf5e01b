//! A service that wants to be left alone for a day: the caller's time limit ends the wait.

mod common;

use std::time::{Duration, Instant};

use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{CompleteWithin, FinalState, StillRunning};
use azure_core::http::{ClientMethodOptions, Method, RetryOptions};
use common::operation::{LOCATION, answer, begin};
use tokio::time::timeout;

const DAY: &str = "86400";
const LIMIT: Duration = Duration::from_millis(50);

#[tokio::test]
async fn a_time_limit_ends_the_wait_of_a_call() {
    for status in [429, 503] {
        let busy = MockResponse::empty(status);
        let mock = MockTransport::answering([busy.header("retry-after", DAY)]);
        let mut options = mock.client_options();
        options.retry = RetryOptions::default();
        let connection = common::server::connect(options);
        let request = connection.request("Thing_Get", Method::Get, "/x");
        let started = Instant::now();
        let options = ClientMethodOptions::default();
        assert!(
            timeout(LIMIT, request.send(&[200], &options))
                .await
                .is_err()
        );
        assert!(started.elapsed() < Duration::from_secs(10));
        // The service's word was obeyed: it was asked once.
        assert_eq!(mock.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_time_limit_ends_the_wait_of_a_poller() {
    let start = || MockResponse::empty(202);
    let script = || {
        [
            start()
                .header("location", LOCATION)
                .header("retry-after", DAY),
            answer(200, ""),
        ]
    };
    let mock = MockTransport::answering(script());
    let poller = begin::<()>(&mock, Method::Put, FinalState::Default);
    assert!(timeout(LIMIT, async { poller.await }).await.is_err());
    assert_eq!(mock.requests().len(), 1);

    let mock = MockTransport::answering(script());
    let poller = begin::<()>(&mock, Method::Put, FinalState::Default);
    let limit = azure_core::time::Duration::milliseconds(50);
    let error = poller.complete_within(limit).await.unwrap_err();
    assert!(StillRunning::of(&error).is_some(), "{error}");
    assert_eq!(mock.requests().len(), 1);
}
