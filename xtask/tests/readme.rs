//! The README says what holds: its program is the one that is compiled, and the output in it is what a run says.

#[path = "support/cargo.rs"]
mod cargo;

use std::fs;
use std::path::{Path, PathBuf};

use cargo::cargo;

const ROTATE: &str = "cargo run --package armature-certificates --example rotate_certificate";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn the_program_in_the_readme_is_the_example_that_is_compiled() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let example =
        fs::read_to_string(root().join("generated/examples/renew_certificate.rs")).unwrap();
    assert!(
        readme.contains(&format!("```rust\n{example}```\n")),
        "copy generated/examples/renew_certificate.rs into README.md"
    );
}

#[test]
fn the_output_in_the_readme_is_that_of_a_run() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let arguments: Vec<&str> = ROTATE.split(' ').skip(1).collect();
    let output = cargo(&arguments);
    let said = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}\n{errors}");
    assert!(
        readme.contains(&format!("```console\n$ {ROTATE}\n{said}```\n")),
        "copy this output into README.md:\n{said}"
    );
}
