//! Calls of the generated crate by operationId: a plain one, a list, headers without a body, and what is refused.

use armature_certificates::dispatch::VERSIONS;
use armature_runtime::dispatch::{Answer, Arguments, Content, Outcome};
use armature_runtime::testing::{
    ExpectedBody, MockResponse, MockTransport, assert_request, credential,
};
use azure_core::http::Method;
use azure_core::json::from_json;
use azure_core::{Result, Value};

/// A vault with an issuer.
const VAULT: &str = r#""vaultBaseUrl": "https://contoso.vault.azure.net""#;
/// A certificate in API Management.
const CERTIFICATE: &str = r#""subscriptionId": "s", "resourceGroupName": "g", "serviceName": "apim", "certificateId": "web""#;
const CERTIFICATE_PATH: &str = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/apim/certificates/web";

fn vault(answers: impl IntoIterator<Item = MockResponse>) -> MockTransport {
    MockTransport::answering(answers).with_challenge("https://vault.azure.net")
}

/// Calls an operation of the service's newest api-version.
async fn call(
    mock: &MockTransport,
    service: &str,
    operation: &str,
    arguments: &str,
) -> Result<Outcome> {
    let mut arguments = Arguments::new(from_json(format!("{{{arguments}}}"))?)?;
    let mut versions = VERSIONS.iter().rev();
    let version = versions.find(|version| version.service == service).unwrap();
    let client = (version.connect)(&mut arguments, credential(), mock.client_options())?;
    assert_eq!(client.operations(), version.operations);
    client.call(operation, arguments).await
}

fn json(text: &str) -> Value {
    from_json(text).unwrap()
}

fn answer(outcome: Result<Outcome>) -> Answer {
    match outcome.unwrap() {
        Outcome::Answer(answer) => answer.unwrap(),
        other => panic!("not one answer: {other:?}"),
    }
}

