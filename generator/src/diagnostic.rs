//! What is wrong with a description, collected instead of thrown.

use crate::location::Place;

/// Errors stop after their stage; warnings say that something right was written, and what was done.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// Something right was written.
    Warning,
    /// Nothing right can be written.
    Error,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Stable code: `A0304`.
    pub code: &'static str,
    /// See [`Severity`].
    pub severity: Severity,
    /// One line: what is wrong.
    pub message: String,
    /// Where.
    pub place: Place,
    /// Further places and what they are: `first use`.
    pub related: Vec<(String, Place)>,
    /// What was done instead (warnings).
    pub done: Option<String>,
    /// What the reader can do.
    pub help: Option<String>,
}

/// All findings of a run, in order.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    /// In the order of discovery.
    pub list: Vec<Diagnostic>,
}
