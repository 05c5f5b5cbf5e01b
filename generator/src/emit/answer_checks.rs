//! What a test checks: the request that was sent, and what the answer was read as.
//!
//! In: a [`Case`], the call and the check of its request.
//! Out: the statements from the call to the end of the test.
//! Never: waits for an operation of Azure Resource Manager that the example leaves unfinished.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use crate::emit::example_test::Case;
use crate::emit::scope::Scope;
use crate::emit::{mock_answer, polled_test, tokens};
use crate::model::{
    ExampleBody, ExampleResponse, Header, LongRunning, Outcome, Payload, Scalar, Type,
    TypeDefinition,
};

/// The call and all checks.
pub(super) fn of(case: Case<'_>, call: &TokenStream, request_check: &TokenStream) -> TokenStream {
    if !case.operation.success.codes.contains(&case.response.status) {
        return failure(case, call, request_check);
    }
    match &case.operation.outcome {
        Outcome::Done => done(case, call, request_check),
        Outcome::Paged(_) => first_page(case, call, request_check),
        Outcome::LongRunning(LongRunning::ResourceManager { .. }) => {
            first_state(case.response, call, request_check)
        }
        Outcome::LongRunning(LongRunning::Polled(polled)) => {
            polled_test::checks(polled, case.response, call, request_check)
        }
    }
}

