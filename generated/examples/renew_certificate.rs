//! Renews a certificate in Key Vault and has API Management pick it up.
//!
//! Run it after `az login`, with the names of your own resources:
//! `cargo run --example renew_certificate -- https://VAULT.vault.azure.net CERTIFICATE SUBSCRIPTION GROUP SERVICE CERTIFICATE-ID`

use armature_certificates::api_management::v2024_05_01::ApiManagementClient;
use armature_certificates::api_management::v2024_05_01::models::CertificateContractHeaders;
use armature_certificates::key_vault::v7_4::CertificateClient;
use armature_certificates::key_vault::v7_4::models::CertificateCreateParameters;
use armature_runtime::CompleteWithin;
use azure_core::{Result, time::Duration};
use azure_identity::DeveloperToolsCredential;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [vault_url, name, subscription, group, service, id] = arguments.as_slice() else {
        eprintln!("arguments: VAULT-URL CERTIFICATE SUBSCRIPTION GROUP SERVICE CERTIFICATE-ID");
        std::process::exit(2);
    };
    let credential = DeveloperToolsCredential::new(None)?;

    // Key Vault makes a new version by the certificate's own policy.
    let vault = CertificateClient::new(vault_url, credential.clone(), None)?;
    let parameters = CertificateCreateParameters {
        tags: Some([("renewed-by".to_owned(), "operator".to_owned())].into()),
        ..Default::default()
    };
    let poller = vault.begin_create_certificate(name, parameters.try_into()?, None)?;
    let created = poller
        .complete_within(Duration::minutes(10))
        .await?
        .into_model()?;
    println!("version:    {:?}", created.id);

    // API Management reads the secret behind its certificate again.
    let api_management = ApiManagementClient::new(subscription, credential, None)?;
    let certificates = api_management.certificate_client();
    let response = certificates
        .refresh_secret(group, service, id, None)
        .await?;
    println!("entity tag: {:?}", response.etag()?);

    let properties = response.into_model()?.properties.unwrap_or_default();
    println!("subject:    {:?}", properties.subject);
    println!("expires:    {:?}", properties.expiration_date);
    Ok(())
}
