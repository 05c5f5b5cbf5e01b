//! Long-running operations that another operation says the state of, each as a script of answers.

#![allow(missing_docs, reason = "the fields are test data")]

mod common;

use armature_runtime::poll::{PollState, WAITS_FOR_CALLER};
use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{OperationStatus, Polling, model, service_error, status_monitor};
use azure_core::error::ErrorKind;
use azure_core::fmt::SafeDebug;
use azure_core::http::poller::{PollerOptions, PollerStatus};
use azure_core::http::{Method, Poller};
use common::operation::answer;
use common::{Thing, connect};
use futures::TryStreamExt;

/// The making of a thing.
#[derive(Clone, Default, SafeDebug)]
pub struct Making {
    pub status: Option<String>,
    pub maker: Option<Thing>,
    pub plan: Option<Vec<u8>>,
}
model! { Making { status: "status", maker: "maker", plan: "plan" as Base64 } }
status_monitor! {
    Making {
        output: Thing,
        status: status,
        succeeded: ["completed"],
        failed: ["failed"],
        canceled: ["cancelled"],
        waits_for_caller: maker.name == "Unknown",
        caller_has_to: "make it and hand it in",
    }
}

const CREATION: Polling =
    Polling::get("/things/{name}/pending", &[200]).result("/things/{name}/", &[200]);
const DELETION: Polling = Polling::get("/deleted/{name}", &[200])
    .pending(&[404])
    .accepted(&[403])
    .unless_absent("recovery.id");

const PENDING: &str = "https://h.example/base/things/a%20b/pending?api-version=7.4";
const RESULT: &str = "https://h.example/base/things/a%20b/?api-version=7.4";
const DELETED: &str = "https://h.example/base/deleted/a%20b?api-version=7.4";
const RECOVERABLE: &str = r#"{"name":"first","recovery":{"id":"r"}}"#;

fn begin<M: PollState>(mock: &MockTransport, method: Method, polling: Polling) -> Poller<M> {
    let mut request = connect(mock).request("Thing_Do", method, "/things/{name}/do");
    request.query("other", "1");
    request.query("api-version", "7.4");
    request.path("name", "a b");
    request
        .poll_with(&[200, 202], polling, PollerOptions::default())
        .unwrap()
}

