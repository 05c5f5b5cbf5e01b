//! Checks the values of a manifest.
//!
//! In: a manifest as it was read.
//! Out: everything in it that may not be so, with its place.
//! Never: changes it, or looks at the files it names.

use std::collections::BTreeMap;

use super::{Authentication, Manifest, PackageManifest, ServiceManifest, VersionManifest, paths};
use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::name::Name;

/// All faults of a manifest, in its order.
pub(super) fn check(manifest: &Manifest) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let root = Place::document(&manifest.path);
    let list = root.key("deny-warnings");
    for denial in &manifest.deny_warnings {
        for (index, code) in denial.warnings.unknown() {
            diagnostics.no_such_warning(&list.index(index), code);
        }
    }
    package(&manifest.package, &root.key("package"), &mut diagnostics);
    let list = root.key("service");
    if manifest.services.is_empty() {
        diagnostics.empty_manifest_list(&root, "service", "service: `[[service]]`");
    }
    for (index, entry) in manifest.services.iter().enumerate() {
        service(entry, &list.index(index), &mut diagnostics);
    }
    let names = manifest.services.iter().map(|service| service.name.clone());
    let place = |index| list.index(index).key("name");
    unique("service", names, place, &mut diagnostics);
    for (key, name) in &manifest.rename {
        rename(key, name, &root.key("rename").key(key), &mut diagnostics);
    }
    diagnostics
}

fn package(package: &PackageManifest, place: &Place, diagnostics: &mut Diagnostics) {
    let values = [
        ("name", &package.name, KEBAB),
        ("version", &package.version, SEMVER),
        ("description", &package.description, ONE_LINE),
        ("output", &package.output, FOLDER),
    ];
    for (key, value, rule) in values {
        rule.check(value, &place.key(key), diagnostics);
    }
    let list = place.key("dev-dependencies");
    for (index, name) in package.dev_dependencies.iter().enumerate() {
        if !(DEV_DEPENDENCY.holds)(name) {
            diagnostics.wrong_manifest_value(
                &list.index(index),
                "dev-dependencies",
                name,
                DEV_DEPENDENCY.expected,
            );
        }
    }
    let names = package.dev_dependencies.iter().cloned();
    let place = |index| list.index(index);
    unique("dev-dependency", names, place, diagnostics);
}

fn service(service: &ServiceManifest, place: &Place, diagnostics: &mut Diagnostics) {
    SERVICE.check(&service.name, &place.key("name"), diagnostics);
    ONE_LINE.check(&service.title, &place.key("title"), diagnostics);
    if let Some(client) = &service.client {
        CLIENT.check(client, &place.key("client"), diagnostics);
    }
    if let Some(Authentication::Scope(scope)) = &service.authentication {
        SCOPE.check(scope, &place.key("authentication"), diagnostics);
    }
    let list = place.key("overlays");
    for (index, path) in service.overlays.iter().enumerate() {
        if !paths::is_below_root(path) {
            diagnostics.wrong_overlay_path(&list.index(index), path);
        }
    }
    let overlays = service.overlays.iter().cloned();
    unique("overlay", overlays, |index| list.index(index), diagnostics);
    let list = place.key("version");
    if service.versions.is_empty() {
        diagnostics.empty_manifest_list(place, "version", "version: `[[service.version]]`");
    }
    for (index, entry) in service.versions.iter().enumerate() {
        version(entry, &list.index(index), diagnostics);
    }
    // `7.4` and `7-4` would be the same module.
    let versions = service.versions.iter();
    let modules = versions.map(|version| Name::from_wire(&version.version).snake());
    let place = |index| list.index(index).key("version");
    unique("version", modules, place, diagnostics);
}

fn version(version: &VersionManifest, place: &Place, diagnostics: &mut Diagnostics) {
    API_VERSION.check(&version.version, &place.key("version"), diagnostics);
    let list = place.key("inputs");
    if version.inputs.is_empty() {
        diagnostics.empty_manifest_list(&list, "inputs", "description file");
    }
    for (index, path) in version.inputs.iter().enumerate() {
        if !paths::is_below_root(path) {
            diagnostics.wrong_input_path(&list.index(index), path);
        }
    }
    let inputs = version.inputs.iter().cloned();
    unique("input", inputs, |index| list.index(index), diagnostics);
}

