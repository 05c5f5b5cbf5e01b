//! A connection to the mock, and the model that the tests share.

#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(missing_docs, reason = "the fields are test data")]

pub mod operation;
pub mod secret;
pub mod server;
pub mod stream;

use armature_runtime::testing::{MockTransport, credential};
use armature_runtime::{Connection, model, package, page};
use azure_core::fmt::SafeDebug;
use azure_core::http::{ClientMethodOptions, Method};

/// A thing with a name.
#[derive(Clone, Default, SafeDebug)]
pub struct Thing {
    pub name: Option<String>,
}
model! { request Thing { name: "name" } }

/// A page of things, with two spellings of its link.
#[derive(Clone, Default, SafeDebug)]
pub struct ThingCollection {
    pub value: Vec<Thing>,
    pub next_link: Option<String>,
}
model! { ThingCollection { value: "value", next_link: "nextLink" } }
page! { ThingCollection { value: Thing } }

/// A connection to `https://h.example/base`.
pub fn connect(mock: &MockTransport) -> Connection {
    connect_to(mock, "https://h.example/base/")
}

pub fn connect_to(mock: &MockTransport, endpoint: &str) -> Connection {
    let scope = "https://h.example/.default";
    Connection::with_scope(
        package!(),
        endpoint,
        scope,
        credential(),
        mock.client_options(),
    )
    .unwrap()
}

/// What a request with this template and these parameters goes to, or the text of the error.
pub async fn sent_to(
    endpoint: &str,
    template: &'static str,
    fill: impl FnOnce(&mut armature_runtime::RequestBuilder),
) -> Result<String, String> {
    let mock = MockTransport::answering([armature_runtime::testing::MockResponse::empty(200)]);
    let mut request = connect_to(&mock, endpoint).request("Thing_Get", Method::Get, template);
    fill(&mut request);
    let sent = request.send(&[200], &ClientMethodOptions::default()).await;
    match sent {
        Ok(_) => Ok(mock.request().url.to_string()),
        Err(error) => {
            assert!(mock.requests().is_empty(), "an error came after a request");
            Err(error.to_string())
        }
    }
}
