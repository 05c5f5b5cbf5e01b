//! The ledger of a set of descriptions: what is counted, what is unknown, and how the command ends.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The folder of packages beside the workspace: Azure's descriptions with a list of packages.
const CORPUS: &str = "../shared/azure-specs";

const README: &str =
    "``` yaml\ntag: one\n```\n\n``` yaml $(tag) == 'one'\ninput-file: widgets.json\n```\n";

struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
    ledger: Option<Value>,
}

fn coverage(folder: &Path) -> Outcome {
    let out = tempfile::tempdir().unwrap();
    let json = out.path().join("ledger.json");
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["coverage", ".", "--json"])
        .arg(&json)
        .current_dir(folder)
        .output()
        .unwrap();
    Outcome {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        ledger: fs::read(json)
            .ok()
            .map(|text| serde_json::from_slice(&text).unwrap()),
    }
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// A description with one definition.
fn description(definition: &str) -> String {
    format!(
        r#"{{ "swagger": "2.0", "info": {{ "title": "Widgets", "version": "1" }}, "paths": {{}},
          "definitions": {{ "Widget": {definition} }} }}"#
    )
}

/// The row of a name in a section of the ledger.
fn row<'l>(outcome: &'l Outcome, section: &str, name: &str) -> &'l Value {
    let rows = outcome.ledger.as_ref().unwrap()[section]
        .as_array()
        .unwrap();
    let row = rows.iter().find(|row| row["name"] == name);
    row.unwrap_or_else(|| panic!("no {name} in {section}: {rows:#?}"))
}

#[test]
fn files_that_are_referred_to_count_once_for_each_package() {
    let input = description(r#"{ "$ref": "../common/types.json#/definitions/Widget" }"#);
    let types = description(r#"{ "type": "string", "format": "uuid", "x-ms-secret": true }"#);
    let folder = folder(&[
        ("one/readme.md", README),
        ("one/widgets.json", &input),
        ("two/readme.md", README),
        ("two/widgets.json", &input),
        ("common/types.json", &types),
        (
            "packages.json",
            r#"[{ "name": "one", "readme": "specification/one/readme.md", "tag": "one" },
                { "name": "two", "readme": "specification/two/readme.md", "tag": "one" }]"#,
        ),
    ]);
    let below = folder.path().join("specification");
    fs::create_dir(&below).unwrap();
    for part in ["one", "two", "common"] {
        fs::rename(folder.path().join(part), below.join(part)).unwrap();
    }
    let outcome = coverage(folder.path());
    assert_eq!(
        outcome.code,
        Some(0),
        "{}{}",
        outcome.stdout,
        outcome.stderr
    );
    let uuid = row(&outcome, "formats", "uuid of type string");
    assert_eq!(
        (&uuid["occurrences"], &uuid["packages"]),
        (&1.into(), &2.into())
    );
    let secret = row(&outcome, "extensions", "x-ms-secret");
    assert_eq!(secret["treatment"], "handled");
    let info = row(&outcome, "keywords", "info of a description");
    assert_eq!(info["occurrences"], 3);
    assert!(outcome.stdout.contains("2 packages, 3 files: "));
}

#[test]
fn what_is_unknown_is_named_with_its_place() {
    let definition = r#"{ "type": "object", "x-unheard-of": 1, "const": 2,
        "properties": { "a": { "type": "string", "format": "colour" } } }"#;
    let text = description(definition).replace(
        r#""paths": {}"#,
        r#""consumes": ["application/x-clay"], "paths": {}"#,
    );
    let folder = folder(&[("readme.md", README), ("widgets.json", &text)]);
    let outcome = coverage(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stdout.ends_with("; 4 unknown\n"),
        "{}",
        outcome.stdout
    );
    let places = [
        "x-unheard-of in ./widgets.json#/definitions/Widget/x-unheard-of",
        "const of a schema in ./widgets.json#/definitions/Widget/const",
        "colour of type string in ./widgets.json#/definitions/Widget/properties/a/format",
        "application/x-clay in ./widgets.json#/consumes",
    ];
    for place in places {
        let line = format!("unknown: {place}\n");
        assert!(outcome.stderr.contains(&line), "{line}{}", outcome.stderr);
    }
}

