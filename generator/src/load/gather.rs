//! Reads all files that the inputs reach.
//!
//! In: paths of the inputs and a [`Source`].
//! Out: [`Gathered`]: every file once, inputs first, then breadth-first in the order of their references.
//! Never: converts anything.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::dialect::{self, Dialect, Version};
use super::reference::{self, Refusal, Target};
use super::sites::{self, Company, Kind};
use super::source::{Source, SourceError};
use super::text::{self, Complaint, Decoding, SourceText};
use crate::diagnostic::Diagnostics;
use crate::location::Place;

/// All files, parsed, and the references between them.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// By path below the source root.
    pub(super) files: IndexMap<Arc<str>, File>,
    /// In the order of discovery. Those that cannot be followed are not here.
    pub(super) links: Vec<Link>,
    /// All texts that were read, also of files that could not be parsed.
    pub(super) texts: BTreeMap<Arc<str>, SourceText>,
}

/// One parsed file.
#[derive(Debug)]
pub(super) struct File {
    /// Its value; always an object.
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

/// Reads the inputs and, breadth-first, what they refer to. With each input goes the place that names it.
pub(super) fn gather(
    inputs: &[(String, Place)],
    source: &dyn Source,
    diagnostics: &mut Diagnostics,
) -> Gathered {
    let mut gathered = Gathered::default();
    let mut seen: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut queue = VecDeque::new();
    for (input, place) in inputs {
        let path: Arc<str> = match reference::path("", input) {
            Ok(path) => path.into(),
            Err(refusal) => {
                refuse(diagnostics, place, input, refusal);
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
        let Some(file) = read(&wanted, source, &mut gathered.texts, diagnostics) else {
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
    gathered
}

/// Reads and parses one file.
fn read(
    wanted: &Wanted,
    source: &dyn Source,
    texts: &mut BTreeMap<Arc<str>, SourceText>,
    diagnostics: &mut Diagnostics,
) -> Option<File> {
    let path = &wanted.path;
    let bytes = match source.read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            unread(wanted, error, diagnostics);
            return None;
        }
    };
    let (text, decoding) = text::decode(path, bytes);
    let parsed = text::parse(&text);
    texts.insert(Arc::clone(path), text);
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => {
            let place = Place::at(path, error.line, error.column);
            match error.complaint {
                Complaint::TooDeep => diagnostics.nested_too_deeply(&place, text::DEEPEST),
                Complaint::Syntax(reason) => diagnostics.not_json_or_yaml(&place, &reason),
            }
            return None;
        }
    };
    let place = Place::document(path);
    let Some(root) = parsed.value.as_object() else {
        diagnostics.unsupported_version(&place, None);
        return None;
    };
    let dialect = match (dialect::version(root), wanted.dialect) {
        (Version::Known(dialect), _) | (Version::Absent, Some(dialect)) => dialect,
        (Version::Absent, None) => {
            diagnostics.unsupported_version(&place, None);
            return None;
        }
        (Version::Unknown(found), _) => {
            diagnostics.unsupported_version(&place, Some(&found));
            return None;
        }
    };
    Some(File {
        value: parsed.value,
        dialect,
        origin: wanted.origin,
        doubles: parsed.doubles,
        decoding,
    })
}

fn unread(wanted: &Wanted, error: SourceError, diagnostics: &mut Diagnostics) {
    match error {
        SourceError::Missing => diagnostics.missing_file(&wanted.by, &wanted.path),
        SourceError::Unreadable => diagnostics.unreadable_file(&wanted.by, &wanted.path),
        SourceError::Outside => diagnostics.outside_root(&wanted.by, &wanted.path),
    }
}

fn refuse(diagnostics: &mut Diagnostics, place: &Place, text: &str, refusal: Refusal) {
    match refusal {
        Refusal::Outside => diagnostics.outside_root(place, text),
        Refusal::Remote | Refusal::NoPointer | Refusal::Malformed => {
            diagnostics.unsupported_reference(place, text)
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
                refuse(diagnostics, &place, &site.text, refusal);
            }
        }
    }
    links
}
