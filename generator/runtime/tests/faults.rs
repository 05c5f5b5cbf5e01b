//! Exchanges that go wrong, on real bytes: each ends in the right result or in an error that says what happened.

mod common;

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use armature_runtime::{RequestBuilder, into_model, service_error};
use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::{ClientMethodOptions, Method, RawResponse, Response};
use azure_core::time::{OffsetDateTime, to_rfc7231};
use common::Thing;
use common::server::{Act, Reaction, Refusal, Server, answer, connect, ok, only};
use futures::future::join_all;

const THING: &str = r#"{"name":"a"}"#;
const METHODS: [Method; 5] = [
    Method::Delete,
    Method::Get,
    Method::Patch,
    Method::Post,
    Method::Put,
];

fn request(server: &Server, method: Method) -> RequestBuilder {
    let connection = server.connect();
    let mut request = connection.request("Thing_Do", method, "/things/a");
    request.query("api-version", "1");
    if !matches!(method, Method::Get | Method::Delete) {
        request.json(THING.into());
    }
    request
}

async fn raw(server: &Server, method: Method) -> Result<RawResponse> {
    let options = ClientMethodOptions::default();
    let request = request(server, method).send(&[200], &options);
    // Nothing may hang: no fault of these tests takes longer than a few seconds.
    let limit = tokio::time::timeout(Duration::from_secs(20), request);
    limit.await.expect("the exchange hangs")
}

/// The name of the thing that the server gives.
async fn name(server: &Server, method: Method) -> Result<Option<String>> {
    let response: Response<Thing> = raw(server, method).await?.into();
    Ok(into_model(response)?.name)
}

/// What each method ends with when every try gets the same reaction, and how many requests it sent.
async fn broken(reaction: &Reaction) -> Vec<(Method, Error, usize)> {
    // All at once: azure_core adds up to 256 milliseconds to each wait.
    let outcomes = METHODS.map(|method| async move {
        let server = Server::playing([reaction.clone()]).await;
        let error = raw(&server, method).await.unwrap_err();
        (method, error, server.count())
    });
    join_all(outcomes).await
}

/// Checks that an exchange that breaks off is told as that, and that only what may be repeated was repeated.
async fn check_broken(reaction: Reaction, told: &[&str]) {
    for (method, error, requests) in broken(&reaction).await {
        let text = error.to_string();
        assert_eq!(error.kind(), &ErrorKind::Io, "{method}: {text}");
        assert!(
            told.iter().any(|words| text.contains(words)),
            "{method}: {text}"
        );
        let acts = matches!(method, Method::Post | Method::Patch);
        assert_eq!(requests, if acts { 1 } else { 2 }, "{method}: {text}");
        assert_eq!(
            text.contains("not sent again because the service may have acted on it"),
            acts,
            "{method}: {text}"
        );
    }
}

/// Checks that a fault that passes is overcome where a request may be repeated.
async fn check_overcome(fault: Reaction) {
    let exchanges = [Method::Get, Method::Put, Method::Delete].map(|method| {
        let script = [fault.clone(), ok(THING)];
        async move {
            let server = Server::playing(script).await;
            let name = name(&server, method).await.unwrap();
            assert_eq!((name.as_deref(), server.count()), (Some("a"), 2));
        }
    });
    join_all(exchanges).await;
}

#[tokio::test]
async fn bytes_go_both_ways() {
    let server = Server::playing([ok(THING)]).await;
    assert_eq!(
        name(&server, Method::Post).await.unwrap().as_deref(),
        Some("a")
    );
    let received = server.received().remove(0);
    assert_eq!(received.line, "POST /base/things/a?api-version=1");
    assert_eq!(received.body, THING);
    assert!(
        received
            .headers
            .contains("authorization: bearer fake-1\r\n"),
        "{}",
        received.headers
    );
}

#[tokio::test]
async fn retry_after_in_seconds() {
    let cases = [("429 Too Many", Method::Post), ("503 Busy", Method::Patch)].map(
        |(status, method)| async move {
            let server =
                Server::playing([answer(status, "Retry-After: 1\r\n", ""), ok(THING)]).await;
            let start = Instant::now();
            assert_eq!(name(&server, method).await.unwrap().as_deref(), Some("a"));
            assert!(
                start.elapsed() >= Duration::from_secs(1),
                "{:?}",
                start.elapsed()
            );
            let bodies = server.received().into_iter().map(|request| request.body);
            assert_eq!(bodies.collect::<Vec<_>>(), [THING, THING]);
        },
    );
    join_all(cases).await;
}

