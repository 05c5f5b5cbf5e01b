//! The ledger: what becomes of whatever a description may have.
//!
//! In: the name of an extension, a keyword, a format, a media type; a member of a directive in a readme, or what that is from.
//! Out: its [`Treatment`]; none for what is unknown, which is a warning wherever it is met.
//! Never: has tables of its own. Each question goes to the table that the generator itself decides by.

pub use crate::load::Dialect;
pub use crate::load::keywords::Piece;
pub use crate::treatment::Treatment;

use crate::{azure, load, lower, manifest};

/// An extension: `x-ms-pageable`.
pub fn extension(name: &str) -> Option<Treatment> {
    azure::ledger::treatment(name)
}

/// A keyword of a piece of a description.
pub fn keyword(piece: Piece, dialect: Dialect, keyword: &str) -> Option<Treatment> {
    load::keywords::treatment(piece, dialect, keyword)
}

/// A format, beside the `type` that it stands with.
pub fn format(ty: Option<&str>, format: &str) -> Option<Treatment> {
    lower::format_treatment(ty, format)
}

/// A media type, as it is written.
pub fn media_type(name: &str) -> Option<Treatment> {
    lower::media_type_treatment(name)
}

/// A member of a directive in a readme: `transform`.
pub fn directive_member(name: &str) -> Option<Treatment> {
    manifest::directive_member(name)
}

/// What a directive in a readme changes, by its `from`: `swagger-document`, `source-file-csharp`.
pub fn directive_source(from: &str) -> Treatment {
    manifest::directive_source(from)
}
