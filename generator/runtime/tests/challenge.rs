//! Authorization by challenge: what goes out without a token, whose audience is taken.

use std::sync::Arc;

use armature_runtime::testing::{FakeCredential, MockResponse, MockTransport, RecordedRequest};
use armature_runtime::{Connection, RequestBuilder, package, service_error};
use azure_core::error::ErrorKind;
use azure_core::http::{
    ClientMethodOptions, ClientOptions, ExponentialRetryOptions, Method, RawResponse, RetryOptions,
};
use azure_core::time::Duration;

const VAULT: &str = "https://v.vault.azure.net/";
const RESOURCE: &str =
    r#"Bearer authorization="https://login.example/t", resource="https://vault.azure.net""#;

struct Vault {
    mock: MockTransport,
    credential: Arc<FakeCredential>,
    connection: Connection,
}

impl Vault {
    fn answering(endpoint: &str, answers: impl IntoIterator<Item = MockResponse>) -> Self {
        let mock = MockTransport::answering(answers);
        let options = mock.client_options();
        Self::with_options(endpoint, mock, options)
    }

    fn with_options(endpoint: &str, mock: MockTransport, options: ClientOptions) -> Self {
        let credential = Arc::new(FakeCredential::default());
        let connection =
            Connection::with_challenge(package!(), endpoint, credential.clone(), options).unwrap();
        Self {
            mock,
            credential,
            connection,
        }
    }

    fn put(&self) -> RequestBuilder {
        let mut request = self
            .connection
            .request("Thing_Put", Method::Put, "/things/a");
        request.json(r#"{"secret":true}"#.into());
        request
    }

    async fn send(&self, request: RequestBuilder) -> azure_core::Result<RawResponse> {
        request.send(&[200], &ClientMethodOptions::default()).await
    }

    /// Token, body and content type of each request.
    fn sent(&self) -> Vec<(Option<String>, String, bool)> {
        let short = |request: &RecordedRequest| {
            let token = request.header("authorization").map(str::to_owned);
            let body = String::from_utf8(request.body.to_vec()).unwrap();
            (
                token,
                body,
                request.header("content-type") == Some("application/json"),
            )
        };
        self.mock.requests().iter().map(short).collect()
    }
}

fn challenged(challenge: &str) -> MockResponse {
    MockResponse::empty(401).header("WWW-Authenticate", challenge)
}

fn naked() -> (Option<String>, String, bool) {
    (None, String::new(), false)
}

fn whole(token: u32) -> (Option<String>, String, bool) {
    (
        Some(format!("Bearer fake-{token}")),
        r#"{"secret":true}"#.to_owned(),
        true,
    )
}

#[tokio::test]
async fn the_first_request_has_neither_token_nor_body() {
    let vault = Vault::answering(
        VAULT,
        [
            challenged(RESOURCE),
            MockResponse::empty(200),
            MockResponse::empty(200),
        ],
    );
    vault.send(vault.put()).await.unwrap();
    vault.send(vault.put()).await.unwrap();
    assert_eq!(vault.sent(), [naked(), whole(1), whole(1)]);
    assert_eq!(
        vault.credential.scopes(),
        ["https://vault.azure.net/.default"]
    );
    // What the transport said about the empty body is not said about the whole one.
    assert_eq!(vault.mock.requests()[1].header("content-length"), None);
}

#[tokio::test]
async fn audiences_of_every_cloud_and_spelling() {
    for (endpoint, challenge, scope) in [
        (
            VAULT,
            r#"Bearer scope="https://vault.azure.net/.default""#,
            "https://vault.azure.net/.default",
        ),
        (
            VAULT,
            r#"Bearer resource="https://vault.azure.net/""#,
            "https://vault.azure.net/.default",
        ),
        (
            VAULT,
            r#"bearer resource=https://vault.azure.net"#,
            "https://vault.azure.net/.default",
        ),
        (
            "https://h.managedhsm.azure.net",
            r#"Bearer resource="https://managedhsm.azure.net""#,
            "https://managedhsm.azure.net/.default",
        ),
        (
            "https://v.vault.azure.cn",
            r#"Bearer resource="https://vault.azure.cn""#,
            "https://vault.azure.cn/.default",
        ),
        (
            "https://v.vault.usgovcloudapi.net",
            r#"Bearer resource="https://vault.usgovcloudapi.net""#,
            "https://vault.usgovcloudapi.net/.default",
        ),
        (
            "https://V.Vault.Stack.Example",
            r#"Bearer resource="https://VAULT.stack.example""#,
            "https://VAULT.stack.example/.default",
        ),
        (
            VAULT,
            r#"Basic realm="x", Bearer error="e", scope="https://vault.azure.net/a https://vault.azure.net/b""#,
            "https://vault.azure.net/a",
        ),
    ] {
        let vault = Vault::answering(endpoint, [challenged(challenge), MockResponse::empty(200)]);
        vault.send(vault.put()).await.unwrap();
        assert_eq!(vault.credential.scopes(), [scope], "{challenge}");
    }
}

#[tokio::test]
async fn an_audience_of_another_domain_gets_no_token() {
    for audience in [
        "https://evil.example",
        "https://azure.net.evil.example",
        "https://xvault.azure.net",
        "https://ault.azure.net",
        "https://v.vault.azure.net",
        "https://w.vault.azure.net",
        "http://vault.azure.net",
        "https://vault.azure.net@evil.example",
        "vault.azure.net",
        "https://",
    ] {
        let challenge = format!("Bearer resource=\"{audience}\"");
        let vault = Vault::answering(VAULT, [challenged(&challenge), MockResponse::empty(200)]);
        let error = vault.send(vault.put()).await.unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Credential, "{audience}");
        assert!(
            error.to_string().contains("not of its own domain"),
            "{audience}: {error}"
        );
        assert_eq!(vault.sent(), [naked()], "{audience}");
        assert!(vault.credential.scopes().is_empty());
    }
}

