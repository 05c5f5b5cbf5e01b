//! `README.md`, which is also the first page of the crate's docs.
//!
//! In: the package.
//! Out: Markdown: what the crate is, its features, an example and the operations of each service, how it was made.
//! Never: names anything that the crate does not have.

use crate::emit::docs::{self, Docs};
use crate::emit::groups::{self, Features};
use crate::emit::scope::{self, Scope};
use crate::emit::{dispatch, method, request, snippet};
use crate::model::{Operation, Package, Service, Shape};

/// The whole text.
pub(super) fn text(package: &Package) -> String {
    let header = scope::header(package, &scope::all_sources(package)).replace("--", "- -");
    let mut parts = vec![
        format!("<!-- {header} -->"),
        format!("# {}", docs::escaped(&package.name)),
        Docs::default().text(&package.description).to_markdown(),
        introduction(package),
    ];
    if package.shape == Shape::WorkspaceMember {
        parts.push(features(package));
    }
    parts.extend(groups(package));
    parts.push(dispatch(package));
    parts.extend(
        package
            .services
            .iter()
            .flat_map(|service| self::service(package, service)),
    );
    parts.push(making(package));
    parts.join("\n\n") + "\n"
}

fn introduction(package: &Package) -> String {
    Docs::our(&format!(
        "The clients have the shape of the official Azure SDK for Rust and work with it: credentials come from `azure_identity`, and \
         `ClientOptions`, `RequestContent`, `Response`, `Pager` and `Poller` are those of `azure_core`. A model becomes the content of a request \
         by `try_into()`, a response the model by `into_model()`. No field of a model has to be set, though the docs of some say \
         that they are required: the service answers what it lacks. In code the crate is called `{}`.",
        scope::crate_name(package)
    ))
    .to_markdown()
}

fn features(package: &Package) -> String {
    let mut lines = vec![
        "## Features".to_owned(),
        String::new(),
        "| feature | gives |".to_owned(),
        "|---|---|".to_owned(),
        "| `default` | what is on by default, and the HTTP transport, compression and the tokio runtime of `azure_core`; without, they \
         come with `azure_core` and its default features among your own dependencies |"
            .to_owned(),
    ];
    lines.push(format!(
        "| `{}` | calls by operationId, see below |",
        dispatch::FEATURE
    ));
    for service in &package.services {
        let title = docs::escaped(&service.title);
        if let Some(newest) = service.versions.last() {
            let short = docs::code(&scope::service_feature(service));
            lines.push(format!(
                "| {short}, by default | {title}, the newest api-version: {} |",
                docs::code(&newest.version)
            ));
        }
        for version in &service.versions {
            let feature = docs::code(&scope::version_feature(service, version));
            let path = docs::code(&format!(
                "{}::{}",
                scope::service_module(service),
                scope::version_module(version)
            ));
            lines.push(format!(
                "| {feature} | {title}, api-version {}: the module {path} |",
                docs::code(&version.version)
            ));
        }
    }
    lines.join("\n")
}

/// The features of a large crate that stands alone.
fn groups(package: &Package) -> Option<String> {
    let mut versions = package
        .services
        .iter()
        .flat_map(|service| &service.versions);
    let features = versions
        .next()
        .map(|version| Features::of(package, version))?;
    let example = docs::code(features.names().first()?);
    let names: Vec<_> = features
        .names()
        .iter()
        .map(|name| docs::code(name))
        .collect();
    let mut docs = Docs::default();
    docs.markdown(&format!(
        "Each operation group is a feature: its client, its operations, and the models that they use. All of them together are `{}`, \
         which is on by default; with `default-features = false` and, say, the feature {example}, nothing else is compiled. \
         The HTTP transport of `azure_core` is on by default as well; without, it takes `azure_core` with its default features among \
         your own dependencies, or a transport in `ClientOptions`.",
        groups::ALL
    ));
    docs.markdown(&format!("The groups: {}.", names.join(", ")));
    Some(format!("## Features\n\n{}", docs.to_markdown()))
}

fn dispatch(package: &Package) -> String {
    let mut docs = Docs::default();
    docs.markdown(&format!(
        "For tools that know a call only when they run, such as tests that replay recordings: with the feature `{0}`, `{1}::{0}::VERSIONS` \
         lists the api-versions. Each makes a client that calls operations by their operationId, with arguments as JSON under their names \
         on the wire, and gives answers as JSON. Every call goes through the typed method. See `armature_runtime::{0}`.",
        dispatch::FEATURE,
        scope::crate_name(package)
    ));
    format!("## Calls by operationId\n\n{}", docs.to_markdown())
}

fn service(package: &Package, service: &Service) -> Vec<String> {
    let mut parts = vec![format!("## {}", docs::escaped(&service.title))];
    if let Some(description) = service
        .doc
        .description
        .as_deref()
        .or(service.doc.summary.as_deref())
    {
        let mut docs = Docs::default();
        parts.push(docs.text(description).to_markdown());
    }
    let scopes: Vec<_> = service
        .versions
        .iter()
        .map(|version| Scope::new(package, service, version))
        .collect();
    if let Some(newest) = scopes.last() {
        parts.push(snippet::for_readme(newest).join("\n"));
    }
    parts.extend(scopes.iter().rev().map(operations));
    parts
}

fn operations(scope: &Scope<'_>) -> String {
    let mut lines = vec![
        format!(
            "### Operations of api-version {}",
            docs::code(&scope.version.version)
        ),
        String::new(),
        "| method | request | |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    lines.extend(
        scope
            .version
            .operations
            .iter()
            .map(|operation| row(scope, operation)),
    );
    lines.join("\n")
}

fn row(scope: &Scope<'_>, operation: &Operation) -> String {
    let method = docs::code(&format!(
        "{}::{}",
        scope.client_of(operation),
        method::name(operation)
    ));
    let verb = request::http_method(operation.method)
        .to_string()
        .to_uppercase();
    let what = operation
        .doc
        .summary
        .as_deref()
        .or(operation.doc.description.as_deref());
    let what = what
        .map(first_sentence)
        .unwrap_or_else(|| docs::sentence_of(&operation.name));
    let path =
        docs::code(&format!("{verb} {}", request::template(&operation.path))).replace('|', "\\|");
    format!("| {method} | {path} | {} |", docs::escaped(&what))
}

fn first_sentence(text: &str) -> String {
    let line = docs::one_line(text);
    match line.split_once(". ") {
        Some((first, _)) => format!("{first}."),
        None => line,
    }
}

fn making(package: &Package) -> String {
    let mut docs = Docs::default();
    docs.markdown(&format!(
        "Everything in this crate but `examples/` is written by {} and is not edited by hand. The descriptions it was made from:",
        docs::code(&package.command)
    ));
    docs.lines(
        scope::all_sources(package)
            .iter()
            .map(|source| format!("* {}", docs::code(source))),
    );
    format!("## How it was made\n\n{}", docs.to_markdown())
}
