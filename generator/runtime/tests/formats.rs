//! Formats of dates and bytes: what is read, what is written.

#![allow(missing_docs, reason = "the fields are test data")]

use std::collections::HashMap;

use armature_runtime::formats::DateTime;
use armature_runtime::model::Json;
use armature_runtime::{Base64Url, Rfc1123, UnixTime, model, request_content};
use azure_core::fmt::SafeDebug;
use azure_core::http::{Body, RequestContent};
use azure_core::json;
use azure_core::time::OffsetDateTime;

/// One field a format.
#[derive(Clone, Default, SafeDebug)]
pub struct Formats {
    pub date: Option<OffsetDateTime>,
    pub http: Option<OffsetDateTime>,
    pub unix: Option<OffsetDateTime>,
    pub bytes: Option<Vec<u8>>,
    pub url: Option<Vec<u8>>,
}
model! {
    Formats {
        date: "date" as DateTime,
        http: "http" as Rfc1123,
        unix: "unix" as UnixTime,
        bytes: "bytes" as Base64,
        url: "url" as Base64Url,
    }
}

/// Reads `value` into the field `key` and writes it again; nothing when it was absent.
fn again(key: &str, value: &str) -> Result<Option<String>, String> {
    let model: Formats =
        json::from_json(format!("{{\"{key}\":{value}}}")).map_err(|error| error.to_string())?;
    let text = json::to_json(&model).unwrap();
    let text = std::str::from_utf8(&text).unwrap();
    let prefix = format!("{{\"{key}\":");
    Ok(text
        .strip_prefix(&prefix)
        .map(|rest| rest.strip_suffix('}').unwrap().to_owned()))
}

fn check(key: &str, cases: &[(&str, &str)]) {
    for (value, expected) in cases {
        let expected = (!expected.is_empty()).then(|| (*expected).to_owned());
        assert_eq!(again(key, value), Ok(expected), "{key}: {value}");
    }
}

fn refused(key: &str, values: &[&str]) {
    for value in values {
        assert!(again(key, value).is_err(), "{key}: {value}");
    }
}

