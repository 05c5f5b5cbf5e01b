//! What came of a package's examples.
//!
//! In: the lines that a program of `armature-examples` writes.
//! Out: plain data: a verdict for each example, and counts.
//! Never: runs anything, or judges.

use serde::{Deserialize, Serialize};

/// What came of the examples of a package.
#[derive(Debug, Default, Serialize)]
pub struct Exercised {
    /// How many there are of each kind.
    #[serde(flatten)]
    pub counts: Counts,
    /// What came of each.
    pub verdicts: Vec<Verdict>,
    /// Why some have none.
    pub fault: Option<String>,
}

/// Counts of examples.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Counts {
    /// All.
    pub all: usize,
    /// Those in which all is as the description says.
    pub passed: usize,
    /// Those that contradict their description, and are else right.
    pub contradictory: usize,
    /// All others, also those for which there is no verdict.
    pub failed: usize,
    /// Fields of requests and answers that the schemas lack.
    pub unknown_fields: usize,
}

/// A line of a program.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// How many examples there are to come.
    Examples(usize),
    /// What came of one.
    Example(Verdict),
}

/// What came of an example.
#[derive(Debug, Deserialize, Serialize)]
pub struct Verdict {
    /// The operation.
    pub operation: String,
    /// The example's name.
    pub example: String,
    /// Its file, below the folder of the descriptions.
    pub file: String,
    /// What came of it.
    pub outcome: Outcome,
    /// Fields that the schemas lack.
    pub unknown: usize,
    /// What failed, or what is contradictory.
    pub findings: Vec<Finding>,
}

/// What came of an example.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// All is as the description says.
    Passed,
    /// It contradicts its description, and is else right.
    Contradictory,
    /// Something else.
    Failed,
}

/// Something at a place of an example.
#[derive(Debug, Deserialize, Serialize)]
pub struct Finding {
    /// What kind it is, in the program's words.
    pub kind: String,
    /// JSON pointer into the example's file.
    pub pointer: String,
    /// What is wrong.
    pub what: String,
}

impl Counts {
    /// Adds others.
    pub fn add(&mut self, other: &Self) {
        self.all += other.all;
        self.passed += other.passed;
        self.contradictory += other.contradictory;
        self.failed += other.failed;
        self.unknown_fields += other.unknown_fields;
    }
}

impl Exercised {
    /// Examples of which nothing is known.
    pub fn faulty(fault: impl Into<String>) -> Self {
        Self {
            fault: Some(fault.into()),
            ..Self::default()
        }
    }

    /// Takes a line of the program.
    pub fn take(&mut self, line: Line) {
        match line {
            Line::Examples(count) => self.counts.all = count,
            Line::Example(verdict) => {
                match verdict.outcome {
                    Outcome::Passed => self.counts.passed += 1,
                    Outcome::Contradictory => self.counts.contradictory += 1,
                    Outcome::Failed => self.counts.failed += 1,
                }
                self.counts.unknown_fields += verdict.unknown;
                self.verdicts.push(verdict);
            }
        }
    }

    /// No more lines come. Examples without a verdict have failed.
    pub fn end(&mut self, fault: Option<String>) {
        let missing = self.counts.all.saturating_sub(self.verdicts.len());
        self.counts.failed += missing;
        self.fault = fault.or_else(|| {
            (missing > 0).then(|| "the program ended before it came to all examples".to_owned())
        });
        if let Some(fault) = self.fault.as_mut().filter(|_| missing > 0) {
            fault.push_str(&format!(
                "; {missing} of {} examples have no verdict",
                self.counts.all
            ));
        }
    }

    /// Whether no example failed.
    pub fn is_good(&self) -> bool {
        self.counts.failed == 0 && self.fault.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_without_a_verdict_have_failed() {
        let mut exercised = Exercised::default();
        exercised.take(Line::Examples(3));
        exercised.take(Line::Example(Verdict {
            operation: "A_Get".to_owned(),
            example: "get".to_owned(),
            file: "examples/get.json".to_owned(),
            outcome: Outcome::Passed,
            unknown: 2,
            findings: Vec::new(),
        }));
        exercised.end(None);
        let Counts {
            all,
            passed,
            failed,
            unknown_fields,
            ..
        } = exercised.counts;
        assert_eq!((all, passed, failed, unknown_fields), (3, 1, 2, 2));
        assert!(
            exercised
                .fault
                .as_deref()
                .is_some_and(|fault| fault.ends_with("2 of 3 examples have no verdict"))
        );
        assert!(!exercised.is_good());
    }
}
