//! Lowers one api-version of a service.
//!
//! In: its input documents.
//! Out: an [`ApiVersion`]: clients, operations, types, headers, examples.
//! Never: takes operations from documents that are only referred to.

use crate::azure::ledger;
use crate::diagnostic::Diagnostics;
use crate::load::{Document, SpecSet};
use crate::lower::context::Context;
use crate::lower::distinct::{Scope, Spelling};
use crate::lower::groups::Home;
use crate::lower::inventory;
use crate::lower::operations::{self, Lowered, Shared};
use crate::lower::types::{Direction, Root, Types, Wire};
use crate::lower::{
    check, clients, examples, groups, hosts, next_operation, polling, security, unknown_media_types,
};
use crate::manifest::{Manifest, ServiceManifest, VersionManifest};
use crate::model::{ApiVersion, Authentication, Group, ParameterSource, RootClient, TypeTable};
use crate::name::Name;

/// One api-version.
pub(super) fn lower(
    specs: &SpecSet,
    manifest: &Manifest,
    service: &ServiceManifest,
    version: &VersionManifest,
    diagnostics: &mut Diagnostics,
) -> ApiVersion {
    let documents = documents(specs, version);
    let described = inventory::operations(&documents, diagnostics);
    unknown_media_types::report(specs, &described, diagnostics);
    let root = clients::name(service, &documents);
    let endpoint = hosts::endpoint(specs, &documents, &described, diagnostics);
    let authentication = clients::authentication(service, &endpoint, &documents);
    let endpoint = hosts::secured(endpoint, &authentication);
    let keys = match authentication {
        Authentication::Anonymous => Vec::new(),
        _ => security::keys(&endpoint, &documents, diagnostics),
    };
    let other_hosts = hosts::others(specs, &documents, &endpoint, &authentication);
    let (groups, homes) = groups::assign(&described, &root, diagnostics);

    let default_version = clients::api_version(version, &documents, &described);
    let mut shared = Shared {
        default_version: default_version.clone(),
        ..Shared::default()
    };
    let mut context = Context {
        specs,
        types: Types::new(specs, manifest, version),
        diagnostics,
    };
    let mut lowered: Vec<Lowered> = Vec::new();
    for (described, home) in described.iter().zip(&homes) {
        let client = client_of(home, &root, &groups);
        let mut operation = operations::lower(&mut context, described, home, client, &mut shared);
        operation.operation.host = other_hosts.get(&described.document.path).cloned();
        lowered.push(operation);
    }
    let roots = roots(&lowered, &shared);
    let taken = taken(&root, &groups, &lowered);
    let types = context.types.finish(&roots, &taken, context.diagnostics);
    polling::connect(&mut lowered, &types, diagnostics);
    next_operation::connect(&mut lowered);
    let headers = shared
        .headers
        .finish(&types, &mut type_names(&types, taken));
    let has_version = lowered.iter().any(sends_api_version);
    let client = RootClient {
        name: root,
        doc: clients::doc(&documents, &described),
        parameters: shared.client.finish(&hosts::parameter_names(&endpoint)),
        endpoint,
        authentication,
        keys,
        api_version: has_version.then(|| default_version.clone()),
    };
    let operations = examples::add(specs, &described, lowered, &client, &types, diagnostics);
    let lowered = ApiVersion {
        version: default_version,
        sources: documents.iter().map(|one| one.path.to_string()).collect(),
        client,
        groups,
        operations,
        types,
        headers,
    };
    check::check(&lowered, diagnostics);
    lowered
}

/// The input documents that could be loaded, each once.
fn documents<'a>(specs: &'a SpecSet, version: &VersionManifest) -> Vec<&'a Document> {
    let mut documents: Vec<&Document> = Vec::new();
    for document in version
        .inputs
        .iter()
        .filter_map(|input| specs.documents.get(input.as_str()))
    {
        if !documents.iter().any(|known| known.path == document.path) {
            documents.push(document);
        }
    }
    documents
}

/// The client that has the operation, and what its inline types are named after: its group, or the root client.
fn client_of<'n>(home: &Home, root: &'n Name, groups: &'n [Group]) -> (&'n Name, &'n str) {
    let group = home.group.and_then(|id| groups.get(id.0));
    group.map_or((root, root.wire()), |group| {
        (&group.client, group.name.wire())
    })
}

fn sends_api_version(lowered: &Lowered) -> bool {
    let parameters = &lowered.operation.parameters;
    parameters
        .iter()
        .any(|parameter| parameter.source == ParameterSource::ClientApiVersion)
}

fn roots(lowered: &[Lowered], shared: &Shared) -> Vec<Root> {
    let of_client = shared.client.types().map(|ty| Root {
        ty: ty.clone(),
        direction: Direction::Parameter,
        wire: Wire::Json,
        is_body: false,
        group: None,
        page_items: None,
    });
    lowered
        .iter()
        .flat_map(operations::roots)
        .chain(of_client)
        .collect()
}

/// Type names that clients and their methods take.
fn taken(root: &Name, groups: &[Group], lowered: &[Lowered]) -> Vec<String> {
    let mut taken = vec![root.pascal(), format!("{}Options", root.pascal())];
    taken.extend(groups.iter().map(|group| group.client.pascal()));
    for operation in lowered.iter().map(|one| &one.operation) {
        let client = operation
            .group
            .and_then(|id| groups.get(id.0))
            .map_or(root, |group| &group.client);
        let (client, method) = (client.pascal(), operation.name.pascal());
        taken.extend(["Options", "Result"].map(|end| format!("{client}{method}{end}")));
        if operation.is_begun_or_listed() {
            taken.push(format!("{client}Begin{method}Options"));
        }
    }
    taken.sort();
    taken.dedup();
    taken
}

fn type_names(types: &TypeTable, taken: Vec<String>) -> Scope {
    let names = types.definitions.iter();
    let names = names.map(|definition| definition.name().pascal());
    Scope::new(Spelling::Pascal, taken.into_iter().chain(names))
}

/// One warning for each document and each extension in it that nobody has decided about.
pub(super) fn unknown_extensions(specs: &SpecSet, diagnostics: &mut Diagnostics) {
    for (name, places) in &specs.extensions {
        if ledger::treatment(name).is_some() {
            continue;
        }
        let mut warned: Vec<&str> = Vec::new();
        for place in places {
            if !warned.contains(&place.document.as_ref()) {
                warned.push(&place.document);
                diagnostics.unknown_extension(place, name);
            }
        }
    }
}
