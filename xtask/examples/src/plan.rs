//! What is answered so that the client comes to the end of an example.
//!
//! In: one answer of an example. Out: the [`Script`], and what the client holds in the end: [`Answered`].
//! Never: lets a list or a long-running operation go on: the second page is empty, the second state is the last.

use serde_json::{Map, Value, json};

use crate::documents::{Node, step};
use crate::example::{body_of, header_text, responses};
use crate::operation::Operation;
use crate::request::is_json;
use crate::schema::{Kind, Schema};
use crate::server::{Reply, Script};

/// Where a long-running operation is asked about.
pub const STATE: &str = "/the-state-of-the-operation";

/// Headers that say where and when a long-running operation is asked about.
const POLLING: [&str; 4] = [
    "azure-asyncoperation",
    "operation-location",
    "location",
    "retry-after",
];

/// What the client holds in the end.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Of the answer in the example.
    pub pointer: String,
    /// The status that answers the first request.
    pub first_status: u16,
    /// The status of the answer that the client holds in the end.
    pub status: u16,
    /// The status whose description is that of the answer.
    pub declared: u16,
    /// The answer, as an example has it.
    pub response: Value,
}

/// How the requests are answered, and what the client holds in the end.
pub struct Plan {
    /// The answers.
    pub script: Script,
    /// What comes of them.
    pub answered: Answered,
}

/// The plan for the answer with this key and status; `origin` is where the operation is.
pub fn plan(
    operation: &Operation<'_>,
    example: &Value,
    (text, status): (&str, u16),
    origin: &str,
) -> Plan {
    let all = responses(example);
    let found = all.iter().find(|(known, _)| *known == text);
    let response = found.map_or_else(|| json!({}), |(_, response)| (*response).clone());
    let pointer = format!("/responses{}", step(text));
    let is_success = (200..300).contains(&status);
    match (operation.is_long_running(), operation.paging()) {
        (true, _) if is_success => long_running(operation, example, status, &response),
        (_, Some(paging)) if is_success => {
            let response = match paging.next_link {
                Some(name) => with_own_link(&response, name, origin),
                None => response,
            };
            let empty = json!({ paging.items: [] });
            Plan {
                script: Script {
                    challenge: false,
                    first: reply(operation, status, status, &response),
                    later: Some(json_reply(200, &empty)),
                },
                answered: Answered {
                    pointer,
                    first_status: status,
                    status,
                    declared: status,
                    response,
                },
            }
        }
        _ => Plan {
            script: Script {
                challenge: false,
                first: reply(operation, status, status, &response),
                later: None,
            },
            answered: Answered {
                pointer,
                first_status: status,
                status,
                declared: status,
                response,
            },
        },
    }
}

/// A service's links lead to the service; those of examples lead to many places.
fn with_own_link(response: &Value, name: &str, origin: &str) -> Value {
    let mut response = response.clone();
    let link = response.get_mut("body").and_then(|body| body.get_mut(name));
    if let Some(Value::String(link)) = link
        && let Some((_, rest)) = link.split_once("://")
    {
        let path = rest.find('/').map_or("/", |at| rest.split_at(at).1);
        *link = format!("{origin}{path}");
    }
    response
}

/// Accepted operations are asked about at `Location`, where the result is then: Azure Resource Manager's rule for operations that
/// name no status monitor.
fn long_running(operation: &Operation<'_>, example: &Value, status: u16, response: &Value) -> Plan {
    let (source, source_response) = result(operation, example, status, response);
    let settled = settled(operation, source, &without_polling(&source_response));
    let goes_on = matches!(status, 201 | 202);
    let end = match (goes_on, source) {
        (true, 204) => 204,
        (true, _) => 200,
        (false, _) => status,
    };
    let mut first = reply(operation, status, status, &without_polling(response));
    if goes_on {
        first
            .headers
            .push(("location".to_owned(), STATE.to_owned()));
    } else {
        first = reply(operation, status, source, &settled);
    }
    Plan {
        script: Script {
            challenge: false,
            first,
            later: Some(reply(operation, end, source, &settled)),
        },
        answered: Answered {
            pointer: format!("/responses{}", step(&source.to_string())),
            first_status: status,
            status: end,
            declared: source,
            response: settled,
        },
    }
}

