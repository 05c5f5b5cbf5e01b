//! `cargo xtask bench`: what the output costs its users, and what it takes to write it. Benchmarks are no tests: nothing here fails because a number is high.

mod compile;
mod crates;
mod generate;
mod measure;
mod official;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::codegen::report::Failure;

/// What to measure.
#[derive(Args)]
#[command(disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Measure what checking generated crates costs, CPU, memory and lines: the API Management package, and Key Vault beside Microsoft's own crate.
    Compile(compile::Arguments),
    /// Generate every package of a folder of descriptions and measure what it takes: time, CPU, memory, stages.
    Generate(generate::Arguments),
}

/// Runs a benchmark; the exit code is 0 when it could be carried out, else 1.
pub fn run(arguments: &Arguments) -> ExitCode {
    let done = match &arguments.what {
        What::Compile(arguments) => compile::run(arguments),
        What::Generate(arguments) => generate::run(arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// This program, to be started again as a process of its own.
fn xtask() -> Result<PathBuf, Failure> {
    std::env::current_exe()
        .map_err(|error| Failure::new(format!("error: this program cannot be found: {error}")))
}