#[tokio::test]
async fn retry_after_as_a_date() {
    let cases = [("429 Too Many", Method::Get), ("503 Busy", Method::Post)].map(
        |(status, method)| async move {
            // A date has whole seconds: this one is one to two seconds away.
            let date = OffsetDateTime::now_utc() + azure_core::time::Duration::seconds(2);
            let header = format!("Retry-After: {}\r\n", to_rfc7231(&date));
            let server = Server::playing([answer(status, &header, ""), ok(THING)]).await;
            let start = Instant::now();
            assert_eq!(name(&server, method).await.unwrap().as_deref(), Some("a"));
            assert!(
                start.elapsed() >= Duration::from_secs(1),
                "{:?}",
                start.elapsed()
            );
            assert_eq!(server.count(), 2);
        },
    );
    join_all(cases).await;
}

#[tokio::test]
async fn a_gateway_s_failure_repeats_what_may_be_repeated() {
    let page = answer(
        "502 Bad Gateway",
        "content-type: text/html\r\n",
        "<html>gateway",
    );
    for (method, error, requests) in broken(&page).await {
        assert_eq!(error.to_string(), "502 Bad Gateway: <html>gateway");
        let acts = matches!(method, Method::Post | Method::Patch);
        assert_eq!(requests, if acts { 1 } else { 2 }, "{method}");
    }
    check_overcome(page).await;
}

#[tokio::test]
async fn no_connection() {
    let refusal = Refusal::new();
    let connection = connect(refusal.options.clone());
    for method in METHODS {
        let request = connection.request("Thing_Do", method, "/things/a");
        let options = ClientMethodOptions::default();
        let error = request.send(&[200], &options).await.unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Connection, "{method}: {error}");
        assert!(error.to_string().contains("refused"), "{method}: {error}");
    }
}

#[tokio::test]
async fn a_reset_before_the_request_was_read() {
    check_broken(Reaction::ResetUnread, &["connection"]).await;
    check_overcome(Reaction::ResetUnread).await;
}

#[tokio::test]
async fn a_reset_after_the_request_was_read() {
    let reset = Reaction::Read(vec![Act::Reset]);
    check_broken(reset.clone(), &["reset", "closed"]).await;
    check_overcome(reset).await;
}

#[tokio::test]
async fn a_reset_keeps_its_cause() {
    let server = Server::playing([Reaction::Read(vec![Act::Reset])]).await;
    let error = raw(&server, Method::Post).await.unwrap_err();
    let mut cause: Option<&dyn std::error::Error> = Some(&error);
    while let Some(inner) = cause.filter(|cause| !cause.is::<io::Error>()) {
        cause = inner.source();
    }
    let cause = cause.and_then(|cause| cause.downcast_ref::<io::Error>());
    let kind = cause.map(io::Error::kind);
    assert_eq!(kind, Some(io::ErrorKind::ConnectionReset), "{error:?}");
}

