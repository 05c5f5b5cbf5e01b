// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

mod certificates;
mod certificates_2;
mod certificates_3;
mod deleted_certificates;
