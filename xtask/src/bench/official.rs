//! The generated crate beside Microsoft's own for the same service.
//!
//! In: this workspace; the registry of cargo.
//! Out: for each crate its folder and features, so that both are checked alone and alike.
//! Never: makes that crate a dependency of anything that is built for other purposes. It lies below the workspace's target folder.

use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::MetadataCommand;
use toml_edit::{DocumentMut, Table};
use walkdir::WalkDir;

use crate::codegen::input::paths::{cannot, read};
use crate::codegen::report::Failure;
use crate::own;

/// Microsoft's crate for Key Vault certificates, and the version that is compared.
pub const PACKAGE: (&str, &str) = ("azure_security_keyvault_certificates", "1.0.1");

/// The feature of the generated crate that has the same operations.
pub const FEATURE: &str = "key-vault-7-4";

/// The generated crate.
pub fn ours() -> PathBuf {
    own::root().join("generated")
}

/// Fetches Microsoft's crate into `folder`, as a crate of its own with the versions of this workspace.
///
/// # Errors
///
/// The registry cannot be reached, or a file not be written.
pub fn fetch(folder: &Path) -> Result<PathBuf, Failure> {
    let scratch = folder.join("scratch");
    let manifest = format!(
        "[package]\nname = \"scratch\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{} = {{ version = \"={}\", default-features = false }}\n",
        PACKAGE.0, PACKAGE.1
    );
    write(&scratch.join("Cargo.toml"), &manifest)?;
    write(&scratch.join("src/lib.rs"), "//! Nothing.\n")?;
    write(
        &scratch.join("Cargo.lock"),
        &read(&own::root().join("Cargo.lock"))?,
    )?;

    let mut command = MetadataCommand::new();
    command.manifest_path(scratch.join("Cargo.toml"));
    let metadata = command.exec().map_err(|error| {
        Failure::new(format!("error: {} cannot be fetched: {error}", PACKAGE.0))
    })?;
    let mut packages = metadata.packages.iter();
    let package = packages
        .find(|package| package.name.as_str() == PACKAGE.0)
        .ok_or_else(|| Failure::new(format!("error: cargo does not know {}", PACKAGE.0)))?;
    let source = package
        .manifest_path
        .parent()
        .unwrap_or(&package.manifest_path);

    let to = folder.join("package");
    if to.exists() {
        fs::remove_dir_all(&to).map_err(|error| cannot("remove", &to, &error))?;
    }
    copy(source.as_std_path(), &to)?;
    let manifest = to.join("Cargo.toml");
    write(&manifest, &alone(&read(&manifest)?)?)?;
    write(&to.join("Cargo.lock"), &read(&scratch.join("Cargo.lock"))?)?;
    Ok(to)
}

/// The manifest of a crate that stands alone, without what only its tests need.
fn alone(manifest: &str) -> Result<String, Failure> {
    let mut document: DocumentMut = manifest.parse().map_err(|error| {
        Failure::new(format!(
            "error: the manifest of {} is no TOML: {error}",
            PACKAGE.0
        ))
    })?;
    for key in ["dev-dependencies", "test", "example", "bench"] {
        document.remove(key);
    }
    let targets = document
        .get_mut("target")
        .and_then(|item| item.as_table_mut());
    for (_, target) in targets.into_iter().flat_map(Table::iter_mut) {
        if let Some(target) = target.as_table_mut() {
            target.remove("dev-dependencies");
        }
    }
    document.insert("workspace", Table::new().into());
    Ok(document.to_string())
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    for entry in WalkDir::new(from) {
        let entry = entry.map_err(|error| Failure::new(format!("error: {error}")))?;
        let Ok(relative) = entry.path().strip_prefix(from) else {
            continue;
        };
        if entry.file_type().is_file() {
            let target = to.join(relative);
            make(&target)?;
            fs::copy(entry.path(), &target).map_err(|error| cannot("write", &target, &error))?;
        }
    }
    Ok(())
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    make(file)?;
    fs::write(file, text).map_err(|error| cannot("write", file, &error))
}

/// Makes the folder of a file.
fn make(file: &Path) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).map_err(|error| cannot("make", folder, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_tests_need_is_left_out() {
        let manifest = "[package]\nname = \"a\"\n\n[dependencies]\nb = \"1\"\n\n[dev-dependencies]\nc = \"1\"\n\n[[test]]\nname = \"t\"\n";
        let alone = alone(manifest).unwrap();
        assert!(
            alone.contains("b = \"1\"") && alone.contains("[workspace]"),
            "{alone}"
        );
        assert!(
            !alone.contains("dev-dependencies") && !alone.contains("test"),
            "{alone}"
        );
    }
}
