//! Lists whose first page is the result of a long-running operation: what is sent, what is sent once, what is an error.

mod common;

use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{FinalState, service_error};
use azure_core::http::pager::{PagerContinuation, PagerOptions};
use azure_core::http::{Method, Pager};
use azure_core::time::Duration;
use common::operation::{LOCATION, MONITOR, ORIGINAL, answer, state};
use common::{ThingCollection, connect};
use futures::{FutureExt, StreamExt, TryStreamExt};

const NEXT: &[&str] = &["nextLink"];
const LINK: &str = "https://h.example/base/things?page=2&api-version=1";

fn things(mock: &MockTransport, via: FinalState) -> Pager<ThingCollection> {
    begun(mock, via, None, PagerOptions::default()).unwrap()
}

fn begun(
    mock: &MockTransport,
    via: FinalState,
    frequency: Option<Duration>,
    options: PagerOptions<'_>,
) -> azure_core::Result<Pager<ThingCollection>> {
    let mut request = connect(mock).request("Thing_Find", Method::Post, "/things/a");
    request.query("api-version", "1");
    request.header("x-kept", "yes");
    request.json("{}".into());
    request.poll_pages(&[200, 202], via, NEXT, frequency, options)
}

fn page(name: &str, next_link: Option<&str>) -> MockResponse {
    let link = next_link.map(|link| format!(",\"nextLink\":\"{link}\""));
    let link = link.unwrap_or_default();
    answer(
        200,
        &format!("{{\"value\":[{{\"name\":\"{name}\"}}]{link}}}"),
    )
}

fn accepted() -> MockResponse {
    answer(202, "").header("location", LOCATION)
}

async fn names(pager: Pager<ThingCollection>) -> azure_core::Result<Vec<String>> {
    pager
        .map_ok(|thing| thing.name.unwrap_or_default())
        .try_collect()
        .await
}

/// The requests as method and URL.
fn sent(mock: &MockTransport) -> Vec<(Method, String)> {
    let requests = mock.requests();
    let sent = requests.iter().map(|one| (one.method, one.url.to_string()));
    sent.collect()
}

fn expected(further: &[&str]) -> Vec<(Method, String)> {
    let further = further.iter().map(|url| (Method::Get, (*url).to_owned()));
    [(Method::Post, ORIGINAL.to_owned())]
        .into_iter()
        .chain(further)
        .collect()
}

#[tokio::test]
async fn the_operation_is_awaited_and_its_result_goes_on() {
    let mock = MockTransport::answering([
        accepted(),
        answer(202, ""),
        page("a", Some("/base/things?page=2")),
        page("b", None),
    ]);
    let found = names(things(&mock, FinalState::Location)).await.unwrap();
    assert_eq!(found, ["a", "b"]);
    assert_eq!(sent(&mock), expected(&[LOCATION, LOCATION, LINK]));
    let last = &mock.requests()[3];
    assert_eq!(
        (last.header("x-kept"), last.header("content-type")),
        (Some("yes"), None)
    );
}

#[tokio::test]
async fn the_result_is_where_the_final_state_says() {
    for (via, at, link) in [
        (
            FinalState::Location,
            Some(LOCATION),
            "https://h.example/n?page=2",
        ),
        (
            FinalState::OriginalUri,
            Some(ORIGINAL),
            "https://h.example/base/things/n?page=2",
        ),
        (
            FinalState::AzureAsyncOperation,
            None,
            "https://h.example/n?page=2",
        ),
        (
            FinalState::OperationResult,
            None,
            "https://h.example/n?page=2",
        ),
    ] {
        let list = r#"{"value":[{"name":"a"}],"nextLink":"n?page=2"}"#;
        let monitor = match via {
            FinalState::OperationResult => format!(r#"{{"status":"Succeeded","result":{list}}}"#),
            _ => list.replacen('{', r#"{"status":"Succeeded","#, 1),
        };
        let mut script = vec![
            accepted().header("Azure-AsyncOperation", MONITOR),
            state("Running"),
            answer(200, &monitor),
        ];
        script.extend(at.map(|_| answer(200, list)));
        script.push(page("b", None));
        let mock = MockTransport::answering(script);
        assert_eq!(names(things(&mock, via)).await.unwrap(), ["a", "b"]);
        // A relative link is relative to where the result was.
        let link = format!("{link}&api-version=1");
        let further = [Some(MONITOR), Some(MONITOR), at, Some(&link)];
        let further: Vec<&str> = further.into_iter().flatten().collect();
        assert_eq!(sent(&mock), expected(&further), "{via:?}");
    }
}

#[tokio::test]
async fn an_operation_that_is_done_at_once() {
    for (script, found) in [
        (vec![page("a", None)], vec!["a"]),
        (vec![page("a", Some(LINK)), page("b", None)], vec!["a", "b"]),
        (vec![answer(200, "{}")], vec![]),
    ] {
        let mock = MockTransport::answering(script);
        assert_eq!(
            names(things(&mock, FinalState::Location)).await.unwrap(),
            found
        );
        assert_eq!(mock.answers_left(), 0);
    }
}

#[tokio::test]
async fn nothing_is_sent_before_a_page_is_asked_for() {
    let mock = MockTransport::answering([]);
    drop(things(&mock, FinalState::Location));
    assert!(mock.requests().is_empty());
}

#[tokio::test]
async fn a_failed_operation_is_the_service_s_error() {
    let failed = r#"{"status":"Failed","error":{"code":"Conflict","message":"in use"}}"#;
    let mock = MockTransport::answering([
        answer(202, "").header("Azure-AsyncOperation", MONITOR),
        answer(200, failed),
    ]);
    let mut pager = things(&mock, FinalState::Location);
    let error = pager.next().await.unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "Thing_Find ended as Failed: Conflict: in use"
    );
    assert_eq!(
        service_error(&error).unwrap().code.as_deref(),
        Some("Conflict")
    );
    assert!(pager.next().await.is_none());
}

#[tokio::test]
async fn an_accepted_operation_that_nobody_can_be_asked_about_has_no_pages() {
    let mock = MockTransport::answering([answer(202, "")]);
    let error = names(things(&mock, FinalState::Location))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "Thing_Find: 202 without a body is no page"
    );
    // Neither is such an answer to a link.
    let mock = MockTransport::answering([page("a", Some(LINK)), answer(202, "")]);
    let mut pager = things(&mock, FinalState::Location);
    assert!(pager.next().await.unwrap().is_ok());
    assert!(pager.next().await.unwrap().is_err());
}

