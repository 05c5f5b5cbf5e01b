//! Finds the references in a document's source text.
//!
//! In: the parsed text.
//! Out: every `$ref`, where it stands and what kind of thing it stands for; discriminator mappings count.
//! Never: takes data for a description: what stands below `example`, `default`, `enum` or an extension is skipped.

use serde_json::{Map, Value};

use crate::location::escape;

/// What a reference stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Schema,
    Parameter,
    Response,
    Header,
    RequestBody,
    PathItem,
    Other,
}

/// Whether a reference is all that stands at its place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Company {
    /// Nothing else.
    Alone,
    /// Siblings, or it is part of a mapping.
    Siblings,
}

/// One reference.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// Pointer in the source to the object that holds the reference.
    pub(super) pointer: String,
    /// See [`Kind`].
    pub(super) kind: Kind,
    /// As written.
    pub(super) text: String,
    /// See [`Company`].
    pub(super) company: Company,
}

/// All references of a document, in the order of the text.
pub(super) fn find(root: &Value) -> Vec<Site> {
    let mut sites = Vec::new();
    let mut pointer = String::new();
    walk(root, Role::One(Kind::Schema), &mut pointer, &mut sites);
    sites
}

/// How a value is to be read.
#[derive(Clone, Copy)]
enum Role {
    /// An object with keywords, or a list of such.
    One(Kind),
    /// An object whose keys are names; among paths there may be extensions.
    Names(Kind),
    /// Not part of the description.
    Data,
}

fn walk(value: &Value, role: Role, pointer: &mut String, sites: &mut Vec<Site>) {
    match (value, role) {
        (Value::Array(list), Role::One(kind)) => {
            for (index, element) in list.iter().enumerate() {
                below(&index.to_string(), element, Role::One(kind), pointer, sites);
            }
        }
        (Value::Object(map), Role::One(kind)) => {
            note(map, kind, pointer, sites);
            for (key, member) in map {
                below(key, member, role_of(key, member), pointer, sites);
            }
        }
        (Value::Object(map), Role::Names(kind)) => {
            let is_name = |name: &str| kind != Kind::PathItem || !name.starts_with("x-");
            for (name, member) in map.iter().filter(|(name, _)| is_name(name)) {
                below(name, member, Role::One(kind), pointer, sites);
            }
        }
        _ => {}
    }
}

fn below(step: &str, value: &Value, role: Role, pointer: &mut String, sites: &mut Vec<Site>) {
    if !matches!(value, Value::Object(_) | Value::Array(_)) {
        return;
    }
    let length = pointer.len();
    pointer.push('/');
    pointer.push_str(&escape(step));
    walk(value, role, pointer, sites);
    pointer.truncate(length);
}

fn note(map: &Map<String, Value>, kind: Kind, pointer: &str, sites: &mut Vec<Site>) {
    if let Some(Value::String(text)) = map.get("$ref") {
        sites.push(Site {
            pointer: pointer.to_owned(),
            kind,
            text: text.clone(),
            company: if map.len() == 1 {
                Company::Alone
            } else {
                Company::Siblings
            },
        });
    }
    let mapping = map
        .get("discriminator")
        .and_then(|value| value.get("mapping"));
    for text in mapping
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(Map::values)
    {
        if let Some(text) = text.as_str().filter(|text| is_reference(text)) {
            sites.push(Site {
                pointer: pointer.to_owned(),
                kind: Kind::Schema,
                text: text.to_owned(),
                company: Company::Siblings,
            });
        }
    }
}

/// A discriminator mapping may hold a bare schema name instead of a reference (OpenAPI 3.0.3, section 4.7.25.1).
pub(super) fn is_reference(mapped: &str) -> bool {
    mapped.contains(['#', '/'])
        || mapped.ends_with(".json")
        || mapped.ends_with(".yaml")
        || mapped.ends_with(".yml")
}

fn role_of(key: &str, member: &Value) -> Role {
    match key {
        "properties" | "patternProperties" | "definitions" | "schemas" => Role::Names(Kind::Schema),
        "items" | "schema" | "additionalProperties" | "not" | "allOf" | "oneOf" | "anyOf" => {
            Role::One(Kind::Schema)
        }
        "parameters" if member.is_object() => Role::Names(Kind::Parameter),
        "parameters" => Role::One(Kind::Parameter),
        "responses" => Role::Names(Kind::Response),
        "headers" => Role::Names(Kind::Header),
        "requestBodies" => Role::Names(Kind::RequestBody),
        "requestBody" => Role::One(Kind::RequestBody),
        "paths" | "x-ms-paths" => Role::Names(Kind::PathItem),
        "content" | "encoding" | "links" | "securitySchemes" | "securityDefinitions" => {
            Role::Names(Kind::Other)
        }
        "example" | "examples" | "default" | "enum" | "const" | "callbacks" => Role::Data,
        // Its parameters may be references to global ones.
        "x-ms-parameterized-host" => Role::One(Kind::Other),
        _ if key.starts_with("x-") => Role::Data,
        _ => Role::One(Kind::Other),
    }
}
