//! What signs are called when they are part of a name.
//!
//! In: ASCII signs.
//! Out: words.
//! Never: decides whether a sign matters (that is `words`).

/// Signs that belong together, longest first: a run of signs is read from the left.
const COMPOUND: [(&str, &str); 9] = [
    ("<=", "LessThanOrEqual"),
    (">=", "GreaterThanOrEqual"),
    ("!=", "NotEqual"),
    ("<>", "NotEqual"),
    ("==", "Equal"),
    ("&&", "And"),
    ("||", "Or"),
    ("->", "Arrow"),
    ("=>", "Arrow"),
];

/// The names of a run of signs, in order. Letters, digits and characters beyond ASCII give nothing.
pub(super) fn names(run: &str) -> Vec<&'static str> {
    let mut names = Vec::new();
    let mut rest = run.chars();
    while !rest.as_str().is_empty() {
        let compound = COMPOUND
            .iter()
            .find_map(|(signs, name)| Some((rest.as_str().strip_prefix(signs)?, *name)));
        if let Some((after, name)) = compound {
            names.push(name);
            rest = after.chars();
        } else if let Some(name) = rest.next().and_then(name) {
            names.push(name);
        }
    }
    names
}

/// The name of one sign: that of the Unicode character database, shortened.
fn name(sign: char) -> Option<&'static str> {
    Some(match sign {
        ' ' => "Space",
        '!' => "Not",
        '"' => "Quote",
        '#' => "Sharp",
        '$' => "Dollar",
        '%' => "Percent",
        '&' => "And",
        '\'' => "Apostrophe",
        '(' => "LeftParenthesis",
        ')' => "RightParenthesis",
        '*' => "Asterisk",
        '+' => "Plus",
        ',' => "Comma",
        '-' => "Minus",
        '.' => "Dot",
        '/' => "Slash",
        ':' => "Colon",
        ';' => "Semicolon",
        '<' => "LessThan",
        '=' => "Equal",
        '>' => "GreaterThan",
        '?' => "QuestionMark",
        '@' => "At",
        '[' => "LeftBracket",
        '\\' => "Backslash",
        ']' => "RightBracket",
        '^' => "Caret",
        '_' => "Underscore",
        '`' => "Backtick",
        '{' => "LeftBrace",
        '|' => "Or",
        '}' => "RightBrace",
        '~' => "Tilde",
        _ => return None,
    })
}
