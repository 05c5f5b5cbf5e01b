//! This workspace, as its own commands see it.
//!
//! In: nothing but the environment that cargo gives its children.
//! Out: where the workspace is, where cargo puts what it builds, and which cargo that is.
//! Never: reads or makes anything there.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The workspace this command belongs to: it has the runtime that generated crates use, and the versions of everything else.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Where cargo puts what it builds of the workspace.
pub fn target() -> PathBuf {
    let own = || root().join("target");
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(own, PathBuf::from)
}

/// `cargo run` of a package of this workspace; what is added to it are the program's arguments. `manifest` is below the workspace.
pub fn program(package: &str, manifest: &str) -> Command {
    let mut command = cargo();
    command
        .args(["run", "--quiet", "--package", package, "--manifest-path"])
        .arg(root().join(manifest))
        .arg("--");
    command
}

/// The cargo that runs this command.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}
