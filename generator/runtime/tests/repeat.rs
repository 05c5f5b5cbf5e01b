//! Which requests are sent again, and what the caller hears of one that is not.

mod common;

use std::collections::VecDeque;
use std::error::Error as _;
use std::io;
use std::sync::{Arc, Mutex};

use armature_runtime::testing::credential;
use armature_runtime::{
    Connection, FinalState, OperationStatus, Repeatable, package, service_error,
};
use async_trait::async_trait;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{Headers, WWW_AUTHENTICATE};
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::poller::{Poller, PollerOptions};
use azure_core::http::{
    AsyncRawResponse, Body, ClientMethodOptions, ClientOptions, Context, FixedRetryOptions,
    HttpClient, Method, Pager, Request, RetryOptions, Transport,
};
use azure_core::time::Duration;
use common::ThingCollection;
use futures::TryStreamExt;
use futures::future::join_all;

const METHODS: [Method; 6] = [
    Method::Delete,
    Method::Get,
    Method::Head,
    Method::Patch,
    Method::Post,
    Method::Put,
];

/// What becomes of one request.
#[derive(Clone, Debug)]
enum Outcome {
    Answered(u16, &'static str),
    Challenged,
    NoConnection,
    BrokenOff,
}

use Outcome::{Answered, BrokenOff, Challenged, NoConnection};

/// A transport that plays a script and records method, whether there was a token, and the body.
#[derive(Debug)]
struct Script {
    outcomes: Mutex<VecDeque<Outcome>>,
    requests: Mutex<Vec<(Method, bool, String)>>,
}

impl Script {
    fn new(outcomes: impl IntoIterator<Item = Outcome>) -> Arc<Self> {
        Arc::new(Self {
            outcomes: Mutex::new(outcomes.into_iter().collect()),
            requests: Mutex::default(),
        })
    }

    fn options(self: &Arc<Self>) -> ClientOptions {
        let retry = FixedRetryOptions {
            delay: Duration::milliseconds(1),
            max_retries: 3,
            ..FixedRetryOptions::default()
        };
        ClientOptions {
            transport: Some(Transport::new(self.clone())),
            retry: RetryOptions::fixed(retry),
            ..ClientOptions::default()
        }
    }

    fn requests(&self) -> Vec<(Method, bool, String)> {
        self.requests.lock().unwrap().clone()
    }

