//! Cases as they are written: what is wrong with one is told with its file and line.

use std::path::Path;

use armature_conformance::case::{Case, Expected};
use armature_conformance::known::Known;
use armature_conformance::run::Caller;
use armature_conformance::suite;

/// What reading this file says.
fn fault(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("things.yaml"), text).unwrap();
    let why = suite::read(folder.path(), &[]).unwrap_err();
    why.replace(&folder.path().display().to_string(), "")
}

#[test]
fn a_wrong_case_is_told_with_file_and_line() {
    for (case, expected) in [
        (
            "scenario: a\n    valu: 1",
            "/things.yaml:3: cases[0]: unknown field `valu`",
        ),
        (
            "scenario: a\n    value: 1\n    error: {}",
            "a expects two things",
        ),
        (
            "scenario: a\n    arguments: {a: 1}",
            "a has arguments, but no operation",
        ),
        ("scenario: a\n    request: GET", "\"GET\" is no request"),
        ("scenario: a\n    request: GET path", "\"path\" is no path"),
        (
            "scenario: a\n    bytes: {length: 1}",
            "missing field `sha256`",
        ),
        ("operation: a", "missing field `scenario`"),
    ] {
        let said = fault(&format!("category: main\ncases:\n  - {case}\n"));
        let line = said.strip_prefix("/things.yaml:").unwrap();
        assert!(
            line.starts_with(|first: char| first.is_ascii_digit()),
            "{said}"
        );
        assert!(
            said.contains(expected.trim_start_matches("/things.yaml:3: ")),
            "{said}"
        );
    }
    assert!(fault("category: main\n").contains("the file holds no case"));
    assert!(fault("category: [\n").starts_with("/things.yaml:"));
}

#[test]
fn two_cases_of_one_scenario_are_refused() {
    let twice = "category: main\ncases:\n  - scenario: a\n  - scenario: a\n";
    assert_eq!(
        fault(twice),
        "/things.yaml: there is a case of the scenario a already, in things.yaml"
    );
}

#[test]
fn a_folder_without_cases_and_a_name_that_is_none_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let why = suite::read(folder.path(), &[]).unwrap_err();
    assert!(why.ends_with("holds no cases (*.yaml)"), "{why}");
    let text = "category: main\ncases:\n  - scenario: a\n";
    std::fs::write(folder.path().join("things.yaml"), text).unwrap();
    let why = suite::read(folder.path(), &["other.json".to_owned()]).unwrap_err();
    assert!(why.ends_with("holds no cases of \"other.json\""), "{why}");
    let only = suite::read(folder.path(), &["things.json".to_owned()]).unwrap();
    assert_eq!(only.len(), 1);
}

#[test]
fn a_case_says_what_it_expects() {
    let read = |text: &str| -> Case {
        let text = format!("category: main\ncases:\n  - scenario: a\n{text}");
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("things.yaml"), text).unwrap();
        let mut suites = suite::read(folder.path(), &[]).unwrap();
        suites.remove(0).file.cases.remove(0)
    };
    assert_eq!(read("").expected, Expected::Nothing);
    assert_eq!(read("").status, 200);
    assert_eq!(
        read("    value: null\n").expected,
        Expected::Value(serde_json::Value::Null)
    );
    let case = read("    request:\n      - GET /a\n      - {line: PUT /b, body: c}\n");
    let sent: Vec<_> = case
        .requests
        .iter()
        .map(|request| (request.method.as_str(), request.target.as_str()))
        .collect();
    assert_eq!(sent, [("GET", "/a"), ("PUT", "/b")]);
    assert_eq!(case.requests[1].body.as_deref(), Some("c"));
}

#[test]
fn a_known_scenario_has_one_reason() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("known.toml");
    let read = |text: &str| {
        std::fs::write(&file, text).unwrap();
        Known::read(&file, Caller::Clients(&[]))
    };
    for (text, expected) in [
        ("[clients.main]\na = \" \"\n", "a has no reason"),
        (
            "[clients.main]\na = \"b\"\n[server.main]\na = \"b\"\n",
            "a has two reasons",
        ),
        ("[client.main]\na = \"b\"\n", "unknown field `client`"),
    ] {
        let why = read(text).unwrap_err();
        assert!(why.contains(expected), "{why}");
    }
    let known = read("[clients.main]\na = \"b\"\n").unwrap();
    assert_eq!(known.reason("main", "a"), Some("b"));
    assert_eq!(known.reason("other", "a"), None);
    assert!(Known::read(Path::new("absent.toml"), Caller::Nobody).is_ok());
}
