//! What the public `CertificateClient` of the Python SDK returns, in the wire names of the description.
//!
//! In: the class and the attributes of an object. Out: the model it was made of.
//! Never: drops an attribute. What the class computes (name, version, vault) is checked here against the identifier.

use serde_json::{Map, Value, json};

use crate::address::Address;
use crate::plan::Expected;

/// A class: its attributes and where each stands in the model.
type Table = &'static [(&'static str, &'static str)];

const CERTIFICATE: Table = &[
    ("id", "id"),
    ("key_id", "kid"),
    ("secret_id", "sid"),
    ("cer", "cer"),
    (
        "policy.certificate_transparency",
        "policy.issuer.cert_transparency",
    ),
    ("policy.certificate_type", "policy.issuer.cty"),
    ("policy.issuer_name", "policy.issuer.name"),
    ("policy.content_type", "policy.secret_props.contentType"),
    ("policy.created_on", "policy.attributes.created"),
    ("policy.enabled", "policy.attributes.enabled"),
    ("policy.updated_on", "policy.attributes.updated"),
    ("policy.enhanced_key_usage", "policy.x509_props.ekus"),
    ("policy.key_usage", "policy.x509_props.key_usage"),
    ("policy.san_dns_names", "policy.x509_props.sans.dns_names"),
    ("policy.san_emails", "policy.x509_props.sans.emails"),
    (
        "policy.san_user_principal_names",
        "policy.x509_props.sans.upns",
    ),
    ("policy.subject", "policy.x509_props.subject"),
    (
        "policy.validity_in_months",
        "policy.x509_props.validity_months",
    ),
    ("policy.exportable", "policy.key_props.exportable"),
    ("policy.key_curve_name", "policy.key_props.crv"),
    ("policy.key_size", "policy.key_props.key_size"),
    ("policy.key_type", "policy.key_props.kty"),
    ("policy.reuse_key", "policy.key_props.reuse_key"),
    ("properties.id", "id"),
    ("properties.created_on", "attributes.created"),
    ("properties.enabled", "attributes.enabled"),
    ("properties.expires_on", "attributes.exp"),
    ("properties.not_before", "attributes.nbf"),
    ("properties.updated_on", "attributes.updated"),
    ("properties.recoverable_days", "attributes.recoverableDays"),
    ("properties.recovery_level", "attributes.recoveryLevel"),
    ("properties.tags", "tags"),
    ("properties.x509_thumbprint", "x5t"),
    ("deleted_on", "deletedDate"),
    ("recovery_id", "recoveryId"),
    ("scheduled_purge_date", "scheduledPurgeDate"),
];

const OPERATION: Table = &[
    ("id", "id"),
    ("issuer_name", "issuer.name"),
    ("certificate_type", "issuer.cty"),
    ("certificate_transparency", "issuer.cert_transparency"),
    ("csr", "csr"),
    ("cancellation_requested", "cancellation_requested"),
    ("status", "status"),
    ("status_details", "status_details"),
    ("error", "error"),
    ("target", "target"),
    ("request_id", "request_id"),
];

/// Fields of the model that the classes have no attribute for.
const NOT_SHOWN: &[&str] = &["policy.id"];

/// What a client must hold where the SDK's public client holds this object, which was made of `answer`.
///
/// # Errors
///
/// A class or an attribute without an entry here, or a computed attribute that is not as computed; the text names it.
pub fn expected(class: &str, python: &Value, answer: &Value) -> Result<Expected, String> {
    let table = match class {
        "KeyVaultCertificate" | "DeletedCertificate" => CERTIFICATE,
        "CertificateOperation" => OPERATION,
        "bytes" => return Ok(Expected::Final(json!({ "value": python }))),
        "NoneType" => {
            let headers = Default::default();
            return Ok(Expected::Nothing { headers });
        }
        _ => {
            return Err(format!(
                "the class {class} of the public client is not known"
            ));
        }
    };
    let mut model = Value::Object(Map::new());
    for (attribute, value) in attributes("", python) {
        if let Some((_, place)) = table.iter().find(|(known, _)| *known == attribute) {
            put(&mut model, place, value.clone());
        } else if attribute == "policy.lifetime_actions" {
            put(&mut model, "policy.lifetime_actions", actions(value)?);
        } else {
            computed(class, &attribute, value, python)?;
        }
    }
    for place in NOT_SHOWN {
        if let Some(value) = answer.pointer(&format!("/{}", place.replace('.', "/"))) {
            put(&mut model, place, value.clone());
        }
    }
    Ok(Expected::Final(model))
}

