//! Where a schema is met, and how a type without a name of its own is named there.
//!
//! In: the place and words of the schema around it.
//! Out: a [`Site`] for each schema inside.
//! Never: looks into schemas.

use crate::location::Place;
use crate::lower::nodes::Definition;

/// A place with what it means for the type of the schema there.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// Where the schema is described.
    pub place: Place,
    /// Words from outside in, for a type that has no name: `["CertificateContract", "properties"]`.
    pub words: Vec<String>,
    /// Whether the schema has a name.
    pub role: Role,
    /// How many schemas stand around this one that are no objects with a name of their own.
    pub depth: usize,
}

/// Whether a schema has a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    /// It is a definition.
    Definition,
    /// It stands where it is used.
    Inline,
}

impl Site {
    /// A schema that an operation uses.
    pub fn inline(place: &Place, words: &[&str]) -> Self {
        Self {
            place: place.clone(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            role: Role::Inline,
            depth: 0,
        }
    }

    /// A definition that is referred to from here.
    pub fn definition(&self, definition: &Definition<'_>) -> Self {
        Self {
            place: definition.place.clone(),
            words: vec![definition.name.clone()],
            role: Role::Definition,
            depth: self.depth + 1,
        }
    }

    /// The schema at `steps` from here, called `word` here: a list's item, a map's value.
    pub fn inner(&self, steps: &[&str], word: &str) -> Self {
        let mut words = self.words.clone();
        words.push(word.to_owned());
        Self {
            place: steps
                .iter()
                .fold(self.place.clone(), |place, step| place.key(step)),
            words,
            role: Role::Inline,
            depth: self.depth + 1,
        }
    }

    /// A property of the object here.
    pub fn property(&self, wire: &str) -> Self {
        Self {
            depth: 0,
            ..self.inner(&["properties", wire], wire)
        }
    }

    /// A part of this schema's `allOf` that stands in place: it goes by the name of the whole.
    pub fn part(&self, index: usize) -> Self {
        Self {
            place: self.place.key("allOf").index(index),
            words: self.words.clone(),
            role: Role::Inline,
            depth: self.depth + 1,
        }
    }
}
