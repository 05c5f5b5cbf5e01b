//! Schemas in neutral form, and which of them a description reaches.
//!
//! In: schemas of either dialect. Out: one node for each, references replaced by the name of what they point to, and
//! the table of all named ones.
//! Never: resolves a reference into its target; siblings of a `$ref` stay beside it, as they count for both sides.

use std::collections::BTreeMap;

use serde_json::Value;

use super::files::Cursor;
use super::node::Node;

/// Members that say something to people only. The project words them itself.
pub const DOCUMENTATION: [&str; 5] = ["description", "summary", "title", "externalDocs", "example"];

/// The named schemas met so far.
#[derive(Default)]
pub struct Schemas<'f> {
    waiting: Vec<Cursor<'f>>,
    met: BTreeMap<String, Cursor<'f>>,
}

impl<'f> Schemas<'f> {
    /// Notes a named schema, and returns its name. Panics when another document has one of the same name.
    pub fn meet(&mut self, schema: Cursor<'f>) -> String {
        let name = schema.name();
        match self.met.get(&name) {
            None => {
                self.met.insert(name.clone(), schema.clone());
                self.waiting.push(schema);
            }
            Some(earlier) => assert_eq!(
                earlier.file(),
                schema.file(),
                "two documents define `{name}`; the comparison tells schemas apart by name"
            ),
        }
        name
    }

    /// The neutral form of a schema, or of something that is written like one: a header or parameter of Swagger 2.0.
    pub fn node(&mut self, schema: &Cursor<'f>) -> Node {
        self.node_without(schema, &[])
    }

    /// As [`node`](Self::node), but leaves out some members.
    pub fn node_without(&mut self, schema: &Cursor<'f>, left_out: &[&str]) -> Node {
        let mut node = Node::map(schema);
        for (key, member) in schema.entries() {
            if DOCUMENTATION.contains(&key.as_str()) || left_out.contains(&key.as_str()) {
                continue;
            }
            let (key, member) = self.member(schema, key, &member);
            node.put(key, member);
        }
        node
    }

    /// All named schemas that can be reached, each with the document that holds it.
    pub fn finish(mut self, role: impl Fn(&str) -> String) -> BTreeMap<String, Node> {
        let mut nodes = BTreeMap::new();
        while let Some(schema) = self.waiting.pop() {
            let mut node = self.node(&schema);
            node.put("document", Node::leaf(&schema, role(schema.file())));
            nodes.insert(schema.name(), node);
        }
        nodes
    }

    fn member(&mut self, owner: &Cursor<'f>, key: String, member: &Cursor<'f>) -> (String, Node) {
        let node = match key.as_str() {
            "$ref" => {
                let name = self.meet(member.target(member.text()));
                Node::leaf(member, name)
            }
            "properties" => {
                let mut properties = Node::map(member);
                for (name, property) in member.entries() {
                    properties.put(name, self.node(&property));
                }
                properties
            }
            "items" | "additionalProperties" | "schema" if member.value().is_object() => {
                self.node(member)
            }
            "allOf" | "anyOf" | "oneOf" => {
                let parts = member.items().iter().map(|part| self.node(part)).collect();
                Node::list(member, parts)
            }
            "required" if member.value().is_array() => sorted(member),
            "x-ms-enum" => enumeration(owner.get("enum"), member),
            // OpenAPI 3 has a word of its own for what Azure's Swagger 2.0 says with an extension.
            "nullable" => return ("x-nullable".to_owned(), Node::copy(member)),
            _ => Node::copy(member),
        };
        (key, node)
    }
}

/// A list whose order has no meaning.
fn sorted(list: &Cursor<'_>) -> Node {
    let mut names: Vec<&str> = list.items().iter().map(Cursor::text).collect();
    names.sort_unstable();
    Node::leaf(list, names)
}

/// `x-ms-enum` without its texts: of `values` only the names that it gives remain. Values that are not those of the
/// `enum` beside it are kept, and so become a difference.
fn enumeration(allowed: Option<Cursor<'_>>, extension: &Cursor<'_>) -> Node {
    let mut node = Node::map(extension);
    for (key, member) in extension.entries() {
        if key != "values" {
            node.put(key, Node::copy(&member));
        }
    }
    let mut names = Node::map(extension);
    let mut listed = Vec::new();
    for entry in extension.items_of("values") {
        let value = entry.get_text("value");
        listed.push(value);
        if let Some(name) = entry.get("name").filter(|name| name.text() != value) {
            names.put(value, Node::copy(&name));
        }
    }
    node.put("names", names);
    let listed = Value::from(listed);
    if extension.get("values").is_some() && allowed.is_none_or(|allowed| *allowed.value() != listed)
    {
        node.put("values", Node::leaf(extension, listed));
    }
    node
}
