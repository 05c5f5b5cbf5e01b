//! From the command line to what `generate` takes: a manifest, a source and the folder to write to.

pub mod paths;
mod readme;

use std::path::{Path, PathBuf};

use armature_codegen::diagnostic::kinds::WARNINGS;
use armature_codegen::diagnostic::{Denial, Denied, Diagnostics};
use armature_codegen::load::FolderSource;
use armature_codegen::manifest::{Manifest, ManifestText};
use armature_codegen::outcome::Report;

use crate::codegen::Arguments;
use crate::codegen::report::Failure;
use paths::{parent, read, slashed};
pub use readme::ReadmeCrate;

pub use readme::{folder_below, specification_root};

/// The manifest, as seen from the root of the workspace.
const MANIFEST: &str = "specs/armature.toml";

/// Everything that one run needs.
pub struct Input {
    /// What to generate.
    pub manifest: Manifest,
    /// Where the descriptions are read from.
    pub source: FolderSource,
    /// The crate's folder.
    pub folder: PathBuf,
    /// What was doubtful about the manifest itself.
    pub doubts: Diagnostics,
}

impl Input {
    /// Reads the manifest, or the readme, that the command line names.
    pub fn read(arguments: &Arguments) -> Result<Self, Failure> {
        let mut input = match (&arguments.readme, &arguments.out, &arguments.manifest) {
            (Some(readme), Some(out), _) => Self::of_readme(&ReadmeCrate {
                readme,
                out,
                tag: arguments.tag.as_deref(),
                overlays: &arguments.overlay,
                name: arguments.name.as_deref(),
                client: arguments.client.as_deref(),
                root: arguments.root.as_deref(),
                runtime: arguments.runtime_path.as_deref(),
            })?,
            (_, _, Some(manifest)) => from_manifest(manifest)?,
            _ => from_manifest(&paths::found_upwards(Path::new(MANIFEST)))?,
        };
        if let Some(codes) = &arguments.strict {
            input.manifest.deny_warnings.push(strict(codes)?);
        }
        Ok(input)
    }
}

/// What `--strict` asks for.
fn strict(codes: &[String]) -> Result<Denial, Failure> {
    let warnings = match codes {
        [] => Denied::All,
        codes => Denied::These(codes.to_vec()),
    };
    if let Some((_, code)) = warnings.unknown().next() {
        return Err(Failure::new(format!(
            "error: `--strict`: there is no warning `{code}`\n   = help: the warnings are {}",
            WARNINGS.join(", ")
        )));
    }
    let because = "`--strict` on the command line".to_owned();
    Ok(Denial { warnings, because })
}

fn from_manifest(path: &Path) -> Result<Input, Failure> {
    let text = read(path)?;
    let path = paths::with_folder(path)?;
    let shown = slashed(&path);
    let manifest =
        Manifest::from_toml(&shown, &text).map_err(|found| report(found, &shown, &text))?;
    let root = parent(&path);
    let folder = parent(&root).join(&manifest.package.output);
    Ok(Input {
        manifest,
        source: source(root),
        folder,
        doubts: Diagnostics::default(),
    })
}

/// Reads below `root`, and says so in messages.
fn source(root: PathBuf) -> FolderSource {
    let label = match slashed(&root) {
        current if current.is_empty() => String::new(),
        folder => format!("{folder}/"),
    };
    let root = paths::or_current(&root).to_owned();
    FolderSource { root, label }
}

fn report(found: Diagnostics, path: &str, text: &str) -> Report {
    Report::new(found, &ManifestText::new(path, text))
}
