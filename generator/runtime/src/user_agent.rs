//! The header `user-agent`, where an operation describes it as a parameter.
//!
//! In: a request in which the caller named a user agent. Out: the same request, as it leaves.
//! Never: touches the user agent of other requests, which is `azure_core`'s.
//!
//! `azure_core` names itself and the crate in every request, over anything that stands there. A service that describes the header
//! as a parameter answers by it (Bing's searches look different on a telephone), so that the caller's value has to go out.

use std::sync::Arc;

use async_trait::async_trait;
use azure_core::http::headers::{HeaderValue, USER_AGENT};
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{Context, Request};

use crate::send::pass_on;

/// In the context of a request: the user agent that the caller named.
struct Named(HeaderValue);

/// The context with the user agent that stands in the request, where one does before the pipeline names its own.
pub(crate) fn remembered<'c>(context: &'c Context<'_>, request: &Request) -> Context<'c> {
    let named = request.headers().get_optional_string(&USER_AGENT);
    let context = context.to_borrowed();
    match named {
        Some(named) => context.with_value(Named(named.into())),
        None => context,
    }
}

/// Puts the caller's user agent back. It belongs into the pipeline once a try, behind `azure_core`'s own.
#[derive(Debug)]
pub(crate) struct UserAgentPolicy;

#[async_trait]
impl Policy for UserAgentPolicy {
    async fn send(
        &self,
        ctx: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        if let Some(Named(value)) = ctx.value() {
            request.insert_header(USER_AGENT, value.clone());
        }
        pass_on(ctx, request, next).await
    }
}
