//! One normal view of a schema, however `openapiv3` has read it.
//!
//! In: an `openapiv3::Schema`, whose kind is `Type`, `AllOf`, `Any` … depending on which keywords stand together.
//! Out: a [`SchemaView`] with the same fields for all of them, and what can be said of it as a whole.
//! Never: gives a schema a type.

mod format;
mod limits;
mod read;
mod values;

use indexmap::IndexMap;
use openapiv3::{AdditionalProperties, ReferenceOr, Schema, SchemaData};

pub(super) use limits::{Bound, Limits};
pub(super) use values::Values;

use crate::lower::nodes::Node;

/// What a schema says, whatever its kind.
#[derive(Clone, Debug)]
pub(super) struct SchemaView<'a> {
    /// Texts, `readOnly`, `default`, `discriminator`, extensions.
    pub data: &'a SchemaData,
    /// `type`; `None` when it is absent.
    pub base: Option<Base<'a>>,
    /// `format`, empty ones left out.
    pub format: Option<&'a str>,
    /// `enum`.
    pub values: Values<'a>,
    /// `properties`.
    pub properties: Option<&'a IndexMap<String, ReferenceOr<Box<Schema>>>>,
    /// `required`.
    pub required: &'a [String],
    /// `additionalProperties`.
    pub additional: Option<&'a AdditionalProperties>,
    /// `items`.
    pub items: Option<Node<'a>>,
    /// `allOf`.
    pub all_of: &'a [ReferenceOr<Schema>],
    /// `oneOf`.
    pub one_of: &'a [ReferenceOr<Schema>],
    /// The keyword `oneOf`, `anyOf` or `not`, when one is there.
    pub union: Option<&'static str>,
    /// Bounds, lengths, pattern.
    pub limits: Limits<'a>,
}

/// `type`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Base<'a> {
    String,
    Number,
    Integer,
    Boolean,
    Object,
    Array,
    /// Swagger's `file`.
    File,
    /// Any other word.
    Unknown(&'a str),
}

impl<'a> SchemaView<'a> {
    /// The reference that this schema only wraps to say more about it: `allOf` of one reference and no content of its own.
    pub fn wrapped(&self) -> Option<&'a str> {
        match self.all_of {
            [ReferenceOr::Reference { reference }]
                if self.properties.is_none()
                    && self.additional.is_none()
                    && self.union.is_none() =>
            {
                Some(reference)
            }
            _ => None,
        }
    }

    /// The schema lists what it may be, and a property tells which of them it is.
    pub fn is_union(&self) -> bool {
        !self.one_of.is_empty() && self.data.discriminator.is_some()
    }

    /// The schema describes an object: it says so, or it has what only objects have.
    pub fn is_object(&self) -> bool {
        match self.base {
            Some(base) => base == Base::Object,
            None => self.properties.is_some() || self.additional.is_some(),
        }
    }

    /// The schema itself says nothing about what its value is: texts, access, `required` or bases at most.
    ///
    /// A `type` beside `allOf` repeats what the bases say.
    pub fn says_no_type(&self) -> bool {
        let no_word = self.base.is_none() && self.format.is_none() || !self.all_of.is_empty();
        no_word
            && self.values == Values::Free
            && self.properties.is_none()
            && self.additional.is_none()
            && self.items.is_none()
            && self.union.is_none()
    }
}

/// What a `type` says.
pub(super) fn base(word: &str) -> Base<'_> {
    match word {
        "string" => Base::String,
        "number" => Base::Number,
        "integer" => Base::Integer,
        "boolean" => Base::Boolean,
        "object" => Base::Object,
        "array" => Base::Array,
        "file" => Base::File,
        other => Base::Unknown(other),
    }
}
