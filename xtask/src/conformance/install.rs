//! The test server, from the npm registry.
//!
//! In: `package.json` and `package-lock.json` of this repository. Out: the installed package.
//! Never: installs anything but what the lock file names by its hash, or runs an installed package's scripts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::codegen::input::paths::cannot;
use crate::codegen::report::{Failure, say};
use crate::conformance::own_folder;

/// The server's package.
const PACKAGE: &str = "@microsoft.azure/autorest.testserver";

/// Copied to where it is installed.
const FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// Written when an installation is complete: a copy of the lock file.
const COMPLETE: &str = "installed-lock.json";

/// Installs the server in `folder`, unless it is there; gives the folder of its package.
///
/// # Errors
///
/// There is no Node.js or no npm, or npm fails.
pub fn installed(folder: &Path) -> Result<PathBuf, Failure> {
    needs("node", "--version")?;
    let package = folder.join("node_modules").join(PACKAGE);
    let own = own_folder().join("server");
    let lock = own.join(FILES[1]);
    let wanted = fs::read(&lock).map_err(|error| cannot("read", &lock, &error))?;
    let complete = folder.join(COMPLETE);
    if package.is_dir() && fs::read(&complete).is_ok_and(|installed| installed == wanted) {
        return Ok(package);
    }
    needs("npm", "--version")?;
    fs::create_dir_all(folder).map_err(|error| cannot("make", folder, &error))?;
    for file in FILES {
        let to = folder.join(file);
        fs::copy(own.join(file), &to).map_err(|error| cannot("write", &to, &error))?;
    }
    say(&format!("installing {PACKAGE} in {}", folder.display()));
    let status = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(folder)
        .stdout(Stdio::null())
        .status();
    match status {
        Ok(status) if status.success() => {}
        Ok(status) => {
            return Err(Failure::new(format!(
                "error: `npm ci` in {} failed: {status}\n   = help: its own message stands above; it needs the npm registry once",
                folder.display()
            )));
        }
        Err(error) => return Err(Failure::new(format!("error: npm cannot be run: {error}"))),
    }
    fs::write(&complete, wanted).map_err(|error| cannot("write", &complete, &error))?;
    Ok(package)
}

/// Fails when a program is absent.
fn needs(program: &str, argument: &str) -> Result<(), Failure> {
    let found = Command::new(program)
        .arg(argument)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if found.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "error: `{program}` is not there, and the test server needs it\n   = help: install Node.js 20 or newer with npm \
         (https://nodejs.org, or the system's packages `nodejs` and `npm`) and run the command again; nothing else of this repository needs it"
    )))
}
