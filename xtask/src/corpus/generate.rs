//! Generates packages, several at a time.
//!
//! In: the packages, the folder for their crates.
//! Out: a row for each, in the order of the packages; the crates on disk.
//! Never: ends because of one package.

use std::any::Any;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Instant;

use armature_codegen::manifest::Manifest;
use armature_codegen::outcome::Generated;
use armature_codegen::write;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::codegen::input::{Input, ReadmeCrate};
use crate::codegen::report::Failure;
use crate::corpus::progress::Progress;
use crate::corpus::row::{Crate, Fault, Row};
use crate::corpus::workspace;
use crate::own;
use crate::packages::Package;
use crate::stages::{Clock, StageTimes, Watched};

/// As much as the main thread has, on which a single package is generated.
const STACK_BYTES: usize = 8 << 20;

/// Generates all.
///
/// # Errors
///
/// No threads.
pub fn all(packages: &[Package], out: &Path) -> Result<Vec<Row>, Failure> {
    let progress = Progress::new(packages.len());
    let rows = threads()?.install(|| {
        let rows = packages.par_iter().map(|package| {
            let row = row(package, out);
            progress.finished(&row);
            row
        });
        rows.collect()
    });
    progress.end();
    Ok(rows)
}

fn threads() -> Result<ThreadPool, Failure> {
    ThreadPoolBuilder::new()
        .stack_size(STACK_BYTES)
        .build()
        .map_err(|error| Failure::new(format!("error: no threads: {error}")))
}

fn row(package: &Package, out: &Path) -> Row {
    let started = Instant::now();
    let generated = shielded(|| one(package, out));
    Row {
        package: package.name.clone(),
        tag: package.tag.clone(),
        folder: package.folder.clone(),
        generated,
        compiled: None,
        exercised: None,
        time: started.elapsed(),
    }
}

/// A panic is a fault of the generator, and as such told.
fn shielded(step: impl FnOnce() -> Result<Crate, Failure>) -> Result<Crate, Fault> {
    match catch_unwind(AssertUnwindSafe(step)) {
        Ok(outcome) => outcome.map_err(|failure| Fault::of(&failure.to_string())),
        Err(payload) => {
            let report = format!("the generator panicked: {}", panic_text(payload.as_ref()));
            Err(Fault {
                code: "panic".to_owned(),
                first: report.lines().next().unwrap_or_default().to_owned(),
                report,
            })
        }
    }
}

fn panic_text(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("no text")
}

fn one(package: &Package, out: &Path) -> Result<Crate, Failure> {
    let folder = out.join(&package.folder);
    let input = Input::of_readme(&ReadmeCrate {
        readme: &package.readme,
        out: &folder,
        tag: package.tag.as_deref(),
        overlays: &[],
        name: Some(&format!("armature-{}", package.folder)),
        client: None,
        root: None,
        runtime: Some(&own::root().join("generator/runtime")),
    })?;
    write::recover(&folder)?;
    let mut clock = Clock::start();
    let watched = Watched::new(&input.source);
    let finished = &mut |stage| clock.lap(stage);
    let mut generated =
        armature_codegen::generate(&input.manifest, &watched, input.doubts, finished)?;
    let mut made = made(&generated, &input.manifest, &input.source.root);
    clock.lap_named("report");
    workspace::adopt(&mut generated.files)?;
    let plan = write::plan(generated.files, &folder)?;
    clock.lap_named("compare");
    write::apply(&plan)?;
    clock.lap_named("write");
    made.stages = clock.times(&watched);
    let files = watched.files().into_iter();
    made.files = files.map(|file| input.source.root.join(file)).collect();
    Ok(made)
}

/// All but what the run itself took.
fn made(generated: &Generated, manifest: &Manifest, root: &Path) -> Crate {
    let library = generated
        .files
        .iter()
        .filter(|file| file.path.starts_with("src/"));
    let statistics = &generated.statistics;
    let services = manifest.services.iter();
    let versions = services.flat_map(|service| &service.versions);
    Crate {
        root: root.to_owned(),
        inputs: versions
            .flat_map(|version| version.inputs.clone())
            .collect(),
        operations: statistics.operations,
        lines: library.map(|file| file.text.lines().count()).sum(),
        types: statistics.types,
        examples: statistics.examples,
        free_json: statistics.free_json,
        warnings: generated.warnings.counts.clone(),
        report: generated.warnings.to_string(),
        stages: StageTimes::default(),
        files: BTreeSet::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_fault_like_others() {
        let fault = shielded(|| panic!("row {} is missing\nsecond line", 3)).unwrap_err();
        assert_eq!(fault.code, "panic");
        assert_eq!(fault.first, "the generator panicked: row 3 is missing");
        assert!(fault.report.ends_with("second line"));
    }

    #[test]
    fn a_failure_is_told_by_the_line_of_its_first_error() {
        let said = "warning[A0104]: a\n   = help: b\n\nerror[A0105]: c\n  --> d\n";
        let fault = shielded(|| Err(Failure::new(said))).unwrap_err();
        assert_eq!(
            (fault.code.as_str(), fault.first.as_str()),
            ("A0105", "error[A0105]: c")
        );
    }
}
