//! Where descriptions are read from.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// Reads files below one root.
pub trait Source {
    /// The bytes of the file at `path`, relative to the root, `/` as separator, without `.` and `..`.
    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError>;

    /// How the root is written in messages, with a last slash: `specs/`; may be empty.
    fn label(&self) -> &str;
}

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SourceError {
    /// There is no such file.
    Missing,
    /// It is there and cannot be read: a folder, a device, no permission.
    Unreadable,
    /// The path, or a symbolic link on it, leads out of the root.
    Outside,
}

/// Files below a folder.
///
/// Nothing outside is ever read: a path is refused when it is absolute, has a step up, or passes a symbolic link that leads out of the folder.
#[derive(Clone, Debug)]
pub struct FolderSource {
    /// The folder.
    pub root: PathBuf,
    /// See [`Source::label`].
    pub label: String,
}

impl Source for FolderSource {
    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        let relative = Path::new(path);
        let is_plain = |step: Component<'_>| matches!(step, Component::Normal(_));
        if !relative.components().all(is_plain) {
            return Err(SourceError::Outside);
        }
        let root = self.root.canonicalize().map_err(|_| SourceError::Missing)?;
        let file = root
            .join(relative)
            .canonicalize()
            .map_err(|_| SourceError::Missing)?;
        if !file.starts_with(&root) {
            return Err(SourceError::Outside);
        }
        // A named pipe would make the read wait for ever.
        if !file.is_file() {
            return Err(SourceError::Unreadable);
        }
        std::fs::read(file).map_err(|_| SourceError::Unreadable)
    }

    fn label(&self) -> &str {
        &self.label
    }
}

/// Files in memory, for tests and for callers that have them at hand.
#[derive(Clone, Debug, Default)]
pub struct MemorySource {
    files: BTreeMap<String, Vec<u8>>,
}

impl MemorySource {
    /// Adds a file.
    pub fn with(self, path: &str, text: &str) -> Self {
        self.with_bytes(path, text.as_bytes())
    }

    /// Adds a file that need not be text.
    pub fn with_bytes(mut self, path: &str, bytes: &[u8]) -> Self {
        self.files.insert(path.to_owned(), bytes.to_vec());
        self
    }
}

impl Source for MemorySource {
    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        self.files.get(path).cloned().ok_or(SourceError::Missing)
    }

    fn label(&self) -> &str {
        ""
    }
}
