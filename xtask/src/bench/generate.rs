//! `cargo xtask bench generate`: what it takes to generate every package of a folder of descriptions.
//!
//! In: a folder as `cargo xtask corpus` takes it.
//! Out: a table on standard output: wall time, CPU and peak memory of a run over all packages, beside those of reading the same files with
//! serde_json and doing nothing with them; and the stages of the run.
//! Never: counts the first run, which reads everything from disk and writes the crates; those that count find nothing to change.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Args;
use serde::Deserialize;

use super::measure::{Cost, cost, median};
use crate::codegen::input::paths::{cannot, read};
use crate::codegen::report::Failure;
use crate::corpus::generate;
use crate::own;
use crate::packages;

/// What to measure, and how often.
#[derive(Args)]
pub struct Arguments {
    /// Folder of the descriptions, as for `cargo xtask corpus` [default: ../shared/azure-specs, beside the workspace].
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    /// Only packages whose name matches; `*` also stands for `/`. May be given several times.
    #[arg(long, value_name = "GLOB")]
    only: Vec<String>,

    /// How often each is measured, in turns; the table shows medians.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..))]
    runs: u16,

    /// Folder of the crates [default: target/bench/generate in the workspace].
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Only read the files that this file lists, with serde_json. This is how the command starts itself for the comparison.
    #[arg(long, value_name = "FILE", hide = true)]
    read: Option<PathBuf>,
}

/// What a run says of itself, by `corpus --json`.
#[derive(Deserialize)]
struct Said {
    totals: Totals,
}

#[derive(Deserialize)]
struct Totals {
    packages: usize,
    generated: usize,
    operations: usize,
    lines: usize,
    stage_seconds: serde_json::Map<String, serde_json::Value>,
}

/// Everything that was measured.
struct Measured {
    totals: Totals,
    files: usize,
    bytes: u64,
    reading: Cost,
    generating: Cost,
    /// Median seconds by stage, in their order.
    stages: Vec<(String, f64)>,
}

/// Runs the benchmark.
///
/// # Errors
///
/// No packages, a run that failed, a file that cannot be read or written.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if let Some(list) = &arguments.read {
        return read_all(list);
    }
    let default = own::root().join("../shared/azure-specs");
    let folder = arguments.folder.as_deref().unwrap_or(&default);
    print!("{}", text(&measure(arguments, folder)?));
    Ok(())
}

fn measure(arguments: &Arguments, folder: &Path) -> Result<Measured, Failure> {
    let out = match &arguments.out {
        Some(out) => out.clone(),
        None => own::root().join("target/bench/generate"),
    };
    let files = written(arguments, folder, &out)?;
    let list = out.join("files.txt");
    let json = out.join("outcome.json");
    let names: Vec<String> = files
        .keys()
        .map(|file| file.display().to_string())
        .collect();
    fs::write(&list, names.join("\n")).map_err(|error| cannot("write", &list, &error))?;

    let xtask = super::xtask()?;
    let (mut reading, mut generating, mut said) = (Vec::new(), Vec::new(), Vec::new());
    for run in 1..=arguments.runs {
        eprintln!("run {run} of {}", arguments.runs);
        let mut read = Command::new(&xtask);
        read.args(["bench", "generate", "--read"]).arg(&list);
        reading.push(cost(&mut read)?);
        let mut corpus = Command::new(&xtask);
        corpus.arg("corpus").arg(folder);
        corpus.arg("--out").arg(&out).arg("--json").arg(&json);
        for pattern in &arguments.only {
            corpus.arg("--only").arg(pattern);
        }
        corpus.stdout(Stdio::null()).stderr(Stdio::null());
        generating.push(cost(&mut corpus)?);
        said.push(outcome(&json)?);
    }
    let stages = stages(&said);
    let last = said
        .pop()
        .ok_or_else(|| Failure::new("error: there was no run"))?;
    Ok(Measured {
        totals: last.totals,
        files: files.len(),
        bytes: files.values().sum(),
        reading: median(&reading),
        generating: median(&generating),
        stages,
    })
}

