//! The body that several answers of an operation have in common.
//!
//! In: the answers that are no errors, and those of them that can be the result.
//! Out: one [`SharedBody`]: theirs where it is the same; the union of the base that they share; else free JSON, with a finding.
//! Never: leaves out an answer with a body.

use openapiv3::{MediaType, ReferenceOr};

use crate::location::Place;
use crate::lower::context::Context;
use crate::lower::media_types::{self, Kind};
use crate::lower::nodes::{Definition, follow};
use crate::lower::responses::{self, Answer};
use crate::model::{Payload, Type};

/// A body, and who has it.
#[derive(Clone, Debug)]
pub(super) struct SharedBody {
    /// The body.
    pub payload: Payload,
    /// The statuses of the answers that can be read as it.
    pub statuses: Vec<u16>,
}

/// The body that all of `results` have that have one. `success` are all answers that are no errors: others may have the same.
pub(super) fn of<'a>(
    context: &mut Context<'a, '_>,
    results: &[Answer<'a>],
    success: &[Answer<'a>],
    place: &Place,
) -> SharedBody {
    let mut bodies = results.iter().filter(|answer| has_body(answer));
    let Some(first) = bodies.next() else {
        return SharedBody {
            payload: Payload::Nothing,
            statuses: Vec::new(),
        };
    };
    if bodies.all(|other| other.payload == first.payload) {
        let same = success
            .iter()
            .filter(|other| other.payload == first.payload);
        return SharedBody {
            payload: first.payload.clone(),
            statuses: codes(same),
        };
    }
    let ty = match base(context, results) {
        Some(base) => context.types.type_of_definition(base, context.diagnostics),
        None => {
            let statuses = responses::statuses(results);
            context.diagnostics.answers_differ(place, &statuses);
            Type::Any
        }
    };
    SharedBody {
        payload: Payload::Json(ty),
        statuses: codes(results.iter().filter(|answer| has_body(answer))),
    }
}

fn has_body(answer: &Answer<'_>) -> bool {
    answer.payload != Payload::Nothing
}

fn codes<'s, 'a: 's>(answers: impl Iterator<Item = &'s Answer<'a>>) -> Vec<u16> {
    let codes = answers.flat_map(|answer| answer.codes.iter().copied());
    codes.collect()
}

/// The nearest base with a discriminator that the bodies have in common.
fn base<'a>(context: &Context<'a, '_>, results: &[Answer<'a>]) -> Option<Definition<'a>> {
    let with_body = results.iter().filter(|answer| has_body(answer));
    let definitions = with_body.map(|answer| definition(context, answer));
    let definitions: Vec<Definition<'a>> = definitions.collect::<Option<_>>()?;
    context.types.hierarchy.common_base(&definitions)
}

/// The definition that an answer in JSON refers to.
fn definition<'a>(context: &Context<'a, '_>, answer: &Answer<'a>) -> Option<Definition<'a>> {
    let is_json = |(name, media): &(&String, &MediaType)| {
        media_types::kind(name) == Kind::Json && media.schema.is_some()
    };
    let (_, media) = answer.response.content.iter().find(is_json)?;
    match media.schema.as_ref()? {
        ReferenceOr::Reference { reference } => follow(context.specs, reference),
        ReferenceOr::Item(_) => None,
    }
}
