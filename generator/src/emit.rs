//! The client model to token files: the emitted crate as a table of paths and items.
//!
//! In: a [`Package`], checked by `lower`.
//! Out: every file of the crate.
//! Never: fails, warns, touches the disk, or knows how a description was written.
//!
//! One function for each emitted item, with one `quote!` that is a picture of it; everything is computed above it.

mod answer_checks;
mod cargo_toml;
mod client;
mod client_options;
mod dispatch;
mod docs;
mod enums;
mod example_test;
mod groups;
mod headers;
mod imports;
mod key_constructor;
mod literals;
mod method;
mod method_docs;
mod mock_answer;
mod model_files;
mod models;
mod modules;
mod operation_files;
mod options;
mod polled;
mod polled_test;
mod poller_docs;
mod readme;
mod request;
mod scope;
mod size;
mod snippet;
mod test_files;
mod tokens;
mod types;
mod unions;
mod version_files;
mod xml;

use proc_macro2::TokenStream;

use crate::model::{Package, Shape};
use scope::Scope;

/// One file of the emitted crate.
#[derive(Clone, Debug)]
pub struct EmittedFile {
    /// Relative to the crate's folder, `/` as separator: `src/lib.rs`.
    pub path: String,
    /// What is in it.
    pub content: Content,
}

/// What is in an emitted file.
#[derive(Clone, Debug)]
pub enum Content {
    /// Rust code, to be printed by `format`.
    Rust {
        /// Text of the comment in the first line; it says what wrote the file and contains [`MARK`](crate::source_file::MARK).
        header: String,
        /// The file's inner attributes and items.
        tokens: TokenStream,
    },
    /// Text that is final: `Cargo.toml`, `README.md`.
    Text(String),
}

/// Emits the crate.
pub fn emit(package: &Package) -> Vec<EmittedFile> {
    let mut files = vec![
        text("Cargo.toml", cargo_toml::cargo_toml(package)),
        text("README.md", readme::text(package)),
        text("rustfmt.toml", cargo_toml::rustfmt_toml(package)),
    ];
    let scopes = Scope::all(package);
    if package.shape == Shape::WorkspaceMember {
        let header = scope::header(package, &scope::all_sources(package));
        files.push(rust(
            "src/lib.rs".to_owned(),
            &header,
            modules::library(package),
        ));
        files.push(rust(
            "src/dispatch.rs".to_owned(),
            &header,
            dispatch::library(&scopes),
        ));
        for service in &package.services {
            let path = format!("src/{}/mod.rs", scope::service_module(service));
            let sources: Vec<_> = service
                .versions
                .iter()
                .flat_map(|version| version.sources.iter().cloned())
                .collect();
            files.push(rust(
                path,
                &scope::header(package, &sources),
                modules::service(service),
            ));
        }
    }
    files.extend(scopes.iter().flat_map(version_files::all));
    files.extend(test_files::all(package, &scopes));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn text(path: &str, text: String) -> EmittedFile {
    EmittedFile {
        path: path.to_owned(),
        content: Content::Text(text),
    }
}

fn rust(path: String, header: &str, tokens: TokenStream) -> EmittedFile {
    EmittedFile {
        path,
        content: Content::Rust {
            header: header.to_owned(),
            tokens,
        },
    }
}
