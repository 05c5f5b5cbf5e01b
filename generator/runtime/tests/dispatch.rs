//! Calls by operationId: how arguments are read, and which are refused.

mod common;

use std::collections::HashMap;

use armature_runtime::dispatch::Arguments;
use armature_runtime::formats::{Base64Url, List, Rfc1123, UnixTime};
use armature_runtime::{extensible_enum, model};
use azure_core::fmt::SafeDebug;
use azure_core::http::{Body, RequestContent};
use azure_core::json::from_json;
use azure_core::time::{Duration, OffsetDateTime};
use common::Thing;

/// What is sent.
#[derive(Clone, Default, SafeDebug)]
pub struct Sent {
    /// Read-only.
    pub id: Option<String>,
    /// Free.
    pub tags: Option<HashMap<String, String>>,
    /// A model inside.
    pub thing: Option<Thing>,
}
model! { request Sent { id: "id" read_only, tags: "tags", thing: "thing" } }

/// A kind.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Cold.
    Cold,
    /// Not known.
    UnknownValue(String),
}
extensible_enum! { Kind { Cold = "cold" } }

fn arguments(json: &str) -> Arguments {
    Arguments::new(from_json(json).unwrap()).unwrap()
}

fn sent<T, F>(content: RequestContent<T, F>) -> String {
    match Body::from(content) {
        Body::Bytes(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
        other => panic!("not bytes: {other:?}"),
    }
}

fn body(json: &str) -> String {
    let mut arguments = arguments(&format!("{{\"body\":{json}}}"));
    sent(arguments.body::<Sent>("body").unwrap())
}

#[test]
fn arguments_are_an_object() {
    let error = Arguments::new(from_json("[1]").unwrap()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "arguments are a JSON object, not an array"
    );
}

#[test]
fn values_have_the_forms_of_the_description() {
    let mut arguments = arguments(
        r#"{
            "name": "a/b", "top": 5, "on": true, "kind": "cold", "kinds": ["cold", "new"],
            "since": 1700000000, "at": "Tue, 14 Nov 2023 22:13:20 GMT", "digests": ["_-8", "AA=="]
        }"#,
    );
    let date = OffsetDateTime::from_unix_timestamp(1_700_000_000).unwrap();
    let new = || Kind::UnknownValue("new".to_owned());

    assert_eq!(arguments.required::<String>("name").unwrap(), "a/b");
    assert_eq!(arguments.optional::<i32>("top").unwrap(), Some(5));
    assert!(arguments.required::<bool>("on").unwrap());
    assert_eq!(arguments.required::<Kind>("kind").unwrap(), Kind::Cold);
    let kinds = arguments.required::<Vec<Kind>>("kinds").unwrap();
    assert_eq!(kinds, [Kind::Cold, new()]);
    let since = arguments.required_as::<UnixTime, OffsetDateTime>("since");
    assert_eq!(since.unwrap(), date);
    let at = arguments.optional_as::<Rfc1123, OffsetDateTime>("at");
    assert_eq!(at.unwrap(), Some(date));
    let digests = arguments.required_as::<List<Base64Url>, Vec<Vec<u8>>>("digests");
    assert_eq!(digests.unwrap(), [vec![0xff, 0xef], vec![0]]);
    arguments.finish().unwrap();
}

