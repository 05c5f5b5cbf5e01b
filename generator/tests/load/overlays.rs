//! What overlays do to descriptions: merging, removing, which documents, and where what they add is found.

use armature_codegen::load::MemorySource;
use armature_codegen::location::{Locate, Place};
use serde_json::{Value, json};

use super::support::{Loaded, load_manifest, load_overlaid, manifest, shown};

/// A description with free data, `x-data`, on which actions can be tried.
pub fn description(data: &Value) -> String {
    json!({
        "swagger": "2.0",
        "info": { "title": "Data", "version": "1" },
        "paths": {},
        "x-data": data,
    })
    .to_string()
}

/// An overlay with these actions, in YAML.
pub fn overlay(actions: &str) -> String {
    format!("overlay: 1.0.0\ninfo: {{ title: Test, version: 1.0.0 }}\nactions:\n{actions}")
}

/// Loads `main.json` with data, changed by `overlay.yaml` with actions.
pub fn changed(data: &Value, actions: &str) -> Loaded {
    let source = MemorySource::default()
        .with("main.json", &description(data))
        .with("overlay.yaml", &overlay(actions));
    load_overlaid(&["main.json"], &["overlay.yaml"], &source)
}

/// The data of a document after all changes.
fn data<'l>(loaded: &'l Loaded, document: &str) -> &'l Value {
    &loaded.specs.documents[document].api.extensions["x-data"]
}

/// The data after the actions, which have to be carried out without a finding.
fn after(before: Value, actions: &str) -> Value {
    let loaded = changed(&before, actions);
    assert_eq!(loaded.findings(), [""; 0], "{actions}");
    data(&loaded, "main.json").clone()
}

/// `file:line:column pointer` of a place in a loaded document.
fn found(loaded: &Loaded, document: &str, pointer: &str) -> String {
    let at = loaded.specs.locate(&Place::new(document, pointer)).unwrap();
    format!("{}:{}:{} {}", at.file, at.line, at.column, at.pointer)
}

#[test]
fn objects_are_merged_lists_appended_and_all_else_replaced() {
    let before = json!({
        "kept": 1, "text": "old", "list": [1], "object": { "a": 1, "b": { "c": 1 } }, "null": null, "typed": true,
    });
    let actions = "
- target: $['x-data']
  update:
    text: new
    list: [2, [3]]
    object: { b: { d: [x] }, e: 2 }
    'null': 5
    typed: { type: string }
    added: [{ a: 1 }]
";
    let expected = json!({
        "kept": 1, "text": "new", "list": [1, 2, [3]], "object": { "a": 1, "b": { "c": 1, "d": ["x"] }, "e": 2 },
        "null": 5, "typed": { "type": "string" }, "added": [{ "a": 1 }],
    });
    assert_eq!(after(before, actions), expected);
}

