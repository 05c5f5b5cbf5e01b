// Written by `cargo xtask codegen` from specs/api-management/2024-05-01/certificates.yaml and 1 more; do not edit.

use armature_runtime::{dispatch, operations};
use azure_core::{Result, http::{NoFormat, Response}};
use crate::api_management::v2024_05_01::{
    clients::ApiManagementClient,
    models::{
        CertificateClientCreateOrUpdateOptions, CertificateClientGetEntityTagResult,
        CertificateClientGetEntityTagResultHeaders,
        CertificateClientListByServiceOptions, CertificateContract,
        CertificateContractHeaders,
    },
};

operations! {
    OPERATIONS for ApiManagementClient {
        "Certificate_ListByService": list_by_service,
        "Certificate_Get": get,
        "Certificate_CreateOrUpdate": create_or_update,
        "Certificate_Delete": delete,
        "Certificate_GetEntityTag": get_entity_tag,
        "Certificate_RefreshSecret": refresh_secret,
    }
}

async fn list_by_service(
    client: &ApiManagementClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let resource_group_name: String = arguments.required("resourceGroupName")?;
    let service_name: String = arguments.required("serviceName")?;
    let options = CertificateClientListByServiceOptions {
        filter: arguments.optional("$filter")?,
        top: arguments.optional("$top")?,
        skip: arguments.optional("$skip")?,
        is_key_vault_refresh_failed: arguments.optional("isKeyVaultRefreshFailed")?,
        ..Default::default()
    };
    arguments.finish()?;
    let pager = client
        .certificate_client()
        .list_by_service(&resource_group_name, &service_name, Some(options));
    Ok(dispatch::pages(pager, dispatch::no_headers).await)
}

async fn get(
    client: &ApiManagementClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let resource_group_name: String = arguments.required("resourceGroupName")?;
    let service_name: String = arguments.required("serviceName")?;
    let certificate_id: String = arguments.required("certificateId")?;
    arguments.finish()?;
    let response = client
        .certificate_client()
        .get(&resource_group_name, &service_name, &certificate_id, None)
        .await;
    Ok(dispatch::json(response, certificate_contract_headers))
}

async fn create_or_update(
    client: &ApiManagementClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let resource_group_name: String = arguments.required("resourceGroupName")?;
    let service_name: String = arguments.required("serviceName")?;
    let certificate_id: String = arguments.required("certificateId")?;
    let parameters = arguments.body("parameters")?;
    let options = CertificateClientCreateOrUpdateOptions {
        if_match: arguments.optional::<String>("If-Match")?.map(Into::into),
        ..Default::default()
    };
    arguments.finish()?;
    let response = client
        .certificate_client()
        .create_or_update(
            &resource_group_name,
            &service_name,
            &certificate_id,
            parameters,
            Some(options),
        )
        .await;
    Ok(dispatch::json(response, certificate_contract_headers))
}

async fn delete(
    client: &ApiManagementClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let resource_group_name: String = arguments.required("resourceGroupName")?;
    let service_name: String = arguments.required("serviceName")?;
    let certificate_id: String = arguments.required("certificateId")?;
    let if_match: String = arguments.required("If-Match")?;
    arguments.finish()?;
    let response = client
        .certificate_client()
        .delete(&resource_group_name, &service_name, &certificate_id, &if_match, None)
        .await;
    Ok(dispatch::nothing(response, dispatch::no_headers))
}

async fn get_entity_tag(
    client: &ApiManagementClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let resource_group_name: String = arguments.required("resourceGroupName")?;
    let service_name: String = arguments.required("serviceName")?;
    let certificate_id: String = arguments.required("certificateId")?;
    arguments.finish()?;
    let response = client
        .certificate_client()
        .get_entity_tag(&resource_group_name, &service_name, &certificate_id, None)
        .await;
    Ok(dispatch::nothing(response, certificate_client_get_entity_tag_result_headers))
}

async fn refresh_secret(
    client: &ApiManagementClient,
    mut arguments: dispatch::Arguments,
) -> Result<dispatch::Outcome> {
    let resource_group_name: String = arguments.required("resourceGroupName")?;
    let service_name: String = arguments.required("serviceName")?;
    let certificate_id: String = arguments.required("certificateId")?;
    arguments.finish()?;
    let response = client
        .certificate_client()
        .refresh_secret(&resource_group_name, &service_name, &certificate_id, None)
        .await;
    Ok(dispatch::json(response, certificate_contract_headers))
}

fn certificate_client_get_entity_tag_result_headers(
    response: &Response<CertificateClientGetEntityTagResult, NoFormat>,
) -> Result<dispatch::TypedHeaders> {
    Ok(
        vec![
            dispatch::header(
                "etag",
                CertificateClientGetEntityTagResultHeaders::etag(response)?,
            )?,
        ],
    )
}

fn certificate_contract_headers(
    response: &Response<CertificateContract>,
) -> Result<dispatch::TypedHeaders> {
    Ok(vec![dispatch::header("etag", CertificateContractHeaders::etag(response)?)?])
}
