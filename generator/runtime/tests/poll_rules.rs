//! The rules of Azure Resource Manager's long-running operations that are easily broken, one a test; and what an earlier
//! generator of Azure clients had wrong.

mod common;

use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{CompleteWithin, FinalState, StillRunning, service_error};
use azure_core::http::poller::PollerOptions;
use azure_core::http::{ClientMethodOptions, Method};
use azure_core::time::Duration;
use common::operation::{
    LOCATION, MONITOR, ORIGINAL, answer, begin, error, name, resource, run, state,
};
use common::{Thing, connect};

const NEWER: &str = "https://h.example/newer?b=2&a=1";

#[tokio::test]
async fn an_earlier_header_is_asked_before_a_later_one() {
    let names = ["azure-asyncoperation", "operation-location", "location"];
    let url = |name: &str| format!("https://h.example/{name}");
    for first in 0..names.len() {
        let start = names[first..]
            .iter()
            .fold(answer(202, ""), |start, name| start.header(name, url(name)));
        let (_, urls) = run::<()>(
            Method::Put,
            FinalState::Default,
            [start, state("Succeeded")],
        )
        .await;
        assert_eq!(urls, [url(names[first])]);
    }
}

#[tokio::test]
async fn a_newer_location_replaces_the_older_for_the_result_too() {
    let script = [
        answer(202, "")
            .header("Azure-AsyncOperation", MONITOR)
            .header("Location", LOCATION),
        state("Running").header("location", NEWER),
        state("Succeeded"),
        answer(200, r#"{"name":"n"}"#),
    ];
    let (found, urls) = name(Method::Post, FinalState::Location, script).await;
    assert_eq!(found, "n");
    assert_eq!(urls, [MONITOR, MONITOR, NEWER]);
    // The last answer counts, too.
    let script = [
        answer(202, "").header("Azure-AsyncOperation", MONITOR),
        state("Succeeded").header("location", NEWER),
        answer(200, r#"{"name":"n"}"#),
    ];
    let (_, urls) = name(Method::Post, FinalState::Location, script).await;
    assert_eq!(urls, [MONITOR, NEWER]);
}

#[tokio::test]
async fn a_header_that_comes_late_is_followed() {
    let script = [
        answer(201, &resource("Creating")),
        answer(200, &resource("Creating")).header("location", LOCATION),
        answer(202, "").header("azure-asyncoperation", MONITOR),
        state("Succeeded"),
        answer(200, r#"{"name":"n"}"#),
    ];
    let (_, urls) = name(Method::Put, FinalState::Default, script).await;
    assert_eq!(urls, [ORIGINAL, LOCATION, MONITOR, ORIGINAL]);
}

#[tokio::test]
async fn the_polling_url_goes_out_as_it_came() {
    for url in [
        "https://h.example/a%2Fb/?t=%7E+%20x&api-version=2000&empty=&flag",
        "https://h.example/no-version",
    ] {
        let start = answer(202, "").header("location", url);
        let (_, urls) =
            run::<()>(Method::Post, FinalState::Default, [start, answer(200, "")]).await;
        assert_eq!(urls, [url]);
    }
}

#[tokio::test]
async fn a_relative_url_is_relative_to_the_request_that_was_answered() {
    let script = [
        answer(202, "").header("location", "b/c?x=1"),
        answer(202, "").header("location", "?x=2"),
        answer(202, "").header("location", "//h.example/d"),
        answer(204, ""),
    ];
    let (_, urls) = run::<()>(Method::Delete, FinalState::Default, script).await;
    assert_eq!(
        urls,
        [
            "https://h.example/base/things/b/c?x=1",
            "https://h.example/base/things/b/c?x=2",
            "https://h.example/d"
        ]
    );
}

#[tokio::test]
async fn an_empty_header_is_none() {
    let start = answer(201, &resource("Creating"))
        .header("azure-asyncoperation", " ")
        .header("location", "");
    let script = [start, answer(200, &resource("Succeeded"))];
    assert_eq!(
        name(Method::Put, FinalState::Default, script).await.1,
        [ORIGINAL]
    );
}

#[tokio::test]
async fn at_location_202_is_in_progress_and_other_answers_without_a_state_are_the_end() {
    for (status, body) in [
        (200, resource("Succeeded")),
        (201, r#"{"properties":{}}"#.to_owned()),
        (200, "[]".to_owned()),
        (200, String::new()),
        (200, r#"{"status":"Failed"}"#.to_owned()),
        (204, String::new()),
    ] {
        let start = answer(202, "").header("location", LOCATION);
        let script = [
            start,
            answer(202, &resource("Failed")),
            answer(status, &body),
        ];
        let (result, urls) = run::<()>(Method::Delete, FinalState::Default, script).await;
        assert_eq!(u16::from(result.unwrap().status()), status);
        assert_eq!(urls, [LOCATION, LOCATION]);
    }
}

#[tokio::test]
async fn a_header_makes_201_go_on_whatever_the_body_says() {
    for word in ["Succeeded", "Failed", "Updating"] {
        for header in ["location", "azure-asyncoperation"] {
            let start = answer(201, &resource(word)).header(header, MONITOR);
            let last = answer(200, r#"{"status":"Succeeded"}"#);
            let (_, urls) = run::<()>(Method::Put, FinalState::Default, [start, last]).await;
            assert_eq!(urls, [MONITOR], "{word} {header}");
        }
    }
}

#[tokio::test]
async fn words_of_a_monitor_are_read_in_any_case_and_unknown_ones_go_on() {
    let start = || answer(202, "").header("Azure-AsyncOperation", MONITOR);
    let script = [
        start(),
        state("inprogress"),
        state("Accepted"),
        state("successful"),
        state("sUCCEEDED"),
    ];
    let (result, urls) = run::<()>(Method::Post, FinalState::Default, script).await;
    assert!(result.is_ok());
    assert_eq!(urls.len(), 4);
    for word in ["FAILED", "canceled", "CANCELLED"] {
        assert!(
            error(Method::Post, [start(), state(word)])
                .await
                .to_string()
                .contains(word)
        );
    }
}

/// Without a limit that passes, a wait of an hour would be one.
async fn wait(last: MockResponse, frequency: Duration) -> azure_core::Result<()> {
    let mock = MockTransport::answering([last.header("location", LOCATION), answer(200, "")]);
    let request = connect(&mock).request("Thing_Do", Method::Post, "/x");
    let options = PollerOptions {
        frequency,
        ..PollerOptions::default()
    };
    let poller = request.poll::<()>(&[202], FinalState::Default, options)?;
    poller
        .complete_within(Duration::milliseconds(100))
        .await
        .map(drop)
}

#[tokio::test]
async fn the_service_says_how_long_to_wait_in_this_order() {
    let hour = Duration::hours(1);
    let accepted = || MockResponse::empty(202);
    let is_over = |error: azure_core::Error| StillRunning::of(&error).is_some();
    let by = |names: &[(&str, &str)]| {
        let start = accepted();
        names
            .iter()
            .fold(start, |start, (name, value)| start.header(name, *value))
    };
    let (milliseconds, other, seconds) = ("x-ms-retry-after-ms", "retry-after-ms", "retry-after");
    wait(
        by(&[(milliseconds, "0"), (other, "3600000"), (seconds, "3600")]),
        hour,
    )
    .await
    .unwrap();
    wait(by(&[(other, "0"), (seconds, "3600")]), hour)
        .await
        .unwrap();
    wait(by(&[(seconds, "0")]), hour).await.unwrap();
    // Times that are over are no times.
    for (name, over) in [
        (seconds, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (seconds, "-5"),
        (milliseconds, "-9223372036854775808"),
    ] {
        wait(by(&[(name, over)]), hour).await.unwrap();
    }
    let second = Duration::seconds(1);
    assert!(is_over(
        wait(by(&[(milliseconds, "3600000")]), second)
            .await
            .unwrap_err()
    ));
    // Nothing said: the frequency.
    assert!(is_over(wait(accepted(), hour).await.unwrap_err()));
}

#[tokio::test]
async fn a_put_that_is_answered_201_201_200_is_one_put() {
    let script = [
        answer(201, &resource("Creating")),
        answer(201, &resource("Creating")),
        answer(200, &resource("Succeeded")),
    ];
    let mock = MockTransport::answering(script);
    let poller = begin::<Thing>(&mock, Method::Put, FinalState::Default);
    assert_eq!(
        poller.await.unwrap().into_model().unwrap().name.unwrap(),
        "a"
    );
    let requests = mock.requests();
    let methods: Vec<Method> = requests.iter().map(|one| one.method).collect();
    assert_eq!(methods, [Method::Put, Method::Get, Method::Get]);
    assert_eq!(&*requests[0].body, b"{}");
    assert!(requests[1..].iter().all(|one| one.body.is_empty()));
    assert!(requests.iter().all(|one| one.url.as_str() == ORIGINAL));
}

#[tokio::test]
async fn a_provisioning_state_of_failed_is_an_error_with_state_code_and_message() {
    let failed = r#"{"name":"a","properties":{"provisioningState":"Failed","error":{"code":"NoRoom","message":"full"}}}"#;
    let script = [
        answer(201, &resource("Creating")),
        answer(201, &resource("Creating")),
        answer(200, failed),
    ];
    let error = error(Method::Put, script).await;
    assert_eq!(error.to_string(), "Thing_Do ended as Failed: NoRoom: full");
    let problem = service_error(&error).unwrap();
    assert_eq!(&**problem.response().body(), failed.as_bytes());
}

#[tokio::test]
async fn a_location_that_answers_202_without_a_body_is_asked_again() {
    let start = answer(202, "").header("location", LOCATION);
    let script = [
        start,
        answer(202, ""),
        answer(202, ""),
        answer(200, r#"{"name":"n"}"#),
    ];
    let (found, urls) = name(Method::Put, FinalState::Default, script).await;
    assert_eq!((found.as_str(), urls.len()), ("n", 3));
}

#[tokio::test]
async fn a_location_that_answers_200_has_the_resource() {
    let start = answer(202, "").header("location", LOCATION);
    // No `provisioningState`, and nothing that looks like a monitor.
    let script = [start, answer(200, r#"{"name":"n","properties":{}}"#)];
    let (found, urls) = name(Method::Put, FinalState::Default, script).await;
    assert_eq!((found.as_str(), &*urls), ("n", &[LOCATION.to_owned()][..]));
}

#[tokio::test]
async fn the_result_of_an_action_is_at_its_location_and_not_at_its_own_url() {
    let script = [
        answer(202, "")
            .header("azure-asyncoperation", MONITOR)
            .header("location", LOCATION),
        state("Succeeded"),
        answer(200, r#"{"name":"n"}"#),
    ];
    let (found, urls) = name(Method::Post, FinalState::Default, script).await;
    assert_eq!(found, "n");
    assert_eq!(urls, [MONITOR, LOCATION]);
}

#[tokio::test]
async fn a_plain_202_without_a_body_is_a_success_or_an_error_with_its_status() {
    let send = async |success: &'static [u16]| {
        let mock = MockTransport::answering([answer(202, "")]);
        let request = connect(&mock).request("Thing_Do", Method::Post, "/x");
        request.send(success, &ClientMethodOptions::default()).await
    };
    let accepted = send(&[200, 202]).await.unwrap();
    assert_eq!((accepted.status(), accepted.body().len()), (202.into(), 0));
    let undeclared = send(&[200]).await.unwrap_err();
    assert_eq!(undeclared.http_status(), Some(202.into()));
}
