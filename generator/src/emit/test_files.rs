//! The test files of the emitted crate: one test binary, a module for each group of each api-version.
//!
//! In: all api-versions.
//! Out: `tests/examples/main.rs` and the files below it; nothing when there are no examples.
//! Never: puts `cfg` anywhere but on a `mod` line.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::docs::{self, Docs};
use crate::emit::example_test::{self, Case};
use crate::emit::imports::{self, Names};
use crate::emit::operation_files;
use crate::emit::scope::{self, Scope};
use crate::emit::{EmittedFile, client_options, modules, options, rust, size, tokens};
use crate::model::{Operation, Package, Shape};

const ROOT: &str = "tests/examples";

/// All test files.
pub(super) fn all(package: &Package, scopes: &[Scope<'_>]) -> Vec<EmittedFile> {
    let versions: Vec<(&Scope<'_>, Vec<TestFile>)> = scopes
        .iter()
        .map(|scope| (scope, version(scope)))
        .filter(|(_, files)| !files.is_empty())
        .collect();
    if versions.is_empty() {
        return Vec::new();
    }
    let mut files = Vec::new();
    match package.shape {
        Shape::WorkspaceMember => files.extend(member_modules(package, &versions)),
        Shape::StandAlone => {
            let modules = versions.iter().flat_map(|(_, files)| files);
            files.push(main_file(package, module_lines(modules)));
        }
    }
    for (scope, tests) in versions {
        for test in tests {
            files.push(rust(
                scope.file(ROOT, &format!("{}.rs", test.module)),
                &scope.header(),
                test.items,
            ));
        }
    }
    files
}

struct TestFile {
    module: String,
    /// When it is there; empty for always.
    cfg: TokenStream,
    items: TokenStream,
}

fn main_file(package: &Package, modules: TokenStream) -> EmittedFile {
    let docs =
        Docs::our("The examples of the descriptions, run through the clients on a mock transport.")
            .inner();
    let header = scope::header(package, &scope::all_sources(package));
    rust(format!("{ROOT}/main.rs"), &header, quote!(#docs #modules))
}

/// `main.rs` with a module for each service, and those with a module for each api-version.
fn member_modules(package: &Package, versions: &[(&Scope<'_>, Vec<TestFile>)]) -> Vec<EmittedFile> {
    let mut files = Vec::new();
    let mut lines = TokenStream::new();
    for service in &package.services {
        let of_service: Vec<_> = versions
            .iter()
            .filter(|(scope, _)| scope.service.name == service.name)
            .collect();
        if of_service.is_empty() {
            continue;
        }
        let features: Vec<_> = of_service
            .iter()
            .filter_map(|(scope, _)| scope.feature())
            .collect();
        let cfg = modules::any_feature(&features);
        let name = scope::service_module(service);
        let module = tokens::ident(&name);
        lines.extend(quote!(#cfg mod #module;));

        let below = of_service.iter().map(|(scope, _)| {
            let feature = scope.feature();
            let module = tokens::ident(&scope::version_module(scope.version));
            quote!(#[cfg(feature = #feature)] mod #module;)
        });
        let sources: Vec<_> = of_service
            .iter()
            .flat_map(|(scope, _)| scope.version.sources.iter().cloned())
            .collect();
        files.push(rust(
            format!("{ROOT}/{name}/mod.rs"),
            &scope::header(package, &sources),
            quote!(#(#below)*),
        ));
        for (scope, tests) in of_service {
            files.push(rust(
                scope.file(ROOT, "mod.rs"),
                &scope.header(),
                module_lines(tests),
            ));
        }
    }
    files.push(main_file(package, lines));
    files
}

fn module_lines<'a>(files: impl IntoIterator<Item = &'a TestFile>) -> TokenStream {
    let lines = files.into_iter().map(|file| {
        let cfg = &file.cfg;
        let module = tokens::ident(&file.module);
        quote!(#cfg mod #module;)
    });
    quote!(#(#lines)*)
}

/// The name of a module of tests that no other has: `main` is the test binary's own file.
fn free_name(wanted: String, files: &[TestFile], owners: &[String]) -> String {
    let mut name = wanted;
    while name == "main" || files.iter().any(|file| file.module == name) {
        name.push_str("_examples");
        while owners.contains(&name) {
            name.push('_');
        }
    }
    name
}

/// The tests of an api-version, a file for each file of operations.
fn version(scope: &Scope<'_>) -> Vec<TestFile> {
    let names = names(scope);
    let owners: Vec<String> = operation_files::owners(scope)
        .into_iter()
        .map(|(module, _)| module)
        .collect();
    let mut files = Vec::new();
    for (module, operations) in operation_files::owners(scope) {
        let tests = tests(scope, &operations);
        let group = operations.first().and_then(|operation| operation.group);
        for (index, part) in size::parts(tests, 0, size::lines).into_iter().enumerate() {
            let docs = Docs::our(&format!("Examples of {}.", docs::code(&module))).inner();
            let items = quote!(#(#part)*);
            let imports = imports::of(&items, &names);
            let module = free_name(size::part_name(&module, index), &files, &owners);
            files.push(TestFile {
                module,
                cfg: scope.groups.cfg(group),
                items: quote!(#docs #imports #items),
            });
        }
    }
    files
}

fn tests(scope: &Scope<'_>, operations: &[&Operation]) -> Vec<TokenStream> {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    let mut tests = Vec::new();
    for operation in operations {
        for example in &operation.examples {
            for response in &example.responses {
                let case = Case {
                    scope,
                    operation,
                    example,
                    response,
                };
                let name = example_test::name(case);
                let count = uses.entry(name.clone()).or_default();
                *count += 1;
                let name = if *count == 1 {
                    name
                } else {
                    format!("{name}_{count}")
                };
                tests.push(example_test::item(case, &tokens::ident(&name)));
            }
        }
    }
    tests
}

/// Everything that a test may mention.
fn names(scope: &Scope<'_>) -> Names {
    let mut names = Names::testing();
    let path = scope.user_path();
    let models = format!("{path}::models");
    let objects = scope
        .objects()
        .into_iter()
        .map(|object| tokens::type_name(&object.name));
    let unions = scope
        .unions()
        .into_iter()
        .map(|union| tokens::type_name(&union.name));
    let enumerations = scope
        .enumerations()
        .into_iter()
        .map(|enumeration| tokens::type_name(&enumeration.name));
    let traits = scope
        .version
        .headers
        .iter()
        .map(|set| tokens::type_name(&set.name));
    let of_methods = scope
        .version
        .operations
        .iter()
        .map(|operation| options::name(scope, operation));
    let all: BTreeSet<String> = objects
        .chain(unions)
        .chain(enumerations)
        .chain(traits)
        .chain(of_methods)
        .map(|name| name.to_string())
        .collect();
    all.iter().for_each(|name| names.add(name, &models));
    names.add(&scope.root_client().to_string(), &path);
    names.add(&client_options::name(scope).to_string(), &path);
    names
}
