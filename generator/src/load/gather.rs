//! Reads all files that the inputs reach.
//!
//! In: paths of the inputs, the overlays and a [`Source`].
//! Out: [`Gathered`]: every file once, as the overlays have made it, inputs first, then breadth-first in the order of their references.
//! Never: converts anything.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::dialect::{self, Dialect, Version};
use super::directives::Directives;
use super::fetch::{self, Fetched};
use super::overlay::{Overlays, Trace};
use super::reference::{self, Target};
use super::sites::{self, Company, Kind};
use super::source::Source;
use super::text::{Decoding, SourceText};
use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::manifest::Manifest;

/// All files, parsed, and the references between them.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// By path below the source root.
    pub(super) files: IndexMap<Arc<str>, File>,
    /// In the order of discovery. Those that cannot be followed are not here.
    pub(super) links: Vec<Link>,
    /// All texts that were read, also of files that could not be parsed.
    pub(super) texts: BTreeMap<Arc<str>, SourceText>,
    /// Where the values of each document stand.
    pub(super) traces: BTreeMap<Arc<str>, Arc<Trace>>,
}

/// One parsed file.
#[derive(Debug)]
pub(super) struct File {
    /// Its value, with what overlays have changed; always an object.
    pub(super) value: Value,
    /// Its language. A file that does not name one has that of the file which refers to it.
    pub(super) dialect: Dialect,
    /// Whether the manifest names it.
    pub(super) origin: Origin,
    /// Pointers of members that stand twice.
    pub(super) doubles: Vec<String>,
    /// Whether bytes had to be replaced.
    pub(super) decoding: Decoding,
}

/// How a file came into the set.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Origin {
    /// The manifest names it.
    Input,
    /// A reference leads to it.
    Referenced,
}

/// A reference, understood.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// Where it stands in the source.
    pub(super) from: Target,
    /// See [`Kind`].
    pub(super) kind: Kind,
    /// Where it leads.
    pub(super) to: Target,
    /// See [`Company`].
    pub(super) company: Company,
}

impl Gathered {
    /// The value that a reference leads to; `None` when there is none.
    pub(super) fn find(&self, target: &Target) -> Option<&Value> {
        self.files
            .get(&target.document)?
            .value
            .pointer(&target.pointer)
    }

    /// The members of a file; empty for a file that was not read.
    pub(super) fn root(&self, document: &str) -> Option<&Map<String, Value>> {
        self.files.get(document)?.value.as_object()
    }

    /// The language of a file.
    pub(super) fn dialect(&self, document: &str) -> Option<Dialect> {
        self.files.get(document).map(|file| file.dialect)
    }
}

/// A file that is wanted, and by whom.
struct Wanted {
    path: Arc<str>,
    by: Place,
    origin: Origin,
    dialect: Option<Dialect>,
}

/// What changes the values of files.
struct Changes<'c, 'm> {
    directives: &'c mut Directives<'m>,
    overlays: &'c mut Overlays,
}

