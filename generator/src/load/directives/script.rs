//! The text of a `transform` → edits.
//!
//! In: JavaScript in which `$` is the subject of the directive.
//! Out: the [`Edit`]s that it stands for; or what in it only a JavaScript engine could carry out.
//! Never: runs anything. A script is read as a whole or not at all.
//!
//! What is understood, in any number, separated by `;` or line ends:
//!
//! | script | edit |
//! |---|---|
//! | `delete $.a["b"]` | the member goes |
//! | `$.a["b"] = 1`, `$ = {…}`, `return […]` | a constant takes the place of the value |
//! | `$ = undefined`, `return undefined` | the subject goes |
//! | `$.a.push("b")` | a constant is appended to a list |
//! | `$.a = $.a.replace(/b/g, "c")`, `return $.replace("b", "c")` | text is replaced in a text |

use std::iter::Peekable;
use std::vec::IntoIter;

use regex::{Regex, RegexBuilder};
use serde_json::{Map, Number, Value};

use super::tokens::{Placed, Token, tokens};
use crate::manifest::{Parameters, Renaming};

/// One thing that a script does. A path leads from the subject inwards.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    /// Puts a value there.
    Set(Path, Value),
    /// Takes a member away.
    Delete(Path),
    /// Takes the subject away.
    Remove,
    /// Appends a value to a list.
    Append(Path, Value),
    /// Changes a text.
    Replace(Path, Vec<Replacement>),
    /// Takes parameters of the subject away.
    RemoveParameters(Parameters),
    /// Gives a property of the subject another name on the wire.
    RenameProperty(Renaming),
    /// Gives the parameters of this name another one in code.
    RenameParameter(Renaming),
}

/// Names of members, from the subject inwards.
pub(super) type Path = Vec<String>;

/// `.replace(pattern, with)`.
#[derive(Clone, Debug)]
pub(super) struct Replacement {
    pub(super) pattern: Regex,
    /// As the library wants it: `${1}` for a group, `$$` for a dollar.
    pub(super) with: String,
    pub(super) times: Times,
}

/// How often a pattern is replaced.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Times {
    Once,
    Always,
}

/// Longest script, in bytes.
const LONGEST: usize = 1 << 14;
/// How deep a constant may be nested.
const DEEPEST: usize = 32;

/// Reads a script.
pub(super) fn read(script: &str) -> Result<Vec<Edit>, String> {
    if script.len() > LONGEST {
        return Err(format!("it is longer than {LONGEST} bytes"));
    }
    let mut reader = Reader {
        rest: tokens(script)?.into_iter().peekable(),
    };
    let mut edits = Vec::new();
    loop {
        while reader.sign(';') {}
        if reader.rest.peek().is_none() {
            break;
        }
        let ends = reader.statement(&mut edits)?;
        let separated = match reader.rest.peek() {
            Some(next) => next.token == Token::Sign(';') || next.starts_line,
            None => true,
        };
        while reader.sign(';') {}
        if !separated || ends && reader.rest.peek().is_some() {
            return Err(reader.engine());
        }
    }
    match edits.is_empty() {
        true => Err("it does nothing".to_owned()),
        false => Ok(edits),
    }
}

struct Reader {
    rest: Peekable<IntoIter<Placed>>,
}

impl Reader {
    /// Reads one statement; whether nothing may follow it.
    fn statement(&mut self, edits: &mut Vec<Edit>) -> Result<bool, String> {
        match self.word() {
            Some("return") => {
                self.rest.next();
                edits.push(self.assigned(Vec::new())?);
                Ok(true)
            }
            Some("delete") => {
                self.rest.next();
                let path = self.path()?;
                if path.is_empty() {
                    return Err("`delete $` deletes nothing".to_owned());
                }
                edits.push(Edit::Delete(path));
                Ok(false)
            }
            Some("$") => {
                let mut path = self.path()?;
                if self.sign('=') {
                    let edit = self.assigned(path)?;
                    // What is not there any more cannot be changed.
                    let ends = matches!(edit, Edit::Remove);
                    edits.push(edit);
                    return Ok(ends);
                }
                if path.last().is_some_and(|last| last == "push") && self.sign('(') {
                    path.pop();
                    let value = self.constant(DEEPEST)?;
                    self.expect(')')?;
                    edits.push(Edit::Append(path, value));
                } else {
                    return Err(self.engine());
                }
                Ok(false)
            }
            _ => Err(self.engine()),
        }
    }

