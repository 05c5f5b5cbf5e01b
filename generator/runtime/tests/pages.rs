//! Lists in pages: where the link is, what ends a list, which links are refused, resuming.

mod common;

use armature_runtime::service_error;
use armature_runtime::testing::{MockResponse, MockTransport};
use azure_core::error::ErrorKind;
use azure_core::http::pager::{PagerContinuation, PagerOptions};
use azure_core::http::{Method, Pager};
use common::{ThingCollection, connect};
use futures::{StreamExt, TryStreamExt};

const NEXT: &[&str] = &["nextLink"];
const LINK: &str = "https://h.example/base/things?page=2&api-version=1";

fn things(mock: &MockTransport, next_link: &'static [&'static str]) -> Pager<ThingCollection> {
    resumed(mock, next_link, None)
}

fn resumed(
    mock: &MockTransport,
    next_link: &'static [&'static str],
    continuation: Option<&str>,
) -> Pager<ThingCollection> {
    let mut request = connect(mock).request("Thing_List", Method::Get, "/things");
    request.query("$top", 2);
    request.query("api-version", "1");
    request.header("x-kept", "yes");
    let continuation = continuation.map(|text| PagerContinuation::Token(text.to_owned()));
    let options = PagerOptions {
        continuation,
        ..PagerOptions::default()
    };
    request.pages(&[200], next_link, options).unwrap()
}

async fn names(pager: Pager<ThingCollection>) -> azure_core::Result<Vec<String>> {
    pager
        .map_ok(|thing| thing.name.unwrap_or_default())
        .try_collect()
        .await
}

fn page(names: &[&str], next_link: &str) -> MockResponse {
    let items: Vec<String> = names
        .iter()
        .map(|name| format!("{{\"name\":\"{name}\"}}"))
        .collect();
    MockResponse::json(
        200,
        format!(
            "{{\"value\":[{}],\"nextLink\":{next_link}}}",
            items.join(",")
        ),
    )
}

fn urls(mock: &MockTransport) -> Vec<String> {
    mock.requests()
        .iter()
        .map(|request| request.url.to_string())
        .collect()
}

#[tokio::test]
async fn items_of_all_pages_in_order_an_empty_one_in_between() {
    let links = [format!("{LINK}&a"), format!("{LINK}&b")];
    let mock = MockTransport::answering([
        page(&["a", "b"], &format!("\"{}\"", links[0])),
        page(&[], &format!("\"{}\"", links[1])),
        page(&["c"], "null"),
    ]);
    assert_eq!(names(things(&mock, NEXT)).await.unwrap(), ["a", "b", "c"]);
    assert_eq!(
        urls(&mock),
        [
            "https://h.example/base/things?$top=2&api-version=1",
            &links[0],
            &links[1]
        ]
    );
    for request in mock.requests() {
        assert_eq!(request.method, Method::Get);
        assert_eq!(request.header("accept"), Some("application/json"));
        assert_eq!(request.header("x-kept"), Some("yes"));
        assert!(request.header("authorization").is_some());
    }
}

#[tokio::test]
async fn null_empty_and_absent_links_end_the_list() {
    for body in [
        r#"{"value":[],"nextLink":null}"#,
        r#"{"value":[],"nextLink":""}"#,
        r#"{"value":[]}"#,
        r#"{"value":null}"#,
        "{}",
        "null",
        "",
    ] {
        let mock = MockTransport::answering([MockResponse::json(200, body)]);
        assert_eq!(names(things(&mock, NEXT)).await.unwrap(), [""; 0], "{body}");
        assert_eq!(mock.requests().len(), 1);
    }
}

#[tokio::test]
async fn the_bytes_of_a_link_stay() {
    let link = "https://h.example/base/things?api-version=1&$skiptoken=a%2Bb%20c+d&x=&y&e=%c3%A9";
    let mock = MockTransport::answering([page(&[], &format!("\"{link}\"")), page(&[], "null")]);
    names(things(&mock, NEXT)).await.unwrap();
    assert_eq!(urls(&mock)[1], link);
}

#[tokio::test]
async fn api_version_is_always_that_of_the_first_request() {
    for (link, expected) in [
        (
            "https://h.example/n?$skip=a+b",
            "https://h.example/n?$skip=a+b&api-version=1",
        ),
        ("https://h.example/n", "https://h.example/n?api-version=1"),
        (
            "https://h.example/n?API-Version=1&x=a+b",
            "https://h.example/n?API-Version=1&x=a+b",
        ),
        (
            "https://h.example/n?x=a+b&API-Version=0&y",
            "https://h.example/n?x=a+b&api-version=1&y",
        ),
        (
            "https://h.example/n?x=api-version%3D1",
            "https://h.example/n?x=api-version%3D1&api-version=1",
        ),
    ] {
        let mock = MockTransport::answering([page(&[], &format!("\"{link}\"")), page(&[], "null")]);
        names(things(&mock, NEXT)).await.unwrap();
        assert_eq!(urls(&mock)[1], expected);
    }
    // The first request has none: nothing is appended.
    let mock =
        MockTransport::answering([page(&[], "\"https://h.example/n?a=b\""), page(&[], "null")]);
    let request = connect(&mock).request("Thing_List", Method::Get, "/things");
    names(
        request
            .pages(&[200], NEXT, PagerOptions::default())
            .unwrap(),
    )
    .await
    .unwrap();
    assert_eq!(urls(&mock)[1], "https://h.example/n?a=b");
}

