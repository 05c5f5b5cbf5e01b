//! Where types occur, and what that means for sending them.
//!
//! In: all types, and the [`Root`]s: the uses that operations make of them.
//! Out: each type's [`Usage`](crate::model::Usage), the final openness of enumerations, each field's [`Sending`].
//!   A type that no operation reaches keeps an empty usage, and nothing is emitted for it.
//! Never: renames or reorders.

use std::collections::BTreeSet;

use crate::lower::types::{Direction, Root, Wire};
use crate::model::{
    Access, Field, GroupId, Object, Openness, RestOfObject, Sending, Type, TypeDefinition, TypeId,
    Usage,
};

/// What spreads from a type to the types inside it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Mark {
    /// It is sent. Does not spread through read-only fields, which are not.
    Sent,
    /// It is received.
    Received,
    /// It is in XML.
    Xml,
    /// Operations of this group reach it; `None`: those of the root client.
    Reached(Option<GroupId>),
}

/// Marks all types that the roots reach.
pub(super) fn mark(definitions: &mut [TypeDefinition], roots: &[Root]) {
    let mut pending: Vec<(TypeId, Mark)> = Vec::new();
    for root in roots {
        if let Some(id) = innermost(&root.ty) {
            let direction = match root.direction {
                Direction::Request | Direction::Parameter => Mark::Sent,
                Direction::Response | Direction::Error => Mark::Received,
            };
            pending.extend([(id, direction), (id, Mark::Reached(root.group))]);
            pending.extend((root.wire == Wire::Xml).then_some((id, Mark::Xml)));
        }
        mark_itself(definitions, root);
    }
    let mut done: BTreeSet<(TypeId, Mark)> = BTreeSet::new();
    while let Some((id, mark)) = pending.pop() {
        let Some(definition) = definitions.get_mut(id.0) else {
            continue;
        };
        if !done.insert((id, mark)) {
            continue;
        }
        apply(definition.usage_mut(), mark);
        match definition {
            TypeDefinition::Object(object) => {
                pending.extend(parts(object, mark).map(|part| (part, mark)));
            }
            TypeDefinition::Union(union) => {
                pending.extend(union.kinds.iter().map(|kind| (kind.ty, mark)));
            }
            TypeDefinition::Enumeration(_) => {}
        }
    }
}

/// Opens the enumerations that occur anywhere else than in requests: a new value of the service must not make an answer unreadable.
pub(super) fn open(definitions: &mut [TypeDefinition]) {
    for definition in definitions {
        if let TypeDefinition::Enumeration(enumeration) = definition
            && (enumeration.usage.in_responses || !enumeration.usage.in_requests)
        {
            enumeration.openness = Openness::Extensible;
        }
    }
}

/// Decides for each field what happens to it when its object is sent.
pub(super) fn sending(definitions: &mut [TypeDefinition]) {
    let partial = with_read_only_parts(definitions);
    for definition in definitions {
        let TypeDefinition::Object(object) = definition else {
            continue;
        };
        let is_sent = object.usage.in_requests;
        for field in &mut object.fields {
            let inside = innermost(&field.ty).is_some_and(|id| partial.contains(&id));
            field.sending = match field.access {
                Access::ReadOnly => Sending::LeftOut,
                _ if is_sent && inside => Sending::WithoutReadOnly,
                _ => Sending::AsIs,
            };
        }
    }
}

/// The definition at the bottom of lists and maps.
pub(super) fn innermost(ty: &Type) -> Option<TypeId> {
    let mut ty = ty;
    loop {
        match ty {
            Type::Named(id) => return Some(*id),
            Type::List(inner) | Type::Map(inner) => ty = inner,
            Type::Scalar(_) | Type::Any => return None,
        }
    }
}

/// What is said of the root's type itself and not of the types inside it.
fn mark_itself(definitions: &mut [TypeDefinition], root: &Root) {
    if let Type::Named(id) = root.ty
        && let Some(definition) = definitions.get_mut(id.0)
    {
        let usage = definition.usage_mut();
        match root.direction {
            Direction::Request => match root.wire {
                Wire::Json => usage.is_request_body |= root.is_body,
                Wire::Xml => usage.is_xml_request_body |= root.is_body,
            },
            Direction::Error => usage.is_error = true,
            Direction::Response | Direction::Parameter => {}
        }
    }
    if let Some((page, items)) = root.page_items
        && let Some(definition) = definitions.get_mut(page.0)
    {
        definition.usage_mut().page_items = Some(items);
    }
}

fn apply(usage: &mut Usage, mark: Mark) {
    match mark {
        Mark::Sent => usage.in_requests = true,
        Mark::Received => usage.in_responses = true,
        Mark::Xml => usage.in_xml = true,
        Mark::Reached(None) => usage.by_root = true,
        Mark::Reached(Some(group)) => {
            if let Err(position) = usage.groups.binary_search(&group) {
                usage.groups.insert(position, group);
            }
        }
    }
}

fn parts(object: &Object, mark: Mark) -> impl Iterator<Item = TypeId> {
    let spreads = move |field: &&Field| mark != Mark::Sent || field.access != Access::ReadOnly;
    let fields = object.fields.iter().filter(spreads);
    fields
        .filter_map(|field| innermost(&field.ty))
        .chain(rest(object))
}

fn rest(object: &Object) -> Option<TypeId> {
    match &object.rest {
        RestOfObject::Kept(value) => innermost(value),
        RestOfObject::Ignored => None,
    }
}

/// The objects with a read-only field, and the objects and unions that hold one of them in what is sent.
fn with_read_only_parts(definitions: &[TypeDefinition]) -> BTreeSet<TypeId> {
    let mut holders: Vec<Vec<TypeId>> = vec![Vec::new(); definitions.len()];
    let mut pending = Vec::new();
    for (index, definition) in definitions.iter().enumerate() {
        let parts: Vec<TypeId> = match definition {
            TypeDefinition::Object(object) => {
                let mut fields = object.fields.iter();
                if fields.any(|field| field.access == Access::ReadOnly) {
                    pending.push(TypeId(index));
                }
                parts(object, Mark::Sent).collect()
            }
            TypeDefinition::Union(union) => union.kinds.iter().map(|kind| kind.ty).collect(),
            TypeDefinition::Enumeration(_) => Vec::new(),
        };
        for part in parts {
            if let Some(holders) = holders.get_mut(part.0) {
                holders.push(TypeId(index));
            }
        }
    }
    let mut found = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            pending.extend(holders.get(id.0).into_iter().flatten());
        }
    }
    found
}
