//! `write`: what reaches the disk, what is left alone, what is refused.

use std::fs;
use std::path::Path;

use armature_codegen::source_file::SourceFile;
use armature_codegen::write::{Change, Difference, WriteError, apply, plan, recover};

const HEADER: &str = "// Written by `cargo xtask codegen` from specs/a.json; do not edit.\n";

fn file(path: &str, body: &str) -> SourceFile {
    SourceFile {
        path: path.to_owned(),
        text: format!("{HEADER}{body}"),
    }
}

fn crate_files() -> Vec<SourceFile> {
    vec![
        file("Cargo.toml", "[package]\n"),
        file("src/lib.rs", "pub mod a;\n"),
        file("src/a/mod.rs", "pub struct A;\n"),
    ]
}

fn written() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    apply(&plan(crate_files(), folder.path()).unwrap()).unwrap();
    folder
}

fn paths(folder: &Path) -> Vec<String> {
    let plan = plan(Vec::new(), folder).unwrap();
    plan.changes
        .iter()
        .map(|change| change.path().to_owned())
        .collect()
}

#[test]
fn writes_missing_files_and_a_second_run_changes_nothing() {
    let folder = written();
    let again = plan(crate_files(), folder.path()).unwrap();
    assert_eq!(
        (again.changes.as_slice(), again.unchanged),
        ([].as_slice(), 3)
    );
    assert!(!folder.path().join(".codegen-staging").exists());
}

#[test]
fn unchanged_files_keep_their_time() {
    let folder = written();
    let lib = folder.path().join("src/lib.rs");
    let before = fs::metadata(&lib).unwrap().modified().unwrap();
    let mut files = crate_files();
    files[2] = file("src/a/mod.rs", "pub struct B;\n");
    std::thread::sleep(std::time::Duration::from_millis(20));
    apply(&plan(files, folder.path()).unwrap()).unwrap();
    assert_eq!(fs::metadata(&lib).unwrap().modified().unwrap(), before);
    assert!(
        fs::read_to_string(folder.path().join("src/a/mod.rs"))
            .unwrap()
            .contains("struct B")
    );
}

#[test]
fn names_the_first_line_that_differs() {
    let folder = written();
    fs::write(
        folder.path().join("src/lib.rs"),
        format!("{HEADER}pub mod b;\n"),
    )
    .unwrap();
    let plan = plan(crate_files(), folder.path()).unwrap();
    let [Change::Changed(file, difference)] = plan.changes.as_slice() else {
        panic!("{plan:?}")
    };
    assert_eq!(file.path, "src/lib.rs");
    let expected = Difference {
        line: 2,
        on_disk: Some("pub mod b;".to_owned()),
        emitted: Some("pub mod a;".to_owned()),
    };
    assert_eq!(*difference, expected);
}

#[test]
fn sees_line_ends_that_a_tool_has_changed() {
    let folder = written();
    let lib = folder.path().join("src/lib.rs");
    let text = fs::read_to_string(&lib).unwrap().replace('\n', "\r\n");
    fs::write(&lib, text).unwrap();
    assert_eq!(plan(crate_files(), folder.path()).unwrap().changes.len(), 1);
}

#[test]
fn removes_stale_files_and_the_folders_they_leave_empty() {
    let folder = written();
    let files = crate_files().into_iter().take(2).collect();
    apply(&plan(files, folder.path()).unwrap()).unwrap();
    assert_eq!(paths(folder.path()), ["src/lib.rs"]);
    assert!(!folder.path().join("src/a").exists());
}

#[test]
fn refuses_a_foreign_file_where_only_emitted_ones_may_lie() {
    let folder = written();
    fs::write(folder.path().join("src/mine.rs"), "pub struct Mine;\n").unwrap();
    let mut files = crate_files();
    files[1] = file("src/lib.rs", "pub mod c;\n");
    let error = plan(files, folder.path()).unwrap_err();
    let expected = format!(
        "error[A0701]: files in {0} that the generator did not write\n  --> {0}/src/mine.rs\n   = done: nothing was written\n   \
         = help: move them elsewhere (`examples/` is yours) or remove them, or choose another folder",
        folder.path().display()
    );
    assert_eq!(error.to_string(), expected);
}

