//! Answers that are read while they come, and bodies that are streams, on real bytes.

mod common;

use std::time::Duration;

use armature_runtime::{RequestBuilder, response_headers, service_error};
use azure_core::error::{Error, ErrorKind};
use azure_core::http::{AsyncResponse, Body, ClientMethodOptions, Method};
use azure_core::{Bytes, Result};
use common::server::{Act, Reaction, Server, answer, ok, only};
use common::stream::Upload;
use futures::{StreamExt, TryStreamExt};

const TEXT: &str = "twenty-four bytes or so.";

/// The marker of answers with a file.
struct File;

response_headers! {
    /// Headers of answers with a file.
    FileHeaders for stream File {
        /// Its checksum.
        checksum: "x-checksum" as i32,
    }
}

fn request(server: &Server, method: Method) -> RequestBuilder {
    let connection = server.connect();
    let mut request = connection.request("File_Get", method, "/file");
    request.query("api-version", "1");
    request.query("sig", "hunter2");
    request.accept("application/octet-stream");
    request
}

async fn get(server: &Server, method: Method) -> Result<AsyncResponse<File>> {
    let options = ClientMethodOptions::default();
    let request = request(server, method).stream(&[200], &options);
    let limit = tokio::time::timeout(Duration::from_secs(20), request);
    Ok(limit.await.expect("the exchange hangs")?.into())
}

/// The pieces up to the end or the error.
async fn pieces(response: AsyncResponse<File>) -> (Vec<u8>, Option<Error>) {
    let mut read = Vec::new();
    let mut body = response.into_body();
    loop {
        match body.next().await {
            Some(Ok(piece)) => read.extend_from_slice(&piece),
            Some(Err(error)) => return (read, Some(error)),
            None => return (read, None),
        }
    }
}

const CHUNKED: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nx-checksum: 7\r\n\r\n";

#[tokio::test]
async fn pieces_come_before_the_end() {
    let acts = vec![
        Act::Write(format!("{CHUNKED}3\r\nabc\r\n")),
        Act::Wait(Duration::from_secs(60)),
    ];
    let server = Server::playing([Reaction::Read(acts)]).await;
    let response = get(&server, Method::Get).await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.checksum().unwrap(), Some(7));
    let piece = response.into_body().try_next().await.unwrap().unwrap();
    assert_eq!(&piece[..], b"abc");
    assert_eq!(
        server.received()[0].line,
        "GET /base/file?api-version=1&sig=hunter2"
    );
}

#[tokio::test]
async fn a_whole_answer_ends_without_an_error() {
    let text = format!("{CHUNKED}3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    for whole in [only(&text), answer("200 OK", "", "abcde")] {
        let server = Server::playing([whole]).await;
        let (read, error) = pieces(get(&server, Method::Get).await.unwrap()).await;
        assert_eq!((&read[..], error.is_none()), (&b"abcde"[..], true));
    }
}

#[tokio::test]
async fn an_answer_that_breaks_off_ends_with_an_error() {
    let cut = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc";
    let chunks = format!("{CHUNKED}3\r\nabc\r\n");
    for method in [Method::Get, Method::Post] {
        for text in [cut, &chunks, &format!("{chunks}5\r\nd")] {
            let server = Server::playing([only(text)]).await;
            let (read, error) = pieces(get(&server, method).await.unwrap()).await;
            let error = error.expect("the answer is cut");
            assert!(read.starts_with(b"abc"));
            assert_eq!(error.kind(), &ErrorKind::Io);
            assert_eq!(server.count(), 1, "pieces were handed out");
            // Transports name the URL in their errors.
            for shown in [error.to_string(), format!("{error:?}")] {
                assert!(!shown.contains("hunter2"), "{shown}");
            }
        }
    }
}

#[tokio::test]
async fn an_error_is_read_as_ever() {
    let body = r#"{"error":{"code":"Gone","message":"it was here"}}"#;
    let server = Server::playing([answer("404 Not Found", "", body)]).await;
    let error = get(&server, Method::Get).await.unwrap_err();
    let found = service_error(&error).unwrap();
    assert_eq!(u16::from(found.status), 404);
    assert_eq!(found.code.as_deref(), Some("Gone"));
    assert_eq!(error.to_string(), "404 Gone: it was here");
}

