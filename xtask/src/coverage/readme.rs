//! Notes the words of a readme's directives.
//!
//! In: the text of a readme.
//! Out: [`Met`]: members and sources, how often each.
//! Never: asks what becomes of them; looks at blocks for other languages.

use armature_codegen::ledger::{self, Treatment};
use armature_codegen::manifest::{self, DirectiveWord};

use super::walk::{Item, Met};

/// What all ends of paths count as.
const FILE: &str = "the end of a path";

/// Reads a whole readme.
pub fn directives(text: &str) -> Met {
    let mut met = Met::default();
    for (word, line) in manifest::directive_words(text) {
        let item = Item::Directive(without_path(word));
        let place = format!(":{line}");
        met.items.entry(item).or_insert((0, place)).0 += 1;
    }
    met
}

/// Kinds of documents count each by itself, files together.
fn without_path(word: DirectiveWord) -> DirectiveWord {
    match word {
        DirectiveWord::Source(from) if !is_kind(&from) => DirectiveWord::Source(FILE.to_owned()),
        word => word,
    }
}

fn is_kind(from: &str) -> bool {
    let is_ignored = matches!(ledger::directive_source(from), Treatment::Ignored(_));
    is_ignored || from.ends_with("-document")
}
