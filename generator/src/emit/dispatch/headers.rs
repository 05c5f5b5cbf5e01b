//! Typed response headers as text.
//!
//! In: an operation.
//! Out: the function that reads the headers of its answers by their typed getters.
//! Never: reads a header by its wire name.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::scope::Scope;
use crate::emit::{headers, request, tokens};
use crate::model::{Header, HeaderSet, HeaderSubject, Operation, Payload, Scalar, Type};

/// `fn certificate_contract_headers(…) -> …`
pub(super) fn item(scope: &Scope<'_>, set: &HeaderSet, name: &Ident) -> TokenStream {
    let subject = headers::subject(scope, &set.subject);
    let mut parameter = None;
    let response = match &set.subject {
        HeaderSubject::Body(Type::Scalar(Scalar::Bytes))
        | HeaderSubject::Text
        | HeaderSubject::Marker(_) => quote!(Response<#subject, NoFormat>),
        HeaderSubject::Stream(_) => quote!(AsyncResponse<#subject>),
        HeaderSubject::Body(ty) if is_in_xml(scope, ty) => {
            parameter = Some(quote!(<F>));
            quote!(Response<#subject, F>)
        }
        HeaderSubject::Body(_) => quote!(Response<#subject>),
    };
    let entries = set.headers.iter().map(|header| entry(set, header));
    quote! {
        fn #name #parameter(response: &#response) -> Result<dispatch::TypedHeaders> {
            Ok(vec![#(#entries),*])
        }
    }
}

/// Whether bodies of a type are also, or only, in XML.
fn is_in_xml(scope: &Scope<'_>, ty: &Type) -> bool {
    match ty {
        Type::Named(id) => scope
            .definition(*id)
            .is_some_and(|definition| definition.usage().in_xml),
        Type::List(item) => is_in_xml(scope, item),
        Type::Map(_) | Type::Scalar(_) | Type::Any => false,
    }
}

fn entry(set: &HeaderSet, header: &Header) -> TokenStream {
    let trait_name = tokens::type_name(&set.name);
    let getter = tokens::getter(&header.name);
    let wire = header.name.wire();
    let value = quote!(#trait_name::#getter(response)?);
    match request::wrapper(&header.ty) {
        Some(wrapper) => quote!(dispatch::header(#wire, #wrapper(#value))?),
        None => quote!(dispatch::header(#wire, #value)?),
    }
}

/// What makes an outcome of the method's answer.
pub(super) fn read(operation: &Operation) -> TokenStream {
    match &operation.success.payload {
        Payload::Json(_) => quote!(dispatch::json),
        Payload::Xml(_) => quote!(dispatch::xml),
        Payload::Text => quote!(dispatch::text),
        Payload::Stream => quote!(dispatch::stream),
        Payload::Raw => quote!(dispatch::bytes),
        Payload::Nothing => quote!(dispatch::nothing),
    }
}

/// What reads the body of a poller's result.
pub(super) fn content(operation: &Operation) -> TokenStream {
    match operation.result() {
        Payload::Json(_) => quote!(dispatch::Content::json),
        Payload::Xml(_) => quote!(dispatch::Content::xml),
        Payload::Text => quote!(dispatch::Content::text),
        Payload::Stream | Payload::Raw => quote!(dispatch::Content::bytes),
        Payload::Nothing => quote!(dispatch::Content::nothing),
    }
}
