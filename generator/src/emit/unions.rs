//! Discriminated unions: an enum of models, and the table of their discriminator values.
//!
//! In: a [`Union`].
//! Out: the enum and its `union!` table.
//! Never: writes serde attributes; those would take a known kind with a bad field for an unknown one.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::docs::{self, Docs};
use crate::emit::scope::Scope;
use crate::emit::{tokens, types, xml};
use crate::model::{Kind, Union};

/// Everything that one union consists of.
pub(super) fn items(scope: &Scope<'_>, union: &Union) -> TokenStream {
    let definition = definition(scope, union);
    let table = table(scope, union);
    let xml = xml::union(scope, union);
    quote!(#definition #table #xml)
}

fn definition(scope: &Scope<'_>, union: &Union) -> TokenStream {
    let mut docs = Docs::of(&union.doc, &docs::sentence_of(&union.name));
    let discriminator = docs::code(&union.discriminator);
    docs.markdown(&format!("Its {discriminator} says which kind it is."));
    let docs = docs.outer();
    let name = tokens::type_name(&union.name);
    let variants = union.kinds.iter().map(|kind| variant(scope, kind));
    quote! {
        #docs
        #[derive(Clone, SafeDebug)]
        pub enum #name {
            #(#variants,)*
            #[doc = " A kind that this crate does not know, or none: all of it, as it was sent."]
            UnknownKind(azure_core::Value),
        }
    }
}

/// A variant is called like its type, which is distinct already.
fn variant(scope: &Scope<'_>, kind: &Kind) -> TokenStream {
    let ty = types::named(scope, kind.ty);
    let docs = match kind.values.as_slice() {
        [] => Docs::our("Only ever sent: what is received with its kind is another variant."),
        values => {
            let values: Vec<String> = values.iter().map(|value| docs::code(value)).collect();
            Docs::our(&format!("Kind {}.", values.join(" or ")))
        }
    };
    let docs = docs.outer();
    quote!(#docs #ty(#ty))
}

fn table(scope: &Scope<'_>, union: &Union) -> TokenStream {
    let request = union.usage.is_request_body.then(|| quote!(request));
    let name = tokens::type_name(&union.name);
    let discriminator = &union.discriminator;
    let kinds = union.kinds.iter().map(|kind| {
        let ty = types::named(scope, kind.ty);
        let values = &kind.values;
        quote!(#(#values)|* => #ty,)
    });
    quote! {
        union! {
            #request #name #discriminator {
                #(#kinds)*
            }
        }
    }
}
