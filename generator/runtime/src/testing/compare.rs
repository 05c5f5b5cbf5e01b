//! Differences between two JSON values.
//!
//! In: what is there, what should be. Out: one line a difference, by JSON pointer (RFC 6901).
//! Never: stops at the first.

use azure_core::Value;
use azure_core::time::OffsetDateTime;

use crate::formats::{decode, parse_rfc1123, parse_rfc3339};

/// What counts as a difference.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Strictness {
    /// Any difference in value; numbers are compared by value.
    Exact,
    /// Not: null, an empty list and absence; spellings of one date or of the same bytes.
    Meaning,
}

pub(super) fn differences(actual: &Value, expected: &Value, strictness: Strictness) -> Vec<String> {
    let mut comparison = Comparison {
        strictness,
        found: Vec::new(),
    };
    comparison.compare("", actual, expected);
    comparison.found
}

struct Comparison {
    strictness: Strictness,
    found: Vec<String>,
}

impl Comparison {
    fn compare(&mut self, pointer: &str, actual: &Value, expected: &Value) {
        match (actual, expected) {
            (Value::Object(actual), Value::Object(expected)) => {
                let surplus = actual.keys().filter(|key| !expected.contains_key(*key));
                for key in expected.keys().chain(surplus) {
                    let pointer =
                        format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                    self.compare_entries(&pointer, actual.get(key), expected.get(key));
                }
            }
            (Value::Array(actual), Value::Array(expected)) => {
                for index in 0..actual.len().max(expected.len()) {
                    self.compare_entries(
                        &format!("{pointer}/{index}"),
                        actual.get(index),
                        expected.get(index),
                    );
                }
            }
            _ if self.same(actual, expected) => {}
            _ => self.report(pointer, &format!("is {actual} instead of {expected}")),
        }
    }

    fn compare_entries(&mut self, pointer: &str, actual: Option<&Value>, expected: Option<&Value>) {
        match (actual, expected) {
            (Some(actual), Some(expected)) => self.compare(pointer, actual, expected),
            (Some(actual), None) if !self.is_nothing(actual) => {
                self.report(pointer, &format!("is {actual} but should be absent"));
            }
            (None, Some(expected)) if !self.is_nothing(expected) => {
                self.report(pointer, &format!("is absent instead of {expected}"));
            }
            _ => {}
        }
    }

    fn is_nothing(&self, value: &Value) -> bool {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        self.strictness == Strictness::Meaning && empty
    }

    fn same(&self, actual: &Value, expected: &Value) -> bool {
        match (actual, expected) {
            (Value::Number(actual), Value::Number(expected)) => {
                actual == expected || actual.as_f64() == expected.as_f64()
            }
            (Value::String(actual), Value::String(expected))
                if self.strictness == Strictness::Meaning =>
            {
                actual == expected || same_date(actual, expected) || same_bytes(actual, expected)
            }
            _ if self.is_nothing(actual) && self.is_nothing(expected) => true,
            _ => actual == expected,
        }
    }

    fn report(&mut self, pointer: &str, what: &str) {
        let pointer = if pointer.is_empty() {
            "the document"
        } else {
            pointer
        };
        self.found.push(format!("{pointer} {what}"));
    }
}

fn same_date(actual: &str, expected: &str) -> bool {
    let date = |text: &str| -> Option<OffsetDateTime> {
        parse_rfc3339(text).or_else(|_| parse_rfc1123(text)).ok()
    };
    date(actual).is_some_and(|actual| date(expected) == Some(actual))
}

/// Both are base64 and differ in alphabet, padding and line breaks alone.
fn same_bytes(actual: &str, expected: &str) -> bool {
    let plain = |text: &str| {
        let text = text.replace(['\r', '\n'], "");
        text.trim_end_matches('=')
            .replace('+', "-")
            .replace('/', "_")
    };
    plain(actual) == plain(expected) && decode(actual).is_ok()
}
