//! Calls by operationId in crates of Azure's own descriptions. That the crates compile with the feature is checked by `.ci/run`.
//!
//! The descriptions are looked for beside the workspace, in `../shared/azure-specs/specification`: the folder `specification`
//! of the GitHub repository Azure/azure-rest-api-specs. Without them the tests say that they are skipped.

#[allow(dead_code, reason = "the other tests use the rest")]
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use support::{codegen, files};

const DESCRIPTIONS: &str = "../shared/azure-specs/specification";

/// Generates a stand-alone crate; nothing when the descriptions are absent.
fn generated(package: &str) -> Option<tempfile::TempDir> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = format!("{DESCRIPTIONS}/{package}/readme.md");
    if !workspace.join(&readme).is_file() {
        // The harness hides what the print macros write while a test passes.
        let _ = writeln!(
            std::io::stderr(),
            "{package}: SKIPPED, there is no {readme}"
        );
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let outcome = codegen(&workspace, &["--readme", &readme, "--out", out]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    Some(folder)
}

/// The texts of the files of one folder below `src`.
fn texts(root: &Path, folder: &str) -> Vec<(PathBuf, String)> {
    let folder = root.join("src").join(folder);
    files(&folder)
        .into_iter()
        .map(|file| (file.clone(), fs::read_to_string(folder.join(file)).unwrap()))
        .collect()
}

/// The operationIds that stand between two texts on a line.
fn ids(texts: &[(PathBuf, String)], before: &str, after: &str) -> BTreeSet<String> {
    let lines = texts.iter().flat_map(|(_, text)| text.lines());
    let id = |line: &str| {
        let (id, _) = line.trim().strip_prefix(before)?.split_once(after)?;
        Some(id.to_owned())
    };
    lines.filter_map(id).collect()
}

/// Both packages have operations that wait.
fn check(package: &str, least: usize) {
    let Some(root) = generated(package) else {
        return;
    };
    let operations = texts(root.path(), "operations");
    let dispatch = texts(root.path(), "dispatch");
    let methods: BTreeSet<String> = operations
        .iter()
        .flat_map(|(_, text)| text.split(", operation `").skip(1))
        .filter_map(|rest| Some(rest.split_once('`')?.0.to_owned()))
        .collect();
    assert_eq!(ids(&dispatch, "\"", "\": "), methods);
    assert!(methods.len() >= least, "{}", methods.len());

    let names = |texts: &[(PathBuf, String)]| -> Vec<PathBuf> {
        texts.iter().map(|(path, _)| path.clone()).collect()
    };
    assert_eq!(names(&dispatch), names(&operations), "a file for each file");
    for (path, text) in &dispatch {
        assert!(text.lines().count() <= 1_500, "{}", path.display());
    }
    let waits = |text: &str| text.contains("dispatch::operation(poller");
    assert!(dispatch.iter().any(|(_, text)| waits(text)));
}

#[test]
fn every_operation_of_key_vault() {
    check("keyvault/data-plane", 100);
}

#[test]
fn every_operation_of_api_management() {
    check("apimanagement/resource-manager", 300);
}
