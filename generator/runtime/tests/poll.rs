//! Long-running operations that succeed, each as a script of answers: which requests go out, what comes back.

mod common;

use armature_runtime::FinalState;
use armature_runtime::testing::MockTransport;
use azure_core::http::Method;
use azure_core::http::poller::{PollerStatus, StatusMonitor};
use azure_core::{Bytes, Value};
use common::Thing;
use common::operation::{
    LOCATION, MONITOR, ORIGINAL, answer, begin, error, name, resource, run, state,
};
use futures::TryStreamExt;

#[tokio::test]
async fn done_at_once() {
    for body in [
        r#"{"name":"n"}"#,
        r#"{"name":"n","properties":{}}"#,
        r#"{"name":"n","properties":{"provisioningState":"succeeded"}}"#,
    ] {
        for status in [200, 201] {
            assert_eq!(
                name(Method::Put, FinalState::Default, [answer(status, body)]).await,
                ("n".to_owned(), vec![])
            );
        }
    }
    assert!(
        run::<()>(Method::Delete, FinalState::Default, [answer(204, "")])
            .await
            .0
            .is_ok()
    );
}

#[tokio::test]
async fn a_monitor_then_the_resource_for_put_and_patch() {
    for (method, status) in [(Method::Put, 201), (Method::Put, 200), (Method::Patch, 202)] {
        let script = [
            answer(status, &resource("Succeeded")).header("Azure-AsyncOperation", MONITOR),
            state("InProgress"),
            state("Moving"),
            state("SUCCEEDED"),
            answer(200, r#"{"name":"final"}"#),
        ];
        let expected = [MONITOR, MONITOR, MONITOR, ORIGINAL]
            .map(str::to_owned)
            .to_vec();
        assert_eq!(
            name(method, FinalState::Default, script).await,
            ("final".to_owned(), expected)
        );
    }
}

/// Not even to the URL that it names: that is one of another host, to which no request goes.
#[tokio::test]
async fn an_update_that_is_answered_with_its_result_asks_nobody() {
    let elsewhere = "https://elsewhere.example/monitor";
    let answered =
        |status, state| answer(status, &resource(state)).header("Azure-AsyncOperation", elsewhere);
    let (found, urls) = name(
        Method::Patch,
        FinalState::Default,
        [answered(200, "Succeeded")],
    )
    .await;
    assert_eq!((found.as_str(), urls.len()), ("a", 0));
    for (method, status, state) in [
        (Method::Patch, 200, "Updating"),
        (Method::Patch, 202, "Succeeded"),
        (Method::Put, 200, "Succeeded"),
    ] {
        let script = [answered(status, state)];
        let (result, _) = run::<()>(method, FinalState::Default, script).await;
        let error = result.unwrap_err().to_string();
        assert!(error.contains("elsewhere.example"), "{error}");
    }
}

#[tokio::test]
async fn the_final_state_decides_where_the_result_is() {
    use FinalState::{AzureAsyncOperation, Default, Location, OperationLocation, OriginalUri};
    for (method, via, from) in [
        (Method::Post, Default, LOCATION),
        (Method::Delete, Default, LOCATION),
        (Method::Put, Default, ORIGINAL),
        (Method::Put, Location, LOCATION),
        (Method::Post, OriginalUri, ORIGINAL),
        (Method::Put, AzureAsyncOperation, "monitor"),
        (Method::Post, OperationLocation, "monitor"),
    ] {
        let mut script = vec![
            answer(202, "")
                .header("Operation-Location", MONITOR)
                .header("Location", LOCATION),
            answer(200, r#"{"status":"Succeeded","name":"monitor"}"#),
        ];
        let mut expected = vec![MONITOR.to_owned()];
        if from != "monitor" {
            script.push(answer(200, &format!("{{\"name\":\"{from}\"}}")));
            expected.push(from.to_owned());
        }
        assert_eq!(
            name(method, via, script).await,
            (from.to_owned(), expected),
            "{method} {via:?}"
        );
    }
}

#[tokio::test]
async fn a_location_that_never_came() {
    let start = || answer(202, "").header("Azure-AsyncOperation", MONITOR);
    let done = || answer(200, r#"{"status":"Succeeded","name":"monitor"}"#);
    for via in [FinalState::Location, FinalState::Default] {
        let (found, _) = name(Method::Post, via, [start(), done()]).await;
        assert_eq!(found, "monitor");
        let (found, urls) = name(
            Method::Put,
            via,
            [start(), done(), answer(200, r#"{"name":"a"}"#)],
        )
        .await;
        assert_eq!((found.as_str(), urls[1].as_str()), ("a", ORIGINAL));
    }
}

#[tokio::test]
async fn location_is_polled_until_it_is_not_202() {
    let other = "https://h.example/other";
    let script = [
        answer(202, "").header("location", LOCATION),
        answer(202, ""),
        answer(202, "").header("location", other),
        answer(
            200,
            r#"{"name":"n","properties":{"provisioningState":"Succeeded"}}"#,
        ),
    ];
    let expected = [LOCATION, LOCATION, other].map(str::to_owned).to_vec();
    for via in [
        FinalState::Default,
        FinalState::Location,
        FinalState::OriginalUri,
    ] {
        assert_eq!(
            name(Method::Post, via, script.clone()).await,
            ("n".to_owned(), expected.clone())
        );
    }
}

#[tokio::test]
async fn a_newer_monitor_replaces_the_older() {
    let newer = "https://h.example/newer";
    let script = [
        answer(202, "")
            .header("Azure-AsyncOperation", MONITOR)
            .header("Operation-Location", "https://h.example/unused"),
        state("Running").header("azure-asyncoperation", newer),
        state("Succeeded"),
    ];
    let (_, urls) = run::<()>(Method::Post, FinalState::Default, script).await;
    assert_eq!(urls, [MONITOR, newer]);
}

#[tokio::test]
async fn without_a_header_the_resource_is_polled() {
    for first in [
        answer(201, &resource("Creating")),
        answer(200, &resource("Updating")),
        answer(202, ""),
    ] {
        let script = [
            first,
            answer(200, &resource("Updating")),
            answer(202, ""),
            answer(200, &resource("Succeeded")),
        ];
        let (found, urls) = name(Method::Put, FinalState::Default, script).await;
        assert_eq!(found, "a");
        assert_eq!(urls, [ORIGINAL; 3]);
    }
    // No state means that nothing goes on.
    let (found, _) = name(
        Method::Put,
        FinalState::Default,
        [answer(202, ""), answer(200, r#"{"name":"n"}"#)],
    )
    .await;
    assert_eq!(found, "n");
}

#[tokio::test]
async fn relative_polling_urls() {
    let script = [
        answer(202, "").header("location", "/operations/1?x"),
        answer(202, "").header("location", "2"),
        answer(200, "{}"),
    ];
    let (_, urls) = run::<Thing>(Method::Post, FinalState::Default, script).await;
    assert_eq!(
        urls,
        [
            "https://h.example/operations/1?x",
            "https://h.example/operations/2"
        ]
    );
}

#[tokio::test]
async fn a_deletion_without_a_result_fetches_nothing() {
    let start = || {
        answer(202, "")
            .header("Azure-AsyncOperation", MONITOR)
            .header("Location", LOCATION)
    };
    for via in [
        FinalState::Default,
        FinalState::Location,
        FinalState::OriginalUri,
        FinalState::AzureAsyncOperation,
    ] {
        let (result, urls) = run::<()>(
            Method::Delete,
            via,
            [start(), state("Deleting"), state("Succeeded")],
        )
        .await;
        assert!(result.is_ok());
        assert_eq!(urls, [MONITOR, MONITOR]);
    }
    let (result, urls) = run::<()>(
        Method::Delete,
        FinalState::Location,
        [
            answer(202, "").header("location", LOCATION),
            answer(202, ""),
            answer(204, ""),
        ],
    )
    .await;
    assert_eq!(result.unwrap().status(), 204);
    assert_eq!(urls, [LOCATION, LOCATION]);
}

#[tokio::test]
async fn a_deleted_resource_that_is_gone_is_deleted() {
    let gone = || {
        answer(
            404,
            r#"{"error":{"code":"ResourceNotFound","message":"gone"}}"#,
        )
    };
    let (result, urls) = run::<()>(
        Method::Delete,
        FinalState::Default,
        [answer(202, ""), answer(200, &resource("Deleting")), gone()],
    )
    .await;
    assert!(result.is_ok());
    assert_eq!(urls, [ORIGINAL, ORIGINAL]);
    // Anywhere else it is an error.
    assert_eq!(
        error(Method::Put, [answer(202, ""), gone()])
            .await
            .http_status(),
        Some(404.into())
    );
    let at_location = [answer(202, "").header("location", LOCATION), gone()];
    assert_eq!(
        error(Method::Delete, at_location).await.http_status(),
        Some(404.into())
    );
}

#[tokio::test]
async fn an_action_without_a_polling_url_is_done() {
    let (result, urls) = run::<()>(Method::Post, FinalState::Default, [answer(202, "")]).await;
    assert!(result.is_ok() && urls.is_empty());
}

#[tokio::test]
async fn states_can_be_watched_before_the_result_is_taken() {
    let mock = MockTransport::answering([
        answer(201, &resource("Creating")).header("Azure-AsyncOperation", MONITOR),
        answer(
            200,
            r#"{"id":"/o/1","name":"1","status":"Moving","percentComplete":"12.5"}"#,
        ),
        state("Succeeded"),
        answer(200, r#"{"name":"n"}"#),
    ]);
    let mut poller = begin::<Thing>(&mock, Method::Put, FinalState::Default);
    let mut seen = Vec::new();
    while let Some(state) = poller.try_next().await.unwrap() {
        let state = state.into_model().unwrap();
        seen.push((state.status.clone(), state.percent_complete));
        if state.status() != PollerStatus::InProgress {
            break;
        }
    }
    let word = |word: &str| Some(word.to_owned());
    assert_eq!(
        seen,
        [
            (word("Creating"), None),
            (word("Moving"), Some(12.5)),
            (word("Succeeded"), None)
        ]
    );
    assert_eq!(poller.await.unwrap().into_model().unwrap().name, word("n"));
}

#[tokio::test]
async fn a_gone_resource_can_be_watched_too() {
    let mock = MockTransport::answering([answer(202, ""), answer(404, "")]);
    let mut poller = begin::<()>(&mock, Method::Delete, FinalState::Default);
    let mut last = PollerStatus::InProgress;
    while last == PollerStatus::InProgress {
        last = poller
            .try_next()
            .await
            .unwrap()
            .unwrap()
            .into_model()
            .unwrap()
            .status();
    }
    assert_eq!(last, PollerStatus::Succeeded);
    poller.await.unwrap();
}

#[tokio::test]
async fn results_of_other_types() {
    let script = || {
        [
            answer(202, "").header("location", LOCATION),
            answer(200, r#"[{"name":"n"}]"#),
        ]
    };
    let list = run::<Vec<Thing>>(Method::Post, FinalState::Location, script())
        .await
        .0
        .unwrap();
    assert_eq!(list.into_model().unwrap().len(), 1);
    let json = run::<Value>(Method::Post, FinalState::Location, script())
        .await
        .0
        .unwrap();
    assert_eq!(json.into_model().unwrap()[0]["name"], "n");
    let bytes = run::<Bytes>(Method::Post, FinalState::Location, script())
        .await
        .0
        .unwrap();
    assert_eq!(&**bytes.body(), br#"[{"name":"n"}]"#);
}

#[tokio::test]
async fn nothing_is_sent_before_the_poller_is_polled() {
    let mock = MockTransport::answering([]);
    drop(begin::<Thing>(&mock, Method::Put, FinalState::Default));
    assert!(mock.requests().is_empty());
}
