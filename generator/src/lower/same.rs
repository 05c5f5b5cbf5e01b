//! Tells whether definitions of two files say the same.
//!
//! In: two definitions of one name.
//! Out: yes, when they differ in texts alone, and what they refer to is the same in turn.
//! Never: gives a schema a type; runs in circles.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::load::SpecSet;
use crate::location::Place;
use crate::lower::nodes::{Definition, follow};

/// Members that are for people.
const TEXTS: [&str; 4] = ["description", "title", "example", "externalDocs"];

/// Pairs compared before two definitions count as different: hostile descriptions could otherwise refer to each other without end.
const MAX_PAIRS: usize = 10_000;

/// What the members of a JSON object are.
#[derive(Clone, Copy)]
enum Members {
    /// Keywords of a schema, or of an extension.
    Keywords,
    /// Schemas by property name.
    Schemas,
}

/// Whether two definitions differ in texts alone.
pub(super) fn same(specs: &SpecSet, a: &Definition<'_>, b: &Definition<'_>) -> bool {
    // Pairs already met count as equal: if they are not, their own comparison says so.
    let mut met: BTreeSet<(Place, Place)> = BTreeSet::new();
    let mut pending = vec![(a.clone(), b.clone())];
    while let Some((a, b)) = pending.pop() {
        if a.place == b.place || !met.insert((a.place.clone(), b.place.clone())) {
            continue;
        }
        let mut references = Vec::new();
        let (Ok(left), Ok(right)) = (
            serde_json::to_value(a.schema),
            serde_json::to_value(b.schema),
        ) else {
            return false;
        };
        if a.name != b.name
            || met.len() > MAX_PAIRS
            || !equal(&left, &right, Members::Keywords, &mut references)
        {
            return false;
        }
        for (left, right) in references {
            match (follow(specs, &left), follow(specs, &right)) {
                (Some(left), Some(right)) => pending.push((left, right)),
                (None, None) => {}
                _ => return false,
            }
        }
    }
    true
}

/// Compares two pieces of JSON but for texts; references that differ go to `references`.
fn equal(
    left: &Value,
    right: &Value,
    members: Members,
    references: &mut Vec<(String, String)>,
) -> bool {
    match (left, right) {
        (Value::Object(left), Value::Object(right)) => {
            let ignored = |key: &str| matches!(members, Members::Keywords) && TEXTS.contains(&key);
            let keys = left.keys().chain(right.keys());
            keys.filter(|key| !ignored(key))
                .all(|key| match (left.get(key), right.get(key)) {
                    (Some(Value::String(left)), Some(Value::String(right))) if key == "$ref" => {
                        if left != right {
                            references.push((left.clone(), right.clone()));
                        }
                        true
                    }
                    (Some(left), Some(right)) => match (members, key.as_str()) {
                        (Members::Keywords, "enum" | "default" | "required") => left == right,
                        (Members::Keywords, "properties") => {
                            equal(left, right, Members::Schemas, references)
                        }
                        _ => equal(left, right, Members::Keywords, references),
                    },
                    _ => false,
                })
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|(left, right)| equal(left, right, Members::Keywords, references))
        }
        _ => left == right,
    }
}