#[test]
fn rfc_3339() {
    check(
        "date",
        &[
            (r#""2018-03-17T21:55:07Z""#, r#""2018-03-17T21:55:07Z""#),
            (r#""2018-03-17T21:55:07""#, r#""2018-03-17T21:55:07Z""#),
            (
                r#""2018-03-17T21:55:07.1234567""#,
                r#""2018-03-17T21:55:07.1234567Z""#,
            ),
            (
                r#""2018-03-17t21:55:07.123456789z""#,
                r#""2018-03-17T21:55:07.123456789Z""#,
            ),
            (
                r#"" 2018-03-17T21:55:07+02:00 ""#,
                r#""2018-03-17T21:55:07+02:00""#,
            ),
            (
                r#""2018-03-17T21:55:07-00:30""#,
                r#""2018-03-17T21:55:07-00:30""#,
            ),
            (r#""0001-01-01T00:00:00Z""#, r#""0001-01-01T00:00:00Z""#),
            (
                r#""9999-12-31T23:59:59.9999999Z""#,
                r#""9999-12-31T23:59:59.9999999Z""#,
            ),
            (r#""""#, ""),
            (r#""  ""#, ""),
            ("null", ""),
        ],
    );
    refused(
        "date",
        &[
            r#""2018-03-17""#,
            r#""yesterday""#,
            "5",
            r#""2018-13-17T21:55:07Z""#,
            "{}",
        ],
    );
}

#[test]
fn rfc_1123() {
    check(
        "http",
        &[
            (
                r#""Sun, 06 Nov 1994 08:49:37 GMT""#,
                r#""Sun, 06 Nov 1994 08:49:37 GMT""#,
            ),
            (
                r#""Sun, 6 Nov 1994 08:49:37 GMT""#,
                r#""Sun, 06 Nov 1994 08:49:37 GMT""#,
            ),
            (
                r#""sun, 06 nov 1994 08:49:37 gmt""#,
                r#""Sun, 06 Nov 1994 08:49:37 GMT""#,
            ),
            (
                r#""SUN, 06 NOV 1994 08:49:37 GMT""#,
                r#""Sun, 06 Nov 1994 08:49:37 GMT""#,
            ),
            (r#""""#, ""),
        ],
    );
    refused("http", &[r#""1994-11-06""#, r#""x""#, r#""Sun,""#]);
}

#[test]
fn unix_time() {
    check(
        "unix",
        &[
            ("1700000000", "1700000000"),
            ("0", "0"),
            ("-1", "-1"),
            ("253402300799", "253402300799"),
            ("1700.0", "1700"),
            ("1700.9", "1700"),
            ("-1.5", "-1"),
            ("1.7e9", "1700000000"),
            (r#""1700""#, "1700"),
            (r#"" -5 ""#, "-5"),
            (r#""""#, ""),
        ],
    );
    refused(
        "unix",
        &[
            r#""x""#,
            r#""1.5""#,
            "1e300",
            "99999999999999",
            "18446744073709551615",
            "true",
            "[]",
        ],
    );
}

#[test]
fn base64() {
    let tolerant = [
        r#""+/8=""#,
        r#""-_8""#,
        r#""-_8=""#,
        r#""+/8""#,
        r#""+/\r\n8=""#,
        r#"" +/ 8 ""#,
    ];
    for value in tolerant {
        assert_eq!(
            again("bytes", value),
            Ok(Some(r#""+/8=""#.to_owned())),
            "{value}"
        );
        assert_eq!(
            again("url", value),
            Ok(Some(r#""-_8""#.to_owned())),
            "{value}"
        );
    }
    check("bytes", &[(r#""""#, r#""""#), ("null", "")]);
    refused("bytes", &[r#""a""#, r#""a*b=""#, "5", r#""====""#]);
}

#[test]
fn dates_before_the_common_era_and_far_ahead_are_errors_when_written() {
    for seconds in [-99_999_999_999, -62_167_219_201] {
        let date = OffsetDateTime::from_unix_timestamp(seconds).ok();
        assert!(
            json::to_json(&Formats {
                date,
                ..Formats::default()
            })
            .is_err()
        );
        assert!(
            json::to_json(&Formats {
                http: date,
                ..Formats::default()
            })
            .is_err()
        );
        assert!(
            json::to_json(&Formats {
                unix: date,
                ..Formats::default()
            })
            .is_ok()
        );
    }
}

/// Reads a body that is no model and sends it again.
fn body_again<T>(text: &str) -> azure_core::Result<String>
where
    T: Json + serde::de::DeserializeOwned,
{
    let value: T = json::from_json(text)?;
    let content: RequestContent<T> = request_content(&value)?;
    let Body::Bytes(bytes) = content.body() else {
        panic!("the content is a stream");
    };
    Ok(String::from_utf8(bytes.to_vec()).unwrap())
}

#[test]
fn bodies_that_are_no_models_are_in_their_format() {
    let date = r#""2018-03-17T21:55:07Z""#;
    assert_eq!(body_again::<DateTime<OffsetDateTime>>(date).unwrap(), date);
    let http = r#"["Sun, 06 Nov 1994 08:49:37 GMT"]"#;
    assert_eq!(
        body_again::<Vec<Rfc1123<OffsetDateTime>>>(http).unwrap(),
        http
    );
    let unix = r#"{"a":0}"#;
    let map = body_again::<HashMap<String, UnixTime<OffsetDateTime>>>(unix);
    assert_eq!(map.unwrap(), unix);
    let bytes = body_again::<Base64Url<Vec<u8>>>(r#""/+8=""#);
    assert_eq!(bytes.unwrap(), r#""_-8""#);
    for text in [r#""""#, "5", "null"] {
        assert!(
            body_again::<DateTime<OffsetDateTime>>(text).is_err(),
            "{text}"
        );
    }
}
