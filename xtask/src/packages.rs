//! The packages of a folder of descriptions.
//!
//! In: the folder, patterns for names.
//! Out: the packages, by name and without two of the same folder.
//! Never: reads what a readme says; a faulty one is a package, too, and fails when its turn comes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use armature_codegen::manifest;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use serde::Deserialize;
use walkdir::WalkDir;

use crate::codegen::input::paths::{cannot, parent, read, slashed};
use crate::codegen::report::Failure;

/// The list of packages that a folder may hold.
const LIST: &str = "packages.json";

/// The folder of Azure's descriptions; names of packages begin below it.
const SPECIFICATION: &str = "specification";

/// One crate to generate.
#[derive(Clone, Debug)]
pub struct Package {
    /// Folder of the readme: `keyvault/data-plane`. Where a readme stands for several, a list adds which: `resources/resource-manager#locks`.
    pub name: String,
    /// The name as a folder and as the end of a crate's name: `keyvault-data-plane`.
    pub folder: String,
    /// The AutoRest readme.
    pub readme: PathBuf,
    /// The tag to generate; without it the readme's default.
    pub tag: Option<String>,
}

/// An entry of the list; what else it says about a package is not needed here.
#[derive(Deserialize)]
struct Listed {
    name: String,
    readme: String,
    tag: Option<String>,
}

/// The packages of `folder` whose name matches one of `patterns`; all when there is none.
///
/// # Errors
///
/// A folder or list that cannot be read, a pattern that is none, no package.
pub fn wanted(folder: &Path, patterns: &[String]) -> Result<Vec<Package>, Failure> {
    let matching = matcher(patterns)?;
    let mut listed = match folder.join(LIST) {
        list if list.is_file() => from_list(&list)?,
        _ => found(folder)?,
    };
    listed.sort_by(|left, right| left.name.cmp(&right.name));
    let all = listed.len();
    listed.retain(|package| patterns.is_empty() || matching.is_match(&package.name));
    let folder_name = folder.display();
    match listed.is_empty() {
        true if all == 0 => Err(Failure::new(format!(
            "error: {folder_name} holds no packages\n   = help: name a folder with a {LIST}, or with AutoRest readmes"
        ))),
        true => Err(Failure::new(format!(
            "error: none of the {all} packages in {folder_name} is named so\n   = help: `--only` is held against the folder of a readme, as in `keyvault/*`"
        ))),
        false => Ok(named(folder, listed)),
    }
}

fn matcher(patterns: &[String]) -> Result<GlobSet, Failure> {
    let fault = |error: globset::Error| {
        Failure::new(format!(
            "error: `--only` is no pattern: {error}\n   = help: as in `keyvault/*` or `{{batch,monitor}}/*`"
        ))
    };
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(GlobBuilder::new(pattern).build().map_err(fault)?);
    }
    set.build().map_err(fault)
}

fn from_list(list: &Path) -> Result<Vec<Listed>, Failure> {
    serde_json::from_str(&read(list)?).map_err(|error| {
        Failure::new(format!(
            "error: {} is no list of packages: {error}\n   = help: it is an array of objects with `name`, `readme` and, where it is not the default, `tag`",
            list.display()
        ))
    })
}

/// Every readme below `folder` that has settings; the others are told, so that none is missed unseen.
fn found(folder: &Path) -> Result<Vec<Listed>, Failure> {
    let mut listed = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        if !entry.file_type().is_file() || !entry.file_name().eq_ignore_ascii_case("readme.md") {
            continue;
        }
        if !may_have_settings(entry.path())? {
            eprintln!(
                "no package, for it has no settings: {}",
                entry.path().display()
            );
            continue;
        }
        let readme = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        listed.push(Listed {
            name: name(&parent(readme)),
            readme: slashed(readme),
            tag: None,
        });
    }
    Ok(listed)
}

fn unreadable(folder: &Path, error: &walkdir::Error) -> Failure {
    let path = error.path().unwrap_or(folder);
    match error.io_error() {
        Some(cause) => cannot("read", path, cause),
        None => Failure::new(format!("error: {error}\n   = help: check the path")),
    }
}

/// A readme that is no text has its say when it is generated.
fn may_have_settings(readme: &Path) -> Result<bool, Failure> {
    let bytes = fs::read(readme).map_err(|error| cannot("read", readme, &error))?;
    Ok(String::from_utf8(bytes).map_or(true, |text| manifest::has_settings(&text)))
}

/// The folder below `specification`, or the whole of it.
fn name(folder: &Path) -> String {
    let name = slashed(folder);
    match name.strip_prefix(SPECIFICATION) {
        Some(below) if below.is_empty() || below.starts_with('/') => {
            below.trim_start_matches('/').to_owned()
        }
        _ => name,
    }
}

fn named(folder: &Path, listed: Vec<Listed>) -> Vec<Package> {
    let mut taken = BTreeSet::new();
    let packages = listed.into_iter().map(|listed| Package {
        folder: distinct(&kebab(&listed.name), &mut taken),
        readme: folder.join(listed.readme),
        name: listed.name,
        tag: listed.tag,
    });
    packages.collect()
}

/// A name with letters, digits and single hyphens only.
fn kebab(name: &str) -> String {
    let words = name
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    match words.collect::<Vec<_>>().join("-").to_ascii_lowercase() {
        empty if empty.is_empty() => "package".to_owned(),
        name => name,
    }
}

fn distinct(name: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2usize..).map(|number| format!("{name}-{number}"));
    let free = std::iter::once(name.to_owned())
        .chain(numbered)
        .find(|candidate| !taken.contains(candidate));
    let free = free.unwrap_or_else(|| name.to_owned());
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_folders_and_stay_distinct() {
        let mut taken = BTreeSet::new();
        let mut folder = |name: &str| distinct(&kebab(name), &mut taken);
        assert_eq!(
            folder("resources/resource-manager#locks"),
            "resources-resource-manager-locks"
        );
        assert_eq!(folder("Microsoft.A/b"), "microsoft-a-b");
        assert_eq!(folder("microsoft/a.b"), "microsoft-a-b-2");
        assert_eq!(folder("../ü"), "package");
    }

    #[test]
    fn a_name_begins_below_the_folder_of_descriptions() {
        assert_eq!(
            name(Path::new("specification/keyvault/data-plane")),
            "keyvault/data-plane"
        );
        assert_eq!(
            name(Path::new("specifications/keyvault")),
            "specifications/keyvault"
        );
        assert_eq!(name(Path::new("")), "");
    }
}
