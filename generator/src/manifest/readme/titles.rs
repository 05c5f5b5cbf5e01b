//! Names of the crate that a readme gives: most stand in the names of folders.
//!
//! In: the folder of a readme, its title, the paths of its inputs.
//! Out: names of package, service and client, a title for texts, the api-version.
//! Never: looks into the inputs.

use crate::name::Name;

/// The folders that say which service a readme is about: `specification/keyvault/data-plane` gives `keyvault`, `data-plane`.
///
/// Folders of versions say nothing about the service: `…/preview/2019-10-11-preview`.
pub(super) fn folders(folder: &str) -> Vec<&str> {
    folder
        .split('/')
        .filter(|step| !matches!(*step, "" | "specification" | "stable" | "preview"))
        .filter(|step| !is_version(step))
        .collect()
}

/// `keyvault`: the service of `keyvault/data-plane`.
pub(super) fn service(folders: &[&str]) -> String {
    Name::from_wire(folders.first().unwrap_or(&"service")).kebab()
}

/// `armature-keyvault` for the data plane, `armature-keyvault-resource-manager` for the other one; a flag that was asked for ends it.
pub(super) fn package(folders: &[&str], flags: &[String]) -> String {
    let folders = folders
        .iter()
        .filter(|folder| **folder != "data-plane")
        .map(|folder| folder.trim_start_matches("Microsoft."));
    let flags = flags.iter().map(|flag| flag.trim_start_matches("package-"));
    let mut words = vec!["armature".to_owned()];
    for part in folders.chain(flags) {
        let word = Name::from_wire(part).kebab();
        // `notebooks/…/Microsoft.Notebooks` says it twice.
        if words.get(1) != Some(&word) {
            words.push(word);
        }
    }
    if words.len() == 1 {
        words.push("service".to_owned());
    }
    words.join("-")
}

/// A title for texts: `ComputeAdminClient` gives `Compute Admin`, a title with blanks stays as it is, and without one the folders speak.
pub(super) fn title(title: Option<&str>, folders: &[&str]) -> String {
    let title = title.map(|title| title.trim().trim_end_matches("Client").trim_end());
    match title.filter(|title| !title.is_empty()) {
        Some(title) if title.contains(' ') => {
            title.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        Some(title) => capitals(title),
        None => {
            let named: Vec<String> = folders
                .iter()
                .filter(|folder| !PLANES.contains(folder))
                .map(|folder| capitals(folder))
                .collect();
            if named.is_empty() {
                return "Service".to_owned();
            }
            named.join(" ")
        }
    }
}

/// Folders that say which side of a service is described.
const PLANES: [&str; 3] = ["resource-manager", "data-plane", "control-plane"];

/// The client's name from the readme's title, which stands for `info.title`: `Compute Admin` gives `ComputeAdminClient`.
pub(super) fn client(title: &str) -> String {
    let name = Name::from_wire(title).pascal();
    let stem = name.trim_end_matches("Client");
    format!("{stem}Client")
}

/// The api-version that all inputs lie in a folder of; else empty.
///
/// A folder that contradicts the one around it is not clear: `preview/2019-08-15` may hold `2019-08-15-preview`.
pub(super) fn version(inputs: &[String]) -> String {
    let mut versions = inputs.iter().map(|path| folder_version(path));
    match versions.next() {
        Some(Some(first)) if versions.all(|other| other == Some(first)) => first.to_owned(),
        _ => String::new(),
    }
}

fn folder_version(path: &str) -> Option<&str> {
    let mut folders = path.rsplit('/').skip(1);
    let version = folders.find(|step| is_version(step))?;
    let is_preview = version.contains("preview");
    match folders.next() {
        Some("stable") if is_preview => None,
        Some("preview") if !is_preview => None,
        _ => Some(version),
    }
}

/// `2021-06-01`, `2021-06-01-preview`, `7.4`: what can be sent as an api-version. `v1.0` is not: the service may want it without the `v`.
fn is_version(step: &str) -> bool {
    let number = |text: &str, digits: usize| {
        text.len() == digits && text.chars().all(|c| c.is_ascii_digit())
    };
    let mut parts = step.splitn(4, '-');
    let is_date = parts.next().is_some_and(|year| number(year, 4))
        && parts.next().is_some_and(|month| number(month, 2))
        && parts.next().is_some_and(|day| number(day, 2));
    let dotted = step.split_once('-').map_or(step, |(number, _)| number);
    let is_dotted = dotted.contains('.')
        && dotted
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()));
    is_date || is_dotted
}

/// `key-vault` → `Key Vault`.
fn capitals(text: &str) -> String {
    let words = Name::from_wire(text).kebab();
    let words: Vec<String> = words
        .split('-')
        .map(|word| {
            Name::from_wire(word)
                .pascal()
                .trim_start_matches('_')
                .to_owned()
        })
        .collect();
    words.join(" ")
}
