// Written by `cargo xtask codegen` from specs/key-vault/7.4/certificates.json; do not edit.

//! Examples of `certificates`.

use armature_certificates::key_vault::v7_4::{
    CertificateClient, CertificateClientOptions, models::CertificateRestoreParameters,
};
use armature_runtime::testing::{
    ExpectedBody, MockResponse, MockTransport, assert_model, assert_request, credential,
    from_json,
};
use azure_core::http::Method;

#[tokio::test]
async fn restore_certificate_restore_certificate_200() {
    let answer = MockResponse::json(
        200,
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/archive-signing/fcf146e4dad2722ff738a08b5a14990d",
  "kid": "https://contoso-kv.vault.azure.net/keys/archive-signing/fcf146e4dad2722ff738a08b5a14990d",
  "sid": "https://contoso-kv.vault.azure.net/secrets/archive-signing/fcf146e4dad2722ff738a08b5a14990d",
  "x5t": "a2CLwhniCAjMMLsOq29HZurh-4s",
  "cer": "MIIC1jCCAb6gAwIBAgIQZVB2JZfB1tf7P6bDtkqa7TANBgkqhkiG9w0BAQsFADAeMRwwGgYDVQQDDBNhcmNoaXZlLmNvbnRvc28uY29tMB4XDTI0MDEwNjAwNTY0MFoXDTI1MDEwNTAwNTY0MFowHjEcMBoGA1UEAwwTYXJjaGl2ZS5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAODyD2YYtQMjxlojaI8t9ZNIrWgeG636nIKldZv64tnyTZqDm1D1NnFkGj5YUpLga9hMNZrbtO44izNtWAHtdnM9KrXNiG6t7mM7MH2YapLhFIMthbpw6aGdeqvtP4BxxuiiEy+39MXqD6B7MB7ssjgIlTbXoFnOsz4VQ22b56DoE1piz3y413Z+Ioi9NXKzrHHQ2Kn0LfqDIVAR/c/+15AXIcLAVV/xswuVF3XEnCYGs+nZ0D/TIW1jlr+uyAjBKfDvOlgY1zcuUoVvs+uKtuSQR86l9XG66RLxYCa/ij8FLGbGKOTZV+9Rlfyq7thjtLWkPqtPtRNGkjbrgWDbwwsCAwEAAaMQMA4wDAYDVR0TAQH/BAIwADANBgkqhkiG9w0BAQsFAAOCAQEANd61SDSNx7j4EjLwFukVFdAA2bq0kIJvm6F/aeM/EgJPiMYhjTWz3vEITHE6IltnbZOFSptY7b0CfFpl2mDQRnjo/mN+aEqpKaMthwwvZ7Tcdm7MECgzUCP+fIrtA/FGvPQI0caO/cnDlxkzpGHm/i/F3QE88Rf8Wtb+/hAuULd7xONG1CrXJcBBTiTGDyQVUFEI3j0K1iov94lWcQoAPeX2gl1KU1LNqnde2YJ50Nai1+ZXGcU9OHWa+jkrkbHgLEOmz250EL3nomuWEVVIjZlRzH+mlUhZYT2HrurK/MT7w2E/oPBo1R9kK9+SqWullBpCW09+s0pRQT5T6rKcBw==",
  "attributes": {
    "enabled": true,
    "nbf": 1704502600,
    "exp": 1736038600,
    "created": 1704503200,
    "updated": 1704503200,
    "recoveryLevel": "Purgeable"
  },
  "policy": {
    "id": "https://contoso-kv.vault.azure.net/certificates/archive-signing/policy",
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
      "subject": "CN=archive.contoso.com",
      "ekus": [
        "1.3.6.1.5.5.7.3.1",
        "1.3.6.1.5.5.7.3.2"
      ],
      "key_usage": [
        "digitalSignature",
        "keyEncipherment"
      ],
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
      "created": 1704503185,
      "updated": 1704503185
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
    let parameters: CertificateRestoreParameters = from_json(
        r#"{
  "value": "RPUdQQTAHrFM38l652gKDHnhxQsq9MMBuGm2JOd1bv-IKXOabwT_jW6SQd-TtZP1RlBHi1pMVoz34GTatiepcr12QfnDP3xv6t75dj2AETbiH_UOet34a5TndyVTigrkxqWs_xB0sxiPEugw9vjYjeBem-VCOjSfO4KI89OCSg8"
}"#,
    );
    let response = client
        .restore_certificate(parameters.try_into().unwrap(), None)
        .await
        .unwrap();
    assert_request(
        &mock.request(),
        Method::Post,
        "/certificates/restore",
        &[("api-version", "7.4")],
        &[("accept", "application/json"), ("content-type", "application/json")],
        ExpectedBody::Json(
            r#"{
  "value": "RPUdQQTAHrFM38l652gKDHnhxQsq9MMBuGm2JOd1bv-IKXOabwT_jW6SQd-TtZP1RlBHi1pMVoz34GTatiepcr12QfnDP3xv6t75dj2AETbiH_UOet34a5TndyVTigrkxqWs_xB0sxiPEugw9vjYjeBem-VCOjSfO4KI89OCSg8"
}"#,
        ),
    );
    assert_eq!(response.status(), 200);
    assert_model(
        &response.into_model().unwrap(),
        r#"{
  "id": "https://contoso-kv.vault.azure.net/certificates/archive-signing/fcf146e4dad2722ff738a08b5a14990d",
  "kid": "https://contoso-kv.vault.azure.net/keys/archive-signing/fcf146e4dad2722ff738a08b5a14990d",
  "sid": "https://contoso-kv.vault.azure.net/secrets/archive-signing/fcf146e4dad2722ff738a08b5a14990d",
  "x5t": "a2CLwhniCAjMMLsOq29HZurh-4s",
  "cer": "MIIC1jCCAb6gAwIBAgIQZVB2JZfB1tf7P6bDtkqa7TANBgkqhkiG9w0BAQsFADAeMRwwGgYDVQQDDBNhcmNoaXZlLmNvbnRvc28uY29tMB4XDTI0MDEwNjAwNTY0MFoXDTI1MDEwNTAwNTY0MFowHjEcMBoGA1UEAwwTYXJjaGl2ZS5jb250b3NvLmNvbTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAODyD2YYtQMjxlojaI8t9ZNIrWgeG636nIKldZv64tnyTZqDm1D1NnFkGj5YUpLga9hMNZrbtO44izNtWAHtdnM9KrXNiG6t7mM7MH2YapLhFIMthbpw6aGdeqvtP4BxxuiiEy+39MXqD6B7MB7ssjgIlTbXoFnOsz4VQ22b56DoE1piz3y413Z+Ioi9NXKzrHHQ2Kn0LfqDIVAR/c/+15AXIcLAVV/xswuVF3XEnCYGs+nZ0D/TIW1jlr+uyAjBKfDvOlgY1zcuUoVvs+uKtuSQR86l9XG66RLxYCa/ij8FLGbGKOTZV+9Rlfyq7thjtLWkPqtPtRNGkjbrgWDbwwsCAwEAAaMQMA4wDAYDVR0TAQH/BAIwADANBgkqhkiG9w0BAQsFAAOCAQEANd61SDSNx7j4EjLwFukVFdAA2bq0kIJvm6F/aeM/EgJPiMYhjTWz3vEITHE6IltnbZOFSptY7b0CfFpl2mDQRnjo/mN+aEqpKaMthwwvZ7Tcdm7MECgzUCP+fIrtA/FGvPQI0caO/cnDlxkzpGHm/i/F3QE88Rf8Wtb+/hAuULd7xONG1CrXJcBBTiTGDyQVUFEI3j0K1iov94lWcQoAPeX2gl1KU1LNqnde2YJ50Nai1+ZXGcU9OHWa+jkrkbHgLEOmz250EL3nomuWEVVIjZlRzH+mlUhZYT2HrurK/MT7w2E/oPBo1R9kK9+SqWullBpCW09+s0pRQT5T6rKcBw==",
  "attributes": {
    "enabled": true,
    "nbf": 1704502600,
    "exp": 1736038600,
    "created": 1704503200,
    "updated": 1704503200,
    "recoveryLevel": "Purgeable"
  },
  "policy": {
    "id": "https://contoso-kv.vault.azure.net/certificates/archive-signing/policy",
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
      "subject": "CN=archive.contoso.com",
      "ekus": [
        "1.3.6.1.5.5.7.3.1",
        "1.3.6.1.5.5.7.3.2"
      ],
      "key_usage": [
        "digitalSignature",
        "keyEncipherment"
      ],
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
      "created": 1704503185,
      "updated": 1704503185
    }
  }
}"#,
    );
}
