//! The facts of the workspace operations, which Azure's copy of the descriptions does not have.
//!
//! They are those that Microsoft's client for Python (azure-mgmt-apimanagement 5.0.0) puts on the wire: method, path,
//! parameters with their constraints, statuses, headers, models, paging.

use std::collections::BTreeSet;

use serde_json::Value;

use super::compare::{Difference, compare};
use super::node::{Content, Node};

/// What is known of one operation.
struct Facts {
    operation: &'static str,
    /// The operation that does the same for the service itself.
    like: &'static str,
    /// Method, and the path after that of the workspace.
    line: &'static str,
    /// Parameters besides those of [`EVERYWHERE`].
    parameters: &'static [&'static str],
    /// Name and model of the body.
    body: Option<&'static str>,
    /// Status, model and headers.
    responses: &'static [&'static str],
    paging: Paging,
    examples: &'static [&'static str],
}

#[derive(PartialEq, Eq)]
enum Paging {
    None,
    NextLink,
}

const WORKSPACE: &str = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/\
                         Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}";

/// The parameter that the service's own operations do not have.
const WORKSPACE_ID: &str = "path workspaceId";

/// Parameters that all operations have.
const EVERYWHERE: &[&str] = &[
    r#"path resourceGroupName required string minLength=1 maxLength=90 pattern="^[-\\w\\._\\(\\)]+$""#,
    r#"path serviceName required string minLength=1 maxLength=50 pattern="^[a-zA-Z](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$""#,
    r#"path workspaceId required string minLength=1 maxLength=80 pattern="^[^*#&+:<>?]+$""#,
    "query api-version required string minLength=1",
    "path subscriptionId required string/uuid",
];

const CERTIFICATE_ID: &str =
    r#"path certificateId required string minLength=1 maxLength=80 pattern="^[^*#&+:<>?]+$""#;

const FAILURE: &str = "default ErrorResponse";

const FACTS: [Facts; 6] = [
    Facts {
        operation: "WorkspaceCertificate_ListByWorkspace",
        like: "Certificate_ListByService",
        line: "GET /certificates",
        parameters: &[
            "query $filter optional string",
            "query $top optional integer/int32 minimum=1",
            "query $skip optional integer/int32 minimum=0",
            "query isKeyVaultRefreshFailed optional boolean",
        ],
        body: None,
        responses: &["200 CertificateCollection", FAILURE],
        paging: Paging::NextLink,
        examples: &["ApiManagementListWorkspaceCertificates"],
    },
    Facts {
        operation: "WorkspaceCertificate_GetEntityTag",
        like: "Certificate_GetEntityTag",
        line: "HEAD /certificates/{certificateId}",
        parameters: &[CERTIFICATE_ID],
        body: None,
        responses: &["200 ETag:string", FAILURE],
        paging: Paging::None,
        examples: &["ApiManagementHeadWorkspaceCertificate"],
    },
    Facts {
        operation: "WorkspaceCertificate_Get",
        like: "Certificate_Get",
        line: "GET /certificates/{certificateId}",
        parameters: &[CERTIFICATE_ID],
        body: None,
        responses: &["200 CertificateContract ETag:string", FAILURE],
        paging: Paging::None,
        examples: &[
            "ApiManagementGetWorkspaceCertificate",
            "ApiManagementGetWorkspaceCertificateWithKeyVault",
        ],
    },
    Facts {
        operation: "WorkspaceCertificate_CreateOrUpdate",
        like: "Certificate_CreateOrUpdate",
        line: "PUT /certificates/{certificateId}",
        parameters: &[CERTIFICATE_ID, "header If-Match optional string"],
        body: Some("parameters required CertificateCreateOrUpdateParameters"),
        responses: &[
            "200 CertificateContract ETag:string",
            "201 CertificateContract ETag:string",
            FAILURE,
        ],
        paging: Paging::None,
        examples: &[
            "ApiManagementCreateWorkspaceCertificate",
            "ApiManagementCreateWorkspaceCertificateWithKeyVault",
        ],
    },
    Facts {
        operation: "WorkspaceCertificate_Delete",
        like: "Certificate_Delete",
        line: "DELETE /certificates/{certificateId}",
        parameters: &[CERTIFICATE_ID, "header If-Match required string"],
        body: None,
        responses: &["200", "204", FAILURE],
        paging: Paging::None,
        examples: &["ApiManagementDeleteWorkspaceCertificate"],
    },
    Facts {
        operation: "WorkspaceCertificate_RefreshSecret",
        like: "Certificate_RefreshSecret",
        line: "POST /certificates/{certificateId}/refreshSecret",
        parameters: &[CERTIFICATE_ID],
        body: None,
        responses: &["200 CertificateContract ETag:string", FAILURE],
        paging: Paging::None,
        examples: &["ApiManagementRefreshWorkspaceCertificate"],
    },
];

