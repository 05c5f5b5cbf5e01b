//! The ledger as a table, and as JSON.

use armature_codegen::ledger::{Dialect, Treatment};
use armature_codegen::manifest::DirectiveWord;
use serde_json::json;

use super::tally::{Ledger, Row};
use super::walk::Item;
use crate::codegen::say;

/// Prints the table: a section for each kind of thing, then a line of totals.
pub fn print(ledger: &Ledger) {
    for (title, section) in sections(ledger) {
        let names: Vec<String> = section.iter().map(|row| name(&row.item)).collect();
        let width = names.iter().map(|name| name.chars().count()).max();
        let width = width.unwrap_or_default().max(title.len());
        say(&format!(
            "{title:<width$}  occurrences  packages  what becomes of it"
        ));
        for (row, name) in section.iter().zip(&names) {
            let (occurrences, packages) = (row.occurrences, row.packages);
            let verdict = verdict(row);
            say(&format!(
                "{name:<width$}  {occurrences:>11}  {packages:>8}  {verdict}"
            ));
        }
        say("");
    }
    say(&totals(ledger));
    for row in ledger.unknown() {
        eprintln!("unknown: {} in {}", name(&row.item), row.sample);
    }
}

/// The same as JSON, with a line's end.
pub fn json(ledger: &Ledger) -> String {
    let section = |rows: Vec<&Row>| -> Vec<_> { rows.into_iter().map(entry).collect() };
    let mut sections = sections(ledger)
        .into_iter()
        .map(|(title, rows)| (title.replace(' ', "_"), json!(section(rows))))
        .collect::<serde_json::Map<_, _>>();
    sections.insert("packages".to_owned(), json!(ledger.packages));
    sections.insert("files".to_owned(), json!(ledger.files));
    let text = serde_json::to_string_pretty(&sections).unwrap_or_default();
    format!("{text}\n")
}

fn entry(row: &Row) -> serde_json::Value {
    let (word, text) = match row.treatment {
        Some(Treatment::Handled(module)) => ("handled", module),
        Some(Treatment::Ignored(reason)) => ("ignored", reason),
        None => ("unknown", ""),
    };
    let key = match word {
        "handled" => "by",
        _ => "reason",
    };
    json!({
        "name": name(&row.item),
        "occurrences": row.occurrences,
        "packages": row.packages,
        "treatment": word,
        key: text,
        "sample": row.sample,
    })
}

fn sections(ledger: &Ledger) -> Vec<(&'static str, Vec<&Row>)> {
    let of = |is: fn(&Item) -> bool| ledger.rows.iter().filter(|row| is(&row.item)).collect();
    vec![
        ("extensions", of(|item| matches!(item, Item::Extension(_)))),
        ("keywords", of(|item| matches!(item, Item::Keyword(..)))),
        ("formats", of(|item| matches!(item, Item::Format(..)))),
        ("media types", of(|item| matches!(item, Item::MediaType(_)))),
        ("directives", of(|item| matches!(item, Item::Directive(_)))),
    ]
}

/// What was met, in words: `type of a schema`, `int32 of a number`.
fn name(item: &Item) -> String {
    match item {
        Item::Extension(name)
        | Item::MediaType(name)
        | Item::Directive(DirectiveWord::Member(name)) => name.clone(),
        Item::Directive(DirectiveWord::Source(from)) => format!("from {from}"),
        Item::Keyword(dialect, piece, keyword) => {
            let language = match dialect {
                Dialect::Swagger2 => "",
                Dialect::OpenApi3 => " (OpenAPI 3.0)",
            };
            format!("{keyword} of {}{language}", piece.spoken())
        }
        Item::Format(Some(ty), format) => format!("{format} of type {ty}"),
        Item::Format(None, format) => format!("{format} without a type"),
    }
}

fn verdict(row: &Row) -> String {
    match row.treatment {
        Some(Treatment::Handled(module)) => format!("handled by {module}"),
        Some(Treatment::Ignored(reason)) => format!("ignored: {reason}"),
        None => "UNKNOWN".to_owned(),
    }
}

fn totals(ledger: &Ledger) -> String {
    let parts: Vec<String> = sections(ledger)
        .into_iter()
        .map(|(title, rows)| {
            let count = |is: fn(&Treatment) -> bool| {
                let treatments = rows.iter().filter_map(|row| row.treatment);
                treatments.filter(is).count()
            };
            let handled = count(|one| matches!(one, Treatment::Handled(_)));
            let ignored = count(|one| matches!(one, Treatment::Ignored(_)));
            format!(
                "{} {title} ({handled} handled, {ignored} ignored)",
                rows.len()
            )
        })
        .collect();
    format!(
        "{} packages, {} files: {}; {} unknown",
        ledger.packages,
        ledger.files,
        parts.join(", "),
        ledger.unknown().count()
    )
}
