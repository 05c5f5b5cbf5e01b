//! The descriptions as they stand on disk.
//!
//! In: a folder and the input files below it.
//! Out: [`Documents`]: those files and all that they refer to; [`Node`]: a place in them.
//! Never: changes anything, or uses what the generator made of it.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use serde_json::Value;

/// How many references may lead to the next one.
const LONGEST_CHAIN: usize = 32;

/// Files by their path below the root, with `/`.
pub struct Documents {
    /// What the paths of all files are relative to.
    pub root: PathBuf,
    /// The files that have the operations, in order.
    pub inputs: Vec<String>,
    files: BTreeMap<String, Value>,
}

/// A value in a document, and where it is.
#[derive(Clone)]
pub struct Node<'d> {
    documents: &'d Documents,
    /// The file.
    pub file: &'d str,
    /// JSON pointer (RFC 6901).
    pub pointer: String,
    /// What stands there.
    pub value: &'d Value,
}

impl Documents {
    /// Reads the inputs and, again and again, what is referred to.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, is no JSON or no Swagger 2.0; the text names it.
    pub fn load(root: &Path, inputs: &[String]) -> Result<Self, String> {
        let mut files = BTreeMap::new();
        let mut wanted: Vec<String> = inputs.iter().rev().cloned().collect();
        while let Some(file) = wanted.pop() {
            if files.contains_key(&file) {
                continue;
            }
            let value = read(&root.join(&file)).map_err(|why| format!("{file}: {why}"))?;
            referred(&value, &file, &mut wanted);
            files.insert(file, value);
        }
        for input in inputs {
            let version = files.get(input).and_then(|value| value.get("swagger"));
            if version.and_then(Value::as_str) != Some("2.0") {
                return Err(format!("{input}: examples are read of Swagger 2.0 alone"));
            }
        }
        Ok(Self {
            root: root.to_owned(),
            inputs: inputs.to_vec(),
            files,
        })
    }

    /// The whole of a file.
    pub fn file(&self, file: &str) -> Option<Node<'_>> {
        let (file, value) = self.files.get_key_value(file)?;
        Some(Node {
            documents: self,
            file,
            pointer: String::new(),
            value,
        })
    }

    /// All files.
    pub fn all(&self) -> impl Iterator<Item = Node<'_>> {
        self.files.keys().filter_map(|file| self.file(file))
    }
}

/// Reads a JSON file; a byte order mark in front does not matter.
///
/// # Errors
///
/// The file cannot be read, or is no JSON.
pub fn read(path: &Path) -> Result<Value, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| error.to_string())
}

/// The path of a file that another names, below the same root.
pub fn beside(file: &str, named: &str) -> String {
    let named = percent_decode_str(named)
        .decode_utf8_lossy()
        .replace('\\', "/");
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in named.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// One step of a JSON pointer.
pub fn step(key: &str) -> String {
    format!("/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// Files that a document refers to; those of examples are none of the description.
fn referred(value: &Value, file: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get("$ref") {
                let named = reference.split('#').next().unwrap_or_default();
                if !named.is_empty() {
                    found.push(beside(file, named));
                }
            }
            for (key, value) in members {
                if key != "x-ms-examples" {
                    referred(value, file, found);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| referred(item, file, found)),
        _ => {}
    }
}

impl<'d> Node<'d> {
    /// A member.
    pub fn get(&self, key: &str) -> Option<Self> {
        self.at(step(key), self.value.get(key)?)
    }

    /// The items, when it is an array.
    pub fn items(&self) -> Vec<Self> {
        let items = self.value.as_array().into_iter().flatten().enumerate();
        items
            .filter_map(|(index, value)| self.at(format!("/{index}"), value))
            .collect()
    }

    /// The members, when it is an object.
    pub fn members(&self) -> Vec<(&'d str, Self)> {
        let members = self.value.as_object().into_iter().flatten();
        members
            .filter_map(|(key, value)| Some((key.as_str(), self.at(step(key), value)?)))
            .collect()
    }

    /// The text of a member.
    pub fn text(&self, key: &str) -> Option<&'d str> {
        self.value.get(key)?.as_str()
    }

    /// Whether a member is `true`.
    pub fn is(&self, key: &str) -> bool {
        self.value.get(key).and_then(Value::as_bool) == Some(true)
    }

    /// The texts of a list.
    pub fn texts(&self, key: &str) -> Option<Vec<&'d str>> {
        let items = self.value.get(key)?.as_array()?;
        Some(items.iter().filter_map(Value::as_str).collect())
    }

    /// Where a chain of references leads to; a dangling one stays where it is.
    pub fn resolved(&self) -> Self {
        let mut at = self.clone();
        for _ in 0..LONGEST_CHAIN {
            match at.referred() {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// The key that it stands under, in the spelling of the document.
    pub fn name(&self) -> Option<&'d str> {
        let (parent, last) = self.pointer.rsplit_once('/')?;
        let root = self.documents.file(self.file)?;
        let members = root.value.pointer(parent)?.as_object()?;
        let key = last.replace("~1", "/").replace("~0", "~");
        members.get_key_value(&key).map(|(key, _)| key.as_str())
    }

    /// The files that are known together with this one.
    pub fn documents(&self) -> &'d Documents {
        self.documents
    }

    /// What a reference leads to.
    pub fn referred(&self) -> Option<Self> {
        let reference = self.text("$ref")?;
        let (named, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let file = match named {
            "" => self.file.to_owned(),
            named => beside(self.file, named),
        };
        let root = self.documents.file(&file)?;
        let pointer = percent_decode_str(pointer).decode_utf8_lossy().into_owned();
        let value = root.value.pointer(&pointer)?;
        root.at(pointer, value)
    }

    fn at(&self, step: String, value: &'d Value) -> Option<Self> {
        Some(Self {
            documents: self.documents,
            file: self.file,
            pointer: format!("{}{step}", self.pointer),
            value,
        })
    }
}

impl fmt::Display for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.file, self.pointer)
    }
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.file, &self.pointer) == (other.file, &other.pointer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_from_where_the_reference_stands() {
        assert_eq!(beside("a/b/c.json", "../../x/y.json"), "x/y.json");
        assert_eq!(
            beside("a/b/c.json", "./examples/an%20example.json"),
            "a/b/examples/an example.json"
        );
        assert_eq!(beside("c.json", "d.json"), "d.json");
    }
}
