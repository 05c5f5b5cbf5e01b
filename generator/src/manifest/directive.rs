//! What a readme changes about its descriptions, as plain data.

use crate::location::Place;

/// One entry of a readme's `directive:`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Directive {
    /// Where it stands in the readme.
    pub place: Place,
    /// Which documents it is for, as written: `swagger-document`, or the end of a path. All when there is none.
    pub from: Vec<String>,
    /// What it changes in each.
    pub subject: Subject,
    /// What it does to that.
    pub change: DirectiveChange,
}

impl Directive {
    /// Whether another does the same: some readmes say things twice.
    pub fn says_the_same(&self, other: &Self) -> bool {
        (&self.from, &self.subject, &self.change) == (&other.from, &other.subject, &other.change)
    }
}

/// What a directive is about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Subject {
    /// `where`: all values that one of these JSONPaths leads to; the whole document when there is none.
    Paths(Vec<String>),
    /// `where-operation`: the operation with this `operationId`.
    Operation(String),
    /// `where-model`: the definition of this name.
    Model(String),
}

/// What a directive does to its subject.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum DirectiveChange {
    /// `transform`: a script in which `$` is the subject.
    Transform(String),
    /// `remove-operation`, `remove-model`: the subject itself goes.
    Remove,
    /// `rename-operation`: another `operationId`.
    OperationId(String),
    /// `rename-model`: another name in code.
    ModelName(String),
    /// `rename-property`: a property of the subject has another name on the wire.
    PropertyName(Renaming),
    /// `rename-parameter`: the parameters of this name, which are the subject's own, have another name in code.
    ParameterName(Renaming),
    /// `remove-property`: a property of the subject goes.
    RemoveProperty(String),
    /// `remove-parameter`: parameters go from the subject.
    RemoveParameter(Parameters),
}

/// `{ from: …, to: … }`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Renaming {
    /// The name in the description.
    pub from: String,
    /// The name instead.
    pub to: String,
}

/// The parameters that a `remove-parameter` is about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Parameters {
    /// Their name.
    pub name: String,
    /// Where they are sent, `query` or `header`; anywhere when it does not say.
    pub within: Option<String>,
}
