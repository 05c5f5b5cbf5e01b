//! What came of each package, and of all.
//!
//! In: what the steps found.
//! Out: plain data, and its JSON.
//! Never: runs anything.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Duration;

use serde::{Serialize, Serializer};

use crate::codegen::report::Failure;
use crate::corpus::exercised::{self, Exercised};
use crate::stages::StageTimes;

/// What came of one package.
#[derive(Debug, Serialize)]
pub struct Row {
    /// The package.
    pub package: String,
    /// The tag that was asked for; `None` for the readme's default.
    pub tag: Option<String>,
    /// Folder of the crate below that of all crates.
    pub folder: String,
    /// The crate, or why there is none.
    #[serde(serialize_with = "crate_or_fault")]
    pub generated: Result<Crate, Fault>,
    /// What the compiler said; `None` when it was not asked.
    pub compiled: Option<Compiled>,
    /// What came of its examples; `None` when they were not sent.
    #[serde(rename = "examples")]
    pub exercised: Option<Exercised>,
    /// Wall time of generating, on one thread.
    #[serde(rename = "seconds", serialize_with = "seconds")]
    pub time: Duration,
}

/// A crate that was generated.
#[derive(Debug, Serialize)]
pub struct Crate {
    /// Folder of the descriptions.
    #[serde(skip)]
    pub root: PathBuf,
    /// The descriptions with the operations, below `root`.
    #[serde(skip)]
    pub inputs: Vec<String>,
    /// Its operations.
    pub operations: usize,
    /// Lines below `src`.
    pub lines: usize,
    /// Its structs and enums.
    pub types: usize,
    /// Examples that became tests.
    pub examples: usize,
    /// Places of free JSON.
    pub free_json: usize,
    /// How many warnings there are, by code.
    pub warnings: BTreeMap<&'static str, usize>,
    /// The warnings with their places.
    pub report: String,
    /// Wall time by stage.
    #[serde(rename = "stage_seconds")]
    pub stages: StageTimes,
    /// The files that were read. There may be hundreds of each package, so they are not told.
    #[serde(skip)]
    pub files: BTreeSet<PathBuf>,
}

/// Why a package could not be generated.
#[derive(Debug, Serialize)]
pub struct Fault {
    /// The code of the first error; `error` where the command itself failed, `panic` where the generator did.
    pub code: String,
    /// The first line of the first error.
    pub first: String,
    /// All that was said.
    pub report: String,
}

/// What the compiler said about a crate.
#[derive(Debug, Default, Serialize)]
pub struct Compiled {
    /// Whether its library came out of the compiler.
    pub finished: bool,
    /// Errors about its code.
    pub errors: usize,
    /// Warnings about its code.
    pub warnings: usize,
    /// The first message, as the compiler shows it.
    pub first: Option<String>,
}

/// All packages.
#[derive(Debug, Serialize)]
pub struct Corpus {
    /// By name.
    pub packages: Vec<Row>,
    /// The sums.
    pub totals: Totals,
}

/// Sums over all packages.
#[derive(Debug, Default, Serialize)]
pub struct Totals {
    /// Packages.
    pub packages: usize,
    /// Those that were generated.
    pub generated: usize,
    /// Those that compile without a warning; `None` when the compiler was not asked.
    pub compiled: Option<usize>,
    /// Operations.
    pub operations: usize,
    /// Lines below `src`.
    pub lines: usize,
    /// Examples that became tests.
    pub examples: usize,
    /// Places of free JSON.
    pub free_json: usize,
    /// Warnings by code.
    pub warnings: BTreeMap<&'static str, usize>,
    /// What came of the examples; `None` when they were not sent.
    pub exercised: Option<exercised::Counts>,
    /// Wall time by stage, summed over the packages.
    #[serde(rename = "stage_seconds")]
    pub stages: StageTimes,
    /// How long it took.
    #[serde(flatten)]
    pub times: Times,
}

