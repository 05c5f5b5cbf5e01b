//! Whether JSON is what was expected.
//!
//! In: two values. Out: the first difference, with its place.
//! Never: takes the order of members into account, or one kind of value for another.
//!
//! A member that is null is the same as none. Numbers are equal by value, texts that are times by instant: a client may
//! write `+00:00` where the server wrote `Z`.

use azure_core::time::{OffsetDateTime, parse_rfc3339, parse_rfc7231};
use serde_json::{Map, Number, Value};

/// The first difference: where, and what.
pub fn difference(expected: &Value, found: &Value) -> Option<String> {
    below("", expected, found)
}

fn below(place: &str, expected: &Value, found: &Value) -> Option<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => members(place, expected, found),
        (Value::Array(expected), Value::Array(found)) => items(place, expected, found),
        (Value::Number(left), Value::Number(right)) if is_same_number(left, right) => None,
        (Value::String(left), Value::String(right)) if is_same_text(left, right) => None,
        _ if expected == found => None,
        _ => Some(different(place, Some(expected), Some(found))),
    }
}

fn members(
    place: &str,
    expected: &Map<String, Value>,
    found: &Map<String, Value>,
) -> Option<String> {
    let present = |object: &Map<String, Value>, key: &String| {
        object.get(key).filter(|value| !value.is_null()).cloned()
    };
    let keys = expected.keys().chain(found.keys());
    keys.into_iter().find_map(|key| {
        let place = format!("{place}/{key}");
        match (present(expected, key), present(found, key)) {
            (None, None) => None,
            (Some(expected), Some(found)) => below(&place, &expected, &found),
            (expected, found) => Some(different(&place, expected.as_ref(), found.as_ref())),
        }
    })
}

fn items(place: &str, expected: &[Value], found: &[Value]) -> Option<String> {
    if expected.len() != found.len() {
        let (expected, found) = (Value::from(expected), Value::from(found));
        return Some(different(place, Some(&expected), Some(&found)));
    }
    let pairs = expected.iter().zip(found).enumerate();
    pairs
        .into_iter()
        .find_map(|(index, (expected, found))| below(&format!("{place}/{index}"), expected, found))
}

fn different(place: &str, expected: Option<&Value>, found: Option<&Value>) -> String {
    let shown = |value: Option<&Value>| value.map_or("nothing".to_owned(), Value::to_string);
    let place = match place {
        "" => String::new(),
        place => format!("at {place} "),
    };
    format!(
        "{place}expected {}, found {}",
        shown(expected),
        shown(found)
    )
}

fn is_same_number(left: &Number, right: &Number) -> bool {
    if left == right {
        return true;
    }
    // Beyond the integers that a float holds exactly, two different integers have one float.
    if (left.is_i64() || left.is_u64()) && (right.is_i64() || right.is_u64()) {
        return false;
    }
    left.as_f64() == right.as_f64()
}

fn is_same_text(left: &str, right: &str) -> bool {
    left == right
        || match (instant(left), instant(right)) {
            (Some(left), Some(right)) => left == right,
            _ => false,
        }
}

fn instant(text: &str) -> Option<OffsetDateTime> {
    let read = parse_rfc3339(text).or_else(|_| parse_rfc7231(&usual(text)));
    read.ok()
}

/// `fri, 31 dec 9999 23:59:59 gmt` with the letters that such a date usually has.
fn usual(text: &str) -> String {
    let words = text.split(' ').map(|word| match word.get(..1) {
        Some(first) if !word.eq_ignore_ascii_case("gmt") => {
            first.to_ascii_uppercase() + &word[1..].to_ascii_lowercase()
        }
        _ => word.to_ascii_uppercase(),
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn null_members_numbers_and_instants_are_compared_by_meaning() {
        for (expected, found) in [
            (json!({ "a": null }), json!({})),
            (json!(1), json!(1.0)),
            (
                json!("2012-01-01T01:01:01Z"),
                json!("2012-01-01T00:01:01-01:00"),
            ),
            (
                json!("fri, 31 dec 9999 23:59:59 gmt"),
                json!("Fri, 31 Dec 9999 23:59:59 GMT"),
            ),
            (
                json!("Mon, 01 Jan 0001 00:00:00 GMT"),
                json!("0001-01-01T00:00:00Z"),
            ),
            (json!({ "a": 1, "b": 2 }), json!({ "b": 2, "a": 1 })),
        ] {
            assert_eq!(difference(&expected, &found), None);
        }
    }

    #[test]
    fn a_difference_has_its_place() {
        for (expected, found, text) in [
            (json!(1), json!("1"), "expected 1, found \"1\""),
            (
                json!({ "a": [1, 2] }),
                json!({ "a": [1, 3] }),
                "at /a/1 expected 2, found 3",
            ),
            (
                json!({ "a": 1 }),
                json!({}),
                "at /a expected 1, found nothing",
            ),
            (
                json!({}),
                json!({ "b": 1 }),
                "at /b expected nothing, found 1",
            ),
            (json!([null]), json!([]), "expected [null], found []"),
            (
                json!(9_223_372_036_854_775_807_i64),
                json!(9_223_372_036_854_775_806_i64),
                "expected 9223372036854775807, found 9223372036854775806",
            ),
            (
                json!("2012-01-01"),
                json!("2012-01-02"),
                "expected \"2012-01-01\", found \"2012-01-02\"",
            ),
        ] {
            assert_eq!(difference(&expected, &found).as_deref(), Some(text));
        }
    }
}
