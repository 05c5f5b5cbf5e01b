//! One exchange: a request through the pipeline, and what its status means.
//!
//! In: a request, the status codes that the operation declares. Out: the whole response, or one whose body is still to be
//! read ([`stream`]), or an error that says why.
//! Never: generic, so that it is compiled once; keeps more of a streamed body than the piece that has just come.

use std::sync::Arc;

use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::CONTENT_TYPE;
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{
    AsyncRawResponse, Context, PipelineSendOptions, PipelineStreamOptions, RawResponse, Request,
};
use azure_core::{Bytes, Result};
use futures::TryStreamExt;

use crate::connection::Connection;
use crate::error::failure;
use crate::{cause, repeat, user_agent};

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
    let context = user_agent::remembered(context, request);
    let sent = connection
        .pipeline()
        .send(&context, request, Some(options))
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

/// Sends `request` and leaves the body of a success to the caller. One that breaks off is an error at its end.
///
/// # Errors
///
/// As [`send`]. The body of an error is read, that of a 2xx which is no declared success is not: nobody knows how long it is.
pub(crate) async fn stream(
    connection: &Connection,
    context: &Context<'_>,
    request: &mut Request,
    success: &[u16],
) -> Result<AsyncRawResponse> {
    let options = PipelineStreamOptions {
        skip_checks: true,
        ..Default::default()
    };
    let context = user_agent::remembered(context, request);
    let sent = connection
        .pipeline()
        .stream(&context, request, Some(options))
        .await;
    let answer = sent.or_else(|error| repeat::outcome(error).map(unread));
    let response = answer.map_err(|error| cause::told(error, request.url()))?;
    let status = response.status();
    if success.contains(&u16::from(status)) {
        let url = request.url().clone();
        let (status, headers, body) = response.deconstruct();
        let body = body.map_err(move |error| cause::told(error, &url));
        return Ok(AsyncRawResponse::new(status, headers, Box::pin(body)));
    }
    if status.is_success() {
        let (status, headers, _) = response.deconstruct();
        return Err(failure(RawResponse::from_bytes(
            status,
            headers,
            Bytes::new(),
        )));
    }
    let response = response.try_into_raw_response().await;
    let response = response.map_err(|error| cause::told(error, request.url()))?;
    Err(failure(without_byte_order_mark(response)))
}

/// A whole response as one whose body is still to be read.
pub(crate) fn unread(response: RawResponse) -> AsyncRawResponse {
    let (status, headers, body) = response.deconstruct();
    AsyncRawResponse::from_bytes(status, headers, Bytes::from(body))
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

/// JSON may come with a byte order mark, which no JSON reader takes (RFC 8259, section 8.1, allows to ignore it). In
/// content of any other declared type the mark is a part of the content.
fn without_byte_order_mark(response: RawResponse) -> RawResponse {
    if !response.body().starts_with(b"\xEF\xBB\xBF") || !may_be_json(&response) {
        return response;
    }
    let (status, headers, body) = response.deconstruct();
    let body = Bytes::from(body).slice(3..);
    RawResponse::from_bytes(status, headers, body)
}

fn may_be_json(response: &RawResponse) -> bool {
    let declared = response.headers().get_optional_str(&CONTENT_TYPE);
    declared.is_none_or(|declared| {
        let essence = declared.split(';').next().unwrap_or_default();
        essence.trim().to_ascii_lowercase().ends_with("json")
    })
}
