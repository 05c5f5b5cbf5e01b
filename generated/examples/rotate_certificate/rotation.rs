//! The steps of a rotation.
//!
//! In: clients of both services, and the certificate's name. Out: what they answered, line by line on the terminal.
//! Never: knows whether the services are real.

use std::collections::BTreeMap;

use armature_certificates::api_management::v2024_05_01::clients::CertificateClient as ApiManagementCertificateClient;
use armature_certificates::api_management::v2024_05_01::models::{
    CertificateClientCreateOrUpdateOptions, CertificateClientGetEntityTagResultHeaders,
    CertificateContractHeaders, CertificateCreateOrUpdateParameters,
    CertificateCreateOrUpdateProperties, KeyVaultContractCreateProperties,
};
use armature_certificates::key_vault::v7_4::CertificateClient;
use armature_certificates::key_vault::v7_4::models::{
    CertificateBundle, CertificateClientCreateCertificateOptions,
    CertificateClientUpdateCertificateOptions, CertificateCreateParameters, CertificatePolicy,
    CertificateUpdateParameters, IssuerParameters, JsonWebKeyType, KeyProperties, SecretProperties,
    X509CertificateProperties,
};
use armature_runtime::service_error;
use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::poller::{PollerOptions, PollerStatus, StatusMonitor};
use azure_core::http::{Etag, StatusCode};
use azure_core::time::Duration;
use futures::TryStreamExt;

use crate::show::{Progress, Table, describe, hexadecimal, version_of};

/// How long a certificate may take; an authority that is slower is no case for waiting.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(600);

/// A certificate that has the same name in both services.
pub struct Rotation {
    pub vault: CertificateClient,
    pub api_management: ApiManagementCertificateClient,
    pub resource_group: String,
    pub service: String,
    pub name: String,
}

impl Rotation {
    /// Goes through all steps; the first that fails is the last.
    pub async fn run(&self) -> Result<()> {
        println!("1. Key Vault: create {}, if it is not there", self.name);
        println!("   vault {}", self.vault.endpoint());
        let certificate = match self.existing().await? {
            Some(certificate) => certificate,
            None => self.create_version(Some(self_signed(&self.name))).await?,
        };
        describe(&certificate);

        println!("2. API Management: read it from the vault");
        let secret = secret_of_all_versions(&certificate)?;
        let before = self.point_at(&secret, self.entity_tag().await?).await?;
        println!("   secret {secret}, entity tag {before}");

        println!("3. Key Vault: tag the version in use");
        self.tag(&certificate).await?;

        println!("4. Both: renew");
        describe(&self.create_version(None).await?);
        let after = self.refresh().await?;

        println!("5. API Management: a change by someone who has not seen the renewal");
        println!("   entity tag {after}, was {before}");
        if after == before {
            println!("   nothing is outdated: API Management found nothing new");
        } else {
            self.change_by_outdated_tag(&secret, before).await?;
        }

        println!("6. Both: list\n");
        self.list().await
    }

