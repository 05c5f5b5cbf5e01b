//! `cargo xtask corpus`: a crate from every package of a folder of API descriptions.
//!
//! In: a folder with readmes, and with a list of packages where there is one.
//! Out: a crate for each package, a table of how it went, the same as JSON when asked for, and the exit code.
//! Never: lets the failure of one package, or a panic, stop the others.

mod compile;
mod examples;
mod exercised;
pub mod generate;
mod listing;
mod messages;
mod progress;
pub mod row;
mod table;
mod workspace;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Args;

use crate::codegen::input::paths::{cannot, or_current, parent};
use crate::codegen::report::{Failure, say};
use crate::own;
use crate::packages::{self, Package};
use row::{Corpus, Row, Times};

/// Which packages to generate, and what to do with them.
#[derive(Args)]
pub struct Arguments {
    /// Folder of the descriptions. Its packages are those of its `packages.json`, else every AutoRest readme below it.
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// Only packages whose name matches; `*` also stands for `/`. May be given several times.
    #[arg(long, value_name = "GLOB")]
    only: Vec<String>,

    /// Check each crate with the compiler, too. A warning about emitted code is a failure.
    #[arg(long)]
    compile: bool,

    /// Send each example through the crates: the requests must be those that description and example say, and the answers must be
    /// read as they are. What fails is listed, unless the example itself is proved to contradict its description.
    #[arg(long)]
    examples: bool,

    /// Write the whole outcome to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,

    /// Folder of the crates [default: target/corpus in the workspace].
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Runs the command; the exit code is 0 when every package is generated, and compiles without a warning and
/// passes its examples if that was asked, else 1.
pub fn run(arguments: &Arguments) -> ExitCode {
    match outcome(arguments) {
        Ok(corpus) if corpus.is_good() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn outcome(arguments: &Arguments) -> Result<Corpus, Failure> {
    let packages = packages::wanted(&arguments.folder, &arguments.only)?;
    if let Some(file) = &arguments.json {
        // A run may take an hour; whoever mistypes the folder learns it before.
        let folder = parent(file);
        fs::read_dir(or_current(&folder)).map_err(|error| cannot("write", file, &error))?;
    }
    let out = match &arguments.out {
        Some(out) => out.clone(),
        None => own::root().join("target/corpus"),
    };
    let corpus = corpus(&packages, &out, arguments)?;
    say(table::text(&corpus).trim_end());
    if let Some(file) = &arguments.json {
        fs::write(file, corpus.to_json()?).map_err(|error| cannot("write", file, &error))?;
    }
    Ok(corpus)
}

fn corpus(packages: &[Package], out: &Path, asked: &Arguments) -> Result<Corpus, Failure> {
    let started = Instant::now();
    let mut rows: Vec<Row> = generate::all(packages, out)?;
    let generating = started.elapsed();

    let compiling = match asked.compile {
        true => Some(timed(|| compile::all(&mut rows, out))?),
        false => None,
    };
    let exercising = match asked.examples {
        true => Some(timed(|| examples::all(&mut rows, out))?),
        false => None,
    };
    let times = Times {
        generating,
        compiling,
        exercising,
    };
    Ok(Corpus::new(rows, times))
}

fn timed(step: impl FnOnce() -> Result<(), Failure>) -> Result<Duration, Failure> {
    let started = Instant::now();
    step()?;
    Ok(started.elapsed())
}
