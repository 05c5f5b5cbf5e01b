//! A value beside its schema.
//!
//! In: a schema and a value. Out: [`Findings`]: what the schema lacks, what only the service sets, which text is in which format,
//! and where the value contradicts the schema.
//! Never: asks for what a schema calls required: a model may lack it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::contradiction::{Against, Contradiction, Mend};
use crate::documents::{Node, step};
use crate::formats::is_well_formed;
use crate::schema::{Additional, Kind, Schema, is_read_only};

/// What was found; all pointers begin at the document that the value stands in.
#[derive(Debug, Default)]
pub struct Findings {
    /// Fields that the schema does not have.
    pub unknown: BTreeSet<String>,
    /// Fields that only the service sets.
    pub read_only: BTreeSet<String>,
    /// Formats of texts and numbers.
    pub formats: BTreeMap<String, String>,
    /// Where the value is none of the schema.
    pub contradictions: Vec<Contradiction>,
}

/// Walks through a value; `pointer` is where it stands.
pub fn walk(node: &Node<'_>, value: &Value, pointer: &str, found: &mut Findings) {
    let schema = Schema::at(node);
    let mut wrong = |against: Against, what: String| {
        found.contradictions.push(Contradiction {
            pointer: pointer.to_owned(),
            against,
            what: format!("{what}: {}", schema.node),
            mend: mended(&schema, value),
        });
    };
    if value.is_null() {
        return;
    }
    if let Some(why) = type_fault(&schema, value) {
        return wrong(Against::Type, why);
    }
    if let Some((against, why)) = value_fault(&schema, value) {
        return wrong(against, why);
    }
    match (schema.kind(), value) {
        (Kind::Object, Value::Object(members)) => object(&schema, members, pointer, found),
        (Kind::Array(Some(items)), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                walk(&items, value, &format!("{pointer}/{index}"), found);
            }
        }
        (Kind::Text, Value::String(_)) | (Kind::Number, Value::Number(_)) => {
            if let Some(format) = schema.format() {
                found.formats.insert(pointer.to_owned(), format.to_owned());
            }
        }
        _ => {}
    }
}

fn object(schema: &Schema<'_>, members: &Map<String, Value>, pointer: &str, found: &mut Findings) {
    let discriminator = schema.discriminator();
    let kind = discriminator.and_then(|name| members.get(name)?.as_str());
    if let Some(name) = discriminator.filter(|name| !members.contains_key(*name)) {
        found.contradictions.push(Contradiction {
            pointer: format!("{pointer}{}", step(name)),
            against: Against::Kind,
            what: format!("the discriminator is missing: {}", schema.node),
            mend: Mend::Set(schema.discriminator_value().into()),
        });
    }
    let subtype = kind.and_then(|kind| schema.subtype(kind));
    let schema = subtype.as_ref().unwrap_or(schema);
    let properties = schema.properties();
    let additional = schema.additional();
    let is_free =
        properties.is_empty() && additional == Additional::Unsaid && discriminator.is_none();
    for (name, value) in members {
        let pointer = format!("{pointer}{}", step(name));
        if let Some(property) = properties.get(name.as_str()) {
            if is_read_only(property) && discriminator != Some(name) {
                found.read_only.insert(pointer.clone());
            }
            walk(property, value, &pointer, found);
            continue;
        }
        match &additional {
            _ if discriminator == Some(name) => {}
            Additional::Of(schema) => walk(schema, value, &pointer, found),
            Additional::Unsaid if !is_free => drop(found.unknown.insert(pointer)),
            Additional::Free | Additional::Unsaid => {}
        }
    }
}

/// Why a value is not of the schema's type.
fn type_fault(schema: &Schema<'_>, value: &Value) -> Option<String> {
    let (fits, expected) = match schema.kind() {
        Kind::Any | Kind::File => (true, ""),
        Kind::Object => (value.is_object(), "an object"),
        Kind::Array(_) => (value.is_array(), "an array"),
        Kind::Text => (value.is_string(), "a string"),
        Kind::Boolean => (value.is_boolean(), "a boolean"),
        Kind::Number => (value.is_number(), "a number"),
        Kind::Integer => (is_whole(value), "a whole number"),
    };
    (!fits).then(|| format!("{} is not {expected}", shortened(value)))
}

fn is_whole(value: &Value) -> bool {
    value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0)
}

/// Why a value of the right type is none of the schema.
fn value_fault(schema: &Schema<'_>, value: &Value) -> Option<(Against, String)> {
    let values = schema.values();
    let is_closed = !values.is_empty() && !schema.is_extensible() && !value.is_array();
    if is_closed && !values.contains(&value) {
        let why = format!("{} is none of the listed values", shortened(value));
        return Some((Against::Value, why));
    }
    let format = schema.format()?;
    let fits = match (schema.kind(), value) {
        (Kind::Text, Value::String(text)) => is_well_formed(format, text),
        (Kind::Integer, value) if format == "int32" => {
            let number = value.as_f64().unwrap_or_default();
            number >= f64::from(i32::MIN) && number <= f64::from(i32::MAX)
        }
        _ => true,
    };
    (!fits).then(|| {
        (
            Against::Format,
            format!("{} is no {format}", shortened(value)),
        )
    })
}

/// The same in the right type, where it can be told; else it goes.
fn mended(schema: &Schema<'_>, value: &Value) -> Mend {
    let read = |text: &str| serde_json::from_str::<Value>(text).ok();
    let instead = match (schema.kind(), value) {
        (Kind::Text, Value::Number(_) | Value::Bool(_)) => Some(Value::from(value.to_string())),
        (Kind::Integer | Kind::Number | Kind::Boolean, Value::String(text)) => {
            read(&text.trim().to_ascii_lowercase())
        }
        _ => None,
    };
    let fits =
        |value: &Value| type_fault(schema, value).is_none() && value_fault(schema, value).is_none();
    match instead {
        Some(instead) if fits(&instead) => Mend::Set(instead),
        _ => Mend::Remove,
    }
}

/// A value as a message shows it.
pub fn shortened(value: &Value) -> String {
    const MOST: usize = 120;
    let text = value.to_string();
    if text.chars().count() <= MOST {
        return text;
    }
    text.chars().take(MOST).chain("…".chars()).collect()
}
