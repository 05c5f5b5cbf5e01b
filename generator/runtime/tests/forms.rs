//! Bodies that are forms, as they go over the wire.

mod common;

use armature_runtime::testing::{ExpectedBody, MockResponse, MockTransport, assert_request};
use armature_runtime::{Base64, Collection, FormFile, RequestBuilder, Rfc1123, model};
use azure_core::Result;
use azure_core::fmt::SafeDebug;
use azure_core::http::{ClientMethodOptions, Method};
use azure_core::time::OffsetDateTime;
use common::connect;
use common::server::{Server, answer, ok};
use common::stream::Upload;

/// A part of JSON.
#[derive(Clone, Default, SafeDebug)]
pub struct Settings {
    /// Set by the service.
    pub id: Option<String>,
    /// In bytes.
    pub size: Option<i32>,
}
model! { request Settings { id: "id" read_only, size: "size" } }

async fn sent(fill: impl FnOnce(&mut RequestBuilder)) -> Result<MockTransport> {
    let mock = MockTransport::answering([MockResponse::empty(200)]);
    let mut request = connect(&mock).request("Thing_Do", Method::Post, "/x");
    fill(&mut request);
    request
        .send(&[200], &ClientMethodOptions::default())
        .await?;
    Ok(mock)
}

async fn refused(fill: impl FnOnce(&mut RequestBuilder)) -> String {
    match sent(fill).await {
        Ok(_) => panic!("it was sent"),
        Err(error) => error.to_string(),
    }
}

fn check(mock: &MockTransport, fields: &[(&str, &str)]) {
    let body = ExpectedBody::Form(fields);
    assert_request(&mock.request(), Method::Post, "/base/x", &[], &[], body);
}

/// Values of every type, and what they are on the wire.
fn fill(request: &mut RequestBuilder) {
    let date = OffsetDateTime::from_unix_timestamp(784_111_777).unwrap();
    request.field("name", "a b&c=d+é\r\n");
    request.field("count", Some(-5_i64));
    request.field("none", None::<bool>);
    request.field("empty", "");
    request.field("flag", true);
    request.field("http", Rfc1123(date));
    request.field("bytes", Base64(vec![0xFB, 0xFF]));
    request.field_list("tags", vec!["a", "b"], Collection::Comma);
    request.field_list("pipes", vec![1, 2], Collection::Pipe);
    request.field_list("each", vec!["a", "b c"], Collection::Repeated);
    request.field_list("nothing", None::<Vec<String>>, Collection::Repeated);
    let settings = Settings {
        id: Some("left out".to_owned()),
        size: Some(4),
    };
    request.field_json("settings", Some(&settings));
    request.field_json("list", Some(&vec![settings.clone(), Settings::default()]));
    request.field_json("absent", None::<&Settings>);
}

