// Written by `cargo xtask codegen` from specs/api-management/2024-05-01/certificates.yaml and 1 more; do not edit.

//! Calls by operationId: a table for each file of operations.

mod certificate;
mod workspace_certificate;

use armature_runtime::dispatch;
use azure_core::{Result, credentials::TokenCredential, http::ClientOptions};
use crate::api_management::v2024_05_01::clients::{
    ApiManagementClient, ApiManagementClientOptions,
};
use std::sync::Arc;

/// This api-version.
pub(crate) const VERSION: dispatch::Version = dispatch::Version {
    service: "api-management",
    api_version: "2024-05-01",
    operations: OPERATIONS,
    connect,
};

const OPERATIONS: &[&str] = &dispatch::operation_ids::<
    _,
    { dispatch::count(TABLES) },
>(TABLES);

const TABLES: &[&[dispatch::Operation<ApiManagementClient>]] = &[
    certificate::OPERATIONS,
    workspace_certificate::OPERATIONS,
];

fn connect(
    arguments: &mut dispatch::Arguments,
    credential: Arc<dyn TokenCredential>,
    client_options: ClientOptions,
) -> Result<Box<dyn dispatch::Dispatch>> {
    let subscription_id: String = arguments.required("subscriptionId")?;
    let mut options = ApiManagementClientOptions {
        client_options,
        ..Default::default()
    };
    arguments.replace("api-version", &mut options.api_version)?;
    let client = ApiManagementClient::new(&subscription_id, credential, Some(options))?;
    Ok(Box::new(client))
}

impl dispatch::Dispatch for ApiManagementClient {
    fn operations(&self) -> &'static [&'static str] {
        OPERATIONS
    }

    fn call<'a>(
        &'a self,
        operation_id: &'a str,
        arguments: dispatch::Arguments,
    ) -> dispatch::Call<'a> {
        dispatch::call(self, TABLES, operation_id, arguments)
    }
}
