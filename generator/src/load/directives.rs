//! Directives of a readme: changes that it makes to its descriptions.
//!
//! In: the directives of the manifest, and the values of documents as they were parsed.
//! Out: the values with all changes made that can be made without a JavaScript engine; a finding for each directive that cannot be carried out, or
//! that changes nothing.
//! Never: guesses what a script means. It is read as a whole or not at all.
//!
//! ```text
//!  manifest ──► script ──► apply ──► overlays
//!               edits      values    those of the user come last
//! ```

mod apply;
mod namesakes;
mod rename;
mod script;
mod tokens;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use super::gather::Gathered;
use super::overlay::{FREE, GROWTH, JsonTarget, Refusal, Trace};
use super::reference::Target;
use crate::diagnostic::Diagnostics;
use crate::manifest::{Directive, DirectiveChange, Manifest, Subject};
use apply::{Effect, Fault, Work};
use script::Edit;

/// All directives of a manifest that are understood.
#[derive(Debug, Default)]
pub(super) struct Directives<'m> {
    list: Vec<Prepared<'m>>,
    /// What was taken away.
    removed: BTreeSet<Target>,
}

#[derive(Debug)]
struct Prepared<'m> {
    directive: &'m Directive,
    targets: Vec<JsonTarget>,
    edits: Vec<Edit>,
    /// The most that it did to a document; `None` when no document is meant by it.
    effect: Option<Effect>,
    /// Whether it met a fault, which was reported.
    state: State,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    Sound,
    Faulty,
}

impl<'m> Directives<'m> {
    /// Understands the directives of a manifest.
    pub(super) fn read(manifest: &'m Manifest, diagnostics: &mut Diagnostics) -> Self {
        let mut list = Vec::new();
        for directive in &manifest.directives {
            match prepared(directive) {
                Ok(prepared) => list.push(prepared),
                Err(reason) => diagnostics.directive_not_carried_out(&directive.place, &reason),
            }
        }
        Self {
            list,
            removed: BTreeSet::new(),
        }
    }

    /// Makes all changes to a document. `length` are the bytes of its text.
    pub(super) fn apply(
        &mut self,
        path: &str,
        value: &mut Value,
        length: usize,
        diagnostics: &mut Diagnostics,
    ) -> Trace {
        let mut trace = Trace::default();
        let mut budget = length.saturating_mul(GROWTH).saturating_add(FREE);
        let mut removed = BTreeSet::new();
        for prepared in &mut self.list {
            if !is_meant(&prepared.directive.from, path, value) {
                continue;
            }
            let mut work = Work {
                document: value,
                trace: &mut trace,
                budget: &mut budget,
                removed: &mut removed,
            };
            match apply::apply(&prepared.edits, &prepared.targets, &mut work) {
                Ok(effect) => prepared.effect = prepared.effect.max(Some(effect)),
                Err(fault) => {
                    prepared.state = State::Faulty;
                    let reason = format!("in `{path}` {}", told(fault));
                    diagnostics.directive_not_carried_out(&prepared.directive.place, &reason);
                }
            }
        }
        let document = Arc::<str>::from(path);
        let removed = removed.into_iter().map(|pointer| Target {
            document: Arc::clone(&document),
            pointer,
        });
        self.removed.extend(removed);
        trace
    }

    /// Lets the references to what was taken away lead to its namesakes in other documents.
    pub(super) fn reconnect(&self, gathered: &mut Gathered) {
        namesakes::reconnect(&self.removed, gathered);
    }

    /// Reports each directive that has changed nothing in any document.
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        let sound = self.list.iter().filter(|one| one.state == State::Sound);
        for prepared in sound {
            let reason = match prepared.effect {
                Some(Effect::Changed) => continue,
                Some(Effect::NothingChanged) => "what it asks for is so already".to_owned(),
                Some(Effect::NothingFound) => "what it is about is not there".to_owned(),
                None => format!(
                    "no description that is read is meant by `{}`",
                    prepared.directive.from.join("` or `")
                ),
            };
            diagnostics.directive_changes_nothing(&prepared.directive.place, &reason);
        }
    }
}

