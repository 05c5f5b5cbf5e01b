//! The choices of a manifest that the model hands on to `emit` as they are.

/// Where the emitted crate lives.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shape {
    /// `generated/` of this repository: dependencies, edition and lints come from the workspace.
    /// Each service and api-version is a module behind a feature of its own.
    WorkspaceMember,
    /// A crate of one service and one version that needs no workspace; its modules lie at the crate's root.
    StandAlone,
}

/// How the emitted `Cargo.toml` names the runtime crate.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Runtime {
    /// By version, from the registry: `"0.1.0"`.
    Version(String),
    /// By path, as given on the command line, with `/` as separator.
    Path(String),
}

/// How requests are authorized.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Authentication {
    /// A token for Azure Resource Manager of the client's cloud.
    ResourceManager,
    /// A token for one scope: `https://vault.azure.net/.default`.
    Scope(String),
    /// The scope comes from the service's `WWW-Authenticate` challenge (Key Vault, any cloud).
    Challenge,
    /// Not at all: the client takes no credential, and plain http is possible.
    Anonymous,
}
