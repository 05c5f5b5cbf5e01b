//! Works out what a poller meets after the first answer of an example, when another operation says how this one stands.
//!
//! In: the first answer, the examples of the operations that are asked, the requests that ask them.
//! Out: questions, answers and the end.
//! Never: shares code with the runtime, whose questions it foretells.

use serde_json::{Map, Value};

use crate::lower::examples::scalars::Purpose;
use crate::lower::examples::{bodies, json};
use crate::model::{
    ExampleBody, ExampleEnd, ExamplePolling, ExampleQuestion, ExampleResponse, ExpectedRequest,
    Payload, Polled, PolledGet, PolledState, StateModel, Type, TypeTable,
};
use crate::name::Name;

/// What is the same for all answers of one example.
pub(super) struct Story<'a> {
    /// How the operation is polled.
    pub polled: &'a Polled,
    /// What the first answer is.
    pub first: &'a Payload,
    /// The request that asks for the state.
    pub asked: ExpectedRequest,
    /// The request that asks for the result.
    pub result: Option<ExpectedRequest>,
    /// Bodies of answers that an operation has in examples, by operationId and status.
    pub bodies: &'a dyn Fn(&str, u16) -> Option<&'a Value>,
    /// The types.
    pub types: &'a TypeTable,
}

/// Where the first answer leaves the operation.
enum Standing {
    InProgress,
    Succeeded,
    NotSucceeded,
}

impl Story<'_> {
    /// What comes after this first answer; `None` when nothing is known about it.
    pub fn after(&self, response: &ExampleResponse) -> Option<ExamplePolling> {
        let body = match &response.body {
            Some(ExampleBody::Json(text) | ExampleBody::Xml(text)) => {
                serde_json::from_str(text).ok()?
            }
            Some(ExampleBody::Raw(_) | ExampleBody::Form(_)) | None => Value::Null,
        };
        match &self.polled.state {
            PolledState::Model(state) => self.by_model(state, &body),
            PolledState::Status { unless_absent, .. } => {
                let is_all =
                    |property: &String| at(&body, property.split('.')).is_none_or(Value::is_null);
                if unless_absent.as_ref().is_some_and(is_all) {
                    return Some(ExamplePolling {
                        questions: Vec::new(),
                        end: ExampleEnd::Result(response.understood.clone()),
                    });
                }
                self.by_status(&body)
            }
        }
    }

    fn by_model(&self, state: &StateModel, first: &Value) -> Option<ExamplePolling> {
        let mut questions = Vec::new();
        let mut last = first.clone();
        match standing(state, first)? {
            Standing::NotSucceeded => {
                return Some(ExamplePolling {
                    questions,
                    end: ExampleEnd::Error,
                });
            }
            Standing::Succeeded => {}
            Standing::InProgress => {
                last = with(first, &state.property, state.succeeded.first()?)?;
                let status = *self.polled.asked.codes.first()?;
                questions.push(question(&self.asked, status, Some(&last)));
            }
        }
        self.ending(questions, last)
    }

    fn by_status(&self, first: &Value) -> Option<ExamplePolling> {
        let mut questions = Vec::new();
        if let Some(status) = self.polled.pending.first() {
            questions.push(question(&self.asked, *status, None));
        }
        let (status, last) = match &self.polled.result {
            None => self.sample(&self.polled.asked, first)?,
            Some(_) => (*self.polled.asked.codes.first()?, Value::Object(Map::new())),
        };
        questions.push(question(&self.asked, status, body(&last)));
        self.ending(questions, last)
    }

    /// The result, after `last`, which says that the operation is done.
    fn ending(&self, mut questions: Vec<ExampleQuestion>, last: Value) -> Option<ExamplePolling> {
        let mut found = last;
        if let (Some(get), Some(request)) = (&self.polled.result, &self.result) {
            let (status, sample) = self.sample(get, &Value::Null)?;
            questions.push(question(request, status, body(&sample)));
            found = sample;
        }
        let understood = match &self.polled.output {
            Payload::Json(ty) => bodies::fit(&found, ty, self.types, Purpose::Read).ok()?,
            Payload::Nothing | Payload::Xml(_) | Payload::Text | Payload::Stream | Payload::Raw => {
                None
            }
        };
        Some(ExamplePolling {
            questions,
            end: ExampleEnd::Result(understood.map(|value| json(&value))),
        })
    }

    /// An answer with a result: of the operation's own examples, else the first answer when it is of that type, else an empty
    /// object.
    fn sample(&self, get: &PolledGet, first: &Value) -> Option<(u16, Value)> {
        let Payload::Json(ty) = &self.polled.output else {
            return Some((*get.codes.first()?, Value::Null));
        };
        let fits = |value: &Value| {
            !value.is_null() && bodies::fit(value, ty, self.types, Purpose::Read).is_ok()
        };
        for status in &get.codes {
            let found = (self.bodies)(&get.operation, *status).filter(|value| fits(value));
            if let Some(value) = found {
                return Some((*status, value.clone()));
            }
        }
        let status = *get.codes.first()?;
        if self.first == &self.polled.output && fits(first) {
            return Some((status, first.clone()));
        }
        let empty = match ty {
            Type::List(_) => Value::Array(Vec::new()),
            _ => Value::Object(Map::new()),
        };
        fits(&empty).then_some((status, empty))
    }
}

fn question(request: &ExpectedRequest, status: u16, body: Option<&Value>) -> ExampleQuestion {
    ExampleQuestion {
        request: request.clone(),
        status,
        body: body.map(|body| ExampleBody::Json(json(body))),
    }
}

fn body(value: &Value) -> Option<&Value> {
    Some(value).filter(|value| !value.is_null())
}

fn standing(state: &StateModel, body: &Value) -> Option<Standing> {
    let word = at(body, state.property.iter().map(Name::wire))?.as_str()?;
    let is_in = |words: &[String]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let waits = state.waits_for_caller.as_ref().is_some_and(|waits| {
        let value = at(body, waits.property.iter().map(Name::wire));
        value.and_then(Value::as_str) == Some(waits.value.as_str())
    });
    Some(if is_in(&state.succeeded) {
        Standing::Succeeded
    } else if waits || is_in(&state.failed) || is_in(&state.canceled) {
        Standing::NotSucceeded
    } else {
        Standing::InProgress
    })
}

/// The value at a path.
fn at<'v, 'k>(body: &'v Value, mut path: impl Iterator<Item = &'k str>) -> Option<&'v Value> {
    path.try_fold(body, |object, key| object.get(key))
}

/// The same with another text at a path.
fn with(body: &Value, path: &[Name], word: &str) -> Option<Value> {
    let mut changed = body.clone();
    let place = path
        .iter()
        .try_fold(&mut changed, |object, name| object.get_mut(name.wire()))?;
    *place = Value::from(word);
    Some(changed)
}
