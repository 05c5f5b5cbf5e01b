//! What becomes of schemas: the types of the model, as text, and the findings.
//!
//! One description in `fixtures/lower/types` for each feature, which its name says; the expected text is in `snapshots`.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use armature_codegen::diagnostic::Diagnostics;
use armature_codegen::load::{self, MemorySource};
use armature_codegen::lower;
use armature_codegen::manifest::{
    Manifest, ManifestText, PackageManifest, ServiceManifest, VersionManifest,
};
use armature_codegen::model::{Package, Runtime, Shape};
use indexmap::IndexMap;

/// Lowers one fixture and compares its types and findings with the snapshot of the same name.
#[track_caller]
fn check(fixture: &str) {
    check_renaming(fixture, &[]);
}

#[track_caller]
fn check_renaming(fixture: &str, rename: &[(&str, &str)]) {
    insta::assert_snapshot!(fixture, text_of(&fixtures(), fixture, rename));
}

/// The types and findings of `<fixture>.yaml`.
fn text_of(source: &MemorySource, fixture: &str, rename: &[(&str, &str)]) -> String {
    let (package, diagnostics) = lowered(source, &format!("{fixture}.yaml"), rename);
    let versions = package
        .services
        .iter()
        .flat_map(|service| &service.versions);
    let mut text: String = versions.map(|version| version.types.to_text()).collect();
    for finding in &diagnostics.list {
        writeln!(
            text,
            "{}[{}]: {}",
            finding.severity, finding.code, finding.message
        )
        .unwrap();
        writeln!(text, "  at {}", finding.place).unwrap();
        for (what, place) in &finding.related {
            writeln!(text, "  {what}: {place}").unwrap();
        }
        if let Some(done) = &finding.done {
            writeln!(text, "  done: {done}").unwrap();
        }
    }
    text
}

fn lowered(source: &MemorySource, input: &str, rename: &[(&str, &str)]) -> (Package, Diagnostics) {
    let manifest = manifest(input, rename);
    let mut diagnostics = Diagnostics::default();
    let specs = load::load(&manifest, source, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{:#?}", diagnostics.list);
    let package = lower::lower(&specs, &manifest, &mut diagnostics);
    diagnostics.sort();
    (package, diagnostics)
}

fn manifest(input: &str, rename: &[(&str, &str)]) -> Manifest {
    let rename = rename.iter();
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
            shape: Shape::StandAlone,
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
            versions: vec![VersionManifest {
                version: "2024-01-01".to_owned(),
                inputs: vec![input.to_owned()],
            }],
        }],
        rename: rename
            .map(|(key, name)| ((*key).to_owned(), (*name).to_owned()))
            .collect::<IndexMap<_, _>>(),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lower/types")
}

/// All fixtures, so that they can refer to each other.
fn fixtures() -> MemorySource {
    names()
        .iter()
        .fold(MemorySource::default(), |source, name| {
            let path = format!("{name}.yaml");
            let text = fs::read_to_string(folder().join(&path)).unwrap();
            source.with(&path, &text)
        })
}

fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let mut names: Vec<String> = paths
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// One test for each fixture, and one that finds fixtures without a test.
macro_rules! fixtures {
    ($($fixture:ident),* $(,)?) => {
        $(
            #[test]
            fn $fixture() {
                check(stringify!($fixture));
            }
        )*

        #[test]
        fn every_fixture_has_a_test() {
            let mut tested = vec![$(stringify!($fixture)),*];
            // These are tested below, or with the fixture that refers to them.
            tested.extend(["renames", "same_names_other", "unions_other"]);
            tested.sort();
            assert_eq!(names(), tested);
        }
    };
}

fixtures! {
    access,
    all_of,
    all_of_cycle,
    dangling,
    discriminator,
    enum_names,
    enums,
    extensions_malformed,
    field_names,
    formats_unknown,
    free_json,
    inline_objects,
    maps_and_lists,
    notes,
    openapi3,
    recursion,
    same_names,
    scalars,
    sending,
    type_names,
    unions,
    unions_openapi3,
    usage,
}

#[test]
fn renames() {
    check_renaming(
        "renames",
        &[
            ("renames.yaml#/definitions/Thing", "Gadget"),
            (
                "renames.yaml#/definitions/Thing/properties/odd-name",
                "evenName",
            ),
            (
                "renames.yaml#/definitions/Thing/properties/inline/x-ms-enum/name",
                "Even",
            ),
            ("renames.yaml#/definitions/SkuName/enum/1", "Alternative"),
        ],
    );
}

#[test]
fn renames_of_nothing_are_errors() {
    let without_effect = [
        "renames.yaml#/definitions/None",
        "renames.yaml#/definitions/SkuName/enum/7",
        "renames.yaml#/definitions/SkuName/type",
        "other.yaml#/definitions/Thing",
        "nonsense",
    ];
    let rename = without_effect.map(|key| (key, "Name"));
    let (_, diagnostics) = lowered(&fixtures(), "renames.yaml", &rename);
    let codes: Vec<&str> = diagnostics.errors().map(|finding| finding.code).collect();
    assert_eq!(codes, ["A0305"; 5]);
}

