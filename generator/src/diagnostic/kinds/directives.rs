//! `A11xx`: directives of readmes.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::location::Place;

impl Diagnostics {
    /// A directive changes the description in a way that is not carried out. `reason` says what it is about it.
    pub fn directive_not_carried_out(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::warning(
                "A1101",
                place,
                format!("this directive is not carried out: {reason}"),
            )
            .done("the description is read without it")
            .help("say the same with an overlay (`--overlay`)"),
        );
    }

    /// A directive finds nothing to change in any document that is read. `reason` says why.
    pub fn directive_changes_nothing(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::warning(
                "A1102",
                place,
                format!("this directive changes nothing: {reason}"),
            )
            .done("it is passed over")
            .help("it may have outlived what it was written for, or be for another tag"),
        );
    }
}
