//! `cargo xtask bench`: what the output costs its users. Benchmarks are no tests: nothing here fails because a number is high.

mod compile;
mod crates;
mod measure;
mod table;

use std::process::ExitCode;

use clap::{Args, Subcommand};

/// What to measure.
#[derive(Args)]
#[command(disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Generate the API Management package and measure what checking it costs: CPU, memory, lines.
    Compile(compile::Arguments),
}

/// Runs a benchmark; the exit code is 0 when it could be carried out, else 1.
pub fn run(arguments: &Arguments) -> ExitCode {
    let done = match &arguments.what {
        What::Compile(arguments) => compile::run(arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
