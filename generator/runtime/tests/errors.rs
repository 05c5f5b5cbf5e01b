//! What is kept of a failed call: status, code, message, the answer.

#![allow(missing_docs, reason = "the fields are test data")]

mod common;

use std::sync::Arc;

use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{Connection, ServiceError, error_model, model, package, service_error};
use async_trait::async_trait;
use azure_core::Error;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::error::ErrorKind;
use azure_core::fmt::SafeDebug;
use azure_core::http::{ClientMethodOptions, Method};
use common::connect;
use common::server::{self, Refusal};

async fn failed(answer: MockResponse) -> Error {
    let mock = MockTransport::answering([answer]);
    let request = connect(&mock).request("Thing_Get", Method::Get, "/x");
    request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap_err()
}

/// Text of the error, and what `service_error` finds.
async fn told(status: u16, body: &str) -> (String, ServiceError) {
    let error = failed(MockResponse::json(status, body)).await;
    let problem = service_error(&error).expect("there was an answer");
    assert_eq!(problem.status, status);
    assert_eq!(
        &**problem.response().body(),
        body.as_bytes(),
        "the body is reachable"
    );
    let ErrorKind::HttpResponse { error_code, .. } = error.kind() else {
        panic!("another kind")
    };
    assert_eq!(error_code, &problem.code);
    (error.to_string(), problem)
}

#[tokio::test]
async fn envelopes_of_every_form() {
    for body in [
        r#"{"error":{"code":"C","message":"m"}}"#,
        r#"{"error":{"code":"C","message":"m","details":null,"target":null,"innererror":null,"additionalInfo":null}}"#,
        r#"{"code":"C","message":"m"}"#,
        r#"{"Code":"C","Message":"m"}"#,
        r#"{"odata.error":{"code":"C","message":{"lang":"en","value":"m"}}}"#,
        r#"{"error":null,"code":"C","message":"m"}"#,
        r#"{"error":null,"odata.error":{"code":"C","message":"m"}}"#,
        r#"{"error":"C","error_description":"m"}"#,
        r#"{"error":{"code":"\u0043","message":"\u006d"}}"#,
    ] {
        let (text, problem) = told(404, body).await;
        assert_eq!(
            (problem.code.as_deref(), problem.message.as_deref()),
            (Some("C"), Some("m")),
            "{body}"
        );
        assert_eq!(text, "404 C: m", "{body}");
    }
}

#[tokio::test]
async fn escapes_in_messages() {
    let (text, problem) = told(
        400,
        r#"{"error":{"code":"Bad","message":"the name \"a\" \\ is\ntaken: \u00e9"}}"#,
    )
    .await;
    let message = "the name \"a\" \\ is\ntaken: é";
    assert_eq!(problem.message.as_deref(), Some(message));
    assert_eq!(text, format!("400 Bad: {message}"));
}

#[tokio::test]
async fn everything_that_arm_says() {
    let body = r#"{"error":{"code":"C","message":"m","target":"t","details":[{"code":"D","message":"d","target":"dt","details":[{"code":"E"}]},null,"x"],
        "innererror":{"code":"I","innererror":{"code":"J"}},"additionalInfo":[{"type":"PolicyViolation","info":{"a":1}}]}}"#;
    let (_, problem) = told(403, body).await;
    assert_eq!(problem.target.as_deref(), Some("t"));
    let [detail] = &problem.details[..] else {
        panic!("{} details", problem.details.len())
    };
    assert_eq!(
        (
            detail.code.as_deref(),
            detail.message.as_deref(),
            detail.target.as_deref()
        ),
        (Some("D"), Some("d"), Some("dt"))
    );
    assert_eq!(detail.details[0].code.as_deref(), Some("E"));
    let inner = problem.inner_error.as_ref().unwrap();
    assert_eq!(
        (
            inner.code.as_deref(),
            inner.inner_error.as_ref().unwrap().code.as_deref()
        ),
        (Some("I"), Some("J"))
    );
    let [info] = &problem.additional_info[..] else {
        panic!("no info")
    };
    assert_eq!(
        (info.kind.as_deref(), &info.info.as_ref().unwrap()["a"]),
        (Some("PolicyViolation"), &1.into())
    );
}

