//! Holds a generated client against the examples of its description: what it sends for the arguments of each, and what it makes of
//! the answers.
//!
//! In: the client's `dispatch::VERSIONS`, and on the command line the folder and the input files of its description.
//! Out: a line of JSON for each example, on standard output.
//! Never: uses anything that the generator found out: what a request has to be follows from the description's own text, so that an
//! error of the generator shows.
//!
//! | module | what |
//! |---|---|
//! | [`documents`] | the files of a description, references between them |
//! | [`operation`] | operations, parameters, media types, paging |
//! | [`schema`], [`walk`], [`formats`] | what a value has to be, and whether it is |
//! | [`example`] | the members of an example |
//! | [`contradiction`], [`sample`] | where an example contradicts its description, and the example without that |
//! | [`request`], [`form`], [`host`], [`sent_anyway`] | the request that an example stands for |
//! | [`plan`], [`server`] | what is answered |
//! | [`call`] | the call, by the generated crate's `dispatch` |
//! | [`answer`], [`compare`] | what the client has to make of an answer |
//! | [`judge`], [`verdict`] | what came of it |

pub mod answer;
pub mod call;
pub mod compare;
pub mod contradiction;
pub mod documents;
pub mod example;
pub mod form;
pub mod formats;
pub mod host;
pub mod judge;
pub mod operation;
pub mod plan;
pub mod request;
pub mod sample;
pub mod schema;
pub mod sent_anyway;
pub mod server;
pub mod verdict;
pub mod walk;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use armature_runtime::dispatch::Version;

use documents::Documents;
use operation::Operation;
use verdict::{Line, Verdict};

/// The whole of a runner: `ROOT FILE...` on the command line; the exit code is 0 when there is a line for every example.
pub fn main(versions: &[Version]) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((root, inputs)) = arguments.split_first() else {
        eprintln!("arguments: ROOT FILE...");
        return ExitCode::from(2);
    };
    let mut output = io::stdout().lock();
    let mut say = |line: &Line| -> Result<(), String> {
        let text = serde_json::to_string(line).map_err(|error| error.to_string())?;
        writeln!(output, "{text}")
            .and_then(|()| output.flush())
            .map_err(|error| error.to_string())
    };
    match run(versions, Path::new(root), inputs, &mut say) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Judges all examples of the input files, and says of each what came of it as soon as it is known.
///
/// # Errors
///
/// The description cannot be read; nothing can be said any more.
pub fn run(
    versions: &[Version],
    root: &Path,
    inputs: &[String],
    say: &mut dyn FnMut(&Line) -> Result<(), String>,
) -> Result<(), String> {
    let documents = Documents::load(root, inputs)?;
    let operations = Operation::all(&documents);
    say(&Line::Examples(
        operations
            .iter()
            .map(|operation| operation.examples.len())
            .sum(),
    ))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    for operation in &operations {
        for (name, file) in &operation.examples {
            let verdict: Verdict = runtime.block_on(judge::judge(versions, operation, name, file));
            say(&Line::Example(verdict))?;
        }
    }
    Ok(())
}
