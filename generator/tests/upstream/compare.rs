//! Compares two trees in neutral form and holds what differs against the table of deliberate differences.
//!
//! In: our tree and Azure's. Out: every difference with its place on both sides; then a report of those that the table
//! does not know and of rows that nothing needs.

use std::collections::BTreeSet;
use std::fmt;

use super::files::Place;
use super::node::{Content, Node};

/// Longer values are cut in reports and stand as `...` in the table.
const LONGEST_TEXT: usize = 120;

/// One difference between the two sides.
#[derive(Debug)]
pub struct Difference {
    /// Where in the neutral form, as names joined with ` / `.
    pub path: String,
    /// What differs.
    pub change: Change,
    here: Place,
    there: Place,
}

/// What a difference consists of. Values are JSON; objects and arrays only say that they are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only our side has it.
    Added(String),
    /// Only Azure's side has it.
    Removed(String),
    /// Both have it, with different values.
    Changed {
        /// Azure's value.
        there: String,
        /// Our value.
        here: String,
    },
}

/// A difference that is meant to be.
#[derive(Clone, Debug)]
pub struct Deliberate {
    /// The name of the set of descriptions.
    pub set: &'static str,
    /// The difference's path.
    pub path: String,
    /// What differs there.
    pub change: Change,
    /// Why.
    pub reason: &'static str,
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.change {
            Change::Added(value) => writeln!(formatter, "{}: only here: {value}", self.path)?,
            Change::Removed(value) => writeln!(formatter, "{}: missing here: {value}", self.path)?,
            Change::Changed { there, here } => {
                writeln!(formatter, "{}: here {here}, upstream {there}", self.path)?
            }
        }
        writeln!(formatter, "    here      {}", self.here)?;
        writeln!(formatter, "    upstream  {}", self.there)
    }
}

/// Everything in which two trees differ. Where one side has nothing, the place is that of the node around it.
pub fn compare(here: &Node, there: &Node) -> Vec<Difference> {
    let mut differences = Vec::new();
    walk(here, there, &mut Vec::new(), &mut differences);
    differences
}

/// What is wrong in view of the table: unknown differences and rows that nothing needs. Empty when all is as meant.
pub fn report(set: &str, differences: &[Difference], table: &[Deliberate]) -> Vec<String> {
    let rows: Vec<&Deliberate> = table.iter().filter(|row| row.set == set).collect();
    let meant = |difference: &Difference, row: &Deliberate| {
        row.path == difference.path && row.change == difference.change
    };

    let unknown = differences
        .iter()
        .filter(|difference| !rows.iter().any(|row| meant(difference, row)));
    let unneeded = rows
        .iter()
        .filter(|row| !differences.iter().any(|difference| meant(difference, row)));
    unknown
        .map(|difference| format!("{set}: {difference}"))
        .chain(unneeded.map(|row| {
            format!(
                "{set}: {}: the table says {:?}, but that is not so\n",
                row.path, row.change
            )
        }))
        .collect()
}

fn walk(here: &Node, there: &Node, path: &mut Vec<String>, differences: &mut Vec<Difference>) {
    match (&here.content, &there.content) {
        (Content::Map(ours), Content::Map(theirs)) => {
            let keys: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
            for key in keys {
                path.push(key.clone());
                match (ours.get(key), theirs.get(key)) {
                    (Some(ours), Some(theirs)) => walk(ours, theirs, path, differences),
                    (Some(ours), None) => {
                        differences.push(difference(path, Change::Added(text(ours)), ours, there))
                    }
                    (None, Some(theirs)) => differences.push(difference(
                        path,
                        Change::Removed(text(theirs)),
                        here,
                        theirs,
                    )),
                    (None, None) => {}
                }
                path.pop();
            }
        }
        (Content::List(ours), Content::List(theirs)) if ours.len() == theirs.len() => {
            for (index, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                path.push(index.to_string());
                walk(ours, theirs, path, differences);
                path.pop();
            }
        }
        _ if here.to_value() == there.to_value() => {}
        _ => {
            let change = Change::Changed {
                there: text(there),
                here: text(here),
            };
            differences.push(difference(path, change, here, there));
        }
    }
}

fn difference(path: &[String], change: Change, here: &Node, there: &Node) -> Difference {
    Difference {
        path: path.join(" / "),
        change,
        here: here.place.clone(),
        there: there.place.clone(),
    }
}

/// A node in one line.
fn text(node: &Node) -> String {
    match &node.content {
        Content::Map(_) => "{...}".to_owned(),
        Content::Leaf(_) | Content::List(_) => {
            let text = node.to_value().to_string();
            match text.char_indices().nth(LONGEST_TEXT) {
                Some((end, _)) => format!("{}...", &text[..end]),
                None => text,
            }
        }
    }
}
