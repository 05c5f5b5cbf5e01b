//! Names of types: from what the description says to one distinct name each.
//!
//! In: a [`Claim`] for each type: what the description calls it, or the words of the places where it is met.
//! Out: the name of each type that is used, distinct within its api-version and from what emitted code needs.
//! Never: depends on the order of files, of operations or of definitions; renames fields.
//!
//! # Rules
//!
//! 1. `[rename]` of the manifest, else `x-ms-enum.name`, else `x-ms-client-name`, else the definition's name. A type without
//!    any of these gets the words of its place: `CertificateContractProperties`.
//! 2. What Rust's prelude, the emitted code or the emitted clients call their own gets `Model` behind it: `Error` becomes `ErrorModel`.
//!    That is no warning, because it is no fault. A type that is called `ErrorModel` in the description keeps its name, though.
//!    The same goes for a name without a capital (`_74`), which may be that of a module or method as well.
//! 3. Different definitions of one name in several files: the first in the order of paths keeps it, the others get the stem of
//!    their file in front: `AlertsResource`.
//! 4. What still collides is numbered: definitions before enumerations before the rest, each in the order of their places.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::lower::site::Site;
use crate::model::TypeDefinition;
use crate::name::{Name, distinct};

/// Names that emitted code or its users mean something else by: Rust's prelude, and what emitted files import, and
/// the variant of unions beside those that are called like their types. Sorted.
const TAKEN: &[&str] = &[
    "Arc",
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Base64",
    "Base64Url",
    "Box",
    "Bytes",
    "ClientMethodOptions",
    "ClientOptions",
    "Clone",
    "Collection",
    "Connection",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "Etag",
    "ExactSizeIterator",
    "ExpectedBody",
    "Extend",
    "FinalState",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "HashMap",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "JsonFormat",
    "Method",
    "MockResponse",
    "MockTransport",
    "NoFormat",
    "None",
    "OffsetDateTime",
    "Ok",
    "OperationStatus",
    "Option",
    "Ord",
    "Pager",
    "PagerOptions",
    "PartialEq",
    "PartialOrd",
    "Poller",
    "PollerOptions",
    "Polling",
    "RequestContent",
    "Response",
    "Result",
    "Rfc1123",
    "SafeDebug",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "TokenCredential",
    "TryFrom",
    "UnixTime",
    "UnknownKind",
    "Url",
    "Value",
    "Vec",
    "XmlFormat",
];

/// What a type wants to be called.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    origin: Origin,
    name: Option<Name>,
    words: BTreeSet<(usize, Vec<String>)>,
    place: Place,
}

/// Where a name comes from. In this order names are kept.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Origin {
    /// A definition of the description.
    Definition,
    /// `x-ms-enum`.
    Enumeration,
    /// The place where the type is used.
    Inline,
}

impl Claim {
    /// A type with a name.
    pub fn named(origin: Origin, name: Name, place: &Place) -> Self {
        Self {
            origin,
            name: Some(name),
            words: BTreeSet::new(),
            place: place.clone(),
        }
    }

    /// A type that is named by where it stands.
    pub fn inline(site: &Site) -> Self {
        Self {
            origin: Origin::Inline,
            name: None,
            words: BTreeSet::from([(site.words.len(), site.words.clone())]),
            place: site.place.clone(),
        }
    }

    /// The type is met again under other words.
    pub fn also_called(&mut self, site: &Site) {
        if self.origin == Origin::Inline {
            self.words.insert((site.words.len(), site.words.clone()));
        }
    }

    /// The type is described again, in the same way.
    pub fn also_described_at(&mut self, place: &Place) {
        if order(place) < order(&self.place) {
            self.place = place.clone();
        }
    }

    /// The name under which equal enumerations are one, in PascalCase.
    pub fn shared_name(&self) -> Option<String> {
        match self.origin {
            Origin::Enumeration => self.name.as_ref().map(Name::pascal),
            Origin::Definition | Origin::Inline => None,
        }
    }

    /// Its name, or the fewest words it goes by, the first in the alphabet among as many. Not yet distinct.
    pub fn name(&self) -> Name {
        let words = || {
            let (_, words) = self.words.first()?;
            Some(Name::from_wire(&words.join(" ")))
        };
        self.name
            .clone()
            .or_else(words)
            .unwrap_or_else(|| Name::from_wire(""))
    }
}

/// Gives every definition in use its name.
pub(super) fn settle(
    definitions: &mut [TypeDefinition],
    claims: &[Claim],
    reserved: &[String],
    diagnostics: &mut Diagnostics,
) {
    let mut used: Vec<(&Claim, &mut TypeDefinition)> = claims
        .iter()
        .zip(definitions)
        .filter(|(_, definition)| !definition.usage().is_empty())
        .collect();
    used.sort_by_cached_key(|(claim, _)| {
        let name = claim.name();
        let gives_way = free_of(name.clone(), reserved) != name;
        (gives_way, claim.origin, order(&claim.place), name)
    });
    let claims: Vec<&Claim> = used.iter().map(|(claim, _)| *claim).collect();
    for (name, (_, definition)) in names(&claims, reserved, diagnostics).into_iter().zip(used) {
        match definition {
            TypeDefinition::Object(object) => object.name = name,
            TypeDefinition::Enumeration(enumeration) => enumeration.name = name,
            TypeDefinition::Union(union) => union.name = name,
        }
    }
}

