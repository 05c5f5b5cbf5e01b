// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json; do not edit.

mod certificate;
