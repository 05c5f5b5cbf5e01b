//! Diagnostics: how they are collected, counted and drawn, and the table of their kinds.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use armature_codegen::diagnostic::render::{Colour, render};
use armature_codegen::diagnostic::{Denial, Denied, Diagnostic, Diagnostics, Severity, kinds};
use armature_codegen::location::{Locate, Place, SourceLocation};

/// One text, in which a pointer is found by the last step's value.
struct Text {
    document: &'static str,
    text: &'static str,
}

impl Locate for Text {
    fn locate(&self, place: &Place) -> Option<SourceLocation> {
        if *place.document != *self.document {
            return None;
        }
        let file = format!("specs/{}", self.document);
        if let Some((line, column)) = place.position() {
            return Some(SourceLocation::at_position(&file, self.text, line, column));
        }
        let last = place.steps().last()?;
        let offset = self.text.find(&format!("\"{last}\""))?;
        let pointer = format!("#{}", place.pointer);
        Some(SourceLocation::at_offset(
            &file, &pointer, self.text, offset,
        ))
    }
}

const SKUS: Text = Text {
    document: "skus.json",
    text: "{\n  \"SkuName\": {\n    \"S1-v2\": 1,\n    \"S1_v2\": 2\n  }\n}\n",
};

fn collision() -> Diagnostics {
    let names = Place::document("skus.json").key("SkuName");
    let mut diagnostics = Diagnostics::default();
    diagnostics.names_collide(
        &names.key("S1_v2"),
        &names.key("S1-v2"),
        "enum values",
        ("S1-v2", "S1_v2"),
        "S1V2",
        "S1V2_2",
    );
    diagnostics
}

