//! `cargo xtask bench compile`: the cost of `cargo check` of a large generated crate, alone.
//!
//! In: a checkout of Azure's descriptions.
//! Out: a table on standard output, and JSON where it was asked for: user CPU, peak memory, emitted lines; with all
//! operation groups, with one, with none, and for an empty crate, which is what the compiler costs before it reads anything.
//! Never: counts the time of dependencies: they are checked before, and in a target folder of its own.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use super::crates::{self, Crates};
use super::measure::{Cost, check, median};
use super::table::{self, Report, Row};

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

/// Runs the benchmark.
///
/// # Errors
///
/// A text for people: the descriptions are absent, generating or checking failed, a file cannot be written.
pub fn run(arguments: &Arguments) -> Result<(), String> {
    let crates = Crates::generate(arguments.folder.as_deref())?;
    let subjects = [
        ("all groups", crates.package(), vec!["all"]),
        (
            "one group",
            crates.package(),
            vec![arguments.group.as_str()],
        ),
        ("no group", crates.package(), Vec::new()),
        ("empty crate", crates.empty(), Vec::new()),
    ];
    // Dependencies, and the first reading of everything from disk.
    for (_, folder, features) in &subjects {
        check(folder, &crates.target(), features)?;
    }
    let mut costs: Vec<Vec<Cost>> = vec![Vec::new(); subjects.len()];
    for run in 1..=arguments.runs {
        eprintln!("run {run} of {}", arguments.runs);
        for ((_, folder, features), costs) in subjects.iter().zip(&mut costs) {
            costs.push(check(folder, &crates.target(), features)?);
        }
    }
    let rows = subjects
        .iter()
        .zip(costs)
        .map(|((name, _, features), costs)| Row {
            name: match features.as_slice() {
                [feature] if *feature != "all" => format!("`{feature}` alone"),
                _ => (*name).to_owned(),
            },
            cost: median(&costs),
        });
    let report = Report {
        operations: crates.operations()?,
        lines: crates::lines(&crates.package().join("src"))?,
        rows: rows.collect(),
    };
    print!("{}", table::text(&report));
    match &arguments.json {
        Some(path) => fs::write(path, table::json(&report))
            .map_err(|error| format!("cannot write {}: {error}", path.display())),
        None => Ok(()),
    }
}
