//! `cargo xtask corpus` from the outside: a row for every package, good or bad, and the rest goes on.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use support::{Outcome, copy, files, xtask};
use tempfile::TempDir;

/// A copy of a folder of packages, so that messages show it by a short path.
fn packages(name: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    copy(&from.join(name), &folder.path().join(name));
    folder
}

/// Generates into `out` beside the packages.
fn corpus(folder: &Path, arguments: &[&str]) -> Outcome {
    let mut all = vec!["corpus", "--out", "out"];
    all.extend(arguments);
    xtask(folder, &all)
}

/// The table without the times, which differ from run to run.
fn timeless(said: &str) -> String {
    let word = |word: &str| {
        let number = word.parse::<f64>().is_ok() && word.contains('.');
        if number {
            "…".to_owned()
        } else {
            word.to_owned()
        }
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    said.lines().map(|one| line(one) + "\n").collect()
}

fn snapshot(name: &str, outcome: &Outcome) {
    let text = format!(
        "exit code {}\n\n{}",
        outcome.code,
        timeless(&outcome.stdout)
    );
    insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "corpus", omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn every_package_has_a_row_and_none_stops_the_others() {
    let folder = packages("tree");
    let outcome = corpus(folder.path(), &["tree"]);
    snapshot("tree", &outcome);
    for package in ["widgets-data-plane", "gadgets-resource-manager"] {
        let library = folder.path().join("out").join(package).join("src/lib.rs");
        assert!(library.is_file(), "{package}");
    }
    let lines: Vec<&str> = outcome.stderr.lines().collect();
    let [other, packages @ ..] = lines.as_slice() else {
        panic!("nothing was said");
    };
    assert_eq!(
        *other,
        "no package, for it has no settings: tree/specification/gadgets/README.md"
    );
    assert_eq!(packages.len(), 7, "a line for each: {packages:?}");
    assert!(packages[6].starts_with("[7/7] "), "{packages:?}");
}

#[test]
fn a_list_of_packages_counts_where_there_is_one() {
    let folder = packages("listed");
    let outcome = corpus(folder.path(), &["listed"]);
    snapshot("listed", &outcome);
    let model = |package: &str| {
        let client = folder
            .path()
            .join("out")
            .join(package)
            .join("src/client.rs");
        fs::read_to_string(client).unwrap()
    };
    assert!(model("widgets-data-plane").contains("\"1.0\""));
    assert!(model("widgets-data-plane-old").contains("\"0.9\""));
}

#[test]
fn only_chooses_by_name_and_good_packages_end_well() {
    let folder = packages("tree");
    let outcome = corpus(
        folder.path(),
        &["tree", "--only", "wid*", "--only", "*/resource-manager"],
    );
    snapshot("only", &outcome);
    let made = fs::read_dir(folder.path().join("out")).unwrap().count();
    assert_eq!(made, 2);
}

#[test]
fn the_json_holds_what_the_table_shows_and_the_reports() {
    let folder = packages("tree");
    corpus(folder.path(), &["tree", "--json", "corpus.json"]);
    let text = fs::read_to_string(folder.path().join("corpus.json")).unwrap();
    let outcome: Value = serde_json::from_str(&text).unwrap();

    let names: Vec<&str> = outcome["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["package"].as_str().unwrap())
        .collect();
    assert!(names.is_sorted() && names.len() == 7, "{names:?}");

    let row = |name: &str| {
        let index = names.iter().position(|known| *known == name).unwrap();
        &outcome["packages"][index]
    };
    let good = &row("gadgets/resource-manager")["generated"]["crate"];
    assert_eq!(
        (&good["operations"], &good["free_json"]),
        (&1.into(), &1.into())
    );
    let bad = &row("no-json")["generated"]["fault"];
    let report = bad["report"].as_str().unwrap();
    assert!(report.contains(bad["first"].as_str().unwrap()), "{report}");
    assert!(report.contains("table.json:1:1"), "{report}");
    let missing = &row("missing-file")["generated"]["fault"]["report"];
    let missing = missing.as_str().unwrap();
    let named = "missing-file/readme.md:9:5";
    assert!(missing.contains(named), "where it is named: {missing}");
    assert_eq!(outcome["totals"]["generated"], 2);
    assert_eq!(outcome["totals"]["compiled"], Value::Null);
}

#[test]
fn a_second_run_changes_no_file() {
    let folder = packages("tree");
    let written = || {
        corpus(folder.path(), &["tree"]);
        let out = folder.path().join("out");
        let times = files(&out).into_iter().map(|file| {
            let time = fs::metadata(out.join(&file)).unwrap().modified().unwrap();
            (file, time)
        });
        times.collect::<BTreeMap<_, _>>()
    };
    assert_eq!(written(), written());
}

#[test]
fn what_cannot_be_a_run_is_said_plainly() {
    let folder = packages("listed");
    let list = folder.path().join("faulty");
    fs::create_dir(&list).unwrap();
    fs::write(list.join("packages.json"), "{}").unwrap();
    for (arguments, expected) in [
        (
            ["absent", "--only", "*"],
            "error: cannot read absent: No such",
        ),
        (
            ["listed", "--json", "nowhere/a.json"],
            "error: cannot write nowhere/a.json: No such",
        ),
        (["listed", "--only", "["], "`--only` is no pattern"),
        (["listed", "--only", "gadgets"], "none of the 3 packages"),
        (
            ["faulty", "--only", "*"],
            "faulty/packages.json is no list of packages",
        ),
    ] {
        let outcome = corpus(folder.path(), &arguments);
        assert_eq!(
            (outcome.code, outcome.stdout.as_str()),
            (1, ""),
            "{arguments:?}"
        );
        assert!(
            outcome.stderr.contains(expected),
            "{arguments:?}: {}",
            outcome.stderr
        );
        assert!(
            outcome.stderr.contains("= help: "),
            "{arguments:?}: {}",
            outcome.stderr
        );
    }
}

/// The crates lie in a workspace of their own and are compiled with the runtime of this one.
#[test]
fn the_crates_are_compiled_and_their_packages_that_failed_are_left_out() {
    let folder = packages("tree");
    let outcome = corpus(folder.path(), &["tree", "--compile"]);
    snapshot("compiled", &outcome);
}

/// What passes, what contradicts its description and what fails, with its place; a package that cannot be generated and one whose
/// description is not read have a row that says so.
#[test]
fn examples_are_sent_and_what_came_of_each_is_told() {
    let folder = packages("exercised");
    let outcome = corpus(
        folder.path(),
        &["exercised", "--examples", "--json", "corpus.json"],
    );
    snapshot("exercised", &outcome);

    let text = fs::read_to_string(folder.path().join("corpus.json")).unwrap();
    let outcome: Value = serde_json::from_str(&text).unwrap();
    let verdicts = outcome["packages"][0]["examples"]["verdicts"].as_array();
    let line = |verdict: &Value| {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut line = format!(
            "{}: {}\n",
            text(&verdict["example"]),
            text(&verdict["outcome"])
        );
        for finding in verdict["findings"].as_array().unwrap() {
            let (kind, pointer) = (text(&finding["kind"]), text(&finding["pointer"]));
            line += &format!("  {kind} at {pointer}\n    {}\n", text(&finding["what"]));
        }
        line
    };
    let verdicts: String = verdicts.unwrap().iter().map(line).collect();
    insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "corpus", omit_expression => true }, {
        insta::assert_snapshot!("verdicts", verdicts);
    });
}

/// A lint that emitted tests do not keep, because they do not use every dependency that examples written by hand may use.
#[cfg(unix)]
#[test]
fn a_warning_of_the_compiler_is_a_failure() {
    use std::os::unix::fs::PermissionsExt;

    use support::xtask_with;

    let folder = packages("tree");
    let wrapper = folder.path().join("rustc.sh");
    fs::write(
        &wrapper,
        "#!/bin/sh\nexec \"$@\" -W unused-crate-dependencies\n",
    )
    .unwrap();
    fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755)).unwrap();

    let arguments = [
        "corpus",
        "--out",
        "out",
        "tree",
        "--compile",
        "--only",
        "*gets/*",
    ];
    let wrapper = wrapper.to_str().unwrap();
    let outcome = xtask_with(
        folder.path(),
        &arguments,
        &[("RUSTC_WORKSPACE_WRAPPER", wrapper)],
    );
    assert_eq!(outcome.code, 1, "{}", outcome.stdout);
    for expected in [
        "failures:\n  gadgets/resource-manager: warning: extern crate",
        "compiled without a warning 1 of 2",
    ] {
        assert!(
            outcome.stdout.contains(expected),
            "{expected}:\n{}",
            outcome.stdout
        );
    }
}
