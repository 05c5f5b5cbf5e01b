//! One api-version as the emitters see it: its model, and where its code lies in the crate.
//!
//! In: package, service, api-version.
//! Out: module paths, file paths, the header of its files.
//! Never: emits an item.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::groups::Features;
use crate::emit::tokens;
use crate::model::{
    ApiVersion, Enumeration, Group, HeaderSet, HeaderSetId, Object, Operation, Package,
    ParameterSource, Service, Shape, TypeDefinition, TypeId, Union,
};
use crate::name::Name;
use crate::source_file::MARK;

/// One api-version and its surroundings.
#[derive(Clone, Debug)]
pub(super) struct Scope<'a> {
    /// The crate.
    pub package: &'a Package,
    /// The service.
    pub service: &'a Service,
    /// The api-version itself.
    pub version: &'a ApiVersion,
    /// Modules below the crate's root; none in a crate that stands alone.
    pub modules: Vec<String>,
    /// The features of its groups, if they have any.
    pub groups: Features,
}

impl<'a> Scope<'a> {
    /// The surroundings of `version`.
    pub(super) fn new(package: &'a Package, service: &'a Service, version: &'a ApiVersion) -> Self {
        let modules = match package.shape {
            Shape::WorkspaceMember => vec![service_module(service), version_module(version)],
            Shape::StandAlone => Vec::new(),
        };
        Self {
            package,
            service,
            version,
            modules,
            groups: Features::of(package, version),
        }
    }

    /// All api-versions of the package, in order.
    pub(super) fn all(package: &'a Package) -> Vec<Self> {
        let services = package.services.iter();
        services
            .flat_map(|service| {
                service
                    .versions
                    .iter()
                    .map(|version| Self::new(package, service, version))
            })
            .collect()
    }

    /// `crate::key_vault::v7_4`.
    pub(super) fn path(&self) -> TokenStream {
        let modules = self.modules.iter().map(|module| tokens::ident(module));
        quote!(crate #(::#modules)*)
    }

    /// `crate::key_vault::v7_4` for links in docs.
    pub(super) fn link_path(&self) -> String {
        self.path_below("crate")
    }

    /// `armature_certificates::key_vault::v7_4`: what a user writes.
    pub(super) fn user_path(&self) -> String {
        self.path_below(&self.crate_name())
    }

    /// The crate's name in code: `armature_certificates`.
    pub(super) fn crate_name(&self) -> String {
        crate_name(self.package)
    }

    /// A path below `root` (`src`, `tests/examples`): `src/key_vault/v7_4/models.rs`.
    pub(super) fn file(&self, root: &str, name: &str) -> String {
        let mut path = vec![root];
        path.extend(self.modules.iter().map(String::as_str));
        path.push(name);
        path.join("/")
    }

    /// The feature that switches this api-version on: `key-vault-7-4`; none in a crate that stands alone.
    pub(super) fn feature(&self) -> Option<String> {
        match self.package.shape {
            Shape::WorkspaceMember => Some(version_feature(self.service, self.version)),
            Shape::StandAlone => None,
        }
    }

    /// The comment at the top of this api-version's files.
    pub(super) fn header(&self) -> String {
        header(self.package, &self.version.sources)
    }

    /// The client that a user constructs.
    pub(super) fn root_client(&self) -> Ident {
        tokens::type_name(&self.version.client.name)
    }

    /// The group of an operation; `None` for those of the root client.
    pub(super) fn group(&self, operation: &Operation) -> Option<&'a Group> {
        self.version.groups.get(operation.group?.0)
    }

    /// The client that has the operation as a method.
    pub(super) fn client_of(&self, operation: &Operation) -> Ident {
        match self.group(operation) {
            Some(group) => tokens::type_name(&group.client),
            None => self.root_client(),
        }
    }

