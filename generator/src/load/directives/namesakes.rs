//! References to what a directive took away.
//!
//! In: all files, and what was taken away from them.
//! Out: each reference to a component that is gone leads to the component of the same name in another file.
//! Never: touches a reference that dangles for another reason, or chooses between components that differ.
//!
//! AutoRest makes one document of all inputs before it looks for what references mean, so that a directive can take away all but one of several
//! components of one name, and every reference still finds it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::load::gather::Gathered;
use crate::load::reference::Target;

/// Lets the references to what was taken away lead to its namesake.
pub(super) fn reconnect(removed: &BTreeSet<Target>, gathered: &mut Gathered) {
    let gone = removed.iter().filter(|gone| gathered.find(gone).is_none());
    let namesakes = gone.filter_map(|gone| Some((gone, namesake(gathered, gone)?)));
    let namesakes: BTreeMap<&Target, Target> = namesakes.collect();
    let Gathered { files, links, .. } = gathered;
    for link in links {
        let Some(namesake) = namesakes.get(&link.to) else {
            continue;
        };
        let file = files.get_mut(&link.from.document);
        let site = file.and_then(|file| file.value.pointer_mut(&link.from.pointer));
        if let Some(reference) = site.and_then(|site| site.get_mut("$ref")) {
            *reference = Value::String(namesake.seen_from(&link.from.document));
            link.to = namesake.clone();
        }
    }
}

/// What stands at the same pointer in the other files, when it is the same in all that have it.
fn namesake(gathered: &Gathered, gone: &Target) -> Option<Target> {
    let dialect = gathered.dialect(&gone.document)?;
    let mut found = gathered.files.iter().filter_map(|(document, file)| {
        let value = file.value.pointer(&gone.pointer)?;
        (file.dialect == dialect).then_some((document, value))
    });
    let (document, value) = found.next()?;
    found.all(|(_, other)| other == value).then(|| Target {
        document: document.clone(),
        pointer: gone.pointer.clone(),
    })
}