    fn count(&self) -> usize {
        self.requests().len()
    }
}

#[async_trait]
impl HttpClient for Script {
    async fn execute_request(&self, request: &Request) -> azure_core::Result<AsyncRawResponse> {
        let Body::Bytes(body) = request.body() else {
            panic!("no body of these tests is a stream");
        };
        let token = request
            .headers()
            .iter()
            .any(|(name, _)| name.as_str() == "authorization");
        let body = String::from_utf8(body.to_vec()).unwrap();
        self.requests
            .lock()
            .unwrap()
            .push((request.method(), token, body));
        let outcome = self.outcomes.lock().unwrap().pop_front();
        let mut headers = Headers::new();
        match outcome.expect("a request came after the script's end") {
            Answered(status, body) => {
                Ok(AsyncRawResponse::from_bytes(status.into(), headers, body))
            }
            Challenged => {
                let challenge = r#"Bearer resource="https://example""#;
                headers.insert(WWW_AUTHENTICATE, challenge);
                Ok(AsyncRawResponse::from_bytes(401.into(), headers, ""))
            }
            NoConnection => Err(ErrorKind::Connection.into()),
            BrokenOff => {
                let cause = io::Error::new(io::ErrorKind::ConnectionReset, "reset by the peer");
                Err(Error::with_error(ErrorKind::Io, cause, "no answer"))
            }
        }
    }
}

fn connection(options: ClientOptions) -> Connection {
    let scope = "https://h.example/.default";
    Connection::with_scope(
        package!(),
        "https://h.example",
        scope,
        credential(),
        options,
    )
    .unwrap()
}

async fn send(connection: &Connection, method: Method) -> azure_core::Result<()> {
    send_with(connection, method, Context::new()).await
}

async fn send_with(
    connection: &Connection,
    method: Method,
    context: Context<'_>,
) -> azure_core::Result<()> {
    let mut request = connection.request("Thing_Do", method, "/things/a");
    if method != Method::Get {
        request.json("{}".into());
    }
    let options = ClientMethodOptions { context };
    request.send(&[200], &options).await.map(drop)
}

/// What a request of `method` ends with, and how many were sent.
async fn ending(
    method: Method,
    outcomes: impl IntoIterator<Item = Outcome>,
) -> (azure_core::Result<()>, usize) {
    let script = Script::new(outcomes);
    let result = send(&connection(script.options()), method).await;
    (result, script.count())
}

#[tokio::test]
async fn what_is_sent_again() {
    let table = [
        (Answered(408, ""), true),
        (Answered(429, ""), true),
        (Answered(503, ""), true),
        (NoConnection, true),
        (Answered(500, ""), false),
        (Answered(502, ""), false),
        (Answered(504, ""), false),
        (BrokenOff, false),
    ];
    let cases = table.iter().flat_map(|(outcome, not_carried_out)| {
        METHODS.map(|method| async move {
            let (result, requests) = ending(method, [outcome.clone(), Answered(200, "")]).await;
            let acts = matches!(method, Method::Post | Method::Patch);
            let again = *not_carried_out || !acts;
            let told = format!("{method} after {outcome:?}");
            assert_eq!(requests, if again { 2 } else { 1 }, "{told}");
            assert_eq!(result.is_ok(), again, "{told}");
        })
    });
    // All at once: azure_core adds up to 256 milliseconds to each wait.
    join_all(cases).await;
}

#[tokio::test]
async fn what_may_be_carried_out_twice_is_sent_again_after_any_failure() {
    let outcomes = [
        Answered(500, ""),
        Answered(502, ""),
        Answered(504, ""),
        BrokenOff,
    ];
    let cases = outcomes.iter().flat_map(|outcome| {
        [Method::Post, Method::Patch].map(|method| async move {
            let script = Script::new([outcome.clone(), Answered(200, "")]);
            let context = Context::new().with_value(Repeatable);
            let result = send_with(&connection(script.options()), method, context).await;
            let told = format!("{method} after {outcome:?}");
            assert_eq!(script.count(), 2, "{told}");
            assert!(result.is_ok(), "{told}: {result:?}");
        })
    });
    join_all(cases).await;
}

#[tokio::test]
async fn tries_that_were_not_carried_out_do_not_count_as_the_only_one() {
    let outcomes = [
        NoConnection,
        Answered(429, ""),
        Answered(500, ""),
        Answered(200, ""),
    ];
    let (result, requests) = ending(Method::Post, outcomes).await;
    assert_eq!(result.unwrap_err().http_status(), Some(500.into()));
    assert_eq!(requests, 3);
}

#[tokio::test]
async fn an_answer_that_ends_the_tries_is_the_same_error_as_any_other() {
    let bodies = [
        "",
        "<html>",
        r#"{"error":{"code":"C","message":"m \"q\""}}"#,
    ];
    let cases = [500, 501, 502, 504, 599].map(|status| bodies.map(|body| (status, body)));
    let cases = cases
        .into_iter()
        .flatten()
        .map(|(status, body)| async move {
            let (post, _) = ending(Method::Post, [Answered(status, body)]).await;
            let (get, _) = ending(Method::Get, vec![Answered(status, body); 4]).await;
            let (post, get) = (post.unwrap_err(), get.unwrap_err());
            assert_eq!(post.kind(), get.kind());
            assert_eq!(post.to_string(), get.to_string());
            assert!(post.source().is_none(), "{post:?}");
            let problem = service_error(&post).unwrap();
            assert_eq!(&**problem.response().body(), body.as_bytes());
        });
    join_all(cases).await;
}

#[tokio::test]
async fn an_exchange_that_broke_off_says_what_happened() {
    let (result, _) = ending(Method::Patch, [BrokenOff]).await;
    let error = result.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Io);
    assert_eq!(
        error.to_string(),
        "no whole answer to PATCH came, and it is not sent again because the service may have acted on it: \
         no answer: reset by the peer"
    );
    let mut cause = error.source();
    while let Some(inner) = cause.filter(|cause| !cause.is::<io::Error>()) {
        cause = inner.source();
    }
    let cause = cause.and_then(|cause| cause.downcast_ref::<io::Error>());
    assert_eq!(cause.unwrap().kind(), io::ErrorKind::ConnectionReset);
}