/// Blocks for all tags, for two, and for another language.
const DIRECTIVES: &str = "\
``` yaml
tag: one
directive:
  - suppress: R1
    from: [widgets.json, swagger-document]
  - a remark
  - from: code-model-v3
    set: { name: x }
```

``` yaml $(tag) == 'one'
input-file: widgets.json
```

``` yaml $(tag) == 'two' && !$(go)
input-file: widgets.json
directive:
  - remove-model: Widget
    from: ./widgets.json
  - suppress: R2
```

``` yaml $(csharp)
directive:
  - bend: $.definitions
```
";

#[test]
fn directives_count_for_all_tags_and_not_for_other_languages() {
    let input = description(r#"{ "type": "string" }"#);
    let folder = folder(&[
        ("readme.md", DIRECTIVES),
        ("widgets.json", &input),
        (
            "packages.json",
            r#"[{ "name": "one", "readme": "readme.md" }, { "name": "two", "readme": "readme.md", "tag": "two" }]"#,
        ),
    ]);
    let outcome = coverage(folder.path());
    let said = format!("{}{}", outcome.stdout, outcome.stderr);
    assert_eq!(outcome.code, Some(0), "{said}");
    assert!(said.contains("2 packages, 1 files: "), "{said}");
    let rows = outcome.ledger.as_ref().unwrap()["directives"]
        .as_array()
        .unwrap();
    let told = rows.iter().map(|row| {
        let text = |key: &str| row[key].as_str().unwrap().to_owned();
        let (count, packages) = (&row["occurrences"], &row["packages"]);
        let (name, treatment, sample) = (text("name"), text("treatment"), text("sample"));
        format!("{name}: {count} in {packages}, {treatment}, {sample}")
    });
    let expected = [
        "from: 2 in 2, handled, ./readme.md:4",
        "remove-model: 1 in 2, handled, ./readme.md:18",
        "suppress: 2 in 2, ignored, ./readme.md:4",
        "from code-model-v3: 1 in 2, ignored, ./readme.md:7",
        "from swagger-document: 1 in 2, handled, ./readme.md:4",
        "from the end of a path: 2 in 2, handled, ./readme.md:4",
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[test]
fn an_unknown_member_of_a_directive_is_named_with_its_line() {
    let readme = DIRECTIVES.replace("suppress: R2", "bend: $.definitions");
    let input = description(r#"{ "type": "string" }"#);
    let folder = folder(&[("readme.md", &readme), ("widgets.json", &input)]);
    let outcome = coverage(folder.path());
    assert_eq!(outcome.code, Some(1), "{}", outcome.stdout);
    assert_eq!(outcome.stderr, "unknown: bend in ./readme.md:20\n");
    assert!(outcome.stdout.ends_with("; 1 unknown\n"));
}

#[test]
fn a_package_that_cannot_be_read_fails_and_the_others_are_counted() {
    let good = description(r#"{ "type": "string" }"#);
    let folder = folder(&[
        ("good/readme.md", README),
        ("good/widgets.json", &good),
        ("bad/readme.md", README),
        ("bad/widgets.json", "{"),
        ("gone/readme.md", README),
        ("other/readme.md", "# No package"),
    ]);
    let outcome = coverage(folder.path());
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stdout.contains("1 packages, 1 files: "),
        "{}",
        outcome.stdout
    );
    assert!(
        outcome.stderr.contains("bad: error: cannot read"),
        "{}",
        outcome.stderr
    );
    assert!(
        outcome.stderr.contains("gone: error: cannot read"),
        "{}",
        outcome.stderr
    );
    assert!(
        outcome
            .stderr
            .contains("no package, for it has no settings"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_folder_without_packages_is_an_error() {
    let outcome = coverage(folder(&[("notes.md", "")]).path());
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stderr.contains("holds no packages"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn nothing_in_azures_descriptions_is_unknown() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(CORPUS);
    if !corpus.join("packages.json").is_file() {
        // The harness hides what the print macros write while a test passes.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED, there is no {CORPUS}/packages.json"
        );
        return;
    }
    let outcome = coverage(&corpus);
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    let paths = row(&outcome, "keywords", "paths of a description");
    assert_eq!(
        paths["occurrences"],
        outcome.ledger.as_ref().unwrap()["files"]
    );
}
