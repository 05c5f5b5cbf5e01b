//! Docs of methods.
//!
//! In: an [`Operation`].
//! Out: what it does, its HTTP line, how its result is used, its arguments.
//! Never: repeats what the options say about themselves.

use crate::emit::docs::{self, Docs};
use crate::emit::{method, poller_docs, request, tokens};
use crate::model::{Doc, Operation, Outcome, Payload};

/// The docs of an operation's method.
pub(super) fn of(operation: &Operation) -> Docs {
    let mut docs = Docs::of(&operation.doc, &docs::sentence_of(&operation.name));
    docs.lines([http_line(operation)]);
    if let Some(usage) = usage(operation) {
        docs.markdown(usage);
    }
    if let Outcome::LongRunning(long_running) = &operation.outcome {
        poller_docs::add(&mut docs, long_running);
    }
    let arguments = arguments(operation);
    if !arguments.is_empty() {
        docs.lines(["# Arguments".to_owned()]);
        docs.lines(arguments);
    }
    docs
}

fn http_line(operation: &Operation) -> String {
    let method = request::http_method(operation.method)
        .to_string()
        .to_uppercase();
    let line = docs::code(&format!("{method} {}", request::template(&operation.path)));
    format!("{line}, operation {}.", docs::code(&operation.id))
}

fn usage(operation: &Operation) -> Option<&'static str> {
    match (&operation.outcome, &operation.success.payload) {
        (Outcome::Paged(_), _) => Some(
            "The pager is a stream of items, read with `try_next`; `into_pages` gives whole answers instead. Nothing is sent before the first \
             is asked for.",
        ),
        (Outcome::Done, Payload::Raw) => {
            Some("The answer's body is bytes as they are: `into_body` gives them.")
        }
        (Outcome::LongRunning(_), _) | (Outcome::Done, Payload::Json(_) | Payload::Nothing) => None,
    }
}

fn arguments(operation: &Operation) -> Vec<String> {
    let mut entries = Vec::new();
    for argument in method::arguments(operation) {
        entries.extend(docs::entry(
            &tokens::argument(&argument.name).to_string(),
            &argument.doc,
            &argument.notes,
        ));
    }
    if let Some(body) = method::body_argument(operation) {
        entries.extend(docs::entry(
            &tokens::argument(&body.name).to_string(),
            &body.doc,
            &[],
        ));
    }
    let options = Doc {
        summary: Some("Optional parameters and settings of this call.".to_owned()),
        description: None,
    };
    entries.extend(docs::entry("options", &options, &[]));
    entries
}
