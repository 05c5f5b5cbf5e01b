//! Certificates of API Management services, read from the vault.
//!
//! In: a request, what API Management keeps, and the vault. Out: an answer, or Resource Manager's error for it.
//! Never: takes a certificate that is uploaded, filters a list, or looks whether the service itself exists: there is one
//! of every name, with all its workspaces.
//!
//! Every change gives a certificate another entity tag. To change one, a request must name the tag it knows in
//! `If-Match`, or `*`; the description demands it, so the fake is strict about it.

use std::collections::BTreeMap;

use azure_core::base64;
use azure_core::http::{Method, StatusCode};
use azure_core::time::{OffsetDateTime, to_rfc3339};
use serde_json::{Value, json};

use super::certificate::Version;
use super::credential::authorized;
use super::http::{Answer, Call, Outcome, Problem, Top};
use super::key_vault::Vault;

const SCOPE: &str = "https://management.azure.com/.default";
const CHALLENGE: &str = "Bearer authorization_uri=\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000\", \
                         error=\"invalid_token\"";

/// Certificates by name.
type Certificates = BTreeMap<String, Certificate>;

/// What API Management keeps.
#[derive(Debug, Default)]
pub struct ApiManagement {
    /// By the path of the list: that of a service, or of a workspace.
    certificates: BTreeMap<String, Certificates>,
    /// How many changes there were.
    changes: u64,
}

/// A certificate, as it was when the vault was last read.
#[derive(Debug)]
struct Certificate {
    /// URL of its secret.
    secret: String,
    /// Client identifier of the identity that reads the secret.
    identity: Option<String>,
    /// What the secret held when it was last there.
    content: Version,
    /// When the secret was last looked for.
    looked_at: OffsetDateTime,
    /// Whether it was there.
    is_found: bool,
    /// Number of the change that made it what it is.
    change: u64,
}

/// Answers one request.
pub fn answer(state: &mut ApiManagement, vault: &Vault, call: &Call) -> Answer {
    if !authorized(call, SCOPE) {
        let message = "The request has no token for Azure Resource Manager.".to_owned();
        let problem = Problem::new(StatusCode::Unauthorized, "AuthenticationFailed", message);
        return refuse(problem).header("www-authenticate", CHALLENGE);
    }
    route(state, vault, call).unwrap_or_else(refuse)
}

fn route(state: &mut ApiManagement, vault: &Vault, call: &Call) -> Outcome {
    let api_version = call.query("api-version").unwrap_or_default();
    if !matches!(api_version.as_str(), "2021-08-01" | "2024-05-01") {
        let message = "The fake plays the api-versions 2021-08-01 and 2024-05-01.".to_owned();
        return Err(Problem::new(
            StatusCode::BadRequest,
            "InvalidApiVersionParameter",
            message,
        ));
    }
    let segments = call.segments();
    let (parent, path) = split(&segments).ok_or_else(|| call.unknown_route())?;
    let certificates = state.certificates.entry(parent.clone()).or_default();
    match (call.method, path) {
        (Method::Get, []) => list(&parent, certificates, call),
        (Method::Get, [name]) => {
            let certificate = find(certificates, name)?;
            Ok(certificate.answer(StatusCode::Ok, &parent, name))
        }
        (Method::Head, [name]) => {
            let certificate = find(certificates, name)?;
            Ok(certificate
                .answer(StatusCode::Ok, &parent, name)
                .without_body())
        }
        (Method::Put, [name]) => {
            check_if_match(certificates.get(*name), call)?;
            state.changes += 1;
            let certificate = Certificate::read(vault, &call.body, state.changes)?;
            let status = match certificates.contains_key(*name) {
                true => StatusCode::Ok,
                false => StatusCode::Created,
            };
            let answer = certificate.answer(status, &parent, name);
            certificates.insert((*name).to_owned(), certificate);
            Ok(answer)
        }
        (Method::Delete, [name]) => delete(certificates, name, call),
        (Method::Post, [name, "refreshSecret"]) => {
            let certificate = find(certificates, name)?;
            state.changes += 1;
            certificate.refresh(vault, state.changes);
            Ok(certificate.answer(StatusCode::Ok, &parent, name))
        }
        _ => Err(call.unknown_route()),
    }
}

