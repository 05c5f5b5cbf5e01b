//! Each comparison can fail: a recording that fits is changed in one place, and that place is what the report names.

use armature_wire::case::Case;
use armature_wire::judge;
use armature_wire::report::{Report, Verdict};
use armature_wire::rules::{RULES, Rule};
use serde_json::{Value, json};

/// What differs, with these rules.
async fn differing(case: &Value, rules: &'static [Rule]) -> Vec<String> {
    let case: Case = serde_json::from_value(case.clone()).unwrap();
    match judge(&case, rules).await.unwrap() {
        Verdict::Equal(_) => Vec::new(),
        Verdict::Different(_, found) => found.into_iter().map(|found| found.what).collect(),
    }
}

/// Puts `value` where the pointer is, in an object also a new member.
fn changed(case: &Value, pointer: &str, value: Value) -> Value {
    let mut case = case.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match case.pointer_mut(parent).unwrap() {
        Value::Object(object) => drop(object.insert(key.to_owned(), value)),
        list => list[key.parse::<usize>().unwrap()] = value,
    }
    case
}

/// Checks that the case fits, and that each change makes these differences and no others.
async fn check(case: Value, changes: &[(&str, Value, &[&str])]) {
    assert_eq!(differing(&case, RULES).await, [""; 0], "unchanged");
    for (pointer, value, expected) in changes {
        let case = changed(&case, pointer, value.clone());
        assert_eq!(
            differing(&case, RULES).await,
            *expected,
            "{pointer}: {value}"
        );
    }
}

fn update_issuer() -> Value {
    json!({
        "case": "update",
        "operationId": "UpdateCertificateIssuer",
        "arguments": {
            "vaultBaseUrl": "https://contoso.vault.example",
            "api-version": "7.4",
            "issuer-name": "ca/1",
            "parameter": { "provider": "Test", "credentials": { "account_id": null } },
        },
        "request": {
            "method": "PATCH",
            "url": "https://contoso.vault.example/certificates/issuers/ca%2F1?api-version=7.4",
            "headers": { "accept": "application/json", "content-type": "application/json" },
            "body": { "provider": "Test", "credentials": { "account_id": null } },
        },
        "responses": [{
            "status": 200,
            "headers": { "content-type": "application/json" },
            "body": { "provider": "Test", "attributes": { "created": 1_600_000_000 }, "novelty": 1 },
        }],
        "parsed": {
            "kind": "model",
            "model": "IssuerBundle",
            "python": {},
            "value": {
                "provider": "Test",
                "attributes": { "created": { "$datetime": "2020-09-13T12:26:40+00:00" } },
            },
        },
    })
}

#[tokio::test]
async fn requests() {
    let url = |url: &str| Value::from(format!("https://contoso.vault.example{url}"));
    let changes: &[(&str, Value, &[&str])] = &[
        ("/request/method", json!("PUT"), &["request 1, the method"]),
        (
            "/request/url",
            url("/certificates/issuers/ca/1?api-version=7.4"),
            &["request 1, the path"],
        ),
        (
            "/request/url",
            url("/certificates/issuers/ca%2F1?api-version=7.4&api-version=7.4"),
            &["request 1, the query"],
        ),
        (
            "/request/url",
            url("/certificates/issuers/ca%2F1"),
            &["request 1, the query"],
        ),
        (
            "/request/url",
            json!("https://fabrikam.vault.example/certificates/issuers/ca%2F1?api-version=7.4"),
            &["request 1, scheme and host"],
        ),
        (
            "/request/headers/accept",
            json!("*/*"),
            &["request 1, the header accept"],
        ),
        (
            "/request/headers/if-match",
            json!("*"),
            &["request 1, the header if-match"],
        ),
        (
            "/request/headers/content-type",
            json!("text/plain"),
            &["request 1, the header content-type"],
        ),
        (
            "/request/body/credentials",
            json!({}),
            &["request 1, the body/credentials/account_id"],
        ),
        (
            "/request/body/tags",
            json!(null),
            &["request 1, the body/tags"],
        ),
        (
            "/request/body/provider",
            json!("test"),
            &["request 1, the body/provider"],
        ),
    ];
    check(update_issuer(), changes).await;
}

