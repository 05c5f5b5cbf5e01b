//! Tests of long-running operations that another operation says the state of: from the first answer to the end.
//!
//! In: an answer of an example and what comes after it.
//! Out: the further answers of the mock transport; the checks of states, questions and result.
//! Never: waits: every answer says that the next question may be asked at once.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::{example_test, tokens};
use crate::model::{ExampleBody, ExampleEnd, ExamplePolling, ExampleResponse, Polled, PolledState};

/// The answers after the first.
pub(super) fn answers(response: &ExampleResponse) -> impl Iterator<Item = TokenStream> {
    let questions = response
        .polling
        .iter()
        .flat_map(|polling| &polling.questions);
    questions.map(|question| {
        let status = Literal::u16_unsuffixed(question.status);
        let answer = match &question.body {
            None | Some(ExampleBody::Form(_)) => quote!(MockResponse::empty(#status)),
            Some(ExampleBody::Json(text) | ExampleBody::Xml(text)) => {
                let text = tokens::json_block(text);
                quote!(MockResponse::json(#status, #text))
            }
            Some(ExampleBody::Raw(text)) => {
                let text = tokens::text_block(text);
                quote!(MockResponse::bytes(#status, #text))
            }
        };
        quote!(#answer.header("retry-after", "0"))
    })
}

/// The call, its first state, the questions after it and the end.
pub(super) fn checks(
    polled: &Polled,
    response: &ExampleResponse,
    call: &TokenStream,
    request_check: &TokenStream,
) -> TokenStream {
    let Some(polling) = &response.polling else {
        // Nothing is known about what comes after this answer, or it is no state at all.
        return quote! {
            let mut poller = #call.unwrap();
            poller.try_next().await.ok();
            #request_check
        };
    };
    let status = Literal::u16_unsuffixed(response.status);
    let model = first_state(polled, response);
    let end = end(polling);
    quote! {
        let mut poller = #call.unwrap();
        let state = poller.try_next().await.unwrap().unwrap();
        #request_check
        assert_eq!(state.status(), #status);
        #model
        #end
    }
}

/// The first state is the first answer where a model says how the operation stands.
fn first_state(polled: &Polled, response: &ExampleResponse) -> Option<TokenStream> {
    let (PolledState::Model(_), Some(understood)) = (&polled.state, &response.understood) else {
        return None;
    };
    let understood = tokens::json_block(understood);
    Some(quote!(assert_model(&state.into_model().unwrap(), #understood);))
}

fn end(polling: &ExamplePolling) -> TokenStream {
    let understood = match &polling.end {
        ExampleEnd::Error => return quote!(assert!(poller.await.is_err());),
        ExampleEnd::Result(understood) => understood,
    };
    let model = understood.as_ref().map(|understood| {
        let understood = tokens::json_block(understood);
        quote!(assert_model(&response.into_model().unwrap(), #understood);)
    });
    let response = match model {
        Some(_) => quote!(let response = poller.await.unwrap();),
        None => quote!(poller.await.unwrap();),
    };
    let asked = polling
        .questions
        .iter()
        .enumerate()
        .map(|(index, question)| {
            let index = Literal::usize_unsuffixed(index + 1);
            let get = format_ident!("Get");
            example_test::check_of(&quote!(requests[#index]), &get, &question.request)
        });
    let asked: Vec<TokenStream> = asked.collect();
    let count = Literal::usize_unsuffixed(asked.len() + 1);
    let requests = (!asked.is_empty()).then(|| {
        quote! {
            let requests = mock.requests();
            assert_eq!(requests.len(), #count);
            #(#asked)*
        }
    });
    quote! {
        #response
        #requests
        #model
    }
}
