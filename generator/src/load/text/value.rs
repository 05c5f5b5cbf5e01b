//! What a JSON or YAML parser reports → `serde_json::Value`.
//!
//! YAML is more than JSON, so on the way
//! - keys become strings, spelled as in the text: `200:` and `true:` are `"200"` and `"true"`,
//! - tags (`!thing`) are dropped, their value stays,
//! - merge keys (`<<: *base`) are merged: what stands in the mapping itself wins,
//! - numbers that JSON has no form for (`.inf`, `.nan`) become strings,
//! - aliases are unfolded, up to a limit that is proportional to the size of the text.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::Syntax;
use crate::location::escape;

/// How much larger than its text a value may become by unfolding aliases.
const UNFOLDING: usize = 8;

/// What is allowed however short the text is, in the same unit.
const FREE: usize = 1 << 16;

/// What is learnt of a text while its value is built.
pub(super) struct Notes {
    /// Pointers of members that stand twice.
    pub(super) doubles: Vec<String>,
    syntax: Syntax,
    pointer: String,
    /// Characters and nodes that may still come.
    budget: usize,
}

impl Notes {
    pub(super) fn new(syntax: Syntax, text_length: usize) -> Self {
        Self {
            doubles: Vec::new(),
            syntax,
            pointer: String::new(),
            budget: text_length.saturating_mul(UNFOLDING).saturating_add(FREE),
        }
    }

    fn spend<E: Error>(&mut self, cost: usize) -> Result<(), E> {
        match self.budget.checked_sub(cost) {
            Some(rest) => {
                self.budget = rest;
                Ok(())
            }
            None => Err(E::custom(format!(
                "its aliases unfold to more than {UNFOLDING} times the size of the text"
            ))),
        }
    }
}

/// Reads one value.
pub(super) struct Node<'n> {
    notes: &'n mut Notes,
}

impl<'n> Node<'n> {
    pub(super) fn new(notes: &'n mut Notes) -> Self {
        Self { notes }
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.notes.spend(1)?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value).map(Value::Number);
        Ok(number.unwrap_or_else(|| Value::String(value.to_string())))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.notes.spend(value.len())?;
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.notes.spend(value.len())?;
        Ok(value.into())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Value, A::Error> {
        let (Key(_tag), variant) = data.variant_seed(KeySeed)?;
        variant.newtype_variant_seed(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        let length = self.notes.pointer.len();
        loop {
            // Every container says where it is, for the members that stand twice below it.
            self.notes.pointer.push('/');
            self.notes.pointer.push_str(&list.len().to_string());
            let element = elements.next_element_seed(Node::new(self.notes))?;
            self.notes.pointer.truncate(length);
            match element {
                Some(element) => list.push(element),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        let mut bases = Vec::new();
        let length = self.notes.pointer.len();
        while let Some(Key(key)) = members.next_key_seed(KeySeed)? {
            self.notes.spend(key.len())?;
            self.notes.pointer.push('/');
            self.notes.pointer.push_str(&escape(&key));
            let value = members.next_value_seed(Node::new(self.notes))?;
            if key == "<<" && self.notes.syntax == Syntax::Yaml {
                bases.push(value);
            } else if map.insert(key, value).is_some() {
                self.notes.doubles.push(self.notes.pointer.clone());
            }
            self.notes.pointer.truncate(length);
        }
        for base in bases {
            merge(&mut map, base);
        }
        Ok(Value::Object(map))
    }
}

/// A merge key's value is a mapping or a list of them; earlier ones win.
fn merge(map: &mut Map<String, Value>, base: Value) {
    match base {
        Value::Object(base) => {
            for (key, value) in base {
                map.entry(key).or_insert(value);
            }
        }
        Value::Array(bases) => bases.into_iter().for_each(|base| merge(map, base)),
        _ => {}
    }
}

/// A key as it is spelled.
struct Key(String);

struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is a single word or number")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(Key(key.to_owned()))
    }

    fn visit_string<E: Error>(self, key: String) -> Result<Key, E> {
        Ok(Key(key))
    }
}
