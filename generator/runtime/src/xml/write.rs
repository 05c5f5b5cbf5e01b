//! The JSON of a model as XML.
//!
//! In: JSON and what it is. Out: a document in UTF-8.
//! Never: writes what is no XML: characters that XML does not have and keys that are no names are errors.

use azure_core::error::{Error, ErrorKind};
use azure_core::{Result, Value};
use serde_json::Map;

use super::read::TEXT;
use super::table::{Form, Kind, Name, Part, Place};

/// A whole document.
pub(super) fn document(value: &Value, root: Name, kind: &Kind) -> Result<String> {
    let mut writer = Writer {
        text: "<?xml version=\"1.0\" encoding=\"utf-8\"?>".to_owned(),
        declared: Vec::new(),
    };
    writer.element(root, value, kind)?;
    Ok(writer.text)
}

struct Writer {
    text: String,
    /// The namespaces of the elements that are open, by prefix.
    declared: Vec<(Option<&'static str>, &'static str)>,
}

impl Writer {
    /// An element of a table.
    fn element(&mut self, name: Name, value: &Value, kind: &Kind) -> Result<()> {
        if value.is_null() {
            return Ok(());
        }
        let outside = self.declared.len();
        let parts = Parts::of(value, kind);
        self.tag(
            name.qualified,
            |writer| {
                writer.declare(name);
                writer.attributes(value, &parts)
            },
            |writer| writer.content(value, kind, &parts),
        )?;
        self.declared.truncate(outside);
        Ok(())
    }

