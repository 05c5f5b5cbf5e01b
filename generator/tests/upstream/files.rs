//! Reads a tree of descriptions and follows the references in it.
//!
//! In: a folder. Out: [`Files`], all its JSON and YAML documents, and [`Cursor`], a place in one of them.
//! Never: knows what a description means, or uses the generator's own reader; the two are held against each other.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// No chain of references in a description is longer; one that is goes in a circle.
const LONGEST_CHAIN: usize = 16;

/// The documents below one folder, by their path relative to it.
pub struct Files {
    /// The folder's name in reports.
    label: String,
    documents: BTreeMap<String, Value>,
    followed: RefCell<BTreeSet<String>>,
}

/// A file of a tree and a JSON pointer into it, printed as `label/file#pointer`.
#[derive(Clone, Debug)]
pub struct Place(String);

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A value in a document, together with where it stands.
#[derive(Clone)]
pub struct Cursor<'f> {
    files: &'f Files,
    file: String,
    pointer: String,
    value: &'f Value,
}

impl Files {
    /// Reads all documents below `root`. Panics, with the file's name, when one cannot be read.
    pub fn read(root: &Path, label: &str) -> Files {
        let mut documents = BTreeMap::new();
        read_folder(root, "", &mut documents);
        Files {
            label: label.to_owned(),
            documents,
            followed: RefCell::default(),
        }
    }

    /// The paths of all documents.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.documents.keys().map(String::as_str)
    }

    /// The root of a document.
    pub fn document(&self, file: &str) -> Cursor<'_> {
        let value = self.documents.get(file);
        Cursor {
            files: self,
            file: file.to_owned(),
            pointer: String::new(),
            value: value.unwrap_or_else(|| panic!("{}/{file} does not exist", self.label)),
        }
    }

    /// Whether a reference to this place has been followed so far.
    pub fn was_followed(&self, place: &Cursor<'_>) -> bool {
        self.followed.borrow().contains(&place.place().0)
    }
}

impl<'f> Cursor<'f> {
    /// The value itself.
    pub fn value(&self) -> &'f Value {
        self.value
    }

    /// The value as text; empty when it is none.
    pub fn text(&self) -> &'f str {
        self.value.as_str().unwrap_or_default()
    }

    /// The document that this place is in.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The root of the document that this place is in.
    pub fn document(&self) -> Cursor<'f> {
        self.files.document(&self.file)
    }

    /// Where the value stands, for reports.
    pub fn place(&self) -> Place {
        Place(format!(
            "{}/{}#{}",
            self.files.label, self.file, self.pointer
        ))
    }

    /// The last step on the way here: the name of a definition or property.
    pub fn name(&self) -> String {
        let last = self.pointer.rsplit('/').next().unwrap_or_default();
        last.replace("~1", "/").replace("~0", "~")
    }

    /// The member of an object, if there is one.
    pub fn get(&self, key: &str) -> Option<Cursor<'f>> {
        Some(self.step(key, self.value.get(key)?))
    }

    /// The text of a member; empty when there is none.
    pub fn get_text(&self, key: &str) -> &'f str {
        self.value
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// The members of an object; none for any other value.
    pub fn entries(&self) -> Vec<(String, Cursor<'f>)> {
        let members = self.value.as_object().into_iter().flatten();
        members
            .map(|(key, value)| (key.clone(), self.step(key, value)))
            .collect()
    }

    /// The elements of an array; none for any other value.
    pub fn items(&self) -> Vec<Cursor<'f>> {
        let elements = self.value.as_array().into_iter().flatten().enumerate();
        elements
            .map(|(index, value)| self.step(&index.to_string(), value))
            .collect()
    }

    /// The entries of the member `key`; none when it is absent.
    pub fn entries_of(&self, key: &str) -> Vec<(String, Cursor<'f>)> {
        self.get(key)
            .map(|member| member.entries())
            .unwrap_or_default()
    }

    /// The elements of the member `key`; none when it is absent.
    pub fn items_of(&self, key: &str) -> Vec<Cursor<'f>> {
        self.get(key)
            .map(|member| member.items())
            .unwrap_or_default()
    }

    /// What this object stands for: itself, or the end of its chain of references.
    pub fn resolved(&self) -> Cursor<'f> {
        let mut here = self.clone();
        for _ in 0..LONGEST_CHAIN {
            match here.get("$ref") {
                Some(reference) => here = here.target(reference.text()),
                None => return here,
            }
        }
        panic!("{}: references go in a circle", self.place());
    }

    /// The place that a reference written here points to. Panics when there is nothing.
    pub fn target(&self, reference: &str) -> Cursor<'f> {
        let (path, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let file = if path.is_empty() {
            self.file.clone()
        } else {
            join(&self.file, path)
        };
        let found = self
            .files
            .documents
            .get(&file)
            .and_then(|document| document.pointer(pointer));
        let target = Cursor {
            files: self.files,
            file,
            pointer: pointer.to_owned(),
            value: found
                .unwrap_or_else(|| panic!("{}: nothing stands at {reference}", self.place())),
        };
        self.files.followed.borrow_mut().insert(target.place().0);
        target
    }

    fn step(&self, key: &str, value: &'f Value) -> Cursor<'f> {
        let key = key.replace('~', "~0").replace('/', "~1");
        Cursor {
            files: self.files,
            file: self.file.clone(),
            pointer: format!("{}/{key}", self.pointer),
            value,
        }
    }
}

/// A relative path seen from a file, without `.` and `..`.
fn join(from: &str, path: &str) -> String {
    let mut segments: Vec<&str> = from.split('/').collect();
    segments.pop();
    for segment in path.split('/') {
        match segment {
            "." => {}
            ".." => drop(segments.pop()),
            _ => segments.push(segment),
        }
    }
    segments.join("/")
}

fn read_folder(folder: &Path, prefix: &str, documents: &mut BTreeMap<String, Value>) {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .path();
        let name = format!(
            "{prefix}{}",
            path.file_name().unwrap_or_default().to_string_lossy()
        );
        if path.is_dir() {
            read_folder(&path, &format!("{name}/"), documents);
        } else if let Some(document) = read_document(&path) {
            documents.insert(name, document);
        }
    }
}

/// The document in a file; `None` for files that are neither JSON nor YAML.
fn read_document(path: &Path) -> Option<Value> {
    let extension = path.extension().unwrap_or_default();
    if extension != "json" && extension != "yaml" {
        return None;
    }
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let parsed = if extension == "json" {
        serde_json::from_str(&text).map_err(|error| error.to_string())
    } else {
        serde_yaml::from_str(&text).map_err(|error| error.to_string())
    };
    Some(parsed.unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}
