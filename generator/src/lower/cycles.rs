//! Finds types that contain themselves by value, and puts a `Box` there.
//!
//! In: all objects with their fields.
//! Out: [`Indirection::Boxed`] on every field whose type leads back to its own object through fields and kinds of unions alone.
//! Never: boxes what a list or a map holds: that is on the heap already.

use crate::model::{Field, Indirection, Type, TypeDefinition, TypeId};

/// Boxes the fields that make a type infinitely large.
pub(super) fn break_up(definitions: &mut [TypeDefinition]) {
    let parts: Vec<Vec<usize>> = definitions.iter().map(parts).collect();
    let component = components(&parts);
    for (index, definition) in definitions.iter_mut().enumerate() {
        let TypeDefinition::Object(object) = definition else {
            continue;
        };
        for field in &mut object.fields {
            let Some(TypeId(part)) = by_value(field) else {
                continue;
            };
            if component.get(index) == component.get(part) {
                field.indirection = Indirection::Boxed;
            }
        }
    }
}

fn by_value(field: &Field) -> Option<TypeId> {
    match field.ty {
        Type::Named(id) => Some(id),
        Type::Scalar(_) | Type::List(_) | Type::Map(_) | Type::Any => None,
    }
}

fn parts(definition: &TypeDefinition) -> Vec<usize> {
    match definition {
        TypeDefinition::Object(object) => object
            .fields
            .iter()
            .filter_map(by_value)
            .map(|id| id.0)
            .collect(),
        TypeDefinition::Union(union) => union.kinds.iter().map(|kind| kind.ty.0).collect(),
        TypeDefinition::Enumeration(_) => Vec::new(),
    }
}

/// For each node of a graph the number of its strongly connected component (Kosaraju's algorithm, without recursion).
fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut reversed: Vec<Vec<usize>> = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for target in targets {
            if let Some(sources) = reversed.get_mut(*target) {
                sources.push(from);
            }
        }
    }
    let mut seen = vec![false; edges.len()];
    let mut finished = Vec::new();
    for start in 0..edges.len() {
        visit(edges, start, &mut seen, &mut finished);
    }
    let mut seen = vec![false; edges.len()];
    let mut component = vec![0; edges.len()];
    for (number, start) in finished.into_iter().rev().enumerate() {
        let mut members = Vec::new();
        visit(&reversed, start, &mut seen, &mut members);
        for member in members {
            if let Some(slot) = component.get_mut(member) {
                *slot = number;
            }
        }
    }
    component
}

/// Visits all that `start` leads to and that is not `seen` yet, deepest first; appends each node when it is finished.
fn visit(edges: &[Vec<usize>], start: usize, seen: &mut [bool], finished: &mut Vec<usize>) {
    let mut enter = |node: usize| {
        seen.get_mut(node)
            .is_some_and(|seen| !std::mem::replace(seen, true))
    };
    if !enter(start) {
        return;
    }
    let targets = |node: usize| edges.get(node).into_iter().flatten().copied();
    let mut path = vec![(start, targets(start).collect::<Vec<_>>().into_iter())];
    while let Some((node, rest)) = path.last_mut() {
        match rest.next() {
            Some(target) if enter(target) => {
                path.push((target, targets(target).collect::<Vec<_>>().into_iter()));
            }
            Some(_) => {}
            None => {
                finished.push(*node);
                path.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_are_cycles_or_single_nodes() {
        // 0 → 1 → 2 → 0, 2 → 3 → 4 ⇄ 5, 6 → 6
        let edges = [
            vec![1],
            vec![2],
            vec![0, 3],
            vec![4],
            vec![5],
            vec![4],
            vec![6],
        ];
        let component = components(&edges);
        assert_eq!(component[0], component[1]);
        assert_eq!(component[1], component[2]);
        assert_eq!(component[4], component[5]);
        let distinct: std::collections::BTreeSet<_> = component.iter().collect();
        assert_eq!(distinct.len(), 4);
    }
}
