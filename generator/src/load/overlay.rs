//! OpenAPI overlays: changes to descriptions that stand in files of their own.
//!
//! In: the overlay files that the manifest names (Overlay Specification 1.0, <https://spec.openapis.org/overlay/v1.0.0.html>), and the
//! values of documents as they were parsed.
//! Out: the values with all changes made, and a [`Trace`] of each, by which messages show what an overlay has put in at its place in the
//! overlay. An action that changes nothing in any document, be it that it finds nothing or that all of it is there already, is an error.
//! Never: changes what an overlay was not named for, or a file.
//!
//! ```text
//!  file ──► document ──► target ──► apply ──► trace
//!           actions      JSONPath   values    where they stand now
//! ```
//!
//! `order` says which overlays change a document, one after the other.

mod apply;
mod document;
mod order;
mod target;
mod trace;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

pub(super) use apply::{depth, kind, size};
pub(super) use target::{JsonTarget, Refusal};
pub(super) use trace::Trace;

use super::fetch::{self, Fetched};
use super::reference;
use super::source::Source;
use super::text::{Decoding, SourceText};
use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::manifest::{Manifest, ServiceManifest};
use apply::{Effect, Fault};
use document::{Action, Overlay};
use order::{Naming, Use};

/// How much of a document's and an overlay's length a document may grow by one overlay, or by all directives; as much as by the aliases of YAML.
pub(super) const GROWTH: usize = 8;
/// What is allowed however short they are, in the same unit: characters and values.
pub(super) const FREE: usize = 1 << 16;

/// All overlays of a manifest.
#[derive(Debug, Default)]
pub(super) struct Overlays {
    list: Vec<Named>,
    /// Of each document those that change it, as indices into `list`, in the order in which they do.
    order: BTreeMap<Arc<str>, Vec<usize>>,
}

/// An overlay and what became of it.
#[derive(Debug)]
struct Named {
    path: Arc<str>,
    overlay: Overlay,
    /// Bytes of its text.
    length: usize,
    /// The most that each action did to a document, by its index.
    effects: BTreeMap<usize, Effect>,
    /// Actions that met a fault, which was reported.
    faulty: BTreeSet<usize>,
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
        let mut naming: Vec<Naming> = Vec::new();
        // With an overlay that cannot be read goes `None`, so that it is not read again for the next service.
        let mut seen: BTreeMap<Arc<str>, Option<usize>> = BTreeMap::new();
        for (s, service) in manifest.services.iter().enumerate() {
            let mut uses = Vec::new();
            for (o, name) in service.overlays.iter().enumerate() {
                let place = manifest.overlay_place(s, o);
                let path: Arc<str> = match reference::path("", name) {
                    Ok(path) => path.into(),
                    Err(refusal) => {
                        fetch::refuse(diagnostics, &place, name, refusal);
                        continue;
                    }
                };
                check_shared_inputs(manifest, service, &path, &place, diagnostics);
                let index = seen.entry(Arc::clone(&path)).or_insert_with(|| {
                    let named = read_one(path, &place, source, texts, diagnostics)?;
                    overlays.list.push(named);
                    Some(overlays.list.len() - 1)
                });
                uses.extend(index.map(|overlay| Use { overlay, place }));
            }
            let inputs = inputs(service).collect();
            naming.push(Naming { inputs, uses });
        }
        overlays.order = order::by_document(&naming, &overlays.list, diagnostics);
        overlays
    }

    /// Makes all changes to a document. `length` are the bytes of its text.
    pub(super) fn apply(
        &mut self,
        path: &Arc<str>,
        value: &mut Value,
        length: usize,
        trace: &mut Trace,
        diagnostics: &mut Diagnostics,
    ) {
        for index in self.order.get(path).into_iter().flatten() {
            if let Some(named) = self.list.get_mut(*index) {
                named.apply(path, value, length, trace, diagnostics);
            }
        }
    }

    /// Reports each overlay whose document nobody reads, and each action that has changed nothing. `was_read` says whether a file was
    /// read and understood, `was_wanted` whether it was at least looked for.
    pub(super) fn check(
        &self,
        was_read: impl Fn(&str) -> bool,
        was_wanted: impl Fn(&str) -> bool,
        diagnostics: &mut Diagnostics,
    ) {
        for (index, named) in self.list.iter().enumerate() {
            let documents = self.documents(index);
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
            named.check_effects(&documents, diagnostics);
        }
    }

    /// The documents that an overlay changes.
    fn documents(&self, overlay: usize) -> Vec<Arc<str>> {
        let documents = self.order.iter();
        let documents = documents.filter(|(_, order)| order.contains(&overlay));
        documents
            .map(|(document, _)| Arc::clone(document))
            .collect()
    }
}

impl Named {
    /// Carries out all actions on a document.
    fn apply(
        &mut self,
        path: &str,
        value: &mut Value,
        length: usize,
        trace: &mut Trace,
        diagnostics: &mut Diagnostics,
    ) {
        let length = length.saturating_add(self.length);
        let mut budget = length.saturating_mul(GROWTH).saturating_add(FREE);
        for (index, action) in self.overlay.actions.iter().enumerate() {
            match apply::apply(action, value, trace, &mut budget) {
                Ok(effect) => {
                    let most = self.effects.entry(index).or_insert(effect);
                    *most = effect.max(*most);
                }
                Err(fault) => {
                    self.faulty.insert(index);
                    report(fault, action, path, diagnostics);
                }
            }
        }
    }

    /// Reports each action that has done nothing, or what nobody may have meant, to these documents.
    fn check_effects(&self, documents: &[Arc<str>], diagnostics: &mut Diagnostics) {
        for (index, action) in self.overlay.actions.iter().enumerate() {
            if self.faulty.contains(&index) {
                continue;
            }
            let effect = self.effects.get(&index);
            let target = action.place.key("target");
            let update = action.place.key("update");
            match effect.copied().unwrap_or(Effect::NothingFound) {
                Effect::NothingFound => {
                    diagnostics.overlay_target_finds_nothing(&target, &action.text, documents);
                }
                Effect::NothingChanged => {
                    diagnostics.overlay_update_changes_nothing(&update, documents);
                }
                Effect::Changed => {}
                Effect::ListInList => diagnostics.overlay_update_list_in_list(&update),
            }
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
        effects: BTreeMap::new(),
        faulty: BTreeSet::new(),
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
        let mut names = other.overlays.iter();
        if names.any(|name| reference::path("", name).is_ok_and(|path| path == overlay)) {
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
        Fault::Clash(clash) => {
            let place = Place::new(&action.place.document, &clash.pointer);
            diagnostics.overlay_update_clashes(&place, &document, clash.given, clash.there);
        }
        Fault::TooLarge => diagnostics.overlay_update_too_large(&update, &document),
        Fault::TooDeep => {
            diagnostics.overlay_update_too_deep(&update, &document, super::text::DEEPEST);
        }
    }
}
