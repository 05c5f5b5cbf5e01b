//! What Swagger 2.0 and OpenAPI 3 write in different places, in one form.
//!
//! In: parts of a document of either dialect. Out: nodes that are equal when the parts say the same.
//! Never: drops a member it does not know; it stays in the node, and so becomes a difference.

use serde_json::Value;

use super::files::Cursor;
use super::node::Node;
use super::schemas::{DOCUMENTATION, Schemas};

/// The language that a document is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Swagger 2.0.
    Swagger,
    /// OpenAPI 3.0.
    OpenApi,
}

impl Dialect {
    /// The dialect of a document. Panics when it is neither.
    pub fn of(document: &Cursor<'_>) -> Dialect {
        match (document.get_text("swagger"), document.get_text("openapi")) {
            ("2.0", _) => Dialect::Swagger,
            (_, version) if version.starts_with("3.0.") => Dialect::OpenApi,
            _ => panic!("{}: neither Swagger 2.0 nor OpenAPI 3.0", document.place()),
        }
    }

    /// The schemas that a document defines.
    pub fn definitions<'f>(self, document: &Cursor<'f>) -> Vec<Cursor<'f>> {
        let definitions = match self {
            Dialect::Swagger => document.get("definitions"),
            Dialect::OpenApi => document
                .get("components")
                .and_then(|components| components.get("schemas")),
        };
        let entries = definitions.map(|definitions| definitions.entries());
        entries
            .unwrap_or_default()
            .into_iter()
            .map(|(_, schema)| schema)
            .collect()
    }

    /// A parameter that is not the body: its constraints stand beside its name.
    pub fn parameter<'f>(self, parameter: &Cursor<'f>, schemas: &mut Schemas<'f>) -> Node {
        with_required(self.inline_schema(parameter, schemas), parameter)
    }

    /// The body of an operation's requests, if it has one.
    pub fn body<'f>(
        self,
        operation: &Cursor<'f>,
        parameters: &[Cursor<'f>],
        schemas: &mut Schemas<'f>,
    ) -> Option<Node> {
        match self {
            Dialect::Swagger => {
                let body = parameters
                    .iter()
                    .find(|parameter| parameter.get_text("in") == "body")?;
                let mut node = schemas.node_without(body, &["in"]);
                node.put("media", media_types(operation, "consumes"));
                Some(with_required(node, body))
            }
            Dialect::OpenApi => {
                let body = operation.get("requestBody")?.resolved();
                let mut node = schemas.node_without(&body, &["content", "x-ms-requestBody-name"]);
                if let Some(name) = body.get("x-ms-requestBody-name") {
                    node.put("name", Node::copy(&name));
                }
                put_content(&mut node, &body, schemas);
                Some(with_required(node, &body))
            }
        }
    }

    /// One response of an operation.
    pub fn response<'f>(
        self,
        operation: &Cursor<'f>,
        response: &Cursor<'f>,
        schemas: &mut Schemas<'f>,
    ) -> Node {
        let mut node = schemas.node_without(response, &["headers", "content"]);
        match self {
            Dialect::Swagger if response.get("schema").is_some() => {
                node.put("media", media_types(operation, "produces"));
            }
            Dialect::Swagger => {}
            Dialect::OpenApi => put_content(&mut node, response, schemas),
        }
        let mut headers = Node::map(response);
        for (name, header) in response.entries_of("headers") {
            headers.put(name, self.inline_schema(&header.resolved(), schemas));
        }
        node.put("headers", headers);
        node
    }

    /// Where the operations of a document are served.
    pub fn host<'f>(self, document: &Cursor<'f>, schemas: &mut Schemas<'f>) -> Node {
        if let Some(template) = document.get("x-ms-parameterized-host") {
            let mut node = schemas.node_without(&template, &["parameters"]);
            let mut parameters = Node::map(&template);
            for parameter in template.items_of("parameters") {
                let parameter = parameter.resolved();
                parameters.put(
                    parameter.get_text("name"),
                    self.parameter(&parameter, schemas),
                );
            }
            node.put("parameters", parameters);
            return node;
        }
        let servers: Vec<String> = match self {
            Dialect::Swagger => {
                let rest = format!(
                    "{}{}",
                    document.get_text("host"),
                    document.get_text("basePath")
                );
                let schemes = document.items_of("schemes");
                schemes
                    .iter()
                    .map(|scheme| format!("{}://{rest}", scheme.text()))
                    .collect()
            }
            Dialect::OpenApi => {
                let servers = document.items_of("servers");
                servers
                    .iter()
                    .map(|server| server.get_text("url").to_owned())
                    .collect()
            }
        };
        Node::leaf(document, servers)
    }

    /// How the operations of a document are authorized.
    pub fn security(self, document: &Cursor<'_>) -> Node {
        let mut node = Node::map(document);
        if let Some(required) = document.get("security") {
            node.put("required", Node::copy(&required));
        }
        let schemes = match self {
            Dialect::Swagger => document.entries_of("securityDefinitions"),
            Dialect::OpenApi => document
                .get("components")
                .map(|all| all.entries_of("securitySchemes"))
                .unwrap_or_default(),
        };
        for (name, scheme) in schemes {
            node.put(name, self.security_scheme(&scheme));
        }
        node
    }

    fn security_scheme(self, scheme: &Cursor<'_>) -> Node {
        let mut node = Node::map(scheme);
        let mut parts = scheme.entries();
        if self == Dialect::OpenApi {
            parts.retain(|(key, _)| key != "flows");
            for (flow, details) in scheme.entries_of("flows") {
                node.put("flow", Node::leaf(&details, flow));
                parts.extend(details.entries());
            }
        }
        for (key, part) in parts {
            match key.as_str() {
                // The texts of scopes are documentation.
                "scopes" => {
                    let scopes: Vec<String> =
                        part.entries().into_iter().map(|(scope, _)| scope).collect();
                    node.put(key, Node::leaf(&part, scopes));
                }
                _ if DOCUMENTATION.contains(&key.as_str()) => {}
                _ => node.put(key, Node::copy(&part)),
            }
        }
        node
    }

    /// A parameter or header: OpenAPI 3 moves into `schema` what Swagger 2.0 writes beside the name.
    fn inline_schema<'f>(self, owner: &Cursor<'f>, schemas: &mut Schemas<'f>) -> Node {
        let mut node = schemas.node_without(owner, &["schema"]);
        if let Some(schema) = owner.get("schema") {
            for (key, member) in schemas.node(&schema).members() {
                node.put(key, member.clone());
            }
        }
        node
    }
}

/// What is not said to be required is optional, in both dialects.
fn with_required(mut node: Node, owner: &Cursor<'_>) -> Node {
    if node.get("required").is_none() {
        node.put("required", Node::leaf(owner, false));
    }
    node
}

/// The media types of an operation's bodies in Swagger 2.0: its own, or those of the document.
fn media_types(operation: &Cursor<'_>, key: &str) -> Node {
    let owner = operation.get(key).or_else(|| operation.document().get(key));
    owner.map_or_else(
        || Node::leaf(operation, Vec::<Value>::new()),
        |types| Node::copy(&types),
    )
}

/// Schema and media type of a body in OpenAPI 3. Panics when two media types have one schema each:
/// Swagger 2.0 cannot say so, and no description here does.
fn put_content<'f>(node: &mut Node, owner: &Cursor<'f>, schemas: &mut Schemas<'f>) {
    let Some(content) = owner.get("content") else {
        return;
    };
    let mut media = Vec::new();
    for (media_type, body) in content.entries() {
        media.push(Node::leaf(&body, media_type));
        for (key, member) in schemas.node(&body).members() {
            node.put(key, member.clone());
        }
    }
    node.put("media", Node::list(&content, media));
}
