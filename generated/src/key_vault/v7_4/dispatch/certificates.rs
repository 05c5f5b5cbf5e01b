// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

use armature_runtime::{dispatch, operations};
use azure_core::Result;
use crate::key_vault::v7_4::{
    clients::CertificateClient,
    models::{
        CertificateClientCreateCertificateOptions,
        CertificateClientDeleteCertificateOptions,
        CertificateClientGetCertificateIssuersOptions,
        CertificateClientGetCertificateOptions,
        CertificateClientGetCertificateVersionsOptions,
        CertificateClientGetCertificatesOptions,
        CertificateClientUpdateCertificateOptions,
    },
};

operations! {
    OPERATIONS for CertificateClient {
        "GetCertificates": get_certificates,
        "DeleteCertificate": begin_delete_certificate,
        "GetCertificateContacts": get_certificate_contacts,
        "SetCertificateContacts": set_certificate_contacts,
        "DeleteCertificateContacts": delete_certificate_contacts,
        "GetCertificateIssuers": get_certificate_issuers,
        "GetCertificateIssuer": get_certificate_issuer,
        "SetCertificateIssuer": set_certificate_issuer,
        "DeleteCertificateIssuer": delete_certificate_issuer,
        "UpdateCertificateIssuer": update_certificate_issuer,
        "CreateCertificate": begin_create_certificate,
        "ImportCertificate": import_certificate,
        "GetCertificateVersions": get_certificate_versions,
        "GetCertificatePolicy": get_certificate_policy,
        "UpdateCertificatePolicy": update_certificate_policy,
        "GetCertificate": get_certificate,
        "UpdateCertificate": update_certificate,
        "GetCertificateOperation": get_certificate_operation,
        "DeleteCertificateOperation": delete_certificate_operation,
        "UpdateCertificateOperation": update_certificate_operation,
        "MergeCertificate": merge_certificate,
        "BackupCertificate": backup_certificate,
        "RestoreCertificate": restore_certificate,
    }
}

async fn get_certificates(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let options = CertificateClientGetCertificatesOptions {
        maxresults: arguments.optional("maxresults")?,
        include_pending: arguments.optional("includePending")?,
        ..Default::default()
    };
    arguments.finish()?;
    let pager = client.get_certificates(Some(options));
    Ok(dispatch::pages(pager, dispatch::no_headers).await)
}

async fn begin_delete_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    let options = CertificateClientDeleteCertificateOptions {
        method_options: arguments.poller_options(),
    };
    arguments.finish()?;
    let poller = client.begin_delete_certificate(&certificate_name, Some(options));
    Ok(dispatch::operation(poller, dispatch::no_headers, dispatch::Content::json).await)
}

async fn get_certificate_contacts(
    client: &CertificateClient,
    arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    arguments.finish()?;
    let response = client.get_certificate_contacts(None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn set_certificate_contacts(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let contacts = arguments.body("contacts")?;
    arguments.finish()?;
    let response = client.set_certificate_contacts(contacts, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn delete_certificate_contacts(
    client: &CertificateClient,
    arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    arguments.finish()?;
    let response = client.delete_certificate_contacts(None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn get_certificate_issuers(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let options = CertificateClientGetCertificateIssuersOptions {
        maxresults: arguments.optional("maxresults")?,
        ..Default::default()
    };
    arguments.finish()?;
    let pager = client.get_certificate_issuers(Some(options));
    Ok(dispatch::pages(pager, dispatch::no_headers).await)
}

async fn get_certificate_issuer(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let issuer_name: String = arguments.required("issuer-name")?;
    arguments.finish()?;
    let response = client.get_certificate_issuer(&issuer_name, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn set_certificate_issuer(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let issuer_name: String = arguments.required("issuer-name")?;
    let parameter = arguments.body("parameter")?;
    arguments.finish()?;
    let response = client.set_certificate_issuer(&issuer_name, parameter, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn delete_certificate_issuer(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let issuer_name: String = arguments.required("issuer-name")?;
    arguments.finish()?;
    let response = client.delete_certificate_issuer(&issuer_name, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn update_certificate_issuer(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let issuer_name: String = arguments.required("issuer-name")?;
    let parameter = arguments.body("parameter")?;
    arguments.finish()?;
    let response = client.update_certificate_issuer(&issuer_name, parameter, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn begin_create_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    let parameters = arguments.body("parameters")?;
    let options = CertificateClientCreateCertificateOptions {
        method_options: arguments.poller_options(),
    };
    arguments.finish()?;
    let poller = client
        .begin_create_certificate(&certificate_name, parameters, Some(options));
    Ok(dispatch::operation(poller, dispatch::no_headers, dispatch::Content::json).await)
}

async fn import_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    let parameters = arguments.body("parameters")?;
    arguments.finish()?;
    let response = client.import_certificate(&certificate_name, parameters, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn get_certificate_versions(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    let options = CertificateClientGetCertificateVersionsOptions {
        maxresults: arguments.optional("maxresults")?,
        ..Default::default()
    };
    arguments.finish()?;
    let pager = client.get_certificate_versions(&certificate_name, Some(options));
    Ok(dispatch::pages(pager, dispatch::no_headers).await)
}

async fn get_certificate_policy(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    arguments.finish()?;
    let response = client.get_certificate_policy(&certificate_name, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn update_certificate_policy(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    let certificate_policy = arguments.body("certificatePolicy")?;
    arguments.finish()?;
    let response = client
        .update_certificate_policy(&certificate_name, certificate_policy, None)
        .await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn get_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    let options = CertificateClientGetCertificateOptions {
        certificate_version: arguments.optional("certificate-version")?,
        ..Default::default()
    };
    arguments.finish()?;
    let response = client.get_certificate(&certificate_name, Some(options)).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn update_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    let parameters = arguments.body("parameters")?;
    let options = CertificateClientUpdateCertificateOptions {
        certificate_version: arguments.optional("certificate-version")?,
        ..Default::default()
    };
    arguments.finish()?;
    let response = client
        .update_certificate(&certificate_name, parameters, Some(options))
        .await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn get_certificate_operation(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    arguments.finish()?;
    let response = client.get_certificate_operation(&certificate_name, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn delete_certificate_operation(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    arguments.finish()?;
    let response = client.delete_certificate_operation(&certificate_name, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn update_certificate_operation(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    let certificate_operation = arguments.body("certificateOperation")?;
    arguments.finish()?;
    let response = client
        .update_certificate_operation(&certificate_name, certificate_operation, None)
        .await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn merge_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    let parameters = arguments.body("parameters")?;
    arguments.finish()?;
    let response = client.merge_certificate(&certificate_name, parameters, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn backup_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let certificate_name: String = arguments.required("certificate-name")?;
    arguments.finish()?;
    let response = client.backup_certificate(&certificate_name, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}

async fn restore_certificate(
    client: &CertificateClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let parameters = arguments.body("parameters")?;
    arguments.finish()?;
    let response = client.restore_certificate(parameters, None).await;
    Ok(dispatch::json(response, dispatch::no_headers))
}
