//! Decides which client an operation belongs to and what its method is called.
//!
//! In: the operationIds of one api-version.
//! Out: the groups, sorted by name, and a [`Home`] for each operation.
//! Never: looks at what operations do, except that a long-running one's method begins with `begin_`.

use std::collections::{BTreeMap, BTreeSet};

use crate::azure;
use crate::diagnostic::Diagnostics;
use crate::load::Document;
use crate::lower::distinct::{Scope, Spelling};
use crate::lower::inventory::Described;
use crate::lower::sections::file_name;
use crate::model::{Doc, Group, GroupId};
use crate::name::Name;

/// The client and the method of an operation.
#[derive(Clone, Debug)]
pub(super) struct Home {
    /// `None` for the root client.
    pub group: Option<GroupId>,
    /// Distinct within the client.
    pub name: Name,
}

/// What every client has beside its operations. The last two take a client by value and so come before its own methods.
const METHODS_OF_CLIENTS: &[&str] = &["new", "endpoint", "into", "try_into"];

/// The groups of the operations, and a home for each operation in the given order.
pub(super) fn assign(
    described: &[Described<'_>],
    root: &Name,
    diagnostics: &mut Diagnostics,
) -> (Vec<Group>, Vec<Home>) {
    let kept = spellings(described, diagnostics);
    let mut members: BTreeMap<&str, Vec<&Described<'_>>> = kept
        .values()
        .map(|name| (name.as_str(), Vec::new()))
        .collect();
    let mut names = Vec::new();
    for operation in described {
        let name = split(&operation.id)
            .0
            .and_then(|group| kept.get(&folded(group)))
            .map(String::as_str);
        if let Some(members) = name.and_then(|name| members.get_mut(name)) {
            members.push(operation);
        }
        names.push(name);
    }
    let groups = groups(&members, root, diagnostics);
    let order: BTreeMap<&str, usize> = members
        .keys()
        .enumerate()
        .map(|(index, name)| (*name, index))
        .collect();
    let group_of: Vec<Option<GroupId>> = names
        .into_iter()
        .map(|name| order.get(name?).copied().map(GroupId))
        .collect();
    let names = method_names(described, &group_of, &groups, diagnostics);
    let homes = group_of
        .into_iter()
        .zip(names)
        .map(|(group, name)| Home { group, name })
        .collect();
    (groups, homes)
}

/// The groups, sorted by name, with clients of distinct names: `CertificateClient`, or `CertificateOperationsClient` when that is the root client's name, or
/// `CertificateGroupClient` when that is a group's.
fn groups(
    members: &BTreeMap<&str, Vec<&Described<'_>>>,
    root: &Name,
    diagnostics: &mut Diagnostics,
) -> Vec<Group> {
    let client = |name: &str, end: &str| {
        Name::from_wire(&format!("{}{end}", Name::from_wire(name).pascal()))
    };
    let mut scope = Scope::new(
        Spelling::Pascal,
        [root.pascal(), format!("{}Options", root.pascal())],
    );
    let mut files = Scope::new(Spelling::Snake, [""; 0]);
    let tags = tags(members.values().flatten().copied());
    // First all that get the plain name, so that no made name takes it from them.
    let plain: Vec<Option<Name>> = members
        .keys()
        .map(|name| Some(client(name, "Client")).filter(|client| scope.take(client)))
        .collect();
    let groups = members
        .iter()
        .zip(plain)
        .map(|((name, operations), plain)| {
            let client = plain.unwrap_or_else(|| {
                // A group of the name that the first of them makes is common: `Pets` and `PetsOperations`.
                let renamed = ["OperationsClient", "GroupClient"]
                    .map(|end| client(name, end))
                    .into_iter()
                    .find(|free| scope.take(free))
                    .unwrap_or_else(|| scope.claim(client(name, "OperationsClient")));
                if let Some(first) = operations.first() {
                    diagnostics.group_named_as_root(
                        &first.place,
                        name,
                        &root.pascal(),
                        &renamed.pascal(),
                    );
                }
                renamed
            });
            Group {
                name: files.claim(file_name(name)),
                client,
                doc: doc(name, operations, &tags),
            }
        });
    groups.collect()
}

/// `Certificate_Get` is the method `Get` of the group `Certificate`; without `_` there is no group.
fn split(id: &str) -> (Option<&str>, &str) {
    match id.split_once('_') {
        Some((group, method)) if !group.trim().is_empty() && !method.is_empty() => {
            (Some(group.trim()), method)
        }
        _ => (None, id),
    }
}

fn folded(group: &str) -> String {
    Name::from_wire(group).pascal().to_lowercase()
}

/// Folded group name → the spelling that counts: of several that differ by case the first in alphabetical order.
fn spellings(
    described: &[Described<'_>],
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, String> {
    let mut kept: BTreeMap<String, String> = BTreeMap::new();
    for group in described
        .iter()
        .filter_map(|operation| split(&operation.id).0)
    {
        let spelling = kept
            .entry(folded(group))
            .or_insert_with(|| group.to_owned());
        if group < spelling.as_str() {
            *spelling = group.to_owned();
        }
    }
    let mut warned = BTreeSet::new();
    for operation in described {
        let Some(group) = split(&operation.id).0 else {
            continue;
        };
        if let Some(spelling) = kept
            .get(&folded(group))
            .filter(|spelling| *spelling != group)
            && warned.insert(group)
        {
            diagnostics.groups_differ_by_case(&operation.place, group, spelling);
        }
    }
    kept
}

/// The description of the tag with the group's name, else a line made of the name.
fn doc(group: &str, operations: &[&Described<'_>], tags: &Tags<'_>) -> Doc {
    let name = singular(group);
    let mut documents: Vec<&str> = Vec::new();
    for operation in operations {
        let path = operation.document.path.as_ref();
        if !documents.contains(&path) {
            documents.push(path);
        }
    }
    match documents
        .into_iter()
        .find_map(|path| tags.get(&(path, name.clone())).copied().flatten())
    {
        Some(description) => Doc {
            summary: None,
            description: Some(description.to_owned()),
        },
        None => Doc {
            summary: Some(format!("Operations of the group `{group}`.")),
            description: None,
        },
    }
}

/// The descriptions of the tags of all documents, by document and [`singular`] name. They are folded once: there may be as many tags as groups.
type Tags<'a> = BTreeMap<(&'a str, String), Option<&'a str>>;

fn tags<'a>(operations: impl Iterator<Item = &'a Described<'a>>) -> Tags<'a> {
    let documents: BTreeMap<&str, &Document> = operations
        .map(|operation| (operation.document.path.as_ref(), operation.document))
        .collect();
    let mut tags = Tags::new();
    for (path, document) in documents {
        for tag in &document.api.tags {
            let description = tag.description.as_deref();
            // Of several tags that are alike the first counts.
            tags.entry((path, singular(&tag.name)))
                .or_insert(description.filter(|text| !text.trim().is_empty()));
        }
    }
    tags
}

fn singular(name: &str) -> String {
    folded(name).trim_end_matches('s').to_owned()
}

/// A method name for each operation. Where two would be alike, the one whose path comes first in the alphabet keeps it, so that the
/// order of files does not matter.
fn method_names(
    described: &[Described<'_>],
    group_of: &[Option<GroupId>],
    groups: &[Group],
    diagnostics: &mut Diagnostics,
) -> Vec<Name> {
    let mut order: Vec<(usize, &Described<'_>, Option<GroupId>)> = described
        .iter()
        .zip(group_of)
        .enumerate()
        .map(|(index, (operation, group))| (index, operation, *group))
        .collect();
    order.sort_by_key(|(_, operation, _)| {
        (operation.path, operation.verb(), &operation.document.path)
    });

    let mut scopes: BTreeMap<Option<GroupId>, Scope> = BTreeMap::new();
    let mut names: BTreeMap<usize, Name> = BTreeMap::new();
    let mut owners: BTreeMap<(Option<GroupId>, String), usize> = BTreeMap::new();
    for (index, operation, group) in order {
        let scope = scopes
            .entry(group)
            .or_insert_with(|| Scope::new(Spelling::Snake, reserved(group, groups)));
        let wanted = method_name(operation);
        let name = claim(scope, &wanted, operation);
        if name != wanted {
            warn_renamed(
                operation,
                &wanted,
                &name,
                owners
                    .get(&(group, method(operation, &wanted)))
                    .and_then(|first| described.get(*first)),
                diagnostics,
            );
        }
        owners
            .entry((group, method(operation, &wanted)))
            .or_insert(index);
        names.insert(index, name);
    }
    names.into_values().collect()
}

fn reserved(group: Option<GroupId>, groups: &[Group]) -> Vec<String> {
    let common = METHODS_OF_CLIENTS.iter().map(|name| (*name).to_owned());
    match group {
        Some(_) => common.collect(),
        None => common
            .chain(groups.iter().map(|group| group.client.snake()))
            .collect(),
    }
}

/// The operationId without its group. `Begin` of a long-running operation is left out, because its method begins with it anyway.
fn method_name(operation: &Described<'_>) -> Name {
    let method = split(&operation.id).1;
    let name = Name::from_wire(method);
    let begun = name.snake().strip_prefix("begin_").map(str::to_owned);
    match begun.filter(|_| is_long_running(operation)) {
        Some(rest) => name.preferring(&rest),
        None => name,
    }
}

/// The method as it will be called: long-running ones get a prefix.
fn method(operation: &Described<'_>, name: &Name) -> String {
    match is_long_running(operation) {
        true => format!("begin_{}", name.snake()),
        false => name.snake(),
    }
}

fn is_long_running(operation: &Described<'_>) -> bool {
    azure::operation::is_long_running(&operation.operation.extensions)
}

fn claim(scope: &mut Scope, wanted: &Name, operation: &Described<'_>) -> Name {
    // Both the plain and the prefixed spelling are taken: a long-running operation may turn out to be none.
    scope.claim_with(wanted.clone(), |name| {
        Name::from_wire(&method(operation, name))
    })
}

fn warn_renamed(
    operation: &Described<'_>,
    wanted: &Name,
    name: &Name,
    first: Option<&Described<'_>>,
    diagnostics: &mut Diagnostics,
) {
    let renamed = method(operation, name);
    match first {
        Some(first) if first.id == operation.id => {
            diagnostics.duplicate_operation_id(
                &operation.place,
                &first.place,
                &operation.id,
                &renamed,
            );
        }
        _ => {
            // A method that is no operation's is one that all clients have.
            let becomes = method(operation, wanted);
            let (place, id) = first.map_or((&operation.place, becomes.as_str()), |first| {
                (&first.place, first.id.as_str())
            });
            diagnostics.names_collide(
                &operation.place,
                place,
                "methods",
                (id, &operation.id),
                &becomes,
                &renamed,
            );
        }
    }
}
