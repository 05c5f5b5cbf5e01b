//! Finds out where the requests of a client go.
//!
//! In: the documents of one api-version: `x-ms-parameterized-host`, else `servers` (Swagger's `host` and `basePath`).
//! Out: one [`Endpoint`].
//! Never: decides how requests are authorized.

use std::collections::BTreeMap;
use std::sync::Arc;

use openapiv3::{Parameter as DescribedParameter, ReferenceOr, Server};

use crate::azure;
use crate::azure::host::{self, Described, ParameterizedHost};
use crate::diagnostic::Diagnostics;
use crate::load::{Document, SpecSet};
use crate::location::Place;
use crate::lower::inventory::Described as Operation;
use crate::lower::{paths, references};
use crate::model::{Authentication, Doc, Endpoint, HostParameter, PathPiece};
use crate::name::Name;

/// The host of Azure Resource Manager's public cloud, which stands for all clouds.
const RESOURCE_MANAGER: &str = "management.azure.com";

/// Where the requests go: what the first document says that has parameters in its host, else the first with any. Requests of other
/// documents go to their own host where it is fixed: see [`others`]. Without a host anywhere, paths that begin as Azure Resource
/// Manager's do decide.
pub(super) fn endpoint(
    specs: &SpecSet,
    documents: &[&Document],
    operations: &[Operation<'_>],
    diagnostics: &mut Diagnostics,
) -> Endpoint {
    let mut found: Vec<(&Document, Endpoint, Place)> = Vec::new();
    for document in documents {
        if let Some((endpoint, place)) = of_document(specs, document, diagnostics) {
            found.push((document, endpoint, place));
        }
    }
    let is_variable = |endpoint: &Endpoint| !matches!(endpoint, Endpoint::Fixed(_));
    let chosen = found.iter().find(|(_, endpoint, _)| is_variable(endpoint));
    let Some((_, used, first)) = chosen.or(found.first()) else {
        return without_host(documents, operations, diagnostics);
    };
    for (document, endpoint, place) in &found {
        let mut operations = operations.iter();
        let is_used = operations.any(|operation| operation.document.path == document.path);
        if is_used && is_variable(endpoint) && spelled(endpoint) != spelled(used) {
            diagnostics.hosts_differ(place, first, &spelled(used));
        }
    }
    used.clone()
}

/// The fixed URLs of documents that name another host than the client's endpoint, by document.
pub(super) fn others(
    specs: &SpecSet,
    documents: &[&Document],
    endpoint: &Endpoint,
    authentication: &Authentication,
) -> BTreeMap<Arc<str>, String> {
    // What is wrong with a host was said when the endpoint was chosen.
    let mut said = Diagnostics::default();
    let found = documents.iter().filter_map(|document| {
        let (own, _) = of_document(specs, document, &mut said)?;
        match secured(own, authentication) {
            Endpoint::Fixed(url) if url != spelled(endpoint) => Some((document.path.clone(), url)),
            _ => None,
        }
    });
    found.collect()
}

/// The names of the endpoint's parameters.
pub(super) fn parameter_names(endpoint: &Endpoint) -> Vec<Name> {
    parameters(endpoint)
        .iter()
        .map(|parameter| parameter.name.clone())
        .collect()
}

/// The endpoint's parameters.
pub(super) fn parameters(endpoint: &Endpoint) -> &[HostParameter] {
    match endpoint {
        Endpoint::Given(parameter) => std::slice::from_ref(parameter),
        Endpoint::Template { parameters, .. } => parameters,
        Endpoint::ResourceManager { .. } | Endpoint::Fixed(_) => &[],
    }
}

fn of_document(
    specs: &SpecSet,
    document: &Document,
    diagnostics: &mut Diagnostics,
) -> Option<(Endpoint, Place)> {
    let root = Place::document(&document.path);
    if let Some(host) = host::parameterized_host(&document.api.extensions) {
        let place = root.key("x-ms-parameterized-host");
        let endpoint = parameterized(specs, &host, &base_path(document), &place, diagnostics);
        return Some((endpoint, place));
    }
    let server = document
        .api
        .servers
        .first()
        .filter(|server| !is_relative(&server.url))?;
    let place = root.key("servers").index(0);
    Some((of_server(server, &place, diagnostics), place))
}

/// The path before every operation's path: `""` or `/…` without the last slash.
fn base_path(document: &Document) -> String {
    let url = document
        .api
        .servers
        .first()
        .map_or("", |server| server.url.as_str());
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |at| rest.split_at(at).1),
        None if url.starts_with('/') => url,
        None => "",
    };
    path.trim_end_matches('/').to_owned()
}

fn is_relative(url: &str) -> bool {
    !url.contains("://") && !url.starts_with('{')
}