#[tokio::test]
async fn a_body_that_is_cut() {
    let cases = [
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"name\"",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n7\r\n{\"name\"\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n100\r\n{\"name\"",
    ]
    .map(|head| async move {
        check_broken(only(head), &["body", "end of file", "incomplete"]).await;
        check_overcome(only(head)).await;
    });
    join_all(cases).await;
}

#[tokio::test]
async fn an_answer_that_breaks_off_in_its_head() {
    let cases = [
        "",
        "HTTP/1.1",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n",
    ]
    .map(|head| async move {
        check_broken(
            only(head),
            &["connection closed before message completed", "reset"],
        )
        .await;
        check_overcome(only(head)).await;
    });
    join_all(cases).await;
}

#[tokio::test]
async fn no_http_at_all() {
    let cases = [
        ("SSH-2.0-OpenSSH_9.6\r\n\r\n", "HTTP"),
        ("HTTP/1.1 abc OK\r\n\r\n", "status"),
        ("HTTP/1.1 200 OK\r\nno header at all\r\n\r\n", "header"),
        (
            "HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n",
            "content-length",
        ),
        (
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
            "chunk",
        ),
        ("\u{0}\u{1}\u{2}\r\n\r\n", "HTTP"),
    ]
    .map(|(garbage, told)| async move {
        check_broken(only(garbage), &[told]).await;
    });
    join_all(cases).await;
}

#[tokio::test]
async fn large_headers() {
    let large = format!("x-large: {}\r\n", "x".repeat(100_000));
    let server = Server::playing([answer("200 OK", &large, THING)]).await;
    assert_eq!(
        name(&server, Method::Get).await.unwrap().as_deref(),
        Some("a")
    );

    // More than the HTTP library takes.
    let endless = format!("x-large: {}\r\n", "x".repeat(2_000_000));
    check_broken(answer("200 OK", &endless, THING), &["too large"]).await;
    let many: String = (0..500).map(|n| format!("x-{n}: x\r\n")).collect();
    check_broken(answer("200 OK", &many, THING), &["too large"]).await;
}

#[tokio::test]
async fn content_of_another_type() {
    let page = answer(
        "200 OK",
        "content-type: text/html\r\n",
        "<html>Sign in</html>",
    );
    let server = Server::playing([page]).await;
    let error = name(&server, Method::Get).await.unwrap_err();
    assert_eq!(error.http_status(), Some(200.into()));
    assert!(
        error
            .to_string()
            .starts_with("the body of the answer (200) cannot be read: "),
        "{error}"
    );
    let problem = service_error(&error).unwrap();
    assert_eq!(&**problem.response().body(), b"<html>Sign in</html>");
    assert_eq!(server.count(), 1);

    // What the text is counts, not what it is called.
    let text = answer("200 OK", "content-type: text/plain\r\n", THING);
    let server = Server::playing([text]).await;
    assert_eq!(
        name(&server, Method::Get).await.unwrap().as_deref(),
        Some("a")
    );
}

#[tokio::test]
async fn redirects_are_errors_and_carry_the_token_nowhere() {
    for status in [
        "301 Moved Permanently",
        "302 Found",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        for method in [Method::Get, Method::Post] {
            let elsewhere = Server::playing([ok(THING)]).await;
            let header = format!("location: {}/base/things/a\r\n", elsewhere.url());
            let server = Server::playing([answer(status, &header, "")]).await;
            let error = raw(&server, method).await.unwrap_err();
            let number = status[..3].parse::<u16>().unwrap();
            assert_eq!(error.http_status(), Some(number.into()));
            assert_eq!(error.to_string(), status);
            assert_eq!((server.count(), elsewhere.count()), (1, 0), "{status}");
        }
    }
}

fn dripping(body: &str, times: usize) -> Reaction {
    let length = body.len() * times;
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n");
    let mut acts = vec![Act::Write(head)];
    for piece in body.repeat(times).chars() {
        acts.extend([
            Act::Wait(Duration::from_millis(20)),
            Act::Write(piece.to_string()),
        ]);
    }
    Reaction::Read(acts)
}

#[tokio::test]
async fn a_slow_body_is_read_whole() {
    let server = Server::playing([dripping(THING, 1)]).await;
    assert_eq!(
        name(&server, Method::Post).await.unwrap().as_deref(),
        Some("a")
    );
    assert_eq!(server.count(), 1);
}

#[tokio::test]
async fn a_body_without_an_end_ends_when_the_caller_says() {
    let server = Server::playing([dripping(" ", 1_000_000)]).await;
    let options = ClientMethodOptions::default();
    let request = request(&server, Method::Get).send(&[200], &options);
    let limit = tokio::time::timeout(Duration::from_millis(300), request);
    assert!(limit.await.is_err());
}

#[tokio::test]
async fn silence_ends_when_the_caller_s_own_transport_says() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n".to_owned();
    let silence = Act::Wait(Duration::from_secs(60));
    let cases = [
        vec![silence.clone()],
        vec![Act::Write(head), silence.clone()],
    ]
    .map(|acts| {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .read_timeout(Duration::from_millis(500));
        // Made before anything waits: on a busy machine this takes longer than the time limit.
        (acts, client.build().unwrap())
    })
    .map(|(acts, client)| async move {
        let server = Server::playing([Reaction::Read(acts)]).await;
        let connection = connect(server.options_through(Arc::new(client)));
        for (method, requests) in [(Method::Get, 2), (Method::Post, 3)] {
            let request = connection.request("Thing_Do", method, "/things/a");
            let options = ClientMethodOptions::default();
            let error = request.send(&[200], &options).await.unwrap_err();
            assert_eq!(error.kind(), &ErrorKind::Io, "{error}");
            assert!(error.to_string().contains("timed out"), "{error}");
            assert_eq!(server.count(), requests, "{method}");
        }
    });
    join_all(cases).await;
}
