//! What is emitted for discriminated unions and for enumerations of numbers: enums, their tables, structs that write their discriminator.

use std::fs;
use std::path::Path;

use armature_codegen::diagnostic::Diagnostics;
use armature_codegen::emit::emit;
use armature_codegen::format::format;
use armature_codegen::load::{self, MemorySource};
use armature_codegen::lower;
use armature_codegen::manifest::{
    Manifest, ManifestText, PackageManifest, ServiceManifest, VersionManifest,
};
use armature_codegen::model::{Runtime, Shape};
use indexmap::IndexMap;

/// The text of the file at `path` for the inputs, all of one api-version, or one api-version each.
fn emitted(inputs: &[&[&str]], path: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lower/types");
    let mut source = MemorySource::default();
    for name in ["unions.yaml", "unions_other.yaml", "enums.yaml"] {
        source = source.with(name, &fs::read_to_string(folder.join(name)).unwrap());
    }
    let manifest = manifest(inputs);
    let mut diagnostics = Diagnostics::default();
    let specs = load::load(&manifest, &source, &mut diagnostics);
    let package = lower::lower(&specs, &manifest, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{:#?}", diagnostics.list);
    let files = emit(&package).into_iter();
    let mut files = files.map(|file| format(file).unwrap());
    files.find(|file| file.path == path).unwrap().text
}

fn manifest(inputs: &[&[&str]]) -> Manifest {
    let versions = inputs.iter().enumerate();
    let versions = versions.map(|(index, inputs)| VersionManifest {
        version: format!("2024-01-0{}", index + 1),
        inputs: inputs.iter().map(|input| (*input).to_owned()).collect(),
    });
    Manifest {
        path: "armature.toml".to_owned(),
        text: ManifestText::default(),
        deny_warnings: Vec::new(),
        input_places: Default::default(),
        directives: Vec::new(),
        package: PackageManifest {
            name: "things".to_owned(),
            version: "0.1.0".to_owned(),
            description: "Things".to_owned(),
            output: "generated".to_owned(),
            shape: match inputs {
                [_] => Shape::StandAlone,
                _ => Shape::WorkspaceMember,
            },
            runtime: Runtime::Version("0.1.0".to_owned()),
            dev_dependencies: Vec::new(),
            command: "cargo xtask codegen".to_owned(),
        },
        services: vec![ServiceManifest {
            name: "things".to_owned(),
            title: "Things".to_owned(),
            description: None,
            client: None,
            authentication: None,
            overlays: Vec::new(),
            versions: versions.collect(),
        }],
        rename: IndexMap::new(),
    }
}

#[test]
fn a_union_is_an_enum_and_a_table_of_its_kinds() {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(emitted(&[&["unions.yaml"]], "src/models.rs"));
    });
}

#[test]
fn an_enumeration_of_numbers_has_its_number_type_in_its_table() {
    let text = emitted(&[&["enums.yaml"]], "src/enums.rs");
    for table in [
        "closed_enum! { Size as i64 { Value1 = 1, Value2 = 2 } }",
        "extensible_enum! { ThingCount as i32 { Value1 = 1, Value3 = 3, ValueMinus1 = -1 } }",
        "UnknownValue(i32),",
        "UnknownValue(i64),",
    ] {
        assert!(text.contains(table), "{table}\n{text}");
    }
}

#[test]
fn kinds_of_another_api_version_are_none() {
    let path = "src/things/v2024_01_01/models.rs";
    let alone = emitted(&[&["unions.yaml"], &["unions_other.yaml"]], path);
    assert!(!alone.contains("=> OtherTask"), "{alone}");
    let together = emitted(
        &[
            &["unions.yaml", "unions_other.yaml"],
            &["unions_other.yaml"],
        ],
        path,
    );
    assert!(together.contains("=> OtherTask"), "{together}");
}
