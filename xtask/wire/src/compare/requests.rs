//! Compares what was sent.
//!
//! In: the requests of a plan and the exchanges with the server. Out: differences.
//! Never: compares bytes of a URL or of a body; both have many right spellings.

use armature_runtime::dispatch::Outcome;
use azure_core::http::Method;
use serde_json::Value;

use crate::address::Address;
use crate::case::Request;
use crate::compare::values::{self, Null};
use crate::compare::{Differences, Observed};
use crate::plan::{Challenge, Expected, Plan};
use crate::polls;
use crate::server::{Answer, Exchange, Sent};

/// The headers that are recorded and depend on neither body nor machine.
const HEADERS: [&str; 3] = ["accept", "content-type", "if-match"];

pub(super) fn compare(found: &mut Differences, plan: &Plan, observed: &Observed) {
    let with = |wanted: fn(&Answer) -> bool| {
        let exchanges = observed.exchanges.iter();
        exchanges.filter(move |exchange| wanted(&exchange.answer))
    };
    before_the_token(found, with(|answer| *answer == Answer::Challenge));
    after_the_end(found, plan, observed, with(|answer| *answer == Answer::End));

    // A call that could not be made is told as that.
    if observed.outcome.is_err() && observed.exchanges.is_empty() {
        return;
    }
    let answered: Vec<&Exchange> = with(|answer| matches!(answer, Answer::Recorded(_))).collect();
    found.check(
        "the number of requests",
        plan.requests.len(),
        answered.len(),
    );
    for (index, (expected, exchange)) in plan.requests.iter().zip(&answered).enumerate() {
        let place = format!("request {}", index + 1);
        let is_challenge = plan.challenge == Challenge::Recorded && index == 0;
        let has_token = exchange.request.header("authorization").is_some();
        found.check(
            &format!("{place}, whether it has a token"),
            !is_challenge,
            has_token,
        );
        request(found, &place, expected, &exchange.request);
    }
}

/// A request without a token must not carry what it protects.
fn before_the_token<'e>(found: &mut Differences, challenged: impl Iterator<Item = &'e Exchange>) {
    for (index, exchange) in challenged.enumerate() {
        let body = String::from_utf8_lossy(&exchange.request.body);
        found.check("the body before the token", "", &*body);
        if index > 0 {
            found.note(
                "a request without a token",
                "none after the challenge",
                &exchange.request.url,
            );
        }
    }
}

/// Beyond the recording only an operation may go on whose recording is that of its first exchange: it asks how it stands, where
/// that is told, and with a token.
fn after_the_end<'e>(
    found: &mut Differences,
    plan: &Plan,
    observed: &Observed,
    beyond: impl Iterator<Item = &'e Exchange>,
) {
    let is_first = matches!(observed.outcome, Ok(Outcome::Operation { .. }))
        && matches!(plan.result, Expected::Model { .. });
    let begun = plan.requests.last().filter(|_| is_first);
    let poll = begun.and_then(polls::asked_at);
    for Exchange { request, .. } in beyond {
        let what = "a request after the last recorded one";
        let sent = format!("{} {}", request.method, request.url);
        match &poll {
            None => found.note(what, "none", &sent),
            Some(url) if !is_poll(request, url) => {
                found.note(what, &format!("GET {url}, without a body"), &sent);
            }
            Some(_) => {
                let has_token = request.header("authorization").is_some();
                found.check(&format!("{what}, whether it has a token"), true, has_token);
            }
        }
    }
}

fn is_poll(sent: &Sent, url: &str) -> bool {
    let same = Address::new(url) == Address::new(&sent.url);
    same && sent.method == Method::Get && sent.body.is_empty()
}

fn request(found: &mut Differences, place: &str, expected: &Request, sent: &Sent) {
    found.check(
        &format!("{place}, the method"),
        &*expected.method,
        sent.method.as_ref(),
    );
    let (address, got) = (Address::new(&expected.url), Address::new(&sent.url));
    let origin = |address: &Address| (address.scheme.clone(), address.host.clone());
    found.check(
        &format!("{place}, scheme and host"),
        origin(&address),
        origin(&got),
    );
    found.check(&format!("{place}, the path"), address.path, got.path);
    found.check(&format!("{place}, the query"), address.query, got.query);
    for name in HEADERS {
        let what = format!("{place}, the header {name}");
        found.check(&what, expected.header(name), sent.header(name));
    }
    match &expected.body {
        Some(expected) => body(found, &format!("{place}, the body"), expected, sent),
        None => {
            let body = String::from_utf8_lossy(&sent.body);
            found.check(&format!("{place}, the body"), "", &*body);
            // A body has a length in any case: the transport says it.
            let name = "content-length";
            let what = format!("{place}, the header {name}");
            found.check(&what, expected.header(name), sent.header(name));
        }
    }
}

fn body(found: &mut Differences, place: &str, expected: &Value, sent: &Sent) {
    match serde_json::from_slice(&sent.body) {
        Ok(got) => values::compare(found, place, expected, &got, Null::Value),
        Err(_) => {
            let got = String::from_utf8_lossy(&sent.body);
            found.note(place, &expected.to_string(), &format!("no JSON: {got:?}"));
        }
    }
}
