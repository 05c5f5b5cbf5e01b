//! Nothing that may be secret is printed: not by `{:?}`, and not by errors.

mod common;

use std::collections::HashMap;
use std::sync::Arc;

use armature_runtime::challenge::ChallengePolicy;
use armature_runtime::dispatch::Arguments;
use armature_runtime::formats::DateTime;
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
use azure_core::json::from_json;
use azure_core::time::OffsetDateTime;
use common::secret::Typed;
use common::secret::{
    Credentials, SECRET, SecretCredential, check, check_debug, check_error, secret, secret_request,
};
use common::{ThingCollection, connect};
use futures::TryStreamExt;
use serde::de::DeserializeOwned;

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

/// What reads an answer into the model of the test.
async fn read<T: DeserializeOwned>(body: &str) -> azure_core::Error {
    let mock = MockTransport::answering([MockResponse::bytes(200, body.to_owned())]);
    let request = secret_request(&connect(&mock), Method::Put);
    let options = ClientMethodOptions::default();
    let raw = request.send(&[200], &options).await.unwrap();
    let response: Response<T> = raw.into();
    into_model(response).err().expect(body)
}

#[tokio::test]
async fn an_answer_that_cannot_be_read() {
    for body in [
        r#"{"pwd":"hunter2","list":7}"#,
        r#"{"pwd":["hunter2"]}"#,
        r#"{"pwd":"hunter2""#,
        "<html>hunter2</html>",
        r#""hunter2""#,
        r#"["hunter2"]"#,
        r#"{"list":"hunter2"}"#,
        r#"{"list":["hunter2"]}"#,
        r#"{"inner":"hunter2"}"#,
        r#"{"inner":{"list":"a, expected \"hunter2\""}}"#,
    ] {
        check_error(&read::<Credentials>(body).await);
    }
    let error = read::<Credentials>(r#"{"list":["hunter2"]}"#).await;
    assert_eq!(
        error.to_string(),
        "the body of the answer (200) cannot be read: \
         invalid type: string, expected an object at line 1 column 18"
    );
}

#[tokio::test]
async fn values_that_cannot_be_read() {
    for key in [
        "whole", "real", "on", "at", "http", "since", "bytes", "url", "kind",
    ] {
        for value in [r#""hunter2""#, r#"["hunter2"]"#, r#"{"hunter2":"hunter2"}"#] {
            let body = format!("{{\"{key}\":{value}}}");
            let error = read::<Typed>(&body).await;
            check_error(&error);
            // What azure_core's own readers say, as for the items of a page, shows no more.
            let direct = from_json::<_, Typed>(&body).err().unwrap();
            if key != "on" {
                check_error(&direct);
            }
        }
    }
    // Numbers are values too.
    for body in [
        r#"{"kind":1902}"#,
        r#"{"at":1902}"#,
        r#"{"bytes":1902}"#,
        r#"{"on":1902}"#,
    ] {
        let error = read::<Typed>(body).await;
        assert!(!format!("{error} {error:?}").contains("1902`"), "{error:?}");
    }
}

#[test]
fn arguments_of_a_call_by_operation_id() {
    for arguments in [r#""hunter2""#, r#"["hunter2"]"#] {
        let error = Arguments::new(from_json(arguments).unwrap()).unwrap_err();
        check_error(&error);
    }
    let text = r#"{"a":"hunter2","b":["hunter2"],"c":{"list":"hunter2"}}"#;
    let mut arguments = Arguments::new(from_json(text).unwrap()).unwrap();
    check_error(&arguments.required::<i32>("a").unwrap_err());
    check_error(&arguments.required::<bool>("a").unwrap_err());
    check_error(
        &arguments
            .required_as::<DateTime, OffsetDateTime>("a")
            .unwrap_err(),
    );
    check_error(&arguments.required::<String>("b").unwrap_err());
    check_error(&arguments.required::<Vec<bool>>("b").unwrap_err());
    check_error(&arguments.body::<Credentials>("c").unwrap_err());
    check_error(&arguments.constant("a", "b").unwrap_err());
    let error = arguments.required::<bool>("a").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the argument \"a\" cannot be read: invalid type: string, expected a boolean"
    );
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
