//! `cargo xtask conformance` without Node.js, and what it is given that does not go together.

use std::path::Path;
use std::process::Command;

/// Runs the command with this `PATH`; its exit code, and what it said.
fn run(path: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("conformance")
        .args(arguments)
        .env("PATH", path)
        .output()
        .unwrap();
    (
        output.status.code(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn without_node_it_says_what_is_missing_and_how_to_get_it() {
    let empty = tempfile::tempdir().unwrap();
    let (code, said) = run(empty.path(), &[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.starts_with("error: `node` is not there"), "{said}");
    assert!(said.contains("install Node.js 20 or newer"), "{said}");
}

#[test]
fn other_cases_need_a_server_and_descriptions() {
    let empty = tempfile::tempdir().unwrap();
    let (code, said) = run(empty.path(), &["--cases", "cases"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("--endpoint <URL>"), "{said}");
    let (code, said) = run(
        empty.path(),
        &["--cases", "cases", "--endpoint", "http://127.0.0.1:1"],
    );
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("`--descriptions DIR`"), "{said}");
}

/// The lock file names what is installed by hash, and no registry: where packages come from is the user's choice.
#[test]
fn the_lock_file_names_hashes_and_no_host() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance/server/package-lock.json");
    let lock = std::fs::read_to_string(lock).unwrap();
    assert!(!lock.contains("http://") && !lock.contains("https://"));
    let lock: serde_json::Value = serde_json::from_str(&lock).unwrap();
    for (name, package) in lock["packages"].as_object().unwrap() {
        let is_own = name.is_empty() || package["link"] == true;
        assert!(is_own || package["integrity"].is_string(), "{name}");
    }
}
