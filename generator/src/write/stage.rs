//! Carries a plan out: stage everything, then rename.
//!
//! The staging folder lies inside the crate's folder, so that renames stay on one file system. Its file `commit` is written last and
//! lists what is to be done; from then on the run can only go forward, in this process or in the next.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::source_file::is_emitted;
use crate::write::foreign::{Foreign, Ground};
use crate::write::plan::is_inside;
use crate::write::{Change, Plan, WriteError};

const STAGING: &str = ".codegen-staging";
const COMMIT: &str = "commit";

/// Makes the folder hold exactly the emitted files. Files that are as they should be are not touched.
pub fn apply(plan: &Plan) -> Result<(), WriteError> {
    if plan.changes.is_empty() {
        return Ok(());
    }
    let staging = plan.folder.join(STAGING);
    remove_folder(&staging)?;
    create_folder(&staging)?;

    let mut steps = Vec::new();
    for (index, change) in plan.changes.iter().enumerate() {
        match change {
            Change::Missing(file) | Change::Changed(file, _) => {
                write_file(&staging.join(index.to_string()), &file.text)?;
                steps.push(Step::Rename {
                    staged: index,
                    path: file.path.clone(),
                });
            }
            Change::Stale(path) => steps.push(Step::Remove { path: path.clone() }),
        }
    }
    commit(&staging, &steps)?;
    carry_out(&plan.folder, &steps, Run::Fresh)
}

/// Finishes or undoes what a killed run has left in `folder`; true when there was something to finish.
pub fn recover(folder: &Path) -> Result<bool, WriteError> {
    let staging = folder.join(STAGING);
    let commit = staging.join(COMMIT);
    if !commit.exists() {
        remove_folder(&staging)?;
        return Ok(false);
    }
    let text = fs::read_to_string(&commit).map_err(WriteError::io("read", &commit))?;
    let steps: Option<Vec<Step>> = text.lines().map(Step::parse).collect();
    let steps = steps.ok_or_else(|| {
        let garbled = io::Error::new(
            io::ErrorKind::InvalidData,
            "it is garbled; remove the folder it is in",
        );
        WriteError::io("read", &commit)(garbled)
    })?;
    carry_out(folder, &steps, Run::Interrupted)?;
    Ok(true)
}

/// Whether steps are carried out for the first time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Run {
    /// Yes: everything that is staged must be there.
    Fresh,
    /// No: a run before this one was killed, and may have done some of them.
    Interrupted,
}

/// One renaming or removal; each can be repeated without harm.
enum Step {
    Rename { staged: usize, path: String },
    Remove { path: String },
}

impl Step {
    fn line(&self) -> String {
        match self {
            Self::Rename { staged, path } => format!("{staged} {path}\n"),
            Self::Remove { path } => format!("- {path}\n"),
        }
    }

    fn parse(line: &str) -> Option<Self> {
        let (what, path) = line.split_once(' ')?;
        let path = Some(path.to_owned()).filter(|path| is_inside(path))?;
        match what {
            "-" => Some(Self::Remove { path }),
            staged => Some(Self::Rename {
                staged: staged.parse().ok()?,
                path,
            }),
        }
    }
}

/// Writes the list of steps under another name and renames it, so that it is there whole or not at all.
fn commit(staging: &Path, steps: &[Step]) -> Result<(), WriteError> {
    let draft = staging.join("commit.draft");
    write_file(&draft, &steps.iter().map(Step::line).collect::<String>())?;
    rename(&draft, &staging.join(COMMIT))
}

fn carry_out(folder: &Path, steps: &[Step], run: Run) -> Result<(), WriteError> {
    let staging = folder.join(STAGING);
    for step in steps {
        match step {
            Step::Rename { staged, path } => {
                let (from, to) = (staging.join(staged.to_string()), folder.join(path));
                if run == Run::Interrupted && !from.exists() {
                    // It was renamed before the run was killed.
                    continue;
                }
                refuse_foreign(folder, path)?;
                to.parent().map_or(Ok(()), create_folder)?;
                rename(&from, &to)?;
            }
            Step::Remove { path } => {
                refuse_foreign(folder, path)?;
                remove_emitted(folder, path)?;
            }
        }
    }
    remove_folder(&staging)
}

/// Fails when a file that was not emitted stands where an emitted one goes or was.
fn refuse_foreign(folder: &Path, path: &str) -> Result<(), WriteError> {
    let target = folder.join(path);
    let is_foreign = match fs::read(&target) {
        Ok(bytes) => !is_emitted(&bytes),
        Err(_) => target.exists(),
    };
    if is_foreign {
        return Err(WriteError::Foreign(Foreign {
            folder: folder.to_owned(),
            files: vec![PathBuf::from(path)],
            ground: Ground::InOwnedPlace,
        }));
    }
    Ok(())
}

/// Removes a stale file and the folders that it leaves empty.
fn remove_emitted(folder: &Path, path: &str) -> Result<(), WriteError> {
    let file = folder.join(path);
    if file.exists() {
        fs::remove_file(&file).map_err(WriteError::io("remove", &file))?;
    }
    let mut parent = PathBuf::from(path);
    while parent.pop() && parent.components().next().is_some() {
        // It fails when the folder is not empty, and then it must stay.
        if fs::remove_dir(folder.join(&parent)).is_err() {
            break;
        }
    }
    Ok(())
}

fn create_folder(path: &Path) -> Result<(), WriteError> {
    fs::create_dir_all(path).map_err(WriteError::io("create", path))
}

fn remove_folder(path: &Path) -> Result<(), WriteError> {
    if path.exists() {
        fs::remove_dir_all(path).map_err(WriteError::io("remove", path))?;
    }
    Ok(())
}

fn write_file(path: &Path, text: &str) -> Result<(), WriteError> {
    fs::write(path, text).map_err(WriteError::io("write", path))
}

fn rename(from: &Path, to: &Path) -> Result<(), WriteError> {
    fs::rename(from, to).map_err(WriteError::io("rename", to))
}
