//! Compares JSON.
//!
//! In: a value with typed leaves and the client's own JSON of the same model, or two bodies. Out: differences by JSON pointer.
//! Never: takes one value for another because their texts are alike; only `{"$base64"}` and `{"$datetime"}` have spellings.

use azure_core::base64;
use azure_core::time::{OffsetDateTime, parse_rfc3339};
use serde_json::{Map, Value};

use crate::compare::Differences;

/// Whether a key with null is the same as no key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Null {
    /// It is: in what was read.
    Absent,
    /// It is not: in what is sent.
    Value,
}

/// Compares two values; `place` names them, and their members are named by the pointers behind it.
pub(super) fn compare(
    found: &mut Differences,
    place: &str,
    expected: &Value,
    got: &Value,
    null: Null,
) {
    match (expected, got) {
        (Value::Object(leaf), _) if typed(leaf).is_some() => {
            if !typed(leaf).is_some_and(|leaf| leaf.is(got)) {
                found.note(place, &expected.to_string(), &got.to_string());
            }
        }
        (Value::Object(expected), Value::Object(got)) => {
            let surplus = got.keys().filter(|key| !expected.contains_key(*key));
            for key in expected.keys().chain(surplus) {
                let place = format!("{place}/{}", key.replace('~', "~0").replace('/', "~1"));
                members(found, &place, expected.get(key), got.get(key), null);
            }
        }
        (Value::Array(expected), Value::Array(got)) => {
            for index in 0..expected.len().max(got.len()) {
                let place = format!("{place}/{index}");
                match (expected.get(index), got.get(index)) {
                    (Some(expected), Some(got)) => compare(found, &place, expected, got, null),
                    (expected, got) => found.note(&place, &shown(expected), &shown(got)),
                }
            }
        }
        _ if expected == got => {}
        _ => found.note(place, &expected.to_string(), &got.to_string()),
    }
}

fn members(
    found: &mut Differences,
    place: &str,
    expected: Option<&Value>,
    got: Option<&Value>,
    null: Null,
) {
    let there = |value: &&Value| null == Null::Value || !value.is_null();
    match (expected.filter(there), got.filter(there)) {
        (Some(expected), Some(got)) => compare(found, place, expected, got, null),
        (None, None) => {}
        (expected, got) => found.note(place, &shown(expected), &shown(got)),
    }
}

fn shown(value: Option<&Value>) -> String {
    value.map_or_else(|| "nothing".to_owned(), Value::to_string)
}

/// A leaf that has several spellings.
enum Leaf<'v> {
    Bytes(&'v str),
    Instant(&'v str),
}

fn typed(object: &Map<String, Value>) -> Option<Leaf<'_>> {
    let (key, value) = object.iter().next().filter(|_| object.len() == 1)?;
    let text = value.as_str()?;
    match key.as_str() {
        "$base64" => Some(Leaf::Bytes(text)),
        "$datetime" => Some(Leaf::Instant(text)),
        _ => None,
    }
}

impl Leaf<'_> {
    fn is(&self, got: &Value) -> bool {
        match self {
            Self::Bytes(text) => {
                let expected = bytes(text);
                expected.is_some() && got.as_str().and_then(bytes) == expected
            }
            Self::Instant(text) => {
                let expected = parse_rfc3339(text).ok().map(microseconds);
                expected.is_some() && instant(got).map(microseconds) == expected
            }
        }
    }
}

/// Bytes from base64 in either alphabet, padded or not.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let mut text = text
        .trim_end_matches('=')
        .replace('-', "+")
        .replace('_', "/");
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    base64::decode(text).ok()
}

/// Seconds since 1970, or RFC 3339.
fn instant(value: &Value) -> Option<OffsetDateTime> {
    match value {
        Value::Number(seconds) => OffsetDateTime::from_unix_timestamp(seconds.as_i64()?).ok(),
        Value::String(text) => parse_rfc3339(text).ok(),
        _ => None,
    }
}

/// Recorded instants have six digits of the second's fraction.
fn microseconds(instant: OffsetDateTime) -> i128 {
    instant.unix_timestamp_nanos().div_euclid(1000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(expected: Value, got: Value, null: Null) -> Vec<String> {
        let mut found = Differences::default();
        compare(&mut found, "", &expected, &got, null);
        found.list.into_iter().map(|found| found.what).collect()
    }

    #[test]
    fn bytes_in_any_spelling() {
        let expected = json!({ "x": { "$base64": "+/8=" } });
        for same in ["+/8=", "-_8", "+/8"] {
            let got = json!({ "x": same });
            assert_eq!(found(expected.clone(), got, Null::Absent), [""; 0]);
        }
        for other in [json!("+/9="), json!(""), json!(5), json!("?"), json!(null)] {
            let got = json!({ "x": other });
            assert_eq!(found(expected.clone(), got, Null::Absent), ["/x"]);
        }
    }

    #[test]
    fn instants_to_the_microsecond() {
        let expected = json!({ "$datetime": "2020-09-22T00:24:53.319146+00:00" });
        for same in [
            "2020-09-22T00:24:53.3191469Z",
            "2020-09-22T02:24:53.319146+02:00",
        ] {
            assert_eq!(found(expected.clone(), json!(same), Null::Absent), [""; 0]);
        }
        for other in [
            json!("2020-09-22T00:24:53.319145Z"),
            json!("2020-09-22T00:24:53.319146+01:00"),
            json!(1_600_734_293),
            json!("then"),
        ] {
            assert_eq!(found(expected.clone(), other, Null::Absent), [""]);
        }
        let seconds = json!({ "$datetime": "1969-12-31T23:59:59+00:00" });
        assert_eq!(found(seconds.clone(), json!(-1), Null::Absent), [""; 0]);
        assert_eq!(found(seconds, json!(1), Null::Absent), [""]);
    }

    #[test]
    fn null_counts_where_it_is_sent() {
        let (with, without) = (json!({ "x": null }), json!({}));
        assert_eq!(found(with.clone(), without.clone(), Null::Absent), [""; 0]);
        assert_eq!(found(with.clone(), without.clone(), Null::Value), ["/x"]);
        assert_eq!(found(without, with, Null::Value), ["/x"]);
        // In a list null has a place.
        assert_eq!(found(json!([null]), json!([]), Null::Absent), ["/0"]);
    }

    #[test]
    fn each_leaf_counts() {
        let expected = json!({ "a": [1, "1"], "b": { "c/d": {} } });
        let got = json!({ "a": ["1", "1", 2], "b": {}, "e": false });
        let places = ["/a/0", "/a/2", "/b/c~1d", "/e"];
        assert_eq!(found(expected, got, Null::Absent), places);
    }

    #[test]
    fn order_of_keys_is_free_and_of_items_is_not() {
        let (one, other) = (json!({ "a": 1, "b": 2 }), json!({ "b": 2, "a": 1 }));
        assert_eq!(found(one, other, Null::Value), [""; 0]);
        assert_eq!(
            found(json!([1, 2]), json!([2, 1]), Null::Value),
            ["/0", "/1"]
        );
    }
}
