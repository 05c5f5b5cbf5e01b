//! The table of deliberate differences: where the project's descriptions say something else than Azure's, and why.

use super::compare::{Change, Deliberate};

const KEY_VAULT: &str = "key-vault 7.4";
const API_MANAGEMENT_2021: &str = "api-management 2021-08-01";
const API_MANAGEMENT_2024: &str = "api-management 2024-05-01";

const SECRET: &str = "Passwords, private keys and backups of keys must never be printed; Azure's descriptions do not mark them.";
const BASE_TYPE: &str = "An OpenAPI 3 description refers to OpenAPI 3 documents only; the fields are those that Azure's refers to.";
const ENTITY_TAG: &str =
    "The response declares ETag; only an example that has one shows how it is read.";
const VALUE_NAME: &str =
    "Without a name of its own the value's first letter would be taken for a word.";
const UNUSED: &str = "No operation and no other definition refers to it.";

/// Properties that hold secrets.
const SECRETS: [(&str, &str, &str); 9] = [
    (KEY_VAULT, "IssuerCredentials", "pwd"),
    (KEY_VAULT, "CertificateImportParameters", "pwd"),
    (KEY_VAULT, "CertificateImportParameters", "value"),
    (KEY_VAULT, "CertificateRestoreParameters", "value"),
    (KEY_VAULT, "BackupCertificateResult", "value"),
    (
        API_MANAGEMENT_2021,
        "CertificateCreateOrUpdateProperties",
        "data",
    ),
    (
        API_MANAGEMENT_2021,
        "CertificateCreateOrUpdateProperties",
        "password",
    ),
    (
        API_MANAGEMENT_2024,
        "CertificateCreateOrUpdateProperties",
        "data",
    ),
    (
        API_MANAGEMENT_2024,
        "CertificateCreateOrUpdateProperties",
        "password",
    ),
];

/// Examples of `Certificate_Get` to which we add the header.
const ENTITY_TAGS: [(&str, &str); 4] = [
    (API_MANAGEMENT_2021, "ApiManagementGetCertificate"),
    (
        API_MANAGEMENT_2021,
        "ApiManagementGetCertificateWithKeyVault",
    ),
    (API_MANAGEMENT_2024, "ApiManagementGetCertificate"),
    (
        API_MANAGEMENT_2024,
        "ApiManagementGetCertificateWithKeyVault",
    ),
];

/// All rows. One that nothing needs fails the test.
pub fn table() -> Vec<Deliberate> {
    let mut rows = vec![
        Deliberate {
            set: KEY_VAULT,
            path: "schemas / PendingCertificateSigningRequestResult".to_owned(),
            change: Change::Removed("{...}".to_owned()),
            reason: UNUSED,
        },
        Deliberate {
            set: KEY_VAULT,
            path: "schemas / X509CertificateProperties / properties / key_usage / items / x-ms-enum / names / cRLSign".to_owned(),
            change: Change::Added("\"CrlSign\"".to_owned()),
            reason: VALUE_NAME,
        },
    ];
    rows.extend(SECRETS.map(|(set, schema, property)| Deliberate {
        set,
        path: format!("schemas / {schema} / properties / {property} / x-ms-secret"),
        change: Change::Added("true".to_owned()),
        reason: SECRET,
    }));
    rows.extend(ENTITY_TAGS.map(|(set, example)| Deliberate {
        set,
        path: format!(
            "operations / Certificate_Get / examples / {example} / responses / 200 / headers / etag"
        ),
        change: Change::Added("\"string\"".to_owned()),
        reason: ENTITY_TAG,
    }));
    rows.extend(["ProxyResource", "Resource"].map(|schema| Deliberate {
        set: API_MANAGEMENT_2024,
        path: format!("schemas / {schema} / document"),
        change: Change::Changed {
            there: "\"common-types/resource-management/v2/types.json\"".to_owned(),
            here: "\"common-types/resource-management/v5/types.yaml\"".to_owned(),
        },
        reason: BASE_TYPE,
    }));
    rows
}
