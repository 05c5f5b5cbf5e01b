//! `cargo xtask coverage`: what of a set of descriptions the generator handles, ignores for a reason, or does not know.
//!
//! Every description that the packages of a folder reach is walked as raw JSON, so that nothing the loader drops goes unseen, and so are the directives
//! of their readmes, for whatever tag.
//! What becomes of a name is asked of the generator's own tables.

mod files;
mod readme;
mod report;
mod roles;
mod tally;
mod walk;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::codegen::Failure;
use crate::packages;
use files::Files;
use tally::Tally;

/// Where the descriptions are.
#[derive(Args)]
pub struct Arguments {
    /// Folder with a packages.json, or with AutoRest readmes below it.
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// Write the ledger to this file as JSON, too.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Runs the command; the exit code is 0 when all packages could be read and nothing in them is unknown, else 1.
pub fn run(arguments: &Arguments) -> ExitCode {
    match count(arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn count(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let packages = packages::wanted(&arguments.folder, &[])?;
    let mut files = Files::default();
    let mut tally = Tally::default();
    let mut faults = 0_usize;
    for package in &packages {
        match files.of_package(package) {
            Ok(reached) => tally.add_package(&reached),
            Err(failure) => {
                faults += 1;
                eprintln!("{}: {failure}", package.name);
            }
        }
    }
    let ledger = tally.ledger(&files);
    report::print(&ledger);
    if let Some(path) = &arguments.json {
        fs::write(path, report::json(&ledger)).map_err(|error| {
            Failure::new(format!("error: cannot write {}: {error}", path.display()))
        })?;
    }
    let is_whole = faults == 0 && ledger.unknown().next().is_none();
    Ok(match is_whole {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}
