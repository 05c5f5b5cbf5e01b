//! A crate of one description, for tests that look at emitted code.

#![allow(dead_code, reason = "each test file uses a part of it")]

use armature_codegen::load::MemorySource;
use armature_codegen::manifest::{Manifest, ReadmeRequest, Runtime};
use armature_codegen::outcome::{Generated, Report};

const README: &str = r#"
``` yaml
tag: one
```

``` yaml $(tag) == 'one'
input-file: "one.json"
```
"#;

/// The Rust files of a description, one after the other, without line breaks: where a line is cut depends on its length.
pub fn code(description: &str) -> String {
    let files = files(description).into_iter();
    let code = files.filter(|(path, _)| path.ends_with(".rs"));
    code.map(|(_, text)| one_line(&text)).collect()
}

/// The files of a description, path and text.
pub fn files(description: &str) -> Vec<(String, String)> {
    let files = generated(description)
        .unwrap_or_else(|report| panic!("{report}"))
        .files;
    let files = files.into_iter().map(|file| (file.path, file.text));
    files.collect()
}

/// The crate of a description, or what is wrong with it.
pub fn generated(description: &str) -> Result<Generated, Report> {
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
    let source = MemorySource::default().with("one.json", description);
    armature_codegen::generate(&manifest, &source, doubts, &mut |_| ())
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    line.replace("( ", "(").replace(", )", ")")
}