/// Splits a path behind the list of certificates of a service, or of a workspace.
fn split<'a>(segments: &'a [&'a str]) -> Option<(String, &'a [&'a str])> {
    let [
        "subscriptions",
        _,
        "resourceGroups",
        _,
        "providers",
        "Microsoft.ApiManagement",
        "service",
        _,
        rest @ ..,
    ] = segments
    else {
        return None;
    };
    let path = match rest {
        ["certificates", path @ ..] | ["workspaces", _, "certificates", path @ ..] => path,
        _ => return None,
    };
    let list = segments.get(..segments.len() - path.len())?;
    Some((format!("/{}", list.join("/")), path))
}

fn list(parent: &str, certificates: &Certificates, call: &Call) -> Outcome {
    if call.query("$filter").is_some() {
        let message = "The fake does not filter lists.".to_owned();
        return Err(Problem::new(
            StatusCode::BadRequest,
            "InvalidParameters",
            message,
        ));
    }
    let failed_only = call.query("isKeyVaultRefreshFailed").as_deref() == Some("true");
    let entries: Vec<Value> = certificates
        .iter()
        .filter(|(_, certificate)| !failed_only || !certificate.is_found)
        .map(|(name, certificate)| certificate.body(parent, name))
        .collect();
    let count = entries.len();
    let (entries, next) = call.page(entries, "$skip", Top::OfList("$top"));
    let body = json!({ "value": entries, "count": count, "nextLink": next });
    Ok(Answer::ok(body))
}

fn delete(certificates: &mut Certificates, name: &str, call: &Call) -> Outcome {
    let Some(current) = certificates.get(name) else {
        return Ok(Answer::empty(StatusCode::NoContent));
    };
    check_if_match(Some(current), call)?;
    certificates.remove(name);
    Ok(Answer::empty(StatusCode::Ok))
}

fn find<'a>(
    certificates: &'a mut Certificates,
    name: &str,
) -> Result<&'a mut Certificate, Problem> {
    certificates.get_mut(name).ok_or_else(|| {
        let message = format!("There is no certificate {name}.");
        Problem::new(StatusCode::NotFound, "ResourceNotFound", message)
    })
}

/// Whether the request knows what it changes (RFC 9110, section 13.1.1).
fn check_if_match(current: Option<&Certificate>, call: &Call) -> Result<(), Problem> {
    let message = match (current, call.if_match.as_deref()) {
        (None, None) | (Some(_), Some("*")) => return Ok(()),
        (Some(current), Some(tag)) if tag == current.entity_tag() => return Ok(()),
        (Some(_), Some(tag)) => format!("The certificate has another entity tag than {tag}."),
        (Some(_), None) => "The certificate is there already, and If-Match is absent.".to_owned(),
        (None, Some(_)) => "There is no such certificate that If-Match could match.".to_owned(),
    };
    Err(Problem::new(
        StatusCode::PreconditionFailed,
        "PreconditionFailed",
        message,
    ))
}

impl Certificate {
    /// Reads a certificate from the vault, by the body of a request.
    fn read(vault: &Vault, body: &Value, change: u64) -> Result<Self, Problem> {
        let location = &body["properties"]["keyVault"];
        let secret = location["secretIdentifier"].as_str().unwrap_or_default();
        let Some(content) = vault.secret(secret) else {
            let message = format!("There is no secret to read a certificate from: {secret:?}.");
            return Err(Problem {
                inner: Some("secretIdentifier"),
                ..Problem::new(StatusCode::BadRequest, "ValidationError", message)
            });
        };
        Ok(Self {
            secret: secret.to_owned(),
            identity: location["identityClientId"].as_str().map(str::to_owned),
            content: content.clone(),
            looked_at: vault.now,
            is_found: true,
            change,
        })
    }

    /// Reads it again. When its secret is gone it stays what it was.
    fn refresh(&mut self, vault: &Vault, change: u64) {
        let found = vault.secret(&self.secret);
        self.looked_at = vault.now;
        self.is_found = found.is_some();
        self.content = found.unwrap_or(&self.content).clone();
        self.change = change;
    }

    /// Eight bytes in base64 and quotes, as the service has them.
    fn entity_tag(&self) -> String {
        format!("\"{}\"", base64::encode(self.change.to_be_bytes()))
    }

    fn answer(&self, status: StatusCode, parent: &str, name: &str) -> Answer {
        Answer::json(status, self.body(parent, name)).header("etag", self.entity_tag())
    }

    fn body(&self, parent: &str, name: &str) -> Value {
        let (code, message) = match self.is_found {
            true => ("Success", None),
            false => (
                "Failed",
                Some("There is no such secret, or it is disabled."),
            ),
        };
        let kind = if parent.contains("/workspaces/") {
            "service/workspaces"
        } else {
            "service"
        };
        json!({
            "id": format!("{parent}/{name}"),
            "type": format!("Microsoft.ApiManagement/{kind}/certificates"),
            "name": name,
            "properties": {
                "subject": self.content.subject,
                "thumbprint": self.content.hexadecimal_thumbprint(),
                "expirationDate": to_rfc3339(&self.content.expires),
                "keyVault": {
                    "secretIdentifier": self.secret,
                    "identityClientId": self.identity,
                    "lastStatus": {
                        "code": code,
                        "message": message,
                        "timeStampUtc": to_rfc3339(&self.looked_at),
                    },
                },
            },
        })
    }
}

/// An error, with its single detail where there is one.
fn refuse(problem: Problem) -> Answer {
    let details = problem.inner.map(
        |target| json!([{ "code": problem.code, "target": target, "message": problem.message }]),
    );
    let error = json!({ "code": problem.code, "message": problem.message, "details": details });
    Answer::json(problem.status, json!({ "error": error }))
}
