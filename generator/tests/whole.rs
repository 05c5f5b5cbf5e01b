//! The whole line, from a description to the texts of a crate: what no stage can see alone.

use std::collections::BTreeSet;

use armature_codegen::diagnostic::Diagnostics;
use armature_codegen::load::MemorySource;
use armature_codegen::manifest::{Manifest, ReadmeRequest, Runtime};
use armature_codegen::source_file::{SourceFile, is_emitted};

/// A stand-alone crate of one description with one operation, which has an example.
fn crate_of(file: &str, operation_id: &str) -> Vec<SourceFile> {
    let readme = format!(
        "``` yaml\ntag: one\n```\n\n``` yaml $(tag) == 'one'\ninput-file: \"{file}\"\n```\n"
    );
    let request = ReadmeRequest {
        path: "readme.md",
        text: &readme,
        folder: "",
        tag: None,
        output: "out",
        runtime: Runtime::Version("0.1.0".to_owned()),
        command: "cargo xtask codegen",
        package: Some("one"),
    };
    let (manifest, doubts) = Manifest::from_readme(&request).unwrap();
    let description = format!(
        r##"{{
          "swagger": "2.0",
          "info": {{ "title": "One", "version": "1.0" }},
          "host": "one.example.com",
          "paths": {{ "/one": {{ "get": {{
            "operationId": "{operation_id}",
            "parameters": [],
            "responses": {{ "200": {{ "description": "It.", "schema": {{ "type": "string" }} }} }},
            "x-ms-examples": {{ "One": {{ "$ref": "./example.json" }} }}
          }} }} }}
        }}"##
    );
    let example = r#"{ "parameters": {}, "responses": { "200": { "body": "it" } } }"#;
    let source = MemorySource::default()
        .with(file, &description)
        .with("example.json", example);
    let generated = armature_codegen::generate(&manifest, &source, doubts, &mut |_| ());
    generated.unwrap_or_else(|report| panic!("{report}")).files
}

#[test]
fn every_path_is_written_once_and_every_file_is_known_as_emitted() {
    for id in [
        "Main_Get",
        "Get",
        "Mod_Get",
        "Lib_Get",
        "Self_Get",
        "Models_Get",
        "Client_Get",
        "Tests_Get",
    ] {
        let files = crate_of("main.json", id);
        let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths.len(), files.len(), "{id}: {paths:?}");
        assert!(paths.contains("tests/examples/main.rs"), "{id}: {paths:?}");
        for file in &files {
            assert!(is_emitted(file.text.as_bytes()), "{id}: {}", file.path);
        }
    }
}

#[test]
fn characters_that_turn_text_around_reach_no_file() {
    for file in crate_of("a\u{202e}b.json", "One_Get") {
        let readable = !file.text.contains('\u{202e}');
        assert!(readable, "{}", file.path);
    }
}

#[test]
fn what_was_doubtful_about_the_manifest_is_reported_with_the_rest() {
    let mut doubts = Diagnostics::default();
    doubts.push(armature_codegen::diagnostic::Diagnostic::error(
        "A0100",
        &armature_codegen::location::Place::document("readme.md"),
        "it is doubtful",
    ));
    let (manifest, _) = Manifest::from_readme(&ReadmeRequest {
        path: "readme.md",
        text: "``` yaml\ninput-file: a.json\n```\n",
        folder: "",
        tag: None,
        output: "out",
        runtime: Runtime::Version("0.1.0".to_owned()),
        command: "cargo xtask codegen",
        package: None,
    })
    .unwrap();
    let report =
        armature_codegen::generate(&manifest, &MemorySource::default(), doubts, &mut |_| ());
    assert!(report.unwrap_err().to_string().contains("it is doubtful"));
}
