//! Makes the call of a case with the generated client.
//!
//! In: a [`Plan`] and an operationId. Out: what was [`Observed`].
//! Never: opens a connection or waits.

use armature_certificates::dispatch::VERSIONS;
use armature_runtime::ResourceManager;
use armature_runtime::dispatch::{Arguments, Outcome, Version};
use armature_runtime::testing::credential;
use azure_core::Result;
use azure_core::cloud::{Audiences, CloudConfiguration, CustomConfiguration};
use azure_core::error::{Error, ErrorKind};
use azure_core::http::ClientOptions;
use serde_json::Value;

use crate::compare::Observed;
use crate::plan::Plan;
use crate::server::Server;

/// The argument that overrides the host of Azure Resource Manager; no parameter of any operation.
const HOST: &str = "$host";

/// Calls the operation, with the plan's answers for its requests.
pub async fn call(plan: &Plan, operation_id: &str) -> Observed {
    let server = Server::new(plan);
    let outcome = dispatch(plan, operation_id, server.client_options()).await;
    Observed {
        exchanges: server.exchanges(),
        outcome,
    }
}

async fn dispatch(plan: &Plan, operation_id: &str, options: ClientOptions) -> Result<Outcome> {
    let mut values = plan.arguments.clone();
    let host = values.shift_remove(HOST);
    let options = ClientOptions {
        cloud: host
            .as_ref()
            .and_then(Value::as_str)
            .map(|host| cloud(host).into()),
        ..options
    };
    let api_version = values.get("api-version").and_then(Value::as_str);
    let version = version(api_version.unwrap_or_default(), operation_id)?;
    let mut arguments = Arguments::new(values.into())?;
    let client = (version.connect)(&mut arguments, credential(), options)?;
    client.call(operation_id, arguments).await
}

/// The api-version's part of the generated crate that has the operation.
fn version(api_version: &str, operation_id: &str) -> Result<&'static Version> {
    let mut versions = VERSIONS.iter();
    let found = versions.find(|version| {
        version.api_version == api_version && version.operations.contains(&operation_id)
    });
    found.ok_or_else(|| {
        let message = format!("no client has the operation {operation_id} of {api_version:?}");
        Error::with_message(ErrorKind::Other, message)
    })
}

/// A cloud whose Azure Resource Manager is at `host`.
fn cloud(host: &str) -> CloudConfiguration {
    let mut custom = CustomConfiguration::default();
    custom.audiences = Audiences::new().with::<ResourceManager>(host.to_owned());
    custom.into()
}
