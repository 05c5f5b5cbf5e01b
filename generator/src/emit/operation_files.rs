//! The files that hold operations, and the structs of the groups' clients.
//!
//! In: the operations of an api-version.
//! Out: a file for each group, and for each section of the root client's own operations: one `impl` block with the
//! methods, then their options and markers. Above it the group's client and its getter, as a table. A long one goes on in `<name>_2`.
//! Never: emits the root client's struct (`client`).

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::docs::{self, Docs};
use crate::emit::method_docs::SharedArguments;
use crate::emit::modules::Module;
use crate::emit::scope::{Kept, Scope};
use crate::emit::size;
use crate::emit::{client, method, options, tokens};
use crate::model::{Group, GroupId, Operation};

/// One file of operations.
pub(super) struct OperationFile<'a> {
    /// Its module below `operations`: `certificate`, `certificate_2`.
    pub module: String,
    /// What is in it.
    pub items: TokenStream,
    /// When it is there; empty for always.
    pub cfg: TokenStream,
    /// The group's client, when it is defined here.
    pub client: Option<String>,
    /// Options and markers defined here.
    pub models: BTreeSet<String>,
    /// The operations whose methods are here.
    pub operations: Vec<&'a Operation>,
}

impl OperationFile<'_> {
    /// The module, for its `mod` line.
    pub(super) fn module_line(&self) -> Module {
        Module {
            name: self.module.clone(),
            cfg: self.cfg.clone(),
        }
    }
}

/// All files, in the order of their modules.
pub(super) fn all<'a>(scope: &Scope<'a>) -> Vec<OperationFile<'a>> {
    let mut files = Vec::new();
    for (module, operations) in owners(scope) {
        let id = operations.first().and_then(|operation| operation.group);
        let group = id.and_then(|id| Some((id, scope.version.groups.get(id.0)?)));
        files.extend(match group {
            Some((id, group)) => group_files(scope, id, group, &operations, &module),
            None => root_files(scope, &operations, &module),
        });
    }
    files
}

/// Operations by the module they go to, sorted: the groups, and the sections of the root client's own operations.
pub(super) fn owners<'a>(scope: &Scope<'a>) -> Vec<(String, Vec<&'a Operation>)> {
    let mut groups: BTreeMap<GroupId, Vec<&Operation>> = BTreeMap::new();
    let mut sections: BTreeMap<String, Vec<&Operation>> = BTreeMap::new();
    for operation in &scope.version.operations {
        match operation.group.filter(|_| scope.group(operation).is_some()) {
            Some(id) => groups.entry(id).or_default().push(operation),
            None => sections
                .entry(tokens::module(&operation.section.snake()))
                .or_default()
                .push(operation),
        }
    }
    let mut owners: BTreeMap<String, Vec<&Operation>> = BTreeMap::new();
    for (_, operations) in groups {
        let name = operations
            .first()
            .and_then(|operation| scope.group(operation))
            .map(|group| group.name.snake())
            .unwrap_or_default();
        owners.insert(free(&owners, tokens::module(&name)), operations);
    }
    for (name, operations) in sections {
        owners.insert(free(&owners, name), operations);
    }
    owners.into_iter().collect()
}

/// A name that no other module has: a section may be called like a group.
fn free(taken: &BTreeMap<String, Vec<&Operation>>, name: String) -> String {
    let mut free = name.clone();
    while taken.contains_key(&free) {
        free.push_str("_operations");
    }
    free
}

