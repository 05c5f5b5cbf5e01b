// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

#[cfg(feature = "key-vault-7-4")]
mod v7_4;
