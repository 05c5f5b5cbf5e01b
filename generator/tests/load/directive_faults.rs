//! Directives of a readme that are not carried out, and what is said about them.

use std::fmt::Write as _;

use armature_codegen::diagnostic::render::{Colour, render};
use armature_codegen::ledger;
use armature_codegen::load::MemorySource;
use armature_codegen::manifest::{Manifest, ReadmeRequest};
use armature_codegen::model::Runtime;
use armature_codegen::treatment::Treatment;
use serde_json::{Value, json};

use super::directives::{changed, manifest, refused};
use super::overlays::description;
use super::support::load_manifest;

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
        "$ = undefined; $.a = 1",
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
    // Each statement puts thirty levels below the last.
    let literal = format!("{}1{}", "{a:".repeat(30), "}".repeat(30));
    let below = (0..6).map(|times| format!("$.b{} = {literal}", ".a".repeat(30 * times)));
    let deeper = below.collect::<Vec<_>>().join("; ");
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
        ("$['x-data']", deeper, "more than 128 levels deep"),
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
        assert_eq!(said.is_empty(), is_whole, "{said}");
        assert!(!loaded.diagnostics.has_errors(), "{said}");
    }
}
