//! Puts an operation together from its parts.
//!
//! In: an operation as described, and the client and method it belongs to.
//! Out: a [`Lowered`] operation and the types that it uses.
//! Never: reads examples: their values need the types in their final form.

use crate::azure::operation as extensions;
use crate::azure::polling::Polling;
use crate::lower::bodies::Sent;
use crate::lower::client_parameters::ClientParameters;
use crate::lower::context::Context;
use crate::lower::groups::Home;
use crate::lower::headers::{self, HeaderSets};
use crate::lower::inventory::Described;
use crate::lower::responses::{self, Answer, Answers};
use crate::lower::shared_body::{self, SharedBody};
use crate::lower::types::{Direction, Root, Wire};
use crate::lower::{
    arguments, bodies, errors, long_running, paging, parameters, polling, sections,
};
use crate::model::{
    Doc, FinalState, HeaderSetId, HeaderSubject, LongRunning, MediaType, Operation, Outcome,
    Paging, Parameter, Payload, Scalar, Success, Type, TypeId,
};
use crate::name::Name;

/// A lowered operation, and what its examples need beside it.
#[derive(Clone, Debug)]
pub(super) struct Lowered {
    /// The operation, without examples.
    pub operation: Operation,
    /// The statuses whose answers have the payload.
    pub with_payload: Vec<u16>,
    /// The statuses that are declared as errors.
    pub errors: Vec<u16>,
    /// Whether `default` stands for all other errors.
    pub has_default: bool,
    /// How the error model is written.
    pub error_wire: Wire,
    /// The page's field with its items, when the operation is a list or its result is one.
    pub page_items: Option<(TypeId, usize)>,
    /// The operation that reads further pages (`x-ms-pageable.operationName`).
    pub next_operation: Option<String>,
    /// Types of its answers' headers.
    pub header_types: Vec<Type>,
    /// How another operation says its state; connected once the types are final.
    pub polling: Option<Polling>,
}

/// What the operations of one api-version share.
#[derive(Clone, Debug, Default)]
pub(super) struct Shared {
    /// The client's parameters.
    pub client: ClientParameters,
    /// The headers of answers.
    pub headers: HeaderSets,
    /// The client's api-version.
    pub default_version: String,
}

/// One operation. `client` is the name of the client that has it, `group` the name of its group or of the root client.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
    home: &Home,
    (client, group): (&Name, &str),
    shared: &mut Shared,
) -> Lowered {
    let method = home.name.pascal();
    let hint = [group, method.as_str()];
    let (mut body, form) = match bodies::lower(context, described, hint) {
        Some(Sent::Body(body)) => (Some(body), None),
        Some(Sent::Form(form)) => (None, Some(form)),
        None => (None, None),
    };
    let mut parameters = parameters::lower(
        context,
        described,
        &mut shared.client,
        &shared.default_version,
        body.as_ref(),
        hint,
    );
    let (form, fields) = form.map(|form| (form.form, form.list)).unzip();
    parameters.list.extend(fields.into_iter().flatten());
    arguments::name(&mut parameters.list, body.as_mut(), context.diagnostics);
    let answers = responses::lower(context, described, hint);
    let polling = polling::declared(described, context.diagnostics);
    let (outcome, body_of_answers, page_items) = match &polling {
        Some(_) => first_answer(context, described, &answers.success),
        None => outcome(context, described, &answers.success),
    };

    let SharedBody { payload, statuses } = body_of_answers;
    let goes_on = polling.is_some() || matches!(outcome, Outcome::LongRunning(_));
    let sources = match goes_on {
        // What another operation says in the end has headers of its own.
        true if polling.is_some() && payload == Payload::Nothing => Vec::new(),
        true => result_headers(&statuses, &answers.success),
        false => answers.success.iter().collect(),
    };
    let declared = headers::declared(context, &sources, hint);
    let header_types = declared
        .values()
        .map(|(header, _)| header.ty.clone())
        .collect();
    let subject = subject(&payload, client, &method);
    let headers: Option<HeaderSetId> = shared.headers.add(subject, declared, context.diagnostics);

    let error = errors::model(&context.types, &answers.errors);
    let operation = Operation {
        id: described.id.clone(),
        name: home.name.clone(),
        group: home.group,
        section: sections::section(described),
        doc: doc(described),
        method: described.method,
        host: None,
        path: parameters.path,
        parameters: parameters.list,
        body,
        form,
        success: Success {
            codes: responses::statuses(&answers.success),
            accept: accept(&answers, &payload, error),
            payload,
            headers,
        },
        outcome,
        error: error.map(|(id, _)| id),
        examples: Vec::new(),
        place: described.place.clone(),
    };
    Lowered {
        operation,
        with_payload: statuses,
        errors: answers.error_codes,
        error_wire: error.map_or(Wire::Json, |(_, wire)| wire),
        has_default: described.operation.responses.default.is_some(),
        page_items,
        next_operation: extensions::pageable(&described.operation.extensions)
            .and_then(|pageable| pageable.operation),
        header_types,
        polling,
    }
}

