//! The Azure extensions of schemas, typed.
//!
//! In: a schema's data with its `x-ms-*` members.
//! Out: [`SchemaExtensions`]: their values, and the members whose value is not what Microsoft's
//! [AutoRest extensions](https://github.com/Azure/autorest/blob/main/docs/extensions/readme.md) page says.
//! Never: follows references or decides what an extension means for the emitted code.

use std::collections::BTreeSet;

use openapiv3::SchemaData;
use serde_json::Value;

/// The extensions of one schema that the client model heeds.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct SchemaExtensions {
    /// `x-ms-enum`.
    pub enumeration: Option<EnumExtension>,
    /// `x-ms-client-name`: what the definition or property is called in code.
    pub client_name: Option<String>,
    /// `x-ms-mutability`: when the property may be read or set.
    pub mutability: Option<BTreeSet<Phase>>,
    /// `x-ms-secret: true`.
    pub secret: bool,
    /// `x-ms-discriminator-value`: the discriminator's value for this definition.
    pub discriminator_value: Option<String>,
    /// Members that are not what they should be; they count as absent.
    pub faults: Vec<Fault>,
}

/// `x-ms-enum`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct EnumExtension {
    /// Type name.
    pub name: Option<String>,
    /// `modelAsString`; `None` when the key is absent.
    pub model_as_string: Option<bool>,
    /// Names and descriptions of single values.
    pub values: Vec<EnumValue>,
}

/// An entry of `x-ms-enum.values`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct EnumValue {
    /// Value on the wire.
    pub value: String,
    /// Name in code.
    pub name: Option<String>,
    /// What it means.
    pub description: Option<String>,
}

/// A word of `x-ms-mutability`.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Phase {
    /// Set when the resource is made.
    Create,
    /// Returned by the service.
    Read,
    /// Set when the resource is changed.
    Update,
}

/// An extension whose value is not what it should be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fault {
    /// `x-ms-secret`.
    pub extension: &'static str,
    /// What its value should be: `true or false`.
    pub expected: &'static str,
}

/// Flags that change nothing in the emitted code, for these reasons: every field may be null or absent anyway
/// (`x-nullable`), nested objects stay nested as in the official crates (`x-ms-client-flatten`), and a crate has all
/// of its models itself (`x-ms-external`, `x-ms-azure-resource`). Their form is still checked.
const FLAGS_WITHOUT_EFFECT: [&str; 4] = [
    "x-nullable",
    "x-ms-client-flatten",
    "x-ms-external",
    "x-ms-azure-resource",
];

/// Reads the extensions of a schema.
pub fn schema_extensions(data: &SchemaData) -> SchemaExtensions {
    let mut faults = Vec::new();
    for flag in FLAGS_WITHOUT_EFFECT {
        boolean(data, flag, &mut faults);
    }
    SchemaExtensions {
        enumeration: enumeration(data, &mut faults),
        client_name: text(data, "x-ms-client-name", &mut faults),
        mutability: mutability(data, &mut faults),
        secret: boolean(data, "x-ms-secret", &mut faults).unwrap_or_default(),
        discriminator_value: text(data, "x-ms-discriminator-value", &mut faults),
        faults,
    }
}

/// The value of an extension as `read` understands it; a fault when it does not.
fn member<'a, T>(
    data: &'a SchemaData,
    extension: &'static str,
    expected: &'static str,
    faults: &mut Vec<Fault>,
    read: impl Fn(&'a Value) -> Option<T>,
) -> Option<T> {
    let value = data.extensions.get(extension)?;
    let understood = read(value);
    if understood.is_none() {
        faults.push(Fault {
            extension,
            expected,
        });
    }
    understood
}

fn boolean(data: &SchemaData, extension: &'static str, faults: &mut Vec<Fault>) -> Option<bool> {
    member(data, extension, "true or false", faults, Value::as_bool)
}

fn text(data: &SchemaData, extension: &'static str, faults: &mut Vec<Fault>) -> Option<String> {
    member(data, extension, "a name", faults, |value| {
        value
            .as_str()
            .filter(|text| !text.trim().is_empty())
            .map(str::to_owned)
    })
}

fn mutability(data: &SchemaData, faults: &mut Vec<Fault>) -> Option<BTreeSet<Phase>> {
    let expected = "a list of `create`, `read` and `update`";
    member(data, "x-ms-mutability", expected, faults, |value| {
        let phases = value.as_array()?.iter().map(phase);
        phases.collect::<Option<BTreeSet<_>>>()
    })
}

fn phase(word: &Value) -> Option<Phase> {
    match word.as_str()? {
        "create" => Some(Phase::Create),
        "read" => Some(Phase::Read),
        "update" => Some(Phase::Update),
        _ => None,
    }
}

fn enumeration(data: &SchemaData, faults: &mut Vec<Fault>) -> Option<EnumExtension> {
    let expected = "an object with `name`, `modelAsString` and `values`";
    member(data, "x-ms-enum", expected, faults, |value| {
        let members = value.as_object()?;
        Some(EnumExtension {
            name: optional(members.get("name"), Value::as_str)?.map(str::to_owned),
            model_as_string: optional(members.get("modelAsString"), Value::as_bool)?,
            values: match optional(members.get("values"), Value::as_array)? {
                Some(values) => values.iter().map(enum_value).collect::<Option<_>>()?,
                None => Vec::new(),
            },
        })
    })
}

fn enum_value(entry: &Value) -> Option<EnumValue> {
    let value = match entry.get("value")? {
        Value::String(text) => text.clone(),
        number @ Value::Number(_) => number.to_string(),
        _ => return None,
    };
    Some(EnumValue {
        value,
        name: optional(entry.get("name"), Value::as_str)?.map(str::to_owned),
        description: optional(entry.get("description"), Value::as_str)?.map(str::to_owned),
    })
}

/// An absent member is `Some(None)`, one of another type `None`.
fn optional<'a, T>(
    member: Option<&'a Value>,
    read: impl Fn(&'a Value) -> Option<T>,
) -> Option<Option<T>> {
    match member {
        None | Some(Value::Null) => Some(None),
        Some(value) => read(value).map(Some),
    }
}
