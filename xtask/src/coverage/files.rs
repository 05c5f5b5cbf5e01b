//! The descriptions that packages reach, each read and walked once.
//!
//! In: a package.
//! Out: the files that its tag's inputs reach, and what was met in each.
//! Never: converts anything.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use armature_codegen::load::{FolderSource, Source};
use armature_codegen::manifest::{Manifest, ReadmeRequest, Runtime};
use armature_codegen::outcome::Report;
use indexmap::IndexMap;
use serde_json::Value;

use super::walk::{self, Met};
use crate::codegen::Failure;
use crate::codegen::input::{folder_below, specification_root};
use crate::packages::Package;

/// All files walked, by path.
#[derive(Default)]
pub struct Files {
    walked: IndexMap<PathBuf, Result<Met, String>>,
}

impl Files {
    /// The files that a package reaches, by their indices.
    ///
    /// # Errors
    ///
    /// Its readme has no such tag, or one of the files cannot be read.
    pub fn of_package(&mut self, package: &Package) -> Result<BTreeSet<usize>, Failure> {
        let root = specification_root(&package.readme);
        let source = FolderSource {
            root: root.clone(),
            label: String::new(),
        };
        let mut reached = BTreeSet::new();
        let mut queue = inputs(package, &root)?;
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
        Ok(reached)
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

/// The inputs of a package's tag, relative to the root.
fn inputs(package: &Package, root: &Path) -> Result<Vec<String>, Failure> {
    let shown = package.readme.display().to_string();
    let text = fs::read_to_string(&package.readme)
        .map_err(|error| Failure::new(format!("error: cannot read {shown}: {error}")))?;
    let folder = package.readme.parent().unwrap_or(Path::new(""));
    let request = ReadmeRequest {
        path: &shown,
        text: &text,
        folder: &folder_below(root, folder)?,
        tag: package.tag.as_deref(),
        output: "",
        runtime: Runtime::Version(String::new()),
        command: "",
        package: None,
    };
    let (manifest, _) = Manifest::from_readme(&request).map_err(|found| {
        let text = armature_codegen::manifest::ManifestText::new(&shown, &text);
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
