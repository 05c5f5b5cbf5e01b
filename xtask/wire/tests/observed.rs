//! What only a faulty client would do: made up here, and found by the comparison.

use armature_runtime::dispatch::{Answer, Content, Outcome};
use armature_wire::compare::{Observed, differences};
use armature_wire::plan::{Challenge, Expected, Failure, Plan, Problem};
use armature_wire::server::{Answer as Answered, Exchange, Sent};
use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::Headers;
use azure_core::http::{Method, RawResponse, StatusCode};
use serde_json::{Value, json};

fn plan(result: Expected) -> Plan {
    let request = json!({
        "method": "POST",
        "url": "https://contoso.vault.example/certificates/a/backup?api-version=7.4",
        "headers": { "accept": "application/json", "content-length": "0" },
        "body": null,
    });
    Plan {
        arguments: Default::default(),
        challenge: Challenge::Added,
        responses: Vec::new(),
        requests: vec![serde_json::from_value(request).unwrap()],
        result,
    }
}

/// The planned request and its answer, as they should be.
fn good() -> Exchange {
    let headers = [
        "accept: application/json",
        "content-length: 0",
        "authorization: Bearer x",
    ];
    let headers = headers
        .iter()
        .map(|header| header.split_once(": ").unwrap());
    Exchange {
        request: Sent {
            method: Method::Post,
            url: "https://contoso.vault.example/certificates/a/backup?api-version=7.4".to_owned(),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            body: Default::default(),
        },
        answer: Answered::Recorded(200),
    }
}

fn answer(body: Value) -> Answer {
    Answer {
        status: 200,
        headers: Vec::new(),
        body: Content::Json(body),
    }
}

fn model(value: Value) -> Expected {
    let headers = None;
    Expected::Model { value, headers }
}

fn found(plan: &Plan, exchanges: Vec<Exchange>, outcome: Result<Outcome>) -> Vec<String> {
    let observed = Observed { exchanges, outcome };
    let found = differences(plan, &observed);
    found.into_iter().map(|found| found.what).collect()
}

fn after_exchanges(exchanges: Vec<Exchange>) -> Vec<String> {
    let outcome = Ok(Outcome::Answer(Ok(answer(json!({ "value": "AA" })))));
    found(
        &plan(model(json!({ "value": { "$base64": "AA==" } }))),
        exchanges,
        outcome,
    )
}

#[test]
fn what_goes_out_without_a_token() {
    let challenged = |change: fn(&mut Sent)| {
        let mut exchange = good();
        exchange.answer = Answered::Challenge;
        exchange.request.headers.remove("authorization");
        change(&mut exchange.request);
        exchange
    };
    let bare = || challenged(|_| {});
    assert_eq!(after_exchanges(vec![bare(), good()]), [""; 0]);
    let with_body = challenged(|request| request.body = "{}".into());
    assert_eq!(
        after_exchanges(vec![with_body, good()]),
        ["the body before the token"]
    );
    let twice = vec![bare(), bare(), good()];
    assert_eq!(after_exchanges(twice), ["a request without a token"]);
    let mut unauthorized = bare();
    unauthorized.answer = Answered::Recorded(200);
    assert_eq!(
        after_exchanges(vec![unauthorized]),
        ["request 1, whether it has a token"]
    );
}

#[test]
fn what_a_request_without_body_has() {
    let mut exchange = good();
    exchange.request.headers.remove("content-length");
    assert_eq!(
        after_exchanges(vec![exchange]),
        ["request 1, the header content-length"]
    );
    let mut exchange = good();
    exchange.request.body = "{}".into();
    assert_eq!(after_exchanges(vec![exchange]), ["request 1, the body"]);
    assert_eq!(after_exchanges(Vec::new()), ["the number of requests"]);
    assert_eq!(
        after_exchanges(vec![good(), good()]),
        ["the number of requests"]
    );
}

#[test]
fn only_a_poll_goes_beyond_the_recording() {
    let beyond = |method: Method| {
        let mut exchange = good();
        exchange.answer = Answered::End;
        exchange.request.method = method;
        vec![good(), exchange]
    };
    let operation = |state: Value| {
        Ok(Outcome::Operation {
            states: vec![answer(state)],
            result: Err(Error::with_message(ErrorKind::Other, "no answer")),
        })
    };
    let plan = plan(model(json!({ "status": "inProgress" })));
    let state = json!({ "status": "inProgress" });
    assert_eq!(
        found(&plan, beyond(Method::Get), operation(state.clone())),
        [""; 0]
    );
    let expected = ["a request after the last recorded one"];
    assert_eq!(
        found(&plan, beyond(Method::Post), operation(state.clone())),
        expected
    );
    // Without such a poll the operation should have had its result.
    assert_eq!(
        found(&plan, vec![good()], operation(state)),
        ["the operation"]
    );
    let other = operation(json!({ "status": "completed" }));
    assert_eq!(
        found(&plan, beyond(Method::Get), other),
        ["the first state/status"]
    );
    assert_eq!(after_exchanges(beyond(Method::Get)), expected);
}

#[test]
fn how_an_operation_ended() {
    let operation = |state: &str, code: &str| {
        let body = json!({ "error": { "code": code } }).to_string();
        let response = RawResponse::from_bytes(StatusCode::Ok, Headers::new(), body);
        let kind = ErrorKind::HttpResponse {
            status: StatusCode::Ok,
            error_code: None,
            raw_response: Some(Box::new(response)),
        };
        Ok(Outcome::Operation {
            states: vec![answer(json!({ "status": state }))],
            result: Err(Error::with_message(kind, "failed")),
        })
    };
    let problem = Problem {
        code: Some("X".to_owned()),
        ..Problem::default()
    };
    let failure = Failure::Service {
        status: 200,
        problem,
    };
    let state = json!({ "status": "failed" });
    let plan = plan(Expected::Ended { state, failure });
    assert_eq!(
        found(&plan, vec![good()], operation("failed", "X")),
        [""; 0]
    );
    assert_eq!(
        found(&plan, vec![good()], operation("failed", "Y")),
        ["the error, what it says"]
    );
    assert_eq!(
        found(&plan, vec![good()], operation("inProgress", "X")),
        ["the last state/status"]
    );
    let outcome = Ok(Outcome::Answer(Ok(answer(json!({})))));
    assert_eq!(found(&plan, vec![good()], outcome), ["the result"]);
    // What the operation says about its failure is not a failure of the client.
    let plan = self::plan(Expected::Error(Failure::Client));
    assert_eq!(
        found(&plan, vec![good()], operation("failed", "X")),
        ["the error"]
    );
}

#[test]
fn answers_without_content() {
    let headers = [("ETag".to_owned(), Some("1".to_owned()))];
    let plan = plan(Expected::Exists {
        value: true,
        headers: headers.into(),
    });
    let outcome = |status, tag: &str, body| {
        let headers = vec![("etag".to_owned(), Some(tag.to_owned()))];
        Ok(Outcome::Answer(Ok(Answer {
            status,
            headers,
            body,
        })))
    };
    let exchanges = || vec![good()];
    assert_eq!(
        found(&plan, exchanges(), outcome(200, "1", Content::Nothing)),
        [""; 0]
    );
    assert_eq!(
        found(&plan, exchanges(), outcome(404, "1", Content::Nothing)),
        ["whether it exists"]
    );
    assert_eq!(
        found(&plan, exchanges(), outcome(200, "2", Content::Nothing)),
        ["the declared headers"]
    );
    let body = Content::Json(json!({}));
    assert_eq!(
        found(&plan, exchanges(), outcome(200, "1", body)),
        ["the result"]
    );
}
