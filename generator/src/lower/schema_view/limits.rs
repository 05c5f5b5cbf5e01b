//! Bounds, lengths, pattern: what limits a value.
//!
//! In: what `openapiv3` has of them.
//! Out: [`Limits`], with numbers in decimal.
//! Never: checks a value.

/// Constraints on a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::lower) struct Limits<'a> {
    /// `minimum`, `exclusiveMinimum`.
    pub minimum: Option<Bound>,
    /// `maximum`, `exclusiveMaximum`.
    pub maximum: Option<Bound>,
    /// `multipleOf`.
    pub multiple_of: Option<f64>,
    /// `minLength`.
    pub min_length: Option<usize>,
    /// `maxLength`.
    pub max_length: Option<usize>,
    /// `pattern`.
    pub pattern: Option<&'a str>,
    /// `minItems`.
    pub min_items: Option<usize>,
    /// `maxItems`.
    pub max_items: Option<usize>,
    /// `uniqueItems`.
    pub unique_items: bool,
}

/// One end of a range, in decimal.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::lower) enum Bound {
    Inclusive(String),
    Exclusive(String),
}

pub(super) fn bound<T: ToString>(limit: Option<T>, exclusive: bool) -> Option<Bound> {
    let limit = limit?.to_string();
    Some(if exclusive {
        Bound::Exclusive(limit)
    } else {
        Bound::Inclusive(limit)
    })
}
