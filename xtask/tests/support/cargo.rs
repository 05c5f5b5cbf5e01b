//! Runs cargo in this workspace. What `cargo test --workspace` has built is not built again.

use std::path::Path;
use std::process::{Command, Output};

/// Runs cargo with these arguments in the workspace's folder.
pub fn cargo(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(arguments)
        .current_dir(root)
        .output()
        .unwrap()
}
