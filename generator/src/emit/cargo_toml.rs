//! `Cargo.toml` and `rustfmt.toml`.
//!
//! In: the package.
//! Out: their text.
//! Never: chooses versions for a member of a workspace; they come from there.

use crate::emit::groups::{self, Features};
use crate::emit::{dispatch, scope, tokens, xml};
use crate::model::{Package, Runtime, Shape};

/// `Cargo.toml`.
pub(super) fn cargo_toml(package: &Package) -> String {
    match package.shape {
        Shape::WorkspaceMember => member(package),
        Shape::StandAlone => stand_alone(package),
    }
}

/// `rustfmt.toml`: the printer's layout is final.
pub(super) fn rustfmt_toml(package: &Package) -> String {
    format!("# {}\ndisable_all_formatting = true\n", header(package))
}

fn member(package: &Package) -> String {
    let header = header(package);
    let head = head(package);
    let features = features(package);
    let dev_dependencies = dev_dependencies(package);
    let runtime = match xml::is_in(package) {
        true => format!(
            " = {{ workspace = true, features = [\"{}\"] }}",
            xml::FEATURE
        ),
        false => ".workspace = true".to_owned(),
    };
    format!(
        "# {header}\n\
         {head}\
         edition.workspace = true\n\
         rust-version.workspace = true\n\
         license.workspace = true\n\
         \n\
         [features]\n\
         {features}\
         \n\
         [dependencies]\n\
         armature-runtime{runtime}\n\
         azure_core.workspace = true\n\
         \n\
         [dev-dependencies]\n\
         {dev_dependencies}\
         \n\
         [lints]\n\
         workspace = true\n\
         \n\
         [package.metadata.docs.rs]\n\
         all-features = true\n"
    )
}

/// Those of the emitted tests and snippets, and those of the examples written by hand.
fn dev_dependencies(package: &Package) -> String {
    let emitted = ["azure_identity", "futures", "tokio"];
    let by_hand = package.dev_dependencies.iter().map(String::as_str);
    let mut lines: Vec<_> = emitted
        .into_iter()
        .chain(by_hand)
        .map(|name| format!("{name}.workspace = true\n"))
        .collect();
    lines.push("armature-runtime = { workspace = true, features = [\"testing\"] }\n".to_owned());
    lines.sort();
    lines.concat()
}

fn stand_alone(package: &Package) -> String {
    let header = header(package);
    let head = head(package);
    let features = features_of_groups(package);
    let docs = docs_rs(package);
    let xml = match xml::is_in(package) {
        true => format!(", features = [{}]", string(xml::FEATURE)),
        false => String::new(),
    };
    let runtime = match &package.runtime {
        Runtime::Version(version) => format!("version = {}", string(version)),
        Runtime::Path(path) => format!("path = {}", string(path)),
    };
    format!(
        "# {header}\n\
         {head}\
         edition = \"2024\"\n\
         rust-version = \"1.88\"\n\
         \n\
         # The crate stands alone, also when it lies inside of another workspace.\n\
         [workspace]\n\
         \n\
         [features]\n\
         {features}\
         \n\
         [dependencies]\n\
         armature-runtime = {{ {runtime}, default-features = false{xml} }}\n\
         azure_core = {{ version = \"1.1\", default-features = false }}\n\
         \n\
         [dev-dependencies]\n\
         armature-runtime = {{ {runtime}, default-features = false, features = [\"testing\"] }}\n\
         azure_identity = \"1\"\n\
         futures = {{ version = \"0.3\", default-features = false, features = [\"std\"] }}\n\
         tokio = {{ version = \"1\", default-features = false, features = [\"macros\", \"rt\"] }}\n\
         \n\
         [lints.rust]\n\
         missing_docs = \"warn\"\n\
         unsafe_code = \"forbid\"\n\
         {docs}"
    )
}

/// The features of a crate that stands alone: those of its groups where it is large.
fn features_of_groups(package: &Package) -> String {
    let names = group_features(package);
    if names.is_empty() {
        return format!(
            "# The HTTP transport, compression and the tokio runtime of azure_core.\n\
             default = [\"azure_core/default\"]\n\
             {}\n",
            dispatch_feature()
        );
    }
    let mut lines = vec![
        "# The HTTP transport, compression and the tokio runtime of azure_core; all operation groups.".to_owned(),
        format!("default = {}", list(&["azure_core/default".to_owned(), groups::ALL.to_owned()])),
        dispatch_feature(),
        "# One for each operation group: its client, its operations, and the models that they use.".to_owned(),
        format!("{} = [", groups::ALL),
    ];
    lines.extend(names.iter().map(|name| format!("    {},", string(name))));
    lines.push("]".to_owned());
    lines.extend(names.iter().map(|name| format!("{name} = []")));
    lines.join("\n") + "\n"
}

fn docs_rs(package: &Package) -> &'static str {
    if group_features(package).is_empty() {
        ""
    } else {
        "\n[package.metadata.docs.rs]\nall-features = true\n"
    }
}

/// The features of the groups of the crate's one api-version.
fn group_features(package: &Package) -> Vec<String> {
    let versions = package
        .services
        .iter()
        .flat_map(|service| &service.versions);
    versions
        .flat_map(|version| Features::of(package, version).names().to_vec())
        .collect()
}

fn head(package: &Package) -> String {
    let name = string(&package.name);
    let version = string(&package.version);
    let description = string(&package.description);
    format!("[package]\nname = {name}\nversion = {version}\ndescription = {description}\n")
}

fn features(package: &Package) -> String {
    let mut default = vec!["azure_core/default".to_owned()];
    default.extend(package.services.iter().map(scope::service_feature));
    let mut lines = vec![
        "# The HTTP transport, compression and the tokio runtime of azure_core; of each service the newest api-version.".to_owned(),
        format!("default = {}", list(&default)),
        dispatch_feature(),
    ];
    for service in &package.services {
        if let Some(newest) = service.versions.last() {
            let newest = scope::version_feature(service, newest);
            lines.push(format!(
                "{} = {}",
                scope::service_feature(service),
                list(&[newest])
            ));
        }
        lines.extend(
            service
                .versions
                .iter()
                .map(|version| format!("{} = []", scope::version_feature(service, version))),
        );
    }
    lines.join("\n") + "\n"
}

fn dispatch_feature() -> String {
    format!(
        "# Calls by operationId with arguments as JSON.\n{0} = [\"armature-runtime/{0}\"]",
        dispatch::FEATURE
    )
}

fn header(package: &Package) -> String {
    scope::header(package, &scope::all_sources(package))
}

fn list(items: &[String]) -> String {
    let items: Vec<_> = items.iter().map(|item| string(item)).collect();
    format!("[{}]", items.join(", "))
}

/// A basic string of TOML 1.0.
fn string(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            letter if letter.is_control() || tokens::is_invisible(letter) => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(letter)))
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
