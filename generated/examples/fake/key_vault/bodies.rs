//! The JSON of Key Vault's answers.
//!
//! In: what the vault keeps. Out: its JSON in the names of the wire.
//! Never: decides anything.

use azure_core::base64;
use azure_core::http::StatusCode;
use azure_core::time::Duration;
use serde_json::{Value, json};

use super::state::{Certificate, Deleted, Operation, Progress};
use super::url;
use crate::fake::certificate::Version;
use crate::fake::http::{Answer, Problem};

/// How long a deleted certificate is kept.
const RETENTION: Duration = Duration::days(90);

/// A version with all that is known about it.
pub fn bundle(name: &str, certificate: &Certificate, version: &Version) -> Value {
    json!({
        "id": url("certificates", name, &version.id),
        "kid": url("keys", name, &version.id),
        "sid": url("secrets", name, &version.id),
        "x5t": version.x5t(),
        "cer": base64::encode(&version.der),
        "contentType": "application/x-pkcs12",
        "attributes": version.attributes(),
        "tags": version.tags,
        "policy": policy(name, certificate),
    })
}

/// The policy, with its own URL.
pub fn policy(name: &str, certificate: &Certificate) -> Value {
    let mut policy = certificate.policy.clone();
    policy["id"] = url("certificates", name, "policy").into();
    policy
}

/// An entry of a list. Lists of certificates name no version.
pub fn item(name: &str, version: &str, content: &Version) -> Value {
    json!({
        "id": url("certificates", name, version),
        "x5t": content.x5t(),
        "attributes": content.attributes(),
        "tags": content.tags,
    })
}

/// How far the creation of a version is.
pub fn operation(name: &str, operation: &Operation) -> Value {
    let (status, details) = match operation.progress {
        Progress::Pending(_) if operation.issuer == "Unknown" => (
            "inProgress",
            "The signing request waits for a signature, which a merge brings.",
        ),
        Progress::Pending(_) => ("inProgress", "The vault is creating the certificate."),
        Progress::Completed => ("completed", ""),
        Progress::Cancelled => ("cancelled", "The creation was cancelled."),
    };
    let mut body = json!({
        "id": url("certificates", name, "pending"),
        "issuer": { "name": operation.issuer },
        "csr": base64::encode(format!("a made-up signing request for {name}")),
        "cancellation_requested": operation.cancellation_requested,
        "status": status,
        "status_details": details,
        "request_id": operation.id,
    });
    if operation.progress == Progress::Completed {
        body["target"] = url("certificates", name, "").into();
    }
    body
}

/// A deleted certificate with all that is known about it.
pub fn deleted_bundle(name: &str, deleted: &Deleted) -> Result<Value, Problem> {
    let newest = deleted.certificate.newest(name)?;
    Ok(with_deletion(
        bundle(name, &deleted.certificate, newest),
        name,
        deleted,
    ))
}

/// An entry of the list of deleted certificates.
pub fn deleted_item(name: &str, deleted: &Deleted) -> Result<Value, Problem> {
    let newest = deleted.certificate.newest(name)?;
    Ok(with_deletion(item(name, "", newest), name, deleted))
}

/// An error, with the more specific one inside where there is one.
pub fn problem(problem: Problem) -> Answer {
    let inner = problem.inner.map(|code| json!({ "code": code }));
    let error = json!({ "code": problem.code, "message": problem.message, "innererror": inner });
    Answer::json(problem.status, json!({ "error": error }))
}

/// The refusal when no certificate has this name.
pub fn no_certificate(name: &str) -> Problem {
    let message = format!("There is no certificate {name} in this vault.");
    Problem::new(StatusCode::NotFound, "CertificateNotFound", message)
}

/// The refusal when the certificate has no such version.
pub fn no_version(name: &str, id: &str) -> Problem {
    let message = format!("The certificate {name} has no version {id:?} in this vault.");
    Problem::new(StatusCode::NotFound, "CertificateNotFound", message)
}

fn with_deletion(mut body: Value, name: &str, deleted: &Deleted) -> Value {
    body["recoveryId"] = url("deletedcertificates", name, "").into();
    body["deletedDate"] = deleted.at.unix_timestamp().into();
    body["scheduledPurgeDate"] = (deleted.at + RETENTION).unix_timestamp().into();
    body
}
