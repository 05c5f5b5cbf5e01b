//! Overlays that are none, that do nothing, or that want to do too much.

use std::time::{Duration, Instant};

use armature_codegen::load::MemorySource;
use serde_json::{Value, json};

use super::overlays::{changed, description, overlay};
use super::support::{Loaded, load_overlaid};

/// Ample: each of these takes milliseconds when nothing is wrong.
const LONGEST: Duration = Duration::from_secs(20);

/// Loads an empty description with the text of an overlay.
fn with_overlay(path: &str, text: &str) -> Loaded {
    let source = MemorySource::default()
        .with("main.json", &description(&json!({})))
        .with(path, text);
    load_overlaid(&["main.json"], &[path], &source)
}

/// The findings of actions on the data `{ "text": "a", "list": [1], "object": {} }`.
fn findings(actions: &str) -> Vec<String> {
    changed(&json!({ "text": "a", "list": [1], "object": {} }), actions).findings()
}

#[test]
fn what_is_no_overlay() {
    let cases = [
        ("[]", "it is no object"),
        ("{}", "`overlay`, its version, is missing"),
        ("swagger: '2.0'", "`overlay`, its version, is missing"),
        (
            "overlay: 1.0.0\ninfo: { title: a, version: 1.0 }",
            "`actions` is missing",
        ),
        (
            "overlay: 1.0.0\ninfo: { title: a, version: b }\nactions: []",
            "`actions` is no list of actions",
        ),
        (
            "overlay: 1.0.0\nactions: [{ target: $, update: { x-a: 1 } }]",
            "it has no `info` with `title` and `version`",
        ),
        (
            "overlay: 1.0.0\ninfo: { version: '1' }\nactions: [{ target: $, update: { x-a: 1 } }]",
            "`info` has no `title`",
        ),
        (
            "overlay: 1.0.0\ninfo: { title: a }\nactions: [{ target: $, update: { x-a: 1 } }]",
            "`info` has no `version`",
        ),
    ];
    for (text, reason) in cases {
        let loaded = with_overlay("overlay.yaml", text);
        assert_eq!(
            loaded.findings(),
            [format!("A1001 this is no overlay: {reason}")],
            "{text}"
        );
    }
    let actions = [
        ("- text", "the action is no object"),
        ("- { update: {} }", "the action has no `target`"),
        ("- { target: $, udpate: {} }", "`udpate` is no member here"),
        (
            "- { target: $, remove: 'yes' }",
            "`remove` is neither true nor false",
        ),
    ];
    for (action, reason) in actions {
        let loaded = with_overlay("overlay.yaml", &overlay(action));
        assert_eq!(
            loaded.findings()[0],
            format!("A1001 this is no overlay: {reason}")
        );
    }
    for version in ["1.1.0", "2.0.0", "1.0", "1.0.", "1.0.x"] {
        let text = overlay("- { target: $, update: {} }")
            .replace("1.0.0\ninfo", &format!("'{version}'\ninfo"));
        let loaded = with_overlay("overlay.yaml", &text);
        assert_eq!(
            loaded.findings(),
            [format!("A1002 the overlay is of version `{version}`")]
        );
    }
}

