//! The `use` lines of a file, found in what was emitted for it.
//!
//! In: the file's items, and the names of this api-version with the modules they come from.
//! Out: one `use` for each crate, sorted, with nothing that the file does not mention.
//! Never: imports a name that the file defines itself.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use crate::emit::tokens;

/// Names from outside of the emitted crate that emitted code mentions without their path. A name with `!` is a macro.
const EXTERNAL: &[(&str, &str)] = &[
    ("Connection", "armature_runtime"),
    ("FinalState", "armature_runtime"),
    ("FormFile", "armature_runtime"),
    ("OperationStatus", "armature_runtime"),
    ("Polling", "armature_runtime"),
    ("closed_enum!", "armature_runtime"),
    ("error_model!", "armature_runtime"),
    ("extensible_enum!", "armature_runtime"),
    ("headers_only!", "armature_runtime"),
    ("method_options!", "armature_runtime"),
    ("model!", "armature_runtime"),
    ("operation_group!", "armature_runtime"),
    ("operations!", "armature_runtime"),
    ("page!", "armature_runtime"),
    ("response_headers!", "armature_runtime"),
    ("status_monitor!", "armature_runtime"),
    ("union!", "armature_runtime"),
    ("xml!", "armature_runtime"),
    ("Arc", "std::sync"),
    ("AsyncResponse", "azure_core::http"),
    ("ClientMethodOptions", "azure_core::http"),
    ("ClientOptions", "azure_core::http"),
    ("Etag", "azure_core::http"),
    ("HashMap", "std::collections"),
    ("Method", "azure_core::http"),
    ("NoFormat", "azure_core::http"),
    ("OffsetDateTime", "azure_core::time"),
    ("Pager", "azure_core::http"),
    ("PagerOptions", "azure_core::http::pager"),
    ("Poller", "azure_core::http"),
    ("PollerOptions", "azure_core::http::poller"),
    ("RequestContent", "azure_core::http"),
    ("Response", "azure_core::http"),
    ("Result", "azure_core"),
    ("SafeDebug", "azure_core::fmt"),
    ("TokenCredential", "azure_core::credentials"),
    ("Url", "azure_core::http"),
    ("XmlFormat", "armature_runtime"),
];

/// What tests use of the runtime.
const TESTING: [&str; 9] = [
    "ExpectedBody",
    "MockResponse",
    "MockTransport",
    "assert_json",
    "assert_model",
    "assert_request",
    "credential",
    "from_json",
    "xml_of",
];

/// Names that a file may mention, each with the module it comes from.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// Shared: an api-version may have thousands of names, and each of its files leaves out a few.
    paths: Rc<BTreeMap<String, String>>,
    /// Names that the file at hand has anyway.
    own: BTreeSet<String>,
    /// Methods, each with the path of the trait it comes from.
    methods: BTreeMap<String, String>,
}

impl Names {
    /// The names from outside of the crate.
    pub(super) fn external() -> Self {
        let paths = EXTERNAL
            .iter()
            .map(|(name, module)| ((*name).to_owned(), (*module).to_owned()));
        Self {
            paths: Rc::new(paths.collect()),
            ..Self::default()
        }
    }

    /// The macros alone: for files whose other names are free, such as variants of enumerations.
    pub(super) fn macros() -> Self {
        let mut names = Self::external();
        Rc::make_mut(&mut names.paths).retain(|name, _| name.ends_with('!'));
        names
    }

    /// The names from outside of the crate that tests mention.
    pub(super) fn testing() -> Self {
        let mut names = Self::external();
        TESTING
            .iter()
            .for_each(|name| names.add(name, "armature_runtime::testing"));
        names
            .methods
            .insert("try_next".to_owned(), "futures::TryStreamExt".to_owned());
        names
    }

    /// The same without those that a file has anyway.
    pub(super) fn without(&self, own: &BTreeSet<String>) -> Self {
        Self {
            own: self.own.union(own).cloned().collect(),
            ..self.clone()
        }
    }

    /// Adds a name of the crate; it wins over one from outside.
    pub(super) fn add(&mut self, name: &str, module: &str) {
        Rc::make_mut(&mut self.paths).insert(name.to_owned(), module.to_owned());
    }

    /// The module that a name comes from; `None` for a name that needs no import.
    fn module(&self, name: &str) -> Option<&str> {
        match self.own.contains(name) {
            true => None,
            false => self.paths.get(name).map(String::as_str),
        }
    }
}

