// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

//! Models, enumerations, options of methods and typed response headers of Azure Key Vault
//! certificates, api-version `7.4`.

pub use crate::key_vault::v7_4::enums::{
    CertificatePolicyAction, DeletionRecoveryLevel, JsonWebKeyCurveName, JsonWebKeyType,
    KeyUsageType,
};
pub use crate::key_vault::v7_4::operations::certificates::{
    CertificateClientBackupCertificateOptions, CertificateClientCreateCertificateOptions,
    CertificateClientDeleteCertificateContactsOptions,
    CertificateClientDeleteCertificateIssuerOptions,
    CertificateClientDeleteCertificateOperationOptions,
    CertificateClientDeleteCertificateOptions,
    CertificateClientGetCertificateContactsOptions,
    CertificateClientGetCertificateIssuerOptions,
    CertificateClientGetCertificateIssuersOptions,
    CertificateClientGetCertificateOperationOptions,
    CertificateClientGetCertificateOptions, CertificateClientGetCertificatePolicyOptions,
    CertificateClientGetCertificateVersionsOptions,
    CertificateClientGetCertificatesOptions, CertificateClientImportCertificateOptions,
    CertificateClientMergeCertificateOptions, CertificateClientRestoreCertificateOptions,
    CertificateClientSetCertificateContactsOptions,
    CertificateClientSetCertificateIssuerOptions,
    CertificateClientUpdateCertificateIssuerOptions,
    CertificateClientUpdateCertificateOperationOptions,
    CertificateClientUpdateCertificateOptions,
    CertificateClientUpdateCertificatePolicyOptions,
};
pub use crate::key_vault::v7_4::operations::deleted_certificates::{
    CertificateClientGetDeletedCertificateOptions,
    CertificateClientGetDeletedCertificatesOptions,
    CertificateClientPurgeDeletedCertificateOptions,
    CertificateClientRecoverDeletedCertificateOptions,
};

use armature_runtime::{error_model, model, page, status_monitor};
use azure_core::{fmt::SafeDebug, time::OffsetDateTime};
use std::collections::HashMap;

/// What the vault does when a trigger fires.
#[derive(Clone, Default, SafeDebug)]
pub struct Action {
    /// Kind of action.
    pub action_type: Option<CertificatePolicyAction>,
}
model! { Action { action_type: "action_type" } }

/// Someone whom a certificate authority may ask about an order.
#[derive(Clone, Default, SafeDebug)]
pub struct AdministratorDetails {
    /// Given name.
    pub first_name: Option<String>,
    /// Family name.
    pub last_name: Option<String>,
    /// Mail address.
    pub email_address: Option<String>,
    /// Telephone number, in any form.
    pub phone: Option<String>,
}
model! {
    AdministratorDetails {
        first_name: "first_name", last_name: "last_name", email_address: "email", phone: "phone",
    }
}

/// What BackupCertificate returns.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct BackupCertificateResult {
    /// The encrypted backup of all versions. Keep it like a key: whoever may restore it gets the
    /// private key. Read-only.
    pub value: Option<Vec<u8>>,
}
model! { BackupCertificateResult { value: "value" as Base64Url read_only } }

/// Attributes of a certificate: the common ones and how long it outlives its deletion.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateAttributes {
    /// Whether the object may be used. While this is `false`, the vault refuses cryptographic use
    /// and download, but still lists the object.
    pub enabled: Option<bool>,
    /// Start of validity: the object is not to be used before this time. Absent means that no start
    /// is set.
    pub not_before: Option<OffsetDateTime>,
    /// End of validity: the object is not to be used from this time on. Absent means that no end is
    /// set.
    pub expires: Option<OffsetDateTime>,
    /// When this version came into being. Set by the vault. Read-only.
    pub created: Option<OffsetDateTime>,
    /// When the vault last changed this version. Set by the vault. Read-only.
    pub updated: Option<OffsetDateTime>,
    /// For how many days a deleted certificate can be recovered: 7 to 90 in a vault with soft
    /// delete, otherwise 0. Read-only.
    pub recoverable_days: Option<i32>,
    /// What happens to the certificate when it is deleted. Levels that contain `Purgeable` let an
    /// authorized caller destroy it at once; with the others only the vault does so, at the end of
    /// the retention time. Read-only.
    pub recovery_level: Option<DeletionRecoveryLevel>,
}
model! {
    CertificateAttributes {
        enabled: "enabled", not_before: "nbf" as UnixTime, expires: "exp" as UnixTime,
        created: "created" as UnixTime read_only, updated: "updated" as UnixTime read_only,
        recoverable_days: "recoverableDays" read_only, recovery_level: "recoveryLevel" read_only,
    }
}

