//! The command line of a runner: a binary that links generated clients, or of this crate's own, which has none.
//!
//! In: arguments. Out: the report on standard output, its exit code.
//! Never: starts or ends a server.

use std::path::PathBuf;
use std::process::ExitCode;

use armature_runtime::dispatch::Version;
use azure_core::http::Url;
use clap::Parser;

use crate::known::Known;
use crate::report::{table, to_json};
use crate::run::{Caller, run, without_case};
use crate::suite;

/// Holds clients against a server that counts scenarios.
#[derive(Parser)]
#[command(name = "armature-conformance")]
struct Arguments {
    /// Folder of the cases.
    #[arg(long, value_name = "DIR")]
    cases: PathBuf,

    /// Where the server listens.
    #[arg(long, value_name = "URL", required_unless_present = "table")]
    endpoint: Option<Url>,

    /// Print the table of `xtask/conformance/README.md`, which follows from the cases and `known.toml`; run nothing.
    #[arg(long)]
    table: bool,

    /// Only the cases of this description; may be given several times.
    #[arg(long, value_name = "FILE")]
    only: Vec<String>,

    /// Send the raw requests of the cases, without any client.
    #[arg(long)]
    replay: bool,

    /// Write the whole report to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Runs the command with these clients; the exit code is 0 when the report is good, else 1.
pub fn main(clients: &'static [Version]) -> ExitCode {
    match outcome(&Arguments::parse(), clients) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn outcome(arguments: &Arguments, clients: &'static [Version]) -> Result<bool, String> {
    let suites = suite::read(&arguments.cases, &arguments.only)?;
    let Some(endpoint) = arguments.endpoint.as_ref().filter(|_| !arguments.table) else {
        let known = Known::read(&arguments.cases.join("known.toml"), Caller::Clients(&[]))?;
        print!("{}", table(&suites, &known));
        return Ok(true);
    };
    let caller = match arguments.replay {
        true => Caller::Nobody,
        false => Caller::Clients(clients),
    };
    let known = Known::read(&arguments.cases.join("known.toml"), caller)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    let run = async {
        let mut report = run(&suites, endpoint, caller, &known).await?;
        if arguments.only.is_empty() {
            report.without_case = without_case(&suites, endpoint).await?;
            report.hold_against(&known);
        }
        azure_core::Result::Ok(report)
    };
    let report = runtime
        .block_on(run)
        .map_err(|error| format!("the server at {endpoint} cannot be asked: {error}"))?;
    print!("{report}");
    if let Some(file) = &arguments.json {
        let text = to_json(&report).map_err(|error| error.to_string())?;
        std::fs::write(file, text + "\n")
            .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    }
    Ok(report.is_good())
}
