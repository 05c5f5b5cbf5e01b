//! The source files of one api-version.
//!
//! In: a [`Scope`].
//! Out: its files, each with the imports that it needs.
//! Never: emits an item itself; it only says which file an item goes to.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use crate::emit::imports::{self, Names};
use crate::emit::model_files::{self, ModelFile};
use crate::emit::modules::{self, Contents, Export, GroupClient, Module};
use crate::emit::operation_files::{self, OperationFile};
use crate::emit::scope::Scope;
use crate::emit::{EmittedFile, client, client_options, dispatch, rust, tokens};

/// All files below `src` that belong to the api-version.
pub(super) fn all(scope: &Scope<'_>) -> Vec<EmittedFile> {
    let operations = operation_files::all(scope);
    let models = model_files::all(scope);
    let client = client_items(scope);
    let contents = contents(&client, &operations, &models);
    let names = names(scope, &operations, &models, &contents);
    let file = |name: &str, items: TokenStream| with_imports(scope, name, &items, &names);

    let mut files = vec![
        plain(scope, root_file(scope), modules::version(scope, &contents)),
        plain(scope, "clients.rs", modules::clients(scope, &contents)),
        file("client.rs", client),
    ];
    if !operations.is_empty() {
        let modules: Vec<_> = operations.iter().map(OperationFile::module_line).collect();
        files.push(plain(
            scope,
            "operations/mod.rs",
            modules::operations(&modules),
        ));
    }
    for operation in &operations {
        // What tables define is no import.
        let mut own = operation.models.clone();
        own.extend(operation.client.clone());
        files.push(with_imports(
            scope,
            &format!("operations/{}.rs", operation.module),
            &operation.items,
            &names.without(&own),
        ));
    }
    files.extend(model_files(scope, &operations, &models, &names));
    let names = dispatch_names(scope, names);
    for file in dispatch::files(scope, &operations) {
        let dispatch::DispatchFile { name, head, items } = file;
        let imports = imports::of(&items, &names);
        files.push(plain(scope, &name, quote!(#head #imports #items)));
    }
    files
}

/// Files of models, and `models.rs` or `models/mod.rs` with the re-exports.
fn model_files(
    scope: &Scope<'_>,
    operations: &[OperationFile<'_>],
    models: &[ModelFile],
    names: &Names,
) -> Vec<EmittedFile> {
    let (own, others): (Vec<_>, Vec<_>) = models.iter().partition(|model| model.path == ["models"]);
    let mut files: Vec<_> = others
        .iter()
        .map(|model| model_file(scope, model, names))
        .collect();

    let re_exports = modules::model_exports(scope, &exports(scope, operations, &others));
    let below: Vec<_> = others
        .iter()
        .filter_map(|model| match model.path.as_slice() {
            [first, module] if first == "models" => {
                let module = Module {
                    name: module.clone(),
                    cfg: model.cfg.clone(),
                };
                Some(modules::module_line(&module, first, &TokenStream::new()))
            }
            _ => None,
        })
        .collect();
    let items: TokenStream = own.iter().map(|model| model.items.clone()).collect();
    // In `models` itself everything that is re-exported is there already.
    let known = models
        .iter()
        .flat_map(|model| model.names.iter().cloned())
        .collect();
    let imports = imports::of(&items, &names.without(&known));
    let name = if below.is_empty() {
        "models.rs"
    } else {
        "models/mod.rs"
    };
    files.push(plain(
        scope,
        name,
        quote!(#re_exports #(#below)* #imports #items),
    ));
    files
}

fn model_file(scope: &Scope<'_>, model: &ModelFile, names: &Names) -> EmittedFile {
    let name = format!("{}.rs", model.path.join("/"));
    let (plain_names, macros) = (names.without(&model.names), Names::macros());
    let imports =
        imports::of_parts(&[(&model.items, &plain_names), (&model.enumerations, &macros)]);
    let ModelFile {
        items,
        enumerations,
        ..
    } = model;
    plain(scope, &name, quote!(#imports #items #enumerations))
}

/// Names that `models` has from other modules.
fn exports(
    scope: &Scope<'_>,
    operations: &[OperationFile<'_>],
    models: &[&ModelFile],
) -> Vec<Export> {
    let models = models.iter().map(|model| Export {
        module: path_tokens(&model.path),
        names: if scope.groups.are_there() {
            modules::Names::All
        } else {
            modules::Names::These(model.names.clone())
        },
        cfg: model.cfg.clone(),
    });
    let options = operations.iter().map(|file| Export {
        module: path_tokens(&["operations".to_owned(), file.module.clone()]),
        names: modules::Names::These(file.models.clone()),
        cfg: file.cfg.clone(),
    });
    models.chain(options).collect()
}

/// The items of `client.rs`.
fn client_items(scope: &Scope<'_>) -> TokenStream {
    let structure = client::structure(scope);
    let options = client_options::items(scope);
    let methods = client::methods(scope);
    let name = scope.root_client();
    quote! {
        #structure
        impl #name {
            #methods
        }
        #options
    }
}

fn contents(
    client: &TokenStream,
    operations: &[OperationFile<'_>],
    models: &[ModelFile],
) -> Contents {
    let mut modules = vec!["client".to_owned()];
    modules.extend(
        models
            .iter()
            .filter(|model| model.path.len() == 1 && model.path != ["models"])
            .filter_map(|model| model.path.first().cloned()),
    );
    if !operations.is_empty() {
        modules.push("operations".to_owned());
    }
    modules.sort();
    let clients = operations.iter().filter_map(|file| {
        Some(GroupClient {
            module: file.module.clone(),
            name: file.client.clone()?,
            cfg: file.cfg.clone(),
        })
    });
    let mut items = models
        .iter()
        .flat_map(|model| [&model.items, &model.enumerations])
        .chain(operations.iter().map(|file| &file.items))
        .chain([client]);
    let has_numbered_names = items.any(|items| has_numbered_type(items.clone()));
    Contents {
        modules,
        clients: clients.collect(),
        has_numbered_names,
    }
}

/// Whether a name in upper camel case has an underscore in it, which the compiler warns of.
fn has_numbered_type(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => has_numbered_type(group.stream()),
        TokenTree::Ident(ident) => {
            let name = ident.to_string();
            let name = name.trim_matches('_');
            name.starts_with(|first: char| first.is_ascii_uppercase()) && name.contains('_')
        }
        _ => false,
    })
}

/// Everything that a file of this api-version may mention.
fn names(
    scope: &Scope<'_>,
    operations: &[OperationFile<'_>],
    models: &[ModelFile],
    contents: &Contents,
) -> Names {
    let mut names = Names::external();
    let path = scope.link_path();
    let models_path = format!("{path}::models");
    let defined = models
        .iter()
        .flat_map(|model| &model.names)
        .chain(operations.iter().flat_map(|file| &file.models));
    defined.for_each(|name| names.add(name, &models_path));
    for client in &contents.clients {
        names.add(&client.name, &format!("{path}::clients"));
    }
    names.add(
        &scope.root_client().to_string(),
        &format!("{path}::clients"),
    );
    names
}

/// What the files below `dispatch` may mention beside.
fn dispatch_names(scope: &Scope<'_>, mut names: Names) -> Names {
    let clients = format!("{}::clients", scope.link_path());
    names.add(&client_options::name(scope).to_string(), &clients);
    names.add(dispatch::FEATURE, "armature_runtime");
    names
}

fn with_imports(scope: &Scope<'_>, name: &str, items: &TokenStream, names: &Names) -> EmittedFile {
    let imports = imports::of(items, names);
    plain(scope, name, quote!(#imports #items))
}

fn plain(scope: &Scope<'_>, name: &str, tokens: TokenStream) -> EmittedFile {
    rust(scope.file("src", name), &scope.header(), tokens)
}

fn root_file(scope: &Scope<'_>) -> &'static str {
    if scope.modules.is_empty() {
        "lib.rs"
    } else {
        "mod.rs"
    }
}

fn path_tokens(path: &[String]) -> TokenStream {
    let path = path.iter().map(|part| tokens::ident(part));
    quote!(#(#path)::*)
}
