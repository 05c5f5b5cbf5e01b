//! JSON pointers (RFC 6901).

use crate::location::unescape;

/// Empty, or starts with a slash.
pub(super) fn is_pointer(text: &str) -> bool {
    text.is_empty() || text.starts_with('/')
}

/// The unescaped steps.
pub(super) fn steps(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(unescape).collect()
}
