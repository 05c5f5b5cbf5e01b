//! Blank lines between items and between methods.
//!
//! In: an item.
//! Out: the same item with empty verbatim pieces between its parts; `prettyplease` prints such a piece as an empty line.
//! Never: changes anything that the compiler sees.

use proc_macro2::TokenStream;
use syn::{ImplItem, Item, TraitItem, UseTree, Visibility};

/// Neighbouring items of the same group stand without a blank line between them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Group {
    /// `mod name;`
    Module,
    /// `use …;`
    Import,
    /// `pub use …;`
    Export,
}

/// The group of an item; `None` when it always stands alone.
pub(super) fn group(item: &Item) -> Option<Group> {
    match item {
        Item::Mod(module) if module.content.is_none() => Some(Group::Module),
        Item::Use(import) if is_glob(&import.tree) && is_private(&import.vis) => None,
        Item::Use(import) if is_private(&import.vis) => Some(Group::Import),
        Item::Use(_) => Some(Group::Export),
        _ => None,
    }
}

/// Puts blank lines between the parts of an item: methods of an `impl` or trait, items of a module.
pub(super) fn put_in(item: &mut Item) {
    match item {
        Item::Impl(block) => {
            let methods = std::mem::take(&mut block.items);
            block.items = between(
                methods,
                || ImplItem::Verbatim(TokenStream::new()),
                |_, _| true,
            );
        }
        Item::Trait(block) => {
            let methods = std::mem::take(&mut block.items);
            block.items = between(
                methods,
                || TraitItem::Verbatim(TokenStream::new()),
                |_, _| true,
            );
        }
        Item::Mod(module) => {
            if let Some((_, items)) = &mut module.content {
                items.iter_mut().for_each(put_in);
                let inner = std::mem::take(items);
                *items = between(inner, || Item::Verbatim(TokenStream::new()), are_apart);
            }
        }
        _ => {}
    }
}

fn are_apart(before: &Item, after: &Item) -> bool {
    group(before).is_none() || group(before) != group(after)
}

fn between<T>(parts: Vec<T>, blank: impl Fn() -> T, is_apart: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut spaced: Vec<T> = Vec::with_capacity(parts.len() * 2);
    for part in parts {
        if spaced.last().is_some_and(|before| is_apart(before, &part)) {
            spaced.push(blank());
        }
        spaced.push(part);
    }
    spaced
}

fn is_private(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Inherited)
}

fn is_glob(tree: &UseTree) -> bool {
    match tree {
        UseTree::Glob(_) => true,
        UseTree::Path(path) => is_glob(&path.tree),
        _ => false,
    }
}