#[tokio::test]
async fn models() {
    let changes: &[(&str, Value, &[&str])] = &[
        (
            "/parsed/value/provider",
            json!("Other"),
            &["the result/provider"],
        ),
        ("/parsed/value/novelty", json!(1), &["the result/novelty"]),
        (
            "/parsed/value/attributes/created/$datetime",
            json!("2020-09-13T12:26:41+00:00"),
            &["the result/attributes/created"],
        ),
        (
            "/parsed/headers",
            json!({ "ETag": null }),
            &["the declared headers"],
        ),
        ("/parsed", json!({ "kind": "none" }), &["the result"]),
        (
            "/parsed",
            json!({ "kind": "pages", "pages": [] }),
            &["the result"],
        ),
        ("/responses/0/status", json!(201), &["the result"]),
        // A call that cannot be made is one difference.
        ("/arguments/surplus", json!(1), &["the call"]),
        ("/arguments/api-version", json!("1.0"), &["the call"]),
        (
            "/operationId",
            json!("UpdateCertificateIsuer"),
            &["the call"],
        ),
    ];
    check(update_issuer(), changes).await;
}

#[tokio::test]
async fn errors() {
    let details = json!([{ "code": "X", "message": "x", "target": "name" }]);
    let case = json!({
        "case": "error",
        "operationId": "Certificate_Get",
        "arguments": {
            "subscriptionId": "s",
            "resourceGroupName": "g",
            "serviceName": "a",
            "certificateId": "c",
            "api-version": "2024-05-01",
            "$host": "https://management.example",
        },
        "request": {
            "method": "GET",
            "url": "https://MANAGEMENT.example:443/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement\
                    /service/a/certificates/c?api-version=2024-05-01",
            "headers": { "accept": "application/json" },
            "body": null,
        },
        "responses": [{
            "status": 400,
            "headers": {},
            "body": { "error": { "code": "Bad", "message": "m", "details": details, "innererror": { "code": "I" } } },
        }],
        "parsed": {
            "kind": "error", "class": "E", "exception_text": "", "status": 400, "code": "Bad", "error_message": "m",
            "target": null, "details": details, "innererror": { "code": "I" },
        },
    });
    let says: &[&str] = &["the error, what it says"];
    let changes: &[(&str, Value, &[&str])] = &[
        ("/parsed/status", json!(404), &["the error, its status"]),
        ("/parsed/status", json!(null), &["the error"]),
        ("/parsed/code", json!(null), says),
        ("/parsed/error_message", json!("n"), says),
        ("/parsed/target", json!("t"), says),
        ("/parsed/details", json!([]), says),
        ("/parsed/innererror", json!({}), says),
        (
            "/responses/0/headers",
            json!({ "x-ms-error-code": "Other" }),
            says,
        ),
        ("/parsed", json!({ "kind": "none" }), &["the result"]),
        (
            "/responses/0",
            json!({ "status": 200, "headers": {}, "body": {} }),
            &["the result"],
        ),
    ];
    check(case, changes).await;
}

fn issuers() -> Value {
    let item = |id: &str| json!({ "model": "", "python": {}, "value": { "id": id } });
    let page = |id: &str, next: Option<&str>| {
        json!({
            "status": 200,
            "headers": {},
            "body": { "value": [{ "id": id }], "nextLink": next },
        })
    };
    let request = |query: &str| {
        json!({
            "method": "GET",
            "url": format!("https://contoso.vault.example/certificates/issuers?{query}"),
            "headers": { "accept": "application/json" },
            "body": null,
        })
    };
    json!({
        "case": "pages",
        "operationId": "GetCertificateIssuers",
        "arguments": { "vaultBaseUrl": "https://contoso.vault.example", "api-version": "7.4" },
        "request": request("api-version=7.4"),
        "requests": [request("api-version=7.4"), request("changed=by-the-sdk")],
        "responses": [page("a", Some("/certificates/issuers?skip=1")), page("b", None)],
        "parsed": { "kind": "pages", "pages": [[item("a")], [item("b")]] },
    })
}

