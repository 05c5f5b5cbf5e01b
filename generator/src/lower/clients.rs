//! Describes the client that a user constructs.
//!
//! In: the documents of one api-version, and what the manifest says about it.
//! Out: its name, where its requests go and how they are authorized.
//! Never: collects parameters.

use std::collections::BTreeMap;

use crate::azure::host;
use crate::load::Document;
use crate::lower::inventory::Described;
use crate::lower::{hosts, security};
use crate::manifest::{ServiceManifest, VersionManifest};
use crate::model::{Authentication, Doc, Endpoint};
use crate::name::Name;

/// Words at the end of a title that say that it is about a client.
const ENDS_OF_TITLES: &[&str] = &["_api", "_client", "_apis", "_rest", "_specification"];

/// The client's name: the manifest's, else the title that most documents have, with `Client` behind it.
pub(super) fn name(manifest: &ServiceManifest, documents: &[&Document]) -> Name {
    if let Some(client) = &manifest.client {
        return Name::from_wire(client);
    }
    let titles = documents.iter().map(|document| {
        host::client_name(&document.api.info.extensions).unwrap_or(&document.api.info.title)
    });
    let title = most_common(titles.map(str::trim).filter(|title| !title.is_empty()));
    let mut words = Name::from_wire(title.unwrap_or(&manifest.name)).snake();
    while let Some(shorter) = ENDS_OF_TITLES
        .iter()
        .find_map(|end| words.strip_suffix(end))
    {
        words = shorter.to_owned();
    }
    Name::from_wire(&format!("{}Client", Name::from_wire(&words).pascal()))
}

/// The text that occurs most often; the first of several.
fn most_common<'t>(texts: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (index, text) in texts.enumerate() {
        counts.entry(text).or_insert((0, index)).0 += 1;
    }
    let best = counts
        .into_iter()
        .min_by_key(|(_, (count, first))| (std::cmp::Reverse(*count), *first));
    best.map(|(text, _)| text)
}

/// What the client is for: the first description that a document with operations has.
pub(super) fn doc(documents: &[&Document], operations: &[Described<'_>]) -> Doc {
    let with_operations = documents.iter().filter(|document| {
        operations
            .iter()
            .any(|operation| operation.document.path == document.path)
    });
    let description = with_operations
        .filter_map(|document| document.api.info.description.as_deref())
        .find(|text| !text.trim().is_empty());
    Doc {
        summary: None,
        description: description.map(str::to_owned),
    }
}

/// The api-version of the client: the manifest's, else that of most operations, the newest of several.
pub(super) fn api_version(
    manifest: &VersionManifest,
    documents: &[&Document],
    operations: &[Described<'_>],
) -> String {
    if !manifest.version.is_empty() {
        return manifest.version.clone();
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for operation in operations {
        *counts
            .entry(operation.document.api.info.version.trim())
            .or_default() += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|(version, count)| (*count, *version))
        .map(|(version, _)| version);
    let any = || {
        documents
            .first()
            .map(|document| document.api.info.version.trim())
    };
    most.or_else(any).unwrap_or_default().to_owned()
}

/// How requests are authorized: as the manifest says, else for Azure Resource Manager where they go there, else for the resource whose scope an OAuth2 scheme
/// names, else as the service's challenge says. A service on this machine whose description has no scheme at all takes requests as they are.
pub(super) fn authentication(
    manifest: &ServiceManifest,
    endpoint: &Endpoint,
    documents: &[&Document],
) -> Authentication {
    if let Some(authentication) = &manifest.authentication {
        return authentication.clone();
    }
    if matches!(endpoint, Endpoint::ResourceManager { .. }) {
        return Authentication::ResourceManager;
    }
    match security::scope(documents) {
        Some(scope) => Authentication::Scope(scope),
        None if hosts::is_local(endpoint) && !security::is_described(documents) => {
            Authentication::Anonymous
        }
        None => Authentication::Challenge,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_common_text_counts_and_else_the_first() {
        assert_eq!(most_common(["b", "a", "a"].into_iter()), Some("a"));
        assert_eq!(most_common(["b", "a"].into_iter()), Some("b"));
        assert_eq!(most_common([].into_iter()), None);
    }
}
