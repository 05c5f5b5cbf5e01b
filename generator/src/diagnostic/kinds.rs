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
//! | `A11xx` | `directives` | directives of readmes |
//!
//! To add one: a method on [`Diagnostics`](super::Diagnostics) with the next free code of its file, named after the finding. The first argument is the
//! place. The message says what is wrong, in one line and with the spelling of the description in backticks; a warning says
//! what was `done` (`read as free JSON`), and `help` says what the reader can do. A code is never used for another finding, nor used twice.

mod clients;
mod directives;
mod examples;
mod format;
mod load;
mod manifest;
mod names;
mod operations;
mod overlays;
mod types;

/// The codes of all warnings. Each can be made an error.
pub const WARNINGS: [&str; 88] = [
    "A0108", "A0109", "A0110", "A0111", "A0208", "A0209", "A0210", "A0215", "A0216", "A0217",
    "A0218", "A0219", "A0220", "A0221", "A0222", "A0223", "A0224", "A0301", "A0302", "A0303",
    "A0304", "A0306", "A0307", "A0308", "A0309", "A0310", "A0401", "A0402", "A0403", "A0404",
    "A0405", "A0406", "A0407", "A0408", "A0409", "A0410", "A0411", "A0412", "A0413", "A0414",
    "A0415", "A0416", "A0417", "A0440", "A0501", "A0502", "A0503", "A0504", "A0505", "A0506",
    "A0507", "A0508", "A0509", "A0510", "A0511", "A0512", "A0513", "A0514", "A0515", "A0516",
    "A0517", "A0518", "A0519", "A0520", "A0521", "A0522", "A0523", "A0524", "A0525", "A0526",
    "A0540", "A0541", "A0601", "A0602", "A0603", "A0604", "A0605", "A0606", "A0801", "A0802",
    "A0803", "A0804", "A0805", "A1014", "A1015", "A1019", "A1101", "A1102",
];

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
