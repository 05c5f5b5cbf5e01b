//! Queries, headers, bodies: everything of a request but its path.

mod common;

use armature_runtime::testing::{
    ExpectedBody, MockResponse, MockTransport, RecordedRequest, assert_request,
};
use armature_runtime::{Base64, Base64Url, Collection, RequestBuilder, Rfc1123, UnixTime};
use azure_core::http::{ClientMethodOptions, Etag, Method, RequestContent};
use azure_core::time::{Duration, OffsetDateTime};
use azure_core::{Bytes, Value};
use common::{Thing, connect};

async fn sent(method: Method, fill: impl FnOnce(&mut RequestBuilder)) -> RecordedRequest {
    let mock = MockTransport::answering([MockResponse::empty(200)]);
    let mut request = connect(&mock).request("Thing_Do", method, "/x");
    fill(&mut request);
    request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap();
    mock.request()
}

async fn refused(fill: impl FnOnce(&mut RequestBuilder)) -> String {
    let mock = MockTransport::answering([MockResponse::empty(200)]);
    let mut request = connect(&mock).request("Thing_Do", Method::Get, "/x");
    fill(&mut request);
    let error = request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap_err();
    assert!(mock.requests().is_empty());
    error.to_string()
}

async fn query(fill: impl FnOnce(&mut RequestBuilder)) -> String {
    sent(Method::Get, fill)
        .await
        .url
        .query()
        .unwrap_or("none")
        .to_owned()
}

fn date() -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(784_111_777).unwrap()
}

#[tokio::test]
async fn what_the_query_of_a_path_says_is_not_said_again() {
    let mock = MockTransport::answering([MockResponse::empty(200)]);
    let path = "/things?comp=list&restype=a";
    let mut request = connect(&mock).request("Things_List", Method::Get, path);
    request.query("comp", "list");
    request.query("restype", "b");
    request.query("top", 1_i32);
    request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap();
    let query = mock.request().url.query().unwrap_or_default().to_owned();
    assert_eq!(query, "comp=list&restype=a&restype=b&top=1");
}

#[tokio::test]
async fn query_values_of_every_type() {
    let query = query(|request| {
        request.query("$filter", "name eq 'a b'");
        request.query("$top", Some(5_i32));
        request.query("skip", None::<i32>);
        request.query("long", -9_007_199_254_740_993_i64);
        request.query("flag", true);
        request.query("ratio", 1.5_f64);
        request.query("empty", String::new());
        request.query("date", date());
        request.query("http", Rfc1123(date()));
        request.query("unix", UnixTime(Some(date())));
        request.query("none", UnixTime(None::<OffsetDateTime>));
        request.query("bytes", Base64(vec![0xFB, 0xFF]));
        request.query("safe", Base64Url(&[0xFB_u8, 0xFF][..]));
        request.query("etag", Etag::from("\"a\""));
        request.query("plus", "a+b&c=d/é%");
        request.query("api-version", "1");
    });
    let expected = "$filter=name%20eq%20%27a%20b%27&$top=5&long=-9007199254740993&flag=true&ratio=1.5&empty=\
         &date=1994-11-06T08%3A49%3A37Z&http=Sun%2C%2006%20Nov%201994%2008%3A49%3A37%20GMT&unix=784111777\
         &bytes=%2B%2F8%3D&safe=-_8&etag=%22a%22&plus=a%2Bb%26c%3Dd%2F%C3%A9%25&api-version=1";
    assert_eq!(query.await, expected);
}

#[tokio::test]
async fn lists_in_every_collection_format() {
    let list = vec!["a", "b c", "d,e", ""];
    for (collection, expected) in [
        (Collection::Comma, "l=a%2Cb%20c%2Cd%2Ce%2C"),
        (Collection::Space, "l=a%20b%20c%20d%2Ce%20"),
        (Collection::Tab, "l=a%09b%20c%09d%2Ce%09"),
        (Collection::Pipe, "l=a%7Cb%20c%7Cd%2Ce%7C"),
        (Collection::Repeated, "l=a&l=b%20c&l=d%2Ce&l="),
    ] {
        let query = query(|request| request.query_list("l", &list, collection));
        assert_eq!(query.await, expected);
    }
}

