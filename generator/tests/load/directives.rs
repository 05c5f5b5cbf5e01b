//! What the directives of a readme do to descriptions: each form that is carried out.

use std::fmt::Write as _;

use armature_codegen::load::{FolderSource, MemorySource};
use armature_codegen::manifest::{Manifest, ReadmeRequest};
use armature_codegen::model::Runtime;
use openapiv3::ReferenceOr;
use serde_json::{Value, json};

use super::overlays::description;
use super::support::{Loaded, load_manifest};
use crate::reference;

/// A manifest of a readme with one input, `main.json`, and these entries under `directive:`.
pub fn manifest(directives: &str) -> Manifest {
    let text = format!("```yaml\ninput-file: main.json\ndirective:\n{directives}\n```\n");
    from_readme("readme.md", &text, "", None)
}

pub fn from_readme(path: &str, text: &str, folder: &str, tag: Option<&str>) -> Manifest {
    let request = ReadmeRequest {
        path,
        text,
        folder,
        tag,
        output: "out",
        runtime: Runtime::Version("0.1.0".to_owned()),
        command: "",
        package: None,
    };
    let (manifest, doubts) = Manifest::from_readme(&request).unwrap();
    assert!(doubts.is_empty(), "{doubts:?}");
    manifest
}

/// Loads `main.json` with data, changed by directives.
pub fn changed(data: &Value, directives: &str) -> Loaded {
    let source = MemorySource::default().with("main.json", &description(data));
    load_manifest(&manifest(directives), &source)
}

/// The data after a transform of it, which has to be carried out without a finding.
#[track_caller]
fn after(before: Value, script: &str) -> Value {
    let directive = format!(
        "  - where: $['x-data']\n    transform: |\n      {}",
        script.replace('\n', "\n      ")
    );
    let loaded = changed(&before, &directive);
    assert_eq!(loaded.findings(), [""; 0], "{script}");
    let api = &loaded.specs.documents["main.json"].api;
    api.extensions.get("x-data").cloned().unwrap_or(Value::Null)
}

/// What is said about a directive that changes nothing.
pub fn refused(data: &Value, directive: &str) -> String {
    let loaded = changed(data, directive);
    let api = &loaded.specs.documents["main.json"].api;
    assert_eq!(&api.extensions["x-data"], data, "{directive}");
    loaded.findings().join("\n")
}

#[test]
fn scripts_of_constants_are_carried_out() {
    let before = || json!({ "a": { "b": 1, "c": 2 }, "list": ["x"], "text": "a-b-a" });
    for (script, expected) in [
        (
            "delete $.a[\"b\"]",
            json!({ "a": { "c": 2 }, "list": ["x"], "text": "a-b-a" }),
        ),
        (
            "$.a = 1.50; $[\"list\"][0] = 'y' // why\n$.new = { 'k': [true, null,], w: -2 }",
            json!({ "a": 1.5, "list": ["y"], "text": "a-b-a", "new": { "k": [true, null], "w": -2 } }),
        ),
        (
            "$.list.push(\"y\")\n$.list.push({})",
            json!({ "a": { "b": 1, "c": 2 }, "list": ["x", "y", {}], "text": "a-b-a" }),
        ),
        ("$ = {}", json!({})),
        ("return [1]", json!([1])),
        ("return undefined;", Value::Null),
        (
            "$.text = $.text.replace('b', \"$0$1\").replace(/-/, \"$9\")",
            json!({ "a": { "b": 1, "c": 2 }, "list": ["x"], "text": "a$9$0$1-a" }),
        ),
        (
            "$.text = $.text.replace(/A/gi, \"$&$&\").replace('-', \"$$1\")",
            json!({ "a": { "b": 1, "c": 2 }, "list": ["x"], "text": "aa$1b-aa" }),
        ),
        (
            "$.text = $.text\n  .replace(/^(.)-(.)/, \"$2x/$1\")",
            json!({ "a": { "b": 1, "c": 2 }, "list": ["x"], "text": "bx/a-a" }),
        ),
    ] {
        assert_eq!(after(before(), script), expected, "{script}");
    }
}

