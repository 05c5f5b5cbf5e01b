//! Tokens that name the scope they are for, and services that look at it.
//!
//! In: the scopes that a client asks a token for. Out: a token; and on the other side whether a request has it.
//! Never: asks Entra ID.

use async_trait::async_trait;
use azure_core::Result;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::{Duration, OffsetDateTime};

use super::http::Call;

/// Gives the token `for SCOPE`.
#[derive(Debug)]
pub struct FakeCredential;

#[async_trait]
impl TokenCredential for FakeCredential {
    async fn get_token(
        &self,
        scopes: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        let expires = OffsetDateTime::now_utc() + Duration::hours(1);
        Ok(AccessToken::new(token(&scopes.join(" ")), expires))
    }
}

/// Whether a request has a token for this scope.
pub fn authorized(call: &Call, scope: &str) -> bool {
    call.authorization == Some(format!("Bearer {}", token(scope)))
}

fn token(scope: &str) -> String {
    format!("for {scope}")
}
