//! Input that wants to crash, hang or fill the memory.

use std::time::{Duration, Instant};

use armature_codegen::load::MemorySource;
use armature_codegen::location::Locate;
use serde_json::Value;

use super::support::{Loaded, load_inputs, main_json, main_yaml};

/// Ample: each of these takes milliseconds when nothing is wrong.
const LONGEST: Duration = Duration::from_secs(20);

fn in_time(load: impl FnOnce() -> Loaded) -> Loaded {
    let start = Instant::now();
    let loaded = load();
    assert!(start.elapsed() < LONGEST, "took {:?}", start.elapsed());
    loaded
}

fn swagger(definitions: &str) -> String {
    format!(
        "{{ \"swagger\": \"2.0\", \"info\": {{ \"title\": \"\", \"version\": \"\" }}, \"paths\": {{}}, \"definitions\": {definitions} }}"
    )
}

#[test]
fn deep_json() {
    let text = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    let loaded = in_time(|| main_json(&text));
    assert_eq!(
        loaded.findings(),
        ["A0211 the description is nested more than 128 levels deep"]
    );
}

#[test]
fn deep_yaml() {
    let flow = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let block: String = (0..3_000)
        .map(|depth| format!("{}a:\n", " ".repeat(depth)))
        .collect();
    let maps = "{a: ".repeat(100_000);
    let hidden = format!("# a comment\u{2028}{maps}");
    assert_eq!(
        main_yaml(&hidden).findings(),
        ["A0204 the description does not say its version"]
    );
    for text in [flow, block, maps] {
        let loaded = in_time(|| main_yaml(&text));
        assert_eq!(
            loaded.findings(),
            ["A0211 the description is nested more than 128 levels deep"]
        );
    }
}

#[test]
fn schemas_as_deep_as_can_be_parsed() {
    let depth = 60;
    let nested = |inner: &str| {
        format!(
            "{}{inner}{}",
            r#"{"items":"#.repeat(depth),
            "}".repeat(depth)
        )
    };
    let loaded = in_time(|| {
        main_json(&swagger(&format!(
            "{{ \"Good\": {}, \"Bad\": {} }}",
            nested("{}"),
            nested("5")
        )))
    });
    assert_eq!(
        loaded.findings(),
        ["A0208 this is not a schema: it is no object"]
    );
}

#[test]
fn aliases_that_unfold_without_end() {
    let mut text = String::from(
        "swagger: '2.0'\na0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n",
    );
    for level in 1..12 {
        let alias = format!("*a{}", level - 1);
        let aliases = vec![alias; 10].join(", ");
        text.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
    }
    let loaded = in_time(|| main_yaml(&text));
    assert_eq!(
        loaded.diagnostics.errors().count(),
        1,
        "{:?}",
        loaded.findings()
    );

    let long = "x".repeat(100_000);
    let text = format!(
        "swagger: '2.0'\na: &a {long}\nb: [{}]\n",
        vec!["*a"; 20_000].join(", ")
    );
    let loaded = in_time(|| main_yaml(&text));
    assert_eq!(
        loaded.diagnostics.errors().count(),
        1,
        "{:?}",
        loaded.findings()
    );
}

#[test]
fn an_alias_to_itself() {
    let loaded = in_time(|| main_yaml("swagger: '2.0'\na: &a\n  b: *a\n"));
    assert_eq!(
        loaded.diagnostics.errors().count(),
        1,
        "{:?}",
        loaded.findings()
    );
}

#[test]
fn huge_numbers() {
    let loaded = main_json(&swagger(
        r#"{ "A": { "type": "integer", "minimum": -1e300, "maximum": 99999999999999999999999999, "minLength": 1e300 },
             "B": { "type": "string", "maxLength": 1e18, "minLength": 18446744073709551615 } }"#,
    ));
    assert_eq!(
        loaded.findings(),
        [
            "A0215 `minLength` is not a whole number from 0",
            "A0215 `maxLength` is not a whole number from 0",
        ]
    );
    let loaded = main_json(&swagger(r#"{ "A": { "maximum": 1e999999999 } }"#));
    assert_eq!(loaded.diagnostics.errors().count(), 1);
    let loaded = main_yaml(
        "swagger: '2.0'\nx-big: [99999999999999999999999999, -.inf, .nan, 0x1F, 1e999]\n",
    );
    assert_eq!(loaded.findings(), [""; 0]);
}

#[test]
fn schemas_that_contain_themselves_through_all_of() {
    let loaded = in_time(|| {
        main_json(&swagger(
            r##"{ "A": { "allOf": [{ "$ref": "#/definitions/B" }] }, "B": { "allOf": [{ "$ref": "#/definitions/A" }] },
                  "C": { "$ref": "#/definitions/C", "description": "Siblings make it a schema." },
                  "D": { "properties": { "d": { "$ref": "#/definitions/D/properties/d/items" , "items": { "$ref": "#/definitions/D" } } } } }"##,
        ))
    });
    assert_eq!(loaded.findings(), [""; 0]);
}

