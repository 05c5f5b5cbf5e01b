//! Reads the answers of an operation.
//!
//! In: an operation's `responses`.
//! Out: [`Answers`]: which statuses are no errors, what their bodies and headers are, and the types of the errors.
//! Never: decides how the caller gets the answer.
//!
//! `default` is an error. A declared status is none, whatever it is (AutoRest's rule; a 404 answers many a HEAD), with three exceptions:
//!
//! - it says so with `x-ms-error-response`;
//! - it is no 2xx, and its body is of the type that `default` has;
//! - it is no 2xx, there is no `default`, and no 2xx has a body of that type: the description lists its errors one by one.

use openapiv3::{MediaType, ReferenceOr, Response, Schema, StatusCode};

use crate::azure::operation::is_error_response;
use crate::location::Place;
use crate::lower::context::Context;
use crate::lower::inventory::Described;
use crate::lower::media_types::{self, Kind};
use crate::lower::nodes::Node;
use crate::lower::{references, texts};
use crate::model::{Payload, Type};

/// The answers of an operation.
#[derive(Clone, Debug)]
pub(super) struct Answers<'a> {
    /// Those that are no errors, in ascending order of their first status.
    pub success: Vec<Answer<'a>>,
    /// The errors' bodies, that of `default` first.
    pub errors: Vec<Payload>,
    /// The statuses that are errors although they are declared.
    pub error_codes: Vec<u16>,
}

/// One declared answer.
#[derive(Clone, Debug)]
pub(super) struct Answer<'a> {
    /// Its statuses: one, or all of a range.
    pub codes: Vec<u16>,
    /// Its body.
    pub payload: Payload,
    /// Media types that it may have, as declared.
    pub media_types: Vec<&'a str>,
    /// The description.
    pub response: &'a Response,
    /// Where it is described.
    pub place: Place,
}

/// The statuses of success that are registered (IANA, "HTTP Status Code Registry"): what `2XX` stands for.
const SUCCESSES: &[u16] = &[200, 201, 202, 203, 204, 205, 206, 207, 208, 226];

/// What counts as success when a description names errors alone.
const USUAL_SUCCESSES: &[u16] = &[200, 201, 202, 204];

/// All answers of an operation.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
    hint: [&str; 2],
) -> Answers<'a> {
    let responses = &described.operation.responses;
    let place = described.place.key("responses");
    let default = responses
        .default
        .as_ref()
        .and_then(|start| answer(context, start, &place.key("default"), Vec::new(), hint));
    let mut declared = Vec::new();
    for (code, start) in &responses.responses {
        if let Some(codes) = codes(code) {
            declared.extend(answer(
                context,
                start,
                &place.key(&code.to_string()),
                codes,
                hint,
            ));
        }
    }
    let expected: Vec<Type> = declared
        .iter()
        .filter(|answer| is_2xx(answer))
        .filter_map(|answer| answer.payload.ty())
        .cloned()
        .collect();
    let (errors, mut success): (Vec<_>, Vec<_>) = declared
        .into_iter()
        .partition(|answer| is_error(answer, default.as_ref(), &expected));
    if success.is_empty() {
        context
            .diagnostics
            .no_success_answer(&place, USUAL_SUCCESSES);
        let only = default
            .clone()
            .filter(|answer| errors.is_empty() && !is_error_response(&answer.response.extensions));
        success.extend(only.map(|answer| Answer {
            codes: USUAL_SUCCESSES.to_vec(),
            ..answer
        }));
    }
    success.sort_by_key(|answer| answer.codes.first().copied());
    Answers {
        error_codes: errors
            .iter()
            .flat_map(|answer| answer.codes.iter().copied())
            .collect(),
        errors: default
            .iter()
            .chain(&errors)
            .map(|answer| answer.payload.clone())
            .collect(),
        success,
    }
}

/// The declared statuses of all answers, ascending; the usual ones when the description has none.
pub(super) fn statuses(success: &[Answer<'_>]) -> Vec<u16> {
    let mut codes: Vec<u16> = success
        .iter()
        .flat_map(|answer| answer.codes.iter().copied())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    if codes.is_empty() {
        USUAL_SUCCESSES.to_vec()
    } else {
        codes
    }
}

/// The `accept` that asks for the payload.
pub(super) fn accept(success: &[Answer<'_>], payload: &Payload) -> String {
    let mut declared: Vec<&str> = Vec::new();
    for name in success
        .iter()
        .flat_map(|answer| answer.media_types.iter().copied())
    {
        if !declared.contains(&name) {
            declared.push(name);
        }
    }
    let wanted: Vec<&str> = match payload {
        Payload::Nothing => Vec::new(),
        Payload::Json(_) if declared.iter().any(|name| media_types::is_plain_json(name)) => {
            Vec::new()
        }
        Payload::Json(_) => declared
            .into_iter()
            .filter(|name| media_types::kind(name) == Kind::Json)
            .collect(),
        Payload::Xml(_) => declared
            .into_iter()
            .filter(|name| media_types::kind(name) == Kind::Xml)
            .collect(),
        Payload::Text | Payload::Stream | Payload::Raw => declared,
    };
    match wanted.is_empty() {
        true => "application/json".to_owned(),
        false => wanted.join(", "),
    }
}

/// The statuses that a key of `responses` stands for; `None` for what is no status of HTTP.
fn codes(code: &StatusCode) -> Option<Vec<u16>> {
    match code {
        StatusCode::Code(code) => Some(vec![*code]),
        StatusCode::Range(2) => Some(SUCCESSES.to_vec()),
        // Other ranges are errors, as all undeclared statuses are.
        StatusCode::Range(_) => None,
    }
}

fn is_error(answer: &Answer<'_>, default: Option<&Answer<'_>>, expected: &[Type]) -> bool {
    let has_body_of_error = || match (answer.payload.ty(), default) {
        (Some(ty), Some(default)) => default.payload.ty() == Some(ty),
        (Some(ty), None) => !expected.contains(ty),
        (None, _) => false,
    };
    is_error_response(&answer.response.extensions) || (!is_2xx(answer) && has_body_of_error())
}

fn is_2xx(answer: &Answer<'_>) -> bool {
    answer.codes.iter().all(|code| (200..300).contains(code))
}

fn answer<'a>(
    context: &mut Context<'a, '_>,
    start: &'a ReferenceOr<Response>,
    place: &Place,
    codes: Vec<u16>,
    hint: [&str; 2],
) -> Option<Answer<'a>> {
    let Some(found) = references::response(context.specs, start, place) else {
        if let ReferenceOr::Reference { reference } = start {
            context.diagnostics.dangling_response(place, reference);
        }
        return None;
    };
    let is_default = codes.is_empty();
    Some(Answer {
        codes,
        payload: if is_default {
            error(context, found.value, &found.place, hint)
        } else {
            content(context, found.value, &found.place, hint)
        },
        media_types: found.value.content.keys().map(String::as_str).collect(),
        response: found.value,
        place: found.place,
    })
}

