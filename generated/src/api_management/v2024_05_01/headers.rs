// Written by `cargo xtask codegen` from specs/api-management/2024-05-01/certificates.yaml and 1 more; do not edit.

use armature_runtime::response_headers;
use azure_core::http::Etag;
use crate::api_management::v2024_05_01::models::{
    CertificateClientGetEntityTagResult, CertificateContract,
    WorkspaceCertificateClientGetEntityTagResult,
};

response_headers! {
    /// Headers of answers that are
    /// [`CertificateContract`](crate::api_management::v2024_05_01::models::CertificateContract).
    CertificateContractHeaders for CertificateContract {
        /// Entity tag of the current state. Opaque; send it back in `If-Match` to change or delete
        /// exactly this state.
        etag: "etag" as Etag,
    }
}

response_headers! {
    /// Headers of answers that are
    /// [`CertificateClientGetEntityTagResult`](crate::api_management::v2024_05_01::models::CertificateClientGetEntityTagResult).
    CertificateClientGetEntityTagResultHeaders for CertificateClientGetEntityTagResult {
        /// Entity tag of the current state. Opaque; send it back in `If-Match` to change or delete
        /// exactly this state.
        etag: "etag" as Etag,
    }
}

response_headers! {
    /// Headers of answers that are
    /// [`WorkspaceCertificateClientGetEntityTagResult`](crate::api_management::v2024_05_01::models::WorkspaceCertificateClientGetEntityTagResult).
    WorkspaceCertificateClientGetEntityTagResultHeaders for WorkspaceCertificateClientGetEntityTagResult {
        /// Entity tag of the current state. Opaque; send it back in `If-Match` to change or delete
        /// exactly this state.
        etag: "etag" as Etag,
    }
}
