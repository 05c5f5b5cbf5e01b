//! Nothing that may be secret is printed: not by `{:?}`, and not by errors.

mod common;

use std::collections::HashMap;
use std::sync::Arc;

use armature_runtime::challenge::ChallengePolicy;
use armature_runtime::testing::{FakeCredential, MockResponse, MockTransport};
use armature_runtime::{
    Connection, FinalState, OperationStatus, fill_host, into_model, package, request_content,
    service_error,
};
use azure_core::credentials::AccessToken;
use azure_core::http::poller::{Poller, PollerOptions};
use azure_core::http::{
    ClientMethodOptions, ClientOptions, Context, Method, Pager, Request, RequestContent, Response,
};
use azure_core::time::OffsetDateTime;
use common::secret::{
    Credentials, SECRET, SecretCredential, check, check_debug, check_error, secret, secret_request,
};
use common::{ThingCollection, connect};
use futures::TryStreamExt;

#[test]
fn models_print_their_name_alone() {
    let text = format!("{:?} {:#?}", secret(), secret());
    assert!(
        text.contains("Credentials") && !text.contains(SECRET),
        "{text}"
    );
}

#[test]
fn contents_answers_and_requests() {
    let content: RequestContent<Credentials> = secret().try_into().unwrap();
    check_debug(&content);
    check_debug(&request_content(&vec![secret()]).unwrap());
    let body = azure_core::json::to_json(&secret()).unwrap();
    let raw = azure_core::http::RawResponse::from_bytes(
        200.into(),
        [("x-ms-key".to_owned(), SECRET.to_owned())]
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()))
            .collect::<HashMap<_, _>>()
            .into(),
        body,
    );
    check_debug(&raw);
    let response: Response<Credentials> = raw.into();
    check_debug(&into_model(response).unwrap());

    let connection = connect(&MockTransport::answering([]));
    check_debug(&secret_request(&connection, Method::Put));
    let url = format!("https://h.example/?sig={SECRET}").parse().unwrap();
    let mut request = Request::new(url, Method::Get);
    request.insert_header("authorization", format!("Bearer {SECRET}"));
    check_debug(&request);
}

#[test]
fn a_service_s_error() {
    let body = format!(
        r#"{{"error":{{"code":"C","message":"{SECRET}","target":"{SECRET}","details":[{{"message":"{SECRET}","target":"{SECRET}"}}],
        "innererror":{{"message":"{SECRET}"}},"additionalInfo":[{{"type":"T","info":"{SECRET}"}}]}}}}"#
    );
    let mock = MockTransport::answering([MockResponse::json(400, body).header("x-key", SECRET)]);
    let request = secret_request(&connect(&mock), Method::Put);
    let options = ClientMethodOptions::default();
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let sent = runtime.unwrap().block_on(request.send(&[200], &options));
    let problem = service_error(&sent.unwrap_err()).unwrap();
    let printed = format!("{problem:?} {problem:#?}");
    assert!(printed.contains("\"C\""), "{printed}");
    check(&printed);
    check_debug(&problem.details);
    check_debug(&problem.inner_error);
    check_debug(&problem.additional_info);
}

#[tokio::test]
async fn an_answer_that_cannot_be_read() {
    for body in [
        r#"{"pwd":"hunter2","list":7}"#,
        r#"{"pwd":["hunter2"]}"#,
        r#"{"pwd":"hunter2""#,
        "<html>hunter2</html>",
    ] {
        let mock = MockTransport::answering([MockResponse::bytes(200, body)]);
        let request = secret_request(&connect(&mock), Method::Put);
        let options = ClientMethodOptions::default();
        let raw = request.send(&[200], &options).await.unwrap();
        let response: Response<Credentials> = raw.into();
        check_error(&into_model(response).unwrap_err());
    }
}

#[test]
fn endpoints_and_hosts() {
    for endpoint in [
        "https://user:hunter2@h.example",
        "https://hunter2@h.example",
        "ftp://h.example/?sig=hunter2",
        "//h.example?sig=hunter2",
        "https://h.example:port/?sig=hunter2",
        "https://u:hunter2/@h.example:port",
    ] {
        let options = ClientOptions::default();
        let error = Connection::without_credential(package!(), endpoint, options).unwrap_err();
        assert!(error.to_string().contains("cannot be used"), "{error}");
        check_error(&error);
        check_error(&fill_host("{endpoint}/x", &[("endpoint", endpoint)]).unwrap_err());
    }
    let endpoint = format!("https://h.example/p?sig={SECRET}");
    check_debug(&common::connect_to(
        &MockTransport::answering([]),
        &endpoint,
    ));
}

#[tokio::test]
async fn links_that_are_no_urls() {
    let link = "https://h.example:port/?sig=hunter2";
    let page = MockResponse::json(200, format!(r#"{{"nextLink":"{link}"}}"#));
    let elsewhere = r#"{"nextLink":"https://evil.example/?sig=hunter2"}"#;
    let started = MockResponse::empty(202).header("location", link);
    let mock = MockTransport::answering([page, MockResponse::json(200, elsewhere), started]);
    for _ in 0..2 {
        let list = connect(&mock).request("Thing_List", Method::Get, "/things");
        let options = Default::default();
        let pager: Pager<ThingCollection> = list.pages(&[200], &["nextLink"], options).unwrap();
        check_debug(&pager);
        check_error(&pager.try_collect::<Vec<_>>().await.unwrap_err());
    }
    let start = secret_request(&connect(&mock), Method::Put);
    let (via, options) = (FinalState::Default, PollerOptions::default());
    let poller: Poller<OperationStatus<()>> = start.poll(&[202], via, options).unwrap();
    check_debug(&poller);
    check_error(&poller.await.unwrap_err());
}

#[test]
fn what_holds_a_token() {
    let credential = Arc::new(SecretCredential);
    let token = AccessToken::new(SECRET, OffsetDateTime::now_utc());
    check_debug(&token);
    check_debug(&ChallengePolicy::new(credential));
    check_debug(&FakeCredential::default());
    check_debug(&Context::new().with_value(token));
}
