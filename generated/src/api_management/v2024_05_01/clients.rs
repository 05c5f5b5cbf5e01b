// Written by `cargo xtask codegen` from specs/api-management/2024-05-01/certificates.yaml and 1 more; do not edit.

//! The clients of this api-version and their options.

pub use crate::api_management::v2024_05_01::client::{
    ApiManagementClient, ApiManagementClientOptions,
};
pub use crate::api_management::v2024_05_01::operations::certificate::CertificateClient;
pub use crate::api_management::v2024_05_01::operations::workspace_certificate::WorkspaceCertificateClient;
