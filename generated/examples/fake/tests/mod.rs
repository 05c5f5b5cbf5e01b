//! Tests of the fake services, request by request: what the clients make of the answers is not their concern.

mod api_management;
mod clients;
mod key_vault;

use azure_core::Bytes;
use azure_core::http::headers::HeaderName;
use azure_core::http::{HttpClient, Method, Request, Url};
use serde_json::{Value, json};

use super::{FakeAzure, VAULT_URL};

const SERVICE: &str = "https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/apim";

/// An answer.
struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Value,
}

impl Reply {
    fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Status and code of an error; without an error the code is empty.
    fn refusal(&self) -> (u16, &str) {
        let code = self.body["error"]["code"].as_str();
        (self.status, code.unwrap_or_default())
    }
}

/// Sends a request with these headers.
async fn send(
    azure: &FakeAzure,
    method: Method,
    url: &str,
    headers: &[(&str, &str)],
    body: Value,
) -> Reply {
    let mut request = Request::new(Url::parse(url).unwrap(), method);
    for (name, value) in headers {
        request.insert_header(HeaderName::from((*name).to_owned()), (*value).to_owned());
    }
    if !body.is_null() {
        request.set_body(Bytes::from(body.to_string()));
    }
    let answer = azure.execute_request(&request).await.unwrap();
    let answer = answer.try_into_raw_response().await.unwrap();
    let headers = answer.headers().iter();
    Reply {
        status: answer.status().into(),
        headers: headers
            .map(|(name, value)| (name.as_str().to_owned(), value.as_str().to_owned()))
            .collect(),
        body: serde_json::from_slice(answer.body()).unwrap_or_default(),
    }
}

/// Sends a request to the vault, with its token.
async fn vault(azure: &FakeAzure, method: Method, path: &str, body: Value) -> Reply {
    let token = [(
        "authorization",
        "Bearer for https://vault.azure.net/.default",
    )];
    let url = format!("{VAULT_URL}/{path}");
    send(azure, method, &with_api_version(&url, "7.4"), &token, body).await
}

/// Sends a request to API Management, with its token and perhaps with `If-Match`.
async fn apim(
    azure: &FakeAzure,
    method: Method,
    path: &str,
    if_match: Option<&str>,
    body: Value,
) -> Reply {
    let token = "Bearer for https://management.azure.com/.default";
    let mut headers = vec![("authorization", token)];
    headers.extend(if_match.map(|tag| ("if-match", tag)));
    let url = format!("{SERVICE}/{path}");
    send(
        azure,
        method,
        &with_api_version(&url, "2024-05-01"),
        &headers,
        body,
    )
    .await
}

fn with_api_version(url: &str, api_version: &str) -> String {
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}api-version={api_version}")
}

/// Creates a version of a certificate and waits for it. Gives its identifier.
async fn create(azure: &FakeAzure, name: &str) -> String {
    let body = json!({ "policy": policy("Self") });
    let started = vault(
        azure,
        Method::Post,
        &format!("certificates/{name}/create"),
        body,
    )
    .await;
    assert_eq!(started.status, 202, "{}", started.body);
    let pending = format!("certificates/{name}/pending");
    loop {
        let operation = vault(azure, Method::Get, &pending, Value::Null).await;
        match operation.body["status"].as_str() {
            Some("inProgress") => {}
            other => break assert_eq!(other, Some("completed")),
        }
    }
    let certificate = vault(
        azure,
        Method::Get,
        &format!("certificates/{name}/"),
        Value::Null,
    )
    .await;
    let id = certificate.body["id"].as_str().unwrap();
    id.rsplit('/').next().unwrap().to_owned()
}

fn policy(issuer: &str) -> Value {
    json!({
        "issuer": { "name": issuer },
        "x509_props": { "subject": "CN=test", "validity_months": 14 },
    })
}

