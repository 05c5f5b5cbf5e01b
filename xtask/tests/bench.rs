//! `cargo xtask bench generate` from the outside, on packages that are generated in no time.

mod support;

use std::path::Path;

use support::{copy, xtask};

#[test]
fn generating_is_measured_beside_reading() {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/listed");
    copy(&from, &folder.path().join("listed"));

    let arguments = ["bench", "generate", "listed", "--runs", "1", "--out", "out"];
    let outcome = xtask(folder.path(), &arguments);
    assert_eq!(outcome.code, 1, "{}", outcome.stdout);
    assert!(outcome.stderr.contains("error: "), "{}", outcome.stderr);

    let good = [&arguments[..], &["--only", "widgets/data-plane*"]].concat();
    let outcome = xtask(folder.path(), &good);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    let first = lines.first().unwrap_or(&"");
    assert!(first.starts_with("2 of 2 packages, "), "{first}");
    let rows: Vec<&str> = lines
        .iter()
        .filter(|line| line.contains(" s "))
        .filter_map(|line| line.split("  ").next())
        .collect();
    let stages = [
        "read", "load", "lower", "emit", "format", "report", "compare", "write",
    ];
    let expected = [&["read with serde_json", "generate"][..], &stages[..]].concat();
    assert_eq!(rows, expected, "{}", outcome.stdout);
}
