//! The routes of a vault's certificates.
//!
//! In: a request, and what the vault keeps. Out: an answer, or Key Vault's error for it.
//! Never: changes dates of a certificate, or plays contacts, issuers, import, merge, backup and restore: their routes are unknown, which the answer says.

mod bodies;
mod deleted;
mod state;

use azure_core::http::{Method, StatusCode};
use serde_json::{Value, json};

pub use state::Vault;

use super::VAULT_URL;
use super::credential::authorized;
use super::http::{Answer, Call, Outcome, Problem, Top};
use state::{Certificate, Operation};

const SCOPE: &str = "https://vault.azure.net/.default";
const CHALLENGE: &str = "Bearer authorization=\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000\", \
                         resource=\"https://vault.azure.net\"";

/// Answers one request.
pub fn answer(vault: &mut Vault, call: &Call) -> Answer {
    if !authorized(call, SCOPE) {
        let message = "The request has no token for Key Vault.".to_owned();
        let problem = Problem::new(StatusCode::Unauthorized, "Unauthorized", message);
        return bodies::problem(problem).header("www-authenticate", CHALLENGE);
    }
    route(vault, call).unwrap_or_else(|problem| match problem.status {
        // "Not yet" for whoever waits for it.
        StatusCode::NotFound => at_once(bodies::problem(problem)),
        _ => bodies::problem(problem),
    })
}

fn route(vault: &mut Vault, call: &Call) -> Outcome {
    if call.query("api-version").as_deref() != Some("7.4") {
        return Err(bad_parameter("The fake plays the api-version 7.4 alone."));
    }
    match (call.method, call.segments().as_slice()) {
        (_, ["certificates", "contacts" | "issuers" | "restore", ..]) => Err(call.unknown_route()),
        (Method::Get, ["certificates"]) => Ok(list(vault, call)),
        (Method::Delete, ["certificates", name]) => deleted::delete(vault, name),
        (Method::Post, ["certificates", name, "create"]) => create(vault, name, &call.body),
        (Method::Get, ["certificates", name, "versions"]) => Ok(list_versions(vault, name, call)),
        (Method::Get, ["certificates", name, "policy"]) => {
            let certificate = vault.certificate(name)?;
            Ok(Answer::ok(bodies::policy(name, certificate)))
        }
        (Method::Patch, ["certificates", name, "policy"]) => {
            let certificate = vault.certificate(name)?;
            change_policy(certificate, &call.body)?;
            Ok(Answer::ok(bodies::policy(name, certificate)))
        }
        (method, ["certificates", name, "pending"]) => pending(vault, method, name, call),
        (Method::Get, ["certificates", name, version]) => {
            let certificate = vault.certificate(name)?;
            let version = certificate.version(name, version)?;
            Ok(Answer::ok(bodies::bundle(name, certificate, version)))
        }
        (Method::Patch, ["certificates", name, version]) => {
            update(vault, name, version, &call.body)
        }
        (method, ["deletedcertificates", path @ ..]) => deleted::route(vault, method, path, call),
        _ => Err(call.unknown_route()),
    }
}

fn create(vault: &mut Vault, name: &str, body: &Value) -> Outcome {
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        let message =
            format!("The name {name:?} has other signs than letters, digits and hyphens.");
        return Err(bad_parameter(message));
    }
    if vault.deleted.contains_key(name) {
        let message = format!("The certificate {name} is deleted; recover or purge it first.");
        return Err(Problem {
            inner: Some("ObjectIsDeletedButRecoverable"),
            ..Problem::new(StatusCode::Conflict, "Conflict", message)
        });
    }
    let certificate = vault.certificates.get(name);
    if certificate.is_some_and(Certificate::is_being_created) {
        let message = format!("A version of {name} is being created already.");
        return Err(Problem::new(StatusCode::Conflict, "Conflict", message));
    }
    let policy = match (&body["policy"], certificate) {
        (Value::Null, Some(certificate)) => certificate.policy.clone(),
        (Value::Null, None) => return Err(bad_parameter("A new certificate needs a policy.")),
        (policy, _) => policy.clone(),
    };
    let policy = checked_policy(policy)?;
    let certificate = vault.certificates.entry(name.to_owned()).or_default();
    let operation = Operation::new(name, &policy, body);
    let operation = certificate.operation.insert(operation);
    certificate.policy = policy;
    let location = format!("{VAULT_URL}/certificates/{name}/pending?api-version=7.4");
    let answer = Answer::json(StatusCode::Accepted, bodies::operation(name, operation));
    Ok(at_once(answer).header("location", location))
}

