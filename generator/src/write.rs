//! Text to disk, or a comparison with what is there.
//!
//! In: the emitted files and the crate's folder.
//! Out: a [`Plan`] of what differs, which [`apply`] carries out.
//! Never: touches a file that it did not emit, and never writes when anything in its way is foreign.
//!
//! Changed files are staged beside the crate first and then renamed into place one by one. A run that was killed in between
//! is finished by the next one ([`recover`]), so a half-written file is never seen and a half-renamed crate never stays.

mod foreign;
mod plan;
mod stage;

pub use foreign::Foreign;
pub use plan::{Change, Difference, Plan, plan};
pub use stage::{apply, recover};

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why nothing was written, or why writing stopped.
#[derive(Debug)]
pub enum WriteError {
    /// The folder holds files that the generator did not emit.
    Foreign(Foreign),
    /// An emitted path is absolute or leaves the crate's folder.
    OutsidePath(String),
    /// The disk said no.
    Io {
        /// What was tried: `read`, `rename`.
        action: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// What the system answered.
        source: io::Error,
    },
}

impl WriteError {
    fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io {
            action,
            path,
            source,
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign(foreign) => foreign.fmt(f),
            Self::OutsidePath(path) => {
                write!(
                    f,
                    "error[A0702]: the emitted path `{path}` leaves the crate's folder\n   = done: nothing was written"
                )
            }
            Self::Io {
                action,
                path,
                source,
            } => {
                let path = path.display();
                write!(
                    f,
                    "error[A0703]: cannot {action} {path}: {source}\n   = help: check the path and its permissions, then run the command again"
                )
            }
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
