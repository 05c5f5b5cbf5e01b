//! The files that hold a crate together: its root, and the pages of services and api-versions.
//!
//! In: the package, and the modules that a version has.
//! Out: `lib.rs`, `mod.rs`, and the explicit re-exports that make the public names.
//! Never: puts `cfg` anywhere but on `mod` and `pub use` lines and on the README of the crate's root.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::docs::{self, Docs};
use crate::emit::scope::{self, Scope};
use crate::emit::{client_options, dispatch, imports, snippet, tokens};
use crate::model::{Package, Service};

/// Modules and names of one api-version.
#[derive(Default)]
pub(super) struct Contents {
    /// Private modules beside `models` and `clients`: `client`, `enums`, `operations`.
    pub modules: Vec<String>,
    /// Clients of groups.
    pub clients: Vec<GroupClient>,
    /// Some type or variant carries a number after an underscore.
    pub has_numbered_names: bool,
}

/// The client of a group.
pub(super) struct GroupClient {
    /// Its module below `operations`.
    pub module: String,
    /// Its name.
    pub name: String,
    /// When it is there; empty for always.
    pub cfg: TokenStream,
}

/// A module, and when it is there.
pub(super) struct Module {
    /// Its name.
    pub name: String,
    /// Empty for always.
    pub cfg: TokenStream,
}

/// Names that `models` has from a module.
pub(super) struct Export {
    /// The module below the api-version: `operations::thing`.
    pub module: TokenStream,
    /// The names.
    pub names: Names,
    /// When they are there; empty for always.
    pub cfg: TokenStream,
}

/// What is exported from a module.
pub(super) enum Names {
    /// All that it defines: where there is a file for each set of groups, lists of names would be half as long as the models.
    All,
    /// These.
    These(BTreeSet<String>),
}

