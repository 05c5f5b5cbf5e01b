// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

use armature_runtime::{dispatch, operations};
use azure_core::Result;
use crate::key_vault::v7_4::{
    clients::CertificateClient,
    models::{
        CertificateClientGetDeletedCertificatesOptions,
        CertificateClientRecoverDeletedCertificateOptions,
    },
};

operations! {
    OPERATIONS for CertificateClient {
        "GetDeletedCertificates": get_deleted_certificates,
        "GetDeletedCertificate": get_deleted_certificate,
        "PurgeDeletedCertificate": purge_deleted_certificate,
        "RecoverDeletedCertificate": begin_recover_deleted_certificate,
    }
}

async fn get_deleted_certificates(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let options = CertificateClientGetDeletedCertificatesOptions {
        maxresults: arguments.optional("maxresults")?,
        include_pending: arguments.optional("includePending")?,
        ..Default::default()
    };
    arguments.finish()?;
    let pager = client.get_deleted_certificates(Some(options));
    Ok(dispatch::pages(pager, dispatch::no_headers).await)
}

async fn get_deleted_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    arguments.finish()?;
    let response = client.get_deleted_certificate(&certificate_name, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn purge_deleted_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    arguments.finish()?;
    let response = client.purge_deleted_certificate(&certificate_name, None).await;
    Ok(dispatch::nothing(response, dispatch::no_headers))
}

async fn begin_recover_deleted_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    let options = CertificateClientRecoverDeletedCertificateOptions {
        method_options: arguments.poller_options(),
    };
    arguments.finish()?;
    let poller = client
        .begin_recover_deleted_certificate(&certificate_name, Some(options));
    Ok(dispatch::operation(poller, dispatch::no_headers, dispatch::Content::json).await)
}