#[test]
fn every_value_that_one_of_the_paths_leads_to_is_changed() {
    let data = json!({ "a": { "n": "x", "v": 1 }, "b": { "n": "y", "v": 2 }, "list": [{ "n": "x" }, 1, { "n": "x" }] });
    let directive = "
  - where:
      - $['x-data'][?(@.n === 'y')]
      - $['x-data'].list[?(@.n == \"x\")]
    transform: return undefined";
    let loaded = changed(&data, directive);
    assert_eq!(loaded.findings(), [""; 0]);
    let api = &loaded.specs.documents["main.json"].api;
    assert_eq!(
        api.extensions["x-data"],
        json!({ "a": { "n": "x", "v": 1 }, "list": [1] })
    );
}

/// Two operations, two models.
fn widgets() -> String {
    json!({
        "swagger": "2.0",
        "info": { "title": "Widgets", "version": "1" },
        "paths": { "/widgets": {
            "get": { "operationId": "Widgets_Get", "parameters": [
                { "name": "a", "in": "query", "type": "string" }, { "name": "b", "in": "query", "type": "string" },
            ], "responses": {} },
            "put": { "operationId": "Widgets_Put", "responses": {} },
        } },
        "definitions": {
            "Widget": { "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } } },
            "It's": { "type": "object" },
        },
    })
    .to_string()
}

#[test]
fn operations_and_models_are_named() {
    let directives = "
  - remove-operation: Widgets_Put
  - remove-operation: Widgets_Put
  - rename-operation: { from: Widgets_Get, to: Widgets_Read }
  - where-operation: Widgets_Read
    remove-parameter: b
  - where-model: Widget
    remove-property: a
  - rename-model: { from: Widget, to: Gadget }
  - from: [swagger-document, openapi-document]
    remove-model: It's
    reason: it is none";
    let source = MemorySource::default().with("main.json", &widgets());
    let loaded = load_manifest(&manifest(directives), &source);
    assert_eq!(loaded.findings(), [""; 0]);
    let api = serde_json::to_value(&loaded.specs.documents["main.json"].api).unwrap();
    let path = &api["paths"]["/widgets"];
    assert_eq!(path["get"]["operationId"], "Widgets_Read");
    assert_eq!(path["get"]["parameters"].as_array().unwrap().len(), 1);
    assert_eq!(path["put"], Value::Null);
    let schemas = api["components"]["schemas"].as_object().unwrap();
    let names: Vec<_> = schemas.keys().collect();
    assert_eq!(names, ["Widget"]);
    assert_eq!(schemas["Widget"]["x-ms-client-name"], "Gadget");
    assert_eq!(
        schemas["Widget"]["properties"],
        json!({ "b": { "type": "string" } })
    );
}

#[test]
fn only_the_documents_that_are_meant_are_changed() {
    let part = |text: &str| {
        json!({ "definitions": { "A": { "type": "string", "description": text } } }).to_string()
    };
    let source = MemorySource::default()
        .with(
            "main.json",
            &description(&json!({ "$ref": "types/a.json#/definitions/A" })).replace(
                "\"paths\":{}",
                "\"paths\":{},\"definitions\":{\"B\":{\"$ref\":\"types/a.json#/definitions/A\"}}",
            ),
        )
        .with("types/a.json", &part("old"));
    let texts = |from: &str| {
        let directive = format!(
            "  - from: {from}\n    where: $.definitions.A\n    transform: $.description = \"new\""
        );
        let loaded = load_manifest(&manifest(&directive), &source);
        let api = serde_json::to_value(&loaded.specs.documents["types/a.json"].api).unwrap();
        let text = api["components"]["schemas"]["A"]["description"].clone();
        (text, loaded.findings().join("\n"))
    };
    for from in [
        "swagger-document",
        "types/a.json",
        "./a.json",
        "[other.json, a.json]",
    ] {
        assert_eq!(texts(from), ("new".into(), String::new()), "{from}");
    }
    for (from, reason) in [
        ("main.json", "what it is about is not there"),
        ("b.json", "no description that is read is meant by `b.json`"),
        ("json", "no description that is read is meant by `json`"),
        (
            "s/a.json",
            "no description that is read is meant by `s/a.json`",
        ),
    ] {
        let expected = format!("A1102 this directive changes nothing: {reason}");
        assert_eq!(texts(from), ("old".into(), expected), "{from}");
    }
}

/// Where `main.json` finds its parameter after a directive has taken it away, when other descriptions have parameters of that name.
fn found_after_removal(others: &[(&str, Value)]) -> String {
    let description = |parameter: &Value| {
        let operation = json!({
            "operationId": "Get", "parameters": [{ "$ref": "#/parameters/Group" }], "responses": { "200": { "description": "" } }
        });
        let description = json!({
            "swagger": "2.0", "info": { "title": "Groups", "version": "1" },
            "paths": { "/{group}": { "get": operation } }, "parameters": { "Group": parameter }
        });
        description.to_string()
    };
    let own = json!({ "name": "group", "in": "path", "required": true, "type": "string", "maxLength": 9 });
    let mut source = MemorySource::default().with("deep/er/main.json", &description(&own));
    let mut inputs = "'deep/er/main.json'".to_owned();
    for (path, parameter) in others {
        source = source.with(path, &description(parameter));
        write!(inputs, ", '{path}'").unwrap();
    }
    let directive = "from: main.json\n    where: $.parameters\n    transform: delete $.Group";
    let text = format!("```yaml\ninput-file: [{inputs}]\ndirective:\n  - {directive}\n```\n");
    let loaded = load_manifest(&from_readme("readme.md", &text, "", None), &source);
    assert_eq!(loaded.findings(), [""; 0]);
    let item = &loaded.specs.documents["deep/er/main.json"].api.paths.paths["/{group}"];
    let operation = item.as_item().unwrap().get.as_ref().unwrap();
    let [ReferenceOr::Reference { reference }] = operation.parameters.as_slice() else {
        panic!("{:?}", operation.parameters);
    };
    reference.clone()
}

#[test]
fn references_to_what_is_taken_away_lead_to_its_namesake() {
    let group = |length| json!({ "name": "group", "in": "path", "required": true, "type": "string", "maxLength": length });
    let gone = "deep/er/main.json#/components/parameters/Group";
    assert_eq!(found_after_removal(&[]), gone);
    let (one, other) = (("50% #1/b.json", group(90)), ("other.json", group(90)));
    let found = found_after_removal(&[one.clone(), other]);
    assert_eq!(found, "50% #1/b.json#/components/parameters/Group");
    // Of two that differ none is more right than the other.
    assert_eq!(found_after_removal(&[one, ("other.json", group(1))]), gone);
}

/// One of the packages has directives in force that change descriptions.
#[test]
fn the_directives_of_monitor_are_carried_out() {
    let Some(root) = reference::folder("the_directives_of_monitor_are_carried_out", "azure-specs")
    else {
        return;
    };
    let folder = "specification/monitor/resource-manager";
    let path = format!("{folder}/readme.md");
    let text = std::fs::read_to_string(root.join(&path)).unwrap();
    let mut manifest = from_readme(&path, &text, folder, None);
    assert_eq!(manifest.directives.len(), 10);

    let parameters = |manifest: &Manifest| {
        let label = String::new();
        let source = FolderSource {
            root: root.clone(),
            label,
        };
        let loaded = load_manifest(manifest, &source);
        assert!(!loaded.diagnostics.has_errors(), "{}", loaded.drawn());
        let said = loaded.findings().into_iter();
        let said: Vec<_> = said.filter(|said| said.starts_with("A11")).collect();
        let documents = loaded.specs.documents.values();
        let components = documents.filter_map(|document| document.api.components.as_ref());
        let parameters = components.flat_map(|components| components.parameters.keys().cloned());
        let named = parameters.filter(|name| name == "ResourceGroupNameParameter");
        (named.count(), said)
    };
    let (changed, said) = parameters(&manifest);
    manifest.directives.clear();
    let (unchanged, _) = parameters(&manifest);
    // Two are about descriptions that this tag does not have.
    assert_eq!(unchanged - changed, 8);
    let nothing = "A1102 this directive changes nothing: no description that is read is meant by";
    let expected = [
        "guestDiagnosticSettings_API",
        "guestDiagnosticSettingsAssociation_API",
    ]
    .map(|name| format!("{nothing} `{name}.json`"));
    assert_eq!(said, expected);
}
