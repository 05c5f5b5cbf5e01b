//! Untrusted text to Markdown that means nothing but itself.
//!
//! In: text with any characters, any line breaks, any markup.
//! Out: lines of at most the given width where words allow it. Paragraphs and simple lists are kept.
//! Never: lets a character of the text act as markup, except `code` between single backticks.

/// Turns text into paragraphs and lists, wrapped at `width` columns.
pub(super) fn paragraphs(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks(&clean(text)) {
        let (first, rest) = match block.kind {
            Kind::Paragraph => ("", ""),
            Kind::Entry => ("* ", "  "),
        };
        let wrapped = wrap(escaped_words(&block.text).into_iter(), width, first, rest);
        let is_list_going_on = block.kind == Kind::Entry
            && lines
                .last()
                .is_some_and(|line| line.starts_with(['*', ' ']));
        if !lines.is_empty() && !is_list_going_on {
            lines.push(String::new());
        }
        lines.extend(wrapped);
    }
    lines
}

/// Drops characters that must not stand in source code: controls, and those that change the direction of text.
pub(super) fn clean(text: &str) -> String {
    let replaced = text.replace("\r\n", "\n");
    let kept = replaced.chars().filter_map(|letter| match letter {
        '\n' => Some('\n'),
        '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => None,
        letter if letter.is_whitespace() => Some(' '),
        letter if letter.is_control() => None,
        letter => Some(letter),
    });
    kept.collect()
}

/// Puts words on lines; the first line starts with `first`, the others with `rest`.
pub(super) fn wrap(
    words: impl Iterator<Item = String>,
    width: usize,
    first: &str,
    rest: &str,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in words {
        let length = line.chars().count() + 1 + word.chars().count();
        if !is_empty && length > width {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            line.push_str(&harmless_at_start(&word));
        } else {
            if !is_empty {
                line.push(' ');
            }
            line.push_str(&word);
        }
        is_empty = false;
    }
    if !is_empty {
        lines.push(line);
    }
    lines
}

/// The words of a paragraph, escaped. A code span is one word, whatever is in it.
pub(super) fn escaped_words(text: &str) -> Vec<String> {
    let mut words = words(text);
    let mut is_first = true;
    for word in &mut words {
        *word = escape(word);
        if is_first {
            *word = harmless_at_start(word);
            is_first = false;
        }
    }
    words
}

/// Splits at spaces outside of code spans.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Code(code) => {
                word.push('`');
                word.push_str(&code.split_whitespace().collect::<Vec<_>>().join(" "));
                word.push('`');
            }
            Piece::Text(text) => {
                for letter in text.chars() {
                    if !letter.is_whitespace() {
                        word.push(letter);
                    } else if !word.is_empty() {
                        words.push(std::mem::take(&mut word));
                    }
                }
            }
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Paragraph,
    Entry,
}

struct Block {
    kind: Kind,
    text: String,
}

/// Paragraphs are separated by blank lines; a line that starts with a bullet or a number is an entry of a list.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for line in text.split('\n').map(str::trim) {
        if line.is_empty() {
            is_open = false;
            continue;
        }
        if let Some(entry) = entry_text(line) {
            blocks.push(Block {
                kind: Kind::Entry,
                text: entry.to_owned(),
            });
            is_open = true;
            continue;
        }
        match blocks.last_mut() {
            Some(block) if is_open => {
                block.text.push(' ');
                block.text.push_str(line);
            }
            _ => blocks.push(Block {
                kind: Kind::Paragraph,
                text: line.to_owned(),
            }),
        }
        is_open = true;
    }
    blocks
}

fn entry_text(line: &str) -> Option<&str> {
    let (mark, text) = line.split_once(' ')?;
    let is_bullet = matches!(mark, "*" | "-" | "+" | "•" | "·");
    let text = text.trim();
    (is_bullet && !text.is_empty()).then_some(text)
}

enum Piece<'a> {
    Text(&'a str),
    Code(&'a str),
}

/// Text and code spans. A backtick without a partner, and runs of several, are text.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('`') {
        let code = after.split_once('`').filter(|(code, behind)| {
            !code.trim().is_empty() && !behind.starts_with('`') && !code.starts_with(' ')
        });
        match code {
            Some((code, behind)) if !before.ends_with('`') => {
                pieces.push(Piece::Text(before));
                pieces.push(Piece::Code(code));
                rest = behind;
            }
            _ => {
                // The run of backticks goes out as text, so that its later ones do not open a span either.
                let run = after.len() - after.trim_start_matches('`').len();
                let (head, tail) = rest.split_at(before.len() + 1 + run);
                pieces.push(Piece::Text(head));
                rest = tail;
            }
        }
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// Escapes one word outside of its code spans and puts its URLs between `<` and `>`.
fn escape(word: &str) -> String {
    let mut out = String::new();
    for piece in pieces(word) {
        match piece {
            Piece::Code(code) => {
                out.push('`');
                out.push_str(code);
                out.push('`');
            }
            Piece::Text(text) => escape_text(text, &mut out),
        }
    }
    out
}

fn escape_text(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(start) = url_start(rest) {
        let (before, from) = rest.split_at(start);
        let (url, behind) = from.split_at(url_length(from));
        escape_plain(before, out);
        if url.len() > "https://".len() {
            out.push('<');
            out.push_str(url);
            out.push('>');
        } else {
            escape_plain(url, out);
        }
        rest = behind;
    }
    escape_plain(rest, out);
}

fn escape_plain(text: &str, out: &mut String) {
    let mut before: Option<char> = out.chars().next_back();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_markup = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' => true,
            // Inside of a word an underscore is no markup.
            '_' => {
                !(before.is_some_and(char::is_alphanumeric)
                    && letters.peek().is_some_and(|next| next.is_alphanumeric()))
            }
            // `&lt;` is no markup: it stands for the character and acts as text.
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(letter);
        before = Some(letter);
    }
}

