//! How the elements of a list are joined in path, query and headers.
//!
//! In: the style of a parameter, or the extension that keeps Swagger's word for it.
//! Out: the [`Collection`].
//! Never: decides which parameters are lists.

use openapiv3::QueryStyle;

use crate::azure::{Extensions, parameter};
use crate::model::Collection;

/// Swagger's `collectionFormat`, where the description had one that OpenAPI 3 has no word for.
pub(super) fn named(extensions: &Extensions) -> Option<Collection> {
    Some(match parameter::collection_format(extensions)? {
        "multi" => Collection::Repeated,
        "ssv" => Collection::Space,
        "tsv" => Collection::Tab,
        "pipes" => Collection::Pipe,
        _ => Collection::Comma,
    })
}

/// How a list stands in the query. `form` explodes unless it is told not to (OpenAPI 3.0.3, "Parameter Object").
pub(super) fn of_style(style: &QueryStyle, explode: Option<bool>) -> Collection {
    match (style, explode) {
        (QueryStyle::SpaceDelimited, Some(false)) => Collection::Space,
        (QueryStyle::PipeDelimited, Some(false)) => Collection::Pipe,
        (QueryStyle::Form, Some(false)) => Collection::Comma,
        _ => Collection::Repeated,
    }
}