fn parameterized(
    specs: &SpecSet,
    host: &ParameterizedHost<'_>,
    base_path: &str,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Endpoint {
    let declared: Vec<HostParameter> = host
        .parameters
        .iter()
        .filter_map(|described| host_parameter(specs, described, place))
        .collect();
    filled(
        format!("{}{base_path}", host.template),
        &declared,
        place,
        diagnostics,
    )
}

fn host_parameter(
    specs: &SpecSet,
    described: &Described<'_>,
    place: &Place,
) -> Option<HostParameter> {
    match described {
        Described::Inline(parameter) => Some(HostParameter {
            name: named(parameter.wire, parameter.client_name),
            doc: Doc {
                summary: None,
                description: parameter.description.map(str::to_owned),
            },
            default: parameter.default.map(str::to_owned),
        }),
        Described::Reference(reference) => {
            let start = specs.parameter(reference)?;
            let found = references::parameter(specs, start.value, place)?;
            Some(of_parameter(found.value))
        }
    }
}

fn of_parameter(parameter: &DescribedParameter) -> HostParameter {
    let data = parameter.parameter_data_ref();
    let default = match &data.format {
        openapiv3::ParameterSchemaOrContent::Schema(ReferenceOr::Item(schema)) => {
            schema.schema_data.default.as_ref()
        }
        _ => None,
    };
    HostParameter {
        name: named(&data.name, azure::client_name(&data.extensions)),
        doc: Doc {
            summary: None,
            description: data.description.clone(),
        },
        default: default
            .and_then(|value| value.as_str())
            .filter(|text| !text.is_empty())
            .map(str::to_owned),
    }
}

fn named(wire: &str, client_name: Option<&str>) -> Name {
    let name = Name::from_wire(wire);
    match client_name {
        Some(preferred) => name.preferring(preferred),
        None => name,
    }
}

/// An entry of OpenAPI 3's `servers`, which may have variables.
fn of_server(server: &Server, place: &Place, diagnostics: &mut Diagnostics) -> Endpoint {
    let variables = server
        .variables
        .iter()
        .flatten()
        .map(|(wire, variable)| HostParameter {
            name: Name::from_wire(wire),
            doc: Doc {
                summary: None,
                description: variable.description.clone(),
            },
            default: Some(variable.default.clone()).filter(|default| !default.is_empty()),
        });
    let variables: Vec<HostParameter> = variables.collect();
    filled(
        server.url.trim_end_matches('/').to_owned(),
        &variables,
        place,
        diagnostics,
    )
}

/// The endpoint behind a template: without parameters it is fixed, and one that is a parameter and nothing else is given whole.
fn filled(
    template: String,
    declared: &[HostParameter],
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Endpoint {
    let names = paths::names(&template);
    if names.is_empty() {
        return fixed(&template);
    }
    let parameter = |wire: &String| {
        let same = |parameter: &&HostParameter| parameter.name.wire().eq_ignore_ascii_case(wire);
        declared.iter().find(same).cloned().unwrap_or_else(|| {
            diagnostics.missing_host_parameter(place, wire);
            HostParameter {
                name: Name::from_wire(wire),
                doc: Doc::default(),
                default: None,
            }
        })
    };
    let parameters: Vec<HostParameter> = names.iter().map(parameter).collect();
    let whole = matches!(
        paths::pieces(&template).as_slice(),
        [PathPiece::Parameter(_)]
    );
    match parameters.first() {
        Some(only) if whole => Endpoint::Given(only.clone()),
        _ => Endpoint::Template {
            template,
            parameters,
        },
    }
}

/// Whether requests stay on this machine: a fixed host that is `localhost` (RFC 6761) or a loopback address.
pub(super) fn is_local(endpoint: &Endpoint) -> bool {
    let Endpoint::Fixed(url) = endpoint else {
        return false;
    };
    let host = without_scheme(url).split('/').next().unwrap_or_default();
    if host.starts_with("[::1]") {
        return true;
    }
    let host = host.split(':').next().unwrap_or_default();
    let is_loopback = |address: std::net::Ipv4Addr| address.is_loopback();
    host.eq_ignore_ascii_case("localhost") || host.parse().is_ok_and(is_loopback)
}

/// Plain http is made https where a token goes: it must not travel over http.
pub(super) fn secured(endpoint: Endpoint, authentication: &Authentication) -> Endpoint {
    match endpoint {
        Endpoint::Fixed(url) if *authentication != Authentication::Anonymous => {
            Endpoint::Fixed(with_https(&url))
        }
        other => other,
    }
}

fn with_https(url: &str) -> String {
    format!("https://{}", without_scheme(url))
}

fn without_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}

fn fixed(url: &str) -> Endpoint {
    let rest = without_scheme(url);
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    match host.eq_ignore_ascii_case(RESOURCE_MANAGER) {
        true => Endpoint::ResourceManager {
            base_path: path.to_owned(),
        },
        false if url.starts_with("http://") => Endpoint::Fixed(url.to_owned()),
        false => Endpoint::Fixed(with_https(url)),
    }
}

fn without_host(
    documents: &[&Document],
    operations: &[Operation<'_>],
    diagnostics: &mut Diagnostics,
) -> Endpoint {
    let is_resource_manager = |operation: &Operation<'_>| {
        let path = operation.path.to_ascii_lowercase();
        ["/subscriptions", "/providers"]
            .iter()
            .any(|start| path.starts_with(start))
            || path.contains("/providers/microsoft.")
    };
    let base_path = documents
        .iter()
        .map(|document| base_path(document))
        .find(|path| !path.is_empty())
        .unwrap_or_default();
    if operations.iter().any(is_resource_manager) {
        return Endpoint::ResourceManager { base_path };
    }
    if let Some(document) = documents.first() {
        diagnostics.no_host(&Place::document(&document.path));
    }
    let endpoint = HostParameter {
        name: Name::from_wire("endpoint"),
        doc: Doc {
            summary: None,
            description: Some("URL of the service.".to_owned()),
        },
        default: None,
    };
    match base_path.is_empty() {
        true => Endpoint::Given(endpoint),
        false => Endpoint::Template {
            template: format!("{{endpoint}}{base_path}"),
            parameters: vec![endpoint],
        },
    }
}

/// The endpoint as a message shows it, and as two are compared.
fn spelled(endpoint: &Endpoint) -> String {
    match endpoint {
        Endpoint::ResourceManager { base_path } => format!("https://{RESOURCE_MANAGER}{base_path}"),
        // The first scheme of a description decides nothing about where requests go.
        Endpoint::Fixed(url) => with_https(url),
        Endpoint::Given(parameter) => format!("{{{}}}", parameter.name.wire()),
        Endpoint::Template { template, .. } => template.clone(),
    }
}
