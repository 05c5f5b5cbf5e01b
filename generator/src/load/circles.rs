//! References that lead only to each other.
//!
//! In: all links between the files.
//! Out: one error for each circle; nothing in a circle can ever be resolved.
//! Never: minds a circle that passes through a schema's own content, which is an ordinary recursive type.

use std::collections::{BTreeMap, BTreeSet};

use super::gather::Gathered;
use super::reference::Target;
use super::sites::Company;
use crate::diagnostic::Diagnostics;
use crate::location::Place;

/// Reports all circles of references with nothing between.
pub(super) fn report(gathered: &Gathered, diagnostics: &mut Diagnostics) {
    let next: BTreeMap<&Target, &Target> = gathered
        .links
        .iter()
        .filter(|link| link.company == Company::Alone)
        .map(|link| (&link.from, &link.to))
        .collect();
    let mut done: BTreeSet<&Target> = BTreeSet::new();
    for start in next.keys() {
        let mut trail: Vec<&Target> = Vec::new();
        let mut on_trail: BTreeSet<&Target> = BTreeSet::new();
        let mut at = *start;
        while !done.contains(at) && on_trail.insert(at) {
            trail.push(at);
            match next.get(at) {
                Some(target) => at = target,
                None => break,
            }
        }
        if !done.contains(at)
            && next.contains_key(at)
            && let Some(first) = trail.iter().position(|target| *target == at)
        {
            let chain: Vec<String> = trail
                .iter()
                .skip(first)
                .chain([&at])
                .map(ToString::to_string)
                .collect();
            diagnostics.circular_reference(&Place::new(&at.document, &at.pointer), &chain);
        }
        done.extend(trail);
    }
}
