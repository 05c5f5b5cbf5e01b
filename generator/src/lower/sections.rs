//! Names the file that an operation's code goes to.
//!
//! In: an operation and its document; for those of a group, the group's name.
//! Out: the section's name: the operation's first tag, else the stem of the document's file. No name is too long for a file.
//! Never: decides whether there are sections.

use crate::lower::inventory::Described;
use crate::name::Name;

/// How many letters of a name become a file's. File systems take 255 bytes; a number, an ending and what the checkout adds must fit too.
const LONGEST: usize = 100;

/// A name that a file gets: the text's, without what is beyond [`LONGEST`] letters.
pub(super) fn file_name(text: &str) -> Name {
    let name = Name::from_wire(text);
    let snake = name.snake();
    let kept: String = snake.chars().take(LONGEST).collect();
    if kept == snake {
        name
    } else {
        name.preferring(&kept)
    }
}

/// The section of an operation.
pub(super) fn section(described: &Described<'_>) -> Name {
    let named = |text: &str| {
        Some(text.trim())
            .filter(|text| !text.is_empty())
            .map(file_name)
    };
    let tag = described.operation.tags.first().and_then(|tag| named(tag));
    tag.or_else(|| named(stem(&described.document.path)))
        .unwrap_or_else(|| Name::from_wire("operations"))
}

/// `certificates` of `key-vault/7.4/certificates.json`.
fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.split_once('.').map_or(file, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_gets_a_name_that_is_too_long() {
        let long = file_name(&"Workspace*".repeat(1_000));
        assert!(long.snake().len() <= LONGEST, "{}", long.snake());
        assert!(long.snake().starts_with("workspace_workspace_"));
        assert_eq!(file_name("KeyVault"), Name::from_wire("KeyVault"));
        let as_long_as_can_be = "a".repeat(LONGEST);
        assert_eq!(file_name(&as_long_as_can_be).spelled(), as_long_as_can_be);
    }
}
