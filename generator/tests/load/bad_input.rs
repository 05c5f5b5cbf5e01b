//! Descriptions that must not be loaded: each is an error with a place and an advice.

use std::cell::RefCell;

use armature_codegen::load::{FolderSource, MemorySource, Source, SourceError};

use super::support::{Loaded, load_inputs, main_json, main_yaml};

const SWAGGER: &str =
    r#""swagger": "2.0", "info": { "title": "Bad", "version": "1" }, "paths": {}"#;

/// A description with these definitions.
fn with_definitions(definitions: &str) -> Loaded {
    main_json(&format!(
        "{{ {SWAGGER}, \"definitions\": {{ {definitions} }} }}"
    ))
}

#[test]
fn missing_input() {
    let loaded = load_inputs(&["nowhere.json"], &MemorySource::default());
    insta::assert_snapshot!(loaded.drawn(), @r#"
    error[A0201]: there is no file `nowhere.json`
    --> armature.toml
     = at: #/service/0/version/0/inputs/0
     = help: paths are relative to the file that names them, or, where an overlay put them in, to the description
    "#);
}

#[test]
fn missing_referenced_file() {
    let loaded = with_definitions(r##""A": { "$ref": "gone.json#/definitions/A" }"##);
    insta::assert_snapshot!(loaded.drawn(), @r#"
    error[A0201]: there is no file `gone.json`
     --> main.json:1:102
      |
    1 | { "swagger": "2.0", "info": { "title": "Bad", "version": "1" }, "paths": {}, "definitions": { "A": { "$ref": "gone.json#/definitions/...
      |                                                                                                      ^^^^^^ #/definitions/A/$ref
      |
      = help: paths are relative to the file that names them, or, where an overlay put them in, to the description
    "#);
}

#[test]
fn a_reference_to_nothing_in_a_file_that_is_there_is_left_to_the_next_stage() {
    let loaded = with_definitions(r##""A": { "$ref": "#/definitions/B" }"##);
    assert_eq!(loaded.findings(), [""; 0]);
    assert!(
        loaded
            .specs
            .schema("main.json#/components/schemas/A")
            .is_some()
    );
    assert!(
        loaded
            .specs
            .schema("main.json#/components/schemas/B")
            .is_none()
    );
}

#[test]
fn references_that_are_not_followed() {
    let loaded = with_definitions(
        r##""Web": { "$ref": "https://example.com/types.json#/definitions/A" },
            "File": { "$ref": "file:///etc/passwd" },
            "Drive": { "$ref": "C:/secrets.json" },
            "SameScheme": { "$ref": "//example.com/types.json" },
            "Name": { "$ref": "#A" },
            "Empty": { "$ref": "" },
            "NoText": { "$ref": "%ff.json" }"##,
    );
    insta::assert_snapshot!(loaded.drawn(), @r##"
    error[A0207]: the reference `https://example.com/types.json#/definitions/A` is not followed
     --> main.json:1:41
      |
    1 |  "paths": {}, "definitions": { "Web": { "$ref": "https://example.com/types.json#/definitions/A" },
      |                                         ^^^^^^ #/definitions/Web/$ref
      |
      = help: references are relative paths, a fragment or both: `../types.json#/definitions/Name`

    error[A0207]: the reference `file:///etc/passwd` is not followed
     --> main.json:2:23
      |
    2 |             "File": { "$ref": "file:///etc/passwd" },
      |                       ^^^^^^ #/definitions/File/$ref
      |
      = help: references are relative paths, a fragment or both: `../types.json#/definitions/Name`

    error[A0207]: the reference `C:/secrets.json` is not followed
     --> main.json:3:24
      |
    3 |             "Drive": { "$ref": "C:/secrets.json" },
      |                        ^^^^^^ #/definitions/Drive/$ref
      |
      = help: references are relative paths, a fragment or both: `../types.json#/definitions/Name`

    error[A0207]: the reference `//example.com/types.json` is not followed
     --> main.json:4:29
      |
    4 |             "SameScheme": { "$ref": "//example.com/types.json" },
      |                             ^^^^^^ #/definitions/SameScheme/$ref
      |
      = help: references are relative paths, a fragment or both: `../types.json#/definitions/Name`

    error[A0207]: the reference `#A` is not followed
     --> main.json:5:23
      |
    5 |             "Name": { "$ref": "#A" },
      |                       ^^^^^^ #/definitions/Name/$ref
      |
      = help: references are relative paths, a fragment or both: `../types.json#/definitions/Name`

    error[A0207]: the reference `` is not followed
     --> main.json:6:24
      |
    6 |             "Empty": { "$ref": "" },
      |                        ^^^^^^ #/definitions/Empty/$ref
      |
      = help: references are relative paths, a fragment or both: `../types.json#/definitions/Name`

    error[A0207]: the reference `%ff.json` is not followed
     --> main.json:7:25
      |
    7 |             "NoText": { "$ref": "%ff.json" } } }
      |                         ^^^^^^ #/definitions/NoText/$ref
      |
      = help: references are relative paths, a fragment or both: `../types.json#/definitions/Name`
    "##);
}

#[test]
fn references_out_of_the_root() {
    let loaded = with_definitions(
        r##""Up": { "$ref": "../../../../etc/passwd" },
            "Encoded": { "$ref": "%2e%2e/%2e%2e/etc/passwd" },
            "Absolute": { "$ref": "/etc/passwd" }"##,
    );
    insta::assert_snapshot!(loaded.drawn(), @r#"
    error[A0206]: the reference `../../../../etc/passwd` leads out of the source root
     --> main.json:1:103
      |
    1 | { "swagger": "2.0", "info": { "title": "Bad", "version": "1" }, "paths": {}, "definitions": { "Up": { "$ref": "../../../../etc/passwd...
      |                                                                                                       ^^^^^^ #/definitions/Up/$ref
      |
      = help: copy the file below the root, or choose a root further up

    error[A0206]: the reference `%2e%2e/%2e%2e/etc/passwd` leads out of the source root
     --> main.json:2:26
      |
    2 |             "Encoded": { "$ref": "%2e%2e/%2e%2e/etc/passwd" },
      |                          ^^^^^^ #/definitions/Encoded/$ref
      |
      = help: copy the file below the root, or choose a root further up

    error[A0206]: the reference `/etc/passwd` leads out of the source root
     --> main.json:3:27
      |
    3 |             "Absolute": { "$ref": "/etc/passwd" } } }
      |                           ^^^^^^ #/definitions/Absolute/$ref
      |
      = help: copy the file below the root, or choose a root further up
    "#);
}

#[test]
fn circles_of_references() {
    let loaded = with_definitions(
        r##""A": { "$ref": "#/definitions/B" }, "B": { "$ref": "#/definitions/A" },
            "Self": { "$ref": "main.json#/definitions/Self" },
            "IntoTheCircle": { "$ref": "#/definitions/A" },
            "Recursive": { "properties": { "inner": { "$ref": "#/definitions/Recursive" } } }"##,
    );
    insta::assert_snapshot!(loaded.drawn(), @r##"
    error[A0205]: the reference leads back to itself: main.json#/definitions/A → main.json#/definitions/B → main.json#/definitions/A
     --> main.json:1:41
      |
    1 | ": "1" }, "paths": {}, "definitions": { "A": { "$ref": "#/definitions/B" }, "B": { "$ref": "#/definitions/A" },
      |                                         ^^^ #/definitions/A
      |
      = help: one of them must be a schema, not a reference

    error[A0205]: the reference leads back to itself: main.json#/definitions/Self → main.json#/definitions/Self
     --> main.json:2:13
      |
    2 |             "Self": { "$ref": "main.json#/definitions/Self" },
      |             ^^^^^^ #/definitions/Self
      |
      = help: one of them must be a schema, not a reference
    "##);
}

#[test]
fn broken_json() {
    let loaded = main_json("{\n  \"swagger\": \"2.0\",\n  \"info\": { \"title\": \"Broken\", }\n}");
    insta::assert_snapshot!(loaded.drawn(), @r#"
    error[A0203]: the file is neither JSON nor YAML: trailing comma
     --> main.json:3:32
      |
    3 |   "info": { "title": "Broken", }
      |                                ^
      |
      = help: mend the syntax at this place
    "#);
}

#[test]
fn broken_yaml() {
    let loaded = main_yaml("swagger: '2.0'\ninfo:\n  title: Broken\n version: 1\n");
    insta::assert_snapshot!(loaded.drawn(), @r#"
    error[A0203]: the file is neither JSON nor YAML: while parsing a block mapping, did not find expected key
     --> main.yaml:4:2
      |
    4 |  version: 1
      |  ^^^^^^^
      |
      = help: mend the syntax at this place
    "#);
}

#[test]
fn empty_files() {
    for loaded in [main_json(""), main_json("   \n"), main_yaml("")] {
        assert_eq!(loaded.diagnostics.errors().count(), 1, "{}", loaded.drawn());
    }
}

#[test]
fn versions_that_are_not_read() {
    let found = |text: &str| main_json(text).findings();
    assert_eq!(
        found(r#"{ "swagger": "1.2" }"#),
        ["A0204 the description is of version `Swagger 1.2`"]
    );
    assert_eq!(
        found(r#"{ "swaggerVersion": "1.2" }"#),
        ["A0204 the description does not say its version"]
    );
    assert_eq!(
        found(r#"{ "openapi": "3.1.0" }"#),
        ["A0204 the description is of version `OpenAPI 3.1.0`"]
    );
    assert_eq!(
        found(r#"{ "openapi": "3.0x" }"#),
        ["A0204 the description is of version `OpenAPI 3.0x`"]
    );
    assert_eq!(
        found("[]"),
        ["A0204 the description does not say its version"]
    );
    assert_eq!(
        found("{}"),
        ["A0204 the description does not say its version"]
    );
}

#[test]
fn versions_that_are_read() {
    for text in [
        r#"{ "swagger": "2.0" }"#,
        r#"{ "swagger": 2.0 }"#,
        r#"{ "openapi": "3.0" }"#,
        r#"{ "openapi": "3.0.3" }"#,
        r#"{ "openapi": "3.0.4" }"#,
    ] {
        assert_eq!(main_json(text).findings(), [""; 0], "{text}");
    }
    assert_eq!(main_yaml("swagger: 2.0").findings(), [""; 0]);
}

#[test]
fn an_unsupported_version_behind_a_reference() {
    let source = MemorySource::default()
        .with("main.json", &format!("{{ {SWAGGER}, \"definitions\": {{ \"A\": {{ \"$ref\": \"new.json#/components/schemas/A\" }} }} }}"))
        .with("new.json", r#"{ "openapi": "3.1.0" }"#);
    let loaded = load_inputs(&["main.json"], &source);
    assert_eq!(
        loaded.findings(),
        ["A0204 the description is of version `OpenAPI 3.1.0`"]
    );
}

#[test]
fn several_errors_are_reported_at_once() {
    let source = MemorySource::default()
        .with("a.json", "{")
        .with("b.json", r#"{ "swagger": "1.2" }"#);
    let loaded = load_inputs(&["a.json", "b.json", "c.json"], &source);
    assert_eq!(loaded.diagnostics.errors().count(), 3);
}

#[test]
fn a_folder_source_reads_nothing_outside_of_its_root() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("specs");
    std::fs::create_dir_all(root.join("inner")).unwrap();
    std::fs::write(folder.path().join("secret.json"), "{}").unwrap();
    std::fs::write(root.join("inner/good.json"), "{}").unwrap();
    let source = FolderSource {
        root: root.clone(),
        label: String::new(),
    };
    assert_eq!(source.read("inner/good.json"), Ok(b"{}".to_vec()));
    assert_eq!(source.read("inner/none.json"), Err(SourceError::Missing));
    assert_eq!(source.read("inner"), Err(SourceError::Unreadable));
    assert_eq!(source.read("../secret.json"), Err(SourceError::Outside));
    assert_eq!(
        source.read("inner/../../secret.json"),
        Err(SourceError::Outside)
    );
    assert_eq!(source.read("/etc/passwd"), Err(SourceError::Outside));
    assert_eq!(source.read("inner/nul\0.json"), Err(SourceError::Missing));
}

/// Has every file that it is asked for, and refuses none itself.
#[derive(Default)]
struct Obliging(RefCell<Vec<String>>);

impl Source for Obliging {
    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        self.0.borrow_mut().push(path.to_owned());
        let text = match path {
            "inner/main.json" => {
                r##"{ "swagger": "2.0", "info": { "title": "", "version": "" },
                      "paths": { "/a": { "get": { "responses": { "200": { "description": "" } },
                                                  "x-ms-examples": { "Good": { "$ref": "../good.json" }, "Up": { "$ref": "../../up.json" },
                                                                     "Encoded": { "$ref": "%2e%2e/../encoded.json" },
                                                                     "Absolute": { "$ref": "/etc/passwd" },
                                                                     "Remote": { "$ref": "https://example.com/a.json" } } } } } }"##
            }
            _ => r#"{ "parameters": {}, "responses": {} }"#,
        };
        Ok(text.as_bytes().to_vec())
    }

    fn label(&self) -> &str {
        ""
    }
}

#[test]
fn no_source_is_asked_for_a_file_outside_of_its_root() {
    let source = Obliging::default();
    let loaded = load_inputs(&["inner/main.json"], &source);
    assert_eq!(source.0.into_inner(), ["inner/main.json", "good.json"]);
    let outside = "A0602 the example cannot be read: the file is not below the source root";
    let findings = loaded.findings();
    let refused = findings.iter().filter(|finding| **finding == outside);
    assert_eq!(refused.count(), 4, "{findings:?}");
}

#[cfg(unix)]
#[test]
fn symbolic_links_may_stay_inside_and_not_lead_out() {
    use std::os::unix::fs::symlink;

    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("specs");
    std::fs::create_dir_all(root.join("inner")).unwrap();
    std::fs::write(folder.path().join("secret.json"), "{}").unwrap();
    std::fs::write(root.join("inner/good.json"), "{}").unwrap();
    symlink(root.join("inner/good.json"), root.join("inside.json")).unwrap();
    symlink(folder.path().join("secret.json"), root.join("outside.json")).unwrap();
    symlink(folder.path(), root.join("up")).unwrap();
    let source = FolderSource {
        root,
        label: String::new(),
    };
    assert_eq!(source.read("inside.json"), Ok(b"{}".to_vec()));
    assert_eq!(source.read("outside.json"), Err(SourceError::Outside));
    assert_eq!(source.read("up/secret.json"), Err(SourceError::Outside));
    // The root itself may be reached through the link: what is read lies inside.
    assert_eq!(source.read("up/specs/inner/good.json"), Ok(b"{}".to_vec()));

    let loaded = load_inputs(&["outside.json"], &source);
    assert_eq!(
        loaded.findings(),
        ["A0206 the reference `outside.json` leads out of the source root"]
    );
}
