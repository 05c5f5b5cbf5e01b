//! The README says what holds: its program is the one that is compiled.

use std::fs;
use std::path::Path;

#[test]
fn the_program_in_the_readme_is_the_example_that_is_compiled() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let example = fs::read_to_string(root.join("generated/examples/renew_certificate.rs")).unwrap();
    assert!(
        readme.contains(&format!("```rust\n{example}```\n")),
        "copy generated/examples/renew_certificate.rs into README.md"
    );
}