/// The operation of creating a certificate: it is asked for, cancelled, or given up.
fn pending(vault: &mut Vault, method: Method, name: &str, call: &Call) -> Outcome {
    vault.operation(name)?;
    match method {
        Method::Get => vault.work_on(name),
        Method::Patch if call.body["cancellation_requested"] == true => {
            vault.operation(name)?.cancellation_requested = true;
        }
        Method::Patch => return Err(bad_parameter("A cancellation cannot be taken back.")),
        Method::Delete => {
            let operation = vault.give_up(name)?;
            return Ok(Answer::ok(bodies::operation(name, &operation)));
        }
        _ => return Err(call.unknown_route()),
    }
    let operation = vault.operation(name)?;
    let answer = Answer::ok(bodies::operation(name, operation));
    Ok(at_once(answer))
}

fn update(vault: &mut Vault, name: &str, version: &str, body: &Value) -> Outcome {
    let attributes = &body["attributes"];
    if attributes.get("nbf").is_some() || attributes.get("exp").is_some() {
        return Err(bad_parameter("The fake keeps the dates of a version."));
    }
    let now = vault.now;
    let certificate = vault.certificate(name)?;
    if let Some(policy) = body.get("policy") {
        change_policy(certificate, policy)?;
    }
    let version = certificate.version_mut(name, version)?;
    version.updated = now;
    if let Some(enabled) = attributes["enabled"].as_bool() {
        version.enabled = enabled;
    }
    if let Some(tags) = body["tags"].as_object() {
        version.tags = tags.clone();
    }
    let version = version.clone();
    Ok(Answer::ok(bodies::bundle(name, certificate, &version)))
}

fn list(vault: &Vault, call: &Call) -> Answer {
    let entries = vault.certificates.iter();
    let entries = entries.filter_map(|(name, certificate)| {
        let newest = certificate.versions.last()?;
        Some(bodies::item(name, "", newest))
    });
    page(call, entries.collect())
}

fn list_versions(vault: &Vault, name: &str, call: &Call) -> Answer {
    let certificate = vault.certificates.get(name);
    let versions = certificate
        .into_iter()
        .flat_map(|certificate| &certificate.versions);
    let entries = versions.map(|version| bodies::item(name, &version.id, version));
    page(call, entries.collect())
}

fn page(call: &Call, entries: Vec<Value>) -> Answer {
    let (entries, next) = call.page(entries, "$skiptoken", Top::OfPage("maxresults"));
    Answer::ok(json!({ "value": entries, "nextLink": next }))
}

fn change_policy(certificate: &mut Certificate, change: &Value) -> Result<(), Problem> {
    let mut policy = certificate.policy.clone();
    merge(&mut policy, change);
    certificate.policy = checked_policy(policy)?;
    Ok(())
}

/// Passes a policy by which the fake can make certificates.
fn checked_policy(policy: Value) -> Result<Value, Problem> {
    if policy["x509_props"]["subject"].as_str().is_none() {
        return Err(bad_parameter("The policy names no subject."));
    }
    match policy["issuer"]["name"].as_str() {
        Some("Self" | "Unknown") => Ok(policy),
        issuer => {
            let issuer = issuer.unwrap_or_default();
            let message = format!("The fake has the issuers Self and Unknown, not {issuer:?}.");
            Err(bad_parameter(message))
        }
    }
}

/// Members of `change` replace those of `policy`; objects are merged.
fn merge(policy: &mut Value, change: &Value) {
    match (policy, change) {
        (Value::Object(policy), Value::Object(change)) => {
            for (key, value) in change {
                merge(policy.entry(key).or_insert(Value::Null), value);
            }
        }
        (policy, change) => *policy = change.clone(),
    }
}

/// The service asks for ten seconds or so; nobody has to wait for the fake.
fn at_once(answer: Answer) -> Answer {
    answer.header("retry-after", "0")
}

fn bad_parameter(message: impl Into<String>) -> Problem {
    Problem::new(StatusCode::BadRequest, "BadParameter", message.into())
}

/// The URL of a version, of a certificate, a key or a secret.
fn url(collection: &str, name: &str, version: &str) -> String {
    let url = format!("{VAULT_URL}/{collection}/{name}");
    if version.is_empty() {
        url
    } else {
        format!("{url}/{version}")
    }
}
