//! The constructor of a client whose service takes keys.
//!
//! In: a [`RootClient`](crate::model::RootClient) with keys.
//! Out: `with_key`, beside `new`.
//! Never: emits anything for a client without keys.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::emit::docs::Docs;
use crate::emit::scope::Scope;
use crate::emit::{client, client_options, tokens, types};
use crate::model::{ApiKey, KeyPlace};

/// The keys and the names of their arguments: `key` when there is one, else as the service calls them.
pub(super) fn arguments<'a>(scope: &Scope<'a>) -> Vec<(Ident, &'a ApiKey)> {
    let keys = &scope.version.client.keys;
    let hosts = client::arguments_of_host(scope).map(|host| client::host_name(scope, host));
    let parameters = client::required(scope).map(|one| tokens::argument(&one.name));
    let taken: BTreeSet<String> = hosts
        .chain(parameters)
        .map(|name| name.to_string())
        .collect();
    let name = |key: &ApiKey| match keys.len() {
        1 => "key".to_owned(),
        _ => tokens::argument(&key.name).to_string(),
    };
    let free = |mut name: String| {
        while name == "options" || taken.contains(&name) {
            name.push('_');
        }
        tokens::ident(&name)
    };
    keys.iter().map(|key| (free(name(key)), key)).collect()
}

/// `pub fn with_key(…)`; nothing when the service takes no keys.
pub(super) fn method(scope: &Scope<'_>) -> Option<TokenStream> {
    let keys = arguments(scope);
    if keys.is_empty() {
        return None;
    }
    let docs = docs(scope, &keys).outer();
    let options = client_options::name(scope);
    let hosts = client::arguments_of_host(scope).map(|host| {
        let name = client::host_name(scope, host);
        quote!(#name: &str,)
    });
    let parameters = client::required(scope).map(|parameter| {
        let name = tokens::argument(&parameter.name);
        let ty = types::borrowed(scope, &parameter.ty);
        quote!(#name: #ty,)
    });
    let arguments = keys
        .iter()
        .map(|(name, _)| quote!(#name: azure_core::credentials::Secret,));
    let places = keys.iter().map(|(name, key)| {
        let place = key.place;
        let place = format_ident!("{place:?}");
        let wire = key.name.wire();
        quote!(armature_runtime::ApiKey::#place(#wire, #name))
    });
    let endpoint = client::endpoint_value(scope);
    let fields = client::initial_values(scope);
    Some(quote! {
        #docs
        pub fn with_key(
            #(#hosts)*
            #(#parameters)*
            #(#arguments)*
            options: Option<#options>,
        ) -> Result<Self> {
            let options = options.unwrap_or_default();
            let connection = Connection::with_keys(
                armature_runtime::package!(),
                #endpoint,
                vec![#(#places),*],
                options.client_options,
            )?;
            Ok(Self { connection, #fields })
        }
    })
}

fn docs(scope: &Scope<'_>, keys: &[(Ident, &ApiKey)]) -> Docs {
    let texts = keys.iter().map(|(name, key)| {
        let wire = key.name.wire();
        let text = match (key.place, wire.eq_ignore_ascii_case("authorization")) {
            (KeyPlace::Header, true) => "The whole value of the header `Authorization`.".to_owned(),
            (KeyPlace::Header, false) => format!("Sent as the header `{wire}`."),
            (KeyPlace::Query, _) => format!("Sent in the query as `{wire}`."),
        };
        (name.to_string(), text)
    });
    client::constructor_docs(
        scope,
        "Creates a client that is authorized by a key. Nothing is sent.",
        &texts.collect::<Vec<_>>(),
        "The endpoint is neither an https URL nor a host, or a key is empty.",
    )
}
