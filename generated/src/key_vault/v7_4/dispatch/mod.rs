// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

//! Calls by operationId: a table for each file of operations.

mod certificates;
mod deleted_certificates;

use armature_runtime::dispatch;
use azure_core::{Result, credentials::TokenCredential, http::ClientOptions};
use crate::key_vault::v7_4::clients::{CertificateClient, CertificateClientOptions};
use std::sync::Arc;

/// This api-version.
pub(crate) const VERSION: dispatch::Version = dispatch::Version {
    service: "key-vault",
    api_version: "7.4",
    operations: OPERATIONS,
    connect,
};

const OPERATIONS: &[&str] = &dispatch::operation_ids::<
    _,
    { dispatch::count(TABLES) },
>(TABLES);

const TABLES: &[&[dispatch::Operation<CertificateClient>]] = &[
    certificates::OPERATIONS,
    deleted_certificates::OPERATIONS,
];

fn connect(
    arguments: &mut dispatch::Arguments,
    credential: Arc<dyn TokenCredential>,
    client_options: ClientOptions,
) -> Result<Box<dyn dispatch::Dispatch>> {
    let endpoint: String = arguments.required("vaultBaseUrl")?;
    let mut options = CertificateClientOptions {
        client_options,
        ..Default::default()
    };
    arguments.replace("api-version", &mut options.api_version)?;
    let client = CertificateClient::new(&endpoint, credential, Some(options))?;
    Ok(Box::new(client))
}

impl dispatch::Dispatch for CertificateClient {
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
