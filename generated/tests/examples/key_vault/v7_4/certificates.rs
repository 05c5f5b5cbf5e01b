// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

//! Examples of `certificates`.

use armature_certificates::key_vault::v7_4::{
    CertificateClient, CertificateClientOptions,
    models::{
        CertificateCreateParameters, CertificateIssuerSetParameters,
        CertificateIssuerUpdateParameters, Contacts,
    },
};
use armature_runtime::testing::{
    ExpectedBody, MockResponse, MockTransport, assert_model, assert_request, credential,
    from_json,
};
use azure_core::http::Method;
use futures::TryStreamExt;

#[tokio::test]
async fn get_certificates_get_certificates_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "value": [
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls",
      "x5t": "iWv4FPKEiK9K_DrMzqoy2JREzpo",
      "attributes": {
        "enabled": true,
        "nbf": 1704102600,
        "exp": 1735638600,
        "created": 1704103200,
        "updated": 1704103204
      }
    },
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/payments-import",
      "x5t": "01exM30y2X0ApFhaC-sS13HXzkE",
      "attributes": {
        "enabled": true,
        "nbf": 1704189600,
        "exp": 1767261600,
        "created": 1704193200,
        "updated": 1704193200
      }
    }
  ],
  "nextLink": null
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
    let mut pages = client.get_certificates(None).unwrap().into_pages();
    let response = pages.try_next().await.unwrap().unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/certificates",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "value": [
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls",
      "x5t": "iWv4FPKEiK9K_DrMzqoy2JREzpo",
      "attributes": {
        "enabled": true,
        "nbf": 1704102600,
        "exp": 1735638600,
        "created": 1704103200,
        "updated": 1704103204
      }
    },
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/payments-import",
      "x5t": "01exM30y2X0ApFhaC-sS13HXzkE",
      "attributes": {
        "enabled": true,
        "nbf": 1704189600,
        "exp": 1767261600,
        "created": 1704193200,
        "updated": 1704193200
      }
    }
  ]
}"#,
    );
}

