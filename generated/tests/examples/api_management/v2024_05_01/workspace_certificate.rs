// Written by `cargo xtask codegen` from specs/api-management/2024-05-01/certificates.yaml and 1 more; do not edit.

//! Examples of `workspace_certificate`.

use armature_certificates::api_management::v2024_05_01::{
    ApiManagementClient, ApiManagementClientOptions,
    models::{
        CertificateContractHeaders, CertificateCreateOrUpdateParameters,
        WorkspaceCertificateClientGetEntityTagResultHeaders,
    },
};
use armature_runtime::testing::{
    ExpectedBody, MockResponse, MockTransport, assert_model, assert_request, credential,
    from_json,
};
use azure_core::http::Method;
use futures::TryStreamExt;

#[tokio::test]
async fn list_by_workspace_api_management_list_workspace_certificates_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "value": [
    {
      "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
      "type": "Microsoft.ApiManagement/service/workspaces/certificates",
      "name": "orders-backend",
      "properties": {
        "subject": "CN=orders-client.contoso.com",
        "thumbprint": "B93AF636EFC013D41F640AF723B93872E07E618E",
        "expirationDate": "2027-04-30T22:00:00Z"
      }
    },
    {
      "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
      "type": "Microsoft.ApiManagement/service/workspaces/certificates",
      "name": "payments-backend",
      "properties": {
        "subject": "CN=payments-client.contoso.com",
        "thumbprint": "C475437995089075F028C5BA3DCF7153FBDDEDB4",
        "expirationDate": "2026-11-15T08:30:00Z",
        "keyVault": {
          "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
          "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93",
          "lastStatus": {
            "code": "Success",
            "timeStampUtc": "2024-06-03T05:12:47.1904663Z"
          }
        }
      }
    }
  ],
  "count": 2,
  "nextLink": ""
}"#,
    );
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let mut pages = client
        .list_by_workspace("contoso-integration", "contoso-apim", "partner-apis", None)
        .unwrap()
        .into_pages();
    let response = pages.try_next().await.unwrap().unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "value": [
    {
      "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
      "type": "Microsoft.ApiManagement/service/workspaces/certificates",
      "name": "orders-backend",
      "properties": {
        "subject": "CN=orders-client.contoso.com",
        "thumbprint": "B93AF636EFC013D41F640AF723B93872E07E618E",
        "expirationDate": "2027-04-30T22:00:00Z"
      }
    },
    {
      "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
      "type": "Microsoft.ApiManagement/service/workspaces/certificates",
      "name": "payments-backend",
      "properties": {
        "subject": "CN=payments-client.contoso.com",
        "thumbprint": "C475437995089075F028C5BA3DCF7153FBDDEDB4",
        "expirationDate": "2026-11-15T08:30:00Z",
        "keyVault": {
          "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
          "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93",
          "lastStatus": {
            "code": "Success",
            "timeStampUtc": "2024-06-03T05:12:47.1904663Z"
          }
        }
      }
    }
  ],
  "count": 2,
  "nextLink": ""
}"#,
    );
}

#[tokio::test]
async fn get_api_management_get_workspace_certificate_200() {
    let answer = MockResponse::json(
            200,
            r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "orders-backend",
  "properties": {
    "subject": "CN=orders-client.contoso.com",
    "thumbprint": "B93AF636EFC013D41F640AF723B93872E07E618E",
    "expirationDate": "2027-04-30T22:00:00Z"
  }
}"#,
        )
        .header("etag", "\"AAAAAAAAD6E=\"");
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let response = client
        .get(
            "contoso-integration",
            "contoso-apim",
            "partner-apis",
            "orders-backend",
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_eq!(
        CertificateContractHeaders::etag(&response).unwrap().unwrap().to_string(),
        "\"AAAAAAAAD6E=\"",
    );
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "orders-backend",
  "properties": {
    "subject": "CN=orders-client.contoso.com",
    "thumbprint": "B93AF636EFC013D41F640AF723B93872E07E618E",
    "expirationDate": "2027-04-30T22:00:00Z"
  }
}"#,
    );
}

#[tokio::test]
async fn get_api_management_get_workspace_certificate_with_key_vault_200() {
    let answer = MockResponse::json(
            200,
            r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "payments-backend",
  "properties": {
    "subject": "CN=payments-client.contoso.com",
    "thumbprint": "C475437995089075F028C5BA3DCF7153FBDDEDB4",
    "expirationDate": "2026-11-15T08:30:00Z",
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2024-06-03T05:12:47.1904663Z"
      }
    }
  }
}"#,
        )
        .header("etag", "\"AAAAAAAAEFc=\"");
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let response = client
        .get(
            "contoso-integration",
            "contoso-apim",
            "partner-apis",
            "payments-backend",
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_eq!(
        CertificateContractHeaders::etag(&response).unwrap().unwrap().to_string(),
        "\"AAAAAAAAEFc=\"",
    );
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "payments-backend",
  "properties": {
    "subject": "CN=payments-client.contoso.com",
    "thumbprint": "C475437995089075F028C5BA3DCF7153FBDDEDB4",
    "expirationDate": "2026-11-15T08:30:00Z",
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2024-06-03T05:12:47.1904663Z"
      }
    }
  }
}"#,
    );
}

