//! Nothing that may be secret is printed.

#![allow(missing_docs, reason = "the fields are test data")]

mod common;

use std::collections::HashMap;

use armature_runtime::testing::{MockResponse, MockTransport};
use armature_runtime::{model, service_error};
use azure_core::fmt::SafeDebug;
use azure_core::http::{ClientMethodOptions, Method};
use common::connect;

const SECRET: &str = "hunter2";

/// A model with a secret in every place.
#[derive(Clone, Default, SafeDebug)]
pub struct Credentials {
    pub password: Option<String>,
    pub inner: Option<Box<Credentials>>,
    pub list: Option<Vec<Credentials>>,
    pub rest: HashMap<String, String>,
}
model! { request Credentials { password: "pwd", inner: "inner", list: "list", rest: .. } }

fn secret() -> Credentials {
    let bottom = Credentials {
        password: Some(SECRET.to_owned()),
        ..Credentials::default()
    };
    Credentials {
        inner: Some(Box::new(bottom.clone())),
        list: Some(vec![bottom.clone()]),
        rest: HashMap::from([(SECRET.to_owned(), SECRET.to_owned())]),
        ..bottom
    }
}

#[test]
fn models_print_their_name_alone() {
    let text = format!("{:?} {:#?}", secret(), secret());
    assert!(
        text.contains("Credentials") && !text.contains(SECRET),
        "{text}"
    );
}

#[tokio::test]
async fn requests_connections_and_errors_keep_secrets() {
    let mock = MockTransport::answering([MockResponse::json(
        400,
        format!(r#"{{"error":{{"code":"C","message":"{SECRET}"}}}}"#),
    )]);
    let connection = connect(&mock);
    let mut request = connection.request("Thing_Put", Method::Put, "/{name}");
    request.path("name", SECRET);
    request.query("key", SECRET);
    request.header("x-key", SECRET);
    let content: azure_core::http::RequestContent<Credentials> = secret().try_into().unwrap();
    request.json(content.into());
    let printed = format!("{request:?} {connection:?}");
    assert!(!printed.contains(SECRET), "{printed}");

    let error = request
        .send(&[200], &ClientMethodOptions::default())
        .await
        .unwrap_err();
    let problem = service_error(&error).unwrap();
    let printed = format!("{problem:?}");
    assert!(
        printed.contains("\"C\"") && !printed.contains(SECRET),
        "{printed}"
    );
    assert!(
        !error.to_string().contains("fake-"),
        "the token is in the error"
    );
}

#[test]
fn an_endpoint_s_query_is_not_printed() {
    let mock = MockTransport::answering([]);
    let connection = common::connect_to(&mock, &format!("https://h.example/p?sig={SECRET}"));
    assert!(!format!("{connection:?}").contains(SECRET));
}
