//! Soft delete: a deleted certificate is kept until it is recovered or purged.
//!
//! In: a request, and what the vault keeps. Out: an answer.
//! Never: purges by itself at the end of the 90 days.
//!
//! As in a real vault, the outcome is not there at once: the first read of a certificate that was deleted or recovered
//! just now answers 404.

use azure_core::http::{Method, StatusCode};
use serde_json::json;

use super::state::{Deleted, Vault};
use super::{at_once, bodies};
use crate::fake::http::{Answer, Call, Outcome, Problem, Top};

/// `DELETE /certificates/{name}`.
pub fn delete(vault: &mut Vault, name: &str) -> Outcome {
    vault.certificate(name)?.newest(name)?;
    let Some(certificate) = vault.certificates.remove(name) else {
        return Err(bodies::no_certificate(name));
    };
    let deleted = Deleted {
        certificate,
        at: vault.now,
        is_settled: false,
    };
    let deleted = vault.deleted.entry(name.to_owned()).or_insert(deleted);
    bodies::deleted_bundle(name, deleted).map(|body| at_once(Answer::ok(body)))
}

/// Everything below `/deletedcertificates`.
pub fn route(vault: &mut Vault, method: Method, path: &[&str], call: &Call) -> Outcome {
    match (method, path) {
        (Method::Get, []) => list(vault, call),
        (Method::Get, [name]) => read(vault, name),
        (Method::Delete, [name]) => purge(vault, name),
        (Method::Post, [name, "recover"]) => recover(vault, name),
        _ => Err(call.unknown_route()),
    }
}

fn list(vault: &Vault, call: &Call) -> Outcome {
    let entries = vault.deleted.iter();
    let entries: Result<Vec<_>, Problem> = entries
        .map(|(name, deleted)| bodies::deleted_item(name, deleted))
        .collect();
    let (entries, next) = call.page(entries?, "$skiptoken", Top::OfPage("maxresults"));
    Ok(Answer::ok(json!({ "value": entries, "nextLink": next })))
}

fn read(vault: &mut Vault, name: &str) -> Outcome {
    let deleted = vault
        .deleted
        .get_mut(name)
        .ok_or_else(|| no_deleted_certificate(name))?;
    if !std::mem::replace(&mut deleted.is_settled, true) {
        return Err(no_deleted_certificate(name));
    }
    bodies::deleted_bundle(name, deleted).map(Answer::ok)
}

fn purge(vault: &mut Vault, name: &str) -> Outcome {
    let purged = vault.deleted.remove(name);
    purged.ok_or_else(|| no_deleted_certificate(name))?;
    Ok(Answer::empty(StatusCode::NoContent))
}

fn recover(vault: &mut Vault, name: &str) -> Outcome {
    let deleted = vault
        .deleted
        .remove(name)
        .ok_or_else(|| no_deleted_certificate(name))?;
    let certificate = vault
        .certificates
        .entry(name.to_owned())
        .or_insert(deleted.certificate);
    certificate.is_settled = false;
    let newest = certificate.newest(name)?;
    let body = bodies::bundle(name, certificate, newest);
    Ok(at_once(Answer::ok(body)))
}

fn no_deleted_certificate(name: &str) -> Problem {
    let message = format!("There is no deleted certificate {name}.");
    Problem::new(StatusCode::NotFound, "CertificateNotFound", message)
}
