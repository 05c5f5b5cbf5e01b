//! `cargo xtask wire`: the generated crate against recordings of Microsoft's own clients.
//!
//! In: a folder of recordings. Out: the report of `armature-wire`, and its exit code.
//! Never: depends on the generated crate, for `xtask` has to build when that crate is broken: cargo builds and runs
//! `armature-wire` when the command is given.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::own;

/// What to compare with.
#[derive(Args)]
pub struct Arguments {
    /// Folder of the recordings [default: ../shared/wire, beside the workspace].
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Runs the comparison; the exit code is 0 when the generated crate does all that was recorded, or what a rule says
/// instead, and every rule is needed; else 1.
pub fn run(arguments: &Arguments) -> ExitCode {
    let status = own::program("armature-wire", "xtask/wire/Cargo.toml")
        .args(&arguments.folder)
        .status();
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: cargo cannot be started: {error}");
            ExitCode::FAILURE
        }
    }
}