/// One version of a certificate: its public content and everything the vault keeps about it.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct CertificateBundle {
    /// URL of this version. Read-only.
    pub id: Option<String>,
    /// URL of the key of the same name and version, which does the signing and decrypting.
    /// Read-only.
    pub kid: Option<String>,
    /// URL of the secret of the same name and version, which holds certificate and exportable
    /// private key together. Read-only.
    pub sid: Option<String>,
    /// SHA-1 digest of the DER certificate, 20 bytes. Read-only.
    pub x509_thumbprint: Option<Vec<u8>>,
    /// How the next version will be made. Read-only.
    pub policy: Option<CertificatePolicy>,
    /// The X.509 certificate in DER form. Without private key and without chain.
    pub cer: Option<Vec<u8>>,
    /// Media type of the secret named by `sid`: `application/x-pkcs12` or `application/x-pem-file`.
    pub content_type: Option<String>,
    /// Whether this version is enabled, and its dates.
    pub attributes: Option<CertificateAttributes>,
    /// Labels of the caller's own, as names and values. The vault stores them and gives them no
    /// meaning.
    pub tags: Option<HashMap<String, String>>,
}
model! {
    CertificateBundle {
        id: "id" read_only, kid: "kid" read_only, sid: "sid" read_only,
        x509_thumbprint: "x5t" as Base64Url read_only, policy: "policy" read_only,
        cer: "cer" as Base64, content_type: "contentType", attributes: "attributes", tags: "tags",
    }
}

/// What CreateCertificate is to make.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateCreateParameters {
    /// How to make the certificate. When absent, the policy of the version before it applies.
    pub certificate_policy: Option<CertificatePolicy>,
    /// Whether the certificate is enabled, and its dates. When absent the vault fills them in.
    pub certificate_attributes: Option<CertificateAttributes>,
    /// Labels of the caller's own, as names and values. The vault stores them and gives them no
    /// meaning.
    pub tags: Option<HashMap<String, String>>,
}
model! {
    request CertificateCreateParameters {
        certificate_policy: "policy", certificate_attributes: "attributes", tags: "tags",
    }
}

/// What ImportCertificate is to store.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateImportParameters {
    /// Certificate and private key: a PFX archive in base64, or PEM text as it is. Sent exactly as
    /// given. A secret.
    pub base64_encoded_certificate: Option<String>,
    /// Password that protects the private key in `value`. Absent if it has none. A secret.
    pub password: Option<String>,
    /// How to keep this certificate, and how to make the next version. When absent the vault
    /// derives it from the content.
    pub certificate_policy: Option<CertificatePolicy>,
    /// Whether the certificate is enabled, and its dates. When absent the vault fills them in.
    pub certificate_attributes: Option<CertificateAttributes>,
    /// Labels of the caller's own, as names and values. The vault stores them and gives them no
    /// meaning.
    pub tags: Option<HashMap<String, String>>,
}
model! {
    request CertificateImportParameters {
        base64_encoded_certificate: "value", password: "pwd", certificate_policy: "policy",
        certificate_attributes: "attributes", tags: "tags",
    }
}

/// What a list tells about an issuer.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct CertificateIssuerItem {
    /// URL of the issuer; its last segment is the issuer's name.
    pub id: Option<String>,
    /// Name of the certificate authority's connector.
    pub provider: Option<String>,
}
model! { CertificateIssuerItem { id: "id", provider: "provider" } }