    /// What stands right of `=`, or behind `return`.
    fn assigned(&mut self, path: Path) -> Result<Edit, String> {
        match self.word() {
            Some("undefined") if path.is_empty() => {
                self.rest.next();
                Ok(Edit::Remove)
            }
            Some("$") => {
                let mut from = self.path()?;
                let is_replaced = from.pop().is_some_and(|last| last == "replace");
                if !is_replaced || from != path {
                    return Err(self.engine());
                }
                Ok(Edit::Replace(path, self.replacements()?))
            }
            _ => Ok(Edit::Set(path, self.constant(DEEPEST)?)),
        }
    }

    /// `("a", "b")`, and `.replace("c", "d")` behind it.
    fn replacements(&mut self) -> Result<Vec<Replacement>, String> {
        let mut replacements = Vec::new();
        loop {
            self.expect('(')?;
            let pattern = self.rest.next().map(|placed| placed.token);
            self.expect(',')?;
            let with = self.rest.next().map(|placed| placed.token);
            let (Some(pattern), Some(Token::Text(with))) = (pattern, with) else {
                return Err(self.engine());
            };
            self.expect(')')?;
            replacements.push(replacement(pattern, &with)?);
            if !self.sign('.') {
                return Ok(replacements);
            }
            if self.word() != Some("replace") {
                return Err(self.engine());
            }
            self.rest.next();
        }
    }

    /// `$.a["b"][0]`.
    fn path(&mut self) -> Result<Path, String> {
        self.rest.next();
        let mut path = Vec::new();
        loop {
            if self.sign('.') {
                match self.rest.next().map(|placed| placed.token) {
                    Some(Token::Word(name)) => path.push(name),
                    _ => return Err(self.engine()),
                }
            } else if self.sign('[') {
                match self.rest.next().map(|placed| placed.token) {
                    Some(Token::Text(name)) => path.push(name),
                    Some(Token::Number(index)) if index.parse::<usize>().is_ok() => {
                        path.push(index);
                    }
                    _ => return Err(self.engine()),
                }
                self.expect(']')?;
            } else {
                return Ok(path);
            }
        }
    }

    fn constant(&mut self, deepest: usize) -> Result<Value, String> {
        let Some(below) = deepest.checked_sub(1) else {
            return Err(format!("a constant is nested more than {DEEPEST} deep"));
        };
        let Some(first) = self.rest.next() else {
            return Err("it breaks off".to_owned());
        };
        match first.token {
            Token::Text(text) => Ok(text.into()),
            Token::Number(number) => number_of(&number),
            Token::Sign('-') => match self.rest.next().map(|placed| placed.token) {
                Some(Token::Number(number)) => number_of(&format!("-{number}")),
                _ => Err(self.engine()),
            },
            Token::Word(word) => match word.as_str() {
                "true" => Ok(true.into()),
                "false" => Ok(false.into()),
                "null" => Ok(Value::Null),
                other => Err(needs_engine(other)),
            },
            Token::Sign('[') => self.list(below),
            Token::Sign('{') => self.object(below),
            _ => Err(self.engine()),
        }
    }

    fn list(&mut self, deepest: usize) -> Result<Value, String> {
        let mut list = Vec::new();
        while !self.sign(']') {
            list.push(self.constant(deepest)?);
            if !self.sign(',') {
                self.expect(']')?;
                break;
            }
        }
        Ok(Value::Array(list))
    }

