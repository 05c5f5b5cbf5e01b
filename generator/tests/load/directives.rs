//! What the directives of a readme do to descriptions: each form that is carried out, and what is said about the others.

use std::fmt::Write as _;

use armature_codegen::diagnostic::render::{Colour, render};
use armature_codegen::ledger;
use armature_codegen::load::{FolderSource, MemorySource};
use armature_codegen::manifest::{Manifest, ReadmeRequest};
use armature_codegen::model::Runtime;
use armature_codegen::treatment::Treatment;
use openapiv3::ReferenceOr;
use serde_json::{Value, json};

use super::overlays::description;
use super::support::{Loaded, load_manifest};
use crate::reference;

/// A manifest of a readme with one input, `main.json`, and these entries under `directive:`.
fn manifest(directives: &str) -> Manifest {
    let text = format!("```yaml\ninput-file: main.json\ndirective:\n{directives}\n```\n");
    from_readme("readme.md", &text, "", None)
}

fn from_readme(path: &str, text: &str, folder: &str, tag: Option<&str>) -> Manifest {
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
fn changed(data: &Value, directives: &str) -> Loaded {
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
fn refused(data: &Value, directive: &str) -> String {
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

/// One model whose properties are renamed, one that has them from it.
fn pets(directive: &str) -> (Value, Vec<String>, String) {
    let description = json!({
        "swagger": "2.0", "info": { "title": "Pets", "version": "1" }, "paths": {},
        "definitions": {
            "Pet": {
                "type": "object", "discriminator": "kind", "required": ["kind", "owner", "name"],
                "properties": {
                    "kind": { "type": "string" },
                    "owner": { "$ref": "#/definitions/Owner", "description": "Whose it is." },
                    "name": { "type": "string", "x-ms-client-name": "title", "const": 1 },
                },
            },
            "Dog": { "type": "object", "allOf": [{ "$ref": "#/definitions/Pet" }], "properties": { "a/b": { "$ref": "#/definitions/Owner" } } },
            "Owner": { "type": "object" },
        },
    });
    let source = MemorySource::default().with("main.json", &description.to_string());
    let loaded = load_manifest(&manifest(directive), &source);
    let api = serde_json::to_value(&loaded.specs.documents["main.json"].api).unwrap();
    let said = loaded.findings().into_iter();
    let said = said.filter(|said| said.starts_with("A11")).collect();
    (api["components"]["schemas"].clone(), said, loaded.drawn())
}

#[test]
fn a_renamed_property_is_another_one_on_the_wire() {
    let (before, ..) = pets("");
    let directives = "
  - where-model: Pet
    rename-property: { from: kind, to: type }
  - where-model: Pet
    rename-property: { from: owner, to: keeper }
  - where-model: Pet
    rename-property: { from: name, to: label }
  - where-model: Dog
    rename-property: { from: a/b, to: b~c }";
    let (schemas, said, drawn) = pets(directives);
    assert_eq!(said, [""; 0]);
    let pet = &schemas["Pet"];
    let names: Vec<_> = pet["properties"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["type", "keeper", "label"]);
    assert_eq!(pet["required"], json!(["type", "keeper", "label"]));
    assert_eq!(pet["discriminator"]["propertyName"], "type");
    // What a property is, and its own name in code, goes with it, also beside a reference.
    let properties =
        |schemas: &Value, model: &str, name: &str| schemas[model]["properties"][name].clone();
    for (model, from, to) in [
        ("Pet", "kind", "type"),
        ("Pet", "owner", "keeper"),
        ("Pet", "name", "label"),
        ("Dog", "a/b", "b~c"),
    ] {
        let property = properties(&schemas, model, to);
        assert_eq!(property, properties(&before, model, from), "{from}");
        assert!(property.is_object(), "{to}");
    }
    assert_eq!(pet["properties"]["label"]["x-ms-client-name"], "title");
    // Its place in the text is where it was written.
    assert!(
        drawn.contains("/definitions/Pet/properties/name/const"),
        "{drawn}"
    );
}

#[test]
fn a_property_is_called_something_else_in_code_alone_by_a_transform() {
    let directive = "
  - from: swagger-document
    where: $.definitions.Pet.properties.owner
    transform: $['x-ms-client-name'] = 'keeper'";
    let (schemas, said, _) = pets(directive);
    assert_eq!(said, [""; 0]);
    let owner = &schemas["Pet"]["properties"]["owner"];
    assert_eq!(owner["x-ms-client-name"], "keeper");
    assert_eq!(
        owner["allOf"][0]["$ref"],
        "main.json#/components/schemas/Owner"
    );
}

#[test]
fn properties_that_cannot_be_renamed_are_said_so() {
    let (before, ..) = pets("");
    let mut all = String::new();
    for directive in [
        "where-model: Pet\n    rename-property: { from: none, to: a }",
        "where-model: Dog\n    rename-property: { from: name, to: label }",
        "where-model: Owner\n    rename-property: { from: name, to: label }",
        "where-model: None\n    rename-property: { from: name, to: label }",
        "where-model: Pet\n    rename-property: { from: old, to: name }",
        "where-model: Pet\n    rename-property: { from: name, to: name }",
        "where-model: Pet\n    rename-property: { from: name, to: kind }",
        "rename-property: { from: name, to: label }",
    ] {
        let (schemas, said, _) = pets(&format!("  - {directive}"));
        assert_eq!(schemas, before, "{directive}");
        let [said] = said.as_slice() else {
            panic!("{directive}: {said:?}");
        };
        writeln!(all, "{}\n    {said}", directive.replace("\n   ", ",")).unwrap();
    }
    insta::assert_snapshot!(all);
}

/// One operation with parameters of its own, of its path, of the description and of another one. Its parameters after directives, and what was said.
fn parameters(directives: &str) -> (Vec<Value>, String) {
    let query = |name: &str| json!({ "name": name, "in": "query", "type": "string" });
    let main = json!({
        "swagger": "2.0", "info": { "title": "Widgets", "version": "1" },
        "parameters": { "Shared": query("shared") },
        "paths": { "/widgets/{id}": {
            "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }],
            "get": { "operationId": "Widgets_Get", "responses": {}, "parameters": [
                query("own"), { "name": "own", "in": "header", "type": "string" }, { "$ref": "#/parameters/Shared" },
            ] },
            "put": { "operationId": "Widgets_Put", "responses": {}, "parameters": [
                query("own"), { "$ref": "other.json#/parameters/Far" },
            ] },
        } },
    });
    let other = json!({ "parameters": { "Far": query("far") } });
    let source = MemorySource::default()
        .with("main.json", &main.to_string())
        .with("other.json", &other.to_string());
    let loaded = load_manifest(&manifest(directives), &source);
    let api = serde_json::to_value(&loaded.specs.documents["main.json"].api).unwrap();
    let path = &api["paths"]["/widgets/{id}"];
    let lists = [path, &path["get"], &path["put"]].map(|piece| piece["parameters"].as_array());
    let parameters = lists.into_iter().flatten().flatten().cloned();
    (parameters.collect(), loaded.findings().join("\n"))
}

#[test]
fn parameters_are_removed_by_name_and_where_they_are_sent() {
    let left = |what: &str| {
        let (parameters, said) = parameters(&format!(
            "  - where-operation: Widgets_Get\n    remove-parameter: {what}"
        ));
        let text = |parameter: &Value| parameter["in"].as_str().unwrap_or("shared").to_owned();
        let left: Vec<_> = parameters.iter().map(text).collect();
        (left.join(" "), said)
    };
    let none = String::new();
    assert_eq!(
        left("own"),
        ("path shared query shared".to_owned(), none.clone())
    );
    assert_eq!(
        left("{ in: header, name: own }"),
        ("path query shared query shared".to_owned(), none)
    );
    let (all, said) = left("{ in: path, name: own }");
    assert_eq!(all, "path query header shared query shared");
    assert_eq!(
        said,
        "A1102 this directive changes nothing: what it asks for is so already"
    );
}

#[test]
fn a_parameter_is_renamed_in_code_for_its_operation() {
    let directive =
        "  - where-operation: Widgets_Get\n    rename-parameter: { from: own, to: mine }";
    let (parameters, said) = parameters(directive);
    assert_eq!(said, "");
    let named = parameters.iter().map(|parameter| {
        let text = |key: &str| parameter[key].as_str().unwrap_or_default().to_owned();
        (text("in"), text("name"), text("x-ms-client-name"))
    });
    let named: Vec<_> = named.filter(|(_, name, _)| name == "own").collect();
    let own = |within: &str, code: &str| (within.to_owned(), "own".to_owned(), code.to_owned());
    let expected = [
        own("query", "mine"),
        own("header", "mine"),
        own("query", ""),
    ];
    assert_eq!(named, expected);
}

#[test]
fn parameters_that_cannot_be_renamed_for_one_operation_are_said_so() {
    let (before, said) = parameters("");
    assert_eq!(said, "");
    let mut all = String::new();
    for (operation, name) in [
        ("Get", "none"),
        ("Get", "shared"),
        ("Get", "id"),
        ("Put", "far"),
        ("Delete", "own"),
    ] {
        let directive = format!(
            "  - where-operation: Widgets_{operation}\n    rename-parameter: {{ from: {name}, to: a }}"
        );
        let (after, said) = parameters(&directive);
        assert_eq!(after, before, "{directive}");
        writeln!(all, "{operation:<6} {name:<6} {said}").unwrap();
    }
    insta::assert_snapshot!(all);
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
    ] {
        let expected = format!("A1102 this directive changes nothing: {reason}");
        assert_eq!(texts(from), ("old".into(), expected), "{from}");
    }
}

#[test]
fn nothing_is_said_of_directives_for_what_cannot_be_read() {
    let source = MemorySource::default().with("main.json", "{");
    let loaded = load_manifest(&manifest("  - remove-operation: A_Get"), &source);
    let codes: Vec<_> = loaded.diagnostics.list.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["A0203"]);
}

#[test]
fn what_changes_no_description_is_ignored_for_a_reason() {
    let directives = "
  - suppress: R2017
    from: main.json
    where: $.paths
    reason: it is as it is
    approved-by: someone
  - from: source-file-csharp
    where: $
    transform: return $.replace(/a/g, \"b\")
  - from: code-model-v3
    set: { name: x }";
    assert_eq!(refused(&json!({}), directives), "");
    for name in ["suppress", "reason", "approved-by"] {
        assert!(
            matches!(ledger::directive_member(name), Some(Treatment::Ignored(_))),
            "{name}"
        );
    }
    assert!(matches!(
        ledger::directive_member("transform"),
        Some(Treatment::Handled(_))
    ));
    assert_eq!(ledger::directive_member("set"), None);
    assert!(matches!(
        ledger::directive_source("source-file-go"),
        Treatment::Ignored(_)
    ));
    assert!(matches!(
        ledger::directive_source("swagger-document"),
        Treatment::Handled(_)
    ));
}

#[test]
fn what_is_not_carried_out_is_said_with_its_place() {
    let text = "\
# Widgets
```yaml
input-file: main.json
directive:
  - where: $['x-data']
    transform: >
      if ($.a) {
        $.a = 1;
      }
  # Another.
  - where: $['x-data']
    transform: $.a.push
  - set: { name: x }
```
";
    let request = ReadmeRequest {
        path: "widgets/readme.md",
        text,
        folder: "",
        tag: None,
        output: "out",
        runtime: Runtime::Version("0.1.0".to_owned()),
        command: "",
        package: None,
    };
    let (manifest, mut found) = Manifest::from_readme(&request).unwrap();
    let source = MemorySource::default().with("main.json", &description(&json!({ "a": [] })));
    found.extend(load_manifest(&manifest, &source).diagnostics);
    insta::assert_snapshot!(render(&found, &manifest.text, Colour::Never));
}

/// Scripts, and what about them is not carried out. None of them changes anything.
#[test]
fn scripts_that_need_an_engine_change_nothing() {
    let mut said = String::new();
    for script in [
        "if ($.a) { delete $.a }",
        "$.a = $.b",
        "$.a.b = $doc.c",
        "for (const k in $) delete $[k]",
        "$.list = $.list.filter(x => x !== 1)",
        "$['a' + 'b'] = 1",
        "$.a = `${1}`",
        "$.a = 1 + 1",
        "return $.replace(/a/g, f)",
        "return 1; $.a = 1",
        "$.a = 1 $.b = 2",
        "delete $",
        "$.text = $.text.replace(/(/, '')",
        "$.text = $.text.replace(/a/y, '')",
        "$.text = $.text.replace(/a(?=b)/, '')",
        "$.text = \"open",
        "$.text = 'a\nb'",
        "/* open",
        "$.a = /open",
        "$.a = 08x",
        "",
        ";;",
        "¤",
        "$.a = {",
        "$.a = [,]",
        "$",
        "$.",
        "debugger",
    ] {
        let directive = format!("  - where: $['x-data']\n    transform: {}", json!(script));
        let finding = refused(
            &json!({ "a": 1, "b": 2, "list": [1], "text": "a" }),
            &directive,
        );
        assert!(finding.starts_with("A1101 "), "{script}: {finding}");
        let reason = finding.split_once(": ").unwrap().1;
        writeln!(said, "{script:<40} {reason}").unwrap();
    }
    insta::assert_snapshot!(said);
}

#[test]
fn what_does_not_fit_the_description_changes_nothing() {
    let mut said = String::new();
    for (place, script) in [
        ("$['x-data']", "delete $.none"),
        ("$['x-data']", "delete $.none.none"),
        ("$['x-data']", "$.a = 1"),
        ("$['x-data'].none", "$.a = 1"),
        ("$['x-data'].a", "$.b = 1"),
        ("$['x-data']", "$.a.push(1)"),
        ("$['x-data']", "return $.replace('a', 'b')"),
        ("$['x-data'].text", "return $.replace('x', 'y')"),
        ("$", "return undefined"),
        ("$", "return [1]"),
        ("$[", "$.a = 1"),
        ("$..*..*", "$.a = 1"),
        ("paths", "$.a = 1"),
    ] {
        let directive = format!(
            "  - where: {}\n    transform: {}",
            json!(place),
            json!(script)
        );
        let finding = refused(&json!({ "a": 1, "text": "a" }), &directive);
        assert!(finding.starts_with("A110"), "{place} {script}: {finding}");
        writeln!(said, "{place:<18} {script:<28} {finding}").unwrap();
    }
    insta::assert_snapshot!(said);
}

#[test]
fn no_directive_makes_a_description_endless_or_bottomless() {
    let long = "x".repeat(10_000);
    let many: Vec<Value> = (0..2000).map(|index| json!({ "n": index })).collect();
    let data = json!({ "list": many, "text": "a".repeat(5000) });
    let nested = |depth: usize| format!("$.a = {}{}", "[".repeat(depth), "]".repeat(depth));
    let steps: String = (0..120).map(|_| "['a']").collect();
    for (place, script, reason) in [
        (
            "$['x-data'].list[*]",
            format!("$.text = '{long}'"),
            "many times larger",
        ),
        (
            "$['x-data']",
            format!("$.text = $.text.replace(/a/g, '{long}')"),
            "many times larger",
        ),
        (
            "$['x-data']",
            format!("$.text = $.text.replace(/(a)*/g, '{}')", "$&".repeat(4000)),
            "many times larger",
        ),
        ("$['x-data']", nested(40), "nested more than 32 deep"),
        (
            "$['x-data']",
            format!("$.text = '{}'", "x".repeat(20_000)),
            "longer than 16384 bytes",
        ),
        (
            "$['x-data']",
            format!("$.b = {{}}; $.b{steps} = {{}}"),
            "changes nothing",
        ),
    ] {
        let directive = format!(
            "  - where: {}\n    transform: {}",
            json!(place),
            json!(script)
        );
        let loaded = changed(&data, &directive);
        let said = loaded.findings().join("\n");
        let is_whole = reason == "changes nothing";
        assert_eq!(said.contains(reason), !is_whole, "{said}");
        assert!(!loaded.diagnostics.has_errors(), "{said}");
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
