//! A folder of cases.
//!
//! In: the folder, the names of the files that are wanted. Out: the files' cases, by name of the file.
//! Never: leaves a file out that is not one of cases, or lets two cases have one scenario.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::{Path, PathBuf};

use crate::case::{Case, CaseFile, Refused};

/// The cases of one description.
#[derive(Clone, Debug)]
pub struct Suite {
    /// Name of the file without its ending, which is that of the description.
    pub name: String,
    /// Its cases.
    pub file: CaseFile,
}

impl Suite {
    /// What the server counts a case of this file under.
    pub fn category<'a>(&'a self, case: &'a Case) -> &'a str {
        case.category.as_deref().unwrap_or(&self.file.category)
    }

    /// All arguments of a case, the client's too.
    pub fn arguments(&self, case: &Case) -> serde_json::Map<String, serde_json::Value> {
        self.with_client(&case.arguments)
    }

    /// All arguments of a call that cannot be made.
    pub fn refused_arguments(
        &self,
        refused: &Refused,
    ) -> serde_json::Map<String, serde_json::Value> {
        self.with_client(&refused.arguments)
    }

    fn with_client(
        &self,
        arguments: &serde_json::Map<String, serde_json::Value>,
    ) -> serde_json::Map<String, serde_json::Value> {
        let mut all = self.file.client.clone();
        all.extend(arguments.clone());
        all
    }
}

/// Reads `folder/*.yaml`, in order of their names; when `only` names files, no others.
///
/// # Errors
///
/// The folder or a file cannot be read, is of another form, or has a scenario that another has; a name of `only` is none of
/// a file. The text names file and line.
pub fn read(folder: &Path, only: &[String]) -> Result<Vec<Suite>, String> {
    let all = files(folder)?;
    for name in only {
        if !all.iter().any(|file| stem(file) == wanted(name)) {
            return Err(at(folder, format!("holds no cases of {name:?}")));
        }
    }
    let mut suites = Vec::new();
    let mut known: BTreeMap<(String, String), String> = BTreeMap::new();
    for file in all {
        let suite = read_file(&file)?;
        for case in &suite.file.cases {
            let key = (suite.category(case).to_owned(), case.scenario.clone());
            if let Some(other) = known.insert(key, suite.name.clone()) {
                let scenario = &case.scenario;
                return Err(at(
                    &file,
                    format!("there is a case of the scenario {scenario} already, in {other}.yaml"),
                ));
            }
        }
        suites.push(suite);
    }
    if !only.is_empty() {
        suites.retain(|suite| only.iter().any(|name| wanted(name) == suite.name));
    }
    Ok(suites)
}

fn read_file(file: &Path) -> Result<Suite, String> {
    let text = std::fs::read_to_string(file).map_err(|error| at(file, error))?;
    let cases = CaseFile::read(&text).map_err(|error| match error.location() {
        Some(place) => format!("{}:{}: {error}", file.display(), place.line()),
        None => at(file, error),
    })?;
    Ok(Suite {
        name: stem(file),
        file: cases,
    })
}

/// `url`, `url.json` and `url.yaml` are one name.
fn wanted(name: &str) -> &str {
    let name = name.strip_suffix(".json").unwrap_or(name);
    name.strip_suffix(".yaml").unwrap_or(name)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = folder.read_dir().map_err(|error| at(folder, error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| at(folder, error))?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(at(folder, "holds no cases (*.yaml)"));
    }
    Ok(files)
}

fn stem(file: &Path) -> String {
    file.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn at(path: &Path, why: impl Display) -> String {
    format!("{}: {why}", path.display())
}
