//! Bytes of a file → JSON value.
//!
//! In: the bytes, and the path, whose ending says whether they are JSON or YAML.
//! Out: the text, kept for messages, and its value or the parser's complaint with line and column.
//! Never: understands the value.

mod depth;
mod value;

use serde::de::DeserializeSeed;
use serde_json::Value;

use value::{Node, Notes};

/// A file's text as it was parsed: valid UTF-8, no byte order mark.
#[derive(Clone, Debug)]
pub(super) struct SourceText {
    /// All of it.
    pub(super) text: String,
    /// What it was parsed as.
    pub(super) syntax: Syntax,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Syntax {
    /// RFC 8259.
    Json,
    /// YAML 1.2.
    Yaml,
}

/// How deep a text may be nested: the limit of the parsers, and with it of everything that descends into their values.
pub(super) const DEEPEST: usize = 128;

/// Why a text could not be parsed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct SyntaxError {
    /// From 1.
    pub(super) line: usize,
    /// From 1.
    pub(super) column: usize,
    /// See [`Complaint`].
    pub(super) complaint: Complaint,
}

/// What a parser has to say.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Complaint {
    /// The text is nested deeper than [`DEEPEST`].
    TooDeep,
    /// It is neither JSON nor YAML: the parser's words, without the position.
    Syntax(String),
}

/// Whether bytes had to be replaced.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Decoding {
    /// Valid UTF-8.
    Clean,
    /// Some bytes were none and have become U+FFFD.
    Lossy,
}

/// A parsed text.
#[derive(Debug)]
pub(super) struct Parsed {
    /// Its value. Of two members with one name the last is read.
    pub(super) value: Value,
    /// Pointers of members that stand twice.
    pub(super) doubles: Vec<String>,
}

/// Bytes → text.
pub(super) fn decode(path: &str, bytes: Vec<u8>) -> (SourceText, Decoding) {
    let (text, decoding) = match String::from_utf8(bytes) {
        Ok(text) => (text, Decoding::Clean),
        Err(error) => {
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            (text, Decoding::Lossy)
        }
    };
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    let syntax = syntax_of(path, &text);
    (SourceText { text, syntax }, decoding)
}

/// Text → value.
pub(super) fn parse(source: &SourceText) -> Result<Parsed, SyntaxError> {
    let mut notes = Notes::new(source.syntax, source.text.len());
    let value = match source.syntax {
        Syntax::Json => json(&source.text, &mut notes)?,
        Syntax::Yaml => yaml(&source.text, &mut notes)?,
    };
    Ok(Parsed {
        value,
        doubles: notes.doubles,
    })
}

/// The ending decides; without a telling one, what the text starts with.
fn syntax_of(path: &str, text: &str) -> Syntax {
    let ending = path
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("json") => Syntax::Json,
        Some("yaml" | "yml") => Syntax::Yaml,
        _ if text.trim_start().starts_with(['{', '[']) => Syntax::Json,
        _ => Syntax::Yaml,
    }
}

fn json(text: &str, notes: &mut Notes) -> Result<Value, SyntaxError> {
    let mut parser = serde_json::Deserializer::from_str(text);
    let value = Node::new(notes).deserialize(&mut parser);
    let value = value.and_then(|value| parser.end().map(|()| value));
    value.map_err(|error| SyntaxError {
        line: error.line().max(1),
        column: error.column().max(1),
        complaint: complaint(&error.to_string()),
    })
}

fn yaml(text: &str, notes: &mut Notes) -> Result<Value, SyntaxError> {
    // YAML 1.1 has these three end a line, YAML 1.2 has not. Serde's parser is of the first kind, that of `depth` of the second, and
    // both have to see the same text.
    let text = text.replace(['\u{85}', '\u{2028}', '\u{2029}'], " ");
    depth::check(&text)?;
    let value = Node::new(notes).deserialize(serde_yaml::Deserializer::from_str(&text));
    value.map_err(|error| {
        let (line, column) = error
            .location()
            .map_or((1, 1), |at| (at.line(), at.column()));
        SyntaxError {
            line: line.max(1),
            column: column.max(1),
            complaint: complaint(&error.to_string()),
        }
    })
}

/// All parsers have the same words for too deep a nesting, and no other way to tell it. Some end with the position, which is shown apart.
fn complaint(message: &str) -> Complaint {
    let message = message.split(" at line ").next().unwrap_or_default();
    if message.contains("recursion limit exceeded") {
        return Complaint::TooDeep;
    }
    Complaint::Syntax(message.to_owned())
}
