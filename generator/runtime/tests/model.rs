//! Models: reading leniently, writing all or what a request may have, at any depth.

#![allow(missing_docs, reason = "the fields are test data")]

use std::collections::HashMap;

use armature_runtime::testing::{assert_json, assert_model, from_json};
use armature_runtime::{extensible_enum, into_model, model, page, request_content, service_error};
use azure_core::fmt::SafeDebug;
use azure_core::http::headers::Headers;
use azure_core::http::pager::Page;
use azure_core::http::{Body, RawResponse, RequestContent, Response, StatusCode};
use azure_core::time::OffsetDateTime;
use azure_core::{Value, json};

/// Every kind of field.
#[derive(Clone, Default, SafeDebug)]
pub struct Everything {
    pub text: Option<String>,
    pub r#type: Option<String>,
    pub flag: Option<bool>,
    pub small: Option<i32>,
    pub large: Option<i64>,
    pub single: Option<f32>,
    pub double: Option<f64>,
    pub kind: Option<Kind>,
    pub free: Option<Value>,
    pub child: Option<Box<Everything>>,
    pub list: Option<Vec<Leaf>>,
    pub map: Option<HashMap<String, Leaf>>,
    pub deep: Option<Vec<HashMap<String, Vec<Leaf>>>>,
    pub date: Option<OffsetDateTime>,
    pub dates: Option<Vec<OffsetDateTime>>,
    pub unix: Option<OffsetDateTime>,
    pub bytes: Option<Vec<u8>>,
    pub chunks: Option<Vec<Vec<u8>>>,
    pub table: Option<Vec<HashMap<String, Vec<u8>>>>,
    pub secret: Option<String>,
    pub id: Option<String>,
    pub made: Option<OffsetDateTime>,
}

model! {
    request Everything {
        text: "text",
        r#type: "type",
        flag: "a-flag",
        small: "small",
        large: "large",
        single: "single",
        double: "double",
        kind: "kind",
        free: "free",
        child: "child",
        list: "list",
        map: "map",
        deep: "deep",
        date: "date" as DateTime,
        dates: "dates" as List<Rfc1123>,
        unix: "unix" as UnixTime,
        bytes: "bytes" as Base64,
        chunks: "chunks" as List<Base64Url>,
        table: "table" as List<Map<Base64>>,
        secret: "secret",
        id: "id" read_only,
        made: "made" as UnixTime read_only,
    }
}

/// A leaf with a read-only field.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct Leaf {
    pub id: Option<String>,
    pub size: Option<i32>,
}
model! { Leaf { id: "id" read_only, size: "size" } }

/// A kind.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Known.
    Known,
    /// Not known.
    UnknownValue(String),
}
extensible_enum! { Kind { Known = "known" } }

/// A model with more keys than fields.
#[derive(Clone, Default, SafeDebug)]
pub struct Open {
    pub name: Option<String>,
    pub additional_properties: HashMap<String, Value>,
}
model! { request Open { name: "name", additional_properties: .. } }

/// As [`Open`], with formatted values in an optional map.
#[derive(Clone, Default, SafeDebug)]
pub struct OpenDates {
    pub name: Option<String>,
    pub rest: Option<HashMap<String, OffsetDateTime>>,
}
model! { OpenDates { name: "name", rest: .. as UnixTime, } }

/// Models of models with read-only fields beside named keys.
#[derive(Clone, Default, SafeDebug)]
pub struct OpenLeaves {
    pub rest: HashMap<String, Leaf>,
}
model! { request OpenLeaves { rest: .. } }

/// Nothing.
#[derive(Clone, Default, SafeDebug)]
pub struct Empty {}
model! { request Empty {} }

/// A page whose items are optional.
#[derive(Clone, Default, SafeDebug)]
pub struct LeafPage {
    pub items: Option<Vec<Leaf>>,
}
model! { LeafPage { items: "items" } }
page! { LeafPage { items: Leaf } }

const FULL: &str = r#"{
    "text": "t", "type": "T", "a-flag": true, "small": -5, "large": 9007199254740993, "single": 1.5, "double": 0.1,
    "kind": "known", "free": {"a": [1, null, {"b": 2}]},
    "child": {"id": "c", "child": {"id": "d", "text": "x"}},
    "list": [{"id": "l", "size": 1}, {}],
    "map": {"b": {"id": "m", "size": 2}, "a": {"size": 3}},
    "deep": [{"k": [{"id": "deep", "size": 4}]}, {}],
    "date": "2024-05-01T10:00:00.5Z", "dates": ["Sun, 06 Nov 1994 08:49:37 GMT"], "unix": 1700000000,
    "bytes": "+/8=", "chunks": ["-_8", ""], "table": [{"a": "AQID"}, {}],
    "secret": "s", "id": "/i", "made": 1
}"#;

