//! Adds up what was met, and asks the generator what becomes of it.
//!
//! In: the files that each package reaches.
//! Out: the [`Ledger`].
//! Never: prints.

use std::collections::{BTreeMap, BTreeSet};

use armature_codegen::ledger::{self, Treatment};
use armature_codegen::manifest::DirectiveWord;

use super::files::{Files, Reached};
use super::walk::Item;

/// Which packages reach a file, be it a description or their readme.
#[derive(Default)]
pub struct Tally {
    packages: usize,
    reached_by: BTreeMap<usize, BTreeSet<usize>>,
    descriptions: BTreeSet<usize>,
}

/// All rows, sorted by what was met.
pub struct Ledger {
    /// Packages counted.
    pub packages: usize,
    /// Descriptions counted, each once.
    pub files: usize,
    /// See [`Row`].
    pub rows: Vec<Row>,
}

/// One thing that descriptions have, or readmes.
pub struct Row {
    /// What it is.
    pub item: Item,
    /// How often it occurs. A file that several packages reach counts once.
    pub occurrences: usize,
    /// In how many packages.
    pub packages: usize,
    /// File and pointer, or line, of one occurrence.
    pub sample: String,
    /// What the generator does about it; `None` when that is unknown.
    pub treatment: Option<Treatment>,
}

impl Tally {
    /// Counts a package that reaches these files.
    pub fn add_package(&mut self, files: &Reached) {
        self.descriptions.extend(&files.descriptions);
        for file in files.descriptions.iter().chain([&files.readme]) {
            let packages = self.reached_by.entry(*file).or_default();
            packages.insert(self.packages);
        }
        self.packages += 1;
    }

    /// Adds everything up.
    pub fn ledger(&self, files: &Files) -> Ledger {
        let mut sums: BTreeMap<&Item, (usize, BTreeSet<usize>, String)> = BTreeMap::new();
        for (file, packages) in &self.reached_by {
            let path = files.path(*file).map(|path| path.display().to_string());
            let path = path.unwrap_or_default();
            for (item, (count, place)) in files.met(*file).into_iter().flat_map(|met| &met.items) {
                let sum = sums
                    .entry(item)
                    .or_insert_with(|| (0, BTreeSet::new(), format!("{path}{place}")));
                sum.0 += count;
                sum.1.extend(packages);
            }
        }
        let rows = sums
            .into_iter()
            .map(|(item, (occurrences, packages, sample))| Row {
                item: item.clone(),
                occurrences,
                packages: packages.len(),
                sample,
                treatment: treatment(item),
            });
        Ledger {
            packages: self.packages,
            files: self.descriptions.len(),
            rows: rows.collect(),
        }
    }
}

impl Ledger {
    /// The rows that nobody has decided about.
    pub fn unknown(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.treatment.is_none())
    }
}

fn treatment(item: &Item) -> Option<Treatment> {
    match item {
        Item::Extension(name) => ledger::extension(name),
        Item::Keyword(dialect, piece, keyword) => ledger::keyword(*piece, *dialect, keyword),
        Item::Format(ty, format) => ledger::format(ty.as_deref(), format),
        Item::MediaType(name) => ledger::media_type(name),
        Item::Directive(DirectiveWord::Member(name)) => ledger::directive_member(name),
        Item::Directive(DirectiveWord::Source(from)) => Some(ledger::directive_source(from)),
    }
}
