//! Azure's descriptions beside the workspace, for the tests that want real input.

use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder `../shared/{name}` as seen from the workspace; `None`, and a word about it, when it is not there.
pub fn folder(test: &str, name: &str) -> Option<PathBuf> {
    let seen_from_workspace = format!("../shared/{name}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(&seen_from_workspace);
    if folder.is_dir() {
        return Some(folder);
    }
    // The harness hides what the print macros write while a test passes.
    let _ = writeln!(
        std::io::stderr(),
        "{test}: SKIPPED, there is no {seen_from_workspace} as seen from the workspace. \
         It is made of `specification/` of the GitHub repository Azure/azure-rest-api-specs."
    );
    None
}
