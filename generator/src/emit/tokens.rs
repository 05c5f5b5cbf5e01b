//! Names as Rust identifiers, and literals.
//!
//! In: names of the model, any text.
//! Out: identifiers that Rust takes as they are: no keyword, no raw identifier, no character outside of ASCII.
//! Never: makes names distinct; `lower` has done that.

use proc_macro2::{Ident, Literal, Span};

use crate::name::Name;

/// Words that are no identifiers in edition 2024, and those reserved for later.
const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Locals and fields that emitted code has of its own.
const OUR_VALUES: [&str; 7] = [
    "api_version",
    "client_options",
    "connection",
    "credential",
    "method_options",
    "options",
    "request",
];

/// Methods that every client has of its own.
const OUR_METHODS: [&str; 2] = ["endpoint", "new"];

/// JSON with more lines than this is filled.
const LONG_JSON: usize = 150;

/// Width of filled lines.
const FILLED_LINE: usize = 120;

/// A field of a model: `type` gives `type_prop`.
pub(super) fn field(name: &Name) -> Ident {
    distinct(&name.snake(), "_prop", &[])
}

/// An argument of a method, a field of a client or of options: `type` gives `type_param`, `options` gives `options_param`.
pub(super) fn argument(name: &Name) -> Ident {
    distinct(&name.snake(), "_param", &OUR_VALUES)
}

/// A method of a client: `move` gives `move_fn`.
pub(super) fn method(name: &Name) -> Ident {
    distinct(&name.snake(), "_fn", &OUR_METHODS)
}

/// A method that starts a long-running operation: `delete` gives `begin_delete`.
pub(super) fn begin_method(name: &Name) -> Ident {
    ident(&format!("begin_{}", name.snake()))
}

/// A getter of a typed response header.
pub(super) fn getter(name: &Name) -> Ident {
    distinct(&name.snake(), "_fn", &[])
}

/// A type or a trait.
pub(super) fn type_name(name: &Name) -> Ident {
    distinct(&name.pascal(), "Type", &[])
}

/// A variant of an enumeration.
pub(super) fn variant(name: &Name) -> Ident {
    distinct(&name.pascal(), "Value", &["UnknownValue"])
}

/// A module, also the stem of its file.
pub(super) fn module(name: &str) -> String {
    distinct(name, "_mod", &["dispatch", "tests"]).to_string()
}

/// Any text as an identifier: a letter that Rust does not take becomes its number, a digit in front gets an underscore.
pub(super) fn ident(text: &str) -> Ident {
    let mut clean = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || letter == '_' {
            clean.push(letter);
        } else {
            clean.push_str(&format!("u{:04x}", u32::from(letter)));
        }
    }
    if clean.starts_with(|first: char| first.is_ascii_digit()) {
        clean.insert(0, '_');
    }
    if clean.chars().all(|letter| letter == '_') {
        clean.push_str("empty");
    }
    if KEYWORDS.contains(&clean.as_str()) {
        clean.push('_');
    }
    Ident::new(&clean, Span::call_site())
}

/// A number as it is written in a description; what is no number becomes text.
pub(super) fn number(text: &str) -> Literal {
    let is_finite = text.parse::<f64>().is_ok_and(f64::is_finite);
    let mut written = text.to_owned();
    if is_finite && !written.contains(['.', 'e', 'E']) {
        written.push_str(".0");
    }
    match written.parse::<Literal>() {
        Ok(literal) if is_finite => literal,
        _ => Literal::string(text),
    }
}

/// Text of several lines as a raw string, so that a reader sees it as it is; an ordinary string where that is not possible.
pub(super) fn text_block(text: &str) -> Literal {
    let is_plain = text
        .chars()
        .all(|letter| letter == '\n' || !(letter.is_control() || is_invisible(letter)));
    if !is_plain || !text.contains(['"', '\\', '\n']) {
        return Literal::string(text);
    }
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}")
        .parse()
        .unwrap_or_else(|_| Literal::string(text))
}

/// JSON as a raw string: as it is, or with its lines filled when it is so long that nobody reads it and files would overflow.
pub(super) fn json_block(json: &str) -> Literal {
    if json.lines().count() <= LONG_JSON {
        return text_block(json);
    }
    // No string of JSON goes over a line's end, so lines may be joined with a blank.
    let mut filled = String::new();
    let mut width = 0;
    for part in json.lines().map(str::trim) {
        if width + part.len() >= FILLED_LINE {
            filled.push('\n');
            width = 0;
        } else if width > 0 {
            filled.push(' ');
        }
        filled.push_str(part);
        width += part.len() + 1;
    }
    text_block(&filled)
}

fn distinct(text: &str, suffix: &str, ours: &[&str]) -> Ident {
    if KEYWORDS.contains(&text) || ours.contains(&text) {
        return ident(&format!("{text}{suffix}"));
    }
    ident(text)
}

/// Characters that the compiler refuses in source code because they change the direction of text, and their like.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
