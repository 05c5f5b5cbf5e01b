//! The words of a readme's directives, for the ledger.
//!
//! In: the blocks of a readme.
//! Out: every member and every source of the directives in blocks that are about descriptions, with its line.
//! Never: says what becomes of them.

use serde_yaml::Value;

use super::blocks::Block;
use super::{directives, tag};

/// A word that says what a directive does, or what to.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum DirectiveWord {
    /// A member: `transform`.
    Member(String),
    /// What the directive changes, by its `from`: `swagger-document`, `source-file-csharp`.
    Source(String),
}

/// The words with their lines, in order. A directive that is for the code of other generators has no members: they mean something there.
pub(super) fn words(blocks: &[Block]) -> Vec<(DirectiveWord, usize)> {
    let mut words = Vec::new();
    for block in tag::about_descriptions(blocks) {
        let Ok(content) = &block.content else {
            continue;
        };
        for (map, (line, _)) in directives::entries(block, &content.directive) {
            // What is no text was reported when the readme was read; its member counts all the same.
            let sources = directives::sources(map).unwrap_or_default();
            let is_for_others = directives::is_for_others(&sources);
            let members = map.keys().filter(|_| !is_for_others).map(|key| match key {
                Value::String(name) => name.clone(),
                other => format!("{other:?}"),
            });
            words.extend(members.map(|name| (DirectiveWord::Member(name), line)));
            let sources = sources.into_iter();
            words.extend(sources.map(|from| (DirectiveWord::Source(from), line)));
        }
    }
    words
}
