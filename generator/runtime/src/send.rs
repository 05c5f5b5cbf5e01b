//! One exchange: a request through the pipeline, and what its status means.
//!
//! In: a request, the status codes that the operation declares. Out: the whole response, or an error that says why.
//! Never: generic, so that it is compiled once.

use std::error::Error as _;

use azure_core::error::{Error, ErrorKind};
use azure_core::http::{Context, PipelineSendOptions, RawResponse, Request};
use azure_core::{Bytes, Result};

use crate::connection::Connection;
use crate::error::failure;

/// Sends `request`. Any status outside `success` is an error, an undeclared 2xx too.
///
/// # Errors
///
/// [`ErrorKind::HttpResponse`] with the response in it for an answer that is no success; what the pipeline gives otherwise,
/// with its causes in the text.
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
    let response = without_byte_order_mark(sent.map_err(with_causes)?);
    if success.contains(&u16::from(response.status())) {
        Ok(response)
    } else {
        Err(failure(response))
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

/// The same error, with its causes in its text: the pipeline's own text often says only that it will not try again.
fn with_causes(error: Error) -> Error {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_text = inner.to_string();
        if !text.contains(&inner_text) {
            text.push_str(": ");
            text.push_str(&inner_text);
        }
        cause = inner.source();
    }
    if matches!(error.kind(), ErrorKind::HttpResponse { .. }) || error.source().is_none() {
        return error;
    }
    error.with_context(text)
}
