//! The texts of the project's descriptions: nothing goes without one, and none is Microsoft's.

use std::collections::{BTreeMap, BTreeSet};

use super::description::each_operation;
use super::dialect::Dialect;
use super::files::{Cursor, Files};

/// Runs of this many words do not occur in two texts by chance.
const RUN: usize = 7;

/// A summary is a line in a list of methods.
const LONGEST_SUMMARY: usize = 80;

/// Everything that lacks a text, or has one that documentation cannot show well. Empty when nothing does.
pub fn faults(files: &Files) -> Vec<String> {
    let mut faults = Vec::new();
    for file in descriptions(files) {
        let document = files.document(file);
        Dialect::of(&document);
        for member in ["/info/title", "/paths"] {
            if document.value().pointer(member).is_none() {
                faults.push(format!("{}: no {member}", document.place()));
            }
        }
        each_described(&document, &mut faults);
        for operation in each_operation(&document) {
            let summary = operation.text.get_text("summary");
            if summary.is_empty()
                || summary.len() > LONGEST_SUMMARY
                || summary.contains('\n')
                || summary.ends_with('.')
            {
                faults.push(format!(
                    "{}: a summary is one line without a full stop",
                    operation.text.place()
                ));
            }
        }
    }
    faults
}

/// Sentences of ours that are also Microsoft's, or nearly: they share a run of words. Empty when none is.
pub fn borrowed(ours: &Files, upstream: &Files) -> Vec<String> {
    let mut theirs: BTreeMap<Vec<String>, String> = BTreeMap::new();
    for file in descriptions(upstream) {
        each_text(&upstream.document(file), &mut |text| {
            for run in runs(text.text()) {
                theirs
                    .entry(run)
                    .or_insert_with(|| text.place().to_string());
            }
        });
    }
    let mut borrowed = BTreeSet::new();
    for file in descriptions(ours) {
        each_text(&ours.document(file), &mut |text| {
            for run in runs(text.text()) {
                if let Some(place) = theirs.get(&run) {
                    borrowed.insert(format!(
                        "{}: \"{}\" stands also in {place}",
                        text.place(),
                        run.join(" ")
                    ));
                }
            }
        });
    }
    borrowed.into_iter().collect()
}

/// The documents that are descriptions: neither examples nor overlays.
pub fn descriptions(files: &Files) -> impl Iterator<Item = &str> {
    let overlay = |file: &str| files.document(file).get("overlay").is_some();
    files
        .names()
        .filter(move |file| !file.contains("/examples/") && !overlay(file))
}

/// Walks over a document and notes what lacks a description: operations, parameters, bodies, responses, headers,
/// definitions, properties, values of enums and ways to sign in.
fn each_described(here: &Cursor<'_>, faults: &mut Vec<String>) {
    for (key, member) in here.entries() {
        let of_map = || {
            member
                .entries()
                .into_iter()
                .map(|(_, entry)| entry)
                .collect::<Vec<_>>()
        };
        let described = match key.as_str() {
            "get" | "put" | "post" | "patch" | "delete" | "head" | "requestBody" | "info" => {
                vec![member.clone()]
            }
            "parameters" if member.value().is_array() => member.items(),
            "definitions" | "schemas" | "properties" | "parameters" | "responses" | "headers" => {
                of_map()
            }
            "securityDefinitions" | "securitySchemes" => of_map(),
            "x-ms-enum" => {
                let values = member.items_of("values");
                if values.is_empty() {
                    faults.push(format!("{}: its values are not described", member.place()));
                }
                values
            }
            "x-ms-examples" => continue,
            _ => {
                member
                    .items()
                    .iter()
                    .chain([&member])
                    .for_each(|inner| each_described(inner, faults));
                continue;
            }
        };
        for named in described {
            // A property says what its model is for; elsewhere the text of a reference stands at its target.
            if key == "properties" || !is_reference(&named) {
                faults.extend(fault_of(&named));
            }
            each_described(&named, faults);
        }
    }
}

fn fault_of(described: &Cursor<'_>) -> Option<String> {
    let text = described.get_text("description");
    let what = if text.is_empty() {
        "no description"
    } else if outside_code(text).contains('<') {
        "HTML in a description"
    } else if outside_code(text).contains('|') {
        "a table in a description"
    } else {
        return None;
    };
    Some(format!("{}: {what}", described.place()))
}

/// A text without what stands in backticks.
fn outside_code(text: &str) -> String {
    text.split('`').step_by(2).collect()
}

fn is_reference(object: &Cursor<'_>) -> bool {
    object.get("$ref").is_some() && object.entries().len() == 1
}

/// Calls `found` with every description and summary.
fn each_text<'f>(here: &Cursor<'f>, found: &mut dyn FnMut(&Cursor<'f>)) {
    for (key, member) in here.entries() {
        if (key == "description" || key == "summary") && member.value().is_string() {
            found(&member);
        }
        each_text(&member, found);
    }
    for element in here.items() {
        each_text(&element, found);
    }
}

/// All runs of [`RUN`] words in the sentences of a text, and short sentences of at least four words as a whole.
fn runs(text: &str) -> Vec<Vec<String>> {
    let mut runs = Vec::new();
    for sentence in text.split(['.', ';']) {
        let words: Vec<String> = sentence
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        if words.len() >= RUN {
            runs.extend(words.windows(RUN).map(<[String]>::to_vec));
        } else if words.len() >= 4 {
            runs.push(words);
        }
    }
    runs
}
