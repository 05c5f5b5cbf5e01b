//! The generated client of Key Vault gets along with the vault: it answers the challenge, and its pollers and lists come to an end.

use armature_certificates::key_vault::v7_4::models::{
    CertificateCreateParameters, CertificateOperation, CertificatePolicy, IssuerParameters,
    X509CertificateProperties,
};
use armature_certificates::key_vault::v7_4::{CertificateClient, CertificateClientOptions};
use azure_core::Result;
use azure_core::http::poller::{PollerStatus, StatusMonitor};
use azure_core::http::{Poller, StatusCode};
use futures::TryStreamExt;

use crate::fake::{FakeAzure, VAULT_URL};

fn client() -> CertificateClient {
    let options = CertificateClientOptions {
        client_options: FakeAzure::default().client_options(),
        ..Default::default()
    };
    CertificateClient::new(VAULT_URL, FakeAzure::credential(), Some(options)).unwrap()
}

fn parameters(issuer: &str) -> CertificateCreateParameters {
    CertificateCreateParameters {
        certificate_policy: Some(CertificatePolicy {
            issuer_parameters: Some(IssuerParameters {
                name: Some(issuer.to_owned()),
                ..Default::default()
            }),
            x509_certificate_properties: Some(X509CertificateProperties {
                subject: Some("CN=test".to_owned()),
                ..Default::default()
            }),
            ..Default::default()
        }),
        ..Default::default()
    }
}

async fn create(client: &CertificateClient, name: &str) -> Result<()> {
    let parameters = parameters("Self").try_into()?;
    let poller = client.begin_create_certificate(name, parameters, None)?;
    let certificate = poller.await?.into_model()?;
    let start = format!("{VAULT_URL}/certificates/{name}/");
    assert!(certificate.id.unwrap().starts_with(&start));
    Ok(())
}

/// The states of a creation, up to the one that ends it.
async fn states(poller: &mut Poller<CertificateOperation>) -> Result<Vec<PollerStatus>> {
    let mut seen = Vec::new();
    while let Some(state) = poller.try_next().await? {
        let status = state.into_model()?.status();
        let ended = status != PollerStatus::InProgress;
        seen.push(status);
        if ended {
            break;
        }
    }
    Ok(seen)
}

#[tokio::test]
async fn a_certificate_is_created_deleted_recovered_and_purged() -> Result<()> {
    let client = client();
    create(&client, "a").await?;
    let deleted = client
        .begin_delete_certificate("a", None)?
        .await?
        .into_model()?;
    let recovery = format!("{VAULT_URL}/deletedcertificates/a");
    assert_eq!(deleted.recovery_id, Some(recovery));

    let recovered = client
        .begin_recover_deleted_certificate("a", None)?
        .await?
        .into_model()?;
    assert_eq!(recovered.id, deleted.id);
    let read = client.get_certificate("a", None).await?.into_model()?;
    assert_eq!(read.id, deleted.id);

    client.begin_delete_certificate("a", None)?.await?;
    client.purge_deleted_certificate("a", None).await?;
    let gone = client.get_deleted_certificate("a", None).await.unwrap_err();
    assert_eq!(gone.http_status(), Some(StatusCode::NotFound));
    Ok(())
}

#[tokio::test]
async fn the_states_of_a_creation_are_seen() -> Result<()> {
    let client = client();
    let parameters = parameters("Self").try_into()?;
    let mut poller = client.begin_create_certificate("a", parameters, None)?;
    let seen = states(&mut poller).await?;
    let expected = [
        PollerStatus::InProgress,
        PollerStatus::InProgress,
        PollerStatus::Succeeded,
    ];
    assert_eq!(seen, expected);
    Ok(())
}

#[tokio::test]
async fn a_creation_that_waits_for_the_caller_is_not_waited_for() -> Result<()> {
    let client = client();
    let parameters = parameters("Unknown").try_into()?;
    let mut poller = client.begin_create_certificate("a", parameters, None)?;
    let word = PollerStatus::UnknownValue("WaitsForCaller".to_owned());
    assert_eq!(states(&mut poller).await?, [word]);
    let error = poller.await.unwrap_err().to_string();
    assert!(error.contains("merge_certificate"), "{error}");
    Ok(())
}

#[tokio::test]
async fn a_list_is_followed_from_page_to_page() -> Result<()> {
    let client = client();
    for name in ["a", "b", "c"] {
        create(&client, name).await?;
    }
    let found: Vec<_> = client.get_certificates(None)?.try_collect().await?;
    assert_eq!(found.len(), 3);
    Ok(())
}
