//! The crates that are measured.
//!
//! In: a checkout of Azure's descriptions.
//! Out: the API Management package as a crate that stands alone, and an empty crate with the same dependencies.
//! Never: writes outside of the workspace's target folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::codegen::input::paths::{cannot, read};
use crate::codegen::report::Failure;
use crate::own;

/// A large real package, below `specification`.
const PACKAGE: &str = "apimanagement/resource-manager";

/// The folder of a benchmark.
pub struct Crates {
    folder: PathBuf,
}

impl Crates {
    /// Generates both from the descriptions in `folder`.
    ///
    /// # Errors
    ///
    /// The descriptions are absent, or the package cannot be generated.
    pub fn generate(folder: Option<&Path>) -> Result<Self, Failure> {
        let workspace = own::root();
        let default = workspace.join("../shared/azure-specs");
        let descriptions = folder.unwrap_or(&default);
        let readme = descriptions
            .join("specification")
            .join(PACKAGE)
            .join("readme.md");
        if !readme.is_file() {
            return Err(Failure::new(format!(
                "error: nothing was measured: {} is absent\n   = help: name a checkout of the repository Azure/azure-rest-api-specs",
                readme.display()
            )));
        }
        let crates = Self {
            folder: own::target().join("bench"),
        };
        let package = crates.package();
        if package.exists() {
            fs::remove_dir_all(&package).map_err(|error| cannot("remove", &package, &error))?;
        }
        codegen(&readme, &package, &workspace.join("generator/runtime"))?;
        write_empty(&package, &crates.empty())?;
        for one in [package, crates.empty()] {
            // The same versions of all dependencies as in the workspace.
            let lock = one.join("Cargo.lock");
            fs::copy(workspace.join("Cargo.lock"), &lock)
                .map_err(|error| cannot("write", &lock, &error))?;
        }
        Ok(crates)
    }

    /// Where Microsoft's crate for Key Vault is put.
    pub fn official(&self) -> PathBuf {
        self.folder.join("official")
    }

    /// The package.
    pub fn package(&self) -> PathBuf {
        self.folder.join("package")
    }

    /// A crate with the package's dependencies and no code.
    pub fn empty(&self) -> PathBuf {
        self.folder.join("empty")
    }

    /// Where both are compiled to.
    pub fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// Number of the package's operations: each names itself once in its request.
    ///
    /// # Errors
    ///
    /// A file cannot be read.
    pub fn operations(&self) -> Result<usize, Failure> {
        let mut count = 0;
        for file in rust_files(&self.package().join("src/operations"))? {
            let text = read(&file)?;
            count += text.matches("= Connection::request(").count();
        }
        Ok(count)
    }
}

/// Emitted lines: all of each `.rs` file below `src`, docs and blank lines included, without the folder `dispatch`, which
/// is only compiled when it is asked for.
///
/// # Errors
///
/// A file cannot be read.
pub fn lines(src: &Path) -> Result<usize, Failure> {
    let dispatch = src.join("dispatch");
    let mut lines = 0;
    for file in rust_files(src)? {
        if !file.starts_with(&dispatch) {
            lines += read(&file)?.lines().count();
        }
    }
    Ok(lines)
}

/// `cargo xtask codegen --readme …` in a process of its own, whose words are only shown when it fails.
fn codegen(readme: &Path, out: &Path, runtime: &Path) -> Result<(), Failure> {
    let xtask = super::xtask()?;
    let output = Command::new(xtask)
        .arg("codegen")
        .arg("--readme")
        .arg(readme)
        .arg("--out")
        .arg(out)
        .arg("--runtime-path")
        .arg(runtime)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| {
            Failure::new(format!(
                "error: `cargo xtask codegen` cannot be started: {error}"
            ))
        })?;
    if output.status.success() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "error: `cargo xtask codegen` failed:\n{}",
        String::from_utf8_lossy(&output.stderr)
    )))
}

/// The package's manifest is the empty crate's, too.
fn write_empty(package: &Path, empty: &Path) -> Result<(), Failure> {
    let src = empty.join("src");
    fs::create_dir_all(&src).map_err(|error| cannot("make", &src, &error))?;
    let manifest = read(&package.join("Cargo.toml"))?;
    // Two packages of one name in one target folder would take each other's place.
    let manifest: String = manifest
        .lines()
        .map(|line| match line.starts_with("name = ") {
            true => "name = \"empty\"\n".to_owned(),
            false => format!("{line}\n"),
        })
        .collect();
    for (name, text) in [
        ("Cargo.toml", manifest.as_str()),
        ("src/lib.rs", "//! Nothing.\n"),
    ] {
        let file = empty.join(name);
        fs::write(&file, text).map_err(|error| cannot("write", &file, &error))?;
    }
    Ok(())
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(folder) = pending.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| cannot("read", &folder, &error))?;
        for entry in entries {
            let path = entry
                .map_err(|error| cannot("read", &folder, &error))?
                .path();
            if path.is_dir() {
                pending.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    Ok(files)
}
