//! Descriptions in, client model out.
//!
//! In: the loaded documents and the manifest.
//! Out: the [`Package`]: services, api-versions, clients, operations, types, examples. After this, `emit` cannot fail.
//! Never: reads files, knows Rust syntax.
//!
//! ```text
//!  versions ──► inventory ──► groups ──► operations ──► types.finish ──► polling ──► headers ──► examples ──► check
//!               hosts                    parameters
//!               clients                  bodies
//!                                        responses ──► paging, long_running, errors
//! ```
//!
//! The types have their own half: `types` is its door.

mod all_of;
mod annotations;
mod arguments;
mod bodies;
mod check;
mod client_parameters;
mod clients;
mod collections;
mod content_type;
mod context;
mod cycles;
mod distinct;
mod enums;
mod errors;
mod examples;
mod forms;
mod groups;
mod headers;
mod hierarchy;
mod hosts;
mod inventory;
mod long_running;
mod media_types;
mod naming;
mod next_operation;
mod nodes;
mod notes;
mod objects;
mod operations;
mod optional_segment;
mod paging;
mod parameters;
mod paths;
mod polling;
mod references;
mod renames;
mod responses;
mod same;
mod scalars;
mod schema_view;
mod schemas;
mod sections;
mod security;
mod shared_body;
mod site;
mod texts;
mod types;
mod unions;
mod unknown_media_types;
mod usage;
mod versions;
mod xml;

use crate::diagnostic::Diagnostics;
use crate::load::SpecSet;
use crate::lower::types::Types;
use crate::manifest::{Manifest, PackageManifest, ServiceManifest};
use crate::model::{ApiVersion, Doc, Package, Service};
use crate::name::Name;
use crate::treatment::Treatment;

/// What becomes of a format beside a `type`; `None` for an unknown one.
pub fn format_treatment(ty: Option<&str>, format: &str) -> Option<Treatment> {
    scalars::treatment(ty.map(schema_view::base), format)
}

/// What becomes of a media type; `None` for an unknown one.
pub fn media_type_treatment(name: &str) -> Option<Treatment> {
    media_types::treatment(name)
}

/// Lowers everything that the manifest names. What a description has wrong is in `diagnostics`, and costs at most the operation that has it.
pub fn lower(specs: &SpecSet, manifest: &Manifest, diagnostics: &mut Diagnostics) -> Package {
    versions::unknown_extensions(specs, diagnostics);
    Types::check_renames(specs, manifest, diagnostics);
    let services = manifest
        .services
        .iter()
        .map(|named| service(specs, manifest, named, diagnostics))
        .collect();
    let PackageManifest {
        name,
        version,
        description,
        shape,
        runtime,
        dev_dependencies,
        command,
        ..
    } = manifest.package.clone();
    Package {
        name,
        version,
        description,
        shape,
        runtime,
        dev_dependencies,
        command,
        services,
    }
}

fn service(
    specs: &SpecSet,
    manifest: &Manifest,
    named: &ServiceManifest,
    diagnostics: &mut Diagnostics,
) -> Service {
    let versions = named
        .versions
        .iter()
        .map(|version| versions::lower(specs, manifest, named, version, diagnostics))
        .map(|version| named_from_outside(manifest, version))
        .collect();
    Service {
        name: Name::from_wire(&named.name),
        title: named.title.clone(),
        doc: Doc {
            summary: None,
            description: named.description.clone(),
        },
        versions,
    }
}

/// Names the sources as the people of this repository do: `specs/key-vault/7.4/certificates.json`.
fn named_from_outside(manifest: &Manifest, mut version: ApiVersion) -> ApiVersion {
    if let Some(folder) = manifest.source_folder() {
        for source in &mut version.sources {
            *source = format!("{folder}/{source}");
        }
    }
    version
}