#[test]
fn a_warning_shows_its_line_its_pointer_and_what_was_done() {
    insta::assert_snapshot!(render(&collision(), &SKUS, Colour::Never), @r#"
    warning[A0304]: enum values `S1-v2` and `S1_v2` both become `S1V2`
     --> specs/skus.json:4:5
      |
    4 |     "S1_v2": 2
      |     ^^^^^^^ #/SkuName/S1_v2
      |
      = first use: #/SkuName/S1-v2
      = done: the second is named `S1V2_2`
      = help: choose names in the manifest under `[rename]`, for a readme's crate with an overlay
    "#);
}

#[test]
fn without_its_text_a_warning_shows_its_pointer() {
    insta::assert_snapshot!(render(&collision(), &(), Colour::Never), @r#"
    warning[A0304]: enum values `S1-v2` and `S1_v2` both become `S1V2`
    --> skus.json
     = at: #/SkuName/S1_v2
     = first use: #/SkuName/S1-v2
     = done: the second is named `S1V2_2`
     = help: choose names in the manifest under `[rename]`, for a readme's crate with an overlay
    "#);
}

#[test]
fn a_denied_warning_is_an_error_and_says_why() {
    let mut diagnostics = collision();
    diagnostics.deny(denial(
        Denied::All,
        "`deny-warnings` in specs/armature.toml",
    ));
    insta::assert_snapshot!(render(&diagnostics, &SKUS, Colour::Never), @r#"
    error[A0304]: enum values `S1-v2` and `S1_v2` both become `S1V2`
     --> specs/skus.json:4:5
      |
    4 |     "S1_v2": 2
      |     ^^^^^^^ #/SkuName/S1_v2
      |
      = first use: #/SkuName/S1-v2
      = done: the second is named `S1V2_2`
      = help: choose names in the manifest under `[rename]`, for a readme's crate with an overlay
      = note: warnings are errors: `deny-warnings` in specs/armature.toml
    "#);
}

#[test]
fn a_syntax_error_shows_its_position() {
    let mut diagnostics = Diagnostics::default();
    diagnostics.not_json_or_yaml(&Place::at("skus.json", 3, 14), "expected a comma");
    insta::assert_snapshot!(render(&diagnostics, &SKUS, Colour::Never), @r#"
    error[A0203]: the file is neither JSON nor YAML: expected a comma
     --> specs/skus.json:3:14
      |
    3 |     "S1-v2": 1,
      |              ^
      |
      = help: mend the syntax at this place
    "#);
    insta::assert_snapshot!(render(&diagnostics, &(), Colour::Never), @r#"
    error[A0203]: the file is neither JSON nor YAML: expected a comma
    --> skus.json:3:14
     = help: mend the syntax at this place
    "#);
}

#[test]
fn a_place_in_another_file_is_named_with_the_file() {
    let mut diagnostics = Diagnostics::default();
    diagnostics.definition_twice(
        &Place::document("other.json").key("definitions").key("Sku"),
        &Place::document("skus.json").key("SkuName"),
        "SkuName",
        "OtherSkuName",
    );
    insta::assert_snapshot!(render(&diagnostics, &SKUS, Colour::Never), @r#"
    warning[A0303]: there are two different definitions named `SkuName`
    --> other.json
     = at: #/definitions/Sku
     = first use: specs/skus.json:2: #/SkuName
     = done: the second is named `OtherSkuName`
     = help: choose names in the manifest under `[rename]`, for a readme's crate with an overlay
    "#);
}

#[test]
fn a_long_line_is_cut_around_the_finding() {
    let text: &'static str = format!(
        "{{{}\"needle\": 1, {}}}",
        "\"é\": 0, ".repeat(5000),
        "\"z\": 0, ".repeat(5000)
    )
    .leak();
    let texts = Text {
        document: "long.json",
        text,
    };
    let mut diagnostics = Diagnostics::default();
    diagnostics.unknown_extension(&Place::document("long.json").key("needle"), "needle");
    let drawn = render(&diagnostics, &texts, Colour::Never);
    assert!(drawn.contains("\"needle\""), "{drawn}");
    assert!(
        drawn.lines().all(|line| line.chars().count() < 220),
        "{drawn}"
    );
}

#[test]
fn colours_are_an_option() {
    let plain = render(&collision(), &SKUS, Colour::Never);
    let coloured = render(&collision(), &SKUS, Colour::Always);
    assert!(!plain.contains('\u{1b}'));
    assert!(coloured.contains("\u{1b}["));
}

#[test]
fn names_cannot_steer_the_terminal() {
    let mut diagnostics = Diagnostics::default();
    let place = Place::document("a\u{1b}[31m.json").key("b\u{1b}]0;c\u{7}");
    diagnostics.unknown_extension(&place, "x-\u{1b}[2J\u{202e}");
    diagnostics.names_collide(
        &place,
        &place,
        "values",
        ("\u{1b}", "\u{9b}"),
        "\u{1b}",
        "\u{1b}",
    );
    let drawn = render(&diagnostics, &(), Colour::Never);
    assert!(
        !drawn.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']),
        "{drawn:?}"
    );
}

#[test]
fn odd_locations_are_drawn() {
    struct Odd(SourceLocation);
    impl Locate for Odd {
        fn locate(&self, _: &Place) -> Option<SourceLocation> {
            Some(self.0.clone())
        }
    }
    let texts = [
        "",
        "é",
        "\"",
        "\"\\",
        "\"a\\\"b\" x",
        ",",
        "{",
        "\t\ta",
        "日本語",
        "a\rb",
        "a\u{301}",
    ];
    for text in texts {
        for (line, column) in [(0, 0), (1, 1), (1, 2), (7, 99), (usize::MAX, usize::MAX)] {
            let location = SourceLocation {
                file: "f".to_owned(),
                pointer: "#/a".to_owned(),
                line,
                column,
                text: text.to_owned(),
            };
            let drawn = render(&collision(), &Odd(location), Colour::Never);
            assert!(drawn.contains("warning[A0304]"), "{text:?}");
        }
    }
}

/// A text of one long line, with its findings at its start.
struct OneLine {
    text: String,
}

impl Locate for OneLine {
    fn locate(&self, place: &Place) -> Option<SourceLocation> {
        let index: usize = place.steps().last()?.parse().ok()?;
        Some(SourceLocation {
            file: "one.json".to_owned(),
            pointer: format!("#{}", place.pointer),
            line: 1,
            column: index + 1,
            text: self.text.clone(),
        })
    }
}

#[test]
fn many_findings_in_one_long_line_are_drawn_in_time() {
    const COUNT: usize = 100;
    let text = "[5], ".repeat(4_000_000);
    let mut diagnostics = Diagnostics::default();
    for index in 0..COUNT {
        diagnostics.not_utf8(&Place::document("one.json").index(index));
    }
    let start = Instant::now();
    let drawn = render(&diagnostics, &OneLine { text }, Colour::Never);
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "took {:?}",
        start.elapsed()
    );
    assert_eq!(drawn.matches("#/").count(), COUNT);
}

#[test]
fn findings_are_counted() {
    let place = Place::document("a.json");
    let mut diagnostics = Diagnostics::default();
    assert_eq!(diagnostics.summary(), "no warnings");
    assert!(diagnostics.is_empty() && !diagnostics.has_errors());
    assert!(diagnostics.stop_if_errors().is_ok());

    diagnostics.unknown_extension(&place, "x-a");
    assert_eq!(diagnostics.summary(), "1 warning");
    assert!(!diagnostics.has_errors());
    diagnostics.unknown_extension(&place, "x-b");
    diagnostics.unknown_extension(&place, "x-c");
    diagnostics.missing_file(&place, "b.json");
    assert_eq!(diagnostics.summary(), "3 warnings, 1 error");
    assert_eq!(
        (diagnostics.warnings().count(), diagnostics.errors().count()),
        (3, 1)
    );

    let stopped = diagnostics.stop_if_errors().expect_err("there is an error");
    assert_eq!(stopped.summary(), "3 warnings, 1 error");
    assert!(diagnostics.is_empty());
}

fn denial(warnings: Denied, because: &str) -> Denial {
    let because = because.to_owned();
    Denial { warnings, because }
}

#[test]
fn warnings_are_denied_by_their_codes() {
    let strict = |codes: &[&str]| {
        let codes = codes.iter().map(|code| (*code).to_owned()).collect();
        denial(Denied::These(codes), "`--strict`")
    };
    let mut diagnostics = collision();
    diagnostics.deny(strict(&["A0111", "A0302"]));
    assert_eq!(diagnostics.summary(), "1 warning");
    diagnostics.deny(strict(&["A0304"]));
    assert_eq!(diagnostics.summary(), "1 error");
    let codes = strict(&["A0304", "A0305", "A1001"]).warnings;
    let unknown: Vec<_> = codes.unknown().collect();
    assert_eq!(
        unknown,
        [(1, "A0305"), (2, "A1001")],
        "the last is an error anyway"
    );
}

/// The table of warnings, which people may deny one by one, against the functions that make them.
#[test]
fn the_table_of_warnings_is_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/kinds");
    let mut made = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let codes = text.split("Diagnostic::warning(").skip(1);
        made.extend(codes.map(|rest| rest.split('"').nth(1).unwrap().to_owned()));
    }
    made.sort();
    made.dedup();
    assert_eq!(made, kinds::WARNINGS);
}

#[test]
fn denied_warnings_count_as_errors_and_stop() {
    let mut diagnostics = collision();
    diagnostics.deny(denial(Denied::All, "`--strict`"));
    assert_eq!(diagnostics.summary(), "1 error");
    assert_eq!(diagnostics.warnings().count(), 0);
    assert!(diagnostics.stop_if_errors().is_err());
}

#[test]
fn findings_are_ordered_by_place_with_numbers_as_numbers_and_repeats_dropped() {
    let place = |index| Place::document("b.json").key("enum").index(index);
    let mut diagnostics = Diagnostics::default();
    for index in [10, 9, 10] {
        diagnostics.unknown_extension(&place(index), "x-a");
    }
    let mut others = Diagnostics::default();
    others.unknown_extension(&Place::document("a.json"), "x-a");
    others.not_json_or_yaml(&Place::at("c.json", 10, 1), "faulty");
    others.not_json_or_yaml(&Place::at("c.json", 9, 1), "faulty");
    diagnostics.extend(others);
    diagnostics.sort();
    let places: Vec<String> = diagnostics
        .list
        .iter()
        .map(|found| found.place.to_string())
        .collect();
    assert_eq!(
        places,
        [
            "a.json#",
            "b.json#/enum/9",
            "b.json#/enum/10",
            "c.json#@9:1",
            "c.json#@10:1"
        ]
    );
}

#[test]
fn places_are_walked_by_steps() {
    let place = Place::document("a.json")
        .key("paths")
        .key("/a~b/{c}")
        .key("get");
    assert_eq!(&*place.pointer, "/paths/~1a~0b~1{c}/get");
    assert_eq!(
        place.steps().collect::<Vec<_>>(),
        ["paths", "/a~b/{c}", "get"]
    );
    assert_eq!(
        place.parent(),
        Some(Place::new("a.json", "/paths/~1a~0b~1{c}"))
    );
    assert_eq!(Place::document("a.json").parent(), None);
    assert_eq!(Place::document("a.json").steps().count(), 0);
    assert_eq!(Place::at("a.json", 3, 4).position(), Some((3, 4)));
    assert_eq!(place.position(), None);
}

#[test]
fn offsets_become_lines_and_columns() {
    let text = "ab\r\nécd\n\nx";
    let at = |offset| {
        let found = SourceLocation::at_offset("f", "", text, offset);
        (found.line, found.column, found.text)
    };
    assert_eq!(at(0), (1, 1, "ab".to_owned()));
    assert_eq!(at(4), (2, 1, "écd".to_owned()));
    assert_eq!(at(5), (2, 1, "écd".to_owned()));
    assert_eq!(at(6), (2, 2, "écd".to_owned()));
    assert_eq!(at(9), (3, 1, String::new()));
    assert_eq!(at(10), (4, 1, "x".to_owned()));
    assert_eq!(at(999), (4, 2, "x".to_owned()));
}

/// The table of kinds keeps its rules: each code once, in the file of its stage; every warning says what was done; everything has a help.
#[test]
fn the_table_of_kinds_keeps_its_rules() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic");
    let read = |path: &Path| std::fs::read_to_string(path).expect("the file is there");
    let contents = read(&source.join("kinds.rs"));
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    let files = std::fs::read_dir(source.join("kinds")).expect("the folder is there");
    for file in files {
        let file = file.expect("the folder can be listed").path();
        let stem = file.file_stem().expect("a file").to_string_lossy();
        let row = contents
            .lines()
            .find(|line| line.contains(&format!("xx` | `{stem}` |")));
        let row = row.unwrap_or_else(|| panic!("`{stem}` has no row in the table of kinds.rs"));
        let prefix = row
            .split('`')
            .nth(1)
            .unwrap_or_default()
            .trim_end_matches("xx");
        for function in read(&file).split("    pub fn ").skip(1) {
            let name = function.split('(').next().unwrap_or_default();
            let code = function
                .split('"')
                .find(|text| text.len() == 5 && text.starts_with('A'));
            let code = code.unwrap_or_else(|| panic!("{name} has no code"));
            assert!(code.starts_with(prefix), "{name}: {code} stands in {stem}");
            assert!(function.contains(".help("), "{name} has no help");
            let is_warning = function.contains("Diagnostic::warning");
            assert_eq!(
                function.contains(".done("),
                is_warning,
                "{name}: done is for warnings"
            );
            *uses.entry(code.to_owned()).or_default() += 1;
        }
    }
    let twice: Vec<_> = uses.iter().filter(|(_, uses)| **uses > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
    assert!(uses.len() >= 40, "only {} kinds were found", uses.len());
}

#[test]
fn a_finding_is_built_in_one_sentence() {
    let place = Place::document("a.json");
    let found = Diagnostic::warning("A9999", &place, "wrong")
        .related("first use", &place)
        .done("mended")
        .help("look");
    assert_eq!(found.severity, Severity::Warning);
    assert_eq!(
        Diagnostic::error("A9999", &place, "wrong").severity,
        Severity::Error
    );
    assert_eq!(found.related.len(), 1);
}
