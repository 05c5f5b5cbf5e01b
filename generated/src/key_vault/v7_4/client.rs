// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

use armature_runtime::Connection;
use azure_core::{
    Result, credentials::TokenCredential, fmt::SafeDebug, http::{ClientOptions, Url},
};
use std::sync::Arc;

/// Creates, imports, renews, backs up and deletes the certificates of an Azure Key Vault, and
/// manages the issuers they are ordered from and the contacts who are told about them. A
/// certificate in a vault has versions, one policy, and a key and a secret of the same name.
///
/// Made with [`CertificateClient::new`].
pub struct CertificateClient {
    pub(crate) connection: Connection,
    pub(crate) api_version: String,
}

impl CertificateClient {
    /// Creates a client. Nothing is sent.
    ///
    /// # Arguments
    ///
    /// * `endpoint` - URL of the vault, for example `https://contoso-kv.vault.azure.net`.
    /// * `credential` - Gives the access tokens, for the audience that the service names in its
    ///   challenge.
    /// * `options` - Optional parameters and settings of the client.
    ///
    /// # Errors
    ///
    /// The endpoint is neither an https URL nor a host.
    pub fn new(
        endpoint: &str,
        credential: Arc<dyn TokenCredential>,
        options: Option<CertificateClientOptions>,
    ) -> Result<Self> {
        let options = options.unwrap_or_default();
        let connection = Connection::with_challenge(
            armature_runtime::package!(),
            endpoint,
            credential,
            options.client_options,
        )?;
        Ok(Self {
            connection,
            api_version: options.api_version,
        })
    }

    /// URL that requests go to.
    pub fn endpoint(&self) -> &Url {
        self.connection.endpoint()
    }
}

/// Options of [`CertificateClient::new`].
#[derive(Clone, SafeDebug)]
pub struct CertificateClientOptions {
    /// `api-version` of the requests.
    pub api_version: String,
    /// Cloud, transport, retries, telemetry. Retries send POST and PATCH again only when
    /// they were not carried out: after 408, 429, 503, and without a connection.
    pub client_options: ClientOptions,
}

impl Default for CertificateClientOptions {
    fn default() -> Self {
        Self {
            api_version: "7.4".to_owned(),
            client_options: ClientOptions::default(),
        }
    }
}
