//! Authorization for services that name their token audience in a challenge, as Key Vault does.
//!
//! In: a credential. Out: a pipeline policy.
//! Never: sends a body before the service has named its audience, or a token for an audience that is not the service's own.
//!
//! The first request goes out without token and body. The service answers 401 and names the audience in `WWW-Authenticate`,
//! as `scope="https://vault.azure.net/.default"` or `resource="https://vault.azure.net"`. The audience's host must be a
//! domain above the endpoint's host: a server that names another one could use the token elsewhere. Then the request is
//! sent whole. From then on requests carry a token at once.
//!
//! A later 401 with a challenge (a revoked token, or claims that Continuous Access Evaluation wants) is answered once, with
//! a fresh token. `azure_core` 1.1 has no way to hand the wanted claims to a credential, so the fresh token is all
//! that can be tried.

mod header;

use std::sync::{Arc, PoisonError, RwLock};

use async_trait::async_trait;
use azure_core::Result;
use azure_core::credentials::{TokenCredential, TokenRequestOptions};
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{CONTENT_LENGTH, CONTENT_TYPE, Headers, WWW_AUTHENTICATE};
use azure_core::http::policies::auth::{
    Authorizer, BearerTokenAuthorizationPolicy, OnChallenge, OnRequest,
};
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{ClientMethodOptions, Context, Request, StatusCode, Url};

use crate::error::rejection;
use crate::repeat::WithoutEffect;
use crate::send::pass_on;
use header::bearer_parameters;

/// Learns the audience from the service's challenge and sends tokens for it.
#[derive(Debug)]
pub struct ChallengePolicy {
    bearer: BearerTokenAuthorizationPolicy,
    audience: Arc<Audience>,
}

impl ChallengePolicy {
    /// A policy that gets its tokens from `credential`. It belongs into the pipeline once a try, like any authorization.
    pub fn new(credential: Arc<dyn TokenCredential>) -> Self {
        let audience = Arc::new(Audience::default());
        // Scopes are given with each request, by `Audience`.
        let bearer = BearerTokenAuthorizationPolicy::new(credential, Vec::<String>::new())
            .with_on_request(audience.clone())
            .with_on_challenge(audience.clone());
        Self { bearer, audience }
    }

    /// Sends the request without its body and learns the audience from the answer. The request is whole again afterwards,
    /// whatever the answer was, so that a retry sends what the caller gave.
    async fn discover(
        &self,
        ctx: &Context<'_>,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let body = request.body_mut().take();
        let has_body = body.is_empty() != Some(true);
        let content_type = request.headers_mut().remove(CONTENT_TYPE);
        let content_length = request.headers_mut().remove(CONTENT_LENGTH);
        // Without a token nothing is done, so this request may be sent again whatever its method is.
        let context = ctx.to_borrowed().with_value(WithoutEffect);
        let answer = pass_on(&context, request, next).await;
        *request.body_mut() = body;
        // The transport may have declared the empty body's length.
        request.headers_mut().remove(CONTENT_LENGTH);
        if let Some(content_type) = content_type {
            request.insert_header(CONTENT_TYPE, content_type);
        }
        if let Some(content_length) = content_length {
            request.insert_header(CONTENT_LENGTH, content_length);
        }
        let answer = answer?;
        if answer.status() == StatusCode::Unauthorized {
            match self.audience.learn(request.url(), answer.headers()) {
                Ok(()) => {}
                Err(Unusable::Foreign(why)) => return Err(refusal(why)),
                Err(Unusable::NoAudience(why)) => {
                    // The answer itself may help: that a key is missing, say.
                    let answer = answer.try_into_raw_response().await?;
                    return Err(rejection(answer, None, why));
                }
            }
        } else if has_body && answer.status().is_success() {
            return Err(refusal(
                "the service took the request without authorization and so named no audience; the body was not sent".to_owned(),
            ));
        }
        Ok(answer)
    }
}

#[async_trait]
impl Policy for ChallengePolicy {
    async fn send(
        &self,
        ctx: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        if self.audience.scope().is_none() && request.url().scheme() == "https" {
            let answer = self.discover(ctx, request, next).await?;
            if self.audience.scope().is_none() {
                // No challenge, so nothing was learnt: the answer (a 429, a 503, a proxy's page) is for the layers above.
                return Ok(answer);
            }
        }
        // Refuses plain http.
        self.bearer.send(ctx, request, next).await
    }
}

