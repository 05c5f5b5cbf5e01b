//! Gives a property another name on the wire, or a parameter another one in code.
//!
//! In: the pointer of a model or an operation, both names, and the document.
//! Out: what that has done, or why it cannot be done.
//! Never: renames a parameter for other operations than the one it is asked for.

use serde_json::Value;

use super::apply::{Effect, Fault, Work};
use crate::location::escape;
use crate::manifest::Renaming;

/// Renames a property. What the model itself says about it by name goes with it: that it is required, that it is the discriminator.
pub(super) fn property(
    work: &mut Work<'_>,
    model: &str,
    Renaming { from, to }: &Renaming,
) -> Result<Effect, Fault> {
    let pointer = format!("{model}/properties");
    let found = work.document.pointer(&pointer).and_then(Value::as_object);
    match found.map(|map| (map.contains_key(from), map.contains_key(to))) {
        None | Some((false, false)) => return Ok(Effect::NothingFound),
        Some((true, true)) if from != to => return Err(Fault::Taken(to.clone())),
        Some((true, false)) => {}
        Some((_, true)) => return Ok(Effect::NothingChanged),
    }
    work.spend(to.len())?;
    if let Some(Value::Object(map)) = work.document.pointer_mut(&pointer) {
        let members = std::mem::take(map).into_iter();
        let members = members.map(|(key, value)| match key == *from {
            true => (to.clone(), value),
            false => (key, value),
        });
        *map = members.collect();
    }
    work.trace.at(&pointer).rename(&escape(from), &escape(to));
    for pointer in mentions(work.document, model, from) {
        work.set(&pointer, &Value::String(to.clone()))?;
    }
    Ok(Effect::Changed)
}

/// Where a model names one of its properties.
fn mentions(document: &Value, model: &str, property: &str) -> Vec<String> {
    let required = document.pointer(&format!("{model}/required"));
    let indices = 0..required.and_then(Value::as_array).map_or(0, Vec::len);
    let required = indices.map(|index| format!("{model}/required/{index}"));
    let discriminators = ["discriminator", "discriminator/propertyName"];
    let discriminators = discriminators.map(|path| format!("{model}/{path}"));
    let is_named = |pointer: &String| {
        let text = document.pointer(pointer).and_then(Value::as_str);
        text == Some(property)
    };
    required.chain(discriminators).filter(is_named).collect()
}

/// Renames the parameters of this name in code. Only those that the operation describes itself are its alone: those of its path, and those that it
/// refers to, are other operations' parameters, too, or even the client's.
pub(super) fn parameter(
    work: &mut Work<'_>,
    operation: &str,
    Renaming { from, to }: &Renaming,
) -> Result<Effect, Fault> {
    let list = format!("{operation}/parameters");
    let own = elements(work.document, &list);
    let own = own.filter(|(_, value)| name(value) == Some(from));
    let own: Vec<usize> = own.map(|(index, _)| index).collect();
    if own.is_empty() {
        let may_be_shared = may_be_shared(work.document, operation, from);
        return match may_be_shared {
            true => Err(Fault::Shared(from.clone())),
            false => Ok(Effect::NothingFound),
        };
    }
    let mut effect = Effect::NothingFound;
    for index in own {
        let pointer = format!("{list}/{index}/x-ms-client-name");
        effect = effect.max(work.set(&pointer, &Value::String(to.clone()))?);
    }
    Ok(effect)
}

/// Whether an operation has a parameter of this name from elsewhere. One of another file cannot be seen here, and may be it.
fn may_be_shared(document: &Value, operation: &str, wanted: &str) -> bool {
    let path = operation
        .rsplit_once('/')
        .map_or(operation, |(path, _)| path);
    let lists = [operation, path].map(|piece| format!("{piece}/parameters"));
    let mut parameters = lists.iter().flat_map(|list| elements(document, list));
    parameters.any(|(_, value)| {
        let Some(reference) = value.get("$ref").and_then(Value::as_str) else {
            return name(value) == Some(wanted);
        };
        let here = reference.strip_prefix('#');
        let shared = here.and_then(|pointer| name(document.pointer(pointer)?));
        shared.is_none_or(|shared| shared == wanted)
    })
}

fn elements<'a>(document: &'a Value, list: &str) -> impl Iterator<Item = (usize, &'a Value)> {
    let list = document.pointer(list).and_then(Value::as_array);
    list.into_iter().flatten().enumerate()
}

fn name(parameter: &Value) -> Option<&str> {
    parameter.get("name").and_then(Value::as_str)
}
