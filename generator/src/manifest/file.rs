//! Reads `armature.toml`.
//!
//! In: its text.
//! Out: a [`Manifest`] whose values are all valid, or everything that is wrong with it.
//! Never: looks at the files it names.
//!
//! ```toml
//! deny-warnings = true            # optional: or a list of codes, as in `["A0304"]`
//!
//! [package]
//! name = "armature-certificates"
//! version = "0.1.0"
//! description = "Clients for Azure certificates"
//! output = "generated"            # relative to the folder that holds `specs/`
//! dev-dependencies = ["clap"]     # optional: dependencies of the workspace that examples written by hand need
//!
//! [[service]]                     # a module of the crate
//! name = "key-vault"
//! title = "Azure Key Vault certificates"
//! description = "Certificates in a vault"  # optional
//! client = "CertificateClient"    # optional: else the client is named after `info.title`
//! authentication = "challenge"    # optional: "challenge", "resource-manager", "anonymous" or { scope = "https://…/.default" }
//! overlays = ["overlays/key-vault.yaml"]  # optional: OpenAPI overlays, which change the inputs of all versions
//!
//! [[service.version]]             # oldest first
//! version = "7.4"
//! inputs = ["key-vault/7.4/certificates.json"]
//!
//! [rename]                        # a place in a description → its name in code
//! "key-vault/7.4/certificates.json#/definitions/Foo" = "Bar"
//! ```

use indexmap::IndexMap;
use serde::Deserialize;

use super::{Authentication, Runtime, Shape};
use super::{Manifest, ManifestText, PackageManifest, ServiceManifest, VersionManifest, check};
use crate::diagnostic::{Denial, Denied, Diagnostics};
use crate::location::{Place, SourceLocation};

/// The command that repeats a run of the manifest.
const COMMAND: &str = "cargo xtask codegen";

impl Manifest {
    /// Reads the text of an `armature.toml`. `path` is its path as messages shall show it.
    ///
    /// # Errors
    ///
    /// All that is wrong with its values; or the first key that is not known, not there or of the wrong type.
    /// Places are pointers into the file (`/service/0/name`) or positions: [`ManifestText`] finds their lines.
    pub fn from_toml(path: &str, text: &str) -> Result<Self, Diagnostics> {
        let file: File =
            toml::from_str(text).map_err(|error| not_a_manifest(path, text, &error))?;
        let manifest = file.into_manifest(path, text);
        let mut diagnostics = check::check(&manifest);
        diagnostics.stop_if_errors()?;
        Ok(manifest)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    deny_warnings: DenyWarnings,
    package: Package,
    #[serde(default)]
    service: Vec<Service>,
    #[serde(default)]
    rename: IndexMap<String, String>,
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "`deny-warnings` is `true`, `false` or a list of codes"
)]
enum DenyWarnings {
    All(bool),
    These(Vec<String>),
}

impl Default for DenyWarnings {
    fn default() -> Self {
        Self::All(false)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Package {
    name: String,
    version: String,
    description: String,
    output: String,
    #[serde(default)]
    dev_dependencies: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Service {
    name: String,
    title: String,
    description: Option<String>,
    client: Option<String>,
    authentication: Option<AuthenticationKey>,
    #[serde(default)]
    overlays: Vec<String>,
    #[serde(default)]
    version: Vec<Version>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum AuthenticationKey {
    Anonymous,
    Challenge,
    ResourceManager,
    Scope(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Version {
    version: String,
    inputs: Vec<String>,
}

impl File {
    fn into_manifest(self, path: &str, text: &str) -> Manifest {
        Manifest {
            path: path.to_owned(),
            text: ManifestText::new(path, text),
            deny_warnings: self.deny_warnings.into_denials(path),
            package: PackageManifest {
                name: self.package.name,
                version: self.package.version,
                description: self.package.description,
                output: self.package.output,
                shape: Shape::WorkspaceMember,
                // A member of the workspace takes the runtime from it; the version is that of all its crates.
                runtime: Runtime::Version(env!("CARGO_PKG_VERSION").to_owned()),
                dev_dependencies: self.package.dev_dependencies,
                command: COMMAND.to_owned(),
            },
            services: self
                .service
                .into_iter()
                .map(Service::into_manifest)
                .collect(),
            input_places: IndexMap::new(),
            directives: Vec::new(),
            rename: self.rename,
        }
    }
}

impl DenyWarnings {
    fn into_denials(self, path: &str) -> Vec<Denial> {
        let warnings = match self {
            Self::All(false) => return Vec::new(),
            Self::All(true) => Denied::All,
            Self::These(codes) => Denied::These(codes),
        };
        let because = format!("`deny-warnings` in {path}");
        vec![Denial { warnings, because }]
    }
}

impl Service {
    fn into_manifest(self) -> ServiceManifest {
        ServiceManifest {
            name: self.name,
            title: self.title,
            description: self.description,
            client: self.client,
            authentication: self.authentication.map(|key| match key {
                AuthenticationKey::Anonymous => Authentication::Anonymous,
                AuthenticationKey::Challenge => Authentication::Challenge,
                AuthenticationKey::ResourceManager => Authentication::ResourceManager,
                AuthenticationKey::Scope(scope) => Authentication::Scope(scope),
            }),
            overlays: self.overlays,
            versions: self
                .version
                .into_iter()
                .map(|version| VersionManifest {
                    version: version.version,
                    inputs: version.inputs,
                })
                .collect(),
        }
    }
}

/// Turns an error of the TOML library into a finding at its line and column.
fn not_a_manifest(path: &str, text: &str, error: &toml::de::Error) -> Diagnostics {
    let place = match error.span() {
        Some(span) => {
            let found = SourceLocation::at_offset(path, "", text, span.start);
            Place::at(path, found.line, found.column)
        }
        None => Place::document(path),
    };
    let mut diagnostics = Diagnostics::default();
    match unknown_key(error.message()) {
        Some((key, known)) => diagnostics.unknown_manifest_key(&place, key, &known),
        None => diagnostics.malformed_manifest(&place, error.message()),
    }
    diagnostics
}

/// Takes serde's sentence for an unknown field apart: ``unknown field `a`, expected one of `b`, `c` ``.
fn unknown_key(message: &str) -> Option<(&str, Vec<String>)> {
    let (key, expected) = message.strip_prefix("unknown field `")?.split_once('`')?;
    let known = expected
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    Some((key, known))
}
