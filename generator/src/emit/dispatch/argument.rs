//! Expressions that read one argument.
//!
//! In: a type and a wire name.
//! Out: what reads a value of that type, and what hands it to a method.
//! Never: knows where the value goes on the wire.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::scope::Scope;
use crate::emit::{tokens, types};
use crate::model::{Body, MediaType, Scalar, Type};
use crate::name::Name;

/// A name of our own that none in `taken` is like.
pub(super) fn own(name: &str, taken: &BTreeSet<String>) -> Ident {
    let mut free = name.to_owned();
    while taken.contains(&free) {
        free.push('_');
    }
    tokens::ident(&free)
}

/// `let certificate_name: String = arguments.required("certificate-name")?;`
pub(super) fn local(
    scope: &Scope<'_>,
    given: &Ident,
    name: &Name,
    ty: &Type,
    wire: &str,
) -> TokenStream {
    let name = tokens::argument(name);
    let owned = match ty {
        // A method takes it as text.
        Type::Scalar(Scalar::Etag) => quote!(String),
        ty => types::owned(scope, ty),
    };
    let value = match (file(ty), format(ty)) {
        (Some(File::One), _) => quote!(#given.file(#wire)?),
        (Some(File::Several), _) => quote!(#given.files(#wire)?),
        (None, Some(format)) => quote!(#given.required_as::<#format, _>(#wire)?),
        (None, None) => quote!(#given.required(#wire)?),
    };
    quote!(let #name: #owned = #value;)
}

/// `arguments.optional("maxresults")?`
pub(super) fn optional(given: &Ident, ty: &Type, wire: &str) -> TokenStream {
    match file(ty) {
        Some(File::One) => return quote!(#given.optional_file(#wire)?),
        Some(File::Several) => return quote!(#given.optional_files(#wire)?),
        None => {}
    }
    match format(ty) {
        None if *ty == Type::Scalar(Scalar::Etag) => {
            quote!(#given.optional::<String>(#wire)?.map(Into::into))
        }
        Some(format) => quote!(#given.optional_as::<#format, _>(#wire)?),
        None => quote!(#given.optional(#wire)?),
    }
}

/// Files of a form have a reader of their own.
enum File {
    One,
    Several,
}

fn file(ty: &Type) -> Option<File> {
    match ty {
        Type::Scalar(Scalar::File) => Some(File::One),
        Type::List(item) if **item == Type::Scalar(Scalar::File) => Some(File::Several),
        _ => None,
    }
}

/// The local as the method takes it: `&certificate_name`, `top`.
pub(super) fn passed(name: &Ident, ty: &Type) -> TokenStream {
    let is_value = match ty {
        ty if file(ty).is_some() => true,
        Type::Scalar(scalar) => !matches!(
            scalar,
            Scalar::String | Scalar::Etag | Scalar::Base64 | Scalar::Base64Url | Scalar::Bytes
        ),
        Type::Named(_) | Type::List(_) | Type::Map(_) | Type::Any => false,
    };
    if is_value {
        quote!(#name)
    } else {
        quote!(&#name)
    }
}

/// `arguments.body("parameters")?`
pub(super) fn body(given: &Ident, body: &Body) -> TokenStream {
    let wire = body.name.wire();
    let is_text = body.ty == Type::Scalar(Scalar::String);
    match (&body.media_type, body.required) {
        (MediaType::Json(_), true) => quote!(#given.body(#wire)?),
        (MediaType::Json(_), false) => quote!(#given.optional_body(#wire)?),
        (MediaType::Xml(_), true) => quote!(#given.xml(#wire)?),
        (MediaType::Xml(_), false) => quote!(#given.optional_xml(#wire)?),
        (MediaType::Raw(_), true) if is_text => quote!(#given.text(#wire)?),
        (MediaType::Raw(_), false) if is_text => quote!(#given.optional_text(#wire)?),
        (MediaType::Raw(_), true) => quote!(#given.bytes(#wire)?),
        (MediaType::Raw(_), false) => quote!(#given.optional_bytes(#wire)?),
    }
}

/// The runtime's format of a type that has none by itself, with its path.
fn format(ty: &Type) -> Option<TokenStream> {
    match ty {
        Type::List(item) => format(item).map(|item| quote!(dispatch::formats::List<#item>)),
        Type::Map(value) => format(value).map(|value| quote!(dispatch::formats::Map<#value>)),
        Type::Scalar(_) => types::format(ty).map(|format| quote!(dispatch::formats::#format)),
        Type::Named(_) | Type::Any => None,
    }
}