#[test]
fn refuses_a_folder_that_is_used_for_something_else() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("thesis.txt"), "years of work").unwrap();
    let error = plan(crate_files(), folder.path()).unwrap_err().to_string();
    assert!(
        error.contains("is not empty and holds no crate that the generator wrote"),
        "{error}"
    );
    assert!(error.contains("thesis.txt"), "{error}");
}

#[test]
fn refuses_a_manifest_written_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("Cargo.toml"),
        "[package]\nname = \"mine\"\n",
    )
    .unwrap();
    assert!(
        plan(crate_files(), folder.path())
            .unwrap_err()
            .to_string()
            .contains("Cargo.toml")
    );
}

#[test]
fn leaves_examples_and_build_output_alone() {
    let folder = written();
    fs::create_dir_all(folder.path().join("examples")).unwrap();
    fs::write(folder.path().join("examples/mine.rs"), "fn main() {}\n").unwrap();
    fs::write(folder.path().join("Cargo.lock"), "version = 4\n").unwrap();
    assert!(
        plan(crate_files(), folder.path())
            .unwrap()
            .changes
            .is_empty()
    );
}

#[test]
fn refuses_paths_that_leave_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    for path in ["../escape.rs", "/etc/passwd", "src/../../escape.rs", ""] {
        let error = plan(vec![file(path, "")], folder.path()).unwrap_err();
        assert!(matches!(error, WriteError::OutsidePath(_)), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn refuses_links_in_owned_folders() {
    let folder = written();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("lib.rs"), HEADER).unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("src/linked")).unwrap();
    assert!(matches!(
        plan(crate_files(), folder.path()),
        Err(WriteError::Foreign(_))
    ));
}

/// What a run has staged when it is killed: one new file and the list of steps.
fn interrupted(folder: &Path, commit: &str) {
    let staging = folder.join(".codegen-staging");
    fs::create_dir_all(&staging).unwrap();
    fs::write(staging.join("0"), format!("{HEADER}pub struct New;\n")).unwrap();
    fs::write(staging.join("commit"), commit).unwrap();
}

#[test]
fn finishes_a_run_that_was_killed_after_its_commit() {
    let folder = written();
    interrupted(
        folder.path(),
        "0 src/new.rs\n1 src/lib.rs\n- src/a/mod.rs\n",
    );
    assert!(recover(folder.path()).unwrap());
    assert_eq!(paths(folder.path()), ["src/lib.rs", "src/new.rs"]);
    assert!(!folder.path().join(".codegen-staging").exists());
}

#[test]
fn recovery_touches_nothing_that_was_not_emitted() {
    let folder = written();
    let example = folder.path().join("examples/mine.rs");
    fs::create_dir_all(example.parent().unwrap()).unwrap();
    fs::write(&example, "fn main() {}\n").unwrap();
    for commit in ["- examples/mine.rs\n", "0 examples/mine.rs\n"] {
        interrupted(folder.path(), commit);
        assert!(
            matches!(recover(folder.path()), Err(WriteError::Foreign(_))),
            "{commit}"
        );
        assert_eq!(fs::read_to_string(&example).unwrap(), "fn main() {}\n");
    }
}

#[test]
fn a_list_of_steps_that_is_garbled_or_leads_outside_is_an_error() {
    let folder = written();
    for commit in ["0\n", "- ../escape\n", "x src/new.rs\n"] {
        interrupted(folder.path(), commit);
        let error = recover(folder.path()).unwrap_err().to_string();
        assert!(error.contains("garbled"), "{commit}: {error}");
    }
}

#[test]
fn refuses_to_replace_another_crate() {
    let folder = tempfile::tempdir().unwrap();
    let named = |name: &str| {
        vec![file(
            "Cargo.toml",
            &format!("[package]\nname = \"{name}\"\n"),
        )]
    };
    apply(&plan(named("first"), folder.path()).unwrap()).unwrap();
    let error = plan(named("second"), folder.path())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("holds another crate that the generator wrote"),
        "{error}"
    );
}

#[test]
fn forgets_a_run_that_was_killed_before_its_commit() {
    let folder = written();
    let staging = folder.path().join(".codegen-staging");
    fs::create_dir_all(&staging).unwrap();
    fs::write(staging.join("0"), "half a fi").unwrap();
    assert!(!recover(folder.path()).unwrap());
    assert!(!staging.exists());
    assert!(
        plan(crate_files(), folder.path())
            .unwrap()
            .changes
            .is_empty()
    );
}
