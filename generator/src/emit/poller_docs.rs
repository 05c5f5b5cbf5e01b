//! Docs of methods that begin a long-running operation.
//!
//! In: an [`Operation`] and how it is polled.
//! Out: how to wait, how to watch, what is asked and what is returned.
//! Never: repeats the algorithm, which the runtime's module `poll` describes.

use crate::emit::docs::{self, Docs};
use crate::emit::request;
use crate::model::{LongRunning, Polled, PolledGet, PolledState, StateModel};
use crate::name::Name;

/// Adds what there is to say about the poller.
pub(super) fn add(docs: &mut Docs, long_running: &LongRunning) {
    docs.markdown(
        "Nothing is sent before the poller is awaited or asked for a state. Await it for the final result; \
         [`complete_within`](armature_runtime::CompleteWithin) does so with a time limit. To watch the progress read \
         states with `try_next` and leave the loop with `break` at the first one whose status is not \
         `PollerStatus::InProgress`, then await: a poller that was read to its end must not be awaited.",
    );
    if let LongRunning::Polled(polled) = long_running {
        docs.markdown(&asked(polled));
        if let PolledState::Model(state) = &polled.state {
            waits_for_caller(docs, state);
        }
    }
}

fn asked(polled: &Polled) -> String {
    let mut text = format!("The state is asked for by {}", get(&polled.asked));
    match &polled.state {
        PolledState::Model(state) => {
            let property = property(&state.property);
            let done = words(&state.succeeded);
            text.push_str(&format!(", until its {property} is {done}."));
        }
        PolledState::Status { .. } => match statuses(&polled.pending) {
            Some(pending) => text.push_str(&format!(", for as long as that answers {pending}.")),
            None => text.push('.'),
        },
    }
    text.push_str(&match &polled.result {
        Some(result) => format!(" The result is that of {}.", get(result)),
        None => " The result is its last answer.".to_owned(),
    });
    match &polled.state {
        PolledState::Model(_) => text.push_str(
            " An operation that failed or was cancelled is the last state, and awaiting it is an error.",
        ),
        PolledState::Status {
            accepted,
            unless_absent,
        } => text.push_str(&first_answer(accepted, unless_absent.as_deref())),
    }
    text
}

/// When the first answer is the result.
fn first_answer(accepted: &[u16], unless_absent: Option<&str>) -> String {
    let may_not_look = statuses(accepted).map(|accepted| {
        format!("where that answers {accepted}, for then it is done but you may not look")
    });
    let is_done = unless_absent.map(|path| {
        format!(
            "where it has no {}, for then nothing goes on",
            docs::code(path)
        )
    });
    let cases: Vec<String> = may_not_look.into_iter().chain(is_done).collect();
    match cases.is_empty() {
        true => String::new(),
        false => format!(" The first answer is the result {}.", cases.join(", and ")),
    }
}

fn waits_for_caller(docs: &mut Docs, state: &StateModel) {
    let Some(waits) = &state.waits_for_caller else {
        return;
    };
    let property = property(&waits.property);
    let value = docs::code(&waits.value);
    docs.markdown(&format!(
        "Where {property} is {value} the service waits for you: the last state of the stream is that one, with the status \
         `UnknownValue`, and awaiting the poller is an error that says what to do:"
    ));
    docs.text(&docs::capitalized(&waits.message));
}

/// `GET /things/{name}` (`Things_Get`)
fn get(get: &PolledGet) -> String {
    let line = docs::code(&format!("GET {}", request::template(&get.path)));
    format!("{line} ({})", docs::code(&get.operation))
}

fn property(path: &[Name]) -> String {
    let path: Vec<&str> = path.iter().map(Name::wire).collect();
    docs::code(&path.join("."))
}

/// `` `completed` or `done` ``
fn words(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| docs::code(word)).collect();
    words.join(" or ")
}

fn statuses(statuses: &[u16]) -> Option<String> {
    let texts: Vec<String> = statuses.iter().map(u16::to_string).collect();
    (!texts.is_empty()).then(|| texts.join(" or "))
}
