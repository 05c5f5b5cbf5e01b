// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

//! Examples of `certificates`.

use armature_certificates::key_vault::v7_4::{
    CertificateClient, CertificateClientOptions,
    models::{
        CertificateClientGetCertificateOptions,
        CertificateClientUpdateCertificateOptions, CertificateImportParameters,
        CertificateMergeParameters, CertificateOperationUpdateParameter,
        CertificatePolicy, CertificateUpdateParameters,
    },
};
use armature_runtime::testing::{
    ExpectedBody, MockResponse, MockTransport, assert_model, assert_request, credential,
    from_json,
};
use azure_core::http::Method;
use futures::TryStreamExt;

#[tokio::test]
async fn import_certificate_import_certificate_200() {
    let answer = MockResponse::json(
        200,
        r#"{
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
    let parameters: CertificateImportParameters = from_json(
        r#"{
  "value": "VGhpcyB0ZXh0IHN0YW5kcyBmb3IgdGhlIGJ5dGVzIG9mIGEgUEZYIGFyY2hpdmUu",
  "pwd": "example-only",
  "policy": {
    "key_props": {
      "exportable": true,
      "kty": "RSA",
      "key_size": 2048,
      "reuse_key": false
    },
    "secret_props": {
      "contentType": "application/x-pkcs12"
    }
  }
}"#,
    );
    let response = client
        .import_certificate("payments-import", parameters.try_into().unwrap(), None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Post,
        "/certificates/payments-import/import",
        &[("api-version", "7.4")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "value": "VGhpcyB0ZXh0IHN0YW5kcyBmb3IgdGhlIGJ5dGVzIG9mIGEgUEZYIGFyY2hpdmUu",
  "pwd": "example-only",
  "policy": {
    "key_props": {
      "exportable": true,
      "kty": "RSA",
      "key_size": 2048,
      "reuse_key": false
    },
    "secret_props": {
      "contentType": "application/x-pkcs12"
    }
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
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
    );
}

#[tokio::test]
async fn get_certificate_versions_get_certificate_versions_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "value": [
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/b7741a3dd932685039941f3b88f926dc",
      "x5t": "FsUEded9gHpzh0Fm5FfugvkuT7M",
      "attributes": {
        "enabled": true,
        "nbf": 1733046600,
        "exp": 1764582600,
        "created": 1733047200,
        "updated": 1733047200
      }
    },
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/b75469fc6e73daa69d41bd99ae216097",
      "x5t": "iWv4FPKEiK9K_DrMzqoy2JREzpo",
      "attributes": {
        "enabled": true,
        "nbf": 1704102600,
        "exp": 1735638600,
        "created": 1704103200,
        "updated": 1704103204
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
    let mut pages = client
        .get_certificate_versions("storefront-tls", None)
        .unwrap()
        .into_pages();
    let response = pages.try_next().await.unwrap().unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/certificates/storefront-tls/versions",
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
      "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/b7741a3dd932685039941f3b88f926dc",
      "x5t": "FsUEded9gHpzh0Fm5FfugvkuT7M",
      "attributes": {
        "enabled": true,
        "nbf": 1733046600,
        "exp": 1764582600,
        "created": 1733047200,
        "updated": 1733047200
      }
    },
    {
      "id": "https://contoso-kv.vault.azure.net/certificates/storefront-tls/b75469fc6e73daa69d41bd99ae216097",
      "x5t": "iWv4FPKEiK9K_DrMzqoy2JREzpo",
      "attributes": {
        "enabled": true,
        "nbf": 1704102600,
        "exp": 1735638600,
        "created": 1704103200,
        "updated": 1704103204
      }
    }
  ]
}"#,
    );
}

#[tokio::test]
async fn get_certificate_policy_get_certificate_policy_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/orders-api/policy",
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
    "subject": "CN=orders.contoso.com",
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
    "created": 1704104200,
    "updated": 1704104200
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
    let response = client.get_certificate_policy("orders-api", None).await.unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/certificates/orders-api/policy",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/orders-api/policy",
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
    "subject": "CN=orders.contoso.com",
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
    "created": 1704104200,
    "updated": 1704104200
  }
}"#,
    );
}

