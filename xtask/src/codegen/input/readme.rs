//! A stand-alone crate from an AutoRest readme.

use std::path::{Component, Path, PathBuf};

use armature_codegen::manifest::{Manifest, ReadmeRequest, Runtime};

use super::paths::{absolute, cannot, or_current, parent, read as read_file, slashed};
use super::{Input, report, source};
use crate::codegen::Arguments;
use crate::codegen::report::Failure;

/// Stands in the first line of each file. How the crate was asked for differs from machine to machine, and so does not.
const COMMAND: &str = "cargo xtask codegen";

/// Reads the readme for a crate in `out`.
pub fn read(readme: &Path, out: &Path, arguments: &Arguments) -> Result<Input, Failure> {
    let text = read_file(readme)?;
    let shown = slashed(readme);
    let root = match &arguments.root {
        Some(root) => root.clone(),
        None => specification_root(readme),
    };
    let request = ReadmeRequest {
        path: &shown,
        text: &text,
        folder: &folder_below(&root, &parent(readme))?,
        tag: arguments.tag.as_deref(),
        output: &slashed(out),
        runtime: runtime(arguments.runtime_path.as_deref(), out)?,
        command: COMMAND,
        package: arguments.name.as_deref(),
    };
    let (mut manifest, doubts) =
        Manifest::from_readme(&request).map_err(|found| report(found, &shown, &text))?;
    let overlays: Result<Vec<String>, Failure> = arguments
        .overlay
        .iter()
        .map(|file| overlay_below(&root, file))
        .collect();
    let overlays = overlays?;
    for service in &mut manifest.services {
        service.overlays.clone_from(&overlays);
    }
    Ok(Input {
        manifest,
        source: source(root),
        folder: out.to_owned(),
        doubts,
    })
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
fn specification_root(readme: &Path) -> PathBuf {
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
fn folder_below(root: &Path, folder: &Path) -> Result<String, Failure> {
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