fn body<T>(content: RequestContent<T>) -> String {
    let Body::Bytes(bytes) = content.into() else {
        panic!("a stream")
    };
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn everything_that_is_read_is_written_again() {
    let everything: Everything = from_json(FULL);
    assert_eq!(everything.large, Some(9_007_199_254_740_993));
    assert_eq!(everything.bytes, Some(vec![0xFB, 0xFF]));
    assert_eq!(everything.made.map(OffsetDateTime::unix_timestamp), Some(1));
    assert_json(&serde_json::to_string(&everything).unwrap(), FULL);
    assert_model(&everything, FULL);
}

#[test]
fn a_request_lacks_read_only_fields_at_any_depth() {
    let everything: Everything = from_json(FULL);
    let request = body::<Everything>(everything.clone().try_into().unwrap());
    assert_json(
        &request,
        r#"{
        "text": "t", "type": "T", "a-flag": true, "small": -5, "large": 9007199254740993, "single": 1.5, "double": 0.1,
        "kind": "known", "free": {"a": [1, null, {"b": 2}]},
        "child": {"child": {"text": "x"}},
        "list": [{"size": 1}, {}],
        "map": {"b": {"size": 2}, "a": {"size": 3}},
        "deep": [{"k": [{"size": 4}]}, {}],
        "date": "2024-05-01T10:00:00.5Z", "dates": ["Sun, 06 Nov 1994 08:49:37 GMT"], "unix": 1700000000,
        "bytes": "+/8=", "chunks": ["-_8", ""], "table": [{"a": "AQID"}, {}],
        "secret": "s"
    }"#,
    );
    let list = body(request_content(&vec![everything.list.unwrap()]).unwrap());
    assert_eq!(list, r#"[[{"size":1},{}]]"#);
}

#[test]
fn what_is_not_set_is_left_out() {
    assert_eq!(json::to_json(&Everything::default()).unwrap(), "{}");
    assert_eq!(body::<Empty>(Empty {}.try_into().unwrap()), "{}");
    let empty = Everything {
        text: Some(String::new()),
        list: Some(vec![]),
        map: Some(HashMap::new()),
        ..Everything::default()
    };
    assert_eq!(
        json::to_json(&empty).unwrap(),
        r#"{"text":"","list":[],"map":{}}"#
    );
}

#[test]
fn fields_keep_the_order_of_the_table_and_maps_are_sorted() {
    let everything: Everything = from_json(r#"{"map":{"b":{},"c":{},"a":{}},"text":"t"}"#);
    assert_eq!(
        json::to_json(&everything).unwrap(),
        r#"{"text":"t","map":{"a":{},"b":{},"c":{}}}"#
    );
}

#[test]
fn null_and_unknown_keys_are_nothing() {
    let nulls = FULL
        .split('"')
        .skip(1)
        .step_by(2)
        .map(|key| format!("\"{key}\":null"))
        .collect::<Vec<_>>()
        .join(",");
    let everything: Everything = from_json(&format!("{{\"unknown\":{{\"a\":[1]}},{nulls}}}"));
    assert_eq!(json::to_json(&everything).unwrap(), "{}");
    let everything: Everything = from_json("null");
    assert_eq!(json::to_json(&everything).unwrap(), "{}");
}

#[test]
fn nulls_in_lists_and_maps_are_left_out_except_in_free_json() {
    let everything: Everything = from_json(
        r#"{"list":[null,{"size":1}],"map":{"a":null,"b":{}},"chunks":[null,"AA"],"free":[null],"child":null}"#,
    );
    assert_eq!(
        json::to_json(&everything).unwrap(),
        r#"{"free":[null],"list":[{"size":1}],"map":{"b":{}},"chunks":["AA"]}"#
    );
    let open: Open = from_json(r#"{"x":null}"#);
    assert_eq!(open.additional_properties["x"], Value::Null);
}

#[test]
fn the_last_of_two_equal_keys_counts() {
    let everything: Everything = from_json(r#"{"text":"a","list":[{}],"text":"b","list":null}"#);
    assert_eq!(json::to_json(&everything).unwrap(), r#"{"text":"b"}"#);
}

#[test]
fn escaped_keys_are_keys() {
    let everything: Everything = from_json("{\"te\\u0078t\":\"a\"}");
    assert_eq!(everything.text.as_deref(), Some("a"));
}

#[test]
fn numbers_may_stand_in_strings() {
    let everything: Everything =
        from_json(r#"{"small":"7","large":5.0,"single":"1.5","double":3}"#);
    assert_eq!(
        json::to_json(&everything).unwrap(),
        r#"{"small":7,"large":5,"single":1.5,"double":3.0}"#
    );
    for bad in [
        r#"{"small":"x"}"#,
        r#"{"small":1.5}"#,
        r#"{"small":3000000000}"#,
        r#"{"large":1e300}"#,
        r#"{"large":18446744073709551615}"#,
        r#"{"double":true}"#,
    ] {
        let error = json::from_json::<_, Everything>(bad)
            .expect_err(bad)
            .to_string();
        assert!(error.contains("line 1"), "{bad}: {error}");
    }
}

#[test]
fn other_types_are_errors_that_say_where() {
    for (bad, wanted) in [
        ("[]", "an object"),
        ("5", "an object"),
        (r#"{"list":{}}"#, "an array"),
        (r#"{"map":[]}"#, "an object"),
        (r#"{"text":5}"#, "a string"),
        (r#"{"kind":5}"#, "a string"),
        (r#"{"a-flag":"x"}"#, "a boolean"),
        (r#"{"list":["x"]}"#, "an object"),
    ] {
        let error = json::from_json::<_, Everything>(bad)
            .expect_err(bad)
            .to_string();
        assert!(
            error.contains(wanted) && error.contains("column"),
            "{bad}: {error}"
        );
    }
}

#[test]
fn additional_properties_stand_beside_the_named_ones() {
    let text = r#"{"name":"n","a":1,"b":{"c":null}}"#;
    let open: Open = from_json(text);
    assert_eq!(open.additional_properties.len(), 2);
    assert_eq!(body::<Open>(open.try_into().unwrap()), text);
    let dates: OpenDates = from_json(r#"{"name":"n","x":5,"y":"6"}"#);
    assert_eq!(
        json::to_json(&dates).unwrap(),
        r#"{"name":"n","x":5,"y":6}"#
    );
    assert!(from_json::<OpenDates>("{}").rest.is_none());
    let leaves: OpenLeaves = from_json(r#"{"x":{"id":"i","size":1}}"#);
    assert_eq!(
        body::<OpenLeaves>(leaves.try_into().unwrap()),
        r#"{"x":{"size":1}}"#
    );
}

#[test]
fn models_can_be_read_from_free_json() {
    let value: Value = from_json(FULL);
    let everything: Everything = serde_json::from_value(value.clone()).unwrap();
    assert_model(&everything, FULL);
    assert_eq!(
        serde_json::to_value(&everything).unwrap()["list"][0]["id"],
        "l"
    );
    assert!(serde_json::from_value::<Everything>(Value::Null).is_ok());
}

#[test]
fn deep_recursion_is_an_error_not_a_crash() {
    let deep = format!("{}{}", "{\"child\":".repeat(5000), "}".repeat(5000));
    assert!(json::from_json::<_, Everything>(&deep).is_err());
}

#[test]
fn a_date_that_has_no_text_fails_the_request() {
    let date = OffsetDateTime::from_unix_timestamp(-99_999_999_999).ok();
    let everything = Everything {
        date,
        ..Everything::default()
    };
    let content: azure_core::Result<RequestContent<Everything>> = everything.try_into();
    assert!(content.unwrap_err().to_string().contains("RFC 3339"));
}

#[test]
fn an_answer_that_cannot_be_read_can_keep_itself() {
    let mut headers = Headers::new();
    headers.insert("x-ms-request-id", "r1");
    let answer = |body: &'static str| -> Response<Leaf> {
        RawResponse::from_bytes(StatusCode::Ok, headers.clone(), body).into()
    };
    assert_eq!(into_model(answer(r#"{"size":1}"#)).unwrap().size, Some(1));
    for body in ["<html>", "", "[1]"] {
        let error = into_model(answer(body)).unwrap_err();
        let problem = service_error(&error).unwrap();
        let response = problem.response();
        assert_eq!(
            (response.status(), &**response.body()),
            (StatusCode::Ok, body.as_bytes())
        );
        assert_eq!(
            response
                .headers()
                .get_optional_str(&"x-ms-request-id".into()),
            Some("r1")
        );
        assert!(error.to_string().contains("line 1"), "{error}");
    }
}

#[tokio::test]
async fn items_of_an_optional_list_are_a_page() {
    for (text, count) in [
        (r#"{"items":[{},{}]}"#, 2),
        ("{}", 0),
        (r#"{"items":null}"#, 0),
    ] {
        let page: LeafPage = from_json(text);
        assert_eq!(page.into_items().await.unwrap().count(), count);
    }
}
