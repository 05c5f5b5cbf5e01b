//! Calls an operation of the client.
//!
//! In: its arguments and a server. Out: what the call led to.
//! Never: waits longer than a moment, or ends because the client panics.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use armature_runtime::dispatch::{Arguments, Outcome, Version};
use armature_runtime::testing::credential;
use azure_core::Result;
use azure_core::error::{Error, ErrorKind};
use futures::FutureExt;
use serde_json::{Map, Value};

use crate::server::Server;

/// Much longer than any call takes.
const MOST: Duration = Duration::from_secs(5);

/// The arguments of a call.
pub struct CallArguments {
    /// By name.
    pub arguments: Map<String, Value>,
    /// Those that the client has to be made with, and that the operation must not see: it has an optional parameter of that name.
    pub of_the_client_alone: Vec<String>,
}

/// What a call led to.
pub enum Called {
    /// The client came to an end.
    Ended(Outcome),
    /// Nothing was called: wrong arguments.
    Refused(String),
    /// The client panicked or did not come to an end.
    Crashed(String),
}

/// Calls the operation.
pub async fn call(
    versions: &[Version],
    operation_id: &str,
    arguments: &CallArguments,
    server: &Arc<Server>,
) -> Called {
    let call = dispatch(versions, operation_id, arguments, server);
    match tokio::time::timeout(MOST, AssertUnwindSafe(call).catch_unwind()).await {
        Ok(Ok(Ok(outcome))) => Called::Ended(outcome),
        Ok(Ok(Err(error))) => Called::Refused(error.to_string()),
        Ok(Err(panic)) => Called::Crashed(format!(
            "the client panicked: {}",
            panic_text(panic.as_ref())
        )),
        Err(_) => Called::Crashed("the client did not come to an end".to_owned()),
    }
}

async fn dispatch(
    versions: &[Version],
    operation_id: &str,
    given: &CallArguments,
    server: &Arc<Server>,
) -> Result<Outcome> {
    let version = versions
        .iter()
        .find(|version| version.operations.contains(&operation_id));
    let Some(version) = version else {
        let message = format!("the client has no operation {operation_id:?}");
        return Err(Error::with_message(ErrorKind::Other, message));
    };
    let mut arguments = Arguments::new(Value::Object(given.arguments.clone()))?;
    let client = (version.connect)(&mut arguments, credential(), server.client_options())?;
    for name in &given.of_the_client_alone {
        arguments.remove(name);
    }
    client.call(operation_id, arguments).await
}

fn panic_text(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("no text")
}
