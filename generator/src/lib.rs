//! Turns Azure API descriptions (Swagger 2.0, OpenAPI 3) into Rust client crates on `azure_core`.
//!
//! ```text
//!  manifest ──► load ──► lower ──► emit ──► format ──► write
//! ```
//!
//! [`generate`] is the line from descriptions to texts; [`mod@write`] brings them to disk. Each stage is one module with one public function, and only
//! plain data crosses a border: see `ARCHITECTURE.md`.

#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod azure;
pub mod diagnostic;
pub mod emit;
pub mod format;
pub mod ledger;
pub mod load;
pub mod location;
pub mod lower;
pub mod manifest;
pub mod model;
pub mod name;
pub mod outcome;
pub mod source_file;
pub mod treatment;
pub mod write;

use diagnostic::Diagnostics;
use emit::EmittedFile;
use load::{Source, SpecSet};
use location::{Locate, Place};
use manifest::Manifest;
use outcome::{Generated, Report, Stage, Statistics};
use source_file::SourceFile;

/// Generates the crate that a manifest asks for, in memory.
///
/// `doubts` is what was found about the manifest itself; it counts like everything else that is found. `finished` is called at the end of each
/// stage, for whoever measures them.
///
/// # Errors
///
/// A [`Report`] of everything that was found up to the end of the stage with the first error: nothing right can be written.
pub fn generate(
    manifest: &Manifest,
    source: &dyn Source,
    doubts: Diagnostics,
    finished: &mut dyn FnMut(Stage),
) -> Result<Generated, Report> {
    let mut diagnostics = doubts;
    for denial in &manifest.deny_warnings {
        diagnostics.deny(denial.clone());
    }

    let report = |found: Diagnostics, specs: &SpecSet| {
        let texts: [&dyn Locate; 2] = [specs, &manifest.text];
        Report::new(found, &texts)
    };

    let specs = load::load(manifest, source, &mut diagnostics);
    diagnostics
        .stop_if_errors()
        .map_err(|found| report(found, &specs))?;
    finished(Stage::Load);

    let package = lower::lower(&specs, manifest, &mut diagnostics);
    diagnostics
        .stop_if_errors()
        .map_err(|found| report(found, &specs))?;
    finished(Stage::Lower);

    let statistics = Statistics::of(&specs, &package);
    let files = emit::emit(&package);
    finished(Stage::Emit);

    let files = printed(files, &mut diagnostics);
    diagnostics
        .stop_if_errors()
        .map_err(|found| report(found, &specs))?;
    finished(Stage::Format);

    Ok(Generated {
        files,
        statistics,
        warnings: report(diagnostics, &specs),
    })
}

fn printed(files: Vec<EmittedFile>, diagnostics: &mut Diagnostics) -> Vec<SourceFile> {
    let mut printed = Vec::new();
    for file in files {
        match format::format(file) {
            Ok(file) => printed.push(file),
            Err(fault) => {
                diagnostics.malformed_output(&Place::document(&fault.path), &fault.message)
            }
        }
    }
    printed
}