    /// A set of response headers.
    pub(super) fn header_set(&self, id: HeaderSetId) -> Option<&'a HeaderSet> {
        self.version.headers.get(id.0)
    }

    /// A definition of the type table.
    pub(super) fn definition(&self, id: TypeId) -> Option<&'a TypeDefinition> {
        self.version.types.get(id)
    }

    /// The objects that are emitted, sorted by name.
    pub(super) fn objects(&self) -> Vec<&'a Object> {
        let used =
            self.version
                .types
                .definitions
                .iter()
                .filter_map(|definition| match definition {
                    TypeDefinition::Object(object) if !object.usage.is_empty() => Some(object),
                    _ => None,
                });
        let mut objects: Vec<_> = used.collect();
        objects.sort_by_key(|object| object.name.pascal());
        objects
    }

    /// The discriminated unions that are emitted, sorted by name.
    pub(super) fn unions(&self) -> Vec<&'a Union> {
        let definitions = self.version.types.definitions.iter();
        let mut unions: Vec<_> = definitions
            .filter_map(|definition| match definition {
                TypeDefinition::Union(union) if !union.usage.is_empty() => Some(union),
                _ => None,
            })
            .collect();
        unions.sort_by_key(|union| union.name.pascal());
        unions
    }

    /// The enumerations that are emitted, sorted by name.
    pub(super) fn enumerations(&self) -> Vec<&'a Enumeration> {
        let used =
            self.version
                .types
                .definitions
                .iter()
                .filter_map(|definition| match definition {
                    TypeDefinition::Enumeration(enumeration) if !enumeration.usage.is_empty() => {
                        Some(enumeration)
                    }
                    _ => None,
                });
        let mut enumerations: Vec<_> = used.collect();
        enumerations.sort_by_key(|enumeration| enumeration.name.pascal());
        enumerations
    }

    fn path_below(&self, root: &str) -> String {
        let mut path = root.to_owned();
        for module in &self.modules {
            path.push_str("::");
            path.push_str(module);
        }
        path
    }
}

/// `armature-certificates` in code: `armature_certificates`.
pub(super) fn crate_name(package: &Package) -> String {
    tokens::ident(&package.name.replace('-', "_")).to_string()
}

/// `key_vault`.
pub(super) fn service_module(service: &Service) -> String {
    tokens::module(&service.name.snake())
}

/// `v2024_05_01`.
pub(super) fn version_module(version: &ApiVersion) -> String {
    tokens::module(&format!("v{}", words(&version.version, '_')))
}

/// `key-vault`.
pub(super) fn service_feature(service: &Service) -> String {
    service.name.kebab()
}

/// `key-vault-7-4`.
pub(super) fn version_feature(service: &Service, version: &ApiVersion) -> String {
    format!("{}-{}", service.name.kebab(), words(&version.version, '-'))
}

/// `Written by `cargo xtask codegen` from a.json; do not edit.`
pub(super) fn header(package: &Package, sources: &[String]) -> String {
    let from = match sources {
        [] => String::new(),
        [one] => format!(" from {one}"),
        [first, others @ ..] => format!(" from {first} and {} more", others.len()),
    };
    // The words that `write` knows an emitted file by stand first, whatever the command is.
    let arguments = package
        .command
        .strip_prefix("cargo xtask codegen")
        .unwrap_or_default();
    let text = format!("{MARK}{arguments}`{from}; do not edit.");
    text.chars()
        .map(|letter| match letter {
            letter if letter.is_control() || tokens::is_invisible(letter) => ' ',
            letter => letter,
        })
        .collect()
}

/// All description files of the package, each once, in order.
pub(super) fn all_sources(package: &Package) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for source in package
        .services
        .iter()
        .flat_map(|service| &service.versions)
        .flat_map(|version| &version.sources)
    {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    sources
}

/// `2024-05-01` with another separator; what is neither letter nor digit separates.
fn words(version: &str, separator: char) -> String {
    let mut joined = String::new();
    for word in version
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if !joined.is_empty() {
            joined.push(separator);
        }
        joined.push_str(&word.to_ascii_lowercase());
    }
    joined
}

/// What a client keeps for its operations.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Kept {
    /// The api-version is among the fields.
    pub api_version: bool,
    /// Wire names of the client parameters among the fields.
    pub parameters: Vec<String>,
}

impl Kept {
    /// What the operations in `operations` need.
    pub(super) fn by<'o>(operations: impl IntoIterator<Item = &'o Operation>) -> Self {
        let mut kept = Self {
            api_version: false,
            parameters: Vec::new(),
        };
        for parameter in operations
            .into_iter()
            .flat_map(|operation| &operation.parameters)
        {
            match &parameter.source {
                ParameterSource::ClientApiVersion => kept.api_version = true,
                ParameterSource::Client(wire) if !kept.parameters.contains(wire) => {
                    kept.parameters.push(wire.clone())
                }
                _ => {}
            }
        }
        kept
    }

    /// Whether the parameter is among the fields.
    pub(super) fn has(&self, name: &Name) -> bool {
        self.parameters.iter().any(|wire| wire == name.wire())
    }
}