#[tokio::test]
async fn the_end_of_a_url_stands_behind_what_the_list_says() {
    for (link, expected) in [
        (
            "next?page=2",
            "https://h.example/base/t%20a/next?page=2&version=1.6",
        ),
        ("?version=2", "https://h.example/base/t%20a/?version=2"),
        ("https://h.example/n?page=2", "https://h.example/n?page=2"),
    ] {
        let first = page(&[], &format!("\"{link}\""));
        let mock = MockTransport::answering([first, page(&[], "null")]);
        let mut request = connect(&mock).request("Thing_List", Method::Get, "/things/{tenant}");
        request.path("tenant", "t a");
        request.query("version", "1.6");
        request.query("filter", "x");
        request.links_behind("/{tenant}/", &["version"]);
        let pager = request.pages(&[200], NEXT, PagerOptions::default());
        names(pager.unwrap()).await.unwrap();
        assert_eq!(urls(&mock)[1], expected);
    }
}

#[tokio::test]
async fn relative_links_are_relative_to_their_page() {
    for (link, expected) in [
        ("/n?page=2", "https://h.example/n?page=2&api-version=1"),
        (
            "?page=2",
            "https://h.example/base/things?page=2&api-version=1",
        ),
        ("more", "https://h.example/base/more?api-version=1"),
        ("//h.example/n", "https://h.example/n?api-version=1"),
        (
            "HTTPS://H.EXAMPLE:443/n",
            "https://h.example/n?api-version=1",
        ),
    ] {
        let mock = MockTransport::answering([page(&[], &format!("\"{link}\"")), page(&[], "null")]);
        names(things(&mock, NEXT)).await.unwrap();
        assert_eq!(urls(&mock)[1], expected);
    }
}

#[tokio::test]
async fn the_token_never_goes_to_another_origin() {
    for link in [
        "https://evil.example/things",
        "http://h.example/base/things",
        "//evil.example/x",
        "https://h.example:8443/x",
        "https://h.example.evil.example/x",
        "https://h.example@evil.example/x",
        "ftp://h.example/x",
        "data:text/plain,x",
    ] {
        let mock =
            MockTransport::answering([page(&["a"], &format!("\"{link}\"")), page(&["b"], "null")]);
        let mut pager = things(&mock, NEXT);
        let error = loop {
            match pager.next().await {
                Some(Ok(_)) => {}
                Some(Err(error)) => break error.to_string(),
                None => panic!("{link} ended the list in silence"),
            }
        };
        assert!(
            error.contains("https://h.example") && error.contains("access token"),
            "{link}: {error}"
        );
        assert_eq!(mock.requests().len(), 1, "{link} was followed");
    }
}

#[tokio::test]
async fn nested_names_and_names_with_dots() {
    let nested =
        r#"{"value":[],"meta":{"other":[{"nextLink":"x"}],"nextLink":"/n"},"nextLink":"/wrong"}"#;
    let mock = MockTransport::answering([MockResponse::json(200, nested), page(&[], "null")]);
    names(things(&mock, &["meta", "nextLink"])).await.unwrap();
    assert_eq!(urls(&mock)[1], "https://h.example/n?api-version=1");

    let mock = MockTransport::answering([
        MockResponse::json(200, r#"{"odata.nextLink":"/n"}"#),
        page(&[], "null"),
    ]);
    names(things(&mock, &["odata.nextLink"])).await.unwrap();
    assert_eq!(mock.requests().len(), 2);

    for body in [r#"{"meta":null}"#, r#"{"meta":{}}"#, r#"{}"#] {
        let mock = MockTransport::answering([MockResponse::json(200, body)]);
        names(things(&mock, &["meta", "nextLink"])).await.unwrap();
    }
}

#[tokio::test]
async fn without_a_link_path_there_is_one_page() {
    let mock = MockTransport::answering([page(&["a"], &format!("\"{LINK}\""))]);
    assert_eq!(names(things(&mock, &[])).await.unwrap(), ["a"]);
}

#[tokio::test]
async fn a_link_that_is_no_text_is_an_error() {
    for link in ["5", "{}", "[]", "true"] {
        let mock = MockTransport::answering([page(&["a"], link)]);
        assert!(names(things(&mock, NEXT)).await.is_err(), "{link}");
    }
    let mock = MockTransport::answering([page(&["a"], "\"https://[\"")]);
    assert!(
        names(things(&mock, NEXT))
            .await
            .unwrap_err()
            .to_string()
            .contains("no URL")
    );
}

#[tokio::test]
async fn a_page_that_cannot_be_read_keeps_its_answer() {
    for body in ["<html>", r#"{"value":[}"#, r#"{"value":[]} x"#] {
        let mock = MockTransport::answering([MockResponse::json(200, body)]);
        let error = names(things(&mock, NEXT)).await.unwrap_err();
        let problem = service_error(&error).expect("the answer is in the error");
        assert_eq!(
            (problem.status, &**problem.response().body()),
            (200.into(), body.as_bytes())
        );
    }
}

#[tokio::test]
async fn a_failed_page_is_the_service_s_error() {
    let mock = MockTransport::answering([
        page(&["a"], &format!("\"{LINK}\"")),
        MockResponse::json(
            429,
            r#"{"error":{"code":"Throttled","message":"slow down"}}"#,
        ),
    ]);
    let mut pager = things(&mock, NEXT);
    assert!(pager.next().await.unwrap().is_ok());
    let error = pager.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "429 Throttled: slow down");
    assert!(pager.next().await.is_none());
}

