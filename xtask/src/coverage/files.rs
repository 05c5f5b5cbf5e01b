//! The readmes of packages and the descriptions that they reach, each read and walked once.
//!
//! In: a package.
//! Out: its readme and the files that its tag's inputs reach, and what was met in each.
//! Never: converts anything.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use armature_codegen::load::{FolderSource, Source};
use armature_codegen::manifest::{Manifest, ReadmeRequest, Runtime};
use armature_codegen::outcome::Report;
use indexmap::IndexMap;
use serde_json::Value;

use super::readme;
use super::walk::{self, Met};
use crate::codegen::Failure;
use crate::codegen::input::paths::read;
use crate::codegen::input::{folder_below, specification_root};
use crate::packages::Package;

/// The files of a package, by their indices.
pub struct Reached {
    /// Its readme.
    pub readme: usize,
    /// What its tag's inputs reach.
    pub descriptions: BTreeSet<usize>,
}

/// All files walked, by path.
#[derive(Default)]
pub struct Files {
    walked: IndexMap<PathBuf, Result<Met, String>>,
}

impl Files {
    /// The files that a package reaches.
    ///
    /// # Errors
    ///
    /// Its readme has no such tag, or one of the files cannot be read.
    pub fn of_package(&mut self, package: &Package) -> Result<Reached, Failure> {
        let text = read(&package.readme)?;
        let root = specification_root(&package.readme);
        let source = FolderSource {
            root: root.clone(),
            label: String::new(),
        };
        let mut reached = BTreeSet::new();
        let mut queue = inputs(package, &text, &root)?;
        let mut seen: BTreeSet<String> = queue.iter().cloned().collect();
        while let Some(path) = queue.pop() {
            let (index, met) = self.walked(&source, &path)?;
            reached.insert(index);
            for file in &met.files {
                if seen.insert(file.clone()) {
                    queue.push(file.clone());
                }
            }
        }
        Ok(Reached {
            readme: self.readme(&package.readme, &text),
            descriptions: reached,
        })
    }

    fn readme(&mut self, path: &Path, text: &str) -> usize {
        let entry = self.walked.entry(path.to_owned());
        let index = entry.index();
        let _ = entry.or_insert_with(|| Ok(readme::directives(text)));
        index
    }

    /// What was met in a file.
    pub fn met(&self, index: usize) -> Option<&Met> {
        let (_, met) = self.walked.get_index(index)?;
        met.as_ref().ok()
    }

    /// The path of a file.
    pub fn path(&self, index: usize) -> Option<&Path> {
        self.walked.get_index(index).map(|(path, _)| path.as_path())
    }

    fn walked(&mut self, source: &FolderSource, path: &str) -> Result<(usize, &Met), Failure> {
        let file = source.root.join(path);
        let entry = self.walked.entry(file.clone());
        let index = entry.index();
        let met = entry.or_insert_with(|| {
            let value = parsed(source, path)?;
            Ok(walk::document(path, &value))
        });
        match met {
            Ok(met) => Ok((index, met)),
            Err(reason) => Err(Failure::new(format!(
                "error: cannot read {}: {reason}",
                file.display()
            ))),
        }
    }
}

/// The inputs of a package's tag, relative to the root. `text` is that of its readme.
fn inputs(package: &Package, text: &str, root: &Path) -> Result<Vec<String>, Failure> {
    let shown = package.readme.display().to_string();
    let folder = package.readme.parent().unwrap_or(Path::new(""));
    let request = ReadmeRequest {
        path: &shown,
        text,
        folder: &folder_below(root, folder)?,
        tag: package.tag.as_deref(),
        output: "",
        runtime: Runtime::Version(String::new()),
        command: "",
        package: None,
    };
    let (manifest, _) = Manifest::from_readme(&request).map_err(|found| {
        let text = armature_codegen::manifest::ManifestText::new(&shown, text);
        Failure::from(Report::new(found, &text))
    })?;
    let versions = manifest.services.into_iter().flat_map(|one| one.versions);
    Ok(versions.flat_map(|version| version.inputs).collect())
}

fn parsed(source: &FolderSource, path: &str) -> Result<Value, String> {
    let bytes = source
        .read(path)
        .map_err(|error| format!("{error:?}").to_lowercase())?;
    let is_yaml = [".yaml", ".yml"].iter().any(|end| path.ends_with(end));
    if is_yaml {
        return serde_yaml::from_slice(&bytes).map_err(|error| error.to_string());
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    serde_json::from_slice(text).map_err(|error| error.to_string())
}
