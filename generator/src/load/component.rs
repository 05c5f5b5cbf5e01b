//! Where a value of a source text stands among the components of the loaded document.
//!
//! In: a [`Target`], file and pointer as the source text has them.
//! Out: the canonical reference to it, `path/of/file.json#/components/schemas/Name`.
//! Never: looks into the value, but for global parameters of Swagger 2.0, of which bodies are kept apart.

use serde_json::{Map, Value};

use super::dialect::Dialect;
use super::gather::Gathered;
use super::pointer;
use super::reference::Target;
use crate::location::escape;

/// How many references to references are followed from one parameter to its description.
const LONGEST_CHAIN: usize = 32;

/// The canonical form of a reference, when it leads to a place that keeps its name. Whether something stands there does not matter.
pub(super) fn canonical(gathered: &Gathered, target: &Target) -> Option<String> {
    let dialect = gathered.dialect(&target.document)?;
    let steps = pointer::steps(&target.pointer);
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    let (kind, name) = match (dialect, steps.as_slice()) {
        (Dialect::Swagger2, ["definitions", name]) => ("schemas", *name),
        (Dialect::Swagger2, ["parameters", name]) => (parameter_kind(gathered, target), *name),
        (Dialect::Swagger2, ["responses", name]) => ("responses", *name),
        (Dialect::Swagger2, ["securityDefinitions", name]) => ("securitySchemes", *name),
        (_, ["components", kind, name]) => (*kind, *name),
        _ => return None,
    };
    Some(reference(&target.document, kind, name))
}

/// Spells a canonical reference.
pub(super) fn reference(document: &str, kind: &str, name: &str) -> String {
    format!("{document}#/components/{kind}/{}", escape(name))
}

/// The schemas that a file gives names.
pub(super) fn schemas<'a>(
    gathered: &'a Gathered,
    document: &str,
) -> Option<&'a Map<String, Value>> {
    let root = gathered.root(document)?;
    let schemas = match gathered.dialect(document)? {
        Dialect::Swagger2 => root.get("definitions"),
        Dialect::OpenApi3 => root
            .get("components")
            .and_then(|components| components.get("schemas")),
    };
    schemas?.as_object()
}

/// Where a Swagger parameter is sent, as far as it decides what becomes of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sent {
    /// It is the body.
    Body,
    /// It is a field of a form.
    Form,
    /// Path, query, header.
    Aside,
}

/// Where a parameter is sent.
pub(super) fn sent(parameter: &Value) -> Sent {
    match parameter.get("in").and_then(Value::as_str) {
        Some("body") => Sent::Body,
        Some("formData") => Sent::Form,
        _ => Sent::Aside,
    }
}

/// Follows references from one parameter, response or path item to the next, up to its description.
pub(super) fn resolve<'a>(gathered: &'a Gathered, target: &Target) -> Option<(Target, &'a Value)> {
    let mut target = target.clone();
    for _ in 0..LONGEST_CHAIN {
        let value = gathered.find(&target)?;
        let Some(text) = value.get("$ref").and_then(Value::as_str) else {
            return Some((target, value));
        };
        target = super::reference::parse(&target.document, text).ok()?;
    }
    None
}

fn parameter_kind(gathered: &Gathered, target: &Target) -> &'static str {
    match resolve(gathered, target) {
        Some((_, value)) if sent(value) == Sent::Body => "requestBodies",
        _ => "parameters",
    }
}
