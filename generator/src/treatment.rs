//! What becomes of something that a description may have: an extension, a keyword, a format, a media type.
//!
//! The tables stand where the decisions are made: `azure::ledger`, `load::keywords`, `lower::scalars`, `lower::media_types`.
//! `ledger` asks all of them.

/// What is done about something. What has no treatment is unknown, and a warning.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Treatment {
    /// It changes what is generated. Names the module that reads it.
    Handled(&'static str),
    /// It changes nothing, for this reason.
    Ignored(&'static str),
}
