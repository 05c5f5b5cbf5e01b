//! Where something stands in a description: a document and a JSON pointer.
//!
//! In: the document's path and the steps to a value.
//! Out: a [`Place`], cheap to clone, carried with every value from `load` to the diagnostics; and, only when a diagnostic is printed,
//! the [`SourceLocation`] that whoever has the text finds for it ([`Locate`]).
//! Never: reads files.

use std::fmt;
use std::sync::Arc;

/// A value in a description.
///
/// The pointer (RFC 6901) is that of the *loaded* document (after conversion to OpenAPI 3); `load` can translate it to the one in the source text.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Place {
    /// Path of the document relative to the source root, `/` as separator.
    pub document: Arc<str>,
    /// RFC 6901: `""` is the whole document, `/paths/~1certificates/get` an operation.
    ///
    /// What has no pointer, such as a syntax error, has `@line:column` here: see [`Place::at`].
    pub pointer: Arc<str>,
}

impl Place {
    /// The whole document.
    pub fn document(path: &str) -> Self {
        Self {
            document: path.into(),
            pointer: "".into(),
        }
    }

    /// A place by its pointer in RFC 6901 form.
    pub fn new(document: &str, pointer: &str) -> Self {
        Self {
            document: document.into(),
            pointer: pointer.into(),
        }
    }

    /// The member `key` of the object at this place.
    pub fn key(&self, key: &str) -> Self {
        let pointer = format!("{}/{}", self.pointer, escape(key));
        Self {
            document: Arc::clone(&self.document),
            pointer: pointer.into(),
        }
    }

    /// The element `index` of the array at this place.
    pub fn index(&self, index: usize) -> Self {
        self.key(&index.to_string())
    }

    /// A position in the text of a document, for what no pointer can name: a syntax error. Line and column count from 1.
    pub fn at(document: &str, line: usize, column: usize) -> Self {
        Self {
            document: document.into(),
            pointer: format!("@{line}:{column}").into(),
        }
    }

    /// Line and column of a place made by [`Place::at`].
    pub fn position(&self) -> Option<(usize, usize)> {
        let (line, column) = self.pointer.strip_prefix('@')?.split_once(':')?;
        Some((line.parse().ok()?, column.parse().ok()?))
    }

    /// The object or array that holds this place; `None` for the whole document.
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.pointer.rsplit_once('/')?;
        Some(Self {
            document: Arc::clone(&self.document),
            pointer: parent.into(),
        })
    }

    /// The steps of the pointer, unescaped, from the document's root inwards.
    pub fn steps(&self) -> impl Iterator<Item = String> + '_ {
        self.pointer.split('/').skip(1).map(unescape)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.document, self.pointer)
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Escapes one step of a JSON pointer (RFC 6901, section 3).
pub fn escape(key: &str) -> String {
    // Most keys have neither.
    if !key.contains(['~', '/']) {
        return key.to_owned();
    }
    key.replace('~', "~0").replace('/', "~1")
}

/// The opposite of [`escape`].
pub fn unescape(step: &str) -> String {
    if !step.contains('~') {
        return step.to_owned();
    }
    step.replace("~1", "/").replace("~0", "~")
}

/// Finds places in the texts they come from.
pub trait Locate {
    /// Where the place stands; `None` when it is in none of the texts at hand.
    ///
    /// For a place that the text has no trace of (it was added while loading) this is the nearest place around it.
    fn locate(&self, place: &Place) -> Option<SourceLocation>;
}

/// Several texts: the first that knows the place answers.
impl<const N: usize> Locate for [&dyn Locate; N] {
    fn locate(&self, place: &Place) -> Option<SourceLocation> {
        self.iter().find_map(|texts| texts.locate(place))
    }
}

/// No text at hand: diagnostics show documents and pointers alone.
impl Locate for () {
    fn locate(&self, _: &Place) -> Option<SourceLocation> {
        None
    }
}

/// A place in a source text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SourceLocation {
    /// File as written in messages (label of the source and path).
    pub file: String,
    /// JSON pointer in the source text (before conversion), with `#`; empty where a pointer would say nothing.
    pub pointer: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The text of that line.
    pub text: String,
}

impl SourceLocation {
    /// The location at a byte offset of `text`. An offset beyond its end is its end, one inside a character is its start.
    pub fn at_offset(file: &str, pointer: &str, text: &str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let (before, after) = text.split_at(offset);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let (_, start_of_line) = before.split_at(line_start);
        let end_of_line = after.split('\n').next().unwrap_or_default();
        Self {
            file: file.to_owned(),
            pointer: pointer.to_owned(),
            line: before.matches('\n').count() + 1,
            column: start_of_line.chars().count() + 1,
            text: format!("{start_of_line}{end_of_line}")
                .trim_end_matches('\r')
                .to_owned(),
        }
    }

    /// The location at a line and column of `text`, both from 1; beyond its end the line is empty.
    pub fn at_position(file: &str, text: &str, line: usize, column: usize) -> Self {
        let found = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        Self {
            file: file.to_owned(),
            pointer: String::new(),
            line,
            column,
            text: found.to_owned(),
        }
    }
}
