//! Descriptions with random faults, through the whole line: whatever stands in one, the answer is a crate or a report.
//!
//! The faults are the same in every run. That the crates compile is no matter here: what is emitted is parsed by `format`, and that it is sound
//! is what the other tests are for.

mod emitted;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use armature_codegen::location::{escape, unescape};
use serde_json::{Value, json};

/// How often each description is given other faults.
const ROUNDS: u64 = 25;

/// Names that mean something, or look as if they did.
const NAMES: &[&str] = &[
    "",
    "self",
    "Option",
    "crate",
    "é",
    "a/b",
    "~",
    "🦀",
    "type",
    "format",
    "enum",
    "allOf",
    "default",
    "200",
    "in",
    "name",
    "schema",
    "items",
    "properties",
    "required",
    "discriminator",
    "x-ms-client-name",
    "x-ms-enum",
    "x-ms-pageable",
    "x-ms-long-running-operation",
    "x-ms-parameter-location",
    "x-ms-discriminator-value",
    "xml",
];

/// The folders that descriptions are taken from: those that need no other file.
const FOLDERS: &[&str] = &[
    "generator/tests/fixtures/lower_operations",
    "generator/tests/fixtures/lower/types",
    "generator/tests/fixtures/names",
    "generator/tests/fixtures/xml",
];

/// Numbers that look random (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let mixed = usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap_or_default();
        mixed % end.max(1)
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

#[test]
fn no_fault_in_a_description_is_a_panic() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut sound = 0;
    let mut generated = 0;
    let mut reported = 0;
    for path in FOLDERS
        .iter()
        .flat_map(|folder| descriptions(&root.join(folder)))
    {
        let text = std::fs::read_to_string(&path).unwrap();
        // JSON is YAML, too.
        let description: Value = serde_yaml::from_str(&text).unwrap();
        if !is_generated(&description) {
            continue;
        }
        sound += 1;
        for round in 0..ROUNDS {
            let faulty = with_faults(description.clone(), &mut Numbers(round));
            let outcome = catch_unwind(AssertUnwindSafe(|| is_generated(&faulty)));
            match outcome {
                Ok(true) => generated += 1,
                Ok(false) => reported += 1,
                Err(_) => panic!("{}, round {round}:\n{faulty:#}", path.display()),
            }
        }
    }
    // Neither is an exception, or the faults are too few or too many to say anything.
    let counts = (sound, generated, reported);
    assert!(
        sound > 30 && generated > 300 && reported > 100,
        "{counts:?}"
    );
}

fn descriptions(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_description = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        text.contains("swagger") || text.contains("openapi")
    };
    let mut found: Vec<PathBuf> = paths.filter(is_description).collect();
    found.retain(|path| {
        path.extension()
            .is_some_and(|kind| kind == "yaml" || kind == "json")
    });
    found.sort();
    found
}

fn is_generated(description: &Value) -> bool {
    let outcome = emitted::generated(&description.to_string());
    if let Err(report) = &outcome {
        // A report can be drawn.
        assert!(report.to_string().contains("error"), "{report}");
    }
    outcome.is_ok()
}

/// Changes a few values: another value, none, that of another place, another name.
fn with_faults(mut description: Value, numbers: &mut Numbers) -> Value {
    for _ in 0..=*numbers.of(&[0, 1, 4, 12, 30]) {
        let mut places = Vec::new();
        pointers(&description, String::new(), &mut places);
        let (place, other) = (numbers.of(&places).clone(), numbers.of(&places).clone());
        let Some((parent, step)) = place.rsplit_once('/') else {
            continue;
        };
        let step = unescape(step);
        let copied = description.pointer(&other).cloned().unwrap_or_default();
        let fault = numbers.below(4);
        let value = match fault {
            0 => odd_value(numbers),
            _ => copied,
        };
        match (description.pointer_mut(parent), fault) {
            (Some(Value::Object(map)), 2) => drop(map.shift_remove(&step)),
            (Some(Value::Object(map)), 3) => {
                let moved = map.shift_remove(&step).unwrap_or_default();
                map.insert((*numbers.of(NAMES)).to_owned(), moved);
            }
            (Some(Value::Object(map)), _) => drop(map.insert(step, value)),
            (Some(Value::Array(list)), _) => list.push(value),
            _ => {}
        }
    }
    description
}

fn odd_value(numbers: &mut Numbers) -> Value {
    let odd = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(""),
        json!([]),
        json!({}),
        json!("x".repeat(300)),
        json!("{"),
        json!("{a}{a}"),
        json!("\u{0}"),
        json!([[]]),
        json!({ "enum": [1, "a", null, {}] }),
        json!({ "$ref": "#/definitions/Nothing" }),
        json!({ "type": "object", "allOf": [{ "$ref": "#" }] }),
    ];
    numbers.of(&odd).clone()
}

/// The pointers of all values but the document.
fn pointers(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                pointers(value, format!("{here}/{}", escape(name)), found);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                pointers(value, format!("{here}/{index}"), found);
            }
        }
        _ => {}
    }
    if !here.is_empty() {
        found.push(here);
    }
}
