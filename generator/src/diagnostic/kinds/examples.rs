//! `A06xx`: examples.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::location::Place;

impl Diagnostics {
    /// The file that `x-ms-examples` names is not there.
    pub fn example_missing(&mut self, place: &Place, path: &str) {
        self.push(
            Diagnostic::warning("A0601", place, format!("there is no example file `{path}`"))
                .done("no test is made of it")
                .help("add the file, or remove the reference"),
        );
    }

    /// An example file is no JSON or has not the shape of an example.
    pub fn example_malformed(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::warning(
                "A0602",
                place,
                format!("the example cannot be read: {reason}"),
            )
            .done("no test is made of it")
            .help("an example has `parameters` and `responses`, both objects"),
        );
    }

    /// An example has no value for a required parameter.
    pub fn example_lacks_argument(&mut self, place: &Place, parameter: &str) {
        self.push(
            Diagnostic::warning(
                "A0603",
                place,
                format!("the example has no value for the required parameter `{parameter}`"),
            )
            .done("no test is made of it")
            .help("add the value to the example"),
        );
    }

    /// A value of an example is not what the description says. `expected` is its type: `a boolean`.
    pub fn example_value_does_not_fit(&mut self, place: &Place, name: &str, expected: &str) {
        self.push(
            Diagnostic::warning(
                "A0604",
                place,
                format!("the example's `{name}` is not {expected}"),
            )
            .done("no test is made of what depends on it")
            .help("mend the example, or the description"),
        );
    }

    /// An example has a value that no parameter takes.
    pub fn example_unknown_parameter(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0605",
                place,
                format!("the example has a value for `{name}`, which is no parameter"),
            )
            .done("the value is left out of the test")
            .help("mend the example"),
        );
    }

    /// An example has an answer that the operation has not, or that is an error of it.
    pub fn example_answer_undeclared(&mut self, place: &Place, status: &str) {
        self.push(
            Diagnostic::warning(
                "A0606",
                place,
                format!(
                    "the example's answer `{status}` is none of the answers that are not errors"
                ),
            )
            .done("no test is made of it")
            .help("mend the example, or declare the answer in the description"),
        );
    }
}
