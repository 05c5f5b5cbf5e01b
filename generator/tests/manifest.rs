//! `armature.toml`: what is read, and what is said about what cannot be.

use armature_codegen::diagnostic::render::{Colour, render};
use armature_codegen::diagnostic::{Denial, Denied};
use armature_codegen::location::{Locate, Place};
use armature_codegen::manifest::{Manifest, ManifestText};
use armature_codegen::model::{Authentication, Shape};

const PATH: &str = "specs/armature.toml";
const FULL: &str = include_str!("fixtures/manifest/full.toml");

fn read(text: &str) -> Manifest {
    Manifest::from_toml(PATH, text).unwrap_or_else(|errors| {
        panic!(
            "{}",
            render(&errors, &ManifestText::new(PATH, text), Colour::Never)
        )
    })
}

/// The diagnostics of a faulty manifest as they are printed.
#[track_caller]
fn faults(text: &str) -> String {
    let errors = Manifest::from_toml(PATH, text).expect_err("it is faulty");
    assert!(errors.has_errors());
    render(&errors, &ManifestText::new(PATH, text), Colour::Never)
}

/// The full manifest with one thing replaced, which must be there.
#[track_caller]
fn with(old: &str, new: &str) -> String {
    assert!(FULL.contains(old), "{old}");
    FULL.replacen(old, new, 1)
}

#[test]
fn single_warnings_are_denied_by_their_codes() {
    let manifest = read(&with(
        "deny-warnings = true",
        "deny-warnings = [\"A0304\", \"A0111\"]",
    ));
    let codes = ["A0304", "A0111"].map(str::to_owned).to_vec();
    assert_eq!(manifest.deny_warnings[0].warnings, Denied::These(codes));

    let unknown = faults(&with(
        "deny-warnings = true",
        "deny-warnings = [\"A0304\", \"A03O4\"]",
    ));
    for expected in [
        "error[A0116]: there is no warning `A03O4`",
        "specs/armature.toml:1:",
        "`A0108`, `A0109`, ",
    ] {
        assert!(unknown.contains(expected), "{expected}: {unknown}");
    }
    let wrong = faults(&with("deny-warnings = true", "deny-warnings = \"A0304\""));
    assert!(
        wrong.contains("`deny-warnings` is `true`, `false` or a list of codes"),
        "{wrong}"
    );
}

#[test]
fn a_manifest_is_read_whole() {
    let manifest = read(FULL);
    assert_eq!(manifest.path, PATH);
    assert_eq!(
        manifest.deny_warnings,
        [Denial {
            warnings: Denied::All,
            because: "`deny-warnings` in specs/armature.toml".to_owned(),
        }]
    );
    assert_eq!(manifest.package.name, "armature-certificates");
    assert_eq!(manifest.package.version, "0.1.0");
    assert_eq!(
        manifest.package.description,
        "Clients for Azure certificates"
    );
    assert_eq!(manifest.package.output, "generated");
    assert_eq!(manifest.package.shape, Shape::WorkspaceMember);
    assert_eq!(manifest.package.command, "cargo xtask codegen");

    let [vault, widgets, management] = &manifest.services[..] else {
        panic!("{:?}", manifest.services);
    };
    assert_eq!(vault.name, "key-vault");
    assert_eq!(vault.title, "Azure Key Vault certificates");
    assert_eq!(
        vault.description.as_deref(),
        Some("Certificates in a vault.")
    );
    assert_eq!(vault.client.as_deref(), Some("CertificateClient"));
    assert_eq!(vault.authentication, Some(Authentication::Challenge));
    let versions: Vec<&str> = vault
        .versions
        .iter()
        .map(|version| version.version.as_str())
        .collect();
    assert_eq!(versions, ["7.3", "7.4"]);
    assert_eq!(
        vault.versions[1].inputs,
        ["key-vault/7.4/certificates.json"]
    );
    let scope = "https://widgets.example/.default".to_owned();
    assert_eq!(widgets.authentication, Some(Authentication::Scope(scope)));
    assert_eq!(management.authentication, None);
    assert_eq!(
        (&management.description, &management.client),
        (&None, &None)
    );

    let rename: Vec<_> = manifest.rename.iter().collect();
    let key = "key-vault/7.4/certificates.json#/definitions/Foo".to_owned();
    assert_eq!(rename, [(&key, &"Bar".to_owned())]);
}

