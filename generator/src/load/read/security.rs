//! Security schemes.

use indexmap::IndexMap;
use openapiv3::{
    APIKeyLocation, AuthorizationCodeOAuth2Flow, ClientCredentialsOAuth2Flow, ImplicitOAuth2Flow,
    OAuth2Flows, PasswordOAuth2Flow, ReferenceOr, SecurityScheme,
};
use serde_json::{Map, Value};

use super::{Reader, leaf};
use crate::load::at::At;
use crate::load::keywords::Piece;

type Schemes = IndexMap<String, ReferenceOr<SecurityScheme>>;

/// The `securityDefinitions` of a Swagger 2.0 file.
pub(super) fn swagger(
    reader: &mut Reader<'_>,
    root: &Map<String, Value>,
    components: &At<'_>,
) -> Schemes {
    let Some(definitions) = reader.object(root, "securityDefinitions", &At::ROOT) else {
        return Schemes::new();
    };
    let at = components.loaded_key("securitySchemes");
    let at = at.source_key("securityDefinitions");
    reader.moved(&at);
    let definitions = definitions.iter();
    let schemes = definitions.filter_map(|(name, value)| {
        let scheme = scheme(reader, value, &at.key(name))?;
        Some((name.clone(), ReferenceOr::Item(scheme)))
    });
    schemes.collect()
}

/// The `securitySchemes` of an OpenAPI 3.0 file.
pub(super) fn openapi(
    reader: &mut Reader<'_>,
    components: &Map<String, Value>,
    at: &At<'_>,
) -> Schemes {
    let Some(definitions) = reader.object(components, "securitySchemes", at) else {
        return Schemes::new();
    };
    let at = at.key("securitySchemes");
    let definitions = definitions.iter();
    let schemes = definitions.filter_map(|(name, value)| {
        let scheme = leaf::read(reader, value, Piece::SecurityScheme, &at.key(name))?;
        Some((name.clone(), ReferenceOr::Item(scheme)))
    });
    schemes.collect()
}

fn scheme(reader: &mut Reader<'_>, value: &Value, at: &At<'_>) -> Option<SecurityScheme> {
    let Some(map) = value.as_object() else {
        return reader.malformed("a security scheme", "it is no object", at);
    };
    reader.keywords(map, Piece::SecurityScheme, at);
    let description = reader.text(map, "description", at);
    match map.get("type").and_then(Value::as_str) {
        Some("basic") => Some(SecurityScheme::HTTP {
            scheme: "basic".to_owned(),
            bearer_format: None,
            description,
            extensions: reader.extensions(map, at),
        }),
        Some("apiKey") => {
            let location = match map.get("in").and_then(Value::as_str) {
                Some("header") => APIKeyLocation::Header,
                Some("query") => APIKeyLocation::Query,
                _ => {
                    return reader.malformed(
                        "a security scheme",
                        "`in` is neither header nor query",
                        at,
                    );
                }
            };
            Some(SecurityScheme::APIKey {
                location,
                name: reader.text(map, "name", at)?,
                description,
                extensions: reader.extensions(map, at),
            })
        }
        Some("oauth2") => Some(SecurityScheme::OAuth2 {
            flows: flows(reader, map, at)?,
            description,
            extensions: reader.extensions(map, at),
        }),
        _ => reader.malformed(
            "a security scheme",
            "`type` is not basic, apiKey or oauth2",
            at,
        ),
    }
}

/// Swagger 2.0 has one flow per scheme.
fn flows(reader: &mut Reader<'_>, map: &Map<String, Value>, at: &At<'_>) -> Option<OAuth2Flows> {
    let scopes = scopes(reader, map, at);
    let authorization_url = reader.text(map, "authorizationUrl", at).unwrap_or_default();
    let token_url = reader.text(map, "tokenUrl", at).unwrap_or_default();
    let (refresh_url, extensions) = (None, IndexMap::new());
    let mut flows = OAuth2Flows::default();
    match map.get("flow").and_then(Value::as_str) {
        Some("implicit") => {
            flows.implicit = Some(ImplicitOAuth2Flow {
                authorization_url,
                refresh_url,
                scopes,
                extensions,
            });
        }
        Some("password") => {
            flows.password = Some(PasswordOAuth2Flow {
                refresh_url,
                token_url,
                scopes,
                extensions,
            });
        }
        Some("application") => {
            flows.client_credentials = Some(ClientCredentialsOAuth2Flow {
                refresh_url,
                token_url,
                scopes,
                extensions,
            });
        }
        Some("accessCode") => {
            flows.authorization_code = Some(AuthorizationCodeOAuth2Flow {
                authorization_url,
                token_url,
                refresh_url,
                scopes,
                extensions,
            });
        }
        _ => return reader.malformed("a security scheme", "`flow` is not one of Swagger 2.0", at),
    }
    Some(flows)
}

fn scopes(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> IndexMap<String, String> {
    let Some(object) = reader.object(map, "scopes", at) else {
        return IndexMap::new();
    };
    let at = at.key("scopes");
    let names = object.keys().filter(|name| !name.starts_with("x-"));
    names
        .map(|name| {
            (
                name.clone(),
                reader.text(object, name, &at).unwrap_or_default(),
            )
        })
        .collect()
}
