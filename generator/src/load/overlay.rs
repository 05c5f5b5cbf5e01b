//! OpenAPI overlays: changes to descriptions that stand in files of their own.
//!
//! In: the overlay files that the manifest names (Overlay Specification 1.0, <https://spec.openapis.org/overlay/v1.0.0.html>), and the
//! values of documents as they were parsed.
//! Out: the values with all changes made, and a [`Trace`] of each, by which messages show what an overlay has put in at its place in the
//! overlay. An action that changes nothing in any document is an error.
//! Never: changes what an overlay was not named for, or a file.
//!
//! ```text
//!  file ──► document ──► target ──► apply ──► trace
//!           actions      JSONPath   values    where they stand now
//! ```

mod apply;
mod document;
mod target;
mod trace;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

pub(super) use trace::Trace;

use super::fetch::{self, Fetched};
use super::reference;
use super::source::Source;
use super::text::{Decoding, SourceText};
use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::manifest::{Manifest, ServiceManifest};
use apply::Fault;
use document::{Action, Overlay};

/// How much of a document's and an overlay's length a document may grow by one overlay; as much as by the aliases of YAML.
const GROWTH: usize = 8;
/// What is allowed however short they are, in the same unit: characters and values.
const FREE: usize = 1 << 16;

/// All overlays of a manifest, in its order.
#[derive(Debug, Default)]
pub(super) struct Overlays {
    list: Vec<Named>,
}

/// An overlay and what it was named for.
#[derive(Debug)]
struct Named {
    path: Arc<str>,
    overlay: Overlay,
    /// Bytes of its text.
    length: usize,
    /// The inputs of the services that name it.
    inputs: BTreeSet<Arc<str>>,
    /// Indices of actions that have changed something, or could not because of a fault that was reported.
    used: BTreeSet<usize>,
}

impl Overlays {
    /// Reads the overlays of all services.
    pub(super) fn read(
        manifest: &Manifest,
        source: &dyn Source,
        texts: &mut BTreeMap<Arc<str>, SourceText>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut overlays = Self::default();
        // With an overlay that cannot be read goes `None`, so that it is not read again for the next service.
        let mut seen: BTreeMap<Arc<str>, Option<usize>> = BTreeMap::new();
        for (s, service) in manifest.services.iter().enumerate() {
            for (o, name) in service.overlays.iter().enumerate() {
                let place = manifest.overlay_place(s, o);
                let path: Arc<str> = match reference::path("", name) {
                    Ok(path) => path.into(),
                    Err(refusal) => {
                        fetch::refuse(diagnostics, &place, name, refusal);
                        continue;
                    }
                };
                check_shared_inputs(manifest, service, name, &place, diagnostics);
                let index = seen.entry(Arc::clone(&path)).or_insert_with(|| {
                    let named = read_one(path, &place, source, texts, diagnostics)?;
                    overlays.list.push(named);
                    Some(overlays.list.len() - 1)
                });
                if let Some(named) = index.and_then(|index| overlays.list.get_mut(index)) {
                    named.inputs.extend(inputs(service));
                }
            }
        }
        overlays
    }

    /// Makes all changes to a document. `length` are the bytes of its text.
    pub(super) fn apply(
        &mut self,
        path: &Arc<str>,
        value: &mut Value,
        length: usize,
        diagnostics: &mut Diagnostics,
    ) -> Trace {
        let mut trace = Trace::default();
        for named in self.list.iter_mut().filter(|named| named.concerns(path)) {
            let length = length.saturating_add(named.length);
            let mut budget = length.saturating_mul(GROWTH).saturating_add(FREE);
            for (index, action) in named.overlay.actions.iter().enumerate() {
                match apply::apply(action, value, &mut trace, &mut budget) {
                    Ok(0) => {}
                    Ok(_) => drop(named.used.insert(index)),
                    Err(fault) => {
                        named.used.insert(index);
                        report(fault, action, path, diagnostics);
                    }
                }
            }
        }
        trace
    }

