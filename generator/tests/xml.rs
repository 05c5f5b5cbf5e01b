//! XML: the model of one description that has everything that can be said about it, what is found, and what is emitted.
//!
//! That the emitted crate compiles without a warning, and its tests pass, is checked by `.ci/run`.

use std::fs;
use std::path::Path;

use armature_codegen::diagnostic::Diagnostics;
use armature_codegen::load::{self, MemorySource};
use armature_codegen::lower;
use armature_codegen::manifest::{Manifest, ReadmeRequest, Runtime};

fn source() -> MemorySource {
    let files = [
        "library.yaml",
        "examples/get.json",
        "examples/get-text.json",
        "examples/put.json",
        "examples/film.json",
    ];
    files.iter().fold(MemorySource::default(), |source, file| {
        source.with(file, &fixture(file))
    })
}

fn fixture(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/xml");
    fs::read_to_string(folder.join(file)).unwrap()
}

fn manifest() -> Manifest {
    let request = ReadmeRequest {
        path: "readme.md",
        text: &fixture("readme.md"),
        folder: "",
        tag: None,
        output: "out",
        runtime: Runtime::Version("0.1.0".to_owned()),
        command: "cargo xtask codegen",
        package: Some("library"),
    };
    Manifest::from_readme(&request).unwrap().0
}

/// The text of one emitted file.
fn emitted(path: &str) -> String {
    let generated =
        armature_codegen::generate(&manifest(), &source(), Diagnostics::default(), &mut |_| ());
    let generated = generated.unwrap_or_else(|report| panic!("{report}"));
    let mut files = generated.files.into_iter();
    files.find(|file| file.path == path).unwrap().text
}

#[test]
fn what_is_said_about_xml_is_in_the_model() {
    let mut diagnostics = Diagnostics::default();
    let specs = load::load(&manifest(), &source(), &mut diagnostics);
    let package = lower::lower(&specs, &manifest(), &mut diagnostics);
    let findings = diagnostics.list.iter().map(|found| {
        let done = found.done.as_deref().unwrap_or("nothing");
        format!(
            "{}[{}] {}\n  at {}\n  done: {done}\n",
            found.severity, found.code, found.message, found.place
        )
    });
    let findings: String = findings.collect();
    insta::assert_snapshot!(format!("{}\n{findings}", package.to_text()));
}

#[test]
fn models_have_a_table() {
    insta::assert_snapshot!(emitted("src/models.rs"));
}

#[test]
fn methods_take_and_give_xml() {
    insta::assert_snapshot!(emitted("src/operations/books.rs"));
}

#[test]
fn arguments_and_answers_of_the_dispatcher_are_json_as_ever() {
    let text = emitted("src/dispatch/books.rs");
    for part in [
        "let book = arguments.xml(\"book\")?;",
        "books: arguments.optional_xml(\"books\")?",
        "dispatch::xml(response, book_headers)",
        "fn book_headers<F>(response: &Response<Book, F>)",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn examples_are_tests_of_xml() {
    insta::assert_snapshot!(emitted("tests/examples/books.rs"));
}

#[test]
fn a_crate_with_xml_asks_for_it() {
    let text = emitted("Cargo.toml");
    assert!(
        text.contains("default-features = false, features = [\"xml\"] }"),
        "{text}"
    );
}
