//! The model as text for people: what `explain` prints and what snapshots pin.
//!
//! In: any part of the model.
//! Out: lines, indented by two spaces a level; the same model always gives the same text. Types are sorted by name, everything else
//!   stands in the order of the model.
//! Never: read back.

mod clients;
mod operations;
mod types;

use crate::model::{ApiVersion, Doc, Package, Runtime, Service, Shape, TypeTable};
use crate::name::Name;

impl Package {
    /// The whole model.
    pub fn to_text(&self) -> String {
        let mut lines = Lines::default();
        let shape = match self.shape {
            Shape::WorkspaceMember => "workspace member",
            Shape::StandAlone => "stand-alone",
        };
        lines.add(format!("package {} {}, {shape}", self.name, self.version));
        lines.inside(|lines| {
            lines.add(format!("description: {}", self.description));
            lines.add(match &self.runtime {
                Runtime::Version(version) => format!("runtime: version {version}"),
                Runtime::Path(path) => format!("runtime: path {path}"),
            });
            if !self.dev_dependencies.is_empty() {
                lines.add(format!(
                    "dev-dependencies: {}",
                    self.dev_dependencies.join(", ")
                ));
            }
            lines.add(format!("command: {}", self.command));
        });
        for service in &self.services {
            service_text(service, &mut lines);
        }
        lines.text
    }
}

impl ApiVersion {
    /// One api-version.
    pub fn to_text(&self) -> String {
        let mut lines = Lines::default();
        version_text(self, &mut lines);
        lines.text
    }
}

impl TypeTable {
    /// All types in use, without the groups that reach them.
    pub fn to_text(&self) -> String {
        let mut lines = Lines::default();
        types::table(self, &[], &mut lines);
        lines.text
    }
}

fn service_text(service: &Service, lines: &mut Lines) {
    lines.add(format!(
        "service {}: {}",
        service.name.kebab(),
        service.title
    ));
    lines.inside(|lines| {
        lines.doc(&service.doc);
        for version in &service.versions {
            version_text(version, lines);
        }
    });
}

fn version_text(version: &ApiVersion, lines: &mut Lines) {
    lines.add(format!("version {}", version.version));
    lines.inside(|lines| {
        for source in &version.sources {
            lines.add(format!("source: {source}"));
        }
        clients::root(&version.client, &version.types, lines);
        clients::groups(&version.groups, lines);
        for operation in &version.operations {
            operations::operation(operation, version, lines);
        }
        for set in &version.headers {
            operations::header_set(set, &version.types, lines);
        }
        types::table(&version.types, &version.groups, lines);
    });
}

/// Text that grows line by line.
#[derive(Default)]
struct Lines {
    text: String,
    depth: usize,
}

impl Lines {
    /// A line at the present depth; more than one when the text has line breaks.
    fn add(&mut self, text: impl AsRef<str>) {
        for line in text.as_ref().lines() {
            self.text.extend(std::iter::repeat_n("  ", self.depth));
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// What `content` adds stands one level further in.
    fn inside(&mut self, content: impl FnOnce(&mut Self)) {
        self.depth += 1;
        content(self);
        self.depth -= 1;
    }

    /// Text for people, each line marked with `|`, the summary with `||`.
    fn doc(&mut self, doc: &Doc) {
        for (mark, text) in [("||", &doc.summary), ("|", &doc.description)] {
            for line in text.iter().flat_map(|text| text.lines()) {
                self.add(format!("{mark} {line}"));
            }
        }
    }
}

/// A wire name, and what it is called in code where that is spelled otherwise.
fn spelled(name: &Name, in_code: &str) -> String {
    if name.wire() == in_code {
        return in_code.to_owned();
    }
    format!("`{}` as {in_code}", name.wire())
}

/// The words that apply, after a comma each.
fn words<'a>(words: impl IntoIterator<Item = (bool, &'a str)>) -> String {
    let words = words.into_iter().filter(|(applies, _)| *applies);
    words.map(|(_, word)| format!(", {word}")).collect()
}