/// Distinct names for claims in the order in which they keep them.
fn names(claims: &[&Claim], reserved: &[String], diagnostics: &mut Diagnostics) -> Vec<Name> {
    let wanted: Vec<Name> = claims
        .iter()
        .map(|claim| free_of(claim.name(), reserved))
        .collect();
    let mut first_uses: BTreeMap<String, usize> = BTreeMap::new();
    let mut firsts: Vec<Option<usize>> = Vec::new();
    let mut names = Vec::new();
    for (index, (claim, name)) in claims.iter().zip(&wanted).enumerate() {
        let first = *first_uses.entry(name.pascal()).or_insert(index);
        firsts.push((first < index).then_some(first));
        let from_other_file = claims.get(first).is_some_and(|first| {
            first.origin == Origin::Definition && first.place.document != claim.place.document
        });
        names.push(if claim.origin == Origin::Definition && from_other_file {
            free_of(behind_stem(name, &claim.place), reserved)
        } else {
            name.clone()
        });
    }
    for (index, first) in distinct(&mut names, Name::pascal) {
        if let Some(known) = firsts.get_mut(index) {
            known.get_or_insert(first);
        }
    }
    for ((claim, first), (wanted, name)) in claims.iter().zip(firsts).zip(wanted.iter().zip(&names))
    {
        if let Some(first) = first.and_then(|first| claims.get(first)) {
            report(claim, first, wanted, &name.pascal(), diagnostics);
        }
    }
    names
}

/// Places in the order of the text as far as it has one: the tenth element of a list comes after the ninth, also when something is put before them.
fn order(place: &Place) -> (Arc<str>, Vec<(Option<usize>, String)>) {
    let steps = place.pointer.split('/');
    let steps = steps.map(|step| (step.parse().ok(), step.to_owned()));
    (place.document.clone(), steps.collect())
}

fn report(
    claim: &Claim,
    first: &Claim,
    wanted: &Name,
    renamed: &str,
    diagnostics: &mut Diagnostics,
) {
    let name = wanted.pascal();
    match (first.origin, claim.origin) {
        (Origin::Enumeration, Origin::Enumeration) => {
            diagnostics.enumeration_twice(&claim.place, &first.place, &name, renamed);
        }
        (Origin::Definition, Origin::Definition)
            if first.place.document != claim.place.document =>
        {
            diagnostics.definition_twice(&claim.place, &first.place, &name, renamed);
        }
        _ => {
            let (earlier, later) = (first.name(), claim.name());
            if earlier.spelled() == later.spelled() {
                diagnostics.type_name_twice(&claim.place, &first.place, &name, renamed);
            } else {
                let names = (earlier.spelled(), later.spelled());
                diagnostics.names_collide(
                    &claim.place,
                    &first.place,
                    "types",
                    names,
                    &name,
                    renamed,
                );
            }
        }
    }
}

/// The name with `Model` behind it when it is taken.
fn free_of(mut name: Name, reserved: &[String]) -> Name {
    loop {
        let pascal = name.pascal();
        let is_type = pascal.contains(|c: char| c.is_ascii_uppercase());
        let is_taken = TAKEN.binary_search(&pascal.as_str()).is_ok() || reserved.contains(&pascal);
        if is_type && !is_taken {
            return name;
        }
        let longer = format!("{} Model", name.spelled());
        name = name.preferring(&longer);
    }
}

/// The name with the stem of its file in front.
fn behind_stem(name: &Name, place: &Place) -> Name {
    let file = place.document.rsplit('/').next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    name.clone()
        .preferring(&format!("{stem} {}", name.spelled()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taken_names_are_sorted() {
        assert!(TAKEN.is_sorted());
    }

    #[test]
    fn a_type_is_never_spelled_like_a_module() {
        let called = |wire: &str| free_of(Name::from_wire(wire), &[]).pascal();
        assert_eq!(called("74"), "_74Model");
        assert_eq!(called("1st"), "_1stModel");
        assert_eq!(called("1stParty"), "_1stParty");
    }

    #[test]
    fn what_a_client_takes_is_left_to_it() {
        let reserved = [
            "CertificateClient".to_owned(),
            "CertificateClientModel".to_owned(),
        ];
        let name = free_of(Name::from_wire("CertificateClient"), &reserved);
        assert_eq!(name.pascal(), "CertificateClientModelModel");
    }
}
