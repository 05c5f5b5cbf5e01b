//! A report for people: what is wrong first, then the counts.

use std::fmt::{self, Display, Formatter};

use crate::report::{Report, Row, Tally};

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for row in self.failures() {
            failure(row, f)?;
        }
        for row in self.stale() {
            writeln!(
                f,
                "{} ({}.yaml) passes: take it out of known.toml",
                row.scenario, row.file
            )?;
        }
        for (file, refused, why) in &self.refusals {
            if let Some(why) = why {
                writeln!(
                    f,
                    "{} of {file} should be refused: {why}",
                    refused.operation
                )?;
            }
        }
        for name in &self.without_case {
            writeln!(f, "the server counts {name}, and there is no case of it")?;
        }
        for name in &self.unknown_known {
            writeln!(f, "known.toml has {name}, and there is no case of it")?;
        }
        table(self, f)?;
        summary(self, f)
    }
}

fn failure(row: &Row, f: &mut Formatter<'_>) -> fmt::Result {
    let operation = row.operation.as_deref().unwrap_or("no operation");
    writeln!(f, "{} ({}.yaml, {operation})", row.scenario, row.file)?;
    if let Err(why) = &row.verdict.wire {
        writeln!(f, "    wire:  {why}")?;
    }
    if let Err(why) = &row.verdict.value {
        writeln!(f, "    value: {why}")?;
    }
    Ok(())
}

fn table(report: &Report, f: &mut Formatter<'_>) -> fmt::Result {
    let files = report.files();
    let width = files.iter().map(|file| file.len()).max().unwrap_or(0);
    writeln!(f, "{:width$}  cases  wire  value  green", "file")?;
    for file in files {
        let tally = Tally::of(report.rows.iter().filter(|row| row.file == file));
        writeln!(
            f,
            "{file:width$}  {:>5}  {:>4}  {:>5}  {:>5}",
            tally.all, tally.wire, tally.value, tally.green
        )?;
    }
    writeln!(f)
}

fn summary(report: &Report, f: &mut Formatter<'_>) -> fmt::Result {
    for category in report.categories() {
        let rows = report.rows.iter().filter(|row| row.category == category);
        line(category, Tally::of(rows), f)?;
    }
    line("all", Tally::of(report.rows.iter()), f)?;
    let known = report.rows.iter().filter(|row| row.known.is_some()).count();
    writeln!(f, "{known} scenarios are in known.toml, each with a reason")?;
    if !report.refusals.is_empty() {
        writeln!(
            f,
            "{} calls are refused by the client, as they have to be",
            report
                .refusals
                .iter()
                .filter(|(_, _, why)| why.is_none())
                .count()
        )?;
    }
    Ok(())
}

fn line(name: &str, tally: Tally, f: &mut Formatter<'_>) -> fmt::Result {
    let Tally {
        all,
        wire,
        value,
        green,
    } = tally;
    writeln!(
        f,
        "{name:<9} wire {wire} of {all}, value {value} of {all}, green {green} of {all}"
    )
}
