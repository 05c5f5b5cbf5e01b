//! Finds the model of an operation's errors.
//!
//! In: the types of its error answers, `default` first.
//! Out: the first that is an object.
//! Never: decides which answers are errors.

use crate::lower::types::Types;
use crate::model::{Type, TypeId};

/// The error model; `None` when no error answer has an object as its body.
pub(super) fn model(types: &Types<'_>, errors: &[Type]) -> Option<TypeId> {
    errors.iter().find_map(|ty| match ty {
        Type::Named(id) if types.object(*id).is_some() => Some(*id),
        _ => None,
    })
}
