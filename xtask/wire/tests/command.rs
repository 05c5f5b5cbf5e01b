//! The command: what it prints, and its exit code.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

/// Runs the command on a folder; its exit code, and all that it printed.
fn run(folder: &Path) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_armature-wire"))
        .arg(folder)
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).unwrap())
}

/// A case that is named as the URL that it expects.
fn case(url: &str) -> Value {
    json!({
        "case": url,
        "operationId": "PurgeDeletedCertificate",
        "arguments": {
            "vaultBaseUrl": "https://contoso.vault.example", "api-version": "7.4", "certificate-name": "a",
        },
        "request": {
            "method": "DELETE", "url": url, "headers": { "accept": "application/json" }, "body": null,
        },
        "responses": [{ "status": 204, "headers": {}, "body": null }],
        "parsed": { "kind": "none" },
    })
}

fn check(folder: &Path, expected: &str) {
    let (code, text) = run(folder);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains(expected), "{text}");
}

#[test]
fn what_is_missing_is_said() {
    let folder = tempfile::tempdir().unwrap();
    check(
        &folder.path().join("absent"),
        "nothing to compare with: there is no folder",
    );
    check(folder.path(), "holds no recordings (*.json)");
    std::fs::write(folder.path().join("own.json"), "[]").unwrap();
    check(folder.path(), "own.json: holds no case");
    std::fs::write(folder.path().join("own.json"), "[{}]").unwrap();
    check(folder.path(), "own.json: missing field");
    check(
        &folder.path().join("own.json"),
        "own.json is a file, not a folder; name the folder that holds recorded calls",
    );
}

#[test]
fn two_cases_of_one_name_are_refused() {
    let case = case("https://contoso.vault.example/deletedcertificates/a?api-version=7.4");
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, cases| {
        std::fs::write(folder.path().join(name), Value::to_string(&cases)).unwrap();
    };
    write("one.json", json!([case]));
    write("two.json", json!([case]));
    check(folder.path(), "two.json: 1 of 1 equal, 0 by rule\n");
    write("two.json", json!([case, case]));
    check(
        folder.path(),
        "two.json: two cases are named \"https://contoso.vault.example/",
    );
}

#[test]
fn usage_names_the_folder_as_xtask_does() {
    let help = Command::new(env!("CARGO_BIN_EXE_armature-wire"))
        .arg("--help")
        .output()
        .unwrap();
    let text = String::from_utf8(help.stdout).unwrap();
    assert!(text.contains("Usage: cargo xtask wire [DIR]"), "{text}");
}

#[test]
fn report() {
    let good = "https://contoso.vault.example/deletedcertificates/a?api-version=7.4";
    let bad = "https://contoso.vault.example/certificates/a?api-version=7.4";
    let folder = tempfile::tempdir().unwrap();
    let cases = json!([case(good), case(bad)]);
    std::fs::write(folder.path().join("own.json"), cases.to_string()).unwrap();
    check(folder.path(), "own.json: 1 of 2 equal, 0 by rule\n");
    check(
        folder.path(),
        &format!(
            "different: own.json, {bad}: request 1, the path: \
             expected [\"certificates\", \"a\"], got [\"deletedcertificates\", \"a\"]\n"
        ),
    );
    check(
        folder.path(),
        "not needed: no case needs the rule \"redirects are not followed\"\n",
    );
}
