//! Where an example contradicts its description, and the example without that.
//!
//! In: an operation and an example. Out: [`Contradiction`]s, each with the place in the example; the mended example.
//! Never: looks at what the client does.

mod answers;
mod arguments;

use std::fmt;

use serde_json::Value;

use crate::operation::Operation;

/// A place at which an example contradicts the description.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// In the example's file.
    pub pointer: String,
    /// What kind it is.
    pub against: Against,
    /// What is wrong, and where the description says so.
    pub what: String,
    /// How the example becomes right.
    pub mend: Mend,
}

/// What an example contradicts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Against {
    /// The parameters: it has another.
    UnknownParameter,
    /// The parameters: it lacks a required one.
    MissingParameter,
    /// The api-version.
    Version,
    /// A discriminator: an object does not say of which kind it is.
    Kind,
    /// A type.
    Type,
    /// A list of values.
    Value,
    /// A format.
    Format,
    /// What can stand in a path or a host.
    Address,
    /// The statuses of the answers.
    Status,
    /// Whether an answer has a body.
    AnswerBody,
    /// The form of an example.
    Form,
}

impl fmt::Display for Against {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownParameter => "unknown parameter",
            Self::MissingParameter => "missing parameter",
            Self::Version => "api-version",
            Self::Kind => "discriminator",
            Self::Type => "type",
            Self::Value => "value",
            Self::Format => "format",
            Self::Address => "address",
            Self::Status => "status",
            Self::AnswerBody => "body of an answer",
            Self::Form => "form of the example",
        })
    }
}

/// How a contradiction goes away.
#[derive(Clone, Debug, PartialEq)]
pub enum Mend {
    /// The value goes.
    Remove,
    /// Another stands in its place.
    Set(Value),
    /// It gets another name.
    Rename(String),
}

/// All contradictions of an example.
pub fn contradictions(operation: &Operation<'_>, example: &Value) -> Vec<Contradiction> {
    let mut found = arguments::find(operation, example);
    found.extend(answers::find(operation, example));
    found
}

/// The example without its contradictions.
pub fn mended<'c>(
    example: &Value,
    contradictions: impl DoubleEndedIterator<Item = &'c Contradiction>,
) -> Value {
    let mut example = example.clone();
    // Later items of a list go first, so that earlier ones keep their places.
    for contradiction in contradictions.rev() {
        let (parent, last) = contradiction.pointer.rsplit_once('/').unwrap_or_default();
        let key = last.replace("~1", "/").replace("~0", "~");
        match example.pointer_mut(parent) {
            Some(Value::Object(members)) => mend_member(members, key, &contradiction.mend),
            Some(Value::Array(items)) => mend_item(items, &key, &contradiction.mend),
            _ => {}
        }
    }
    example
}

fn mend_member(members: &mut serde_json::Map<String, Value>, key: String, mend: &Mend) {
    match mend {
        Mend::Remove => drop(members.shift_remove(&key)),
        Mend::Set(value) => drop(members.insert(key, value.clone())),
        Mend::Rename(to) => {
            if let Some(value) = members.shift_remove(&key) {
                members.insert(to.clone(), value);
            }
        }
    }
}

fn mend_item(items: &mut Vec<Value>, key: &str, mend: &Mend) {
    let Some(index) = key.parse().ok().filter(|index| *index < items.len()) else {
        return;
    };
    match mend {
        Mend::Remove => drop(items.remove(index)),
        Mend::Set(value) => items[index] = value.clone(),
        Mend::Rename(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_mend_changes_its_place_alone() {
        let one = |pointer: &str, mend: Mend| Contradiction {
            pointer: pointer.to_owned(),
            against: Against::Type,
            what: String::new(),
            mend,
        };
        let found = [
            one("/a/0", Mend::Remove),
            one("/a/2", Mend::Remove),
            one("/b~1c", Mend::Set(json!(1))),
            one("/d", Mend::Rename("e".to_owned())),
            one("/f/g", Mend::Remove),
        ];
        let example = json!({"a": [1, 2, 3, 4], "b/c": 0, "d": true, "f": {"g": 1, "h": 2}});
        assert_eq!(
            mended(&example, found.iter()),
            json!({"a": [2, 4], "b/c": 1, "e": true, "f": {"h": 2}})
        );
    }
}
