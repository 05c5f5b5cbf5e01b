//! One crate with a client for each description of a folder.
//!
//! In: the folder. Out: the crate, a module and a feature for each description.
//! Never: reads more of a description than its title and version, and whether it has security schemes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use armature_codegen::diagnostic::Diagnostics;
use armature_codegen::load::FolderSource;
use armature_codegen::manifest::{Manifest, ManifestText};
use armature_codegen::outcome::Report;
use armature_codegen::write;
use serde::Deserialize;
use serde::de::IgnoredAny;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::codegen::input::paths::{absolute, cannot, read};
use crate::codegen::report::{Failure, say};
use crate::linked;
use crate::own;

/// Name of the crate.
const PACKAGE: &str = "conformance-clients";

/// The manifest as messages show it.
const MANIFEST: &str = "conformance/clients.toml";

/// What is read of a description.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Description {
    info: Info,
    #[serde(default)]
    security_definitions: BTreeMap<String, IgnoredAny>,
    #[serde(default)]
    components: Components,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Components {
    #[serde(default)]
    security_schemes: BTreeMap<String, IgnoredAny>,
}

#[derive(Deserialize)]
struct Info {
    title: String,
    version: String,
}

/// Generates the crate in `folder`. When `only` names files, for no others.
///
/// # Errors
///
/// A folder or file that cannot be read, and whatever makes a description one that nothing can be generated from.
pub fn generate(descriptions: &Path, folder: &Path, only: &[String]) -> Result<(), Failure> {
    let files = files(descriptions, only)?;
    let mut services = ArrayOfTables::new();
    for file in &files {
        services.push(service(file, &service_name(file))?);
    }
    let manifest = manifest(services)?;
    let source = FolderSource {
        root: descriptions.to_owned(),
        label: format!("{}/", descriptions.display()),
    };
    write::recover(folder)?;
    let generated =
        armature_codegen::generate(&manifest, &source, Diagnostics::default(), &mut |_| ())?;
    let statistics = generated.statistics;
    let warnings: usize = generated.warnings.counts.values().sum();
    let report = folder.with_extension("log");
    fs::write(&report, generated.warnings.to_string())
        .map_err(|error| cannot("write", &report, &error))?;
    write::apply(&write::plan(generated.files, folder)?)?;
    say(&format!(
        "{} descriptions, {} operations; {warnings} warnings are in {}",
        files.len(),
        statistics.operations,
        report.display()
    ));
    Ok(())
}

/// Writes the workspace that the crate in `folder/member` is a member of: this repository's with other members. What is
/// inherited from it is the same, but its own crates are named by their whole path.
///
/// # Errors
///
/// A file cannot be read or written.
pub fn write_workspace(folder: &Path, member: &str) -> Result<(), Failure> {
    let root = absolute(own::root())?;
    let mut workspace = linked::document(&root.join("Cargo.toml"))?;
    workspace.retain(|key, _| key == "workspace");
    workspace["workspace"]["members"] = value(toml_edit::Array::from_iter([member]));
    if let Some(dependencies) = workspace["workspace"]["dependencies"].as_table_like_mut() {
        for (_, dependency) in dependencies.iter_mut() {
            let path = dependency.get("path").and_then(Item::as_str);
            if let Some(path) = path.map(|path| root.join(path).display().to_string()) {
                dependency["path"] = value(path);
            }
        }
    }
    linked::put(&folder.join("Cargo.toml"), &workspace.to_string())
}

fn files(descriptions: &Path, only: &[String]) -> Result<Vec<PathBuf>, Failure> {
    let entries = descriptions
        .read_dir()
        .map_err(|error| cannot("read", descriptions, &error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry
            .map_err(|error| cannot("read", descriptions, &error))?
            .path();
        let is_description =
            ["json", "yaml"].map(|ending| path.extension().is_some_and(|it| it == ending));
        if path.is_file() && is_description.contains(&true) {
            files.push(path);
        }
    }
    files.sort();
    if !only.is_empty() {
        let stem = |path: &Path| {
            path.file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        };
        files.retain(|path| {
            only.iter().any(|name| {
                let name = name.strip_suffix(".json").unwrap_or(name);
                name.strip_suffix(".yaml").unwrap_or(name) == stem(path)
            })
        });
    }
    if files.is_empty() {
        let wanted = match only {
            [] => String::new(),
            only => format!(" `{}`", only.join("`, `")),
        };
        return Err(Failure::new(format!(
            "error: {} holds no description{wanted}\n   = help: descriptions are *.json and *.yaml; `--only` is the name of one",
            descriptions.display()
        )));
    }
    Ok(files)
}

fn service(file: &Path, name: &str) -> Result<Table, Failure> {
    let text = read(file)?;
    let text = text.trim_start_matches('\u{feff}');
    let description: Description = serde_yaml::from_str(text).map_err(|error| {
        Failure::new(format!(
            "error: {} is no description: {error}",
            file.display()
        ))
    })?;
    let mut version = Table::new();
    version.insert("version", value(description.info.version));
    let input = file.file_name().unwrap_or_default().to_string_lossy();
    version.insert("inputs", value(toml_edit::Array::from_iter([&*input])));
    let mut versions = ArrayOfTables::new();
    versions.push(version);
    let mut service = Table::new();
    service.insert("name", value(name));
    service.insert("title", value(description.info.title.trim()));
    // Such a description says nothing about authorization, and its server is none of Azure's.
    if description.security_definitions.is_empty()
        && description.components.security_schemes.is_empty()
    {
        service.insert("authentication", value("anonymous"));
    }
    service.insert("version", Item::ArrayOfTables(versions));
    Ok(service)
}

fn manifest(services: ArrayOfTables) -> Result<Manifest, Failure> {
    let mut package = Table::new();
    for (key, text) in [
        ("name", PACKAGE),
        ("version", "0.1.0"),
        ("description", "Clients of descriptions under test"),
        ("output", "clients"),
    ] {
        package.insert(key, value(text));
    }
    let mut document = DocumentMut::new();
    document.insert("package", Item::Table(package));
    document.insert("service", Item::ArrayOfTables(services));
    let text = document.to_string();
    Manifest::from_toml(MANIFEST, &text)
        .map_err(|found| Report::new(found, &ManifestText::new(MANIFEST, &text)).into())
}

/// The description's name as a module's: `custom-base-url` for `custom-baseUrl.json`.
fn service_name(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut name = String::new();
    let mut before = ' ';
    for letter in stem.chars() {
        let starts_word = letter.is_ascii_uppercase() && before.is_ascii_lowercase();
        if (starts_word || !letter.is_ascii_alphanumeric()) && !name.ends_with('-') {
            name.push('-');
        }
        if letter.is_ascii_alphanumeric() {
            name.push(letter.to_ascii_lowercase());
        }
        before = letter;
    }
    name.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_is_named_after_its_file() {
        for (file, name) in [
            ("url.json", "url"),
            ("custom-baseUrl.json", "custom-base-url"),
            ("body-boolean.quirks.json", "body-boolean-quirks"),
            ("media_types.yaml", "media-types"),
        ] {
            assert_eq!(service_name(Path::new(file)), name);
        }
    }
}