#[test]
fn an_overlay_that_cannot_be_read() {
    let loaded = with_overlay("overlay.json", "{ \"overlay\": }");
    assert!(
        loaded.findings()[0].starts_with("A0203 "),
        "{:?}",
        loaded.findings()
    );
    let source = MemorySource::default().with("main.json", &description(&json!({})));
    let loaded = load_overlaid(&["main.json"], &["gone.yaml"], &source);
    insta::assert_snapshot!(loaded.drawn(), @r#"
    error[A0201]: there is no file `gone.yaml`
    --> armature.toml
     = at: #/service/0/overlays/0
     = help: paths are relative to the file that names them, or, where an overlay put them in, to the description
    "#);
    let loaded = load_overlaid(&["main.json"], &["../gone.yaml"], &source);
    assert_eq!(
        loaded.findings(),
        ["A0206 the reference `../gone.yaml` leads out of the source root"]
    );
}

#[test]
fn an_overlay_among_the_inputs() {
    let source = MemorySource::default().with("o.yaml", &overlay("- { target: $, update: {} }"));
    let loaded = load_overlaid(&["o.yaml"], &[], &source);
    assert_eq!(
        loaded.findings(),
        ["A1016 this is an overlay, not a description"]
    );
}

#[test]
fn actions_that_cannot_be_carried_out() {
    let x = "$['x-data']";
    let cases = [
        (
            format!("{{ target: \"{x}.text\", update: b }}"),
            "A1006 the target leads to a text",
        ),
        (
            format!("{{ target: \"{x}.text\", remove: true }}"),
            "A1006 the target leads to a text",
        ),
        (
            format!("{{ target: \"{x}.list[0]\", remove: true }}"),
            "A1006 the target leads to a number",
        ),
        (
            format!("{{ target: \"{x}\", update: [1] }}"),
            "A1007 `update` is no object, and what it is merged with is one",
        ),
        (
            format!("{{ target: \"{x}\", update: {{ list: {{ a: 1 }} }} }}"),
            "A1008 an object cannot take the place of a list",
        ),
        (
            format!("{{ target: \"{x}\", update: {{ object: [1] }} }}"),
            "A1008 a list cannot take the place of an object",
        ),
        (
            format!("{{ target: \"{x}\", update: {{ list: b }} }}"),
            "A1008 a text cannot take the place of a list",
        ),
        (
            format!("{{ target: \"{x}\", update: {{ list: null }} }}"),
            "A1008 null cannot take the place of a list",
        ),
        (
            format!("{{ target: \"{x}\", update: {{ object: 1 }} }}"),
            "A1008 a number cannot take the place of an object",
        ),
        (
            "{ target: $, update: { x-data: { object: false } } }".to_owned(),
            "A1008 a boolean cannot take the place of an object",
        ),
        (
            "{ target: $, remove: true }".to_owned(),
            "A1009 the whole description would be removed",
        ),
        (
            format!("{{ target: \"{x}\" }}"),
            "A1015 the action has neither `update` nor `remove: true`",
        ),
        (
            format!("{{ target: \"{x}.object\", remove: true, update: {{}} }}"),
            "A1014 `update` has no effect beside `remove: true`",
        ),
        (
            "{ target: \"$.definitions.Nothing\", update: {} }".to_owned(),
            "A1005 `$.definitions.Nothing` leads to nothing",
        ),
        (
            "{ target: \"$..*..*\", update: {} }".to_owned(),
            "A1004 the target could take too long: `..` stands more than once on the path or in its filters",
        ),
        (
            "{ target: paths, update: {} }".to_owned(),
            "A1003 `paths` is no JSONPath: it does not start with `$`",
        ),
    ];
    for (action, finding) in cases {
        assert_eq!(findings(&format!("- {action}")), [finding], "{action}");
    }
}

#[test]
fn an_action_without_effect_is_shown_where_it_stands() {
    let loaded = changed(
        &json!({}),
        "- target: $.paths['/a'].get\n  update: { summary: A }",
    );
    insta::assert_snapshot!(loaded.drawn(), @r#"
    error[A1005]: `$.paths['/a'].get` leads to nothing
     --> overlay.yaml:4:3
      |
    4 | - target: $.paths['/a'].get
      |   ^^^^^^ #/actions/0/target
      |
      = help: look for it in `main.json`; what is mended there needs no action any more
    "#);
}

#[test]
fn an_update_that_is_there_already_is_no_mending() {
    let x = "$['x-data']";
    for action in [
        format!("{{ target: \"{x}\", update: {{}} }}"),
        format!("{{ target: \"{x}\", update: {{ text: a }} }}"),
        format!("{{ target: \"{x}\", update: {{ list: [] }} }}"),
        format!("{{ target: \"{x}\", update: {{ object: {{}}, text: a }} }}"),
        "{ target: $, update: { x-data: { text: a } } }".to_owned(),
    ] {
        let found = findings(&format!("- {action}"));
        assert_eq!(found, ["A1017 `update` changes nothing"], "{action}");
    }
    // A second action that repeats the first, and one of which a part is new.
    let action = format!("- {{ target: \"{x}\", update: {{ text: b }} }}\n");
    let found = findings(&action.repeat(2));
    assert_eq!(found, ["A1017 `update` changes nothing"]);
    let part = format!("- {{ target: \"{x}\", update: {{ text: a, list: [2] }} }}");
    assert_eq!(findings(&part), [""; 0]);
    insta::assert_snapshot!(changed(&json!({ "a": 1 }), "- target: $['x-data']\n  update: { a: 1 }").drawn(), @r#"
    error[A1017]: `update` changes nothing
     --> overlay.yaml:5:3
      |
    5 |   update: { a: 1 }
      |   ^^^^^^ #/actions/0/update
      |
      = help: all of it is there already, in `main.json` or by an action before; what is mended there needs no action any more
    "#);
}

#[test]
fn one_document_with_the_fault_is_enough_for_an_update() {
    let source = MemorySource::default()
        .with("faulty.json", &description(&json!({ "a": 1 })))
        .with("mended.json", &description(&json!({ "a": 2 })))
        .with(
            "o.yaml",
            &overlay("- { target: \"$['x-data']\", update: { a: 2 } }"),
        );
    let loaded = load_overlaid(&["faulty.json", "mended.json"], &["o.yaml"], &source);
    assert_eq!(loaded.findings(), [""; 0]);
    let loaded = load_overlaid(&["mended.json"], &["o.yaml"], &source);
    assert_eq!(loaded.findings(), ["A1017 `update` changes nothing"]);
}

#[test]
fn a_list_in_a_list_is_doubted() {
    let action = "- target: $['x-data'].list\n  update: [{ a: 1 }, { b: 1 }]";
    let loaded = changed(&json!({ "list": [{}] }), action);
    insta::assert_snapshot!(loaded.drawn(), @r#"
    warning[A1019]: a list becomes one entry of a list
     --> overlay.yaml:5:3
      |
    5 |   update: [{ a: 1 }, { b: 1 }]
      |   ^^^^^^ #/actions/0/update
      |
      = done: it is appended as it is
      = help: where the target is a list, `update` is one entry: make an action of each, or let the target lead to the object that holds the list, and give it in `update`
    "#);
    let data = &loaded.specs.documents["main.json"].api.extensions["x-data"];
    assert_eq!(data, &json!({ "list": [{}, [{ "a": 1 }, { "b": 1 }]] }));
    // Where lists are the entries, one more is what was meant.
    assert_eq!(
        changed(&json!({ "list": [[]] }), action).findings(),
        [""; 0]
    );
}

#[test]
fn a_clash_is_shown_where_it_stands() {
    let loaded = changed(
        &json!({ "a": { "b": [] } }),
        "- target: $['x-data']\n  update:\n    a:\n      b: { c: 1 }",
    );
    insta::assert_snapshot!(loaded.drawn(), @r#"
    error[A1008]: an object cannot take the place of a list
     --> overlay.yaml:7:7
      |
    7 |       b: { c: 1 }
      |       ^ #/actions/0/update/a/b
      |
      = in: main.json:1
      = help: to replace the one by the other, remove it with an action of its own before
    "#);
}

#[test]
fn a_document_that_cannot_be_read_is_the_only_finding() {
    let source = MemorySource::default().with("main.json", "{").with(
        "o.yaml",
        &overlay("- { target: $.paths.never, update: {} }"),
    );
    let loaded = load_overlaid(&["main.json"], &["o.yaml"], &source);
    assert_eq!(loaded.findings().len(), 1, "{:?}", loaded.findings());
}

#[test]
fn what_grows_without_end_is_stopped() {
    let start = Instant::now();
    let wide =
        "- { target: \"$['x-data']..*\", update: { a: {}, b: {}, c: {}, d: {} } }\n".repeat(100);
    let found = changed(&json!({ "a": {} }), &wide).findings();
    let message = "A1010 the description would become many times larger by this overlay";
    assert!(found.iter().any(|finding| finding == message), "{found:?}");

    let deep = "- { target: \"$['x-data']..*\", update: { a: {} } }\n".repeat(200);
    let found = changed(&json!({ "a": {} }), &deep).findings();
    let message = "A1011 the description would be nested more than 128 levels deep";
    assert!(found.iter().any(|finding| finding == message), "{found:?}");

    let nested: Value = (0..100).fold(json!({}), |inner, _| json!({ "a": inner }));
    let action = format!("- {{ target: \"$['x-data'].a.a\", update: {{ b: {nested} }} }}\n");
    let actions = format!(
        "{action}- {{ target: \"$['x-data']{}\", update: {{ c: {nested} }} }}",
        ".a".repeat(90)
    );
    assert_eq!(changed(&nested, &actions).findings(), [message]);
    assert!(start.elapsed() < LONGEST, "took {:?}", start.elapsed());
}

#[test]
fn large_lists_are_shortened_in_time() {
    let start = Instant::now();
    let list: Vec<Value> = (0..100_000).map(|n| json!({ "n": n % 2 })).collect();
    let actions = "
- { target: \"$['x-data'][?@.n == 1]\", remove: true }
- { target: \"$['x-data'][*]\", update: { m: 1 } }
- { target: \"$['x-data'][?@.n == 0]\", remove: true }
";
    let loaded = changed(&json!(list), actions);
    assert_eq!(loaded.findings(), [""; 0]);
    assert!(start.elapsed() < LONGEST, "took {:?}", start.elapsed());
}
