//! `enum`: the values that a schema allows.
//!
//! In: the list, typed or in JSON.
//! Out: [`Values`], nulls left out.
//! Never: names them.

use serde_json::Value;

/// `enum`, nulls left out, each value with its index in the list.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::lower) enum Values<'a> {
    /// There is no `enum`, or nothing is left of it.
    #[default]
    Free,
    /// Strings only.
    Strings(Vec<(usize, &'a str)>),
    /// Whole numbers only.
    Integers(Vec<(usize, i64)>),
    /// Other numbers, booleans, or a mixture, in JSON.
    Others(Vec<String>),
}

pub(super) fn strings(values: &[Option<String>]) -> Values<'_> {
    let values = values.iter().enumerate();
    let known: Vec<_> = values
        .filter_map(|(index, value)| Some((index, value.as_deref()?)))
        .collect();
    if known.is_empty() {
        Values::Free
    } else {
        Values::Strings(known)
    }
}

pub(super) fn integers(values: &[Option<i64>]) -> Values<'static> {
    let values = values.iter().enumerate();
    let known: Vec<_> = values
        .filter_map(|(index, value)| Some((index, (*value)?)))
        .collect();
    if known.is_empty() {
        Values::Free
    } else {
        Values::Integers(known)
    }
}

pub(super) fn others(values: impl Iterator<Item = String>) -> Values<'static> {
    let values: Vec<_> = values.collect();
    if values.is_empty() {
        Values::Free
    } else {
        Values::Others(values)
    }
}

pub(super) fn any(values: &[Value]) -> Values<'_> {
    let known = values
        .iter()
        .enumerate()
        .filter(|(_, value)| !value.is_null());
    let texts: Option<Vec<_>> = known
        .clone()
        .map(|(index, value)| Some((index, value.as_str()?)))
        .collect();
    match texts {
        Some(texts) if texts.is_empty() => Values::Free,
        Some(texts) => Values::Strings(texts),
        None => {
            let numbers = known
                .clone()
                .map(|(index, value)| Some((index, value.as_i64()?)));
            match numbers.collect::<Option<Vec<_>>>() {
                Some(numbers) => Values::Integers(numbers),
                None => others(known.map(|(_, value)| value.to_string())),
            }
        }
    }
}
