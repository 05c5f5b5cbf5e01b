//! The crate that is emitted, its services and their api-versions.

use crate::manifest::{Runtime, Shape};
use crate::model::{Doc, Group, HeaderSet, Operation, RootClient, TypeTable};
use crate::name::Name;

/// One crate to emit.
#[derive(Clone, Debug)]
pub struct Package {
    /// Package name, for example `armature-certificates`.
    pub name: String,
    /// SemVer of the package.
    pub version: String,
    /// One line for `Cargo.toml` and the README.
    pub description: String,
    /// Member of this workspace, or a crate that stands alone.
    pub shape: Shape,
    /// How the emitted `Cargo.toml` names `armature-runtime`.
    pub runtime: Runtime,
    /// Dependencies of the workspace that tests and examples written by hand need.
    pub dev_dependencies: Vec<String>,
    /// The command that writes the crate again, for the file headers.
    pub command: String,
    /// In the order of the manifest.
    pub services: Vec<Service>,
}

/// One service: a module of the crate.
#[derive(Clone, Debug)]
pub struct Service {
    /// Module and feature prefix: `key vault` gives `key_vault` and `key-vault`.
    pub name: Name,
    /// What the service is called in texts: `Azure Key Vault certificates`.
    pub title: String,
    /// What it is, for the module page.
    pub doc: Doc,
    /// Oldest first; the last one is what the short feature (`key-vault`) stands for.
    pub versions: Vec<ApiVersion>,
}

/// One api-version of a service: a module with clients and models of its own.
#[derive(Clone, Debug)]
pub struct ApiVersion {
    /// As on the wire: `2024-05-01`, `7.4`. The module is `v2024_05_01`, `v7_4`.
    pub version: String,
    /// The descriptions it was made from, as people name them: with the folder of the manifest, `/` as separator.
    pub sources: Vec<String>,
    /// The client that a user constructs.
    pub client: RootClient,
    /// Operation groups, sorted by name: each a client of its own, reached from the root client.
    pub groups: Vec<Group>,
    /// All operations, in the order of the descriptions. Each names its group.
    pub operations: Vec<Operation>,
    /// All types that operations reach.
    pub types: TypeTable,
    /// Typed response headers, one set for each kind of answer.
    pub headers: Vec<HeaderSet>,
}
