//! A table of the files for documentation, made of cases and reasons alone.
//!
//! In: cases, `known.toml`. Out: Markdown.
//! Never: runs anything: a run is good only when what passes is exactly what has no reason.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::known::Known;
use crate::suite::Suite;

/// The table: a row for each file, most cases first, then a row for each category.
pub fn table(suites: &[Suite], known: &Known) -> String {
    let mut files = Vec::new();
    let mut categories: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for suite in suites {
        let mut green = 0;
        for case in &suite.file.cases {
            let category = suite.category(case);
            let passes = usize::from(known.reason(category, &case.scenario).is_none());
            green += passes;
            let counts = categories.entry(category).or_default();
            counts.0 += 1;
            counts.1 += passes;
        }
        files.push((suite.name.as_str(), suite.file.cases.len(), green));
    }
    files.sort_by_key(|(name, all, _)| (std::cmp::Reverse(*all), *name));
    let mut text = String::from("| description | scenarios | green |\n|---|--:|--:|\n");
    for (name, all, green) in files {
        row(&mut text, name, all, green);
    }
    text.push_str("\n| category | scenarios | green |\n|---|--:|--:|\n");
    let (mut all_cases, mut all_green) = (0, 0);
    for (category, (all, green)) in categories {
        row(&mut text, category, all, green);
        all_cases += all;
        all_green += green;
    }
    row(&mut text, "all", all_cases, all_green);
    text
}

fn row(text: &mut String, name: &str, all: usize, green: usize) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "| {name} | {all} | {green} |");
}
