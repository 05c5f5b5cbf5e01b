//! A small binary that links a generated crate, so that it can be called by operationId.
//!
//! In: a crate that was generated as a member of a workspace, a library of this repository, a few lines of `main`.
//! Out: the binary, compiled with this repository's versions of everything.
//! Never: puts a generated crate into this workspace, which has to build when that crate is broken.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, value};

use crate::codegen::input::paths::{absolute, cannot, read};
use crate::codegen::report::Failure;

const MANIFEST: &str = "Cargo.toml";
const LOCK: &str = "Cargo.lock";

/// Folder of the runner below that of the workspace.
const FOLDER: &str = "runner";

/// Folder of the generated crate below that of the workspace.
const CLIENTS: &str = "clients";

/// A binary to build.
pub struct Runner<'a> {
    /// Folder of its workspace, below `target`; the generated crate lies in `clients` there.
    pub folder: &'a Path,
    /// Name of the generated crate.
    pub clients: &'a str,
    /// Features of the generated crate, beside `dispatch`.
    pub features: &'a [String],
    /// Name of the binary and its package.
    pub package: &'a str,
    /// The library of this repository that `main` uses: a folder of `xtask`, without the prefix `armature-`.
    pub library: &'a str,
    /// Source text of the binary.
    pub main: &'a str,
}

impl Runner<'_> {
    /// Writes the workspace and builds the binary; gives its path.
    ///
    /// # Errors
    ///
    /// A file that cannot be written; cargo's own failure, whose message goes to standard error.
    pub fn build(&self) -> Result<PathBuf, Failure> {
        self.write()?;
        let manifest = self.folder.join(MANIFEST);
        cargo_build(&manifest, self.package)
    }

    fn write(&self) -> Result<(), Failure> {
        let source = self.folder.join(FOLDER).join("src");
        fs::create_dir_all(&source).map_err(|error| cannot("make", &source, &error))?;
        put(&source.join("main.rs"), self.main)?;
        let manifest = self.folder.join(FOLDER).join(MANIFEST);
        put(&manifest, &self.manifest()?.to_string())?;
        put(&self.folder.join(MANIFEST), &workspace()?.to_string())?;
        put(&self.folder.join(LOCK), &read(&own_root()?.join(LOCK))?)
    }

    fn manifest(&self) -> Result<DocumentMut, Failure> {
        let mut package = Table::new();
        package.insert("name", value(self.package));
        package.insert("version", value("0.1.0"));
        package.insert("edition", value("2024"));
        package.insert("publish", value(false));

        let features = self.features.iter().map(String::as_str).chain(["dispatch"]);
        let mut clients = InlineTable::new();
        clients.insert("path", format!("../{CLIENTS}").into());
        clients.insert("default-features", false.into());
        clients.insert("features", features.collect::<Array>().into());

        let folder = self.library.trim_start_matches("armature-");
        let mut library = InlineTable::new();
        library.insert(
            "path",
            shown(&own_root()?.join("xtask").join(folder)).into(),
        );

        let mut dependencies = Table::new();
        dependencies.insert(self.library, value(library));
        dependencies.insert(self.clients, value(clients));
        let mut document = DocumentMut::new();
        document.insert("package", Item::Table(package));
        document.insert("dependencies", Item::Table(dependencies));
        Ok(document)
    }
}

/// Builds a binary of this workspace that links no generated crate; gives its path.
///
/// # Errors
///
/// Cargo's own failure, whose message goes to standard error.
pub fn without_clients(package: &str) -> Result<PathBuf, Failure> {
    cargo_build(&own_root()?.join(MANIFEST), package)
}

/// Where cargo puts what it builds.
pub fn target_folder() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = here.parent().unwrap_or(here).join("target");
    std::env::var_os("CARGO_TARGET_DIR").map_or(own, PathBuf::from)
}

/// This repository's workspace with other members: what is inherited from it is the same, but its own crates are named by
/// their whole path.
fn workspace() -> Result<DocumentMut, Failure> {
    let root = own_root()?;
    let path = root.join(MANIFEST);
    let mut document: DocumentMut = read(&path)?
        .parse()
        .map_err(|error| Failure::new(format!("error: {} is no TOML: {error}", path.display())))?;
    document["workspace"]["members"] = value(Array::from_iter([CLIENTS, FOLDER]));
    if let Some(dependencies) = document["workspace"]["dependencies"].as_table_like_mut() {
        for (_, dependency) in dependencies.iter_mut() {
            let path = dependency.get("path").and_then(Item::as_str);
            if let Some(path) = path.map(|path| shown(&root.join(path))) {
                dependency["path"] = value(path);
            }
        }
    }
    // Profiles of single packages would be those of packages that are not there.
    document["profile"]["dev"]
        .as_table_like_mut()
        .map(|profile| profile.remove("package"));
    Ok(document)
}

fn cargo_build(manifest: &Path, package: &str) -> Result<PathBuf, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let target = target_folder();
    let status = Command::new(cargo)
        .args(["build", "--quiet", "--package", package, "--bin", package])
        .arg("--manifest-path")
        .arg(manifest)
        .env("CARGO_TARGET_DIR", &target)
        .status()
        .map_err(|error| Failure::new(format!("error: cargo cannot be run: {error}")))?;
    if status.success() {
        let name = format!("{package}{}", std::env::consts::EXE_SUFFIX);
        return Ok(target.join("debug").join(name));
    }
    Err(Failure::new(format!(
        "error: {package} does not compile\n   = help: cargo's own message stands above"
    )))
}

/// Writes a file, unless it is so already: cargo looks at when a file was changed.
fn put(path: &Path, text: &str) -> Result<(), Failure> {
    if fs::read_to_string(path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    fs::write(path, text).map_err(|error| cannot("write", path, &error))
}

fn own_root() -> Result<PathBuf, Failure> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    absolute(here.parent().unwrap_or(here))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