#[tokio::test]
async fn update_certificate_policy_update_certificate_policy_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/orders-api/policy",
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
    "subject": "CN=orders.contoso.com",
    "ekus": [],
    "key_usage": [],
    "validity_months": 12
  },
  "lifetime_actions": [
    {
      "trigger": {
        "lifetime_percentage": 75
      },
      "action": {
        "action_type": "EmailContacts"
      }
    }
  ],
  "issuer": {
    "name": "Self"
  },
  "attributes": {
    "enabled": true,
    "created": 1704104200,
    "updated": 1704108200
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
    let certificate_policy: CertificatePolicy = from_json(
        r#"{
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
    "subject": "CN=orders.contoso.com",
    "ekus": [],
    "key_usage": [],
    "validity_months": 12
  },
  "lifetime_actions": [
    {
      "trigger": {
        "lifetime_percentage": 75
      },
      "action": {
        "action_type": "EmailContacts"
      }
    }
  ],
  "issuer": {
    "name": "Self"
  },
  "attributes": {
    "enabled": true
  }
}"#,
    );
    let response = client
        .update_certificate_policy(
            "orders-api",
            certificate_policy.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Patch,
        "/certificates/orders-api/policy",
        &[("api-version", "7.4")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
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
    "subject": "CN=orders.contoso.com",
    "ekus": [],
    "key_usage": [],
    "validity_months": 12
  },
  "lifetime_actions": [
    {
      "trigger": {
        "lifetime_percentage": 75
      },
      "action": {
        "action_type": "EmailContacts"
      }
    }
  ],
  "issuer": {
    "name": "Self"
  },
  "attributes": {
    "enabled": true
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/orders-api/policy",
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
    "subject": "CN=orders.contoso.com",
    "ekus": [],
    "key_usage": [],
    "validity_months": 12
  },
  "lifetime_actions": [
    {
      "trigger": {
        "lifetime_percentage": 75
      },
      "action": {
        "action_type": "EmailContacts"
      }
    }
  ],
  "issuer": {
    "name": "Self"
  },
  "attributes": {
    "enabled": true,
    "created": 1704104200,
    "updated": 1704108200
  }
}"#,
    );
}

