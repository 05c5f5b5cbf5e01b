//! An overlay file → [`Overlay`].
//!
//! In: the value of a file that the manifest names as an overlay.
//! Out: its actions in order, each with its place; faults are findings.
//! Never: looks at the documents that it changes.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::target::{JsonTarget, Refusal};
use crate::diagnostic::Diagnostics;
use crate::load::{fetch, reference};
use crate::location::Place;

/// One overlay file (Overlay Specification 1.0.0, "Overlay Object").
#[derive(Debug)]
pub(super) struct Overlay {
    /// The one document that it changes; without it all inputs of its services.
    pub(super) extends: Option<Arc<str>>,
    /// In the order in which they are carried out.
    pub(super) actions: Vec<Action>,
}

/// One action.
#[derive(Debug)]
pub(super) struct Action {
    /// Where it stands.
    pub(super) place: Place,
    /// The text of its target.
    pub(super) text: String,
    /// What it changes.
    pub(super) target: JsonTarget,
    /// What it does to that.
    pub(super) change: Change,
}

/// What an action does.
#[derive(Debug)]
pub(super) enum Change {
    /// Merges this value into objects, appends it to arrays.
    Update(Value),
    /// Removes it from what holds it.
    Remove,
}

/// Reads an overlay; `None` when it is none.
pub(super) fn read(
    path: &Arc<str>,
    value: &Value,
    diagnostics: &mut Diagnostics,
) -> Option<Overlay> {
    let place = Place::document(path);
    let Some(root) = value.as_object() else {
        diagnostics.not_an_overlay(&place, "it is no object");
        return None;
    };
    version(root, &place, diagnostics)?;
    info(root.get("info"), &place, diagnostics);
    known(
        root,
        &["overlay", "info", "extends", "actions"],
        &place,
        diagnostics,
    );
    let extends = extends(path, root, &place, diagnostics);
    let list = match root.get("actions") {
        Some(Value::Array(list)) if !list.is_empty() => list,
        Some(_) => {
            diagnostics.not_an_overlay(&place.key("actions"), "`actions` is no list of actions");
            return None;
        }
        None => {
            diagnostics.not_an_overlay(&place, "`actions` is missing");
            return None;
        }
    };
    let place = place.key("actions");
    let actions = list.iter().enumerate();
    let actions =
        actions.filter_map(|(index, value)| action(value, place.index(index), diagnostics));
    Some(Overlay {
        extends,
        actions: actions.collect(),
    })
}

/// Every 1.0.x is read: its patches do not change the format.
fn version(root: &Map<String, Value>, place: &Place, diagnostics: &mut Diagnostics) -> Option<()> {
    let Some(version) = root.get("overlay") else {
        diagnostics.not_an_overlay(place, "`overlay`, its version, is missing");
        return None;
    };
    let patch = version.as_str().and_then(|text| text.strip_prefix("1.0."));
    if patch.is_some_and(|patch| !patch.is_empty() && patch.chars().all(|c| c.is_ascii_digit())) {
        return Some(());
    }
    let found = match version {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    diagnostics.unsupported_overlay_version(&place.key("overlay"), &found);
    None
}

fn info(info: Option<&Value>, place: &Place, diagnostics: &mut Diagnostics) {
    let place = match info {
        Some(_) => place.key("info"),
        None => place.clone(),
    };
    let Some(info) = info.and_then(Value::as_object) else {
        diagnostics.not_an_overlay(&place, "it has no `info` with `title` and `version`");
        return;
    };
    if !info.get("title").is_some_and(Value::is_string) {
        diagnostics.not_an_overlay(&place, "`info` has no `title`");
    }
    // In YAML an unquoted `1.0` is a number.
    let version = info.get("version");
    if !version.is_some_and(|version| version.is_string() || version.is_number()) {
        diagnostics.not_an_overlay(&place, "`info` has no `version`");
    }
    known(info, &["title", "version"], &place, diagnostics);
}

fn extends(
    path: &Arc<str>,
    root: &Map<String, Value>,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<str>> {
    let value = root.get("extends")?;
    let place = place.key("extends");
    let Some(text) = value.as_str() else {
        diagnostics.not_an_overlay(&place, "`extends` is no path");
        return None;
    };
    match reference::path(path, text) {
        Ok(path) => Some(path.into()),
        Err(refusal) => {
            fetch::refuse(diagnostics, &place, text, refusal);
            None
        }
    }
}

fn action(value: &Value, place: Place, diagnostics: &mut Diagnostics) -> Option<Action> {
    let Some(map) = value.as_object() else {
        diagnostics.not_an_overlay(&place, "the action is no object");
        return None;
    };
    known(
        map,
        &["target", "description", "update", "remove"],
        &place,
        diagnostics,
    );
    let Some(text) = map.get("target").and_then(Value::as_str) else {
        diagnostics.not_an_overlay(&place, "the action has no `target`");
        return None;
    };
    let at = place.key("target");
    let target = match JsonTarget::parse(text) {
        Ok(target) => target,
        Err(Refusal::Syntax(reason)) => {
            diagnostics.overlay_target_malformed(&at, text, &reason);
            return None;
        }
        Err(Refusal::Cost(reason)) => {
            diagnostics.overlay_target_too_costly(&at, reason);
            return None;
        }
    };
    let change = change(map, &place, diagnostics)?;
    Some(Action {
        place,
        text: text.to_owned(),
        target,
        change,
    })
}

fn change(
    map: &Map<String, Value>,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Option<Change> {
    let remove = match map.get("remove") {
        None => false,
        Some(Value::Bool(remove)) => *remove,
        Some(_) => {
            diagnostics.not_an_overlay(&place.key("remove"), "`remove` is neither true nor false");
            return None;
        }
    };
    match (map.get("update"), remove) {
        (Some(_), true) => {
            diagnostics.overlay_update_beside_remove(&place.key("update"));
            Some(Change::Remove)
        }
        (None, true) => Some(Change::Remove),
        (Some(value), false) => Some(Change::Update(value.clone())),
        (None, false) => {
            diagnostics.overlay_action_changes_nothing(place);
            None
        }
    }
}

/// Reports members that do not belong there: a wrongly spelled `update` would do nothing, and nobody would know.
fn known(map: &Map<String, Value>, known: &[&str], place: &Place, diagnostics: &mut Diagnostics) {
    let strangers = map
        .keys()
        .filter(|key| !key.starts_with("x-") && !known.contains(&key.as_str()));
    for key in strangers {
        diagnostics.not_an_overlay(&place.key(key), &format!("`{key}` is no member here"));
    }
}
