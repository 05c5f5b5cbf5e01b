//! Lists and operations that do not end, or go wrong on the way, on real bytes.

mod common;

use std::time::Duration;

use armature_runtime::{FinalState, OperationStatus, service_error};
use azure_core::error::{Error, ErrorKind};
use azure_core::http::poller::{PollerOptions, PollerStatus, StatusMonitor};
use azure_core::http::{Method, Pager, Poller};
use common::server::{Act, Reaction, Server, answer, ok, only};
use common::{Thing, ThingCollection};
use futures::{StreamExt, TryStreamExt};

fn things(server: &Server) -> Pager<ThingCollection> {
    let mut request = server
        .connect()
        .request("Thing_List", Method::Get, "/things");
    request.query("api-version", "1");
    let options = Default::default();
    request.pages(&[200], &["nextLink"], options).unwrap()
}

/// A page with one thing and a link to another page.
fn page(number: usize, next: usize) -> Reaction {
    ok(&format!(
        r#"{{"value":[{{"name":"{number}"}}],"nextLink":"https://h.example/base/things?page={next}"}}"#
    ))
}

/// The names of all items, and the error that ended the list.
async fn all(mut pager: Pager<ThingCollection>) -> (Vec<String>, Option<Error>) {
    let mut names = Vec::new();
    while let Some(item) = pager.next().await {
        assert!(names.len() < 1_000, "the list goes on for ever");
        match item {
            Ok(Thing { name }) => names.push(name.unwrap()),
            Err(error) => return (names, Some(error)),
        }
    }
    (names, None)
}

/// Runs a test on a stack that is too small for one frame a page.
fn on_a_small_stack(test: fn() -> futures::future::BoxFuture<'static, ()>) {
    let run = move || {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.enable_all().build().unwrap().block_on(test());
    };
    let thread = std::thread::Builder::new().stack_size(256 * 1024);
    thread.spawn(run).unwrap().join().unwrap();
}

