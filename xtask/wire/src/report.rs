//! What came of a run, for people.
//!
//! In: the cases of all files, one by one. Out: a text, and whether all is well.
//! Never: decides whether something may differ.

use std::fmt::{self, Display};

use crate::compare::Difference;
use crate::rules::Rule;

/// All files and the rules that their cases need.
#[derive(Debug, Default)]
pub struct Report {
    files: Vec<File>,
    needs: Vec<Need>,
}

/// One file of recordings.
#[derive(Debug)]
struct File {
    name: String,
    cases: usize,
    by_rule: usize,
    failed: Vec<(String, Vec<Difference>)>,
}

/// A rule and the number of cases that are not equal without it.
#[derive(Debug)]
struct Need {
    rule: &'static Rule,
    cases: usize,
}

/// What came of one case.
#[derive(Debug)]
pub enum Verdict {
    /// The client does as the plan demands; without one of these rules it does not.
    Equal(Vec<&'static Rule>),
    /// The client does something else. These rules apply.
    Different(Vec<&'static Rule>, Vec<Difference>),
}

impl Report {
    /// A report on runs with these rules.
    pub fn new(rules: &'static [Rule]) -> Self {
        let need = |rule| Need { rule, cases: 0 };
        Self {
            files: Vec::new(),
            needs: rules.iter().map(need).collect(),
        }
    }

    /// Starts a file.
    pub fn start(&mut self, name: String) {
        self.files.push(File {
            name,
            cases: 0,
            by_rule: 0,
            failed: Vec::new(),
        });
    }

    /// Takes a case of the file that was started last.
    pub fn take(&mut self, case: &str, verdict: Verdict) {
        let Some(file) = self.files.last_mut() else {
            return;
        };
        file.cases += 1;
        let rules = match verdict {
            Verdict::Equal(rules) => {
                file.by_rule += usize::from(!rules.is_empty());
                rules
            }
            Verdict::Different(rules, differences) => {
                file.failed.push((case.to_owned(), differences));
                rules
            }
        };
        for need in &mut self.needs {
            need.cases += usize::from(rules.iter().any(|rule| rule.name == need.rule.name));
        }
    }

    /// Whether every case is equal and every rule is needed.
    pub fn is_good(&self) -> bool {
        let mut needs = self.needs.iter();
        self.files.iter().all(|file| file.failed.is_empty()) && needs.all(|need| need.cases > 0)
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for file in &self.files {
            let File {
                name,
                cases,
                by_rule,
                ..
            } = file;
            let equal = cases - file.failed.len();
            writeln!(f, "{name}: {equal} of {cases} equal, {by_rule} by rule")?;
        }
        writeln!(f, "the rules, and how many cases need each:")?;
        for Need { rule, cases } in &self.needs {
            writeln!(f, "  {cases:3}  {}: {}", rule.name, rule.reason)?;
        }
        for file in &self.files {
            for (case, differences) in &file.failed {
                for difference in differences {
                    writeln!(f, "different: {}, {case}: {difference}", file.name)?;
                }
            }
        }
        for Need { rule, .. } in self.needs.iter().filter(|need| need.cases == 0) {
            writeln!(f, "not needed: no case needs the rule {:?}", rule.name)?;
        }
        Ok(())
    }
}
