//! Clients as text.
//!
//! In: the root client and the groups.
//! Out: a block for each.
//! Never: looks at operations.

use super::types::ty;
use super::{Lines, spelled};
use crate::model::{
    Authentication, ClientParameter, Endpoint, Group, HostParameter, RootClient, TypeTable,
};

/// The client that users construct.
pub(super) fn root(client: &RootClient, types: &TypeTable, lines: &mut Lines) {
    lines.add(format!("client {}", client.name.pascal()));
    lines.inside(|lines| {
        lines.doc(&client.doc);
        endpoint(&client.endpoint, lines);
        lines.add(match &client.authentication {
            Authentication::ResourceManager => "authentication: Azure Resource Manager".to_owned(),
            Authentication::Scope(scope) => format!("authentication: scope {scope}"),
            Authentication::Challenge => "authentication: challenge".to_owned(),
            Authentication::Anonymous => "authentication: none".to_owned(),
        });
        for key in &client.keys {
            lines.add(format!("key: {} in {:?}", key.name.wire(), key.place));
        }
        if let Some(version) = &client.api_version {
            lines.add(format!("api-version: {version}"));
        }
        for parameter in &client.parameters {
            client_parameter(parameter, types, lines);
        }
    });
}

/// The operation groups.
pub(super) fn groups(groups: &[Group], lines: &mut Lines) {
    for group in groups {
        let name = spelled(&group.name, &group.name.pascal());
        lines.add(format!("group {name}: {}", group.client.pascal()));
        lines.inside(|lines| lines.doc(&group.doc));
    }
}

fn endpoint(endpoint: &Endpoint, lines: &mut Lines) {
    match endpoint {
        Endpoint::ResourceManager { base_path } => {
            lines.add(format!("endpoint: Azure Resource Manager{base_path}"));
        }
        Endpoint::Fixed(url) => lines.add(format!("endpoint: {url}")),
        Endpoint::Given(parameter) => {
            lines.add("endpoint: given");
            lines.inside(|lines| host_parameter(parameter, lines));
        }
        Endpoint::Template {
            template,
            parameters,
        } => {
            lines.add(format!("endpoint: {template}"));
            lines.inside(|lines| {
                for parameter in parameters {
                    host_parameter(parameter, lines);
                }
            });
        }
    }
}

fn host_parameter(parameter: &HostParameter, lines: &mut Lines) {
    let name = spelled(&parameter.name, &parameter.name.snake());
    let default = parameter.default.as_ref();
    let default = default.map(|value| format!(", default {value}"));
    lines.add(format!("{name}{}", default.unwrap_or_default()));
    lines.inside(|lines| lines.doc(&parameter.doc));
}

fn client_parameter(parameter: &ClientParameter, types: &TypeTable, lines: &mut Lines) {
    let name = spelled(&parameter.name, &parameter.name.snake());
    let need = if parameter.required {
        "required"
    } else {
        "optional"
    };
    lines.add(format!(
        "parameter {name}: {}, {need}",
        ty(&parameter.ty, types)
    ));
    lines.inside(|lines| lines.doc(&parameter.doc));
}
