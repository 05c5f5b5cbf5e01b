//! Schemas as values have to follow them.
//!
//! In: a [`Node`] with a schema. Out: its kind, its properties with the inherited ones, what else may be in it, its subtypes.
//! Never: judges a value.

use indexmap::IndexMap;
use serde_json::Value;

use crate::documents::Node;

/// How deep `allOf` may lead; a circle ends here.
const DEEPEST: usize = 24;

/// What a value has to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind<'d> {
    /// Anything.
    Any,
    /// An object.
    Object,
    /// A list of such.
    Array(Option<Node<'d>>),
    /// A string.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A boolean.
    Boolean,
    /// Bytes that are no JSON.
    File,
}

/// What an object may have beside its properties.
#[derive(Clone, Debug, PartialEq)]
pub enum Additional<'d> {
    /// Nothing is said.
    Unsaid,
    /// Anything.
    Free,
    /// Values of a schema.
    Of(Node<'d>),
}

/// A schema, behind its references.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema<'d> {
    /// Where it stands.
    pub node: Node<'d>,
}

impl<'d> Schema<'d> {
    /// The schema at a node.
    pub fn at(node: &Node<'d>) -> Self {
        Self {
            node: node.resolved(),
        }
    }

    /// What a value has to be.
    pub fn kind(&self) -> Kind<'d> {
        self.kind_within(DEEPEST)
    }

    fn kind_within(&self, depth: usize) -> Kind<'d> {
        match self.node.text("type") {
            Some("object") if self.format() == Some("file") => return Kind::File,
            Some("object") => return Kind::Object,
            Some("array") => return Kind::Array(self.node.get("items")),
            Some("string") => return Kind::Text,
            Some("integer") => return Kind::Integer,
            Some("number") => return Kind::Number,
            Some("boolean") => return Kind::Boolean,
            Some("file") => return Kind::File,
            _ => {}
        }
        let has = |key| self.node.value.get(key).is_some();
        if has("properties") || has("additionalProperties") {
            return Kind::Object;
        }
        if has("items") {
            return Kind::Array(self.node.get("items"));
        }
        if depth > 0 {
            let mut kinds = self
                .parents()
                .into_iter()
                .map(|parent| parent.kind_within(depth - 1));
            if let Some(kind) = kinds.find(|kind| *kind != Kind::Any) {
                return kind;
            }
        }
        match self.values().first() {
            Some(Value::String(_)) => Kind::Text,
            Some(Value::Number(_)) => Kind::Number,
            _ => Kind::Any,
        }
    }

    /// `format`, its own or that of what it wraps.
    pub fn format(&self) -> Option<&'d str> {
        self.inherited(DEEPEST, &|schema| schema.node.text("format"))
    }

    /// The values that it lists.
    pub fn values(&self) -> Vec<&'d Value> {
        let found = self.inherited(DEEPEST, &|schema| schema.node.value.get("enum")?.as_array());
        found.into_iter().flatten().collect()
    }

    /// Whether values that are not listed are allowed, too: `modelAsString`.
    pub fn is_extensible(&self) -> bool {
        let said = self.inherited(DEEPEST, &|schema| {
            schema
                .node
                .value
                .get("x-ms-enum")?
                .get("modelAsString")?
                .as_bool()
        });
        said == Some(true)
    }

    /// Whether only the service sets it.
    pub fn is_read_only(&self) -> bool {
        is_read_only(&self.node)
    }

    /// All properties, the inherited ones first.
    pub fn properties(&self) -> IndexMap<&'d str, Node<'d>> {
        let mut found = IndexMap::new();
        self.collect(&mut found, DEEPEST);
        found
    }

    fn collect(&self, found: &mut IndexMap<&'d str, Node<'d>>, depth: usize) {
        if depth > 0 {
            for parent in self.parents() {
                parent.collect(found, depth - 1);
            }
        }
        if let Some(own) = self.node.get("properties") {
            found.extend(own.members());
        }
    }

    /// What it may have beside its properties.
    pub fn additional(&self) -> Additional<'d> {
        let found = self.inherited(DEEPEST, &|schema| schema.node.get("additionalProperties"));
        match found {
            None => Additional::Unsaid,
            Some(node) => match node.value {
                Value::Bool(false) => Additional::Unsaid,
                Value::Object(members) if !members.is_empty() => Additional::Of(node),
                _ => Additional::Free,
            },
        }
    }

    /// The property that tells the kinds apart.
    pub fn discriminator(&self) -> Option<&'d str> {
        self.inherited(DEEPEST, &|schema| schema.node.text("discriminator"))
    }

    /// The value that its discriminator has.
    pub fn discriminator_value(&self) -> &'d str {
        let own = self.node.text("x-ms-discriminator-value");
        own.or_else(|| self.node.name()).unwrap_or_default()
    }

    /// The schema among this and those that are made of it whose discriminator has this value.
    pub fn subtype(&self, value: &str) -> Option<Self> {
        let definitions = self.node.documents().all().flat_map(|file| {
            file.get("definitions")
                .map(|all| all.members())
                .unwrap_or_default()
        });
        definitions
            .filter(|(name, node)| node.text("x-ms-discriminator-value").unwrap_or(name) == value)
            .map(|(_, node)| Self { node })
            .find(|schema| schema.is_made_of(self, DEEPEST))
    }

    fn is_made_of(&self, base: &Self, depth: usize) -> bool {
        self == base
            || (depth > 0
                && self
                    .parents()
                    .iter()
                    .any(|parent| parent.is_made_of(base, depth - 1)))
    }

    fn parents(&self) -> Vec<Self> {
        let parts = self
            .node
            .get("allOf")
            .map(|parts| parts.items())
            .unwrap_or_default();
        parts.iter().map(Self::at).collect()
    }

    fn inherited<T>(&self, depth: usize, own: &dyn Fn(&Self) -> Option<T>) -> Option<T> {
        own(self).or_else(|| {
            let deeper = depth.checked_sub(1)?;
            self.parents()
                .iter()
                .find_map(|parent| parent.inherited(deeper, own))
        })
    }
}

/// Whether only the service sets what this node describes: it says so, or what it refers to does.
pub fn is_read_only(node: &Node<'_>) -> bool {
    let says = |node: &Node<'_>| {
        let only_read = node
            .texts("x-ms-mutability")
            .is_some_and(|allowed| allowed == ["read"]);
        node.is("readOnly") || only_read
    };
    says(node) || says(&node.resolved())
}
