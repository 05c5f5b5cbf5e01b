//! What one api-version has for all of its operations.
//!
//! In: the api-version, the modules with its tables.
//! Out: its `VERSION`, `connect`, and `impl Dispatch` of the root client.
//! Never: reads an argument of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::dispatch::{FEATURE, argument};
use crate::emit::modules::Module;
use crate::emit::scope::{self, Scope};
use crate::emit::{client, client_options, key_constructor, modules, tokens};
use crate::model::ParameterSource;

/// `mod certificate;` for each file of operations.
pub(super) fn modules(modules: &[Module]) -> TokenStream {
    let lines = modules
        .iter()
        .map(|module| modules::module_line(module, FEATURE, &TokenStream::new()));
    quote!(#(#lines)*)
}

/// The items of `dispatch/mod.rs`.
pub(super) fn items(scope: &Scope<'_>, modules: &[Module]) -> TokenStream {
    let service = scope::service_feature(scope.service);
    let api_version = &scope.version.version;
    let connect = connect(scope);
    let root = scope.root_client();
    let tables = modules.iter().map(|module| {
        let cfg = &module.cfg;
        let module = tokens::ident(&module.name);
        quote!(#cfg #module::OPERATIONS)
    });
    quote! {
        #[doc = " This api-version."]
        pub(crate) const VERSION: dispatch::Version = dispatch::Version {
            service: #service,
            api_version: #api_version,
            operations: OPERATIONS,
            connect,
        };
        const OPERATIONS: &[&str] = &dispatch::operation_ids::<
            _,
            { dispatch::count(TABLES) },
        >(TABLES);
        const TABLES: &[&[dispatch::Operation<#root>]] = &[#(#tables),*];
        #connect
        impl dispatch::Dispatch for #root {
            fn operations(&self) -> &'static [&'static str] {
                OPERATIONS
            }
            fn call<'a>(
                &'a self,
                operation_id: &'a str,
                arguments: dispatch::Arguments,
            ) -> dispatch::Call<'a> {
                dispatch::call(self, TABLES, operation_id, arguments)
            }
        }
    }
}

fn connect(scope: &Scope<'_>) -> TokenStream {
    let given = argument::own("arguments", &names(scope));
    let hosts = client::arguments_of_host(scope).map(|host| {
        let name = client::host_name(scope, host);
        let wire = host.name.wire();
        quote!(let #name: String = #given.required(#wire)?;)
    });
    let parameters = client::required(scope).map(|parameter| {
        let (name, ty, wire) = (&parameter.name, &parameter.ty, parameter.name.wire());
        argument::local(scope, &given, name, ty, wire)
    });
    let options = options(scope, &given);
    let values = client::arguments_of_host(scope)
        .map(|host| {
            let name = client::host_name(scope, host);
            quote!(&#name)
        })
        .chain(client::required(scope).map(|parameter| {
            let name = tokens::argument(&parameter.name);
            argument::passed(&name, &parameter.ty)
        }));
    let client = constructed(scope, &given, &values.collect::<Vec<_>>());
    let credential = if client::takes_credential(scope) {
        quote!(credential)
    } else {
        quote!(_)
    };
    // A client without any setting of its own leaves all arguments to the operation.
    let received = if reads(scope) {
        quote!(#given)
    } else {
        quote!(_)
    };
    quote! {
        fn connect(
            #received: &mut dispatch::Arguments,
            #credential: Arc<dyn TokenCredential>,
            client_options: ClientOptions,
        ) -> Result<Box<dyn dispatch::Dispatch>> {
            #(#hosts)*
            #(#parameters)*
            #options
            let client = #client;
            Ok(Box::new(client))
        }
    }
}

/// The client, by a key when one is given. `values` are the arguments before it.
fn constructed(
    scope: &Scope<'_>,
    given: &proc_macro2::Ident,
    values: &[TokenStream],
) -> TokenStream {
    let root = scope.root_client();
    let credential = client::takes_credential(scope).then(|| quote!(credential,));
    let new = quote!(#root::new(#(#values,)* #credential Some(options))?);
    let keys = key_constructor::arguments(scope);
    let Some((_, first)) = keys.first() else {
        return new;
    };
    let first = first.name.wire();
    let others = keys.iter().skip(1).map(|(_, key)| {
        let wire = key.name.wire();
        quote!(#given.required::<String>(#wire)?.into(),)
    });
    quote! {
        match #given.optional::<String>(#first)? {
            Some(key) => #root::with_key(#(#values,)* key.into(), #(#others)* Some(options))?,
            None => #new,
        }
    }
}

/// Whether anything of the client is an argument.
fn reads(scope: &Scope<'_>) -> bool {
    let client = &scope.version.client;
    client.api_version.is_some()
        || !client.keys.is_empty()
        || !client.parameters.is_empty()
        || client::arguments_of_host(scope).next().is_some()
        || client::hosts_with_default(scope).next().is_some()
}

/// `let options = …;`
fn options(scope: &Scope<'_>, given: &proc_macro2::Ident) -> TokenStream {
    let name = client_options::name(scope);
    let optional: Vec<_> = client::optional(scope)
        .map(|parameter| {
            let field = tokens::argument(&parameter.name);
            let value = argument::optional(given, &parameter.ty, parameter.name.wire());
            quote!(#field: #value,)
        })
        .collect();
    let mut replaced: Vec<_> = client::hosts_with_default(scope)
        .map(|(host, _)| {
            let field = client::host_name(scope, host);
            let wire = host.name.wire();
            quote!(#given.replace(#wire, &mut options.#field)?;)
        })
        .collect();
    if scope.version.client.api_version.is_some() {
        let wire = api_version(scope);
        replaced.push(quote!(#given.replace(#wire, &mut options.api_version)?;));
    }
    if replaced.is_empty() {
        return quote!(let options = #name { #(#optional)* client_options };);
    }
    quote! {
        let mut options = #name { #(#optional)* client_options, ..Default::default() };
        #(#replaced)*
    }
}

/// Wire name of the api-version that the client sends.
fn api_version<'a>(scope: &Scope<'a>) -> &'a str {
    scope
        .version
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters)
        .find(|parameter| parameter.source == ParameterSource::ClientApiVersion)
        .map_or("api-version", |parameter| parameter.name.wire())
}

/// Locals that are named after parameters of the client.
fn names(scope: &Scope<'_>) -> std::collections::BTreeSet<String> {
    let hosts = client::arguments_of_host(scope).map(|host| client::host_name(scope, host));
    let parameters = client::required(scope).map(|parameter| tokens::argument(&parameter.name));
    hosts
        .chain(parameters)
        .map(|name| name.to_string())
        .collect()
}
