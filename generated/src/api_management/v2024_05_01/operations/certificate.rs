// Written by `cargo xtask codegen` from specs/api-management/2024-05-01/certificates.yaml and 1 more; do not edit.

use armature_runtime::{Connection, method_options, operation_group};
use azure_core::{
    Result, fmt::SafeDebug,
    http::{
        ClientMethodOptions, Etag, Method, NoFormat, Pager, RequestContent, Response,
        pager::PagerOptions,
    },
};
use crate::api_management::v2024_05_01::{
    clients::ApiManagementClient,
    models::{
        CertificateCollection, CertificateContract, CertificateCreateOrUpdateParameters,
    },
};

operation_group! {
    /// Certificates with which an API Management service authenticates itself to backends, for all
    /// of its APIs. Reached with [`ApiManagementClient::certificate_client`].
    ///
    /// # Arguments of several methods
    ///
    /// * `resource_group_name` - Name of the resource group: letters, digits and any of
    ///   `- . _ ( )`. Upper and lower case are not told apart; 1 to 90 characters, matches
    ///   `^[-\w\._\(\)]+$`.
    /// * `service_name` - Name of the API Management service: ASCII letters, digits and hyphens,
    ///   beginning with a letter and not ending with a hyphen; 1 to 50 characters, matches
    ///   `^[a-zA-Z](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$`.
    /// * `certificate_id` - Identifier of the certificate within its API Management service or
    ///   workspace. None of `* # & + : < > ?` may occur in it; 1 to 80 characters, matches
    ///   `^[^*#&+:<>?]+$`.
    CertificateClient from ApiManagementClient::certificate_client {
        api_version: String, subscription_id: String,
    }
}

impl CertificateClient {
    /// Lists the certificates of an API Management service.
    ///
    /// Walks through the certificates, page by page, all of them or those that a filter selects.
    /// Needs the permission `Microsoft.ApiManagement/service/certificates/read`.
    ///
    /// `GET /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates`, operation `Certificate_ListByService`.
    /// Items are read with `try_next`, whole answers with `into_pages`, page by page.
    pub fn list_by_service(
        &self,
        resource_group_name: &str,
        service_name: &str,
        options: Option<CertificateClientListByServiceOptions<'_>>,
    ) -> Result<Pager<CertificateCollection>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "Certificate_ListByService",
            Method::Get,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.query("$filter", options.filter);
        request.query("$top", options.top);
        request.query("$skip", options.skip);
        request.query("isKeyVaultRefreshFailed", options.is_key_vault_refresh_failed);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        request.pages(&[200], &["nextLink"], options.method_options)
    }

    /// Reads one certificate.
    ///
    /// Returns what the certificate says and where it comes from, but not its content. Fails with
    /// 404 if there is no such certificate. Needs the permission
    /// `Microsoft.ApiManagement/service/certificates/read`.
    ///
    /// `GET /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates/{certificateId}`, operation `Certificate_Get`. Response headers: [`CertificateContractHeaders`](crate::api_management::v2024_05_01::models::CertificateContractHeaders).
    pub async fn get(
        &self,
        resource_group_name: &str,
        service_name: &str,
        certificate_id: &str,
        options: Option<CertificateClientGetOptions<'_>>,
    ) -> Result<Response<CertificateContract>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "Certificate_Get",
            Method::Get,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates/{certificateId}",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("certificateId", certificate_id);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Stores a certificate, new or in place of an old one.
    ///
    /// API Management presents the certificate to backends that authenticate their callers (mutual
    /// TLS). It is uploaded with the request or fetched from a Key Vault. With `If-Match` the
    /// request takes effect only if the stored certificate has that entity tag; otherwise it fails
    /// with 412. Needs the permission `Microsoft.ApiManagement/service/certificates/write`.
    ///
    /// `PUT /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates/{certificateId}`, operation `Certificate_CreateOrUpdate`. Response headers: [`CertificateContractHeaders`](crate::api_management::v2024_05_01::models::CertificateContractHeaders).
    ///
    /// # Arguments
    ///
    /// * `parameters` - The certificate, or the place to fetch it from.
    pub async fn create_or_update(
        &self,
        resource_group_name: &str,
        service_name: &str,
        certificate_id: &str,
        parameters: RequestContent<CertificateCreateOrUpdateParameters>,
        options: Option<CertificateClientCreateOrUpdateOptions<'_>>,
    ) -> Result<Response<CertificateContract>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "Certificate_CreateOrUpdate",
            Method::Put,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates/{certificateId}",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("certificateId", certificate_id);
        request.header("If-Match", options.if_match);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        request.json(parameters.into());
        Ok(request.send(&[200, 201], &options.method_options).await?.into())
    }

    /// Deletes a certificate.
    ///
    /// Takes effect only if the certificate has the entity tag given in `If-Match`; otherwise it
    /// fails with 412. Give `*` to delete whatever is there. Needs the permission
    /// `Microsoft.ApiManagement/service/certificates/delete`.
    ///
    /// `DELETE /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates/{certificateId}`, operation `Certificate_Delete`.
    ///
    /// # Arguments
    ///
    /// * `if_match` - Entity tag that the stored entity must still have, as read from the `ETag`
    ///   header of an earlier answer, or `*` for any.
    pub async fn delete(
        &self,
        resource_group_name: &str,
        service_name: &str,
        certificate_id: &str,
        if_match: &str,
        options: Option<CertificateClientDeleteOptions<'_>>,
    ) -> Result<Response<(), NoFormat>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "Certificate_Delete",
            Method::Delete,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates/{certificateId}",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("certificateId", certificate_id);
        request.header("If-Match", if_match);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        Ok(request.send(&[200, 204], &options.method_options).await?.into())
    }

    /// Reads the entity tag of a certificate.
    ///
    /// Tells whether the certificate exists and which state it is in, without transferring it.
    /// Fails with 404 if there is no such certificate. Needs the permission
    /// `Microsoft.ApiManagement/service/certificates/read`.
    ///
    /// `HEAD /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates/{certificateId}`, operation `Certificate_GetEntityTag`. Response headers: [`CertificateClientGetEntityTagResultHeaders`](crate::api_management::v2024_05_01::models::CertificateClientGetEntityTagResultHeaders).
    pub async fn get_entity_tag(
        &self,
        resource_group_name: &str,
        service_name: &str,
        certificate_id: &str,
        options: Option<CertificateClientGetEntityTagOptions<'_>>,
    ) -> Result<Response<CertificateClientGetEntityTagResult, NoFormat>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "Certificate_GetEntityTag",
            Method::Head,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates/{certificateId}",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("certificateId", certificate_id);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Fetches a certificate anew from Key Vault.
    ///
    /// API Management looks for new versions of a secret by itself from time to time; this asks for
    /// it at once. Only for certificates that come from a Key Vault. The outcome stands in
    /// `lastStatus` of the answer. Needs the permission
    /// `Microsoft.ApiManagement/service/certificates/refreshSecret/action`.
    ///
    /// `POST /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates/{certificateId}/refreshSecret`, operation `Certificate_RefreshSecret`. Response headers: [`CertificateContractHeaders`](crate::api_management::v2024_05_01::models::CertificateContractHeaders).
    pub async fn refresh_secret(
        &self,
        resource_group_name: &str,
        service_name: &str,
        certificate_id: &str,
        options: Option<CertificateClientRefreshSecretOptions<'_>>,
    ) -> Result<Response<CertificateContract>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "Certificate_RefreshSecret",
            Method::Post,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/certificates/{certificateId}/refreshSecret",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("certificateId", certificate_id);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }
}

