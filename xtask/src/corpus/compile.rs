//! Checks the generated crates with the compiler.
//!
//! In: the rows of generated crates.
//! Out: in each row what the compiler said.
//! Never: starts cargo once for each crate: the crates are members of one workspace, so that dependencies are resolved and compiled once and the
//! compiler works on several crates at a time.

use std::io::BufReader;
use std::path::Path;
use std::process::Stdio;

use crate::codegen::input::paths::absolute;
use crate::codegen::report::Failure;
use crate::corpus::messages::{Said, said};
use crate::corpus::row::{Compiled, Row};
use crate::corpus::workspace;
use crate::own;

/// The library with all that is behind features.
const LIBRARY: [&str; 6] = [
    "check",
    "--workspace",
    "--keep-going",
    "--message-format=json",
    "--all-features",
    "--lib",
];

/// The tests made of examples, but not the library once more for unit tests, of which it has none.
const TESTS: [&str; 2] = ["--test", "*"];

/// Lets the compiler check every crate that was generated.
///
/// # Errors
///
/// Cargo cannot be started, or ends without having come to the crates.
pub fn all(rows: &mut [Row], out: &Path) -> Result<(), Failure> {
    let members: Vec<&str> = rows
        .iter()
        .filter(|row| row.generated.is_ok())
        .map(|row| row.folder.as_str())
        .collect();
    if members.is_empty() {
        return Ok(());
    }
    workspace::write(out, &members)?;
    // Cargo takes it for a mistake when there are no tests at all.
    let tests = members
        .iter()
        .any(|member| out.join(member).join("tests").is_dir());
    let tests: &[&str] = if tests { &TESTS } else { &[] };
    let mut said = check(&absolute(out)?, tests)?;
    for row in rows.iter_mut().filter(|row| row.generated.is_ok()) {
        let own = said.crates.remove(&row.folder).unwrap_or_default();
        // A crate about which nothing was said was not reached: something it depends on does not compile.
        let first = own
            .first
            .or_else(|| said.elsewhere.clone().filter(|_| !own.finished));
        row.compiled = Some(Compiled { first, ..own });
    }
    Ok(())
}

fn check(out: &Path, tests: &[&str]) -> Result<Said, Failure> {
    let not_run = |error| Failure::new(format!("error: cargo cannot be run: {error}"));
    let mut child = own::cargo()
        .args(LIBRARY)
        .args(tests)
        .current_dir(out)
        .env("CARGO_TARGET_DIR", own::target())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(not_run)?;
    let mut found = Said::default();
    if let Some(stdout) = child.stdout.take() {
        found = said(BufReader::new(stdout), out).map_err(not_run)?;
    }
    let status = child.wait().map_err(not_run)?;
    if !status.success() && found.is_empty() {
        return Err(Failure::new(format!(
            "error: cargo gave up before it compiled anything in {}\n   = help: its own message stands above",
            out.display()
        )));
    }
    Ok(found)
}