fn done(case: Case<'_>, call: &TokenStream, request_check: &TokenStream) -> TokenStream {
    let Case {
        operation,
        response,
        ..
    } = case;
    let status = Token::u16_unsuffixed(response.status);
    let headers = headers(case);
    let body = match (&response.understood, &response.body) {
        (Some(understood), _) => {
            let understood = tokens::json_block(understood);
            Some(quote!(assert_model(&response.into_model().unwrap(), #understood);))
        }
        (None, Some(ExampleBody::Raw(text) | ExampleBody::Json(text) | ExampleBody::Xml(text)))
            if matches!(operation.success.payload, Payload::Raw | Payload::Text) =>
        {
            let bytes = Token::byte_string(text.as_bytes());
            Some(quote!(assert_eq!(response.body().as_ref(), #bytes);))
        }
        (None, Some(ExampleBody::Raw(text) | ExampleBody::Json(text)))
            if operation.success.payload == Payload::Stream =>
        {
            let bytes = Token::byte_string(text.as_bytes());
            Some(
                quote!(assert_eq!(response.into_body().collect().await.unwrap().as_ref(), #bytes);),
            )
        }
        // The text of an example is not foretold, but it must be of the model.
        (None, Some(ExampleBody::Raw(_)))
            if matches!(operation.success.payload, Payload::Xml(_)) =>
        {
            Some(quote!(response.into_model().unwrap();))
        }
        _ => None,
    };
    quote! {
        let response = #call.await.unwrap();
        #request_check
        assert_eq!(response.status(), #status);
        #headers
        #body
    }
}

fn first_page(case: Case<'_>, call: &TokenStream, request_check: &TokenStream) -> TokenStream {
    let status = Token::u16_unsuffixed(case.response.status);
    let headers = headers(case);
    let model = case.response.understood.as_ref().map(|understood| {
        let understood = tokens::json_block(&mock_answer::with_own_links(case, understood));
        quote!(assert_model(&response.into_model().unwrap(), #understood);)
    });
    quote! {
        let mut pages = #call.unwrap().into_pages();
        let response = pages.try_next().await.unwrap().unwrap();
        #request_check
        assert_eq!(response.status(), #status);
        #headers
        #model
    }
}

fn first_state(
    response: &ExampleResponse,
    call: &TokenStream,
    request_check: &TokenStream,
) -> TokenStream {
    let status = Token::u16_unsuffixed(response.status);
    match (progress(response), &response.understood) {
        // An error that the description counts among the answers is none for a poller.
        (Progress::Unclear, _) => quote! {
            let mut poller = #call.unwrap();
            poller.try_next().await.ok();
            #request_check
        },
        (Progress::Failed, _) => quote! {
            let mut poller = #call.unwrap();
            assert!(poller.try_next().await.is_err());
            #request_check
        },
        (Progress::Finished, Some(understood)) => {
            let understood = tokens::json_block(understood);
            quote! {
                let mut poller = #call.unwrap();
                let state = poller.try_next().await.unwrap().unwrap();
                #request_check
                assert_eq!(state.status(), #status);
                assert_model(&poller.await.unwrap().into_model().unwrap(), #understood);
            }
        }
        (Progress::Finished | Progress::Going, _) => quote! {
            let mut poller = #call.unwrap();
            let state = poller.try_next().await.unwrap().unwrap();
            #request_check
            assert_eq!(state.status(), #status);
        },
    }
}

/// An answer of an error status: the call fails with it.
fn failure(case: Case<'_>, call: &TokenStream, request_check: &TokenStream) -> TokenStream {
    let status = Token::u16_unsuffixed(case.response.status);
    let error = match &case.operation.outcome {
        Outcome::Done => quote!(#call.await.err().unwrap()),
        Outcome::Paged(_) => quote!(#call.unwrap().into_pages().try_next().await.err().unwrap()),
        Outcome::LongRunning(_) => quote!(#call.unwrap().try_next().await.err().unwrap()),
    };
    quote! {
        let error = #error;
        #request_check
        assert_eq!(error.http_status().map(u16::from), Some(#status));
    }
}

/// Where the first answer of a long-running operation leaves it.
enum Progress {
    Finished,
    Going,
    Failed,
    Unclear,
}

fn progress(response: &ExampleResponse) -> Progress {
    let names = |header: &str| response.headers.iter().any(|(name, _)| name == header);
    let has_monitor = names("azure-asyncoperation") || names("operation-location");
    let is_going = match response.status {
        202 => true,
        201 => has_monitor || names("location"),
        200 => has_monitor,
        _ => false,
    };
    match provisioning_state(response) {
        _ if ![200, 201, 202, 204].contains(&response.status) => Progress::Unclear,
        _ if is_going => Progress::Going,
        _ if response.status == 204 => Progress::Finished,
        None => Progress::Finished,
        Some(state) if state.eq_ignore_ascii_case("succeeded") => Progress::Finished,
        Some(state)
            if ["failed", "canceled", "cancelled"]
                .iter()
                .any(|word| state.eq_ignore_ascii_case(word)) =>
        {
            Progress::Failed
        }
        Some(_) => Progress::Going,
    }
}

/// `properties.provisioningState`: by its place in JSON that is indented by two blanks a level.
fn provisioning_state(response: &ExampleResponse) -> Option<&str> {
    let Some(ExampleBody::Json(text)) = &response.body else {
        return None;
    };
    let mut lines = text
        .lines()
        .skip_while(|line| *line != "  \"properties\": {")
        .skip(1);
    let line = lines
        .by_ref()
        .take_while(|line| !line.starts_with("  }"))
        .find_map(|line| line.strip_prefix("    \"provisioningState\": \""))?;
    line.split('"').next()
}

fn headers(case: Case<'_>) -> TokenStream {
    let Case {
        scope,
        operation,
        response,
        ..
    } = case;
    let Some(set) = operation
        .success
        .headers
        .and_then(|id| scope.header_set(id))
    else {
        return TokenStream::new();
    };
    let name = tokens::type_name(&set.name);
    let checks = set.headers.iter().filter_map(|header| {
        let (_, text) = response
            .headers
            .iter()
            .find(|(name, _)| name == header.name.wire())?;
        let getter = tokens::getter(&header.name);
        Some(if is_printed_as_sent(scope, header) {
            quote!(assert_eq!(#name::#getter(&response).unwrap().unwrap().to_string(), #text);)
        } else {
            quote!(assert!(#name::#getter(&response).unwrap().is_some());)
        })
    });
    quote!(#(#checks)*)
}

/// Whether the value's text is that on the wire.
fn is_printed_as_sent(scope: &Scope<'_>, header: &Header) -> bool {
    match &header.ty {
        Type::Scalar(scalar) => matches!(
            scalar,
            Scalar::String | Scalar::Etag | Scalar::Int32 | Scalar::Int64 | Scalar::Boolean
        ),
        Type::Named(id) => matches!(scope.definition(*id), Some(TypeDefinition::Enumeration(_))),
        Type::List(_) | Type::Map(_) | Type::Any => false,
    }
}