#[tokio::test]
async fn a_continuation_starts_no_operation() {
    for text in [LINK, "https://h.example/base/things?page=2"] {
        let mock = MockTransport::answering([page("b", None)]);
        let options = PagerOptions {
            continuation: Some(PagerContinuation::Token(text.to_owned())),
            ..PagerOptions::default()
        };
        let pager = begun(&mock, FinalState::Location, None, options).unwrap();
        assert_eq!(names(pager).await.unwrap(), ["b"]);
        assert_eq!(sent(&mock), [(Method::Get, LINK.to_owned())]);
    }
}

#[tokio::test]
async fn pages_after_items_start_no_second_operation() {
    let mock = MockTransport::answering([accepted(), page("a", Some(LINK)), page("b", None)]);
    let mut pager = things(&mock, FinalState::Location);
    pager.next().await.unwrap().unwrap();
    let pages: Vec<_> = pager.into_pages().try_collect().await.unwrap();
    assert_eq!(pages.len(), 2);
    assert_eq!(sent(&mock), expected(&[LOCATION, LINK]));
}

#[tokio::test]
async fn an_operation_whose_wait_was_broken_off_is_asked_further() {
    // An error ends the first wait; the operation goes on all the same.
    let mock = MockTransport::answering([
        answer(202, "").header("Azure-AsyncOperation", MONITOR),
        MockResponse::json(400, "{}"),
        state("Succeeded").header("location", LOCATION),
        page("a", None),
    ]);
    let mut pager = things(&mock, FinalState::Location);
    assert!(pager.next().await.unwrap().is_err());
    let pages: Vec<_> = pager.into_pages().try_collect().await.unwrap();
    assert_eq!(pages.len(), 1);
    assert_eq!(sent(&mock), expected(&[MONITOR, MONITOR, LOCATION]));
}

#[tokio::test]
async fn an_operation_that_is_dropped_while_it_waits_is_asked_further() {
    let mock = MockTransport::answering([
        MockResponse::empty(202)
            .header("location", LOCATION)
            .header("retry-after", "600"),
        page("a", None),
    ]);
    let mut pager = things(&mock, FinalState::Location);
    assert!(pager.next().now_or_never().is_none());
    let pages: Vec<_> = pager.into_pages().try_collect().await.unwrap();
    assert_eq!(pages.len(), 1);
    assert_eq!(sent(&mock), expected(&[LOCATION]));
}

#[tokio::test]
async fn an_operation_that_was_sent_without_a_known_answer_is_not_sent_again() {
    let mock = MockTransport::answering([MockResponse::json(409, "{}"), page("a", None)]);
    let mut pager = things(&mock, FinalState::Location);
    assert!(pager.next().await.unwrap().is_err());
    let error = pager.into_pages().next().await.unwrap().unwrap_err();
    assert!(
        error.to_string().contains("it is not sent again"),
        "{error}"
    );
    assert_eq!(mock.requests().len(), 1);
}

#[tokio::test]
async fn links_elsewhere_and_links_that_go_round() {
    let mock = MockTransport::answering([accepted(), page("a", Some("https://evil.example/x"))]);
    let error = names(things(&mock, FinalState::Location))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("access token"), "{error}");

    let at_location = format!("{LOCATION}&api-version=1");
    let first = || answer(202, "").header("location", at_location.clone());
    let mock = MockTransport::answering([first(), page("a", Some(&at_location))]);
    let error = names(things(&mock, FinalState::Location))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("the list has no end"), "{error}");
}

#[tokio::test]
async fn the_frequency_is_that_of_a_poller() {
    let mock = MockTransport::answering([]);
    let options = PagerOptions::default();
    let error = begun(&mock, FinalState::Location, Some(Duration::ZERO), options).unwrap_err();
    assert!(error.to_string().contains("at least one second"), "{error}");

    // It counts where the service says nothing.
    let mock = MockTransport::answering([
        MockResponse::empty(202).header("location", LOCATION),
        page("a", None),
    ]);
    let second = Some(Duration::seconds(1));
    let pager = begun(&mock, FinalState::Location, second, PagerOptions::default());
    assert_eq!(names(pager.unwrap()).await.unwrap(), ["a"]);
}