fn url_start(text: &str) -> Option<usize> {
    let http = text.find("http://");
    let https = text.find("https://");
    match (http, https) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// Length of the URL at the start of `text`, without the punctuation that ends a sentence.
fn url_length(text: &str) -> usize {
    let end = text
        .find(|letter: char| !is_url_letter(letter))
        .unwrap_or(text.len());
    let url = text.get(..end).unwrap_or(text);
    url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*'])
        .len()
}

fn is_url_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%{}".contains(letter)
}

/// A word that would start a heading, a list, a quotation or an underline when a line begins with it.
fn harmless_at_start(word: &str) -> String {
    let digits = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let number = word.len() - digits.len();
    if number > 0 && (digits.starts_with('.') || digits.starts_with(')')) {
        let (number, behind) = word.split_at(number);
        return format!("{number}\\{behind}");
    }
    if word.starts_with(['#', '-', '+', '=', ':']) {
        return format!("\\{word}");
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(paragraphs(text, 60).join("\n"), expected);
    }

    #[test]
    fn markup_becomes_characters() {
        check(
            "<b>bold</b> and *stars*",
            "\\<b\\>bold\\</b\\> and \\*stars\\*",
        );
        check("[Response] of [x](y)", "\\[Response\\] of \\[x\\](y)");
        check(
            "_id and snake_case and __x__",
            "\\_id and snake_case and \\_\\_x\\_\\_",
        );
        check("C:\\temp | ~/x", "C:\\\\temp \\| \\~/x");
    }

    #[test]
    fn urls_stand_in_angle_brackets() {
        check("See https://a.b/c_d?e=*f.", "See <https://a.b/c_d?e=*f>.");
        check("(http://a.b/c)", "(<http://a.b/c>)");
        check(
            "https://{vault}.net/<name>",
            "<https://{vault}.net/>\\<name\\>",
        );
        check("the scheme https:// alone", "the scheme https:// alone");
        check("[here](https://a.b)", "\\[here\\](<https://a.b>)");
    }

    #[test]
    fn code_between_single_backticks_stays() {
        check("set `a <b> [c]` to *", "set `a <b> [c]` to \\*");
        check("an open ` backtick", "an open \\` backtick");
        check(
            "``two`` and ```three```",
            "\\`\\`two\\`\\` and \\`\\`\\`three\\`\\`\\`",
        );
    }

    #[test]
    fn nothing_is_a_code_block_a_heading_or_a_table() {
        check("a\n\n    let x = 1;\n", "a\n\nlet x = 1;");
        check("```\nlet x = 1;\n```", "\\`\\`\\` let x = 1; \\`\\`\\`");
        check("# Heading\ntext\n===", "\\# Heading text ===");
        check("| a | b |\n|---|---|", "\\| a \\| b \\| \\|---\\|---\\|");
        check("1. first", "1\\. first");
        check("> quoted", "\\> quoted");
        check("---", "\\---");
    }

    #[test]
    fn what_wrapping_puts_at_the_start_of_a_line_is_harmless() {
        let filler = "x".repeat(59);
        for word in ["#", "-", "+", "=", "===", "1.", "12)", "#tag"] {
            let lines = paragraphs(&format!("{filler} {word} end"), 60);
            assert_eq!(lines.len(), 2, "{word}");
            assert!(
                lines[1].starts_with('\\') || lines[1].contains("\\.") || lines[1].contains("\\)"),
                "{word}: {lines:?}"
            );
        }
    }

    #[test]
    fn lists_stay_lists() {
        check(
            "Values:\n- one\n* two,\n  and more\n\nEnd",
            "Values:\n\n* one\n* two, and more\n\nEnd",
        );
    }

    #[test]
    fn characters_that_the_compiler_refuses_are_gone() {
        check("a\u{202e}b\u{0}c\r\nd\te\u{feff}", "abc d e");
    }

    #[test]
    fn long_words_are_not_cut() {
        let url = format!("https://a.b/{}", "c".repeat(80));
        assert_eq!(
            paragraphs(&format!("See {url} there"), 60),
            ["See".to_owned(), format!("<{url}>"), "there".to_owned()]
        );
    }

    #[test]
    fn any_text_ends() {
        for text in [
            "`",
            "``",
            "`a`b`c`",
            "a``b`c",
            "` `",
            "<`>`",
            "\\`x\\`",
            "* ",
            "http://",
            "",
            "é`ü`ß <ö>",
        ] {
            let again = paragraphs(text, 10);
            assert_eq!(again, paragraphs(text, 10));
        }
    }
}
