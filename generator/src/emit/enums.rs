//! Enumerations: an enum, and the table of its values on the wire.
//!
//! In: an [`Enumeration`].
//! Out: the enum and its `extensible_enum!` or `closed_enum!` table.
//! Never: decides whether unknown values can occur.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::docs::{self, Docs};
use crate::emit::tokens;
use crate::model::{Enumeration, Openness, Variant};

/// Everything that one enumeration consists of.
pub(super) fn items(enumeration: &Enumeration) -> TokenStream {
    let definition = match enumeration.openness {
        Openness::Extensible => extensible(enumeration),
        Openness::Closed => closed(enumeration),
    };
    let table = table(enumeration);
    quote!(#definition #table)
}

fn extensible(enumeration: &Enumeration) -> TokenStream {
    let docs = Docs::of(&enumeration.doc, &docs::sentence_of(&enumeration.name)).outer();
    let name = tokens::type_name(&enumeration.name);
    let variants = enumeration.variants.iter().map(variant);
    quote! {
        #docs
        #[derive(Clone, Debug, Eq, PartialEq)]
        pub enum #name {
            #(#variants,)*
            #[doc = " A value that this crate does not know."]
            UnknownValue(String),
        }
    }
}

fn closed(enumeration: &Enumeration) -> TokenStream {
    let docs = Docs::of(&enumeration.doc, &docs::sentence_of(&enumeration.name)).outer();
    let name = tokens::type_name(&enumeration.name);
    let variants = enumeration.variants.iter().map(variant);
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum #name {
            #(#variants,)*
        }
    }
}

fn variant(variant: &Variant) -> TokenStream {
    let docs = Docs::of(
        &variant.doc,
        &format!("{}.", docs::code(variant.name.wire())),
    )
    .outer();
    let name = tokens::variant(&variant.name);
    quote!(#docs #name)
}

fn table(enumeration: &Enumeration) -> TokenStream {
    let name = tokens::type_name(&enumeration.name);
    let entries = enumeration.variants.iter().map(|variant| {
        let name = tokens::variant(&variant.name);
        let wire = variant.name.wire();
        quote!(#name = #wire,)
    });
    let entries = quote!(#(#entries)*);
    match enumeration.openness {
        Openness::Extensible => quote!(extensible_enum! { #name { #entries } }),
        Openness::Closed => quote!(closed_enum! { #name { #entries } }),
    }
}