#[tokio::test]
async fn pages() {
    let item = json!({ "model": "", "python": {}, "value": { "id": "c" } });
    let failed = json!({
        "kind": "error", "class": "E", "exception_text": "", "status": 403, "code": "Forbidden", "pages_before": [],
    });
    let changes: &[(&str, Value, &[&str])] = &[
        ("/parsed/pages/1/0", item.clone(), &["page 2/0/id"]),
        ("/parsed/pages/1", json!([]), &["page 2/0"]),
        (
            "/parsed/pages",
            json!([[item]]),
            &["the number of pages", "page 1/0/id"],
        ),
        ("/parsed", failed, &["the number of pages", "the end"]),
        (
            "/responses/0/body/nextLink",
            json!(null),
            &["the number of requests", "the number of pages"],
        ),
        (
            "/responses/1/status",
            json!(500),
            &["the number of pages", "the end"],
        ),
    ];
    check(issuers(), changes).await;
}

#[tokio::test]
async fn further_requests() {
    let mut case = issuers();
    // A third page that nobody recorded.
    case["responses"][1]["body"]["nextLink"] = json!("?skip=2");
    let found = differing(&case, RULES).await;
    let expected = ["a request after the last recorded one", "the end"];
    assert_eq!(found, expected);
}

#[tokio::test]
async fn rules_must_be_needed() {
    let mut case = issuers();
    let verdict = |case: &Value| {
        let case: Case = serde_json::from_value(case.clone()).unwrap();
        async move { judge(&case, RULES).await.unwrap() }
    };
    let mut names = Vec::new();
    let mut report = Report::new(RULES);
    report.start("own".to_owned());
    let found = verdict(&case).await;
    if let Verdict::Equal(rules) = &found {
        names.extend(rules.iter().map(|rule| rule.name));
    }
    report.take("pages", found);
    assert_eq!(names, ["links as they are", "links get an api-version"]);
    assert!(!report.is_good());
    let text = report.to_string();
    assert!(text.starts_with("own: 1 of 1 equal, 1 by rule\n"), "{text}");
    assert!(
        text.contains("not needed: no case needs the rule \"dot segments are refused\""),
        "{text}"
    );
    assert!(
        !text.contains("not needed: no case needs the rule \"links as they are\""),
        "{text}"
    );

    // Without the rules there is a difference, and where the SDK did the same they are not needed.
    assert!(!differing(&case, &[]).await.is_empty());
    case["requests"][1]["url"] =
        json!("https://contoso.vault.example/certificates/issuers?skip=1&api-version=7.4");
    assert!(matches!(verdict(&case).await, Verdict::Equal(rules) if rules.is_empty()));
}

#[tokio::test]
async fn refusals_are_checked() {
    let mut case = update_issuer();
    case["arguments"]["issuer-name"] = json!("..");
    assert_eq!(differing(&case, RULES).await, [""; 0]);
    // Without the rule the client's refusal is a difference.
    assert_eq!(
        differing(&case, &[]).await,
        ["the number of requests", "the result"]
    );
}

#[tokio::test]
async fn unknown_fields_are_errors() {
    for pointer in [
        "/novelty",
        "/request/novelty",
        "/responses/0/novelty",
        "/parsed/novelty",
    ] {
        let case = changed(&update_issuer(), pointer, json!(1));
        assert!(serde_json::from_value::<Case>(case).is_err(), "{pointer}");
    }
}