#[tokio::test]
async fn an_error_that_breaks_off_is_an_exchange_that_broke_off() {
    let cut = "HTTP/1.1 404 Not Found\r\ncontent-length: 100\r\n\r\n{\"error\"";
    for (method, requests) in [(Method::Get, 2), (Method::Post, 1)] {
        let server = Server::playing([only(cut)]).await;
        let error = get(&server, method).await.unwrap_err();
        assert_eq!(
            (error.kind(), server.count()),
            (&ErrorKind::Io, requests),
            "{method}: {error}"
        );
    }
}

#[tokio::test]
async fn what_may_be_sent_again_is_sent_again() {
    let server = Server::playing([answer("503 Busy", "", ""), answer("200 OK", "", TEXT)]).await;
    let response = get(&server, Method::Post).await.unwrap();
    assert_eq!(pieces(response).await.0, TEXT.as_bytes());
    assert_eq!(server.count(), 2);
    let server = Server::playing([answer("500 Oh", "", "{\"code\":\"Oh\"}"), ok("")]).await;
    let error = get(&server, Method::Post).await.unwrap_err();
    assert_eq!((error.to_string().as_str(), server.count()), ("500 Oh", 1));
}

#[tokio::test]
async fn the_body_of_an_undeclared_success_is_not_read() {
    let acts = vec![
        Act::Write("HTTP/1.1 206 Partial\r\ncontent-length: 9999999\r\n\r\nabc".to_owned()),
        Act::Wait(Duration::from_secs(60)),
    ];
    let server = Server::playing([Reaction::Read(acts)]).await;
    let error = get(&server, Method::Get).await.unwrap_err();
    assert_eq!(error.http_status().map(u16::from), Some(206));
}

#[tokio::test]
async fn a_byte_order_mark_is_content_unless_it_is_before_json() {
    let marked = "\u{feff}{}";
    let server = Server::playing([answer(
        "200 OK",
        "content-type: application/json\r\n",
        marked,
    )])
    .await;
    let streamed = pieces(get(&server, Method::Get).await.unwrap()).await.0;
    assert_eq!(streamed, marked.as_bytes());
    for (kind, expected) in [
        ("application/json; charset=utf-8", "{}"),
        ("application/problem+json", "{}"),
        ("text/plain", marked),
        ("application/octet-stream", marked),
    ] {
        let header = format!("content-type: {kind}\r\n");
        let server = Server::playing([answer("200 OK", &header, marked)]).await;
        let options = ClientMethodOptions::default();
        let response = request(&server, Method::Get)
            .send(&[200], &options)
            .await
            .unwrap();
        assert_eq!(response.body().as_ref(), expected.as_bytes(), "{kind}");
    }
}

async fn upload(server: &Server, method: Method, stream: Upload) -> Result<()> {
    let mut request = request(server, method);
    request.body("application/octet-stream", Body::from(stream.boxed()));
    let options = ClientMethodOptions::default();
    let sent = request.send(&[200], &options);
    let limit = tokio::time::timeout(Duration::from_secs(20), sent);
    limit.await.expect("the exchange hangs").map(|_| ())
}

#[tokio::test]
async fn a_stream_is_sent_with_its_length_where_it_knows_it() {
    let server = Server::playing([ok("{}")]).await;
    upload(&server, Method::Put, Upload::new(TEXT))
        .await
        .unwrap();
    let unknown = Upload::new(TEXT).with_length(None);
    upload(&server, Method::Put, unknown).await.unwrap();
    let received = server.received();
    let [known, unknown] = received.as_slice() else {
        panic!("two requests");
    };
    assert_eq!((known.body.as_str(), unknown.body.as_str()), (TEXT, TEXT));
    assert!(
        known.headers.contains("content-length: 24\r\n"),
        "{}",
        known.headers
    );
    assert!(
        !known.headers.contains("transfer-encoding"),
        "{}",
        known.headers
    );
    assert!(
        unknown.headers.contains("transfer-encoding: chunked\r\n"),
        "{}",
        unknown.headers
    );
    assert!(
        !unknown.headers.contains("content-length"),
        "{}",
        unknown.headers
    );
}

#[tokio::test]
async fn each_try_sends_the_whole_stream() {
    for method in [Method::Put, Method::Post] {
        let server = Server::playing([answer("503 Busy", "", ""), ok("{}")]).await;
        let stream = Upload::new(TEXT).at(5);
        upload(&server, method, stream).await.unwrap();
        let bodies: Vec<String> = server.received().into_iter().map(|one| one.body).collect();
        assert_eq!(bodies, [TEXT, TEXT], "{method}");
    }
}

