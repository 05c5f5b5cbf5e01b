// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

//! Examples of `deleted_certificates`.

use armature_certificates::key_vault::v7_4::{
    CertificateClient, CertificateClientOptions,
    models::CertificateClientGetDeletedCertificatesOptions,
};
use armature_runtime::testing::{
    ExpectedBody, MockResponse, MockTransport, assert_model, assert_request, credential,
};
use azure_core::http::Method;
use futures::TryStreamExt;

#[tokio::test]
async fn get_deleted_certificates_get_deleted_certificates_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "value": [
    {
      "recoveryId": "https://contoso-kv.vault.azure.net/deletedcertificates/legacy-intranet",
      "deletedDate": 1704403200,
      "scheduledPurgeDate": 1712179200,
      "id": "https://contoso-kv.vault.azure.net/certificates/legacy-intranet",
      "x5t": "EbLpQujKF2YYTdi4O6N9Gz1t5fY",
      "attributes": {
        "enabled": true,
        "nbf": 1704103200,
        "exp": 1735639200,
        "created": 1704103260,
        "updated": 1704103265,
        "recoveryLevel": "Recoverable+Purgeable"
      }
    }
  ],
  "nextLink": "https://contoso-kv.vault.azure.net/deletedcertificates?api-version=7.4&$skiptoken=eyJwYWdlIjoyfQ&maxresults=1"
}"#,
    );
    let mock = MockTransport::answering([answer]);
    let mock = mock.with_challenge("https://vault.azure.net");
    let options = CertificateClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = CertificateClient::new(
            "https://contoso-kv.vault.azure.net",
            credential(),
            Some(options),
        )
        .unwrap();
    let mut pages = client
        .get_deleted_certificates(
            Some(CertificateClientGetDeletedCertificatesOptions {
                maxresults: Some(1),
                ..Default::default()
            }),
        )
        .unwrap()
        .into_pages();
    let response = pages.try_next().await.unwrap().unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/deletedcertificates",
        &[("api-version", "7.4"), ("maxresults", "1")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "value": [
    {
      "recoveryId": "https://contoso-kv.vault.azure.net/deletedcertificates/legacy-intranet",
      "deletedDate": 1704403200,
      "scheduledPurgeDate": 1712179200,
      "id": "https://contoso-kv.vault.azure.net/certificates/legacy-intranet",
      "x5t": "EbLpQujKF2YYTdi4O6N9Gz1t5fY",
      "attributes": {
        "enabled": true,
        "nbf": 1704103200,
        "exp": 1735639200,
        "created": 1704103260,
        "updated": 1704103265,
        "recoveryLevel": "Recoverable+Purgeable"
      }
    }
  ],
  "nextLink": "https://contoso-kv.vault.azure.net/deletedcertificates?api-version=7.4&$skiptoken=eyJwYWdlIjoyfQ&maxresults=1"
}"#,
    );
}

