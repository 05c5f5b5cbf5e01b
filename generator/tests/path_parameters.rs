//! Path parameters, from a description to the calls that fill the path.

use armature_codegen::load::MemorySource;
use armature_codegen::manifest::{Manifest, ReadmeRequest, Runtime};

const README: &str = r#"
``` yaml
tag: one
```

``` yaml $(tag) == 'one'
input-file: "one.json"
```
"#;

const DESCRIPTION: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "One", "version": "1.0" },
  "host": "one.example.com",
  "paths": { "/{scope}/things/{name}": { "get": {
    "operationId": "Things_Get",
    "parameters": [
      { "name": "scope", "in": "path", "required": true, "type": "string", "x-ms-skip-url-encoding": true },
      { "name": "name", "in": "path", "required": true, "type": "string" }
    ],
    "responses": { "200": { "description": "It.", "schema": { "type": "string" } } }
  } } }
}"##;

/// The emitted file that sends requests.
fn operations() -> String {
    let request = ReadmeRequest {
        path: "readme.md",
        text: README,
        folder: "",
        tag: None,
        output: "out",
        runtime: Runtime::Version("0.1.0".to_owned()),
        command: "cargo xtask codegen",
        package: Some("one"),
    };
    let (manifest, doubts) = Manifest::from_readme(&request).unwrap();
    let source = MemorySource::default().with("one.json", DESCRIPTION);
    let generated = armature_codegen::generate(&manifest, &source, doubts, &mut |_| ());
    let files = generated.unwrap_or_else(|report| panic!("{report}")).files;
    let mut texts = files.into_iter().map(|file| file.text);
    texts.find(|text| text.contains("request.path")).unwrap()
}

#[test]
fn only_what_the_description_says_goes_out_as_it_is() {
    let operations = operations();
    assert!(
        operations.contains(r#"request.path_verbatim("scope", scope);"#),
        "{operations}"
    );
    assert!(
        operations.contains(r#"request.path("name", name);"#),
        "{operations}"
    );
}
