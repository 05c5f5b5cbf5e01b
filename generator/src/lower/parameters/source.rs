//! Where the value of a parameter comes from.
//!
//! In: a [`Declared`] parameter, its name and type, the only value it can have, and the api-versions of description and client.
//! Out: whether each call has it ([`Presence`]), and its [`ParameterSource`].
//! Never: gives a parameter a type (that is `typed`).

use openapiv3::ParameterData;

use super::declared::{Declared, In};
use crate::azure;
use crate::azure::parameter::{self as extensions, Keeper};
use crate::lower::client_parameters::{self, ClientParameters};
use crate::lower::context::Context;
use crate::lower::optional_segment::{self, Presence};
use crate::model::{Doc, ParameterSource, PathPiece, Type};
use crate::name::Name;

/// As described; in the path only what the path can do without is optional.
pub(super) fn presence(
    context: &mut Context<'_, '_>,
    one: &Declared<'_>,
    path: &[PathPiece],
) -> Presence {
    let name = &one.data.name;
    let is_fixed = one.within == In::Path
        && (is_kept_by_client(one) || !optional_segment::is_possible(path, name));
    match one.data.required && !names_the_request(one) {
        true => Presence::Required,
        false if is_fixed => {
            context
                .diagnostics
                .optional_path_parameter(&one.place, name);
            Presence::Required
        }
        false => Presence::Optional,
    }
}

/// What sets the value; `constant` is the only one it can have.
pub(super) fn source(
    context: &mut Context<'_, '_>,
    (one, presence): (&Declared<'_>, Presence),
    client: &mut ClientParameters,
    (version, default_version): (&str, &str),
    constant: Option<String>,
    (name, ty, doc): (&Name, &Type, &Doc),
) -> ParameterSource {
    let data = one.data;
    if is_client_api_version(one) {
        let version = constant.unwrap_or_else(|| version.to_owned());
        return match version == default_version {
            true => ParameterSource::ClientApiVersion,
            false => ParameterSource::Constant(version),
        };
    }
    if let Some(constant) = constant {
        return ParameterSource::Constant(constant);
    }
    if is_kept_by_client(one) && !names_the_request(one) {
        let is_required = presence == Presence::Required;
        let parameter = client_parameters::parameter(name, ty, is_required, doc);
        if client.keep(parameter, &one.place, context.diagnostics) {
            return ParameterSource::Client(data.name.clone());
        }
    }
    match presence {
        Presence::Required => ParameterSource::Argument,
        Presence::Optional => ParameterSource::Option,
    }
}

pub(super) fn is_client_api_version(one: &Declared<'_>) -> bool {
    matches!(one.within, In::Query(_))
        && extensions::is_client_api_version(&one.data.name, &one.data.extensions)
}

fn is_kept_by_client(one: &Declared<'_>) -> bool {
    extensions::keeper(&one.data.extensions, one.origin) == Keeper::Client
        && !is_callers_api_version(one.data)
}

/// `x-ms-api-version: false`: each call may have another one.
fn is_callers_api_version(data: &ParameterData) -> bool {
    azure::flag(&data.extensions, "x-ms-api-version") == Some(false)
}

fn names_the_request(one: &Declared<'_>) -> bool {
    matches!(one.within, In::Header(_)) && extensions::names_the_request(&one.data.name)
}
