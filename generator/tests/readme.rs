//! Readmes: small ones made for a rule each, and all readmes of the reference packages.

mod reference;

use std::path::{Path, PathBuf};

use armature_codegen::diagnostic::render::{Colour, render};
use armature_codegen::manifest::{self, Manifest, ManifestText, ReadmeRequest};
use armature_codegen::model::{Runtime, Shape};
use serde_json::Value;

const PATH: &str = "specification/widgets/resource-manager/readme.md";

fn request<'a>(text: &'a str, tag: Option<&'a str>) -> ReadmeRequest<'a> {
    ReadmeRequest {
        path: PATH,
        text,
        folder: "specification/widgets/resource-manager",
        tag,
        output: "out/widgets",
        runtime: Runtime::Version("0.1.0".to_owned()),
        command: "cargo xtask codegen --readme readme.md --out out/widgets",
        package: None,
    }
}

/// What a readme comes to: its inputs without their folder and the diagnostics as they are printed.
fn read(text: &str, tag: Option<&str>) -> String {
    let (inputs, diagnostics) = match Manifest::from_readme(&request(text, tag)) {
        Ok((manifest, warnings)) => {
            let inputs: Vec<String> = manifest.services[0].versions[0]
                .inputs
                .iter()
                .map(|path| path.replace("specification/widgets/resource-manager/", ""))
                .collect();
            (inputs.join(" "), warnings)
        }
        Err(errors) => ("nothing".to_owned(), errors),
    };
    let shown = render(&diagnostics, &ManifestText::new(PATH, text), Colour::Never);
    format!("{inputs}\n{shown}").trim_end().to_owned()
}

/// Three tags, a default, and blocks that other languages mean.
const PLAIN: &str = include_str!("fixtures/manifest/plain.md");

#[test]
fn the_default_tag_counts() {
    let expected = "Widgets/stable/2021-06-01/widgets.json Widgets/stable/2021-06-01/gadgets.json";
    assert_eq!(read(PLAIN, None), expected);
    assert_eq!(read(PLAIN, Some("package-2021-06")), expected);
}

#[test]
fn a_tag_may_be_quoted_commented_or_a_number() {
    let preview = "Widgets/preview/2020-01-01-preview/widgets.json";
    assert_eq!(read(PLAIN, Some("package-2020-01-preview")), preview);
    assert_eq!(read(PLAIN, Some("8.0")), "Widgets/stable/8.0/widgets.json");
    let numbers = PLAIN.replace("tag: package-2021-06", "tag: 8.0");
    assert_eq!(read(&numbers, None), "Widgets/stable/8.0/widgets.json");
    let date = PLAIN
        .replace("tag: package-2021-06", "tag: 2021-06-01")
        .replace("'package-2021-06'", "'2021-06-01'");
    assert!(read(&date, None).starts_with("Widgets/stable/2021-06-01/widgets.json"));
}

#[test]
fn tags_are_those_with_input_files() {
    let tags = manifest::tags(PLAIN);
    assert_eq!(tags, ["package-2021-06", "package-2020-01-preview", "8.0"]);
}

#[test]
fn names_come_from_the_title_and_the_folders() {
    let (manifest, warnings) = Manifest::from_readme(&request(PLAIN, None)).expect("it is valid");
    assert!(warnings.is_empty());
    assert_eq!(manifest.package.name, "armature-widgets-resource-manager");
    assert_eq!(manifest.package.output, "out/widgets");
    assert_eq!(manifest.package.shape, Shape::StandAlone);
    let service = &manifest.services[0];
    assert_eq!(service.name, "widgets");
    assert_eq!(service.title, "Widgets");
    assert_eq!(service.client.as_deref(), Some("WidgetsClient"));
    assert_eq!(service.description.as_deref(), Some("All about widgets"));
    assert_eq!(service.versions[0].version, "2021-06-01");

    let named = ReadmeRequest {
        package: Some("my-widgets"),
        ..request(PLAIN, None)
    };
    let (manifest, _) = Manifest::from_readme(&named).expect("it is valid");
    assert_eq!(manifest.package.name, "my-widgets");
}

