//! Checks that say what differs.

use std::fmt::Debug;

use azure_core::Value;
use azure_core::http::{Method, Url};
use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::testing::compare::{Strictness, differences};
use crate::testing::form;
use crate::testing::mock::RecordedRequest;

/// The body that a request must have.
#[derive(Clone, Copy, Debug)]
pub enum ExpectedBody<'a> {
    /// No body, and no `content-type`.
    None,
    /// JSON of this value, whatever its spelling: absent and null differ, numbers are compared by value.
    Json(&'a str),
    /// These bytes.
    Bytes(&'a [u8]),
    /// A form of either media type with these fields in this order; of a file its content, as UTF-8. JSON is compared as JSON.
    Form(&'a [(&'a str, &'a str)]),
    /// Any body that is not empty.
    Any,
}

/// Checks a request.
///
/// * `path`: percent-encoded; compared by decoded segments, a slash at the end counts. With scheme and host
///   (`https://name.example/path`) these are compared too.
/// * `query`: decoded pairs, in any order, all of them, repeated ones as often as they occur.
/// * `headers`: these must be there; others may be.
///
/// # Panics
///
/// Something differs; the text names all differences.
#[track_caller]
pub fn assert_request(
    request: &RecordedRequest,
    method: Method,
    path: &str,
    query: &[(&str, &str)],
    headers: &[(&str, &str)],
    body: ExpectedBody<'_>,
) {
    let mut problems = Vec::new();
    different(&mut problems, "the method", request.method, method);
    check_path(&mut problems, &request.url, path);
    check_query(&mut problems, &request.url, query);
    for (name, value) in headers {
        different(
            &mut problems,
            &format!("the header {name}"),
            request.header(name),
            Some(*value),
        );
    }
    check_body(&mut problems, request, body);
    conclude(&format!("{} {}", request.method, request.url), &problems);
}

/// Checks what a model was read from: written again it must be `expected`.
///
/// Read and written values are the same when they mean the same: null, an empty list and an absent key; a date in another
/// spelling; bytes in another base64 spelling; 1 and 1.0.
///
/// # Panics
///
/// Something differs; the text names all differences by JSON pointer. `expected` is no JSON.
#[track_caller]
pub fn assert_model(model: &impl Serialize, expected: &str) {
    let actual = match serde_json::to_value(model) {
        Ok(actual) => actual,
        Err(error) => fail(&format!("the model cannot be written as JSON: {error}")),
    };
    conclude(
        "the model",
        &differences(&actual, &from_json(expected), Strictness::Meaning),
    );
}

/// Checks JSON by value: key order and spelling of numbers are free, absent and null differ.
///
/// # Panics
///
/// Something differs; the text names all differences by JSON pointer. Either text is no JSON.
#[track_caller]
pub fn assert_json(actual: &str, expected: &str) {
    conclude(
        "the JSON",
        &differences(&from_json(actual), &from_json(expected), Strictness::Exact),
    );
}

/// Reads a value from JSON.
///
/// # Panics
///
/// The text is not of the type; the text of the panic says why.
#[track_caller]
pub fn from_json<T: DeserializeOwned>(text: &str) -> T {
    match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => fail(&format!(
            "{} cannot be read from {text}: {error}",
            std::any::type_name::<T>()
        )),
    }
}

/// The XML of the value that JSON is read into.
///
/// # Panics
///
/// The text is not of the type, or the value has no XML form; the text of the panic says why.
#[cfg(feature = "xml")]
#[track_caller]
pub fn xml_of<T: crate::xml::XmlBody + DeserializeOwned>(json: &str) -> azure_core::Bytes {
    match crate::xml::write_xml(&from_json::<T>(json), crate::model::Purpose::Everything) {
        Ok(bytes) => bytes,
        Err(error) => fail(&format!("{json} cannot be written as XML: {error}")),
    }
}

fn check_path(problems: &mut Vec<String>, url: &Url, expected: &str) {
    let whole = Url::parse(expected)
        .ok()
        .filter(|expected| expected.has_host());
    if let Some(whole) = &whole {
        let (actual, expected) = (
            url.origin().ascii_serialization(),
            whole.origin().ascii_serialization(),
        );
        different(problems, "the origin", actual, expected);
    }
    let expected = whole.as_ref().map_or(expected, Url::path);
    different(
        problems,
        "the path",
        segments(url.path()),
        segments(expected),
    );
}

fn segments(path: &str) -> Vec<String> {
    path.split('/')
        .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
        .collect()
}

fn check_query(problems: &mut Vec<String>, url: &Url, expected: &[(&str, &str)]) {
    let mut actual: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let mut expected: Vec<_> = expected
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    actual.sort();
    expected.sort();
    different(problems, "the query", actual, expected);
}

fn check_body(problems: &mut Vec<String>, request: &RecordedRequest, expected: ExpectedBody<'_>) {
    let body = String::from_utf8_lossy(&request.body);
    match expected {
        ExpectedBody::None => {
            different(problems, "the body", &*body, "");
            different(
                problems,
                "the header content-type",
                request.header("content-type"),
                None,
            );
        }
        ExpectedBody::Json(expected) => match serde_json::from_str::<Value>(&body) {
            Ok(actual) => {
                let found = differences(&actual, &from_json(expected), Strictness::Exact);
                problems.extend(
                    found
                        .into_iter()
                        .map(|problem| format!("the body: {problem}")),
                );
            }
            Err(error) => problems.push(format!("the body is no JSON ({error}): {body:?}")),
        },
        ExpectedBody::Bytes(expected) => {
            if request.body != expected {
                different(
                    problems,
                    "the body",
                    body,
                    String::from_utf8_lossy(expected),
                );
            }
        }
        ExpectedBody::Form(expected) => check_form(problems, request, expected),
        ExpectedBody::Any => {
            if body.is_empty() {
                problems.push("there is no body".to_owned());
            }
        }
    }
}

fn check_form(problems: &mut Vec<String>, request: &RecordedRequest, expected: &[(&str, &str)]) {
    let actual = match form::fields(request) {
        Ok(actual) => actual,
        Err(why) => return problems.push(format!("the body is no form: {why}")),
    };
    let is_alike =
        |((name, value), (expected_name, expected)): (&(String, String), &(&str, &str))| {
            name == expected_name && (value == expected || is_same_json(value, expected))
        };
    if actual.len() != expected.len() || !actual.iter().zip(expected).all(is_alike) {
        problems.push(format!(
            "the fields of the form are {actual:?} instead of {expected:?}"
        ));
    }
}

fn is_same_json(actual: &str, expected: &str) -> bool {
    let read = |text| serde_json::from_str::<Value>(text).ok();
    match (read(actual), read(expected)) {
        (Some(actual), Some(expected)) => {
            differences(&actual, &expected, Strictness::Exact).is_empty()
        }
        _ => false,
    }
}

fn different<T: Debug + PartialEq>(problems: &mut Vec<String>, what: &str, actual: T, expected: T) {
    if actual != expected {
        problems.push(format!("{what} is {actual:?} instead of {expected:?}"));
    }
}

#[track_caller]
fn conclude(what: &str, problems: &[String]) {
    if !problems.is_empty() {
        fail(&format!(
            "{what} is not as expected:\n  {}",
            problems.join("\n  ")
        ));
    }
}

/// A failed check ends the test that it is part of.
#[track_caller]
fn fail(text: &str) -> ! {
    panic!("{text}")
}
