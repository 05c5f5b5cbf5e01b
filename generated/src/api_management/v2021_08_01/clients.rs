// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json; do not edit.

//! The clients of this api-version and their options.

pub use crate::api_management::v2021_08_01::client::{
    ApiManagementClient, ApiManagementClientOptions,
};
pub use crate::api_management::v2021_08_01::operations::certificate::CertificateClient;
