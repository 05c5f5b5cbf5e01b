//! What the text of a `$ref` means: which file, and which value in it.
//!
//! In: the text of a reference and the file that it stands in.
//! Out: a [`Target`]: path below the source root and JSON pointer, both decoded.
//! Never: looks whether they exist.

use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::pointer::is_pointer;

/// A value in a file, as its source text has it.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Target {
    /// Path below the source root.
    pub(super) document: Arc<str>,
    /// JSON pointer; empty for the whole file.
    pub(super) pointer: String,
}

/// Why a reference cannot be followed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Refusal {
    /// It has a scheme, such as `https:`.
    Remote,
    /// It leaves the source root.
    Outside,
    /// What stands after `#` is no JSON pointer.
    NoPointer,
    /// Its percent-encoding is not UTF-8, or it is empty.
    Malformed,
}

/// What would be read as something else than a part of a path or pointer.
const SPECIAL: &AsciiSet = &CONTROLS.add(b'%').add(b'#').add(b':');

impl Target {
    /// The text of a `$ref` in the file `base` that leads here: [`parse`] reads it.
    pub(super) fn seen_from(&self, base: &str) -> String {
        let encoded = |text| utf8_percent_encode(text, SPECIAL);
        let up = "../".repeat(base.matches('/').count());
        format!("{up}{}#{}", encoded(&self.document), encoded(&self.pointer))
    }
}

/// Reads a `$ref` that stands in the file `base`.
pub(super) fn parse(base: &Arc<str>, text: &str) -> Result<Target, Refusal> {
    let (file, fragment) = text.split_once('#').unwrap_or((text, ""));
    if file.is_empty() && !text.starts_with('#') {
        return Err(Refusal::Malformed);
    }
    let pointer = decode(fragment)?;
    if !is_pointer(&pointer) {
        return Err(Refusal::NoPointer);
    }
    let document = if file.is_empty() {
        Arc::clone(base)
    } else {
        path(base, file)?.into()
    };
    Ok(Target { document, pointer })
}

/// The path below the source root of a file that `base` names relative to itself.
pub(super) fn path(base: &str, file: &str) -> Result<String, Refusal> {
    if has_scheme(file) {
        return Err(Refusal::Remote);
    }
    let file = decode(file)?;
    if file.starts_with('/') {
        return Err(Refusal::Outside);
    }
    let (folder, _) = base.rsplit_once('/').unwrap_or_default();
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in file.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop().ok_or(Refusal::Outside)?),
            name => steps.push(name),
        }
    }
    if steps.is_empty() {
        return Err(Refusal::Malformed);
    }
    Ok(steps.join("/"))
}

/// Whether a path is one that [`path`] gives: below the source root, without empty steps, `.` and `..`. No other may reach a source.
pub(super) fn is_below_root(path: &str) -> bool {
    path.split('/').all(|step| !matches!(step, "" | "." | ".."))
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.document, self.pointer)
    }
}

fn decode(text: &str) -> Result<String, Refusal> {
    let decoded = percent_decode_str(text).decode_utf8();
    decoded
        .map(|text| text.into_owned())
        .map_err(|_| Refusal::Malformed)
}

/// `https:`, `file:`, `C:`; also `//host/path`, which has the scheme of its base.
fn has_scheme(file: &str) -> bool {
    let scheme = file.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    file.starts_with("//") || scheme.is_some_and(is_scheme)
}
