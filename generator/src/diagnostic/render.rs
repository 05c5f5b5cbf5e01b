//! Draws diagnostics for people, with the library annotate-snippets.
//!
//! In: diagnostics, and a [`Locate`] that knows the texts.
//! Out: text: the finding, its line in the source with the JSON pointer under it, and notes.
//! Never: prints, or changes what was found.
//!
//! ```text
//! warning[A0304]: enum values `S1-v2` and `S1_v2` both become `S1V2`
//!    --> specs/api-management/2024-05-01/skus.json:118:9
//!     |
//! 118 |         "S1_v2",
//!     |         ^^^^^^^ #/definitions/SkuName/enum/3
//!     |
//!     = first use: #/definitions/SkuName/enum/1
//!     = done: the second is named `S1V2_2`
//!     = help: choose names in the manifest under `[rename]`, for a readme's crate with an overlay
//! ```

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Severity};
use crate::location::{Locate, Place, SourceLocation};

/// Whether the text has terminal colours.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Colour {
    /// Plain text.
    #[default]
    Never,
    /// ANSI escape sequences.
    Always,
}

/// Lines longer than this many characters are cut around the finding: some descriptions are one line.
const LONGEST_LINE: usize = 160;

/// How many characters stay before a finding in a line that is cut.
const KEPT_BEFORE: usize = 40;

/// Draws all diagnostics in order, each followed by a blank line. There is no summary: see [`Diagnostics::summary`].
pub fn render(diagnostics: &Diagnostics, texts: &dyn Locate, colour: Colour) -> String {
    diagnostics
        .list
        .iter()
        .map(|diagnostic| {
            let counts_as = diagnostics.severity(diagnostic);
            let denied = diagnostics.denied(diagnostic);
            format!("{}\n\n", one(diagnostic, counts_as, denied, texts, colour))
        })
        .collect()
}

fn one(
    diagnostic: &Diagnostic,
    counts_as: Severity,
    denied: Option<&str>,
    texts: &dyn Locate,
    colour: Colour,
) -> String {
    let level = match counts_as {
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = level
        .primary_title(visible(&diagnostic.message))
        .id(diagnostic.code);
    let located = texts.locate(&diagnostic.place);
    let mut group = match &located {
        Some(location) => title.element(snippet(location)),
        None => title.element(origin(&diagnostic.place)),
    };
    if located.is_none() && diagnostic.place.pointer.starts_with('/') {
        group = note(group, "at", &format!("#{}", diagnostic.place.pointer));
    }
    for (what, place) in &diagnostic.related {
        let shown = related(place, &diagnostic.place, located.as_ref(), texts);
        group = note(group, what, &shown);
    }
    if let Some(done) = &diagnostic.done {
        group = note(group, "done", done);
    }
    if let Some(help) = &diagnostic.help {
        group = note(group, "help", help);
    }
    if let Some(because) = denied {
        group = note(group, "note", &format!("warnings are errors: {because}"));
    }
    let renderer = match colour {
        Colour::Never => Renderer::plain(),
        Colour::Always => Renderer::styled(),
    };
    renderer.render(&[group])
}

/// `= help: …`.
fn note<'a>(group: Group<'a>, what: &str, text: &str) -> Group<'a> {
    let level = match what {
        "help" => Level::HELP,
        _ => Level::NOTE.with_name(visible(what)),
    };
    group.element(level.message(visible(text)))
}

/// The source line with the value marked and its pointer as the label.
fn snippet(location: &SourceLocation) -> Snippet<'static, Annotation<'static>> {
    let (text, start) = excerpt(location);
    let end = start + value_length(text.get(start..).unwrap_or_default());
    let label = Some(visible(&location.pointer)).filter(|pointer| !pointer.is_empty());
    Snippet::source(text)
        .path(visible(&location.file))
        .line_start(location.line)
        .annotation(AnnotationKind::Primary.span(start..end).label(label))
}

/// The line, or what is around the finding when it is too long, and the byte at which the finding starts.
fn excerpt(location: &SourceLocation) -> (String, usize) {
    let column = location.column.saturating_sub(1);
    let long = location.text.chars().nth(LONGEST_LINE).is_some();
    let skipped = if long {
        column.saturating_sub(KEPT_BEFORE)
    } else {
        0
    };
    // Cut first: a description of one line may have as many findings as members, and each would go through all of it.
    let kept: String = location
        .text
        .chars()
        .skip(skipped)
        .take(LONGEST_LINE)
        .collect();
    let text = visible(&kept);
    let start = text
        .char_indices()
        .nth(column - skipped)
        .map_or(text.len(), |(start, _)| start);
    (text, start)
}

/// Bytes of the value that a text starts with: a quoted text, else all up to a blank or a separator, at least one character.
fn value_length(text: &str) -> usize {
    let mut characters = text.char_indices();
    let Some((_, first)) = characters.next() else {
        return 0;
    };
    if first == '"' {
        let mut escaped = false;
        for (index, c) in characters {
            match c {
                '"' if !escaped => return index + 1,
                _ => escaped = c == '\\' && !escaped,
            }
        }
        return text.len();
    }
    let length = text
        .find([',', ' ', '\t', '}', ']', ':'])
        .unwrap_or(text.len());
    length.max(first.len_utf8())
}

fn origin(place: &Place) -> Origin<'static> {
    let origin = Origin::path(visible(&place.document));
    match place.position() {
        Some((line, column)) => origin.line(line).char_column(column),
        None => origin,
    }
}

/// `#/definitions/A` in the same document, `other.json:12: #/definitions/A` in another.
///
/// What an overlay has put into a document is located in the overlay, so files count rather than documents where both are known.
fn related(
    place: &Place,
    main: &Place,
    main_located: Option<&SourceLocation>,
    texts: &dyn Locate,
) -> String {
    let located = texts.locate(place);
    let same_file = match (&located, main_located) {
        (Some(one), Some(other)) => one.file == other.file,
        _ => place.document == main.document,
    };
    let pointer = located
        .as_ref()
        .map(|location| location.pointer.clone())
        // That of a whole file says no more than the file.
        .filter(|pointer| !matches!(pointer.as_str(), "" | "#"))
        .or_else(|| {
            place
                .pointer
                .starts_with('/')
                .then(|| format!("#{}", place.pointer))
        });
    let file = match &located {
        Some(location) => format!("{}:{}", location.file, location.line),
        None => match place.position() {
            Some((line, column)) => format!("{}:{line}:{column}", place.document),
            None => place.document.to_string(),
        },
    };
    match pointer {
        Some(pointer) if same_file => pointer,
        Some(pointer) => format!("{file}: {pointer}"),
        None => file,
    }
}

/// The text with every character that steers a terminal or the direction of writing replaced by a visible one: names come from files
/// that nobody has vouched for. The number of characters stays.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' => c,
            // The pictures of control characters stand in the same order as these.
            '\0'..='\u{1f}' => {
                char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            '\u{7f}' => '\u{2421}',
            '\u{80}'..='\u{9f}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
            _ => c,
        })
        .collect()
}
