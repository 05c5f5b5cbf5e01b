//! Sends the examples of each package through its crate.
//!
//! In: the rows of generated crates.
//! Out: in each row what came of its examples.
//! Never: lets a crate that does not compile, or a program that crashes or hangs, stop the others.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::codegen::report::Failure;
use crate::corpus::exercised::{Exercised, Line};
use crate::corpus::row::{Crate, Row};
use crate::linked::{self, Library, Program};

/// What the programs are made with.
const LIBRARY: Library = Library {
    package: "armature-examples",
    folder: "xtask/examples",
};

/// Much longer than an example takes, which the program itself puts an end to.
const SILENCE: Duration = Duration::from_secs(180);

/// Builds a program for every crate that was generated, and runs it.
///
/// # Errors
///
/// Cargo cannot be started, a file cannot be written.
pub fn all(rows: &mut [Row], out: &Path) -> Result<(), Failure> {
    let made = |row: &&Row| row.generated.is_ok();
    let folders: Vec<&str> = rows
        .iter()
        .filter(made)
        .map(|row| row.folder.as_str())
        .collect();
    if folders.is_empty() {
        return Ok(());
    }
    let workspace = linked::write(out, "examples", &folders, LIBRARY)?;
    linked::build(&workspace, &mut |program| {
        let row = rows.iter_mut().find(|row| row.folder == program.folder);
        if let Some(row) = row
            && let Ok(made) = &row.generated
        {
            let exercised = run(&program, made);
            let counts = exercised.counts;
            eprintln!(
                "{}: {} of {} examples passed",
                row.package, counts.passed, counts.all
            );
            row.exercised = Some(exercised);
        }
        forget(&program);
        Ok(())
    })?;
    for row in rows.iter_mut().filter(|row| row.generated.is_ok()) {
        row.exercised.get_or_insert_with(|| {
            Exercised::faulty("the crate, or the program for it, does not compile")
        });
    }
    Ok(())
}

/// A program is as large as its crate and takes a moment to link again; cargo has it twice.
fn forget(program: &Program) {
    let name = program
        .executable
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .replace('-', "_");
    let deps = program.executable.with_file_name("deps");
    let twins = fs::read_dir(deps)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let is_twin = |path: &Path| {
        let stem = path.file_name().unwrap_or_default().to_string_lossy();
        path.extension().is_none() && stem.rsplit_once('-').is_some_and(|(stem, _)| stem == name)
    };
    for file in twins
        .filter(|path| is_twin(path))
        .chain([program.executable.clone()])
    {
        // What stays only takes room.
        let _ = fs::remove_file(file);
    }
}

fn run(program: &Program, made: &Crate) -> Exercised {
    let child = Command::new(&program.executable)
        .arg(&made.root)
        .args(&made.inputs)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    match child {
        Ok(child) => watch(child),
        Err(error) => Exercised::faulty(format!("the program cannot be run: {error}")),
    }
}

fn watch(mut child: Child) -> Exercised {
    let mut exercised = Exercised::default();
    let Some(stdout) = child.stdout.take() else {
        return Exercised::faulty("the program has no output");
    };
    let complaints = child.stderr.take().map(|stderr| {
        thread::spawn(move || {
            let mut text = String::new();
            // What cannot be read is no reason to stop.
            let _ = BufReader::new(stderr).read_to_string(&mut text);
            text
        })
    });
    let lines = lines(stdout);
    let mut fault = None;
    loop {
        match lines.recv_timeout(SILENCE) {
            Ok(line) => match serde_json::from_str::<Line>(&line) {
                Ok(line) => exercised.take(line),
                Err(error) => {
                    fault = Some(format!("the program says what nobody understands: {error}"))
                }
            },
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                fault = Some("the program did not come to an end".to_owned());
                // It has ended by itself when this fails.
                let _ = child.kill();
                break;
            }
        }
    }
    let status = child.wait();
    let said = complaints
        .and_then(|complaints| complaints.join().ok())
        .unwrap_or_default();
    let ended = match status {
        Ok(status) if status.success() => None,
        Ok(status) => Some(format!(
            "the program ended with {status}: {}",
            last_lines(&said)
        )),
        Err(error) => Some(format!("the program cannot be waited for: {error}")),
    };
    exercised.end(fault.or(ended));
    exercised
}

/// What matters of a backtrace or a message stands at its end.
fn last_lines(said: &str) -> String {
    let lines: Vec<&str> = said.trim().lines().rev().take(3).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join(" / ")
}

fn lines(stdout: ChildStdout) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}
