//! Options of methods, and the marker types of answers that have headers and no model.
//!
//! In: an [`Operation`].
//! Out: its options structs, one for each of its methods, or the entry in the table of plain ones; its marker struct where its header set asks for one.
//! Never: says how an option goes out (`request`).

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::emit::docs::{self, Docs};
use crate::emit::method;
use crate::emit::request;
use crate::emit::scope::Scope;
use crate::emit::{tokens, types};
use crate::model::{Body, HeaderSubject, Operation, Outcome, Parameter, ParameterSource};

/// `CertificateClientListByServiceOptions`; `…ClientBeginFindOptions` where the plain name is that of the method that lists the
/// result.
pub(super) fn name(scope: &Scope<'_>, operation: &Operation) -> Ident {
    if !operation.is_begun_or_listed() {
        return list_name(scope, operation);
    }
    let client = scope.client_of(operation);
    let method = tokens::type_name(&operation.name);
    format_ident!("{client}Begin{method}Options")
}

/// The name for the method that lists the result of a long-running operation.
pub(super) fn list_name(scope: &Scope<'_>, operation: &Operation) -> Ident {
    let client = scope.client_of(operation);
    let method = tokens::type_name(&operation.name);
    format_ident!("{client}{method}Options")
}

/// The entry in the table of options without fields of their own: `CertificateClientGetOptions for CertificateClient::get: ClientMethodOptions`;
/// none for an operation with optional parameters.
pub(super) fn entry(scope: &Scope<'_>, operation: &Operation) -> Option<TokenStream> {
    let has_fields = operation
        .parameters
        .iter()
        .any(|parameter| parameter.source == ParameterSource::Option)
        || operation.body.iter().any(|body| !body.required);
    if has_fields {
        return None;
    }
    let name = name(scope, operation);
    let client = scope.client_of(operation);
    let method = method::name(operation);
    let settings = settings(operation);
    Some(quote!(#name for #client::#method: #settings))
}

/// The options struct of an operation with optional parameters.
pub(super) fn structure(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let settings = settings(operation);
    let settings = quote! {
        #[doc = " Settings of this call."]
        pub method_options: #settings<'a>,
    };
    let name = name(scope, operation);
    defined(scope, operation, &name, &method::name(operation), &settings)
}

/// The options struct of the method that lists the result of a long-running operation; none for one without that method.
pub(super) fn list_structure(scope: &Scope<'_>, operation: &Operation) -> Option<TokenStream> {
    if !operation.is_begun_or_listed() {
        return None;
    }
    let frequency = Docs::our(
        "How long to wait before the operation is asked for its state again, where the service does not say: one second at \
         least, 30 seconds when this is not set.",
    )
    .outer();
    let continuation = Docs::our(
        "Settings of this call. A continuation is the link of a page: the list starts there, and the operation is not begun.",
    )
    .outer();
    let settings = quote! {
        #frequency
        pub poll_frequency: Option<azure_core::time::Duration>,
        #continuation
        pub method_options: PagerOptions<'a>,
    };
    let name = list_name(scope, operation);
    let method = method::list_name(operation);
    Some(defined(scope, operation, &name, &method, &settings))
}

/// An options struct: the optional parameters, the optional body and the settings.
fn defined(
    scope: &Scope<'_>,
    operation: &Operation,
    name: &Ident,
    method: &Ident,
    settings: &TokenStream,
) -> TokenStream {
    let client = scope.client_of(operation);
    let docs = Docs::our(&format!("Options of [`{client}::{method}`].")).outer();
    let parameters = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.source == ParameterSource::Option);
    let parameters = parameters.map(|parameter| field(scope, parameter));
    let body = operation
        .body
        .iter()
        .filter(|body| !body.required)
        .map(|body| body_field(scope, body));
    quote! {
        #docs
        #[derive(Clone, Default, SafeDebug)]
        pub struct #name<'a> {
            #(#parameters,)*
            #(#body,)*
            #settings
        }
    }
}

/// The marker of an operation whose answers have headers and no model, with its name.
pub(super) fn marker(scope: &Scope<'_>, operation: &Operation) -> Option<(Ident, TokenStream)> {
    let subject = &scope.header_set(operation.success.headers?)?.subject;
    let (name, what) = match subject {
        HeaderSubject::Marker(name) => (name, "headers without a body"),
        HeaderSubject::Stream(name) => (name, "headers, and bytes that are read while they come"),
        HeaderSubject::Body(_) | HeaderSubject::Text => return None,
    };
    let name = tokens::type_name(name);
    let docs = format!(
        " Answer of [`{}::{}`]: {what}.",
        scope.client_of(operation),
        method::name(operation)
    );
    let is_result = matches!(
        (&operation.outcome, subject),
        (Outcome::LongRunning(_), HeaderSubject::Marker(_))
    );
    let table = is_result.then(|| quote!(headers_only! { #name }));
    let structure = quote! {
        #[doc = #docs]
        #[derive(Clone, Copy, Debug)]
        pub struct #name;
        #table
    };
    Some((name, structure))
}

fn field(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let mut docs = Docs::of(&parameter.doc, &docs::sentence_of(&parameter.name));
    let docs = docs.notes(&parameter.notes).outer();
    let name = tokens::argument(&parameter.name);
    let ty = types::owned(scope, &parameter.ty);
    quote!(#docs pub #name: Option<#ty>)
}

fn body_field(scope: &Scope<'_>, body: &Body) -> TokenStream {
    let mut docs = Docs::of(&body.doc, "Content of the request.");
    let docs = docs.notes(&request::content_notes(body)).outer();
    let name = tokens::argument(&body.name);
    let content = request::content(scope, body);
    quote!(#docs pub #name: Option<#content>)
}

fn settings(operation: &Operation) -> TokenStream {
    match operation.outcome {
        Outcome::Done => quote!(ClientMethodOptions),
        Outcome::Paged(_) => quote!(PagerOptions),
        Outcome::LongRunning(_) => quote!(PollerOptions),
    }
}
