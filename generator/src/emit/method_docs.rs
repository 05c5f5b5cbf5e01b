//! Docs of methods.
//!
//! In: an [`Operation`].
//! Out: what it does, its HTTP line, how its result is used, its arguments; for the client, the arguments that several of its methods take.
//! Never: repeats what the options say about themselves, or what the client says of an argument, which stands on the same page.

use std::collections::BTreeMap;

use crate::emit::docs::{self, Docs};
use crate::emit::scope::Scope;
use crate::emit::{headers, method, poller_docs, request, tokens};
use crate::model::{Doc, HttpMethod, Operation, Outcome, Payload};
use crate::name::Name;

/// How a list is read.
const ITEMS: &str =
    "Items are read with `try_next`, whole answers with `into_pages`, page by page.";

/// The docs of an operation's method, of that which begins it where there are two.
pub(super) fn of(scope: &Scope<'_>, operation: &Operation, shared: &SharedArguments) -> Docs {
    let mut docs = Docs::of(&operation.doc, &docs::sentence_of(&operation.name));
    docs.lines([http_line(operation) + &headers_of(scope, operation)]);
    if let Some(usage) = usage(operation) {
        docs.line(usage);
    }
    if let Outcome::LongRunning(long_running) = &operation.outcome {
        poller_docs::add(&mut docs, long_running);
    }
    if operation.is_begun_or_listed() {
        let list = method::list_name(operation);
        docs.markdown(&format!(
            "The result is the first page of a list: [`{list}`](Self::{list}) gives the items of all pages."
        ));
    }
    add_arguments(&mut docs, operation, shared);
    docs
}

/// The docs of the method that lists the result of a long-running operation.
pub(super) fn of_result(operation: &Operation, shared: &SharedArguments) -> Docs {
    let mut docs = Docs::of(&operation.doc, &docs::sentence_of(&operation.name));
    docs.lines([http_line(operation)]);
    docs.line(ITEMS);
    let begin = method::name(operation);
    docs.markdown(&format!(
        "The operation is begun when the first item or page is asked for. That waits until the operation is done: its result is \
         the first page, and its failure is an error. It is begun once, and not at all with a continuation in the options, \
         which names the page to start with. [`{begin}`](Self::{begin}) shows how it stands meanwhile, and gives the first \
         page alone."
    ));
    add_arguments(&mut docs, operation, shared);
    docs
}

fn add_arguments(docs: &mut Docs, operation: &Operation, shared: &SharedArguments) {
    let own = arguments(operation)
        .into_iter()
        .filter(|argument| !shared.has(argument));
    let own: Vec<String> = own.flat_map(|argument| argument.entry).collect();
    if !own.is_empty() {
        docs.lines(["# Arguments".to_owned()]).lines(own);
    }
}

/// An argument of a method.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Argument {
    name: String,
    /// The lines of its list entry.
    entry: Vec<String>,
}

/// Arguments that several methods of one client take and that mean the same in all of them.
#[derive(Clone, Debug)]
pub(super) struct SharedArguments {
    /// In the order in which methods take them.
    arguments: Vec<Argument>,
}

impl SharedArguments {
    /// Those of the methods of one client. Of two that are called alike and mean different things none is shared.
    pub(super) fn of(operations: &[&Operation]) -> Self {
        let mut counts: BTreeMap<Argument, usize> = BTreeMap::new();
        let mut seen: Vec<Argument> = Vec::new();
        for argument in operations.iter().flat_map(|operation| arguments(operation)) {
            let count = counts.entry(argument.clone()).or_default();
            *count += 1;
            if *count == 1 {
                seen.push(argument);
            }
        }
        let is_shared = |argument: &Argument| {
            let is_alone = counts
                .keys()
                .filter(|other| other.name == argument.name)
                .count()
                == 1;
            is_alone && counts.get(argument).is_some_and(|count| *count > 1)
        };
        seen.retain(is_shared);
        Self { arguments: seen }
    }

    /// Those of the root client's own methods.
    pub(super) fn of_root(scope: &Scope<'_>) -> Self {
        let operations = scope.version.operations.iter();
        let own: Vec<_> = operations
            .filter(|operation| scope.group(operation).is_none())
            .collect();
        Self::of(&own)
    }

    /// Adds them to the docs of the client.
    pub(super) fn add_to(&self, docs: &mut Docs) {
        if self.arguments.is_empty() {
            return;
        }
        docs.lines(["# Arguments of several methods".to_owned()]);
        docs.lines(
            self.arguments
                .iter()
                .flat_map(|argument| argument.entry.clone()),
        );
    }

    fn has(&self, argument: &Argument) -> bool {
        self.arguments.contains(argument)
    }
}

fn http_line(operation: &Operation) -> String {
    let method = request::http_method(operation.method)
        .to_string()
        .to_uppercase();
    let line = docs::code(&format!("{method} {}", request::template(&operation.path)));
    format!("{line}, operation {}.", docs::code(&operation.id))
}

/// Where the headers of the answers are read, when they have a type: on the same line, for each line costs every user a little.
fn headers_of(scope: &Scope<'_>, operation: &Operation) -> String {
    let Some(set) = headers::of(scope, operation) else {
        return String::new();
    };
    let name = tokens::type_name(&set.name);
    let models = format!("{}::models", scope.link_path());
    format!(" Response headers: [`{name}`]({models}::{name}).")
}

fn usage(operation: &Operation) -> Option<&'static str> {
    match (&operation.outcome, &operation.success.payload) {
        (Outcome::Paged(_), _) => Some(ITEMS),
        (Outcome::Done, Payload::Text) => {
            Some("The answer's body is text: `into_body().into_string()` gives it.")
        }
        (Outcome::Done, Payload::Stream) => Some(
            "The answer's body is a stream of bytes that `into_body` gives: read it piece by piece with `try_next`, or whole \
             with `collect`. One that breaks off ends with an error.",
        ),
        (Outcome::Done, Payload::Raw) => {
            Some("The answer's body is bytes as they are: `into_body` gives them.")
        }
        (Outcome::Done, Payload::Nothing) if tells_existence(operation) => Some(
            "404 is an answer too, and no error: `exists` of [`Exists`](armature_runtime::Exists) tells which it was.",
        ),
        (Outcome::LongRunning(_), _)
        | (Outcome::Done, Payload::Json(_) | Payload::Xml(_) | Payload::Nothing) => None,
    }
}

/// Whether the answer to HEAD says that something is there, or that it is not.
fn tells_existence(operation: &Operation) -> bool {
    let codes = &operation.success.codes;
    operation.method == HttpMethod::Head
        && codes.contains(&404)
        && codes.iter().any(|code| (200..300).contains(code))
}

fn arguments(operation: &Operation) -> Vec<Argument> {
    let argument = |name: &Name, doc: &Doc, notes: &[String]| {
        let name = tokens::argument(name).to_string();
        Argument {
            entry: docs::entry(&name, doc, notes),
            name,
        }
    };
    let mut arguments: Vec<Argument> = method::arguments(operation)
        .map(|one| argument(&one.name, &one.doc, &one.notes))
        .collect();
    if let Some(body) = method::body_argument(operation) {
        arguments.push(argument(
            &body.name,
            &body.doc,
            &request::content_notes(body),
        ));
    }
    arguments
}