/// The `accept` that asks for the payload; where there is none, for an error that can be read.
fn accept(answers: &Answers<'_>, payload: &Payload, error: Option<(TypeId, Wire)>) -> String {
    match (payload, error) {
        (Payload::Nothing, Some((_, Wire::Xml))) => "application/xml".to_owned(),
        _ => responses::accept(&answers.success, payload),
    }
}

fn doc(described: &Described<'_>) -> Doc {
    let mut paragraphs: Vec<&str> = described
        .operation
        .description
        .as_deref()
        .into_iter()
        .collect();
    if described.operation.deprecated {
        paragraphs.push("Deprecated: the service may drop this operation.");
    }
    Doc {
        summary: described.operation.summary.clone(),
        description: (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n")),
    }
}

/// How the caller gets the answer, and what the answer is.
fn outcome<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
    success: &[Answer<'a>],
) -> (Outcome, SharedBody, Option<(TypeId, usize)>) {
    if let Some(final_state) = long_running::lower(context, described) {
        return goes_on(context, described, success, final_state);
    }
    let place = described.place.key("responses");
    let body = shared_body::of(context, success, success, &place);
    at_once(context, described, body)
}

/// The first answer is the answer, or its first page.
fn at_once(
    context: &mut Context<'_, '_>,
    described: &Described<'_>,
    body: SharedBody,
) -> (Outcome, SharedBody, Option<(TypeId, usize)>) {
    match pages(context, described, &body.payload) {
        Some(Ok((paging, index))) => {
            let page_items = Some((paging.page, index));
            (Outcome::Paged(paging), body, page_items)
        }
        Some(Err(reason)) => {
            let place = described.place.key("x-ms-pageable");
            let done = "it is a plain method that gives the first answer";
            context.diagnostics.not_pageable(&place, &reason, done);
            (Outcome::Done, body, None)
        }
        None => (Outcome::Done, body, None),
    }
}

/// The list that the payload begins, or why it begins none; `None` for an operation that is not declared to be one.
fn pages(
    context: &mut Context<'_, '_>,
    described: &Described<'_>,
    payload: &Payload,
) -> Option<Result<(Paging, usize), String>> {
    let pageable = extensions::pageable(&described.operation.extensions)?;
    Some(paging::lower(context, &pageable, payload, &described.place))
}

/// A long-running operation's result is JSON or nothing: what polls for it reads JSON.
fn goes_on<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
    success: &[Answer<'a>],
    final_state: FinalState,
) -> (Outcome, SharedBody, Option<(TypeId, usize)>) {
    let results: Vec<Answer<'a>> = long_running::results(success)
        .into_iter()
        .cloned()
        .collect();
    let place = described.place.key("responses");
    let body = shared_body::of(context, &results, success, &place);
    if matches!(
        body.payload,
        Payload::Xml(_) | Payload::Text | Payload::Stream | Payload::Raw
    ) {
        context.diagnostics.long_running_bytes(&described.place);
        return at_once(context, described, body);
    }
    let pages = match pages(context, described, &body.payload) {
        Some(Err(reason)) => {
            let place = described.place.key("x-ms-pageable");
            let done = "it is long-running, and no list";
            context.diagnostics.not_pageable(&place, &reason, done);
            None
        }
        other => other.and_then(Result::ok),
    };
    let page_items = pages.as_ref().map(|(paging, index)| (paging.page, *index));
    let long_running = LongRunning::ResourceManager {
        final_state: long_running::with_result(final_state, &body.payload, &context.types),
        pages: pages.map(|(paging, _)| paging),
    };
    (Outcome::LongRunning(long_running), body, page_items)
}

/// The answer that starts an operation whose state another operation says.
fn first_answer<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
    success: &[Answer<'a>],
) -> (Outcome, SharedBody, Option<(TypeId, usize)>) {
    if extensions::pageable(&described.operation.extensions).is_some() {
        context.diagnostics.paged_and_polled(&described.place);
    }
    let place = described.place.key("responses");
    let body = shared_body::of(context, success, success, &place);
    (Outcome::Done, body, None)
}

/// The answers of a long-running operation whose headers the caller sees: those with the result, or all without a body where the result has
/// none. Those of the first answer are for whoever polls.
fn result_headers<'s, 'a>(statuses: &[u16], success: &'s [Answer<'a>]) -> Vec<&'s Answer<'a>> {
    let with_result = success.iter().filter(|answer| match statuses {
        [] => answer.payload == Payload::Nothing,
        statuses => answer.codes.iter().any(|code| statuses.contains(code)),
    });
    with_result
        .filter(|answer| !answer.codes.contains(&202))
        .collect()
}

