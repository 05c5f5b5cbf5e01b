//! Clients: what a user constructs, and the operation groups reached from it.

use crate::manifest::Authentication;
use crate::model::{Doc, Type};
use crate::name::Name;

/// The client that a user constructs: `ApiManagementClient`.
#[derive(Clone, Debug)]
pub struct RootClient {
    /// Type name, ends in `Client`.
    pub name: Name,
    /// From the description's `info`.
    pub doc: Doc,
    /// Where requests go.
    pub endpoint: Endpoint,
    /// Who may send them.
    pub authentication: Authentication,
    /// Keys that requests may have in place of a token, all of them at once; none when the description declares none.
    pub keys: Vec<ApiKey>,
    /// `api-version` when an operation has none of its own; `None` when the description has none.
    pub api_version: Option<String>,
    /// Parameters that belong to the client (`subscriptionId`), in order. Neither the host's nor `api-version`.
    pub parameters: Vec<ClientParameter>,
}

/// A key of an account (a security scheme `apiKey`).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ApiKey {
    /// Wire name of the header or the parameter.
    pub name: Name,
    /// Where it goes.
    pub place: KeyPlace,
}

/// Where a key goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum KeyPlace {
    /// In a header.
    Header,
    /// In the query.
    Query,
}

/// A parameter that the client keeps: required ones are arguments of the constructor, optional ones fields of its options.
#[derive(Clone, Debug)]
pub struct ClientParameter {
    /// Argument and field name.
    pub name: Name,
    /// Its type on the wire.
    pub ty: Type,
    /// Required: constructor argument. Optional: field of the client options.
    pub required: bool,
    /// What it is.
    pub doc: Doc,
}

/// Where the requests of a client go.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Endpoint {
    /// Azure Resource Manager: host and scope come from `ClientOptions.cloud`. Base path, `""` or `/…`.
    ResourceManager {
        /// Path before every operation's path, without the last slash.
        base_path: String,
    },
    /// One fixed URL, without the last slash; the user may not change it.
    Fixed(String),
    /// The user gives the whole endpoint: `{vaultBaseUrl}`.
    Given(HostParameter),
    /// Several parameters fill a template: `https://{account}.{zone}`.
    Template {
        /// The template with `{wireName}` for each parameter.
        template: String,
        /// In order of the template.
        parameters: Vec<HostParameter>,
    },
}

/// A parameter of the host.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct HostParameter {
    /// Wire name `vaultBaseUrl`.
    pub name: Name,
    /// What it is.
    pub doc: Doc,
    /// Value when the user gives none.
    pub default: Option<String>,
}

/// Index of a [`Group`] in [`ApiVersion::groups`](crate::model::ApiVersion::groups).
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct GroupId(pub usize);

/// An operation group: the part of the operationId before `_`.
#[derive(Clone, Debug)]
pub struct Group {
    /// `Certificate`.
    pub name: Name,
    /// `CertificateClient`, distinct from all other types of the version.
    pub client: Name,
    /// What the group is about (from the description's tags, else made of its name).
    pub doc: Doc,
}
