//! What is expected instead of what was recorded.
//!
//! In: a case of the rule's kind and its plan. Out: the plan, changed.
//! Never: takes an expectation away without putting another in its place.

use azure_core::time::parse_rfc3339;
use serde_json::{Map, Value};

use crate::address::{Address, resolve, with_query};
use crate::case::{Case, Request, Response};
use crate::plan::{Challenge, Expected, Failure, Plan, Problem};
use crate::polls;
use crate::rules::kinds;

pub(super) fn delete_without_length(_: &Case, plan: &mut Plan) {
    let requests = plan.requests.iter_mut();
    for request in requests.filter(|request| request.method == "DELETE") {
        request.headers.remove("content-length");
    }
}

/// The body is the argument.
pub(super) fn body_as_given(case: &Case, plan: &mut Plan) {
    let bodies = plan
        .requests
        .iter_mut()
        .filter_map(|request| request.body.as_mut());
    if let Some(given) = kinds::body_argument(case) {
        bodies.for_each(|body| *body = given.clone());
    }
}

/// The argument is the recorded body.
pub(super) fn body_to_argument(case: &Case, plan: &mut Plan) {
    if let Some(body) = kinds::recorded_body(case) {
        plan.arguments.insert("parameters".to_owned(), body.clone());
    }
}

/// The body goes from the first request to the second.
pub(super) fn body_after_token(_: &Case, plan: &mut Plan) {
    if let [first, second, ..] = plan.requests.as_mut_slice() {
        second.body = first.body.take();
        first.headers.remove("content-type");
        first
            .headers
            .insert("content-length".to_owned(), "0".to_owned());
    }
}

/// Each further page is asked for at the link on the page before.
pub(super) fn links_as_they_are(_: &Case, plan: &mut Plan) {
    for index in 1..plan.requests.len() {
        let link = plan.responses.get(index - 1).and_then(Response::next_link);
        if let [.., before, request] = &mut plan.requests[..=index]
            && let Some(link) = link
        {
            request.url = resolve(&before.url, link);
            request.headers = before.headers.clone();
        }
    }
}

/// Links without an api-version get that of the call.
pub(super) fn links_with_version(case: &Case, plan: &mut Plan) {
    let name = "api-version";
    for request in plan.requests.iter_mut().skip(1) {
        if !Address::new(&request.url).has_query(name) {
            let version = case.text(name).unwrap_or_default();
            request.url = with_query(&request.url, name, version);
        }
    }
}

/// The list ends with an error at the page whose link leads elsewhere.
pub(super) fn stop_at_foreign_link(case: &Case, plan: &mut Plan) {
    let before = kinds::pages(case).position(kinds::is_foreign);
    if let (Some(before), Expected::Pages(pages, end)) = (before, &mut plan.result) {
        plan.requests.truncate(before + 1);
        pages.truncate(before);
        *end = Some(Failure::Client);
    }
}

/// The call is made again with another token, and is answered as before.
pub(super) fn ask_again(_: &Case, plan: &mut Plan) {
    plan.challenge = Challenge::Added;
    plan.requests.extend(plan.requests.last().cloned());
    plan.responses.extend(plan.responses.last().cloned());
}

/// The redirect is what the call gives.
pub(super) fn stop_at_redirect(_: &Case, plan: &mut Plan) {
    let redirect = plan.responses.iter().position(kinds::is_redirect);
    if let Some(response) = redirect.and_then(|index| plan.responses.get(index)) {
        plan.result = Expected::Error(Failure::Service {
            status: response.status,
            problem: Problem::default(),
        });
    }
    plan.requests
        .truncate(redirect.map_or(0, |index| index + 1));
}

/// The page is there, without items.
pub(super) fn empty_page(_: &Case, plan: &mut Plan) {
    if let Expected::Pages(pages, end) = &mut plan.result {
        pages.push(Vec::new());
        *end = None;
    }
}

/// The model has the empty object, too.
pub(super) fn keep_empty_properties(_: &Case, plan: &mut Plan) {
    if let Expected::Model {
        value: Value::Object(fields),
        ..
    } = &mut plan.result
    {
        fields.insert("properties".to_owned(), Value::Object(Map::new()));
    }
}

/// Lists have the items that are not null.
pub(super) fn without_nulls_in_lists(_: &Case, plan: &mut Plan) {
    fn fill(value: &mut Value) {
        match value {
            Value::Array(items) => {
                items.retain(|item| !item.is_null());
                items.iter_mut().for_each(fill);
            }
            Value::Object(object) => object.values_mut().for_each(fill),
            _ => {}
        }
    }
    if let Expected::Model { value, .. } = &mut plan.result {
        fill(value);
    }
}

