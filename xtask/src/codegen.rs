//! `cargo xtask codegen`: from descriptions to a crate on disk, or a comparison with it.

pub mod input;
pub mod report;

use std::path::PathBuf;
use std::process::ExitCode;

use armature_codegen::write;
use clap::Args;

use crate::codegen::input::Input;
use crate::stages::{Clock, Watched};

pub use crate::codegen::report::{Failure, say};

/// What to generate and where to put it. Without `--readme`: everything in the manifest.
#[derive(Args)]
pub struct Arguments {
    /// Write nothing; exit with 1 and the first differences when the crate on disk is not what would be written.
    #[arg(long)]
    check: bool,

    /// Count warnings as errors: those with these codes, or all when none is given. May be given several times.
    #[arg(long, value_name = "CODE,…", num_args = 0..=1, value_delimiter = ',')]
    strict: Option<Vec<String>>,

    /// The manifest [default: specs/armature.toml, in this folder or the nearest above that has it].
    #[arg(long, value_name = "FILE", conflicts_with = "readme")]
    manifest: Option<PathBuf>,

    /// Generate a stand-alone crate from this AutoRest readme instead.
    #[arg(long, value_name = "FILE", requires = "out")]
    readme: Option<PathBuf>,

    /// The readme's tag, instead of its default.
    #[arg(long, value_name = "TAG", requires = "readme")]
    tag: Option<String>,

    /// Change the readme's descriptions with this OpenAPI overlay; may be given several times.
    #[arg(long, value_name = "FILE", requires = "readme")]
    overlay: Vec<PathBuf>,

    /// Folder of the stand-alone crate.
    #[arg(long, value_name = "DIR", requires = "readme")]
    out: Option<PathBuf>,

    /// Name of the stand-alone crate's package.
    #[arg(long, value_name = "NAME", requires = "readme")]
    name: Option<String>,

    /// Name of the client that users make, such as `MetricsAdvisorClient` [default: made of the descriptions' titles].
    #[arg(long, value_name = "NAME", requires = "readme")]
    client: Option<String>,

    /// Folder that references may not leave [default: the readme's nearest parent called `specification`, else its own folder].
    #[arg(long, value_name = "DIR", requires = "readme")]
    root: Option<PathBuf>,

    /// Let the stand-alone crate depend on the runtime in this folder, instead of on its version.
    #[arg(long, value_name = "DIR", requires = "readme")]
    runtime_path: Option<PathBuf>,
}

/// Runs the command; the exit code is 0 when the crate is (now) what the descriptions say, else 1.
pub fn run(arguments: &Arguments) -> ExitCode {
    match generate(arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn generate(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let Input {
        manifest,
        source,
        folder,
        doubts,
    } = Input::read(arguments)?;
    if !arguments.check && write::recover(&folder)? {
        say(&format!(
            "finished what an interrupted run had left in {}",
            folder.display()
        ));
    }

    let mut clock = Clock::start();
    let watched = Watched::new(&source);
    let finished = &mut |stage| clock.lap(stage);
    let generated = armature_codegen::generate(&manifest, &watched, doubts, finished)?;
    eprint!("{}", generated.warnings);
    clock.lap_named("report");
    let plan = write::plan(generated.files, &folder)?;
    clock.lap_named("compare");

    if arguments.check {
        return Ok(report::check(&plan));
    }
    write::apply(&plan)?;
    clock.lap_named("write");
    report::written(
        &plan,
        &manifest.package.name,
        &generated.statistics,
        &clock.times(&watched),
    );
    Ok(ExitCode::SUCCESS)
}