/// One page of the list of issuers.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct CertificateIssuerListResult {
    /// The entries of this page. An empty page is not yet the end of the list. Read-only.
    pub value: Vec<CertificateIssuerItem>,
    /// URL of the next page. Absent, null or empty on the last one. Read-only.
    pub next_link: Option<String>,
}
model! {
    CertificateIssuerListResult {
        value: "value" read_only, next_link: "nextLink" read_only,
    }
}
page! { CertificateIssuerListResult { value: CertificateIssuerItem } }

/// What SetCertificateIssuer is to store.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateIssuerSetParameters {
    /// Name of the certificate authority's connector, such as `DigiCert` or `GlobalSign`. Required.
    pub provider: Option<String>,
    /// Account at the certificate authority.
    pub credentials: Option<IssuerCredentials>,
    /// Organization on whose behalf certificates are ordered.
    pub organization_details: Option<OrganizationDetails>,
    /// Whether the issuer is enabled, and its dates.
    pub attributes: Option<IssuerAttributes>,
}
model! {
    request CertificateIssuerSetParameters {
        provider: "provider", credentials: "credentials", organization_details: "org_details",
        attributes: "attributes",
    }
}

/// What UpdateCertificateIssuer is to change. Members that are absent stay as they are.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateIssuerUpdateParameters {
    /// Name of the certificate authority's connector, such as `DigiCert` or `GlobalSign`.
    pub provider: Option<String>,
    /// Account at the certificate authority.
    pub credentials: Option<IssuerCredentials>,
    /// Organization on whose behalf certificates are ordered.
    pub organization_details: Option<OrganizationDetails>,
    /// Whether the issuer is enabled, and its dates.
    pub attributes: Option<IssuerAttributes>,
}
model! {
    request CertificateIssuerUpdateParameters {
        provider: "provider", credentials: "credentials", organization_details: "org_details",
        attributes: "attributes",
    }
}

/// What a list tells about a certificate.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct CertificateItem {
    /// URL of the certificate; in a list of versions, of the version.
    pub id: Option<String>,
    /// Whether the certificate is enabled, and its dates.
    pub attributes: Option<CertificateAttributes>,
    /// Labels of the caller's own, as names and values. The vault stores them and gives them no
    /// meaning.
    pub tags: Option<HashMap<String, String>>,
    /// SHA-1 digest of the DER certificate, 20 bytes.
    pub x509_thumbprint: Option<Vec<u8>>,
}
model! {
    CertificateItem {
        id: "id", attributes: "attributes", tags: "tags", x509_thumbprint: "x5t" as Base64Url,
    }
}

/// One page of a list of certificates or versions.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct CertificateListResult {
    /// The entries of this page. An empty page is not yet the end of the list. Read-only.
    pub value: Vec<CertificateItem>,
    /// URL of the next page. Absent, null or empty on the last one. Read-only.
    pub next_link: Option<String>,
}
model! { CertificateListResult { value: "value" read_only, next_link: "nextLink" read_only } }
page! { CertificateListResult { value: CertificateItem } }

/// What MergeCertificate is to join to a pending key pair.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateMergeParameters {
    /// Certificates in DER form: first the one to merge, then those that certify it, up to the
    /// root. Required.
    pub x509_certificates: Option<Vec<Vec<u8>>>,
    /// Whether the certificate is enabled, and its dates. When absent the vault fills them in.
    pub certificate_attributes: Option<CertificateAttributes>,
    /// Labels of the caller's own, as names and values. The vault stores them and gives them no
    /// meaning.
    pub tags: Option<HashMap<String, String>>,
}
model! {
    request CertificateMergeParameters {
        x509_certificates: "x5c" as List<Base64>, certificate_attributes: "attributes",
        tags: "tags",
    }
}

