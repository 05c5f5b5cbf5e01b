//! Reads `x-ms-long-running-operation`: operations that go on after the first answer.
//!
//! In: the extensions and the answers of an operation.
//! Out: where its final result is, and what that is.
//! Never: decides how its state is polled; that is one algorithm for all (Azure Resource Manager's "Asynchronous Operations").

use crate::azure::operation as extensions;
use crate::location::Place;
use crate::lower::context::Context;
use crate::lower::inventory::Described;
use crate::lower::responses::Answer;
use crate::lower::types::Types;
use crate::model::{FinalState, Payload, Type};

/// Where the result of the long-running operation is that the extensions declare; `None` when they declare none.
pub(super) fn lower(
    context: &mut Context<'_, '_>,
    described: &Described<'_>,
) -> Option<FinalState> {
    let declared = &described.operation.extensions;
    if !extensions::is_long_running(declared) {
        return None;
    }
    let final_state = match extensions::final_state_via(declared) {
        None | Some("") => FinalState::Default,
        Some(via) => final_state(via).unwrap_or_else(|| {
            let name = "x-ms-long-running-operation-options";
            let place: Place = described.place.key(name).key("final-state-via");
            let expected =
                "`azure-async-operation`, `location`, `original-uri` or `operation-location`";
            context
                .diagnostics
                .extension_value(&place, "final-state-via", expected);
            FinalState::Default
        }),
    };
    Some(final_state)
}

fn final_state(via: &str) -> Option<FinalState> {
    Some(match via.to_ascii_lowercase().as_str() {
        "azure-async-operation" => FinalState::AzureAsyncOperation,
        "location" => FinalState::Location,
        "original-uri" => FinalState::OriginalUri,
        "operation-location" => FinalState::OperationLocation,
        _ => return None,
    })
}

/// The same, where the result is in the status monitor: inside of it, unless the result's model is that of a status monitor.
pub(super) fn with_result(
    final_state: FinalState,
    result: &Payload,
    types: &Types<'_>,
) -> FinalState {
    let is_monitor = match result {
        Payload::Json(Type::Named(id)) => types.object(*id).is_some_and(|object| {
            let mut names = object.fields.iter().map(|field| field.name.wire());
            names.any(|name| matches!(name, "status" | "result"))
        }),
        Payload::Json(Type::Any)
        | Payload::Nothing
        | Payload::Text
        | Payload::Stream
        | Payload::Raw => true,
        Payload::Json(_) | Payload::Xml(_) => false,
    };
    match final_state {
        FinalState::OperationLocation if !is_monitor => FinalState::OperationResult,
        other => other,
    }
}

/// The answers that can be the final result: those of 200, 201 and 204 when one of them has a body, else all. Of bodies that differ that of
/// 200 counts: it answers the GET with which a creation ends, while 201 says how it began.
///
/// 202 says that the operation goes on. Its schema counts where no other answer has one: some descriptions put the result's schema there.
pub(super) fn results<'s, 'a>(success: &'s [Answer<'a>]) -> Vec<&'s Answer<'a>> {
    let is_final = |answer: &&Answer<'_>| {
        answer
            .codes
            .iter()
            .any(|code| matches!(code, 200 | 201 | 204))
    };
    let has_body = |answer: &&&Answer<'_>| answer.payload != Payload::Nothing;
    let last: Vec<&Answer<'a>> = success.iter().filter(is_final).collect();
    let mut ok = last.iter().filter(|answer| answer.codes.contains(&200));
    match ok.find(has_body) {
        Some(ok) => vec![*ok],
        None if last.iter().any(|answer| has_body(&answer)) => last,
        None => success.iter().collect(),
    }
}
