//! Where the result of a long-running operation of Azure Resource Manager is: every method, everything that can be polled,
//! every final state.

mod common;

use armature_runtime::FinalState::{
    self, AzureAsyncOperation, Default, Location, OperationLocation, OperationResult, OriginalUri,
};
use armature_runtime::testing::MockResponse;
use azure_core::http::Method::{self, Delete, Patch, Post, Put};
use common::operation::{LOCATION, MONITOR, ORIGINAL, answer, name, resource};

/// What the first answer names.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Named {
    Both,
    MonitorAlone,
    LocationAlone,
    Nothing,
}

use Named::{Both, LocationAlone, MonitorAlone, Nothing};

const METHODS: [Method; 4] = [Put, Patch, Post, Delete];
const FINAL_STATES: [FinalState; 6] = [
    Default,
    AzureAsyncOperation,
    Location,
    OriginalUri,
    OperationLocation,
    OperationResult,
];

/// The URLs that are asked after the first request. The state is asked for once in progress and once done.
fn expected(method: Method, named: Named, via: FinalState) -> Vec<&'static str> {
    let is_update = matches!(method, Put | Patch);
    let (asked, result) = match (named, via) {
        // The last answer is the result.
        (LocationAlone, _) => (LOCATION, None),
        (Nothing, _) => (ORIGINAL, None),
        (_, AzureAsyncOperation | OperationLocation | OperationResult) => (MONITOR, None),
        (_, OriginalUri) => (MONITOR, Some(ORIGINAL)),
        (Both, Location) => (MONITOR, Some(LOCATION)),
        // A location that never came counts as undeclared.
        (MonitorAlone, Location | Default) if is_update => (MONITOR, Some(ORIGINAL)),
        (MonitorAlone, Location | Default) => (MONITOR, None),
        (Both, Default) if is_update => (MONITOR, Some(ORIGINAL)),
        (Both, Default) => (MONITOR, Some(LOCATION)),
    };
    [asked, asked].into_iter().chain(result).collect()
}

fn script(method: Method, named: Named, has_result: bool) -> Vec<MockResponse> {
    let start = answer(202, "");
    let with = |name: &str, url: &str, start: MockResponse| start.header(name, url);
    let start = match named {
        Both => with(
            "location",
            LOCATION,
            with("Operation-Location", MONITOR, start),
        ),
        MonitorAlone => with("Azure-AsyncOperation", MONITOR, start),
        LocationAlone => with("location", LOCATION, start),
        Nothing => start,
    };
    let last = match (method, named) {
        // A deletion that is asked at its own URL is done when nothing is there.
        (Delete, Nothing) => 404,
        _ => 200,
    };
    let last = answer(last, r#"{"status":"Succeeded","name":"last"}"#);
    let mut script = vec![start];
    script.push(match named {
        Both | MonitorAlone => answer(200, r#"{"status":"Running"}"#),
        LocationAlone => answer(202, ""),
        Nothing => answer(200, &resource("Updating")),
    });
    script.push(last);
    script.extend(has_result.then(|| answer(200, r#"{"name":"fetched"}"#)));
    script
}

#[tokio::test]
async fn every_row_of_the_table() {
    for method in METHODS {
        for named in [Both, MonitorAlone, LocationAlone, Nothing] {
            for via in FINAL_STATES {
                // The URL of an action is no resource: it is not polled.
                if (method, named) == (Post, Nothing) {
                    continue;
                }
                let expected = expected(method, named, via);
                let is_fetched = expected.len() == 3;
                let (found, urls) = name(method, via, script(method, named, is_fetched)).await;
                let row = format!("{method} {named:?} {via:?}");
                assert_eq!(urls, expected, "{row}");
                assert_eq!(found, if is_fetched { "fetched" } else { "last" }, "{row}");
            }
        }
    }
}

#[tokio::test]
async fn an_action_that_names_nothing_to_ask_is_done() {
    for via in FINAL_STATES {
        let first = answer(200, r#"{"name":"first"}"#);
        assert_eq!(name(Post, via, [first]).await, ("first".to_owned(), vec![]));
    }
}

#[tokio::test]
async fn the_result_inside_of_the_monitor() {
    let start = || answer(202, "").header("Operation-Location", MONITOR);
    let inside = r#"{"status":"Succeeded","name":"monitor","result":{"name":"inside"}}"#;
    let without = r#"{"status":"Succeeded","name":"monitor","result":null}"#;
    for (via, body, expected) in [
        (OperationResult, inside, "inside"),
        (OperationResult, without, "monitor"),
        (OperationLocation, inside, "monitor"),
        (AzureAsyncOperation, inside, "monitor"),
    ] {
        let (found, urls) = name(Post, via, [start(), answer(200, body)]).await;
        assert_eq!(
            (found.as_str(), &*urls),
            (expected, &[MONITOR.to_owned()][..])
        );
    }
    // What is no monitor has no result inside.
    let (found, _) = name(Put, OperationResult, [answer(200, inside)]).await;
    assert_eq!(found, "monitor");
}