/// State of the creation of a certificate, which goes on in the background.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct CertificateOperation {
    /// URL under which this state is read. Read-only.
    pub id: Option<String>,
    /// Who is to sign the certificate.
    pub issuer_parameters: Option<IssuerParameters>,
    /// The PKCS#10 signing request in DER form. It is what an outside authority has to sign when
    /// the issuer is `Unknown`.
    pub csr: Option<Vec<u8>>,
    /// Whether cancelling was asked for. The certificate may still come into being.
    pub cancellation_requested: Option<bool>,
    /// How far the creation is: `inProgress`, `completed`, `cancelled` or `failed`. Treat other
    /// values as unknown.
    pub status: Option<String>,
    /// Further words on the state, for people. Often tells what the vault is waiting for.
    pub status_details: Option<String>,
    /// Why the creation failed. Absent unless `status` is `failed`.
    pub error: Option<ErrorModel>,
    /// URL of the certificate that came out. Absent until `status` is `completed`.
    pub target: Option<String>,
    /// Identifier of this creation, for inquiries at Azure's support.
    pub request_id: Option<String>,
}
model! {
    CertificateOperation {
        id: "id" read_only, issuer_parameters: "issuer", csr: "csr" as Base64,
        cancellation_requested: "cancellation_requested", status: "status",
        status_details: "status_details", error: "error", target: "target",
        request_id: "request_id",
    }
}
status_monitor! {
    CertificateOperation {
        output: CertificateBundle, status: status, succeeded: ["completed"], failed: ["failed"],
        canceled: ["cancelled"], waits_for_caller: issuer_parameters.name == "Unknown",
        caller_has_to: "get the csr signed by a certificate authority and hand the certificate in with merge_certificate",
    }
}

/// What UpdateCertificateOperation is to change.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateOperationUpdateParameter {
    /// `true` asks the issuer to cancel the creation. Required.
    pub cancellation_requested: Option<bool>,
}
model! {
    request CertificateOperationUpdateParameter {
        cancellation_requested: "cancellation_requested",
    }
}

/// Rules by which versions of a certificate are made and renewed.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificatePolicy {
    /// URL of the policy. Read-only.
    pub id: Option<String>,
    /// Kind and handling of the private key.
    pub key_properties: Option<KeyProperties>,
    /// Form in which certificate and private key are handed out together.
    pub secret_properties: Option<SecretProperties>,
    /// What will stand in the certificate.
    pub x509_certificate_properties: Option<X509CertificateProperties>,
    /// What the vault does as the end of validity comes near.
    pub lifetime_actions: Option<Vec<LifetimeAction>>,
    /// Who signs the certificate.
    pub issuer_parameters: Option<IssuerParameters>,
    /// Attributes that new versions start with.
    pub attributes: Option<CertificateAttributes>,
}
model! {
    request CertificatePolicy {
        id: "id" read_only, key_properties: "key_props", secret_properties: "secret_props",
        x509_certificate_properties: "x509_props", lifetime_actions: "lifetime_actions",
        issuer_parameters: "issuer", attributes: "attributes",
    }
}

/// What RestoreCertificate is to bring back.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateRestoreParameters {
    /// Backup as BackupCertificate returned it. A secret.
    pub certificate_bundle_backup: Option<Vec<u8>>,
}
model! { request CertificateRestoreParameters { certificate_bundle_backup: "value" as Base64Url } }

/// What UpdateCertificate is to change.
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateUpdateParameters {
    /// New policy of the certificate. When absent the policy stays.
    pub certificate_policy: Option<CertificatePolicy>,
    /// New state and dates. Members that are absent stay as they are.
    pub certificate_attributes: Option<CertificateAttributes>,
    /// New labels, which take the place of all former ones. When absent the labels stay.
    pub tags: Option<HashMap<String, String>>,
}
model! {
    request CertificateUpdateParameters {
        certificate_policy: "policy", certificate_attributes: "attributes", tags: "tags",
    }
}

/// Someone to notify about certificates.
#[derive(Clone, Default, SafeDebug)]
pub struct Contact {
    /// Mail address to write to.
    pub email_address: Option<String>,
    /// Name to address the person by.
    pub name: Option<String>,
    /// Telephone number, in any form.
    pub phone: Option<String>,
}
model! { Contact { email_address: "email", name: "name", phone: "phone" } }

