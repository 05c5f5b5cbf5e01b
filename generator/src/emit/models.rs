//! Models: a struct, and the table that gives it its JSON form.
//!
//! In: an [`Object`].
//! Out: the struct, its `model!` table, its `xml!` table where it occurs in XML, and `page!`, `error_model!` or `status_monitor!` where it is the page of a pager, an
//! error or the state of a long-running operation.
//! Never: writes serde attributes; the table says it shorter and compiles faster.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::docs::{self, Docs};
use crate::emit::scope::Scope;
use crate::emit::{polled, tokens, types, xml};
use crate::model::{Access, Field, Indirection, Object, RestOfObject, Sending, Type};

/// Everything that one model consists of.
pub(super) fn items(scope: &Scope<'_>, object: &Object) -> TokenStream {
    let structure = structure(scope, object);
    let table = table(object);
    let xml = xml::table(scope, object);
    let page = page(scope, object);
    let error = error(object);
    let state = polled::state_of(scope, object);
    quote!(#structure #table #xml #page #error #state)
}

fn structure(scope: &Scope<'_>, object: &Object) -> TokenStream {
    let mut docs = Docs::of(&object.doc, &docs::sentence_of(&object.name));
    let constants = object.constants.iter().map(|constant| {
        let (property, value) = (docs::code(&constant.property), docs::code(&constant.value));
        format!("its {property} is always {value}")
    });
    let constants: Vec<String> = constants.collect();
    if !constants.is_empty() {
        docs.markdown(&docs::capitalized(&format!(
            "{}.",
            constants.join(", and ")
        )));
    }
    let docs = docs.outer();
    let non_exhaustive = (!object.usage.in_requests).then(|| quote!(#[non_exhaustive]));
    let name = tokens::type_name(&object.name);
    // Who sends a page has to say whether its list is empty or absent.
    let items = object
        .usage
        .page_items
        .filter(|_| !object.usage.in_requests);
    let fields = object.fields.iter().enumerate().map(|(index, field)| {
        let is_items = items == Some(index);
        structure_field(scope, field, is_items)
    });
    let rest = rest_field(scope, object);
    quote! {
        #docs
        #[derive(Clone, Default, SafeDebug)]
        #non_exhaustive
        pub struct #name {
            #(#fields,)*
            #rest
        }
    }
}

fn structure_field(scope: &Scope<'_>, field: &Field, is_items: bool) -> TokenStream {
    let docs = field_docs(field).outer();
    let name = tokens::field(&field.name);
    let ty = types::owned(scope, &field.ty);
    let ty = match field.indirection {
        _ if is_items && matches!(field.ty, Type::List(_)) => ty,
        Indirection::Direct => quote!(Option<#ty>),
        Indirection::Boxed => quote!(Option<Box<#ty>>),
    };
    quote!(#docs pub #name: #ty)
}

fn field_docs(field: &Field) -> Docs {
    let mut docs = Docs::of(&field.doc, &docs::sentence_of(&field.name));
    docs.notes(&field.notes);
    match field.access {
        Access::ReadWrite if field.required => docs.remark("Required."),
        Access::ReadWrite => &mut docs,
        Access::ReadOnly => docs.remark("Read-only."),
        Access::CreateOnly => docs.remark("It is set on creation only."),
        Access::Secret => docs.remark("A secret."),
    };
    docs
}

fn rest_field(scope: &Scope<'_>, object: &Object) -> Option<TokenStream> {
    let RestOfObject::Kept(value) = &object.rest else {
        return None;
    };
    let name = rest_name(object);
    let value = types::owned(scope, value);
    Some(quote! {
        #[doc = " Keys that no field has."]
        pub #name: HashMap<String, #value>,
    })
}

/// `additional_properties`, or the next free name when a field is called that.
fn rest_name(object: &Object) -> Ident {
    let mut name = tokens::ident("additional_properties");
    let mut number = 2;
    while object
        .fields
        .iter()
        .any(|field| tokens::field(&field.name) == name)
    {
        name = tokens::ident(&format!("additional_properties_{number}"));
        number += 1;
    }
    name
}

fn table(object: &Object) -> TokenStream {
    let kind = object.usage.is_request_body.then(|| quote!(request));
    let name = tokens::type_name(&object.name);
    let constants = object.constants.iter().map(|constant| {
        let (property, value) = (&constant.property, &constant.value);
        quote!(#property = #value,)
    });
    let fields = object.fields.iter().map(table_entry);
    let rest = match &object.rest {
        RestOfObject::Ignored => None,
        RestOfObject::Kept(value) => {
            let rest = rest_name(object);
            let format = types::format(value).map(|format| quote!(as #format));
            Some(quote!(#rest: .. #format,))
        }
    };
    quote! {
        model! {
            #kind #name {
                #(#constants)*
                #(#fields,)*
                #rest
            }
        }
    }
}

fn table_entry(field: &Field) -> TokenStream {
    let name = tokens::field(&field.name);
    let wire = field.name.wire();
    let format = types::format(&field.ty).map(|format| quote!(as #format));
    let sending = match field.sending {
        // The runtime leaves read-only fields out at any depth.
        Sending::AsIs | Sending::WithoutReadOnly => None,
        Sending::LeftOut => Some(quote!(read_only)),
    };
    quote!(#name: #wire #format #sending)
}

fn page(scope: &Scope<'_>, object: &Object) -> Option<TokenStream> {
    let items = object.fields.get(object.usage.page_items?)?;
    let name = tokens::type_name(&object.name);
    let field = tokens::field(&items.name);
    let item = match &items.ty {
        Type::List(item) => types::owned(scope, item),
        other => types::owned(scope, other),
    };
    Some(quote! {
        page! {
            #name { #field: #item, }
        }
    })
}

fn error(object: &Object) -> Option<TokenStream> {
    let name = tokens::type_name(&object.name);
    let xml = object.xml.as_ref().map(|_| quote!(xml));
    object
        .usage
        .is_error
        .then(|| quote!(error_model! { #xml #name }))
}