/// What goes out when this issuer is set.
async fn issuer_sent(issuer: &str) -> String {
    let mock = vault([MockResponse::json(200, "{}")]);
    let arguments = format!(r#"{VAULT}, "issuer-name": "ca", "parameter": {issuer}"#);
    answer(call(&mock, "key-vault", "SetCertificateIssuer", &arguments).await);
    String::from_utf8(mock.request().body.to_vec()).unwrap()
}

#[test]
fn every_api_version_lists_its_operations() {
    let lists: Vec<_> = VERSIONS
        .iter()
        .map(|version| {
            (
                version.service,
                version.api_version,
                version.operations.len(),
            )
        })
        .collect();
    assert_eq!(
        lists,
        [
            ("api-management", "2021-08-01", 6),
            ("api-management", "2024-05-01", 12),
            ("key-vault", "7.4", 27),
        ]
    );
    for version in VERSIONS {
        assert!(version.operations.iter().all(|id| !id.is_empty()));
    }
}

#[tokio::test]
async fn an_answer_is_what_the_model_has() {
    let issuer = r#"{ "id": "https://contoso.vault.azure.net/certificates/issuers/ca", "provider": "Test", "attributes": { "created": 1482188947 }, "x": 1 }"#;
    let mock = vault([MockResponse::json(200, issuer)]);
    let arguments = format!(r#"{VAULT}, "issuer-name": "ca""#);
    let answer = answer(call(&mock, "key-vault", "GetCertificateIssuer", &arguments).await);

    let mut understood = json(issuer);
    understood.as_object_mut().unwrap().remove("x");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, Content::Json(understood));
    assert_request(
        &mock.request(),
        Method::Get,
        "/certificates/issuers/ca",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
}

#[tokio::test]
async fn the_api_version_is_an_argument() {
    let mock = vault([MockResponse::json(200, "{}")]);
    let arguments = format!(r#"{VAULT}, "issuer-name": "ca", "api-version": "7.5""#);
    answer(call(&mock, "key-vault", "GetCertificateIssuer", &arguments).await);
    assert_eq!(mock.request().url.query(), Some("api-version=7.5"));
}

#[tokio::test]
async fn a_list_is_read_to_its_end() {
    let next = "https://contoso.vault.azure.net/certificates/issuers?page=2";
    let mock = vault([
        MockResponse::json(
            200,
            format!(r#"{{ "value": [{{ "id": "a" }}], "nextLink": "{next}" }}"#),
        ),
        MockResponse::json(200, r#"{ "value": [{ "id": "b" }], "nextLink": null }"#),
    ]);
    let arguments = format!(r#"{VAULT}, "maxresults": 1"#);
    let outcome = call(&mock, "key-vault", "GetCertificateIssuers", &arguments).await;
    let Outcome::Pages { pages, error: None } = outcome.unwrap() else {
        panic!("no whole list");
    };
    let bodies: Vec<_> = pages.into_iter().map(|page| page.body).collect();
    let first = format!(r#"{{ "value": [{{ "id": "a" }}], "nextLink": "{next}" }}"#);
    assert_eq!(
        bodies,
        [
            Content::Json(json(&first)),
            Content::Json(json(r#"{ "value": [{ "id": "b" }] }"#)),
        ]
    );
    let queries: Vec<_> = mock
        .requests()
        .iter()
        .map(|request| request.url.query().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        queries,
        ["maxresults=1&api-version=7.4", "page=2&api-version=7.4"]
    );
}

#[tokio::test]
async fn headers_come_without_a_body() {
    for (response, etag) in [
        (
            MockResponse::empty(200).header("ETag", "W/\"1\""),
            Some("W/\"1\""),
        ),
        (MockResponse::empty(200), None),
    ] {
        let mock = MockTransport::answering([response]);
        let answer = answer(
            call(
                &mock,
                "api-management",
                "Certificate_GetEntityTag",
                CERTIFICATE,
            )
            .await,
        );
        let etag = etag.map(str::to_owned);
        assert_eq!(answer.headers, [("etag".to_owned(), etag)]);
        assert_eq!(answer.body, Content::Nothing);
        let sent = mock.request();
        assert_eq!(
            (sent.method, sent.url.path()),
            (Method::Head, CERTIFICATE_PATH)
        );
    }
}

#[tokio::test]
async fn a_body_goes_through_the_model() {
    let sent = issuer_sent(
        r#"{ "provider": "Test", "attributes": { "enabled": true, "created": 1482188947 } }"#,
    )
    .await;
    assert_eq!(
        json(&sent),
        json(r#"{ "provider": "Test", "attributes": { "enabled": true } }"#)
    );
}

#[tokio::test]
async fn an_explicit_null_goes_out() {
    let issuer = r#"{"provider":"Test","credentials":{"pwd":null}}"#;
    assert_eq!(issuer_sent(issuer).await, issuer);
}

#[tokio::test]
async fn an_error_of_the_service_is_the_outcome() {
    let refusal = r#"{ "error": { "code": "CertificateNotFound", "message": "No." } }"#;
    let mock = vault([MockResponse::json(404, refusal)]);
    let arguments = format!(r#"{VAULT}, "issuer-name": "ca""#);
    let outcome = call(&mock, "key-vault", "GetCertificateIssuer", &arguments).await;
    let Outcome::Answer(Err(error)) = outcome.unwrap() else {
        panic!("no error");
    };
    let error = armature_runtime::service_error(&error).unwrap();
    assert_eq!(error.code.as_deref(), Some("CertificateNotFound"));
}

#[tokio::test]
async fn wrong_arguments_are_refused_by_name_and_nothing_is_sent() {
    let mock = vault([]);
    let known = "vaultBaseUrl, api-version, issuer-name";
    for (operation, arguments, text) in [
        (
            "GetCertificateIssuer",
            VAULT.to_owned(),
            "the argument \"issuer-name\" is missing".to_owned(),
        ),
        (
            "GetCertificateIssuer",
            r#""issuer-name": "ca""#.to_owned(),
            "the argument \"vaultBaseUrl\" is missing".to_owned(),
        ),
        (
            "GetCertificateIssuer",
            format!(r#"{VAULT}, "issuer-name": "ca", "maxresults": 1"#),
            format!("there is no parameter \"maxresults\"; the parameters are: {known}"),
        ),
        (
            "Certificate_Get",
            VAULT.to_owned(),
            "the client has no operation \"Certificate_Get\"".to_owned(),
        ),
    ] {
        let error = call(&mock, "key-vault", operation, &arguments).await;
        assert_eq!(error.unwrap_err().to_string(), text);
    }
    assert!(mock.requests().is_empty());
}
