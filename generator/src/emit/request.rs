//! The statements that fill a request.
//!
//! In: an [`Operation`].
//! Out: one statement for each parameter and for the body, and the types that go in and come out.
//! Never: sends; that is `method`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::emit::headers;
use crate::emit::scope::Scope;
use crate::emit::{tokens, types};
use crate::model::{
    Body, ClientParameter, Collection, Form, HttpMethod, MediaType, Operation, Paging, Parameter,
    ParameterLocation, ParameterSource, PathPiece, Payload, Scalar, Type,
};

/// `let mut request = …;` and everything that is put into it.
pub(super) fn statements(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    filled(scope, operation, None)
}

/// The same for a list: with what its links stand behind, where they are only the end of a URL.
pub(super) fn list_statements(
    scope: &Scope<'_>,
    operation: &Operation,
    paging: &Paging,
) -> TokenStream {
    let base = paging.link_base.as_ref().map(|base| {
        let template = template(&base.path);
        let query = &base.query;
        quote!(request.links_behind(#template, &[#(#query),*]);)
    });
    filled(scope, operation, base)
}

fn filled(scope: &Scope<'_>, operation: &Operation, links: Option<TokenStream>) -> TokenStream {
    let id = &operation.id;
    let method = http_method(operation.method);
    let template = template(&operation.path);
    let form = operation.form.map(form);
    let (fields, parameters): (Vec<_>, Vec<_>) =
        operation.parameters.iter().partition(|one| is_field(one));
    let fields = fields.into_iter().map(|one| parameter(scope, one));
    let parameters = parameters.into_iter().map(|one| parameter(scope, one));
    let host = operation.host.iter().map(|url| quote!(request.at(#url);));
    let accept = accept(operation);
    let body = operation.body.as_ref().map(body);
    let is_filled = !operation.parameters.is_empty()
        || operation.host.is_some()
        || accept.is_some()
        || body.is_some()
        || links.is_some();
    let mutable = is_filled.then(|| quote!(mut));
    quote! {
        let #mutable request = Connection::request(&self.connection, #id, Method::#method, #template);
        #(#host)*
        #(#parameters)*
        #accept
        #form
        #(#fields)*
        #body
        #links
    }
}

fn is_field(parameter: &Parameter) -> bool {
    matches!(
        parameter.location,
        ParameterLocation::Form(_) | ParameterLocation::FormJson
    )
}

/// Begins a form: its fields are among the parameters.
fn form(form: Form) -> TokenStream {
    match form {
        Form::UrlEncoded => quote!(request.url_encoded();),
        Form::Multipart => quote!(request.multipart();),
    }
}

/// A path with `{placeholders}`, as it is described.
pub(super) fn template(path: &[PathPiece]) -> String {
    let mut template = String::new();
    for piece in path {
        match piece {
            PathPiece::Text(text) => template.push_str(text),
            PathPiece::Parameter(wire) => {
                template.push('{');
                template.push_str(wire);
                template.push('}');
            }
        }
    }
    template
}

/// `Post`.
pub(super) fn http_method(method: HttpMethod) -> Ident {
    format_ident!("{method:?}")
}

/// `RequestContent<T>`, `RequestContent<T, XmlFormat>`.
pub(super) fn content(scope: &Scope<'_>, body: &Body) -> TokenStream {
    match (&body.media_type, &body.ty) {
        (MediaType::Json(_), ty) => {
            let ty = types::body(scope, ty);
            quote!(RequestContent<#ty>)
        }
        (MediaType::Xml(_), ty) => {
            let ty = types::owned(scope, ty);
            quote!(RequestContent<#ty, XmlFormat>)
        }
        (MediaType::Raw(_), Type::Scalar(Scalar::String)) => {
            quote!(RequestContent<String, NoFormat>)
        }
        (MediaType::Raw(_), _) => quote!(RequestContent<azure_core::Bytes, NoFormat>),
    }
}

/// What the docs say of a body beside its description.
pub(super) fn content_notes(body: &Body) -> Vec<String> {
    let note = match (&body.media_type, &body.ty) {
        (MediaType::Raw(_), Type::Scalar(Scalar::Bytes)) => {
            Some("bytes, or a stream that was made a `Body`")
        }
        _ => None,
    };
    note.map(str::to_owned).into_iter().collect()
}

/// `Response<T>`.
pub(super) fn response(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let marker = operation
        .success
        .headers
        .and_then(|id| scope.header_set(id));
    match (&operation.success.payload, marker) {
        (Payload::Json(ty), _) => {
            let ty = types::body(scope, ty);
            quote!(Response<#ty>)
        }
        (Payload::Xml(ty), _) => {
            let ty = types::owned(scope, ty);
            quote!(Response<#ty, XmlFormat>)
        }
        (Payload::Text, _) => quote!(Response<String, NoFormat>),
        (Payload::Stream, Some(set)) => {
            let marker = headers::subject(scope, &set.subject);
            quote!(AsyncResponse<#marker>)
        }
        (Payload::Stream, None) => quote!(AsyncResponse),
        (Payload::Raw, _) => quote!(Response<azure_core::Bytes, NoFormat>),
        (Payload::Nothing, Some(set)) => {
            let marker = headers::subject(scope, &set.subject);
            quote!(Response<#marker, NoFormat>)
        }
        (Payload::Nothing, None) => quote!(Response<(), NoFormat>),
    }
}

fn accept(operation: &Operation) -> Option<TokenStream> {
    let accept = &operation.success.accept;
    (accept != "application/json").then(|| quote!(request.accept(#accept);))
}

fn body(body: &Body) -> TokenStream {
    let name = tokens::argument(&body.name);
    let put = match &body.media_type {
        MediaType::Json(name) if name == "application/json" => quote!(json),
        MediaType::Json(_) | MediaType::Xml(_) | MediaType::Raw(_) => quote!(body),
    };
    let media_type = match &body.media_type {
        MediaType::Json(name) if name == "application/json" => None,
        other => {
            let name = other.name();
            Some(quote!(#name,))
        }
    };
    if body.required {
        return quote!(request.#put(#media_type #name.into()););
    }
    quote! {
        if let Some(content) = options.#name {
            request.#put(#media_type content.into());
        }
    }
}

fn parameter(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let wire = parameter.name.wire();
    let value = value(scope, parameter);
    let is_list = matches!(parameter.ty, Type::List(_))
        && !matches!(parameter.source, ParameterSource::Constant(_));
    match parameter.location {
        ParameterLocation::Path if is_list => {
            quote!(request.path_list(#wire, #value, armature_runtime::Collection::Comma);)
        }
        ParameterLocation::Path if may_be_empty(&parameter.source) => {
            quote!(request.path_optional(#wire, #value);)
        }
        ParameterLocation::Path => quote!(request.path(#wire, #value);),
        ParameterLocation::PathVerbatim => quote!(request.path_verbatim(#wire, #value);),
        ParameterLocation::QueryVerbatim => quote!(request.query_verbatim(#wire, #value);),
        ParameterLocation::Query(collection) if is_list => {
            let collection = collection_name(collection);
            quote!(request.query_list(#wire, #value, armature_runtime::Collection::#collection);)
        }
        ParameterLocation::Query(_) => quote!(request.query(#wire, #value);),
        ParameterLocation::Header(collection) if is_list => {
            let collection = collection_name(collection);
            quote!(request.header_list(#wire, #value, armature_runtime::Collection::#collection);)
        }
        ParameterLocation::Header(_) => quote!(request.header(#wire, #value);),
        ParameterLocation::Form(collection) => field(&parameter.ty, wire, &value, collection),
        ParameterLocation::FormJson => match parameter.source {
            ParameterSource::Option => quote!(request.field_json(#wire, #value.as_ref());),
            _ => quote!(request.field_json(#wire, Some(&#value));),
        },
    }
}

/// A field of text, or of files.
fn field(ty: &Type, wire: &str, value: &TokenStream, collection: Collection) -> TokenStream {
    match ty {
        Type::Scalar(Scalar::File) => quote!(request.file(#wire, #value);),
        Type::List(item) if **item == Type::Scalar(Scalar::File) => {
            quote!(request.files(#wire, #value);)
        }
        Type::List(_) => {
            let collection = collection_name(collection);
            quote!(request.field_list(#wire, #value, armature_runtime::Collection::#collection);)
        }
        _ => quote!(request.field(#wire, #value);),
    }
}

/// A segment that the path does without, or that the description itself has empty.
fn may_be_empty(source: &ParameterSource) -> bool {
    match source {
        ParameterSource::Option => true,
        ParameterSource::Constant(text) => text.is_empty(),
        _ => false,
    }
}

fn collection_name(collection: Collection) -> Ident {
    format_ident!("{collection:?}")
}

/// The expression that is sent.
fn value(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let name = tokens::argument(&parameter.name);
    match &parameter.source {
        ParameterSource::Constant(text) => quote!(#text),
        ParameterSource::ClientApiVersion => quote!(&self.api_version),
        ParameterSource::Argument => wrapped(&parameter.ty, quote!(#name), Holding::Value),
        ParameterSource::Option => wrapped(&parameter.ty, quote!(options.#name), Holding::Option),
        ParameterSource::Client(wire) => match scope
            .version
            .client
            .parameters
            .iter()
            .find(|kept| kept.name.wire() == wire)
        {
            Some(kept) => client_value(scope, kept),
            None => quote!(&self.#name),
        },
    }
}

fn client_value(scope: &Scope<'_>, kept: &ClientParameter) -> TokenStream {
    let name = tokens::argument(&kept.name);
    let field = if types::is_copy(scope, &kept.ty) {
        quote!(self.#name)
    } else {
        quote!(&self.#name)
    };
    let holding = if kept.required {
        Holding::Value
    } else {
        Holding::Option
    };
    match (&kept.ty, wrapper(&kept.ty)) {
        // `.iter()` and `.as_ref()` borrow by themselves.
        (Type::List(_), Some(_)) => wrapped(&kept.ty, quote!(self.#name), holding),
        _ => wrapped(&kept.ty, field, holding),
    }
}

/// How an expression holds the value.
#[derive(Clone, Copy)]
enum Holding {
    Value,
    Option,
}

/// The value in the wrapper that gives it its form on the wire; lists item by item.
fn wrapped(ty: &Type, value: TokenStream, holding: Holding) -> TokenStream {
    let Some(wrapper) = wrapper(ty) else {
        return value;
    };
    match (ty, holding) {
        (Type::List(_), Holding::Value) => quote!(#value.iter().map(#wrapper).collect::<Vec<_>>()),
        (Type::List(_), Holding::Option) => {
            quote!(#value.as_ref().map(|list| list.iter().map(#wrapper).collect::<Vec<_>>()))
        }
        // The wrappers take what may be absent, too.
        _ => quote!(#wrapper(#value)),
    }
}

/// The wrapper of a value, or of the items of a list, whose form is not that of its Rust type.
pub(super) fn wrapper(ty: &Type) -> Option<TokenStream> {
    match ty {
        Type::Scalar(Scalar::DateTimeRfc1123) => Some(quote!(armature_runtime::Rfc1123)),
        Type::Scalar(Scalar::UnixTime) => Some(quote!(armature_runtime::UnixTime)),
        Type::Scalar(Scalar::Base64 | Scalar::Bytes) => Some(quote!(armature_runtime::Base64)),
        Type::Scalar(Scalar::Base64Url) => Some(quote!(armature_runtime::Base64Url)),
        Type::List(item) => wrapper(item),
        _ => None,
    }
}
