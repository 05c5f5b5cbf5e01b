//! Each check can fail: a generated client is held against its own description, and then against ones in which a single thing is
//! different. What the client does is then wrong, and has to be found.

use std::fs;
use std::path::Path;

use armature_certificates::dispatch::VERSIONS;
use armature_examples::run;
use armature_examples::verdict::{Line, Outcome, Verdict};
use serde_json::{Value, json};
use tempfile::TempDir;

const DESCRIPTION: &str = "certificates.json";
const CERTIFICATES: &str = "/paths/~1subscriptions~1{subscriptionId}~1resourceGroups~1{resourceGroupName}~1providers~1Microsoft.ApiManagement~1service~1{serviceName}~1certificates";
const CERTIFICATE: &str = "/paths/~1subscriptions~1{subscriptionId}~1resourceGroups~1{resourceGroupName}~1providers~1Microsoft.ApiManagement~1service~1{serviceName}~1certificates~1{certificateId}";

/// What is put where: file, JSON pointer, value.
type Change<'a> = (&'a str, String, Value);

/// The description with these changes.
fn changed(changes: &[Change<'_>]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    copy(
        &specs.join("api-management/2021-08-01"),
        &folder.path().join("a/b"),
    );
    copy(
        &specs.join("common-types"),
        &folder.path().join("common-types"),
    );
    for (file, pointer, value) in changes {
        let file = folder.path().join("a/b").join(file);
        let mut document: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let key = key.replace("~1", "/");
        match document
            .pointer_mut(parent)
            .unwrap_or_else(|| panic!("no {pointer}"))
        {
            Value::Array(items) if key == "-" => items.push(value.clone()),
            parent => parent[key] = value.clone(),
        }
        fs::write(file, document.to_string()).unwrap();
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(path, target).unwrap();
        }
    }
}

