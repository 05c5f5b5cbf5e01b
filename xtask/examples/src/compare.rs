//! Differences between JSON values.
//!
//! In: what was expected, what came, and what the schema says of the places in between. Out: [`Problem`]s by pointer.
//! Never: counts a null, another spelling of a number, or another spelling of one date or of the same bytes.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::documents::step;
use crate::formats::same;
use crate::verdict::{Kind, Problem};
use crate::walk::{Findings, shortened};

/// What the comparison has to know of the places.
pub struct Rules<'a> {
    /// What kind of problem a difference is.
    pub kind: Kind,
    /// Of the expected value; fields that the schema lacks may be there or not.
    pub findings: &'a Findings,
    /// Fields that must not come, though they are in the expected value.
    pub absent: &'a BTreeSet<String>,
}

/// All differences; `pointer` is where the expected value stands.
pub fn compare(
    expected: &Value,
    got: &Value,
    pointer: &str,
    rules: &Rules<'_>,
    found: &mut Vec<Problem>,
) {
    match (expected, got) {
        (Value::Object(expected), Value::Object(got)) => {
            let surplus = got.keys().filter(|key| !expected.contains_key(*key));
            for key in expected.keys().chain(surplus) {
                let pointer = format!("{pointer}{}", step(key));
                entries(expected.get(key), got.get(key), &pointer, rules, found);
            }
        }
        (Value::Array(expected), Value::Array(got)) => {
            // A null among the items is left out, too, so that the items behind it have another index.
            let expected = expected
                .iter()
                .enumerate()
                .filter(|(_, item)| !item.is_null());
            let mut got = got.iter().filter(|item| !item.is_null());
            for (index, item) in expected {
                let pointer = format!("{pointer}/{index}");
                entries(Some(item), got.next(), &pointer, rules, found);
            }
            for surplus in got {
                let pointer = format!("{pointer}/-");
                entries(None, Some(surplus), &pointer, rules, found);
            }
        }
        _ if same_scalar(expected, got, rules.findings.formats.get(pointer)) => {}
        _ => found.push(Problem::new(
            rules.kind,
            pointer,
            &shortened(expected),
            &shortened(got),
        )),
    }
}

fn entries(
    expected: Option<&Value>,
    got: Option<&Value>,
    pointer: &str,
    rules: &Rules<'_>,
    found: &mut Vec<Problem>,
) {
    if rules.findings.unknown.contains(pointer) {
        return;
    }
    let expected = expected.filter(|value| !value.is_null() && !rules.absent.contains(pointer));
    match (expected, got.filter(|value| !value.is_null())) {
        (Some(expected), Some(got)) => compare(expected, got, pointer, rules, found),
        (Some(expected), None) => found.push(Problem::new(
            rules.kind,
            pointer,
            &shortened(expected),
            "nothing",
        )),
        (None, Some(got)) => found.push(Problem::new(
            rules.kind,
            pointer,
            "nothing",
            &shortened(got),
        )),
        (None, None) => {}
    }
}

/// A float has single precision.
#[allow(
    clippy::cast_possible_truncation,
    reason = "that is what single precision does"
)]
fn same_number(one: Option<f64>, other: Option<f64>, format: Option<&String>) -> bool {
    match (one, other, format.map(String::as_str)) {
        (Some(one), Some(other), Some("float")) => one as f32 == other as f32,
        (one, other, _) => one == other,
    }
}

fn same_scalar(expected: &Value, got: &Value, format: Option<&String>) -> bool {
    match (expected, got) {
        (Value::Number(one), Value::Number(other)) => {
            one == other || same_number(one.as_f64(), other.as_f64(), format)
        }
        (Value::String(one), Value::String(other)) => same(format.map(String::as_str), one, other),
        (one, other) => one == other,
    }
}