/// Reads the overlays, the inputs and, breadth-first, what these refer to.
pub(super) fn gather(
    manifest: &Manifest,
    source: &dyn Source,
    diagnostics: &mut Diagnostics,
) -> Gathered {
    let mut gathered = Gathered::default();
    let mut directives = Directives::read(manifest, diagnostics);
    let mut overlays = Overlays::read(manifest, source, &mut gathered.texts, diagnostics);
    let mut seen: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut queue = VecDeque::new();
    for (input, place) in &inputs(manifest) {
        let path: Arc<str> = match reference::path("", input) {
            Ok(path) => path.into(),
            Err(refusal) => {
                fetch::refuse(diagnostics, place, input, refusal);
                continue;
            }
        };
        if seen.insert(Arc::clone(&path)) {
            queue.push_back(Wanted {
                path,
                by: place.clone(),
                origin: Origin::Input,
                dialect: None,
            });
        }
    }
    while let Some(wanted) = queue.pop_front() {
        let changes = Changes {
            directives: &mut directives,
            overlays: &mut overlays,
        };
        let Some(file) = read(&wanted, source, changes, &mut gathered, diagnostics) else {
            continue;
        };
        let links = links(&wanted.path, &file.value, diagnostics);
        for link in &links {
            if seen.insert(Arc::clone(&link.to.document)) {
                queue.push_back(Wanted {
                    path: Arc::clone(&link.to.document),
                    by: Place::new(&link.from.document, &link.from.pointer).key("$ref"),
                    origin: Origin::Referenced,
                    dialect: Some(file.dialect),
                });
            }
        }
        gathered.links.extend(links);
        gathered.files.insert(wanted.path, file);
    }
    directives.reconnect(&mut gathered);
    // Where a file could not be read, the finding about that is enough.
    if seen.iter().all(|path| gathered.files.contains_key(path)) {
        directives.check(diagnostics);
    }
    overlays.check(
        |path| gathered.files.contains_key(path),
        |path| seen.contains(path),
        diagnostics,
    );
    gathered
}

/// Every input with the place that names it.
fn inputs(manifest: &Manifest) -> Vec<(String, Place)> {
    let mut inputs = Vec::new();
    for (s, service) in manifest.services.iter().enumerate() {
        for (v, version) in service.versions.iter().enumerate() {
            for (i, input) in version.inputs.iter().enumerate() {
                inputs.push((input.clone(), manifest.input_place(s, v, i)));
            }
        }
    }
    inputs
}

/// Reads and parses one file, and lets the directives, then the overlays change it.
fn read(
    wanted: &Wanted,
    source: &dyn Source,
    changes: Changes<'_, '_>,
    gathered: &mut Gathered,
    diagnostics: &mut Diagnostics,
) -> Option<File> {
    let path = &wanted.path;
    let texts = &mut gathered.texts;
    let Fetched {
        mut value,
        doubles,
        decoding,
        length,
    } = fetch::fetch(path, &wanted.by, source, texts, diagnostics)?;
    let mut trace = changes
        .directives
        .apply(path, &mut value, length, diagnostics);
    changes
        .overlays
        .apply(path, &mut value, length, &mut trace, diagnostics);
    gathered.traces.insert(Arc::clone(path), trace.into());
    let dialect = dialect(path, &value, wanted.dialect, diagnostics)?;
    Some(File {
        value,
        dialect,
        origin: wanted.origin,
        doubles,
        decoding,
    })
}

/// The language of a file: its own word, else that of the file which refers to it.
fn dialect(
    path: &str,
    value: &Value,
    referring: Option<Dialect>,
    diagnostics: &mut Diagnostics,
) -> Option<Dialect> {
    let place = Place::document(path);
    let version = value.as_object().map_or(Version::Absent, dialect::version);
    match (version, referring) {
        (Version::Known(dialect), _) => Some(dialect),
        (Version::Absent, Some(dialect)) if value.is_object() => Some(dialect),
        (Version::Absent, _) => {
            match value.get("overlay") {
                Some(_) => diagnostics.overlay_among_inputs(&place),
                None => diagnostics.unsupported_version(&place, None),
            }
            None
        }
        (Version::Unknown(found), _) => {
            diagnostics.unsupported_version(&place, Some(&found));
            None
        }
    }
}

/// The references of one document; those that cannot be followed are reported.
fn links(path: &Arc<str>, value: &Value, diagnostics: &mut Diagnostics) -> Vec<Link> {
    let mut links = Vec::new();
    for site in sites::find(value) {
        match reference::parse(path, &site.text) {
            Ok(to) => links.push(Link {
                from: Target {
                    document: Arc::clone(path),
                    pointer: site.pointer,
                },
                kind: site.kind,
                to,
                company: site.company,
            }),
            Err(refusal) => {
                let place = Place::new(path, &site.pointer).key("$ref");
                fetch::refuse(diagnostics, &place, &site.text, refusal);
            }
        }
    }
    links
}
