//! Carries out one action on one document.
//!
//! In: an [`Action`], the value of a document and its [`Trace`].
//! Out: how many values were changed, or a [`Fault`]; the document may then be half changed, and nothing is written.
//! Never: lets a document grow without end: what may be added is counted, and so is its depth.
//!
//! The values that a target leads to are looked for once, then changed from the inside out. So what an action adds is not changed by the
//! same action again, and `$..*` ends.

use std::collections::BTreeSet;
use std::ptr;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::document::{Action, Change};
use super::trace::Trace;
use crate::load::reference::Target;
use crate::load::text::DEEPEST;
use crate::location::escape;

/// Why an action cannot be carried out.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Fault {
    /// The target leads to a value that is neither object nor array: what it is.
    Primitive(&'static str),
    /// The target leads to an object, and the update is none.
    NoObject,
    /// An object and an array cannot be merged: pointer to the one in the overlay.
    Clash(String),
    /// The whole document would be removed.
    Everything,
    /// More would be added than is allowed.
    TooLarge,
    /// The document would be nested too deeply.
    TooDeep,
}

/// Carries out an action. `budget` is how many characters and values may still be added to the document.
pub(super) fn apply(
    action: &Action,
    document: &mut Value,
    trace: &mut Trace,
    budget: &mut usize,
) -> Result<usize, Fault> {
    let hits = action.target.find(document);
    let values = hits.values();
    if let Some(primitive) = values.iter().find_map(|value| primitive(value)) {
        return Err(Fault::Primitive(primitive));
    }
    let number = values.len();
    match &action.change {
        Change::Remove if values.iter().any(|value| ptr::eq(*value, &*document)) => {
            return Err(Fault::Everything);
        }
        Change::Update(update) => {
            if !update.is_object() && values.iter().any(|value| value.is_object()) {
                return Err(Fault::NoObject);
            }
            let cost = size(update).saturating_mul(number);
            *budget = budget.checked_sub(cost).ok_or(Fault::TooLarge)?;
        }
        Change::Remove => {}
    }
    let mut work = Work {
        hits: hits.addresses(),
        action,
        trace,
        pointer: String::new(),
        clash: None,
    };
    work.inside_out(document);
    match work.clash {
        Some(pointer) => Err(Fault::Clash(pointer)),
        None if number > 0 && depth(document) > DEEPEST => Err(Fault::TooDeep),
        None => Ok(number),
    }
}

struct Work<'a> {
    hits: BTreeSet<*const Value>,
    action: &'a Action,
    trace: &'a mut Trace,
    /// Of the value that is being visited.
    pointer: String,
    clash: Option<String>,
}

impl Work<'_> {
    /// Changes what is below the value, then the value. Only what is inside of it has moved by then, so its address still tells it.
    fn inside_out(&mut self, value: &mut Value) {
        let is_hit = self.hits.contains(&ptr::from_ref(&*value));
        match value {
            Value::Object(map) => {
                for (key, value) in &mut *map {
                    self.below(&escape(key), value);
                }
            }
            Value::Array(list) => {
                for (index, value) in list.iter_mut().enumerate() {
                    self.below(&index.to_string(), value);
                }
            }
            _ => return,
        }
        match &self.action.change {
            Change::Remove => self.remove_from(value),
            Change::Update(update) if is_hit => self.update(value, update),
            Change::Update(_) => {}
        }
    }

    fn below(&mut self, step: &str, value: &mut Value) {
        let length = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(step);
        self.inside_out(value);
        self.pointer.truncate(length);
    }

    /// Removes those members or elements that the target leads to.
    fn remove_from(&mut self, value: &mut Value) {
        let is_hit = |value: &Value| self.hits.contains(&ptr::from_ref(value));
        match value {
            Value::Object(map) if map.values().any(is_hit) => {
                let trace = self.trace.at(&self.pointer);
                for (key, _) in map.iter().filter(|(_, value)| is_hit(value)) {
                    trace.remove(&escape(key));
                }
                let gone: Vec<bool> = map.values().map(is_hit).collect();
                let mut gone = gone.into_iter();
                map.retain(|_, _| !gone.next().unwrap_or_default());
            }
            Value::Array(list) if list.iter().any(is_hit) => {
                let gone: Vec<bool> = list.iter().map(is_hit).collect();
                let indices = (0..).zip(&gone).filter(|(_, gone)| !**gone);
                let kept: Vec<usize> = indices.map(|(index, _)| index).collect();
                self.trace.at(&self.pointer).keep(&kept);
                let mut gone = gone.into_iter();
                list.retain(|_| !gone.next().unwrap_or_default());
            }
            _ => {}
        }
    }

    /// Merges into an object, appends to an array.
    fn update(&mut self, value: &mut Value, update: &Value) {
        let by = Target {
            document: Arc::clone(&self.action.place.document),
            pointer: self.action.place.key("update").pointer.to_string(),
        };
        let trace = self.trace.at(&self.pointer);
        match (value, update) {
            (Value::Object(map), Value::Object(update)) => {
                merge(map, update, trace, &by, &mut self.clash);
            }
            (Value::Array(list), update) => append(list, update, trace, by),
            // What else a target leads to was refused before.
            _ => {}
        }
    }
}

/// Objects are merged member by member, arrays get the elements of the update's at their end, everything else is replaced.
fn merge(
    map: &mut Map<String, Value>,
    update: &Map<String, Value>,
    trace: &mut Trace,
    by: &Target,
    clash: &mut Option<String>,
) {
    for (key, update) in update {
        let step = escape(key);
        let by = below(by, &step);
        let trace = trace.step(&step);
        match (map.get_mut(key), update) {
            (Some(Value::Object(map)), Value::Object(update)) => {
                merge(map, update, trace, &by, clash);
            }
            (Some(Value::Array(list)), Value::Array(update)) => {
                for (index, update) in update.iter().enumerate() {
                    append(list, update, trace, below(&by, &index.to_string()));
                }
            }
            (Some(Value::Object(_)), Value::Array(_))
            | (Some(Value::Array(_)), Value::Object(_)) => {
                clash.get_or_insert(by.pointer);
            }
            _ => {
                map.insert(key.clone(), update.clone());
                trace.put(by);
            }
        }
    }
}

fn append(list: &mut Vec<Value>, update: &Value, trace: &mut Trace, by: Target) {
    trace.step(&list.len().to_string()).put(by);
    list.push(update.clone());
}

fn below(target: &Target, step: &str) -> Target {
    Target {
        document: Arc::clone(&target.document),
        pointer: format!("{}/{step}", target.pointer),
    }
}

fn primitive(value: &Value) -> Option<&'static str> {
    match value {
        Value::Null => Some("null"),
        Value::Bool(_) => Some("a boolean"),
        Value::Number(_) => Some("a number"),
        Value::String(_) => Some("a text"),
        Value::Array(_) | Value::Object(_) => None,
    }
}

/// Characters and values.
fn size(value: &Value) -> usize {
    match value {
        Value::String(text) => 1 + text.len(),
        Value::Array(list) => 1 + list.iter().map(size).sum::<usize>(),
        Value::Object(map) => {
            1 + map
                .iter()
                .map(|(key, value)| key.len() + size(value))
                .sum::<usize>()
        }
        _ => 1,
    }
}

/// Levels of objects and arrays.
fn depth(value: &Value) -> usize {
    let deepest = match value {
        Value::Array(list) => list.iter().map(depth).max(),
        Value::Object(map) => map.values().map(depth).max(),
        _ => return 0,
    };
    1 + deepest.unwrap_or_default()
}