/// Who is notified about the certificates of a vault.
#[derive(Clone, Default, SafeDebug)]
pub struct Contacts {
    /// URL of the list. Read-only.
    pub id: Option<String>,
    /// The people to notify.
    pub contact_list: Option<Vec<Contact>>,
}
model! { request Contacts { id: "id" read_only, contact_list: "contacts" } }

/// A deleted certificate: what it was, when it was deleted and until when it can be recovered.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct DeletedCertificateBundle {
    /// URL of this version. Read-only.
    pub id: Option<String>,
    /// URL of the key of the same name and version, which does the signing and decrypting.
    /// Read-only.
    pub kid: Option<String>,
    /// URL of the secret of the same name and version, which holds certificate and exportable
    /// private key together. Read-only.
    pub sid: Option<String>,
    /// SHA-1 digest of the DER certificate, 20 bytes. Read-only.
    pub x509_thumbprint: Option<Vec<u8>>,
    /// How the next version will be made. Read-only.
    pub policy: Option<CertificatePolicy>,
    /// The X.509 certificate in DER form. Without private key and without chain.
    pub cer: Option<Vec<u8>>,
    /// Media type of the secret named by `sid`: `application/x-pkcs12` or `application/x-pem-file`.
    pub content_type: Option<String>,
    /// Whether this version is enabled, and its dates.
    pub attributes: Option<CertificateAttributes>,
    /// Labels of the caller's own, as names and values. The vault stores them and gives them no
    /// meaning.
    pub tags: Option<HashMap<String, String>>,
    /// URL of the deleted certificate, by which it is read, recovered or purged. Absent when the
    /// vault has no soft delete.
    pub recovery_id: Option<String>,
    /// When the vault will destroy the certificate by itself. Read-only.
    pub scheduled_purge_date: Option<OffsetDateTime>,
    /// When the certificate was deleted. Read-only.
    pub deleted_date: Option<OffsetDateTime>,
}
model! {
    DeletedCertificateBundle {
        id: "id" read_only, kid: "kid" read_only, sid: "sid" read_only,
        x509_thumbprint: "x5t" as Base64Url read_only, policy: "policy" read_only,
        cer: "cer" as Base64, content_type: "contentType", attributes: "attributes", tags: "tags",
        recovery_id: "recoveryId",
        scheduled_purge_date: "scheduledPurgeDate" as UnixTime read_only,
        deleted_date: "deletedDate" as UnixTime read_only,
    }
}

/// What a list tells about a deleted certificate.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct DeletedCertificateItem {
    /// URL of the certificate; in a list of versions, of the version.
    pub id: Option<String>,
    /// Whether the certificate is enabled, and its dates.
    pub attributes: Option<CertificateAttributes>,
    /// Labels of the caller's own, as names and values. The vault stores them and gives them no
    /// meaning.
    pub tags: Option<HashMap<String, String>>,
    /// SHA-1 digest of the DER certificate, 20 bytes.
    pub x509_thumbprint: Option<Vec<u8>>,
    /// URL of the deleted certificate, by which it is read, recovered or purged. Absent when the
    /// vault has no soft delete.
    pub recovery_id: Option<String>,
    /// When the vault will destroy the certificate by itself. Read-only.
    pub scheduled_purge_date: Option<OffsetDateTime>,
    /// When the certificate was deleted. Read-only.
    pub deleted_date: Option<OffsetDateTime>,
}
model! {
    DeletedCertificateItem {
        id: "id", attributes: "attributes", tags: "tags", x509_thumbprint: "x5t" as Base64Url,
        recovery_id: "recoveryId",
        scheduled_purge_date: "scheduledPurgeDate" as UnixTime read_only,
        deleted_date: "deletedDate" as UnixTime read_only,
    }
}

