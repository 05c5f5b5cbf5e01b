//! Where the requests of an operation go.
//!
//! In: the description of the host, and the arguments for it. Out: origin and base path.
//! Never: sends anything there.

use std::net::Ipv4Addr;

use serde_json::{Map, Value};

use crate::documents::Node;
use crate::operation::{Operation, Parameter};
use crate::sample;

/// Where Azure Resource Manager is; the host of descriptions that name none.
const RESOURCE_MANAGER: &str = "https://management.azure.com";

/// Scheme and host in lower case, and the path before all paths.
pub fn address(operation: &Operation<'_>, given: &Map<String, Value>) -> (String, String) {
    let documents = operation.document.documents();
    let others = documents
        .inputs
        .iter()
        .filter_map(|input| documents.file(input));
    let mut files = std::iter::once(operation.document.clone()).chain(others);
    let host = files.find_map(|file| of_file(operation, &file, given));
    let whole = host.unwrap_or_else(|| RESOURCE_MANAGER.to_owned());
    let (scheme, rest) = whole.split_once("://").unwrap_or(("https", &whole));
    let (host, base) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    (
        format!("{scheme}://{host}").to_ascii_lowercase(),
        base.to_owned(),
    )
}

/// Why a value cannot be part of a host, and one that can.
pub fn fault(parameter: &Parameter<'_>, value: &str) -> Option<(String, Value)> {
    let bare = value.strip_prefix("https://").unwrap_or(value);
    let host = bare.split('/').next().unwrap_or_default();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._:".contains(c);
    if host.is_empty() || !host.chars().all(allowed) {
        return Some((format!("{value:?} is no host"), sample::of(parameter)));
    }
    // Where the template's scheme stands, the description of the template says so.
    let brings_scheme = bare != value;
    let is_expected = is_bringing_scheme(parameter);
    match (is_expected, brings_scheme) {
        // A host alone is one of https; a word alone is none.
        (true, false) if !host.contains('.') && !is_local(host) => Some((
            format!("{value:?} has no scheme, and the host has none"),
            format!("https://{value}").into(),
        )),
        (false, true) => Some((
            format!("{value:?} has a scheme, and the host has one"),
            bare.into(),
        )),
        _ => None,
    }
}

/// Whether the first parameter of a host has to bring the scheme.
pub fn is_bringing_scheme(parameter: &Parameter<'_>) -> bool {
    let documents = parameter.node.documents();
    let files = documents
        .inputs
        .iter()
        .filter_map(|input| documents.file(input));
    let mut hosts = files.filter_map(|file| file.get("x-ms-parameterized-host"));
    hosts.any(|host| {
        let prefixed = host.value.get("useSchemePrefix").and_then(Value::as_bool);
        let template = host.text("hostTemplate").unwrap_or_default();
        prefixed == Some(false) && template.starts_with(&format!("{{{}}}", parameter.name))
    })
}

/// Tokens and keys want https. What a service on this machine without any of them is reached by, the first entry says.
fn scheme(file: &Node<'_>, host: &str) -> &'static str {
    let wants_nothing = file.get("securityDefinitions").is_none() && file.get("security").is_none();
    let first = file.value.pointer("/schemes/0").and_then(Value::as_str);
    match is_local(host) && wants_nothing && first == Some("http") {
        true => "http",
        false => "https",
    }
}

/// Whether a host, with or without a port, is this machine.
fn is_local(host: &str) -> bool {
    let name = host.split(':').next().unwrap_or_default();
    let is_loopback = |address: Ipv4Addr| address.is_loopback();
    name.eq_ignore_ascii_case("localhost") || name.parse().is_ok_and(is_loopback)
}

fn of_file(
    operation: &Operation<'_>,
    file: &Node<'_>,
    given: &Map<String, Value>,
) -> Option<String> {
    let base = file.text("basePath").unwrap_or_default().trim_matches('/');
    let base = if base.is_empty() {
        String::new()
    } else {
        format!("/{base}")
    };
    let Some(host) = file.get("x-ms-parameterized-host") else {
        let host = file.text("host")?;
        return Some(format!("{}://{host}{base}", scheme(file, host)));
    };
    let mut whole = host.text("hostTemplate")?.trim_end_matches('/').to_owned();
    for parameter in &operation.parameters {
        let default = parameter.node.value.get("default");
        let value = given
            .get(parameter.name)
            .or(default)
            .and_then(Value::as_str);
        let value = value.unwrap_or_default().trim_end_matches('/');
        whole = whole.replace(&format!("{{{}}}", parameter.name), value);
    }
    let prefix = if whole.contains("://") {
        ""
    } else {
        "https://"
    };
    Some(format!("{prefix}{whole}{base}"))
}
