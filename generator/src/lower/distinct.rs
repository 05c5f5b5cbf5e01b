//! Makes names of one scope distinct: in the case that code uses, keywords included.
//!
//! In: names, one after the other.
//! Out: the same names, numbered where an earlier one is spelled alike.
//! Never: knows what the names are for.

use std::collections::{BTreeMap, BTreeSet};

use crate::name::Name;

/// How the names of a scope are spelled.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Spelling {
    /// Methods, arguments, fields.
    Snake,
    /// Types.
    Pascal,
}

/// The names of one scope that are taken.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    spelling: Spelling,
    taken: BTreeSet<String>,
    /// The next number to try for a name that is taken, by its spelling.
    numbers: BTreeMap<String, u32>,
}

/// Words that code may not use as a name, so that a suffix (`_fn`, `_param`, `_prop`) is put behind them.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

const KEYWORD_SUFFIXES: &[&str] = &["_fn", "_param", "_prop"];

impl Scope {
    /// A scope in which `reserved` are taken.
    pub fn new<T: Into<String>>(spelling: Spelling, reserved: impl IntoIterator<Item = T>) -> Self {
        Self {
            spelling,
            taken: reserved.into_iter().map(Into::into).collect(),
            numbers: BTreeMap::new(),
        }
    }

    /// Whether the name is still free.
    pub fn is_free(&self, name: &Name) -> bool {
        self.spellings(name)
            .iter()
            .all(|spelled| !self.taken.contains(spelled))
    }

    /// Takes the name; `false` when it was taken before.
    pub fn take(&mut self, name: &Name) -> bool {
        let free = self.is_free(name);
        self.taken.extend(self.spellings(name));
        free
    }

    /// Takes the name, or the first numbered one that is free.
    pub fn claim(&mut self, name: Name) -> Name {
        self.claim_with(name, Name::clone)
    }

    /// Takes the name and its companion (`get` and `begin_get`), or the first numbered name that is free together with its own.
    pub fn claim_with(&mut self, name: Name, companion: impl Fn(&Name) -> Name) -> Name {
        if self.take_both(&name, &companion(&name)) {
            return name;
        }
        // Thousands may want one name, and each would try all numbers of those before it.
        let base = name.snake();
        let mut number = self.numbers.get(&base).copied().unwrap_or(2);
        loop {
            let numbered = name.clone().numbered(number);
            number += 1;
            if self.take_both(&numbered, &companion(&numbered)) {
                self.numbers.insert(base, number);
                return numbered;
            }
        }
    }

    fn take_both(&mut self, name: &Name, companion: &Name) -> bool {
        let free = self.is_free(name) && self.is_free(companion);
        if free {
            self.take(name);
            self.take(companion);
        }
        free
    }

    /// The spellings that the name may get: a keyword gets one of the suffixes.
    fn spellings(&self, name: &Name) -> Vec<String> {
        let spelled = match self.spelling {
            Spelling::Snake => name.snake(),
            Spelling::Pascal => name.pascal(),
        };
        if self.spelling == Spelling::Snake && KEYWORDS.contains(&spelled.as_str()) {
            let suffixed = KEYWORD_SUFFIXES
                .iter()
                .map(|suffix| format!("{spelled}{suffix}"));
            return suffixed.chain([spelled.clone()]).collect();
        }
        vec![spelled]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_of_two_equal_spellings_is_numbered() {
        let mut scope = Scope::new(Spelling::Snake, ["options"]);
        assert_eq!(
            scope.claim(Name::from_wire("start-time")).snake(),
            "start_time"
        );
        assert_eq!(
            scope.claim(Name::from_wire("startTime")).snake(),
            "start_time_2"
        );
        assert_eq!(
            scope.claim(Name::from_wire("StartTime")).snake(),
            "start_time_3"
        );
        assert_eq!(scope.claim(Name::from_wire("options")).snake(), "options_2");
    }

    #[test]
    fn a_keyword_and_its_suffixed_form_clash() {
        let mut scope = Scope::new(Spelling::Snake, [""; 0]);
        assert_eq!(scope.claim(Name::from_wire("type")).snake(), "type");
        assert_eq!(
            scope.claim(Name::from_wire("type_param")).snake(),
            "type_param_2"
        );
    }

    #[test]
    fn keywords_are_sorted() {
        assert!(KEYWORDS.is_sorted());
    }
}