#[test]
fn a_tag_block_twice_adds_up_and_drops_doubles() {
    let text = "\
```yaml
tag: a
```
```yaml $(tag) == 'a'
input-file: [one.json, two.json]
```
```yaml $(tag) == 'a'
input-file: [./two.json, three.json]
```
";
    assert_eq!(read(text, None), "one.json two.json three.json");
}

#[test]
fn inputs_without_a_condition_need_no_tag() {
    assert_eq!(read("```yaml\ninput-file: a.json\n```\n", None), "a.json");
}

#[test]
fn a_flag_may_set_the_tag() {
    let text = "\
``` yaml $(package-locks)
tag: package-locks-2016-09
```
``` yaml $(package-links)
tag: package-links-2016-09
```
``` yaml $(tag) == 'package-locks-2016-09'
input-file: locks.json
```
``` yaml $(tag) == 'package-links-2016-09'
input-file: links.json
```
";
    assert_eq!(read(text, Some("package-locks")), "locks.json");
    assert_eq!(read(text, Some("package-links-2016-09")), "links.json");
    insta::assert_snapshot!(read(text, None), @r#"
    nothing
    error[A0107]: the readme sets no default `tag`
    --> specification/widgets/resource-manager/readme.md
     = help: choose one with `--tag`: `package-locks`, `package-links`, `package-locks-2016-09` and `package-links-2016-09`
    "#);
}

#[test]
fn a_file_that_is_no_readme_of_autorest_is_told() {
    for text in [
        "# Widgets\n",
        r#"{ "swagger": "2.0" }"#,
        "```json\n{}\n```\n",
    ] {
        assert_eq!(
            read(text, None),
            "nothing\n\
             error[A0117]: no `yaml` block of this file has an `input-file`, so it is no AutoRest readme\n\
             --> specification/widgets/resource-manager/readme.md\n \
             = help: name the readme.md above the descriptions, or write one that has a block ```` ```yaml ```` with `input-file: FILE.json`"
        );
    }
}

