//! Methods: one for each operation, two where a long-running one's result is a list.
//!
//! In: an [`Operation`].
//! Out: thin methods: each fills a request and hands it to the runtime.
//! Never: holds anything that is the same in every method.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::method_docs::SharedArguments;
use crate::emit::scope::Scope;
use crate::emit::{headers, method_docs, options, polled, request, tokens, types};
use crate::model::{
    Body, FinalState, HeaderSubject, LongRunning, NextLink, Operation, Outcome, Paging, Parameter,
    ParameterLocation, ParameterSource, Payload,
};

/// Arguments from which on clippy finds a method too long.
const MANY_ARGUMENTS: usize = 8;

/// The method's name: `refresh_secret`, `begin_delete`.
pub(super) fn name(operation: &Operation) -> Ident {
    match operation.outcome {
        Outcome::LongRunning(_) => tokens::begin_method(&operation.name),
        Outcome::Done | Outcome::Paged(_) => tokens::method(&operation.name),
    }
}

/// The method that lists the result of a long-running operation: `find`, beside `begin_find`.
pub(super) fn list_name(operation: &Operation) -> Ident {
    tokens::method(&operation.name)
}

/// The parameters that are arguments, in the order of the signature.
pub(super) fn arguments(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation
        .parameters
        .iter()
        .filter(|parameter| parameter.source == ParameterSource::Argument)
}

/// The body that is an argument.
pub(super) fn body_argument(operation: &Operation) -> Option<&Body> {
    operation.body.as_ref().filter(|body| body.required)
}

