//! Creates a certificate in Key Vault, has API Management use it, renews it, and shows both sides.
//!
//! Without arguments both services are played in memory, by the folder `fake` beside this one:
//! `cargo run --package armature-certificates --example rotate_certificate`
//!
//! With `-- --vault-url URL --subscription ID --resource-group NAME --service NAME` it works on Azure, after `az login`.
//! The caller needs the rights to create and change certificates in the vault and in API Management, and the identity of
//! the API Management service the right to read the vault's secrets.

mod fake;
// In a folder of their own: each file beside this one would be an example.
#[path = "rotate_certificate/rotation.rs"]
mod rotation;
#[path = "rotate_certificate/show.rs"]
mod show;

use std::process::ExitCode;

use armature_certificates::api_management::v2024_05_01 as api_management;
use armature_certificates::key_vault::v7_4 as key_vault;
use azure_core::Result;
use azure_core::http::{ClientOptions, ExponentialRetryOptions, RetryOptions};
use azure_identity::DeveloperToolsCredential;
use clap::{Args, Parser};

use fake::FakeAzure;
use rotation::Rotation;

/// Creates a certificate in Key Vault, has API Management use it, renews it, and shows both sides.
///
/// Without arguments both services are played in memory.
#[derive(Parser)]
#[command(
    override_usage = "rotate_certificate [--vault-url URL --subscription ID --resource-group NAME --service NAME [--certificate NAME]]"
)]
struct Arguments {
    #[command(flatten)]
    azure: Option<OnAzure>,
}

/// Where the certificate is on Azure: all of it, or nothing.
#[derive(Args)]
#[group(requires_all = ["vault_url", "subscription", "resource_group", "service"])]
struct OnAzure {
    /// URL of the vault: https://NAME.vault.azure.net
    #[arg(long, required = false, value_name = "URL")]
    vault_url: String,
    /// Subscription of the API Management service
    #[arg(long, required = false, value_name = "ID")]
    subscription: String,
    /// Resource group of the API Management service
    #[arg(long, required = false, value_name = "NAME")]
    resource_group: String,
    /// The API Management service
    #[arg(long, required = false, value_name = "NAME")]
    service: String,
    /// The certificate's name in both services; it is created where it is not there
    #[arg(long, value_name = "NAME", default_value = "rotated")]
    certificate: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<()> {
    let rotation = match arguments.azure {
        Some(azure) => on_azure(azure)?,
        None => in_memory()?,
    };
    rotation.run().await
}

fn on_azure(azure: OnAzure) -> Result<Rotation> {
    let credential = DeveloperToolsCredential::new(None)?;
    // Somebody is waiting: what cannot be reached is said soon.
    let client_options = ClientOptions {
        retry: RetryOptions::exponential(ExponentialRetryOptions {
            max_retries: 3,
            ..Default::default()
        }),
        ..Default::default()
    };
    let vault = key_vault::CertificateClient::new(
        &azure.vault_url,
        credential.clone(),
        Some(key_vault::CertificateClientOptions {
            client_options: client_options.clone(),
            ..Default::default()
        }),
    )?;
    let client = api_management::ApiManagementClient::new(
        &azure.subscription,
        credential,
        Some(api_management::ApiManagementClientOptions {
            client_options,
            ..Default::default()
        }),
    )?;
    Ok(Rotation {
        vault,
        api_management: client.certificate_client(),
        resource_group: azure.resource_group,
        service: azure.service,
        name: azure.certificate,
    })
}

/// The same clients with another credential and another transport.
fn in_memory() -> Result<Rotation> {
    println!("Both services are played in memory; --help tells how to name real ones.\n");
    let azure = FakeAzure::default();
    let vault = key_vault::CertificateClient::new(
        fake::VAULT_URL,
        FakeAzure::credential(),
        Some(key_vault::CertificateClientOptions {
            client_options: azure.client_options(),
            ..Default::default()
        }),
    )?;
    let client = api_management::ApiManagementClient::new(
        "00000000-0000-0000-0000-000000000000",
        FakeAzure::credential(),
        Some(api_management::ApiManagementClientOptions {
            client_options: azure.client_options(),
            ..Default::default()
        }),
    )?;
    Ok(Rotation {
        vault,
        api_management: client.certificate_client(),
        resource_group: "contoso".to_owned(),
        service: "contoso-apim".to_owned(),
        name: "rotated".to_owned(),
    })
}