/// JSON when it is among the media types, unless the schema is a file; else XML when its schema can be a document. Models cannot be read from anything else.
fn content<'a>(
    context: &mut Context<'a, '_>,
    response: &'a Response,
    place: &Place,
    hint: [&str; 2],
) -> Payload {
    let of_kind = |wanted| {
        let with_schema = |(_, media): &(&String, &'a MediaType)| media.schema.is_some();
        let mut content = response.content.iter().filter(with_schema);
        content.find(|(name, _)| media_types::kind(name) == wanted)
    };
    let json = of_kind(Kind::Json);
    if json.is_none()
        && let Some((name, media)) = of_kind(Kind::Xml)
        && let Some(ty) = document(context, media, &place.key("content").key(name), hint)
    {
        return Payload::Xml(ty);
    }
    let Some((name, media)) = json.or_else(|| response.content.first()) else {
        return Payload::Nothing;
    };
    let place = place.key("content").key(name);
    match &media.schema {
        None => Payload::Nothing,
        Some(schema) if media_types::is_bytes(context.specs, schema) => Payload::Stream,
        Some(schema) => {
            let ty = type_of(context, schema, &place, hint);
            match media_types::kind(name) {
                Kind::Json => Payload::Json(ty),
                _ => as_it_is(context, &ty, name, &place),
            }
        }
    }
}

/// The type of a body in XML that can be a document.
fn document<'a>(
    context: &mut Context<'a, '_>,
    media: &'a MediaType,
    place: &Place,
    hint: [&str; 2],
) -> Option<Type> {
    let schema = media.schema.as_ref()?;
    if media_types::is_bytes(context.specs, schema) {
        return None;
    }
    let ty = type_of(context, schema, place, hint);
    let is_document = context.types.is_document(&ty, Node::from(schema));
    is_document.then_some(ty)
}

fn type_of<'a>(
    context: &mut Context<'a, '_>,
    schema: &'a ReferenceOr<Schema>,
    place: &Place,
    hint: [&str; 2],
) -> Type {
    let hint = [hint[0], hint[1], "Response"];
    let place = place.key("schema");
    context
        .types
        .type_of(schema, &place, &hint, context.diagnostics)
}

/// The body of an answer that is not JSON. Models are read from JSON and XML alone.
fn as_it_is(context: &mut Context<'_, '_>, ty: &Type, name: &str, place: &Place) -> Payload {
    let is_single = texts::of_one(&context.types, ty.clone()).is_some() && *ty != Type::Any;
    match media_types::kind(name) {
        Kind::Bytes if is_single => Payload::Stream,
        _ if is_single => Payload::Text,
        Kind::Xml => {
            context.diagnostics.xml_no_document(place);
            Payload::Raw
        }
        _ => {
            context.diagnostics.media_type_not_supported(place, name);
            Payload::Raw
        }
    }
}

/// Errors of Azure's services are JSON, also where an operation answers with anything else, unless they are described as XML.
fn error<'a>(
    context: &mut Context<'a, '_>,
    response: &'a Response,
    place: &Place,
    hint: [&str; 2],
) -> Payload {
    let is_json = |(name, _): &(&String, &MediaType)| media_types::kind(name) == Kind::Json;
    let described = response
        .content
        .iter()
        .find(is_json)
        .or_else(|| response.content.first());
    let Some((name, schema)) =
        described.and_then(|(name, media)| Some((name, media.schema.as_ref()?)))
    else {
        return Payload::Nothing;
    };
    if media_types::is_bytes(context.specs, schema) {
        return Payload::Raw;
    }
    let place = place.key("content").key(name).key("schema");
    let ty = context.types.type_of(
        schema,
        &place,
        &[hint[0], hint[1], "Error"],
        context.diagnostics,
    );
    match media_types::kind(name) {
        Kind::Xml => Payload::Xml(ty),
        _ => Payload::Json(ty),
    }
}
