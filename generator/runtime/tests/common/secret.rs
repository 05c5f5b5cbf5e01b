//! A secret in every place, and checks that nothing shows it.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::fmt::Debug;

use armature_runtime::{Connection, RequestBuilder, closed_enum, model};
use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::error::Error;
use azure_core::fmt::SafeDebug;
use azure_core::http::{Method, RequestContent};
use azure_core::time::{Duration, OffsetDateTime};

pub const SECRET: &str = "hunter2";

/// A model with a secret in every place.
#[derive(Clone, Default, SafeDebug)]
pub struct Credentials {
    pub password: Option<String>,
    pub inner: Option<Box<Credentials>>,
    pub list: Option<Vec<Credentials>>,
    pub rest: HashMap<String, String>,
}
model! { request Credentials { password: "pwd", inner: "inner", list: "list", rest: .. } }

/// A value of every type that is not text.
#[derive(Clone, Default, SafeDebug)]
pub struct Typed {
    pub whole: Option<i32>,
    pub real: Option<f64>,
    pub on: Option<bool>,
    pub at: Option<OffsetDateTime>,
    pub http: Option<OffsetDateTime>,
    pub since: Option<OffsetDateTime>,
    pub bytes: Option<Vec<u8>>,
    pub url: Option<Vec<u8>>,
    pub kind: Option<Kind>,
}
model! {
    Typed {
        whole: "whole", real: "real", on: "on", at: "at" as DateTime, http: "http" as Rfc1123,
        since: "since" as UnixTime, bytes: "bytes" as Base64, url: "url" as Base64Url, kind: "kind",
    }
}

/// An enumeration without unknown values.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Kind {
    Cold,
}
closed_enum! { Kind { Cold = "cold" } }

pub fn secret() -> Credentials {
    let bottom = Credentials {
        password: Some(SECRET.to_owned()),
        ..Credentials::default()
    };
    Credentials {
        inner: Some(Box::new(bottom.clone())),
        list: Some(vec![bottom.clone()]),
        rest: HashMap::from([(SECRET.to_owned(), SECRET.to_owned())]),
        ..bottom
    }
}

/// A credential whose token is the secret.
#[derive(Debug)]
pub struct SecretCredential;

#[async_trait]
impl TokenCredential for SecretCredential {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        let expires = OffsetDateTime::now_utc() + Duration::hours(1);
        Ok(AccessToken::new(SECRET, expires))
    }
}

#[track_caller]
pub fn check(text: &str) {
    assert!(!text.contains(SECRET), "{text}");
}

/// Both forms of `Debug`.
#[track_caller]
pub fn check_debug(value: &dyn Debug) {
    check(&format!("{value:?} {value:#?}"));
}

/// An error and all its causes, in every form.
#[track_caller]
pub fn check_error(error: &Error) {
    let mut cause: Option<&dyn StdError> = Some(error);
    while let Some(error) = cause {
        check(&format!("{error} {error:?} {error:#?}"));
        cause = error.source();
    }
}

/// A request with a secret in every place that is not its path.
pub fn secret_request(connection: &Connection, method: Method) -> RequestBuilder {
    let mut request = connection.request("Thing_Do", method, "/things?sv=hunter2");
    request.query("api-version", "1");
    request.query("sig", SECRET);
    request.header("x-ms-encryption-key", SECRET);
    let content: RequestContent<Credentials> = secret().try_into().unwrap();
    request.json(content.into());
    request
}