#[test]
fn five_hundred_pages() {
    const PAGES: usize = 500;
    on_a_small_stack(|| {
        Box::pin(async {
            let server = Server::reacting(|n| match n {
                499 => ok(r#"{"value":[{"name":"499"}]}"#),
                n => page(n, n + 1),
            });
            let server = server.await;
            let (names, error) = all(things(&server)).await;
            assert!(error.is_none(), "{error:?}");
            let expected: Vec<String> = (0..PAGES).map(|number| number.to_string()).collect();
            assert_eq!(names, expected);
            assert_eq!(server.count(), PAGES);
            let last = server.received().pop().unwrap();
            assert_eq!(last.line, "GET /base/things?page=499&api-version=1");
        })
    });
}

#[tokio::test]
async fn a_page_that_links_to_itself() {
    // The first page links to the second, which links to itself.
    let server = Server::reacting(|n| page(n, 1)).await;
    let (names, error) = all(things(&server)).await;
    assert_eq!(names, ["0", "1"]);
    assert_eq!(server.count(), 2);
    let error = error.unwrap();
    assert_eq!(error.kind(), &ErrorKind::DataConversion);
    assert_eq!(
        error.to_string(),
        "Thing_List: the link to the next page leads back to a page that was read already, \
         https://h.example/base/things?page=REDACTED&api-version=1: the list has no end"
    );
}

#[tokio::test]
async fn pages_that_go_round() {
    // 0, 1, 2, 3, 4, 2, 3, 4 …
    let server = Server::reacting(|n| {
        let number = |n: usize| if n < 2 { n } else { 2 + (n - 2) % 3 };
        page(number(n), number(n + 1))
    });
    let server = server.await;
    let (names, error) = all(things(&server)).await;
    assert!(error.unwrap().to_string().contains("the list has no end"));
    assert_eq!(names[..5], ["0", "1", "2", "3", "4"]);
    assert!(server.count() <= 15, "{}", server.count());
}

#[tokio::test]
async fn a_page_that_broke_off_is_read_again() {
    let cut = only("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"value\":[");
    let last = ok(r#"{"value":[{"name":"1"}]}"#);
    let server = Server::playing([page(0, 1), cut, last]).await;
    let (names, error) = all(things(&server)).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(names, ["0", "1"]);
    assert_eq!(server.count(), 3);
}

#[tokio::test]
async fn a_page_that_stays_broken_ends_the_list_after_the_others() {
    let page_of_a_gateway = answer("502 Bad Gateway", "", "<html>");
    let server = Server::playing([page(0, 1), page(1, 2), page_of_a_gateway]).await;
    let (names, error) = all(things(&server)).await;
    assert_eq!(names, ["0", "1"]);
    assert_eq!(error.unwrap().to_string(), "502 Bad Gateway: <html>");
    assert_eq!(server.count(), 4);
}

#[tokio::test]
async fn pages_can_be_taken_before_a_broken_one() {
    let server = Server::playing([page(0, 1), ok("<html>")]).await;
    let pages = things(&server).into_pages();
    let (good, bad): (Vec<_>, Vec<_>) = pages
        .collect::<Vec<_>>()
        .await
        .into_iter()
        .partition(Result::is_ok);
    assert_eq!((good.len(), bad.len()), (1, 1));
    let error = bad.into_iter().next().unwrap().unwrap_err();
    assert_eq!(
        &**service_error(&error).unwrap().response().body(),
        b"<html>"
    );
}

/// The first answer, then states that each ask for the next at once.
fn operation(
    states: impl Fn(usize) -> Reaction + Send + Sync + 'static,
) -> impl Future<Output = Server> {
    let monitor = "Azure-AsyncOperation: https://h.example/base/monitor\r\nretry-after: 0\r\n";
    let first = answer("202 Accepted", monitor, "");
    Server::reacting(move |n| match n {
        0 => first.clone(),
        n => states(n - 1),
    })
}

fn state(word: &str) -> Reaction {
    answer(
        "200 OK",
        "retry-after: 0\r\n",
        &format!(r#"{{"status":"{word}"}}"#),
    )
}

fn begin(server: &Server, method: Method) -> Poller<OperationStatus<()>> {
    let request = server.connect().request("Thing_Do", method, "/things/a");
    let (via, options) = (FinalState::Default, PollerOptions::default());
    request.poll(&[202], via, options).unwrap()
}

/// Waits until the server has got that many requests.
async fn seen(server: &Server, requests: usize) {
    while server.count() < requests {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test]
async fn an_operation_without_an_end_ends_when_the_caller_says() {
    let server = operation(|_| state("Running")).await;
    tokio::select! {
        result = async { begin(&server, Method::Post).await } => panic!("it has ended: {result:?}"),
        () = seen(&server, 3) => {}
    }
    let started = server
        .received()
        .into_iter()
        .filter(|request| request.line.starts_with("POST"));
    assert_eq!(started.count(), 1);

    // The same while it is watched.
    let server = operation(|_| state("Running")).await;
    let mut poller = begin(&server, Method::Post);
    let watch = async { while poller.try_next().await.unwrap().is_some() {} };
    tokio::select! {
        () = watch => panic!("it has ended"),
        () = seen(&server, 3) => {}
    }
    drop(poller);
}

#[tokio::test]
async fn an_operation_whose_monitor_stays_silent_can_be_left() {
    let silence = Reaction::Read(vec![Act::Wait(Duration::from_secs(60))]);
    let server = operation(move |_| silence.clone()).await;
    let mut poller = begin(&server, Method::Put);
    let first = poller.try_next().await.unwrap().unwrap();
    assert_eq!(
        first.into_model().unwrap().status(),
        PollerStatus::InProgress
    );
    let wait = tokio::time::timeout(Duration::from_millis(200), poller.try_next());
    assert!(wait.await.is_err());
    drop(poller);
}

#[tokio::test]
async fn faults_between_two_states_are_overcome() {
    let server = operation(|n| match n {
        0 => Reaction::Read(vec![Act::Reset]),
        1 => state("Running"),
        2 => answer("500 Oops", "", ""),
        3 => answer("429 Slow", "retry-after: 0\r\n", ""),
        _ => state("Succeeded"),
    });
    let server = server.await;
    let result = begin(&server, Method::Post).await;
    // One repetition each is allowed: 500 and 429 in a row are one too many.
    assert_eq!(result.unwrap_err().http_status(), Some(429.into()));
    assert_eq!(server.count(), 5);

    let server = operation(|n| match n {
        0 => Reaction::Read(vec![Act::Reset]),
        1 => state("Running"),
        2 => answer("500 Oops", "", ""),
        _ => state("Succeeded"),
    });
    let server = server.await;
    begin(&server, Method::Post).await.unwrap();
    let lines = server.received().into_iter().map(|request| request.line);
    let lines: Vec<String> = lines.collect();
    assert_eq!(lines[0], "POST /base/things/a");
    assert_eq!(lines[1..], ["GET /base/monitor"; 4]);
}

#[tokio::test]
async fn an_operation_is_started_once_only() {
    for fault in [Reaction::ResetUnread, Reaction::Read(vec![Act::Reset])] {
        let server = Server::playing([fault, state("Succeeded")]).await;
        let error = begin(&server, Method::Post).await.unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Io);
        assert_eq!(server.count(), 1);
    }
    let busy = answer("503 Busy", "retry-after: 0\r\n", "");
    let server = Server::playing([busy, answer("202 Accepted", "", "")]).await;
    begin(&server, Method::Post).await.unwrap();
    assert_eq!(server.count(), 2);
}
