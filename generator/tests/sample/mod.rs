//! A small package built by hand: every shape that `emit` knows, once.
//!
//! Service `things` has two api-versions. The newer one has a group with a read, a list, a creation, a deletion, and
//! long-running operations, enumerations of both kinds, a recursive model, additional properties, constants, typed
//! headers, markers, raw bodies and options; its descriptions hold text that is dangerous in doc comments.

#![allow(dead_code, reason = "each test binary uses a part")]

mod examples;
mod operations;
mod types;

use armature_codegen::location::Place;
use armature_codegen::model::*;
use armature_codegen::name::Name;

pub const GROUP: GroupId = GroupId(0);

/// Two services' worth of modules: `things` in two api-versions and `vault` in one.
pub fn package() -> Package {
    Package {
        name: "armature-sample".to_owned(),
        version: "0.1.0".to_owned(),
        description: "Clients of \"things\"".to_owned(),
        shape: Shape::WorkspaceMember,
        runtime: Runtime::Path("../runtime".to_owned()),
        dev_dependencies: vec!["clap".to_owned()],
        command: "cargo xtask codegen".to_owned(),
        services: vec![things(), vault()],
    }
}

/// The newest `things` alone.
pub fn stand_alone() -> Package {
    let mut package = package();
    package.shape = Shape::StandAlone;
    package.command =
        "cargo xtask codegen --readme things/readme.md --tag package-2024-05".to_owned();
    package.services.truncate(1);
    package.services[0].versions.remove(0);
    package
}

fn things() -> Service {
    Service {
        name: name("things"),
        title: "Azure Things".to_owned(),
        doc: described("Things <of any kind>, see https://learn.microsoft.com/things."),
        versions: vec![
            things_version("2021-08-01", 3),
            things_version("2024-05-01", usize::MAX),
        ],
    }
}

fn things_version(version: &str, operations: usize) -> ApiVersion {
    let mut operations: Vec<_> = operations::all().into_iter().take(operations).collect();
    for example in operations
        .iter_mut()
        .flat_map(|operation| &mut operation.examples)
    {
        let sent = example
            .request
            .query
            .iter_mut()
            .find(|(name, _)| name == "api-version");
        sent.expect("every operation has an api-version").1 = version.to_owned();
    }
    ApiVersion {
        version: version.to_owned(),
        sources: vec![
            format!("things/{version}/things.json"),
            "common/types.json".to_owned(),
        ],
        client: RootClient {
            name: name("ThingsClient"),
            doc: described("Manages things."),
            endpoint: Endpoint::ResourceManager {
                base_path: String::new(),
            },
            authentication: Authentication::ResourceManager,
            keys: Vec::new(),
            api_version: Some(version.to_owned()),
            parameters: vec![ClientParameter {
                name: name("subscriptionId"),
                ty: text(),
                required: true,
                doc: described("The subscription's ID, a GUID."),
            }],
        },
        groups: vec![Group {
            name: name("Thing"),
            client: name("ThingClient"),
            doc: described("Things, one by one."),
        }],
        operations,
        types: types::table(),
        headers: vec![
            HeaderSet {
                name: name("ThingHeaders"),
                subject: HeaderSubject::Body(Type::Named(types::THING)),
                headers: vec![
                    Header {
                        name: name("etag"),
                        ty: Type::Scalar(Scalar::Etag),
                        doc: described("Current entity tag."),
                    },
                    Header {
                        name: name("last-modified"),
                        ty: Type::Scalar(Scalar::DateTimeRfc1123),
                        doc: Doc::default(),
                    },
                ],
            },
            HeaderSet {
                name: name("ThingClientGetEntityTagResultHeaders"),
                subject: HeaderSubject::Marker(name("ThingClientGetEntityTagResult")),
                headers: vec![Header {
                    name: name("etag"),
                    ty: Type::Scalar(Scalar::Etag),
                    doc: Doc::default(),
                }],
            },
            HeaderSet {
                name: name("ThingClientExportResultHeaders"),
                subject: HeaderSubject::Stream(name("ThingClientExportResult")),
                headers: vec![Header {
                    name: name("checksum"),
                    ty: Type::Scalar(Scalar::Base64),
                    doc: described("Of all bytes."),
                }],
            },
        ],
    }
}

/// A service with a given endpoint, a challenge, and operations of the root client.
fn vault() -> Service {
    Service {
        name: name("vault"),
        title: "Sample Vault".to_owned(),
        doc: Doc::default(),
        versions: vec![ApiVersion {
            version: "7.4".to_owned(),
            sources: vec!["vault/7.4/vault.json".to_owned()],
            client: RootClient {
                name: name("VaultClient"),
                doc: Doc::default(),
                endpoint: Endpoint::Given(HostParameter {
                    name: name("vaultBaseUrl").preferring("endpoint"),
                    doc: described("URL of the vault."),
                    default: None,
                }),
                authentication: Authentication::Challenge,
                keys: Vec::new(),
                api_version: Some("7.4".to_owned()),
                parameters: Vec::new(),
            },
            groups: Vec::new(),
            operations: operations::of_vault(),
            types: types::vault_table(),
            headers: Vec::new(),
        }],
    }
}

pub fn name(wire: &str) -> Name {
    Name::from_wire(wire)
}

pub fn text() -> Type {
    Type::Scalar(Scalar::String)
}

pub fn described(description: &str) -> Doc {
    Doc {
        summary: None,
        description: Some(description.to_owned()),
    }
}

pub fn place() -> Place {
    Place::document("things/things.json")
}
