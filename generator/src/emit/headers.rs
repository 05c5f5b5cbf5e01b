//! Typed response headers: a sealed trait for each kind of answer.
//!
//! In: a [`HeaderSet`], or an operation that may have one.
//! Out: the `response_headers!` table.
//! Never: defines the marker types that stand for answers without a body (`options`).

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::docs::{self, Docs};
use crate::emit::scope::Scope;
use crate::emit::{method, tokens, types};
use crate::model::{
    Header, HeaderSet, HeaderSubject, LongRunning, Operation, Outcome, Scalar, Type,
};

/// The headers that the answers of an operation's method have by type.
pub(super) fn of<'a>(scope: &Scope<'a>, operation: &Operation) -> Option<&'a HeaderSet> {
    let set = scope.header_set(operation.success.headers?)?;
    let is_typed = match (&operation.outcome, &set.subject) {
        (Outcome::LongRunning(LongRunning::ResourceManager { .. }), HeaderSubject::Marker(_)) => {
            true
        }
        // The result of any other poller is of the type of its body.
        (
            Outcome::LongRunning(_),
            HeaderSubject::Marker(_) | HeaderSubject::Stream(_) | HeaderSubject::Text,
        ) => false,
        (Outcome::LongRunning(_), HeaderSubject::Body(_)) => {
            let result = method::final_result(scope, operation.result()).to_string();
            subject(scope, &set.subject).to_string() == result
        }
        (Outcome::Done | Outcome::Paged(_), _) => true,
    };
    is_typed.then_some(set)
}

/// The trait of one kind of answer.
pub(super) fn items(scope: &Scope<'_>, set: &HeaderSet) -> TokenStream {
    let docs = Docs::our(&format!(
        "Headers of answers that are {}.",
        subject_link(scope, &set.subject)
    ))
    .outer();
    let name = tokens::type_name(&set.name);
    let subject = subject(scope, &set.subject);
    let stream = matches!(set.subject, HeaderSubject::Stream(_)).then(|| quote!(stream));
    let entries = set.headers.iter().map(|header| entry(scope, header));
    quote! {
        response_headers! {
            #docs
            #name for #stream #subject {
                #(#entries)*
            }
        }
    }
}

/// The type in `Response<…>` that has the headers.
pub(super) fn subject(scope: &Scope<'_>, subject: &HeaderSubject) -> TokenStream {
    match subject {
        HeaderSubject::Body(Type::Scalar(Scalar::Bytes)) => quote!(azure_core::Bytes),
        HeaderSubject::Text => quote!(String),
        HeaderSubject::Body(ty) => types::body(scope, ty),
        HeaderSubject::Marker(name) | HeaderSubject::Stream(name) => {
            let name = tokens::type_name(name);
            quote!(#name)
        }
    }
}

fn subject_link(scope: &Scope<'_>, subject: &HeaderSubject) -> String {
    let models = format!("{}::models", scope.link_path());
    match subject {
        HeaderSubject::Marker(name) | HeaderSubject::Stream(name) => {
            let name = tokens::type_name(name);
            format!("[`{name}`]({models}::{name})")
        }
        HeaderSubject::Body(Type::Named(id)) => {
            let name = types::named(scope, *id);
            format!("[`{name}`]({models}::{name})")
        }
        HeaderSubject::Body(_) | HeaderSubject::Text => {
            docs::code(&self::subject(scope, subject).to_string().replace(' ', ""))
        }
    }
}

fn entry(scope: &Scope<'_>, header: &Header) -> TokenStream {
    let docs = Docs::of(
        &header.doc,
        &format!("Header {}.", docs::code(header.name.wire())),
    )
    .outer();
    let name = tokens::getter(&header.name);
    let wire = header.name.wire();
    let format = format(scope, &header.ty);
    quote!(#docs #name: #wire as #format,)
}

/// What stands after `as`: a format of the runtime where the type has one, else the type.
fn format(scope: &Scope<'_>, ty: &Type) -> TokenStream {
    match types::format(ty) {
        Some(format) => quote!(armature_runtime::formats::#format),
        None => types::owned(scope, ty),
    }
}