#[tokio::test]
async fn lists_that_are_absent_empty_or_of_other_types() {
    let none = None::<Vec<String>>;
    assert_eq!(
        query(|request| request.query_list("l", none, Collection::Comma)).await,
        "none"
    );
    let empty = Vec::<String>::new;
    assert_eq!(
        query(|request| request.query_list("l", empty(), Collection::Comma)).await,
        "l="
    );
    assert_eq!(
        query(|request| request.query_list("l", empty(), Collection::Repeated)).await,
        "none"
    );
    assert_eq!(
        query(|request| request.query_list("l", [1, 2], Collection::Comma)).await,
        "l=1%2C2"
    );
    let optional = Some(vec![Some(1.5), None]);
    assert_eq!(
        query(|request| request.query_list("l", optional, Collection::Pipe)).await,
        "l=1.5%7C"
    );
    let dates: Vec<_> = [date()].into_iter().map(UnixTime).collect();
    assert_eq!(
        query(|request| request.query_list("l", &dates, Collection::Comma)).await,
        "l=784111777"
    );
}

#[tokio::test]
async fn headers_go_out_as_they_are_given() {
    let request = sent(Method::Get, |request| {
        request.header("If-Match", "W/\"1\"");
        request.header("x-empty", "");
        request.header("x-absent", None::<&str>);
        request.header("date", Rfc1123(date()));
        request.header("x-flag", false);
        request.header_list("x-list", vec![1, 2], Collection::Repeated);
    });
    let headers = [
        ("if-match", "W/\"1\""),
        ("x-empty", ""),
        ("date", "Sun, 06 Nov 1994 08:49:37 GMT"),
        ("x-flag", "false"),
        ("x-list", "1,2"),
    ];
    let request = request.await;
    assert_request(
        &request,
        Method::Get,
        "https://h.example/base/x",
        &[],
        &headers,
        ExpectedBody::None,
    );
    assert_eq!(request.header("x-absent"), None);
}

#[tokio::test]
async fn values_that_break_a_header_or_a_format_are_refused() {
    let split = refused(|request| request.header("if-match", "a\r\nx: y")).await;
    assert!(
        split.contains("Thing_Do") && split.contains("`if-match`"),
        "{split}"
    );
    assert!(
        refused(|request| request.header("a b", "x"))
            .await
            .contains("no header name")
    );
    assert!(
        refused(|request| request.header("Ä", "x"))
            .await
            .contains("no header name")
    );
    let early = OffsetDateTime::from_unix_timestamp(-99_999_999_999).unwrap();
    for error in [
        refused(|request| request.query("d", early)).await,
        refused(|request| request.query("d", Rfc1123(early))).await,
        refused(|request| request.query_list("d", vec![early], Collection::Comma)).await,
    ] {
        assert!(error.contains("`d` cannot be sent"), "{error}");
    }
}

#[tokio::test]
async fn dates_with_offsets() {
    let east = date().to_offset(
        azure_core::time::parse_rfc3339("2000-01-01T00:00:00+02:00")
            .unwrap()
            .offset(),
    );
    let query = query(|request| {
        request.query("a", east);
        request.query("b", Rfc1123(east));
        request.query("c", east + Duration::milliseconds(50));
    });
    assert_eq!(
        query.await,
        "a=1994-11-06T10%3A49%3A37%2B02%3A00&b=Sun%2C%2006%20Nov%201994%2008%3A49%3A37%20GMT&c=1994-11-06T10%3A49%3A37.05%2B02%3A00"
    );
}

#[tokio::test]
async fn every_request_says_who_and_what() {
    let request = sent(Method::Get, |_| ()).await;
    assert_eq!(request.header("accept"), Some("application/json"));
    assert!(
        request
            .header("authorization")
            .is_some_and(|value| value.starts_with("Bearer fake-"))
    );
    assert!(request.header("x-ms-client-request-id").is_some());
    let agent = request.header("user-agent").unwrap();
    assert!(
        agent.contains("armature-runtime/0.1.0") || agent.contains("armature_runtime/0.1.0"),
        "{agent}"
    );
    let request = sent(Method::Get, |request| {
        request.accept("application/octet-stream")
    })
    .await;
    assert_eq!(request.header("accept"), Some("application/octet-stream"));
}

