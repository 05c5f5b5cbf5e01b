//! Text of descriptions as doc comments.
//!
//! In: text for people, as anybody may have written it.
//! Out: Markdown lines that `rustdoc` shows as that text, without a warning and without anything to compile.
//! Never: trusts the text. HTML, links, tables, headings, code blocks and bare URLs in it are only characters.

mod markdown;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Doc;
use crate::name::Name;

/// Columns of a wrapped line, without indentation and `/// `.
const WIDTH: usize = 92;

/// The doc comment of an item, built up paragraph by paragraph.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Docs {
    lines: Vec<String>,
}

impl Docs {
    /// Starts with what a description says; `fallback` (Markdown) stands in when it says nothing.
    pub(super) fn of(doc: &Doc, fallback: &str) -> Self {
        let mut docs = Self::default();
        let summary = doc
            .summary
            .as_deref()
            .map(one_line)
            .filter(|text| !text.is_empty());
        let description = doc
            .description
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty());
        match (summary, description) {
            (Some(summary), Some(description)) if is_same(&summary, &one_line(description)) => {
                docs.text(description)
            }
            (Some(summary), Some(description)) => docs.text(&summary).text(description),
            (Some(summary), None) => docs.text(&summary),
            (None, Some(description)) => docs.text(description),
            (None, None) => docs.markdown(fallback),
        };
        if docs.lines.is_empty() {
            docs.markdown(fallback);
        }
        docs
    }

    /// One Markdown paragraph of our own words.
    pub(super) fn our(markdown: &str) -> Self {
        let mut docs = Self::default();
        docs.markdown(markdown);
        docs
    }

    /// Adds untrusted text as paragraphs.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let lines = markdown::paragraphs(&finish_sentence(text), WIDTH);
        self.separated(lines)
    }

    /// Adds a Markdown paragraph of our own words, wrapped.
    pub(super) fn markdown(&mut self, markdown: &str) -> &mut Self {
        let lines = markdown::wrap(
            markdown.split_whitespace().map(str::to_owned),
            WIDTH,
            "",
            "",
        );
        self.separated(lines)
    }

    /// Adds constraints and the default as a sentence: `1 to 25, default: 5.`
    pub(super) fn notes(&mut self, notes: &[String]) -> &mut Self {
        if notes.is_empty() {
            return self;
        }
        self.remark(&escaped(&finish_sentence(&capitalized(&joined(notes)))))
    }

    /// Adds lines as they are: a heading, a list, a code block of our own.
    pub(super) fn lines(&mut self, lines: impl IntoIterator<Item = String>) -> &mut Self {
        self.separated(lines.into_iter().collect())
    }

    /// Goes on in the last paragraph with a line as it is.
    pub(super) fn line(&mut self, line: &str) -> &mut Self {
        self.lines.push(line.to_owned());
        self
    }

    /// Adds a sentence of our own words to the last line's paragraph.
    pub(super) fn remark(&mut self, sentence: &str) -> &mut Self {
        let start = self
            .lines
            .iter()
            .rposition(String::is_empty)
            .map_or(0, |blank| blank + 1);
        if self
            .lines
            .get(start)
            .is_none_or(|line| line.starts_with('*'))
        {
            return self.markdown(sentence);
        }
        let paragraph = self.lines.split_off(start).join(" ");
        let words = markdown::words(&format!("{paragraph} {sentence}"));
        self.lines
            .extend(markdown::wrap(words.into_iter(), WIDTH, "", ""));
        self
    }

    /// `#[doc = " …"]` for each line.
    pub(super) fn outer(&self) -> TokenStream {
        let lines = self.lines.iter().map(|line| spaced(line));
        quote!(#(#[doc = #lines])*)
    }

    /// `#![doc = " …"]` for each line.
    pub(super) fn inner(&self) -> TokenStream {
        let lines = self.lines.iter().map(|line| spaced(line));
        quote!(#(#![doc = #lines])*)
    }

    /// The Markdown itself, for files that are Markdown.
    pub(super) fn to_markdown(&self) -> String {
        self.lines.join("\n")
    }

    fn separated(&mut self, lines: Vec<String>) -> &mut Self {
        if !self.lines.is_empty() && !lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
        self
    }
}

/// A list entry: ``* `name` - text; notes.``
pub(super) fn entry(name: &str, doc: &Doc, notes: &[String]) -> Vec<String> {
    let text = doc
        .description
        .as_deref()
        .or(doc.summary.as_deref())
        .unwrap_or_default();
    let text = one_line(&with_notes(&one_line(text), notes));
    let mut words = vec!["*".to_owned(), code(name)];
    if !text.is_empty() {
        words.push("-".to_owned());
        words.extend(markdown::escaped_words(&finish_sentence(&text)));
    }
    markdown::wrap(words.into_iter(), WIDTH, "", "  ")
}

/// A sentence made of a name: `Certificate name.`
pub(super) fn sentence_of(name: &Name) -> String {
    let spaced = name.snake().replace('_', " ");
    match spaced.trim() {
        "" => code(name.wire()),
        words => format!("{}.", capitalized(words)),
    }
}

/// Text followed by notes: `Number of items; at least 1, default: 5`.
fn with_notes(text: &str, notes: &[String]) -> String {
    if notes.is_empty() {
        return text.to_owned();
    }
    let notes = joined(notes);
    match text.trim_end_matches('.') {
        "" => notes,
        text => format!("{text}; {notes}"),
    }
}

/// Inline code. Backticks in it become apostrophes, line breaks spaces.
pub(super) fn code(text: &str) -> String {
    let text = one_line(text).replace('`', "'");
    if text.is_empty() {
        "` `".to_owned()
    } else {
        format!("`{text}`")
    }
}

/// Untrusted text as Markdown inside of a sentence of ours.
pub(super) fn escaped(text: &str) -> String {
    markdown::escaped_words(&one_line(text)).join(" ")
}

/// All whitespace as single spaces, without characters that must not stand in source code.
pub(super) fn one_line(text: &str) -> String {
    markdown::clean(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Notes as one text; a pattern is code, so that its signs are seen as they are.
fn joined(notes: &[String]) -> String {
    let shown = notes
        .iter()
        .map(|note| match note.strip_prefix("matches ") {
            Some(pattern) if !pattern.contains('`') => format!("matches {}", code(pattern)),
            _ => note.clone(),
        });
    shown.collect::<Vec<_>>().join(", ")
}

fn finish_sentence(text: &str) -> String {
    let text = text.trim_end();
    // A sentence may end within parentheses or quotes: `(This is one.)`
    let last = text.trim_end_matches([')', ']', '"', '\'']);
    let is_finished = last.ends_with(['.', '!', '?']) || text.ends_with(':') || text.is_empty();
    if is_finished {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

pub(super) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => format!("{}{}", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}

fn is_same(summary: &str, description: &str) -> bool {
    summary.trim_end_matches('.') == description.trim_end_matches('.')
}

fn spaced(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_has_its_end_gets_no_other() {
        for (text, finished) in [
            ("A name", "A name."),
            ("A name.", "A name."),
            ("A name. (It is unique.)", "A name. (It is unique.)"),
            ("The word \"name.\"", "The word \"name.\""),
            ("A name (short)", "A name (short)."),
            ("One of:", "One of:"),
            ("", ""),
        ] {
            assert_eq!(finish_sentence(text), finished);
        }
    }
}
