// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json and 3 more; do not edit.

#![cfg_attr(
    any(
        not(doctest),
        all(feature = "api-management-2024-05-01", feature = "key-vault-7-4")
    ),
    doc = include_str!("../README.md")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "dispatch")]
pub mod dispatch;
#[cfg(any(feature = "api-management-2021-08-01", feature = "api-management-2024-05-01"))]
pub mod api_management;
#[cfg(feature = "key-vault-7-4")]
pub mod key_vault;
