//! The command from the outside: what it writes, what it leaves alone, what `--check` and `--readme` do.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{codegen, copy, files};

fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/widgets"),
        folder.path(),
    );
    folder
}

fn generated() -> tempfile::TempDir {
    let folder = workspace();
    let outcome = codegen(folder.path(), &[]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    folder
}

#[test]
fn says_what_changed_how_much_there_was_and_how_long_each_stage_took() {
    let folder = workspace();
    let said = codegen(folder.path(), &[]).stdout;
    for expected in [
        "new      src/lib.rs",
        "generated: 14 files changed, 0 unchanged, package ",
        "1 documents, 1 operations, 1 types, 0 examples, 0 places of free JSON",
        "load ",
        "lower ",
        "emit ",
        "format ",
        "compare ",
        "write ",
        " ms",
    ] {
        assert!(said.contains(expected), "{expected}:\n{said}");
    }
}

#[test]
fn a_second_run_changes_nothing() {
    let folder = generated();
    let times = || -> Vec<_> {
        let root = folder.path().join("generated");
        files(&root)
            .iter()
            .map(|file| fs::metadata(root.join(file)).unwrap().modified().unwrap())
            .collect()
    };
    let before = times();
    let outcome = codegen(folder.path(), &[]);
    assert!(
        outcome.stdout.contains("generated: 0 files changed"),
        "{}",
        outcome.stdout
    );
    assert_eq!(times(), before);
}

#[test]
fn check_passes_on_what_was_just_written() {
    let folder = generated();
    let outcome = codegen(folder.path(), &["--check"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
}

#[test]
fn check_shows_the_first_difference_and_the_command_to_run() {
    let folder = generated();
    let lib = folder.path().join("generated/src/lib.rs");
    let text = fs::read_to_string(&lib)
        .unwrap()
        .replace("pub mod widgets;", "pub mod gadgets;");
    fs::write(&lib, &text).unwrap();
    fs::remove_file(folder.path().join("generated/src/widgets/mod.rs")).unwrap();

    let outcome = codegen(folder.path(), &["--check"]);
    assert_eq!(outcome.code, 1);
    for expected in [
        "changed  src/lib.rs:",
        "on disk: pub mod gadgets;",
        "emitted: pub mod widgets;",
        "missing  src/widgets/mod.rs",
        "run `cargo xtask codegen` and commit what it changes",
    ] {
        assert!(
            outcome.stderr.contains(expected),
            "{expected}:\n{}",
            outcome.stderr
        );
    }
    assert_eq!(
        fs::read_to_string(&lib).unwrap(),
        text,
        "`--check` writes nothing"
    );
}

#[test]
fn check_sees_files_that_should_not_be_there() {
    let folder = generated();
    let lib = fs::read_to_string(folder.path().join("generated/src/lib.rs")).unwrap();
    fs::write(folder.path().join("generated/src/old.rs"), lib).unwrap();
    let outcome = codegen(folder.path(), &["--check"]);
    assert_eq!(outcome.code, 1);
    assert!(
        outcome.stderr.contains("stale    src/old.rs"),
        "{}",
        outcome.stderr
    );

    fs::write(
        folder.path().join("generated/src/mine.rs"),
        "pub struct Mine;\n",
    )
    .unwrap();
    let outcome = codegen(folder.path(), &["--check"]);
    assert_eq!(outcome.code, 1);
    assert!(
        outcome.stderr.contains("generated/src/mine.rs"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_readme_gives_a_crate_that_stands_alone() {
    let folder = workspace();
    let outcome = codegen(
        folder.path(),
        &[
            "--readme",
            "readme.md",
            "--out",
            "widgets",
            "--name",
            "my-widgets",
            "--client",
            "GizmoClient",
        ],
    );
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let client = fs::read_to_string(folder.path().join("widgets/src/client.rs")).unwrap();
    assert!(client.contains("pub struct GizmoClient {"), "{client}");
    assert!(
        outcome.stdout.contains("0 unchanged, package my-widgets\n"),
        "{}",
        outcome.stdout
    );
    let manifest = fs::read_to_string(folder.path().join("widgets/Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"my-widgets\""), "{manifest}");
    assert!(
        manifest.contains(concat!(
            "armature-runtime = { version = \"",
            env!("CARGO_PKG_VERSION"),
            "\""
        )),
        "{manifest}"
    );
    assert!(files(&folder.path().join("widgets")).contains(&PathBuf::from("src/client.rs")));
}

#[test]
fn an_overlay_changes_the_descriptions_of_a_readme() {
    let folder = workspace();
    let arguments = [
        "--readme",
        "readme.md",
        "--out",
        "widgets",
        "--overlay",
        "mend.yaml",
    ];
    let outcome = codegen(folder.path(), &arguments);
    assert_eq!(outcome.code, 1);
    assert!(
        outcome.stderr.contains("mend.yaml is no file"),
        "{}",
        outcome.stderr
    );
    let overlay = "overlay: 1.0.0\ninfo: { title: Widgets, version: 1.0.0 }\nactions:\n\
        - { target: $.paths.*.get, update: { operationId: Widget_Fetch } }\n";
    fs::write(folder.path().join("mend.yaml"), overlay).unwrap();
    let outcome = codegen(folder.path(), &arguments);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let sources: String = files(&folder.path().join("widgets/src"))
        .iter()
        .map(|file| fs::read_to_string(folder.path().join("widgets/src").join(file)).unwrap())
        .collect();
    assert!(sources.contains("async fn fetch("), "{sources}");
    let specification = fs::read_to_string(folder.path().join("specs/widgets.json")).unwrap();
    assert!(specification.contains("Widget_Get"), "{specification}");
}

#[test]
fn an_overlay_outside_of_the_root_is_an_error() {
    let folder = workspace();
    let elsewhere = tempfile::tempdir().unwrap();
    let overlay = elsewhere.path().join("mend.yaml");
    fs::write(&overlay, "overlay: 1.0.0\n").unwrap();
    let overlay = overlay.to_string_lossy();
    let arguments = [
        "--readme",
        "readme.md",
        "--out",
        "widgets",
        "--overlay",
        &overlay,
    ];
    let outcome = codegen(folder.path(), &arguments);
    assert_eq!(outcome.code, 1);
    let said = format!("{} does not lie below", elsewhere.path().display());
    assert!(outcome.stderr.contains(&said), "{}", outcome.stderr);
    assert!(!folder.path().join("widgets").exists());
}

#[test]
fn a_runtime_path_is_written_relative_to_the_crate() {
    let folder = workspace();
    fs::create_dir_all(folder.path().join("runtime")).unwrap();
    fs::write(folder.path().join("runtime/Cargo.toml"), "[package]\n").unwrap();
    let arguments = [
        "--readme",
        "readme.md",
        "--out",
        "target/widgets",
        "--runtime-path",
        "runtime",
    ];
    assert_eq!(codegen(folder.path(), &arguments).code, 0);
    let manifest = fs::read_to_string(folder.path().join("target/widgets/Cargo.toml")).unwrap();
    assert!(manifest.contains("path = \"../../runtime\""), "{manifest}");
    assert!(
        !manifest.contains(&*folder.path().to_string_lossy()),
        "{manifest}"
    );
}

#[test]
fn a_runtime_path_without_a_crate_is_an_error_and_leaves_no_folder() {
    let folder = workspace();
    let arguments = [
        "--readme",
        "readme.md",
        "--out",
        "new",
        "--runtime-path",
        "specs",
    ];
    let outcome = codegen(folder.path(), &arguments);
    assert_eq!(outcome.code, 1);
    assert!(
        outcome.stderr.contains("specs holds no crate"),
        "{}",
        outcome.stderr
    );
    assert!(!folder.path().join("new").exists());
}

#[test]
fn a_package_name_that_cargo_refuses_is_an_error() {
    let folder = workspace();
    let outcome = codegen(
        folder.path(),
        &[
            "--readme",
            "readme.md",
            "--out",
            "new",
            "--name",
            "Bad Name!",
        ],
    );
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("`Bad Name!`"), "{}", outcome.stderr);
}

#[test]
fn the_command_works_the_same_in_every_folder_of_the_workspace() {
    let folder = generated();
    for (below, arguments) in [
        ("generated/src", &["--check"][..]),
        ("specs", &["--check", "--manifest", "armature.toml"]),
    ] {
        let outcome = codegen(&folder.path().join(below), arguments);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{below}");
    }
}

#[test]
fn an_unknown_tag_is_an_error_that_lists_the_tags() {
    let folder = workspace();
    let outcome = codegen(
        folder.path(),
        &[
            "--readme",
            "readme.md",
            "--out",
            "widgets",
            "--tag",
            "package-2.0",
        ],
    );
    assert_eq!(outcome.code, 1);
    assert!(
        outcome.stderr.contains("`package-1.0` and `package-0.9`"),
        "{}",
        outcome.stderr
    );
    assert!(!folder.path().join("widgets").exists());
}

/// A workspace whose description has a format that is unknown: a warning.
fn doubtful() -> tempfile::TempDir {
    let folder = workspace();
    let spec = folder.path().join("specs/widgets.json");
    let text = fs::read_to_string(&spec)
        .unwrap()
        .replace("\"description\": \"Its name.\"", "\"format\": \"furlong\"");
    fs::write(&spec, text).unwrap();
    folder
}

#[test]
fn strict_makes_errors_of_warnings() {
    let folder = doubtful();
    let outcome = codegen(folder.path(), &["--strict"]);
    assert_eq!(outcome.code, 1);
    assert!(
        outcome
            .stderr
            .contains("warnings are errors: `--strict` on the command line"),
        "{}",
        outcome.stderr
    );
    assert!(!folder.path().join("generated").exists());
}

#[test]
fn strict_with_codes_makes_errors_of_these_warnings_alone() {
    let folder = doubtful();

    let unknown = codegen(folder.path(), &["--strict", "A0402,A9999"]);
    let said =
        "error: `--strict`: there is no warning `A9999`\n   = help: the warnings are A0108, ";
    assert!(unknown.stderr.starts_with(said), "{}", unknown.stderr);

    let denied = codegen(folder.path(), &["--strict", "A0304", "--strict=A0402"]);
    assert!(
        denied.stderr.starts_with("error[A0402]: "),
        "{}",
        denied.stderr
    );
    assert_eq!((unknown.code, denied.code), (1, 1));
    assert!(!folder.path().join("generated").exists());

    let others = codegen(folder.path(), &["--strict", "A0304,A0111"]);
    assert_eq!(others.code, 0, "{}", others.stderr);
    assert!(
        others.stderr.starts_with("warning[A0402]: "),
        "{}",
        others.stderr
    );
}
