//! Reads `x-ms-pageable.operationName`: links that are only the end of a URL.
//!
//! In: all operations of an api-version.
//! Out: for a list whose further pages another operation reads, and whose link fills the end of that operation's path, what the link stands behind.
//! Never: warns. A link that is a whole URL needs no other operation, and most are.

use crate::lower::operations::Lowered;
use crate::model::{
    HttpMethod, LinkBase, LongRunning, Operation, Outcome, Parameter, ParameterLocation, PathPiece,
};

/// Gives each paged operation its [`LinkBase`].
pub(super) fn connect(lowered: &mut [Lowered]) {
    let bases: Vec<Option<LinkBase>> = lowered
        .iter()
        .map(|list| {
            let name = list.next_operation.as_ref()?;
            let mut others = lowered.iter().map(|other| &other.operation);
            base(&list.operation, others.find(|other| other.id == *name)?)
        })
        .collect();
    for (list, base) in lowered.iter_mut().zip(bases) {
        match &mut list.operation.outcome {
            Outcome::Paged(paging)
            | Outcome::LongRunning(LongRunning::ResourceManager {
                pages: Some(paging),
                ..
            }) => paging.link_base = base,
            Outcome::Done | Outcome::LongRunning(_) => {}
        }
    }
}

/// What stands before the link in the path of `other`: text and parameters that the list has too.
fn base(list: &Operation, other: &Operation) -> Option<LinkBase> {
    let (PathPiece::Parameter(link), before) = other.path.split_last()? else {
        return None;
    };
    let has = |is_there: fn(&Parameter) -> bool, wire: &str| {
        let mut there = list.parameters.iter().filter(|one| is_there(one));
        there.any(|one| one.name.wire() == wire)
    };
    let is_filled = before.iter().all(|piece| match piece {
        PathPiece::Text(_) => true,
        PathPiece::Parameter(wire) => has(is_path, wire),
    });
    let query = other.parameters.iter().filter(|one| is_query(one));
    let query = query
        .map(|one| one.name.wire())
        .filter(|wire| has(is_query, wire));
    (other.method == HttpMethod::Get && is_filled && !has(is_path, link)).then(|| LinkBase {
        path: before.to_vec(),
        query: query.map(str::to_owned).collect(),
    })
}

fn is_path(parameter: &Parameter) -> bool {
    matches!(
        parameter.location,
        ParameterLocation::Path | ParameterLocation::PathVerbatim
    )
}

fn is_query(parameter: &Parameter) -> bool {
    matches!(
        parameter.location,
        ParameterLocation::Query(_) | ParameterLocation::QueryVerbatim
    )
}
