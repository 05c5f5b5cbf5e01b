//! One measurement.
//!
//! In: a command; or the folder of a crate, and features, for `cargo check` of that crate alone.
//! Out: what it took, by the operating system's own count.
//! Never: measures a build that found nothing to do.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use wait4::Wait4;

use crate::codegen::input::paths::cannot;
use crate::codegen::report::Failure;
use crate::own;

/// What a command took, with all processes that it started.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Time by the clock.
    pub wall: Duration,
    /// CPU time in user mode.
    pub user: Duration,
    /// CPU time in the operating system.
    pub system: Duration,
    /// The most memory that one process held, in bytes. Of a check that is the compiler.
    pub memory: u64,
}

/// Runs a command to its end.
///
/// # Errors
///
/// It cannot be started, or fails.
pub fn cost(command: &mut Command) -> Result<Cost, Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let started = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| Failure::new(format!("error: {name} cannot be started: {error}")))?;
    let done = child
        .wait4()
        .map_err(|error| Failure::new(format!("error: {name} cannot be waited for: {error}")))?;
    if !done.status.success() {
        return Err(Failure::new(format!("error: {name} failed")));
    }
    Ok(Cost {
        wall: started.elapsed(),
        user: done.rusage.utime,
        system: done.rusage.stime,
        memory: done.rusage.maxrss,
    })
}

/// Checks the crate in `folder` with the library's own code to compile and nothing else, provided that its dependencies are there.
///
/// # Errors
///
/// Cargo cannot be started, or the crate does not compile.
pub fn check(folder: &Path, target: &Path, features: &[String]) -> Result<Cost, Failure> {
    touch(&folder.join("src/lib.rs"))?;
    let mut command = own::cargo();
    command
        .args(["check", "--quiet", "--lib", "--no-default-features"])
        .args(["--features", &features.join(",")])
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(target)
        .env("CARGO_INCREMENTAL", "0");
    cost(&mut command)
        .map_err(|failure| Failure::new(format!("{failure}\n  --> {}", folder.display())))
}

/// The median of each number; of an even count the lower one of the two in the middle.
pub fn median(costs: &[Cost]) -> Cost {
    Cost {
        wall: middle(costs.iter().map(|cost| cost.wall)),
        user: middle(costs.iter().map(|cost| cost.user)),
        system: middle(costs.iter().map(|cost| cost.system)),
        memory: middle(costs.iter().map(|cost| cost.memory)),
    }
}

fn middle<T: Copy + Default + Ord>(values: impl Iterator<Item = T>) -> T {
    let mut values: Vec<T> = values.collect();
    values.sort();
    let middle = values.len().saturating_sub(1) / 2;
    values.get(middle).copied().unwrap_or_default()
}

/// Makes a file new, so that cargo compiles it again.
fn touch(path: &Path) -> Result<(), Failure> {
    let touched = File::options()
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(SystemTime::now()));
    touched.map_err(|error| cannot("touch", path, &error))
}