#[tokio::test]
async fn a_list_resumes_where_it_was_left() {
    let mock =
        MockTransport::answering([page(&["a"], &format!("\"{LINK}\"")), page(&["b"], "null")]);
    let mut pages = things(&mock, NEXT).into_pages();
    pages.next().await.unwrap().unwrap();
    let continuation = pages.into_continuation().unwrap();
    let continuation: String = continuation.into();
    assert_eq!(continuation, LINK);
    assert_eq!(
        names(resumed(&mock, NEXT, Some(&continuation)))
            .await
            .unwrap(),
        ["b"]
    );
    assert_eq!(urls(&mock)[1..], [LINK]);
}

#[tokio::test]
async fn a_stored_continuation_gets_no_token_elsewhere_either() {
    let mock = MockTransport::answering([page(&["a"], "null")]);
    let error = names(resumed(&mock, NEXT, Some("https://evil.example/x")))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("access token"), "{error}");
    let error = names(resumed(&mock, NEXT, Some("not a url")))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::DataConversion);
    assert!(mock.requests().is_empty());
}

#[tokio::test]
async fn lists_by_post_send_their_body_once() {
    let mock =
        MockTransport::answering([page(&["a"], &format!("\"{LINK}\"")), page(&["b"], "null")]);
    let mut request = connect(&mock).request("Thing_Query", Method::Post, "/things");
    request.json("{}".into());
    assert_eq!(
        names(
            request
                .pages(&[200], NEXT, PagerOptions::default())
                .unwrap()
        )
        .await
        .unwrap(),
        ["a", "b"]
    );
    let [first, second] = &mock.requests()[..] else {
        panic!("two requests were expected")
    };
    assert_eq!(
        (first.method, &*first.body, first.header("content-type")),
        (Method::Post, &b"{}"[..], Some("application/json"))
    );
    assert_eq!(
        (second.method, &*second.body, second.header("content-type")),
        (Method::Get, &b""[..], None)
    );
}

#[tokio::test]
async fn a_refused_value_is_told_before_the_pager_exists() {
    let mock = MockTransport::answering([]);
    let mut request = connect(&mock).request("Thing_List", Method::Get, "/{name}");
    request.path("name", "..");
    assert!(
        request
            .pages::<ThingCollection>(&[200], NEXT, PagerOptions::default())
            .is_err()
    );
}

/// `into_pages` of a list whose items are being read begins with the page that they are on.
#[tokio::test]
async fn a_page_may_be_read_again_as_a_whole() {
    let pages = || {
        let next = |name: &str| format!("\"{LINK}&{name}\"");
        [page(&["a"], &next("b")), page(&["b"], &next("c"))]
    };
    let [first, second] = pages();
    let mock = MockTransport::answering([first.clone(), first, second, page(&["c"], "null")]);
    let mut pager = things(&mock, NEXT);
    pager.next().await.unwrap().unwrap();
    let read: Vec<_> = pager.into_pages().try_collect().await.unwrap();
    assert_eq!(read.len(), 3);

    let [first, second] = pages();
    let mock = MockTransport::answering([first, second.clone(), second, page(&["c"], "null")]);
    let mut pager = things(&mock, NEXT);
    pager.next().await.unwrap().unwrap();
    pager.next().await.unwrap().unwrap();
    let read: Vec<_> = pager.into_pages().try_collect().await.unwrap();
    assert_eq!(read.len(), 2);
}