fn making(status: &str) -> MockResponse {
    answer(
        200,
        &format!(r#"{{"status":"{status}","maker":{{"name":"Self"}},"plan":"AAE="}}"#),
    )
}

/// The URLs of all requests after the first, each of which is a plain GET.
fn asked(mock: &MockTransport) -> Vec<String> {
    assert_eq!(mock.answers_left(), 0, "the script was played to its end");
    let requests = mock.requests();
    assert_eq!(
        requests[0].url.as_str(),
        "https://h.example/base/things/a%20b/do?other=1&api-version=7.4"
    );
    for request in &requests[1..] {
        assert_eq!((request.method, &*request.body), (Method::Get, &b""[..]));
        assert_eq!(request.header("accept"), Some("application/json"));
        assert!(request.header("authorization").is_some());
    }
    requests[1..]
        .iter()
        .map(|one| one.url.to_string())
        .collect()
}

/// All states, and how the poller ended.
async fn watch<M>(mut poller: Poller<M>) -> (Vec<(M, PollerStatus)>, azure_core::Result<String>)
where
    M: PollState<Output = Thing, Format = azure_core::http::JsonFormat>
        + serde::de::DeserializeOwned,
{
    let mut states = Vec::new();
    while let Some(state) = poller.try_next().await.unwrap() {
        let state: M = state.into_model().unwrap();
        let status = state.status();
        states.push((state, status.clone()));
        if status != PollerStatus::InProgress {
            break;
        }
    }
    let result = match poller.await {
        Ok(response) => Ok(response.into_model().unwrap().name.unwrap_or_default()),
        Err(error) => Err(error),
    };
    (states, result)
}

fn statuses<M>(states: &[(M, PollerStatus)]) -> Vec<PollerStatus> {
    states.iter().map(|(_, status)| status.clone()).collect()
}

#[tokio::test]
async fn a_model_says_how_the_operation_stands() {
    let mock = MockTransport::answering([
        making("inProgress"),
        making("inProgress"),
        making("aWordNobodyKnows"),
        making("Completed"),
        answer(200, r#"{"name":"made"}"#),
    ]);
    let (states, result) = watch::<Making>(begin(&mock, Method::Post, CREATION)).await;
    use PollerStatus::{InProgress, Succeeded};
    assert_eq!(
        statuses(&states),
        [InProgress, InProgress, InProgress, Succeeded]
    );
    assert_eq!(states[0].0.plan.as_deref(), Some(&[0, 1][..]));
    assert_eq!(result.unwrap(), "made");
    assert_eq!(asked(&mock), [PENDING, PENDING, PENDING, RESULT]);
}

#[tokio::test]
async fn done_at_once_fetches_the_result_alone() {
    let mock = MockTransport::answering([making("completed"), answer(200, r#"{"name":"made"}"#)]);
    let made = begin::<Making>(&mock, Method::Post, CREATION).await;
    assert_eq!(made.unwrap().into_model().unwrap().name.unwrap(), "made");
    assert_eq!(asked(&mock), [RESULT]);
}

#[tokio::test]
async fn failed_and_cancelled_are_shown_and_then_are_errors() {
    for (word, status) in [
        ("failed", PollerStatus::Failed),
        ("Cancelled", PollerStatus::Canceled),
    ] {
        let body = format!(
            r#"{{"status":"{word}","plan":"AAE=","error":{{"code":"Refused","message":"not so"}}}}"#
        );
        let mock = MockTransport::answering([making("inProgress"), answer(200, &body)]);
        let (states, result) = watch::<Making>(begin(&mock, Method::Post, CREATION)).await;
        assert_eq!(statuses(&states), [PollerStatus::InProgress, status]);
        let error = result.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("Thing_Do ended as {word}: Refused: not so")
        );
        let problem = service_error(&error).unwrap();
        assert_eq!(problem.code.as_deref(), Some("Refused"));
        assert_eq!(&**problem.response().body(), body.as_bytes());
        assert_eq!(asked(&mock), [PENDING]);
    }
}

#[tokio::test]
async fn what_waits_for_the_caller_is_shown_and_asked_no_more() {
    let body = r#"{"status":"inProgress","maker":{"name":"Unknown"},"plan":"AAE="}"#;
    for script in [
        vec![answer(202, body)],
        vec![making("inProgress"), answer(200, body)],
    ] {
        let mock = MockTransport::answering(script);
        let (states, result) = watch::<Making>(begin(&mock, Method::Post, CREATION)).await;
        let (state, status) = states.last().unwrap();
        assert_eq!(
            *status,
            PollerStatus::UnknownValue(WAITS_FOR_CALLER.to_owned())
        );
        assert_eq!(state.plan.as_deref(), Some(&[0, 1][..]));
        let error = result.unwrap_err();
        assert_eq!(
            error.to_string(),
            "Thing_Do waits for its caller: make it and hand it in"
        );
        let ErrorKind::HttpResponse {
            raw_response: Some(response),
            ..
        } = error.kind()
        else {
            panic!("{error:?}")
        };
        assert_eq!(&**response.body(), body.as_bytes());
    }
    // Whoever has to go on does not matter when nothing goes on.
    let done = r#"{"status":"completed","maker":{"name":"Unknown"}}"#;
    let mock = MockTransport::answering([answer(200, done), answer(200, "{}")]);
    begin::<Making>(&mock, Method::Post, CREATION)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_model_that_does_not_say_how_it_stands_is_an_error() {
    for (body, expected) in [
        ("{}", "does not say how the operation stands"),
        (
            r#"{"status":null}"#,
            "does not say how the operation stands",
        ),
        ("<html>", "cannot be read"),
        (r#"{"status":{}}"#, "cannot be read"),
    ] {
        let mock = MockTransport::answering([making("inProgress"), answer(200, body)]);
        let error = begin::<Making>(&mock, Method::Post, CREATION)
            .await
            .unwrap_err();
        assert!(error.to_string().contains(expected), "{body}: {error}");
        assert_eq!(error.http_status(), Some(200.into()));
    }
}

#[tokio::test]
async fn a_first_answer_without_a_state_starts_the_operation() {
    for first in ["", "{}", r#"{"status":null}"#] {
        let mock = MockTransport::answering([
            answer(202, first),
            making("completed"),
            answer(200, r#"{"name":"made"}"#),
        ]);
        let poller = begin::<Making>(&mock, Method::Post, CREATION);
        let (states, result) = watch(poller).await;
        use PollerStatus::{InProgress, Succeeded};
        assert_eq!(statuses(&states), [InProgress, Succeeded], "{first}");
        assert_eq!(result.unwrap(), "made");
    }
}

#[tokio::test]
async fn http_statuses_say_how_the_operation_stands() {
    let not_yet = || answer(404, r#"{"error":{"code":"NotFound"}}"#);
    let mock = MockTransport::answering([
        answer(200, RECOVERABLE),
        not_yet(),
        not_yet(),
        answer(200, r#"{"name":"deleted"}"#),
    ]);
    let poller = begin::<OperationStatus<Thing>>(&mock, Method::Delete, DELETION);
    let (states, result) = watch(poller).await;
    use PollerStatus::{InProgress, Succeeded};
    assert_eq!(
        statuses(&states),
        [InProgress, InProgress, InProgress, Succeeded]
    );
    assert_eq!(result.unwrap(), "deleted");
    assert_eq!(asked(&mock), [DELETED, DELETED, DELETED]);
}

#[tokio::test]
async fn the_first_answer_is_the_result_when_the_caller_may_not_look() {
    let mock = MockTransport::answering([
        answer(200, RECOVERABLE),
        answer(404, ""),
        answer(403, r#"{"error":{"code":"Forbidden"}}"#),
    ]);
    let poller = begin::<OperationStatus<Thing>>(&mock, Method::Delete, DELETION);
    let (states, result) = watch(poller).await;
    assert_eq!(states.last().unwrap().1, PollerStatus::Succeeded);
    assert_eq!(result.unwrap(), "first");
    assert_eq!(asked(&mock), [DELETED, DELETED]);
}

#[tokio::test]
async fn nothing_is_asked_when_the_property_is_absent() {
    for body in [
        r#"{"name":"first"}"#,
        r#"{"name":"first","recovery":null}"#,
        r#"{"name":"first","recovery":{"id":null}}"#,
        r#"{"name":"first","recovery":"r"}"#,
    ] {
        let mock = MockTransport::answering([answer(200, body)]);
        let poller = begin::<OperationStatus<Thing>>(&mock, Method::Delete, DELETION);
        let (states, result) = watch(poller).await;
        assert_eq!(statuses(&states), [PollerStatus::Succeeded]);
        assert_eq!(result.unwrap(), "first");
        assert!(asked(&mock).is_empty());
    }
}

#[tokio::test]
async fn any_other_status_is_the_service_s_error() {
    let conflict = answer(409, r#"{"error":{"code":"Busy","message":"later"}}"#);
    let forbidden = answer(403, r#"{"error":{"code":"Forbidden","message":"no"}}"#);
    for (polling, script, expected) in [
        (DELETION, vec![conflict.clone()], "409 Busy: later"),
        (
            DELETION,
            vec![answer(200, RECOVERABLE), conflict.clone()],
            "409 Busy: later",
        ),
        // The first request may not be refused, and statuses that say nothing here are errors.
        (DELETION, vec![forbidden.clone()], "403 Forbidden: no"),
        (
            Polling::get("/deleted/{name}", &[200]),
            vec![answer(200, RECOVERABLE), forbidden],
            "403 Forbidden: no",
        ),
    ] {
        let mock = MockTransport::answering(script);
        let error = begin::<OperationStatus<Thing>>(&mock, Method::Delete, polling)
            .await
            .unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    let script = [making("completed"), conflict];
    let mock = MockTransport::answering(script);
    let error = begin::<Making>(&mock, Method::Post, CREATION)
        .await
        .unwrap_err();
    assert_eq!(error.to_string(), "409 Busy: later");
}

#[tokio::test]
async fn a_pending_status_where_a_model_says_the_state() {
    let polling = CREATION.pending(&[404]);
    let mock = MockTransport::answering([
        making("inProgress"),
        answer(404, ""),
        making("completed"),
        answer(200, r#"{"name":"made"}"#),
    ]);
    let (states, result) = watch::<Making>(begin(&mock, Method::Post, polling)).await;
    assert_eq!(states[1].0.status, None);
    assert_eq!(result.unwrap(), "made");
}

#[tokio::test]
async fn faults_of_the_call_come_before_anything_is_sent() {
    let mock = MockTransport::answering([]);
    let request = || connect(&mock).request("Thing_Do", Method::Post, "/things/{name}/do");
    let polled = |request: armature_runtime::RequestBuilder, options| {
        let poller = request.poll_with::<OperationStatus<Thing>>(&[200], DELETION, options);
        poller.unwrap_err().to_string()
    };
    let mut refused = request();
    refused.path("name", "..");
    assert!(polled(refused, PollerOptions::default()).contains("cannot be \"..\""));
    assert!(polled(request(), PollerOptions::default()).contains("`name`"));
    let mut other = connect(&mock).request("Thing_Do", Method::Post, "/things/{id}");
    other.path("id", "a");
    assert!(polled(other, PollerOptions::default()).contains("`name` has no value"));
    let mut hasty = request();
    hasty.path("name", "a");
    let options = PollerOptions {
        frequency: azure_core::time::Duration::milliseconds(999),
        ..PollerOptions::default()
    };
    assert!(polled(hasty, options).contains("at least one second"));
    drop(begin::<Making>(&mock, Method::Post, CREATION));
    assert!(mock.requests().is_empty());
}
