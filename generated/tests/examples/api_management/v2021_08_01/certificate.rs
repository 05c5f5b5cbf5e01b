// Written by `cargo xtask codegen` from specs/api-management/2021-08-01/certificates.json; do not edit.

//! Examples of `certificate`.

use armature_certificates::api_management::v2021_08_01::{
    ApiManagementClient, ApiManagementClientOptions,
    models::{
        CertificateClientGetEntityTagResultHeaders, CertificateContractHeaders,
        CertificateCreateOrUpdateParameters,
    },
};
use armature_runtime::testing::{
    ExpectedBody, MockResponse, MockTransport, assert_model, assert_request, credential,
    from_json,
};
use azure_core::http::Method;
use futures::TryStreamExt;

#[tokio::test]
async fn list_by_service_api_management_list_certificates_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "value": [
    {
      "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/orders-backend",
      "type": "Microsoft.ApiManagement/service/certificates",
      "name": "orders-backend",
      "properties": {
        "subject": "CN=orders-client.contoso.com",
        "thumbprint": "B93AF636EFC013D41F640AF723B93872E07E618E",
        "expirationDate": "2027-04-30T22:00:00Z"
      }
    },
    {
      "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/payments-backend",
      "type": "Microsoft.ApiManagement/service/certificates",
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
    let client = client.certificate_client();
    let mut pages = client
        .list_by_service("contoso-integration", "contoso-apim", None)
        .unwrap()
        .into_pages();
    let response = pages.try_next().await.unwrap().unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates",
        &[("api-version", "2021-08-01")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "value": [
    {
      "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/orders-backend",
      "type": "Microsoft.ApiManagement/service/certificates",
      "name": "orders-backend",
      "properties": {
        "subject": "CN=orders-client.contoso.com",
        "thumbprint": "B93AF636EFC013D41F640AF723B93872E07E618E",
        "expirationDate": "2027-04-30T22:00:00Z"
      }
    },
    {
      "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/payments-backend",
      "type": "Microsoft.ApiManagement/service/certificates",
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
async fn get_api_management_get_certificate_200() {
    let answer = MockResponse::json(
            200,
            r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/orders-backend",
  "type": "Microsoft.ApiManagement/service/certificates",
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
    let client = client.certificate_client();
    let response = client
        .get("contoso-integration", "contoso-apim", "orders-backend", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/orders-backend",
        &[("api-version", "2021-08-01")],
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
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/orders-backend",
  "type": "Microsoft.ApiManagement/service/certificates",
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
async fn get_api_management_get_certificate_with_key_vault_200() {
    let answer = MockResponse::json(
            200,
            r#"{
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/payments-backend",
  "type": "Microsoft.ApiManagement/service/certificates",
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
    let client = client.certificate_client();
    let response = client
        .get("contoso-integration", "contoso-apim", "payments-backend", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/payments-backend",
        &[("api-version", "2021-08-01")],
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
  "id": "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/payments-backend",
  "type": "Microsoft.ApiManagement/service/certificates",
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
async fn create_or_update_api_management_create_certificate_201() {
    let answer = MockResponse::json(
        201,
        r#"{
  "id": "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/tempcert",
  "type": "Microsoft.ApiManagement/service/certificates",
  "name": "tempcert",
  "properties": {
    "subject": "CN=contoso.com",
    "thumbprint": "*******************3",
    "expirationDate": "2018-03-17T21:55:07+00:00"
  }
}"#,
    );
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new("subid", credential(), Some(options)).unwrap();
    let client = client.certificate_client();
    let parameters: CertificateCreateOrUpdateParameters = from_json(
        r#"{
  "properties": {
    "data": "****************Base 64 Encoded Certificate *******************************",
    "password": "****Certificate Password******"
  }
}"#,
    );
    let response = client
        .create_or_update(
            "rg1",
            "apimService1",
            "tempcert",
            parameters.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Put,
        "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/tempcert",
        &[("api-version", "2021-08-01")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "properties": {
    "data": "****************Base 64 Encoded Certificate *******************************",
    "password": "****Certificate Password******"
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 201);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/tempcert",
  "type": "Microsoft.ApiManagement/service/certificates",
  "name": "tempcert",
  "properties": {
    "subject": "CN=contoso.com",
    "thumbprint": "*******************3",
    "expirationDate": "2018-03-17T21:55:07Z"
  }
}"#,
    );
}

#[tokio::test]
async fn create_or_update_api_management_create_certificate_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/tempcert",
  "type": "Microsoft.ApiManagement/service/certificates",
  "name": "tempcert",
  "properties": {
    "subject": "CN=contoso.com",
    "thumbprint": "*******************3",
    "expirationDate": "2018-03-17T21:55:07+00:00"
  }
}"#,
    );
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new("subid", credential(), Some(options)).unwrap();
    let client = client.certificate_client();
    let parameters: CertificateCreateOrUpdateParameters = from_json(
        r#"{
  "properties": {
    "data": "****************Base 64 Encoded Certificate *******************************",
    "password": "****Certificate Password******"
  }
}"#,
    );
    let response = client
        .create_or_update(
            "rg1",
            "apimService1",
            "tempcert",
            parameters.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Put,
        "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/tempcert",
        &[("api-version", "2021-08-01")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "properties": {
    "data": "****************Base 64 Encoded Certificate *******************************",
    "password": "****Certificate Password******"
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/tempcert",
  "type": "Microsoft.ApiManagement/service/certificates",
  "name": "tempcert",
  "properties": {
    "subject": "CN=contoso.com",
    "thumbprint": "*******************3",
    "expirationDate": "2018-03-17T21:55:07Z"
  }
}"#,
    );
}

#[tokio::test]
async fn create_or_update_api_management_create_certificate_with_key_vault_201() {
    let answer = MockResponse::json(
        201,
        r#"{
  "id": "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/templateCertkv",
  "type": "Microsoft.ApiManagement/service/certificates",
  "name": "templateCertkv",
  "properties": {
    "subject": "CN=*.msitesting.net",
    "thumbprint": "EA**********************9AD690",
    "expirationDate": "2037-01-01T07:00:00Z",
    "keyVault": {
      "secretIdentifier": "https://rpbvtkeyvaultintegration.vault-int.azure-int.net/secrets/msitestingCert",
      "identityClientId": "ceaa6b06-c00f-43ef-99ac-f53d1fe876a0",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2020-09-22T00:24:53.3191468Z"
      }
    }
  }
}"#,
    );
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new("subid", credential(), Some(options)).unwrap();
    let client = client.certificate_client();
    let parameters: CertificateCreateOrUpdateParameters = from_json(
        r#"{
  "properties": {
    "keyVault": {
      "identityClientId": "ceaa6b06-c00f-43ef-99ac-f53d1fe876a0",
      "secretIdentifier": "https://rpbvtkeyvaultintegration.vault-int.azure-int.net/secrets/msitestingCert"
    }
  }
}"#,
    );
    let response = client
        .create_or_update(
            "rg1",
            "apimService1",
            "templateCertkv",
            parameters.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Put,
        "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/templateCertkv",
        &[("api-version", "2021-08-01")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "properties": {
    "keyVault": {
      "identityClientId": "ceaa6b06-c00f-43ef-99ac-f53d1fe876a0",
      "secretIdentifier": "https://rpbvtkeyvaultintegration.vault-int.azure-int.net/secrets/msitestingCert"
    }
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 201);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/templateCertkv",
  "type": "Microsoft.ApiManagement/service/certificates",
  "name": "templateCertkv",
  "properties": {
    "subject": "CN=*.msitesting.net",
    "thumbprint": "EA**********************9AD690",
    "expirationDate": "2037-01-01T07:00:00Z",
    "keyVault": {
      "secretIdentifier": "https://rpbvtkeyvaultintegration.vault-int.azure-int.net/secrets/msitestingCert",
      "identityClientId": "ceaa6b06-c00f-43ef-99ac-f53d1fe876a0",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2020-09-22T00:24:53.3191468Z"
      }
    }
  }
}"#,
    );
}

#[tokio::test]
async fn create_or_update_api_management_create_certificate_with_key_vault_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/templateCertkv",
  "type": "Microsoft.ApiManagement/service/certificates",
  "name": "templateCertkv",
  "properties": {
    "subject": "CN=*.msitesting.net",
    "thumbprint": "EA**********************9AD690",
    "expirationDate": "2037-01-01T07:00:00Z",
    "keyVault": {
      "secretIdentifier": "https://rpbvtkeyvaultintegration.vault-int.azure-int.net/secrets/msitestingCert",
      "identityClientId": "ceaa6b06-c00f-43ef-99ac-f53d1fe876a0",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2020-09-22T00:24:53.3191468Z"
      }
    }
  }
}"#,
    );
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new("subid", credential(), Some(options)).unwrap();
    let client = client.certificate_client();
    let parameters: CertificateCreateOrUpdateParameters = from_json(
        r#"{
  "properties": {
    "keyVault": {
      "identityClientId": "ceaa6b06-c00f-43ef-99ac-f53d1fe876a0",
      "secretIdentifier": "https://rpbvtkeyvaultintegration.vault-int.azure-int.net/secrets/msitestingCert"
    }
  }
}"#,
    );
    let response = client
        .create_or_update(
            "rg1",
            "apimService1",
            "templateCertkv",
            parameters.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Put,
        "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/templateCertkv",
        &[("api-version", "2021-08-01")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "properties": {
    "keyVault": {
      "identityClientId": "ceaa6b06-c00f-43ef-99ac-f53d1fe876a0",
      "secretIdentifier": "https://rpbvtkeyvaultintegration.vault-int.azure-int.net/secrets/msitestingCert"
    }
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/templateCertkv",
  "type": "Microsoft.ApiManagement/service/certificates",
  "name": "templateCertkv",
  "properties": {
    "subject": "CN=*.msitesting.net",
    "thumbprint": "EA**********************9AD690",
    "expirationDate": "2037-01-01T07:00:00Z",
    "keyVault": {
      "secretIdentifier": "https://rpbvtkeyvaultintegration.vault-int.azure-int.net/secrets/msitestingCert",
      "identityClientId": "ceaa6b06-c00f-43ef-99ac-f53d1fe876a0",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2020-09-22T00:24:53.3191468Z"
      }
    }
  }
}"#,
    );
}