/// In what a description of the workspace operations departs from the facts. Empty when in nothing.
pub fn faults(description: &Node) -> Vec<String> {
    let operations = description.at(&["operations"]);
    let mut faults = Vec::new();
    for (id, operation) in operations.members() {
        match FACTS.iter().find(|facts| facts.operation == id) {
            None => faults.push(format!("{}: the facts know no {id}", operation.place)),
            Some(facts) => faults.extend(faults_of(facts, operation)),
        }
        faults.extend(lacking_headers(operation));
    }
    let missing = FACTS
        .iter()
        .filter(|facts| operations.get(facts.operation).is_none());
    faults.extend(
        missing.map(|facts| format!("{}: {} is missing", operations.place, facts.operation)),
    );
    faults
}

/// In what the workspace operations differ from those of the service where they must not: models, host, security, and
/// all of an operation but its name, its path, the workspace in its parameters, and its examples.
pub fn departures(workspaces: &Node, service: &Node) -> Vec<Difference> {
    let mut differences = compare(
        &workspaces.without(&["operations"]),
        &service.without(&["operations"]),
    );
    for facts in &FACTS {
        let ours = workspaces.at(&["operations", facts.operation]);
        let theirs = service.at(&["operations", facts.like]);
        differences.extend(compare(&comparable(ours), &comparable(theirs)));
        for (name, example) in ours.at(&["examples"]).members() {
            let like = theirs.at(&["examples", &name.replace("Workspace", "")]);
            differences.extend(compare(
                &comparable_example(example),
                &comparable_example(like),
            ));
        }

        let workspace = ours.at(&["parameters", WORKSPACE_ID]).without(&["name"]);
        let certificate = service.at(&[
            "operations",
            "Certificate_Get",
            "parameters",
            "path certificateId",
        ]);
        differences.extend(compare(&workspace, &certificate.without(&["name"])));
    }
    differences
}

/// What an operation has in common with its counterpart.
fn comparable(operation: &Node) -> Node {
    let mut common = operation.without(&[
        "operationId",
        "tags",
        "path",
        "parameters",
        "order of parameters",
        "examples",
    ]);
    let parameters = operation.at(&["parameters"]).without(&[WORKSPACE_ID]);
    common.put("parameters", parameters);
    let mut order = operation.at(&["order of parameters"]).clone();
    if let Content::Leaf(Value::Array(names)) = &mut order.content {
        names.retain(|name| name != WORKSPACE_ID);
    }
    common.put("order of parameters", order);
    common
}

/// What an example has in common with its counterpart, which has headers only where Azure's has.
fn comparable_example(example: &Node) -> Node {
    let mut common = example.without(&["arguments", "responses"]);
    let arguments = example.at(&["arguments"]).without(&["workspaceId"]);
    common.put("arguments", arguments);
    let responses = example.at(&["responses"]);
    common.put(
        "responses",
        responses.map_members(|response| response.without(&["headers"])),
    );
    common
}

/// Declared headers that an example does not show: Azure has no examples to compare these with.
fn lacking_headers(operation: &Node) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, example) in operation.at(&["examples"]).members() {
        for (status, response) in example.at(&["responses"]).members() {
            for (header, _) in operation.at(&["responses", status, "headers"]).members() {
                if response
                    .at(&["headers"])
                    .get(&header.to_lowercase())
                    .is_none()
                {
                    faults.push(format!(
                        "{}: example {name} lacks {header} in {status}",
                        example.place
                    ));
                }
            }
        }
    }
    faults
}

