//! Where something stands in a description: a document and a JSON pointer.
//!
//! In: the document's path and the steps to a value.
//! Out: a [`Place`], cheap to clone, carried with every value from `load` to the diagnostics.
//! Never: reads files. Lines and columns are found only when a diagnostic is printed.

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
    key.replace('~', "~0").replace('/', "~1")
}
