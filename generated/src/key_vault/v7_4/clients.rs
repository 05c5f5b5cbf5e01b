// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

//! The clients of this api-version and their options.

pub use crate::key_vault::v7_4::client::{CertificateClient, CertificateClientOptions};