/// One page of the list of deleted certificates.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct DeletedCertificateListResult {
    /// The entries of this page. An empty page is not yet the end of the list. Read-only.
    pub value: Vec<DeletedCertificateItem>,
    /// URL of the next page. Absent, null or empty on the last one. Read-only.
    pub next_link: Option<String>,
}
model! {
    DeletedCertificateListResult {
        value: "value" read_only, next_link: "nextLink" read_only,
    }
}
page! { DeletedCertificateListResult { value: DeletedCertificateItem } }

/// A failure as the vault words it, possibly with a more specific one inside.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct ErrorModel {
    /// Short, stable name of the failure, such as `CertificateNotFound` or `Forbidden`. Decide on
    /// this, not on the message. Read-only.
    pub code: Option<String>,
    /// Explanation for people. Its wording may change at any time. Read-only.
    pub message: Option<String>,
    /// The more specific failure behind this one. Absent or null at the innermost level. Read-only.
    pub inner_error: Option<Box<ErrorModel>>,
}
model! {
    ErrorModel {
        code: "code" read_only, message: "message" read_only, inner_error: "innererror" read_only,
    }
}

/// State and dates of an issuer. All times have a precision of one second.
#[derive(Clone, Default, SafeDebug)]
pub struct IssuerAttributes {
    /// Whether certificates can be ordered from the issuer.
    pub enabled: Option<bool>,
    /// When the issuer was added. Set by the vault. Read-only.
    pub created: Option<OffsetDateTime>,
    /// When the issuer was last changed. Set by the vault. Read-only.
    pub updated: Option<OffsetDateTime>,
}
model! {
    IssuerAttributes {
        enabled: "enabled", created: "created" as UnixTime read_only,
        updated: "updated" as UnixTime read_only,
    }
}

/// An issuer as the vault keeps it.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct IssuerBundle {
    /// URL of the issuer. Read-only.
    pub id: Option<String>,
    /// Name of the certificate authority's connector, such as `DigiCert` or `GlobalSign`.
    pub provider: Option<String>,
    /// Account at the certificate authority.
    pub credentials: Option<IssuerCredentials>,
    /// Organization on whose behalf certificates are ordered.
    pub organization_details: Option<OrganizationDetails>,
    /// Whether the issuer is enabled, and its dates.
    pub attributes: Option<IssuerAttributes>,
}
model! {
    IssuerBundle {
        id: "id" read_only, provider: "provider", credentials: "credentials",
        organization_details: "org_details", attributes: "attributes",
    }
}

/// Account at a certificate authority.
#[derive(Clone, Default, SafeDebug)]
pub struct IssuerCredentials {
    /// Identifier of the account, in the authority's own terms.
    pub account_id: Option<String>,
    /// Password or access key of the account. Can be set, but is never returned. A secret.
    pub password: Option<String>,
}
model! { IssuerCredentials { account_id: "account_id", password: "pwd" } }

/// Who signs a certificate, and how.
#[derive(Clone, Default, SafeDebug)]
pub struct IssuerParameters {
    /// Name of a stored issuer, or one of two reserved names: `Self` lets the vault sign with the
    /// certificate's own key, `Unknown` leaves the signing to the caller.
    pub name: Option<String>,
    /// Product to order from the authority, in its own terms, for example `OV-SSL` or `EV-SSL`.
    /// When absent the authority's default is taken.
    pub certificate_type: Option<String>,
    /// Whether the authority is to publish the certificate in the public transparency logs (RFC
    /// 6962\).
    pub certificate_transparency: Option<bool>,
}
model! {
    IssuerParameters {
        name: "name", certificate_type: "cty", certificate_transparency: "cert_transparency",
    }
}

/// How the private key behind a certificate is made and kept.
#[derive(Clone, Default, SafeDebug)]
pub struct KeyProperties {
    /// Whether the private key can leave the vault together with the certificate's secret.
    /// Certificate keys in a hardware module cannot.
    pub exportable: Option<bool>,
    /// Kind of key pair to generate.
    pub key_type: Option<JsonWebKeyType>,
    /// Length of the key in bits: 2048, 3072 or 4096 for RSA, 256, 384 or 521 for elliptic curves.
    pub key_size: Option<i32>,
    /// Whether a renewed certificate keeps the key pair of the version before it. With `false` each
    /// renewal gets a new pair.
    pub reuse_key: Option<bool>,
    /// Curve of an elliptic curve key. Has no meaning for RSA keys.
    pub curve: Option<JsonWebKeyCurveName>,
}
model! {
    KeyProperties {
        exportable: "exportable", key_type: "kty", key_size: "key_size", reuse_key: "reuse_key",
        curve: "crv",
    }
}

