//! One measurement.
//!
//! In: the folder of a crate, and features.
//! Out: what `cargo check` of that crate alone took, by the operating system's own count.
//! Never: measures a build that found nothing to do.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use wait4::Wait4;

/// What a check took.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// CPU time in user mode of cargo and of the compiler.
    pub user: Duration,
    /// The most memory that one process held, which is the compiler, in bytes.
    pub memory: u64,
}

/// Checks the crate in `folder` with the library's own code to compile and nothing else, provided that its dependencies are there.
///
/// # Errors
///
/// Cargo cannot be started, or the crate does not compile.
pub fn check(folder: &Path, target: &Path, features: &[&str]) -> Result<Cost, String> {
    touch(&folder.join("src/lib.rs"))?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut child = Command::new(cargo)
        .args(["check", "--quiet", "--lib", "--no-default-features"])
        .args(["--features", &features.join(",")])
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(target)
        .env("CARGO_INCREMENTAL", "0")
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    let done = child.wait4().map_err(|error| error.to_string())?;
    if !done.status.success() {
        return Err(format!("{} does not compile", folder.display()));
    }
    Ok(Cost {
        user: done.rusage.utime,
        memory: done.rusage.maxrss,
    })
}

/// The median of each number; of an even count the lower one of the two in the middle.
pub fn median(costs: Vec<Cost>) -> Cost {
    let mut users: Vec<_> = costs.iter().map(|cost| cost.user).collect();
    let mut memories: Vec<_> = costs.iter().map(|cost| cost.memory).collect();
    users.sort();
    memories.sort();
    let middle = costs.len().saturating_sub(1) / 2;
    Cost {
        user: users.get(middle).copied().unwrap_or_default(),
        memory: memories.get(middle).copied().unwrap_or_default(),
    }
}

/// Makes a file new, so that cargo compiles it again.
fn touch(path: &Path) -> Result<(), String> {
    let touched = File::options()
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(SystemTime::now()));
    touched.map_err(|error| format!("cannot touch {}: {error}", path.display()))
}
