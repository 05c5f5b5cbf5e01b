//! Reads what a description says about authorization: scopes of tokens, keys of accounts.
//!
//! In: the security schemes of the documents and what they require.
//! Out: the scope that tokens are for, and the keys that requests may have in their place.
//! Never: decides how a client is authorized.

use openapiv3::{APIKeyLocation, ReferenceOr, SecurityScheme};

use crate::diagnostic::Diagnostics;
use crate::load::Document;
use crate::location::Place;
use crate::model::{ApiKey, Endpoint, KeyPlace};
use crate::name::Name;

/// The scope of the first OAuth2 scheme that names one, or that a document requires one of.
pub(super) fn scope(documents: &[&Document]) -> Option<String> {
    let of_schemes = documents
        .iter()
        .flat_map(|document| schemes(document))
        .filter_map(|(_, _, scheme)| match scheme {
            SecurityScheme::OAuth2 { flows, .. } => Some(flows),
            _ => None,
        })
        .flat_map(scopes);
    let required = documents
        .iter()
        .flat_map(|document| requirements(document))
        .flatten()
        .flat_map(|(_, scopes)| scopes)
        .map(String::as_str);
    of_schemes.chain(required).find_map(default_scope)
}

/// Whether a description says anything about authorization.
pub(super) fn is_described(documents: &[&Document]) -> bool {
    documents.iter().any(|document| {
        requirements(document).next().is_some() || schemes(document).next().is_some()
    })
}

/// The keys of a client: those of the first requirement that keys alone meet, else one key that is defined and not required.
///
/// A key that is the whole of `Authorization` comes after all others. Azure Resource Manager takes no keys.
pub(super) fn keys(
    endpoint: &Endpoint,
    documents: &[&Document],
    diagnostics: &mut Diagnostics,
) -> Vec<ApiKey> {
    if matches!(endpoint, Endpoint::ResourceManager { .. }) {
        return Vec::new();
    }
    let all: Vec<_> = documents
        .iter()
        .flat_map(|document| schemes(document))
        .collect();
    let named = |name: &str| all.iter().find(|(_, known, _)| *known == name);
    let met_by_keys = documents
        .iter()
        .flat_map(|document| requirements(document))
        .filter(|schemes| !schemes.is_empty())
        .find_map(|schemes| {
            let keys = schemes.keys().map(|name| key(named(name)?.2));
            keys.collect::<Option<Vec<ApiKey>>>()
        });
    let is_required = documents
        .iter()
        .any(|document| document.api.security.is_some());
    let keys = met_by_keys.unwrap_or_else(|| {
        let defined = all
            .iter()
            .filter(|_| !is_required)
            .filter_map(|(_, _, scheme)| key(scheme));
        let first = defined.min_by_key(|key| key.name.wire().eq_ignore_ascii_case("authorization"));
        first.into_iter().collect()
    });
    let is_token = |scheme: &SecurityScheme| {
        matches!(
            scheme,
            SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIDConnect { .. }
        )
    };
    if keys.is_empty()
        && !all.iter().any(|(_, _, scheme)| is_token(scheme))
        && let Some((place, name, _)) = all.first()
    {
        diagnostics.credential_not_supported(place, name);
    }
    keys
}

fn key(scheme: &SecurityScheme) -> Option<ApiKey> {
    let SecurityScheme::APIKey { location, name, .. } = scheme else {
        return None;
    };
    let place = match location {
        APIKeyLocation::Header => KeyPlace::Header,
        APIKeyLocation::Query => KeyPlace::Query,
        APIKeyLocation::Cookie => return None,
    };
    Some(ApiKey {
        name: Name::from_wire(name),
        place,
    })
}

/// Alternatives, each the schemes that a request has at once, with their scopes.
fn requirements(document: &Document) -> impl Iterator<Item = &openapiv3::SecurityRequirement> {
    document.api.security.iter().flatten()
}

fn schemes(document: &Document) -> impl Iterator<Item = (Place, &str, &SecurityScheme)> {
    let place = Place::document(&document.path)
        .key("components")
        .key("securitySchemes");
    let schemes = document
        .api
        .components
        .iter()
        .flat_map(|components| &components.security_schemes);
    schemes.filter_map(move |(name, scheme)| match scheme {
        ReferenceOr::Item(scheme) => Some((place.key(name), name.as_str(), scheme)),
        ReferenceOr::Reference { .. } => None,
    })
}

fn scopes(flows: &openapiv3::OAuth2Flows) -> impl Iterator<Item = &str> {
    let implicit = flows.implicit.iter().flat_map(|flow| flow.scopes.keys());
    let password = flows.password.iter().flat_map(|flow| flow.scopes.keys());
    let client = flows
        .client_credentials
        .iter()
        .flat_map(|flow| flow.scopes.keys());
    let code = flows
        .authorization_code
        .iter()
        .flat_map(|flow| flow.scopes.keys());
    implicit
        .chain(password)
        .chain(client)
        .chain(code)
        .map(String::as_str)
}

/// `https://vault.azure.net/.default` for any scope of that resource (`…/user_impersonation`); `None` for a scope without a resource.
fn default_scope(scope: &str) -> Option<String> {
    let (scheme, rest) = scope.split_once("://")?;
    let resource = rest.rsplit_once('/').map_or(rest, |(resource, _)| resource);
    let is_resource =
        scheme == "https" && !resource.is_empty() && !resource.contains(char::is_whitespace);
    is_resource.then(|| format!("https://{resource}/.default"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_that_of_all_permissions_of_its_resource() {
        assert_eq!(
            default_scope("https://vault.azure.net/.default").as_deref(),
            Some("https://vault.azure.net/.default")
        );
        assert_eq!(
            default_scope("https://vault.azure.net/user_impersonation").as_deref(),
            Some("https://vault.azure.net/.default")
        );
        assert_eq!(
            default_scope("https://vault.azure.net").as_deref(),
            Some("https://vault.azure.net/.default")
        );
        assert_eq!(default_scope("user_impersonation"), None);
    }
}
