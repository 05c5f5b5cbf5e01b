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
async fn recover_deleted_certificate_recover_deleted_certificate_200() {
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
        .recover_deleted_certificate("legacy-intranet", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Post,
        "/deletedcertificates/legacy-intranet/recover",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
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
    );
}
