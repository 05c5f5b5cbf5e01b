//! The checks of the feature `testing` find what differs, and say so.

mod common;

use armature_runtime::testing::{
    ExpectedBody, MockResponse, MockTransport, RecordedRequest, assert_json, assert_model,
    assert_request, from_json,
};
use azure_core::Value;
use azure_core::http::{ClientMethodOptions, Method};
use common::connect;

async fn recorded() -> RecordedRequest {
    let mock = MockTransport::answering([MockResponse::empty(200)]);
    let mut request = connect(&mock).request("Thing_Put", Method::Put, "/a%2Fb/");
    request.query("x", "1 2");
    request.query("y", "");
    request.query("x", "3");
    request.json(r#"{"a":1,"b":[{"c":"d"}]}"#.into());
    request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap();
    mock.request()
}

/// The text of the panic, or nothing when the check passes.
fn complaint(check: impl FnOnce() + std::panic::UnwindSafe) -> Option<String> {
    let panic = std::panic::catch_unwind(check).err()?;
    Some(panic.downcast_ref::<String>().cloned().unwrap_or_default())
}

const QUERY: &[(&str, &str)] = &[("x", "3"), ("y", ""), ("x", "1 2")];
const BODY: ExpectedBody<'_> = ExpectedBody::Json(r#"{"b":[{"c":"d"}],"a":1.0}"#);

#[tokio::test]
async fn what_is_equal_passes() {
    let request = recorded().await;
    for path in [
        "/base/a%2fb/",
        "/base/%61%2Fb/",
        "https://H.example:443/base/a%2Fb/",
    ] {
        assert_request(
            &request,
            Method::Put,
            path,
            QUERY,
            &[("Content-Type", "application/json")],
            BODY,
        );
    }
    assert_request(
        &request,
        Method::Put,
        "/base/a%2Fb/",
        QUERY,
        &[],
        ExpectedBody::Any,
    );
    assert_request(
        &request,
        Method::Put,
        "/base/a%2Fb/",
        QUERY,
        &[],
        ExpectedBody::Bytes(&request.body),
    );
}

#[tokio::test]
async fn every_difference_is_told() {
    let request = recorded().await;
    let path = "/base/a%2Fb/";
    let complain = |method,
                    path: &'static str,
                    query: &'static [(&str, &str)],
                    headers: &'static [(&str, &str)],
                    body: ExpectedBody<'static>| {
        let request = request.clone();
        complaint(move || assert_request(&request, method, path, query, headers, body))
            .expect("a difference was missed")
    };
    assert!(
        complain(Method::Post, path, QUERY, &[], BODY)
            .contains("the method is Put instead of Post")
    );
    for other in [
        "/base/a/b/",
        "/base/a%2Fb",
        "/base/a%252Fb/",
        "/Base/a%2Fb/",
    ] {
        assert!(
            complain(Method::Put, other, QUERY, &[], BODY).contains("the path is"),
            "{other}"
        );
    }
    assert!(
        complain(
            Method::Put,
            "https://other.example/base/a%2Fb/",
            QUERY,
            &[],
            BODY
        )
        .contains("the origin is")
    );
    for query in [
        &[("x", "3"), ("y", "")][..],
        &[("x", "3"), ("y", ""), ("x", "1+2")],
        &[("x", "1 2"), ("x", "3"), ("y", ""), ("z", "")],
        &[],
    ] {
        assert!(complain(Method::Put, path, query, &[], BODY).contains("the query is"));
    }
    assert!(
        complain(Method::Put, path, QUERY, &[("if-match", "*")], BODY)
            .contains("the header if-match is None instead of Some")
    );
    assert!(
        complain(Method::Put, path, QUERY, &[("accept", "text/plain")], BODY)
            .contains("the header accept")
    );
    for (body, text) in [
        (ExpectedBody::None, "content-type"),
        (
            ExpectedBody::Json(r#"{"a":1}"#),
            "/b is [{\"c\":\"d\"}] but should be absent",
        ),
        (
            ExpectedBody::Json(r#"{"a":1,"b":[{"c":"e"},2]}"#),
            "/b/0/c is \"d\" instead of \"e\"",
        ),
        (
            ExpectedBody::Json(r#"{"a":1,"b":[{"c":"d"}],"n":null}"#),
            "/n is absent instead of null",
        ),
        (
            ExpectedBody::Json(r#"{"a":"1","b":[{"c":"d"}]}"#),
            "/a is 1 instead of \"1\"",
        ),
        (ExpectedBody::Bytes(b"{}"), "the body is"),
    ] {
        assert!(
            complain(Method::Put, path, QUERY, &[], body).contains(text),
            "{text}"
        );
    }
    let several = complain(Method::Post, "/x", &[], &[], ExpectedBody::None);
    assert_eq!(several.lines().count(), 6, "{several}");
}

#[tokio::test]
async fn an_absent_body_is_told() {
    let mock = MockTransport::answering([MockResponse::empty(200)]);
    let request = connect(&mock).request("Thing_Get", Method::Get, "/x");
    request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap();
    let request = mock.request();
    for body in [
        ExpectedBody::Any,
        ExpectedBody::Json("{}"),
        ExpectedBody::Bytes(b"x"),
    ] {
        let request = request.clone();
        assert!(
            complaint(move || assert_request(&request, Method::Get, "/base/x", &[], &[], body))
                .is_some(),
            "{body:?}"
        );
    }
}

#[test]
fn models_are_compared_by_meaning() {
    let model: Value = from_json(
        r#"{"date":"2018-03-17T21:55:07Z","http":"Sun, 06 Nov 1994 08:49:37 GMT","bytes":"+/8=","n":1,"list":[],"t":"x","deep":[{"a":1}]}"#,
    );
    assert_model(
        &model,
        r#"{"date":"2018-03-17T22:55:07.000+01:00","http":"Sun, 6 Nov 1994 08:49:37 GMT","bytes":"-_8","n":1.0,"nothing":null,"none":[],"t":"x","deep":[{"a":1,"b":null}]}"#,
    );
    for (expected, text) in [
        (r#"{"date":"2018-03-17T21:55:08Z"}"#, "/date is"),
        (r#"{"bytes":"-_9a"}"#, "/bytes is"),
        (r#"{"t":"y"}"#, "/t is"),
        (r#"{"t":" x"}"#, "/t is"),
        (r#"{"missing":"x"}"#, "/missing is absent"),
        (r#"{"n":2}"#, "/n is"),
        (r#"{}"#, "/n is 1 but should be absent"),
        (r#"{"deep":[]}"#, "/deep/0 is"),
        (r#"[]"#, "the document is"),
    ] {
        let (model, expected) = (model.clone(), expected.to_owned());
        let complaint =
            complaint(move || assert_model(&model, &expected)).expect("a difference was missed");
        assert!(complaint.contains(text), "{text}: {complaint}");
    }
}

#[test]
fn json_is_compared_exactly() {
    assert_json(r#"{"a":1,"b":[2]}"#, r#"{ "b": [2.0], "a": 1 }"#);
    for (actual, expected) in [
        ("{}", r#"{"a":null}"#),
        ("{}", r#"{"a":[]}"#),
        (r#""+/8=""#, r#""-_8""#),
        ("1", "2"),
        ("x", "{}"),
        ("[1,2]", "[2,1]"),
    ] {
        assert!(
            complaint(move || assert_json(actual, expected)).is_some(),
            "{actual} {expected}"
        );
    }
}

#[test]
fn the_mock_counts() {
    let mock = MockTransport::answering([]);
    let asked = mock.clone();
    assert!(
        complaint(move || drop(asked.request()))
            .unwrap()
            .contains("these were sent: none")
    );
    assert_eq!(
        MockTransport::answering([MockResponse::empty(200)]).answers_left(),
        1
    );
    assert!(
        complaint(|| drop(from_json::<String>("x")))
            .unwrap()
            .contains("String cannot be read from x")
    );
}
