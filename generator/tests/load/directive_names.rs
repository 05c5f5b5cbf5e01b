//! What the directives of a readme do to properties and parameters: other names, and removal.

use std::fmt::Write as _;

use armature_codegen::load::MemorySource;
use serde_json::{Value, json};

use super::directives::manifest;
use super::support::load_manifest;

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
