//! Calls by operationId: tables of operations, and what is refused before anything is sent.

mod common;

use armature_runtime::dispatch::{self, Arguments, Content, Outcome, no_headers, operation_ids};
use armature_runtime::operations;
use armature_runtime::testing::{MockResponse, MockTransport};
use azure_core::http::{ClientMethodOptions, Method, Response};
use azure_core::json::from_json;
use azure_core::{Result, Value};
use common::{Thing, connect};

/// A client with operations in two tables.
struct ThingClient(MockTransport);

operations! {
    READ for ThingClient {
        "Thing_Get": get,
        "Thing_GetDefault": get_default,
    }
}

operations! {
    NONE for ThingClient {}
}

operations! {
    CHANGE for ThingClient {
        "Thing_Delete": get_default,
    }
}

const TABLES: &[&[dispatch::Operation<ThingClient>]] = &[READ, NONE, CHANGE];
const OPERATIONS: &[&str] = &operation_ids::<_, { dispatch::count(TABLES) }>(TABLES);

async fn get(client: &ThingClient, mut arguments: Arguments) -> Result<Outcome> {
    let name: String = arguments.required("name")?;
    arguments.finish()?;
    let mut request = connect(&client.0).request("Thing_Get", Method::Get, "/things/{name}");
    request.path("name", &name);
    let response = request.send(&[200], &ClientMethodOptions::default()).await;
    let response: Result<Response<Thing>> = response.map(Into::into);
    Ok(dispatch::json(response, no_headers))
}

async fn get_default(client: &ThingClient, arguments: Arguments) -> Result<Outcome> {
    arguments.finish()?;
    let arguments = Arguments::new(Value::from_iter([("name", "default")]))?;
    get(client, arguments).await
}

async fn call(client: &ThingClient, operation: &str, arguments: &str) -> Result<Outcome> {
    let arguments = Arguments::new(from_json(arguments)?)?;
    dispatch::call(client, TABLES, operation, arguments).await
}

fn client() -> ThingClient {
    let answer = || MockResponse::json(200, r#"{"name":"a"}"#);
    ThingClient(MockTransport::answering([answer(), answer()]))
}

#[test]
fn the_operations_of_all_tables_are_listed_in_order() {
    assert_eq!(
        OPERATIONS,
        ["Thing_Get", "Thing_GetDefault", "Thing_Delete"]
    );
}

#[tokio::test]
async fn a_client_calls_the_operations_of_its_tables() {
    let client = client();
    for (operation, arguments, path) in [
        ("Thing_Get", r#"{"name":"b"}"#, "/base/things/b"),
        ("Thing_Delete", "{}", "/base/things/default"),
    ] {
        let outcome = call(&client, operation, arguments).await.unwrap();
        let Outcome::Answer(Ok(answer)) = outcome else {
            panic!("no answer: {outcome:?}");
        };
        assert_eq!(
            answer.body,
            Content::Json(from_json(r#"{"name":"a"}"#).unwrap())
        );
        let sent = client.0.requests().pop().unwrap();
        assert_eq!(sent.url.path(), path);
    }
}

#[tokio::test]
async fn what_the_call_itself_refuses_is_its_outcome() {
    let outcome = call(&client(), "Thing_Get", r#"{"name":".."}"#)
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Answer(Err(_))), "{outcome:?}");
}

#[tokio::test]
async fn an_unknown_operation_and_wrong_arguments_are_refused_and_nothing_is_sent() {
    let client = client();
    for (operation, arguments, text) in [
        (
            "Thing_get",
            "{}",
            "the client has no operation \"Thing_get\"",
        ),
        ("Thing_Get", "{}", "the argument \"name\" is missing"),
        (
            "Thing_Get",
            r#"{"name":"a","nmae":1}"#,
            "there is no parameter \"nmae\"; the parameters are: name",
        ),
        (
            "Thing_GetDefault",
            r#"{"name":"a"}"#,
            "there is no parameter \"name\"; the parameters are: none",
        ),
    ] {
        let error = call(&client, operation, arguments).await.unwrap_err();
        assert_eq!(error.to_string(), text);
    }
    assert!(client.0.requests().is_empty());
}