#[test]
fn the_default_tag_set_twice_means_the_first() {
    let text = "\
```yaml
tag: a
```
```yaml
tag: b
```
```yaml $(tag) == 'a'
input-file: a.json
```
```yaml $(tag) == 'b'
input-file: b.json
```
";
    insta::assert_snapshot!(read(text, None), @r#"
    a.json
    warning[A0108]: the default tag is set again, to `b`
     --> specification/widgets/resource-manager/readme.md:5:1
      |
    5 | tag: b
      | ^^^
      |
      = first use: specification/widgets/resource-manager/readme.md:2
      = done: the first, `a`, counts
      = help: choose the other with `--tag b`
    "#);
}

#[test]
fn a_default_tag_without_files_means_the_newest() {
    let text = "\
```yaml
tag: package-2019-11
```
```yaml $(tag) == 'package-2019-11-preview'
input-file: old.json
```
```yaml $(tag) == 'package-2021-03-01'
input-file: new.json
```
```yaml $(tag) == 'package-2021-03-01-preview2'
input-file: preview.json
```
```yaml $(tag) == 'profile-2099-01'
input-file: profile.json
```
";
    insta::assert_snapshot!(read(text, None), @r#"
    new.json
    warning[A0109]: no block of the readme has input files for its default tag `package-2019-11`
     --> specification/widgets/resource-manager/readme.md:2:1
      |
    2 | tag: package-2019-11
      | ^^^
      |
      = done: the newest tag is taken: `package-2021-03-01`
      = help: choose another with `--tag`
    "#);
}

#[test]
fn an_unknown_tag_is_an_error_that_lists_the_known() {
    insta::assert_snapshot!(read(PLAIN, Some("package-2020-01")), @r#"
    nothing
    error[A0105]: the readme has no tag `package-2020-01`
    --> specification/widgets/resource-manager/readme.md
     = help: its tags are `package-2020-01-preview`, `package-2021-06` and `8.0`
    "#);
}

#[test]
fn a_tag_without_files_is_an_error() {
    let text = PLAIN.replace("./Widgets/preview/2020-01-01-preview/widgets.json", "");
    insta::assert_snapshot!(read(&text, Some("package-2020-01-preview")), @r#"
    nothing
    error[A0106]: tag `package-2020-01-preview` has no `input-file`
    --> specification/widgets/resource-manager/readme.md
     = help: the tags with input files are `package-2021-06` and `8.0`
    "#);
}

#[test]
fn faulty_yaml_counts_only_where_the_block_does() {
    let text = PLAIN.replace("input-file: python.json", "a: b: c: [");
    assert!(read(&text, None).starts_with("Widgets"));
    let text = PLAIN.replace("title: WidgetsClient", "title: [Widgets");
    insta::assert_snapshot!(read(&text, None), @r#"
    nothing
    error[A0114]: this block cannot be read: title: invalid type: sequence, expected a string
     --> specification/widgets/resource-manager/readme.md:4:8
      |
    4 | title: [Widgets
      |        ^^^^^^^^
      |
      = help: mend the YAML, or choose a tag that the block does not count for
    "#);
}

#[test]
fn lines_of_faults_are_those_of_the_file() {
    let text = "# Widgets\n\n```yaml\ninput-file: [a.json\ntitle: Widgets\n```\n";
    insta::assert_snapshot!(read(text, None), @r#"
    nothing
    error[A0114]: this block cannot be read: did not find expected ',' or ']'
     --> specification/widgets/resource-manager/readme.md:5:6
      |
    5 | title: Widgets
      |      ^
      |
      = help: mend the YAML, or choose a tag that the block does not count for
    "#);
}

#[test]
fn a_condition_that_is_not_understood_is_a_warning() {
    let text = format!("{PLAIN}\n```yaml $(tag) ~ 'x'\ninput-file: x.json\n```\n");
    insta::assert_snapshot!(read(&text, None), @r#"
    Widgets/stable/2021-06-01/widgets.json Widgets/stable/2021-06-01/gadgets.json
    warning[A0110]: the condition `$(tag) ~ 'x'` is not understood
      --> specification/widgets/resource-manager/readme.md:36:1
       |
    36 | ```yaml $(tag) ~ 'x'
       | ^^^^^^^
       |
       = done: the block is left out
       = help: conditions are made of `$(name)`, `'text'`, `==`, `!=`, `&&`, `||`, `!` and parentheses
    "#);
}

#[test]
fn settings_that_change_the_description_are_not_dropped_in_silence() {
    let text = "\
```yaml
input-file: a.json
directive:
  - suppress: R2017
    reason: it is as it is
  - a remark
```
```yaml
require: ../common/readme.md
directive:
  - from: a.json
    where: $.definitions.A
    transform: delete $.b
  - from: a.json
    where: $.definitions.B
    transform: delete $.c
    remove-operation: A_Get
  - suppress: R2018
  - where: $.definitions.A
```
```yaml $(other)
directive:
  - remove-operation: A_Put
```
";
    insta::assert_snapshot!(read(text, None));
    let (manifest, _) = Manifest::from_readme(&request(text, None)).unwrap();
    let lines: Vec<_> = manifest
        .directives
        .iter()
        .map(|directive| directive.place.position())
        .collect();
    assert_eq!(lines, [Some((11, 3))]);
    let (manifest, _) = Manifest::from_readme(&request(PLAIN, None)).unwrap();
    assert_eq!(manifest.directives, []);
}

#[test]
fn an_input_may_not_leave_the_root() {
    let text = "```yaml\ninput-file:\n  - ../../../../etc/passwd\n```\n";
    insta::assert_snapshot!(read(text, None), @r#"
    nothing
    error[A0112]: `../../../../etc/passwd` cannot be an input file
     --> specification/widgets/resource-manager/readme.md:3:5
      |
    3 |   - ../../../../etc/passwd
      |     ^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write a relative path with `/` that stays below the source root
    "#);
    let inside = "```yaml\ninput-file:\n  - ../../common/types.json\n```\n";
    assert_eq!(read(inside, None), "specification/common/types.json");
    for path in [
        "/etc/passwd",
        "https://example.org/a.json",
        "C:\\a.json",
        "$(other)/a.json",
    ] {
        let text = format!("```yaml\ninput-file:\n  - '{path}'\n```\n");
        assert!(read(&text, None).contains("error[A0112]"), "{path}");
    }
}

#[test]
fn odd_texts_neither_panic_nor_hang() {
    let open = "```yaml\n".repeat(2000);
    let deep = format!("```yaml\ninput-file: {}\n```\n", "[".repeat(50_000));
    let bomb = "```yaml\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b]\n\
        d: &d [*c, *c, *c, *c, *c, *c, *c]\ndirective: [*d, *d, *d, *d, *d, *d, *d, *d]\n```\n";
    for text in [
        "",
        "\u{feff}",
        "```yaml",
        "```yaml\n- a\n```",
        "```yaml\n{}\n```",
        &open,
        &deep,
        bomb,
    ] {
        let shown = read(text, None);
        assert!(shown.starts_with("nothing"), "{shown}");
    }
}

/// Every package of the reference descriptions: the inputs must be those that `packages.json` states.
#[test]
fn reference_packages_have_the_inputs_they_should() {
    let Some(root) = reference::folder(
        "reference_packages_have_the_inputs_they_should",
        "azure-specs",
    ) else {
        return;
    };
    let packages = packages(&root).unwrap();
    let mut checked = 0;
    for package in &packages {
        let name = text(package, "name");
        let readme = text(package, "readme");
        let markdown = std::fs::read_to_string(root.join(readme)).expect("the readme is there");
        let (folder, _) = readme.rsplit_once('/').expect("a path with folders");
        let tag = text(package, "tag");
        let request = ReadmeRequest {
            path: readme,
            folder,
            tag: name.contains('#').then_some(tag),
            ..request(&markdown, None)
        };
        let (manifest, warnings) =
            Manifest::from_readme(&request).unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
        let version = &manifest.services[0].versions[0];
        assert_eq!(version.inputs, texts(package, "input_files"), "{name}");
        assert!(
            manifest::tags(&markdown).iter().any(|known| known == tag),
            "{name}: {tag}"
        );

        let fell_back = warnings.warnings().any(|warning| warning.code == "A0109");
        assert_eq!(
            fell_back,
            text(package, "tag_source") == "fallback",
            "{name}"
        );
        // The one of containerregistry's data plane patches C#.
        let transforms = match name {
            "containerregistry/data-plane" => 0,
            _ => package["transform_directives"].as_u64().unwrap_or_default(),
        };
        let directives = manifest.directives.len();
        assert_eq!(directives as u64, transforms, "{name}");
        let doubted = warnings.warnings().any(|warning| warning.code == "A1101");
        assert!(!doubted, "{name}");
        let versions = texts(package, "api_versions");
        if !version.version.is_empty() {
            assert!(
                versions.contains(&version.version),
                "{name}: {} {versions:?}",
                version.version
            );
        }
        checked += 1;
    }
    assert_eq!(checked, 160);
}

fn packages(root: &Path) -> Option<Vec<Value>> {
    let path: PathBuf = root.join("packages.json");
    let text = std::fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).expect("packages.json is a list"))
}

fn text<'a>(package: &'a Value, key: &str) -> &'a str {
    package[key]
        .as_str()
        .unwrap_or_else(|| panic!("{key} of {package}"))
}

fn texts(package: &Value, key: &str) -> Vec<String> {
    let list = package[key]
        .as_array()
        .unwrap_or_else(|| panic!("{key} of {package}"));
    list.iter()
        .filter_map(|text| Some(text.as_str()?.to_owned()))
        .collect()
}