#[tokio::test]
async fn create_or_update_api_management_create_workspace_certificate_201() {
    let answer = MockResponse::json(
            201,
            r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "orders-backend",
  "properties": {
    "subject": "CN=orders-client.contoso.com",
    "thumbprint": "B93AF636EFC013D41F640AF723B93872E07E618E",
    "expirationDate": "2027-04-30T22:00:00Z"
  }
}"#,
        )
        .header("etag", "\"AAAAAAAAD6E=\"");
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let parameters: CertificateCreateOrUpdateParameters = from_json(
        r#"{
  "properties": {
    "data": "VGhpcyB0ZXh0IHN0YW5kcyBmb3IgdGhlIGJ5dGVzIG9mIGEgUEtDUyMxMiBhcmNoaXZlLg==",
    "password": "example-only"
  }
}"#,
    );
    let response = client
        .create_or_update(
            "contoso-integration",
            "contoso-apim",
            "partner-apis",
            "orders-backend",
            parameters.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Put,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "properties": {
    "data": "VGhpcyB0ZXh0IHN0YW5kcyBmb3IgdGhlIGJ5dGVzIG9mIGEgUEtDUyMxMiBhcmNoaXZlLg==",
    "password": "example-only"
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 201);
    assert_eq!(
        CertificateContractHeaders::etag(&response).unwrap().unwrap().to_string(),
        "\"AAAAAAAAD6E=\"",
    );
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "orders-backend",
  "properties": {
    "subject": "CN=orders-client.contoso.com",
    "thumbprint": "B93AF636EFC013D41F640AF723B93872E07E618E",
    "expirationDate": "2027-04-30T22:00:00Z"
  }
}"#,
    );
}

#[tokio::test]
async fn create_or_update_api_management_create_workspace_certificate_200() {
    let answer = MockResponse::json(
            200,
            r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "orders-backend",
  "properties": {
    "subject": "CN=orders-client.contoso.com",
    "thumbprint": "B93AF636EFC013D41F640AF723B93872E07E618E",
    "expirationDate": "2027-04-30T22:00:00Z"
  }
}"#,
        )
        .header("etag", "\"AAAAAAAAD6E=\"");
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let parameters: CertificateCreateOrUpdateParameters = from_json(
        r#"{
  "properties": {
    "data": "VGhpcyB0ZXh0IHN0YW5kcyBmb3IgdGhlIGJ5dGVzIG9mIGEgUEtDUyMxMiBhcmNoaXZlLg==",
    "password": "example-only"
  }
}"#,
    );
    let response = client
        .create_or_update(
            "contoso-integration",
            "contoso-apim",
            "partner-apis",
            "orders-backend",
            parameters.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Put,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "properties": {
    "data": "VGhpcyB0ZXh0IHN0YW5kcyBmb3IgdGhlIGJ5dGVzIG9mIGEgUEtDUyMxMiBhcmNoaXZlLg==",
    "password": "example-only"
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_eq!(
        CertificateContractHeaders::etag(&response).unwrap().unwrap().to_string(),
        "\"AAAAAAAAD6E=\"",
    );
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "orders-backend",
  "properties": {
    "subject": "CN=orders-client.contoso.com",
    "thumbprint": "B93AF636EFC013D41F640AF723B93872E07E618E",
    "expirationDate": "2027-04-30T22:00:00Z"
  }
}"#,
    );
}

#[tokio::test]
async fn create_or_update_api_management_create_workspace_certificate_with_key_vault_201() {
    let answer = MockResponse::json(
            201,
            r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "payments-backend",
  "properties": {
    "subject": "CN=payments-client.contoso.com",
    "thumbprint": "C475437995089075F028C5BA3DCF7153FBDDEDB4",
    "expirationDate": "2026-11-15T08:30:00Z",
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2024-06-03T05:12:47.1904663Z"
      }
    }
  }
}"#,
        )
        .header("etag", "\"AAAAAAAAEFc=\"");
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let parameters: CertificateCreateOrUpdateParameters = from_json(
        r#"{
  "properties": {
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93"
    }
  }
}"#,
    );
    let response = client
        .create_or_update(
            "contoso-integration",
            "contoso-apim",
            "partner-apis",
            "payments-backend",
            parameters.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Put,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "properties": {
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93"
    }
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 201);
    assert_eq!(
        CertificateContractHeaders::etag(&response).unwrap().unwrap().to_string(),
        "\"AAAAAAAAEFc=\"",
    );
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "payments-backend",
  "properties": {
    "subject": "CN=payments-client.contoso.com",
    "thumbprint": "C475437995089075F028C5BA3DCF7153FBDDEDB4",
    "expirationDate": "2026-11-15T08:30:00Z",
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2024-06-03T05:12:47.1904663Z"
      }
    }
  }
}"#,
    );
}

