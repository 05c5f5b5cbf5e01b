//! Keys of accounts: in every request once, and never shown.

use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{ApiKey, Connection, package};
use azure_core::credentials::Secret;
use azure_core::error::ErrorKind;
use azure_core::http::{
    ClientMethodOptions, ClientOptions, FixedRetryOptions, Method, Pager, RetryOptions,
};
use azure_core::time::Duration;
use futures::TryStreamExt;

mod common;

use common::ThingCollection;

const KEY: &str = "s3cret+/=&";

fn connect(keys: Vec<ApiKey>, options: ClientOptions) -> azure_core::Result<Connection> {
    Connection::with_keys(package!(), "https://h.example", keys, options)
}

fn both() -> Vec<ApiKey> {
    vec![
        ApiKey::Header("Ocp-Apim-Subscription-Key", Secret::new(KEY)),
        ApiKey::Query("subscription-key", Secret::new(KEY)),
    ]
}

#[tokio::test]
async fn every_try_has_each_key_once() {
    let mock = MockTransport::answering([MockResponse::empty(503), MockResponse::empty(200)]);
    let options = ClientOptions {
        retry: RetryOptions::fixed(FixedRetryOptions {
            delay: Duration::ZERO,
            ..Default::default()
        }),
        ..mock.client_options()
    };
    let connection = connect(both(), options).unwrap();
    let mut request = connection.request("Thing_Get", Method::Get, "/x?a=1");
    request.query("b", "2");
    let sent = request.send(&[200], &ClientMethodOptions::default()).await;
    sent.unwrap();
    let requests = mock.requests();
    assert_eq!(requests.len(), 2);
    for request in requests {
        assert_eq!(
            request.url.query(),
            Some("a=1&b=2&subscription-key=s3cret%2B%2F%3D%26")
        );
        let header = request.headers.get("ocp-apim-subscription-key");
        assert_eq!(header.map(String::as_str), Some(KEY));
        assert_eq!(request.headers.get("authorization"), None);
    }
}

#[tokio::test]
async fn further_pages_have_the_keys_too() {
    let mock = MockTransport::answering([
        MockResponse::json(200, r#"{"value":[{}],"nextLink":"/n?page=2"}"#),
        MockResponse::json(200, r#"{"value":[{}]}"#),
    ]);
    let connection = connect(both(), mock.client_options()).unwrap();
    let request = connection.request("Thing_List", Method::Get, "/x");
    let pager: Pager<ThingCollection> = request
        .pages(&[200], &["nextLink"], Default::default())
        .unwrap();
    let things: Vec<_> = pager.try_collect().await.unwrap();
    assert_eq!(things.len(), 2);
    let second = &mock.requests()[1];
    assert_eq!(
        second.url.query(),
        Some("page=2&subscription-key=s3cret%2B%2F%3D%26")
    );
}

#[tokio::test]
async fn keys_are_not_shown() {
    let mock = MockTransport::answering([MockResponse::empty(400)]);
    let connection = connect(both(), mock.client_options()).unwrap();
    let error = connection
        .request("Thing_Get", Method::Get, "/x")
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap_err();
    // An exchange that breaks off has the URL in its error: the mock has no second answer.
    let broken = connection
        .request("Thing_Get", Method::Get, "/x")
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap_err();
    for text in [
        format!("{:?}", both()),
        format!("{connection:?}"),
        format!("{error} {error:?}"),
        format!("{broken} {broken:?}"),
    ] {
        assert!(!text.contains("s3cret"), "{text}");
    }
}

#[test]
fn keys_that_cannot_be_sent_are_refused_without_being_shown() {
    for key in [
        ApiKey::Header("x-key", Secret::new("")),
        ApiKey::Query("key", Secret::new("")),
        ApiKey::Header("x-key", Secret::new("s3cret\r\nx: y")),
    ] {
        let options = MockTransport::answering([]).client_options();
        let error = connect(vec![key], options).unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Credential);
        let text = format!("{error} {error:?}");
        assert!(text.contains("key") && !text.contains("s3cret"), "{text}");
    }
}

#[test]
fn keys_do_not_go_over_plain_http() {
    let options = MockTransport::answering([]).client_options();
    let connection = Connection::with_keys(package!(), "http://h.example", both(), options);
    assert!(connection.is_err());
}