fn verdicts(changes: &[Change<'_>]) -> Vec<Verdict> {
    let folder = changed(changes);
    let mut verdicts = Vec::new();
    let mut announced = 0;
    let inputs = [format!("a/b/{DESCRIPTION}")];
    run(VERSIONS, folder.path(), &inputs, &mut |line| {
        match line {
            Line::Examples(count) => announced = *count,
            Line::Example(verdict) => verdicts.push(verdict.clone()),
        }
        Ok(())
    })
    .unwrap();
    assert_eq!(verdicts.len(), announced);
    verdicts
}

/// What was found about the first example of an operation: outcome, kind and pointer of the first finding.
fn found(operation: &str, changes: &[Change<'_>]) -> (Outcome, String, String) {
    let all = verdicts(changes);
    let verdict = all
        .iter()
        .find(|verdict| verdict.operation == operation)
        .unwrap();
    let first = verdict.findings.first();
    let first = first.map(|finding| (finding.kind.clone(), finding.pointer.clone()));
    let (kind, pointer) = first.unwrap_or_default();
    (verdict.outcome, kind, pointer)
}

fn at(place: &str, below: &str) -> String {
    format!("{place}{below}")
}

#[test]
fn the_client_is_as_its_own_description_says() {
    let verdicts = verdicts(&[]);
    assert_eq!(verdicts.len(), 8);
    for verdict in &verdicts {
        assert_eq!(verdict.outcome, Outcome::Passed, "{verdict:?}");
    }
}

#[test]
fn what_is_wrong_about_a_request_is_found() {
    let parameter = |within: &str| json!({"name": "x-kind", "in": within, "required": true, "type": "string", "enum": ["a"]});
    let moved = || {
        let text = fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../../specs/api-management/2021-08-01")
                .join(DESCRIPTION),
        )
        .unwrap();
        let whole: Value = serde_json::from_str(&text).unwrap();
        whole.pointer(CERTIFICATE).unwrap()["get"].clone()
    };
    let get = "/get/parameters/-";
    for (kind, operation, change) in [
        (
            "address",
            "Certificate_ListByService",
            (DESCRIPTION, "/host".to_owned(), json!("other.example")),
        ),
        (
            "address",
            "Certificate_ListByService",
            (DESCRIPTION, "/basePath".to_owned(), json!("/base")),
        ),
        (
            "query",
            "Certificate_Get",
            (DESCRIPTION, at(CERTIFICATE, get), parameter("query")),
        ),
        (
            "header",
            "Certificate_Get",
            (DESCRIPTION, at(CERTIFICATE, get), parameter("header")),
        ),
        (
            "header",
            "Certificate_CreateOrUpdate",
            (
                DESCRIPTION,
                at(CERTIFICATE, "/put/consumes"),
                json!(["application/merge-patch+json"]),
            ),
        ),
        (
            "body",
            "Certificate_CreateOrUpdate",
            (
                "definitions.json",
                "/definitions/CertificateCreateOrUpdateProperties/properties/data/readOnly"
                    .to_owned(),
                json!(true),
            ),
        ),
        (
            "call",
            "Certificate_Fetch",
            (
                DESCRIPTION,
                at(CERTIFICATE, "/get/operationId"),
                json!("Certificate_Fetch"),
            ),
        ),
    ] {
        let (outcome, found, _) = found(operation, std::slice::from_ref(&change));
        assert_eq!(
            (outcome, found.as_str()),
            (Outcome::Failed, kind),
            "{change:?}"
        );
    }
    let elsewhere = (
        DESCRIPTION,
        CERTIFICATES.replace("certificates", "elsewhere~1{certificateId}"),
        json!({"get": moved()}),
    );
    let removed = (DESCRIPTION, at(CERTIFICATE, "/get"), Value::Null);
    let (outcome, kind, _) = found("Certificate_Get", &[elsewhere, removed]);
    assert_eq!((outcome, kind.as_str()), (Outcome::Failed, "address"));
}

#[test]
fn what_is_wrong_about_an_answer_is_found() {
    let get = "examples/ApiManagementGetCertificate.json";
    let list = "examples/ApiManagementListCertificates.json";
    let date = "/definitions/CertificateContractProperties/properties/expirationDate";
    for (kind, operation, changes) in [
        // Then its text is as it is, and not that of a date.
        (
            "answer",
            "Certificate_CreateOrUpdate",
            vec![("definitions.json", at(date, "/format"), json!("text"))],
        ),
        (
            "answer",
            "Certificate_Get",
            vec![(
                DESCRIPTION,
                at(CERTIFICATE, "/get/responses/200/x-ms-error-response"),
                json!(true),
            )],
        ),
        (
            "header of the answer",
            "Certificate_Get",
            vec![
                (
                    DESCRIPTION,
                    at(CERTIFICATE, "/get/responses/200/headers/x-new"),
                    json!({"type": "string"}),
                ),
                (
                    get,
                    "/responses/200/headers".to_owned(),
                    json!({"x-new": "1"}),
                ),
            ],
        ),
        (
            "further request",
            "Certificate_ListByService",
            vec![
                (
                    DESCRIPTION,
                    at(CERTIFICATES, "/get/x-ms-pageable"),
                    json!({"nextLinkName": "more"}),
                ),
                (
                    "definitions.json",
                    "/definitions/CertificateCollection/properties/more".to_owned(),
                    json!({"type": "string"}),
                ),
                (
                    list,
                    "/responses/200/body/more".to_owned(),
                    json!("https://management.azure.com/more"),
                ),
            ],
        ),
    ] {
        let (outcome, found, _) = found(operation, &changes);
        assert_eq!(
            (outcome, found.as_str()),
            (Outcome::Failed, kind),
            "{changes:?}"
        );
    }
}

#[test]
fn what_an_example_contradicts_is_proved() {
    let create = "examples/ApiManagementCreateCertificate.json";
    let body = "/responses/200/body/properties";
    for (kind, pointer, value) in [
        ("unknown parameter", "/parameters/userId", json!("1")),
        (
            "missing parameter",
            "/parameters/certificateId",
            Value::Null,
        ),
        ("value", "/parameters/x", json!("b")),
        ("address", "/parameters/certificateId", json!("..")),
        (
            "type",
            "/parameters/parameters/properties/data",
            json!({"of": "another type"}),
        ),
        ("type", "/responses/200/body/properties/subject", json!([1])),
        (
            "format",
            "/responses/200/body/properties/expirationDate",
            json!("tomorrow"),
        ),
        ("body of an answer", "/responses/204/body", json!({})),
        ("status", "/responses/202", json!({})),
    ] {
        let mut changes = vec![(create, pointer.to_owned(), value)];
        if kind == "value" {
            let parameter = json!({"name": "x", "in": "header", "required": true, "type": "string", "enum": ["a"]});
            changes.push((DESCRIPTION, at(CERTIFICATE, "/put/parameters/-"), parameter));
        }
        if pointer.starts_with("/responses/204") {
            changes.insert(0, (create, "/responses/204".to_owned(), json!({})));
            changes.push((
                DESCRIPTION,
                at(CERTIFICATE, "/put/responses/204"),
                json!({"description": "nothing"}),
            ));
        }
        let (outcome, found, place) = found("Certificate_CreateOrUpdate", &changes);
        // A header that the client lacks, and a status that it does not know, fail whatever the example says.
        let is_wrong = matches!(kind, "value" | "body of an answer");
        let expected = if is_wrong {
            Outcome::Failed
        } else {
            Outcome::Contradictory
        };
        assert_eq!(outcome, expected, "{changes:?} {found}");
        if !is_wrong {
            assert_eq!(
                (found.as_str(), place.as_str()),
                (format!("contradiction: {kind}").as_str(), pointer),
                "{body}"
            );
        }
    }
}