/// A policy of an application that puts its own words around errors.
#[derive(Debug)]
struct Explaining;

#[async_trait]
impl Policy for Explaining {
    async fn send(
        &self,
        ctx: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let result = next[0].send(ctx, request, &next[1..]).await;
        result.map_err(|error| error.with_context("calling the thing"))
    }
}

#[tokio::test]
async fn policies_that_wrap_errors_do_not_hide_the_answer() {
    let script = Script::new([Answered(500, r#"{"code":"C"}"#), BrokenOff]);
    let mut options = script.options();
    options.per_call_policies.push(Arc::new(Explaining));
    let connection = connection(options);
    let error = send(&connection, Method::Post).await.unwrap_err();
    assert_eq!(error.to_string(), "500 C");
    let error = send(&connection, Method::Post).await.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Io);
}

fn challenged(outcomes: impl IntoIterator<Item = Outcome>) -> (Arc<Script>, Connection) {
    let script = Script::new(outcomes);
    let options = script.options();
    let connection =
        Connection::with_challenge(package!(), "https://h.example", credential(), options).unwrap();
    (script, connection)
}

fn naked() -> (Method, bool, String) {
    (Method::Post, false, String::new())
}

fn whole() -> (Method, bool, String) {
    (Method::Post, true, "{}".to_owned())
}

#[tokio::test]
async fn a_challenge_is_answered_with_the_same_post() {
    let (script, connection) = challenged([Challenged, Challenged, Answered(200, "")]);
    send(&connection, Method::Post).await.unwrap();
    assert_eq!(script.requests(), [naked(), whole(), whole()]);
}

#[tokio::test]
async fn the_question_for_the_audience_may_be_repeated_but_not_the_post() {
    let (script, connection) = challenged([
        Answered(500, ""),
        BrokenOff,
        Challenged,
        Answered(500, ""),
        Answered(200, ""),
    ]);
    let error = send(&connection, Method::Post).await.unwrap_err();
    assert_eq!(error.http_status(), Some(500.into()));
    assert_eq!(script.requests(), [naked(), naked(), naked(), whole()]);
}

#[tokio::test]
async fn lists_and_operations_follow_the_rule_too() {
    let script = Script::new([Answered(500, ""), Answered(500, ""), Answered(200, "{}")]);
    let connection = connection(script.options());
    let list = connection.request("Thing_List", Method::Post, "/things");
    let pager: Pager<ThingCollection> = list.pages(&[200], &[], Default::default()).unwrap();
    let error = pager.try_collect::<Vec<_>>().await.unwrap_err();
    assert_eq!((error.http_status(), script.count()), (Some(500.into()), 1));

    let start = |method| -> Poller<OperationStatus<()>> {
        let start = connection.request("Thing_Do", method, "/things/a");
        let (success, via) = (&[200], FinalState::Default);
        start.poll(success, via, PollerOptions::default()).unwrap()
    };
    let error = start(Method::Post).await.unwrap_err();
    assert_eq!((error.http_status(), script.count()), (Some(500.into()), 2));
    start(Method::Put).await.unwrap();
}