#[tokio::test]
async fn get_certificate_get_certificate_200() {
    let answer = MockResponse::json(
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
        .get_certificate(
            "storefront-tls",
            Some(CertificateClientGetCertificateOptions {
                certificate_version: Some("b75469fc6e73daa69d41bd99ae216097".to_owned()),
                ..Default::default()
            }),
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/certificates/storefront-tls/b75469fc6e73daa69d41bd99ae216097",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
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

#[tokio::test]
async fn update_certificate_update_certificate_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://myvault.vault.azure.net/certificates/updateCert01/c3d31d7b36c942ad83ef36fc0785a4fc",
  "kid": "https://myvault.vault.azure.net/keys/updateCert01/c3d31d7b36c942ad83ef36fc0785a4fc",
  "sid": "https://myvault.vault.azure.net/secrets/updateCert01/c3d31d7b36c942ad83ef36fc0785a4fc",
  "x5t": "fLi3U52HunIVNXubkEnf8tP6Wbo",
  "cer": "MIICODCCAeagAwIBAgIQqHmpBAv+CY9IJFoUhlbziTAJBgUrDgMCHQUAMBYxFDASBgNVBAMTC1Jvb3QgQWdlbmN5MB4XDTE1MDQyOTIxNTM0MVoXDTM5MTIzMTIzNTk1OVowFzEVMBMGA1UEAxMMS2V5VmF1bHRUZXN0MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bVAT73zr4+N4WVv2+SvTunAw08ksS4BrJW/nNliz3S9XuzMBMXvmYzU5HJ8TtEgluBiZZYd5qsMJD+OXHSNbsLdmMhni0jYX09h3XlC2VJw2sGKeYF+xEaavXm337aZZaZyjrFBrrUl51UePaN+kVFXNlBb3N3TYpqa7KokXenJQuR+i9Gv9a77c0UsSsDSryxppYhKK7HvTZCpKrhVtulF5iPMswWe9np3uggfMamyIsK/0L7X9w9B2qN7993RR0A00nOk4H6CnkuwO77dSsD0KJsk6FyAoZBzRXDZh9+d9R76zCL506NcQy/jl0lCiQYwsUX73PG5pxOh02OwKwIDAQABo0swSTBHBgNVHQEEQDA+gBAS5AktBh0dTwCNYSHcFmRjoRgwFjEUMBIGA1UEAxMLUm9vdCBBZ2VuY3mCEAY3bACqAGSKEc+41KpcNfQwCQYFKw4DAh0FAANBAGqIjo2geVagzuzaZOe1ClGKhZeiCKfWAxklaGN+qlGUbVS4IN4V1lot3VKnzabasmkEHeNxPwLn1qvSD0cX9CE=",
  "attributes": {
    "enabled": true,
    "nbf": 1430344421,
    "exp": 2208988799,
    "created": 1482188981,
    "updated": 1482188981
  },
  "tags": {
    "department": "KeyVaultTest"
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
            "https://myvault.vault.azure.net",
            credential(),
            Some(options),
        )
        .unwrap();
    let parameters: CertificateUpdateParameters = from_json(
        r#"{
  "attributes": {
    "enabled": true,
    "nbf": 1430344421,
    "exp": 2208988799
  },
  "tags": {
    "department": "KeyVaultTest"
  }
}"#,
    );
    let response = client
        .update_certificate(
            "updateCert01",
            parameters.try_into().unwrap(),
            Some(CertificateClientUpdateCertificateOptions {
                certificate_version: Some("c3d31d7b36c942ad83ef36fc0785a4fc".to_owned()),
                ..Default::default()
            }),
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Patch,
        "/certificates/updateCert01/c3d31d7b36c942ad83ef36fc0785a4fc",
        &[("api-version", "7.4")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "attributes": {
    "enabled": true,
    "nbf": 1430344421,
    "exp": 2208988799
  },
  "tags": {
    "department": "KeyVaultTest"
  }
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://myvault.vault.azure.net/certificates/updateCert01/c3d31d7b36c942ad83ef36fc0785a4fc",
  "kid": "https://myvault.vault.azure.net/keys/updateCert01/c3d31d7b36c942ad83ef36fc0785a4fc",
  "sid": "https://myvault.vault.azure.net/secrets/updateCert01/c3d31d7b36c942ad83ef36fc0785a4fc",
  "x5t": "fLi3U52HunIVNXubkEnf8tP6Wbo",
  "cer": "MIICODCCAeagAwIBAgIQqHmpBAv+CY9IJFoUhlbziTAJBgUrDgMCHQUAMBYxFDASBgNVBAMTC1Jvb3QgQWdlbmN5MB4XDTE1MDQyOTIxNTM0MVoXDTM5MTIzMTIzNTk1OVowFzEVMBMGA1UEAxMMS2V5VmF1bHRUZXN0MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5bVAT73zr4+N4WVv2+SvTunAw08ksS4BrJW/nNliz3S9XuzMBMXvmYzU5HJ8TtEgluBiZZYd5qsMJD+OXHSNbsLdmMhni0jYX09h3XlC2VJw2sGKeYF+xEaavXm337aZZaZyjrFBrrUl51UePaN+kVFXNlBb3N3TYpqa7KokXenJQuR+i9Gv9a77c0UsSsDSryxppYhKK7HvTZCpKrhVtulF5iPMswWe9np3uggfMamyIsK/0L7X9w9B2qN7993RR0A00nOk4H6CnkuwO77dSsD0KJsk6FyAoZBzRXDZh9+d9R76zCL506NcQy/jl0lCiQYwsUX73PG5pxOh02OwKwIDAQABo0swSTBHBgNVHQEEQDA+gBAS5AktBh0dTwCNYSHcFmRjoRgwFjEUMBIGA1UEAxMLUm9vdCBBZ2VuY3mCEAY3bACqAGSKEc+41KpcNfQwCQYFKw4DAh0FAANBAGqIjo2geVagzuzaZOe1ClGKhZeiCKfWAxklaGN+qlGUbVS4IN4V1lot3VKnzabasmkEHeNxPwLn1qvSD0cX9CE=",
  "attributes": {
    "enabled": true,
    "nbf": 1430344421,
    "exp": 2208988799,
    "created": 1482188981,
    "updated": 1482188981
  },
  "tags": {
    "department": "KeyVaultTest"
  }
}"#,
    );
}

#[tokio::test]
async fn get_certificate_operation_get_certificate_operation_200() {
    let answer = MockResponse::json(
        200,
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
        .get_certificate_operation("storefront-tls", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Get,
        "/certificates/storefront-tls/pending",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
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
}

#[tokio::test]
async fn delete_certificate_operation_delete_certificate_operation_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/retired-portal/pending",
  "issuer": {
    "name": "contoso-globalsign"
  },
  "csr": "MIICYjCCAUoCAQAwHTEbMBkGA1UEAwwScG9ydGFsLmNvbnRvc28uY29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtQNNw0eDT8fhPtDhINYMwyXn4Y9M3F6fcN8dKmVQJPgt8D+xQ1OjCvxNg5Nff/Mrna1WMP/S9Szty7uA5Rfj7kKB6q5KEbnDfRBwkpT2I3VmzqMZKv1v1nXe1p/9aNR7F6AU2BmIVlfnLW/UAVtl3PAfwsdyC2NkadEgElQ52I5qu2LmpyQmEvs9Zah4RxzA22jhcMdb4R0TtTGoghdq4Mevg4dSz7RNVMObaxm1o9l1SvvzQwOBG9zzPpj8ZCPSmAN4aN1stdz+8KARQ/W+sECqXQZlX+6WHSqlKeqOD4woVYHlCw72/fh/2B7y3kbmwqT5w0esT8Soe9QgC/JluwIDAQABoAAwDQYJKoZIhvcNAQELBQADggEBAAL4GkmsPOmcnhTc+i0CCVBIwgROvSujkB5RsprPhRIGDcJAG7gZmw3R6yxEwKOxbrKDII0st7LGXewwyg9i+rY2/GWd5Uh2+TNMoMJvM5nxsrCtIEHXlBi4eq9NZVAPFigoPVqGukhcO34PSsYWeH3amw74/xNllBQF7Nvs7KwksxOsp6mySpebAyfw0rF8DwjBYTtqzipM/JXcI6nRdMr2EFMrjbdiFAGXvhiLYe9+TN661gFjFx44pSIZ+WTXNDlgqs8XQd2nYrU2IK6uXBuudLEm5naMaz+bDHnS1UaJwdcUdYKY8+8F5OCWWI33EkyAh7e2mGC561vnb8JNlaY=",
  "cancellation_requested": false,
  "status": "inProgress",
  "status_details": "The order was placed and is waiting for the certificate authority.",
  "request_id": "b638aed49f807047ce7d53b5ef64effa"
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
        .delete_certificate_operation("retired-portal", None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Delete,
        "/certificates/retired-portal/pending",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/retired-portal/pending",
  "issuer": {
    "name": "contoso-globalsign"
  },
  "csr": "MIICYjCCAUoCAQAwHTEbMBkGA1UEAwwScG9ydGFsLmNvbnRvc28uY29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtQNNw0eDT8fhPtDhINYMwyXn4Y9M3F6fcN8dKmVQJPgt8D+xQ1OjCvxNg5Nff/Mrna1WMP/S9Szty7uA5Rfj7kKB6q5KEbnDfRBwkpT2I3VmzqMZKv1v1nXe1p/9aNR7F6AU2BmIVlfnLW/UAVtl3PAfwsdyC2NkadEgElQ52I5qu2LmpyQmEvs9Zah4RxzA22jhcMdb4R0TtTGoghdq4Mevg4dSz7RNVMObaxm1o9l1SvvzQwOBG9zzPpj8ZCPSmAN4aN1stdz+8KARQ/W+sECqXQZlX+6WHSqlKeqOD4woVYHlCw72/fh/2B7y3kbmwqT5w0esT8Soe9QgC/JluwIDAQABoAAwDQYJKoZIhvcNAQELBQADggEBAAL4GkmsPOmcnhTc+i0CCVBIwgROvSujkB5RsprPhRIGDcJAG7gZmw3R6yxEwKOxbrKDII0st7LGXewwyg9i+rY2/GWd5Uh2+TNMoMJvM5nxsrCtIEHXlBi4eq9NZVAPFigoPVqGukhcO34PSsYWeH3amw74/xNllBQF7Nvs7KwksxOsp6mySpebAyfw0rF8DwjBYTtqzipM/JXcI6nRdMr2EFMrjbdiFAGXvhiLYe9+TN661gFjFx44pSIZ+WTXNDlgqs8XQd2nYrU2IK6uXBuudLEm5naMaz+bDHnS1UaJwdcUdYKY8+8F5OCWWI33EkyAh7e2mGC561vnb8JNlaY=",
  "cancellation_requested": false,
  "status": "inProgress",
  "status_details": "The order was placed and is waiting for the certificate authority.",
  "request_id": "b638aed49f807047ce7d53b5ef64effa"
}"#,
    );
}

#[tokio::test]
async fn update_certificate_operation_update_certificate_operation_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/fleet-telemetry/pending",
  "issuer": {
    "name": "contoso-digicert"
  },
  "csr": "MIICZTCCAU0CAQAwIDEeMBwGA1UEAwwVdGVsZW1ldHJ5LmNvbnRvc28uY29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3GPgdApqoGkDASC1nf7qv2kPVkCLoIpvVzhoy38VPRGdjRD6lo137zIt+yFKHL+u8xxUNaBTRLMwKv3pXwXfr0Ka2Sn2qUwVW7T4DznGXoQ6ah3WDtNZnCxDh13AeefEyf0hPz1orrrx5Fl02NbhY9qZ+sJKbz5jy1k/ioL1UsZna36TFR7D/6Y399jTRr7e2oQbJsSgocwgaYsE8zDtRUwPacZkK/nN6VMWmtrJuZTX9+yB64eIEdL2PP1IZnVEjDKw8gzCW5aFQrdx4W0j8j2Itdvu/A1CQ0zqGd4w8foVVecSXz7t0ijzplloxhI2Cvtdz07bPQ+4xrAkeO4meQIDAQABoAAwDQYJKoZIhvcNAQELBQADggEBAJmTrj8qAchNs6q3GFbB0uLCC1gJH8OF4NIogO2iMD2SB1vnIlMqGNEzV90zLkJHaohfsC7iC1UozpDumXVYnA+Y1sFwl05aJruJOp4TuwUe7ypz0tkYSM99Z0mw6nU1PPHMjD9J8kYDQLlBNYv65Tsv7aMMq6qr8Yhxy6SVrlkJk9tyfdswwK91YGGr5xhpBBHQXayq2ponb+avTiW2GV40flHMU416+4vlZNopPqNywz1UxTFwO0njis74UKcKeFAM1+N6zWGdh7EHRW9LDOsg8Ya7UgPMBvWRsKQZFrx8hCmUpWR0TPSC84kNrEz0t/rvXRam3T0oayZi/7wZbdc=",
  "cancellation_requested": true,
  "status": "inProgress",
  "status_details": "The order was placed and is waiting for the certificate authority.",
  "request_id": "9a8cc35d4c227fd8d82335795a25b2b8"
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
    let certificate_operation: CertificateOperationUpdateParameter = from_json(
        r#"{
  "cancellation_requested": true
}"#,
    );
    let response = client
        .update_certificate_operation(
            "fleet-telemetry",
            certificate_operation.try_into().unwrap(),
            None,
        )
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Patch,
        "/certificates/fleet-telemetry/pending",
        &[("api-version", "7.4")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(r#"{
  "cancellation_requested": true
}"#),
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/fleet-telemetry/pending",
  "issuer": {
    "name": "contoso-digicert"
  },
  "csr": "MIICZTCCAU0CAQAwIDEeMBwGA1UEAwwVdGVsZW1ldHJ5LmNvbnRvc28uY29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3GPgdApqoGkDASC1nf7qv2kPVkCLoIpvVzhoy38VPRGdjRD6lo137zIt+yFKHL+u8xxUNaBTRLMwKv3pXwXfr0Ka2Sn2qUwVW7T4DznGXoQ6ah3WDtNZnCxDh13AeefEyf0hPz1orrrx5Fl02NbhY9qZ+sJKbz5jy1k/ioL1UsZna36TFR7D/6Y399jTRr7e2oQbJsSgocwgaYsE8zDtRUwPacZkK/nN6VMWmtrJuZTX9+yB64eIEdL2PP1IZnVEjDKw8gzCW5aFQrdx4W0j8j2Itdvu/A1CQ0zqGd4w8foVVecSXz7t0ijzplloxhI2Cvtdz07bPQ+4xrAkeO4meQIDAQABoAAwDQYJKoZIhvcNAQELBQADggEBAJmTrj8qAchNs6q3GFbB0uLCC1gJH8OF4NIogO2iMD2SB1vnIlMqGNEzV90zLkJHaohfsC7iC1UozpDumXVYnA+Y1sFwl05aJruJOp4TuwUe7ypz0tkYSM99Z0mw6nU1PPHMjD9J8kYDQLlBNYv65Tsv7aMMq6qr8Yhxy6SVrlkJk9tyfdswwK91YGGr5xhpBBHQXayq2ponb+avTiW2GV40flHMU416+4vlZNopPqNywz1UxTFwO0njis74UKcKeFAM1+N6zWGdh7EHRW9LDOsg8Ya7UgPMBvWRsKQZFrx8hCmUpWR0TPSC84kNrEz0t/rvXRam3T0oayZi/7wZbdc=",
  "cancellation_requested": true,
  "status": "inProgress",
  "status_details": "The order was placed and is waiting for the certificate authority.",
  "request_id": "9a8cc35d4c227fd8d82335795a25b2b8"
}"#,
    );
}