    /// The newest version, if there is any.
    async fn existing(&self) -> Result<Option<CertificateBundle>> {
        match self.vault.get_certificate(&self.name, None).await {
            Ok(response) => response.into_model().map(Some),
            Err(error) if error.http_status() == Some(StatusCode::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Creates a certificate by a policy, or another version by the policy it has, and waits for it.
    async fn create_version(&self, policy: Option<CertificatePolicy>) -> Result<CertificateBundle> {
        let parameters = CertificateCreateParameters {
            certificate_policy: policy,
            ..Default::default()
        };
        let options = CertificateClientCreateCertificateOptions {
            method_options: PollerOptions {
                // Where the vault does not say how long to wait.
                frequency: Duration::seconds(5),
                ..Default::default()
            },
        };
        let mut poller = self.vault.begin_create_certificate(
            &self.name,
            parameters.try_into()?,
            Some(options),
        )?;
        let progress = Progress::start();
        while let Some(state) = poller.try_next().await? {
            let state = state.into_model()?;
            progress.show(state.status.as_deref().unwrap_or_default());
            if state.status() != PollerStatus::InProgress {
                break;
            }
            if progress.elapsed() > PATIENCE {
                return Err(failure(
                    "the vault has not made the certificate in 10 minutes; it goes on with it",
                ));
            }
        }
        drop(progress);
        poller.await?.into_model()
    }

    /// The entity tag of the certificate in API Management, if it is there.
    async fn entity_tag(&self) -> Result<Option<Etag>> {
        let answer = self
            .api_management
            .get_entity_tag(&self.resource_group, &self.service, &self.name, None)
            .await;
        match answer {
            Ok(response) => response.etag(),
            Err(error) if error.http_status() == Some(StatusCode::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Has API Management read this secret, if its certificate is still the one with this entity tag. Gives the new one.
    async fn point_at(&self, secret: &str, if_match: Option<Etag>) -> Result<Etag> {
        let parameters = CertificateCreateOrUpdateParameters {
            properties: Some(CertificateCreateOrUpdateProperties {
                key_vault: Some(KeyVaultContractCreateProperties {
                    secret_identifier: Some(secret.to_owned()),
                    ..Default::default()
                }),
                ..Default::default()
            }),
        };
        let options = CertificateClientCreateOrUpdateOptions {
            if_match,
            ..Default::default()
        };
        let response = self
            .api_management
            .create_or_update(
                &self.resource_group,
                &self.service,
                &self.name,
                parameters.try_into()?,
                Some(options),
            )
            .await?;
        required(response.etag()?, "ETag")
    }

    /// Adds a tag to a version.
    async fn tag(&self, certificate: &CertificateBundle) -> Result<()> {
        let mut tags = certificate.tags.clone().unwrap_or_default();
        tags.insert("used-by".to_owned(), self.service.clone());
        let parameters = CertificateUpdateParameters {
            // The tags of the request replace all those that there are.
            tags: Some(tags),
            ..Default::default()
        };
        let version = certificate.id.as_deref().map(version_of);
        let options = CertificateClientUpdateCertificateOptions {
            certificate_version: version.map(str::to_owned),
            ..Default::default()
        };
        let certificate = self
            .vault
            .update_certificate(&self.name, parameters.try_into()?, Some(options))
            .await?
            .into_model()?;
        let tags = certificate.tags.unwrap_or_default();
        for (name, value) in BTreeMap::from_iter(tags) {
            println!("   {name} = {value}");
        }
        Ok(())
    }

    /// Has API Management read the secret again. Gives the new entity tag.
    async fn refresh(&self) -> Result<Etag> {
        let response = self
            .api_management
            .refresh_secret(&self.resource_group, &self.service, &self.name, None)
            .await?;
        let entity_tag = required(response.etag()?, "ETag");
        let properties = response.into_model()?.properties.unwrap_or_default();
        let key_vault = properties.key_vault.unwrap_or_default();
        let status = key_vault.last_status.unwrap_or_default();
        let code = status.code.unwrap_or_default();
        println!("   API Management read it: {code}");
        entity_tag
    }

    /// Changes the certificate in API Management, though it is no more the one with this entity tag.
    async fn change_by_outdated_tag(&self, secret: &str, entity_tag: Etag) -> Result<()> {
        let Err(error) = self.point_at(secret, Some(entity_tag)).await else {
            println!("   was accepted: the service does not look at If-Match");
            return Ok(());
        };
        match service_error(&error) {
            Some(problem) if problem.status == StatusCode::PreconditionFailed => {
                let code = problem.code.unwrap_or_default();
                println!("   was refused: {} {code}", u16::from(problem.status));
                Ok(())
            }
            _ => Err(error),
        }
    }

    /// Shows the versions in the vault, and the certificates of the API Management service.
    async fn list(&self) -> Result<()> {
        let mut table = Table::new();
        let mut versions = self.vault.get_certificate_versions(&self.name, None)?;
        while let Some(version) = versions.try_next().await? {
            table.add(
                "Key Vault",
                &self.name,
                version_of(&version.id.unwrap_or_default()),
                version.attributes.and_then(|attributes| attributes.expires),
                &hexadecimal(&version.x509_thumbprint.unwrap_or_default()),
            );
        }
        let mut certificates =
            self.api_management
                .list_by_service(&self.resource_group, &self.service, None)?;
        while let Some(certificate) = certificates.try_next().await? {
            let properties = certificate.properties.unwrap_or_default();
            let secret = properties
                .key_vault
                .and_then(|vault| vault.secret_identifier);
            let version = secret.as_deref().map(version_of).unwrap_or("-");
            table.add(
                "API Management",
                &certificate.name.unwrap_or_default(),
                version,
                properties.expiration_date,
                &properties.thumbprint.unwrap_or_default(),
            );
        }
        table.print();
        Ok(())
    }
}

/// RSA, 12 months, signed with its own key.
fn self_signed(name: &str) -> CertificatePolicy {
    CertificatePolicy {
        issuer_parameters: Some(IssuerParameters {
            name: Some("Self".to_owned()),
            ..Default::default()
        }),
        key_properties: Some(KeyProperties {
            exportable: Some(true),
            key_type: Some(JsonWebKeyType::Rsa),
            key_size: Some(2048),
            ..Default::default()
        }),
        secret_properties: Some(SecretProperties {
            content_type: Some("application/x-pkcs12".to_owned()),
        }),
        x509_certificate_properties: Some(X509CertificateProperties {
            subject: Some(format!("CN={name}")),
            validity_in_months: Some(12),
            ..Default::default()
        }),
        ..Default::default()
    }
}

/// URL of the certificate's secret without a version, so that API Management follows renewals.
fn secret_of_all_versions(certificate: &CertificateBundle) -> Result<String> {
    let secret = required(certificate.sid.as_deref(), "the certificate's sid")?;
    let url = secret.rsplit_once('/').map(|(url, _version)| url);
    required(url, "a version in the certificate's sid").map(str::to_owned)
}

/// A value that every answer should have.
fn required<T>(value: Option<T>, what: &str) -> Result<T> {
    value.ok_or_else(|| failure(&format!("the service did not send {what}")))
}

fn failure(what: &str) -> Error {
    Error::with_message(ErrorKind::Other, what.to_owned())
}
