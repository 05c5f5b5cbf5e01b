//! The options of a root client's constructor.
//!
//! In: a [`RootClient`](crate::model::RootClient).
//! Out: the options struct and its defaults.
//! Never: uses an option; that is `client`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::emit::docs::{self, Docs};
use crate::emit::scope::Scope;
use crate::emit::{client, tokens, types};

/// `ApiManagementClientOptions`.
pub(super) fn name(scope: &Scope<'_>) -> Ident {
    format_ident!("{}Options", scope.root_client())
}

/// The options of the constructor and their defaults.
pub(super) fn items(scope: &Scope<'_>) -> TokenStream {
    let client = &scope.version.client;
    let docs = Docs::our(&format!("Options of [`{}::new`].", scope.root_client())).outer();
    let name = name(scope);
    let has_defaults =
        client.api_version.is_some() || client::hosts_with_default(scope).next().is_some();
    let derive = if has_defaults {
        quote!(#[derive(Clone, SafeDebug)])
    } else {
        quote!(#[derive(Clone, Default, SafeDebug)])
    };
    let default = has_defaults.then(|| default(scope));
    let api_version = client.api_version.as_ref().map(|_| {
        quote! {
            #[doc = " `api-version` of the requests."]
            pub api_version: String,
        }
    });
    let hosts = client::hosts_with_default(scope).map(|(host, default)| {
        let mut docs = Docs::of(&host.doc, &docs::sentence_of(&host.name));
        docs.text(&format!(
            "Default: `{}`",
            docs::one_line(default).replace('`', "'")
        ));
        let docs = docs.outer();
        let name = client::host_name(scope, host);
        quote!(#docs pub #name: String,)
    });
    let parameters = client::optional(scope).map(|parameter| {
        let docs = Docs::of(&parameter.doc, &docs::sentence_of(&parameter.name)).outer();
        let name = tokens::argument(&parameter.name);
        let ty = types::owned(scope, &parameter.ty);
        quote!(#docs pub #name: Option<#ty>,)
    });
    quote! {
        #docs
        #derive
        pub struct #name {
            #api_version
            #(#hosts)*
            #(#parameters)*
            #[doc = " Cloud, transport, retries, telemetry. Retries send POST and PATCH again only when"]
            #[doc = " they were not carried out: after 408, 429, 503, and without a connection."]
            pub client_options: ClientOptions,
        }
        #default
    }
}

fn default(scope: &Scope<'_>) -> TokenStream {
    let name = name(scope);
    let api_version = scope
        .version
        .client
        .api_version
        .as_ref()
        .map(|version| quote!(api_version: #version.to_owned(),));
    let hosts = client::hosts_with_default(scope).map(|(host, default)| {
        let name = client::host_name(scope, host);
        quote!(#name: #default.to_owned(),)
    });
    let parameters = client::optional(scope).map(|parameter| {
        let name = tokens::argument(&parameter.name);
        quote!(#name: None,)
    });
    quote! {
        impl Default for #name {
            fn default() -> Self {
                Self {
                    #api_version
                    #(#hosts)*
                    #(#parameters)*
                    client_options: ClientOptions::default(),
                }
            }
        }
    }
}
