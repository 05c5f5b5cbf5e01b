// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json; do not edit.

use armature_runtime::response_headers;
use azure_core::http::Etag;
use crate::api_management::v2021_08_01::models::{
    CertificateClientGetEntityTagResult, CertificateContract,
};

response_headers! {
    /// Headers of answers that are
    /// [`CertificateContract`](crate::api_management::v2021_08_01::models::CertificateContract).
    CertificateContractHeaders for CertificateContract {
        /// Entity tag of the current state. Opaque; send it back in `If-Match` to change or delete
        /// exactly this state.
        etag: "etag" as Etag,
    }
}

response_headers! {
    /// Headers of answers that are
    /// [`CertificateClientGetEntityTagResult`](crate::api_management::v2021_08_01::models::CertificateClientGetEntityTagResult).
    CertificateClientGetEntityTagResultHeaders for CertificateClientGetEntityTagResult {
        /// Entity tag of the current state. Opaque; send it back in `If-Match` to change or delete
        /// exactly this state.
        etag: "etag" as Etag,
    }
}