#[tokio::test]
async fn merge_certificate_merge_certificate_201() {
    let answer = MockResponse::json(
        201,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/partner-gateway/3f8f557bc4ca8cf09594c665257345b0",
  "kid": "https://contoso-kv.vault.azure.net/keys/partner-gateway/3f8f557bc4ca8cf09594c665257345b0",
  "sid": "https://contoso-kv.vault.azure.net/secrets/partner-gateway/3f8f557bc4ca8cf09594c665257345b0",
  "x5t": "mEVv35ah2a8hT_fQuOkTU04cqW0",
  "cer": "MIIC1jCCAb6gAwIBAgIQFidWJBp67yN9AkUEJ/DWkDANBgkqhkiG9w0BAQsFADAeMRwwGgYDVQQDDBNnYXRld2F5LmNvbnRvc28uY29tMB4XDTI0MDEwMzE3MTgyMFoXDTI1MDEwMjE3MTgyMFowHjEcMBoGA1UEAwwTZ2F0ZXdheS5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAKuRsyb/NKjbr8dS8IxKspEpf96wC+6Qmpi4XuLa9nBxYis9RT8JClM1zC+sCANyYXPIBwDK+bBSVZ4dxXAzXRwh9anZx66I/2t6FV9PxzWq8+oVqMZE/OLhIO5fmLwr/wJnnnc7eo9LRvIU8p18r9yCY5JQfP890zhV5DPWsN1jcQwvMjZX/2kjk9SiNbTkUMjlKKzhYBZEtDWOuC0PqEwj1yPLwQ625d03ulT/TFurVl7uLNKIz99INXfevJiBZpyUoh/1teCv7Dys/esIapmP6h+urlff+ghkUlV9hXo6pIdfqfNvPT/Vn1QbQbXBBreScGHeHs+ICw+5rbiGRfsCAwEAAaMQMA4wDAYDVR0TAQH/BAIwADANBgkqhkiG9w0BAQsFAAOCAQEAm/T2UDrg20zh4dslvdYT43mBCEtKzsRFTI4E4JSa/9pxLHe+5R8g19XJMVIsIdeADiqqSUzO2DJPcQNVrYIlEgDWm8fblWB1h/Or+RZ+v1z3rpGu1BGpPlYX3pfPd4UINwuXNLjEYkMjFfPlPEUCG9lPpmD5RPFYT2vIL+Hya1OsuO8aTL9i2CoYqksSG/fLhoG7mfPA1+ZS/w6gYcZjqHyheTkT68gThSsVKPF2QdUZaVAl/sgH1IJfWquHoukp4KUheDwAS3rKEoMQL/HvYAxJfW2Nq3YIjPPTcYw30VpQeM4htzO/Qv8QaI/gw7grZY9YJr3s7Zb32lTMWU2nnQ==",
  "attributes": {
    "enabled": true,
    "nbf": 1704302300,
    "exp": 1735838300,
    "created": 1704303200,
    "updated": 1704303200
  },
  "policy": {
    "id": "https://contoso-kv.vault.azure.net/certificates/partner-gateway/policy",
    "key_props": {
      "exportable": false,
      "kty": "RSA",
      "key_size": 2048,
      "reuse_key": false
    },
    "secret_props": {
      "contentType": "application/x-pkcs12"
    },
    "x509_props": {
      "subject": "CN=gateway.contoso.com",
      "ekus": [
        "1.3.6.1.5.5.7.3.1",
        "1.3.6.1.5.5.7.3.2"
      ],
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
      "created": 1704299600,
      "updated": 1704299600
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
    let parameters: CertificateMergeParameters = from_json(
        r#"{
  "x5c": [
    "MIIC1jCCAb6gAwIBAgIQFidWJBp67yN9AkUEJ/DWkDANBgkqhkiG9w0BAQsFADAeMRwwGgYDVQQDDBNnYXRld2F5LmNvbnRvc28uY29tMB4XDTI0MDEwMzE3MTgyMFoXDTI1MDEwMjE3MTgyMFowHjEcMBoGA1UEAwwTZ2F0ZXdheS5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAKuRsyb/NKjbr8dS8IxKspEpf96wC+6Qmpi4XuLa9nBxYis9RT8JClM1zC+sCANyYXPIBwDK+bBSVZ4dxXAzXRwh9anZx66I/2t6FV9PxzWq8+oVqMZE/OLhIO5fmLwr/wJnnnc7eo9LRvIU8p18r9yCY5JQfP890zhV5DPWsN1jcQwvMjZX/2kjk9SiNbTkUMjlKKzhYBZEtDWOuC0PqEwj1yPLwQ625d03ulT/TFurVl7uLNKIz99INXfevJiBZpyUoh/1teCv7Dys/esIapmP6h+urlff+ghkUlV9hXo6pIdfqfNvPT/Vn1QbQbXBBreScGHeHs+ICw+5rbiGRfsCAwEAAaMQMA4wDAYDVR0TAQH/BAIwADANBgkqhkiG9w0BAQsFAAOCAQEAm/T2UDrg20zh4dslvdYT43mBCEtKzsRFTI4E4JSa/9pxLHe+5R8g19XJMVIsIdeADiqqSUzO2DJPcQNVrYIlEgDWm8fblWB1h/Or+RZ+v1z3rpGu1BGpPlYX3pfPd4UINwuXNLjEYkMjFfPlPEUCG9lPpmD5RPFYT2vIL+Hya1OsuO8aTL9i2CoYqksSG/fLhoG7mfPA1+ZS/w6gYcZjqHyheTkT68gThSsVKPF2QdUZaVAl/sgH1IJfWquHoukp4KUheDwAS3rKEoMQL/HvYAxJfW2Nq3YIjPPTcYw30VpQeM4htzO/Qv8QaI/gw7grZY9YJr3s7Zb32lTMWU2nnQ=="
  ]
}"#,
    );
    let response = client
        .merge_certificate("partner-gateway", parameters.try_into().unwrap(), None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Post,
        "/certificates/partner-gateway/pending/merge",
        &[("api-version", "7.4")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "x5c": [
    "MIIC1jCCAb6gAwIBAgIQFidWJBp67yN9AkUEJ/DWkDANBgkqhkiG9w0BAQsFADAeMRwwGgYDVQQDDBNnYXRld2F5LmNvbnRvc28uY29tMB4XDTI0MDEwMzE3MTgyMFoXDTI1MDEwMjE3MTgyMFowHjEcMBoGA1UEAwwTZ2F0ZXdheS5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAKuRsyb/NKjbr8dS8IxKspEpf96wC+6Qmpi4XuLa9nBxYis9RT8JClM1zC+sCANyYXPIBwDK+bBSVZ4dxXAzXRwh9anZx66I/2t6FV9PxzWq8+oVqMZE/OLhIO5fmLwr/wJnnnc7eo9LRvIU8p18r9yCY5JQfP890zhV5DPWsN1jcQwvMjZX/2kjk9SiNbTkUMjlKKzhYBZEtDWOuC0PqEwj1yPLwQ625d03ulT/TFurVl7uLNKIz99INXfevJiBZpyUoh/1teCv7Dys/esIapmP6h+urlff+ghkUlV9hXo6pIdfqfNvPT/Vn1QbQbXBBreScGHeHs+ICw+5rbiGRfsCAwEAAaMQMA4wDAYDVR0TAQH/BAIwADANBgkqhkiG9w0BAQsFAAOCAQEAm/T2UDrg20zh4dslvdYT43mBCEtKzsRFTI4E4JSa/9pxLHe+5R8g19XJMVIsIdeADiqqSUzO2DJPcQNVrYIlEgDWm8fblWB1h/Or+RZ+v1z3rpGu1BGpPlYX3pfPd4UINwuXNLjEYkMjFfPlPEUCG9lPpmD5RPFYT2vIL+Hya1OsuO8aTL9i2CoYqksSG/fLhoG7mfPA1+ZS/w6gYcZjqHyheTkT68gThSsVKPF2QdUZaVAl/sgH1IJfWquHoukp4KUheDwAS3rKEoMQL/HvYAxJfW2Nq3YIjPPTcYw30VpQeM4htzO/Qv8QaI/gw7grZY9YJr3s7Zb32lTMWU2nnQ=="
  ]
}"#,
        ),
    );
    assert_eq!(response.status(), 201);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/partner-gateway/3f8f557bc4ca8cf09594c665257345b0",
  "kid": "https://contoso-kv.vault.azure.net/keys/partner-gateway/3f8f557bc4ca8cf09594c665257345b0",
  "sid": "https://contoso-kv.vault.azure.net/secrets/partner-gateway/3f8f557bc4ca8cf09594c665257345b0",
  "x5t": "mEVv35ah2a8hT_fQuOkTU04cqW0",
  "cer": "MIIC1jCCAb6gAwIBAgIQFidWJBp67yN9AkUEJ/DWkDANBgkqhkiG9w0BAQsFADAeMRwwGgYDVQQDDBNnYXRld2F5LmNvbnRvc28uY29tMB4XDTI0MDEwMzE3MTgyMFoXDTI1MDEwMjE3MTgyMFowHjEcMBoGA1UEAwwTZ2F0ZXdheS5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAKuRsyb/NKjbr8dS8IxKspEpf96wC+6Qmpi4XuLa9nBxYis9RT8JClM1zC+sCANyYXPIBwDK+bBSVZ4dxXAzXRwh9anZx66I/2t6FV9PxzWq8+oVqMZE/OLhIO5fmLwr/wJnnnc7eo9LRvIU8p18r9yCY5JQfP890zhV5DPWsN1jcQwvMjZX/2kjk9SiNbTkUMjlKKzhYBZEtDWOuC0PqEwj1yPLwQ625d03ulT/TFurVl7uLNKIz99INXfevJiBZpyUoh/1teCv7Dys/esIapmP6h+urlff+ghkUlV9hXo6pIdfqfNvPT/Vn1QbQbXBBreScGHeHs+ICw+5rbiGRfsCAwEAAaMQMA4wDAYDVR0TAQH/BAIwADANBgkqhkiG9w0BAQsFAAOCAQEAm/T2UDrg20zh4dslvdYT43mBCEtKzsRFTI4E4JSa/9pxLHe+5R8g19XJMVIsIdeADiqqSUzO2DJPcQNVrYIlEgDWm8fblWB1h/Or+RZ+v1z3rpGu1BGpPlYX3pfPd4UINwuXNLjEYkMjFfPlPEUCG9lPpmD5RPFYT2vIL+Hya1OsuO8aTL9i2CoYqksSG/fLhoG7mfPA1+ZS/w6gYcZjqHyheTkT68gThSsVKPF2QdUZaVAl/sgH1IJfWquHoukp4KUheDwAS3rKEoMQL/HvYAxJfW2Nq3YIjPPTcYw30VpQeM4htzO/Qv8QaI/gw7grZY9YJr3s7Zb32lTMWU2nnQ==",
  "attributes": {
    "enabled": true,
    "nbf": 1704302300,
    "exp": 1735838300,
    "created": 1704303200,
    "updated": 1704303200
  },
  "policy": {
    "id": "https://contoso-kv.vault.azure.net/certificates/partner-gateway/policy",
    "key_props": {
      "exportable": false,
      "kty": "RSA",
      "key_size": 2048,
      "reuse_key": false
    },
    "secret_props": {
      "contentType": "application/x-pkcs12"
    },
    "x509_props": {
      "subject": "CN=gateway.contoso.com",
      "ekus": [
        "1.3.6.1.5.5.7.3.1",
        "1.3.6.1.5.5.7.3.2"
      ],
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
      "created": 1704299600,
      "updated": 1704299600
    }
  }
}"#,
    );
}

#[tokio::test]
async fn backup_certificate_backup_certificate_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "value": "RPUdQQTAHrFM38l652gKDHnhxQsq9MMBuGm2JOd1bv-IKXOabwT_jW6SQd-TtZP1RlBHi1pMVoz34GTatiepcr12QfnDP3xv6t75dj2AETbiH_UOet34a5TndyVTigrkxqWs_xB0sxiPEugw9vjYjeBem-VCOjSfO4KI89OCSg8"
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
    let response = client.backup_certificate("archive-signing", None).await.unwrap();
    assert_request(
        &mock.request(),
        Method::Post,
        "/certificates/archive-signing/backup",
        &[("api-version", "7.4")],
        &[("accept", "application/json")],
        ExpectedBody::None,
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "value": "RPUdQQTAHrFM38l652gKDHnhxQsq9MMBuGm2JOd1bv-IKXOabwT_jW6SQd-TtZP1RlBHi1pMVoz34GTatiepcr12QfnDP3xv6t75dj2AETbiH_UOet34a5TndyVTigrkxqWs_xB0sxiPEugw9vjYjeBem-VCOjSfO4KI89OCSg8"
}"#,
    );
}
