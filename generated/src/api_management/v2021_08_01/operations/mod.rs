// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json; do not edit.

//! The operations, a file for each group.

pub mod certificate;
