//! The numbers of a benchmark, to be read.
//!
//! In: a [`Report`].
//! Out: a table, or JSON with the same numbers.
//! Never: judges them.

use serde_json::json;

use super::measure::Cost;

const MEBIBYTE: f64 = 1024.0 * 1024.0;

/// The numbers of one package.
pub struct Report {
    /// Its operations.
    pub operations: usize,
    /// Its emitted lines.
    pub lines: usize,
    /// What was measured, in order: all groups first, the empty crate last.
    pub rows: Vec<Row>,
    /// Microsoft's crate, ours for the same service, and the empty crate.
    pub beside: Vec<Row>,
}

/// One thing that was measured.
pub struct Row {
    /// What it is.
    pub name: String,
    /// Its median cost.
    pub cost: Cost,
}

/// The table.
pub fn text(report: &Report) -> String {
    let mut text = format!(
        "API Management: {} operations, {} lines, {:.1} an operation\n\n",
        report.operations,
        report.lines,
        per_operation(report, as_number(report.lines)),
    );
    text.push_str(&rows(&report.rows));
    if let Some(all) = report.rows.first() {
        text.push_str(&format!(
            "\nan operation, all groups: {:.1} ms of user CPU, {:.2} MiB at the peak\n",
            per_operation(report, seconds(all) * 1000.0),
            per_operation(report, mebibytes(all)),
        ));
    }
    text.push_str("\nKey Vault certificates:\n\n");
    text.push_str(&rows(&report.beside));
    text
}

/// Rows beside the first, and net of the last.
fn rows(rows: &[Row]) -> String {
    let mut text = format!(
        "{:<44} {:>10} {:>13} {:>14} {:>12}\n",
        "cargo check, alone", "user CPU", "part of first", "net of start", "peak memory",
    );
    let start = rows.last().map_or(0.0, seconds);
    let all = rows.first().map_or(0.0, seconds);
    for row in rows {
        let user = seconds(row);
        text.push_str(&format!(
            "{:<44} {:>8.2} s {:>11.1} % {:>12.1} % {:>8.0} MiB\n",
            row.name,
            user,
            percent(user, all),
            percent(user - start, all - start),
            mebibytes(row),
        ));
    }
    text
}

/// The same as JSON.
pub fn json(report: &Report) -> String {
    let rows = |rows: &[Row]| -> Vec<_> {
        let rows = rows.iter().map(|row| {
            json!({
                "name": row.name,
                "user_seconds": row.cost.user.as_secs_f64(),
                "peak_bytes": row.cost.memory,
            })
        });
        rows.collect()
    };
    let value = json!({
        "operations": report.operations,
        "lines": report.lines,
        "check": rows(&report.rows),
        "beside": rows(&report.beside),
    });
    format!("{value:#}\n")
}

fn seconds(row: &Row) -> f64 {
    row.cost.user.as_secs_f64()
}

fn mebibytes(row: &Row) -> f64 {
    // Exact up to 2^53 bytes.
    row.cost.memory as f64 / MEBIBYTE
}

fn per_operation(report: &Report, value: f64) -> f64 {
    value / as_number(report.operations.max(1))
}

fn percent(part: f64, whole: f64) -> f64 {
    if whole > 0.0 {
        part / whole * 100.0
    } else {
        0.0
    }
}

fn as_number(count: usize) -> f64 {
    count as f64
}
