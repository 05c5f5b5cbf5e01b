//! Long-running operations that another operation says the state of, from the description to the emitted text.

use std::path::Path;

use armature_codegen::diagnostic::Diagnostics;
use armature_codegen::load::{self, FolderSource};
use armature_codegen::manifest::{
    Manifest, ManifestText, PackageManifest, ServiceManifest, VersionManifest,
};
use armature_codegen::model::{Runtime, Shape};
use armature_codegen::{emit, format, lower};

/// The emitted file of the fixture whose path ends so.
fn emitted(end: &str) -> String {
    let manifest = Manifest {
        path: "armature.toml".to_owned(),
        text: ManifestText::default(),
        deny_warnings: Vec::new(),
        input_places: Default::default(),
        directives: Vec::new(),
        package: PackageManifest {
            name: "signers".to_owned(),
            version: "0.1.0".to_owned(),
            description: "Signers".to_owned(),
            output: "signers".to_owned(),
            shape: Shape::StandAlone,
            runtime: Runtime::Version("0.1.0".to_owned()),
            dev_dependencies: Vec::new(),
            command: "cargo xtask codegen".to_owned(),
        },
        services: vec![ServiceManifest {
            name: "signers".to_owned(),
            title: "Signers".to_owned(),
            description: None,
            client: None,
            overlays: Vec::new(),
            authentication: None,
            versions: vec![VersionManifest {
                version: String::new(),
                inputs: vec!["polling.yaml".to_owned()],
            }],
        }],
        rename: Default::default(),
    };
    let source = FolderSource {
        root: Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lower_operations"),
        label: String::new(),
    };
    let mut diagnostics = Diagnostics::default();
    let specs = load::load(&manifest, &source, &mut diagnostics);
    let package = lower::lower(&specs, &manifest, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:#?}");
    let files = emit::emit(&package);
    let file = files.into_iter().find(|file| file.path.ends_with(end));
    format::format(file.expect("the file is emitted"))
        .expect("it is Rust")
        .text
}

/// The lines from the first that contains `start` up to the blank line before the next item.
fn part(text: &str, start: &str, end: &str) -> String {
    let lines = text.lines().skip_while(|line| !line.contains(start));
    let mut part: Vec<&str> = lines.take_while(|line| *line != end).collect();
    assert!(!part.is_empty(), "`{start}` is in the text");
    part.push(end);
    part.join("\n")
}

#[test]
fn a_method_that_polls_by_the_state_in_a_model() {
    let text = emitted("operations/signatures.rs");
    insta::assert_snapshot!(part(&text, "/// Make.", "    }"));
}

#[test]
fn a_method_that_polls_by_http_statuses() {
    let text = emitted("operations/signatures.rs");
    insta::assert_snapshot!(part(&text, "/// Delete.", "    }"));
}

#[test]
fn a_model_that_is_the_state() {
    let text = emitted("models.rs");
    insta::assert_snapshot!(part(&text, "status_monitor! {", "}"));
    assert_eq!(text.matches("status_monitor! {").count(), 1);
}

#[test]
fn a_test_that_goes_on_to_the_end() {
    let text = emitted("examples/signatures.rs");
    insta::assert_snapshot!(part(&text, "fn begin_delete_delete_200", "}"));
}
