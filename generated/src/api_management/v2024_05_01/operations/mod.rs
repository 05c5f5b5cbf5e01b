// Written by `cargo xtask codegen` from specs/api-management/2024-05-01/certificates.yaml and 1 more; do not edit.

//! The operations, a file for each group.

pub mod certificate;
pub mod workspace_certificate;
