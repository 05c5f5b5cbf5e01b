//! The table of all findings: every text that a user may read stands in this module and in no other.
//!
//! In: where something was found, and the values that the text needs.
//! Out: one [`Diagnostic`](super::Diagnostic) pushed.
//! Never: decides whether something is wrong.
//!
//! One file per stage, in the order of the codes:
//!
//! | codes | file | findings about |
//! |---|---|---|
//! | `A01xx` | `manifest` | manifests and readmes |
//! | `A02xx` | `load` | files, references and what stands in them |
//! | `A03xx` | `names` | names that had to change |
//! | `A04xx` | `types` | schemas |
//! | `A05xx` | `operations` | operations, parameters, responses |
//! | `A06xx` | `examples` | examples |
//! | `A07xx` | `write::WriteError` | the output folder |
//! | `A08xx` | `clients` | clients: hosts, credentials, parameters |
//! | `A09xx` | `format` | emitted code |
//! | `A10xx` | `overlays` | overlays |
//!
//! To add one: a method on [`Diagnostics`](super::Diagnostics) with the next free code of its file, named after the finding. The first argument is the
//! place. The message says what is wrong, in one line and with the spelling of the description in backticks; a warning says
//! what was `done` (`read as free JSON`), and `help` says what the reader can do. A code is never used for another finding, nor used twice.

mod clients;
mod examples;
mod format;
mod load;
mod manifest;
mod names;
mod operations;
mod overlays;
mod types;

/// What to do about a faulty description.
const MEND: &str = "mend the description, or change it with an overlay";

/// `` `a`, `b` and `c` ``; a long list is cut after twelve and says how many more there are.
fn list<T: AsRef<str>>(values: &[T]) -> String {
    const SHOWN: usize = 12;
    let quoted: Vec<String> = values
        .iter()
        .take(SHOWN)
        .map(|value| format!("`{}`", value.as_ref()))
        .collect();
    if values.len() > SHOWN {
        return format!("{} and {} more", quoted.join(", "), values.len() - SHOWN);
    }
    match quoted.split_last() {
        None => "none".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}
