//! The workspace around the generated crates, which lets one run of cargo check them all.
//!
//! In: the files of a crate; the folders of crates.
//! Out: a crate that may be a member; `Cargo.toml` and `Cargo.lock` of the workspace.
//! Never: changes anything about a crate but whose member it is.

use std::fs;
use std::path::Path;

use armature_codegen::source_file::SourceFile;
use toml_edit::{Array, DocumentMut, Item, Table, value};

use crate::codegen::input::paths::{cannot, read};
use crate::codegen::report::Failure;
use crate::own;

const MANIFEST: &str = "Cargo.toml";
const LOCK: &str = "Cargo.lock";

/// Takes the `[workspace]` table out of a crate that stands alone: with it, it could be no member.
///
/// # Errors
///
/// The manifest is no TOML, which is a fault of the generator.
pub fn adopt(files: &mut [SourceFile]) -> Result<(), Failure> {
    for file in files.iter_mut().filter(|file| file.path == MANIFEST) {
        let mut manifest = document(&file.path, &file.text)?;
        manifest.remove("workspace");
        file.text = manifest.to_string();
    }
    Ok(())
}

/// Writes the workspace of `members`, with the profile and the versions of this one, so that what is compiled for one is compiled for both.
///
/// # Errors
///
/// A file that cannot be read or written.
pub fn write(out: &Path, members: &[&str]) -> Result<(), Failure> {
    let own_manifest = own::root().join(MANIFEST);
    let own = document(&own_manifest.display().to_string(), &read(&own_manifest)?)?;

    let mut workspace = Table::new();
    workspace.insert("resolver", value("3"));
    workspace.insert("members", value(members.iter().copied().collect::<Array>()));
    let mut manifest = DocumentMut::new();
    manifest.insert("workspace", Item::Table(workspace));
    if let Some(development) = own
        .get("profile")
        .and_then(|profiles| profiles.get("dev")?.get("debug"))
    {
        let mut profile = Table::new();
        profile.insert("debug", development.clone());
        let mut profiles = Table::new();
        profiles.set_implicit(true);
        profiles.insert("dev", Item::Table(profile));
        manifest.insert("profile", Item::Table(profiles));
    }

    let (to, lock) = (out.join(MANIFEST), out.join(LOCK));
    fs::write(&to, manifest.to_string()).map_err(|error| cannot("write", &to, &error))?;
    let versions = read(&own::root().join(LOCK))?;
    fs::write(&lock, versions).map_err(|error| cannot("write", &lock, &error))
}

fn document(path: &str, text: &str) -> Result<DocumentMut, Failure> {
    text.parse()
        .map_err(|error| Failure::new(format!("error: {path} is no TOML: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_table_of_the_workspace_goes() {
        let file = |text: &str| SourceFile {
            path: MANIFEST.to_owned(),
            text: text.to_owned(),
        };
        let mut files = vec![file(
            "# Written by a command\n[package]\nname = \"a\"\n\n# Alone.\n[workspace]\n\n[dependencies]\nb = { version = \"1\" }\n",
        )];
        adopt(&mut files).unwrap();
        assert_eq!(
            files[0].text,
            "# Written by a command\n[package]\nname = \"a\"\n\n[dependencies]\nb = { version = \"1\" }\n"
        );
    }
}
