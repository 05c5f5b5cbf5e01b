// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

//! Azure Key Vault certificates.
//!
//! Certificates, their policies, issuers and contacts in a vault: create, import, renew, back
//! up, delete and recover them.
//!
//! Each api-version is a module of its own, behind a feature of its own:
//!
//! * `v7_4`: api-version `7.4`, feature `key-vault-7-4`

#[cfg(feature = "key-vault-7-4")]
pub mod v7_4;
