//! Tests of API Management.

use azure_core::base64;
use azure_core::http::Method;
use serde_json::{Value, json};

use super::{SERVICE, apim, create, vault};
use crate::fake::{FakeAzure, VAULT_URL};

fn secret(path: &str) -> Value {
    let url = format!("{VAULT_URL}/secrets/{path}");
    json!({ "properties": { "keyVault": { "secretIdentifier": url } } })
}

#[tokio::test]
async fn a_certificate_is_what_the_vault_has() {
    let azure = FakeAzure::default();
    create(&azure, "web").await;
    let created = apim(
        &azure,
        Method::Put,
        "certificates/c%201",
        None,
        secret("web"),
    )
    .await;
    assert_eq!(created.status, 201);
    assert_eq!(created.body["name"], "c 1");
    assert_eq!(
        created.body["type"],
        "Microsoft.ApiManagement/service/certificates"
    );
    let properties = &created.body["properties"];
    assert_eq!(properties["subject"], "CN=test");
    assert_eq!(properties["expirationDate"], "2027-03-02T00:00:00Z");
    assert_eq!(properties["keyVault"]["lastStatus"]["code"], "Success");

    let bundle = vault(&azure, Method::Get, "certificates/web/", Value::Null)
        .await
        .body;
    let bytes = base64::decode_url_safe(bundle["x5t"].as_str().unwrap()).unwrap();
    let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    assert_eq!(
        (bytes.len(), &properties["thumbprint"]),
        (20, &json!(digits))
    );

    let read = apim(&azure, Method::Get, "certificates/c%201", None, Value::Null).await;
    assert_eq!((read.body, read.status), (created.body, 200));
}

#[tokio::test]
async fn a_change_must_name_the_current_entity_tag() {
    let azure = FakeAzure::default();
    create(&azure, "web").await;
    let put = async |tag| apim(&azure, Method::Put, "certificates/c", tag, secret("web")).await;
    let refused = (412, "PreconditionFailed");
    assert_eq!(put(Some("*")).await.refusal(), refused);
    let first = put(None).await.header("etag").to_owned();
    assert_eq!(first, "\"AAAAAAAAAAE=\"");
    assert_eq!(put(None).await.refusal(), refused);
    let changed = put(Some(&first)).await;
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("etag"), first);
    assert_eq!(put(Some(&first)).await.refusal(), refused);

    let head = apim(&azure, Method::Head, "certificates/c", None, Value::Null).await;
    assert_eq!(
        (head.status, head.header("etag")),
        (200, changed.header("etag"))
    );
    assert_eq!(head.body, Value::Null);

    let delete = async |tag| apim(&azure, Method::Delete, "certificates/c", tag, Value::Null).await;
    assert_eq!(delete(None).await.refusal(), refused);
    assert_eq!(delete(Some(&first)).await.refusal(), refused);
    assert_eq!(delete(Some("*")).await.status, 200);
    assert_eq!(delete(Some("*")).await.status, 204);
    let gone = apim(&azure, Method::Get, "certificates/c", None, Value::Null).await;
    assert_eq!(gone.refusal(), (404, "ResourceNotFound"));
}

#[tokio::test]
async fn a_refresh_follows_the_secret_unless_it_names_a_version() {
    let azure = FakeAzure::default();
    let version = create(&azure, "web").await;
    apim(
        &azure,
        Method::Put,
        "certificates/newest",
        None,
        secret("web"),
    )
    .await;
    let fixed = secret(&format!("web/{version}"));
    let before = apim(&azure, Method::Put, "certificates/fixed", None, fixed).await;
    create(&azure, "web").await;
    let refresh = async |name: &str| {
        let path = format!("certificates/{name}/refreshSecret");
        apim(&azure, Method::Post, &path, None, Value::Null).await
    };
    let thumbprint = &before.body["properties"]["thumbprint"];
    assert_ne!(
        &refresh("newest").await.body["properties"]["thumbprint"],
        thumbprint
    );
    let after = refresh("fixed").await;
    assert_eq!(&after.body["properties"]["thumbprint"], thumbprint);
    assert_ne!(after.header("etag"), before.header("etag"));
    assert_eq!(refresh("other").await.refusal(), (404, "ResourceNotFound"));
}

#[tokio::test]
async fn a_certificate_outlives_its_secret_and_says_that_it_is_gone() {
    let azure = FakeAzure::default();
    create(&azure, "web").await;
    let before = apim(&azure, Method::Put, "certificates/c", None, secret("web"))
        .await
        .body;
    let failed = "certificates?isKeyVaultRefreshFailed=true";
    let failed = async || {
        apim(&azure, Method::Get, failed, None, Value::Null)
            .await
            .body
    };
    assert_eq!(failed().await["count"], 0);
    vault(&azure, Method::Delete, "certificates/web", Value::Null).await;
    let path = "certificates/c/refreshSecret";
    let after = apim(&azure, Method::Post, path, None, Value::Null)
        .await
        .body;
    let (before, after) = (&before["properties"], &after["properties"]);
    assert_eq!(after["thumbprint"], before["thumbprint"]);
    assert_eq!(after["keyVault"]["lastStatus"]["code"], "Failed");
    assert_eq!(failed().await["count"], 1);
}

#[tokio::test]
async fn without_a_secret_there_is_no_certificate() {
    let azure = FakeAzure::default();
    let refused = apim(&azure, Method::Put, "certificates/c", None, secret("web")).await;
    assert_eq!(refused.refusal(), (400, "ValidationError"));
    assert_eq!(
        refused.body["error"]["details"][0]["target"],
        "secretIdentifier"
    );
    let upload = json!({ "properties": { "data": "AAAA" } });
    let refused = apim(&azure, Method::Put, "certificates/c", None, upload).await;
    assert_eq!(refused.refusal(), (400, "ValidationError"));
}

#[tokio::test]
async fn lists_have_pages_and_workspaces_lists_of_their_own() {
    let azure = FakeAzure::default();
    create(&azure, "web").await;
    for path in ["a", "b", "c"] {
        let path = format!("certificates/{path}");
        apim(&azure, Method::Put, &path, None, secret("web")).await;
    }
    let path = "workspaces/w/certificates/d";
    let created = apim(&azure, Method::Put, path, None, secret("web"))
        .await
        .body;
    assert_eq!(
        created["type"],
        "Microsoft.ApiManagement/service/workspaces/certificates"
    );
    assert_eq!(all(&azure, "certificates").await, ["a", "b", "c"]);
    assert_eq!(all(&azure, "certificates?$top=2").await, ["a", "b"]);
    assert_eq!(all(&azure, "certificates?$top=1&$skip=1").await, ["b"]);
    assert_eq!(all(&azure, "workspaces/w/certificates").await, ["d"]);
    let filtered = "certificates?$filter=name%20eq%20'a'";
    let filtered = apim(&azure, Method::Get, filtered, None, Value::Null).await;
    assert_eq!(filtered.refusal(), (400, "InvalidParameters"));
}

/// The names in a list, over all pages, each of which has one.
async fn all(azure: &FakeAzure, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        // The link has the api-version already; the first of two counts.
        let page = apim(azure, Method::Get, &path, None, Value::Null)
            .await
            .body;
        let entries = page["value"].as_array().unwrap();
        assert_eq!(entries.len(), 1);
        found.push(entries[0]["name"].as_str().unwrap().to_owned());
        let link = page["nextLink"].as_str();
        next = link.map(|link| {
            link.strip_prefix(&format!("{SERVICE}/"))
                .unwrap()
                .to_owned()
        });
    }
    found
}
