//! Typed response headers.

#![allow(missing_docs, reason = "the fields are test data")]

use armature_runtime::formats::{Base64, DateTime, Rfc1123, UnixTime};
use armature_runtime::{extensible_enum, response_headers};
use azure_core::error::ErrorKind;
use azure_core::http::headers::Headers;
use azure_core::http::{Etag, JsonFormat, NoFormat, RawResponse, Response, StatusCode};

/// Kind of an answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Cold.
    Cold,
    /// Not known.
    UnknownValue(String),
}
extensible_enum! { Kind { Cold = "cold" } }

/// Stands for answers without a body.
pub struct GetEntityTagResult;

response_headers! {
    /// Headers of answers without a body.
    GetEntityTagResultHeaders for GetEntityTagResult {
        /// Entity tag.
        etag: "ETag" as Etag,
        /// Seconds to wait.
        retry_after: "retry-after" as i64,
        /// A flag.
        deleted: "x-deleted" as bool,
        /// A text.
        name: "x-name" as String,
        /// An enumeration.
        kind: "x-kind" as Kind,
        /// A date.
        last_modified: "last-modified" as Rfc1123,
        /// A date.
        expires: "x-expires" as DateTime,
        /// A date.
        created: "x-created" as UnixTime,
        /// Bytes.
        digest: "content-md5" as Base64,
    }
}

response_headers! {
    /// Headers of answers with a list.
    VecStringHeaders for Vec<String> { etag: "etag" as Etag }
}

fn answer<T, F>(headers: &[(&'static str, &'static str)]) -> Response<T, F> {
    let mut all = Headers::new();
    for (name, value) in headers {
        all.insert(*name, *value);
    }
    RawResponse::from_bytes(StatusCode::Ok, all, "").into()
}

#[test]
fn headers_of_every_type() {
    let answer: Response<GetEntityTagResult, NoFormat> = answer(&[
        ("etag", "W/\"a b\""),
        ("retry-after", " 17 "),
        ("x-deleted", "true"),
        ("x-name", "ä"),
        ("x-kind", "warm"),
        ("last-modified", "Sun, 6 Nov 1994 08:49:37 GMT"),
        ("x-expires", "1994-11-06T08:49:37"),
        ("x-created", "784111777"),
        ("content-md5", "+/8="),
    ]);
    assert_eq!(answer.etag().unwrap(), Some(Etag::from("W/\"a b\"")));
    assert_eq!(answer.retry_after().unwrap(), Some(17));
    assert_eq!(answer.deleted().unwrap(), Some(true));
    assert_eq!(answer.name().unwrap().as_deref(), Some("ä"));
    assert_eq!(
        answer.kind().unwrap(),
        Some(Kind::UnknownValue("warm".to_owned()))
    );
    for date in [answer.last_modified(), answer.expires(), answer.created()] {
        assert_eq!(date.unwrap().unwrap().unix_timestamp(), 784_111_777);
    }
    assert_eq!(answer.digest().unwrap(), Some(vec![0xFB, 0xFF]));
}

#[test]
fn an_absent_header_is_no_error() {
    let answer: Response<GetEntityTagResult, NoFormat> = answer(&[]);
    assert_eq!(answer.etag().unwrap(), None);
    assert_eq!(answer.retry_after().unwrap(), None);
    assert_eq!(answer.last_modified().unwrap(), None);
}

#[test]
fn a_header_of_another_form_is_named() {
    let answer: Response<GetEntityTagResult, NoFormat> = answer(&[
        ("retry-after", "soon"),
        ("last-modified", "x"),
        ("x-created", "x"),
        ("content-md5", "*"),
    ]);
    let error = answer.retry_after().unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::DataConversion);
    assert!(error.to_string().contains("retry-after"), "{error}");
    assert!(
        answer.last_modified().is_err() && answer.created().is_err() && answer.digest().is_err()
    );
}

#[test]
fn any_format_has_the_headers() {
    let json: Response<Vec<String>, JsonFormat> = answer(&[("etag", "1")]);
    let none: Response<Vec<String>, NoFormat> = answer(&[("etag", "2")]);
    assert_eq!(json.etag().unwrap(), Some(Etag::from("1")));
    assert_eq!(none.etag().unwrap(), Some(Etag::from("2")));
}