fn rename(key: &str, name: &str, place: &Place, diagnostics: &mut Diagnostics) {
    if !(PLACE.holds)(key) {
        diagnostics.wrong_manifest_value(place, "rename", key, PLACE.expected);
    }
    RENAMED.check(name, place, diagnostics);
}

/// Checks the name of a package that was not given in a manifest file. `place` stands for where it was given.
pub(super) fn package_name(name: &str, place: &Place, diagnostics: &mut Diagnostics) {
    if !(KEBAB.holds)(name) {
        diagnostics.wrong_manifest_value(place, "name", name, KEBAB.expected);
    }
}

/// What a value must be like.
struct Rule {
    /// Whether a value is.
    holds: fn(&str) -> bool,
    /// What would be, to complete "write …".
    expected: &'static str,
}

impl Rule {
    /// Reports a value that is not as it must be, under the key that its place ends with.
    fn check(&self, value: &str, place: &Place, diagnostics: &mut Diagnostics) {
        if !(self.holds)(value) {
            let key = place.steps().last().unwrap_or_default();
            diagnostics.wrong_manifest_value(place, &key, value, self.expected);
        }
    }
}

/// Names of packages and services: they become names of crates, features and modules.
const KEBAB: Rule = Rule {
    holds: |text| {
        let is_small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        text.starts_with(|c: char| c.is_ascii_lowercase())
            && text
                .split('-')
                .all(|word| !word.is_empty() && word.chars().all(is_small))
    },
    expected: "small letters, digits and single `-`, first a letter: `key-vault`",
};

/// Names of services: a feature of each, beside those that every crate has.
const SERVICE: Rule = Rule {
    holds: |text| (KEBAB.holds)(text) && !["default", "dispatch"].contains(&text),
    expected: "small letters, digits and single `-`, first a letter: `key-vault`; neither `default` nor `dispatch`, which are features of \
               every crate",
};

const ONE_LINE: Rule = Rule {
    holds: |text| !text.trim().is_empty() && !text.contains(char::is_control),
    expected: "one line of text",
};

const SEMVER: Rule = Rule {
    holds: |text| semver::Version::parse(text).is_ok(),
    expected: "a version by SemVer, such as `0.1.0`",
};

const FOLDER: Rule = Rule {
    holds: paths::is_below_root,
    expected: "a relative path with `/` and without `..`, such as `generated`",
};

/// Names of dependencies in the workspace's `Cargo.toml`. Some are always there, and would be there twice.
const DEV_DEPENDENCY: Rule = Rule {
    holds: |text| {
        const ALWAYS: [&str; 5] = [
            "armature-runtime",
            "azure_core",
            "azure_identity",
            "futures",
            "tokio",
        ];
        let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(is_sign)
            && !ALWAYS.contains(&text)
    },
    expected: "a dependency of the workspace that the emitted `Cargo.toml` does not name by itself",
};

const CLIENT: Rule = Rule {
    holds: |text| {
        text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.ends_with("Client")
            && text.chars().all(|c| c.is_ascii_alphanumeric())
    },
    expected: "a type name that ends in `Client`, such as `CertificateClient`",
};

const SCOPE: Rule = Rule {
    holds: |text| text.starts_with("https://") && !text.contains(char::is_whitespace),
    expected: "a scope such as `https://vault.azure.net/.default`",
};

const API_VERSION: Rule = Rule {
    holds: |text| {
        text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
    },
    expected: "the api-version as it is sent, such as `2024-05-01` or `7.4`",
};

const PLACE: Rule = Rule {
    holds: |text| {
        text.split_once('#')
            .is_some_and(|(path, pointer)| paths::is_below_root(path) && pointer.starts_with('/'))
    },
    expected: "a file and a JSON pointer: `path/of/file.json#/definitions/Name`",
};

const RENAMED: Rule = Rule {
    holds: |text| text.contains(|c: char| c.is_ascii_alphabetic()),
    expected: "a name with at least one letter",
};

/// Finds names that occur twice.
fn unique(
    what: &str,
    names: impl Iterator<Item = String>,
    place: impl Fn(usize) -> Place,
    diagnostics: &mut Diagnostics,
) {
    let mut first_uses: BTreeMap<String, usize> = BTreeMap::new();
    for (index, name) in names.enumerate() {
        match first_uses.get(&name) {
            Some(&first) => {
                diagnostics.manifest_name_twice(&place(index), &place(first), what, &name);
            }
            None => {
                first_uses.insert(name, index);
            }
        }
    }
}
