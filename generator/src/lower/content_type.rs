//! The media type of a body, where the caller chooses it.
//!
//! In: an operation's body, and whether its parameters declare `Content-Type`.
//! Out: the parameter that chooses.
//! Never: lets a caller choose where there is but one media type, or only names for JSON or for XML.
//!
//! Of JSON and other types JSON stays the default, with its model: `RequestContent` takes bytes beside a model, so that the
//! same argument serves all types.

use crate::location::Place;
use crate::model::{
    Body, Collection, Doc, MediaType, Parameter, ParameterLocation, ParameterSource, Scalar, Type,
};
use crate::name::Name;

const WIRE: &str = "Content-Type";

/// Whether a header is `Content-Type`.
pub(super) fn is_it(wire: &str) -> bool {
    wire.eq_ignore_ascii_case(WIRE)
}

/// Whether a declared parameter is one of the method: `Content-Type` is only where there is a choice, all others are.
pub(super) fn is_kept(wire: &str, within: &str, body: Option<&Body>) -> bool {
    within != "header" || !is_it(wire) || choice(body).is_some()
}

/// The parameter that the description lacks: an option.
pub(super) fn undeclared(
    declared: &[Parameter],
    body: Option<&Body>,
    place: &Place,
) -> Option<Parameter> {
    let body = choice(body)?;
    let is_header = |parameter: &Parameter| {
        matches!(parameter.location, ParameterLocation::Header(_)) && is_it(parameter.name.wire())
    };
    if declared.iter().any(is_header) {
        return None;
    }
    let (what, default) = match &body.media_type {
        MediaType::Json(name) => (
            "Media type of the content. Content of another type than JSON is given as bytes, with `RequestContent::from`.",
            name,
        ),
        MediaType::Xml(name) => (
            "Media type of the content. Content of another type than XML is given as bytes, with `RequestContent::from`.",
            name,
        ),
        MediaType::Raw(name) => ("Media type of the content.", name),
    };
    Some(Parameter {
        name: Name::from_wire(WIRE),
        location: ParameterLocation::Header(Collection::Comma),
        source: ParameterSource::Option,
        ty: Type::Scalar(Scalar::String),
        doc: Doc {
            summary: None,
            description: Some(what.to_owned()),
        },
        notes: vec![
            format!("default: {default}"),
            format!("others: {}", body.alternatives.join(", ")),
        ],
        place: place.clone(),
    })
}

/// The body, when there are several media types for it.
fn choice(body: Option<&Body>) -> Option<&Body> {
    body.filter(|body| !body.alternatives.is_empty())
}
