//! `x-ms-parameterized-host`: a host with places for parameters.
//!
//! In: the extensions of a document.
//! Out: the template and its parameters, with the scheme in front.
//! Never: follows references: a parameter by reference is handed on as one.

use serde_json::Value;

use crate::azure::Extensions;

/// A host with places for parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterizedHost<'a> {
    /// `{vaultBaseUrl}`, `https://{account}.{zone}`: with the scheme, unless the first parameter brings it.
    pub template: String,
    /// In the order of the description.
    pub parameters: Vec<Described<'a>>,
}

/// A parameter of the host.
#[derive(Clone, Debug, PartialEq)]
pub enum Described<'a> {
    /// By reference.
    Reference(&'a str),
    /// In place.
    Inline(HostParameter<'a>),
}

/// What matters of a host's parameter.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct HostParameter<'a> {
    /// Name in the template.
    pub wire: &'a str,
    /// `x-ms-client-name`.
    pub client_name: Option<&'a str>,
    /// What it is.
    pub description: Option<&'a str>,
    /// Value when the user gives none.
    pub default: Option<&'a str>,
}

/// Reads `x-ms-parameterized-host`; `None` when it is absent or has no template.
///
/// `useSchemePrefix` is true unless it is said to be false. The scheme is always https: Azure's services take no other, and a token must not travel over one.
pub fn parameterized_host(extensions: &Extensions) -> Option<ParameterizedHost<'_>> {
    let host = extensions.get("x-ms-parameterized-host")?;
    let template = host.get("hostTemplate")?.as_str()?.trim_end_matches('/');
    let brings_scheme = host.get("useSchemePrefix").and_then(Value::as_bool) == Some(false);
    let template = if brings_scheme || template.contains("://") {
        template.to_owned()
    } else {
        format!("https://{template}")
    };
    let parameters = host.get("parameters").and_then(Value::as_array);
    Some(ParameterizedHost {
        template,
        parameters: parameters
            .into_iter()
            .flatten()
            .filter_map(described)
            .collect(),
    })
}

fn described(value: &Value) -> Option<Described<'_>> {
    if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
        return Some(Described::Reference(reference));
    }
    let member = |key: &str| {
        value
            .get(key)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
    };
    let schema = value.get("schema").unwrap_or(value);
    Some(Described::Inline(HostParameter {
        wire: member("name")?,
        client_name: member("x-ms-client-name"),
        description: member("description"),
        default: schema.get("default").and_then(Value::as_str),
    }))
}

/// `x-ms-code-generation-settings.name`: what the client is to be called.
pub fn client_name(info: &Extensions) -> Option<&str> {
    let settings = info.get("x-ms-code-generation-settings")?;
    settings
        .get("name")?
        .as_str()
        .filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_scheme_is_added_unless_the_parameter_brings_it() {
        let template = |value: Value| {
            let extensions: Extensions =
                serde_json::from_value(json!({ "x-ms-parameterized-host": value }))
                    .expect("an object");
            parameterized_host(&extensions).map(|host| host.template)
        };
        assert_eq!(
            template(json!({"hostTemplate": "{vaultBaseUrl}", "useSchemePrefix": false}))
                .as_deref(),
            Some("{vaultBaseUrl}")
        );
        assert_eq!(
            template(json!({"hostTemplate": "{account}.{zone}"})).as_deref(),
            Some("https://{account}.{zone}")
        );
        assert_eq!(
            template(json!({"hostTemplate": "https://{a}/indexes('{b}')"})).as_deref(),
            Some("https://{a}/indexes('{b}')")
        );
        assert_eq!(template(json!({})), None);
    }
}
