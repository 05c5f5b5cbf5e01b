//! Finds places of a manifest in its text.
//!
//! In: the text of a manifest, and places in it.
//! Out: lines and columns.
//! Never: judges what stands there.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::location::{Locate, Place, SourceLocation};

/// The text of a manifest or readme, for diagnostics about it.
#[derive(Clone, Debug, Default)]
pub struct ManifestText {
    path: String,
    text: String,
}

impl ManifestText {
    /// `path` is the manifest's own path as in [`Manifest::path`](super::Manifest::path).
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }
}

impl Locate for ManifestText {
    fn locate(&self, place: &Place) -> Option<SourceLocation> {
        if *place.document != *self.path {
            return None;
        }
        if let Some((line, column)) = place.position() {
            return Some(SourceLocation::at_position(
                &self.path, &self.text, line, column,
            ));
        }
        // What can be read of a faulty text is enough to find a place in it.
        let (table, _) = DeTable::parse_recoverable(&self.text);
        let offset = offset_of(table.get_ref(), place)?;
        let pointer = format!("#{}", place.pointer);
        Some(SourceLocation::at_offset(
            &self.path, &pointer, &self.text, offset,
        ))
    }
}

/// The offset of the deepest value on the way to a place; `None` when not even the first step is there.
fn offset_of(table: &DeTable<'_>, place: &Place) -> Option<usize> {
    let mut steps = place.steps();
    let mut value = table.get(steps.next()?.as_str())?;
    for step in steps {
        let Some(next) = member(value.get_ref(), &step) else {
            break;
        };
        value = next;
    }
    Some(value.span().start)
}

fn member<'a, 'i>(value: &'a DeValue<'i>, step: &str) -> Option<&'a Spanned<DeValue<'i>>> {
    match value {
        DeValue::Table(table) => table.get(step),
        DeValue::Array(array) => array.get(step.parse::<usize>().ok()?),
        _ => None,
    }
}
