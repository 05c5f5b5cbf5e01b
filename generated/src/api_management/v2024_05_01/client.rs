// Written by `cargo xtask codegen` from specs/api-management/2024-05-01/certificates.yaml and 1 more; do not edit.

use armature_runtime::Connection;
use azure_core::{
    Result, credentials::TokenCredential, fmt::SafeDebug, http::{ClientOptions, Url},
};
use std::sync::Arc;

/// Stores, lists, refreshes and deletes the client certificates with which an API Management
/// service authenticates itself to backends.
///
/// Made with [`ApiManagementClient::new`].
pub struct ApiManagementClient {
    pub(crate) connection: Connection,
    pub(crate) api_version: String,
    pub(crate) subscription_id: String,
}

impl ApiManagementClient {
    /// Creates a client. Nothing is sent.
    ///
    /// # Arguments
    ///
    /// * `subscription_id` - Identifier of the Azure subscription to work in, a UUID.
    /// * `credential` - Gives the access tokens.
    /// * `options` - Optional parameters and settings of the client.
    ///
    /// # Errors
    ///
    /// The cloud in `options.client_options` has no Resource Manager endpoint.
    pub fn new(
        subscription_id: &str,
        credential: Arc<dyn TokenCredential>,
        options: Option<ApiManagementClientOptions>,
    ) -> Result<Self> {
        let options = options.unwrap_or_default();
        let connection = Connection::resource_manager(
            armature_runtime::package!(),
            "",
            credential,
            options.client_options,
        )?;
        Ok(Self {
            connection,
            api_version: options.api_version,
            subscription_id: subscription_id.to_owned(),
        })
    }

    /// URL that requests go to.
    pub fn endpoint(&self) -> &Url {
        self.connection.endpoint()
    }
}

/// Options of [`ApiManagementClient::new`].
#[derive(Clone, SafeDebug)]
pub struct ApiManagementClientOptions {
    /// `api-version` of the requests.
    pub api_version: String,
    /// Cloud, transport, retries, telemetry. Retries send POST and PATCH again only when
    /// they were not carried out: after 408, 429, 503, and without a connection.
    pub client_options: ClientOptions,
}

impl Default for ApiManagementClientOptions {
    fn default() -> Self {
        Self {
            api_version: "2024-05-01".to_owned(),
            client_options: ClientOptions::default(),
        }
    }
}