#[test]
fn names_do_not_depend_on_the_order_of_files() {
    let text = fs::read_to_string(folder().join("same_names.yaml")).unwrap();
    let (own, other) = (
        "own: { $ref: \"#/definitions/Address\" }",
        "other: { $ref: \"same_names_other.yaml#/definitions/Address\" }",
    );
    let swapped = text
        .replace(own, "SWAP")
        .replace(other, own)
        .replace("SWAP", other);
    assert_ne!(text, swapped);
    let names = |source: &MemorySource| {
        let (package, _) = lowered(source, "same_names.yaml", &[]);
        let types = package.services[0].versions[0].types.clone();
        let mut names: Vec<(String, String)> = types
            .definitions
            .iter()
            .map(|definition| match definition {
                armature_codegen::model::TypeDefinition::Object(object) => {
                    (object.place.to_string(), object.name.pascal())
                }
                armature_codegen::model::TypeDefinition::Enumeration(one) => {
                    (one.place.to_string(), one.name.pascal())
                }
                armature_codegen::model::TypeDefinition::Union(one) => {
                    (one.place.to_string(), one.name.pascal())
                }
            })
            .collect();
        names.sort();
        names
    };
    assert_eq!(
        names(&fixtures()),
        names(&fixtures().with("same_names.yaml", &swapped))
    );
}

/// A description with one operation that answers with `definitions`' first, in JSON.
fn description(definitions: &serde_json::Value) -> String {
    let first = definitions.as_object().unwrap().keys().next().unwrap();
    let answer = serde_json::json!({"description": "ok", "schema": {"$ref": format!("#/definitions/{first}")}});
    let operation = serde_json::json!({"operationId": "Thing_Get", "responses": {"200": answer}});
    serde_json::json!({
        "swagger": "2.0",
        "info": {"title": "Things", "version": "2024-01-01"},
        "host": "management.azure.com",
        "paths": {"/thing": {"get": operation}},
        "definitions": definitions,
    })
    .to_string()
}

fn text_of_definitions(definitions: &serde_json::Value) -> String {
    let source = MemorySource::default().with("hostile.yaml", &description(definitions));
    text_of(&source, "hostile", &[])
}

#[test]
fn long_chains_do_not_exhaust_the_stack() {
    const LENGTH: usize = 2_000;
    let chain = |link: fn(String) -> serde_json::Value| {
        let links = (0..LENGTH).map(|index| {
            (
                format!("D{index}"),
                link(format!("#/definitions/D{}", index + 1)),
            )
        });
        let end = (format!("D{LENGTH}"), serde_json::json!({"type": "string"}));
        serde_json::Value::Object(links.chain([end]).collect())
    };
    let by_property = chain(|next| serde_json::json!({"properties": {"next": {"$ref": next}}}));
    assert!(text_of_definitions(&by_property).contains("object D1999"));
    let by_base =
        chain(|next| serde_json::json!({"properties": {"a": {}}, "allOf": [{"$ref": next}]}));
    assert!(text_of_definitions(&by_base).contains("A0413"));
    let by_items = chain(|next| serde_json::json!({"type": "array", "items": {"$ref": next}}));
    assert!(text_of_definitions(&by_items).contains("A0404"));
    let by_wrapper =
        chain(|next| serde_json::json!({"description": "d", "allOf": [{"$ref": next}]}));
    assert!(text_of_definitions(&by_wrapper).contains("A0413"));
}

#[test]
fn many_bases_of_many_bases_end() {
    // Each level has the next one as a base twice: 2^40 ways down.
    let levels = (0..40).map(|index| {
        let base = serde_json::json!({"$ref": format!("#/definitions/L{}", index + 1)});
        (format!("L{index}"), serde_json::json!({"properties": {format!("p{index}"): {"type": "string"}}, "allOf": [base, base]}))
    });
    let end = (
        "L40".to_owned(),
        serde_json::json!({"properties": {"p40": {"type": "string"}}}),
    );
    let text = text_of_definitions(&serde_json::Value::Object(levels.chain([end]).collect()));
    assert!(text.contains("p40: String"));
}

#[test]
fn unions_of_many_kinds_of_kinds_end() {
    const LENGTH: usize = 2_000;
    let subtype =
        |name: String, base: String| (name, serde_json::json!({"allOf": [{"$ref": base}]}));
    let base =
        serde_json::json!({"discriminator": "kind", "properties": {"kind": {"type": "string"}}});
    let chain = (1..LENGTH)
        .map(|index| subtype(format!("D{index}"), format!("#/definitions/D{}", index - 1)));
    let definitions = [("D0".to_owned(), base.clone())].into_iter().chain(chain);
    let text = text_of_definitions(&serde_json::Value::Object(definitions.collect()));
    // What is too deep to inherit the discriminator is no kind, and says so.
    assert!(text.contains("union D0, by \"kind\"") && text.contains("A0403"));
    let wide = (1..LENGTH).map(|index| subtype(format!("D{index}"), "#/definitions/D0".to_owned()));
    let definitions = [("D0".to_owned(), base)].into_iter().chain(wide);
    let text = text_of_definitions(&serde_json::Value::Object(definitions.collect()));
    assert!(text.contains("\"D1999\": D1999") && !text.contains("warning"));
    // Each is the base of the other.
    let circle = serde_json::json!({
        "A": {"discriminator": "kind", "allOf": [{"$ref": "#/definitions/B"}], "properties": {"a": {}}},
        "B": {"allOf": [{"$ref": "#/definitions/A"}]},
    });
    assert!(text_of_definitions(&circle).contains("union A"));
}
