//! The path of an operation.
//!
//! In: the path's template and the declared parameters.
//! Out: its pieces, with the names of parameters spelled as these are.
//! Never: looks for pieces that no parameter is declared for; the caller does.

use indexmap::IndexMap;

use super::declared::{Declared, In};
use crate::lower::context::Context;
use crate::lower::inventory::Described;
use crate::lower::paths;
use crate::model::PathPiece;

/// The pieces of the path, spelled as the parameters are.
pub(super) fn pieces(
    context: &mut Context<'_, '_>,
    described: &Described<'_>,
    declared: &IndexMap<(String, &'static str), Declared<'_>>,
) -> Vec<PathPiece> {
    let spelled = |name: &String| {
        let mut wires = declared
            .values()
            .filter(|one| one.within == In::Path)
            .map(|one| &one.data.name);
        let exact = wires.clone().any(|wire| wire == name);
        (!exact)
            .then(|| wires.find(|wire| wire.eq_ignore_ascii_case(name)))
            .flatten()
    };
    let mut pieces = paths::pieces(described.path);
    for piece in &mut pieces {
        if let PathPiece::Parameter(name) = piece
            && let Some(wire) = spelled(name)
        {
            context
                .diagnostics
                .path_parameter_case(&described.item_place, name, wire);
            name.clone_from(wire);
        }
    }
    pieces
}
