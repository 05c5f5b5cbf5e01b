//! The parameters that an operation and its path declare.
//!
//! In: both lists of parameters, and what their references lead to.
//! Out: each [`Declared`] parameter once, by its name and its place on the wire.
//! Never: gives a parameter a type, or a source of its value.

use indexmap::IndexMap;
use openapiv3::{Parameter as Described_, ParameterData, ReferenceOr};

use crate::azure::parameter::{self as extensions, Described as Origin};
use crate::location::Place;
use crate::lower::context::Context;
use crate::lower::inventory::Described;
use crate::lower::{collections, content_type, references};
use crate::model::Collection;

/// Which of `path`, `query` and `header`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum In {
    Path,
    Query(Collection),
    Header(Collection),
}

impl In {
    /// Two parameters are one when name and this are equal (OpenAPI 3.0.3, "Operation Object", `parameters`).
    fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query(_) => "query",
            Self::Header(_) => "header",
        }
    }
}

/// A declared parameter, before it is typed.
#[derive(Clone, Debug)]
pub(super) struct Declared<'a> {
    pub(super) data: &'a ParameterData,
    pub(super) within: In,
    pub(super) origin: Origin,
    pub(super) place: Place,
}

/// The declared parameters by name and place on the wire. One of the operation takes the place of one of its path.
pub(super) fn merged<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
) -> IndexMap<(String, &'static str), Declared<'a>> {
    let mut merged = IndexMap::new();
    let shared = (
        &described.item.parameters,
        described.item_place.key("parameters"),
    );
    let own = (
        &described.operation.parameters,
        described.place.key("parameters"),
    );
    for (list, place) in [shared, own] {
        let mut here: IndexMap<(String, &'static str), Declared<'a>> = IndexMap::new();
        for (index, start) in list.iter().enumerate() {
            let Some(one) = declared(context, start, &place.index(index)) else {
                continue;
            };
            let wire = &one.data.name;
            // Header names are alike in any case (RFC 9110, section 5.1).
            let is_header = matches!(one.within, In::Header(_));
            let key = (
                if is_header {
                    wire.to_ascii_lowercase()
                } else {
                    wire.clone()
                },
                one.within.word(),
            );
            if let Some(first) = here.get(&key) {
                context
                    .diagnostics
                    .parameter_twice(&place.index(index), &first.place, wire);
                continue;
            }
            here.insert(key, one);
        }
        merged.extend(here);
    }
    merged
}

/// The parameter that an entry of a list declares; `None` for one that the caller has nothing to do with.
fn declared<'a>(
    context: &mut Context<'a, '_>,
    start: &'a ReferenceOr<Described_>,
    place: &Place,
) -> Option<Declared<'a>> {
    let Some(found) = references::parameter(context.specs, start, place) else {
        if let ReferenceOr::Reference { reference } = start {
            context.diagnostics.dangling_parameter(place, reference);
        }
        return None;
    };
    let (data, within) = match found.value {
        Described_::Path { parameter_data, .. } => (parameter_data, In::Path),
        Described_::Query {
            parameter_data,
            style,
            ..
        } => {
            let other = || collections::of_style(style, parameter_data.explode);
            (
                parameter_data,
                In::Query(collections::named(&parameter_data.extensions).unwrap_or_else(other)),
            )
        }
        Described_::Header { parameter_data, .. } => {
            // OpenAPI 3.0.3 knows but one style of headers, `simple`: with commas.
            (
                parameter_data,
                In::Header(
                    collections::named(&parameter_data.extensions).unwrap_or(Collection::Comma),
                ),
            )
        }
        Described_::Cookie { parameter_data, .. } => {
            context
                .diagnostics
                .cookie_parameter(&found.place, &parameter_data.name);
            return None;
        }
    };
    if matches!(within, In::Header(_))
        && extensions::sent_by_the_client(&data.name).is_some()
        && !content_type::is_it(&data.name)
    {
        return None;
    }
    Some(Declared {
        data,
        within,
        origin: found.described,
        place: found.place,
    })
}
