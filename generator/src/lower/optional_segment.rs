//! Path parameters that a caller may leave out.
//!
//! In: the name of a path parameter that an overlay has made optional, and the pieces of its path. (OpenAPI itself has none: its path parameters are
//! always required.)
//! Out: whether a request can do without it.
//! Never: decides how the path is written without it; that is the runtime's `path_optional`.

use crate::model::PathPiece;

/// Whether a value must be given with each call.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Presence {
    /// It is an argument.
    Required,
    /// It is an option.
    Optional,
}

/// Whether the parameter `wire` is the whole last segment of the path, and no other. Without it the path ends in a slash; anywhere else two
/// slashes would meet, which names another resource or none.
pub(super) fn is_possible(path: &[PathPiece], wire: &str) -> bool {
    let is_it = |piece: &PathPiece| matches!(piece, PathPiece::Parameter(name) if name == wire);
    match path {
        [before @ .., PathPiece::Text(text), last] => {
            is_it(last) && text.ends_with('/') && !before.iter().any(is_it)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::paths::pieces;

    #[test]
    fn only_a_whole_last_segment_can_be_left_out() {
        for path in ["/a/{b}", "/{b}", "/a/{c}/{b}"] {
            assert!(is_possible(&pieces(path), "b"), "{path}");
        }
        for path in [
            "/a/{b}/",
            "/a/{b}/c",
            "/a('{b}')",
            "/a/x{b}",
            "{b}",
            "/{b}/{b}",
            "/a/{c}",
            "/a/{c}{b}",
            "",
        ] {
            assert!(!is_possible(&pieces(path), "b"), "{path}");
        }
    }
}
