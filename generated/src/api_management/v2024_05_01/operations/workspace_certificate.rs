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
    /// Certificates with which the APIs of one workspace authenticate themselves to backends.
    /// Reached with [`ApiManagementClient::workspace_certificate_client`].
    ///
    /// # Arguments of several methods
    ///
    /// * `resource_group_name` - Name of the resource group: letters, digits and any of
    ///   `- . _ ( )`. Upper and lower case are not told apart; 1 to 90 characters, matches
    ///   `^[-\w\._\(\)]+$`.
    /// * `service_name` - Name of the API Management service: ASCII letters, digits and hyphens,
    ///   beginning with a letter and not ending with a hyphen; 1 to 50 characters, matches
    ///   `^[a-zA-Z](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$`.
    /// * `workspace_id` - Identifier of the workspace within the API Management service. None of
    ///   `* # & + : < > ?` may occur in it; 1 to 80 characters, matches `^[^*#&+:<>?]+$`.
    /// * `certificate_id` - Identifier of the certificate within its API Management service or
    ///   workspace. None of `* # & + : < > ?` may occur in it; 1 to 80 characters, matches
    ///   `^[^*#&+:<>?]+$`.
    WorkspaceCertificateClient from ApiManagementClient::workspace_certificate_client {
        api_version: String, subscription_id: String,
    }
}

impl WorkspaceCertificateClient {
    /// Lists the certificates of a workspace.
    ///
    /// Walks through the workspace's certificates, page by page, all of them or those that a filter
    /// selects; those of the service itself are not among them. Needs the permission
    /// `Microsoft.ApiManagement/service/workspaces/certificates/read`.
    ///
    /// `GET /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates`, operation `WorkspaceCertificate_ListByWorkspace`.
    /// Items are read with `try_next`, whole answers with `into_pages`, page by page.
    pub fn list_by_workspace(
        &self,
        resource_group_name: &str,
        service_name: &str,
        workspace_id: &str,
        options: Option<WorkspaceCertificateClientListByWorkspaceOptions<'_>>,
    ) -> Result<Pager<CertificateCollection>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "WorkspaceCertificate_ListByWorkspace",
            Method::Get,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("workspaceId", workspace_id);
        request.query("$filter", options.filter);
        request.query("$top", options.top);
        request.query("$skip", options.skip);
        request.query("isKeyVaultRefreshFailed", options.is_key_vault_refresh_failed);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        request.pages(&[200], &["nextLink"], options.method_options)
    }

    /// Reads one certificate of a workspace.
    ///
    /// Returns what the certificate says and where it comes from, but not its content. Fails with
    /// 404 if the workspace has no such certificate. Needs the permission
    /// `Microsoft.ApiManagement/service/workspaces/certificates/read`.
    ///
    /// `GET /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates/{certificateId}`, operation `WorkspaceCertificate_Get`. Response headers: [`CertificateContractHeaders`](crate::api_management::v2024_05_01::models::CertificateContractHeaders).
    pub async fn get(
        &self,
        resource_group_name: &str,
        service_name: &str,
        workspace_id: &str,
        certificate_id: &str,
        options: Option<WorkspaceCertificateClientGetOptions<'_>>,
    ) -> Result<Response<CertificateContract>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "WorkspaceCertificate_Get",
            Method::Get,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates/{certificateId}",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("workspaceId", workspace_id);
        request.path("certificateId", certificate_id);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Stores a certificate in a workspace, new or in place of an old one.
    ///
    /// The workspace's APIs present the certificate to backends that authenticate their callers
    /// (mutual TLS). It is uploaded with the request or fetched from a Key Vault. With `If-Match`
    /// the request takes effect only if the stored certificate has that entity tag; otherwise it
    /// fails with 412. Needs the permission
    /// `Microsoft.ApiManagement/service/workspaces/certificates/write`.
    ///
    /// `PUT /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates/{certificateId}`, operation `WorkspaceCertificate_CreateOrUpdate`. Response headers: [`CertificateContractHeaders`](crate::api_management::v2024_05_01::models::CertificateContractHeaders).
    ///
    /// # Arguments
    ///
    /// * `parameters` - The certificate, or the place to fetch it from.
    pub async fn create_or_update(
        &self,
        resource_group_name: &str,
        service_name: &str,
        workspace_id: &str,
        certificate_id: &str,
        parameters: RequestContent<CertificateCreateOrUpdateParameters>,
        options: Option<WorkspaceCertificateClientCreateOrUpdateOptions<'_>>,
    ) -> Result<Response<CertificateContract>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "WorkspaceCertificate_CreateOrUpdate",
            Method::Put,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates/{certificateId}",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("workspaceId", workspace_id);
        request.path("certificateId", certificate_id);
        request.header("If-Match", options.if_match);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        request.json(parameters.into());
        Ok(request.send(&[200, 201], &options.method_options).await?.into())
    }

    /// Deletes a certificate of a workspace.
    ///
    /// Takes effect only if the certificate has the entity tag given in `If-Match`; otherwise it
    /// fails with 412. Give `*` to delete whatever is there. Needs the permission
    /// `Microsoft.ApiManagement/service/workspaces/certificates/delete`.
    ///
    /// `DELETE /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates/{certificateId}`, operation `WorkspaceCertificate_Delete`.
    ///
    /// # Arguments
    ///
    /// * `if_match` - Entity tag that the stored entity must still have, as read from the `ETag`
    ///   header of an earlier answer, or `*` for any.
    pub async fn delete(
        &self,
        resource_group_name: &str,
        service_name: &str,
        workspace_id: &str,
        certificate_id: &str,
        if_match: &str,
        options: Option<WorkspaceCertificateClientDeleteOptions<'_>>,
    ) -> Result<Response<(), NoFormat>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "WorkspaceCertificate_Delete",
            Method::Delete,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates/{certificateId}",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("workspaceId", workspace_id);
        request.path("certificateId", certificate_id);
        request.header("If-Match", if_match);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        Ok(request.send(&[200, 204], &options.method_options).await?.into())
    }

    /// Reads the entity tag of a certificate of a workspace.
    ///
    /// Tells whether the certificate exists and which state it is in, without transferring it.
    /// Fails with 404 if the workspace has no such certificate. Needs the permission
    /// `Microsoft.ApiManagement/service/workspaces/certificates/read`.
    ///
    /// `HEAD /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates/{certificateId}`, operation `WorkspaceCertificate_GetEntityTag`. Response headers: [`WorkspaceCertificateClientGetEntityTagResultHeaders`](crate::api_management::v2024_05_01::models::WorkspaceCertificateClientGetEntityTagResultHeaders).
    pub async fn get_entity_tag(
        &self,
        resource_group_name: &str,
        service_name: &str,
        workspace_id: &str,
        certificate_id: &str,
        options: Option<WorkspaceCertificateClientGetEntityTagOptions<'_>>,
    ) -> Result<Response<WorkspaceCertificateClientGetEntityTagResult, NoFormat>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "WorkspaceCertificate_GetEntityTag",
            Method::Head,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates/{certificateId}",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("workspaceId", workspace_id);
        request.path("certificateId", certificate_id);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }

    /// Fetches a certificate of a workspace anew from Key Vault.
    ///
    /// API Management looks for new versions of a secret by itself from time to time; this asks for
    /// it at once. Only for certificates that come from a Key Vault. The outcome stands in
    /// `lastStatus` of the answer. Needs the permission
    /// `Microsoft.ApiManagement/service/workspaces/certificates/refreshSecret/action`.
    ///
    /// `POST /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates/{certificateId}/refreshSecret`, operation `WorkspaceCertificate_RefreshSecret`. Response headers: [`CertificateContractHeaders`](crate::api_management::v2024_05_01::models::CertificateContractHeaders).
    pub async fn refresh_secret(
        &self,
        resource_group_name: &str,
        service_name: &str,
        workspace_id: &str,
        certificate_id: &str,
        options: Option<WorkspaceCertificateClientRefreshSecretOptions<'_>>,
    ) -> Result<Response<CertificateContract>> {
        let options = options.unwrap_or_default();
        let mut request = Connection::request(
            &self.connection,
            "WorkspaceCertificate_RefreshSecret",
            Method::Post,
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ApiManagement/service/{serviceName}/workspaces/{workspaceId}/certificates/{certificateId}/refreshSecret",
        );
        request.path("resourceGroupName", resource_group_name);
        request.path("serviceName", service_name);
        request.path("workspaceId", workspace_id);
        request.path("certificateId", certificate_id);
        request.query("api-version", &self.api_version);
        request.path("subscriptionId", &self.subscription_id);
        Ok(request.send(&[200], &options.method_options).await?.into())
    }
}

