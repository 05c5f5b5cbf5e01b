//! Faulty input: what the command says, how it ends, and that it leaves nothing half-written.
//!
//! Each folder below `bad_input/` is a small workspace of its own; the snapshot of the same name holds the exact text.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{codegen, copy, files};

#[test]
fn every_fault_is_told_with_file_line_and_pointer() {
    for case in cases() {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let folder = tempfile::tempdir().unwrap();
        copy(&case, folder.path());
        let before = files(folder.path());
        let outcome = codegen(folder.path(), &[]);

        let text = format!("exit code {}\n\n{}", outcome.code, outcome.stderr);
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "bad_input", omit_expression => true }, {
            insta::assert_snapshot!(name.clone(), text);
        });
        if outcome.code != 0 {
            assert_eq!(outcome.stdout, "", "{name}: nothing is announced");
            assert_eq!(
                files(folder.path()),
                before,
                "{name}: nothing may be written"
            );
        }
    }
}

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_input");
    let mut cases: Vec<PathBuf> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.retain(|path| path.is_dir());
    cases.sort();
    assert!(cases.len() >= 15, "the cases are gone");
    cases
}
