//! The generated crate does what Microsoft's SDKs were recorded to do, or what a rule says instead.
//!
//! The recordings are looked for beside the workspace, in `../shared/wire`. Without them the test says so and passes.

use std::io::Write;
use std::path::Path;

/// The recordings, as seen from the workspace.
const RECORDINGS: &str = "../shared/wire";

#[test]
fn generated_crate_equals_recordings() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(RECORDINGS);
    if !folder.is_dir() {
        // The harness hides what the print macros write while a test passes.
        let _ = writeln!(
            std::io::stderr(),
            "generated_crate_equals_recordings: SKIPPED, there are no recordings to compare with.\n\
             It wants recorded calls of Microsoft's clients for Key Vault 7.4 and API Management 2021-08-01 and \
             2024-05-01, as JSON files, in {RECORDINGS} as seen from the workspace."
        );
        return;
    }
    let report = armature_wire::run(&folder).unwrap();
    assert!(report.is_good(), "{report}");
}

#[test]
fn each_rule_is_one_entry_with_a_reason() {
    let mut names: Vec<_> = armature_wire::rules::RULES
        .iter()
        .map(|rule| rule.name)
        .collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count, "two rules have one name");
    assert!(
        armature_wire::rules::RULES
            .iter()
            .all(|rule| !rule.reason.is_empty())
    );
}