method_options! {
    CertificateClientGetOptions for CertificateClient::get: ClientMethodOptions,
    CertificateClientDeleteOptions for CertificateClient::delete: ClientMethodOptions,
    CertificateClientGetEntityTagOptions for CertificateClient::get_entity_tag: ClientMethodOptions,
    CertificateClientRefreshSecretOptions for CertificateClient::refresh_secret: ClientMethodOptions,
}

/// Options of [`CertificateClient::list_by_service`].
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateClientListByServiceOptions<'a> {
    /// OData expression that selects certificates. It can compare `name`, `subject`, `thumbprint`
    /// and `expirationDate` by `ge`, `le`, `eq`, `ne`, `gt` and `lt`, and search the first three
    /// with `substringof`, `contains`, `startswith` and `endswith`. For example:
    /// `expirationDate lt 2030-01-01T00:00:00Z`. When absent all certificates are listed.
    pub filter: Option<String>,
    /// How many entries to return at most. When absent the service decides. At least 1.
    pub top: Option<i32>,
    /// How many entries to leave out at the beginning of the list. When absent none is left out. At
    /// least 0.
    pub skip: Option<i32>,
    /// With `true`, only certificates are listed whose last refresh from Key Vault failed.
    pub is_key_vault_refresh_failed: Option<bool>,
    /// Settings of this call.
    pub method_options: PagerOptions<'a>,
}

/// Options of [`CertificateClient::create_or_update`].
#[derive(Clone, Default, SafeDebug)]
pub struct CertificateClientCreateOrUpdateOptions<'a> {
    /// Entity tag that the stored entity must still have, or `*` for any. Leave it out to create an
    /// entity; it is required to change one.
    pub if_match: Option<Etag>,
    /// Settings of this call.
    pub method_options: ClientMethodOptions<'a>,
}

/// Answer of [`CertificateClient::get_entity_tag`]: headers without a body.
#[derive(Clone, Copy, Debug)]
pub struct CertificateClientGetEntityTagResult;