#[tokio::test]
async fn bodies_that_say_nothing_keep_the_status() {
    for (status, body, text) in [
        (502, "<html>bad</html>", "502 Bad Gateway: <html>bad</html>"),
        (500, "", "500 Internal Server Error"),
        (404, "[]", "404 Not Found: []"),
        (404, "{}", "404 Not Found: {}"),
        (404, r#"{"error":null}"#, r#"404 Not Found: {"error":null}"#),
        (
            404,
            r#"{"error":{"code":null}}"#,
            r#"404 Not Found: {"error":{"code":null}}"#,
        ),
        (404, "null", "404 Not Found: null"),
        (
            204,
            "",
            "204 No Content: the operation does not declare this status",
        ),
    ] {
        let (told, problem) = told(status, body).await;
        assert_eq!(told, text);
        assert_eq!((problem.code, problem.message), (None, None));
    }
}

#[tokio::test]
async fn long_and_binary_bodies_are_cut() {
    let error = failed(MockResponse::bytes(500, "ä".repeat(5000)))
        .await
        .to_string();
    assert!(error.len() < 400 && error.ends_with("ä…"), "{error}");
    let error =
        failed(MockResponse::bytes(500, vec![0xFF, 0xFE]).header("content-type", "image/png"))
            .await;
    assert_eq!(
        error.to_string(),
        "500 Internal Server Error: 2 bytes image/png"
    );
}

#[tokio::test]
async fn the_header_s_code_wins() {
    let error = failed(MockResponse::empty(412).header("x-ms-error-code", "ConditionNotMet")).await;
    assert_eq!(error.to_string(), "412 ConditionNotMet");
    let both = MockResponse::json(412, r#"{"error":{"code":"C","message":"m"}}"#)
        .header("x-ms-error-code", "H");
    assert_eq!(
        service_error(&failed(both).await).unwrap().code.as_deref(),
        Some("H")
    );
}

#[tokio::test]
async fn deep_nesting_is_no_crash() {
    let body = format!("{}{}", r#"{"innererror":"#.repeat(5000), "}".repeat(5000));
    let (_, problem) = told(500, &body).await;
    assert_eq!(problem.code, None);
}

#[tokio::test]
async fn an_error_that_was_wrapped_still_tells() {
    let error = failed(MockResponse::json(404, r#"{"error":{"code":"C"}}"#))
        .await
        .with_context("while tidying up");
    assert_eq!(service_error(&error).unwrap().code.as_deref(), Some("C"));
}

#[tokio::test]
async fn errors_without_an_answer_say_why() {
    let mock = MockTransport::answering([]);
    let request = connect(&mock).request("Thing_Get", Method::Get, "/x");
    let error = request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("no answer left for GET https://h.example/base/x"),
        "{error}"
    );
    assert!(service_error(&error).is_none());
}

/// The error model of a description.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct ThingError {
    pub error: Option<Inner>,
}
model! { ThingError { error: "error" } }
error_model! { ThingError }

/// What is inside.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct Inner {
    pub code: Option<String>,
    pub severity: Option<i32>,
}
model! { Inner { code: "code", severity: "severity" } }

#[tokio::test]
async fn the_described_error_model() {
    let error = failed(MockResponse::json(
        409,
        r#"{"error":{"code":"C","severity":3}}"#,
    ))
    .await;
    let model = ThingError::try_from(error).unwrap().error.unwrap();
    assert_eq!(
        (model.code.as_deref(), model.severity),
        (Some("C"), Some(3))
    );
    for body in ["<html>", "", "[]"] {
        let error = ThingError::try_from(failed(MockResponse::bytes(409, body)).await).unwrap_err();
        assert_eq!(
            error.http_status(),
            Some(409.into()),
            "nothing of the error is lost"
        );
    }
    let other = ThingError::try_from(Error::with_message(ErrorKind::Other, "o")).unwrap_err();
    assert_eq!(other.to_string(), "o");
}

#[derive(Debug)]
struct NoCredential;

#[async_trait]
impl TokenCredential for NoCredential {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        let text = "nobody is signed in";
        Err(Error::with_message(ErrorKind::Credential, text))
    }
}

#[tokio::test]
async fn the_cause_comes_first() {
    let refusal = Refusal::new();
    let no_answer = server::connect(refusal.options.clone());
    let options = MockTransport::answering([]).client_options();
    let (endpoint, scope) = ("https://h.example", "s");
    let no_token =
        Connection::with_scope(package!(), endpoint, scope, Arc::new(NoCredential), options);
    for (connection, kind) in [
        (no_answer, ErrorKind::Connection),
        (no_token.unwrap(), ErrorKind::Credential),
    ] {
        let request = connection.request("Thing_Get", Method::Get, "/x");
        let sent = request.send(&[200], &ClientMethodOptions::default()).await;
        let error = sent.unwrap_err();
        let text = error.to_string();
        assert_eq!(*error.kind(), kind, "{text}");
        assert!(!text.contains("retried"), "{text}");
        if kind == ErrorKind::Credential {
            assert!(text.starts_with("nobody is signed in"), "{text}");
        } else {
            assert!(text.to_lowercase().contains("refused"), "{text}");
        }
    }
}