    fn object(&mut self, deepest: usize) -> Result<Value, String> {
        let mut map = Map::new();
        while !self.sign('}') {
            let name = match self.rest.next().map(|placed| placed.token) {
                Some(Token::Word(name) | Token::Text(name) | Token::Number(name)) => name,
                _ => return Err(self.engine()),
            };
            self.expect(':')?;
            map.insert(name, self.constant(deepest)?);
            if !self.sign(',') {
                self.expect('}')?;
                break;
            }
        }
        Ok(Value::Object(map))
    }

    fn word(&mut self) -> Option<&str> {
        match self.rest.peek()? {
            Placed {
                token: Token::Word(word),
                ..
            } => Some(word),
            _ => None,
        }
    }

    /// Takes a sign when it is the next token.
    fn sign(&mut self, sign: char) -> bool {
        self.rest
            .next_if(|next| next.token == Token::Sign(sign))
            .is_some()
    }

    fn expect(&mut self, sign: char) -> Result<(), String> {
        match self.sign(sign) {
            true => Ok(()),
            false => Err(self.engine()),
        }
    }

    /// What only an engine could carry out: the next token says where it begins.
    fn engine(&mut self) -> String {
        match self.rest.peek().map(|placed| &placed.token) {
            Some(Token::Word(word) | Token::Number(word)) => needs_engine(word),
            Some(Token::Text(text)) => needs_engine(&format!("\"{text}\"")),
            Some(Token::Sign(sign)) => needs_engine(&sign.to_string()),
            Some(Token::Pattern { pattern, .. }) => needs_engine(&format!("/{pattern}/")),
            None => "it needs a JavaScript engine".to_owned(),
        }
    }
}

fn needs_engine(at: &str) -> String {
    const SHOWN: usize = 40;
    let shown: String = at.chars().take(SHOWN).collect();
    format!("it needs a JavaScript engine, at `{shown}`")
}

/// Only what JSON has a form for.
fn number_of(text: &str) -> Result<Value, String> {
    let number: Result<Number, _> = text.parse();
    number
        .map(Value::Number)
        .map_err(|_| format!("`{text}` is no number of JSON"))
}

fn replacement(pattern: Token, with: &str) -> Result<Replacement, String> {
    let (pattern, flags) = match pattern {
        Token::Pattern { pattern, flags } => (pattern, flags),
        Token::Text(text) => (regex::escape(&text), String::new()),
        _ => return Err("what `replace` looks for is no constant".to_owned()),
    };
    if let Some(flag) = flags.chars().find(|flag| !"gimsu".contains(*flag)) {
        return Err(format!("the flag `{flag}` of `/{pattern}/` is not known"));
    }
    let built = RegexBuilder::new(&pattern)
        .case_insensitive(flags.contains('i'))
        .multi_line(flags.contains('m'))
        .dot_matches_new_line(flags.contains('s'))
        .build();
    let pattern = built
        .map_err(|_| format!("`/{pattern}/` is no regular expression that is understood here"))?;
    Ok(Replacement {
        with: with_groups(with, pattern.captures_len())?,
        pattern,
        times: match flags.contains('g') {
            true => Times::Always,
            false => Times::Once,
        },
    })
}

/// `$1` → `${1}`, `$&` → `${0}`: the library would read `$1a` as a group named `1a`. As in JavaScript the number of no group is text; `groups`
/// counts the whole match, too.
fn with_groups(with: &str, groups: usize) -> Result<String, String> {
    let mut written = String::new();
    let mut rest = with.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '$' {
            written.push(c);
            continue;
        }
        match rest.peek().copied() {
            Some('$') => {
                rest.next();
                written.push_str("$$");
            }
            Some('&') => {
                rest.next();
                written.push_str("${0}");
            }
            Some(digit) if is_group(digit, groups) => {
                rest.next();
                written.push_str(&format!("${{{digit}}}"));
            }
            Some('`' | '\'' | '<') => {
                return Err("what `replace` puts in is not understood".to_owned());
            }
            _ => written.push_str("$$"),
        }
    }
    Ok(written)
}

fn is_group(digit: char, groups: usize) -> bool {
    let number = digit
        .to_digit(10)
        .and_then(|number| usize::try_from(number).ok());
    number.is_some_and(|number| (1..groups).contains(&number))
}
