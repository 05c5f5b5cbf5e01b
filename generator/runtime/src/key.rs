//! Authorization by keys that belong to an account, as Cognitive Services and Azure Maps have them.
//!
//! In: keys and where the service wants them. Out: a pipeline policy.
//! Never: shows a key, in `{:?}` or in an error, or puts it beside one that is there already: each try has each key once.

use std::sync::Arc;

use async_trait::async_trait;
use azure_core::Result;
use azure_core::credentials::Secret;
use azure_core::error::{Error, ErrorKind};
use azure_core::fmt::SafeDebug;
use azure_core::http::headers::HeaderName;
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{Context, Request, Url};

use crate::request::template::encode_query;
use crate::send::pass_on;

/// A key and where it goes.
#[derive(Clone, SafeDebug)]
pub enum ApiKey {
    /// In a header of this name, such as `Ocp-Apim-Subscription-Key`. Of `Authorization` the key is the whole value.
    Header(&'static str, Secret),
    /// In the query under this name, such as `subscription-key`.
    Query(&'static str, Secret),
}

impl ApiKey {
    /// Whether the key can be sent.
    pub(crate) fn check(&self) -> Result<()> {
        let (name, secret, why) = match self {
            Self::Header(name, secret) if secret.secret().chars().any(char::is_control) => (
                name,
                secret,
                Some("cannot hold line breaks or other control characters"),
            ),
            Self::Header(name, secret) | Self::Query(name, secret) => (name, secret, None),
        };
        let why = why.or(secret.secret().is_empty().then_some("is empty"));
        match why {
            Some(why) => Err(Error::with_message(
                ErrorKind::Credential,
                format!("the key for `{name}` {why}"),
            )),
            None => Ok(()),
        }
    }
}

/// Puts keys into each try of a request.
#[derive(SafeDebug)]
pub(crate) struct KeyPolicy(pub Vec<ApiKey>);

#[async_trait]
impl Policy for KeyPolicy {
    async fn send(
        &self,
        ctx: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        for key in &self.0 {
            match key {
                ApiKey::Header(name, key) => {
                    let name = HeaderName::from(name.to_ascii_lowercase());
                    request.insert_header(name, key.secret().to_owned());
                }
                ApiKey::Query(name, key) => put(request.url_mut(), name, key.secret()),
            }
        }
        pass_on(ctx, request, next).await
    }
}

/// Puts `name=value` into the query, in place of what is there under this name.
fn put(url: &mut Url, name: &str, value: &str) {
    let is_other = |pair: &&str| pair.split('=').next() != Some(name);
    let others = url.query().unwrap_or_default().split('&');
    let others = others.filter(|pair| !pair.is_empty()).filter(is_other);
    let mut query = others.collect::<Vec<_>>().join("&");
    if !query.is_empty() {
        query.push('&');
    }
    encode_query(&mut query, name, value);
    url.set_query(Some(&query));
}
