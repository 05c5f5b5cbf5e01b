//! The target of an action or a directive: a JSONPath (RFC 9535), and the values that it leads to.
//!
//! In: the text of a target; later a document.
//! Out: a [`JsonTarget`], or a [`Refusal`]; the values found, by their addresses or pointers.
//! Never: runs a query whose cost is out of all proportion to the document. `$[*,*][*,*]…` finds each value 2ⁿ times, and every further
//! `..` multiplies by the depth of the document, so both are limited.

use std::collections::BTreeSet;
use std::ptr;

use serde_json::Value;
use serde_json_path::JsonPath;

/// Longest target, in bytes.
const LONGEST: usize = 1000;
/// How deep brackets and parentheses may stand in each other. The parser tries a parenthesis in several ways, at every level.
const DEEPEST: usize = 6;
/// How often one value may be found: the product of the numbers of selectors in each pair of brackets.
const SELECTORS: usize = 64;
/// `..` outside of filters, and in them.
const DESCENTS: usize = 1;

/// A JSONPath that may be run.
#[derive(Debug)]
pub(in crate::load) struct JsonTarget(JsonPath);

/// Why a JSONPath is not run.
#[derive(Debug, Eq, PartialEq)]
pub(in crate::load) enum Refusal {
    /// It is none: the parser's words.
    Syntax(String),
    /// It could cost too much: what there is too much of.
    Cost(&'static str),
}

/// The addresses of the values that a query found, for as long as the document is not changed.
pub(super) struct Hits<'v> {
    /// Each once.
    values: Vec<&'v Value>,
}

impl JsonTarget {
    /// Reads the text of a target.
    pub(in crate::load) fn parse(text: &str) -> Result<Self, Refusal> {
        afford(text)?;
        if !text.starts_with('$') {
            return Err(Refusal::Syntax("it does not start with `$`".to_owned()));
        }
        JsonPath::parse(text).map(Self).map_err(|error| {
            // The parser's own word for what is none of all that could stand here tells nothing.
            let message = error.message().replace("parser error", "not understood");
            let rest = text.get(error.position()..).unwrap_or_default();
            Refusal::Syntax(match rest {
                "" => format!("{message}, at its end"),
                rest => format!("{message}, at `{rest}`"),
            })
        })
    }

    /// The pointers of all values of the document that the path leads to; some may come twice.
    pub(in crate::load) fn pointers(&self, document: &Value) -> Vec<String> {
        let located = self.0.query_located(document);
        let pointers = located.locations();
        pointers
            .map(|location| location.to_json_pointer())
            .collect()
    }

    /// All values of the document that the path leads to.
    pub(super) fn find<'v>(&self, document: &'v Value) -> Hits<'v> {
        let mut seen = BTreeSet::new();
        let mut values = self.0.query(document).all();
        values.retain(|value| seen.insert(ptr::from_ref(*value)));
        Hits { values }
    }
}

impl<'v> Hits<'v> {
    /// The values, each once.
    pub(super) fn values(&self) -> &[&'v Value] {
        &self.values
    }

    /// Their addresses. A value keeps its address until the array or object that holds it is changed.
    pub(super) fn addresses(&self) -> BTreeSet<*const Value> {
        self.values
            .iter()
            .map(|value| ptr::from_ref(*value))
            .collect()
    }
}

/// Refuses what could cost too much, by the look of its text alone.
fn afford(text: &str) -> Result<(), Refusal> {
    if text.len() > LONGEST {
        return Err(Refusal::Cost("it has more than 1000 characters"));
    }
    let mut scan = Scan::default();
    let mut quote = None;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match (quote, c) {
            (Some(_), '\\') => drop(characters.next()),
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '.') if characters.next_if_eq(&'.').is_some() => scan.descend()?,
            (None, c) => scan.character(c)?,
        }
    }
    Ok(())
}

#[derive(Default)]
struct Scan {
    /// Selectors so far in each pair of brackets or parentheses that is open, and whether it is or stands in a filter.
    open: Vec<(usize, Within)>,
    roots: usize,
    selectors: usize,
    descents: [usize; 2],
}

#[derive(Clone, Copy, Default, Eq, PartialEq)]
enum Within {
    #[default]
    Path,
    Filter,
}

impl Scan {
    fn within(&self) -> Within {
        self.open.last().map_or(Within::Path, |(_, within)| *within)
    }

    fn descend(&mut self) -> Result<(), Refusal> {
        let [path, filter] = &mut self.descents;
        let descents = match self.open.last() {
            Some((_, Within::Filter)) => filter,
            _ => path,
        };
        *descents += 1;
        if *descents > DESCENTS {
            return Err(Refusal::Cost(
                "`..` stands more than once on the path or in its filters",
            ));
        }
        Ok(())
    }

