//! The table that people read.
//!
//! In: what came of the packages.
//! Out: a line for each, the failures with their first message, the sums.
//! Never: decides what a failure is.

use std::collections::BTreeMap;
use std::ops::Range;

use comfy_table::{CellAlignment, Table, presets};

use crate::corpus::listing;
use crate::corpus::row::{Compiled, Corpus, Row, Totals};

/// Columns and whether they hold numbers. Those of the examples are there when examples were sent.
const COLUMNS: [(&str, CellAlignment); 14] = [
    ("package", CellAlignment::Left),
    ("tag", CellAlignment::Left),
    ("operations", CellAlignment::Right),
    ("lines", CellAlignment::Right),
    ("generated", CellAlignment::Left),
    ("free JSON", CellAlignment::Right),
    ("compiled", CellAlignment::Left),
    ("examples", CellAlignment::Right),
    ("passed", CellAlignment::Right),
    ("contradictory", CellAlignment::Right),
    ("failed", CellAlignment::Right),
    ("unknown fields", CellAlignment::Right),
    ("time", CellAlignment::Right),
    ("warnings", CellAlignment::Left),
];

/// Which of the columns tell of the examples.
const EXAMPLES: Range<usize> = 7..12;

/// Everything there is to say.
pub fn text(corpus: &Corpus) -> String {
    let mut text = rows(corpus);
    let failures: Vec<String> = corpus.packages.iter().filter_map(failure).collect();
    if !failures.is_empty() {
        text += &format!("\nfailures:\n{}", failures.concat());
    }
    let failed: Vec<String> = corpus.packages.iter().map(listing::failed).collect();
    if failed.iter().any(|text| !text.is_empty()) {
        text += &format!("\nexamples that failed:\n{}", failed.concat());
    }
    text + "\n" + &totals(&corpus.totals)
}

fn rows(corpus: &Corpus) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    let with_examples = corpus.totals.exercised.is_some();
    let is_shown = |index: &usize| with_examples || !EXAMPLES.contains(index);
    let shown: Vec<usize> = (0..COLUMNS.len()).filter(is_shown).collect();
    table.set_header(shown.iter().map(|index| COLUMNS[*index].0));
    for row in &corpus.packages {
        let cells = cells(row);
        table.add_row(shown.iter().map(|index| cells[*index].clone()));
    }
    let alignments = shown.iter().map(|index| COLUMNS[*index].1);
    for (column, alignment) in table.column_iter_mut().zip(alignments) {
        column.set_cell_alignment(alignment);
        column.set_padding((0, 2));
    }
    table.trim_fmt() + "\n"
}

fn cells(row: &Row) -> [String; 14] {
    let made = row.generated.as_ref().ok();
    let counts = row.exercised.as_ref().map(|exercised| exercised.counts);
    let number = |number: Option<usize>| number.map_or(String::new(), |number| number.to_string());
    [
        row.package.clone(),
        row.tag.clone().unwrap_or_else(|| "default".to_owned()),
        number(made.map(|made| made.operations)),
        number(made.map(|made| made.lines)),
        match &row.generated {
            Ok(_) => "ok".to_owned(),
            Err(fault) => fault.code.clone(),
        },
        number(made.map(|made| made.free_json)),
        row.compiled.as_ref().map_or("-".to_owned(), compiled),
        number(counts.map(|counts| counts.all)),
        number(counts.map(|counts| counts.passed)),
        number(counts.map(|counts| counts.contradictory)),
        number(counts.map(|counts| counts.failed)),
        number(counts.map(|counts| counts.unknown_fields)),
        format!("{:.1} s", row.time.as_secs_f64()),
        made.map_or(String::new(), |made| by_code(&made.warnings)),
    ]
}

fn compiled(compiled: &Compiled) -> String {
    match compiled {
        clean if clean.is_clean() => "ok".to_owned(),
        Compiled {
            errors: 0,
            warnings: 0,
            ..
        } => "not reached".to_owned(),
        Compiled {
            errors: 0,
            warnings,
            ..
        } => format!("{warnings} warnings"),
        Compiled { errors, .. } => format!("{errors} errors"),
    }
}

/// The first message about a package that is not good.
fn failure(row: &Row) -> Option<String> {
    if let Err(fault) = &row.generated {
        return Some(format!("  {}: {}\n", row.package, fault.first));
    }
    let said = row
        .compiled
        .as_ref()
        .filter(|compiled| !compiled.is_clean())?;
    let first = said
        .first
        .as_deref()
        .unwrap_or("the compiler did not come to it");
    let lines: Vec<&str> = first.trim_end().lines().collect();
    Some(format!("  {}: {}\n", row.package, lines.join("\n    ")))
}

fn totals(totals: &Totals) -> String {
    let Totals {
        packages,
        generated,
        operations,
        lines,
        examples,
        free_json,
        stages,
        ..
    } = totals;
    let compiled = match (totals.compiled, totals.times.compiling) {
        (Some(clean), Some(time)) => {
            format!(
                "compiled without a warning {clean} of {generated}, in {:.1} s\n",
                time.as_secs_f64()
            )
        }
        _ => "not compiled\n".to_owned(),
    };
    let sent = match (totals.exercised, totals.times.exercising) {
        (Some(counts), Some(time)) => listing::counts(&counts, time),
        _ => String::new(),
    };
    let warnings = match by_code(&totals.warnings) {
        none if none.is_empty() => "none".to_owned(),
        some => some,
    };
    format!(
        "generated {generated} of {packages} packages, in {:.1} s\n\
         stages, summed over packages: {stages}\n{compiled}\
         {operations} operations, {lines} lines, {examples} examples, {free_json} places of free JSON\n{sent}\
         warnings: {warnings}\n",
        totals.times.generating.as_secs_f64()
    )
}

fn by_code(counts: &BTreeMap<&'static str, usize>) -> String {
    let counts: Vec<String> = counts
        .iter()
        .map(|(code, count)| format!("{code} ×{count}"))
        .collect();
    counts.join(", ")
}
