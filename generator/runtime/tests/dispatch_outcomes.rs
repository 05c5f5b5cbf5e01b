//! Calls by operationId: what answers, lists and long-running operations become.

mod common;

use armature_runtime::dispatch::{self, Answer, Content, Outcome, TypedHeaders, no_headers};
use armature_runtime::formats::{Base64Url, Rfc1123};
use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{FinalState, response_headers, service_error};
use azure_core::fmt::SafeDebug;
use azure_core::http::headers::Headers;
use azure_core::http::poller::{
    Poller, PollerResult, PollerResultFuture, PollerStatus, StatusMonitor,
};
use azure_core::http::{Etag, JsonFormat, Method, Pager, RawResponse, Response, StatusCode};
use azure_core::json::from_json;
use azure_core::{Bytes, Result};
use common::operation::{MONITOR, answer, begin, state};
use common::{Thing, ThingCollection, connect};

response_headers! {
    /// Headers of answers with a thing.
    ThingHeaders for Thing {
        /// Entity tag.
        etag: "etag" as Etag,
        /// A date.
        last_modified: "last-modified" as Rfc1123,
    }
}

fn thing_headers(response: &Response<Thing>) -> Result<TypedHeaders> {
    Ok(vec![
        dispatch::header("etag", response.etag()?)?,
        dispatch::header("last-modified", Rfc1123(response.last_modified()?))?,
    ])
}

fn response<T, F>(
    status: u16,
    header: Option<(&'static str, &'static str)>,
    body: &'static str,
) -> Response<T, F> {
    let mut headers = Headers::new();
    if let Some((name, value)) = header {
        headers.insert(name, value);
    }
    RawResponse::from_bytes(StatusCode::from(status), headers, body).into()
}

fn answered(outcome: Outcome) -> Result<Answer> {
    match outcome {
        Outcome::Answer(answer) => answer,
        other => panic!("not one answer: {other:?}"),
    }
}

fn content(text: &str) -> Content {
    Content::Json(from_json(text).unwrap())
}