#[tokio::test]
async fn begin_delete_certificate_delete_certificate_200() {
    let answer = MockResponse::json(
            200,
            r#"{
  "recoveryId": "https://contoso-kv.vault.azure.net/deletedcertificates/payments-import",
  "deletedDate": 1704200400,
  "scheduledPurgeDate": 1711976400,
  "id": "https://contoso-kv.vault.azure.net/certificates/payments-import/5fb4b6fbc64b15e5bdcb7e6a2b5358f3",
  "kid": "https://contoso-kv.vault.azure.net/keys/payments-import/5fb4b6fbc64b15e5bdcb7e6a2b5358f3",
  "sid": "https://contoso-kv.vault.azure.net/secrets/payments-import/5fb4b6fbc64b15e5bdcb7e6a2b5358f3",
  "x5t": "01exM30y2X0ApFhaC-sS13HXzkE",
  "cer": "MIIC2DCCAcCgAwIBAgIQKdieA83LvqIc3vmRdsLwAjANBgkqhkiG9w0BAQsFADAfMR0wGwYDVQQDDBRwYXltZW50cy5jb250b3NvLmNvbTAeFw0yNDAxMDIxMDAwMDBaFw0yNjAxMDExMDAwMDBaMB8xHTAbBgNVBAMMFHBheW1lbnRzLmNvbnRvc28uY29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA9obOWAr/9MpEYWI6WE7vhaPB2tUT6f42tkNfPIMPcvkGWAQbygVQJzJJccrXipDgVq7sYewkDdSG1eRY0cc16gwfOcWEq0zjhWYXM6azVF+HkDqzxDLJnp4HD6yh5YhczUAkyQut/kjWCINLZYdDa6pwbkm3J2r7zAJMzpd1fcS0l4MZz5Vb4MttpsgHPIoFdXdq4bIRszfR2Kzn/nxqU3eKelL2/gYP5Wi3l41hP2/QaM6jAoq32IXNAoG+JgoIRzswG3uOcPpwBPUEwISmumXMeGjMvaZhB/fS4PrOtn/8I5Fiklw0szh46kMnxE5LefNAMCfsopFUw8k2FxEemwIDAQABoxAwDjAMBgNVHRMBAf8EAjAAMA0GCSqGSIb3DQEBCwUAA4IBAQDjA6RF729Z0E6RVoGWMFPVd4FJkuWMas7bQS5DjMTyEGZLagO1wFsHCCyhPzsS/ACo4vQ7SthUPpzoT4ZZHKaqxggRQ52lJ3Nkp5lxuaqm8JZxHUEYm9lYpCvS9eoMabuS8SBBPdzeGg4yt2PlrBlNT1VwHbbM8VuZM7KvuHVVOBNKVi5hO8pjcWj8Z61sDLVwbmkOpoFbfP1FO39IaMmxfz7vyEpT4D7DFWZ/NYY1AnktyRxtHMpGegbaBlyLET85k+Z9QDP1vhw3ZMKRc0TZKTzewmClQLQleRCccJSDI1S/k2BuuEO8Nd7yFuZV2hHf8AaoWKBa4LrHtg9U5tOT",
  "attributes": {
    "enabled": true,
    "nbf": 1704189600,
    "exp": 1767261600,
    "created": 1704193200,
    "updated": 1704193200,
    "recoveryLevel": "Recoverable+Purgeable"
  },
  "policy": {
    "id": "https://contoso-kv.vault.azure.net/certificates/payments-import/policy",
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
      "subject": "CN=payments.contoso.com",
      "ekus": [],
      "key_usage": [],
      "validity_months": 24
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
      "created": 1704193200,
      "updated": 1704193200
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
    let mut poller = client.begin_delete_certificate("payments-import", None).unwrap();
    let state = poller.try_next().await.unwrap().unwrap();
    assert_request(
        &mock.request(),
        Method::Delete,
        "/certificates/payments-import",
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
        "/deletedcertificates/payments-import",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_request(
        &requests[2],
        Method::Get,
        "/deletedcertificates/payments-import",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
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
async fn get_certificate_contacts_get_certificate_contacts_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/contacts",
  "contacts": [
    {
      "email": "pki-oncall@contoso.com",
      "name": "PKI on call",
      "phone": "+1 555 0100"
    },
    {
      "email": "platform@contoso.com",
      "name": "Platform team",
      "phone": "+1 555 0101"
    }
  ]
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
    let response = client.get_certificate_contacts(None).await.unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/certificates/contacts",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/contacts",
  "contacts": [
    {
      "email": "pki-oncall@contoso.com",
      "name": "PKI on call",
      "phone": "+1 555 0100"
    },
    {
      "email": "platform@contoso.com",
      "name": "Platform team",
      "phone": "+1 555 0101"
    }
  ]
}"#,
    );
}

#[tokio::test]
async fn set_certificate_contacts_set_certificate_contacts_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/contacts",
  "contacts": [
    {
      "email": "pki-oncall@contoso.com",
      "name": "PKI on call",
      "phone": "+1 555 0100"
    },
    {
      "email": "platform@contoso.com",
      "name": "Platform team",
      "phone": "+1 555 0101"
    }
  ]
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
    let contacts: Contacts = from_json(
        r#"{
  "contacts": [
    {
      "email": "pki-oncall@contoso.com",
      "name": "PKI on call",
      "phone": "+1 555 0100"
    },
    {
      "email": "platform@contoso.com",
      "name": "Platform team",
      "phone": "+1 555 0101"
    }
  ]
}"#,
    );
    let response = client
        .set_certificate_contacts(contacts.try_into().unwrap(), None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Put,
        "/certificates/contacts",
        &[("api-version", "7.4")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "contacts": [
    {
      "email": "pki-oncall@contoso.com",
      "name": "PKI on call",
      "phone": "+1 555 0100"
    },
    {
      "email": "platform@contoso.com",
      "name": "Platform team",
      "phone": "+1 555 0101"
    }
  ]
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/contacts",
  "contacts": [
    {
      "email": "pki-oncall@contoso.com",
      "name": "PKI on call",
      "phone": "+1 555 0100"
    },
    {
      "email": "platform@contoso.com",
      "name": "Platform team",
      "phone": "+1 555 0101"
    }
  ]
}"#,
    );
}

