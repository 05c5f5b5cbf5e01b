//! Key Vault and API Management in memory: their certificate operations, for tests of applications.
//!
//! In: the requests of any client that was made with [`FakeAzure::client_options`] and [`FakeAzure::credential`].
//! Out: answers of the form that the services give, from one state that both share.
//! Never: opens a connection, or makes real certificates: their content, versions and thumbprints are made up.
//!
//! A run with the same requests gets the same answers. It is January 2026, and each certificate takes a day.
//!
//! ```
//! let azure = FakeAzure::default();
//! let options = CertificateClientOptions { client_options: azure.client_options(), ..Default::default() };
//! let vault = CertificateClient::new(fake::VAULT_URL, FakeAzure::credential(), Some(options))?;
//! ```
//!
//! To use it elsewhere, copy this folder to where it is `mod fake` of a test; it needs `async-trait`, `azure_core`, `futures`,
//! `percent-encoding` and `serde_json`.
//!
//! | file | plays |
//! |---|---|
//! | `key_vault.rs` | the routes of a vault: creating, reading, changing, listing |
//! | `key_vault/deleted.rs` | the routes of soft delete: deleting, reading, recovering, purging |
//! | `key_vault/state.rs` | what the vault keeps |
//! | `key_vault/bodies.rs` | the JSON of its answers |
//! | `api_management.rs` | certificates that are read from the vault, with entity tags |
//! | `certificate.rs` | made-up certificates |
//! | `credential.rs` | tokens that name their scope, and whether a request has the right one |
//! | `http.rs` | requests, answers, pages |

mod api_management;
mod certificate;
mod credential;
mod http;
mod key_vault;
#[cfg(test)]
mod tests;

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use azure_core::Result;
use azure_core::credentials::TokenCredential;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::{
    AsyncRawResponse, ClientOptions, HttpClient, Request, RetryOptions, Transport,
};

use api_management::ApiManagement;
use credential::FakeCredential;
use http::Call;
use key_vault::Vault;

/// URL of the only vault there is.
pub const VAULT_URL: &str = "https://contoso.vault.azure.net";

const VAULT_HOST: &str = "contoso.vault.azure.net";
const RESOURCE_MANAGER_HOST: &str = "management.azure.com";

/// Both services, empty at first. A clone is the same services.
#[derive(Clone, Debug, Default)]
pub struct FakeAzure {
    services: Arc<Mutex<Services>>,
}

#[derive(Debug, Default)]
struct Services {
    vault: Vault,
    api_management: ApiManagement,
}

impl FakeAzure {
    /// Options that send a client's requests here, each of them once.
    pub fn client_options(&self) -> ClientOptions {
        ClientOptions {
            transport: Some(Transport::new(Arc::new(self.clone()))),
            retry: RetryOptions::none(),
            ..ClientOptions::default()
        }
    }

    /// A credential whose tokens both services take.
    pub fn credential() -> Arc<dyn TokenCredential> {
        Arc::new(FakeCredential)
    }
}

#[async_trait]
impl HttpClient for FakeAzure {
    async fn execute_request(&self, request: &Request) -> Result<AsyncRawResponse> {
        let call = Call::read(request).await?;
        let mut services = self.services.lock().unwrap_or_else(PoisonError::into_inner);
        let Services {
            vault,
            api_management,
        } = &mut *services;
        match call.url.host_str().unwrap_or_default() {
            VAULT_HOST => Ok(key_vault::answer(vault, &call).into()),
            RESOURCE_MANAGER_HOST => {
                Ok(api_management::answer(api_management, vault, &call).into())
            }
            host => Err(Error::with_message(
                ErrorKind::Connection,
                format!(
                    "no such host: the fake plays {VAULT_HOST} and {RESOURCE_MANAGER_HOST}, not {host}"
                ),
            )),
        }
    }
}