#[tokio::test]
async fn bodies() {
    let thing = Thing {
        name: Some("n".to_owned()),
    };
    let content: RequestContent<Thing> = thing.try_into().unwrap();
    let request = sent(Method::Put, |request| request.json(content.clone().into())).await;
    let json = [("content-type", "application/json")];
    assert_request(
        &request,
        Method::Put,
        "/base/x",
        &[],
        &json,
        ExpectedBody::Json(r#"{"name":"n"}"#),
    );

    let request = sent(Method::Patch, |request| {
        request.body("application/merge-patch+json", content.into())
    })
    .await;
    assert_eq!(
        request.header("content-type"),
        Some("application/merge-patch+json")
    );

    let null: RequestContent<Value> = Value::Null.try_into().unwrap();
    let request = sent(Method::Patch, |request| request.json(null.into())).await;
    assert_request(
        &request,
        Method::Patch,
        "/base/x",
        &[],
        &json,
        ExpectedBody::Json("null"),
    );

    let bytes = Bytes::from_static(&[0, 255]);
    let request = sent(Method::Post, |request| {
        request.body("application/octet-stream", bytes.into())
    })
    .await;
    assert_request(
        &request,
        Method::Post,
        "/base/x",
        &[],
        &[],
        ExpectedBody::Bytes(&[0, 255]),
    );

    let request = sent(Method::Post, |_| ()).await;
    let empty = [("content-length", "0")];
    assert_request(
        &request,
        Method::Post,
        "/base/x",
        &[],
        &empty,
        ExpectedBody::None,
    );
}

#[tokio::test]
async fn a_streamed_body_is_sent_whole() {
    let stream = azure_core::stream::BytesStream::new("streamed");
    let request = sent(Method::Put, |request| {
        request.body("text/plain", stream.into())
    })
    .await;
    assert_request(
        &request,
        Method::Put,
        "/base/x",
        &[],
        &[],
        ExpectedBody::Bytes(b"streamed"),
    );
}

#[tokio::test]
async fn only_declared_statuses_are_successes() {
    for (status, success) in [
        (200, true),
        (201, true),
        (202, false),
        (204, false),
        (302, false),
        (404, false),
    ] {
        let mock = MockTransport::answering([MockResponse::empty(status)]);
        let request = connect(&mock).request("Thing_Do", Method::Get, "/x");
        let answer = request
            .send(&[200, 201], &ClientMethodOptions::default())
            .await;
        match answer {
            Ok(answer) => assert!(success && answer.status() == status, "{status}"),
            Err(error) => {
                assert!(!success, "{status}");
                assert_eq!(error.http_status().map(u16::from), Some(status));
            }
        }
    }
}

#[tokio::test]
async fn a_byte_order_mark_is_passed_over() {
    let mock = MockTransport::answering([MockResponse::bytes(200, "\u{feff}{\"name\":\"n\"}")]);
    let request = connect(&mock).request("Thing_Do", Method::Get, "/x");
    let answer = request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap();
    let thing: Thing = answer.body().json().unwrap();
    assert_eq!(thing.name.as_deref(), Some("n"));
}

#[tokio::test]
async fn verbatim_values_of_the_query_may_be_several_pairs() {
    let query = query(|request| {
        request.query("a", "&");
        request.query_verbatim("q", "1%20&x=%2F\u{e9} #");
        request.query_verbatim("none", None::<&str>);
    });
    assert_eq!(query.await, "a=%26&q=1%20&x=%2F%C3%A9%20%23");
}

#[tokio::test]
async fn the_caller_may_choose_the_media_type_of_a_body() {
    let chosen = sent(Method::Post, |request| {
        request.header("Content-Type", Some("application/pdf"));
        request.body("application/json", "x".into());
    });
    assert_eq!(chosen.await.header("content-type"), Some("application/pdf"));
    let default = sent(Method::Post, |request| {
        request.header("Content-Type", None::<String>);
        request.json("{}".into());
    });
    assert_eq!(
        default.await.header("content-type"),
        Some("application/json")
    );
    let without_a_body = sent(Method::Post, |request| {
        request.header("Content-Type", "application/pdf");
    });
    assert_eq!(without_a_body.await.header("content-type"), None);
}

/// Else the pipeline would put its own name in place of it.
#[tokio::test]
async fn a_user_agent_that_is_a_parameter_goes_out() {
    for (given, expected) in [
        (Some("Mozilla/5.0 (telephone)"), "Mozilla/5.0 (telephone)"),
        (None, "azsdk-rust-"),
    ] {
        let sent = sent(Method::Get, |request| request.header("User-Agent", given)).await;
        let agent = sent.header("user-agent").unwrap();
        assert!(agent.starts_with(expected), "{agent}");
    }
}