/// Whether a document is meant by a `from`: `swagger-document` are all of Swagger 2.0, `openapi-document` all of OpenAPI 3, anything else is the
/// end of a path, in whole steps: `Alerts.json` is not `metricAlerts.json`.
fn is_meant(from: &[String], path: &str, value: &Value) -> bool {
    let is_openapi = value.get("openapi").is_some();
    from.is_empty()
        || from.iter().any(|from| match from.as_str() {
            "swagger-document" => !is_openapi,
            "openapi-document" => is_openapi,
            file => {
                let before = path.strip_suffix(file.trim_start_matches("./"));
                before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
            }
        })
}

fn prepared(directive: &Directive) -> Result<Prepared<'_>, String> {
    Ok(Prepared {
        directive,
        targets: targets(&directive.subject)?,
        edits: edits(&directive.change)?,
        effect: None,
        state: State::Sound,
    })
}

fn targets(subject: &Subject) -> Result<Vec<JsonTarget>, String> {
    match subject {
        Subject::Paths(paths) if paths.is_empty() => Ok(vec![target("$")?]),
        Subject::Paths(paths) => paths.iter().map(|path| target(path)).collect(),
        Subject::Operation(id) => {
            let id = quoted(id);
            ["$.paths.*", "$['x-ms-paths'].*"]
                .iter()
                .map(|paths| target(&format!("{paths}[?@.operationId == {id}]")))
                .collect()
        }
        Subject::Model(name) => {
            let name = quoted(name);
            ["$.definitions", "$.components.schemas"]
                .iter()
                .map(|models| target(&format!("{models}[{name}]")))
                .collect()
        }
    }
}

fn target(path: &str) -> Result<JsonTarget, String> {
    let path = standard(path.trim());
    JsonTarget::parse(&path).map_err(|refusal| match refusal {
        Refusal::Syntax(reason) => format!("`{path}` is no JSONPath: {reason}"),
        Refusal::Cost(reason) => format!("`{path}` could take too long: {reason}"),
    })
}

/// JavaScript's `===` and `!==`, which filters of AutoRest may have, as RFC 9535 has them. Texts in quotes stay as they are.
fn standard(path: &str) -> String {
    let mut written = String::new();
    let mut quote = None;
    let mut rest = path.chars().peekable();
    while let Some(c) = rest.next() {
        written.push(c);
        match (quote, c) {
            (Some(_), '\\') => written.extend(rest.next()),
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '=') if written.ends_with("==") || written.ends_with("!=") => {
                rest.next_if_eq(&'=');
            }
            (None, _) => {}
        }
    }
    written
}

/// A text as RFC 9535 quotes it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

fn edits(change: &DirectiveChange) -> Result<Vec<Edit>, String> {
    let path = |steps: &[&str]| steps.iter().map(|step| (*step).to_owned()).collect();
    Ok(match change {
        DirectiveChange::Transform(script) => script::read(script)?,
        DirectiveChange::Remove => vec![Edit::Remove],
        DirectiveChange::OperationId(id) => {
            vec![Edit::Set(path(&["operationId"]), id.as_str().into())]
        }
        DirectiveChange::ModelName(name) => {
            vec![Edit::Set(path(&["x-ms-client-name"]), name.as_str().into())]
        }
        DirectiveChange::PropertyName(renaming) => vec![Edit::RenameProperty(renaming.clone())],
        DirectiveChange::ParameterName(renaming) => vec![Edit::RenameParameter(renaming.clone())],
        DirectiveChange::RemoveProperty(name) => vec![Edit::Delete(path(&["properties", name]))],
        DirectiveChange::RemoveParameter(parameters) => {
            vec![Edit::RemoveParameters(parameters.clone())]
        }
    })
}

fn told(fault: Fault) -> String {
    match fault {
        Fault::Root => "it would leave no description".to_owned(),
        Fault::NoText(kind) => format!("it would replace text in {kind}"),
        Fault::NoObject(kind) => format!("it would change a member of {kind}"),
        Fault::NoList(kind) => format!("it would append to {kind}"),
        Fault::Taken(name) => format!("`{name}` is the name of another property already"),
        Fault::Shared(name) => format!(
            "`{name}` is no parameter of the operation's own, and one that operations share has one name in all of them"
        ),
        Fault::TooLarge => "it would make the description many times larger".to_owned(),
        Fault::TooDeep => format!(
            "it would nest the description more than {} levels deep",
            super::text::DEEPEST
        ),
    }
}
