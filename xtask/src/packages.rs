//! The packages of a folder of descriptions: those that its `packages.json` lists, else every AutoRest readme that names inputs.
//!
//! In: the folder.
//! Out: one [`Package`] for each, in the order of the list, or of the paths.
//! Never: reads descriptions.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::codegen::Failure;

/// A readme and the tag of it that is meant.
#[derive(Clone, Debug)]
pub struct Package {
    /// What it is called in tables: `keyvault/data-plane`.
    pub name: String,
    /// Its readme.
    pub readme: PathBuf,
    /// The tag; the readme's default when there is none.
    pub tag: Option<String>,
}

/// The list of packages in a folder.
const LIST: &str = "packages.json";

/// An entry of the list. It may have more members.
#[derive(Deserialize)]
struct Entry {
    name: String,
    readme: PathBuf,
    tag: Option<String>,
}

/// The packages of a folder.
///
/// # Errors
///
/// The folder or its list cannot be read, or there is no package.
pub fn find(folder: &Path) -> Result<Vec<Package>, Failure> {
    let list = folder.join(LIST);
    let packages = if list.is_file() {
        listed(folder, &list)?
    } else {
        found(folder)?
    };
    if packages.is_empty() {
        return Err(Failure::new(format!(
            "error: {} holds no packages\n   = help: name a folder with a {LIST}, or with AutoRest readmes that have `input-file`",
            folder.display()
        )));
    }
    Ok(packages)
}

fn listed(folder: &Path, list: &Path) -> Result<Vec<Package>, Failure> {
    let text = fs::read(list).map_err(|error| unreadable(list, &error.to_string()))?;
    let entries: Vec<Entry> =
        serde_json::from_slice(&text).map_err(|error| unreadable(list, &error.to_string()))?;
    let packages = entries.into_iter().map(|entry| Package {
        name: entry.name,
        readme: folder.join(entry.readme),
        tag: entry.tag,
    });
    Ok(packages.collect())
}

/// Every `readme.md` below the folder whose YAML blocks name inputs; those of languages and of tools do not.
fn found(folder: &Path) -> Result<Vec<Package>, Failure> {
    let mut readmes = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries = fs::read_dir(&next).map_err(|error| unreadable(&next, &error.to_string()))?;
        for entry in entries.flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().to_ascii_lowercase();
            // A link may lead back up.
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            if path.is_dir() && !is_link && !name.starts_with('.') {
                folders.push(path);
            } else if name == "readme.md" {
                readmes.push(path);
            }
        }
    }
    readmes.sort();
    let packages = readmes.into_iter().filter_map(|readme| {
        let text = fs::read_to_string(&readme).ok()?;
        let names_inputs = !armature_codegen::manifest::tags(&text).is_empty();
        names_inputs.then(|| Package {
            name: name(folder, &readme),
            readme,
            tag: None,
        })
    });
    Ok(packages.collect())
}

/// The folder of a readme below the given one, without the `specification` of Azure's repository.
fn name(folder: &Path, readme: &Path) -> String {
    let below = readme.parent().unwrap_or(readme);
    let below = below.strip_prefix(folder).unwrap_or(below);
    let below = below.strip_prefix("specification").unwrap_or(below);
    below.to_string_lossy().replace('\\', "/")
}

fn unreadable(path: &Path, reason: &str) -> Failure {
    Failure::new(format!(
        "error: cannot read {}: {reason}\n   = help: name a folder of Azure's descriptions",
        path.display()
    ))
}