/// Why no token can be sent, in words for the caller.
enum Unusable {
    /// The service says nothing about tokens.
    NoAudience(String),
    /// It wants one for somebody else.
    Foreign(String),
}

/// The scope that the service wants tokens for, once it is known.
#[derive(Debug, Default)]
struct Audience {
    scope: RwLock<Option<String>>,
}

impl Audience {
    fn scope(&self) -> Option<String> {
        self.scope
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Takes the scope from a challenge. One without scope and resource is fine when the scope is known already.
    ///
    /// # Errors
    ///
    /// No Bearer challenge, no audience in it, or one of another domain.
    fn learn(&self, url: &Url, headers: &Headers) -> std::result::Result<(), Unusable> {
        let challenge = headers
            .get_optional_str(&WWW_AUTHENTICATE)
            .unwrap_or_default();
        let parameters = bearer_parameters(challenge);
        let value = |name: &str| {
            parameters
                .iter()
                .find(|(key, _)| key.eq_ignore_ascii_case(name))
                .map(|(_, value)| value)
        };
        let scope = match (value("scope"), value("resource")) {
            // Scopes are separated by blanks (RFC 6749, section 3.3); all are of one audience.
            (Some(scope), _) => scope.split_whitespace().next().map(str::to_owned),
            (None, Some(resource)) => Some(format!("{}/.default", resource.trim_end_matches('/'))),
            (None, None) => None,
        };
        let Some(scope) = scope else {
            return match self.scope() {
                Some(_) => Ok(()),
                None if challenge.is_empty() => Err(Unusable::NoAudience(
                    "the service asks for authorization but names no audience: its 401 has no header \
                     `WWW-Authenticate`; where it takes keys, make the client by `with_key`"
                        .to_owned(),
                )),
                None => Err(Unusable::NoAudience(format!(
                    "the service asks for authorization but names no audience: \
                     `WWW-Authenticate: {challenge}` has neither scope nor resource"
                ))),
            };
        };
        check_audience(url, &scope).map_err(Unusable::Foreign)?;
        *self.scope.write().unwrap_or_else(PoisonError::into_inner) = Some(scope);
        Ok(())
    }

    async fn authorize(
        &self,
        ctx: &Context<'_>,
        request: &mut Request,
        authorizer: &dyn Authorizer,
    ) -> Result<()> {
        let Some(scope) = self.scope() else {
            return Ok(());
        };
        let method_options = ClientMethodOptions {
            context: ctx.clone(),
        };
        let options = TokenRequestOptions { method_options };
        authorizer.authorize(request, &[&scope], options).await
    }
}

#[async_trait]
impl OnRequest for Audience {
    async fn on_request(
        &self,
        ctx: &mut Context,
        request: &mut Request,
        authorizer: &dyn Authorizer,
    ) -> Result<()> {
        self.authorize(ctx, request, authorizer).await
    }
}

#[async_trait]
impl OnChallenge for Audience {
    async fn on_challenge(
        &self,
        ctx: &Context,
        request: &mut Request,
        authorizer: &dyn Authorizer,
        headers: &Headers,
    ) -> Result<()> {
        let learnt = self.learn(request.url(), headers);
        learnt.map_err(|unusable| match unusable {
            Unusable::NoAudience(why) | Unusable::Foreign(why) => refusal(why),
        })?;
        self.authorize(ctx, request, authorizer).await
    }
}

/// The audience's host must be a domain above the host that the request went to.
fn check_audience(url: &Url, scope: &str) -> std::result::Result<(), String> {
    let audience = Url::parse(scope).ok();
    let audience = audience
        .as_ref()
        .filter(|url| url.scheme() == "https")
        .and_then(Url::host_str);
    let host = url.host_str().unwrap_or_default();
    let above = |domain: &str| {
        host.strip_suffix(domain)
            .is_some_and(|name| name.len() > 1 && name.ends_with('.'))
    };
    if audience.is_some_and(above) {
        return Ok(());
    }
    Err(format!(
        "the service at {host} asks for a token for {scope}, which is not of its own domain: no token was sent; \
         check that the endpoint is the right one"
    ))
}

fn refusal(message: String) -> Error {
    Error::with_message(ErrorKind::Credential, message)
}
