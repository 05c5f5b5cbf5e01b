//! A stand-alone crate from an AutoRest readme.

use std::path::{Component, Path, PathBuf};

use armature_codegen::manifest::{Manifest, ReadmeRequest, Runtime};

use super::paths::{absolute, cannot, or_current, parent, read, slashed};
use super::{Input, report, source};
use crate::codegen::report::Failure;

/// Stands in the first line of each file. How the crate was asked for differs from machine to machine, and so does not.
const COMMAND: &str = "cargo xtask codegen";

/// A stand-alone crate to generate, as it is asked for.
pub struct ReadmeCrate<'a> {
    /// The AutoRest readme.
    pub readme: &'a Path,
    /// Folder of the crate; it need not be there.
    pub out: &'a Path,
    /// The readme's tag; without it the readme's default.
    pub tag: Option<&'a str>,
    /// OpenAPI overlays for its descriptions, in the order in which they are applied.
    pub overlays: &'a [PathBuf],
    /// Name of the package; without it the folders of the readme speak.
    pub name: Option<&'a str>,
    /// Name of the root client; without it the titles of the readme or the descriptions speak.
    pub client: Option<&'a str>,
    /// Folder that references may not leave; without it the nearest parent called `specification`, else the readme's own folder.
    pub root: Option<&'a Path>,
    /// Folder of the runtime, to depend on it by path instead of by version.
    pub runtime: Option<&'a Path>,
}

impl Input {
    /// Reads a readme for a stand-alone crate.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, a folder that is not where it has to be, and whatever is wrong with the readme.
    pub fn of_readme(wanted: &ReadmeCrate<'_>) -> Result<Self, Failure> {
        let text = read(wanted.readme)?;
        let shown = slashed(wanted.readme);
        let root = match wanted.root {
            Some(root) => root.to_owned(),
            None => specification_root(wanted.readme),
        };
        let request = ReadmeRequest {
            path: &shown,
            text: &text,
            folder: &folder_below(&root, &parent(wanted.readme))?,
            tag: wanted.tag,
            output: &slashed(wanted.out),
            runtime: runtime(wanted.runtime, wanted.out)?,
            command: COMMAND,
            package: wanted.name,
        };
        let (mut manifest, doubts) =
            Manifest::from_readme(&request).map_err(|found| report(found, &shown, &text))?;
        let overlays = wanted.overlays.iter();
        let overlays: Result<Vec<String>, Failure> =
            overlays.map(|file| overlay_below(&root, file)).collect();
        let overlays = overlays?;
        for service in &mut manifest.services {
            service.overlays.clone_from(&overlays);
            if let Some(client) = wanted.client {
                service.client = Some(client.to_owned());
            }
        }
        Ok(Self {
            manifest,
            source: source(root),
            folder: wanted.out.to_owned(),
            doubts,
        })
    }
}

/// The path of an overlay relative to `root`.
fn overlay_below(root: &Path, file: &Path) -> Result<String, Failure> {
    let name = file.file_name().filter(|_| file.is_file()).ok_or_else(|| {
        Failure::new(format!(
            "error: {} is no file\n   = help: --overlay is an OpenAPI overlay, in YAML or JSON",
            file.display()
        ))
    })?;
    let folder = folder_below(root, &parent(file))?;
    Ok(slashed(&Path::new(&folder).join(name)))
}

/// The nearest parent called `specification`, as in Azure's repository of descriptions; else the readme's own folder.
pub fn specification_root(readme: &Path) -> PathBuf {
    let named = |folder: &&Path| {
        folder
            .file_name()
            .is_some_and(|name| name == "specification")
    };
    readme
        .ancestors()
        .find(named)
        .map_or_else(|| parent(readme), Path::to_owned)
}

/// `folder` relative to `root`, with `/` as separator; empty for the root itself.
pub fn folder_below(root: &Path, folder: &Path) -> Result<String, Failure> {
    let (absolute_root, absolute_folder) = (absolute(root)?, absolute(folder)?);
    let below = absolute_folder.strip_prefix(&absolute_root).map_err(|_| {
        Failure::new(format!(
            "error: {} does not lie below {}\n   = help: with --root, give a folder above the readme and its overlays",
            or_current(folder).display(),
            or_current(root).display()
        ))
    })?;
    Ok(slashed(below))
}

/// How the crate names the runtime. A path is written relative to the crate, so that no path of this machine gets into it.
fn runtime(path: Option<&Path>, out: &Path) -> Result<Runtime, Failure> {
    let Some(path) = path else {
        return Ok(Runtime::Version(env!("CARGO_PKG_VERSION").to_owned()));
    };
    if !path.join("Cargo.toml").is_file() {
        return Err(Failure::new(format!(
            "error: {} holds no crate\n   = help: --runtime-path is the folder of `armature-runtime`, in this repository generator/runtime",
            path.display()
        )));
    }
    let crate_folder = lexically_absolute(out)?;
    let relative = pathdiff::diff_paths(absolute(path)?, crate_folder);
    Ok(Runtime::Path(slashed(&relative.unwrap_or(path.to_owned()))))
}

/// The absolute path of a folder that need not be there yet, without links as far as it is.
fn lexically_absolute(path: &Path) -> Result<PathBuf, Failure> {
    let full =
        std::path::absolute(or_current(path)).map_err(|error| cannot("find", path, &error))?;
    let mut plain = PathBuf::new();
    for part in full.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    let existing = plain.ancestors().find(|folder| folder.is_dir());
    let Some((existing, rest)) = existing.and_then(|it| Some((it, plain.strip_prefix(it).ok()?)))
    else {
        return Ok(plain);
    };
    Ok(absolute(existing)?.join(rest))
}
