//! Holds the generated crate against recordings of Microsoft's own SDKs: what they sent for the same arguments, and what
//! they made of the same answers.
//!
//! In: a folder of recordings. Out: a [`Report`] of every difference.
//! Never: opens a connection, or leaves a case out. Where the client differs on purpose, a [rule](rules) says what it must
//! do instead, and that is compared.
//!
//! | module | what |
//! |---|---|
//! | [`case`] | the form of a recording |
//! | [`plan`] | what a case demands; [`public`] for objects of the SDK's public client |
//! | [`rules`] | the table of deliberate differences |
//! | [`polls`] | where an operation is asked about |
//! | [`server`] | the transport that answers as recorded |
//! | [`replay`] | the call, by the generated crate's `dispatch` |
//! | [`compare`] | requests and results; [`address`] for URLs |
//! | [`report`] | what is printed |

pub mod address;
pub mod case;
pub mod compare;
pub mod plan;
pub mod polls;
pub mod public;
pub mod replay;
pub mod report;
pub mod rules;
pub mod server;

use std::collections::BTreeSet;
use std::fmt::Display;
use std::path::{Path, PathBuf};

use case::Case;
use compare::{Difference, differences};
use plan::Plan;
use report::{Report, Verdict};
use rules::{RULES, Rule};

/// Replays all cases of `folder/*.json`, in order of the files' names.
///
/// # Errors
///
/// The folder or a file cannot be read or holds no case, two cases of a file have one name, or a case has a form that is not
/// known; the text names the file.
pub fn run(folder: &Path) -> Result<Report, String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    let mut report = Report::new(RULES);
    for file in recordings(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        report.start(name.into_owned());
        for case in read(&file)? {
            let verdict = runtime.block_on(judge(&case, RULES));
            let verdict = verdict.map_err(|why| at(&file, format!("{}: {why}", case.name)))?;
            report.take(&case.name, verdict);
        }
    }
    Ok(report)
}

/// Replays a case, and finds out which of the rules it needs.
///
/// It needs none when what they demand is what was recorded. Else it needs each one without which the others are not
/// enough.
///
/// # Errors
///
/// As [`Plan::recorded`].
pub async fn judge(case: &Case, rules: &'static [Rule]) -> Result<Verdict, String> {
    let rules: Vec<&'static Rule> = rules.iter().filter(|rule| rule.applies_to(case)).collect();
    let found = replay_with(case, &rules).await?;
    if !found.is_empty() {
        return Ok(Verdict::Different(rules, found));
    }
    if replay_with(case, &[]).await?.is_empty() {
        return Ok(Verdict::Equal(Vec::new()));
    }
    let mut needed = Vec::new();
    for rule in &rules {
        let others = rules.iter().filter(|other| other.name != rule.name);
        let others: Vec<_> = others.copied().collect();
        if !replay_with(case, &others).await?.is_empty() {
            needed.push(*rule);
        }
    }
    Ok(Verdict::Equal(needed))
}

async fn replay_with(case: &Case, rules: &[&Rule]) -> Result<Vec<Difference>, String> {
    let mut plan = Plan::recorded(case)?;
    for rule in rules {
        (rule.instead)(case, &mut plan);
    }
    let observed = replay::call(&plan, &case.operation_id).await;
    Ok(differences(&plan, &observed))
}

/// The recordings of a folder, in order of their names.
fn recordings(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = folder.read_dir().map_err(|error| at(folder, error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| at(folder, error))?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(at(folder, "holds no recordings (*.json)"));
    }
    Ok(files)
}

fn read(file: &Path) -> Result<Vec<Case>, String> {
    let text = std::fs::read(file).map_err(|error| at(file, error))?;
    let cases: Vec<Case> = serde_json::from_slice(&text).map_err(|error| at(file, error))?;
    if cases.is_empty() {
        return Err(at(file, "holds no case"));
    }
    let mut names = BTreeSet::new();
    match cases.iter().find(|case| !names.insert(&case.name)) {
        Some(double) => Err(at(file, format!("two cases are named {:?}", double.name))),
        None => Ok(cases),
    }
}

fn at(path: &Path, why: impl Display) -> String {
    format!("{}: {why}", path.display())
}
