//! Enumerations: an enum, and the table of its values on the wire.
//!
//! In: an [`Enumeration`].
//! Out: the enum and its `extensible_enum!` or `closed_enum!` table.
//! Never: decides whether unknown values can occur.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::docs::{self, Docs};
use crate::emit::{tokens, types};
use crate::model::{Enumeration, Openness, Scalar, Variant};

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
    let copy = (enumeration.base != Scalar::String).then(|| quote!(Copy,));
    let value = types::scalar_type(enumeration.base);
    quote! {
        #docs
        #[derive(Clone, #copy Debug, Eq, PartialEq)]
        pub enum #name {
            #(#variants,)*
            #[doc = " A value that this crate does not know."]
            UnknownValue(#value),
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
        let wire = wire(enumeration, variant.name.wire());
        quote!(#name = #wire,)
    });
    let entries = quote!(#(#entries)*);
    let name = match enumeration.base {
        Scalar::String => quote!(#name),
        number => {
            let number = types::scalar_type(number);
            quote!(#name as #number)
        }
    };
    match enumeration.openness {
        Openness::Extensible => quote!(extensible_enum! { #name { #entries } }),
        Openness::Closed => quote!(closed_enum! { #name { #entries } }),
    }
}

/// A value as it stands in the table: text, or a number.
pub(super) fn wire(enumeration: &Enumeration, wire: &str) -> TokenStream {
    match (enumeration.base, wire.parse::<i64>()) {
        (Scalar::Int32 | Scalar::Int64, Ok(number)) => {
            let number = Literal::i64_unsuffixed(number);
            quote!(#number)
        }
        _ => quote!(#wire),
    }
}