#[test]
fn an_update_of_a_list_is_one_entry_at_its_end() {
    let actions = "
- { target: \"$['x-data'].list\", update: { a: 1 } }
- { target: \"$['x-data'].list\", update: text }
- { target: \"$['x-data'].list\", update: [1, 2] }
";
    assert_eq!(
        after(json!({ "list": [[0]] }), actions),
        json!({ "list": [[0], { "a": 1 }, "text", [1, 2]] })
    );
}

#[test]
fn every_match_is_changed_once_and_what_is_added_is_not() {
    let before = json!({ "a": { "b": { "c": {} } }, "list": [{}, {}] });
    let actions = "- { target: \"$['x-data']..*\", update: { n: { m: 1 } } }";
    let added = json!({ "n": { "m": 1 } });
    let expected = json!({
        "a": { "b": { "c": added, "n": { "m": 1 } }, "n": { "m": 1 } },
        "list": [added, added, added],
    });
    assert_eq!(after(before, actions), expected);
    // Found twice, changed once.
    assert_eq!(
        after(
            json!({ "list": [[]] }),
            "- { target: \"$['x-data'].list[0, *]\", update: 1 }"
        ),
        json!({ "list": [[1]] })
    );
}

#[test]
fn members_and_elements_are_removed() {
    let before = json!({
        "gone": { "a": 1 },
        "list": [{ "name": "a" }, { "name": "b", "inner": { "name": "b" } }, { "name": "c" }, { "name": "b" }],
        "kept": [1],
    });
    let actions = "
- { target: \"$['x-data'].gone\", remove: true }
- { target: \"$['x-data']..[?@.name == 'b']\", remove: true }
";
    assert_eq!(
        after(before, actions),
        json!({ "list": [{ "name": "a" }, { "name": "c" }], "kept": [1] })
    );
}

#[test]
fn actions_see_what_those_before_them_have_done() {
    let actions = "
- { target: \"$['x-data']\", update: { made: { by: first } } }
- { target: \"$['x-data'].made\", update: { by: second, list: [1] } }
- { target: \"$['x-data'].list\", remove: true }
- { target: \"$['x-data']\", update: { list: [3] } }
";
    assert_eq!(
        after(json!({ "list": [1, 2] }), actions),
        json!({ "made": { "by": "second", "list": [1] }, "list": [3] })
    );
}

#[test]
fn overlays_are_applied_in_the_order_of_the_manifest() {
    let source = MemorySource::default()
        .with("main.json", &description(&json!({ "by": "none" })))
        .with("1.yaml", &overlay("- { target: \"$['x-data']\", update: { by: one } }"))
        .with("2.json", &json!({
            "overlay": "1.0.1",
            "info": { "title": "Two", "version": "1", "x-by": "us" },
            "x-note": "extensions may stand anywhere",
            "actions": [{ "target": "$['x-data']", "description": "Why.", "update": { "by": "two" }, "remove": false, "x-n": 1 }],
        }).to_string());
    for (overlays, last) in [(["1.yaml", "2.json"], "two"), (["2.json", "1.yaml"], "one")] {
        let loaded = load_overlaid(&["main.json"], &overlays, &source);
        assert_eq!(loaded.findings(), [""; 0]);
        assert_eq!(data(&loaded, "main.json"), &json!({ "by": last }));
    }
}

#[test]
fn one_overlay_changes_all_versions_and_need_not_match_in_each() {
    let source = MemorySource::default()
        .with("old.json", &description(&json!({})))
        .with("new.json", &description(&json!({ "only": {} })))
        .with(
            "overlay.yaml",
            &overlay(
                "- { target: \"$['x-data']\", update: { a: 1 } }\n- { target: \"$['x-data'].only\", update: { b: 1 } }",
            ),
        );
    let mut manifest = manifest(&["old.json"]);
    let service = &mut manifest.services[0];
    let mut second = service.versions[0].clone();
    second.version = "2".to_owned();
    second.inputs = vec!["new.json".to_owned()];
    service.versions.push(second);
    service.overlays = vec!["overlay.yaml".to_owned()];
    let loaded = load_manifest(&manifest, &source);
    assert_eq!(loaded.findings(), [""; 0]);
    assert_eq!(data(&loaded, "old.json"), &json!({ "a": 1 }));
    assert_eq!(
        data(&loaded, "new.json"),
        &json!({ "only": { "b": 1 }, "a": 1 })
    );
}

#[test]
fn extends_names_the_one_document_that_is_changed() {
    let referring = r#"{ "swagger": "2.0", "info": { "title": "", "version": "1" }, "paths": {}, "x-data": {},
        "definitions": { "A": { "$ref": "../common/types.json#/definitions/B" } } }"#;
    let types = r#"{ "definitions": { "B": { "type": "object" } }, "x-data": {} }"#;
    let source = |extends: &str| {
        let action = "- { target: \"$['x-data']\", update: { a: 1 } }";
        MemorySource::default()
            .with("a/main.json", referring)
            .with("a/other.json", &description(&json!({})))
            .with("common/types.json", types)
            .with(
                "overlays/o.yaml",
                &format!("extends: {extends}\n{}", overlay(action)),
            )
    };
    let inputs = ["a/main.json", "a/other.json"];
    // An input, and a file that one refers to.
    for document in ["a/other.json", "common/types.json"] {
        let source = source(&format!("../{document}"));
        let loaded = load_overlaid(&inputs, &["overlays/o.yaml"], &source);
        assert_eq!(loaded.findings(), [""; 0]);
        for other in ["a/main.json", "a/other.json", "common/types.json"] {
            let expected = if other == document {
                json!({ "a": 1 })
            } else {
                json!({})
            };
            assert_eq!(data(&loaded, other), &expected, "{other}");
        }
    }
    let loaded = load_overlaid(&inputs, &["overlays/o.yaml"], &source("other.json"));
    assert_eq!(
        loaded.findings(),
        ["A1012 `overlays/other.json` is neither an input nor referred to by one"]
    );
}

#[test]
fn references_that_are_added_are_relative_to_the_description() {
    let main = r##"{ "swagger": "2.0", "info": { "title": "", "version": "1" }, "paths": {}, "definitions": { "A": { "type": "object" } } }"##;
    let source = MemorySource::default()
        .with("a/main.json", main)
        .with("a/types.json", r#"{ "definitions": { "T": { "type": "string" } } }"#)
        .with(
            "overlays/o.yaml",
            &overlay("- { target: $.definitions.A, update: { properties: { t: { $ref: 'types.json#/definitions/T' } } } }"),
        );
    let loaded = load_overlaid(&["a/main.json"], &["overlays/o.yaml"], &source);
    assert_eq!(loaded.findings(), [""; 0]);
    assert!(shown(&loaded).contains("$ref: a/types.json#/components/schemas/T"));
}

#[test]
fn what_an_overlay_has_added_is_found_in_the_overlay() {
    let main = r#"{ "swagger": "2.0", "info": { "title": "", "version": "1" }, "paths": {},
"x-data": { "list": [
{ "name": "a" },
{ "name": "b" },
{ "name": "c", "more": 1 }
] } }"#;
    let actions = "
- target: $['x-data'].list[?@.name == 'b']
  remove: true
- target: $['x-data'].list
  update:
    name: d
- target: $['x-data'].list[?@.name == 'a']
  remove: true
- target: $['x-data'].list[?@.name == 'c']
  update:
    more: 2
    most:
      - 3
";
    let source = MemorySource::default()
        .with("main.json", main)
        .with("overlay.yaml", &overlay(actions));
    let loaded = load_overlaid(&["main.json"], &["overlay.yaml"], &source);
    assert_eq!(
        data(&loaded, "main.json"),
        &json!({ "list": [{ "name": "c", "more": 2, "most": [3] }, { "name": "d" }] })
    );
    let at = |pointer: &str| found(&loaded, "main.json", &format!("/x-data{pointer}"));
    insta::assert_snapshot!(
        [at("/list"), at("/list/0/name"), at("/list/0/more"), at("/list/0/most/0"), at("/list/1"), at("/list/1/name"), at("/list/1/lost")]
            .join("\n"),
        @r#"
    main.json:2:13 #/x-data/list
    main.json:5:3 #/x-data/list/2/name
    overlay.yaml:14:5 #/actions/3/update/more
    overlay.yaml:16:9 #/actions/3/update/most/0
    overlay.yaml:8:3 #/actions/1/update
    overlay.yaml:9:5 #/actions/1/update/name
    overlay.yaml:8:3 #/actions/1/update
    "#
    );
}

#[test]
fn two_runs_give_the_same() {
    let data = json!({ "list": [{ "a": 1 }, { "b": 2 }, {}] });
    let actions = "- { target: \"$..*\", update: { x-n: [1, { y: 2 }] } }\n- { target: \"$['x-data'].list[1]\", remove: true }";
    let run = || {
        let loaded = changed(&data, actions);
        format!("{}{:?}", shown(&loaded), loaded.specs)
    };
    assert_eq!(run(), run());
}
