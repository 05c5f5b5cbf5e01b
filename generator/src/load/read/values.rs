//! Single keywords, read with the type that they should have.
//!
//! A keyword of the wrong type is left out with a warning. Read without one, because nothing is lost: a number or a truth value where a text is
//! wanted (`version: 1.0` in YAML), a truth value in quotes, a whole number written `1.0`, and `null`, which says as much as no keyword.

use indexmap::IndexMap;
use serde_json::{Map, Number, Value};

use super::Reader;
use crate::load::at::At;
use crate::load::keywords::{self, Piece, Row};

impl Reader<'_> {
    /// A text.
    pub(super) fn text(
        &mut self,
        map: &Map<String, Value>,
        key: &str,
        at: &At<'_>,
    ) -> Option<String> {
        match map.get(key)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(value) => Some(value.to_string()),
            Value::Null => None,
            _ => self.wrong(key, "a text", at),
        }
    }

    /// A truth value; `"true"` and `"false"` count.
    pub(super) fn flag(
        &mut self,
        map: &Map<String, Value>,
        key: &str,
        at: &At<'_>,
    ) -> Option<bool> {
        match map.get(key)? {
            Value::Bool(value) => Some(*value),
            Value::String(text) if text == "true" => Some(true),
            Value::String(text) if text == "false" => Some(false),
            Value::Null => None,
            _ => self.wrong(key, "true or false", at),
        }
    }

    /// A length or a number of elements.
    pub(super) fn count(
        &mut self,
        map: &Map<String, Value>,
        key: &str,
        at: &At<'_>,
    ) -> Option<usize> {
        let number = match map.get(key)? {
            Value::Number(number) => number
                .as_u64()
                .or_else(|| whole(number).and_then(|whole| u64::try_from(whole).ok())),
            Value::Null => return None,
            _ => None,
        };
        match number.and_then(|number| usize::try_from(number).ok()) {
            Some(count) => Some(count),
            None => self.wrong(key, "a whole number from 0", at),
        }
    }

    /// A number.
    pub(super) fn number(
        &mut self,
        map: &Map<String, Value>,
        key: &str,
        at: &At<'_>,
    ) -> Option<Number> {
        match map.get(key)? {
            Value::Number(number) => Some(number.clone()),
            Value::Null => None,
            _ => self.wrong(key, "a number", at),
        }
    }

    /// An object.
    pub(super) fn object<'m>(
        &mut self,
        map: &'m Map<String, Value>,
        key: &str,
        at: &At<'_>,
    ) -> Option<&'m Map<String, Value>> {
        match map.get(key)? {
            Value::Object(object) => Some(object),
            Value::Null => None,
            _ => self.wrong(key, "an object", at),
        }
    }

    /// A list.
    pub(super) fn list<'m>(
        &mut self,
        map: &'m Map<String, Value>,
        key: &str,
        at: &At<'_>,
    ) -> Option<&'m [Value]> {
        match map.get(key)? {
            Value::Array(list) => Some(list),
            Value::Null => None,
            _ => self.wrong(key, "a list", at),
        }
    }

    /// A list of texts; other elements are left out.
    pub(super) fn texts(
        &mut self,
        map: &Map<String, Value>,
        key: &str,
        at: &At<'_>,
    ) -> Vec<String> {
        let list = self.list(map, key, at).unwrap_or_default();
        let mut texts = Vec::new();
        for (index, element) in list.iter().enumerate() {
            match element {
                Value::String(text) => texts.push(text.clone()),
                Value::Number(number) => texts.push(number.to_string()),
                _ => {
                    let place = self.place(&at.key(key).index(index));
                    self.diagnostics
                        .keyword_of_wrong_type(&place, key, "a list of texts");
                }
            }
        }
        texts
    }

    /// The extensions of an object, all noted.
    pub(super) fn extensions(
        &mut self,
        map: &Map<String, Value>,
        at: &At<'_>,
    ) -> IndexMap<String, Value> {
        self.note_extensions(map, at);
        let extensions = map.iter().filter(|(key, _)| key.starts_with("x-"));
        extensions
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    }

    /// Notes that an object has these extensions.
    pub(super) fn note_extensions(&mut self, map: &Map<String, Value>, at: &At<'_>) {
        for name in map.keys().filter(|key| key.starts_with("x-")) {
            let place = self.place(&at.key(name));
            match self.extensions.get_mut(name) {
                Some(places) => places.push(place),
                None => drop(self.extensions.insert(name.clone(), vec![place])),
            }
        }
    }

    /// Checks the members of an object against the ledger of keywords: warns of those that are unknown or not read.
    pub(super) fn keywords(&mut self, map: &Map<String, Value>, piece: Piece, at: &At<'_>) {
        let dialect = self.dialect();
        for key in map.keys().filter(|key| !key.starts_with("x-")) {
            match keywords::row(piece, dialect, key) {
                Some(Row::Read(_) | Row::Idle(_)) => {}
                Some(Row::Unread(reason)) => {
                    let place = self.place(&at.key(key));
                    self.diagnostics.keyword_not_read(&place, key, reason);
                }
                None => {
                    let place = self.place(&at.key(key));
                    self.diagnostics.unknown_keyword(&place, key);
                }
            }
        }
        if map.contains_key("$ref") && self.target(map).is_none() {
            self.wrong::<()>("$ref", "a reference", at);
        }
    }

    /// Warns that a keyword has the wrong type.
    pub(super) fn wrong<T>(&mut self, key: &str, expected: &str, at: &At<'_>) -> Option<T> {
        let place = self.place(&at.key(key));
        self.diagnostics
            .keyword_of_wrong_type(&place, key, expected);
        None
    }

    /// Warns that something is not what it should be and is not read.
    pub(super) fn malformed<T>(&mut self, expected: &str, reason: &str, at: &At<'_>) -> Option<T> {
        let place = self.place(at);
        self.diagnostics.malformed_piece(&place, expected, reason);
        None
    }
}

/// The value of a number without fraction, also of `1.0`.
pub(super) fn whole(number: &Number) -> Option<i64> {
    /// Beyond 2⁵³ not every whole number has a float, so that one with a fraction cannot be told.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    number.as_i64().or_else(|| {
        let float = number.as_f64()?;
        let is_whole = float.fract() == 0.0 && float.abs() <= EXACT;
        is_whole.then_some(float as i64)
    })
}
