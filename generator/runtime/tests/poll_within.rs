//! Pollers with a time limit.

mod common;

use std::future::{Future, IntoFuture};
use std::pin::pin;
use std::task::{Context, Poll};

use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{CompleteWithin, FinalState, StillRunning, service_error};
use azure_core::error::ErrorKind;
use azure_core::http::Method;
use azure_core::http::poller::PollerOptions;
use azure_core::time::Duration;
use common::operation::{MONITOR, answer, begin, state};
use common::server::{Act, Reaction, Server};
use common::{Thing, connect};
use futures::task::noop_waker_ref;

const LIMIT: Duration = Duration::milliseconds(30);

fn start() -> MockResponse {
    answer(202, "").header("Azure-AsyncOperation", MONITOR)
}

fn patient(word: &str) -> MockResponse {
    state(word).header("retry-after", "3600")
}

#[tokio::test]
async fn a_result_that_comes_in_time_is_the_result() {
    let mock = MockTransport::answering([
        start(),
        state("Moving"),
        state("Succeeded"),
        answer(200, r#"{"name":"n"}"#),
    ]);
    let poller = begin::<Thing>(&mock, Method::Put, FinalState::Default);
    let response = poller.complete_within(Duration::minutes(1)).await.unwrap();
    assert_eq!(response.into_model().unwrap().name.unwrap(), "n");
}

#[tokio::test]
async fn an_error_that_comes_in_time_is_the_error() {
    let body = r#"{"status":"Failed","error":{"code":"Full"}}"#;
    let mock = MockTransport::answering([start(), answer(200, body)]);
    let poller = begin::<Thing>(&mock, Method::Put, FinalState::Default);
    let error = poller
        .complete_within(Duration::minutes(1))
        .await
        .unwrap_err();
    assert_eq!(service_error(&error).unwrap().code.unwrap(), "Full");
    assert!(StillRunning::of(&error).is_none());
}

#[tokio::test]
async fn after_the_limit_the_error_says_what_how_long_and_how_it_stands() {
    let mock = MockTransport::answering([start(), state("Queued"), patient("Moving")]);
    let poller = begin::<Thing>(&mock, Method::Put, FinalState::Default);
    let error = poller.complete_within(LIMIT).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Other);
    let running = StillRunning::of(&error).unwrap();
    assert_eq!(
        (
            running.operation,
            running.limit,
            running.last_state.as_deref()
        ),
        (Some("Thing_Do"), LIMIT, Some("Moving"))
    );
    assert_eq!(
        error.to_string(),
        "Thing_Do was not done within 30ms; its last state was Moving. It goes on at the service"
    );
    // Nothing was cancelled: the three requests are all there are.
    let methods: Vec<Method> = mock.requests().iter().map(|one| one.method).collect();
    assert_eq!(methods, [Method::Put, Method::Get, Method::Get]);
}

#[tokio::test]
async fn a_limit_that_is_over_is_no_panic() {
    let mock = MockTransport::answering([start().header("retry-after", "3600")]);
    let poller = begin::<Thing>(&mock, Method::Put, FinalState::Default);
    let limit = Duration::seconds(-1);
    let error = poller.complete_within(limit).await.unwrap_err();
    assert_eq!(StillRunning::of(&error).unwrap().limit, limit);
}

#[tokio::test]
async fn without_an_answer_nobody_knows_whether_it_goes_on() {
    let first = Reaction::Read(vec![Act::Wait(std::time::Duration::from_secs(3600))]);
    let server = Server::playing([first]).await;
    let request = server.connect().request("Thing_Do", Method::Put, "/x");
    let poller = request
        .poll::<Thing>(&[202], FinalState::Default, PollerOptions::default())
        .unwrap();
    let error = poller.complete_within(LIMIT).await.unwrap_err();
    assert_eq!(StillRunning::of(&error).unwrap().last_state, None);
    assert_eq!(
        error.to_string(),
        "Thing_Do was not done within 30ms; no answer came. It may go on at the service"
    );
}

#[tokio::test]
async fn a_state_without_a_word_is_in_progress() {
    let first = answer(202, "").header("retry-after", "3600");
    let mock = MockTransport::answering([first]);
    let poller = begin::<Thing>(&mock, Method::Put, FinalState::Default);
    let error = poller.complete_within(LIMIT).await.unwrap_err();
    let running = StillRunning::of(&error).unwrap();
    assert_eq!(running.last_state.as_deref(), Some("InProgress"));
}

#[tokio::test]
async fn waits_side_by_side_know_their_own_operations() {
    let wait = async |operation, word: &'static str| {
        let mock = MockTransport::answering([start(), patient(word)]);
        let request = connect(&mock).request(operation, Method::Put, "/x");
        let success = &[202];
        let poller = request
            .poll::<Thing>(success, FinalState::Default, PollerOptions::default())
            .unwrap();
        let error = poller.complete_within(LIMIT).await.unwrap_err();
        let running = StillRunning::of(&error).unwrap();
        (
            running.operation.unwrap(),
            running.last_state.clone().unwrap(),
        )
    };
    let (a, b) = futures::join!(wait("A", "Ailing"), wait("B", "Better"));
    assert_eq!(a, ("A", "Ailing".to_owned()));
    assert_eq!(b, ("B", "Better".to_owned()));
}

/// Both futures inside may be dropped at any time: before the first poll, in a request, in the wait between two.
#[tokio::test]
async fn dropping_the_wait_does_no_harm() {
    let script = [start(), patient("Moving")];
    let wait = |mock: &MockTransport| {
        let poller = begin::<Thing>(mock, Method::Put, FinalState::Default);
        poller.complete_within(Duration::hours(1))
    };
    let unpolled = MockTransport::answering(script.clone());
    drop(wait(&unpolled));
    assert!(unpolled.requests().is_empty());

    let mock = MockTransport::answering(script);
    let mut context = Context::from_waker(noop_waker_ref());
    {
        let mut waiting = pin!(wait(&mock).into_future());
        assert!(matches!(waiting.as_mut().poll(&mut context), Poll::Pending));
    }
    assert!(!mock.requests().is_empty());
}
