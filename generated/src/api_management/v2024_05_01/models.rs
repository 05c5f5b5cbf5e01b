// Written by `cargo xtask codegen` from specs/api-management/2024-05-01/certificates.yaml and 1 more; do not edit.

//! Models, enumerations, options of methods and typed response headers of Azure API Management
//! certificates, api-version `2024-05-01`.

pub use crate::api_management::v2024_05_01::headers::{
    CertificateClientGetEntityTagResultHeaders, CertificateContractHeaders,
    WorkspaceCertificateClientGetEntityTagResultHeaders,
};
pub use crate::api_management::v2024_05_01::operations::certificate::{
    CertificateClientCreateOrUpdateOptions, CertificateClientDeleteOptions,
    CertificateClientGetEntityTagOptions, CertificateClientGetEntityTagResult,
    CertificateClientGetOptions, CertificateClientListByServiceOptions,
    CertificateClientRefreshSecretOptions,
};
pub use crate::api_management::v2024_05_01::operations::workspace_certificate::{
    WorkspaceCertificateClientCreateOrUpdateOptions,
    WorkspaceCertificateClientDeleteOptions,
    WorkspaceCertificateClientGetEntityTagOptions,
    WorkspaceCertificateClientGetEntityTagResult, WorkspaceCertificateClientGetOptions,
    WorkspaceCertificateClientListByWorkspaceOptions,
    WorkspaceCertificateClientRefreshSecretOptions,
};

use armature_runtime::{error_model, model, page};
use azure_core::{fmt::SafeDebug, time::OffsetDateTime};

/// One page of a list of certificates.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct CertificateCollection {
    /// The certificates of this page. An empty page is not yet the end of the list.
    pub value: Vec<CertificateContract>,
    /// Number of certificates in the whole list, over all pages.
    pub count: Option<i64>,
    /// URL of the next page. Absent, null or empty on the last one.
    pub next_link: Option<String>,
}
model! { CertificateCollection { value: "value", count: "count", next_link: "nextLink" } }
page! { CertificateCollection { value: CertificateContract } }

/// A certificate that API Management presents to backends.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct CertificateContract {
    /// Full path of the resource, from `/subscriptions/` to its name. Read-only.
    pub id: Option<String>,
    /// Last segment of the path: the name within its parent. Read-only.
    pub name: Option<String>,
    /// Kind of resource: provider and type names joined with slashes, for example
    /// `Microsoft.ApiManagement/service/certificates`. Read-only.
    pub type_prop: Option<String>,
    /// What the certificate says, and where it comes from.
    pub properties: Option<CertificateContractProperties>,
}
model! {
    CertificateContract {
        id: "id" read_only, name: "name" read_only, type_prop: "type" read_only,
        properties: "properties",
    }
}

/// What a certificate says, and where it comes from. Neither content nor private key are ever
/// returned.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct CertificateContractProperties {
    /// Distinguished name of the certificate's holder. Required.
    pub subject: Option<String>,
    /// SHA-1 digest of the certificate, as 40 hexadecimal digits. Required.
    pub thumbprint: Option<String>,
    /// End of the certificate's validity, a date and time as in RFC 3339. Required.
    pub expiration_date: Option<OffsetDateTime>,
    /// The Key Vault secret behind the certificate. Absent if the certificate was uploaded.
    pub key_vault: Option<KeyVaultContractProperties>,
}
model! {
    CertificateContractProperties {
        subject: "subject", thumbprint: "thumbprint",
        expiration_date: "expirationDate" as DateTime, key_vault: "keyVault",
    }
}

/// Request to store a certificate.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateCreateOrUpdateParameters {
    /// The certificate to store, or the place to fetch it from.
    pub properties: Option<CertificateCreateOrUpdateProperties>,
}
model! { request CertificateCreateOrUpdateParameters { properties: "properties" } }

