// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json and 2 more; do not edit.

//! Azure API Management certificates.
//!
//! Certificates that an API Management service presents to back ends. A certificate is
//! uploaded, or it points at a secret in Azure Key Vault, from which the service reads it again
//! when it is renewed.
//!
//! Each api-version is a module of its own, behind a feature of its own:
//!
//! * `v2021_08_01`: api-version `2021-08-01`, feature `api-management-2021-08-01`
//! * `v2024_05_01`: api-version `2024-05-01`, feature `api-management-2024-05-01`

#[cfg(feature = "api-management-2021-08-01")]
pub mod v2021_08_01;
#[cfg(feature = "api-management-2024-05-01")]
pub mod v2024_05_01;