#[test]
fn what_is_optional_may_be_left_out() {
    let manifest = read(&with("deny-warnings = true\n", ""));
    assert_eq!(manifest.deny_warnings, []);
    let manifest = read(&with("\"challenge\"", "\"resource-manager\""));
    assert_eq!(
        manifest.services[0].authentication,
        Some(Authentication::ResourceManager)
    );
}

#[test]
fn inputs_are_found_in_the_text() {
    let manifest = read(FULL);
    let text = ManifestText::new(PATH, FULL);
    let found = text
        .locate(&manifest.input_place(0, 0, 1))
        .expect("it is there");
    assert_eq!((found.line, found.column), (18, 46));
    assert_eq!(
        found.text,
        "inputs = [\"key-vault/7.3/certificates.json\", \"key-vault/7.3/common.json\"]"
    );
    assert_eq!(found.pointer, "#/service/0/version/0/inputs/1");
    let key = "key-vault/7.4/certificates.json#/definitions/Foo";
    let renamed = text.locate(&Place::document(PATH).key("rename").key(key));
    assert_eq!(renamed.map(|found| found.line), Some(42));
    assert_eq!(
        text.locate(&Place::document("other.toml").key("package")),
        None
    );
    assert_eq!(text.locate(&Place::document(PATH)), None);
}

