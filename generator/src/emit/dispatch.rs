//! Calls by operationId: what a crate has with its feature `dispatch`.
//!
//! In: the package; an api-version and its files of operations.
//! Out: `src/dispatch.rs` with the list of api-versions; below each api-version a folder `dispatch` with a function for
//! each operation.
//! Never: sends anything: a function calls the operation's public method with its real types.

mod argument;
mod client;
mod headers;
mod operation;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::docs::Docs;
use crate::emit::modules::Module;
use crate::emit::operation_files::OperationFile;
use crate::emit::scope::Scope;
use crate::emit::tokens;

/// The feature of the emitted crate, and of the runtime.
pub(super) const FEATURE: &str = "dispatch";

/// `src/dispatch.rs` of a crate with several services.
pub(super) fn library(scopes: &[Scope<'_>]) -> TokenStream {
    let docs = docs().inner();
    let entries = scopes.iter().map(|scope| {
        let feature = scope.feature();
        let path = scope.path();
        quote!(#[cfg(feature = #feature)] #path::dispatch::VERSION,)
    });
    let versions = versions(&quote!(#(#entries)*));
    quote! {
        #docs
        #versions
    }
}

/// One file below `dispatch`.
pub(super) struct DispatchFile {
    /// Relative to the api-version's folder.
    pub name: String,
    /// What stands above the imports: docs and modules.
    pub head: TokenStream,
    /// What stands below them.
    pub items: TokenStream,
}

/// The files of an api-version.
pub(super) fn files(scope: &Scope<'_>, operations: &[OperationFile<'_>]) -> Vec<DispatchFile> {
    let tables = operations.iter().map(|file| DispatchFile {
        name: format!("{FEATURE}/{}.rs", file.module),
        head: TokenStream::new(),
        items: operation::items(scope, &file.operations),
    });
    let modules: Vec<_> = operations.iter().map(OperationFile::module_line).collect();
    tables.chain([version(scope, &modules)]).collect()
}

/// `dispatch/mod.rs`; in a crate that consists of the api-version alone it is `src/dispatch/mod.rs`.
fn version(scope: &Scope<'_>, modules: &[Module]) -> DispatchFile {
    let is_whole = scope.modules.is_empty();
    let docs = if is_whole {
        docs()
    } else {
        Docs::our("Calls by operationId: a table for each file of operations.")
    };
    let docs = docs.inner();
    let lines = client::modules(modules);
    let versions = is_whole.then(|| versions(&quote!(VERSION)));
    let items = client::items(scope, modules);
    DispatchFile {
        name: format!("{FEATURE}/mod.rs"),
        head: quote!(#docs #lines),
        items: quote!(#versions #items),
    }
}

/// `#[cfg(feature = "dispatch")] pub(crate) mod dispatch;`.
pub(super) fn module_line(visibility: &TokenStream) -> TokenStream {
    let module = tokens::ident(FEATURE);
    quote!(#[cfg(feature = #FEATURE)] #visibility mod #module;)
}

fn docs() -> Docs {
    Docs::our(
        "Calls by operationId, with arguments as JSON under their names on the wire: see [`armature_runtime::dispatch`].",
    )
}

fn versions(entries: &TokenStream) -> TokenStream {
    quote! {
        #[doc = " The api-versions of this crate."]
        pub const VERSIONS: &[armature_runtime::dispatch::Version] = &[#entries];
    }
}
