//! A mock transport, and checks of requests and models: for tests of generated clients and of applications.
//!
//! In: the answers of a service. Out: the requests that a client sent, and checks that say what differs.
//! Never: opens a connection.
//!
//! A failed check panics with a text that names all differences; so does [`from_json`] on text that is not of the type.
//! They are meant for tests alone.
//!
//! ```
//! use armature_runtime::testing::{ExpectedBody, MockResponse, MockTransport, assert_model, assert_request, credential, from_json};
//! # use armature_runtime::{Connection, model, package};
//! # use azure_core::credentials::TokenCredential;
//! # use azure_core::fmt::SafeDebug;
//! # use azure_core::http::{ClientMethodOptions, ClientOptions, Method, RequestContent, Response};
//! # use azure_core::Result;
//! # use std::sync::Arc;
//! #
//! # #[derive(Clone, Default, SafeDebug)]
//! # pub struct Thing { pub id: Option<String>, pub size: Option<i32> }
//! # model! { request Thing { id: "id" read_only, size: "size" } }
//! #
//! # pub struct ThingClient { connection: Connection, api_version: String, subscription_id: String }
//! # #[derive(Clone, Default, SafeDebug)]
//! # pub struct ThingClientOptions { pub client_options: ClientOptions }
//! # #[derive(Clone, Default, SafeDebug)]
//! # pub struct ThingClientUpdateOptions<'a> { pub if_match: Option<String>, pub method_options: ClientMethodOptions<'a> }
//! # impl ThingClient {
//! #     pub fn new(subscription_id: &str, credential: Arc<dyn TokenCredential>, options: Option<ThingClientOptions>) -> Result<Self> {
//! #         let options = options.unwrap_or_default();
//! #         let connection = Connection::resource_manager(package!(), "", credential, options.client_options)?;
//! #         Ok(Self { connection, api_version: "2024-05-01".to_owned(), subscription_id: subscription_id.to_owned() })
//! #     }
//! #     pub async fn update(&self, name: &str, thing: RequestContent<Thing>, options: Option<ThingClientUpdateOptions<'_>>) -> Result<Response<Thing>> {
//! #         let options = options.unwrap_or_default();
//! #         let mut request = self.connection.request("Thing_Update", Method::Patch, "/subscriptions/{subscriptionId}/things/{name}");
//! #         request.path("subscriptionId", &self.subscription_id);
//! #         request.path("name", name);
//! #         request.query("api-version", &self.api_version);
//! #         request.header("if-match", options.if_match);
//! #         request.json(thing.into());
//! #         Ok(request.send(&[200], &options.method_options).await?.into())
//! #     }
//! # }
//! #
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! // A generated test of the example "update a thing".
//! let mock = MockTransport::answering([MockResponse::json(200, r#"{ "id": "/things/a", "size": 4 }"#)]);
//! let options = ThingClientOptions { client_options: mock.client_options(), ..Default::default() };
//! let client = ThingClient::new("sub1", credential(), Some(options)).unwrap();
//! let thing: Thing = from_json(r#"{ "size": 4 }"#);
//! let options = ThingClientUpdateOptions { if_match: Some("*".to_owned()), ..Default::default() };
//!
//! let response = client.update("a", thing.try_into().unwrap(), Some(options)).await.unwrap();
//!
//! assert_request(
//!     &mock.request(),
//!     Method::Patch,
//!     "/subscriptions/sub1/things/a",
//!     &[("api-version", "2024-05-01")],
//!     &[("if-match", "*"), ("content-type", "application/json"), ("accept", "application/json")],
//!     ExpectedBody::Json(r#"{ "size": 4 }"#),
//! );
//! assert_eq!(response.status(), 200);
//! assert_model(&response.into_model().unwrap(), r#"{ "id": "/things/a", "size": 4 }"#);
//! # }
//! ```
//!
//! A client made by [`Connection::with_challenge`](crate::Connection::with_challenge) gets its challenge from
//! [`MockTransport::with_challenge`]; pages and polls take one answer each, and a poll is instant with the header
//! `retry-after: 0`.

mod check;
mod compare;
mod credential;
mod form;
mod mock;

#[cfg(feature = "xml")]
pub use check::xml_of;
pub use check::{ExpectedBody, assert_json, assert_model, assert_request, from_json};
pub use credential::{FakeCredential, credential};
pub use mock::{MockResponse, MockTransport, RecordedRequest};
