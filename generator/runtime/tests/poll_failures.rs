//! Long-running operations that fail, and answers that are not followed.

mod common;

use armature_runtime::testing::MockTransport;
use armature_runtime::{FinalState, service_error};
use azure_core::error::ErrorKind;
use azure_core::http::Method;
use azure_core::http::poller::PollerOptions;
use azure_core::time::Duration;
use common::operation::{LOCATION, MONITOR, answer, error, resource, run, state};
use common::{Thing, connect};

#[tokio::test]
async fn failures_have_code_message_and_answer() {
    let failed =
        r#"{"status":"Failed","error":{"code":"Quota\u0045xceeded","message":"no \"room\" left"}}"#;
    let start = || answer(202, "").header("Azure-AsyncOperation", MONITOR);
    for method in [Method::Put, Method::Post, Method::Delete] {
        let error = error(method, [start(), answer(200, failed)]).await;
        assert_eq!(
            error.to_string(),
            r#"Thing_Do ended as Failed: QuotaExceeded: no "room" left"#
        );
        let problem = service_error(&error).unwrap();
        assert_eq!(
            (problem.status, problem.code.as_deref()),
            (200.into(), Some("QuotaExceeded"))
        );
        assert!(
            matches!(error.kind(), ErrorKind::HttpResponse { error_code: Some(code), .. } if code == "QuotaExceeded")
        );
    }
    for word in ["canceled", "Cancelled"] {
        let error = error(Method::Put, [start(), state(word)]).await;
        assert_eq!(error.to_string(), format!("Thing_Do ended as {word}"));
        assert_eq!(service_error(&error).unwrap().status, 200);
        assert!(
            matches!(error.kind(), ErrorKind::HttpResponse { error_code: Some(code), .. } if code == word)
        );
    }
    let in_resource =
        r#"{"properties":{"provisioningState":"Failed","error":{"code":"C","message":"m"}}}"#;
    assert_eq!(
        error(Method::Put, [answer(201, in_resource)])
            .await
            .to_string(),
        "Thing_Do ended as Failed: C: m"
    );
    assert_eq!(
        error(Method::Put, [answer(202, ""), answer(200, in_resource)])
            .await
            .to_string(),
        "Thing_Do ended as Failed: C: m"
    );
}

#[tokio::test]
async fn answers_that_are_no_success_are_the_service_s_errors() {
    let conflict = answer(409, r#"{"code":"Busy","message":"later"}"#);
    assert_eq!(
        error(Method::Put, [conflict.clone()]).await.to_string(),
        "409 Busy: later"
    );
    let start = answer(202, "").header("Azure-AsyncOperation", MONITOR);
    assert_eq!(
        error(Method::Put, [start.clone(), conflict.clone()])
            .await
            .to_string(),
        "409 Busy: later"
    );
    assert_eq!(
        error(Method::Put, [start, state("Succeeded"), conflict])
            .await
            .to_string(),
        "409 Busy: later"
    );
}

#[tokio::test]
async fn an_undeclared_first_status_is_an_error() {
    let mock = MockTransport::answering([answer(202, "")]);
    let request = connect(&mock).request("Thing_Do", Method::Put, "/x");
    let poller = request
        .poll::<Thing>(&[200, 201], FinalState::Default, PollerOptions::default())
        .unwrap();
    assert_eq!(poller.await.unwrap_err().http_status(), Some(202.into()));
}

#[tokio::test]
async fn a_monitor_without_a_status() {
    let start = || answer(202, "").header("Azure-AsyncOperation", MONITOR);
    // 202 means in progress, 204 done; a resource says its own state.
    let script = [
        start(),
        answer(202, ""),
        answer(200, &resource("Updating")),
        answer(204, ""),
    ];
    assert!(
        run::<()>(Method::Post, FinalState::Default, script)
            .await
            .0
            .is_ok()
    );
    // Anything else could go on for ever.
    for body in ["{}", "", "<html>", r#"{"status":null}"#, "[]"] {
        let error = error(Method::Put, [start(), answer(200, body)]).await;
        assert!(
            error.to_string().contains("does not say"),
            "{body}: {error}"
        );
        assert_eq!(error.http_status(), Some(200.into()));
    }
}

#[tokio::test]
async fn the_token_never_goes_to_another_origin() {
    for header in ["azure-asyncoperation", "operation-location", "location"] {
        for url in [
            "https://evil.example/x",
            "http://h.example/x",
            "//evil.example",
            "https://h.example:1/x",
        ] {
            let first = error(Method::Put, [answer(202, "").header(header, url)])
                .await
                .to_string();
            assert!(
                first.contains(header)
                    && first.contains("access token")
                    && first.contains("was started"),
                "{first}"
            );
            let start = answer(202, "").header("location", LOCATION);
            let later = error(Method::Put, [start, answer(202, "").header(header, url)])
                .await
                .to_string();
            assert!(later.contains("access token"), "{later}");
        }
    }
    let error = error(
        Method::Put,
        [answer(202, "").header("location", "https://[")],
    )
    .await;
    assert!(error.to_string().contains("no URL"), "{error}");
}

#[tokio::test]
async fn a_frequency_below_a_second_is_an_error() {
    let mock = MockTransport::answering([]);
    let request = connect(&mock).request("Thing_Do", Method::Put, "/x");
    let options = PollerOptions {
        frequency: Duration::milliseconds(999),
        ..PollerOptions::default()
    };
    let error = request
        .poll::<Thing>(&[200], FinalState::Default, options)
        .unwrap_err();
    assert!(error.to_string().contains("at least one second"), "{error}");
}
