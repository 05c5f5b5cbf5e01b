//! Real descriptions: those of this repository, and Azure's as far as they lie beside the workspace.

use std::collections::BTreeMap;
use std::path::Path;

use armature_codegen::load::{FolderSource, SpecSet};
use armature_codegen::manifest::Manifest;
use openapiv3::ReferenceOr;
use serde_json::Value;

use super::support::{load_inputs, load_manifest};
use crate::reference;

#[test]
fn the_descriptions_of_this_repository() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let text = std::fs::read_to_string(root.join("armature.toml")).unwrap();
    let manifest = Manifest::from_toml("specs/armature.toml", &text).unwrap();
    let label = "specs/".to_owned();
    let loaded = load_manifest(&manifest, &FolderSource { root, label });
    assert!(loaded.diagnostics.is_empty(), "{}", loaded.drawn());
    assert_eq!(dangling(&loaded.specs), [""; 0]);

    let operations = loaded
        .specs
        .documents
        .values()
        .map(|document| document.api.operations().count());
    assert_eq!(operations.sum::<usize>(), 6 + 12 + 27);
}

#[test]
fn azures_descriptions_of_the_same_operations() {
    let Some(root) = reference::folder(
        "azures_descriptions_of_the_same_operations",
        "upstream/specification",
    ) else {
        return;
    };
    let inputs = [
        "keyvault/data-plane/Microsoft.KeyVault/stable/7.4/certificates.json",
        "apimanagement/resource-manager/Microsoft.ApiManagement/stable/2021-08-01/apimcertificates.json",
        "apimanagement/resource-manager/Microsoft.ApiManagement/stable/2024-05-01/apimcertificates.json",
    ];
    let label = String::new();
    let loaded = load_inputs(&inputs, &FolderSource { root, label });
    assert!(loaded.diagnostics.is_empty(), "{}", loaded.drawn());
    assert_eq!(dangling(&loaded.specs), [""; 0]);
    assert_eq!(loaded.specs.examples.len(), 27 + 8 + 8);
}

/// All packages of the corpus, each on its own. Pinned is every kind of finding: none of them is a part that could not be read.
#[test]
fn azures_descriptions_of_everything() {
    let Some(root) = reference::folder("azures_descriptions_of_everything", "azure-specs") else {
        return;
    };
    let packages = std::fs::read_to_string(root.join("packages.json")).unwrap();
    let packages: Vec<Value> = serde_json::from_str(&packages).unwrap();
    let label = String::new();
    let source = FolderSource { root, label };

    let mut findings: BTreeMap<String, usize> = BTreeMap::new();
    for package in &packages {
        let inputs: Vec<&str> = package["input_files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|path| path.as_str().unwrap())
            .collect();
        let loaded = load_inputs(&inputs, &source);
        let name = &package["name"];
        assert!(
            !loaded.diagnostics.has_errors(),
            "{name}:\n{}",
            loaded.drawn()
        );
        assert_eq!(dangling(&loaded.specs), [""; 0], "{name}");
        assert_eq!(
            counts(&loaded.specs, &inputs),
            (
                package["operations"].clone(),
                package["definitions"].clone()
            ),
            "{name}"
        );
        for finding in &loaded.diagnostics.list {
            let message = finding
                .message
                .split('`')
                .step_by(2)
                .collect::<Vec<_>>()
                .join("…");
            *findings
                .entry(format!("{} {message}", finding.code))
                .or_default() += 1;
        }
    }
    let findings: Vec<String> = findings
        .iter()
        .map(|(finding, count)| format!("{count:4} {finding}"))
        .collect();
    insta::assert_snapshot!(findings.join("\n"), @r#"
    1 A0219 … is not read: the scheme is that of the endpoint
    8 A0601 there is no example file …
    "#);
}

/// Operations and schemas of the inputs.
fn counts(specs: &SpecSet, inputs: &[&str]) -> (Value, Value) {
    let (mut operations, mut schemas) = (0, 0);
    for input in inputs {
        let api = &specs.documents[*input].api;
        operations += api.operations().count();
        schemas += api.components.as_ref().unwrap().schemas.len();
    }
    (operations.into(), schemas.into())
}

/// References of any kind that lead to nothing.
fn dangling(specs: &SpecSet) -> Vec<String> {
    let mut dangling = Vec::new();
    for document in specs.documents.values() {
        let api = serde_json::to_value(&document.api).unwrap();
        references(&api, &mut |reference| {
            let found = specs.schema(reference).is_some()
                || specs.parameter(reference).is_some()
                || specs.response(reference).is_some()
                || specs.request_body(reference).is_some()
                || specs.header(reference).is_some();
            if !found {
                dangling.push(reference.to_owned());
            }
        });
        for (path, item) in &api_paths(document) {
            assert!(
                matches!(item, ReferenceOr::Item(_)),
                "{path} is a reference"
            );
        }
    }
    dangling
}

fn api_paths(
    document: &armature_codegen::load::Document,
) -> Vec<(String, ReferenceOr<openapiv3::PathItem>)> {
    document.api.paths.paths.clone().into_iter().collect()
}

fn references(value: &Value, found: &mut impl FnMut(&str)) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(reference)) = map.get("$ref") {
                found(reference);
            }
            let is_data =
                |key: &str| matches!(key, "x-ms-examples" | "example" | "default" | "enum");
            for (_, member) in map.iter().filter(|(key, _)| !is_data(key)) {
                references(member, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|element| references(element, found)),
        _ => {}
    }
}