/// A certificate to store: either its content with the password, or the Key Vault secret that
/// holds it.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateCreateOrUpdateProperties {
    /// Certificate and private key as a PKCS#12 archive in base64. Leave it out when `keyVault` is
    /// set. A secret.
    pub data: Option<String>,
    /// Password of the archive in `data`. Leave it out if the archive has none. A secret.
    pub password: Option<String>,
    /// The Key Vault secret to fetch the certificate from. Leave it out when `data` is set.
    pub key_vault: Option<KeyVaultContractCreateProperties>,
}
model! {
    CertificateCreateOrUpdateProperties {
        data: "data", password: "password", key_vault: "keyVault",
    }
}

/// Facts about a failure, in a form that depends on their type.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct ErrorAdditionalInfo {
    /// Name of the form of `info`. Read-only.
    pub type_prop: Option<String>,
    /// The facts, as any JSON object. Read-only.
    pub info: Option<azure_core::Value>,
}
model! { ErrorAdditionalInfo { type_prop: "type" read_only, info: "info" read_only } }

/// One failure, with the failures it is made of.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// Short, stable name of the failure, such as `ResourceNotFound`. It is finer than the HTTP
    /// status; decide on this, not on the message. Read-only.
    pub code: Option<String>,
    /// Explanation for people. Its wording may change at any time. Read-only.
    pub message: Option<String>,
    /// What the failure is about, for example the name of a field of the request. Read-only.
    pub target: Option<String>,
    /// The single failures behind this one. Absent or empty if there are none. Read-only.
    pub details: Option<Vec<ErrorDetail>>,
    /// Facts about the failure for programs, for example which policy forbade the request.
    /// Read-only.
    pub additional_info: Option<Vec<ErrorAdditionalInfo>>,
}
model! {
    ErrorDetail {
        code: "code" read_only, message: "message" read_only, target: "target" read_only,
        details: "details" read_only, additional_info: "additionalInfo" read_only,
    }
}

/// Body of every answer that reports a failure.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// What went wrong.
    pub error: Option<ErrorDetail>,
}
model! { ErrorResponse { error: "error" } }
error_model! { ErrorResponse }

/// Where in a Key Vault the certificate is found, and as whom API Management reads it.
#[derive(Clone, Default, SafeDebug)]
pub struct KeyVaultContractCreateProperties {
    /// URL of the secret. Without a version in it, API Management follows renewals by itself; with
    /// one, it stays with that version. The service needs a managed identity that may read the
    /// secret.
    pub secret_identifier: Option<String>,
    /// Client identifier of the user-assigned identity to read the secret with. Null or absent
    /// means the system-assigned identity.
    pub identity_client_id: Option<String>,
}
model! {
    KeyVaultContractCreateProperties {
        secret_identifier: "secretIdentifier", identity_client_id: "identityClientId",
    }
}

/// Where in a Key Vault the certificate is found, and how the last attempt to read it went.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct KeyVaultContractProperties {
    /// URL of the secret. Without a version in it, API Management follows renewals by itself; with
    /// one, it stays with that version. The service needs a managed identity that may read the
    /// secret.
    pub secret_identifier: Option<String>,
    /// Client identifier of the user-assigned identity to read the secret with. Null or absent
    /// means the system-assigned identity.
    pub identity_client_id: Option<String>,
    /// Outcome of the last attempt. Absent if there was none.
    pub last_status: Option<KeyVaultLastAccessStatusContractProperties>,
}
model! {
    KeyVaultContractProperties {
        secret_identifier: "secretIdentifier", identity_client_id: "identityClientId",
        last_status: "lastStatus",
    }
}

/// Outcome of one attempt to read a secret from a Key Vault.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct KeyVaultLastAccessStatusContractProperties {
    /// `Success`, or a short name of the failure.
    pub code: Option<String>,
    /// Explanation of a failure for people. Absent or empty on success.
    pub message: Option<String>,
    /// When the attempt was made, a date and time as in RFC 3339.
    pub time_stamp_utc: Option<OffsetDateTime>,
}
model! {
    KeyVaultLastAccessStatusContractProperties {
        code: "code", message: "message", time_stamp_utc: "timeStampUtc" as DateTime,
    }
}
