//! The import table: which stage may use what, checked against the code.
//!
//! Reads every path in `generator/src` (use lines and paths in code), with `syn`, and holds its first segment against the table below,
//! which is the one in ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::Visit;

/// Module → modules of this crate that it may use.
const MODULES: &[(&str, &[&str])] = &[
    ("location", &[]),
    ("name", &[]),
    ("source_file", &[]),
    ("treatment", &[]),
    ("diagnostic", &["location"]),
    ("manifest", &["diagnostic", "location", "name", "treatment"]),
    ("load", &["diagnostic", "location", "manifest", "treatment"]),
    ("azure", &["treatment"]),
    ("model", &["location", "manifest", "name"]),
    (
        "lower",
        &[
            "azure",
            "diagnostic",
            "load",
            "location",
            "manifest",
            "model",
            "name",
            "treatment",
        ],
    ),
    (
        "ledger",
        &["azure", "load", "lower", "manifest", "treatment"],
    ),
    ("emit", &["model", "name", "source_file"]),
    ("format", &["emit", "source_file"]),
    ("write", &["source_file"]),
    (
        "outcome",
        &["diagnostic", "load", "location", "model", "source_file"],
    ),
    // The crate's root puts the stages together.
    (
        "lib",
        &[
            "diagnostic",
            "emit",
            "format",
            "load",
            "location",
            "lower",
            "manifest",
            "outcome",
            "source_file",
        ],
    ),
];

/// Crate → modules that may use it. A crate without a row may be used everywhere.
const CRATES: &[(&str, &[&str])] = &[
    ("openapiv3", &["azure", "load", "lower"]),
    ("serde_json", &["azure", "load", "lower"]),
    ("regex", &["load"]),
    ("serde_json_path", &["load"]),
    ("serde_yaml", &["load", "manifest"]),
    ("toml", &["manifest"]),
    ("quote", &["emit", "format"]),
    ("proc_macro2", &["emit", "format"]),
    ("syn", &["format"]),
    ("prettyplease", &["format"]),
    ("std::fs", &["load", "write"]),
    ("std::env", &[]),
    ("std::time", &[]),
];

#[test]
fn every_module_uses_only_what_the_table_allows() {
    let files = source_files();
    let mut faults = Vec::new();
    for (module, file) in &files {
        for path in paths_of(file) {
            faults.extend(fault(module, &path).map(|fault| format!("{}: {fault}", file.display())));
        }
    }
    assert!(
        faults.is_empty(),
        "imports against the table:\n{}",
        faults.join("\n")
    );
}

#[test]
fn the_table_has_a_row_for_every_module_and_no_more() {
    let rows: BTreeSet<&str> = MODULES.iter().map(|(module, _)| *module).collect();
    let files = source_files();
    let found: BTreeSet<&str> = files.iter().map(|(module, _)| module.as_str()).collect();
    assert_eq!(rows, found);
}

#[test]
fn every_allowance_is_needed() {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, file) in source_files() {
        used.entry(module).or_default().extend(paths_of(&file));
    }
    let mut idle = Vec::new();
    for (module, allowed) in MODULES {
        for other in *allowed {
            if !used[*module]
                .iter()
                .any(|path| starts_with(path, &format!("crate::{other}")))
            {
                idle.push(format!("{module} never uses {other}"));
            }
        }
    }
    for (name, modules) in CRATES {
        for module in *modules {
            if !used[*module].iter().any(|path| starts_with(path, name)) {
                idle.push(format!("{module} never uses {name}"));
            }
        }
    }
    assert!(
        idle.is_empty(),
        "rows that nothing needs:\n{}",
        idle.join("\n")
    );
}

fn fault(module: &str, path: &str) -> Option<String> {
    if let Some(rest) = path.strip_prefix("crate::") {
        let other = rest.split("::").next().unwrap_or_default();
        let (_, allowed) = MODULES.iter().find(|(name, _)| *name == module)?;
        let is_module = MODULES.iter().any(|(name, _)| *name == other);
        return (is_module && other != module && !allowed.contains(&other))
            .then(|| format!("{module} uses {path}"));
    }
    let (name, modules) = CRATES.iter().find(|(name, _)| starts_with(path, name))?;
    (!modules.contains(&module)).then(|| format!("{module} uses {name} ({path})"))
}

fn is_module(path: &str) -> bool {
    MODULES.iter().any(|(module, _)| starts_with(path, module))
}

fn starts_with(path: &str, prefix: &str) -> bool {
    path == prefix
        || path
            .strip_prefix(prefix)
            .is_some_and(|rest| rest.starts_with("::"))
}

/// All source files with their top-level module.
fn source_files() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let below = path.strip_prefix(&root).unwrap();
            let first = below
                .components()
                .next()
                .unwrap()
                .as_os_str()
                .to_string_lossy();
            files.push((first.trim_end_matches(".rs").to_owned(), path.clone()));
        }
    }
    files.sort();
    files
}

fn paths_of(file: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap();
    let syntax =
        syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut paths = Paths::default();
    paths.visit_file(&syntax);
    if file.ends_with("src/lib.rs") {
        // The root names its modules without `crate::`.
        return paths
            .found
            .into_iter()
            .map(|path| {
                if is_module(&path) {
                    format!("crate::{path}")
                } else {
                    path
                }
            })
            .collect();
    }
    paths.found
}

#[derive(Default)]
struct Paths {
    found: BTreeSet<String>,
}

impl Paths {
    fn use_tree(&mut self, prefix: &str, tree: &syn::UseTree) {
        let join = |name: &dyn ToString| match prefix {
            "" => name.to_string(),
            prefix => format!("{prefix}::{}", name.to_string()),
        };
        match tree {
            syn::UseTree::Path(path) => self.use_tree(&join(&path.ident), &path.tree),
            syn::UseTree::Name(name) => drop(self.found.insert(join(&name.ident))),
            syn::UseTree::Rename(rename) => drop(self.found.insert(join(&rename.ident))),
            syn::UseTree::Glob(_) => drop(self.found.insert(prefix.to_owned())),
            syn::UseTree::Group(group) => group
                .items
                .iter()
                .for_each(|item| self.use_tree(prefix, item)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.use_tree("", &item.tree);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        // Unit tests may use what they like.
        if item.ident != "tests" {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        if segments.len() > 1 {
            self.found.insert(segments.join("::"));
        }
        syn::visit::visit_path(self, path);
    }
}
