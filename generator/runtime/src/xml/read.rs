//! Elements as the JSON of a model.
//!
//! In: an element and what it should be. Out: JSON; nothing for an element that says nothing.
//! Never: fails: what is not of its type stays text, which the model refuses with the name of its type.

use azure_core::Value;
use serde_json::{Map, Number};

use super::table::{Form, Kind, Part, Place};
use super::tree::Element;

/// The attribute that says that an element is null.
const NIL: &str = "nil";

/// The key of text beside attributes and elements in free JSON.
pub(super) const TEXT: &str = "$text";

/// An element as JSON.
pub(super) fn value(element: &Element, kind: &Kind) -> Option<Value> {
    if element.attribute(NIL) == Some("true") {
        return None;
    }
    match kind {
        Kind::Text | Kind::Token | Kind::Number | Kind::Boolean => scalar(&element.text, kind),
        Kind::Any => Some(any(element)),
        Kind::Model(form) => Some(model(element, form())),
        // All that is inside is an item, whatever it is called.
        Kind::List(_, item) => Some(list(element.children.iter(), item)),
        Kind::Models(form) => Some(list(element.children.iter(), &Kind::Model(*form))),
        Kind::Map(item) => Some(Value::Object(map(element.children.iter(), item))),
    }
}

fn scalar(text: &str, kind: &Kind) -> Option<Value> {
    let trimmed = text.trim();
    match kind {
        Kind::Text => return Some(text.into()),
        _ if trimmed.is_empty() => return None,
        Kind::Number => {
            if let Ok(number) = serde_json::from_str::<Number>(trimmed) {
                return Some(number.into());
            }
        }
        Kind::Boolean => match trimmed {
            "1" => return Some(true.into()),
            "0" => return Some(false.into()),
            _ if trimmed.eq_ignore_ascii_case("true") => return Some(true.into()),
            _ if trimmed.eq_ignore_ascii_case("false") => return Some(false.into()),
            _ => {}
        },
        _ => {}
    }
    Some(trimmed.into())
}

fn list<'e>(items: impl Iterator<Item = &'e Element>, kind: &Kind) -> Value {
    let items = items.filter_map(|item| value(item, kind));
    Value::Array(items.collect())
}

fn map<'e>(entries: impl Iterator<Item = &'e Element>, kind: &Kind) -> Map<String, Value> {
    let entries = entries.filter_map(|entry| Some((entry.name.clone(), value(entry, kind)?)));
    entries.collect()
}

fn model(element: &Element, form: &Form) -> Value {
    match form {
        Form::Model { parts, .. } => {
            let mut properties = Map::new();
            for part in *parts {
                if matches!(part.place, Place::Rest) {
                    let unknown = |child: &&Element| !parts.iter().any(|part| is_of(child, part));
                    properties.extend(map(element.children.iter().filter(unknown), &part.kind));
                } else if let Some(value) = property(element, part) {
                    properties.insert(part.property.to_owned(), value);
                }
            }
            Value::Object(properties)
        }
        Form::Union {
            discriminator,
            kinds,
            ..
        } => {
            let found = property(element, discriminator);
            let found = found.as_ref().and_then(Value::as_str);
            let kind = kinds.iter().find(|(value, _)| Some(*value) == found);
            match kind {
                Some((_, form)) => model(element, form()),
                None => unknown_kind(element, discriminator, found),
            }
        }
    }
}

/// All of a kind that the description lacks, with its discriminator where JSON has it.
fn unknown_kind(element: &Element, discriminator: &Part, found: Option<&str>) -> Value {
    let mut value = any(element);
    if let (Value::Object(properties), Some(found)) = (&mut value, found) {
        match discriminator.place {
            Place::Attribute(name) => properties.shift_remove(&format!("@{}", name.local())),
            Place::Element(name) => properties.shift_remove(name.local()),
            Place::Each | Place::Content | Place::Rest => None,
        };
        properties.insert(discriminator.property.to_owned(), found.into());
    }
    value
}

fn property(element: &Element, part: &Part) -> Option<Value> {
    match part.place {
        Place::Attribute(name) => scalar(element.attribute(name.local())?, &part.kind),
        Place::Element(_) => {
            let found = element.children.iter().rfind(|child| is_of(child, part))?;
            value(found, &part.kind)
        }
        Place::Each => {
            let mut items = element
                .children
                .iter()
                .filter(|child| is_of(child, part))
                .peekable();
            items.peek()?;
            match part.kind {
                Kind::List(_, item) => Some(list(items, item)),
                _ => None,
            }
        }
        Place::Content => scalar(&element.text, &part.kind),
        Place::Rest => None,
    }
}

/// Whether a child element belongs to a property.
fn is_of(child: &Element, part: &Part) -> bool {
    match (&part.place, &part.kind) {
        (Place::Element(name), _) | (Place::Each, Kind::List(name, _)) => {
            child.name == name.local()
        }
        _ => false,
    }
}

/// An element of any form: text, or an object whose attributes begin with `@`.
fn any(element: &Element) -> Value {
    if element.attributes.is_empty() && element.children.is_empty() {
        return element.text.as_str().into();
    }
    let mut object = Map::new();
    for (name, value) in &element.attributes {
        object.insert(format!("@{name}"), value.as_str().into());
    }
    for child in &element.children {
        let value = any(child);
        match object.get_mut(&child.name) {
            None => {
                object.insert(child.name.clone(), value);
            }
            Some(Value::Array(items)) => items.push(value),
            Some(first) => {
                let first = first.take();
                object.insert(child.name.clone(), Value::Array(vec![first, value]));
            }
        }
    }
    if !element.text.trim().is_empty() {
        object.insert(TEXT.to_owned(), element.text.as_str().into());
    }
    Value::Object(object)
}
