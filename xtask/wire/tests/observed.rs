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

/// What differs when an operation that was begun by `begun` and shows `state` goes on with `poll` beyond the recording.
fn after_poll(begun: (&str, &str), state: Value, poll: Option<Sent>) -> Vec<String> {
    let mut plan = plan(model(json!({ "status": "inProgress" })));
    let mut first = good();
    let (method, path) = begun;
    let url = format!("https://contoso.vault.example{path}?api-version=7.4");
    plan.requests[0].method = method.to_owned();
    plan.requests[0].url.clone_from(&url);
    first.request.method = method.parse().unwrap();
    first.request.url = url;
    let beyond = poll.map(|request| Exchange {
        request,
        answer: Answered::End,
    });
    let outcome = Ok(Outcome::Operation {
        states: vec![answer(state)],
        result: Err(Error::with_message(ErrorKind::Other, "no answer")),
    });
    let exchanges = std::iter::once(first).chain(beyond).collect();
    found(&plan, exchanges, outcome)
}

/// GET of a URL, with a token.
fn get(url: &str) -> Sent {
    Sent {
        method: Method::Get,
        url: url.to_owned(),
        ..good().request
    }
}

const CREATE: (&str, &str) = ("POST", "/certificates/a/create");
const PENDING: &str = "https://contoso.vault.example/certificates/a/pending?api-version=7.4";

#[test]
fn only_a_poll_goes_beyond_the_recording() {
    let state = || json!({ "status": "inProgress" });
    assert_eq!(after_poll(CREATE, state(), Some(get(PENDING))), [""; 0]);
    // Without such a poll the operation should have had its result.
    assert_eq!(after_poll(CREATE, state(), None), ["the operation"]);
    let completed = json!({ "status": "completed" });
    assert_eq!(
        after_poll(CREATE, completed, Some(get(PENDING))),
        ["the first state/status"]
    );
    // What is no operation asks nothing.
    let beyond = Exchange {
        request: get(PENDING),
        answer: Answered::End,
    };
    let expected = ["a request after the last recorded one"];
    assert_eq!(after_exchanges(vec![good(), beyond]), expected);
    let backup = ("POST", "/certificates/a/backup");
    assert_eq!(after_poll(backup, state(), Some(get(PENDING))), expected);
}

#[test]
fn a_poll_goes_where_the_operation_is_told() {
    let vault = "https://contoso.vault.example";
    let state = || json!({ "status": "inProgress" });
    for (begun, path) in [
        (CREATE, "/certificates/a/pending"),
        (
            ("POST", "/certificates/create/create"),
            "/certificates/create/pending",
        ),
        (("DELETE", "/certificates/a"), "/deletedcertificates/a"),
        (
            ("DELETE", "/certificates/create"),
            "/deletedcertificates/create",
        ),
        (
            ("POST", "/deletedcertificates/a/recover"),
            "/certificates/a/",
        ),
    ] {
        let good = format!("{vault}{path}?api-version=7.4");
        assert_eq!(
            after_poll(begun, state(), Some(get(&good))),
            [""; 0],
            "{begun:?}"
        );
        for bad in [
            format!("https://evil.example{path}?api-version=7.4"),
            format!("http://contoso.vault.example{path}?api-version=7.4"),
            format!("{vault}{path}b?api-version=7.4"),
            format!("{vault}/secrets/a?api-version=7.4"),
            format!("{vault}{path}"),
            format!("{vault}{path}?api-version=7.5"),
        ] {
            assert_eq!(
                after_poll(begun, state(), Some(get(&bad))),
                ["a request after the last recorded one"],
                "{bad}"
            );
        }
    }
    let mut post = get(PENDING);
    post.method = Method::Post;
    let mut with_body = get(PENDING);
    with_body.body = "{}".into();
    for bad in [post, with_body] {
        assert_eq!(
            after_poll(CREATE, state(), Some(bad)),
            ["a request after the last recorded one"]
        );
    }
    let mut bare = get(PENDING);
    bare.headers.remove("authorization");
    assert_eq!(
        after_poll(CREATE, state(), Some(bare)),
        ["a request after the last recorded one, whether it has a token"]
    );
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
