//! The body that several answers of an operation have in common.
//!
//! In: the answers that are no errors.
//! Out: one [`Payload`]: theirs where it is the same; the union of the base that they share; else free JSON, with a finding.
//! Never: leaves out an answer with a body.

use openapiv3::{MediaType, ReferenceOr};

use crate::location::Place;
use crate::lower::context::Context;
use crate::lower::media_types::{self, Kind};
use crate::lower::nodes::{Definition, follow};
use crate::lower::responses::{self, Answer};
use crate::model::{Payload, Type};

/// The body that all answers have that have one.
pub(super) fn of<'a>(
    context: &mut Context<'a, '_>,
    success: &[Answer<'a>],
    place: &Place,
) -> Payload {
    let mut bodies = success.iter().map(|answer| &answer.payload);
    let mut bodies = bodies.by_ref().filter(|body| **body != Payload::Nothing);
    let Some(first) = bodies.next() else {
        return Payload::Nothing;
    };
    if bodies.all(|other| other == first) {
        return first.clone();
    }
    match base(context, success) {
        Some(base) => Payload::Json(context.types.type_of_definition(base, context.diagnostics)),
        None => {
            let statuses = responses::statuses(success);
            context.diagnostics.answers_differ(place, &statuses);
            Payload::Json(Type::Any)
        }
    }
}

/// The statuses whose answers have the body; one that is the body of none of them alone stands for all.
pub(super) fn statuses(success: &[Answer<'_>], payload: &Payload) -> Vec<u16> {
    let is_shared = !success.iter().any(|answer| answer.payload == *payload);
    let with_payload = success.iter().filter(|answer| {
        answer.payload != Payload::Nothing && (is_shared || answer.payload == *payload)
    });
    with_payload
        .flat_map(|answer| answer.codes.iter().copied())
        .collect()
}

/// The nearest base with a discriminator that the bodies have in common.
fn base<'a>(context: &Context<'a, '_>, success: &[Answer<'a>]) -> Option<Definition<'a>> {
    let with_body = success
        .iter()
        .filter(|answer| answer.payload != Payload::Nothing);
    let definitions = with_body.map(|answer| definition(context, answer));
    let definitions: Vec<Definition<'a>> = definitions.collect::<Option<_>>()?;
    context.types.hierarchy.common_base(&definitions)
}

/// The definition that an answer in JSON refers to.
fn definition<'a>(context: &Context<'a, '_>, answer: &Answer<'a>) -> Option<Definition<'a>> {
    let is_json = |(name, _): &(&String, &MediaType)| media_types::kind(name) == Kind::Json;
    let (_, media) = answer.response.content.iter().find(is_json)?;
    match media.schema.as_ref()? {
        ReferenceOr::Reference { reference } => follow(context.specs, reference),
        ReferenceOr::Item(_) => None,
    }
}