#[tokio::test]
async fn a_stream_that_is_shorter_than_it_says_is_an_error() {
    let server = Server::playing([ok("{}")]).await;
    let stream = Upload::new(TEXT).with_length(Some(30));
    let error = upload(&server, Method::Post, stream).await.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Io, "{error}");
    assert_eq!(server.count(), 0, "no whole request came");
}

#[tokio::test]
async fn before_a_challenge_no_part_of_a_stream_is_sent() {
    use armature_runtime::testing::{MockResponse, MockTransport, credential};
    use armature_runtime::{Connection, package};

    let mock =
        MockTransport::answering([MockResponse::empty(200)]).with_challenge("https://example.net");
    let endpoint = "https://vault.example.net";
    let connection =
        Connection::with_challenge(package!(), endpoint, credential(), mock.client_options())
            .unwrap();
    let mut request = connection.request("File_Put", Method::Put, "/file");
    request.body(
        "application/octet-stream",
        Body::from(Upload::new(TEXT).boxed()),
    );
    request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap();
    let sent = mock.request();
    assert_eq!(sent.body, Bytes::from(TEXT));
    assert_eq!(sent.header("content-length"), Some("24"));
}

mod dispatch {
    //! What streams and texts become in calls by operationId.

    use armature_runtime::dispatch::{
        self, Answer, Content, Outcome, TypedHeaders, no_headers, no_stream_headers,
    };
    use azure_core::http::headers::Headers;
    use azure_core::http::{AsyncRawResponse, NoFormat, RawResponse, Response, StatusCode};

    use super::*;

    fn streamed(pieces: Vec<Result<Bytes>>, checksum: &'static str) -> AsyncResponse<File> {
        let mut headers = Headers::new();
        headers.insert("x-checksum", checksum);
        let body = Box::pin(futures::stream::iter(pieces));
        AsyncRawResponse::new(StatusCode::Ok, headers, body).into()
    }

    fn checksum(response: &AsyncResponse<File>) -> Result<TypedHeaders> {
        Ok(vec![dispatch::header("x-checksum", response.checksum()?)?])
    }

    fn answered(outcome: Outcome) -> Result<Answer> {
        match outcome {
            Outcome::Answer(answer) => answer,
            other => panic!("not one answer: {other:?}"),
        }
    }

    #[tokio::test]
    async fn a_stream_is_read_to_its_end() {
        let pieces = || vec![Ok(Bytes::from("ab")), Ok(Bytes::from("c"))];
        let outcome = dispatch::stream(Ok(streamed(pieces(), "7")), checksum).await;
        let answer = answered(outcome).unwrap();
        assert_eq!(answer.body, Content::Bytes(Bytes::from("abc")));
        assert_eq!(
            answer.headers,
            [("x-checksum".to_owned(), Some("7".to_owned()))]
        );

        let outcome = dispatch::stream(Ok(streamed(pieces(), "x")), checksum).await;
        let error = answered(outcome).unwrap_err();
        let kept = service_error(&error).unwrap();
        assert_eq!(
            kept.response().body().as_ref(),
            b"abc",
            "the answer is kept"
        );

        let cut = vec![Ok(Bytes::from("ab")), Err(ErrorKind::Io.into_error())];
        let outcome = dispatch::stream(Ok(streamed(cut, "7")), no_stream_headers).await;
        assert_eq!(answered(outcome).unwrap_err().kind(), &ErrorKind::Io);
    }

    #[test]
    fn text_is_text_and_what_is_none_is_an_error_with_the_answer() {
        let response = |body: &'static [u8]| -> Response<String, NoFormat> {
            RawResponse::from_bytes(StatusCode::Ok, Headers::new(), body).into()
        };
        let answer = answered(dispatch::text(Ok(response("é".as_bytes())), no_headers)).unwrap();
        assert_eq!(answer.body, Content::Text("é".to_owned()));
        let error = answered(dispatch::text(Ok(response(b"\xFF")), no_headers)).unwrap_err();
        assert_eq!(
            service_error(&error).unwrap().response().body().as_ref(),
            b"\xFF"
        );
    }
}
