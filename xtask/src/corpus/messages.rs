//! What cargo and the compiler report, by crate.
//!
//! In: the lines of `cargo check --message-format=json`.
//! Out: how many errors and warnings each crate has, the first of them, whether it came to an end.
//! Never: counts the compiler's own counting (`2 warnings emitted`).

use std::collections::BTreeMap;
use std::io::{self, BufRead};
use std::path::Path;

use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};
use cargo_metadata::{Artifact, CompilerMessage, Message, Target};

use crate::corpus::row::Compiled;

/// All that was said.
#[derive(Debug, Default)]
pub struct Said {
    /// By the folder of the crate.
    pub crates: BTreeMap<String, Compiled>,
    /// The first error about a crate outside: the runtime, or what it depends on.
    pub elsewhere: Option<String>,
}

impl Said {
    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.crates.is_empty() && self.elsewhere.is_none()
    }

    fn artifact(&mut self, artifact: &Artifact, out: &Path) {
        if let Some(folder) = folder(&artifact.target, out) {
            self.crates.entry(folder).or_default().finished = true;
        }
    }

    fn message(&mut self, message: &CompilerMessage, out: &Path) {
        let diagnostic = &message.message;
        let is_error = match diagnostic.level {
            DiagnosticLevel::Error | DiagnosticLevel::Ice => true,
            DiagnosticLevel::Warning => false,
            _ => return,
        };
        // Only the closing count has neither a code nor a place.
        if diagnostic.code.is_none() && diagnostic.spans.is_empty() && is_count(diagnostic) {
            return;
        }
        let shown = || {
            diagnostic
                .rendered
                .clone()
                .unwrap_or_else(|| diagnostic.message.clone())
        };
        let Some(folder) = folder(&message.target, out) else {
            if is_error {
                self.elsewhere.get_or_insert_with(shown);
            }
            return;
        };
        let about = self.crates.entry(folder).or_default();
        // An error counts more than the warnings before it.
        if about.first.is_none() || (is_error && about.errors == 0) {
            about.first = Some(shown());
        }
        if is_error {
            about.errors += 1;
        } else {
            about.warnings += 1;
        }
    }
}

/// Reads messages until there are no more; `out` is the real path of the folder of all crates.
///
/// # Errors
///
/// What comes is no text.
pub fn said(messages: impl BufRead, out: &Path) -> io::Result<Said> {
    let mut said = Said::default();
    for message in Message::parse_stream(messages) {
        match message? {
            Message::CompilerArtifact(artifact) => said.artifact(&artifact, out),
            Message::CompilerMessage(message) => said.message(&message, out),
            _ => {}
        }
    }
    Ok(said)
}

fn is_count(diagnostic: &Diagnostic) -> bool {
    diagnostic.message.ends_with(" emitted")
        || diagnostic.message.starts_with("aborting due to ")
        || diagnostic.message.contains("could not compile")
}

/// The folder of the crate that a target belongs to.
fn folder(target: &Target, out: &Path) -> Option<String> {
    let below = target.src_path.as_std_path().strip_prefix(out).ok()?;
    let first = below.components().next()?;
    Some(first.as_os_str().to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(path: &str) -> String {
        format!(
            r#"{{"kind":["lib"],"crate_types":["lib"],"name":"a","src_path":"{path}","edition":"2024","doc":true,"doctest":true,"test":true}}"#
        )
    }

    fn artifact(path: &str) -> String {
        format!(
            r#"{{"reason":"compiler-artifact","package_id":"a","manifest_path":"/a","target":{},"profile":{{"opt_level":"0","debuginfo":0,"debug_assertions":true,"overflow_checks":true,"test":false}},"features":[],"filenames":[],"executable":null,"fresh":false}}"#,
            target(path)
        )
    }

    fn message(path: &str, level: &str, code: Option<&str>, text: &str) -> String {
        let code = code.map_or("null".to_owned(), |code| {
            format!(r#"{{"code":"{code}","explanation":null}}"#)
        });
        format!(
            r#"{{"reason":"compiler-message","package_id":"a","manifest_path":"/a","target":{},"message":{{"rendered":"{text} rendered","message":"{text}","code":{code},"level":"{level}","spans":[],"children":[]}}}}"#,
            target(path)
        )
    }

    fn read(lines: &[String]) -> Said {
        said(lines.join("\n").as_bytes(), Path::new("/out")).unwrap()
    }

    #[test]
    fn warnings_count_for_the_crate_they_are_about() {
        let said = read(&[
            message(
                "/out/one/src/lib.rs",
                "warning",
                Some("dead_code"),
                "never used",
            ),
            message("/out/one/src/lib.rs", "warning", None, "1 warning emitted"),
            artifact("/out/one/src/lib.rs"),
            artifact("/out/two/src/lib.rs"),
        ]);
        let one = &said.crates["one"];
        assert_eq!((one.finished, one.errors, one.warnings), (true, 0, 1));
        assert_eq!(one.first.as_deref(), Some("never used rendered"));
        assert!(!one.is_clean());
        assert!(said.crates["two"].is_clean());
    }

    #[test]
    fn the_first_error_is_shown_before_any_warning() {
        let said = read(&[
            message(
                "/out/one/src/lib.rs",
                "warning",
                Some("dead_code"),
                "never used",
            ),
            message(
                "/out/one/src/lib.rs",
                "error",
                Some("E0308"),
                "mismatched types",
            ),
            message(
                "/out/one/src/lib.rs",
                "error",
                Some("E0412"),
                "no such type",
            ),
            message(
                "/out/one/src/lib.rs",
                "error",
                None,
                "aborting due to 2 previous errors; 1 warning emitted",
            ),
        ]);
        let one = &said.crates["one"];
        assert_eq!((one.finished, one.errors, one.warnings), (false, 2, 1));
        assert_eq!(one.first.as_deref(), Some("mismatched types rendered"));
    }

    #[test]
    fn an_error_elsewhere_is_kept_and_a_warning_elsewhere_is_not() {
        let said = read(&[
            message(
                "/runtime/src/lib.rs",
                "warning",
                Some("dead_code"),
                "never used",
            ),
            message(
                "/runtime/src/lib.rs",
                "error",
                Some("E0308"),
                "mismatched types",
            ),
        ]);
        assert!(said.crates.is_empty());
        assert_eq!(said.elsewhere.as_deref(), Some("mismatched types rendered"));
    }
}