#[tokio::test]
async fn get_deleted_certificate_get_deleted_certificate_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "recoveryId": "https://contoso-kv.vault.azure.net/deletedcertificates/legacy-intranet",
  "deletedDate": 1704403200,
  "scheduledPurgeDate": 1712179200,
  "id": "https://contoso-kv.vault.azure.net/certificates/legacy-intranet/766dee45420d96f38c9c3c7a9b8a492d",
  "kid": "https://contoso-kv.vault.azure.net/keys/legacy-intranet/766dee45420d96f38c9c3c7a9b8a492d",
  "sid": "https://contoso-kv.vault.azure.net/secrets/legacy-intranet/766dee45420d96f38c9c3c7a9b8a492d",
  "x5t": "EbLpQujKF2YYTdi4O6N9Gz1t5fY",
  "cer": "MIIC2DCCAcCgAwIBAgIQXYn19Gak3uS1ngk64yZE4TANBgkqhkiG9w0BAQsFADAfMR0wGwYDVQQDDBRpbnRyYW5ldC5jb250b3NvLmNvbTAeFw0yNDAxMDExMDAwMDBaFw0yNDEyMzExMDAwMDBaMB8xHTAbBgNVBAMMFGludHJhbmV0LmNvbnRvc28uY29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5dgiEBonolzt6Lo0+BU6+dq1vWQ8ttdlW9wPI1CsWqeAQrGnPAPoLnKbaYVSqkeOX8ldIfaFvX1iBWMkHOvjMWS82ryFMGGq112SKuY5P+49N78p/5LCZGyvJWvlnlvqBzccQgCL1C/poJnyQSdteOkSAAa+l39cJT7ukRlNABywkH5M/pCwzLeMN1yWEu75IpF8LMLbBq9O5THj8u5xD+ked5WO1uLe28QdSfzrfTtY+BeuMa/vjPi8evlLBrzo3S67ET6uRZvHCAVEXUQp13H8wp9ByQcVTg+1CYvDTBYGw7xgu9479CeKFt3pkZY/sR0pfXRTR/2aG39O0YRQVwIDAQABoxAwDjAMBgNVHRMBAf8EAjAAMA0GCSqGSIb3DQEBCwUAA4IBAQC7ebSjuhKTGpdkXml8/tMrqdiD50uVnl3T7JngHnkna2aiIqQ/UqsI/65avy7a/XCHHHeL8bH4gf83Bj+sTYiDzOsdI4aurdYZGfWOiTLzyIvLpB/3qwvDmS6LUdbh651NufvyO/6anWK3hYtgfPMbiuMYI39f/U15IwcD9cnmNH5LjcHTtEVAThZv/UraTqzYwvuV9ApfUg04RGvpYc6dTTBBaIQvAHcZzvu6nAc0CJnPUllQvdvgGrIxQ2+T06y1XMsG0ovD6l4Yayi4tWKqsnEWVUz8L6QaGnJbvypBjKRgBfXBrrlBWHGLZsrpQz1ngaBHHWH4NA8jnqqgxIRp",
  "attributes": {
    "enabled": true,
    "nbf": 1704103200,
    "exp": 1735639200,
    "created": 1704103260,
    "updated": 1704103265,
    "recoveryLevel": "Recoverable+Purgeable"
  },
  "policy": {
    "id": "https://contoso-kv.vault.azure.net/certificates/legacy-intranet/policy",
    "key_props": {
      "exportable": true,
      "kty": "RSA",
      "key_size": 2048,
      "reuse_key": false
    },
    "secret_props": {
      "contentType": "application/x-pkcs12"
    },
    "x509_props": {
      "subject": "CN=intranet.contoso.com",
      "ekus": [],
      "key_usage": [],
      "validity_months": 12
    },
    "lifetime_actions": [
      {
        "trigger": {
          "lifetime_percentage": 80
        },
        "action": {
          "action_type": "EmailContacts"
        }
      }
    ],
    "issuer": {
      "name": "Unknown"
    },
    "attributes": {
      "enabled": true,
      "created": 1704103260,
      "updated": 1704103265
    }
  }
}"#,
    );
    let mock = MockTransport::answering([answer]);
    let mock = mock.with_challenge("https://vault.azure.net");
    let options = CertificateClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = CertificateClient::new(
            "https://contoso-kv.vault.azure.net",
            credential(),
            Some(options),
        )
        .unwrap();
    let response = client
        .get_deleted_certificate("legacy-intranet", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/deletedcertificates/legacy-intranet",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "recoveryId": "https://contoso-kv.vault.azure.net/deletedcertificates/legacy-intranet",
  "deletedDate": 1704403200,
  "scheduledPurgeDate": 1712179200,
  "id": "https://contoso-kv.vault.azure.net/certificates/legacy-intranet/766dee45420d96f38c9c3c7a9b8a492d",
  "kid": "https://contoso-kv.vault.azure.net/keys/legacy-intranet/766dee45420d96f38c9c3c7a9b8a492d",
  "sid": "https://contoso-kv.vault.azure.net/secrets/legacy-intranet/766dee45420d96f38c9c3c7a9b8a492d",
  "x5t": "EbLpQujKF2YYTdi4O6N9Gz1t5fY",
  "cer": "MIIC2DCCAcCgAwIBAgIQXYn19Gak3uS1ngk64yZE4TANBgkqhkiG9w0BAQsFADAfMR0wGwYDVQQDDBRpbnRyYW5ldC5jb250b3NvLmNvbTAeFw0yNDAxMDExMDAwMDBaFw0yNDEyMzExMDAwMDBaMB8xHTAbBgNVBAMMFGludHJhbmV0LmNvbnRvc28uY29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5dgiEBonolzt6Lo0+BU6+dq1vWQ8ttdlW9wPI1CsWqeAQrGnPAPoLnKbaYVSqkeOX8ldIfaFvX1iBWMkHOvjMWS82ryFMGGq112SKuY5P+49N78p/5LCZGyvJWvlnlvqBzccQgCL1C/poJnyQSdteOkSAAa+l39cJT7ukRlNABywkH5M/pCwzLeMN1yWEu75IpF8LMLbBq9O5THj8u5xD+ked5WO1uLe28QdSfzrfTtY+BeuMa/vjPi8evlLBrzo3S67ET6uRZvHCAVEXUQp13H8wp9ByQcVTg+1CYvDTBYGw7xgu9479CeKFt3pkZY/sR0pfXRTR/2aG39O0YRQVwIDAQABoxAwDjAMBgNVHRMBAf8EAjAAMA0GCSqGSIb3DQEBCwUAA4IBAQC7ebSjuhKTGpdkXml8/tMrqdiD50uVnl3T7JngHnkna2aiIqQ/UqsI/65avy7a/XCHHHeL8bH4gf83Bj+sTYiDzOsdI4aurdYZGfWOiTLzyIvLpB/3qwvDmS6LUdbh651NufvyO/6anWK3hYtgfPMbiuMYI39f/U15IwcD9cnmNH5LjcHTtEVAThZv/UraTqzYwvuV9ApfUg04RGvpYc6dTTBBaIQvAHcZzvu6nAc0CJnPUllQvdvgGrIxQ2+T06y1XMsG0ovD6l4Yayi4tWKqsnEWVUz8L6QaGnJbvypBjKRgBfXBrrlBWHGLZsrpQz1ngaBHHWH4NA8jnqqgxIRp",
  "attributes": {
    "enabled": true,
    "nbf": 1704103200,
    "exp": 1735639200,
    "created": 1704103260,
    "updated": 1704103265,
    "recoveryLevel": "Recoverable+Purgeable"
  },
  "policy": {
    "id": "https://contoso-kv.vault.azure.net/certificates/legacy-intranet/policy",
    "key_props": {
      "exportable": true,
      "kty": "RSA",
      "key_size": 2048,
      "reuse_key": false
    },
    "secret_props": {
      "contentType": "application/x-pkcs12"
    },
    "x509_props": {
      "subject": "CN=intranet.contoso.com",
      "ekus": [],
      "key_usage": [],
      "validity_months": 12
    },
    "lifetime_actions": [
      {
        "trigger": {
          "lifetime_percentage": 80
        },
        "action": {
          "action_type": "EmailContacts"
        }
      }
    ],
    "issuer": {
      "name": "Unknown"
    },
    "attributes": {
      "enabled": true,
      "created": 1704103260,
      "updated": 1704103265
    }
  }
}"#,
    );
}