    /// Reports each overlay whose document nobody reads, and each action that has changed nothing. `was_read` says whether a file was
    /// read and understood, `was_wanted` whether it was at least looked for.
    pub(super) fn check(
        &self,
        was_read: impl Fn(&str) -> bool,
        was_wanted: impl Fn(&str) -> bool,
        diagnostics: &mut Diagnostics,
    ) {
        for named in &self.list {
            let documents = named.documents();
            if let Some(extends) = &named.overlay.extends
                && !was_wanted(extends)
            {
                let place = Place::document(&named.path).key("extends");
                diagnostics.overlay_extends_unread(&place, extends);
                continue;
            }
            // The finding about a document that could not be read is enough.
            if !documents.iter().all(|path| was_read(path)) {
                continue;
            }
            for (index, action) in named.overlay.actions.iter().enumerate() {
                if !named.used.contains(&index) {
                    let place = action.place.key("target");
                    diagnostics.overlay_target_finds_nothing(&place, &action.text, &documents);
                }
            }
        }
    }
}

impl Named {
    fn concerns(&self, path: &Arc<str>) -> bool {
        match &self.overlay.extends {
            Some(extends) => extends == path,
            None => self.inputs.contains(path),
        }
    }

    /// The documents that it changes.
    fn documents(&self) -> Vec<Arc<str>> {
        match &self.overlay.extends {
            Some(extends) => vec![Arc::clone(extends)],
            None => self.inputs.iter().map(Arc::clone).collect(),
        }
    }
}

fn read_one(
    path: Arc<str>,
    place: &Place,
    source: &dyn Source,
    texts: &mut BTreeMap<Arc<str>, SourceText>,
    diagnostics: &mut Diagnostics,
) -> Option<Named> {
    let Fetched {
        value,
        doubles,
        decoding,
        length,
    } = fetch::fetch(&path, place, source, texts, diagnostics)?;
    if decoding == Decoding::Lossy {
        diagnostics.not_utf8(&Place::document(&path));
    }
    for pointer in &doubles {
        let place = Place::new(&path, pointer);
        let name = place.steps().last().unwrap_or_default();
        diagnostics.member_twice(&place, &name);
    }
    let overlay = document::read(&path, &value, diagnostics)?;
    Some(Named {
        path,
        overlay,
        length,
        inputs: BTreeSet::new(),
        used: BTreeSet::new(),
    })
}

/// The inputs of a service that can be read; others are reported where they are read.
fn inputs(service: &ServiceManifest) -> impl Iterator<Item = Arc<str>> {
    let inputs = service.versions.iter().flat_map(|version| &version.inputs);
    inputs.filter_map(|input| reference::path("", input).ok().map(Arc::from))
}

/// A document is loaded once, whoever reads it, so services that share an input have to agree on its overlays.
fn check_shared_inputs(
    manifest: &Manifest,
    service: &ServiceManifest,
    overlay: &str,
    place: &Place,
    diagnostics: &mut Diagnostics,
) {
    let own: BTreeSet<Arc<str>> = inputs(service).collect();
    for (o, other) in manifest.services.iter().enumerate() {
        if other.overlays.iter().any(|name| name == overlay) {
            continue;
        }
        for (v, version) in other.versions.iter().enumerate() {
            for (i, input) in version.inputs.iter().enumerate() {
                if reference::path("", input).is_ok_and(|path| own.contains(path.as_str())) {
                    let second = manifest.input_place(o, v, i);
                    diagnostics.overlay_not_of_all_services(place, &second, overlay, input);
                }
            }
        }
    }
}

fn report(fault: Fault, action: &Action, path: &str, diagnostics: &mut Diagnostics) {
    let document = Place::document(path);
    let target = action.place.key("target");
    let update = action.place.key("update");
    match fault {
        Fault::Primitive(kind) => diagnostics.overlay_target_primitive(&target, &document, kind),
        Fault::Everything => diagnostics.overlay_removes_everything(&target),
        Fault::NoObject => diagnostics.overlay_update_no_object(&update, &document),
        Fault::Clash(pointer) => {
            let place = Place::new(&action.place.document, &pointer);
            diagnostics.overlay_update_clashes(&place, &document);
        }
        Fault::TooLarge => diagnostics.overlay_update_too_large(&update, &document),
        Fault::TooDeep => {
            diagnostics.overlay_update_too_deep(&update, &document, super::text::DEEPEST);
        }
    }
}
