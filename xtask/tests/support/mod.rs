//! A small workspace in a temporary folder, and the command run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the command said and how it ended.
pub struct Outcome {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs `cargo xtask codegen` with these arguments in `folder`.
#[allow(
    dead_code,
    reason = "every test file is a crate of its own, and not each needs it"
)]
pub fn codegen(folder: &Path, arguments: &[&str]) -> Outcome {
    let mut all = vec!["codegen"];
    all.extend(arguments);
    xtask(folder, &all)
}

/// Runs `cargo xtask` with these arguments in `folder`.
pub fn xtask(folder: &Path, arguments: &[&str]) -> Outcome {
    xtask_with(folder, arguments, &[])
}

/// The same with additional variables in the environment.
pub fn xtask_with(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .envs(variables.iter().copied())
        .current_dir(folder)
        .output()
        .unwrap();
    Outcome {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Copies everything below `from` into the folder `to`.
pub fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(&file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(from.join(&file), target).unwrap();
    }
}

/// All files below `folder`, relative to it, sorted.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}