#[tokio::test]
async fn each_service_takes_a_token_for_its_own_scope_alone() {
    let azure = FakeAzure::default();
    let vault_url = format!("{VAULT_URL}/certificates?api-version=7.4");
    let apim_url = format!("{SERVICE}/certificates?api-version=2024-05-01");
    let vault_token = (
        "authorization",
        "Bearer for https://vault.azure.net/.default",
    );
    let apim_token = (
        "authorization",
        "Bearer for https://management.azure.com/.default",
    );
    let get = async |url: &str, headers: &[(&str, &str)]| {
        send(&azure, Method::Get, url, headers, Value::Null).await
    };
    assert_eq!(get(&vault_url, &[vault_token]).await.status, 200);
    assert_eq!(get(&apim_url, &[apim_token]).await.status, 200);
    for headers in [&[][..], &[apim_token]] {
        let refused = get(&vault_url, headers).await;
        assert_eq!(refused.refusal(), (401, "Unauthorized"));
        let challenge = refused.header("www-authenticate");
        assert!(
            challenge.starts_with("Bearer authorization="),
            "{challenge}"
        );
        assert!(
            challenge.contains("resource=\"https://vault.azure.net\""),
            "{challenge}"
        );
    }
    for headers in [&[][..], &[vault_token]] {
        let refused = get(&apim_url, headers).await;
        assert_eq!(refused.refusal(), (401, "AuthenticationFailed"));
        assert!(refused.header("www-authenticate").starts_with("Bearer "));
    }
}

#[tokio::test]
async fn the_credential_gives_a_token_for_the_scope_it_is_asked_for() {
    let scope = "https://vault.azure.net/.default";
    let token = FakeAzure::credential()
        .get_token(&[scope], None)
        .await
        .unwrap();
    assert_eq!(token.token.secret(), format!("for {scope}"));
}

#[tokio::test]
async fn a_route_that_is_not_played_is_not_found_and_says_so() {
    let azure = FakeAzure::default();
    for (method, path) in [
        (Method::Get, "certificates/contacts"),
        (Method::Get, "keys"),
        (Method::Post, "certificates/a/backup"),
        (Method::Put, "deletedcertificates/a"),
    ] {
        let answer = vault(&azure, method, path, Value::Null).await;
        assert_eq!(answer.refusal(), (404, "NotFound"));
        let expected = format!("The fake does not play the route {method} /{path}.");
        assert_eq!(answer.body["error"]["message"], expected);
    }
    for (method, path) in [
        (Method::Get, "backends"),
        (Method::Patch, "certificates/a"),
        (Method::Post, "certificates/a/other"),
    ] {
        let answer = apim(&azure, method, path, None, Value::Null).await;
        assert_eq!(answer.refusal(), (404, "NotFound"));
    }
}

#[tokio::test]
async fn other_api_versions_are_refused() {
    let azure = FakeAzure::default();
    let token = [(
        "authorization",
        "Bearer for https://vault.azure.net/.default",
    )];
    for url in ["certificates", "certificates?api-version=7.5"] {
        let url = format!("{VAULT_URL}/{url}");
        let refused = send(&azure, Method::Get, &url, &token, Value::Null).await;
        assert_eq!(refused.refusal(), (400, "BadParameter"));
    }
    let token = [(
        "authorization",
        "Bearer for https://management.azure.com/.default",
    )];
    let url = format!("{SERVICE}/certificates?api-version=2020-01-01");
    let refused = send(&azure, Method::Get, &url, &token, Value::Null).await;
    assert_eq!(refused.refusal(), (400, "InvalidApiVersionParameter"));
}

#[tokio::test]
async fn there_is_no_other_host() {
    let url = Url::parse("https://other.vault.azure.net/certificates").unwrap();
    let request = Request::new(url, Method::Get);
    let error = FakeAzure::default()
        .execute_request(&request)
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("not other.vault.azure.net"),
        "{error}"
    );
}

#[tokio::test]
async fn two_runs_give_the_same_answers() {
    let run = async || {
        let azure = FakeAzure::default();
        let versions = [create(&azure, "a").await, create(&azure, "a").await];
        let bundle = vault(&azure, Method::Get, "certificates/a/", Value::Null).await;
        (versions, bundle.body)
    };
    assert_eq!(run().await, run().await);
}
