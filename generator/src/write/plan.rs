//! What differs between the emitted files and the folder.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::source_file::SourceFile;
use crate::write::{WriteError, foreign};

/// What has to happen so that the folder holds exactly the emitted files.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Plan {
    /// The crate's folder.
    pub folder: PathBuf,
    /// Sorted by path; empty when the folder is up to date.
    pub changes: Vec<Change>,
    /// How many files are as they should be.
    pub unchanged: usize,
}

/// One file that is not as it should be. Paths are relative to the crate's folder, `/` as separator.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Change {
    /// It is not there.
    Missing(SourceFile),
    /// It has another text.
    Changed(SourceFile, Difference),
    /// It was emitted once and is no more.
    Stale(String),
}

/// The first line that differs.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Difference {
    /// From 1.
    pub line: usize,
    /// The line on disk; `None` past its end.
    pub on_disk: Option<String>,
    /// The line that belongs there; `None` past its end.
    pub emitted: Option<String>,
}

impl Change {
    /// The file's path.
    pub fn path(&self) -> &str {
        match self {
            Self::Missing(file) | Self::Changed(file, _) => &file.path,
            Self::Stale(path) => path,
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(file) => write!(f, "missing  {}", file.path),
            Self::Stale(path) => write!(f, "stale    {path}"),
            Self::Changed(file, difference) => {
                let line = |text: &Option<String>| {
                    text.clone().unwrap_or_else(|| "(end of file)".to_owned())
                };
                writeln!(f, "changed  {}:{}", file.path, difference.line)?;
                writeln!(f, "         on disk: {}", line(&difference.on_disk))?;
                write!(f, "         emitted: {}", line(&difference.emitted))
            }
        }
    }
}

/// Compares the emitted files with the folder. Reads only.
pub fn plan(files: Vec<SourceFile>, folder: &Path) -> Result<Plan, WriteError> {
    refuse_outside_paths(&files)?;
    let root_files: Vec<&str> = files
        .iter()
        .map(|file| file.path.as_str())
        .filter(|path| !path.contains('/'))
        .collect();
    let on_disk = foreign::emitted_files(folder, &root_files)?;
    foreign::refuse_other_crate(folder, &files)?;
    let emitted: BTreeSet<PathBuf> = files.iter().map(|file| PathBuf::from(&file.path)).collect();

    let mut changes = Vec::new();
    let mut unchanged = 0;
    for file in files {
        match compare(&folder.join(&file.path), &file.text)? {
            Comparison::Same => unchanged += 1,
            Comparison::Absent => changes.push(Change::Missing(file)),
            Comparison::Different(difference) => changes.push(Change::Changed(file, difference)),
        }
    }
    let stale = on_disk.iter().filter(|path| !emitted.contains(*path));
    changes.extend(stale.map(|path| Change::Stale(slashed(path))));
    changes.sort_by(|a, b| a.path().cmp(b.path()));
    Ok(Plan {
        folder: folder.to_owned(),
        changes,
        unchanged,
    })
}

enum Comparison {
    Same,
    Absent,
    Different(Difference),
}

fn compare(path: &Path, emitted: &str) -> Result<Comparison, WriteError> {
    if !path.exists() {
        return Ok(Comparison::Absent);
    }
    let on_disk = fs::read(path).map_err(WriteError::io("read", path))?;
    if on_disk == emitted.as_bytes() {
        return Ok(Comparison::Same);
    }
    Ok(Comparison::Different(first_difference(
        &String::from_utf8_lossy(&on_disk),
        emitted,
    )))
}

fn first_difference(on_disk: &str, emitted: &str) -> Difference {
    // Split at LF alone, so that a CR that a tool has put in is seen as a difference.
    let (mut old, mut new) = (on_disk.split('\n'), emitted.split('\n'));
    let mut line = 1;
    loop {
        match (old.next(), new.next()) {
            (Some(a), Some(b)) if a == b => line += 1,
            (a, b) => {
                let quoted = |text: Option<&str>| text.map(|text| text.escape_debug().to_string());
                return Difference {
                    line,
                    on_disk: quoted(a),
                    emitted: quoted(b),
                };
            }
        }
    }
}

fn refuse_outside_paths(files: &[SourceFile]) -> Result<(), WriteError> {
    match files.iter().find(|file| !is_inside(&file.path)) {
        Some(file) => Err(WriteError::OutsidePath(file.path.clone())),
        None => Ok(()),
    }
}

/// Whether a relative path stays below the folder it is joined to.
pub(super) fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}
