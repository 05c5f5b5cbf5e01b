// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

//! Azure Key Vault certificates, api-version `7.4`.
//!
//! Creates, imports, renews, backs up and deletes the certificates of an Azure Key Vault, and
//! manages the issuers they are ordered from and the contacts who are told about them. A
//! certificate in a vault has versions, one policy, and a key and a secret of the same name.
//!
//! ```rust no_run
//! use armature_certificates::key_vault::v7_4::CertificateClient;
//! use azure_identity::DeveloperToolsCredential;
//! use futures::TryStreamExt;
//!
//! # async fn example() -> azure_core::Result<()> {
//! let credential = DeveloperToolsCredential::new(None)?;
//! let client = CertificateClient::new("https://contoso-kv.vault.azure.net", credential, None)?;
//!
//! let mut items = client.get_certificates(None)?;
//! while let Some(item) = items.try_next().await? {
//!     println!("{:?}", item.id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The error of a failed call converts with `try_from` into what the service sent:
//! [`KeyVaultError`](crate::key_vault::v7_4::models::KeyVaultError).

mod client;
mod enums;
mod operations;
#[cfg(feature = "dispatch")]
pub(crate) mod dispatch;
pub mod clients;
pub mod models;

pub use crate::key_vault::v7_4::client::{CertificateClient, CertificateClientOptions};