#[tokio::test]
async fn create_or_update_api_management_create_workspace_certificate_with_key_vault_200() {
    let answer = MockResponse::json(
            200,
            r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "payments-backend",
  "properties": {
    "subject": "CN=payments-client.contoso.com",
    "thumbprint": "C475437995089075F028C5BA3DCF7153FBDDEDB4",
    "expirationDate": "2026-11-15T08:30:00Z",
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2024-06-03T05:12:47.1904663Z"
      }
    }
  }
}"#,
        )
        .header("etag", "\"AAAAAAAAEFc=\"");
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let parameters: CertificateCreateOrUpdateParameters = from_json(
        r#"{
  "properties": {
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93"
    }
  }
}"#,
    );
    let response = client
        .create_or_update(
            "contoso-integration",
            "contoso-apim",
            "partner-apis",
            "payments-backend",
            parameters.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Put,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "properties": {
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93"
    }
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_eq!(
        CertificateContractHeaders::etag(&response).unwrap().unwrap().to_string(),
        "\"AAAAAAAAEFc=\"",
    );
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "payments-backend",
  "properties": {
    "subject": "CN=payments-client.contoso.com",
    "thumbprint": "C475437995089075F028C5BA3DCF7153FBDDEDB4",
    "expirationDate": "2026-11-15T08:30:00Z",
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2024-06-03T05:12:47.1904663Z"
      }
    }
  }
}"#,
    );
}

#[tokio::test]
async fn delete_api_management_delete_workspace_certificate_200() {
    let answer = MockResponse::empty(200);
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let response = client
        .delete(
            "contoso-integration",
            "contoso-apim",
            "partner-apis",
            "orders-backend",
            "\"AAAAAAAAD6E=\"",
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Delete,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json"), ("if-match", "\"AAAAAAAAD6E=\"")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
}

#[tokio::test]
async fn delete_api_management_delete_workspace_certificate_204() {
    let answer = MockResponse::empty(204);
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let response = client
        .delete(
            "contoso-integration",
            "contoso-apim",
            "partner-apis",
            "orders-backend",
            "\"AAAAAAAAD6E=\"",
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Delete,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json"), ("if-match", "\"AAAAAAAAD6E=\"")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 204);
}

#[tokio::test]
async fn get_entity_tag_api_management_head_workspace_certificate_200() {
    let answer = MockResponse::empty(200).header("etag", "\"AAAAAAAAD6E=\"");
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let response = client
        .get_entity_tag(
            "contoso-integration",
            "contoso-apim",
            "partner-apis",
            "orders-backend",
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Head,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/orders-backend",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_eq!(
        WorkspaceCertificateClientGetEntityTagResultHeaders::etag(&response)
            .unwrap()
            .unwrap()
            .to_string(),
        "\"AAAAAAAAD6E=\"",
    );
}

#[tokio::test]
async fn refresh_secret_api_management_refresh_workspace_certificate_200() {
    let answer = MockResponse::json(
            200,
            r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "payments-backend",
  "properties": {
    "subject": "CN=payments-client.contoso.com",
    "thumbprint": "C475437995089075F028C5BA3DCF7153FBDDEDB4",
    "expirationDate": "2026-11-15T08:30:00Z",
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2024-06-04T09:01:02.5551200Z"
      }
    }
  }
}"#,
        )
        .header("etag", "\"AAAAAAAAEIk=\"");
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new(
            "8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90",
            credential(),
            Some(options),
        )
        .unwrap();
    let client = client.workspace_certificate_client();
    let response = client
        .refresh_secret(
            "contoso-integration",
            "contoso-apim",
            "partner-apis",
            "payments-backend",
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Post,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend/refreshSecret",
        &[("api-version", "2024-05-01")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_eq!(
        CertificateContractHeaders::etag(&response).unwrap().unwrap().to_string(),
        "\"AAAAAAAAEIk=\"",
    );
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/workspaces/partner-apis/certificates/payments-backend",
  "type": "Microsoft.ApiManagement/service/workspaces/certificates",
  "name": "payments-backend",
  "properties": {
    "subject": "CN=payments-client.contoso.com",
    "thumbprint": "C475437995089075F028C5BA3DCF7153FBDDEDB4",
    "expirationDate": "2026-11-15T08:30:00Z",
    "keyVault": {
      "secretIdentifier": "https://contoso-kv.vault.azure.net/secrets/payments-client",
      "identityClientId": "5d0f7c3a-91be-4a56-8f4e-27c6b80d1e93",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2024-06-04T09:01:02.55512Z"
      }
    }
  }
}"#,
    );
}