fn subject(payload: &Payload, client: &Name, method: &str) -> HeaderSubject {
    let marker = || Name::from_wire(&format!("{}{method}Result", client.pascal()));
    match payload {
        Payload::Nothing => HeaderSubject::Marker(marker()),
        Payload::Stream => HeaderSubject::Stream(marker()),
        Payload::Json(ty) | Payload::Xml(ty) => HeaderSubject::Body(ty.clone()),
        Payload::Text => HeaderSubject::Text,
        Payload::Raw => HeaderSubject::Body(Type::Scalar(Scalar::Bytes)),
    }
}

/// The uses that an operation makes of types.
pub(super) fn roots(lowered: &Lowered) -> Vec<Root> {
    let operation = &lowered.operation;
    let root = |ty: &Type, direction, is_body| Root {
        ty: ty.clone(),
        direction,
        wire: Wire::Json,
        is_body,
        group: operation.group,
        page_items: None,
    };
    let parameter = |parameter: &Parameter| root(&parameter.ty, Direction::Parameter, false);
    let mut roots: Vec<Root> = operation.parameters.iter().map(parameter).collect();
    roots.extend(operation.body.iter().map(|body| Root {
        wire: match body.media_type {
            MediaType::Xml(_) => Wire::Xml,
            MediaType::Json(_) | MediaType::Raw(_) => Wire::Json,
        },
        ..root(&body.ty, Direction::Request, true)
    }));
    roots.extend(
        lowered
            .header_types
            .iter()
            .map(|ty| root(ty, Direction::Response, false)),
    );
    roots.extend(operation.error.iter().map(|id| Root {
        wire: lowered.error_wire,
        ..root(&Type::Named(*id), Direction::Error, true)
    }));
    if let Some(ty) = operation.success.payload.ty() {
        roots.push(Root {
            page_items: lowered.page_items,
            wire: Wire::of(&operation.success.payload),
            ..root(ty, Direction::Response, true)
        });
    }
    roots
}
