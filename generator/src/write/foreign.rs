//! Which files of a folder are not the generator's.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::source_file::{SourceFile, is_emitted};
use crate::write::WriteError;

/// Folders of an emitted crate in which every file is emitted.
const OWNED_FOLDERS: [&str; 2] = ["src", "tests"];

/// How many files of a folder in other use are looked for: enough for a message, though it may hold a whole disk.
const SHOWN_OF_UNKNOWN: usize = 100;

/// Files that stand in the way.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Foreign {
    /// The crate's folder.
    pub folder: PathBuf,
    /// What was found there, sorted, relative to the folder.
    pub files: Vec<PathBuf>,
    /// Where they lie.
    pub ground: Ground,
}

/// Why a file counts as foreign.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ground {
    /// It lies where the generator alone writes, without the generator's first line.
    InOwnedPlace,
    /// The folder holds an emitted crate of another name.
    OtherCrate,
    /// The folder is not empty and was not made by the generator: it has no emitted `Cargo.toml`.
    UnknownFolder,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let folder = self.folder.display();
        match self.ground {
            Ground::InOwnedPlace => {
                writeln!(
                    f,
                    "error[A0701]: files in {folder} that the generator did not write"
                )?;
            }
            Ground::OtherCrate => {
                writeln!(
                    f,
                    "error[A0701]: {folder} holds another crate that the generator wrote"
                )?;
            }
            Ground::UnknownFolder => {
                writeln!(
                    f,
                    "error[A0701]: {folder} is not empty and holds no crate that the generator wrote"
                )?;
            }
        }
        for file in self.files.iter().take(10) {
            writeln!(f, "  --> {}", self.folder.join(file).display())?;
        }
        if let Some(more) = self.files.len().checked_sub(10).filter(|more| *more > 0) {
            writeln!(f, "   = and {more} more")?;
        }
        writeln!(f, "   = done: nothing was written")?;
        write!(
            f,
            "   = help: move them elsewhere (`examples/` is yours) or remove them, or choose another folder"
        )
    }
}

/// Everything in `folder` that lies where only emitted files may lie, relative to `folder`, sorted.
///
/// Fails when one of them was not emitted, or when the folder is in use for something else.
pub(super) fn emitted_files(
    folder: &Path,
    root_files: &[&str],
) -> Result<Vec<PathBuf>, WriteError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    refuse_unknown_folder(folder)?;
    let mut found = Vec::new();
    for owned in OWNED_FOLDERS {
        collect(folder, Path::new(owned), usize::MAX, &mut found)?;
    }
    found.extend(
        root_files
            .iter()
            .map(PathBuf::from)
            .filter(|file| folder.join(file).exists()),
    );
    found.sort();

    let mut foreign = Vec::new();
    for file in &found {
        let path = folder.join(file);
        let is_link = fs::symlink_metadata(&path)
            .map_err(WriteError::io("read", &path))?
            .is_symlink();
        if is_link || !is_emitted(&fs::read(&path).map_err(WriteError::io("read", &path))?) {
            foreign.push(file.clone());
        }
    }
    if foreign.is_empty() {
        return Ok(found);
    }
    Err(WriteError::Foreign(Foreign {
        folder: folder.to_owned(),
        files: foreign,
        ground: Ground::InOwnedPlace,
    }))
}

/// Fails when the folder holds an emitted crate of another name: writing would destroy it.
pub(super) fn refuse_other_crate(folder: &Path, files: &[SourceFile]) -> Result<(), WriteError> {
    let manifest = "Cargo.toml";
    let Some(emitted) = files.iter().find(|file| file.path == manifest) else {
        return Ok(());
    };
    let Ok(on_disk) = fs::read_to_string(folder.join(manifest)) else {
        return Ok(());
    };
    if package_name(&on_disk) == package_name(&emitted.text) {
        return Ok(());
    }
    Err(WriteError::Foreign(Foreign {
        folder: folder.to_owned(),
        files: vec![PathBuf::from(manifest)],
        ground: Ground::OtherCrate,
    }))
}

/// The line with the package's name in an emitted `Cargo.toml`.
fn package_name(manifest: &str) -> Option<&str> {
    manifest.lines().find(|line| line.starts_with("name = "))
}

fn refuse_unknown_folder(folder: &Path) -> Result<(), WriteError> {
    let manifest = folder.join("Cargo.toml");
    if manifest.is_file() {
        // Whether it is ours is told by its first line, with all other files.
        return Ok(());
    }
    let mut files = Vec::new();
    collect(folder, Path::new(""), SHOWN_OF_UNKNOWN, &mut files)?;
    if files.is_empty() {
        return Ok(());
    }
    files.sort();
    Err(WriteError::Foreign(Foreign {
        folder: folder.to_owned(),
        files,
        ground: Ground::UnknownFolder,
    }))
}

/// Adds the files below `folder/below`, up to `most`; links are not followed but listed as files.
fn collect(
    folder: &Path,
    below: &Path,
    most: usize,
    found: &mut Vec<PathBuf>,
) -> Result<(), WriteError> {
    if found.len() >= most {
        return Ok(());
    }
    let here = folder.join(below);
    let Ok(metadata) = fs::symlink_metadata(&here) else {
        return Ok(());
    };
    if !metadata.is_dir() {
        found.push(below.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(&here).map_err(WriteError::io("read", &here))? {
        let entry = entry.map_err(WriteError::io("read", &here))?;
        collect(folder, &below.join(entry.file_name()), most, found)?;
    }
    Ok(())
}