/// The files of a group: the client's struct is in the first.
fn group_files<'a>(
    scope: &Scope<'a>,
    id: GroupId,
    group: &Group,
    operations: &[&'a Operation],
    module: &str,
) -> Vec<OperationFile<'a>> {
    let shared = SharedArguments::of(operations);
    let structure = structure(scope, group, operations, &shared);
    let start = size::lines(&structure);
    let parts = size::parts(
        operations
            .iter()
            .map(|operation| emitted(scope, operation, &shared))
            .collect(),
        start,
        |one| one.lines,
    );
    let name = tokens::type_name(&group.client);
    let files = parts.into_iter().enumerate().map(|(index, part)| {
        let head = (index == 0).then_some(&structure);
        let mut file = file(&quote!(#name), head, part);
        file.module = size::part_name(module, index);
        file.cfg = scope.groups.cfg(Some(id));
        file.client = (index == 0).then(|| name.to_string());
        file
    });
    files.collect()
}

/// The files of operations that are methods of the root client.
fn root_files<'a>(
    scope: &Scope<'a>,
    operations: &[&'a Operation],
    module: &str,
) -> Vec<OperationFile<'a>> {
    let shared = SharedArguments::of_root(scope);
    let parts = size::parts(
        operations
            .iter()
            .map(|operation| emitted(scope, operation, &shared))
            .collect(),
        0,
        |one| one.lines,
    );
    let name = scope.root_client();
    let files = parts.into_iter().enumerate().map(|(index, part)| {
        let mut file = file(&quote!(#name), None, part);
        file.module = size::part_name(module, index);
        file
    });
    files.collect()
}

/// What one operation gives.
struct Emitted<'a> {
    operation: &'a Operation,
    method: TokenStream,
    definitions: TokenStream,
    /// The entry in the table of options.
    entry: Option<TokenStream>,
    names: Vec<String>,
    lines: usize,
}

fn emitted<'a>(
    scope: &Scope<'_>,
    operation: &'a Operation,
    shared: &SharedArguments,
) -> Emitted<'a> {
    let method = method::item(scope, operation, shared);
    let mut names = vec![options::name(scope, operation).to_string()];
    let entry = options::entry(scope, operation);
    let mut definitions = match entry {
        Some(_) => TokenStream::new(),
        None => options::structure(scope, operation),
    };
    if let Some(structure) = options::list_structure(scope, operation) {
        names.push(options::list_name(scope, operation).to_string());
        definitions.extend(structure);
    }
    if let Some((name, marker)) = options::marker(scope, operation) {
        names.push(name.to_string());
        definitions.extend(marker);
    }
    let lines = size::lines(&method) + size::lines(&definitions) + usize::from(entry.is_some());
    Emitted {
        operation,
        method,
        definitions,
        entry,
        names,
        lines,
    }
}

fn file<'a>(
    client: &TokenStream,
    structure: Option<&TokenStream>,
    part: Vec<Emitted<'a>>,
) -> OperationFile<'a> {
    let methods = part.iter().map(|one| &one.method);
    let definitions = part.iter().map(|one| &one.definitions);
    let entries: Vec<_> = part.iter().filter_map(|one| one.entry.as_ref()).collect();
    let table = (!entries.is_empty()).then(|| quote!(method_options! { #(#entries,)* }));
    let items = quote! {
        #structure
        impl #client {
            #(#methods)*
        }
        #table
        #(#definitions)*
    };
    let models = part
        .iter()
        .flat_map(|one| one.names.iter().cloned())
        .collect();
    OperationFile {
        module: String::new(),
        items,
        cfg: TokenStream::new(),
        client: None,
        models,
        operations: part.iter().map(|one| one.operation).collect(),
    }
}

fn structure(
    scope: &Scope<'_>,
    group: &Group,
    operations: &[&Operation],
    shared: &SharedArguments,
) -> TokenStream {
    let mut docs = Docs::of(
        &group.doc,
        &format!("Operations of the group {}.", docs::code(group.name.wire())),
    );
    let root = scope.root_client();
    let getter = client::getter_name(group);
    docs.remark(&format!("Reached with [`{root}::{getter}`]."));
    shared.add_to(&mut docs);
    let docs = docs.outer();
    let name = tokens::type_name(&group.client);
    let kept = Kept::by(operations.iter().copied());
    let api_version = (kept.api_version && scope.version.client.api_version.is_some())
        .then(|| quote!(api_version: String,));
    let parameters = &scope.version.client.parameters;
    let fields = parameters
        .iter()
        .filter(|parameter| kept.has(&parameter.name))
        .map(|parameter| client::field(scope, parameter));
    quote! {
        operation_group! {
            #docs
            #name from #root::#getter { #api_version #(#fields)* }
        }
    }
}
