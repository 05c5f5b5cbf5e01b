//! Turns examples (`x-ms-examples`) into calls with the requests that they must make and the answers that they may get.
//!
//! In: the examples' files and the lowered operations and types.
//! Out: the operations with their examples.
//! Never: lets a faulty example cost more than itself.
//!
//! What a test may hold a client against is worked out here, without any code of the client's runtime.

mod answers;
mod bodies;
mod endpoint;
mod formats;
mod given;
mod path;
mod request;
mod scalars;
mod values;

use serde_json::Value;

use crate::azure::operation::{self as extensions, ExampleSource};
use crate::diagnostic::Diagnostics;
use crate::load::SpecSet;
use crate::location::Place;
use crate::lower::examples::given::Given;
use crate::lower::examples::request::Fault;
use crate::lower::inventory::Described;
use crate::lower::operations::Lowered;
use crate::model::{Example, Operation, RootClient, TypeTable};

/// The operations with their examples. `described` and `lowered` belong together one by one.
pub(super) fn add(
    specs: &SpecSet,
    described: &[Described<'_>],
    lowered: Vec<Lowered>,
    client: &RootClient,
    types: &TypeTable,
    diagnostics: &mut Diagnostics,
) -> Vec<Operation> {
    let one = |(mut lowered, described): (Lowered, &Described<'_>)| {
        lowered.operation.examples =
            of_operation(specs, described, &lowered, client, types, diagnostics);
        lowered.operation
    };
    lowered.into_iter().zip(described).map(one).collect()
}

fn of_operation(
    specs: &SpecSet,
    described: &Described<'_>,
    lowered: &Lowered,
    client: &RootClient,
    types: &TypeTable,
    diagnostics: &mut Diagnostics,
) -> Vec<Example> {
    let mut examples = Vec::new();
    for (name, source) in extensions::examples(&described.operation.extensions) {
        let mention = described.place.key("x-ms-examples").key(name);
        let found = match source {
            ExampleSource::Inline(value) => {
                Some((described.document.path.to_string(), value, mention.clone()))
            }
            // A file that is missing has been reported by whoever loads files.
            ExampleSource::File(reference) => file(specs, described, reference)
                .map(|(path, value)| (path.to_owned(), value, Place::document(path))),
        };
        if let Some((file, value, place)) = found {
            examples.extend(example(
                name,
                file,
                value,
                &place,
                (lowered, client, types),
                diagnostics,
            ));
        }
    }
    examples
}

/// The file that a reference names: as it is written, or relative to the document.
fn file<'a>(
    specs: &'a SpecSet,
    described: &Described<'_>,
    reference: &str,
) -> Option<(&'a str, &'a Value)> {
    let path = reference.split('#').next().unwrap_or(reference);
    let relative = || {
        let mut steps: Vec<&str> = described.document.path.split('/').collect();
        steps.pop();
        for step in path.split('/') {
            match step {
                "" | "." => {}
                ".." => _ = steps.pop(),
                step => steps.push(step),
            }
        }
        steps.join("/")
    };
    let found = specs
        .examples
        .get_key_value(path)
        .or_else(|| specs.examples.get_key_value(relative().as_str()));
    found.map(|(path, value)| (path.as_str(), value))
}

fn example(
    name: &str,
    file: String,
    value: &Value,
    place: &Place,
    (lowered, client, types): (&Lowered, &RootClient, &TypeTable),
    diagnostics: &mut Diagnostics,
) -> Option<Example> {
    let (Some(parameters), Some(responses)) = (
        value.get("parameters").and_then(Value::as_object),
        value.get("responses").and_then(Value::as_object),
    ) else {
        diagnostics.example_malformed(place, "it has no `parameters` or no `responses`");
        return None;
    };
    let given = Given::new(parameters);
    let at = place.key("parameters");
    let call = match request::call(&lowered.operation, client, types, &given) {
        Ok(call) => call,
        Err(Fault::Lacks(wire)) => {
            diagnostics.example_lacks_argument(&at, &wire);
            return None;
        }
        Err(Fault::DoesNotFit(wire, expected)) => {
            diagnostics.example_value_does_not_fit(&at, &wire, expected);
            return None;
        }
    };
    for key in given.left() {
        if !is_the_clients(key) {
            diagnostics.example_unknown_parameter(&at.key(key), key);
        }
    }
    let responses = answers::read(
        responses,
        lowered,
        types,
        &place.key("responses"),
        diagnostics,
    );
    (!responses.is_empty()).then_some(Example {
        name: name.to_owned(),
        file,
        constructor: call.constructor,
        arguments: call.arguments,
        options: call.options,
        body: call.body,
        request: call.request,
        responses,
    })
}

/// Whether an example's value is for something that the client sends by itself.
fn is_the_clients(key: &str) -> bool {
    key == "api-version" || crate::azure::parameter::sent_by_the_client(key).is_some()
}

/// JSON with two spaces a level.
fn json(value: &Value) -> String {
    // Alternate formatting of a value is its indented JSON, and cannot fail.
    format!("{value:#}")
}
