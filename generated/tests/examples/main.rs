// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json and 3 more; do not edit.

//! The examples of the descriptions, run through the clients on a mock transport.

#[cfg(any(feature = "api-management-2021-08-01", feature = "api-management-2024-05-01"))]
mod api_management;
#[cfg(feature = "key-vault-7-4")]
mod key_vault;
