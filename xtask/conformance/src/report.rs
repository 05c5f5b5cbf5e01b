//! What came of a run.
//!
//! In: a row for each case. Out: text for people, JSON for programs, and whether all is well.
//! Never: judges a case.

mod json;
mod table;
mod text;

use crate::case::Refused;
use crate::known::Known;
use crate::verdict::Verdict;

pub use json::to_json;
pub use table::table;

/// What came of a run.
#[derive(Debug, Default)]
pub struct Report {
    /// The cases, in order.
    pub rows: Vec<Row>,
    /// Calls that cannot be made: file, call, and what happened instead when it could.
    pub refusals: Vec<(String, Refused, Option<String>)>,
    /// Scenarios that the server counts and no case has.
    pub without_case: Vec<String>,
    /// Entries of `known.toml` that no case has.
    pub unknown_known: Vec<String>,
}

/// What came of a case.
#[derive(Clone, Debug)]
pub struct Row {
    /// Name of the description, without its ending.
    pub file: String,
    /// What the server counts the scenario under.
    pub category: String,
    /// Names the counter.
    pub scenario: String,
    /// The operationId.
    pub operation: Option<String>,
    /// What is to be said of it.
    pub verdict: Verdict,
    /// What went over the wire.
    pub exchanges: Vec<String>,
    /// Why it need not pass.
    pub known: Option<String>,
}

/// How many of some cases are good.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    /// Cases.
    pub all: usize,
    /// Those whose request was right.
    pub wire: usize,
    /// Those whose answer was understood.
    pub value: usize,
    /// Those that are good in both ways.
    pub green: usize,
}

impl Tally {
    /// Of some rows.
    pub fn of<'a>(rows: impl Iterator<Item = &'a Row>) -> Self {
        let mut tally = Self::default();
        for Row { verdict, .. } in rows {
            tally.all += 1;
            tally.wire += usize::from(verdict.wire.is_ok());
            tally.value += usize::from(verdict.value.is_ok());
            tally.green += usize::from(verdict.is_green());
        }
        tally
    }
}

impl Report {
    /// Failures that have no reason.
    pub fn failures(&self) -> impl Iterator<Item = &Row> {
        self.rows
            .iter()
            .filter(|row| row.known.is_none() && !row.verdict.is_green())
    }

    /// Cases that pass though there is a reason why they cannot.
    pub fn stale(&self) -> impl Iterator<Item = &Row> {
        self.rows
            .iter()
            .filter(|row| row.known.is_some() && row.verdict.is_green())
    }

    /// Whether there is nothing to mend.
    pub fn is_good(&self) -> bool {
        self.failures().next().is_none()
            && self.stale().next().is_none()
            && self.refusals.iter().all(|(_, _, why)| why.is_none())
            && self.without_case.is_empty()
            && self.unknown_known.is_empty()
    }

    /// Looks for entries of `known` that no case has.
    pub fn hold_against(&mut self, known: &Known) {
        let is_case = |category: &str, scenario: &str| {
            let mut rows = self.rows.iter();
            rows.any(|row| row.category == category && row.scenario == scenario)
        };
        let unknown = known
            .entries()
            .filter(|(category, scenario)| !is_case(category, scenario))
            .map(|(category, scenario)| format!("{category}/{scenario}"));
        self.unknown_known = unknown.collect();
    }

    /// Categories in order of their first case.
    pub fn categories(&self) -> Vec<&str> {
        distinct(self.rows.iter().map(|row| row.category.as_str()))
    }

    /// Files in order.
    pub fn files(&self) -> Vec<&str> {
        distinct(self.rows.iter().map(|row| row.file.as_str()))
    }
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}
