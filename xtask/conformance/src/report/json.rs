//! A report for programs.

use serde::Serialize;

use crate::report::{Report, Row, Tally};
use crate::verdict::Check;

#[derive(Serialize)]
struct Whole<'a> {
    categories: Vec<Counted<'a>>,
    files: Vec<Counted<'a>>,
    scenarios: Vec<Scenario<'a>>,
    refused: Vec<Refusal<'a>>,
    without_case: &'a [String],
    unknown_known: &'a [String],
}

#[derive(Serialize)]
struct Counted<'a> {
    name: &'a str,
    cases: usize,
    wire: usize,
    value: usize,
    green: usize,
}

#[derive(Serialize)]
struct Scenario<'a> {
    file: &'a str,
    category: &'a str,
    scenario: &'a str,
    operation: Option<&'a str>,
    /// Nothing when it is good.
    wire: Option<&'a str>,
    value: Option<&'a str>,
    known: Option<&'a str>,
    exchanges: &'a [String],
}

#[derive(Serialize)]
struct Refusal<'a> {
    file: &'a str,
    operation: &'a str,
    because: &'a str,
    /// Nothing when it is good.
    sent: Option<&'a str>,
}

/// The report as JSON.
///
/// # Errors
///
/// None that can happen: a report holds texts and numbers.
pub fn to_json(report: &Report) -> serde_json::Result<String> {
    let counted = |name, rows: Vec<&Row>| counted(name, Tally::of(rows.into_iter()));
    let of_category = |category| {
        let rows = report.rows.iter().filter(|row| row.category == category);
        counted(category, rows.collect())
    };
    let of_file = |file| {
        let rows = report.rows.iter().filter(|row| row.file == file);
        counted(file, rows.collect())
    };
    let refusals = report.refusals.iter();
    let whole = Whole {
        categories: report.categories().into_iter().map(of_category).collect(),
        files: report.files().into_iter().map(of_file).collect(),
        scenarios: report.rows.iter().map(scenario).collect(),
        refused: refusals
            .map(|(file, refused, sent)| Refusal {
                file,
                operation: &refused.operation,
                because: &refused.because,
                sent: sent.as_deref(),
            })
            .collect(),
        without_case: &report.without_case,
        unknown_known: &report.unknown_known,
    };
    serde_json::to_string_pretty(&whole)
}

fn counted(name: &str, tally: Tally) -> Counted<'_> {
    Counted {
        name,
        cases: tally.all,
        wire: tally.wire,
        value: tally.value,
        green: tally.green,
    }
}

fn scenario(row: &Row) -> Scenario<'_> {
    Scenario {
        file: &row.file,
        category: &row.category,
        scenario: &row.scenario,
        operation: row.operation.as_deref(),
        wire: why(&row.verdict.wire),
        value: why(&row.verdict.value),
        known: row.known.as_deref(),
        exchanges: &row.exchanges,
    }
}

fn why(check: &Check) -> Option<&str> {
    check.as_ref().err().map(String::as_str)
}
