//! The YAML blocks of a readme.
//!
//! In: Markdown.
//! Out: each fenced `yaml` block with its condition and the lines where both stand.
//! Never: decides which blocks count.

use std::fmt;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use serde::Deserialize;
use serde::de::{self, SeqAccess, Visitor};

use super::condition::Condition;

/// A fenced `yaml` block.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// The text after `yaml`, without blanks around it.
    pub condition_text: String,
    /// What it means; `None` in the outer option when it is not understood, in the inner one when there is no condition.
    pub condition: Option<Option<Condition>>,
    /// What the YAML says.
    pub content: Result<Content, Faulty>,
    /// The YAML.
    pub text: String,
    /// The line of the fence, from 1. The text starts on the next one.
    pub line: usize,
}

/// Why a block cannot be read.
#[derive(Clone, Debug)]
pub(super) struct Faulty {
    /// The library's message.
    pub reason: String,
    /// Line in the readme, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
}

/// What a block says, as far as it is read. Tags stay texts: `8.0` is no number here.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Content {
    /// The tag that counts unless another is asked for.
    pub tag: Option<String>,
    /// Description files, relative to the readme.
    #[serde(default)]
    pub input_file: OneOrMany,
    /// Name of the client.
    pub title: Option<String>,
    /// What the service is.
    pub description: Option<String>,
    /// What replaces the description's `info`.
    #[serde(default)]
    pub override_info: OverrideInfo,
    /// Changes to the description, and suppressed findings of linters.
    #[serde(default)]
    pub directive: serde_yaml::Value,
    /// Other readmes that belong to this one.
    #[serde(default)]
    pub require: serde_yaml::Value,
    /// Files that are no inputs after all.
    #[serde(default)]
    pub exclude_file: OneOrMany,
}

/// `override-info`.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct OverrideInfo {
    /// Name of the client.
    pub title: Option<String>,
}

/// A list of texts, or one text that stands for a list of one.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct OneOrMany(pub Vec<String>);

/// All `yaml` blocks in order.
pub(super) fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    let mut line = 1;
    let mut counted = 0;
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let passed = markdown.get(counted..range.start).unwrap_or_default();
                line += passed.matches('\n').count();
                counted = range.start.max(counted);
                open = condition_of(&info).map(|condition| (condition.to_owned(), String::new()));
            }
            Event::Text(text) => {
                if let Some((_, yaml)) = &mut open {
                    yaml.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                let block = open.take();
                blocks.extend(block.map(|(condition, text)| Block::new(condition, text, line)));
            }
            _ => {}
        }
    }
    blocks
}

/// The text after `yaml` in a fence; `None` for another language.
fn condition_of(info: &str) -> Option<&str> {
    let rest = info.trim().strip_prefix("yaml")?;
    // `yaml$(tag)` is a block with a condition, `yamllint` is none.
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
    ends.then(|| rest.trim())
}

/// Blocks nested deeper are not handed to the YAML library, whose time grows with the square of the depth.
const DEEPEST: usize = 64;

impl Block {
    fn new(condition_text: String, text: String, line: usize) -> Self {
        Self {
            condition: Condition::parse(&condition_text),
            content: content(&text, line),
            condition_text,
            text,
            line,
        }
    }

    /// The line in the readme where a key of the block stands: that of the fence when it is not found.
    pub fn line_of_key(&self, key: &str) -> usize {
        self.first_line(|line| {
            line.trim_start()
                .strip_prefix(key)
                .is_some_and(|rest| rest.trim_start().starts_with(':'))
        })
    }

    /// Line and column in the readme where the block first has a text outside of comments: those of the fence when it is not found.
    pub fn position_of(&self, text: &str) -> (usize, usize) {
        let before = |line: &str| {
            let (before, _) = line.split_once(text)?;
            (!before.trim_start().starts_with('#')).then(|| before.chars().count())
        };
        let line = self.first_line(|line| before(line).is_some());
        (line, self.text.lines().find_map(before).unwrap_or(0) + 1)
    }

    /// Line and column of each entry of a list under a key; those of the key for all, when the list is not written with an entry a line or more.
    pub fn positions_of_entries(&self, key: &str, count: usize) -> Vec<(usize, usize)> {
        let at = self.line_of_key(key);
        let below = self.text.lines().enumerate().skip(at - self.line);
        let mut entries = Vec::new();
        let mut column = None;
        for (index, line) in below {
            let entry = line.trim_start();
            let here = line.len() - entry.len() + 1;
            if entry.starts_with('-') && *column.get_or_insert(here) == here {
                entries.push((self.line + 1 + index, here));
            }
        }
        // What follows may be the list of another key.
        match entries.get(..count) {
            Some(entries) => entries.to_vec(),
            None => vec![(at, 1); count],
        }
    }

    fn first_line(&self, is_it: impl Fn(&str) -> bool) -> usize {
        let found = self.text.lines().position(is_it);
        found.map_or(self.line, |index| self.line + 1 + index)
    }
}

fn content(yaml: &str, fence: usize) -> Result<Content, Faulty> {
    if depth(yaml) > DEEPEST {
        return Err(Faulty {
            reason: format!("brackets are nested more than {DEEPEST} deep"),
            line: fence + 1,
            column: 1,
        });
    }
    let content: Result<Option<Content>, _> = serde_yaml::from_str(yaml);
    content.map(Option::unwrap_or_default).map_err(|error| {
        let (line, column) = error
            .location()
            .map_or((1, 1), |location| (location.line(), location.column()));
        let message = error.to_string();
        Faulty {
            // The position follows, and that of what was begun before: in lines from the start of the block, not of the file.
            reason: message
                .split(" at line ")
                .next()
                .unwrap_or(&message)
                .to_owned(),
            line: fence + line,
            column,
        }
    })
}

/// The deepest nesting of brackets, those in texts included.
fn depth(yaml: &str) -> usize {
    let mut depth: usize = 0;
    let mut deepest = 0;
    for c in yaml.chars() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrManyVisitor)
    }
}

struct OneOrManyVisitor;

impl<'de> Visitor<'de> for OneOrManyVisitor {
    type Value = OneOrMany;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a path or a list of paths")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(OneOrMany(vec![text.to_owned()]))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(OneOrMany::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut texts = Vec::new();
        while let Some(text) = list.next_element()? {
            texts.push(text);
        }
        Ok(OneOrMany(texts))
    }
}