/// The `use` lines for `items`.
pub(super) fn of(items: &TokenStream, names: &Names) -> TokenStream {
    of_parts(&[(items, names)])
}

/// The `use` lines of a file whose parts may not mention the same names.
pub(super) fn of_parts(parts: &[(&TokenStream, &Names)]) -> TokenStream {
    let mut tree = Tree::default();
    for (items, names) in parts {
        let mut seen = Seen::default();
        seen.read((*items).clone());
        for name in seen.used.difference(&seen.defined) {
            if let Some(module) = names.module(name) {
                let mut path: Vec<&str> = module.split("::").collect();
                path.push(name.trim_end_matches('!'));
                tree.add(&path);
            }
        }
        for method in &seen.called {
            if let Some(path) = names.methods.get(method) {
                tree.add(&path.split("::").collect::<Vec<_>>());
            }
        }
    }
    let lines = tree.children.iter().map(|(name, below)| {
        let path = below.tokens(name);
        quote!(use #path;)
    });
    quote!(#(#lines)*)
}

/// `pub use module::{…};` for names of one module, sorted; nothing for none.
pub(super) fn export(module: &TokenStream, names: &BTreeSet<String>) -> TokenStream {
    let names: Vec<_> = names.iter().map(|name| tokens::ident(name)).collect();
    match names.as_slice() {
        [] => TokenStream::new(),
        [one] => quote!(pub use #module::#one;),
        _ => quote!(pub use #module::{#(#names),*};),
    }
}

/// What identifiers stand for in the items of a file.
#[derive(Default)]
struct Seen {
    used: BTreeSet<String>,
    defined: BTreeSet<String>,
    called: BTreeSet<String>,
    qualified: BTreeSet<String>,
}

impl Seen {
    fn read(&mut self, items: TokenStream) {
        let mut before = Before::Nothing;
        let mut rest = items.into_iter().peekable();
        while let Some(token) = rest.next() {
            before = match token {
                TokenTree::Group(group) => {
                    self.read(group.stream());
                    Before::Nothing
                }
                TokenTree::Ident(ident) => {
                    let name = ident.to_string();
                    let is_macro = matches!(rest.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '!');
                    let (set, name) = match before {
                        Before::Definition => (&mut self.defined, name),
                        Before::Dot => (&mut self.called, name),
                        Before::Path => (&mut self.qualified, name),
                        Before::Nothing | Before::Colon if is_macro => {
                            (&mut self.used, format!("{name}!"))
                        }
                        Before::Nothing | Before::Colon => (&mut self.used, name),
                    };
                    set.insert(name);
                    match DEFINING.iter().any(|word| ident == word) {
                        true => Before::Definition,
                        false => Before::Nothing,
                    }
                }
                TokenTree::Punct(punct) => match (punct.as_char(), &before) {
                    (':', Before::Colon) => Before::Path,
                    (':', _) => Before::Colon,
                    // `..Default::default()` is no field access.
                    ('.', Before::Dot) => Before::Nothing,
                    ('.', _) => Before::Dot,
                    _ => Before::Nothing,
                },
                TokenTree::Literal(_) => Before::Nothing,
            };
        }
    }
}

/// Words before the name of something that is defined.
const DEFINING: [&str; 3] = ["struct", "enum", "trait"];

/// What stands before an identifier.
enum Before {
    Nothing,
    Definition,
    Dot,
    Colon,
    Path,
}

/// A tree of `use` paths.
#[derive(Default)]
struct Tree {
    children: BTreeMap<String, Tree>,
}

impl Tree {
    fn add(&mut self, path: &[&str]) {
        if let Some((first, rest)) = path.split_first() {
            self.children
                .entry((*first).to_owned())
                .or_default()
                .add(rest);
        }
    }

    fn tokens(&self, name: &str) -> TokenStream {
        let name = match name {
            // The one keyword that a path may start with here.
            "crate" => quote!(crate),
            name => {
                let name = tokens::ident(name);
                quote!(#name)
            }
        };
        let below: Vec<_> = self
            .children
            .iter()
            .map(|(child, tree)| tree.tokens(child))
            .collect();
        match below.as_slice() {
            [] => name,
            [one] => quote!(#name::#one),
            _ => quote!(#name::{#(#below),*}),
        }
    }
}
