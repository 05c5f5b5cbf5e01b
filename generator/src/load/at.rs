//! Two pointers side by side while a document is read: where a value goes, and where it stands in the source text.
//!
//! In: steps, one at a time.
//! Out: both pointers, when someone asks; and [`Moves`], which leads from the first to the second afterwards.
//! Never: allocates for a step. Most values have nothing to report, so pointers are spelled only on demand.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::location::escape;

/// One value's position. Each step keeps its parent on the stack.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    parent: Option<&'a At<'a>>,
    loaded: Step<'a>,
    source: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Stay,
    Key(&'a str),
    Index(usize),
    /// Several steps at once, already escaped.
    Pointer(&'a str),
}

impl At<'static> {
    /// The whole document.
    pub(super) const ROOT: Self = At {
        parent: None,
        loaded: Step::Stay,
        source: Step::Stay,
    };
}

impl<'a> At<'a> {
    /// A value whose pointers have nothing in common, each complete.
    pub(super) fn anywhere(loaded: &'a str, source: &'a str) -> Self {
        At {
            parent: None,
            loaded: Step::Pointer(loaded),
            source: Step::Pointer(source),
        }
    }

    /// The member `key`, here and in the source.
    pub(super) fn key(&'a self, key: &'a str) -> Self {
        self.step(Step::Key(key), Step::Key(key))
    }

    /// The element `index`, here and in the source.
    pub(super) fn index(&'a self, index: usize) -> Self {
        self.step(Step::Index(index), Step::Index(index))
    }

    /// The member `key` of the loaded document only: conversion made it out of the same source value.
    pub(super) fn loaded_key(&'a self, key: &'a str) -> Self {
        self.step(Step::Key(key), Step::Stay)
    }

    /// The element `index` of the loaded document only.
    pub(super) fn loaded_index(&'a self, index: usize) -> Self {
        self.step(Step::Index(index), Step::Stay)
    }

    /// The member `key` of the source only.
    pub(super) fn source_key(&'a self, key: &'a str) -> Self {
        self.step(Step::Stay, Step::Key(key))
    }

    /// The element `index` of the source only.
    pub(super) fn source_index(&'a self, index: usize) -> Self {
        self.step(Step::Stay, Step::Index(index))
    }

    /// The pointer in the loaded document.
    pub(super) fn loaded(&self) -> String {
        let mut pointer = String::new();
        self.spell(&mut pointer, |at| at.loaded);
        pointer
    }

    /// The pointer in the source text.
    pub(super) fn source(&self) -> String {
        let mut pointer = String::new();
        self.spell(&mut pointer, |at| at.source);
        pointer
    }

    fn step(&'a self, loaded: Step<'a>, source: Step<'a>) -> Self {
        At {
            parent: Some(self),
            loaded,
            source,
        }
    }

    fn spell(&self, pointer: &mut String, side: fn(&At<'a>) -> Step<'a>) {
        if let Some(parent) = self.parent {
            parent.spell(pointer, side);
        }
        match side(self) {
            Step::Stay => {}
            Step::Key(key) if key.contains(['~', '/']) => {
                pointer.push('/');
                pointer.push_str(&escape(key));
            }
            Step::Key(key) => {
                pointer.push('/');
                pointer.push_str(key);
            }
            // Writing to a String cannot fail.
            Step::Index(index) => drop(write!(pointer, "/{index}")),
            Step::Pointer(steps) => pointer.push_str(steps),
        }
    }
}

/// Where the values stand in the source that conversion has moved: pointer in the loaded document → pointer in the source.
///
/// Only the tops of moved parts are listed; what is below moved along.
#[derive(Clone, Debug, Default)]
pub(super) struct Moves(BTreeMap<String, String>);

impl Moves {
    /// Notes that the value at `at` stands elsewhere in the source.
    pub(super) fn note(&mut self, at: &At<'_>) {
        self.0.insert(at.loaded(), at.source());
    }

    /// The source pointer of a loaded one: the entry with the longest fitting prefix decides.
    pub(super) fn source_of(&self, loaded: &str) -> String {
        let mut prefix = loaded;
        loop {
            if let Some(source) = self.0.get(prefix) {
                let rest = loaded.strip_prefix(prefix).unwrap_or_default();
                return format!("{source}{rest}");
            }
            match prefix.rsplit_once('/') {
                Some((shorter, _)) => prefix = shorter,
                None => return loaded.to_owned(),
            }
        }
    }

    /// The loaded pointer of a source one, for findings made before the document was converted.
    pub(super) fn loaded_of(&self, source: &str) -> String {
        let best = self
            .0
            .iter()
            .filter(|(_, from)| is_prefix(from, source))
            .max_by_key(|(_, from)| from.len());
        match best {
            Some((to, from)) => format!(
                "{to}{}",
                source.strip_prefix(from.as_str()).unwrap_or_default()
            ),
            None => source.to_owned(),
        }
    }
}

fn is_prefix(prefix: &str, pointer: &str) -> bool {
    pointer
        .strip_prefix(prefix)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