/// Body of every answer that reports a failure.
#[derive(Clone, Default, SafeDebug)]
#[non_exhaustive]
pub struct KeyVaultError {
    /// What went wrong. Read-only.
    pub error: Option<ErrorModel>,
}
model! { KeyVaultError { error: "error" read_only } }
error_model! { KeyVaultError }

/// One thing that the vault does by itself during a certificate's life, and when.
#[derive(Clone, Default, SafeDebug)]
pub struct LifetimeAction {
    /// When to act.
    pub trigger: Option<Trigger>,
    /// What to do.
    pub action: Option<Action>,
}
model! { LifetimeAction { trigger: "trigger", action: "action" } }

/// The organization on whose behalf certificates are ordered.
#[derive(Clone, Default, SafeDebug)]
pub struct OrganizationDetails {
    /// Identifier of the organization at the certificate authority.
    pub id: Option<String>,
    /// People whom the authority may ask about an order.
    pub admin_details: Option<Vec<AdministratorDetails>>,
}
model! { OrganizationDetails { id: "id", admin_details: "admin_details" } }

/// How the vault hands out a certificate together with its private key, through the secret of
/// the same name.
#[derive(Clone, Default, SafeDebug)]
pub struct SecretProperties {
    /// Media type of that secret: `application/x-pkcs12` for a PFX archive or
    /// `application/x-pem-file` for PEM text.
    pub content_type: Option<String>,
}
model! { SecretProperties { content_type: "contentType" } }

/// Further names of a certificate's holder, by kind.
#[derive(Clone, Default, SafeDebug)]
pub struct SubjectAlternativeNames {
    /// Mail addresses.
    pub emails: Option<Vec<String>>,
    /// Host names. A leading `*.` covers all hosts of a domain.
    pub dns_names: Option<Vec<String>>,
    /// User principal names of a directory, for example `build@contoso.com`.
    pub upns: Option<Vec<String>>,
}
model! { SubjectAlternativeNames { emails: "emails", dns_names: "dns_names", upns: "upns" } }

/// Point in a certificate's life at which an action takes place. Set exactly one of the two
/// members.
#[derive(Clone, Default, SafeDebug)]
pub struct Trigger {
    /// Share of the validity that has passed, in per cent. 1 to 99.
    pub lifetime_percentage: Option<i32>,
    /// Days left until the end of validity: at least 1 and at most 27 times the months of validity,
    /// so 324 for one year.
    pub days_before_expiry: Option<i32>,
}
model! {
    Trigger {
        lifetime_percentage: "lifetime_percentage", days_before_expiry: "days_before_expiry",
    }
}

/// Content of the certificate to be made.
#[derive(Clone, Default, SafeDebug)]
pub struct X509CertificateProperties {
    /// Distinguished name of the holder, for example `CN=www.contoso.com, O=Contoso`.
    pub subject: Option<String>,
    /// Extended key usages as object identifiers in dotted form, such as `1.3.6.1.5.5.7.3.1` for
    /// TLS servers.
    pub ekus: Option<Vec<String>>,
    /// Further names that the certificate holds good for.
    pub subject_alternative_names: Option<SubjectAlternativeNames>,
    /// Purposes that the certificate's key may serve, as in RFC 5280, section 4.2.1.3.
    pub key_usage: Option<Vec<KeyUsageType>>,
    /// Length of validity in months, counted from issuance. At least 0.
    pub validity_in_months: Option<i32>,
}
model! {
    X509CertificateProperties {
        subject: "subject", ekus: "ekus", subject_alternative_names: "sans",
        key_usage: "key_usage", validity_in_months: "validity_months",
    }
}