#[tokio::test]
async fn delete_api_management_delete_certificate_200() {
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
    let client = client.certificate_client();
    let response = client
        .delete("contoso-integration", "contoso-apim", "orders-backend", "*", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Delete,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/orders-backend",
        &[("api-version", "2021-08-01")],
        &[("accept", "application/json"), ("if-match", "*")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
}

#[tokio::test]
async fn delete_api_management_delete_certificate_204() {
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
    let client = client.certificate_client();
    let response = client
        .delete("contoso-integration", "contoso-apim", "orders-backend", "*", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Delete,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/orders-backend",
        &[("api-version", "2021-08-01")],
        &[("accept", "application/json"), ("if-match", "*")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 204);
}

#[tokio::test]
async fn get_entity_tag_api_management_head_certificate_200() {
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
    let client = client.certificate_client();
    let response = client
        .get_entity_tag("contoso-integration", "contoso-apim", "orders-backend", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Head,
        "/subscriptions/8f6f2a52-3c1d-4e0b-9a77-5b1d6c2e4f90/resourceGroups/contoso-integration/providers/Microsoft.ApiManagement/service/contoso-apim/certificates/orders-backend",
        &[("api-version", "2021-08-01")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_eq!(
        CertificateClientGetEntityTagResultHeaders::etag(&response)
            .unwrap()
            .unwrap()
            .to_string(),
        "\"AAAAAAAAD6E=\"",
    );
}

#[tokio::test]
async fn refresh_secret_api_management_refresh_certificate_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/templateCertkv",
  "type": "Microsoft.ApiManagement/service/certificates",
  "name": "templateCertkv",
  "properties": {
    "subject": "CN=*.msitesting.net",
    "thumbprint": "EA**********************9AD690",
    "expirationDate": "2037-01-01T07:00:00Z",
    "keyVault": {
      "secretIdentifier": "https://rpbvtkeyvaultintegration.vault-int.azure-int.net/secrets/msitestingCert",
      "identityClientId": "ceaa6b06-c00f-43ef-99ac-f53d1fe876a0",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2020-09-22T00:24:53.3191468Z"
      }
    }
  }
}"#,
    );
    let mock = MockTransport::answering([answer]);
    let options = ApiManagementClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = ApiManagementClient::new("subid", credential(), Some(options)).unwrap();
    let client = client.certificate_client();
    let response = client
        .refresh_secret("rg1", "apimService1", "templateCertkv", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Post,
        "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/templateCertkv/refreshSecret",
        &[("api-version", "2021-08-01")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "/subscriptions/subid/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/certificates/templateCertkv",
  "type": "Microsoft.ApiManagement/service/certificates",
  "name": "templateCertkv",
  "properties": {
    "subject": "CN=*.msitesting.net",
    "thumbprint": "EA**********************9AD690",
    "expirationDate": "2037-01-01T07:00:00Z",
    "keyVault": {
      "secretIdentifier": "https://rpbvtkeyvaultintegration.vault-int.azure-int.net/secrets/msitestingCert",
      "identityClientId": "ceaa6b06-c00f-43ef-99ac-f53d1fe876a0",
      "lastStatus": {
        "code": "Success",
        "timeStampUtc": "2020-09-22T00:24:53.3191468Z"
      }
    }
  }
}"#,
    );
}
