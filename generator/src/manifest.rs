//! What to generate: services, api-versions and their description files.
//!
//! In: the text of `armature.toml` ([`Manifest::from_toml`]), or of an AutoRest readme and a tag ([`Manifest::from_readme`]).
//! Out: a [`Manifest`]; and a [`ManifestText`], which finds the lines that diagnostics about it show.
//! Never: reads files itself.

mod check;
mod choices;
mod directive;
mod file;
mod paths;
mod readme;
mod text;

use indexmap::IndexMap;

use crate::diagnostic::Denial;
use crate::location::Place;
use crate::treatment::Treatment;

pub use choices::{Authentication, Runtime, Shape};
pub use directive::{Directive, DirectiveChange, Parameters, Renaming, Subject};
pub use readme::{DirectiveWord, ReadmeRequest, directive_words, has_settings, tags};
pub use text::ManifestText;

/// Everything that one run generates: one crate.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// Its own path as written in messages: `specs/armature.toml`, `…/readme.md`.
    pub path: String,
    /// Its own text, in which findings about it are shown.
    pub text: ManifestText,
    /// The warnings that count as errors.
    pub deny_warnings: Vec<Denial>,
    /// The crate.
    pub package: PackageManifest,
    /// Its services, in order.
    pub services: Vec<ServiceManifest>,
    /// Where a readme names its inputs, by their path relative to the source root. A manifest file has places of its own.
    pub input_places: IndexMap<String, Place>,
    /// Changes that a readme makes to its descriptions, in order.
    pub directives: Vec<Directive>,
    /// Names chosen by hand: `file.json#/definitions/SkuName/enum/3` → `S1V2Alternative`. The key is a place in the source text.
    pub rename: IndexMap<String, String>,
}

/// The crate to write.
#[derive(Clone, Debug)]
pub struct PackageManifest {
    /// Package name.
    pub name: String,
    /// SemVer.
    pub version: String,
    /// One line.
    pub description: String,
    /// Output folder: relative to the manifest's own folder's parent for `armature.toml`, as given on the command line for a readme.
    pub output: String,
    /// Member of this workspace or a crate that stands alone.
    pub shape: Shape,
    /// How the runtime is named.
    pub runtime: Runtime,
    /// Dependencies of the workspace that tests and examples written by hand need. None in a crate that stands alone.
    pub dev_dependencies: Vec<String>,
    /// The command that repeats the run.
    pub command: String,
}

impl Manifest {
    /// The name of the folder of a manifest file, which is also the source root: `specs`. It is the last part of a path alone, so that no path of a machine
    /// gets into what is emitted. A readme has none: its root differs from checkout to checkout.
    pub fn source_folder(&self) -> Option<&str> {
        let (folder, file) = self.path.rsplit_once('/')?;
        let name = folder.rsplit('/').next()?;
        (file.ends_with(".toml") && !name.is_empty()).then_some(name)
    }

    /// Where an overlay is named, by the indices of service and overlay. In a readme that is the readme itself.
    pub fn overlay_place(&self, service: usize, overlay: usize) -> Place {
        let manifest = Place::document(&self.path);
        if !self.path.ends_with(".toml") {
            return manifest;
        }
        manifest
            .key("service")
            .index(service)
            .key("overlays")
            .index(overlay)
    }

    /// Where an input file is named, by the indices of service, version and input.
    pub fn input_place(&self, service: usize, version: usize, input: usize) -> Place {
        let manifest = Place::document(&self.path);
        if !self.path.ends_with(".toml") {
            let versions = self.services.get(service).map(|service| &service.versions);
            let version = versions.and_then(|versions| versions.get(version));
            let path = version.and_then(|version| version.inputs.get(input));
            let place = path.and_then(|path| self.input_places.get(path));
            return place.cloned().unwrap_or(manifest);
        }
        manifest
            .key("service")
            .index(service)
            .key("version")
            .index(version)
            .key("inputs")
            .index(input)
    }
}

/// What becomes of a member of a directive in a readme; `None` for one that is not known.
pub fn directive_member(name: &str) -> Option<Treatment> {
    readme::directives::member(name)
}

/// What becomes of the directives of a readme with this `from`.
pub fn directive_source(from: &str) -> Treatment {
    readme::directives::source(from)
}

/// One service.
#[derive(Clone, Debug)]
pub struct ServiceManifest {
    /// Module and feature prefix: `key-vault`.
    pub name: String,
    /// For texts: `Azure Key Vault certificates`.
    pub title: String,
    /// What it is, for the module page.
    pub description: Option<String>,
    /// Name of the root client instead of the one made of `info.title`.
    pub client: Option<String>,
    /// How requests are authorized instead of what the description implies.
    pub authentication: Option<Authentication>,
    /// Files with changes to its descriptions (OpenAPI overlays), in the order in which they are made, relative to the source root.
    pub overlays: Vec<String>,
    /// Oldest first.
    pub versions: Vec<VersionManifest>,
}

/// One api-version of a service.
#[derive(Clone, Debug)]
pub struct VersionManifest {
    /// As on the wire. Empty when a readme's inputs do not tell it by their folders: then `info.version` of the first input counts.
    pub version: String,
    /// Description files relative to the source root.
    pub inputs: Vec<String>,
}