/// The method of an operation; two where it is long-running and its result is a list.
pub(super) fn item(
    scope: &Scope<'_>,
    operation: &Operation,
    shared: &SharedArguments,
) -> TokenStream {
    let docs = method_docs::of(scope, operation, shared).outer();
    match &operation.outcome {
        Outcome::Done => call(scope, operation, &docs),
        Outcome::Paged(paging) => list(scope, operation, paging, &docs),
        Outcome::LongRunning(long_running) => {
            let begin = begin(scope, operation, long_running, &docs);
            let list = match long_running {
                LongRunning::ResourceManager {
                    final_state,
                    pages: Some(paging),
                } => Some(list_result(scope, operation, *final_state, paging, shared)),
                LongRunning::ResourceManager { .. } | LongRunning::Polled(_) => None,
            };
            quote!(#begin #list)
        }
    }
}

fn call(scope: &Scope<'_>, operation: &Operation, docs: &TokenStream) -> TokenStream {
    let lint = lint(operation);
    let name = name(operation);
    let signature = signature(scope, operation, &options::name(scope, operation));
    let response = request::response(scope, operation);
    let request = request::statements(scope, operation);
    let codes = codes(&operation.success.codes);
    let send = match operation.success.payload {
        Payload::Stream => quote!(stream),
        Payload::Nothing | Payload::Json(_) | Payload::Xml(_) | Payload::Text | Payload::Raw => {
            quote!(send)
        }
    };
    quote! {
        #docs
        #lint
        pub async fn #name(#signature) -> Result<#response> {
            let options = options.unwrap_or_default();
            #request
            Ok(request.#send(&[#(#codes),*], &options.method_options).await?.into())
        }
    }
}

fn list(
    scope: &Scope<'_>,
    operation: &Operation,
    paging: &Paging,
    docs: &TokenStream,
) -> TokenStream {
    let names = (name(operation), options::name(scope, operation));
    let codes = codes(&operation.success.codes);
    let next_link = next_link(paging);
    let pages = quote! {
        request.pages(&[#(#codes),*], &[#(#next_link),*], options.method_options)
    };
    listing(scope, operation, paging, &names, docs, &pages)
}

/// A method that gives a pager, by its name and that of its options. `pages` makes the pager of the request.
fn listing(
    scope: &Scope<'_>,
    operation: &Operation,
    paging: &Paging,
    (name, options): &(Ident, Ident),
    docs: &TokenStream,
    pages: &TokenStream,
) -> TokenStream {
    let lint = lint(operation);
    let signature = signature(scope, operation, options);
    let page = types::named(scope, paging.page);
    let request = request::list_statements(scope, operation, paging);
    quote! {
        #docs
        #lint
        pub fn #name(#signature) -> Result<Pager<#page>> {
            let options = options.unwrap_or_default();
            #request
            #pages
        }
    }
}

/// The wire names on the way to a page's link; none for a single page.
fn next_link(paging: &Paging) -> &[String] {
    match &paging.next_link {
        NextLink::Field(path) => path,
        NextLink::SinglePage => &[],
    }
}

fn begin(
    scope: &Scope<'_>,
    operation: &Operation,
    long_running: &LongRunning,
    docs: &TokenStream,
) -> TokenStream {
    let lint = lint(operation);
    let name = name(operation);
    let signature = signature(scope, operation, &options::name(scope, operation));
    let request = request::statements(scope, operation);
    let codes = codes(&operation.success.codes);
    let (state, poll) = match long_running {
        LongRunning::ResourceManager { final_state, .. } => {
            let result = poll_result(scope, operation);
            let final_state = format_ident!("{final_state:?}");
            let poll = quote! {
                request.poll(&[#(#codes),*], FinalState::#final_state, options.method_options)
            };
            (quote!(OperationStatus<#result>), poll)
        }
        LongRunning::Polled(polled) => {
            let polling = polled::description(polled);
            let poll = quote! {
                let polling = #polling;
                request.poll_with(&[#(#codes),*], polling, options.method_options)
            };
            (polled::state(scope, polled), poll)
        }
    };
    quote! {
        #docs
        #lint
        pub fn #name(#signature) -> Result<Poller<#state>> {
            let options = options.unwrap_or_default();
            #request
            #poll
        }
    }
}

/// The second method of an operation whose result is a list.
fn list_result(
    scope: &Scope<'_>,
    operation: &Operation,
    final_state: FinalState,
    paging: &Paging,
    shared: &SharedArguments,
) -> TokenStream {
    let docs = method_docs::of_result(operation, shared).outer();
    let names = (list_name(operation), options::list_name(scope, operation));
    let codes = codes(&operation.success.codes);
    let final_state = format_ident!("{final_state:?}");
    let next_link = next_link(paging);
    let pages = quote! {
        request.poll_pages(
            &[#(#codes),*],
            FinalState::#final_state,
            &[#(#next_link),*],
            options.poll_frequency,
            options.method_options,
        )
    };
    listing(scope, operation, paging, &names, &docs, &pages)
}

/// What the poller of an operation that says its own state gives in the end: a marker for headers without a body.
pub(super) fn poll_result(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let set = operation
        .success
        .headers
        .and_then(|id| scope.header_set(id));
    match set.map(|set| &set.subject) {
        Some(marker @ HeaderSubject::Marker(_)) => headers::subject(scope, marker),
        _ => final_result(scope, &operation.success.payload),
    }
}

/// What a poller gives in the end: the model of the body, `()` for none.
pub(super) fn final_result(scope: &Scope<'_>, payload: &Payload) -> TokenStream {
    match payload {
        Payload::Json(ty) | Payload::Xml(ty) => types::body(scope, ty),
        Payload::Text => quote!(String),
        Payload::Stream | Payload::Raw => quote!(azure_core::Bytes),
        Payload::Nothing => quote!(()),
    }
}

fn signature(scope: &Scope<'_>, operation: &Operation, options: &Ident) -> TokenStream {
    let arguments = arguments(operation).map(|argument| {
        let name = tokens::argument(&argument.name);
        let ty = match argument.location {
            ParameterLocation::FormJson => types::owned(scope, &argument.ty),
            _ => types::borrowed(scope, &argument.ty),
        };
        quote!(#name: #ty)
    });
    let body = body_argument(operation).into_iter().map(|body| {
        let name = tokens::argument(&body.name);
        let content = request::content(scope, body);
        quote!(#name: #content)
    });
    quote!(&self, #(#arguments,)* #(#body,)* options: Option<#options<'_>>)
}

fn lint(operation: &Operation) -> Option<TokenStream> {
    let count = 2 + arguments(operation).count() + usize::from(body_argument(operation).is_some());
    (count >= MANY_ARGUMENTS)
        .then(|| quote!(#[allow(clippy::too_many_arguments, reason = "the service asks for them")]))
}

/// Status codes without the type suffix that `quote` would give them.
pub(super) fn codes(codes: &[u16]) -> impl Iterator<Item = Literal> {
    codes.iter().map(|code| Literal::u16_unsuffixed(*code))
}
