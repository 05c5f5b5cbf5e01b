//! The tables: where the properties of a model stand in XML.
//!
//! In: nothing. Out: plain data that [`xml!`](crate::xml!) writes as statics.
//! Never: knows a Rust type; values are those of the model's JSON.

/// The name of an element or attribute.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Name {
    /// As it is written, with its prefix: `k:slide`.
    pub qualified: &'static str,
    /// The namespace of the prefix, or that of the element and what is inside when there is no prefix.
    pub namespace: Option<&'static str>,
}

impl Name {
    /// The name without prefix: what it is recognized by.
    #[must_use]
    pub fn local(&self) -> &'static str {
        match self.qualified.split_once(':') {
            Some((_, local)) => local,
            None => self.qualified,
        }
    }

    /// The prefix.
    #[must_use]
    pub fn prefix(&self) -> Option<&'static str> {
        self.qualified.split_once(':').map(|(prefix, _)| prefix)
    }
}

/// The table of a model or union. A function, because models may contain each other.
pub type FormOf = fn() -> &'static Form;

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Text as it is, also none.
    Text,
    /// Text without white space around it, and not empty: a date, bytes, a value of an enumeration.
    Token,
    /// A number.
    Number,
    /// A boolean.
    Boolean,
    /// Anything.
    Any,
    /// A model or union.
    Model(FormOf),
    /// A list whose items are elements of this name.
    List(Name, &'static Kind),
    /// A list of models, called as each is by itself.
    Models(FormOf),
    /// An element for each key.
    Map(&'static Kind),
}

/// Where a property stands in the element of its model.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// An attribute.
    Attribute(Name),
    /// An element; a list's items are inside of it.
    Element(Name),
    /// An element for each item of a list, with nothing around them.
    Each,
    /// The text of the model's element.
    Content,
    /// The elements that no other property has, by name: a map.
    Rest,
}

/// A property.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its name in JSON.
    pub property: &'static str,
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub kind: Kind,
}

/// The XML form of a model or union.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// A model.
    Model {
        /// What it is called as a document.
        root: Name,
        /// Its properties, in the order in which they are written.
        parts: &'static [Part],
    },
    /// A union.
    Union {
        /// What it is called as a document.
        root: Name,
        /// The property that tells which kind it is.
        discriminator: Part,
        /// The kinds by value.
        kinds: &'static [(&'static str, FormOf)],
    },
}

impl Form {
    /// What it is called as a document.
    #[must_use]
    pub fn root(&self) -> Name {
        match self {
            Self::Model { root, .. } | Self::Union { root, .. } => *root,
        }
    }
}
