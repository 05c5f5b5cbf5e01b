//! The values that an example gives.
//!
//! In: the `parameters` of an example.
//! Out: values by parameter name, and in the end those that no parameter took.
//! Never: checks types.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::name::Name;

/// An example's values.
#[derive(Debug)]
pub(super) struct Given<'e> {
    values: &'e Map<String, Value>,
    /// Keys by the spelling of code.
    spelled: BTreeMap<String, &'e str>,
    taken: RefCell<BTreeSet<&'e str>>,
}

/// Keys under which examples have a body whose parameter is called otherwise.
const BODY_KEYS: &[&str] = &["body", "requestBody", "parameters"];

impl<'e> Given<'e> {
    /// Nothing is taken yet.
    pub fn new(values: &'e Map<String, Value>) -> Self {
        let spelled = values
            .keys()
            .map(|key| (Name::from_wire(key).snake(), key.as_str()));
        Self {
            values,
            spelled: spelled.collect(),
            taken: RefCell::default(),
        }
    }

    /// The value under the wire name, in any case, else under the name for code. Null is none.
    pub fn value(&self, name: &Name) -> Option<&'e Value> {
        let (key, value) = self
            .values
            .get_key_value(name.wire())
            .or_else(|| {
                self.values
                    .iter()
                    .find(|(key, _)| key.eq_ignore_ascii_case(name.wire()))
            })
            .or_else(|| self.values.get_key_value(*self.spelled.get(&name.snake())?))?;
        self.taken.borrow_mut().insert(key);
        Some(value).filter(|value| !value.is_null())
    }

    /// The value of the body: under its name, under a usual one, or the only one that is left.
    pub fn body(&self, name: &Name) -> Option<&'e Value> {
        if let Some(value) = self.value(name) {
            return Some(value);
        }
        let left: Vec<&'e str> = self.left();
        let usual = BODY_KEYS
            .iter()
            .find_map(|usual| left.iter().find(|key| *key == usual));
        let only = match left.as_slice() {
            [only] => Some(only),
            _ => None,
        };
        let key = usual.or(only)?;
        self.taken.borrow_mut().insert(key);
        self.values.get(*key).filter(|value| !value.is_null())
    }

    /// The keys that nothing has taken.
    pub fn left(&self) -> Vec<&'e str> {
        let taken = self.taken.borrow();
        self.values
            .keys()
            .map(String::as_str)
            .filter(|key| !taken.contains(key))
            .collect()
    }
}
