//! One exchange: a request through the pipeline, and what its status means.
//!
//! In: a request, the status codes that the operation declares. Out: the whole response, or an error that says why.
//! Never: generic, so that it is compiled once.

use std::sync::Arc;

use azure_core::error::{Error, ErrorKind};
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{Context, PipelineSendOptions, RawResponse, Request};
use azure_core::{Bytes, Result};

use crate::connection::Connection;
use crate::error::failure;
use crate::{cause, repeat};

/// Sends `request`. Any status outside `success` is an error, an undeclared 2xx too.
///
/// # Errors
///
/// [`ErrorKind::HttpResponse`] with the response in it for an answer that is no success; what the pipeline gives otherwise,
/// with its causes in the text: [`ErrorKind::Connection`] when there was no connection, [`ErrorKind::Io`] when the
/// exchange broke off.
pub(crate) async fn send(
    connection: &Connection,
    context: &Context<'_>,
    request: &mut Request,
    success: &[u16],
) -> Result<RawResponse> {
    let options = PipelineSendOptions {
        // Done below: azure_core's own check loses code and message of many error bodies.
        skip_checks: true,
        ..Default::default()
    };
    let sent = connection
        .pipeline()
        .send(context, request, Some(options))
        .await;
    let answer = sent.or_else(repeat::outcome);
    let response = answer.map_err(|error| cause::told(error, request.url()))?;
    let response = without_byte_order_mark(response);
    if success.contains(&u16::from(response.status())) {
        Ok(response)
    } else {
        Err(failure(response))
    }
}

/// Hands a request to the rest of the pipeline.
///
/// # Errors
///
/// Those of the rest; there is none.
pub(crate) async fn pass_on(
    ctx: &Context<'_>,
    request: &mut Request,
    next: &[Arc<dyn Policy>],
) -> PolicyResult {
    match next.split_first() {
        Some((policy, rest)) => policy.send(ctx, request, rest).await,
        None => Err(Error::with_message(
            ErrorKind::Other,
            "the pipeline ends before its transport",
        )),
    }
}

/// JSON may come with a byte order mark, which no JSON reader takes (RFC 8259, section 8.1, allows to ignore it).
fn without_byte_order_mark(response: RawResponse) -> RawResponse {
    if !response.body().starts_with(b"\xEF\xBB\xBF") {
        return response;
    }
    let (status, headers, body) = response.deconstruct();
    let body = Bytes::from(body).slice(3..);
    RawResponse::from_bytes(status, headers, body)
}
