//! The examples that failed, as people read them.
//!
//! In: what came of a package's examples.
//! Out: for each that failed its operation and name, then file, pointer, what was expected and what came; the counts.
//! Never: shows more than the first differences of an example: `--json` has all.

use std::time::Duration;

use crate::corpus::exercised::{Counts, Finding, Outcome, Verdict};
use crate::corpus::row::Row;

/// How many differences of an example are shown.
const SHOWN: usize = 3;

/// The longest line about a difference.
const WIDEST: usize = 240;

/// The examples of a package that failed.
pub fn failed(row: &Row) -> String {
    let Some(exercised) = &row.exercised else {
        return String::new();
    };
    let mut text = String::new();
    if let Some(fault) = &exercised.fault {
        text += &format!("  {}: {fault}\n", row.package);
    }
    let is_failed = |verdict: &&Verdict| verdict.outcome == Outcome::Failed;
    for verdict in exercised.verdicts.iter().filter(is_failed) {
        text += &format!(
            "  {}: {}, {:?}\n",
            row.package, verdict.operation, verdict.example
        );
        text += &differences(verdict);
    }
    text
}

fn differences(verdict: &Verdict) -> String {
    let shown = verdict.findings.iter().take(SHOWN);
    let mut text: String = shown
        .map(|finding| difference(&verdict.file, finding))
        .collect();
    if let Some(more) = verdict
        .findings
        .len()
        .checked_sub(SHOWN)
        .filter(|more| *more > 0)
    {
        text += &format!("    and {more} more\n");
    }
    text
}

fn difference(file: &str, finding: &Finding) -> String {
    let what = finding.what.replace('\n', " ");
    let shortened: String = match what.chars().count() {
        length if length > WIDEST => what.chars().take(WIDEST).chain("…".chars()).collect(),
        _ => what,
    };
    format!(
        "    {file}#{}\n      {}: {shortened}\n",
        finding.pointer, finding.kind
    )
}

/// The sums over all packages.
pub fn counts(counts: &Counts, time: Duration) -> String {
    let Counts {
        all,
        passed,
        contradictory,
        failed,
        unknown_fields,
    } = counts;
    let named = match contradictory {
        0 => "",
        _ => " (`--json` says where)",
    };
    format!(
        "sent {all} examples, in {:.1} s: {passed} passed, {contradictory} contradict their descriptions{named}, {failed} failed; \
         {unknown_fields} fields that no schema has\n",
        time.as_secs_f64()
    )
}
