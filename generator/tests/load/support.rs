//! Loads fixtures and shows what came out.

use std::fmt::Write as _;
use std::path::Path;

use armature_codegen::diagnostic::Diagnostics;
use armature_codegen::diagnostic::render::{Colour, render};
use armature_codegen::load::{self, FolderSource, MemorySource, Source, SpecSet};
use armature_codegen::manifest::{
    Manifest, ManifestText, PackageManifest, ServiceManifest, VersionManifest,
};
use armature_codegen::model::{Runtime, Shape};

/// The result of loading.
pub struct Loaded {
    pub specs: SpecSet,
    pub diagnostics: Diagnostics,
}

impl Loaded {
    /// Code and message of all findings.
    pub fn findings(&self) -> Vec<String> {
        let list = self.diagnostics.list.iter();
        list.map(|one| format!("{} {}", one.code, one.message))
            .collect()
    }

    /// The findings as a user sees them.
    pub fn drawn(&self) -> String {
        render(&self.diagnostics, &self.specs, Colour::Never)
    }
}

/// Loads a file in `fixtures/load`.
pub fn fixture(input: &str) -> Loaded {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/load");
    let label = String::new();
    load_inputs(&[input], &FolderSource { root, label })
}

/// Loads `main.json` from memory.
pub fn main_json(text: &str) -> Loaded {
    load_inputs(
        &["main.json"],
        &MemorySource::default().with("main.json", text),
    )
}

/// Loads `main.yaml` from memory.
pub fn main_yaml(text: &str) -> Loaded {
    load_inputs(
        &["main.yaml"],
        &MemorySource::default().with("main.yaml", text),
    )
}

/// Loads some inputs as one api-version.
pub fn load_inputs(inputs: &[&str], source: &dyn Source) -> Loaded {
    load_manifest(&manifest(inputs), source)
}

/// Loads some inputs as one api-version of a service with these overlays.
pub fn load_overlaid(inputs: &[&str], overlays: &[&str], source: &dyn Source) -> Loaded {
    let mut manifest = manifest(inputs);
    manifest.services[0].overlays = overlays.iter().map(|path| (*path).to_owned()).collect();
    load_manifest(&manifest, source)
}

/// Loads everything a manifest names.
pub fn load_manifest(manifest: &Manifest, source: &dyn Source) -> Loaded {
    let mut diagnostics = Diagnostics::default();
    let specs = load::load(manifest, source, &mut diagnostics);
    Loaded { specs, diagnostics }
}

/// Documents, examples and findings in a readable form.
pub fn shown(loaded: &Loaded) -> String {
    let mut text = String::new();
    for document in loaded.specs.documents.values() {
        let mut api = serde_json::to_value(&document.api).unwrap();
        let members = api.as_object_mut().unwrap();
        members.shift_remove("openapi");
        members.shift_remove("info").unwrap();
        let api = serde_yaml::to_string(&api).unwrap();
        writeln!(text, "══ {}\n{api}", document.path).unwrap();
    }
    for (path, example) in &loaded.specs.examples {
        writeln!(text, "══ example {path}\n{example}\n").unwrap();
    }
    if !loaded.specs.extensions.is_empty() {
        writeln!(text, "══ extensions").unwrap();
    }
    for (name, places) in &loaded.specs.extensions {
        for place in places {
            writeln!(text, "{name}: {place}").unwrap();
        }
    }
    if !loaded.diagnostics.is_empty() {
        writeln!(text, "\n══ findings\n{}", loaded.drawn()).unwrap();
    }
    text
}

/// The manifest of one api-version with these inputs.
pub fn manifest(inputs: &[&str]) -> Manifest {
    Manifest {
        path: "armature.toml".to_owned(),
        text: ManifestText::default(),
        deny_warnings: Vec::new(),
        input_places: Default::default(),
        directives: Vec::new(),
        package: PackageManifest {
            name: "test".to_owned(),
            version: "0.1.0".to_owned(),
            description: String::new(),
            output: String::new(),
            shape: Shape::StandAlone,
            runtime: Runtime::Version("0.1.0".to_owned()),
            dev_dependencies: Vec::new(),
            command: String::new(),
        },
        services: vec![ServiceManifest {
            name: "test".to_owned(),
            title: "Test".to_owned(),
            description: None,
            client: None,
            authentication: None,
            overlays: Vec::new(),
            versions: vec![VersionManifest {
                version: "1".to_owned(),
                inputs: inputs.iter().map(|input| (*input).to_owned()).collect(),
            }],
        }],
        rename: Default::default(),
    }
}