#[tokio::test]
async fn delete_certificate_contacts_delete_certificate_contacts_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/contacts",
  "contacts": [
    {
      "email": "pki-oncall@contoso.com",
      "name": "PKI on call",
      "phone": "+1 555 0100"
    },
    {
      "email": "platform@contoso.com",
      "name": "Platform team",
      "phone": "+1 555 0101"
    }
  ]
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
    let response = client.delete_certificate_contacts(None).await.unwrap();
    assert_request(
        &mock.request(),
        Method::Delete,
        "/certificates/contacts",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/contacts",
  "contacts": [
    {
      "email": "pki-oncall@contoso.com",
      "name": "PKI on call",
      "phone": "+1 555 0100"
    },
    {
      "email": "platform@contoso.com",
      "name": "Platform team",
      "phone": "+1 555 0101"
    }
  ]
}"#,
    );
}

#[tokio::test]
async fn get_certificate_issuers_get_certificate_issuers_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "value": [
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-digicert",
      "provider": "DigiCert"
    },
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-globalsign",
      "provider": "GlobalSign"
    },
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-test",
      "provider": "Test"
    }
  ],
  "nextLink": null
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
    let mut pages = client.get_certificate_issuers(None).unwrap().into_pages();
    let response = pages.try_next().await.unwrap().unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/certificates/issuers",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "value": [
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-digicert",
      "provider": "DigiCert"
    },
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-globalsign",
      "provider": "GlobalSign"
    },
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-test",
      "provider": "Test"
    }
  ]
}"#,
    );
}

#[tokio::test]
async fn get_certificate_issuer_get_certificate_issuer_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-digicert",
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-orders"
  },
  "org_details": {
    "admin_details": [
      {
        "first_name": "Certificate",
        "last_name": "Desk",
        "email": "certificates@contoso.com",
        "phone": "+1 555 0102"
      }
    ]
  },
  "attributes": {
    "enabled": true,
    "created": 1704103700,
    "updated": 1704103700
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
        .get_certificate_issuer("contoso-digicert", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/certificates/issuers/contoso-digicert",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-digicert",
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-orders"
  },
  "org_details": {
    "admin_details": [
      {
        "first_name": "Certificate",
        "last_name": "Desk",
        "email": "certificates@contoso.com",
        "phone": "+1 555 0102"
      }
    ]
  },
  "attributes": {
    "enabled": true,
    "created": 1704103700,
    "updated": 1704103700
  }
}"#,
    );
}