/// The answer with the result of an operation that began with this one: itself, unless there is nothing in it.
fn result(
    operation: &Operation<'_>,
    example: &Value,
    status: u16,
    response: &Value,
) -> (u16, Value) {
    let has_result = |status: u16, response: &Value| {
        let described = operation.response(&status.to_string());
        described.is_some_and(|node| node.get("schema").is_some()) && body_of(response).is_some()
    };
    if status == 202 || (status == 201 && !has_result(status, response)) {
        for (other, response) in responses(example) {
            let other = other.parse().unwrap_or_default();
            if matches!(other, 200 | 201) && has_result(other, response) {
                return (other, response.clone());
            }
        }
    }
    (status, response.clone())
}

/// The answer with none of these headers but one that keeps nobody waiting.
fn without_polling(response: &Value) -> Value {
    let mut response = response.clone();
    if let Some(members) = response.as_object_mut() {
        let headers = members.entry("headers").or_insert_with(|| json!({}));
        if let Some(headers) = headers.as_object_mut() {
            headers.retain(|name, _| !POLLING.contains(&name.to_ascii_lowercase().as_str()));
            headers.insert("retry-after".to_owned(), json!("0"));
        }
    }
    response
}

/// The answer of an operation that has succeeded.
fn settled(operation: &Operation<'_>, status: u16, response: &Value) -> Value {
    let mut response = response.clone();
    let state = response
        .get_mut("body")
        .and_then(|body| body.get_mut("properties"));
    let Some(Value::Object(properties)) = state else {
        return response;
    };
    let is_open = |state: &Value| {
        state
            .as_str()
            .is_some_and(|state| !state.eq_ignore_ascii_case("succeeded"))
    };
    if properties.get("provisioningState").is_some_and(is_open) {
        let schema = operation
            .response(&status.to_string())
            .and_then(|node| node.get("schema"));
        match schema.is_some_and(|schema| knows_success(&schema)) {
            true => drop(properties.insert("provisioningState".to_owned(), json!("Succeeded"))),
            false => drop(properties.shift_remove("provisioningState")),
        }
    }
    response
}

/// Whether a resource of this schema can say that it is done.
fn knows_success(schema: &Node<'_>) -> bool {
    let properties = Schema::at(schema)
        .properties()
        .get("properties")
        .map(Schema::at);
    let state =
        properties.and_then(|properties| properties.properties().get("provisioningState").cloned());
    state.is_none_or(|state| {
        let state = Schema::at(&state);
        let values = state.values();
        state.is_extensible()
            || values.is_empty()
            || values.iter().any(|value| *value == "Succeeded")
    })
}

/// An answer of the example as it comes over the wire.
fn reply(operation: &Operation<'_>, status: u16, declared: u16, response: &Value) -> Reply {
    let none = Map::new();
    let headers = response
        .get("headers")
        .and_then(Value::as_object)
        .unwrap_or(&none);
    let headers = headers.iter().filter(|(_, value)| !value.is_null());
    let mut headers: Vec<(String, String)> = headers
        .map(|(name, value)| (name.clone(), header_text(value)))
        .collect();
    let body = body_of(response).filter(|_| operation.method != "HEAD" && status != 204);
    let schema = operation
        .response(&declared.to_string())
        .and_then(|node| node.get("schema"));
    let body = body.map(|body| match schema {
        Some(schema) => bytes(operation, &schema, body),
        None => body.to_string().into_bytes(),
    });
    if body.is_some()
        && !headers
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("content-type"))
    {
        headers.push((
            "content-type".to_owned(),
            operation.produces()[0].to_owned(),
        ));
    }
    Reply {
        status,
        headers,
        body: body.unwrap_or_default(),
    }
}

fn json_reply(status: u16, body: &Value) -> Reply {
    Reply {
        status,
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: body.to_string().into_bytes(),
    }
}

/// Whether a body is no JSON: a file, or a text where no answer is JSON.
pub fn is_binary(operation: &Operation<'_>, schema: &Node<'_>) -> bool {
    let schema = Schema::at(schema);
    let is_file = schema.kind() == Kind::File || matches!(schema.format(), Some("binary" | "file"));
    is_file || !operation.produces().iter().any(|name| is_json(name))
}

/// The bytes of a body.
pub fn bytes(operation: &Operation<'_>, schema: &Node<'_>, body: &Value) -> Vec<u8> {
    match body {
        Value::String(text) if is_binary(operation, schema) => text.clone().into_bytes(),
        body => body.to_string().into_bytes(),
    }
}
