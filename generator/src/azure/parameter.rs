//! Extensions of parameters: who keeps the value, how it is written, and which headers nobody needs to give.
//!
//! In: the extensions of a parameter, or its wire name.
//! Out: what they ask for.
//! Never: decides the parameter's type.

use crate::azure::{Extensions, flag, text};

/// `x-ms-parameter-location`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Keeper {
    /// `client`: given once, when the client is made.
    Client,
    /// `method`: given with each call.
    Method,
}

/// Where a parameter is described; it decides who keeps it when `x-ms-parameter-location` is absent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Described {
    /// Among the parameters of a whole document, and referred to.
    Globally,
    /// At an operation or a path.
    Locally,
}

/// Who keeps a parameter's value. Without `x-ms-parameter-location` AutoRest's rule holds: the client keeps what is described globally.
pub fn keeper(extensions: &Extensions, described: Described) -> Keeper {
    match (text(extensions, "x-ms-parameter-location"), described) {
        (Some("client"), _) | (None, Described::Globally) => Keeper::Client,
        _ => Keeper::Method,
    }
}

/// `x-ms-skip-url-encoding: true`: the value goes into the path or the query as it is.
pub fn skips_url_encoding(extensions: &Extensions) -> bool {
    flag(extensions, "x-ms-skip-url-encoding") == Some(true)
}

/// Whether a parameter is the api-version that the client keeps.
///
/// It is by its name alone, unless `x-ms-api-version` says otherwise: `false` marks an api-version that the caller chooses for each call
/// (that of a resource of any provider).
pub fn is_client_api_version(wire: &str, extensions: &Extensions) -> bool {
    flag(extensions, "x-ms-api-version").unwrap_or(wire == "api-version")
}

/// `x-ms-requestBody-name`: what a Swagger body parameter was called.
pub fn body_name(extensions: &Extensions) -> Option<&str> {
    text(extensions, "x-ms-requestBody-name")
}

/// `x-ms-collection-format`: Swagger's `collectionFormat` of a list, where OpenAPI 3 has no word for it.
pub fn collection_format(extensions: &Extensions) -> Option<&str> {
    text(extensions, "x-ms-collection-format")
}

/// Why a described header is no parameter of a method: each row is a header in lower case and the reason.
const SENT_BY_THE_CLIENT: &[(&str, &str)] = &[
    ("accept", "follows from the operation's answers"),
    ("authorization", "comes from the credential"),
    (
        "content-type",
        "follows from the operation's body, unless several media types are declared for it",
    ),
];

/// Headers that name one request: each call has its own, whoever is said to keep it and however required it is.
const REQUEST_IDS: [&str; 2] = ["client-request-id", "x-ms-client-request-id"];

/// Whether the header `wire` names the request. A caller may give it; of `x-ms-client-request-id`, the pipeline gives one where the caller does not.
pub fn names_the_request(wire: &str) -> bool {
    REQUEST_IDS
        .iter()
        .any(|header| wire.eq_ignore_ascii_case(header))
}

/// The reason why the header `wire` is left to the client; `None` when the caller gives it.
pub fn sent_by_the_client(wire: &str) -> Option<&'static str> {
    let wire = wire.to_ascii_lowercase();
    SENT_BY_THE_CLIENT
        .iter()
        .find(|(header, _)| *header == wire)
        .map(|(_, reason)| *reason)
}

/// Headers that HTTP itself or the pipeline puts into every request.
const OF_HTTP: [&str; 3] = ["content-length", "host", "user-agent"];

/// Whether requests have the header `wire` though no parameter says so.
pub fn is_in_every_request(wire: &str) -> bool {
    let mut of_http = OF_HTTP.iter();
    of_http.any(|header| wire.eq_ignore_ascii_case(header))
        || names_the_request(wire)
        || sent_by_the_client(wire).is_some()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn extensions(value: serde_json::Value) -> Extensions {
        serde_json::from_value(value).expect("an object")
    }

    #[test]
    fn the_client_keeps_global_parameters_unless_told_otherwise() {
        let located = |place: &str| extensions(json!({ "x-ms-parameter-location": place }));
        assert_eq!(
            keeper(&Extensions::new(), Described::Globally),
            Keeper::Client
        );
        assert_eq!(
            keeper(&Extensions::new(), Described::Locally),
            Keeper::Method
        );
        assert_eq!(
            keeper(&located("method"), Described::Globally),
            Keeper::Method
        );
        assert_eq!(
            keeper(&located("client"), Described::Locally),
            Keeper::Client
        );
    }

    #[test]
    fn an_api_version_may_be_the_callers() {
        assert!(is_client_api_version("api-version", &Extensions::new()));
        assert!(!is_client_api_version("version", &Extensions::new()));
        assert!(!is_client_api_version(
            "api-version",
            &extensions(json!({"x-ms-api-version": false}))
        ));
    }

    #[test]
    fn headers_of_the_pipeline_are_found_in_any_case() {
        assert!(sent_by_the_client("Content-TYPE").is_some());
        assert!(sent_by_the_client("If-Match").is_none());
        assert!(names_the_request("X-MS-Client-Request-Id"));
        assert!(!names_the_request("return-client-request-id"));
    }

    #[test]
    fn the_reasons_are_sorted() {
        assert!(SENT_BY_THE_CLIENT.is_sorted());
    }
}
