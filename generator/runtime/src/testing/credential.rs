//! Tokens without Entra ID.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use azure_core::Result;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::{Duration, OffsetDateTime};

/// A credential whose tokens are `fake-1`, `fake-2` …, valid for an hour.
pub fn credential() -> Arc<dyn TokenCredential> {
    Arc::new(FakeCredential::default())
}

/// What [`credential`] gives, with the scopes that it was asked for.
#[derive(Debug, Default)]
pub struct FakeCredential {
    asked: Mutex<Vec<String>>,
}

impl FakeCredential {
    /// The scopes that tokens were asked for, one entry a token.
    pub fn scopes(&self) -> Vec<String> {
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

#[async_trait]
impl TokenCredential for FakeCredential {
    async fn get_token(
        &self,
        scopes: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.push(scopes.join(" "));
        let token = format!("fake-{}", asked.len());
        Ok(AccessToken::new(
            token,
            OffsetDateTime::now_utc() + Duration::hours(1),
        ))
    }
}
