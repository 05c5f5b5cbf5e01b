// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json and 2 more; do not edit.

#[cfg(feature = "api-management-2021-08-01")]
mod v2021_08_01;
#[cfg(feature = "api-management-2024-05-01")]
mod v2024_05_01;
