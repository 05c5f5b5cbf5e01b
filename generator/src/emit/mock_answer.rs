//! The answer that the mock transport gives in a test.
//!
//! In: an answer of an example.
//! Out: the expression that makes it.
//! Never: lets a link of an example lead to another origin: examples are careless there, and the runtime follows none of them.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use crate::emit::example_test::Case;
use crate::emit::{literals, tokens, types};
use crate::model::{Endpoint, ExampleBody, NextLink, Outcome};

/// Headers that name where a long-running operation is asked for.
const POLLING_HEADERS: [&str; 3] = ["azure-asyncoperation", "location", "operation-location"];

/// Headers that say how long to wait; tests do not wait.
const WAITING_HEADERS: [&str; 3] = ["retry-after", "retry-after-ms", "x-ms-retry-after-ms"];

/// `MockResponse::json(200, "…").header("etag", "…")`.
pub(super) fn item(case: Case<'_>) -> TokenStream {
    let Case {
        operation,
        response,
        ..
    } = case;
    let status = Token::u16_unsuffixed(response.status);
    let origin = origin(case);
    let is_long_running = matches!(operation.outcome, Outcome::LongRunning(_));
    let sent = response
        .headers
        .iter()
        .filter(|(name, _)| !(is_long_running && WAITING_HEADERS.contains(&name.as_str())));
    let headers = sent.map(|(name, value)| {
        let is_link = is_long_running && POLLING_HEADERS.contains(&name.as_str());
        let value = if is_link {
            relative(value, &origin)
        } else {
            value.clone()
        };
        quote!(.header(#name, #value))
    });
    let at_once = is_long_running.then(|| quote!(.header("retry-after", "0")));
    let start = match &response.body {
        None | Some(ExampleBody::Form(_)) => quote!(MockResponse::empty(#status)),
        Some(ExampleBody::Json(text)) => {
            let text = tokens::json_block(&with_own_links(case, text));
            quote!(MockResponse::json(#status, #text))
        }
        Some(ExampleBody::Xml(text)) => {
            let ty = operation.success.payload.ty();
            let ty = ty.map(|ty| types::owned(case.scope, ty));
            let text = tokens::json_block(text);
            quote!(MockResponse::bytes(#status, xml_of::<#ty>(#text)))
        }
        Some(ExampleBody::Raw(text)) => {
            let text = tokens::text_block(text);
            quote!(MockResponse::bytes(#status, #text))
        }
    };
    quote!(#start #(#headers)* #at_once)
}

/// Scheme and host of the requests: `https://management.azure.com`.
pub(super) fn origin(case: Case<'_>) -> String {
    let given = |wire: &str| {
        let argument = case
            .example
            .constructor
            .iter()
            .find(|argument| argument.wire == wire);
        argument.map(|argument| literals::text_of(&argument.value))
    };
    let url = match &case.scope.version.client.endpoint {
        Endpoint::ResourceManager { .. } => "https://management.azure.com".to_owned(),
        Endpoint::Fixed(url) => url.clone(),
        Endpoint::Given(host) => given(host.name.wire())
            .or_else(|| host.default.clone())
            .unwrap_or_default(),
        Endpoint::Template {
            template,
            parameters,
        } => {
            let mut url = template.clone();
            for host in parameters {
                let value = given(host.name.wire())
                    .or_else(|| host.default.clone())
                    .unwrap_or_default();
                url = url.replace(&format!("{{{}}}", host.name.wire()), &value);
            }
            url
        }
    };
    match url.split_once("://") {
        Some((scheme, rest)) => {
            format!("{scheme}://{}", rest.split('/').next().unwrap_or_default())
        }
        None => url,
    }
}

/// JSON of a page with its next link on the right origin; any other JSON as it is.
pub(super) fn with_own_links(case: Case<'_>, json: &str) -> String {
    let Outcome::Paged(paging) = &case.operation.outcome else {
        return json.to_owned();
    };
    let NextLink::Field(path) = &paging.next_link else {
        return json.to_owned();
    };
    let Some(key) = path.last() else {
        return json.to_owned();
    };
    let start = format!("\"{key}\": \"");
    let Some((before, rest)) = json.split_once(&start) else {
        return json.to_owned();
    };
    let Some((link, after)) = rest.split_once('"') else {
        return json.to_owned();
    };
    format!("{before}{start}{}\"{after}", relative(link, &origin(case)))
}

/// A URL of another origin without its origin: then it is relative to the request.
fn relative(link: &str, origin: &str) -> String {
    let Some((_, rest)) = link.split_once("://") else {
        return link.to_owned();
    };
    let is_own = link
        .strip_prefix(origin)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    if is_own {
        return link.to_owned();
    }
    match rest.find('/') {
        Some(slash) => rest.get(slash..).unwrap_or("/").to_owned(),
        None => "/".to_owned(),
    }
}