method_options! {
    WorkspaceCertificateClientGetOptions for WorkspaceCertificateClient::get: ClientMethodOptions,
    WorkspaceCertificateClientDeleteOptions for WorkspaceCertificateClient::delete: ClientMethodOptions,
    WorkspaceCertificateClientGetEntityTagOptions for WorkspaceCertificateClient::get_entity_tag: ClientMethodOptions,
    WorkspaceCertificateClientRefreshSecretOptions for WorkspaceCertificateClient::refresh_secret: ClientMethodOptions,
}

/// Options of [`WorkspaceCertificateClient::list_by_workspace`].
#[derive(Clone, Default, SafeDebug)]
pub struct WorkspaceCertificateClientListByWorkspaceOptions<'a> {
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

/// Options of [`WorkspaceCertificateClient::create_or_update`].
#[derive(Clone, Default, SafeDebug)]
pub struct WorkspaceCertificateClientCreateOrUpdateOptions<'a> {
    /// Entity tag that the stored entity must still have, or `*` for any. Leave it out to create an
    /// entity; it is required to change one.
    pub if_match: Option<Etag>,
    /// Settings of this call.
    pub method_options: ClientMethodOptions<'a>,
}

/// Answer of [`WorkspaceCertificateClient::get_entity_tag`]: headers without a body.
#[derive(Clone, Copy, Debug)]
pub struct WorkspaceCertificateClientGetEntityTagResult;
