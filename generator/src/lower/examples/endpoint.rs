//! Values for a client's endpoint.
//!
//! In: an endpoint and the values of an example.
//! Out: the values for the constructor, and the path that all requests begin with.
//! Never: fails: tests compare no host, so where an example has no usable value one is made up.

use crate::lower::examples::given::Given;
use crate::lower::examples::path::encode;
use crate::lower::examples::values::plain_text;
use crate::lower::{hosts, paths};
use crate::model::{Argument, Endpoint, HostParameter, Literal, PathPiece};

/// A host that is reserved for examples (RFC 2606).
const HOST: &str = "https://service.example.org";

/// A label that may stand anywhere in a host or path.
const LABEL: &str = "example";

/// The constructor's values for the endpoint, in the endpoint's order, and the path of the endpoint without a slash at its end.
pub(super) fn fill(endpoint: &Endpoint, given: &Given<'_>) -> (Vec<Argument>, String) {
    let template = match endpoint {
        Endpoint::ResourceManager { base_path } => return (Vec::new(), base_path.clone()),
        Endpoint::Fixed(url) => return (Vec::new(), path_of(url)),
        Endpoint::Given(parameter) => format!("{{{}}}", parameter.name.wire()),
        Endpoint::Template { template, .. } => template.clone(),
    };
    let mut arguments: Vec<Argument> = Vec::new();
    let mut filled = String::new();
    for piece in paths::pieces(&template) {
        match piece {
            PathPiece::Text(text) => filled.push_str(&text),
            PathPiece::Parameter(wire) => {
                let parameters = hosts::parameters(endpoint);
                let parameter = parameters
                    .iter()
                    .find(|parameter| parameter.name.wire().eq_ignore_ascii_case(&wire));
                let value = parameter.map_or_else(
                    || LABEL.to_owned(),
                    |parameter| value(parameter, &filled, given),
                );
                filled.push_str(&if in_path(&filled) {
                    encode(&value)
                } else {
                    value.clone()
                });
                if let Some(parameter) = parameter.filter(|parameter| {
                    !arguments
                        .iter()
                        .any(|known| known.wire == parameter.name.wire())
                }) {
                    arguments.push(Argument {
                        wire: parameter.name.wire().to_owned(),
                        value: Literal::Text(value),
                    });
                }
            }
        }
    }
    (arguments, path_of(&filled))
}

/// The example's value, else the default, else one made up.
fn value(parameter: &HostParameter, before: &str, given: &Given<'_>) -> String {
    let described = given.value(&parameter.name).and_then(plain_text);
    let mut described = described.into_iter().chain(parameter.default.clone());
    if before.is_empty() {
        return described
            .filter_map(|text| url(&text))
            .next()
            .unwrap_or_else(|| HOST.to_owned());
    }
    let usable = |text: &String| {
        if in_path(before) {
            !matches!(text.as_str(), "" | "." | "..")
        } else {
            is_host(text)
        }
    };
    described.find(usable).unwrap_or_else(|| LABEL.to_owned())
}

fn in_path(before: &str) -> bool {
    before
        .split_once("://")
        .is_some_and(|(_, rest)| rest.contains('/'))
}

/// The text as a URL without a slash at its end; examples leave the scheme out now and then. Plain http is made https.
fn url(text: &str) -> Option<String> {
    let rest = text
        .trim()
        .split_once("://")
        .map_or(text.trim(), |(_, rest)| rest)
        .trim_end_matches('/');
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
    let has_dots = path.split('/').any(|segment| matches!(segment, "." | ".."));
    let is_usable = is_host(host)
        && port.parse::<u16>().is_ok()
        && path.chars().all(is_plain)
        && !has_dots
        && !path.contains("//");
    is_usable.then(|| format!("https://{rest}"))
}

fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !label.is_empty()
            && label.chars().all(is_inside)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.split('.').all(is_label)
}

pub(super) fn path_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/')
        .map_or("", |at| rest.split_at(at).1)
        .trim_end_matches('/')
        .to_owned()
}
