//! Tests of the vault.

use azure_core::http::Method;
use serde_json::{Value, json};

use super::{create, policy, vault};
use crate::fake::{FakeAzure, VAULT_URL};

#[tokio::test]
async fn a_certificate_is_pending_before_it_is_there() {
    let azure = FakeAzure::default();
    let body = json!({ "policy": policy("Self"), "tags": { "a": "b" } });
    let started = vault(
        &azure,
        Method::Post,
        "certificates/new/create",
        body.clone(),
    )
    .await;
    assert_eq!(
        (started.status, &started.body["status"]),
        (202, &json!("inProgress"))
    );
    assert_eq!(started.header("retry-after"), "0");
    let location = format!("{VAULT_URL}/certificates/new/pending?api-version=7.4");
    assert_eq!(started.header("location"), location);

    let get = async |path| vault(&azure, Method::Get, path, Value::Null).await;
    assert_eq!(
        get("certificates/new/").await.refusal(),
        (404, "CertificateNotFound")
    );
    let again = vault(&azure, Method::Post, "certificates/new/create", body).await;
    assert_eq!(again.refusal(), (409, "Conflict"));

    let pending = get("certificates/new/pending").await;
    assert_eq!(pending.body["status"], "inProgress");
    let done = get("certificates/new/pending").await;
    assert_eq!(done.body["status"], "completed");
    assert_eq!(done.body["target"], format!("{VAULT_URL}/certificates/new"));
    let certificate = get("certificates/new/").await.body;
    assert_eq!(certificate["tags"], json!({ "a": "b" }));
    assert_eq!(certificate["policy"]["issuer"]["name"], "Self");
    // Created on the 2nd of January 2026, valid for 14 months: until the 2nd of March 2027.
    assert_eq!(certificate["attributes"]["created"], 1_767_312_000);
    assert_eq!(certificate["attributes"]["exp"], 1_803_945_600);
}

#[tokio::test]
async fn a_certificate_cannot_be_created_from_a_wrong_request() {
    let azure = FakeAzure::default();
    for (name, body) in [
        ("a_b", json!({ "policy": policy("Self") })),
        ("a", json!({})),
        ("a", json!({ "policy": policy("DigiCert") })),
        ("a", json!({ "policy": { "issuer": { "name": "Self" } } })),
    ] {
        let path = format!("certificates/{name}/create");
        let refused = vault(&azure, Method::Post, &path, body).await;
        assert_eq!(refused.refusal(), (400, "BadParameter"));
    }
    let pending = vault(&azure, Method::Get, "certificates/a/pending", Value::Null).await;
    assert_eq!(pending.refusal(), (404, "PendingCertificateNotFound"));
}

#[tokio::test]
async fn a_creation_that_waits_for_the_caller_can_be_cancelled_and_given_up() {
    let azure = FakeAzure::default();
    let body = json!({ "policy": policy("Unknown") });
    vault(&azure, Method::Post, "certificates/a/create", body).await;
    let pending = async |method, body| vault(&azure, method, "certificates/a/pending", body).await;
    for _ in 0..5 {
        let operation = pending(Method::Get, Value::Null).await.body;
        assert_eq!(operation["status"], "inProgress");
        assert!(!operation["csr"].as_str().unwrap().is_empty());
    }
    let cancel = json!({ "cancellation_requested": true });
    let asked = pending(Method::Patch, cancel).await.body;
    assert_eq!(
        (&asked["status"], &asked["cancellation_requested"]),
        (&json!("inProgress"), &json!(true))
    );
    assert_eq!(
        pending(Method::Get, Value::Null).await.body["status"],
        "cancelled"
    );
    assert_eq!(pending(Method::Delete, Value::Null).await.status, 200);
    assert_eq!(pending(Method::Get, Value::Null).await.status, 404);
}

#[tokio::test]
async fn versions_are_read_and_changed_each_for_itself() {
    let azure = FakeAzure::default();
    let (old, new) = (create(&azure, "a").await, create(&azure, "a").await);
    assert_ne!(old, new);
    let change = json!({ "tags": { "state": "old" }, "attributes": { "enabled": false } });
    let path = format!("certificates/a/{old}");
    let dates = json!({ "attributes": { "exp": 0 } });
    let refused = vault(&azure, Method::Patch, &path, dates).await;
    assert_eq!(refused.refusal(), (400, "BadParameter"));
    let changed = vault(&azure, Method::Patch, &path, change).await.body;
    assert_eq!(
        (&changed["tags"]["state"], &changed["attributes"]["enabled"]),
        (&json!("old"), &json!(false))
    );
    let get = async |path: &str| vault(&azure, Method::Get, path, Value::Null).await;
    assert_eq!(get(&path).await.body, changed);
    let newest = get("certificates/a/").await.body;
    assert_eq!(newest["id"], format!("{VAULT_URL}/certificates/a/{new}"));
    assert_eq!(
        (&newest["tags"], &newest["attributes"]["enabled"]),
        (&json!({}), &json!(true))
    );
    assert_ne!(newest["x5t"], changed["x5t"]);
    assert_eq!(
        get("certificates/a/0123").await.refusal(),
        (404, "CertificateNotFound")
    );
    assert_eq!(
        get("certificates/b/").await.refusal(),
        (404, "CertificateNotFound")
    );
}

