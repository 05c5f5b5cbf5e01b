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
mod polled;
mod request;
mod scalars;
mod values;

use serde_json::Value;

use crate::azure::operation::{self as extensions, ExampleSource};
use crate::azure::parameter;
use crate::diagnostic::Diagnostics;
use crate::load::SpecSet;
use crate::location::Place;
use crate::lower::examples::given::Given;
use crate::lower::examples::polled::Story;
use crate::lower::examples::request::Fault;
use crate::lower::inventory::Described;
use crate::lower::operations::Lowered;
use crate::model::{
    Example, ExampleResponse, LongRunning, Operation, Outcome, RootClient, TypeTable,
};

/// The operations with their examples. `described` and `lowered` belong together one by one.
pub(super) fn add(
    specs: &SpecSet,
    described: &[Described<'_>],
    lowered: Vec<Lowered>,
    client: &RootClient,
    types: &TypeTable,
    diagnostics: &mut Diagnostics,
) -> Vec<Operation> {
    let sources = Sources {
        specs,
        described,
        client,
        types,
    };
    let one = |(mut lowered, described): (Lowered, &Described<'_>)| {
        lowered.operation.examples = sources.of_operation(described, &lowered, diagnostics);
        lowered.operation
    };
    lowered.into_iter().zip(described).map(one).collect()
}

/// What examples are read with.
#[derive(Clone, Copy)]
struct Sources<'a> {
    specs: &'a SpecSet,
    described: &'a [Described<'a>],
    client: &'a RootClient,
    types: &'a TypeTable,
}

/// One example as it is written.
struct Written<'a> {
    name: &'a str,
    /// The file that it stands in.
    file: &'a str,
    value: &'a Value,
    place: Place,
}

impl<'a> Sources<'a> {
    fn of_operation(
        self,
        described: &Described<'_>,
        lowered: &Lowered,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Example> {
        let written = written(self.specs, described);
        written
            .filter_map(|written| self.example(&written, lowered, diagnostics))
            .collect()
    }

    /// The body that an operation has in an example for a status.
    fn body(self, operation: &str, status: u16) -> Option<&'a Value> {
        let described = self.described.iter().find(|one| one.id == operation)?;
        let status = status.to_string();
        written(self.specs, described)
            .find_map(|written| written.value.get("responses")?.get(&status)?.get("body"))
    }
}

/// The examples of an operation. A file that is missing has been reported by whoever loads files.
fn written<'a>(
    specs: &'a SpecSet,
    described: &'a Described<'_>,
) -> impl Iterator<Item = Written<'a>> {
    let examples = extensions::examples(&described.operation.extensions);
    examples.filter_map(|(name, source)| {
        let (file, value, place) = match source {
            ExampleSource::Inline(value) => {
                let place = described.place.key("x-ms-examples").key(name);
                (&*described.document.path, value, place)
            }
            ExampleSource::File(reference) => {
                let (path, value) = file(specs, described, reference)?;
                (path, value, Place::document(path))
            }
        };
        Some(Written {
            name,
            file,
            value,
            place,
        })
    })
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

impl Sources<'_> {
    /// Whether an example's value is for something that the client sends by itself, or for a key that it may be made with.
    fn is_the_clients(self, name: &str) -> bool {
        let mut keys = self.client.keys.iter();
        name == "api-version"
            || parameter::is_in_every_request(name)
            || keys.any(|key| key.name.wire().eq_ignore_ascii_case(name))
    }

    fn example(
        self,
        written: &Written<'_>,
        lowered: &Lowered,
        diagnostics: &mut Diagnostics,
    ) -> Option<Example> {
        let (value, place) = (written.value, &written.place);
        let (Some(parameters), Some(responses)) = (
            value.get("parameters").and_then(Value::as_object),
            value.get("responses").and_then(Value::as_object),
        ) else {
            diagnostics.example_malformed(place, "it has no `parameters` or no `responses`");
            return None;
        };
        let given = Given::new(parameters);
        let at = place.key("parameters");
        let call = match request::call(&lowered.operation, self.client, self.types, &given) {
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
            if !self.is_the_clients(key) {
                diagnostics.example_unknown_parameter(&at.key(key), key);
            }
        }
        let at = place.key("responses");
        let mut responses = answers::read(responses, lowered, self.types, &at, diagnostics);
        self.go_on(lowered, &given, &mut responses);
        (!responses.is_empty()).then_some(Example {
            name: written.name.to_owned(),
            file: written.file.to_owned(),
            constructor: call.constructor,
            arguments: call.arguments,
            options: call.options,
            body: call.body,
            request: call.request,
            responses,
        })
    }

    /// Adds what a poller meets after each answer.
    fn go_on(self, lowered: &Lowered, given: &Given<'_>, responses: &mut [ExampleResponse]) {
        let operation = &lowered.operation;
        let Outcome::LongRunning(LongRunning::Polled(polled)) = &operation.outcome else {
            return;
        };
        // The values fit: the first request was made of the same ones.
        let ask = |get| request::question(operation, get, self.client, self.types, given).ok();
        let Some(asked) = ask(&polled.asked) else {
            return;
        };
        let story = Story {
            polled,
            first: &operation.success.payload,
            asked,
            result: polled.result.as_ref().and_then(ask),
            bodies: &|operation, status| self.body(operation, status),
            types: self.types,
        };
        for response in responses {
            response.polling = story.after(response);
        }
    }
}

/// JSON with two spaces a level.
fn json(value: &Value) -> String {
    // Alternate formatting of a value is its indented JSON, and cannot fail.
    format!("{value:#}")
}
