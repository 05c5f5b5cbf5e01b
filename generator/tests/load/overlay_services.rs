//! Overlays of several services: which order they have, and what services that share a document have to agree on.

use armature_codegen::load::MemorySource;
use serde_json::json;

use super::overlays::{description, overlay};
use super::support::{Loaded, load_manifest, manifest};

#[test]
fn services_that_share_an_input_share_its_overlays() {
    let source = MemorySource::default()
        .with("main.json", &description(&json!({})))
        .with(
            "o.yaml",
            &overlay("- { target: \"$['x-data']\", update: { list: [1] } }"),
        );
    let mut manifest = manifest(&["main.json"]);
    let mut second = manifest.services[0].clone();
    second.name = "second".to_owned();
    manifest.services.push(second);
    manifest.services[1].overlays = vec!["o.yaml".to_owned()];
    let loaded = load_manifest(&manifest, &source);
    insta::assert_snapshot!(loaded.drawn(), @r#"
    error[A1013]: `main.json` is an input of another service too, which does not name `o.yaml`
    --> armature.toml
     = at: #/service/1/overlays/0
     = other service: #/service/0/version/0/inputs/0
     = help: a description is loaded once: name the overlay at both services, or give one of them its own copy
    "#);
    // Named by both, in whatever spelling, it is applied once.
    manifest.services[0].overlays = vec!["./o.yaml".to_owned()];
    let loaded = load_manifest(&manifest, &source);
    assert_eq!(loaded.findings(), [""; 0]);
    let data = &loaded.specs.documents["main.json"].api.extensions["x-data"];
    assert_eq!(data, &json!({ "list": [1] }));
}

/// Two services, of which each names inputs and overlays.
fn two_services(services: [(&[&str], &[&str]); 2], source: &MemorySource) -> Loaded {
    let owned = |list: &[&str]| -> Vec<String> { list.iter().map(|&one| one.to_owned()).collect() };
    let mut manifest = manifest(&[]);
    let template = manifest.services.remove(0);
    for (name, (inputs, overlays)) in ["alpha", "beta"].into_iter().zip(services) {
        let mut service = template.clone();
        service.name = name.to_owned();
        service.versions[0].inputs = owned(inputs);
        service.overlays = owned(overlays);
        manifest.services.push(service);
    }
    load_manifest(&manifest, source)
}

/// Two descriptions that refer to a third, and overlays that say of each who was last; `of-*` are for the third alone.
fn two_descriptions() -> MemorySource {
    let set = |by: &str| overlay(&format!("- {{ target: $, update: {{ x-by: {by} }} }}"));
    let of_common = |by: &str| format!("extends: common.json\n{}", set(by));
    let refers = |title: &str| {
        format!(
            r#"{{ "swagger": "2.0", "info": {{ "title": "{title}", "version": "1" }}, "paths": {{}},
            "definitions": {{ "A": {{ "$ref": "common.json#/definitions/A" }} }} }}"#
        )
    };
    MemorySource::default()
        .with("a.json", &refers("a"))
        .with("b.json", &refers("b"))
        .with(
            "common.json",
            r#"{ "definitions": { "A": { "type": "string" } } }"#,
        )
        .with("x.yaml", &set("x"))
        .with("y.yaml", &set("y"))
        .with("of-x.yaml", &of_common("x"))
        .with("of-y.yaml", &of_common("y"))
}

#[test]
fn each_service_has_its_own_order() {
    let by = |loaded: &Loaded, document: &str| {
        let api = &loaded.specs.documents[document].api;
        api.extensions["x-by"].clone()
    };
    let loaded = two_services(
        [
            (&["a.json"], &["x.yaml", "y.yaml"]),
            (&["b.json"], &["y.yaml", "x.yaml"]),
        ],
        &two_descriptions(),
    );
    assert_eq!(loaded.findings(), [""; 0]);
    assert_eq!(
        (by(&loaded, "a.json"), by(&loaded, "b.json")),
        (json!("y"), json!("x"))
    );
    // What only one service names keeps its place among what both name.
    let loaded = two_services(
        [
            (&["a.json"], &["of-x.yaml"]),
            (&["b.json"], &["of-y.yaml", "of-x.yaml"]),
        ],
        &two_descriptions(),
    );
    assert_eq!(loaded.findings(), [""; 0]);
    assert_eq!(by(&loaded, "common.json"), json!("x"));
}

#[test]
fn a_document_of_two_services_has_one_order() {
    let shared = two_services(
        [
            (&["a.json"], &["x.yaml", "y.yaml"]),
            (&["a.json"], &["y.yaml", "x.yaml"]),
        ],
        &two_descriptions(),
    );
    insta::assert_snapshot!(shared.drawn(), @r#"
    error[A1018]: `x.yaml` changes `a.json` later here than at another service
    --> armature.toml
     = at: #/service/1/overlays/1
     = other service: #/service/0/overlays/0
     = help: a description is loaded once: name its overlays in one order at all services, or give one of them its own copy
    "#);
    // A document that both only refer to.
    let referred = two_services(
        [
            (&["a.json"], &["of-x.yaml", "of-y.yaml"]),
            (&["b.json"], &["of-y.yaml", "of-x.yaml"]),
        ],
        &two_descriptions(),
    );
    assert_eq!(
        referred.findings(),
        ["A1018 `of-x.yaml` changes `common.json` later here than at another service"]
    );
}
