//! What a vault keeps.
//!
//! In: names. Out: certificates, their versions and operations, or why there is none.
//! Never: knows a route or writes JSON.

use std::collections::BTreeMap;

use azure_core::http::StatusCode;
use azure_core::time::{Duration, OffsetDateTime};
use serde_json::{Map, Value};

use super::bodies;
use crate::fake::VAULT_URL;
use crate::fake::certificate::Version;
use crate::fake::http::Problem;

/// How often an operation is asked for until it has ended.
const POLLS: usize = 2;

/// A vault. What it does takes no time, but for a day that each version takes.
#[derive(Debug)]
pub struct Vault {
    /// Certificates by name, those included that have no version yet.
    pub certificates: BTreeMap<String, Certificate>,
    /// Deleted certificates by name.
    pub deleted: BTreeMap<String, Deleted>,
    /// The date.
    pub now: OffsetDateTime,
}

/// A certificate.
#[derive(Debug)]
pub struct Certificate {
    /// How the next version is made, in Key Vault's JSON.
    pub policy: Value,
    /// Oldest first.
    pub versions: Vec<Version>,
    /// The creation of the newest version, or of the one to come.
    pub operation: Option<Operation>,
    /// Whether reads find it: not before the second one, after it was recovered.
    pub is_settled: bool,
}

/// The creation of a version.
#[derive(Clone, Debug)]
pub struct Operation {
    pub id: String,
    pub issuer: String,
    pub progress: Progress,
    pub cancellation_requested: bool,
    tags: Map<String, Value>,
    enabled: bool,
}

/// How far the creation of a version is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Progress {
    /// It ends when it has been asked for this often.
    Pending(usize),
    Completed,
    Cancelled,
}

/// A deleted certificate.
#[derive(Debug)]
pub struct Deleted {
    pub certificate: Certificate,
    pub at: OffsetDateTime,
    /// Whether reads find it: not before the second one.
    pub is_settled: bool,
}

impl Default for Vault {
    fn default() -> Self {
        Self {
            certificates: BTreeMap::new(),
            deleted: BTreeMap::new(),
            // The 1st of January 2026.
            now: OffsetDateTime::UNIX_EPOCH + Duration::days(20_454),
        }
    }
}

impl Default for Certificate {
    fn default() -> Self {
        Self {
            policy: Value::Null,
            versions: Vec::new(),
            operation: None,
            is_settled: true,
        }
    }
}

impl Vault {
    /// A certificate, for a request that reads or changes it.
    pub fn certificate(&mut self, name: &str) -> Result<&mut Certificate, Problem> {
        let found = self.certificates.get_mut(name);
        let certificate = found.ok_or_else(|| bodies::no_certificate(name))?;
        if !std::mem::replace(&mut certificate.is_settled, true) {
            return Err(bodies::no_certificate(name));
        }
        Ok(certificate)
    }

    /// The version behind the URL of a secret, if it is enabled. Without a version in the URL, the newest.
    pub fn secret(&self, url: &str) -> Option<&Version> {
        let path = url.strip_prefix(VAULT_URL)?.strip_prefix("/secrets/")?;
        let (name, version) = path.split_once('/').unwrap_or((path, ""));
        let version = self.certificates.get(name)?.version(name, version).ok()?;
        version.enabled.then_some(version)
    }

    /// The creation of a certificate's version.
    pub fn operation(&mut self, name: &str) -> Result<&mut Operation, Problem> {
        let certificate = self.certificates.get_mut(name);
        let operation = certificate.and_then(|certificate| certificate.operation.as_mut());
        operation.ok_or_else(|| {
            let message = format!("No version of {name} is being created.");
            Problem::new(StatusCode::NotFound, "PendingCertificateNotFound", message)
        })
    }

    /// Goes on with the creation of a version; at the end there is one more, and it is a day later.
    pub fn work_on(&mut self, name: &str) {
        let Some(certificate) = self.certificates.get_mut(name) else {
            return;
        };
        let Some(operation) = &mut certificate.operation else {
            return;
        };
        match operation.progress {
            Progress::Completed | Progress::Cancelled => {}
            Progress::Pending(_) if operation.cancellation_requested => {
                operation.progress = Progress::Cancelled;
            }
            // Only the caller can go on: nobody else has the authority's signature.
            Progress::Pending(_) if operation.issuer == "Unknown" => {}
            Progress::Pending(polls @ 1..) => operation.progress = Progress::Pending(polls - 1),
            Progress::Pending(0) => {
                operation.progress = Progress::Completed;
                self.now += Duration::days(1);
                let number = certificate.versions.len() + 1;
                let version = Version::make(name, number, &certificate.policy, self.now);
                let (tags, enabled) = (operation.tags.clone(), operation.enabled);
                certificate.versions.push(Version {
                    tags,
                    enabled,
                    ..version
                });
            }
        }
    }

    /// Ends the creation of a version, and forgets it.
    pub fn give_up(&mut self, name: &str) -> Result<Operation, Problem> {
        let operation = self.operation(name)?.clone();
        if let Some(certificate) = self.certificates.get_mut(name) {
            certificate.operation = None;
            if certificate.versions.is_empty() {
                self.certificates.remove(name);
            }
        }
        Ok(operation)
    }
}

impl Certificate {
    /// Whether there is a version to come.
    pub fn is_being_created(&self) -> bool {
        let operation = self.operation.as_ref();
        operation.is_some_and(|operation| matches!(operation.progress, Progress::Pending(_)))
    }

    /// The newest version.
    pub fn newest(&self, name: &str) -> Result<&Version, Problem> {
        self.version(name, "")
    }

    /// A version by its identifier; the newest one has an empty one too.
    pub fn version(&self, name: &str, id: &str) -> Result<&Version, Problem> {
        let version = self
            .versions
            .iter()
            .rfind(|version| id.is_empty() || version.id == id);
        version.ok_or_else(|| bodies::no_version(name, id))
    }

    /// The same, to change it.
    pub fn version_mut(&mut self, name: &str, id: &str) -> Result<&mut Version, Problem> {
        let mut versions = self.versions.iter_mut();
        let version = versions.rfind(|version| id.is_empty() || version.id == id);
        version.ok_or_else(|| bodies::no_version(name, id))
    }
}

impl Operation {
    /// The start of a version, by its policy and the body of the request for it.
    pub fn new(name: &str, policy: &Value, body: &Value) -> Self {
        let issuer = policy["issuer"]["name"].as_str();
        Self {
            id: format!("creation of {name}"),
            issuer: issuer.unwrap_or_default().to_owned(),
            progress: Progress::Pending(POLLS - 1),
            cancellation_requested: false,
            tags: body["tags"].as_object().cloned().unwrap_or_default(),
            enabled: body["attributes"]["enabled"].as_bool().unwrap_or(true),
        }
    }
}
