//! `A09xx`: emitted code that cannot be printed.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::location::Place;

impl Diagnostics {
    /// The tokens of an emitted file are no Rust syntax: a fault of the generator itself. `reason` is what the parser says.
    pub fn malformed_output(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::error("A0901", place, format!("the code emitted for this file is no Rust syntax: {reason}"))
                .help("this is a fault of the generator, not of the description: please report it with the description"),
        );
    }
}
