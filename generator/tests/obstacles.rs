//! Names that are in the way of something: Rust's keywords, its prelude, what emitted code calls its own, twins, other scripts, signs,
//! nothing at all. What becomes of each is a snapshot; and none of them changes when something unrelated is added to the description.
//!
//! That the emitted crate compiles without a warning, and its tests pass, is checked by `.ci/run`.

#[path = "obstacles/emitted.rs"]
mod emitted;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use armature_codegen::load::MemorySource;
use armature_codegen::manifest::{Manifest, ReadmeRequest, Runtime};
use serde_json::{Map, Value, json};

/// What the fixture's folder holds of a file.
fn fixture(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/names");
    fs::read_to_string(folder.join(file)).unwrap()
}

/// The names that a description and another input beside it get: what the description has → what it is called in code.
fn names(readme: &str, description: &str, other: &str) -> BTreeMap<String, String> {
    let request = ReadmeRequest {
        path: "readme.md",
        text: readme,
        folder: "",
        tag: None,
        output: "out",
        runtime: Runtime::Version("0.1.0".to_owned()),
        command: "cargo xtask codegen",
        package: Some("obstacles"),
    };
    let (manifest, doubts) = Manifest::from_readme(&request).unwrap();
    let source = MemorySource::default()
        .with("obstacles.json", description)
        .with("unrelated.json", other)
        .with("example.json", &fixture("example.json"));
    let generated = armature_codegen::generate(&manifest, &source, doubts, &mut |_| ());
    let generated = generated.unwrap_or_else(|report| panic!("{report}"));
    emitted::names(&generated.files)
}

fn names_of(description: &Value) -> BTreeMap<String, String> {
    names(&fixture("readme.md"), &description.to_string(), "")
}

fn description() -> Value {
    serde_json::from_str(&fixture("obstacles.json")).unwrap()
}

#[test]
fn every_obstacle_gets_a_name() {
    let names = names_of(&description());
    assert!(names.len() > 1_000, "{}", names.len());
    let lines: Vec<String> = names
        .iter()
        .map(|(what, name)| format!("{what} → {name}\n"))
        .collect();
    insta::assert_snapshot!(lines.concat());
}

/// Where something is added.
#[derive(Clone, Copy, Debug)]
enum Position {
    First,
    Middle,
    Last,
}

use Position::{First, Last, Middle};

impl Position {
    fn among(self, count: usize) -> usize {
        match self {
            First => 0,
            Middle => count / 2,
            Last => count,
        }
    }
}

/// Adds a member to the object at a pointer.
fn add_member(description: &mut Value, pointer: &str, at: Position, name: &str, value: Value) {
    let object = description.pointer_mut(pointer).unwrap();
    let mut members: Vec<(String, Value)> = std::mem::take(object.as_object_mut().unwrap())
        .into_iter()
        .collect();
    members.insert(at.among(members.len()), (name.to_owned(), value));
    *object = Value::Object(Map::from_iter(members));
}

/// Adds an element to the list at a pointer.
fn add_element(description: &mut Value, pointer: &str, at: Position, value: Value) {
    let list = description.pointer_mut(pointer).unwrap();
    let list = list.as_array_mut().unwrap();
    list.insert(at.among(list.len()), value);
}

fn add_operation(description: &mut Value, at: Position) {
    let answer =
        json!({ "200": { "description": "It.", "schema": { "$ref": "#/definitions/Unrelated" } } });
    let operation =
        json!({ "operationId": "Unrelated_Get", "parameters": [], "responses": answer });
    let model = json!({ "type": "object", "properties": { "unrelated": { "type": "string", "enum": ["x"] } } });
    add_member(
        description,
        "/paths",
        at,
        "/unrelated",
        json!({ "get": operation }),
    );
    add_member(description, "/definitions", at, "Unrelated", model);
}

fn add_properties(description: &mut Value, at: Position) {
    for model in ["Fields", "Holder", "Values", "ValueList"] {
        let pointer = format!("/definitions/{model}/properties");
        add_member(
            description,
            &pointer,
            at,
            "unrelated",
            json!({ "type": "string" }),
        );
    }
}

fn add_values(description: &mut Value, at: Position) {
    for enumeration in ["OpenValues", "ClosedValues"] {
        let pointer = format!("/definitions/{enumeration}/enum");
        add_element(description, &pointer, at, json!("unrelated"));
    }
}

fn add_parameters(description: &mut Value, at: Position) {
    let parameter = json!({ "name": "unrelated", "in": "query", "type": "string" });
    for operation in [
        "/paths/~1locals/get",
        "/paths/~1locals/post",
        "/paths/~1twins/get",
    ] {
        let pointer = format!("{operation}/parameters");
        add_element(description, &pointer, at, parameter.clone());
    }
}

/// What the first has, the second has under the same names; and something else besides.
#[track_caller]
fn assert_kept(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) {
    let changed: Vec<String> = before
        .iter()
        .filter(|(what, name)| after.get(*what) != Some(name))
        .map(|(what, name)| format!("{what}: {name}, then {:?}", after.get(what)))
        .collect();
    assert!(changed.is_empty(), "{}", changed.join("\n"));
    assert!(after.len() > before.len(), "nothing was added");
}

#[track_caller]
fn assert_kept_wherever(add: &[fn(&mut Value, Position)], positions: &[Position]) {
    let before = names_of(&description());
    for position in positions {
        let mut changed = description();
        for add in add {
            add(&mut changed, *position);
        }
        assert_kept(&before, &names_of(&changed));
    }
}

#[test]
fn an_unrelated_operation_and_its_models_change_no_name() {
    assert_kept_wherever(&[add_operation], &[First, Middle]);
}

#[test]
fn an_unrelated_property_or_value_changes_no_name() {
    assert_kept_wherever(&[add_properties, add_values], &[First, Middle]);
}

#[test]
fn an_unrelated_parameter_changes_no_name() {
    assert_kept_wherever(&[add_parameters], &[First, Middle]);
}

#[test]
fn many_unrelated_things_change_no_name() {
    let all = [add_operation, add_properties, add_values, add_parameters];
    assert_kept_wherever(&all, &[First, Last]);
}

#[test]
fn an_unrelated_file_changes_no_name() {
    let (readme, text) = (fixture("readme.md"), fixture("obstacles.json"));
    let mut other = json!({ "swagger": "2.0", "info": { "title": "Obstacle", "version": "2020-01-01" },
        "host": "obstacle.example.com", "paths": {}, "definitions": {} });
    add_operation(&mut other, First);
    let before = names(&readme, &text, "");
    for inputs in [
        "[unrelated.json, obstacles.json]",
        "[obstacles.json, unrelated.json]",
    ] {
        let readme = readme.replace(
            "input-file: obstacles.json",
            &format!("input-file: {inputs}"),
        );
        assert_kept(&before, &names(&readme, &text, &other.to_string()));
    }
}