/// `src/lib.rs` of a crate with several services.
pub(super) fn library(package: &Package) -> TokenStream {
    let newest: Vec<_> = package
        .services
        .iter()
        .filter_map(|service| Some(scope::version_feature(service, service.versions.last()?)))
        .collect();
    let modules = package.services.iter().map(|service| {
        let features = service
            .versions
            .iter()
            .map(|version| scope::version_feature(service, version));
        let cfg = any_feature(&features.collect::<Vec<_>>());
        let module = tokens::ident(&scope::service_module(service));
        quote!(#cfg pub mod #module;)
    });
    let dispatch = dispatch::module_line(&quote!(pub));
    // The README's examples are doctests, and they need what they show.
    quote! {
        #![cfg_attr(any(not(doctest), all(#(feature = #newest),*)), doc = include_str!("../README.md"))]
        #![cfg_attr(docsrs, feature(doc_cfg))]
        #dispatch
        #(#modules)*
    }
}

/// `src/<service>/mod.rs`.
pub(super) fn service(service: &Service) -> TokenStream {
    let mut docs = Docs::our(&format!("{}.", docs::escaped(&service.title)));
    if let Some(description) = service
        .doc
        .description
        .as_deref()
        .or(service.doc.summary.as_deref())
    {
        docs.text(description);
    }
    docs.markdown("Each api-version is a module of its own, behind a feature of its own:");
    docs.lines(service.versions.iter().map(|version| {
        let feature = docs::code(&scope::version_feature(service, version));
        format!(
            "* {}: api-version {}, feature {feature}",
            docs::code(&scope::version_module(version)),
            docs::code(&version.version)
        )
    }));
    let docs = docs.inner();
    let modules = service.versions.iter().map(|version| {
        let feature = scope::version_feature(service, version);
        let module = tokens::ident(&scope::version_module(version));
        quote!(#[cfg(feature = #feature)] pub mod #module;)
    });
    quote! {
        #docs
        #(#modules)*
    }
}

/// `mod.rs` of an api-version; `lib.rs` when the crate consists of it alone.
pub(super) fn version(scope: &Scope<'_>, contents: &Contents) -> TokenStream {
    let docs = if scope.modules.is_empty() {
        readme(scope)
    } else {
        version_docs(scope).inner()
    };
    let allow = contents.has_numbered_names.then(|| {
        quote!(#![allow(non_camel_case_types, reason = "names that would be alike carry a number after an underscore")])
    });
    let modules = contents.modules.iter().map(|module| tokens::ident(module));
    let dispatch = dispatch::module_line(&if scope.modules.is_empty() {
        quote!(pub)
    } else {
        quote!(pub(crate))
    });
    let path = scope.path();
    let root = scope.root_client();
    let options = client_options::name(scope);
    quote! {
        #docs
        #allow
        #(mod #modules;)*
        #dispatch
        pub mod clients;
        pub mod models;
        pub use #path::client::{#root, #options};
    }
}

/// `clients.rs`: all clients of an api-version.
pub(super) fn clients(scope: &Scope<'_>, contents: &Contents) -> TokenStream {
    let docs = Docs::our("The clients of this api-version and their options.").inner();
    let path = scope.path();
    let root = scope.root_client();
    let options = client_options::name(scope);
    let groups = contents.clients.iter().map(|client| {
        let GroupClient { module, name, cfg } = client;
        let module = tokens::ident(module);
        let name = tokens::ident(name);
        quote!(#cfg pub use #path::operations::#module::#name;)
    });
    quote! {
        #docs
        pub use #path::client::{#root, #options};
        #(#groups)*
    }
}

/// `operations/mod.rs`.
pub(super) fn operations(modules: &[Module]) -> TokenStream {
    let docs = Docs::our("The operations, a file for each group.").inner();
    let public = quote!(pub);
    let lines = modules
        .iter()
        .map(|module| module_line(module, "operations", &public));
    quote! {
        #docs
        #(#lines)*
    }
}

/// The re-exports at the top of `models`: names by the module that defines them.
pub(super) fn model_exports(scope: &Scope<'_>, exports: &[Export]) -> TokenStream {
    let docs = Docs::our(&format!(
        "Models, enumerations, options of methods and typed response headers of {}, api-version {}.",
        docs::escaped(&scope.service.title),
        docs::code(&scope.version.version)
    ));
    let docs = docs.inner();
    let path = scope.path();
    let lines = exports.iter().filter_map(|export| {
        let Export { module, names, cfg } = export;
        let line = match names {
            Names::All => quote!(pub use #path::#module::*;),
            Names::These(names) if names.is_empty() => return None,
            Names::These(names) => imports::export(&quote!(#path::#module), names),
        };
        Some(quote!(#cfg #line))
    });
    quote! {
        #docs
        #(#lines)*
    }
}

/// `mod name;`, with an exception where the module is called like the one around it.
pub(super) fn module_line(module: &Module, around: &str, visibility: &TokenStream) -> TokenStream {
    let cfg = &module.cfg;
    let name = tokens::ident(&module.name);
    if module.name == around {
        return quote!(#cfg #[allow(clippy::module_inception, reason = "the group is called so")] #visibility mod #name;);
    }
    quote!(#cfg #visibility mod #name;)
}

/// `#[cfg(any(feature = "…", …))]`.
pub(super) fn any_feature(features: &[String]) -> TokenStream {
    match features {
        [one] => quote!(#[cfg(feature = #one)]),
        _ => quote!(#[cfg(any(#(feature = #features),*))]),
    }
}

/// The README as the docs of a crate that consists of one api-version.
fn readme(scope: &Scope<'_>) -> TokenStream {
    if !scope.groups.are_there() {
        return quote!(#![doc = include_str!("../README.md")]);
    }
    // The README's example is a doctest, and it needs the group that it shows.
    let shown = snippet::shown(scope).and_then(|operation| scope.groups.name(operation.group));
    let page = match shown {
        Some(feature) => {
            quote!(#![cfg_attr(any(not(doctest), feature = #feature), doc = include_str!("../README.md"))])
        }
        None => quote!(#![doc = include_str!("../README.md")]),
    };
    quote!(#page #![cfg_attr(docsrs, feature(doc_cfg))])
}

fn version_docs(scope: &Scope<'_>) -> Docs {
    let version = docs::code(&scope.version.version);
    let mut docs = Docs::our(&format!(
        "{}, api-version {version}.",
        docs::escaped(&scope.service.title)
    ));
    if let Some(description) = scope.version.client.doc.description.as_deref() {
        docs.text(description);
    }
    docs.lines(snippet::for_docs(scope));
    if let Some(sentence) = errors(scope) {
        docs.markdown(&sentence);
    }
    docs
}

fn errors(scope: &Scope<'_>) -> Option<String> {
    let link = scope.link_path();
    let errors = scope
        .objects()
        .into_iter()
        .filter(|object| object.usage.is_error)
        .map(|object| {
            let name = tokens::type_name(&object.name);
            format!("[`{name}`]({link}::models::{name})")
        });
    let errors: Vec<_> = errors.collect();
    (!errors.is_empty()).then(|| {
        format!(
            "The error of a failed call converts with `try_from` into what the service sent: {}.",
            errors.join(", ")
        )
    })
}
