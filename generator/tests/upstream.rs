//! Holds the project's own descriptions in `specs/` against Azure's descriptions of the same operations.
//!
//! The project words its descriptions itself; what they say about the wire has to be what Azure says. Both sides are
//! brought into one neutral form by code that shares nothing with the generator, texts are dropped, and all that is left
//! has to be equal, save for the differences in one table that gives a reason for each.
//!
//! Azure's descriptions are looked for beside the workspace, in `../shared/upstream/specification`. Without them the
//! tests that need them say so and pass; the others run.

mod upstream {
    pub mod compare;
    pub mod deliberate;
    pub mod description;
    pub mod dialect;
    pub mod examples;
    pub mod files;
    pub mod node;
    pub mod schemas;
    pub mod sets;
    pub mod wording;
    pub mod workspaces;
}

use std::io::Write;
use std::path::{Path, PathBuf};

use upstream::files::Files;
use upstream::sets::{API_MANAGEMENT_2024, SETS, WORKSPACES};
use upstream::{compare, deliberate, description, examples, wording, workspaces};

/// Azure's descriptions, as seen from the workspace.
const AZURES: &str = "../shared/upstream/specification";

#[test]
fn structure_equals_upstream() {
    let Some(theirs) = azures("structure_equals_upstream") else {
        return;
    };
    let ours = ours();
    let table = deliberate::table();
    let mut faults = Vec::new();
    for set in &SETS {
        let here = description::read(&ours, set.ours(), set);
        let there = description::read(&theirs, set.upstream(), set);
        let mut differences = compare::compare(&here, &there);
        for (name, azures) in set.documents {
            let here = description::version(&ours.document(name), name);
            let there = description::version(&theirs.document(azures), name);
            differences.extend(compare::compare(&here, &there));
        }
        faults.extend(compare::report(set.name, &differences, &table));
    }
    for row in &table {
        assert!(!row.reason.is_empty(), "{}: no reason", row.path);
        assert!(
            SETS.iter().any(|set| set.name == row.set),
            "{}: no set is called so",
            row.set
        );
    }
    none(&faults);
}

#[test]
fn words_are_our_own() {
    if let Some(theirs) = azures("words_are_our_own") {
        none(&wording::borrowed(&ours(), &theirs));
    }
}

#[test]
fn everything_is_described() {
    none(&wording::faults(&ours()));
}

#[test]
fn workspace_operations_follow_the_facts() {
    let ours = ours();
    let workspace = description::read(&ours, WORKSPACES.ours(), &WORKSPACES);
    let service = description::read(&ours, API_MANAGEMENT_2024.ours(), &WORKSPACES);
    let mut differences = workspaces::departures(&workspace, &service);
    differences.extend(compare::compare(
        &description::version(&ours.document(WORKSPACES.ours()), "both"),
        &description::version(&ours.document(API_MANAGEMENT_2024.ours()), "both"),
    ));
    let mut faults = workspaces::faults(&workspace);
    faults.extend(compare::report(WORKSPACES.name, &differences, &[]));
    none(&faults);
}

#[test]
fn examples_fit_their_operations() {
    let ours = ours();
    let mut faults = Vec::new();
    for set in SETS.iter().chain([&WORKSPACES]) {
        let description = description::read(&ours, set.ours(), set);
        for (_, operation) in description.at(&["operations"]).members() {
            faults.extend(examples::faults(operation, description.at(&["host"])));
        }
    }
    none(&faults);
}

/// A definition, parameter or example that nothing refers to is not read by anyone.
#[test]
fn nothing_stands_in_vain() {
    let ours = ours();
    for set in SETS.iter().chain([&WORKSPACES]) {
        description::read(&ours, set.ours(), set);
    }
    let mut declared = Vec::new();
    for file in ours.names() {
        let document = ours.document(file);
        if file.contains("/examples/") {
            declared.push(document);
            continue;
        }
        for owner in document.get("components").iter().chain([&document]) {
            for kind in [
                "definitions",
                "schemas",
                "parameters",
                "responses",
                "headers",
            ] {
                declared.extend(owner.entries_of(kind).into_iter().map(|(_, entry)| entry));
            }
        }
    }
    declared.retain(|entry| !ours.was_followed(entry));
    let unused = declared
        .iter()
        .map(|entry| format!("{}: nothing refers to it", entry.place()));
    none(&unused.collect::<Vec<_>>());
}

fn none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} found:\n\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// A folder named from the root of the workspace.
fn folder(path: &str) -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).join(path)
}

fn ours() -> Files {
    Files::read(&folder("specs"), "specs")
}

/// Azure's descriptions; `None`, and a word about it past the test harness, when they are not there.
fn azures(test: &str) -> Option<Files> {
    let folder = folder(AZURES);
    if folder.is_dir() {
        return Some(Files::read(&folder, "upstream"));
    }
    // The harness hides what the print macros write while a test passes.
    let _ = writeln!(
        std::io::stderr(),
        "{test}: SKIPPED, there are no descriptions of Azure's to compare with.\n\
         It wants `specification/` of the GitHub repository Azure/azure-rest-api-specs, reduced to the certificate \
         operations of Key Vault 7.4 and API Management 2021-08-01 and 2024-05-01, in {AZURES} \
         as seen from the workspace."
    );
    None
}
