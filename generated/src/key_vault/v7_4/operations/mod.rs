// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

//! The operations, a file for each group.

pub mod certificates;
pub mod deleted_certificates;
