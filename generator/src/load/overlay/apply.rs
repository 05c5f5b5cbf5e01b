//! Carries out one action on one document.
//!
//! In: an [`Action`], the value of a document and its [`Trace`].
//! Out: its [`Effect`], or a [`Fault`]; the document may then be half changed, and nothing is written.
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

/// What an action has done to a document; a later one is more.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Effect {
    /// Its target leads to nothing.
    NothingFound,
    /// All that it would put in is there already.
    NothingChanged,
    /// It has changed something.
    Changed,
    /// It has appended a list as one entry to a list that holds none.
    ListInList,
}

/// Why an action cannot be carried out.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Fault {
    /// The target leads to a value that is neither object nor array: what it is.
    Primitive(&'static str),
    /// The target leads to an object, and the update is none.
    NoObject,
    /// An object or an array would have to become something else.
    Clash(Clash),
    /// The whole document would be removed.
    Everything,
    /// More would be added than is allowed.
    TooLarge,
    /// The document would be nested too deeply.
    TooDeep,
}

/// Two values that cannot be merged.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Clash {
    /// Of the one in the overlay.
    pub(super) pointer: String,
    /// What that is.
    pub(super) given: &'static str,
    /// What is in the document.
    pub(super) there: &'static str,
}

/// Carries out an action. `budget` is how many characters and values may still be added to the document.
pub(super) fn apply(
    action: &Action,
    document: &mut Value,
    trace: &mut Trace,
    budget: &mut usize,
) -> Result<Effect, Fault> {
    let hits = action.target.find(document);
    let values = hits.values();
    if let Some(primitive) = values.iter().find(|value| !is_container(value)) {
        return Err(Fault::Primitive(kind(primitive)));
    }
    let number = values.len();
    if number == 0 {
        return Ok(Effect::NothingFound);
    }
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
        effect: Effect::NothingChanged,
        clash: None,
    };
    work.inside_out(document);
    match work.clash {
        Some(clash) => Err(Fault::Clash(clash)),
        None if depth(document) > DEEPEST => Err(Fault::TooDeep),
        None => Ok(work.effect),
    }
}

struct Work<'a> {
    hits: BTreeSet<*const Value>,
    action: &'a Action,
    trace: &'a mut Trace,
    /// Of the value that is being visited.
    pointer: String,
    /// The most that was done so far.
    effect: Effect,
    /// The first one.
    clash: Option<Clash>,
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
                self.effect = Effect::Changed;
                let trace = self.trace.at(&self.pointer);
                for (key, _) in map.iter().filter(|(_, value)| is_hit(value)) {
                    trace.remove(&escape(key));
                }
                let gone: Vec<bool> = map.values().map(is_hit).collect();
                let mut gone = gone.into_iter();
                map.retain(|_, _| !gone.next().unwrap_or_default());
            }
            Value::Array(list) if list.iter().any(is_hit) => {
                self.effect = Effect::Changed;
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
        let mut merging = Merging {
            effect: &mut self.effect,
            clash: &mut self.clash,
        };
        let trace = self.trace.at(&self.pointer);
        match (value, update) {
            (Value::Object(map), Value::Object(update)) => merging.merge(map, update, trace, &by),
            (Value::Array(list), update) => {
                let is_first = update.is_array() && !list.iter().any(Value::is_array);
                merging.append(list, update, trace, by);
                if is_first {
                    merging.note(Effect::ListInList);
                }
            }
            // What else a target leads to was refused before.
            _ => {}
        }
    }
}

/// What comes of merging a value.
struct Merging<'a> {
    effect: &'a mut Effect,
    clash: &'a mut Option<Clash>,
}

impl Merging<'_> {
    fn note(&mut self, effect: Effect) {
        *self.effect = effect.max(*self.effect);
    }

    /// Objects are merged member by member, arrays get the elements of the update's at their end, scalars are replaced. An object or an
    /// array becomes nothing else: what would be lost with it, the update does not tell. A scalar may, for no action can remove it.
    fn merge(
        &mut self,
        map: &mut Map<String, Value>,
        update: &Map<String, Value>,
        trace: &mut Trace,
        by: &Target,
    ) {
        for (key, update) in update {
            let step = escape(key);
            let by = below(by, &step);
            match (map.get_mut(key), update) {
                (Some(Value::Object(map)), Value::Object(update)) => {
                    self.merge(map, update, trace.step(&step), &by);
                }
                (Some(Value::Array(list)), Value::Array(update)) => {
                    let trace = trace.step(&step);
                    for (index, update) in update.iter().enumerate() {
                        self.append(list, update, trace, below(&by, &index.to_string()));
                    }
                }
                (Some(there), given) if is_container(there) => {
                    self.clash.get_or_insert(Clash {
                        pointer: by.pointer,
                        given: kind(given),
                        there: kind(there),
                    });
                }
                // It stays what the description says.
                (Some(there), given) if there == given => {}
                _ => {
                    self.note(Effect::Changed);
                    map.insert(key.clone(), update.clone());
                    trace.step(&step).put(by);
                }
            }
        }
    }

    fn append(&mut self, list: &mut Vec<Value>, update: &Value, trace: &mut Trace, by: Target) {
        self.note(Effect::Changed);
        trace.step(&list.len().to_string()).put(by);
        list.push(update.clone());
    }
}

fn below(target: &Target, step: &str) -> Target {
    Target {
        document: Arc::clone(&target.document),
        pointer: format!("{}/{step}", target.pointer),
    }
}

fn is_container(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

/// What a value is, for messages.
pub(in crate::load) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Characters and values.
pub(in crate::load) fn size(value: &Value) -> usize {
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
pub(in crate::load) fn depth(value: &Value) -> usize {
    let deepest = match value {
        Value::Array(list) => list.iter().map(depth).max(),
        Value::Object(map) => map.values().map(depth).max(),
        _ => return 0,
    };
    1 + deepest.unwrap_or_default()
}
