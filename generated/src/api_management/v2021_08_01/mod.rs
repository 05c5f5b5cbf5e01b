// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json; do not edit.

//! Azure API Management certificates, api-version `2021-08-01`.
//!
//! Stores, lists, refreshes and deletes the client certificates with which an API Management
//! service authenticates itself to backends.
//!
//! ```rust no_run
//! use armature_certificates::api_management::v2021_08_01::ApiManagementClient;
//! use azure_identity::DeveloperToolsCredential;
//! use futures::TryStreamExt;
//!
//! # async fn example() -> azure_core::Result<()> {
//! let credential = DeveloperToolsCredential::new(None)?;
//! let client = ApiManagementClient::new(
//!     "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
//!     credential,
//!     None,
//! )?;
//!
//! let mut items = client.certificate_client().list_by_service(
//!     "contoso-integration",
//!     "contoso-apim",
//!     None,
//! )?;
//! while let Some(item) = items.try_next().await? {
//!     println!("{:?}", item.id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The error of a failed call converts with `try_from` into what the service sent:
//! [`ErrorResponse`](crate::api_management::v2021_08_01::models::ErrorResponse).

mod client;
mod headers;
mod operations;
#[cfg(feature = "dispatch")]
pub(crate) mod dispatch;
pub mod clients;
pub mod models;

pub use crate::api_management::v2021_08_01::client::{
    ApiManagementClient, ApiManagementClientOptions,
};