#[test]
fn long_chains_of_parameters() {
    let link = |number: usize| {
        format!(
            r##""P{number}": {{ "$ref": "#/parameters/P{}" }}"##,
            number + 1
        )
    };
    let links: Vec<String> = (0..5_000).map(link).collect();
    let text = format!(
        r##"{{ "swagger": "2.0", "paths": {{ "/a": {{ "get": {{ "parameters": [{{ "$ref": "#/parameters/P0" }}], "responses": {{}} }} }} }},
             "parameters": {{ {}, "P5000": {{ "name": "end", "in": "body", "schema": {{}} }} }} }}"##,
        links.join(", ")
    );
    let loaded = in_time(|| main_json(&text));
    assert_eq!(loaded.findings(), [""; 0]);
}

#[test]
fn many_schemas_that_want_one_name() {
    let names: Vec<String> = (0..5_000)
        .map(|number| {
            format!(
                "{}{}",
                "é".repeat(number % 7 + 1),
                "ü".repeat(number / 7 % 700)
            )
        })
        .collect();
    let schemas: Vec<String> = names
        .iter()
        .map(|name| format!(r#""{name}": {{ "type": "object" }}"#))
        .collect();
    let references: Vec<String> = names
        .iter()
        .map(|name| format!(r##"{{ "$ref": "#/x/{name}" }}"##))
        .collect();
    let text = format!(
        r#"{{ "swagger": "2.0", "paths": {{}}, "definitions": {{ "All": {{ "allOf": [{}] }} }}, "x": {{ {} }} }}"#,
        references.join(", "),
        schemas.join(", ")
    );
    let loaded = in_time(|| main_json(&text));
    let document = loaded.specs.documents.values().next().unwrap();
    let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
    assert_eq!(
        document.api.components.as_ref().unwrap().schemas.len(),
        distinct.len() + 1
    );
}

#[test]
fn pointers_with_every_escape() {
    let loaded = main_json(&swagger(
        r##"{ "a/b": {}, "c~d": {}, "e%f": {}, "~1": {}, "": {},
              "All": { "allOf": [{ "$ref": "#/definitions/a~1b" }, { "$ref": "#/definitions/c~0d" }, { "$ref": "#/definitions/e%25f" },
                                 { "$ref": "#/definitions/~01" }, { "$ref": "#/definitions/" }, { "$ref": "#/definitions/~" }] } }"##,
    ));
    assert_eq!(loaded.findings(), [""; 0]);
    for name in ["a~1b", "c~0d", "e%f", "~01", ""] {
        let reference = format!("main.json#/components/schemas/{name}");
        assert!(loaded.specs.schema(&reference).is_some(), "{reference}");
    }
}

#[test]
fn texts_that_are_not_clean() {
    let bytes = b"\xef\xbb\xbf{ \"swagger\": \"2.0\", \"info\": { \"title\": \"caf\xe9\", \"version\": \"1\" } }";
    let source = MemorySource::default().with_bytes("main.json", bytes);
    let loaded = load_inputs(&["main.json"], &source);
    assert_eq!(loaded.findings(), ["A0210 the file is not all UTF-8"]);
    assert_eq!(
        loaded.specs.documents["main.json"].api.info.title,
        "caf\u{fffd}"
    );

    let loaded =
        main_yaml("\u{feff}swagger: '2.0'\r\ninfo:\r\n  title: CRLF\r\n  version: 1.0\r\n");
    assert_eq!(loaded.findings(), [""; 0]);
    assert_eq!(loaded.specs.documents["main.yaml"].api.info.version, "1.0");
}

/// Every member of some descriptions is replaced in turn by values of every type.
#[test]
fn arbitrary_values_in_arbitrary_places_never_panic() {
    const ODD: [&str; 10] = [
        "null",
        "true",
        "-1",
        "1.5",
        "\"text\"",
        "[]",
        "[[]]",
        "{}",
        "{\"$ref\": \"#/definitions/Pet\"}",
        "{\"$ref\": 5}",
    ];
    let texts = [
        include_str!("../fixtures/load/bodies.json"),
        include_str!("../fixtures/load/forms.json"),
        include_str!("../fixtures/load/parameters.json"),
        include_str!("../fixtures/load/responses.json"),
        include_str!("../fixtures/load/schemas.json"),
    ];
    for text in texts {
        let original: Value = serde_json::from_str(text).unwrap();
        for pointer in pointers(&original) {
            for odd in ODD {
                let mut changed = original.clone();
                *changed.pointer_mut(&pointer).unwrap() = serde_json::from_str(odd).unwrap();
                let loaded = main_json(&changed.to_string());
                let last = loaded.diagnostics.list.last();
                last.map(|last| loaded.specs.locate(&last.place).unwrap());
            }
        }
    }
}

fn pointers(value: &Value) -> Vec<String> {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(index, value)| (index.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    let below = members.iter().flat_map(|(step, value)| {
        let inner = pointers(value);
        std::iter::once(format!("/{step}")).chain(
            inner
                .into_iter()
                .map(move |pointer| format!("/{step}{pointer}")),
        )
    });
    below.collect()
}
