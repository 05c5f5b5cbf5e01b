//! The examples of operations: what of them is compared, and whether they fit their operations.
//!
//! Values of examples are the project's own, so names and kinds are compared; but where an example carries the data of
//! a documentation page, the values count too.

use super::files::Cursor;
use super::node::Node;

/// The examples of an operation, by name.
pub fn read(operation: &Cursor<'_>, documented: &[&str]) -> Node {
    let mut node = Node::map(operation);
    for (name, reference) in operation.entries_of("x-ms-examples") {
        let form = if documented.contains(&name.as_str()) {
            Node::copy
        } else {
            Node::shape
        };
        node.put(name, example(&reference.resolved(), form));
    }
    node
}

/// What is wrong with the examples of an operation in neutral form: arguments that are no parameters, required
/// parameters without an argument, statuses and headers that are not declared. Empty when nothing is.
pub fn faults(operation: &Node, host: &Node) -> Vec<String> {
    let mut faults = Vec::new();
    let examples = operation.at(&["examples"]);
    if examples.members().next().is_none() {
        faults.push(format!("{}: no example", operation.place));
    }
    for (name, example) in examples.members() {
        let mut say =
            |what: String| faults.push(format!("{}: example {name}: {what}", example.place));

        let parameters = parameters(operation, host);
        for (argument, _) in example.at(&["arguments"]).members() {
            if !parameters
                .iter()
                .any(|(parameter, _)| parameter == argument)
            {
                say(format!("`{argument}` is no parameter"));
            }
        }
        for (parameter, required) in &parameters {
            if *required && example.at(&["arguments"]).get(parameter).is_none() {
                say(format!("required `{parameter}` is missing"));
            }
        }
        for (status, response) in example.at(&["responses"]).members() {
            let Some(declared) = operation.at(&["responses"]).get(status) else {
                say(format!("status {status} is not declared"));
                continue;
            };
            for (header, _) in response.at(&["headers"]).members() {
                let mut known = declared.at(&["headers"]).members();
                if !known.any(|(known, _)| known.eq_ignore_ascii_case(header)) {
                    say(format!("header {header} is not declared"));
                }
            }
            if declared.get("schema").is_some() != response.get("body").is_some() {
                say(format!("status {status} has a body in one place only"));
            }
        }
    }
    faults
}

/// All that an operation takes, by wire name, and whether it has to be given.
fn parameters(operation: &Node, host: &Node) -> Vec<(String, bool)> {
    let own = operation.at(&["parameters"]).members();
    let of_host = host.get("parameters").into_iter().flat_map(Node::members);
    let all = own
        .chain(of_host)
        .map(|(_, parameter)| parameter)
        .chain(operation.get("body"));
    let text = |node: &Node| node.to_value().as_str().unwrap_or_default().to_owned();
    all.map(|parameter| {
        (
            text(parameter.at(&["name"])),
            parameter.at(&["required"]).to_value() == true,
        )
    })
    .collect()
}

fn example(example: &Cursor<'_>, form: fn(&Cursor<'_>) -> Node) -> Node {
    let mut node = Node::map(example);
    for (key, member) in example.entries() {
        match key.as_str() {
            "parameters" => node.put("arguments", form(&member)),
            "responses" => node.put("responses", responses(&member, form)),
            _ => node.put(key, Node::copy(&member)),
        }
    }
    node
}

fn responses(responses: &Cursor<'_>, form: fn(&Cursor<'_>) -> Node) -> Node {
    let mut node = Node::map(responses);
    for (status, response) in responses.entries() {
        let mut described = Node::map(&response);
        for (key, member) in response.entries() {
            if key != "headers" {
                described.put(key, form(&member));
            }
        }
        // Names of headers do not depend on case; no headers and none mentioned are the same.
        let mut headers = Node::map(&response);
        for (name, value) in response.entries_of("headers") {
            headers.put(name.to_lowercase(), Node::shape(&value));
        }
        described.put("headers", headers);
        node.put(status, described);
    }
    node
}
