// Written by `cargo xtask codegen` from specs/api-management/2024-05-01/certificates.yaml and 1 more; do not edit.

mod certificate;
mod workspace_certificate;