#[tokio::test]
async fn set_certificate_issuer_set_certificate_issuer_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-digicert",
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-orders"
  },
  "org_details": {
    "admin_details": [
      {
        "first_name": "Certificate",
        "last_name": "Desk",
        "email": "certificates@contoso.com",
        "phone": "+1 555 0102"
      }
    ]
  },
  "attributes": {
    "enabled": true,
    "created": 1704103700,
    "updated": 1704103700
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
    let parameter: CertificateIssuerSetParameters = from_json(
        r#"{
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-orders",
    "pwd": "example-only"
  },
  "org_details": {
    "admin_details": [
      {
        "first_name": "Certificate",
        "last_name": "Desk",
        "email": "certificates@contoso.com",
        "phone": "+1 555 0102"
      }
    ]
  }
}"#,
    );
    let response = client
        .set_certificate_issuer("contoso-digicert", parameter.try_into().unwrap(), None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Put,
        "/certificates/issuers/contoso-digicert",
        &[("api-version", "7.4")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-orders",
    "pwd": "example-only"
  },
  "org_details": {
    "admin_details": [
      {
        "first_name": "Certificate",
        "last_name": "Desk",
        "email": "certificates@contoso.com",
        "phone": "+1 555 0102"
      }
    ]
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-digicert",
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-orders"
  },
  "org_details": {
    "admin_details": [
      {
        "first_name": "Certificate",
        "last_name": "Desk",
        "email": "certificates@contoso.com",
        "phone": "+1 555 0102"
      }
    ]
  },
  "attributes": {
    "enabled": true,
    "created": 1704103700,
    "updated": 1704103700
  }
}"#,
    );
}

#[tokio::test]
async fn delete_certificate_issuer_delete_certificate_issuer_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-digicert",
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-renewals"
  },
  "org_details": {
    "admin_details": [
      {
        "first_name": "Certificate",
        "last_name": "Desk",
        "email": "certificates@contoso.com",
        "phone": "+1 555 0102"
      }
    ]
  },
  "attributes": {
    "enabled": true,
    "created": 1704103700,
    "updated": 1704111200
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
        .delete_certificate_issuer("contoso-digicert", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Delete,
        "/certificates/issuers/contoso-digicert",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-digicert",
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-renewals"
  },
  "org_details": {
    "admin_details": [
      {
        "first_name": "Certificate",
        "last_name": "Desk",
        "email": "certificates@contoso.com",
        "phone": "+1 555 0102"
      }
    ]
  },
  "attributes": {
    "enabled": true,
    "created": 1704103700,
    "updated": 1704111200
  }
}"#,
    );
}

#[tokio::test]
async fn update_certificate_issuer_update_certificate_issuer_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-digicert",
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-renewals"
  },
  "org_details": {
    "admin_details": [
      {
        "first_name": "Certificate",
        "last_name": "Desk",
        "email": "certificates@contoso.com",
        "phone": "+1 555 0102"
      }
    ]
  },
  "attributes": {
    "enabled": true,
    "created": 1704103700,
    "updated": 1704111200
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
    let parameter: CertificateIssuerUpdateParameters = from_json(
        r#"{
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-renewals",
    "pwd": "example-only-too"
  }
}"#,
    );
    let response = client
        .update_certificate_issuer(
            "contoso-digicert",
            parameter.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Patch,
        "/certificates/issuers/contoso-digicert",
        &[("api-version", "7.4")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-renewals",
    "pwd": "example-only-too"
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/issuers/contoso-digicert",
  "provider": "DigiCert",
  "credentials": {
    "account_id": "contoso-renewals"
  },
  "org_details": {
    "admin_details": [
      {
        "first_name": "Certificate",
        "last_name": "Desk",
        "email": "certificates@contoso.com",
        "phone": "+1 555 0102"
      }
    ]
  },
  "attributes": {
    "enabled": true,
    "created": 1704103700,
    "updated": 1704111200
  }
}"#,
    );
}

