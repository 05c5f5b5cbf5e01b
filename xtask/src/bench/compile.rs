//! `cargo xtask bench compile`: the cost of `cargo check` of a large generated crate, alone.
//!
//! In: a checkout of Azure's descriptions.
//! Out: a table on standard output, and JSON where it was asked for: user CPU, peak memory, emitted lines; with all
//! operation groups, with one, with none, and for an empty crate, which is what the compiler costs before it reads anything. Then the same for the
//! certificates of Key Vault in the generated crate, beside Microsoft's own crate for them.
//! Never: counts the time of dependencies: they are checked before, and in a target folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::crates::{self, Crates};
use super::measure::{Cost, check, median};
use super::official;
use super::table::{self, Report, Row};
use crate::codegen::input::paths::cannot;
use crate::codegen::report::Failure;

/// What to measure, and how often.
#[derive(Args)]
pub struct Arguments {
    /// Folder of Azure's descriptions, with the folder `specification` in it [default: ../shared/azure-specs, beside the workspace].
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    /// How often each is measured, in turns; the table shows medians.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..))]
    runs: u16,

    /// The operation group that is measured alone.
    #[arg(long, value_name = "FEATURE", default_value = "certificate")]
    group: String,

    /// Write the numbers to this file, too.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// A crate to check.
struct Subject {
    name: String,
    folder: PathBuf,
    features: Vec<String>,
}

impl Subject {
    fn new(name: impl Into<String>, folder: PathBuf, features: &[&str]) -> Self {
        Self {
            name: name.into(),
            folder,
            features: features
                .iter()
                .map(|feature| (*feature).to_owned())
                .collect(),
        }
    }

    fn check(&self, target: &Path) -> Result<Cost, Failure> {
        check(&self.folder, target, &self.features)
    }
}

/// Runs the benchmark.
///
/// # Errors
///
/// The descriptions are absent, the registry cannot be reached, generating or checking failed, a file cannot be written.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let crates = Crates::generate(arguments.folder.as_deref())?;
    let (package, empty) = (crates.package(), crates.empty());
    let group = arguments.group.as_str();
    let large = [
        Subject::new("all groups", package.clone(), &["all"]),
        Subject::new(format!("`{group}` alone"), package.clone(), &[group]),
        Subject::new("no group", package.clone(), &[]),
        Subject::new("empty crate", empty.clone(), &[]),
    ];
    let (name, version) = official::PACKAGE;
    let official = official::fetch(&crates.official())?;
    let beside = [
        Subject::new(format!("{name} {version}"), official.clone(), &[]),
        Subject::new(
            format!("armature-certificates, `{}`", official::FEATURE),
            official::ours(),
            &[official::FEATURE],
        ),
        Subject::new("empty crate", empty, &[]),
    ];
    let report = Report {
        operations: crates.operations()?,
        lines: crates::lines(&package.join("src"))?,
        rows: measured(&large, &crates.target(), arguments.runs)?,
        beside: measured(&beside, &crates.target(), arguments.runs)?,
    };
    print!("{}", table::text(&report));
    match &arguments.json {
        Some(path) => {
            fs::write(path, table::json(&report)).map_err(|error| cannot("write", path, &error))
        }
        None => Ok(()),
    }
}

/// Checks each crate alone, in turns.
fn measured(subjects: &[Subject], target: &Path, runs: u16) -> Result<Vec<Row>, Failure> {
    // Dependencies, and the first reading of everything from disk.
    for subject in subjects {
        subject.check(target)?;
    }
    let mut costs: Vec<Vec<Cost>> = vec![Vec::new(); subjects.len()];
    for run in 1..=runs {
        eprintln!("run {run} of {runs}");
        for (subject, costs) in subjects.iter().zip(&mut costs) {
            costs.push(subject.check(target)?);
        }
    }
    let rows = subjects.iter().zip(costs).map(|(subject, costs)| Row {
        name: subject.name.clone(),
        cost: median(&costs),
    });
    Ok(rows.collect())
}