/// The client cannot read the answer.
pub(super) fn unreadable(_: &Case, plan: &mut Plan) {
    plan.result = Expected::Error(Failure::Client);
}

/// The bytes are read.
pub(super) fn certificate_bytes(_: &Case, plan: &mut Plan) {
    expect_body(plan, |body| {
        if let Some(bytes) = body.get_mut("cer") {
            *bytes = leaf("$base64", bytes.take());
        }
    });
}

/// Dates are read as if they had their T.
pub(super) fn dates_with_blank(_: &Case, plan: &mut Plan) {
    fn fill(value: &mut Value) {
        match value {
            Value::String(text) => {
                let date = text.replace(' ', "T");
                if date != *text && parse_rfc3339(&date).is_ok() {
                    *value = leaf("$datetime", date.into());
                }
            }
            Value::Array(items) => items.iter_mut().for_each(fill),
            Value::Object(object) => object.values_mut().for_each(fill),
            _ => {}
        }
    }
    expect_body(plan, fill);
}

/// The expiry is an integer.
pub(super) fn whole_seconds(_: &Case, plan: &mut Plan) {
    expect_body(plan, |body| {
        let pointer = format!("/{}", kinds::EXPIRY.join("/"));
        if let Some(seconds) = body.pointer_mut(&pointer) {
            let text = seconds
                .as_str()
                .map_or_else(|| seconds.to_string(), str::to_owned);
            let whole = text
                .split('.')
                .next()
                .and_then(|whole| whole.parse::<i64>().ok());
            *seconds = Value::from(whole);
        }
    });
}

/// The body is the model.
pub(super) fn model_in_body(_: &Case, plan: &mut Plan) {
    expect_body(plan, |_| {});
}

/// Dates without a zone are in UTC.
pub(super) fn dates_in_utc(_: &Case, plan: &mut Plan) {
    if let Expected::Model { value, .. } = &mut plan.result {
        in_utc(value);
    }
}

fn in_utc(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(date)) = object.get_mut("$datetime")
                && !kinds::has_zone(date)
            {
                date.push('Z');
            }
            object.values_mut().for_each(in_utc);
        }
        Value::Array(items) => items.iter_mut().for_each(in_utc),
        _ => {}
    }
}

/// The operation shows the failure, and awaiting it is an error with the operation's own code and message.
pub(super) fn failure_of_operation(case: &Case, plan: &mut Plan) {
    end_with_last_state(case, plan, |state| {
        state.get("error").map(Problem::read).unwrap_or_default()
    });
}

/// The operation shows that it waits, and awaiting it is an error without a code.
pub(super) fn stop_at_caller(case: &Case, plan: &mut Plan) {
    end_with_last_state(case, plan, |_| Problem::default());
}

fn end_with_last_state(case: &Case, plan: &mut Plan, problem: fn(&Value) -> Problem) {
    if let Some(response) = case.last_response()
        && let Some(state) = &response.body
    {
        let failure = Failure::Service {
            status: response.status,
            problem: problem(state),
        };
        let state = state.clone();
        plan.result = Expected::Ended { state, failure };
    }
}

/// The certificate is asked for until it is there; then it is the result. Where no answers to that are recorded, it is
/// there at once.
pub(super) fn wait(case: &Case, plan: &mut Plan) {
    let Some((first, url)) = plan
        .requests
        .first()
        .and_then(|first| Some((first, polls::asked_at(first)?)))
    else {
        return;
    };
    let mut poll = Request {
        method: "GET".to_owned(),
        url,
        body: None,
        ..first.clone()
    };
    poll.headers.remove("content-length");
    if case.responses_unused == 0 {
        plan.responses.extend(plan.responses.last().cloned());
    }
    let polls = case.responses_unused.max(1);
    plan.requests.extend(std::iter::repeat_n(poll, polls));
    if let Some(certificate) = plan.responses.last().and_then(|last| last.body.clone()) {
        plan.result = Expected::Final(certificate);
    }
}

/// Expects the model that the answer's body is, after `change`.
fn expect_body(plan: &mut Plan, change: fn(&mut Value)) {
    let headers = match &plan.result {
        Expected::Model { headers, .. } => headers.clone(),
        _ => None,
    };
    if let Some(mut value) = plan.responses.last().and_then(|last| last.body.clone()) {
        change(&mut value);
        plan.result = Expected::Model { value, headers };
    }
}

fn leaf(kind: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(kind.to_owned(), value)]))
}
