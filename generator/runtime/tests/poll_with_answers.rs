//! Long-running operations that another operation says the state of: an answer that cannot be read is no success.

mod common;

use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{OperationStatus, Polling, service_error};
use azure_core::Bytes;
use azure_core::http::poller::PollerOptions;
use azure_core::http::{Method, Poller};
use common::operation::answer;
use common::{Thing, connect};

const RECOVERY: Polling = Polling::get("/deleted/a", &[200])
    .pending(&[404])
    .accepted(&[403]);
const DELETION: Polling = RECOVERY.unless_absent("recovery.id");
const RECOVERABLE: &str = r#"{"name":"first","recovery":{"id":"r"}}"#;
const UNREADABLE: [&str; 4] = ["<html>", r#"{"recovery":"#, "[]", "7"];

fn begin<T: armature_runtime::poll::PollResult>(
    mock: &MockTransport,
    polling: Polling,
) -> Poller<OperationStatus<T>> {
    let request = connect(mock).request("Thing_Delete", Method::Delete, "/things/a");
    request
        .poll_with(&[200], polling, PollerOptions::default())
        .unwrap()
}

/// The error at the end of the script, which must hold `body`.
async fn check_unreadable(polling: Polling, script: Vec<MockResponse>, body: &str) {
    let mock = MockTransport::answering(script);
    let error = begin::<Thing>(&mock, polling).await.unwrap_err();
    assert!(error.to_string().contains("cannot be read"), "{error}");
    let kept = service_error(&error).unwrap();
    assert_eq!(&**kept.response().body(), body.as_bytes());
    assert_eq!(mock.answers_left(), 0);
}

#[tokio::test]
async fn a_first_answer_that_cannot_be_read_is_an_error() {
    for body in UNREADABLE {
        check_unreadable(DELETION, vec![answer(200, body)], body).await;
    }
}

#[tokio::test]
async fn an_empty_first_answer_does_not_end_the_operation() {
    let script = [
        answer(200, ""),
        answer(404, ""),
        answer(200, r#"{"name":"deleted"}"#),
    ];
    let mock = MockTransport::answering(script);
    let deleted = begin::<Thing>(&mock, DELETION).await.unwrap();
    assert_eq!(
        deleted.into_model().unwrap().name.as_deref(),
        Some("deleted")
    );
    assert_eq!(mock.requests().len(), 3);
}

#[tokio::test]
async fn a_polled_answer_that_cannot_be_read_is_an_error() {
    for body in UNREADABLE.into_iter().chain([""]) {
        let script = vec![answer(200, RECOVERABLE), answer(404, ""), answer(200, body)];
        check_unreadable(DELETION, script.clone(), body).await;
        check_unreadable(RECOVERY, script, body).await;
    }
}

#[tokio::test]
async fn the_first_answer_is_read_too_where_it_is_the_result() {
    for body in UNREADABLE {
        check_unreadable(RECOVERY, vec![answer(200, body), answer(403, "")], body).await;
    }
}

#[tokio::test]
async fn where_there_is_no_model_the_answer_is_json_or_bytes() {
    let script = |last| [answer(200, RECOVERABLE), answer(200, last)];
    let nothing = MockTransport::answering(script("<html>"));
    assert!(begin::<()>(&nothing, RECOVERY).await.is_err());
    for body in ["", "{}", "[]"] {
        let nothing = MockTransport::answering(script(body));
        assert!(begin::<()>(&nothing, RECOVERY).await.is_ok(), "{body}");
    }
    let list = MockTransport::answering(script("[]"));
    assert!(begin::<Vec<String>>(&list, RECOVERY).await.is_ok());
    let bytes = MockTransport::answering(script("<html>"));
    let bytes = begin::<Bytes>(&bytes, RECOVERY).await.unwrap();
    assert_eq!(&**bytes.body(), b"<html>");
}
