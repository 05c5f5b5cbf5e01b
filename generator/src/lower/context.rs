//! What the parts of one api-version's lowering share.

use crate::diagnostic::Diagnostics;
use crate::load::SpecSet;
use crate::lower::types::Types;

/// The descriptions, the types met so far, and where findings go.
pub(super) struct Context<'a, 'd> {
    /// All documents.
    pub specs: &'a SpecSet,
    /// The types met so far.
    pub types: Types<'a>,
    /// Findings.
    pub diagnostics: &'d mut Diagnostics,
}
