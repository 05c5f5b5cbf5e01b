//! Paths as people give them, and as messages and emitted files show them.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::codegen::report::Failure;

/// `path` in the current folder or in the nearest one above that has it, as cargo looks for its manifest; `path` itself when none has.
pub fn found_upwards(path: &Path) -> PathBuf {
    let depth = std::env::current_dir().map_or(0, |folder| folder.components().count());
    let mut above = PathBuf::new();
    for _ in 0..depth {
        let candidate = above.join(path);
        if candidate.is_file() {
            return candidate;
        }
        above.push("..");
    }
    path.to_owned()
}

/// The same file with at least the name of its folder, so that it is called the same from wherever the command runs:
/// `armature.toml` in `specs` becomes `../specs/armature.toml`.
pub fn with_folder(file: &Path) -> Result<PathBuf, Failure> {
    let folder = parent(file);
    if folder.file_name().is_some() {
        return Ok(file.to_owned());
    }
    let absolute = absolute(&folder)?;
    let (Some(folder_name), Some(file_name)) = (absolute.file_name(), file.file_name()) else {
        return Ok(file.to_owned());
    };
    Ok(folder.join("..").join(folder_name).join(file_name))
}

/// The folder of a file or folder; empty for the current one.
pub fn parent(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).to_owned()
}

/// The current folder has no name of its own in a path, but the system wants one.
pub fn or_current(path: &Path) -> &Path {
    if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    }
}

/// The real path of something that is there.
pub fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    let path = or_current(path);
    path.canonicalize()
        .map_err(|error| cannot("find", path, &error))
}

/// The text of a file.
pub fn read(path: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(|error| cannot("read", path, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let (good, _) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        Failure::new(format!(
            "error: {}:{line} is no text: its bytes are not UTF-8\n   = help: save the file as UTF-8",
            path.display()
        ))
    })
}

/// With `/` on every system, for messages and emitted files.
pub fn slashed(path: &Path) -> String {
    let parts = path.components().map(|part| match part {
        Component::RootDir => String::new(),
        part => part.as_os_str().to_string_lossy().into_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

/// What the system refused.
pub fn cannot(action: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!(
        "error: cannot {action} {}: {error}\n   = help: check the path; it is relative to the folder the command runs in",
        path.display()
    ))
}
