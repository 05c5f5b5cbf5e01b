//! Takes path templates apart.
//!
//! In: a template: `/certificates/{certificate-name}/pending`.
//! Out: its pieces.
//! Never: knows which parameters there are.

use crate::model::PathPiece;

/// The pieces of a template, in order. A brace without its partner is text.
pub(super) fn pieces(template: &str) -> Vec<PathPiece> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}').filter(|(name, _)| !name.is_empty())
        else {
            break;
        };
        if !before.is_empty() {
            pieces.push(PathPiece::Text(before.to_owned()));
        }
        pieces.push(PathPiece::Parameter(name.to_owned()));
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(PathPiece::Text(rest.to_owned()));
    }
    pieces
}

/// The names in a template, in order, each once.
pub(super) fn names(template: &str) -> Vec<String> {
    let mut names = Vec::new();
    for piece in pieces(template) {
        if let PathPiece::Parameter(name) = piece
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_the_whole_template() {
        let text = |text: &str| PathPiece::Text(text.to_owned());
        let parameter = |name: &str| PathPiece::Parameter(name.to_owned());
        assert_eq!(
            pieces("/a/{b}('{c}')/"),
            [
                text("/a/"),
                parameter("b"),
                text("('"),
                parameter("c"),
                text("')/")
            ]
        );
        assert_eq!(pieces("/a/{b"), [text("/a/{b")]);
        assert_eq!(pieces("/a{}b"), [text("/a{}b")]);
        assert_eq!(pieces(""), []);
    }
}
