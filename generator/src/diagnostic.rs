//! What is wrong with a description, collected instead of thrown.
//!
//! In: findings of all stages, made by the functions in [`kinds`], which are the table of every user-facing text.
//! Out: [`Diagnostics`], to stop at ([`Diagnostics::stop_if_errors`]), to count ([`Diagnostics::summary`]) and to print ([`render`]).
//! Never: prints, reads files, or looks for lines itself (see [`Locate`](crate::location::Locate)).

pub mod kinds;
pub mod render;

use std::cmp::Ordering;
use std::fmt;

use crate::location::Place;

/// Errors stop after their stage; warnings say that something right was written, and what was done.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// Something right was written.
    Warning,
    /// Nothing right can be written.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// One finding.
#[derive(Clone, Debug, Eq, PartialEq)]
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

impl Diagnostic {
    /// A finding after which nothing right can be written.
    pub fn error(code: &'static str, place: &Place, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            place: place.clone(),
            related: Vec::new(),
            done: None,
            help: None,
        }
    }

    /// A finding in spite of which something right was written: say what with [`done`](Self::done).
    pub fn warning(code: &'static str, place: &Place, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, place, message)
        }
    }

    /// Adds a further place: `related("first use", &place)`.
    pub fn related(mut self, what: &str, place: &Place) -> Self {
        self.related.push((what.to_owned(), place.clone()));
        self
    }

    /// Says what was done instead.
    pub fn done(mut self, done: impl Into<String>) -> Self {
        self.done = Some(done.into());
        self
    }

    /// Says what the reader can do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Warnings that count as errors.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Denial {
    /// Which do.
    pub warnings: Denied,
    /// Completes "warnings are errors: " under each of them: "`deny-warnings` in specs/armature.toml".
    pub because: String,
}

/// Which warnings count as errors.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Denied {
    /// Every one.
    All,
    /// Those with these codes.
    These(Vec<String>),
}

impl Denied {
    /// The codes that are no warning's, with their index.
    pub fn unknown(&self) -> impl Iterator<Item = (usize, &str)> {
        let codes = match self {
            Self::All => [].as_slice(),
            Self::These(codes) => codes,
        };
        let codes = codes.iter().map(String::as_str).enumerate();
        codes.filter(|(_, code)| !kinds::WARNINGS.contains(code))
    }

    fn covers(&self, code: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(codes) => codes.iter().any(|denied| denied == code),
        }
    }
}

/// All findings of a run, in order.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    /// In the order of discovery.
    pub list: Vec<Diagnostic>,
    /// The warnings that count as errors.
    denials: Vec<Denial>,
}

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds the findings of another collection.
    pub fn extend(&mut self, others: Self) {
        self.list.extend(others.list);
        for denial in others.denials {
            self.deny(denial);
        }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether something was found after which nothing right can be written, or that counts as such.
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    /// The errors in order, with the warnings that count as such.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.of(Severity::Error)
    }

    /// The warnings in order, without those that count as errors.
    pub fn warnings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.of(Severity::Warning)
    }

    /// Hands everything found so far back as the error when there are errors; otherwise changes nothing.
    pub fn stop_if_errors(&mut self) -> Result<(), Self> {
        if self.has_errors() {
            Err(std::mem::take(self))
        } else {
            Ok(())
        }
    }

    /// From now on these warnings count as errors, too.
    pub fn deny(&mut self, denial: Denial) {
        if !self.denials.contains(&denial) {
            self.denials.push(denial);
        }
    }

    /// Why a warning counts as an error, when it does.
    pub fn denied(&self, diagnostic: &Diagnostic) -> Option<&str> {
        let mut denials = self.denials.iter();
        let denial = denials.find(|denial| denial.warnings.covers(diagnostic.code))?;
        (diagnostic.severity == Severity::Warning).then_some(denial.because.as_str())
    }

    /// What a finding of this collection counts as.
    pub fn severity(&self, diagnostic: &Diagnostic) -> Severity {
        match self.denied(diagnostic) {
            Some(_) => Severity::Error,
            None => diagnostic.severity,
        }
    }

    /// Orders by document, place and code, and drops exact repeats: several api-versions find the same in a file that they share.
    ///
    /// Indices are compared as numbers, so that the tenth value of an enum comes after the ninth.
    pub fn sort(&mut self) {
        self.list.sort_by(|a, b| {
            by_place(&a.place, &b.place)
                .then_with(|| a.code.cmp(b.code))
                .then_with(|| a.message.cmp(&b.message))
        });
        self.list.dedup();
    }

    /// `3 warnings, 1 error`; `no warnings` when nothing was found.
    pub fn summary(&self) -> String {
        let warnings = count(self.warnings().count(), "warning");
        let errors = count(self.errors().count(), "error");
        match (warnings, errors) {
            (Some(warnings), Some(errors)) => format!("{warnings}, {errors}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => "no warnings".to_owned(),
        }
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Diagnostic> {
        self.list
            .iter()
            .filter(move |diagnostic| self.severity(diagnostic) == severity)
    }
}

fn count(number: usize, what: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{number} {what}s")),
    }
}

fn by_place(a: &Place, b: &Place) -> Ordering {
    let steps = |place: &Place| -> Vec<(Option<usize>, String)> {
        place
            .steps()
            .map(|step| (step.parse().ok(), step))
            .collect()
    };
    a.document
        .cmp(&b.document)
        .then_with(|| a.position().cmp(&b.position()))
        .then_with(|| steps(a).cmp(&steps(b)))
}
