//! A whole set of descriptions in neutral form.
//!
//! In: the document that holds the operations. Out: one tree with `title`, `host`, `security`,
//! `operations` (by operationId) and `schemas` (by name: all that the operations reach or the
//! document defines).
//! Settings of documents without operations (their host, their security) have no effect and are not
//! looked at.

use super::dialect::Dialect;
use super::examples;
use super::files::{Cursor, Files};
use super::node::Node;
use super::schemas::{DOCUMENTATION, Schemas};
use super::sets::Set;

/// Members of a document that have a place of their own in the neutral form, or none because they say nothing.
const DOCUMENT: [&str; 18] = [
    "swagger",
    "openapi",
    "info",
    "host",
    "basePath",
    "schemes",
    "servers",
    "consumes",
    "produces",
    "paths",
    "definitions",
    "parameters",
    "responses",
    "components",
    "security",
    "securityDefinitions",
    "x-ms-parameterized-host",
    // They only describe: which tags an operation has stands at the operation.
    "tags",
];

/// Members of an operation that have a place of their own in the neutral form.
const OPERATION: [&str; 7] = [
    "parameters",
    "requestBody",
    "responses",
    "consumes",
    "produces",
    "x-ms-odata",
    "x-ms-examples",
];

/// The neutral form of the set whose operations stand in `file`.
pub fn read(files: &Files, file: &str, set: &Set) -> Node {
    let document = files.document(file);
    let dialect = Dialect::of(&document);
    let mut schemas = Schemas::default();
    for definition in dialect.definitions(&document) {
        schemas.meet(definition);
    }

    let mut node = schemas.node_without(&document, &DOCUMENT);
    if let Some(title) = document.get("info").and_then(|info| info.get("title")) {
        node.put("title", Node::copy(&title));
    }
    node.put("host", dialect.host(&document, &mut schemas));
    node.put("security", dialect.security(&document));
    node.put(
        "operations",
        operations(&document, dialect, set, &mut schemas),
    );

    let mut named = Node::map(&document);
    for (name, schema) in schemas.finish(|file| set.role(file)) {
        named.put(name, schema);
    }
    node.put("schemas", named);
    node
}

/// The version that a document says it has, whether it holds operations or not, under the
/// document's name.
pub fn version(document: &Cursor<'_>, name: &str) -> Node {
    let mut node = Node::map(document);
    if let Some(version) = document.get("info").and_then(|info| info.get("version")) {
        node.put(format!("version of {name}"), Node::copy(&version));
    }
    node
}

/// One operation where it stands in a document.
pub struct Operation<'f> {
    /// The path that it belongs to.
    path: String,
    /// Its method, in capital letters.
    method: String,
    /// Parameters that it shares with the other operations of its path.
    shared: Vec<Cursor<'f>>,
    /// What the document says of it.
    pub text: Cursor<'f>,
}

/// The operations of a document. Panics when a path holds something that is none.
pub fn each_operation<'f>(document: &Cursor<'f>) -> Vec<Operation<'f>> {
    let mut found = Vec::new();
    for (path, item) in document.entries_of("paths") {
        for (method, text) in item.entries() {
            match method.as_str() {
                "parameters" => {}
                "get" | "put" | "post" | "delete" | "options" | "head" | "patch" => {
                    found.push(Operation {
                        path: path.clone(),
                        method: method.to_uppercase(),
                        shared: item.items_of("parameters"),
                        text,
                    });
                }
                _ => panic!("{}: not an operation", text.place()),
            }
        }
    }
    found
}

fn operations<'f>(
    document: &Cursor<'f>,
    dialect: Dialect,
    set: &Set,
    schemas: &mut Schemas<'f>,
) -> Node {
    let mut node = Node::map(document);
    for found in each_operation(document) {
        let text = &found.text;
        let own = text.items_of("parameters");
        let parameters = found.shared.iter().chain(&own).map(Cursor::resolved);

        let mut described = operation(text, &parameters.collect::<Vec<_>>(), dialect, schemas);
        described.put("method", Node::leaf(text, found.method));
        described.put("path", Node::leaf(text, found.path));
        described.put("examples", examples::read(text, set.documented_examples));
        node.put(text.get_text("operationId"), described);
    }
    for name in set.documented_examples {
        let mut examples = node
            .members()
            .map(|(_, operation)| operation.at(&["examples"]));
        let known = examples.any(|examples| examples.get(name).is_some());
        assert!(known, "{}: no example is called {name}", node.place);
    }
    node
}

fn operation<'f>(
    operation: &Cursor<'f>,
    parameters: &[Cursor<'f>],
    dialect: Dialect,
    schemas: &mut Schemas<'f>,
) -> Node {
    let mut node = Node::map(operation);
    for (key, member) in operation.entries() {
        if !OPERATION.contains(&key.as_str()) && !DOCUMENTATION.contains(&key.as_str()) {
            node.put(key, Node::copy(&member));
        }
    }
    if let Some(model) = operation.get("x-ms-odata") {
        let name = schemas.meet(model.target(model.text()));
        node.put("x-ms-odata", Node::leaf(&model, name));
    }

    let mut named = Node::map(operation);
    let mut order = Vec::new();
    for parameter in parameters
        .iter()
        .filter(|parameter| parameter.get_text("in") != "body")
    {
        let name = format!(
            "{} {}",
            parameter.get_text("in"),
            parameter.get_text("name")
        );
        named.put(name.clone(), dialect.parameter(parameter, schemas));
        order.push(name);
    }
    node.put("parameters", named);
    node.put("order of parameters", Node::leaf(operation, order));

    if let Some(body) = dialect.body(operation, parameters, schemas) {
        node.put("body", body);
    }
    let mut responses = Node::map(operation);
    for (status, response) in operation.entries_of("responses") {
        responses.put(
            status,
            dialect.response(operation, &response.resolved(), schemas),
        );
    }
    node.put("responses", responses);
    node
}
