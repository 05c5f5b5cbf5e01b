//! The directives of a readme.
//!
//! In: the value of `directive:` in a block that counts.
//! Out: a [`Directive`] for each entry that changes descriptions; findings about those that nothing can be made of.
//! Never: reads scripts or paths. `load` does, where the documents are.
//!
//! [`MEMBERS`] says of each member of a directive what becomes of it, [`SOURCES`] of what a directive is for.

use serde_yaml::{Mapping, Value};

use super::blocks::Block;
use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::manifest::directive::{Directive, DirectiveChange, Parameters, Renaming, Subject};
use crate::treatment::Treatment::{self, Handled, Ignored};

const HERE: &str = "manifest::readme::directives";

/// What becomes of each member.
const MEMBERS: &[(&str, Treatment)] = &[
    ("approved-by", Ignored("a note for reviewers")),
    ("from", Handled(HERE)),
    ("reason", Ignored("a note for readers")),
    ("remove-model", Handled(HERE)),
    ("remove-operation", Handled(HERE)),
    ("remove-parameter", Handled(HERE)),
    ("remove-property", Handled(HERE)),
    ("rename-model", Handled(HERE)),
    ("rename-operation", Handled(HERE)),
    ("rename-parameter", Handled(HERE)),
    ("rename-property", Handled(HERE)),
    (
        "suppress",
        Ignored("it silences a linter, and changes nothing"),
    ),
    ("transform", Handled("load::directives")),
    ("where", Handled("load::directives")),
    ("where-model", Handled("load::directives")),
    ("where-operation", Handled("load::directives")),
];

/// Beginnings of a `from` that names no description.
const SOURCES: &[(&str, Treatment)] = &[
    (
        "source-file-",
        Ignored("it changes code that was generated for another language"),
    ),
    (
        "code-model-",
        Ignored("it changes the model that another generator makes of the description"),
    ),
];

/// What becomes of a member of a directive; `None` for one that is not known.
pub(in crate::manifest) fn member(name: &str) -> Option<Treatment> {
    let mut members = MEMBERS.iter();
    members.find(|(known, _)| *known == name).map(|(_, it)| *it)
}

/// What becomes of a directive by its `from`.
pub(in crate::manifest) fn source(from: &str) -> Treatment {
    let mut sources = SOURCES.iter();
    let known = sources.find(|(beginning, _)| from.starts_with(beginning));
    known.map_or(Handled("load::directives"), |(_, it)| *it)
}

/// The directives of a block.
pub(super) fn read(
    path: &str,
    block: &Block,
    value: &Value,
    diagnostics: &mut Diagnostics,
) -> Vec<Directive> {
    let mut directives = Vec::new();
    for (map, (line, column)) in entries(block, value) {
        let place = Place::at(path, line, column);
        match directive(&place, map) {
            Ok(directive) => directives.extend(directive),
            Err(reason) => diagnostics.directive_not_carried_out(&place, &reason),
        }
    }
    directives
}

/// The entries of a `directive:`, with line and column of each. Text instead of a mapping is a remark: `None at the moment`.
pub(super) fn entries<'v>(
    block: &Block,
    value: &'v Value,
) -> impl Iterator<Item = (&'v Mapping, (usize, usize))> {
    let entries = match value {
        Value::Null => &[],
        Value::Sequence(list) => list.as_slice(),
        single => std::slice::from_ref(single),
    };
    let positions = block.positions_of_entries("directive", entries.len());
    let entries = entries.iter().zip(positions);
    entries.filter_map(|(entry, position)| Some((entry.as_mapping()?, position)))
}

/// What a directive is for.
pub(super) fn sources(map: &Mapping) -> Result<Vec<String>, String> {
    texts(map, "from")
}

/// Whether a directive is only for what this generator does not have.
pub(super) fn is_for_others(sources: &[String]) -> bool {
    !sources.is_empty() && sources.iter().all(|from| is_ignored(from))
}

fn is_ignored(from: &str) -> bool {
    matches!(source(from), Ignored(_))
}