#[tokio::test]
async fn begin_create_certificate_create_certificate_202() {
    let answer = MockResponse::json(
            202,
            r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/pending",
  "issuer": {
    "name": "Self"
  },
  "csr": "MIICnzCCAYcCAQAwGzEZMBcGA1UEAwwQc2hvcC5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBALHwb7B12b12G8YTb/PO86J0WB96EJz+DfmHH4gMnKPmN5gHWhBLDtbC3y3NBZe3MeOJsriYmf44xGokKgv8SP4545IP+mkjvmXinU3HxdYDPMImghbz3U9bBB2e32q02HtLzwUc7T0bSEILq6iYi1gwLoqMQ/P3Hcq3sQaywsJLPMIXOyf4WhLv0skQsgt3qK7rE947K6EF7AlRKl8dm8RSaE8qVRWtnXix3BJIn2Hkx7ZJxUnmxM6xfXComEm2Ulj3u9xhgsvT9RekzGkqxGhw5ZjBK1QYPtMOAc3H3DpTEqikwNVeboupBX4ngIT4JDRpB1hDxDjJc8jRIKEyMJsCAwEAAaA/MD0GCSqGSIb3DQEJDjEwMC4wLAYDVR0RBCUwI4IQc2hvcC5jb250b3NvLmNvbYIPcGF5LmNvbnRvc28uY29tMA0GCSqGSIb3DQEBCwUAA4IBAQAV4jR5Hp8+lmdpJ56mDtJ2oQP8GcflwGc5x/nXvZZL5T9CJMgNllv7kg2+hequWAa12MUO2ASEuePc8IQzel4Q/YNrFGLmfBuD55Z/7rPfxvEAFZN2ooaRMO6YJbUP/e3aNSoogR8z1QWTQky7BQLiMxA18Y/a4ZjovVfIqBHNat2/jZmLH5toENM90R2KAsFxeU+6BHYiR2eb/cEgEPsE4inqqBQ/aMCSqM0xCerzUDwG31PMTkiKwnWj62JTb/k3iS39ybVOfPu8eNkw/Ds+PzhjcOtShlDDq991NeE8afHjPKnZwYK4Uf3XMPF9hg9yjU24sVEDtEk6NZJL6RST",
  "cancellation_requested": false,
  "status": "inProgress",
  "status_details": "The certificate is being signed with its own key.",
  "request_id": "76ea0bebb3c22822b4f0dd9c9fd021c5"
}"#,
        )
        .header("retry-after", "0");
    let mock = MockTransport::answering([
        answer,
        MockResponse::json(
                200,
                r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/pending",
  "issuer": {
    "name": "Self"
  },
  "csr": "MIICnzCCAYcCAQAwGzEZMBcGA1UEAwwQc2hvcC5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBALHwb7B12b12G8YTb/PO86J0WB96EJz+DfmHH4gMnKPmN5gHWhBLDtbC3y3NBZe3MeOJsriYmf44xGokKgv8SP4545IP+mkjvmXinU3HxdYDPMImghbz3U9bBB2e32q02HtLzwUc7T0bSEILq6iYi1gwLoqMQ/P3Hcq3sQaywsJLPMIXOyf4WhLv0skQsgt3qK7rE947K6EF7AlRKl8dm8RSaE8qVRWtnXix3BJIn2Hkx7ZJxUnmxM6xfXComEm2Ulj3u9xhgsvT9RekzGkqxGhw5ZjBK1QYPtMOAc3H3DpTEqikwNVeboupBX4ngIT4JDRpB1hDxDjJc8jRIKEyMJsCAwEAAaA/MD0GCSqGSIb3DQEJDjEwMC4wLAYDVR0RBCUwI4IQc2hvcC5jb250b3NvLmNvbYIPcGF5LmNvbnRvc28uY29tMA0GCSqGSIb3DQEBCwUAA4IBAQAV4jR5Hp8+lmdpJ56mDtJ2oQP8GcflwGc5x/nXvZZL5T9CJMgNllv7kg2+hequWAa12MUO2ASEuePc8IQzel4Q/YNrFGLmfBuD55Z/7rPfxvEAFZN2ooaRMO6YJbUP/e3aNSoogR8z1QWTQky7BQLiMxA18Y/a4ZjovVfIqBHNat2/jZmLH5toENM90R2KAsFxeU+6BHYiR2eb/cEgEPsE4inqqBQ/aMCSqM0xCerzUDwG31PMTkiKwnWj62JTb/k3iS39ybVOfPu8eNkw/Ds+PzhjcOtShlDDq991NeE8afHjPKnZwYK4Uf3XMPF9hg9yjU24sVEDtEk6NZJL6RST",
  "cancellation_requested": false,
  "status": "completed",
  "status_details": "The certificate is being signed with its own key.",
  "request_id": "76ea0bebb3c22822b4f0dd9c9fd021c5"
}"#,
            )
            .header("retry-after", "0"),
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
    let parameters: CertificateCreateParameters = from_json(
        r#"{
  "policy": {
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
      "sans": {
        "dns_names": [
          "shop.contoso.com",
          "pay.contoso.com"
        ]
      }
    },
    "issuer": {
      "name": "Self"
    }
  }
}"#,
    );
    let mut poller = client
        .begin_create_certificate("storefront-tls", parameters.try_into().unwrap(), None)
        .unwrap();
    let state = poller.try_next().await.unwrap().unwrap();
    assert_request(
        &mock.request(),
        Method::Post,
        "/certificates/storefront-tls/create",
        &[("api-version", "7.4")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "policy": {
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
      "sans": {
        "dns_names": [
          "shop.contoso.com",
          "pay.contoso.com"
        ]
      }
    },
    "issuer": {
      "name": "Self"
    }
  }
}"#,
        ),
    );
    assert_eq!(state.status(), 202);
    assert_model(
        &state.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/pending",
  "issuer": {
    "name": "Self"
  },
  "csr": "MIICnzCCAYcCAQAwGzEZMBcGA1UEAwwQc2hvcC5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBALHwb7B12b12G8YTb/PO86J0WB96EJz+DfmHH4gMnKPmN5gHWhBLDtbC3y3NBZe3MeOJsriYmf44xGokKgv8SP4545IP+mkjvmXinU3HxdYDPMImghbz3U9bBB2e32q02HtLzwUc7T0bSEILq6iYi1gwLoqMQ/P3Hcq3sQaywsJLPMIXOyf4WhLv0skQsgt3qK7rE947K6EF7AlRKl8dm8RSaE8qVRWtnXix3BJIn2Hkx7ZJxUnmxM6xfXComEm2Ulj3u9xhgsvT9RekzGkqxGhw5ZjBK1QYPtMOAc3H3DpTEqikwNVeboupBX4ngIT4JDRpB1hDxDjJc8jRIKEyMJsCAwEAAaA/MD0GCSqGSIb3DQEJDjEwMC4wLAYDVR0RBCUwI4IQc2hvcC5jb250b3NvLmNvbYIPcGF5LmNvbnRvc28uY29tMA0GCSqGSIb3DQEBCwUAA4IBAQAV4jR5Hp8+lmdpJ56mDtJ2oQP8GcflwGc5x/nXvZZL5T9CJMgNllv7kg2+hequWAa12MUO2ASEuePc8IQzel4Q/YNrFGLmfBuD55Z/7rPfxvEAFZN2ooaRMO6YJbUP/e3aNSoogR8z1QWTQky7BQLiMxA18Y/a4ZjovVfIqBHNat2/jZmLH5toENM90R2KAsFxeU+6BHYiR2eb/cEgEPsE4inqqBQ/aMCSqM0xCerzUDwG31PMTkiKwnWj62JTb/k3iS39ybVOfPu8eNkw/Ds+PzhjcOtShlDDq991NeE8afHjPKnZwYK4Uf3XMPF9hg9yjU24sVEDtEk6NZJL6RST",
  "cancellation_requested": false,
  "status": "inProgress",
  "status_details": "The certificate is being signed with its own key.",
  "request_id": "76ea0bebb3c22822b4f0dd9c9fd021c5"
}"#,
    );
    let response = poller.await.unwrap();
    let requests = mock.requests();
    assert_eq!(requests.len(), 3);
    assert_request(
        &requests[1],
        Method::Get,
        "/certificates/storefront-tls/pending",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_request(
        &requests[2],
        Method::Get,
        "/certificates/storefront-tls/",
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
