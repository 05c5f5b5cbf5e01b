//! What the server has counted.
//!
//! In: where it counts (`GET /report/CATEGORY`, `POST /report/clear`). Out: how often each scenario was seen.
//! Never: goes through the transport of the clients.

use std::collections::BTreeMap;
use std::sync::Arc;

use azure_core::error::{Error, ErrorKind};
use azure_core::http::{HttpClient, Method, Request, Url, new_http_client};
use azure_core::{Bytes, Result};

/// The counters of a running server.
#[derive(Debug)]
pub struct Counters {
    endpoint: Url,
    client: Arc<dyn HttpClient>,
}

/// Counts by scenario.
pub type Counts = BTreeMap<String, u64>;

impl Counters {
    /// The counters of the server at `endpoint`.
    pub fn new(endpoint: Url) -> Self {
        Self {
            endpoint,
            client: new_http_client(None),
        }
    }

    /// Sets all to 0.
    ///
    /// # Errors
    ///
    /// The server does not answer, or does not count.
    pub async fn clear(&self) -> Result<()> {
        self.ask(Method::Post, "/report/clear").await.map(drop)
    }

    /// Those of a category.
    ///
    /// # Errors
    ///
    /// The server does not answer, or not with counts.
    pub async fn read(&self, category: &str) -> Result<Counts> {
        let body = self
            .ask(Method::Get, &format!("/report/{category}"))
            .await?;
        Ok(serde_json::from_slice(&body)?)
    }

    async fn ask(&self, method: Method, path: &str) -> Result<Bytes> {
        let mut url = self.endpoint.clone();
        url.set_path(path);
        let answer = self
            .client
            .execute_request(&Request::new(url.clone(), method))
            .await?;
        let (status, _, body) = answer.deconstruct();
        if !status.is_success() {
            let message = format!("the server answers {method} {url} with {status}");
            return Err(Error::with_message(ErrorKind::Other, message));
        }
        body.collect().await
    }
}
