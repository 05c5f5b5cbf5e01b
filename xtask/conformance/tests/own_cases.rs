//! The cases of this repository: they can be read, they are all, and the documentation has their table.

use std::path::Path;

use armature_conformance::known::Known;
use armature_conformance::report::table;
use armature_conformance::run::Caller;
use armature_conformance::suite::{self, Suite};

/// How many scenarios the server has, by category.
const SCENARIOS: [(&str, usize); 4] = [
    ("vanilla", 642),
    ("azure", 145),
    ("optional", 43),
    ("dpg", 18),
];

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn suites() -> Vec<Suite> {
    suite::read(&folder().join("cases"), &[]).unwrap()
}

#[test]
fn every_scenario_of_the_server_has_a_case() {
    let suites = suites();
    for (category, expected) in SCENARIOS {
        let cases = suites.iter().flat_map(|suite| {
            let cases = suite.file.cases.iter();
            cases.map(|case| suite.category(case))
        });
        let found = cases.filter(|found| *found == category).count();
        assert_eq!(found, expected, "{category}");
    }
    let all: usize = suites.iter().map(|suite| suite.file.cases.len()).sum();
    assert_eq!(all, 848);
}

#[test]
fn every_case_that_is_run_has_its_raw_request() {
    for suite in suites() {
        for case in &suite.file.cases {
            let is_whole = !case.requests.is_empty() || case.left_out.is_some();
            assert!(is_whole, "{} of {}.yaml", case.scenario, suite.name);
        }
    }
}

#[test]
fn the_documentation_has_the_table() {
    let known = folder().join("cases/known.toml");
    let known = Known::read(&known, Caller::Clients(&[])).unwrap();
    let docs = std::fs::read_to_string(folder().join("README.md")).unwrap();
    let table = table(&suites(), &known);
    assert!(
        docs.replace("\r\n", "\n").contains(&table),
        "put what `cargo xtask conformance --table` prints into xtask/conformance/README.md:\n{table}"
    );
}