#[test]
fn an_answer_is_what_the_model_has() {
    let response = response(
        201,
        Some(("etag", "W/\"1\"")),
        r#"{"name":"a","other":null}"#,
    );
    let answer = answered(dispatch::json(Ok(response), thing_headers)).unwrap();
    assert_eq!(answer.status, 201);
    assert_eq!(answer.body, content(r#"{"name":"a"}"#));
    let etag = ("etag".to_owned(), Some("W/\"1\"".to_owned()));
    assert_eq!(answer.headers, [etag, ("last-modified".to_owned(), None)]);
}

#[test]
fn headers_are_written_in_their_format() {
    let date = "Tue, 14 Nov 2023 22:13:20 GMT";
    let response = response(200, Some(("last-modified", date)), "{}");
    let answer = answered(dispatch::json(Ok(response), thing_headers)).unwrap();
    assert_eq!(answer.headers[1].1.as_deref(), Some(date));
}

#[test]
fn bodies_are_nothing_or_bytes_where_there_is_no_model() {
    let empty = dispatch::json(Ok(response::<Thing, _>(204, None, "")), no_headers);
    assert_eq!(answered(empty).unwrap().body, Content::Nothing);
    let nothing = dispatch::nothing(Ok(response::<(), _>(200, None, "text")), no_headers);
    assert_eq!(answered(nothing).unwrap().body, Content::Nothing);
    let bytes = dispatch::bytes(Ok(response(200, None, "text")), no_headers);
    let body = answered(bytes).unwrap().body;
    assert_eq!(body, Content::Bytes(Bytes::from("text")));
}

#[test]
fn json_that_is_no_model_keeps_its_format() {
    let outcome =
        |body| dispatch::json::<Base64Url<Vec<u8>>>(Ok(response(200, None, body)), no_headers);
    let bytes = answered(outcome("\"/+8=\"")).unwrap();
    assert_eq!(bytes.body, content("\"_-8\""));
    let error = answered(outcome("5")).unwrap_err();
    let kept = service_error(&error).unwrap();
    assert_eq!(kept.response().body().as_ref(), b"5");
}

#[test]
fn a_body_or_header_that_cannot_be_read_is_an_error_that_keeps_the_answer() {
    let no_thing = Ok(response(201, Some(("etag", "W/\"1\"")), r#"{"name":{}}"#));
    let error = answered(dispatch::json(no_thing, thing_headers)).unwrap_err();
    let kept = service_error(&error).unwrap();
    assert_eq!(kept.status, StatusCode::Created);
    assert_eq!(kept.response().body().as_ref(), br#"{"name":{}}"#);
    assert_eq!(
        kept.response().headers().get_optional_str(&"etag".into()),
        Some("W/\"1\"")
    );

    let no_date = Ok(response(200, Some(("last-modified", "soon")), "{}"));
    let error = answered(dispatch::json(no_date, thing_headers)).unwrap_err();
    assert!(error.to_string().contains("last-modified"), "{error}");
    assert_eq!(
        service_error(&error).unwrap().response().body().as_ref(),
        b"{}"
    );
}

fn things(mock: &MockTransport) -> Result<Pager<ThingCollection>> {
    let request = connect(mock).request("Thing_List", Method::Get, "/things");
    request.pages(&[200], &["nextLink"], Default::default())
}

fn page(name: &str) -> MockResponse {
    MockResponse::json(
        200,
        format!(r#"{{"value":[{{"name":"{name}"}}],"nextLink":"?page=2","x":1}}"#),
    )
}

#[tokio::test]
async fn a_list_gives_all_pages() {
    let last = MockResponse::json(200, r#"{"value":[]}"#);
    let mock = MockTransport::answering([page("a"), last]);
    let Outcome::Pages { pages, error } = dispatch::pages(things(&mock), no_headers).await else {
        panic!("no list");
    };
    assert!(error.is_none());
    let bodies: Vec<_> = pages.into_iter().map(|page| page.body).collect();
    let first = content(r#"{"value":[{"name":"a"}],"nextLink":"?page=2"}"#);
    assert_eq!(bodies, [first, content(r#"{"value":[]}"#)]);
}

#[tokio::test]
async fn the_pages_before_an_error_stay() {
    for broken in [
        MockResponse::json(500, r#"{"error":{"code":"Oops"}}"#),
        MockResponse::json(200, r#"{"value":[5]}"#),
    ] {
        let mock = MockTransport::answering([page("a"), broken]);
        let Outcome::Pages { pages, error } = dispatch::pages(things(&mock), no_headers).await
        else {
            panic!("no list");
        };
        assert_eq!(pages.len(), 1);
        let kept = service_error(&error.unwrap()).unwrap();
        assert!(!kept.response().body().is_empty());
    }
}

async fn run(script: impl IntoIterator<Item = MockResponse>) -> (Vec<Content>, Result<Answer>) {
    let mock = MockTransport::answering(script);
    let poller = begin::<Thing>(&mock, Method::Post, FinalState::AzureAsyncOperation);
    parts(dispatch::operation(Ok(poller), thing_headers, Content::json).await)
}

fn parts(outcome: Outcome) -> (Vec<Content>, Result<Answer>) {
    let Outcome::Operation { states, result } = outcome else {
        panic!("no operation");
    };
    (states.into_iter().map(|state| state.body).collect(), result)
}

#[tokio::test]
async fn an_operation_gives_its_states_and_its_result() {
    let started = answer(202, "").header("azure-asyncoperation", MONITOR);
    let done = answer(
        200,
        r#"{"status":"Succeeded","percentComplete":100,"name":"a"}"#,
    );
    let (states, result) = run([started, state("Working"), done.header("etag", "x")]).await;
    assert_eq!(
        states,
        [
            content(r#"{"status":"InProgress"}"#),
            content(r#"{"status":"Working"}"#),
            content(r#"{"name":"a","status":"Succeeded","percentComplete":100.0}"#),
        ]
    );
    let result = result.unwrap();
    assert_eq!(result.body, content(r#"{"name":"a"}"#));
    assert_eq!(result.headers[0].1.as_deref(), Some("x"));
}

#[tokio::test]
async fn a_failed_operation_gives_the_states_before_and_the_error() {
    let started = answer(202, "").header("azure-asyncoperation", MONITOR);
    let failed = answer(200, r#"{"status":"Failed","error":{"code":"Broken"}}"#);
    let (states, result) = run([started, failed]).await;
    assert_eq!(states, [content(r#"{"status":"InProgress"}"#)]);
    let error = service_error(&result.unwrap_err()).unwrap();
    assert_eq!(
        error.response().body().as_ref(),
        br#"{"status":"Failed","error":{"code":"Broken"}}"#
    );
}

/// A model that is the state of its own operation.
#[derive(Clone, Default, SafeDebug)]
pub struct Work {
    /// In the service's words.
    pub status: Option<String>,
    /// What the state carries.
    pub csr: Option<String>,
}
armature_runtime::model! { Work { status: "status", csr: "csr" } }

impl StatusMonitor for Work {
    type Output = Thing;
    type Format = JsonFormat;

    fn status(&self) -> PollerStatus {
        match self.status.as_deref() {
            Some("completed") => PollerStatus::Succeeded,
            Some("cancelled") => PollerStatus::Canceled,
            _ => PollerStatus::InProgress,
        }
    }
}

/// A poller whose first answer ends it, with or without a result.
fn work(body: &'static str, result: Option<&'static str>) -> Poller<Work> {
    let ask = move |_, _| -> PollerResultFuture<Work, JsonFormat> {
        Box::pin(async move {
            let response = response(200, None, body);
            Ok(match result {
                None => PollerResult::Done { response },
                Some(result) => PollerResult::Succeeded {
                    response,
                    target: Box::new(move || {
                        Box::pin(async move { Ok(self::response(200, None, result)) })
                    }),
                },
            })
        })
    };
    Poller::new(ask, None)
}

#[tokio::test]
async fn a_model_may_be_its_own_state() {
    let body = r#"{"status":"completed","csr":"AA=="}"#;
    let poller = work(body, Some(r#"{"name":"a"}"#));
    let (states, result) = parts(dispatch::operation(Ok(poller), no_headers, Content::json).await);
    assert_eq!(states, [content(body)]);
    assert_eq!(result.unwrap().body, content(r#"{"name":"a"}"#));
}

#[tokio::test]
async fn an_operation_without_a_result_ends_with_an_error() {
    let bodies = [
        r#"{"status":"cancelled","csr":"AA=="}"#,
        r#"{"status":"waiting"}"#,
    ];
    for body in bodies {
        let poller = Ok(work(body, None));
        let (states, result) = parts(dispatch::operation(poller, no_headers, Content::json).await);
        assert_eq!(states, [content(body)]);
        assert!(result.is_err(), "{body}");
    }
}
