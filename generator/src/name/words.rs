//! Splits a spelling into words.
//!
//! In: any text.
//! Out: at least one word of lower-case ASCII letters and digits, none empty.
//! Never: puts words together again.

use heck::ToSnakeCase;

use super::signs;

/// Acronyms that mix cases and would fall apart at each capital.
const MIXED_CASE_ACRONYMS: [&str; 12] = [
    "DDoS", "DoS", "ETag", "eTag", "IaaS", "iOS", "IPv4", "IPv6", "OAuth", "PaaS", "QoS", "SaaS",
];

/// The words of a spelling, by the rules in the parent module's documentation.
pub(super) fn of(spelling: &str) -> Vec<String> {
    let ascii = to_ascii(spelling);
    let trimmed = ascii.trim();
    let spaced = if trimmed.contains(|c: char| c.is_ascii_alphanumeric()) {
        name_meaningful_signs(trimmed)
    } else {
        signs::names(trimmed).join(" ")
    };
    let snake = settle_acronyms(&spaced).to_snake_case();
    if snake.is_empty() {
        return vec!["empty".to_owned()];
    }
    snake.split('_').map(str::to_owned).collect()
}

/// Transliterates letters, digits and signs; any other visible character becomes a word of its code point.
fn to_ascii(spelling: &str) -> String {
    let mut ascii = String::with_capacity(spelling.len());
    for c in spelling.chars() {
        if c.is_ascii_control() {
            ascii.push(' ');
            continue;
        }
        if c.is_ascii() {
            ascii.push(c);
            continue;
        }
        let close = any_ascii::any_ascii_char(c);
        let is_sign = close.chars().all(|c| !c.is_ascii_alphanumeric());
        if close.is_empty() && is_invisible(c) {
            continue;
        }
        if !close.is_empty() && (is_sign || c.is_alphanumeric()) {
            ascii.push_str(close);
        } else {
            ascii.push_str(&format!(" U{:X} ", u32::from(c)));
        }
    }
    ascii
}

/// Combining marks, and the characters that only steer how others are shown.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Replaces every sign of a text that has words too: by a name where the text means something else without it, else by a blank.
fn name_meaningful_signs(text: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let before = text.split(is_word).next().unwrap_or_default();
    let after = text.rsplit(is_word).next().unwrap_or_default();
    let core = text
        .strip_prefix(before)
        .and_then(|rest| rest.strip_suffix(after))
        .unwrap_or(text);

    let mut spaced = leading(before, core);
    spaced.push(' ');
    for c in core.chars() {
        match c {
            '%' => spaced.push_str(" Percent "),
            '&' => spaced.push_str(" And "),
            _ if is_word(c) => spaced.push(c),
            _ => spaced.push(' '),
        }
    }
    // `List<Item>`: brackets, not comparisons.
    let closes = after.contains('>') && core.contains('<');
    if !closes {
        spaced.push(' ');
        spaced.push_str(&trailing(after));
    }
    spaced
}

/// The signs before the first word: comparisons, negation, and the sign of a number.
fn leading(signs: &str, core: &str) -> String {
    let number = core.starts_with(|c: char| c.is_ascii_digit());
    let kept = signs.rsplit(['$', '@', '#', '.', '"', '\'']).next();
    let kept: String = kept
        .unwrap_or_default()
        .chars()
        .filter(|c| {
            matches!(c, '<' | '>' | '=' | '!' | '*' | '%') || number && matches!(c, '+' | '-')
        })
        .collect();
    signs::names(&kept).join(" ")
}

/// The signs after the last word: comparisons, and the marks of `A+`, `C#`, `foo/*`, `50%`.
fn trailing(signs: &str) -> String {
    let kept: String = signs
        .chars()
        .filter(|c| matches!(c, '<' | '>' | '=' | '!' | '*' | '%' | '+' | '#'))
        .collect();
    signs::names(&kept).join(" ")
}

/// Gives acronyms in the plural (`IDs`) and those that mix cases (`IPv4`) the form of one word.
fn settle_acronyms(spaced: &str) -> String {
    let mut settled: Vec<char> = spaced.chars().collect();
    // What one acronym lowers is no beginning of another, so those that are not there now will not be.
    for acronym in MIXED_CASE_ACRONYMS {
        if spaced.contains(acronym) {
            lower_tail_of(&mut settled, acronym);
        }
    }
    lower_plurals(&mut settled);
    settled.into_iter().collect()
}

/// `ETag` → `Etag`, wherever it is a word: no capital before it (before a small one such as `eTag`: no letter) and no small letter after it.
fn lower_tail_of(text: &mut [char], acronym: &str) {
    let acronym: Vec<char> = acronym.chars().collect();
    let starts: Vec<usize> = text
        .windows(acronym.len())
        .enumerate()
        .filter(|(_, window)| *window == acronym)
        .map(|(start, _)| start)
        .collect();
    for start in starts {
        let end = start + acronym.len();
        let starts_small = acronym.first().is_some_and(char::is_ascii_lowercase);
        let joined_before = start
            .checked_sub(1)
            .and_then(|before| text.get(before))
            .is_some_and(|c| c.is_ascii_uppercase() || starts_small && c.is_ascii_lowercase());
        let joined_after = text.get(end).is_some_and(char::is_ascii_lowercase);
        if !joined_before && !joined_after {
            lower(text, start + 1, end);
        }
    }
}

/// `IDs` → `Ids`: two or more capitals, an `s`, and no small letter after it.
fn lower_plurals(text: &mut [char]) {
    let mut run = 0;
    for index in 0..text.len() {
        let Some(c) = text.get(index).copied() else {
            break;
        };
        let ends_word = !text.get(index + 1).is_some_and(char::is_ascii_lowercase);
        if c == 's' && run >= 2 && ends_word {
            lower(text, index + 1 - run, index);
        }
        run = if c.is_ascii_uppercase() { run + 1 } else { 0 };
    }
}

fn lower(text: &mut [char], start: usize, end: usize) {
    if let Some(tail) = text.get_mut(start..end) {
        tail.iter_mut().for_each(|c| c.make_ascii_lowercase());
    }
}
