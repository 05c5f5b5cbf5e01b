// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json and 3 more; do not edit.

//! Calls by operationId, with arguments as JSON under their names on the wire: see
//! [`armature_runtime::dispatch`].

/// The api-versions of this crate.
pub const VERSIONS: &[armature_runtime::dispatch::Version] = &[
    #[cfg(feature = "api-management-2021-08-01")]
    crate::api_management::v2021_08_01::dispatch::VERSION,
    #[cfg(feature = "api-management-2024-05-01")]
    crate::api_management::v2024_05_01::dispatch::VERSION,
    #[cfg(feature = "key-vault-7-4")]
    crate::key_vault::v7_4::dispatch::VERSION,
];
