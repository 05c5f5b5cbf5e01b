//! Finds the model of an operation's errors.
//!
//! In: the bodies of its error answers, that of `default` first.
//! Out: the first that is an object.
//! Never: decides which answers are errors.

use crate::lower::types::{Types, Wire};
use crate::model::{Payload, Type, TypeId};

/// The error model and how it is written; `None` when no error answer has an object as its body.
pub(super) fn model(types: &Types<'_>, errors: &[Payload]) -> Option<(TypeId, Wire)> {
    errors.iter().find_map(|payload| match payload.ty() {
        Some(Type::Named(id)) if types.object(*id).is_some() => Some((*id, Wire::of(payload))),
        _ => None,
    })
}
