//! Answers of Azure Resource Manager that are no success, though their status is one: a state of failure, a body that
//! cannot be read, a resource that should be gone.

mod common;

use armature_runtime::FinalState;
use azure_core::Bytes;
use azure_core::http::Method;
use common::Thing;
use common::operation::{LOCATION, ORIGINAL, answer, error, name, resource, run};

const FAILED: &str =
    r#"{"properties":{"provisioningState":"Failed","error":{"code":"C","message":"m"}}}"#;
const FAILURE: &str = "Thing_Do ended as Failed: C: m";

#[tokio::test]
async fn a_state_of_failure_at_location_is_the_service_s_error() {
    for status in [200, 201] {
        for (method, start) in [(Method::Put, 201), (Method::Delete, 202)] {
            let start = answer(start, "").header("location", LOCATION);
            let error = error(method, [start, answer(status, FAILED)]).await;
            assert_eq!(error.to_string(), FAILURE);
        }
    }
}

#[tokio::test]
async fn a_state_of_progress_at_location_goes_on() {
    let script = [
        answer(201, "").header("location", LOCATION),
        answer(200, &resource("Updating")),
        answer(200, &resource("Succeeded")),
    ];
    let (found, urls) = name(Method::Put, FinalState::Default, script).await;
    assert_eq!(
        (found.as_str(), &*urls),
        ("a", &[LOCATION.to_owned(), LOCATION.to_owned()][..])
    );
}

#[tokio::test]
async fn a_failure_counts_where_there_is_nothing_to_ask() {
    for status in [200, 201, 202] {
        let error = error(Method::Post, [answer(status, FAILED)]).await;
        assert_eq!(error.to_string(), FAILURE, "{status}");
    }
    // Nothing can be asked how this goes on.
    for body in ["", "{}", &resource("Updating")] {
        let script = [answer(202, body)];
        let (result, _) = run::<()>(Method::Post, FinalState::Default, script).await;
        assert!(result.is_ok(), "{body}");
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_no_success() {
    for body in ["<html>", r#"{"name":"#] {
        for (method, script) in [
            (Method::Put, vec![answer(200, body)]),
            (Method::Put, vec![answer(202, ""), answer(200, body)]),
            (Method::Patch, vec![answer(201, body)]),
            (Method::Post, vec![answer(202, body)]),
            (Method::Delete, vec![answer(200, body)]),
            (Method::Delete, vec![answer(202, ""), answer(200, body)]),
        ] {
            let error = error(method, script.clone()).await;
            assert!(error.to_string().contains("cannot be read"), "{error}");
            let kept = armature_runtime::service_error(&error).unwrap();
            assert_eq!(&**kept.response().body(), body.as_bytes());
            let nothing = run::<()>(method, FinalState::Default, script).await.0;
            assert!(nothing.is_err(), "{method} {body}");
        }
    }
    // Bytes are the result as they are.
    let script = [answer(200, "<html>")];
    let (result, _) = run::<Bytes>(Method::Post, FinalState::Default, script).await;
    assert_eq!(&**result.unwrap().body(), b"<html>");
}

#[tokio::test]
async fn a_resource_that_is_still_there_is_not_deleted() {
    for last in [answer(404, ""), answer(204, "")] {
        let script = [
            answer(202, ""),
            answer(200, &resource("Succeeded")),
            answer(200, r#"{"name":"a"}"#),
            answer(200, ""),
            last,
        ];
        let (result, urls) = run::<()>(Method::Delete, FinalState::Default, script).await;
        assert!(result.is_ok());
        assert_eq!(urls, [ORIGINAL; 4]);
    }
    let script = [answer(202, ""), answer(200, FAILED)];
    let (result, _) = run::<Thing>(Method::Delete, FinalState::Default, script).await;
    assert_eq!(result.unwrap_err().to_string(), FAILURE);
}