    fn character(&mut self, c: char) -> Result<(), Refusal> {
        match c {
            '$' => self.roots += 1,
            '[' | '(' => self.open.push((1, self.within())),
            ']' | ')' => {
                let (selectors, _) = self.open.pop().unwrap_or((1, Within::Path));
                self.selectors = self.selectors.max(1).saturating_mul(selectors);
            }
            ',' | '?' => {
                if let Some((selectors, within)) = self.open.last_mut() {
                    match c {
                        ',' => *selectors += 1,
                        _ => *within = Within::Filter,
                    }
                }
            }
            _ => {}
        }
        if self.roots > 1 {
            return Err(Refusal::Cost("a filter of it starts at `$` again"));
        }
        if self.open.len() > DEEPEST {
            return Err(Refusal::Cost(
                "its brackets stand more than 6 deep in each other",
            ));
        }
        if self.selectors > SELECTORS {
            return Err(Refusal::Cost("its brackets hold too many selectors"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use serde_json::json;

    use super::*;

    #[test]
    fn usual_targets_are_run() {
        let document = json!({
            "paths": {
                "/a/{b}": { "get": { "operationId": "Get", "parameters": [{ "name": "b" }, { "name": "c,d" }] } },
            },
        });
        let found = [
            ("$", 1),
            ("$.paths.*.get", 1),
            ("$.paths['/a/{b}'].get.parameters[?@.name == 'c,d']", 1),
            ("$.paths.*[?@.operationId == 'Get'].parameters[*]", 2),
            ("$..parameters[?(@.name == 'b' || @.name == 'c,d')]", 2),
            ("$..[?@..never]", 0),
            ("$.paths[*,*,*].get", 1),
        ];
        for (target, number) in found {
            let target =
                JsonTarget::parse(target).unwrap_or_else(|error| panic!("{target}: {error:?}"));
            assert_eq!(target.find(&document).values().len(), number, "{target:?}");
        }
    }

    #[test]
    fn what_could_run_for_ever_is_refused_at_once() {
        let start = Instant::now();
        for target in [
            format!("${}", "[*,*]".repeat(60)),
            "$..*..*..*".to_owned(),
            "$[?$[?$[?$..a]]]".to_owned(),
            "$..[?@..[?@..[?@..a]]]".to_owned(),
            format!("$[?{}@.a{}]", "(".repeat(400), ")".repeat(400)),
            format!("${}", "[?@".repeat(300)),
            format!("$.{}", "a".repeat(2000)),
            format!("${}", "['a\\'".repeat(90)),
        ] {
            assert!(JsonTarget::parse(&target).is_err(), "{target}");
        }
        assert!(start.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn no_text_makes_the_parser_or_a_query_panic() {
        const PIECES: &[&str] = &[
            "$",
            ".",
            "..",
            "*",
            "[",
            "]",
            "(",
            ")",
            "?",
            "@",
            "'",
            "\"",
            "\\",
            "\\u12",
            "\\ud83d",
            ",",
            ":",
            "-",
            "0",
            "-1",
            "9007199254740992",
            "1e99",
            "a",
            "ä",
            "😀",
            " ",
            "==",
            "<",
            "!",
            "&&",
            "||",
            "true",
            "null",
            "length(",
            "match(",
            "search(",
            "value(",
            "count(",
            "'(a*)*'",
            "'['",
        ];
        let document = json!({ "a": [{ "a": "aaa" }, -1, 1e99, null, "😀"], "ä": {} });
        let mut state: u64 = 1;
        let mut next = |limit: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(state >> 33).unwrap() % limit
        };
        let mut read = 0;
        for _ in 0..100_000 {
            let start = ["$", "$[", "$[?", "$..", ""][next(5)];
            let pieces: String = (0..next(9)).map(|_| PIECES[next(PIECES.len())]).collect();
            let end = ["", "]", "'])"][next(3)];
            if let Ok(target) = JsonTarget::parse(&format!("{start}{pieces}{end}")) {
                target.find(&document);
                read += 1;
            }
        }
        assert!(read > 800, "only {read} were paths");
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for target in [
            "",
            "paths",
            "$.",
            "$[",
            "$]",
            "$.paths[?]",
            "$.a b",
            "/paths",
            "$.é[",
            "$['é",
            "$\u{0}",
            "$[?@.a==]",
            "$[99999999999999999999]",
            "$..",
            ")",
            "$[?length(@)]",
        ] {
            let refusal = JsonTarget::parse(target).map(|_| ()).unwrap_err();
            assert!(
                matches!(refusal, Refusal::Syntax(_)),
                "{target}: {refusal:?}"
            );
        }
    }
}
