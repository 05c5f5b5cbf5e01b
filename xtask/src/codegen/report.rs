//! What the command says: differences, files changed, operations, time per stage.

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

use armature_codegen::outcome::{Report, Statistics};
use armature_codegen::write::{Change, Plan, WriteError};

use crate::stages::StageTimes;

/// Why the command failed, as it is printed.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure of the command itself: what, where, what to do.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.trim_end())
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self(error.to_string())
    }
}

impl From<Report> for Failure {
    fn from(report: Report) -> Self {
        Self(report.to_string())
    }
}

/// Prints a line. Whoever reads may have closed the pipe (`| head`); the work is done all the same.
pub fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Says what `--check` found.
pub fn check(plan: &Plan) -> ExitCode {
    let folder = plan.folder.display();
    if plan.changes.is_empty() {
        say(&format!("{folder}: up to date, {} files", plan.unchanged));
        return ExitCode::SUCCESS;
    }
    for change in &plan.changes {
        eprintln!("{change}");
    }
    eprintln!(
        "error: {folder} is not what the descriptions say: {} of its files differ",
        plan.changes.len()
    );
    eprintln!("   = help: run `{}` and commit what it changes", command());
    ExitCode::FAILURE
}

/// Says what was written.
pub fn written(plan: &Plan, package: &str, statistics: &Statistics, times: &StageTimes) {
    for change in &plan.changes {
        let what = match change {
            Change::Missing(_) => "new",
            Change::Changed(..) => "changed",
            Change::Stale(_) => "removed",
        };
        say(&format!("{what:<9}{}", change.path()));
    }
    let folder = plan.folder.display();
    let (changed, unchanged) = (plan.changes.len(), plan.unchanged);
    say(&format!(
        "{folder}: {changed} files changed, {unchanged} unchanged, package {package}"
    ));
    say(&statistics.to_string());
    say(&times.in_milliseconds());
}

/// The command line that would write: this one without `--check`.
fn command() -> String {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--check")
        .collect();
    format!("cargo xtask {}", arguments.join(" "))
}