/// Wall times of the steps.
#[derive(Debug, Default, Serialize)]
pub struct Times {
    /// Of generating all.
    #[serde(rename = "generating_seconds", serialize_with = "seconds")]
    pub generating: Duration,
    /// Of the compiler's check; `None` when it was not asked.
    #[serde(rename = "compiling_seconds", serialize_with = "optional_seconds")]
    pub compiling: Option<Duration>,
    /// Of building programs that send the examples, and of sending them; `None` when they were not sent.
    #[serde(rename = "exercising_seconds", serialize_with = "optional_seconds")]
    pub exercising: Option<Duration>,
}

impl Fault {
    /// The fault that a message tells; its errors begin with `error`, with a code in brackets unless the command itself failed.
    pub fn of(report: &str) -> Self {
        let first = report
            .lines()
            .find(|line| line.starts_with("error"))
            .unwrap_or(report)
            .to_owned();
        let code = first
            .strip_prefix("error[")
            .and_then(|rest| rest.split_once(']'))
            .map_or("error", |(code, _)| code);
        Self {
            code: code.to_owned(),
            first,
            report: report.to_owned(),
        }
    }
}

impl Compiled {
    /// Whether there was nothing to say.
    pub fn is_clean(&self) -> bool {
        self.finished && self.errors == 0 && self.warnings == 0
    }
}

impl Row {
    /// Whether the crate is there, the compiler, when asked, had nothing to say, and no example failed that was sent.
    pub fn is_good(&self) -> bool {
        self.generated.is_ok()
            && self.compiled.as_ref().is_none_or(Compiled::is_clean)
            && self.exercised.as_ref().is_none_or(Exercised::is_good)
    }
}

impl Corpus {
    /// Sums up.
    pub fn new(packages: Vec<Row>, times: Times) -> Self {
        let mut totals = Totals {
            packages: packages.len(),
            compiled: times.compiling.map(|_| 0),
            exercised: times.exercising.map(|_| exercised::Counts::default()),
            times,
            ..Totals::default()
        };
        for row in &packages {
            totals.add(row);
        }
        Self { packages, totals }
    }

    /// Whether every row is good.
    pub fn is_good(&self) -> bool {
        self.packages.iter().all(Row::is_good)
    }

    /// All of it, for other programs.
    ///
    /// # Errors
    ///
    /// None that is known: all keys are texts and all numbers finite.
    pub fn to_json(&self) -> Result<String, Failure> {
        let text = serde_json::to_string_pretty(self)
            .map_err(|error| Failure::new(format!("error: the outcome is no JSON: {error}")))?;
        Ok(text + "\n")
    }
}

impl Totals {
    fn add(&mut self, row: &Row) {
        if let Some(clean) = &mut self.compiled {
            *clean += usize::from(row.compiled.as_ref().is_some_and(Compiled::is_clean));
        }
        if let (Some(sum), Some(exercised)) = (&mut self.exercised, &row.exercised) {
            sum.add(&exercised.counts);
        }
        let Ok(made) = &row.generated else { return };
        self.generated += 1;
        self.operations += made.operations;
        self.lines += made.lines;
        self.examples += made.examples;
        self.free_json += made.free_json;
        self.stages.add_all(&made.stages);
        for (code, count) in &made.warnings {
            *self.warnings.entry(code).or_default() += count;
        }
    }
}

/// As `{"crate": …}` or `{"fault": …}`.
fn crate_or_fault<S: Serializer>(
    generated: &Result<Crate, Fault>,
    to: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[serde(rename_all = "lowercase")]
    enum Outcome<'a> {
        Crate(&'a Crate),
        Fault(&'a Fault),
    }
    match generated {
        Ok(made) => Outcome::Crate(made),
        Err(fault) => Outcome::Fault(fault),
    }
    .serialize(to)
}

/// To the millisecond: more is noise.
fn seconds<S: Serializer>(time: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64((time.as_secs_f64() * 1e3).round() / 1e3)
}

fn optional_seconds<S: Serializer>(time: &Option<Duration>, to: S) -> Result<S::Ok, S::Error> {
    match time {
        Some(time) => seconds(time, to),
        None => to.serialize_none(),
    }
}