/// Generates all packages, and says which files were read for them, with their sizes.
fn written(
    arguments: &Arguments,
    folder: &Path,
    out: &Path,
) -> Result<BTreeMap<PathBuf, u64>, Failure> {
    let packages = packages::wanted(folder, &arguments.only)?;
    let rows = generate::all(&packages, out)?;
    let mut files = BTreeSet::new();
    for row in rows {
        match row.generated {
            Ok(made) => files.extend(made.files),
            Err(fault) => {
                return Err(Failure::new(format!(
                    "error: {} cannot be generated: {}",
                    row.package, fault.first
                )));
            }
        }
    }
    let size = |file: PathBuf| {
        let length = fs::metadata(&file).map_err(|error| cannot("read", &file, &error))?;
        Ok((file, length.len()))
    };
    files.into_iter().map(size).collect()
}

fn outcome(json: &Path) -> Result<Said, Failure> {
    let text = read(json)?;
    serde_json::from_str(&text).map_err(|error| {
        Failure::new(format!(
            "error: {} is no outcome of a run: {error}",
            json.display()
        ))
    })
}

/// Reads each listed file with serde_json; what is no JSON is read as bytes.
fn read_all(list: &Path) -> Result<(), Failure> {
    let names = read(list)?;
    for file in names.lines().map(Path::new) {
        let bytes = fs::read(file).map_err(|error| cannot("read", file, &error))?;
        let value = serde_json::from_slice::<serde_json::Value>(&bytes).ok();
        std::hint::black_box(&value);
    }
    Ok(())
}

fn stages(said: &[Said]) -> Vec<(String, f64)> {
    let Some(first) = said.first() else {
        return Vec::new();
    };
    let names = first.totals.stage_seconds.keys();
    let median = |name: &String| {
        let seconds = said
            .iter()
            .filter_map(|said| said.totals.stage_seconds.get(name)?.as_f64());
        let mut seconds: Vec<f64> = seconds.collect();
        seconds.sort_by(f64::total_cmp);
        let middle = seconds.len().saturating_sub(1) / 2;
        (
            name.clone(),
            seconds.get(middle).copied().unwrap_or_default(),
        )
    };
    names.map(median).collect()
}

fn text(measured: &Measured) -> String {
    let Totals {
        packages,
        generated,
        operations,
        lines,
        ..
    } = measured.totals;
    // Exact up to 2^53 bytes.
    let megabytes = measured.bytes as f64 / 1e6;
    let mut text = format!(
        "{generated} of {packages} packages, {operations} operations, {lines} lines, from {} files of {megabytes:.1} MB\n\n\
         {:<28} {:>8} {:>8} {:>13} {:>12}\n",
        measured.files, "", "wall", "CPU", "× serde_json", "peak memory"
    );
    let cpu = |cost: &Cost| (cost.user + cost.system).as_secs_f64();
    let base = cpu(&measured.reading).max(f64::EPSILON);
    for (name, cost) in [
        ("read with serde_json", &measured.reading),
        ("generate", &measured.generating),
    ] {
        text += &format!(
            "{name:<28} {:>6.2} s {:>6.2} s {:>13.1} {:>8.0} MiB\n",
            cost.wall.as_secs_f64(),
            cpu(cost),
            cpu(cost) / base,
            cost.memory as f64 / (1024.0 * 1024.0),
        );
    }
    text += &format!(
        "\n{:<28} {:>8} {:>8}\n",
        "stage, all packages", "time", "part"
    );
    let all: f64 = measured.stages.iter().map(|(_, seconds)| seconds).sum();
    for (name, seconds) in &measured.stages {
        let part = seconds / all.max(f64::EPSILON) * 100.0;
        text += &format!("{name:<28} {seconds:>6.2} s {part:>6.1} %\n");
    }
    text
}
