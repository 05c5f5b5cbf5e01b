//! `armature-wire [DIR]`: prints the report on a folder of recordings; exits with 1 when something differs.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

/// Holds the generated client against recordings of Microsoft's own.
#[derive(Parser)]
#[command(name = "cargo xtask wire", bin_name = "cargo xtask wire")]
struct Arguments {
    /// Folder of the recordings [default: ../shared/wire, beside the workspace].
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

fn main() -> ExitCode {
    let folder = Arguments::parse().folder.unwrap_or_else(beside_workspace);
    if !folder.is_dir() {
        eprintln!("nothing to compare with: {}", no_folder(&folder));
        return ExitCode::FAILURE;
    }
    match armature_wire::run(&folder) {
        Ok(report) => {
            print!("{report}");
            if report.is_good() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn no_folder(path: &Path) -> String {
    let wanted = "recorded calls of Microsoft's clients (JSON files, each a list of cases)";
    let shown = path.display();
    if path.exists() {
        format!("{shown} is a file, not a folder; name the folder that holds {wanted}")
    } else {
        format!("there is no folder {shown}, which holds {wanted}")
    }
}

fn beside_workspace() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = package.ancestors().nth(2).unwrap_or(package);
    workspace.join("../shared/wire")
}