#[tokio::test]
async fn a_change_of_the_policy_is_merged() {
    let azure = FakeAzure::default();
    create(&azure, "a").await;
    let change = json!({ "x509_props": { "validity_months": 3 } });
    let changed = vault(&azure, Method::Patch, "certificates/a/policy", change)
        .await
        .body;
    assert_eq!(
        changed["x509_props"],
        json!({ "subject": "CN=test", "validity_months": 3 })
    );
    let read = vault(&azure, Method::Get, "certificates/a/policy", Value::Null)
        .await
        .body;
    assert_eq!(read, changed);
    for wrong in [
        json!("none"),
        json!({ "issuer": null }),
        json!({ "x509_props": { "subject": 1 } }),
    ] {
        let refused = vault(&azure, Method::Patch, "certificates/a/policy", wrong).await;
        assert_eq!(refused.refusal(), (400, "BadParameter"));
    }
    let kept = vault(&azure, Method::Get, "certificates/a/policy", Value::Null)
        .await
        .body;
    assert_eq!(kept, read);
}

#[tokio::test]
async fn lists_have_pages() {
    let azure = FakeAzure::default();
    let versions = [create(&azure, "a").await, create(&azure, "a").await];
    create(&azure, "b").await;
    let urls = versions.map(|version| format!("{VAULT_URL}/certificates/a/{version}"));
    assert_eq!(all(&azure, "certificates/a/versions").await, urls);
    let urls = ["a", "b"].map(|name| format!("{VAULT_URL}/certificates/{name}"));
    assert_eq!(all(&azure, "certificates").await, urls);
    let page = vault(
        &azure,
        Method::Get,
        "certificates?maxresults=2",
        Value::Null,
    )
    .await
    .body;
    assert_eq!(page["value"].as_array().unwrap().len(), 2);
    assert_eq!(page["nextLink"], Value::Null);
    let none = vault(&azure, Method::Get, "certificates/c/versions", Value::Null)
        .await
        .body;
    assert_eq!(none["value"], json!([]));
}

#[tokio::test]
async fn a_deleted_certificate_is_there_a_moment_later_and_can_be_recovered() {
    let azure = FakeAzure::default();
    let version = create(&azure, "a").await;
    let get = async |path: &str| vault(&azure, Method::Get, path, Value::Null).await;
    let deleted = vault(&azure, Method::Delete, "certificates/a", Value::Null).await;
    assert_eq!(deleted.status, 200);
    assert_eq!(
        deleted.body["recoveryId"],
        format!("{VAULT_URL}/deletedcertificates/a")
    );
    assert_eq!(get("certificates/a/").await.status, 404);
    assert_eq!(get("deletedcertificates/a").await.status, 404);
    assert_eq!(get("deletedcertificates/a").await.body, deleted.body);
    assert_eq!(
        get("deletedcertificates").await.body["value"]
            .as_array()
            .unwrap()
            .len(),
        1
    );

    let body = json!({ "policy": policy("Self") });
    let refused = vault(&azure, Method::Post, "certificates/a/create", body).await;
    assert_eq!(refused.refusal(), (409, "Conflict"));
    assert_eq!(
        refused.body["error"]["innererror"]["code"],
        "ObjectIsDeletedButRecoverable"
    );

    let recovered = vault(
        &azure,
        Method::Post,
        "deletedcertificates/a/recover",
        Value::Null,
    )
    .await;
    assert_eq!(recovered.status, 200);
    assert_eq!(get("certificates/a/").await.status, 404);
    assert_eq!(
        get("certificates/a/").await.body["id"],
        format!("{VAULT_URL}/certificates/a/{version}")
    );
    assert_eq!(get("deletedcertificates/a").await.status, 404);
}

#[tokio::test]
async fn a_purged_certificate_is_gone() {
    let azure = FakeAzure::default();
    create(&azure, "a").await;
    vault(&azure, Method::Delete, "certificates/a", Value::Null).await;
    let purge = async || vault(&azure, Method::Delete, "deletedcertificates/a", Value::Null).await;
    assert_eq!(purge().await.status, 204);
    assert_eq!(purge().await.refusal(), (404, "CertificateNotFound"));
    let recover = vault(
        &azure,
        Method::Post,
        "deletedcertificates/a/recover",
        Value::Null,
    )
    .await;
    assert_eq!(recover.refusal(), (404, "CertificateNotFound"));
    let again = vault(&azure, Method::Delete, "certificates/a", Value::Null).await;
    assert_eq!(again.refusal(), (404, "CertificateNotFound"));
    create(&azure, "a").await;
}

/// The identifiers in a list, over all pages, each of which has one.
async fn all(azure: &FakeAzure, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        // The link has the api-version already; the first of two counts.
        let page = vault(azure, Method::Get, &path, Value::Null).await.body;
        let entries = page["value"].as_array().unwrap();
        assert_eq!(entries.len(), 1);
        found.push(entries[0]["id"].as_str().unwrap().to_owned());
        let link = page["nextLink"].as_str();
        next = link.map(|link| {
            link.strip_prefix(&format!("{VAULT_URL}/"))
                .unwrap()
                .to_owned()
        });
    }
    found
}