#[test]
fn an_unknown_key_is_named_with_those_that_are_known() {
    insta::assert_snapshot!(faults(&with("inputs = [\"widgets", "input = [\"widgets")), @r#"
    error[A0102]: unknown key `input` in the manifest
      --> specs/armature.toml:31:1
       |
    31 | input = ["widgets/widgets.json"]
       | ^^^^^
       |
       = help: the keys that may stand here are `version` and `inputs`
    "#);
}

#[test]
fn a_missing_key_is_named() {
    insta::assert_snapshot!(faults(&with("version = \"0.1.0\"\n", "")), @r#"
    error[A0101]: the manifest cannot be read: missing field `version`
     --> specs/armature.toml:3:1
      |
    3 | [package]
      | ^^^^^^^^
      |
      = help: see the examples in specs/README.md
    "#);
}

#[test]
fn faulty_toml_is_shown_where_it_is() {
    insta::assert_snapshot!(faults(&with("name = \"widgets\"", "name = widgets")), @r#"
    error[A0101]: the manifest cannot be read: string values must be quoted, expected literal string
      --> specs/armature.toml:25:8
       |
    25 | name = widgets
       |        ^^^^^^^
       |
       = help: see the examples in specs/README.md
    "#);
}

#[test]
fn a_value_of_the_wrong_type_is_shown() {
    insta::assert_snapshot!(faults(&with("version = \"7.4\"", "version = 7.4")), @r#"
    error[A0101]: the manifest cannot be read: invalid type: floating point `7.4`, expected a string
      --> specs/armature.toml:21:11
       |
    21 | version = 7.4
       |           ^^^
       |
       = help: see the examples in specs/README.md
    "#);
}

#[test]
fn an_unknown_authentication_is_shown() {
    insta::assert_snapshot!(faults(&with("\"challenge\"", "\"password\"")), @r#"
    error[A0101]: the manifest cannot be read: unknown variant `password`, expected one of `anonymous`, `challenge`, `resource-manager`, `scope`
      --> specs/armature.toml:14:18
       |
    14 | authentication = "password"
       |                  ^^^^^^^^^^
       |
       = help: see the examples in specs/README.md
    "#);
}

#[test]
fn overlays_belong_to_a_service_and_are_found_in_the_text() {
    let text = with(
        "authentication = \"challenge\"\n",
        "overlays = [\"overlays/a.yaml\", \"overlays/b.json\"]\n",
    );
    let manifest = read(&text);
    let overlays: Vec<&[String]> = manifest
        .services
        .iter()
        .map(|service| &*service.overlays)
        .collect();
    let expected = ["overlays/a.yaml".to_owned(), "overlays/b.json".to_owned()];
    assert_eq!(overlays, [&expected[..], &[], &[]]);
    let found = ManifestText::new(PATH, &text)
        .locate(&manifest.overlay_place(0, 1))
        .expect("it is there");
    assert_eq!((found.line, found.column), (14, 32));
    assert_eq!(found.pointer, "#/service/0/overlays/1");
}

#[test]
fn an_overlay_is_named_once_and_stays_below_the_root() {
    let overlays = |list: &str| {
        faults(&with(
            "authentication = \"challenge\"",
            &format!("overlays = [{list}]"),
        ))
    };
    insta::assert_snapshot!(overlays("\"a.yaml\", \"../b.yaml\", \"a.yaml\""), @r#"
    error[A0115]: `../b.yaml` cannot be an overlay
      --> specs/armature.toml:14:23
       |
    14 | overlays = ["a.yaml", "../b.yaml", "a.yaml"]
       |                       ^^^^^^^^^^^ #/service/0/overlays/1
       |
       = help: write a relative path with `/` that stays below the source root

    error[A0104]: there are two overlays named `a.yaml`
      --> specs/armature.toml:14:36
       |
    14 | overlays = ["a.yaml", "../b.yaml", "a.yaml"]
       |                                    ^^^^^^^^ #/service/0/overlays/2
       |
       = first use: #/service/0/overlays/0
       = help: rename one overlay, or make them one
    "#);
}

#[test]
fn an_input_that_leaves_the_root_is_refused() {
    let drawn = faults(&with("widgets/widgets.json", "../../etc/passwd"));
    insta::assert_snapshot!(drawn, @r#"
    error[A0112]: `../../etc/passwd` cannot be an input file
      --> specs/armature.toml:31:11
       |
    31 | inputs = ["../../etc/passwd"]
       |           ^^^^^^^^^^^^^^^^^^ #/service/1/version/0/inputs/0
       |
       = help: write a relative path with `/` that stays below the source root
    "#);
    for path in [
        "/etc/passwd",
        "a//b.json",
        "./a.json",
        "a/../b.json",
        "a\\\\b.json",
        "C:/a.json",
        "",
    ] {
        let drawn = faults(&with("widgets/widgets.json", path));
        assert!(drawn.contains("error[A0112]"), "{path}: {drawn}");
    }
}

#[test]
fn names_twice_are_refused() {
    insta::assert_snapshot!(faults(&with("name = \"widgets\"", "name = \"key-vault\"")), @r#"
    error[A0104]: there are two services named `key-vault`
      --> specs/armature.toml:25:8
       |
    25 | name = "key-vault"
       |        ^^^^^^^^^^^ #/service/1/name
       |
       = first use: #/service/0/name
       = help: rename one service, or make them one
    "#);
    let drawn = faults(&with("version = \"7.3\"", "version = \"7-4\""));
    assert!(drawn.contains("error[A0104]"), "{drawn}");
    let drawn = faults(&with("7.3/common.json", "7.3/certificates.json"));
    assert!(drawn.contains("error[A0104]"), "{drawn}");
}

#[test]
fn dev_dependencies_are_names_of_others_than_those_that_are_always_there() {
    let given = |names: &str| {
        let line = format!("output = \"generated\"\ndev-dependencies = {names}\n");
        with("output = \"generated\"\n", &line)
    };
    let manifest = Manifest::from_toml("specs/armature.toml", &given("[\"clap\", \"serde_json\"]"));
    assert_eq!(
        manifest.unwrap().package.dev_dependencies,
        ["clap", "serde_json"]
    );
    for (names, code) in [
        ("[\"futures\"]", "error[A0103]"),
        ("[\"clap = 4\"]", "error[A0103]"),
        ("[\"\"]", "error[A0103]"),
        ("[\"clap\", \"clap\"]", "error[A0104]"),
    ] {
        let drawn = faults(&given(names));
        assert!(drawn.contains(code), "{names}: {drawn}");
        assert!(drawn.contains("dev-dependencies"), "{names}: {drawn}");
    }
}

#[test]
fn empty_lists_are_refused() {
    let drawn = faults(&with("[\"widgets/widgets.json\"]", "[]"));
    insta::assert_snapshot!(drawn, @r#"
    error[A0113]: `inputs` is empty
      --> specs/armature.toml:31:10
       |
    31 | inputs = []
       |          ^ #/service/1/version/0/inputs
       |
       = help: name at least one description file
    "#);
    let package = FULL.split("[[service]]").next().unwrap_or_default();
    assert!(faults(package).contains("error[A0113]"));
    let service = format!("{package}[[service]]\nname = \"a\"\ntitle = \"A\"\n");
    assert!(faults(&service).contains("error[A0113]"));
}

/// Each value that is checked, with something that it may not be.
#[test]
fn wrong_values_are_refused() {
    let cases = [
        ("\"armature-certificates\"", "\"Armature Certificates\""),
        ("\"armature-certificates\"", "\"7-certificates\""),
        ("\"0.1.0\"", "\"0.1\""),
        ("\"Clients for Azure certificates\"", "\"\""),
        ("\"Clients for Azure certificates\"", "\"two\\nlines\""),
        ("\"generated\"", "\"../generated\""),
        ("\"generated\"", "\"/generated\""),
        ("\"generated\"", "\"\""),
        ("\"widgets\"", "\"wid_gets\""),
        ("\"widgets\"", "\"wid--gets\""),
        ("\"Widgets\"", "\" \""),
        ("\"CertificateClient\"", "\"Certificates\""),
        ("\"CertificateClient\"", "\"certificateClient\""),
        (
            "\"https://widgets.example/.default\"",
            "\"http://widgets.example/.default\"",
        ),
        ("\"7.3\"", "\"\""),
        ("\"7.3\"", "\"7/3\""),
        ("certificates.json#/definitions/Foo", "certificates.json"),
        ("\"Bar\"", "\"\""),
    ];
    for (old, new) in cases {
        let drawn = faults(&with(old, new));
        assert!(drawn.contains("error[A0103]"), "{new}: {drawn}");
        assert!(drawn.contains("specs/armature.toml:"), "{new}: {drawn}");
    }
}

#[test]
fn all_wrong_values_are_said_at_once() {
    let text = with("\"generated\"", "\"..\"").replace("\"0.1.0\"", "\"one\"");
    insta::assert_snapshot!(faults(&text), @r#"
    error[A0103]: `version` may not be `one`
     --> specs/armature.toml:5:11
      |
    5 | version = "one"
      |           ^^^^^ #/package/version
      |
      = help: write a version by SemVer, such as `0.1.0`

    error[A0103]: `output` may not be `..`
     --> specs/armature.toml:7:10
      |
    7 | output = ".."
      |          ^^^^ #/package/output
      |
      = help: write a relative path with `/` and without `..`, such as `generated`
    "#);
}

#[test]
fn odd_texts_are_errors() {
    let deep = format!("a = {}", "[".repeat(50_000));
    for text in ["", "\u{feff}", "\0", "[", "a", &deep] {
        assert!(Manifest::from_toml(PATH, text).is_err());
        let _ = faults(text);
    }
}