#[test]
fn absent_and_null_are_the_same() {
    let mut arguments = arguments(r#"{ "name": null, "body": null }"#);
    assert_eq!(arguments.optional::<String>("name").unwrap(), None);
    assert_eq!(arguments.optional::<String>("other").unwrap(), None);
    assert!(arguments.optional_body::<Sent>("body").unwrap().is_none());
    let error = arguments.required::<String>("name").unwrap_err();
    assert_eq!(error.to_string(), "the argument \"name\" is missing");
    let error = arguments.body::<Sent>("other").unwrap_err();
    assert_eq!(error.to_string(), "the argument \"other\" is missing");
    arguments.finish().unwrap();
}

#[test]
fn a_value_of_another_type_is_refused_by_name() {
    let mut arguments = arguments(r#"{ "top": "many", "name": 5, "body": { "tags": [] } }"#);
    let error = arguments.optional::<i32>("top").unwrap_err().to_string();
    assert!(error.starts_with("the argument \"top\" cannot be read: "));
    let error = arguments.required::<String>("name").unwrap_err();
    assert!(error.to_string().contains("\"name\""), "{error}");
    let error = arguments.body::<Sent>("body").unwrap_err();
    assert!(error.to_string().contains("\"body\""), "{error}");
}

#[test]
fn what_nobody_asked_for_is_an_error_that_names_what_there_is() {
    let mut arguments = arguments(r#"{ "name": "a", "nmae": "b" }"#);
    arguments.required::<String>("name").unwrap();
    arguments.optional::<String>("filter").unwrap();
    assert_eq!(
        arguments.finish().unwrap_err().to_string(),
        "there is no parameter \"nmae\"; the parameters are: name, filter"
    );
}

#[test]
fn a_default_is_replaced_and_a_constant_is_not() {
    let mut arguments = arguments(r#"{ "api-version": "2", "kind": "cold", "depth": 1 }"#);
    let mut version = "1".to_owned();
    arguments.replace("api-version", &mut version).unwrap();
    arguments.replace("absent", &mut version).unwrap();
    assert_eq!(version, "2");

    arguments.constant("kind", "cold").unwrap();
    arguments.constant("depth", "1").unwrap();
    arguments.constant("depth", "1.0").unwrap();
    arguments.constant("absent", "x").unwrap();
    let error = arguments.constant("kind", "warm").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the argument \"kind\" can only be \"warm\""
    );
    arguments.finish().unwrap();
}

#[test]
fn a_body_goes_through_the_model() {
    assert_eq!(
        body(r#"{ "id": "/x", "tags": {}, "unknown": 1, "thing": { "name": "a" } }"#),
        r#"{"tags":{},"thing":{"name":"a"}}"#
    );
}

#[test]
fn a_body_with_a_null_goes_out_as_it_is() {
    assert_eq!(
        body(r#"{"id":"/x","thing":{"name":null}}"#),
        r#"{"id":"/x","thing":{"name":null}}"#
    );
    assert_eq!(body(r#"{"tags":null}"#), r#"{"tags":null}"#);
}

#[test]
fn a_body_of_a_chosen_media_type_is_bytes_unless_that_is_json() {
    for (content_type, body, expected) in [
        ("application/pdf", "\"UERG\"", "PDF"),
        ("application/merge-patch+json", "{}", "{}"),
        ("Application/JSON; charset=utf-8", "{}", "{}"),
    ] {
        let given = format!("{{\"Content-Type\":\"{content_type}\",\"body\":{body}}}");
        let mut arguments = arguments(&given);
        assert_eq!(sent(arguments.body::<Sent>("body").unwrap()), expected);
    }
    let mut arguments = arguments(r#"{ "Content-Type": "image/png", "body": {} }"#);
    assert!(arguments.body::<Sent>("body").is_err());
}

#[test]
fn raw_bodies_come_from_strings() {
    let mut arguments = arguments(r#"{ "text": "<a/>", "bytes": "AP8=", "bad": "%" }"#);
    assert_eq!(sent(arguments.text("text").unwrap()), "<a/>");
    let bytes = Body::from(arguments.bytes("bytes").unwrap());
    assert!(matches!(bytes, Body::Bytes(bytes) if *bytes == [0, 0xff]));
    assert!(arguments.optional_text("absent").unwrap().is_none());
    let error = arguments.optional_bytes("bad").unwrap_err().to_string();
    assert!(error.contains("\"bad\""), "{error}");
}

#[test]
fn pollers_wait_as_long_as_the_caller_says() {
    let arguments = arguments("{}");
    let usual = arguments.poller_options().frequency;
    assert!(usual >= Duration::seconds(1));
    let arguments = arguments.with_poll_frequency(Duration::seconds(7));
    assert_eq!(arguments.poller_options().frequency, Duration::seconds(7));
}
