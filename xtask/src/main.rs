//! The maintainers' commands: `cargo xtask codegen` and what belongs to it, `corpus`, `coverage`, `conformance`, `wire` and `bench`.

mod bench;
mod codegen;
mod conformance;
mod corpus;
mod coverage;
mod linked;
mod own;
mod packages;
mod stages;
mod wire;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Commands for the maintainers of Armature.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Generate client crates from API descriptions.
    Codegen(codegen::Arguments),
    /// Measure what generating takes, and what generated crates cost their users.
    Bench(bench::Arguments),
    /// Hold generated clients against a server that counts what it was asked for.
    Conformance(conformance::Arguments),
    /// Generate, and compile, every package of a folder of API descriptions.
    Corpus(corpus::Arguments),
    /// Count what descriptions have, and say what the generator does about each.
    Coverage(coverage::Arguments),
    /// Compare the generated crate with recordings of Microsoft's own clients.
    Wire(wire::Arguments),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Codegen(arguments) => codegen::run(&arguments),
        Command::Conformance(arguments) => conformance::run(&arguments),
        Command::Corpus(arguments) => corpus::run(&arguments),
        Command::Coverage(arguments) => coverage::run(&arguments),
        Command::Wire(arguments) => wire::run(&arguments),
    }
}
