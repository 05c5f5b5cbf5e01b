//! Carries out the edits of a directive on one document.
//!
//! In: edits, what they are about, the value of a document and its [`Trace`].
//! Out: its [`Effect`], or a [`Fault`]; the edits before the fault are made.
//! Never: lets a document grow without end or become too deep, or makes something else than an object of it.
//!
//! The values that a directive is about are looked for once, then changed from the last to the first: inner ones before those around them, later
//! elements before earlier ones, so that those to come stay where they were found.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde_json::Value;

use super::rename;
use super::script::{Edit, Path, Replacement, Times};
use crate::load::overlay::{JsonTarget, Trace, depth, kind, size};
use crate::load::text::DEEPEST;
use crate::location::{escape, unescape};
use crate::manifest::Parameters;

/// What a directive has done to a document; a later one is more.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Effect {
    /// What it is about is not there.
    NothingFound,
    /// What it is about is there, and already so.
    NothingChanged,
    /// It has changed something.
    Changed,
}

/// Why an edit cannot be carried out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Fault {
    /// The document would be no object any more.
    Root,
    /// A text is to be changed, and this is there.
    NoText(&'static str),
    /// A member is to be changed of something that has none.
    NoObject(&'static str),
    /// Something is to be appended to what is no list.
    NoList(&'static str),
    /// A property is to have a name that another one has.
    Taken(String),
    /// A parameter is to be renamed for one operation that others have, too, or may have.
    Shared(String),
    /// More would be added than is allowed.
    TooLarge,
    /// The document would be nested too deeply.
    TooDeep,
}

/// The document and what is known of it.
pub(super) struct Work<'w> {
    pub(super) document: &'w mut Value,
    pub(super) trace: &'w mut Trace,
    /// How many characters and values may still be added.
    pub(super) budget: &'w mut usize,
    /// The pointers of the members that were taken away.
    pub(super) removed: &'w mut BTreeSet<String>,
}

/// Carries out all edits on every value that one of the targets leads to.
pub(super) fn apply(
    edits: &[Edit],
    targets: &[JsonTarget],
    work: &mut Work<'_>,
) -> Result<Effect, Fault> {
    let mut effect = Effect::NothingFound;
    for subject in subjects(targets, work.document) {
        for edit in edits {
            effect = effect.max(work.edit(&subject, edit)?);
        }
    }
    Ok(effect)
}

/// The pointers of all values that the targets lead to, the last first.
fn subjects(targets: &[JsonTarget], document: &Value) -> Vec<String> {
    let found = targets.iter().flat_map(|target| target.pointers(document));
    let found: BTreeSet<String> = found.collect();
    let mut found: Vec<String> = found.into_iter().collect();
    let steps = |pointer: &String| -> Vec<(Option<usize>, String)> {
        let steps = pointer.split('/').skip(1);
        let steps = steps.map(|step| (step.parse().ok(), step.to_owned()));
        steps.collect()
    };
    found.sort_by_key(|pointer| Reverse(steps(pointer)));
    found
}

impl Work<'_> {
    fn edit(&mut self, subject: &str, edit: &Edit) -> Result<Effect, Fault> {
        match edit {
            Edit::Set(path, value) => self.set(&below(subject, path), value),
            Edit::Delete(path) => Ok(self.remove(&below(subject, path))),
            Edit::Remove if subject.is_empty() => Err(Fault::Root),
            Edit::Remove => Ok(self.remove(subject)),
            Edit::Append(path, value) => self.append(&below(subject, path), value),
            Edit::Replace(path, list) => self.replace(&below(subject, path), list),
            Edit::RemoveParameters(parameters) => Ok(self.remove_parameters(subject, parameters)),
            Edit::RenameProperty(renaming) => rename::property(self, subject, renaming),
            Edit::RenameParameter(renaming) => rename::parameter(self, subject, renaming),
        }
    }

    pub(super) fn set(&mut self, pointer: &str, value: &Value) -> Result<Effect, Fault> {
        let there = self.document.pointer(pointer);
        let is_there = there.is_some();
        if there == Some(value) {
            return Ok(Effect::NothingChanged);
        }
        self.afford(pointer, value)?;
        let Some((parent, step)) = pointer.rsplit_once('/') else {
            if !value.is_object() {
                return Err(Fault::Root);
            }
            *self.document = value.clone();
            self.trace.forget();
            return Ok(Effect::Changed);
        };
        if is_there {
            if let Some(there) = self.document.pointer_mut(pointer) {
                *there = value.clone();
            }
            self.trace.at(pointer).forget();
            return Ok(Effect::Changed);
        }
        match self.document.pointer_mut(parent) {
            None => Ok(Effect::NothingFound),
            Some(Value::Object(map)) => {
                map.insert(unescape(step), value.clone());
                Ok(Effect::Changed)
            }
            Some(other) => Err(Fault::NoObject(kind(other))),
        }
    }

    fn append(&mut self, pointer: &str, value: &Value) -> Result<Effect, Fault> {
        self.afford(&format!("{pointer}/0"), value)?;
        match self.document.pointer_mut(pointer) {
            None => Ok(Effect::NothingFound),
            Some(Value::Array(list)) => {
                list.push(value.clone());
                Ok(Effect::Changed)
            }
            Some(other) => Err(Fault::NoList(kind(other))),
        }
    }

    fn replace(&mut self, pointer: &str, list: &[Replacement]) -> Result<Effect, Fault> {
        let text = match self.document.pointer(pointer) {
            None => return Ok(Effect::NothingFound),
            Some(Value::String(text)) => text.clone(),
            Some(other) => return Err(Fault::NoText(kind(other))),
        };
        let mut replaced = text.clone();
        for replacement in list {
            let Replacement {
                pattern,
                with,
                times,
            } = replacement;
            // Each match may become as long as the text and what is put in.
            let matches = match times {
                Times::Once => 1,
                Times::Always => pattern.find_iter(&replaced).count(),
            };
            let longest = replaced.len().saturating_add(with.len());
            self.spend(longest.saturating_mul(matches))?;
            let limit = match times {
                Times::Once => 1,
                Times::Always => 0,
            };
            replaced = pattern.replacen(&replaced, limit, with).into_owned();
        }
        if replaced == text {
            return Ok(Effect::NothingChanged);
        }
        self.set(pointer, &Value::String(replaced))
    }

    /// Takes a member or an element away.
    fn remove(&mut self, pointer: &str) -> Effect {
        let Some((parent, step)) = pointer.rsplit_once('/') else {
            return Effect::NothingFound;
        };
        match self.document.pointer_mut(parent) {
            Some(Value::Object(map)) => {
                if map.shift_remove(&unescape(step)).is_none() {
                    return Effect::NothingChanged;
                }
                self.trace.at(parent).remove(step);
                self.removed.insert(pointer.to_owned());
                Effect::Changed
            }
            Some(Value::Array(list)) => {
                let length = list.len();
                let Some(index) = step.parse().ok().filter(|index| *index < length) else {
                    return Effect::NothingChanged;
                };
                list.remove(index);
                let kept: Vec<usize> = (0..length).filter(|kept| *kept != index).collect();
                self.trace.at(parent).keep(&kept);
                Effect::Changed
            }
            Some(_) => Effect::NothingChanged,
            None => Effect::NothingFound,
        }
    }

    fn remove_parameters(&mut self, subject: &str, wanted: &Parameters) -> Effect {
        let pointer = format!("{subject}/parameters");
        let Some(list) = self.document.pointer(&pointer).and_then(Value::as_array) else {
            return Effect::NothingFound;
        };
        let is_meant = |value: &Value| {
            let text = |key: &str| value.get(key).and_then(Value::as_str);
            text("name") == Some(&wanted.name)
                && (wanted.within.is_none() || text("in") == wanted.within.as_deref())
        };
        let indices = (0..).zip(list).filter(|(_, value)| is_meant(value));
        let mut indices: Vec<usize> = indices.map(|(index, _)| index).collect();
        indices.reverse();
        let mut effect = Effect::NothingChanged;
        for index in indices {
            effect = effect.max(self.remove(&format!("{pointer}/{index}")));
        }
        effect
    }

    fn afford(&mut self, pointer: &str, value: &Value) -> Result<(), Fault> {
        if pointer.matches('/').count() + depth(value) > DEEPEST {
            return Err(Fault::TooDeep);
        }
        self.spend(size(value))
    }

    pub(super) fn spend(&mut self, cost: usize) -> Result<(), Fault> {
        *self.budget = self.budget.checked_sub(cost).ok_or(Fault::TooLarge)?;
        Ok(())
    }
}

fn below(subject: &str, path: &Path) -> String {
    let mut pointer = subject.to_owned();
    for step in path {
        pointer.push('/');
        pointer.push_str(&escape(step));
    }
    pointer
}
