//! The neutral form into which both sides are brought before they are compared.
//!
//! A tree like JSON, but every node knows the place it was read from, and maps have an order that does not depend on
//! how a description is written.

use std::collections::BTreeMap;

use serde_json::Value;

use super::files::{Cursor, Place};

/// One node of the neutral form.
#[derive(Clone)]
pub struct Node {
    /// Where it was read.
    pub place: Place,
    /// What was read.
    pub content: Content,
}

/// What a node holds.
#[derive(Clone)]
pub enum Content {
    /// A value that is compared as a whole.
    Leaf(Value),
    /// Members whose order does not matter.
    Map(BTreeMap<String, Node>),
    /// Elements whose order matters.
    List(Vec<Node>),
}

impl Node {
    /// A value of our own making, read from `place`.
    pub fn leaf(place: &Cursor<'_>, value: impl Into<Value>) -> Node {
        Node {
            place: place.place(),
            content: Content::Leaf(value.into()),
        }
    }

    /// An empty map, read from `place`.
    pub fn map(place: &Cursor<'_>) -> Node {
        Node {
            place: place.place(),
            content: Content::Map(BTreeMap::new()),
        }
    }

    /// A list, read from `place`.
    pub fn list(place: &Cursor<'_>, elements: Vec<Node>) -> Node {
        Node {
            place: place.place(),
            content: Content::List(elements),
        }
    }

    /// The whole value at a place, as it stands there.
    pub fn copy(from: &Cursor<'_>) -> Node {
        match from.value() {
            Value::Object(_) => {
                let mut node = Node::map(from);
                for (key, member) in from.entries() {
                    node.put(key, Node::copy(&member));
                }
                node
            }
            Value::Array(_) => Node::list(from, from.items().iter().map(Node::copy).collect()),
            value => Node::leaf(from, value.clone()),
        }
    }

    /// The kinds of value at a place without the values: `{"a": "string", "b": ["number"]}`.
    pub fn shape(from: &Cursor<'_>) -> Node {
        match from.value() {
            Value::Object(_) => {
                let mut node = Node::map(from);
                for (key, member) in from.entries() {
                    node.put(key, Node::shape(&member));
                }
                node
            }
            Value::Array(_) => Node::list(from, from.items().iter().map(Node::shape).collect()),
            Value::String(_) => Node::leaf(from, "string"),
            Value::Number(_) => Node::leaf(from, "number"),
            Value::Bool(_) => Node::leaf(from, "boolean"),
            Value::Null => Node::leaf(from, "null"),
        }
    }

    /// Adds a member to a map. Panics when the name is taken: the neutral form would hide one of the two.
    pub fn put(&mut self, key: impl Into<String>, member: Node) {
        let key = key.into();
        let Content::Map(members) = &mut self.content else {
            panic!("{}: only maps have members", self.place);
        };
        let earlier = members.insert(key.clone(), member);
        assert!(earlier.is_none(), "{}: `{key}` occurs twice", self.place);
    }

    /// The members of a map; none for other nodes.
    pub fn members(&self) -> impl Iterator<Item = (&String, &Node)> {
        let members = match &self.content {
            Content::Map(members) => Some(members),
            Content::Leaf(_) | Content::List(_) => None,
        };
        members.into_iter().flatten()
    }

    /// A member of a map, if there is one.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.content {
            Content::Map(members) => members.get(key),
            Content::Leaf(_) | Content::List(_) => None,
        }
    }

    /// The node below a chain of members. Panics when the chain breaks.
    pub fn at(&self, keys: &[&str]) -> &Node {
        keys.iter().fold(self, |node, key| {
            node.get(key)
                .unwrap_or_else(|| panic!("{}: `{key}` is missing", node.place))
        })
    }

    /// A map without some of its members.
    pub fn without(&self, keys: &[&str]) -> Node {
        let mut node = self.clone();
        if let Content::Map(members) = &mut node.content {
            members.retain(|key, _| !keys.contains(&key.as_str()));
        }
        node
    }

    /// A map with each member changed.
    pub fn map_members(&self, change: impl Fn(&Node) -> Node) -> Node {
        let mut node = self.clone();
        if let Content::Map(members) = &mut node.content {
            members
                .values_mut()
                .for_each(|member| *member = change(member));
        }
        node
    }

    /// The value as JSON.
    pub fn to_value(&self) -> Value {
        match &self.content {
            Content::Leaf(value) => value.clone(),
            Content::Map(members) => members
                .iter()
                .map(|(key, node)| (key.clone(), node.to_value()))
                .collect(),
            Content::List(elements) => elements.iter().map(Node::to_value).collect(),
        }
    }
}
