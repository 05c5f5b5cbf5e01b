//! A case by way of a generated client.
//!
//! In: a case, the clients. Out: what was [`Observed`].
//! Never: lets a client that panics or hangs end the run.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use armature_runtime::Repeatable;
use armature_runtime::dispatch::{Arguments, Outcome, Version};
use async_trait::async_trait;
use azure_core::Result;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::http::headers::HeaderName;
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{ClientOptions, Context, Request, Url};
use azure_core::time::OffsetDateTime;
use serde_json::{Map, Value};

use crate::outcome::{Failure, Got, Observed};
use crate::transport::ToServer;

/// More time than any case needs.
const LIMIT: Duration = Duration::from_secs(60);

/// What a client is asked to do.
#[derive(Clone, Debug)]
pub struct Call {
    /// The service as its module is called, compared by letters and digits alone: `body-array` is that of `body-array.json`.
    pub service: String,
    /// The operationId.
    pub operation: String,
    /// All arguments.
    pub arguments: Map<String, Value>,
    /// Headers that the application's own policy sets in each request; null takes one out.
    pub policy: BTreeMap<String, Option<String>>,
    /// Whether the application says that the call may be carried out twice.
    pub repeatable: bool,
    /// The access token.
    pub token: Option<String>,
    /// The status that the call shall end with.
    pub status: u16,
}

/// Calls the operation.
pub async fn call(clients: &'static [Version], endpoint: &Url, call: Call) -> Observed {
    let transport = ToServer::new(endpoint.clone());
    let mut options = transport.client_options(call.status);
    if !call.policy.is_empty() {
        // Once a try, behind the policies of `azure_core` that set headers of their own.
        let policy: Arc<dyn Policy> = Arc::new(SetHeaders(call.policy.clone()));
        options.per_try_policies.push(policy);
    }
    if call.repeatable {
        options.per_call_policies.push(Arc::new(MayBeRepeated));
    }
    // A task of its own: a panic ends it, and nothing else.
    let task = tokio::spawn(async move { dispatch(clients, call, options).await });
    let abort = task.abort_handle();
    let got = match tokio::time::timeout(LIMIT, task).await {
        Ok(Ok(got)) => got,
        Ok(Err(error)) => Got::Broken(error.to_string()),
        Err(_) => {
            abort.abort();
            Got::Broken(format!("no end after {} seconds", LIMIT.as_secs()))
        }
    };
    Observed {
        exchanges: transport.exchanges(),
        got,
    }
}

async fn dispatch(clients: &[Version], call: Call, options: ClientOptions) -> Got {
    let Some(version) = clients.iter().find(|version| is_service(version, &call)) else {
        return Got::Refused(format!("there is no client of {}", call.service));
    };
    if !version.operations.contains(&call.operation.as_str()) {
        return Got::Refused(format!("the client has no operation {}", call.operation));
    }
    let credential = Arc::new(Fixed(call.token.unwrap_or_default()));
    let outcome = async {
        let mut arguments = Arguments::new(call.arguments.into())?
            .with_poll_frequency(azure_core::time::Duration::seconds(1));
        let client = (version.connect)(&mut arguments, credential, options)?;
        client.call(&call.operation, arguments).await
    };
    match outcome.await {
        Ok(outcome) => got(outcome),
        Err(error) => Got::Refused(error.to_string()),
    }
}

fn got(outcome: Outcome) -> Got {
    match outcome {
        Outcome::Answer(Ok(answer)) => Got::Answer(answer.into()),
        Outcome::Answer(Err(error)) => Got::Failure(error.into()),
        Outcome::Pages { pages, error } => {
            let pages = pages.into_iter().map(|page| page.body.into());
            Got::Pages(pages.collect(), error.map(Failure::from))
        }
        Outcome::Operation { states, result } => {
            let last = states.last().and_then(|state| match &state.body {
                armature_runtime::dispatch::Content::Json(state) => {
                    state.get("status")?.as_str().map(str::to_owned)
                }
                _ => None,
            });
            Got::Operation(last, result.map(Into::into).map_err(Failure::from))
        }
    }
}

/// Whether the service's client has the operation.
pub fn is_known(clients: &[Version], call: &Call) -> bool {
    let mut versions = clients.iter().filter(|version| is_service(version, call));
    versions.any(|version| version.operations.contains(&call.operation.as_str()))
}

fn is_service(version: &Version, call: &Call) -> bool {
    letters(version.service) == letters(&call.service)
}

fn letters(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.collect::<String>().to_ascii_lowercase()
}

/// A policy as an application has its own.
#[derive(Debug)]
struct SetHeaders(BTreeMap<String, Option<String>>);

#[async_trait]
impl Policy for SetHeaders {
    async fn send(
        &self,
        ctx: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        for (name, value) in &self.0 {
            let name = HeaderName::from(name.to_ascii_lowercase());
            match value {
                Some(value) => request.insert_header(name, value.clone()),
                None => drop(request.headers_mut().remove(name)),
            }
        }
        next[0].send(ctx, request, &next[1..]).await
    }
}

/// Says of each call that it may be carried out twice: an application that calls through `dispatch` has no other place for it.
#[derive(Debug)]
struct MayBeRepeated;

#[async_trait]
impl Policy for MayBeRepeated {
    async fn send(
        &self,
        ctx: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let ctx = ctx.to_borrowed().with_value(Repeatable);
        next[0].send(&ctx, request, &next[1..]).await
    }
}

/// A credential with one token.
#[derive(Debug)]
struct Fixed(String);

#[async_trait]
impl TokenCredential for Fixed {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        let tomorrow = OffsetDateTime::now_utc() + azure_core::time::Duration::days(1);
        Ok(AccessToken::new(self.0.clone(), tomorrow))
    }
}
