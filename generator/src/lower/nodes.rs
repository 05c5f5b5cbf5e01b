//! What stands where a schema may stand, and where references lead.
//!
//! In: a position of a description that holds a schema or a reference to one.
//! Out: a [`Node`], whichever of `openapiv3`'s types the position has; and the [`Definition`] behind a reference.
//! Never: looks into schemas; runs in circles.

use openapiv3::{ReferenceOr, Schema};

use crate::load::SpecSet;
use crate::location::Place;

/// How many references, list items or bases are followed inwards before a description counts as endless.
/// The deepest chain in Azure's descriptions has 7.
pub(super) const MAX_DEPTH: usize = 64;

/// A schema in place, or a reference to one.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Node<'a> {
    /// A canonical reference.
    Reference(&'a str),
    /// A schema in place.
    Inline(&'a Schema),
}

impl<'a> From<&'a ReferenceOr<Schema>> for Node<'a> {
    fn from(schema: &'a ReferenceOr<Schema>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Node::Reference(reference),
            ReferenceOr::Item(schema) => Node::Inline(schema),
        }
    }
}

impl<'a> From<&'a ReferenceOr<Box<Schema>>> for Node<'a> {
    fn from(schema: &'a ReferenceOr<Box<Schema>>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Node::Reference(reference),
            ReferenceOr::Item(schema) => Node::Inline(schema),
        }
    }
}

/// A definition that a reference leads to.
#[derive(Clone, Debug)]
pub(super) struct Definition<'a> {
    /// Where it is described.
    pub place: Place,
    /// Its name in its document.
    pub name: String,
    /// It.
    pub schema: &'a Schema,
}

/// Follows a reference, and definitions that are only references, to a schema; `None` when it dangles or runs in a circle.
pub(super) fn follow<'a>(specs: &'a SpecSet, reference: &str) -> Option<Definition<'a>> {
    let mut found = specs.schema(reference)?;
    for _ in 0..MAX_DEPTH {
        match found.value {
            ReferenceOr::Reference { reference } => found = specs.schema(reference)?,
            ReferenceOr::Item(schema) => {
                let (_, step) = found.place.pointer.rsplit_once('/')?;
                return Some(Definition {
                    name: step.replace("~1", "/").replace("~0", "~"),
                    place: found.place,
                    schema,
                });
            }
        }
    }
    None
}