/// Facts that a description does not have, and what it says beyond them.
fn faults_of(facts: &Facts, operation: &Node) -> Vec<String> {
    let (known, described) = (known(facts), described(operation));
    let missing = known
        .difference(&described)
        .map(|fact| format!("lacks {fact}"));
    let beyond = described
        .difference(&known)
        .map(|fact| format!("has {fact}"));
    let faults = missing.chain(beyond);
    faults
        .map(|fault| format!("{}: {} {fault}", operation.place, facts.operation))
        .collect()
}

/// The facts of one operation, each in a line.
fn known(facts: &Facts) -> BTreeSet<String> {
    let (method, path) = facts.line.split_once(' ').unwrap_or_default();
    let mut lines = BTreeSet::from([
        format!("line {method} {WORKSPACE}{path}"),
        "tag WorkspaceCertificate".to_owned(),
    ]);
    let parameters = EVERYWHERE.iter().chain(facts.parameters);
    lines.extend(parameters.map(|parameter| format!("parameter {parameter}")));
    lines.extend(facts.body.map(|body| format!("body {body}")));
    lines.extend(
        facts
            .responses
            .iter()
            .map(|response| format!("response {response}")),
    );
    lines.extend(
        facts
            .examples
            .iter()
            .map(|example| format!("example {example}")),
    );
    if facts.paging == Paging::NextLink {
        lines.insert("paging nextLink".to_owned());
    }
    lines
}

/// What a description says of an operation, in the words of [`known`].
fn described(operation: &Node) -> BTreeSet<String> {
    let members = |key| operation.at(&[key]).members();
    let mut lines = BTreeSet::from([format!(
        "line {} {}",
        word(operation, "method"),
        word(operation, "path")
    )]);
    let tags = operation.at(&["tags"]).to_value();
    let tags = tags
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    lines.extend(tags.map(|tag| format!("tag {tag}")));
    lines.extend(
        members("parameters").map(|(name, node)| format!("parameter {}", parameter(name, node))),
    );
    lines.extend(
        operation
            .get("body")
            .map(|node| format!("body {}", body(node))),
    );
    lines.extend(
        members("responses").map(|(status, node)| format!("response {}", response(status, node))),
    );
    lines.extend(members("examples").map(|(name, _)| format!("example {name}")));
    let paging = operation.get("x-ms-pageable");
    lines.extend(paging.map(|paging| format!("paging {}", word(paging, "nextLinkName"))));
    lines
}

/// A parameter as the table writes it.
fn parameter(name: &str, node: &Node) -> String {
    let mut line = format!("{name} {} {}", required(node), word(node, "type"));
    if node.get("format").is_some() {
        line = format!("{line}/{}", word(node, "format"));
    }
    for constraint in [
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "pattern",
        "enum",
        "default",
    ] {
        if let Some(value) = node.get(constraint) {
            line = format!("{line} {constraint}={}", value.to_value());
        }
    }
    line
}

fn body(node: &Node) -> String {
    let model = word(node.at(&["schema"]), "$ref");
    format!("{} {} {model}", word(node, "name"), required(node))
}

fn response(status: &str, node: &Node) -> String {
    let model = node.get("schema").map(|schema| word(schema, "$ref"));
    let headers = node.at(&["headers"]).members();
    let headers = headers.map(|(name, header)| format!("{name}:{}", word(header, "type")));
    let words = [status.to_owned()].into_iter().chain(model).chain(headers);
    words.collect::<Vec<_>>().join(" ")
}

fn required(node: &Node) -> &'static str {
    if node.at(&["required"]).to_value() == true {
        "required"
    } else {
        "optional"
    }
}

/// A member's text.
fn word(node: &Node, key: &str) -> String {
    node.at(&[key])
        .to_value()
        .as_str()
        .unwrap_or_default()
        .to_owned()
}
