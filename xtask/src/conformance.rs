//! `cargo xtask conformance`: generated clients against a server that counts what it was asked for.
//!
//! In: Microsoft's AutoRest test server with its descriptions, which is installed below `target`; or a server that runs
//! already, a folder of descriptions and one of cases.
//! Out: the report of `armature-conformance`, and its exit code.
//! Never: leaves a server running that it started, or listens on another interface than loopback.

mod clients;
mod install;
mod server;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::Args;

use crate::codegen::report::{Failure, say};
use crate::linked::{self, Library};
use crate::own;
use server::Server;

/// What runs the cases. Alone it has no clients.
const LIBRARY: Library = Library {
    package: "armature-conformance",
    folder: "xtask/conformance",
};

/// What to run.
#[derive(Args)]
pub struct Arguments {
    /// Only this description; may be given several times.
    #[arg(long, value_name = "FILE")]
    only: Vec<String>,

    /// Send the raw requests of the cases, without any generated client: are the cases themselves right?
    #[arg(long)]
    replay: bool,

    /// Print the table of `xtask/conformance/README.md`, which follows from the cases and `known.toml`; run nothing.
    #[arg(long, conflicts_with_all = ["only", "replay", "json", "endpoint"])]
    table: bool,

    /// Write the whole report to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,

    /// Other cases [default: those of the AutoRest test server].
    #[arg(long, value_name = "DIR", requires = "endpoint")]
    cases: Option<PathBuf>,

    /// Where a server of these cases listens already.
    #[arg(long, value_name = "URL", requires = "cases")]
    endpoint: Option<String>,

    /// Folder of the descriptions that the cases are about.
    #[arg(long, value_name = "DIR", requires = "cases")]
    descriptions: Option<PathBuf>,
}

/// Runs the command; the exit code is 0 when every scenario passes or has a reason in `known.toml` why it cannot, and no
/// scenario with a reason passes.
pub fn run(arguments: &Arguments) -> ExitCode {
    match outcome(arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Where the cases are sent to, and what they are about.
struct Target {
    cases: PathBuf,
    endpoint: String,
    descriptions: Option<PathBuf>,
    /// Ends with the target, when it was started for it.
    _server: Option<Server>,
}

fn outcome(arguments: &Arguments) -> Result<ExitCode, Failure> {
    if arguments.table {
        let cases = own_folder().join("cases");
        return status(without_clients().arg("--table").arg("--cases").arg(cases));
    }
    let folder = own::target().join("conformance");
    let target = match (&arguments.cases, &arguments.endpoint) {
        (Some(cases), Some(endpoint)) => Target {
            cases: cases.clone(),
            endpoint: endpoint.clone(),
            descriptions: arguments.descriptions.clone(),
            _server: None,
        },
        _ => own_target(&folder)?,
    };
    let mut runner = if arguments.replay {
        without_clients()
    } else {
        let descriptions = target.descriptions.as_deref().ok_or_else(|| {
            Failure::new(
                "error: there is nothing to generate clients from\n   = help: name the folder with `--descriptions DIR`, or send raw requests with `--replay`",
            )
        })?;
        with_clients(&folder, descriptions, &arguments.only)?
    };
    let only = arguments.only.iter().flat_map(|file| ["--only", file]);
    let json = arguments.json.iter();
    runner
        .arg("--cases")
        .arg(&target.cases)
        .args(["--endpoint", &target.endpoint])
        .args(arguments.replay.then_some("--replay"))
        .args(only)
        .args(json.flat_map(|file| [Path::new("--json"), file]));
    status(&mut runner)
}

fn status(command: &mut Command) -> Result<ExitCode, Failure> {
    let status = command
        .status()
        .map_err(|error| Failure::new(format!("error: the runner cannot be run: {error}")))?;
    Ok(match status.success() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// The test server, installed and started.
fn own_target(folder: &Path) -> Result<Target, Failure> {
    let package = install::installed(&folder.join("server"))?;
    let server = Server::start(&package, folder)?;
    say(&format!("the server listens on {}", server.endpoint()));
    Ok(Target {
        cases: own_folder().join("cases"),
        endpoint: server.endpoint(),
        descriptions: Some(package.join("swagger")),
        _server: Some(server),
    })
}

/// A runner with a client for each description.
fn with_clients(folder: &Path, descriptions: &Path, only: &[String]) -> Result<Command, Failure> {
    clients::generate(descriptions, &folder.join(CLIENTS), only)?;
    clients::write_workspace(folder, CLIENTS)?;
    let workspace = linked::write(folder, "conformance", &[CLIENTS], LIBRARY)?;
    let mut executable = None;
    linked::build(&workspace, &mut |program| {
        executable = Some(program.executable);
        Ok(())
    })?;
    executable.map(Command::new).ok_or_else(|| {
        Failure::new(
            "error: the clients do not compile\n   = help: the compiler's own messages stand above",
        )
    })
}

/// The runner that has no clients.
fn without_clients() -> Command {
    own::program(LIBRARY.package, "Cargo.toml")
}

/// Folder of the generated crate, below that of the command.
const CLIENTS: &str = "clients";

/// What this repository has about the test server: cases, the package to install, what is loaded before it.
fn own_folder() -> PathBuf {
    own::root().join(LIBRARY.folder)
}