/// `None` for one that changes no description.
fn directive(place: &Place, map: &Mapping) -> Result<Option<Directive>, String> {
    let from = sources(map)?;
    if is_for_others(&from) {
        return Ok(None);
    }
    for name in map.keys() {
        let name = name.as_str().unwrap_or_default();
        if member(name).is_none() {
            return Err(format!("`{name}` is not known"));
        }
    }
    let mut changes = changes(map)?;
    let Some((own, change)) = changes.pop() else {
        return match map.contains_key("suppress") {
            true => Ok(None),
            false => Err("it says nothing that is to be done".to_owned()),
        };
    };
    if !changes.is_empty() {
        return Err("it says more than one thing that is to be done".to_owned());
    }
    let subject = match own {
        Some(subject) => subject,
        None => subject(map)?,
    };
    Ok(Some(Directive {
        place: place.clone(),
        from: from.into_iter().filter(|from| !is_ignored(from)).collect(),
        subject,
        change,
    }))
}

/// What is to be done, with the subject where the same member names it.
fn changes(map: &Mapping) -> Result<Vec<(Option<Subject>, DirectiveChange)>, String> {
    let mut changes = Vec::new();
    if let Some(script) = text(map, "transform")? {
        changes.push((None, DirectiveChange::Transform(script)));
    }
    if let Some(name) = text(map, "remove-property")? {
        changes.push((None, DirectiveChange::RemoveProperty(name)));
    }
    if let Some(parameters) = parameters(map, "remove-parameter")? {
        changes.push((None, DirectiveChange::RemoveParameter(parameters)));
    }
    if let Some(id) = text(map, "remove-operation")? {
        changes.push((Some(Subject::Operation(id)), DirectiveChange::Remove));
    }
    if let Some(name) = text(map, "remove-model")? {
        changes.push((Some(Subject::Model(name)), DirectiveChange::Remove));
    }
    if let Some(Renaming { from, to }) = renaming(map, "rename-operation")? {
        let subject = Subject::Operation(from);
        changes.push((Some(subject), DirectiveChange::OperationId(to)));
    }
    if let Some(Renaming { from, to }) = renaming(map, "rename-model")? {
        let subject = Subject::Model(from);
        changes.push((Some(subject), DirectiveChange::ModelName(to)));
    }
    if let Some(renaming) = renaming(map, "rename-property")? {
        changes.push((None, DirectiveChange::PropertyName(renaming)));
    }
    if let Some(renaming) = renaming(map, "rename-parameter")? {
        changes.push((None, DirectiveChange::ParameterName(renaming)));
    }
    Ok(changes)
}

fn subject(map: &Mapping) -> Result<Subject, String> {
    let operation = text(map, "where-operation")?.map(Subject::Operation);
    let model = text(map, "where-model")?.map(Subject::Model);
    let paths = match texts(map, "where")? {
        none if none.is_empty() => None,
        paths => Some(Subject::Paths(paths)),
    };
    let mut subjects = [operation, model, paths].into_iter().flatten();
    match (subjects.next(), subjects.next()) {
        (_, Some(_)) => Err("it says more than once where".to_owned()),
        (subject, None) => Ok(subject.unwrap_or(Subject::Paths(Vec::new()))),
    }
}

fn text(map: &Mapping, key: &str) -> Result<Option<String>, String> {
    match map.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(format!("`{key}` is no text")),
    }
}

fn texts(map: &Mapping, key: &str) -> Result<Vec<String>, String> {
    let Some(Value::Sequence(list)) = map.get(key) else {
        return Ok(text(map, key)?.into_iter().collect());
    };
    let texts = list.iter().map(|value| value.as_str().map(str::to_owned));
    let texts: Option<Vec<String>> = texts.collect();
    texts.ok_or_else(|| format!("`{key}` is neither a text nor a list of texts"))
}

/// `{ in: query, name: a }`, or the name alone.
fn parameters(map: &Mapping, key: &str) -> Result<Option<Parameters>, String> {
    let Some(Value::Mapping(map)) = map.get(key) else {
        let name = text(map, key)?;
        return Ok(name.map(|name| Parameters { name, within: None }));
    };
    let within = text(map, "in")?;
    match text(map, "name")? {
        Some(name) => Ok(Some(Parameters { name, within })),
        None => Err(format!("`{key}` has no `name`")),
    }
}

/// `{ from: a, to: b }`.
fn renaming(map: &Mapping, key: &str) -> Result<Option<Renaming>, String> {
    let Some(value) = map.get(key) else {
        return Ok(None);
    };
    let member = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
    match (member("from"), member("to")) {
        (Some(from), Some(to)) => Ok(Some(Renaming { from, to })),
        _ => Err(format!("`{key}` has no `from` and `to`")),
    }
}