/// All attributes by their path; maps of the caller and typed leaves count as one.
fn attributes<'v>(path: &str, value: &'v Value) -> Vec<(String, &'v Value)> {
    match value {
        Value::Object(object) if path.is_empty() || path == "policy" || path == "properties" => {
            let below = object.iter().flat_map(|(key, value)| {
                let separator = if path.is_empty() { "" } else { "." };
                attributes(&format!("{path}{separator}{key}"), value)
            });
            below.collect()
        }
        _ => vec![(path.to_owned(), value)],
    }
}

/// Puts `value` at the end of `place`, keys inside each other.
fn put(model: &mut Value, place: &str, value: Value) {
    let mut target = model;
    for key in place.split('.') {
        if !target.is_object() {
            *target = Value::Object(Map::new());
        }
        target = &mut target[key];
    }
    *target = value;
}

fn actions(list: &Value) -> Result<Value, String> {
    let action = |action: &Value| {
        let mut model = json!({});
        for (key, value) in action.as_object().into_iter().flatten() {
            match key.as_str() {
                "action" => put(&mut model, "action.action_type", value.clone()),
                "lifetime_percentage" | "days_before_expiry" => {
                    put(&mut model, &format!("trigger.{key}"), value.clone());
                }
                _ => return Err(format!("the attribute {key} of an action is not known")),
            }
        }
        Ok(model)
    };
    list.as_array().into_iter().flatten().map(action).collect()
}

/// Checks an attribute that the class makes of the identifier `https://VAULT/KIND/NAME/VERSION`.
fn computed(class: &str, attribute: &str, value: &Value, python: &Value) -> Result<(), String> {
    let id = Address::new(python.get("id").and_then(Value::as_str).unwrap_or_default());
    let vault = format!("{}://{}", id.scheme, id.host);
    let (name, version) = (id.path.get(1).cloned(), id.path.get(2).cloned());
    let computed = match attribute {
        "name" | "properties.name" => name,
        "properties.version" => version,
        "vault_url" | "properties.vault_url" => Some(vault),
        _ => return Err(format!("the attribute {attribute} of {class} is not known")),
    };
    if value.as_str() == computed.as_deref() {
        Ok(())
    } else {
        Err(format!(
            "{attribute} of {class} is {value}, which its identifier does not say"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_go_to_their_places() {
        let python = json!({
            "id": "https://v.example/certificates/a/1",
            "name": "a",
            "policy": {
                "issuer_name": "Self",
                "lifetime_actions": [{ "action": "AutoRenew", "lifetime_percentage": 80 }],
            },
            "properties": { "tags": { "x": "y" }, "version": "1", "vault_url": "https://v.example" },
        });
        let answer = json!({ "policy": { "id": "p", "novelty": 1 } });
        let model = json!({
            "id": "https://v.example/certificates/a/1",
            "policy": {
                "id": "p",
                "issuer": { "name": "Self" },
                "lifetime_actions": [
                    { "action": { "action_type": "AutoRenew" }, "trigger": { "lifetime_percentage": 80 } },
                ],
            },
            "tags": { "x": "y" },
        });
        assert_eq!(
            expected("KeyVaultCertificate", &python, &answer),
            Ok(Expected::Final(model))
        );
    }

    #[test]
    fn what_is_not_known_is_an_error() {
        assert!(expected("Novelty", &json!({}), &Value::Null).is_err());
        assert!(
            expected(
                "CertificateOperation",
                &json!({ "novelty": 1 }),
                &Value::Null
            )
            .is_err()
        );
        let action = json!({ "policy": { "lifetime_actions": [{ "novelty": 1 }] } });
        assert!(expected("KeyVaultCertificate", &action, &Value::Null).is_err());
        let wrong = json!({ "id": "https://v.example/certificates/a/1", "name": "b" });
        assert!(expected("KeyVaultCertificate", &wrong, &Value::Null).is_err());
    }
}
