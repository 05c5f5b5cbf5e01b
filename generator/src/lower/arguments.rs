//! Names the arguments and options of a method.
//!
//! In: an operation's parameters and its body.
//! Out: the same, with names that are distinct in the method's signature and its options.
//! Never: changes wire names.

use crate::diagnostic::Diagnostics;
use crate::lower::distinct::{Scope, Spelling};
use crate::model::{Body, Parameter, ParameterLocation, ParameterSource};
use crate::name::Name;

/// What methods have beside the described parameters.
const TAKEN: &[&str] = &[
    "method_options",
    "options",
    "poll_frequency",
    "request",
    "self",
];

/// Makes the names distinct. The body keeps its own.
pub(super) fn name(
    parameters: &mut [Parameter],
    body: Option<&mut Body>,
    diagnostics: &mut Diagnostics,
) {
    let mut scope = Scope::new(Spelling::Snake, TAKEN.iter().copied());
    let mut body_wire = String::new();
    if let Some(body) = body {
        body.name = free_of_taken(body.name.clone());
        scope.take(&body.name);
        body_wire = body.name.wire().to_owned();
    }
    let mut named: Vec<usize> = Vec::new();
    for index in 0..parameters.len() {
        let Some(parameter) = parameters.get(index) else {
            break;
        };
        if !matches!(
            parameter.source,
            ParameterSource::Argument | ParameterSource::Option
        ) {
            continue;
        }
        let wanted = free_of_taken(parameter.name.clone());
        let name = if scope.take(&wanted) {
            wanted
        } else {
            let earlier = named
                .iter()
                .filter_map(|index| parameters.get(*index))
                .find(|other| other.name.snake() == wanted.snake());
            let same_wire =
                earlier.map_or(body_wire.as_str(), |other| other.name.wire()) == wanted.wire();
            let name = renamed(&mut scope, &wanted, parameter, same_wire);
            // Path and query may well have parameters of one name; that is no fault.
            if let Some(other) = earlier.filter(|other| other.name.wire() != wanted.wire()) {
                let names = (other.name.wire(), wanted.wire());
                diagnostics.names_collide(
                    &parameter.place,
                    &other.place,
                    "parameters",
                    names,
                    &wanted.snake(),
                    &name.snake(),
                );
            }
            name
        };
        if let Some(parameter) = parameters.get_mut(index) {
            parameter.name = name;
        }
        named.push(index);
    }
}

/// `options` becomes `options_param`, as a keyword would.
fn free_of_taken(name: Name) -> Name {
    match TAKEN.contains(&name.snake().as_str()) {
        true => name.clone().preferring(&format!("{}_param", name.snake())),
        false => name,
    }
}

/// The name with its place (`scope_query`) when another parameter has the same wire name or the body has it, else a number.
fn renamed(scope: &mut Scope, wanted: &Name, parameter: &Parameter, same_wire: bool) -> Name {
    let place = match parameter.location {
        ParameterLocation::Path | ParameterLocation::PathVerbatim => "path",
        ParameterLocation::Query(_) | ParameterLocation::QueryVerbatim => "query",
        ParameterLocation::Header(_) => "header",
        ParameterLocation::Form(_) | ParameterLocation::FormJson => "form",
    };
    let placed = wanted
        .clone()
        .preferring(&format!("{}_{place}", parameter.name.snake()));
    match same_wire && scope.is_free(&placed) {
        true => scope.claim(placed),
        false => scope.claim(wanted.clone()),
    }
}
