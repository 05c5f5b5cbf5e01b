//! Scripts of long-running operations.

use armature_runtime::poll::PollResult;
use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{FinalState, OperationStatus};
use azure_core::http::poller::PollerOptions;
use azure_core::http::{Method, Poller, Response};

use super::{Thing, connect};

pub const MONITOR: &str = "https://h.example/monitor?t=a%2Bb+c";
pub const LOCATION: &str = "https://h.example/location?x=";
pub const ORIGINAL: &str = "https://h.example/base/things/a?api-version=1";

pub fn answer(status: u16, body: &str) -> MockResponse {
    let answer = if body.is_empty() {
        MockResponse::empty(status)
    } else {
        MockResponse::json(status, body)
    };
    answer.header("retry-after", "0")
}

pub fn state(word: &str) -> MockResponse {
    answer(200, &format!("{{\"status\":\"{word}\"}}"))
}

pub fn resource(state: &str) -> String {
    format!("{{\"name\":\"a\",\"properties\":{{\"provisioningState\":\"{state}\"}}}}")
}

pub fn begin<T: PollResult>(
    mock: &MockTransport,
    method: Method,
    via: FinalState,
) -> Poller<OperationStatus<T>> {
    let mut request = connect(mock).request("Thing_Do", method, "/things/a");
    request.query("api-version", "1");
    if method != Method::Delete {
        request.json("{}".into());
    }
    request
        .poll(&[200, 201, 202, 204], via, PollerOptions::default())
        .unwrap()
}

/// Runs the script; the requests after the first, without their scheme and host.
pub async fn run<T: PollResult>(
    method: Method,
    via: FinalState,
    script: impl IntoIterator<Item = MockResponse>,
) -> (azure_core::Result<Response<T, T::Format>>, Vec<String>) {
    let mock = MockTransport::answering(script);
    let result = begin::<T>(&mock, method, via).await;
    let requests = mock.requests();
    assert_eq!(
        (requests[0].method, requests[0].url.as_str()),
        (method, ORIGINAL)
    );
    assert_eq!(
        mock.answers_left(),
        0,
        "the script was not played to its end"
    );
    for request in &requests[1..] {
        assert_eq!(
            (request.method, &*request.body),
            (Method::Get, &b""[..]),
            "polling is by GET without a body"
        );
        assert_eq!(request.header("accept"), Some("application/json"));
        assert_eq!(request.header("content-type"), None);
    }
    let urls = requests[1..].iter().map(|request| request.url.to_string());
    (result, urls.collect())
}

pub async fn name(
    method: Method,
    via: FinalState,
    script: impl IntoIterator<Item = MockResponse>,
) -> (String, Vec<String>) {
    let (result, urls) = run::<Thing>(method, via, script).await;
    (
        result
            .unwrap()
            .into_model()
            .unwrap()
            .name
            .unwrap_or_default(),
        urls,
    )
}

pub async fn error(
    method: Method,
    script: impl IntoIterator<Item = MockResponse>,
) -> azure_core::Error {
    run::<Thing>(method, FinalState::Default, script)
        .await
        .0
        .unwrap_err()
}
