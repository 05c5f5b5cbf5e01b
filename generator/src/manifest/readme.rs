//! Reads an AutoRest readme: Markdown with YAML blocks, each with a condition.
//!
//! In: the text of a readme and, when given, a tag.
//! Out: a [`Manifest`] for a crate of its own, with one service and one version.
//! Never: reads files, carries out directives, or applies settings of other languages.
//!
//! How AutoRest's literate configuration is read:
//! - A block counts when its condition holds. `$(tag)` is the chosen tag, any other `$(name)` is not set.
//! - The default tag is the first `tag:` of a block that holds while no tag is chosen. A tag may also be asked for by the name of a flag that sets it.
//! - The inputs are all `input-file` of the blocks that count, each once, relative to the readme.
//!
//! One version of the manifest stands for the tag, although a tag may mix api-versions. It is the api-version when all inputs lie in folders
//! of one (`…/stable/2021-06-01/…`), and else empty: the version of each file (`info.version`) counts anyway.

mod blocks;
mod condition;
pub(super) mod directives;
mod tag;
mod titles;
mod words;

use indexmap::IndexMap;

use super::{
    Manifest, ManifestText, PackageManifest, ServiceManifest, VersionManifest, check, paths,
};
use super::{Runtime, Shape};
use crate::diagnostic::Diagnostics;
use crate::location::Place;

pub use words::DirectiveWord;

/// Which readme to read, and for which crate.
#[derive(Clone, Debug)]
pub struct ReadmeRequest<'a> {
    /// Path of the readme as messages shall show it.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Its folder relative to the source root, with `/`; empty for the root itself.
    pub folder: &'a str,
    /// The tag, or a flag that sets one; without it the readme's default.
    pub tag: Option<&'a str>,
    /// Output folder, as given.
    pub output: &'a str,
    /// How the crate's `Cargo.toml` names the runtime.
    pub runtime: Runtime,
    /// The command that repeats the run.
    pub command: &'a str,
    /// Package name instead of the one made of the folder.
    pub package: Option<&'a str>,
}

/// The tags of a readme that have input files, in the order of the readme.
pub fn tags(text: &str) -> Vec<String> {
    tag::usable(&blocks::blocks(text))
}

/// Whether a readme says anything to AutoRest: it has YAML blocks. Others are read by people alone.
pub fn has_settings(text: &str) -> bool {
    !blocks::blocks(text).is_empty()
}

/// The members and sources of a readme's directives with the lines of these, for all tags: those of blocks for other languages are left out.
pub fn directive_words(text: &str) -> Vec<(DirectiveWord, usize)> {
    words::words(&blocks::blocks(text))
}

impl Manifest {
    /// Makes a manifest of a readme and a tag, and says what was doubtful about it.
    ///
    /// # Errors
    ///
    /// No such tag, a tag without inputs, no default tag, YAML that cannot be read, an input that leads out of the source root.
    pub fn from_readme(request: &ReadmeRequest<'_>) -> Result<(Self, Diagnostics), Diagnostics> {
        let mut diagnostics = Diagnostics::default();
        if let Some(name) = request.package {
            check::package_name(name, &Place::document(request.path), &mut diagnostics);
        }
        let blocks = blocks::blocks(request.text);
        let settings = tag::choose(request.path, &blocks, request.tag, &mut diagnostics);
        diagnostics.stop_if_errors()?;
        let settings = settings.unwrap_or_default();
        let gathered = tag::gather(request.path, &blocks, &settings, &mut diagnostics);
        let inputs = inputs(request, &gathered, &mut diagnostics);
        if inputs.is_empty() && !diagnostics.has_errors() {
            let tag = settings.tag.as_deref().unwrap_or_default();
            let place = Place::document(request.path);
            diagnostics.tag_without_inputs(&place, tag, &tag::usable(&blocks));
        }
        diagnostics.stop_if_errors()?;
        let manifest = manifest(request, &settings.flags, gathered, inputs);
        Ok((manifest, diagnostics))
    }
}

fn inputs(
    request: &ReadmeRequest<'_>,
    gathered: &tag::Gathered,
    diagnostics: &mut Diagnostics,
) -> IndexMap<String, Place> {
    let mut inputs = IndexMap::new();
    for (spelled, place) in &gathered.inputs {
        match paths::from_readme(request.folder, spelled) {
            Some(path) => drop(inputs.entry(path).or_insert(place.clone())),
            None => diagnostics.wrong_input_path(place, spelled),
        }
    }
    inputs
}

fn manifest(
    request: &ReadmeRequest<'_>,
    flags: &[String],
    gathered: tag::Gathered,
    input_places: IndexMap<String, Place>,
) -> Manifest {
    let inputs: Vec<String> = input_places.keys().cloned().collect();
    let folders = titles::folders(request.folder);
    let title = titles::title(gathered.title.as_deref(), &folders);
    let package = match request.package {
        Some(name) => name.to_owned(),
        None => titles::package(&folders, flags),
    };
    Manifest {
        path: request.path.to_owned(),
        text: ManifestText::new(request.path, request.text),
        deny_warnings: Vec::new(),
        package: PackageManifest {
            name: package,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            description: format!("Client for {title}"),
            output: request.output.to_owned(),
            shape: Shape::StandAlone,
            runtime: request.runtime.clone(),
            dev_dependencies: Vec::new(),
            command: request.command.to_owned(),
        },
        services: vec![ServiceManifest {
            name: titles::service(&folders),
            title,
            description: gathered.description,
            client: gathered.title.as_deref().map(titles::client),
            authentication: None,
            overlays: Vec::new(),
            versions: vec![VersionManifest {
                version: titles::version(&inputs),
                inputs,
            }],
        }],
        input_places,
        directives: gathered.directives,
        rename: IndexMap::new(),
    }
}