const FILLED: [(&str, &str); 13] = [
    ("name", "a b&c=d+é\r\n"),
    ("count", "-5"),
    ("empty", ""),
    ("flag", "true"),
    ("http", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ("bytes", "+/8="),
    ("tags", "a,b"),
    ("pipes", "1|2"),
    ("each", "a"),
    ("each", "b c"),
    ("settings", r#"{"size":4}"#),
    ("list", r#"{"size":4}"#),
    ("list", "{}"),
];

#[tokio::test]
async fn fields_in_one_line() {
    let mock = sent(|request| {
        request.url_encoded();
        fill(request);
    });
    let mock = mock.await.unwrap();
    check(&mock, &FILLED);
    let request = mock.request();
    assert_eq!(
        request.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    let text = String::from_utf8(request.body.to_vec()).unwrap();
    assert!(
        text.starts_with("name=a+b%26c%3Dd%2B%C3%A9%0D%0A&count=-5&empty=&flag=true&"),
        "{text}"
    );
}

#[tokio::test]
async fn fields_in_parts() {
    let mock = sent(|request| {
        request.multipart();
        fill(request);
        request.file("file", FormFile::from("content"));
        request.file("no file", None);
        request.files("files", vec![FormFile::from("1"), FormFile::from("2")]);
        request.files("no files", None);
    });
    let files = [("file", "content"), ("files", "1"), ("files", "2")];
    check(&mock.await.unwrap(), &[&FILLED[..], &files].concat());
}

#[tokio::test]
async fn without_a_field_there_is_no_body() {
    for begin in [RequestBuilder::url_encoded, RequestBuilder::multipart] {
        let mock = sent(|request| {
            begin(request);
            request.field("absent", None::<String>);
        });
        let request = mock.await.unwrap().request();
        assert_request(
            &request,
            Method::Post,
            "/base/x",
            &[],
            &[],
            ExpectedBody::None,
        );
        assert_eq!(request.header("content-length"), Some("0"));
    }
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_before_anything_is_sent() {
    let control = refused(|request| {
        request.multipart();
        request.file("f", FormFile::from("").with_content_type("a\r\nb: c"));
    });
    assert_eq!(
        control.await,
        "Thing_Do was not sent: the form field `f` has a media type with line breaks or other control characters"
    );
    let in_line = refused(|request| {
        request.url_encoded();
        request.file("f", FormFile::from(""));
    });
    assert!(
        in_line
            .await
            .ends_with("which a form in one line cannot hold")
    );
    let none = refused(|request| request.field("f", "x"));
    assert!(none.await.ends_with("there is no form for the field `f`"));
}

#[tokio::test]
async fn a_stream_in_a_form_is_sent_whole_by_each_try() {
    for length in [Some(9), None] {
        let server = Server::playing([answer("503 Busy", "", ""), ok("{}")]).await;
        let mut request = server.connect().request("Thing_Do", Method::Post, "/x");
        request.multipart();
        request.field("name", "a");
        let stream = Upload::new("some text").with_length(length).at(4);
        request.file("file", FormFile::from(stream.boxed()));
        request
            .send(&[200], &ClientMethodOptions::default())
            .await
            .unwrap();
        let received = server.received();
        let [first, second] = received.as_slice() else {
            panic!("two requests");
        };
        assert_eq!(first.body, second.body);
        assert!(
            first.body.contains("\r\n\r\nsome text\r\n--"),
            "{}",
            first.body
        );
        let declared = format!("content-length: {}\r\n", first.body.len());
        assert_eq!(first.headers.contains(&declared), length.is_some());
        assert_eq!(
            first.headers.contains("transfer-encoding: chunked"),
            length.is_none()
        );
    }
}

#[test]
fn no_field_is_shown() {
    let mut request = connect(&MockTransport::answering([])).request("X", Method::Post, "/x");
    request.multipart();
    request.field("password", "hunter2");
    request.file("key", FormFile::from("hunter2").with_filename("hunter2"));
    let file = FormFile::from("hunter2").with_filename("hunter2");
    let shown = format!("{request:?} {request:#?} {file:?} {file:#?}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

mod dispatch {
    //! Files as arguments of calls by operationId.

    use armature_runtime::dispatch::Arguments;
    use azure_core::json::from_json;

    use super::*;

    fn arguments(json: &str) -> Arguments {
        Arguments::new(from_json(json).unwrap()).unwrap()
    }

    fn refused<T: std::fmt::Debug>(result: Result<T>) -> String {
        result.unwrap_err().to_string()
    }

    #[tokio::test]
    async fn files_are_base64_with_or_without_a_name() {
        let mut given = arguments(
            r#"{"plain":"YWI=","named":{"content":"YQ==","filename":"a.csv","contentType":"text/csv"},
                "list":["YQ==",{"content":"Yg=="}],"none":null}"#,
        );
        let mock = sent(|request| {
            request.multipart();
            request.file("plain", given.file("plain").unwrap());
            request.file("named", given.file("named").unwrap());
            request.files("list", given.files("list").unwrap());
            request.file("none", given.optional_file("none").unwrap());
            request.files("absent", given.optional_files("absent").unwrap());
        });
        let mock = mock.await.unwrap();
        given.finish().unwrap();
        check(
            &mock,
            &[
                ("plain", "ab"),
                ("named", "a"),
                ("list", "a"),
                ("list", "b"),
            ],
        );
        let body = String::from_utf8(mock.request().body.to_vec()).unwrap();
        assert!(
            body.contains("filename=\"a.csv\"\r\nContent-Type: text/csv\r\n"),
            "{body}"
        );
    }

    #[test]
    fn what_is_no_file_is_refused_without_being_shown() {
        for (value, reason) in [
            (r#""*hunter2""#, "a string that is no base64"),
            ("5", "a number is no file"),
            (r#"{"filename":"a"}"#, "null is no file"),
            (r#"{"content":"YQ==","filename":5}"#, "a number is no file"),
            (r#"{"content":"YQ==","name":"a"}"#, "which has no \"name\""),
        ] {
            let text = refused(arguments(&format!(r#"{{"f":{value}}}"#)).file("f"));
            assert!(text.contains("\"f\"") && text.contains(reason), "{text}");
            assert!(!text.contains("hunter2"), "{text}");
            let text = refused(arguments(&format!(r#"{{"f":[{value}]}}"#)).files("f"));
            assert!(text.contains(reason), "{text}");
        }
        let text = refused(arguments(r#"{"f":"YQ=="}"#).files("f"));
        assert_eq!(
            text,
            "the argument \"f\" cannot be read: a string is no file"
        );
        assert_eq!(
            refused(arguments("{}").file("f")),
            "the argument \"f\" is missing"
        );
    }
}
