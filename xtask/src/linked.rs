//! Programs that have a generated crate linked in, one for each crate: small packages whose `main` hands the crate's
//! `dispatch::VERSIONS` to a library of ours.
//!
//! In: generated crates below one folder, and the library whose `main(&[Version]) -> ExitCode` is to run with each.
//! Out: the packages, members of a workspace of their own; the programs, each as soon as it is built.
//! Never: lets a crate that does not compile stop the others, or shows what is linked to `xtask`, which has to build when a
//! generated crate is broken.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use cargo_metadata::Message;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value, value};

use crate::codegen::input::paths::{absolute, cannot, read, slashed};
use crate::codegen::report::Failure;
use crate::own;

/// The library that the programs hand their crate to.
#[derive(Clone, Copy, Debug)]
pub struct Library {
    /// Its package: `armature-examples`.
    pub package: &'static str,
    /// Its folder below the workspace: `xtask/examples`.
    pub folder: &'static str,
}

/// A program that was built.
#[derive(Clone, Debug)]
pub struct Program {
    /// Folder of the generated crate below that of all crates.
    pub folder: String,
    /// The executable.
    pub executable: PathBuf,
}

/// The profile of the programs: they are built once and run once.
const PROFILE: &str = "linked";

const MANIFEST: &str = "Cargo.toml";

/// Writes a package for each of the crates in the folders below `out`, and the workspace around them, into `out/linked/NAME`. Gives its
/// folder.
///
/// # Errors
///
/// A crate's manifest cannot be read, a file cannot be written.
pub fn write(
    out: &Path,
    name: &str,
    folders: &[&str],
    library: Library,
) -> Result<PathBuf, Failure> {
    let workspace = out.join("linked").join(name);
    for folder in folders {
        let package = workspace.join(folder);
        let main = package.join("src/main.rs");
        let source = package.join("src");
        fs::create_dir_all(&source).map_err(|error| cannot("create", &source, &error))?;
        let manifest = manifest(
            &out.join(folder),
            &package,
            &format!("{folder}-{name}"),
            library,
        )?;
        put(&package.join(MANIFEST), &manifest.to_string())?;
        let krate = crate_name(&out.join(folder))?.replace('-', "_");
        put(&main, &main_file(&krate, library))?;
    }
    put(&workspace.join(MANIFEST), &workspace_manifest(folders))?;
    put(
        &workspace.join("Cargo.lock"),
        &read(&own::root().join("Cargo.lock"))?,
    )?;
    Ok(workspace)
}

/// Builds the programs of a workspace; `built` gets each when it is there, while others are compiled.
///
/// # Errors
///
/// Cargo cannot be started; `built` fails.
pub fn build(
    workspace: &Path,
    built: &mut dyn FnMut(Program) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let not_run = |error| Failure::new(format!("error: cargo cannot be run: {error}"));
    let mut child = own::cargo()
        .args([
            "build",
            "--workspace",
            "--keep-going",
            "--message-format=json-render-diagnostics",
        ])
        .args(["--profile", PROFILE])
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", own::target())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(not_run)?;
    let real = absolute(workspace)?;
    let mut outcome = Ok(());
    if let Some(stdout) = child.stdout.take() {
        for message in Message::parse_stream(BufReader::new(stdout)) {
            let Message::CompilerArtifact(artifact) = message.map_err(not_run)? else {
                continue;
            };
            let below = artifact.target.src_path.as_std_path().strip_prefix(&real);
            let folder = below.ok().and_then(|below| below.components().next());
            if let (Some(folder), Some(executable), Ok(())) =
                (folder, artifact.executable, &outcome)
            {
                outcome = built(Program {
                    folder: folder.as_os_str().to_string_lossy().into_owned(),
                    executable: executable.into_std_path_buf(),
                });
            }
        }
    }
    child.wait().map_err(not_run)?;
    outcome
}

/// Writes a file.
///
/// # Errors
///
/// It cannot be written.
pub fn put(path: &Path, text: &str) -> Result<(), Failure> {
    // A file that is the same keeps its time, so that cargo has nothing to do.
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return Ok(());
    }
    fs::write(path, text).map_err(|error| cannot("write", path, &error))
}

/// Reads a manifest.
///
/// # Errors
///
/// It cannot be read, or is no TOML.
pub fn document(path: &Path) -> Result<DocumentMut, Failure> {
    read(path)?
        .parse()
        .map_err(|error| Failure::new(format!("error: {} is no TOML: {error}", path.display())))
}

fn crate_name(folder: &Path) -> Result<String, Failure> {
    let path = folder.join(MANIFEST);
    let manifest = document(&path)?;
    let name = manifest
        .get("package")
        .and_then(|package| package.get("name")?.as_str());
    name.map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("error: {} names no package", path.display())))
}

/// Everything of the crate but what only an application needs: the HTTP transport.
fn manifest(
    krate: &Path,
    package: &Path,
    name: &str,
    library: Library,
) -> Result<DocumentMut, Failure> {
    let described = document(&krate.join(MANIFEST))?;
    let default = described
        .get("features")
        .and_then(|features| features.get("default")?.as_array());
    let named = default.into_iter().flatten().filter_map(Value::as_str);
    // A feature of a dependency is the transport; the others are the crate's operation groups or services.
    let own = named.filter(|feature| !feature.contains('/'));
    let features: Array = ["dispatch"].into_iter().chain(own).collect();

    let mut about = Table::new();
    about.insert("name", value(name));
    about.insert("edition", value("2024"));
    about.insert("publish", value(false));
    let mut dependencies = Table::new();
    let mut linked = dependency(krate, package)?;
    linked.insert("default-features", false.into());
    linked.insert("features", features.into());
    dependencies.insert(&crate_name(krate)?, value(linked));
    dependencies.insert(
        library.package,
        value(dependency(&own::root().join(library.folder), package)?),
    );
    let mut manifest = DocumentMut::new();
    manifest.insert("package", Item::Table(about));
    manifest.insert("dependencies", Item::Table(dependencies));
    Ok(manifest)
}

fn dependency(folder: &Path, package: &Path) -> Result<InlineTable, Failure> {
    let (folder, package) = (absolute(folder)?, absolute(package)?);
    let path = pathdiff::diff_paths(&folder, package).unwrap_or(folder);
    let mut dependency = InlineTable::new();
    dependency.insert("path", slashed(&path).into());
    Ok(dependency)
}

fn main_file(krate: &str, library: Library) -> String {
    let library = library.package.replace('-', "_");
    format!(
        "//! Hands the generated crate to a library of the maintainers' commands.\n\n\
         fn main() -> std::process::ExitCode {{\n    {library}::main({krate}::dispatch::VERSIONS)\n}}\n"
    )
}

/// A program is built to be run once: what makes the next build or a debugger's work easier would only take time and room.
fn workspace_manifest(folders: &[&str]) -> String {
    let mut workspace = Table::new();
    workspace.insert("resolver", value("3"));
    workspace.insert("members", value(folders.iter().copied().collect::<Array>()));
    let mut profile = Table::new();
    profile.insert("inherits", value("dev"));
    profile.insert("debug", value(false));
    profile.insert("incremental", value(false));
    let mut profiles = Table::new();
    profiles.set_implicit(true);
    profiles.insert(PROFILE, Item::Table(profile));
    let mut manifest = DocumentMut::new();
    manifest.insert("workspace", Item::Table(workspace));
    manifest.insert("profile", Item::Table(profiles));
    manifest.to_string()
}