    /// `<name attributes>inside</name>`, or `<name attributes/>` where nothing is inside.
    fn tag(
        &mut self,
        name: &str,
        attributes: impl FnOnce(&mut Self) -> Result<()>,
        inside: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        self.text.push('<');
        self.text.push_str(name);
        attributes(self)?;
        self.text.push('>');
        let start = self.text.len();
        inside(self)?;
        if self.text.len() == start {
            self.text.pop();
            self.text.push_str("/>");
        } else {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
        Ok(())
    }

    /// `xmlns`, unless it holds already.
    fn declare(&mut self, name: Name) {
        let (prefix, Some(namespace)) = (name.prefix(), name.namespace) else {
            return;
        };
        let mut known = self.declared.iter().rev();
        let known = known.find(|(known, _)| *known == prefix);
        if known.is_some_and(|(_, known)| *known == namespace) {
            return;
        }
        self.text.push_str(" xmlns");
        if let Some(prefix) = prefix {
            self.text.push(':');
            self.text.push_str(prefix);
        }
        self.text.push_str("=\"");
        for character in namespace.chars() {
            self.character(character);
        }
        self.text.push('"');
        self.declared.push((prefix, namespace));
    }

    fn attributes(&mut self, value: &Value, parts: &Parts) -> Result<()> {
        for part in &parts.list {
            if let Place::Attribute(name) = part.place
                && let Some(text) = value.get(part.property).and_then(text)
            {
                // An attribute without a prefix is in no namespace.
                if name.prefix().is_some() {
                    self.declare(name);
                }
                self.attribute(name.qualified, &text)?;
            }
        }
        match (parts.others, value) {
            (Others::Free, Value::Object(entries)) => self.free_attributes(entries),
            _ => Ok(()),
        }
    }

    fn attribute(&mut self, name: &str, text: &str) -> Result<()> {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.escaped(text)?;
        self.text.push('"');
        Ok(())
    }

    fn content(&mut self, value: &Value, kind: &Kind, parts: &Parts) -> Result<()> {
        match (kind, value) {
            (Kind::Model(_), Value::Object(properties)) => self.properties(properties, parts),
            (kind, value) => self.inside(value, kind),
        }
    }

    fn properties(&mut self, properties: &Map<String, Value>, parts: &Parts) -> Result<()> {
        for part in &parts.list {
            let value = properties.get(part.property);
            match (part.place, &part.kind, value) {
                (Place::Element(name), kind, Some(value)) => self.element(name, value, kind)?,
                (Place::Each, kind @ Kind::List(..), Some(value))
                | (Place::Content, kind, Some(value)) => self.inside(value, kind)?,
                (Place::Rest, kind, _) => self.entries(parts.without(properties), kind)?,
                _ => {}
            }
        }
        match parts.others {
            Others::Free => self.free(parts.without(properties)),
            Others::Nothing => Ok(()),
        }
    }

    /// What is between the tags of a value that is no model.
    fn inside(&mut self, value: &Value, kind: &Kind) -> Result<()> {
        match (kind, value) {
            (Kind::List(name, item), Value::Array(items)) => items
                .iter()
                .try_for_each(|value| self.element(*name, value, item)),
            (Kind::Models(form), Value::Array(items)) => {
                let (name, item) = (form().root(), Kind::Model(*form));
                items
                    .iter()
                    .try_for_each(|value| self.element(name, value, &item))
            }
            (Kind::Map(item), Value::Object(entries)) => {
                self.entries(entries.iter().collect(), item)
            }
            (Kind::Any, Value::Object(entries)) => self.free(entries.iter().collect()),
            (_, value) => match text(value) {
                Some(text) => self.escaped(&text),
                None => Ok(()),
            },
        }
    }

    /// An element for each entry, sorted: the order in a map is another one each time.
    fn entries(&mut self, mut entries: Vec<(&String, &Value)>, kind: &Kind) -> Result<()> {
        entries.sort_by_key(|(key, _)| *key);
        for (key, value) in entries.into_iter().filter(|(_, value)| !value.is_null()) {
            let parts = Parts::of(value, kind);
            self.tag(
                checked(key)?,
                |writer| writer.attributes(value, &parts),
                |writer| writer.content(value, kind, &parts),
            )?;
        }
        Ok(())
    }

    /// Free JSON as it would be read: attributes begin with `@`, a list is an element for each item.
    fn free(&mut self, entries: Vec<(&String, &Value)>) -> Result<()> {
        for (key, value) in entries {
            if key == TEXT {
                self.escaped(&text(value).unwrap_or_default())?;
            } else if !key.starts_with('@') {
                let items = match value {
                    Value::Array(items) => items.as_slice(),
                    Value::Null => &[],
                    one => std::slice::from_ref(one),
                };
                let parts = Parts::free();
                for item in items {
                    self.tag(
                        checked(key)?,
                        |writer| writer.attributes(item, &parts),
                        |writer| writer.inside(item, &Kind::Any),
                    )?;
                }
            }
        }
        Ok(())
    }

    fn free_attributes(&mut self, entries: &Map<String, Value>) -> Result<()> {
        for (key, value) in entries {
            if let (Some(name), Some(text)) = (key.strip_prefix('@'), text(value)) {
                self.attribute(checked(name)?, &text)?;
            }
        }
        Ok(())
    }

    fn escaped(&mut self, text: &str) -> Result<()> {
        for character in text.chars() {
            if is_no_xml(character) {
                let message = "a text has a character that XML does not have";
                return Err(Error::with_message(ErrorKind::DataConversion, message));
            }
            self.character(character);
        }
        Ok(())
    }

    fn character(&mut self, character: char) {
        match character {
            '<' => self.text.push_str("&lt;"),
            '>' => self.text.push_str("&gt;"),
            '&' => self.text.push_str("&amp;"),
            '"' => self.text.push_str("&quot;"),
            // Readers make a space or a line feed of them where they stand as they are.
            '\r' => self.text.push_str("&#13;"),
            '\n' => self.text.push_str("&#10;"),
            '\t' => self.text.push_str("&#9;"),
            other => self.text.push(other),
        }
    }
}

/// The parts of a value, and what becomes of properties that are none.
struct Parts {
    list: Vec<&'static Part>,
    others: Others,
}

/// Properties without a part.
#[derive(Clone, Copy)]
enum Others {
    /// There are none.
    Nothing,
    /// They are free JSON.
    Free,
}

impl Parts {
    /// The properties of a model; those of its kind for a union.
    fn of(value: &Value, kind: &Kind) -> Self {
        let mut form = match kind {
            Kind::Model(form) => form(),
            Kind::Any => return Self::free(),
            _ => {
                return Self {
                    list: Vec::new(),
                    others: Others::Nothing,
                };
            }
        };
        loop {
            match form {
                Form::Model { parts, .. } => {
                    return Self {
                        list: parts.iter().collect(),
                        others: Others::Nothing,
                    };
                }
                Form::Union {
                    discriminator,
                    kinds,
                    ..
                } => {
                    let found = value.get(discriminator.property).and_then(Value::as_str);
                    match kinds.iter().find(|(value, _)| Some(*value) == found) {
                        Some((_, kind)) => form = kind(),
                        None => {
                            return Self {
                                list: vec![discriminator],
                                others: Others::Free,
                            };
                        }
                    }
                }
            }
        }
    }

    fn free() -> Self {
        Self {
            list: Vec::new(),
            others: Others::Free,
        }
    }

    /// The properties that have no part.
    fn without<'v>(&self, properties: &'v Map<String, Value>) -> Vec<(&'v String, &'v Value)> {
        let described = |key: &String| self.list.iter().any(|part| part.property == key);
        let rest = properties.iter();
        rest.filter(|(key, _)| !described(key)).collect()
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// What no document can hold, not even as a numbered character (XML 1.0, section 2.2).
fn is_no_xml(character: char) -> bool {
    match character {
        '\r' | '\n' | '\t' => false,
        '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => true,
        _ => false,
    }
}

/// A name that comes from a caller (XML 1.0, section 2.3, without colons and rare letters).
fn checked(name: &str) -> Result<&str> {
    let mut letters = name.chars();
    let starts = letters
        .next()
        .is_some_and(|letter| letter.is_alphabetic() || letter == '_');
    if starts && letters.all(|letter| letter.is_alphanumeric() || "_-.".contains(letter)) {
        return Ok(name);
    }
    let message = "a key is no name of an element in XML";
    Err(Error::with_message(ErrorKind::DataConversion, message))
}