#[tokio::test]
async fn a_challenge_without_an_audience_is_explained() {
    for (answer, reason) in [
        (
            MockResponse::json(401, r#"{"error":{"code":"401","message":"Wrong key."}}"#),
            "its 401 has no header `WWW-Authenticate`; where it takes keys, make the client by `with_key`",
        ),
        (
            challenged("Basic realm=\"x\""),
            "neither scope nor resource",
        ),
        (
            challenged("Bearer error=\"e\""),
            "neither scope nor resource",
        ),
    ] {
        let vault = Vault::answering(VAULT, [answer]);
        let error = vault.send(vault.put()).await.unwrap_err();
        assert!(error.to_string().contains(reason), "{error}");
        assert_eq!(vault.sent(), [naked()]);
        let said = service_error(&error).unwrap();
        assert_eq!(said.message.is_some(), reason.contains("with_key"));
    }
}

#[tokio::test]
async fn a_later_challenge_is_answered_once_with_a_fresh_token() {
    let claims = challenged(r#"Bearer error="insufficient_claims", claims="eyJ9""#);
    let vault = Vault::answering(
        VAULT,
        [
            challenged(RESOURCE),
            MockResponse::empty(200),
            claims.clone(),
            MockResponse::empty(200),
            claims.clone(),
            claims,
        ],
    );
    vault.send(vault.put()).await.unwrap();
    vault.send(vault.put()).await.unwrap();
    assert_eq!(vault.sent()[1..], [whole(1), whole(1), whole(2)]);
    let error = vault.send(vault.put()).await.unwrap_err();
    assert_eq!(error.http_status(), Some(401.into()));
    assert_eq!(vault.credential.scopes().len(), 3);
}

#[tokio::test]
async fn a_vault_that_moves_to_another_audience_is_followed_within_its_domain() {
    let vault = Vault::answering(
        VAULT,
        [
            challenged(RESOURCE),
            MockResponse::empty(200),
            challenged(r#"Bearer scope="https://azure.net/.default""#),
            MockResponse::empty(200),
            challenged(r#"Bearer scope="https://evil.example/.default""#),
        ],
    );
    vault.send(vault.put()).await.unwrap();
    vault.send(vault.put()).await.unwrap();
    assert_eq!(vault.credential.scopes()[1], "https://azure.net/.default");
    assert!(
        vault
            .send(vault.put())
            .await
            .unwrap_err()
            .to_string()
            .contains("not of its own domain")
    );
    assert_eq!(vault.credential.scopes().len(), 2);
}

#[tokio::test]
async fn answers_that_are_no_challenge_come_back_and_teach_nothing() {
    let vault = Vault::answering(
        VAULT,
        [
            MockResponse::json(
                403,
                r#"{"error":{"code":"Forbidden","message":"firewall"}}"#,
            ),
            challenged(RESOURCE),
            MockResponse::empty(200),
        ],
    );
    assert_eq!(
        vault.send(vault.put()).await.unwrap_err().to_string(),
        "403 Forbidden: firewall"
    );
    vault.send(vault.put()).await.unwrap();
    assert_eq!(vault.sent(), [naked(), naked(), whole(1)]);
}

#[tokio::test]
async fn a_body_that_was_held_back_is_never_taken_as_sent() {
    let vault = Vault::answering(VAULT, [MockResponse::empty(200)]);
    let error = vault.send(vault.put()).await.unwrap_err();
    assert!(
        error.to_string().contains("the body was not sent"),
        "{error}"
    );
    let vault = Vault::answering(VAULT, [MockResponse::empty(200)]);
    let get = vault.connection.request("Thing_Get", Method::Get, "/x");
    assert!(
        vault.send(get).await.is_ok(),
        "a request without a body lost nothing"
    );
}

#[tokio::test]
async fn retries_send_the_body_that_the_caller_gave() {
    let mock = MockTransport::answering([
        MockResponse::empty(503),
        challenged(RESOURCE),
        MockResponse::empty(503),
        MockResponse::empty(200),
    ]);
    let retry = ExponentialRetryOptions {
        initial_delay: Duration::milliseconds(1),
        max_retries: 3,
        ..ExponentialRetryOptions::default()
    };
    let options = ClientOptions {
        retry: RetryOptions::exponential(retry),
        ..mock.client_options()
    };
    let vault = Vault::with_options(VAULT, mock, options);
    vault.send(vault.put()).await.unwrap();
    assert_eq!(vault.sent(), [naked(), naked(), whole(1), whole(1)]);
}

#[tokio::test]
async fn the_mock_plays_the_challenge_itself() {
    let mock = MockTransport::answering([MockResponse::empty(200)])
        .with_challenge("https://vault.azure.net");
    let options = mock.client_options();
    let vault = Vault::with_options(VAULT, mock, options);
    vault.send(vault.put()).await.unwrap();
    assert_eq!(vault.sent(), [whole(1)]);
}