#[tokio::test]
async fn purge_deleted_certificate_purge_deleted_certificate_204() {
    let answer = MockResponse::empty(204);
    let mock = MockTransport::answering([answer]);
    let mock = mock.with_challenge("https://vault.azure.net");
    let options = CertificateClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = CertificateClient::new(
            "https://contoso-kv.vault.azure.net",
            credential(),
            Some(options),
        )
        .unwrap();
    let response = client
        .purge_deleted_certificate("trial-certificate", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Delete,
        "/deletedcertificates/trial-certificate",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 204);
}

#[tokio::test]
async fn begin_recover_deleted_certificate_recover_deleted_certificate_200() {
    let answer = MockResponse::json(
            200,
            r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/legacy-intranet/766dee45420d96f38c9c3c7a9b8a492d",
  "kid": "https://contoso-kv.vault.azure.net/keys/legacy-intranet/766dee45420d96f38c9c3c7a9b8a492d",
  "sid": "https://contoso-kv.vault.azure.net/secrets/legacy-intranet/766dee45420d96f38c9c3c7a9b8a492d",
  "x5t": "EbLpQujKF2YYTdi4O6N9Gz1t5fY",
  "cer": "MIIC2DCCAcCgAwIBAgIQXYn19Gak3uS1ngk64yZE4TANBgkqhkiG9w0BAQsFADAfMR0wGwYDVQQDDBRpbnRyYW5ldC5jb250b3NvLmNvbTAeFw0yNDAxMDExMDAwMDBaFw0yNDEyMzExMDAwMDBaMB8xHTAbBgNVBAMMFGludHJhbmV0LmNvbnRvc28uY29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5dgiEBonolzt6Lo0+BU6+dq1vWQ8ttdlW9wPI1CsWqeAQrGnPAPoLnKbaYVSqkeOX8ldIfaFvX1iBWMkHOvjMWS82ryFMGGq112SKuY5P+49N78p/5LCZGyvJWvlnlvqBzccQgCL1C/poJnyQSdteOkSAAa+l39cJT7ukRlNABywkH5M/pCwzLeMN1yWEu75IpF8LMLbBq9O5THj8u5xD+ked5WO1uLe28QdSfzrfTtY+BeuMa/vjPi8evlLBrzo3S67ET6uRZvHCAVEXUQp13H8wp9ByQcVTg+1CYvDTBYGw7xgu9479CeKFt3pkZY/sR0pfXRTR/2aG39O0YRQVwIDAQABoxAwDjAMBgNVHRMBAf8EAjAAMA0GCSqGSIb3DQEBCwUAA4IBAQC7ebSjuhKTGpdkXml8/tMrqdiD50uVnl3T7JngHnkna2aiIqQ/UqsI/65avy7a/XCHHHeL8bH4gf83Bj+sTYiDzOsdI4aurdYZGfWOiTLzyIvLpB/3qwvDmS6LUdbh651NufvyO/6anWK3hYtgfPMbiuMYI39f/U15IwcD9cnmNH5LjcHTtEVAThZv/UraTqzYwvuV9ApfUg04RGvpYc6dTTBBaIQvAHcZzvu6nAc0CJnPUllQvdvgGrIxQ2+T06y1XMsG0ovD6l4Yayi4tWKqsnEWVUz8L6QaGnJbvypBjKRgBfXBrrlBWHGLZsrpQz1ngaBHHWH4NA8jnqqgxIRp",
  "attributes": {
    "enabled": true,
    "nbf": 1704103200,
    "exp": 1735639200,
    "created": 1704103260,
    "updated": 1704103265,
    "recoveryLevel": "Recoverable+Purgeable"
  },
  "policy": {
    "id": "https://contoso-kv.vault.azure.net/certificates/legacy-intranet/policy",
    "key_props": {
      "exportable": true,
      "kty": "RSA",
      "key_size": 2048,
      "reuse_key": false
    },
    "secret_props": {
      "contentType": "application/x-pkcs12"
    },
    "x509_props": {
      "subject": "CN=intranet.contoso.com",
      "ekus": [],
      "key_usage": [],
      "validity_months": 12
    },
    "lifetime_actions": [
      {
        "trigger": {
          "lifetime_percentage": 80
        },
        "action": {
          "action_type": "EmailContacts"
        }
      }
    ],
    "issuer": {
      "name": "Unknown"
    },
    "attributes": {
      "enabled": true,
      "created": 1704103260,
      "updated": 1704103265
    }
  }
}"#,
        )
        .header("retry-after", "0");
    let mock = MockTransport::answering([
        answer,
        MockResponse::empty(404).header("retry-after", "0"),
        MockResponse::json(
                200,
                r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/b75469fc6e73daa69d41bd99ae216097",
  "kid": "https://contoso-kv.vault.azure.net/keys/storefront-tls/b75469fc6e73daa69d41bd99ae216097",
  "sid": "https://contoso-kv.vault.azure.net/secrets/storefront-tls/b75469fc6e73daa69d41bd99ae216097",
  "x5t": "iWv4FPKEiK9K_DrMzqoy2JREzpo",
  "cer": "MIIC0DCCAbigAwIBAgIQR/P+Gil2Ns1TkpMVRHEl/jANBgkqhkiG9w0BAQsFADAbMRkwFwYDVQQDDBBzaG9wLmNvbnRvc28uY29tMB4XDTI0MDEwMTA5NTAwMFoXDTI0MTIzMTA5NTAwMFowGzEZMBcGA1UEAwwQc2hvcC5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBALHwb7B12b12G8YTb/PO86J0WB96EJz+DfmHH4gMnKPmN5gHWhBLDtbC3y3NBZe3MeOJsriYmf44xGokKgv8SP4545IP+mkjvmXinU3HxdYDPMImghbz3U9bBB2e32q02HtLzwUc7T0bSEILq6iYi1gwLoqMQ/P3Hcq3sQaywsJLPMIXOyf4WhLv0skQsgt3qK7rE947K6EF7AlRKl8dm8RSaE8qVRWtnXix3BJIn2Hkx7ZJxUnmxM6xfXComEm2Ulj3u9xhgsvT9RekzGkqxGhw5ZjBK1QYPtMOAc3H3DpTEqikwNVeboupBX4ngIT4JDRpB1hDxDjJc8jRIKEyMJsCAwEAAaMQMA4wDAYDVR0TAQH/BAIwADANBgkqhkiG9w0BAQsFAAOCAQEAfkBxllHZZYR6sKjswnCgbNmPTbgFk330UmMzxq6/fyM1w2qTxC07jD0Nybq5+3DbIwEKjKoScD+cUhvdyejJhgw1KQt5KnCdOtyHnCXW5nrTm8VF7BDaG217Oy0JJRuc71xOJ2QUnWR3UM/1ctB34P2A6OriihpN8sFyhD2wZ1UTLjKvvNUngywKmuCgMdLGw2UHRymZ58ByYi6to624AuAayAHmr+ldblvWIuXW3akm6K6UM1YH0NNf+/qTQgr/QQJEKWHKNCPOaiZ+F5YfrqTgRbZ/DORwmP2dLmQJacUDmsmBmVQ5SSSdmlb7sDUeNzfhQMHVy7PJA0OfaSdZ/g==",
  "attributes": {
    "enabled": true,
    "nbf": 1704102600,
    "exp": 1735638600,
    "created": 1704103200,
    "updated": 1704103204,
    "recoveryLevel": "Recoverable+Purgeable"
  },
  "policy": {
    "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/policy",
    "key_props": {
      "exportable": true,
      "kty": "RSA",
      "key_size": 2048,
      "reuse_key": false
    },
    "secret_props": {
      "contentType": "application/x-pkcs12"
    },
    "x509_props": {
      "subject": "CN=shop.contoso.com",
      "ekus": [],
      "key_usage": [],
      "validity_months": 12
    },
    "lifetime_actions": [
      {
        "trigger": {
          "lifetime_percentage": 80
        },
        "action": {
          "action_type": "AutoRenew"
        }
      }
    ],
    "issuer": {
      "name": "Self"
    },
    "attributes": {
      "enabled": true,
      "created": 1704103200,
      "updated": 1704103204
    }
  }
}"#,
            )
            .header("retry-after", "0"),
    ]);
    let mock = mock.with_challenge("https://vault.azure.net");
    let options = CertificateClientOptions {
        client_options: mock.client_options(),
        ..Default::default()
    };
    let client = CertificateClient::new(
            "https://contoso-kv.vault.azure.net",
            credential(),
            Some(options),
        )
        .unwrap();
    let mut poller = client
        .begin_recover_deleted_certificate("legacy-intranet", None)
        .unwrap();
    let state = poller.try_next().await.unwrap().unwrap();
    assert_request(
        &mock.request(),
        Method::Post,
        "/deletedcertificates/legacy-intranet/recover",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(state.status(), 200);
    let response = poller.await.unwrap();
    let requests = mock.requests();
    assert_eq!(requests.len(), 3);
    assert_request(
        &requests[1],
        Method::Get,
        "/certificates/legacy-intranet/",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_request(
        &requests[2],
        Method::Get,
        "/certificates/legacy-intranet/",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/b75469fc6e73daa69d41bd99ae216097",
  "kid": "https://contoso-kv.vault.azure.net/keys/storefront-tls/b75469fc6e73daa69d41bd99ae216097",
  "sid": "https://contoso-kv.vault.azure.net/secrets/storefront-tls/b75469fc6e73daa69d41bd99ae216097",
  "x5t": "iWv4FPKEiK9K_DrMzqoy2JREzpo",
  "cer": "MIIC0DCCAbigAwIBAgIQR/P+Gil2Ns1TkpMVRHEl/jANBgkqhkiG9w0BAQsFADAbMRkwFwYDVQQDDBBzaG9wLmNvbnRvc28uY29tMB4XDTI0MDEwMTA5NTAwMFoXDTI0MTIzMTA5NTAwMFowGzEZMBcGA1UEAwwQc2hvcC5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBALHwb7B12b12G8YTb/PO86J0WB96EJz+DfmHH4gMnKPmN5gHWhBLDtbC3y3NBZe3MeOJsriYmf44xGokKgv8SP4545IP+mkjvmXinU3HxdYDPMImghbz3U9bBB2e32q02HtLzwUc7T0bSEILq6iYi1gwLoqMQ/P3Hcq3sQaywsJLPMIXOyf4WhLv0skQsgt3qK7rE947K6EF7AlRKl8dm8RSaE8qVRWtnXix3BJIn2Hkx7ZJxUnmxM6xfXComEm2Ulj3u9xhgsvT9RekzGkqxGhw5ZjBK1QYPtMOAc3H3DpTEqikwNVeboupBX4ngIT4JDRpB1hDxDjJc8jRIKEyMJsCAwEAAaMQMA4wDAYDVR0TAQH/BAIwADANBgkqhkiG9w0BAQsFAAOCAQEAfkBxllHZZYR6sKjswnCgbNmPTbgFk330UmMzxq6/fyM1w2qTxC07jD0Nybq5+3DbIwEKjKoScD+cUhvdyejJhgw1KQt5KnCdOtyHnCXW5nrTm8VF7BDaG217Oy0JJRuc71xOJ2QUnWR3UM/1ctB34P2A6OriihpN8sFyhD2wZ1UTLjKvvNUngywKmuCgMdLGw2UHRymZ58ByYi6to624AuAayAHmr+ldblvWIuXW3akm6K6UM1YH0NNf+/qTQgr/QQJEKWHKNCPOaiZ+F5YfrqTgRbZ/DORwmP2dLmQJacUDmsmBmVQ5SSSdmlb7sDUeNzfhQMHVy7PJA0OfaSdZ/g==",
  "attributes": {
    "enabled": true,
    "nbf": 1704102600,
    "exp": 1735638600,
    "created": 1704103200,
    "updated": 1704103204,
    "recoveryLevel": "Recoverable+Purgeable"
  },
  "policy": {
    "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/policy",
    "key_props": {
      "exportable": true,
      "kty": "RSA",
      "key_size": 2048,
      "reuse_key": false
    },
    "secret_props": {
      "contentType": "application/x-pkcs12"
    },
    "x509_props": {
      "subject": "CN=shop.contoso.com",
      "ekus": [],
      "key_usage": [],
      "validity_months": 12
    },
    "lifetime_actions": [
      {
        "trigger": {
          "lifetime_percentage": 80
        },
        "action": {
          "action_type": "AutoRenew"
        }
      }
    ],
    "issuer": {
      "name": "Self"
    },
    "attributes": {
      "enabled": true,
      "created": 1704103200,
      "updated": 1704103204
    }
  }
}"#,
    );
}
