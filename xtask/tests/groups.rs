//! A feature for each operation group of a large package: what `Cargo.toml` names is what the code asks for.
//! That each group compiles alone, and none, is checked by `.ci/run`.
//!
//! The descriptions are looked for beside the workspace, in `../shared/azure-specs/specification`: the folder `specification`
//! of the GitHub repository Azure/azure-rest-api-specs. Without them the test says that it is skipped.

#[allow(dead_code, reason = "the other tests use the rest")]
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use support::{codegen, files};

const README: &str = "../shared/azure-specs/specification/apimanagement/resource-manager/readme.md";

#[test]
fn features_of_groups_are_on_mod_and_use_lines_and_nowhere_else() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if !workspace.join(README).is_file() {
        // The harness hides what the print macros write while a test passes.
        let _ = writeln!(std::io::stderr(), "SKIPPED, there is no {README}");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let outcome = codegen(&workspace, &["--readme", README, "--out", out]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);

    let groups = features(&fs::read_to_string(folder.path().join("Cargo.toml")).unwrap());
    assert!(
        groups.contains("certificate") && groups.len() > 50,
        "{groups:?}"
    );
    let asked = asked(folder.path());
    let modules: BTreeSet<String> = asked[&Line::Module].clone();
    assert_eq!(
        modules, groups,
        "each feature has a module, each module's feature exists"
    );
    for (line, names) in &asked {
        assert!(names.is_subset(&groups), "{line:?}: {names:?}");
    }
}

/// What stands below a `cfg`.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Line {
    Module,
    Use,
    /// An entry in the list of tables of calls by operationId.
    Table,
}

/// The features that need nothing else.
fn features(manifest: &str) -> BTreeSet<String> {
    let lines = manifest.lines();
    lines
        .filter_map(|line| Some(line.strip_suffix(" = []")?.to_owned()))
        .collect()
}

/// The features that code asks for, by what they switch on. Panics where that is anything else.
fn asked(root: &Path) -> BTreeMap<Line, BTreeSet<String>> {
    let mut asked: BTreeMap<Line, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in texts(root) {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for (index, line) in lines.iter().enumerate() {
            if !line.starts_with("#[cfg(") {
                continue;
            }
            // A long condition goes over several lines.
            let rest = &lines[index..];
            let end = rest.iter().position(|line| line.ends_with(")]")).unwrap();
            let (condition, below) = rest.split_at(end + 1);
            let condition = condition.concat();
            // Nothing but the module's own lint stands between.
            let below = below
                .iter()
                .find(|line| !line.starts_with("#["))
                .unwrap_or_else(|| panic!("{}: {line}", file.display()));
            let kind = match below.split_whitespace().collect::<Vec<_>>().as_slice() {
                ["mod", ..] | ["pub", "mod", ..] => Line::Module,
                ["pub", "use", ..] => Line::Use,
                [table] if table.ends_with("::OPERATIONS,") => Line::Table,
                _ => panic!("{}: {line} above {below}", file.display()),
            };
            let names = condition.split('"').skip(1).step_by(2);
            let groups = names.filter(|name| *name != "dispatch").map(str::to_owned);
            asked.entry(kind).or_default().extend(groups);
        }
    }
    asked
}

fn texts(root: &Path) -> Vec<(PathBuf, String)> {
    files(root)
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .map(|file| {
            let text = fs::read_to_string(root.join(&file)).unwrap();
            (file, text)
        })
        .collect()
}
