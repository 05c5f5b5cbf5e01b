//! Holds what a client did against what its plan demands.
//!
//! In: a [`Plan`] and what was [observed](Observed). Out: every [`Difference`].
//! Never: stops at the first, or knows why something differs.

mod requests;
mod results;
mod values;

use std::fmt::{self, Debug, Display};

use armature_runtime::dispatch::Outcome;
use azure_core::Result;

use crate::plan::Plan;
use crate::server::Exchange;

/// What a client did with one call.
#[derive(Debug)]
pub struct Observed {
    /// What went over the wire.
    pub exchanges: Vec<Exchange>,
    /// What the call led to; the outer error: it could not be made.
    pub outcome: Result<Outcome>,
}

/// Something that is not as expected.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Difference {
    /// What differs.
    pub what: String,
    /// What it should be.
    pub expected: String,
    /// What it is.
    pub got: String,
}

/// All differences.
pub fn differences(plan: &Plan, observed: &Observed) -> Vec<Difference> {
    let mut found = Differences::default();
    requests::compare(&mut found, plan, observed);
    results::compare(&mut found, plan, observed);
    found.list
}

impl Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            what,
            expected,
            got,
        } = self;
        write!(f, "{what}: expected {expected}, got {got}")
    }
}

/// The differences so far.
#[derive(Debug, Default)]
struct Differences {
    list: Vec<Difference>,
}

impl Differences {
    /// Notes a difference when the two are not equal.
    fn check<T: Debug + PartialEq>(&mut self, what: &str, expected: T, got: T) {
        if expected != got {
            self.note(what, &format!("{expected:?}"), &format!("{got:?}"));
        }
    }

    fn note(&mut self, what: &str, expected: &str, got: &str) {
        self.list.push(Difference {
            what: what.to_owned(),
            expected: expected.to_owned(),
            got: got.to_owned(),
        });
    }
}
