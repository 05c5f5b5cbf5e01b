//! Schemas, of both languages.
//!
//! - A `$ref` with siblings becomes `allOf: [{$ref}]` plus the siblings: openapiv3 keeps nothing but the text of a reference.
//! - `discriminator: kind` (Swagger 2.0) becomes an object, the values of a `mapping` become canonical.
//! - `type: file` (Swagger 2.0) becomes a binary string.
//! - `xml` stands among the extensions: openapiv3 has no field for it.

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, AnySchema, Discriminator, ReferenceOr, Schema, SchemaData, SchemaKind,
};
use serde_json::{Map, Value};

use super::narrow::{self, Bounds};
use super::{Reader, leaf};
use crate::load::at::At;
use crate::load::keywords::Piece;
use crate::load::sites::is_reference;
use crate::load::{component as components, reference};

/// Where parts of a parameter's or header's schema say how a list is joined, when openapiv3 has no field for it.
pub(super) const COLLECTION_FORMAT: &str = "x-ms-collection-format";

/// Where a schema's XML form is kept. No extension is called so.
const XML: &str = "xml";

/// Reads a schema, or the reference that takes its place when it has become a component.
pub(super) fn read(reader: &mut Reader<'_>, value: &Value, at: &At<'_>) -> ReferenceOr<Schema> {
    match reader.hoisted(at) {
        Some(reference) => ReferenceOr::Reference { reference },
        None => component(reader, value, at),
    }
}

/// Reads a schema that has a name.
pub(super) fn component(
    reader: &mut Reader<'_>,
    value: &Value,
    at: &At<'_>,
) -> ReferenceOr<Schema> {
    let Some(map) = value.as_object() else {
        if !matches!(value, Value::Null | Value::Bool(true)) {
            reader.malformed::<()>("a schema", "it is no object", at);
        }
        return ReferenceOr::Item(free());
    };
    let reference = reader
        .target(map)
        .map(|target| reader.schema_reference(&target));
    match reference {
        Some(reference) if map.len() == 1 => ReferenceOr::Reference { reference },
        reference => ReferenceOr::Item(schema(reader, map, reference, at)),
    }
}

/// A schema that says nothing: free JSON.
pub(super) fn free() -> Schema {
    Schema {
        schema_data: SchemaData::default(),
        schema_kind: SchemaKind::Any(AnySchema::default()),
    }
}

/// The schema of a Swagger parameter, header or array element, whose keywords stand among its own.
///
/// Of its extensions only `x-ms-enum` belongs to the schema.
pub(super) fn simple(reader: &mut Reader<'_>, map: &Map<String, Value>, at: &At<'_>) -> Schema {
    let (mut any, bounds) = constraints(reader, map, at);
    any.items = items(reader, map, at);
    let extensions = map
        .get("x-ms-enum")
        .map(|value| ("x-ms-enum".to_owned(), value.clone()));
    Schema {
        schema_data: SchemaData {
            default: map.get("default").cloned(),
            extensions: extensions.into_iter().collect(),
            ..SchemaData::default()
        },
        schema_kind: narrow::kind(any, &bounds),
    }
}

fn schema(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    reference: Option<String>,
    at: &At<'_>,
) -> Schema {
    reader.keywords(map, Piece::Schema, at);
    let (mut any, bounds) = constraints(reader, map, at);
    any.items = items(reader, map, at);
    any.properties = properties(reader, map, at);
    // `required: true` on a property is of an older JSON Schema and has no meaning here.
    any.required = reader.texts(map, "required", at);
    any.additional_properties = additional_properties(reader, map, at);
    any.all_of = list(reader, map, "allOf", at);
    any.one_of = list(reader, map, "oneOf", at);
    any.any_of = list(reader, map, "anyOf", at);
    any.not = map
        .get("not")
        .map(|value| Box::new(read(reader, value, &at.key("not"))));
    // At the end, so that the others keep their places.
    any.all_of
        .extend(reference.map(|reference| ReferenceOr::Reference { reference }));
    Schema {
        schema_data: data(reader, map, at),
        schema_kind: narrow::kind(any, &bounds),
    }
}

fn data(reader: &mut Reader<'_>, map: &Map<String, Value>, at: &At<'_>) -> SchemaData {
    let mut extensions = reader.extensions(map, at);
    // Array elements of Swagger parameters may be lists themselves.
    if let Some(format) = reader.text(map, "collectionFormat", at) {
        extensions.insert(COLLECTION_FORMAT.to_owned(), format.into());
    }
    if let Some(xml) = xml(reader, map, at) {
        extensions.insert(XML.to_owned(), xml);
    }
    SchemaData {
        nullable: reader.flag(map, "nullable", at).unwrap_or_default() || null_is_a_type(map),
        read_only: reader.flag(map, "readOnly", at).unwrap_or_default(),
        write_only: reader.flag(map, "writeOnly", at).unwrap_or_default(),
        deprecated: reader.flag(map, "deprecated", at).unwrap_or_default(),
        external_docs: leaf::member(reader, map, "externalDocs", Piece::ExternalDocs, at),
        example: map.get("example").cloned(),
        title: reader.text(map, "title", at),
        description: reader.text(map, "description", at),
        discriminator: discriminator(reader, map, at),
        default: map.get("default").cloned(),
        extensions,
    }
}

/// The keywords about single values.
fn constraints(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> (AnySchema, Bounds) {
    let bounds = Bounds {
        minimum: reader.number(map, "minimum", at),
        maximum: reader.number(map, "maximum", at),
        multiple_of: reader.number(map, "multipleOf", at),
    };
    let mut any = AnySchema {
        typ: type_name(reader, map, at),
        format: reader.text(map, "format", at),
        pattern: reader.text(map, "pattern", at),
        min_length: reader.count(map, "minLength", at),
        max_length: reader.count(map, "maxLength", at),
        exclusive_minimum: reader.flag(map, "exclusiveMinimum", at),
        exclusive_maximum: reader.flag(map, "exclusiveMaximum", at),
        min_items: reader.count(map, "minItems", at),
        max_items: reader.count(map, "maxItems", at),
        unique_items: reader.flag(map, "uniqueItems", at),
        min_properties: reader.count(map, "minProperties", at),
        max_properties: reader.count(map, "maxProperties", at),
        enumeration: reader.list(map, "enum", at).unwrap_or_default().to_vec(),
        ..AnySchema::default()
    };
    if any.typ.as_deref() == Some("file") {
        any.typ = Some("string".to_owned());
        any.format = Some("binary".to_owned());
    }
    (any, bounds)
}

/// `type` is one name. A list of one, and `null` beside it, is how later versions of JSON Schema write `nullable`.
fn type_name(reader: &mut Reader<'_>, map: &Map<String, Value>, at: &At<'_>) -> Option<String> {
    let Some(Value::Array(names)) = map.get("type") else {
        return reader.text(map, "type", at);
    };
    let others: Vec<&str> = names
        .iter()
        .filter_map(Value::as_str)
        .filter(|name| *name != "null")
        .collect();
    match others.as_slice() {
        [name] => Some((*name).to_owned()),
        _ => reader.wrong("type", "the name of one type", at),
    }
}

/// The members of `xml` that are what they should be.
fn xml(reader: &mut Reader<'_>, map: &Map<String, Value>, at: &At<'_>) -> Option<Value> {
    let xml = reader.object(map, "xml", at)?;
    let at = &at.key("xml");
    reader.keywords(xml, Piece::Xml, at);
    let mut form: Map<String, Value> = reader.extensions(xml, at).into_iter().collect();
    for key in ["name", "namespace", "prefix"] {
        let text = reader.text(xml, key, at);
        form.extend(text.map(|text| (key.to_owned(), text.into())));
    }
    for key in ["attribute", "wrapped"] {
        let flag = reader.flag(xml, key, at);
        form.extend(flag.map(|flag| (key.to_owned(), flag.into())));
    }
    Some(Value::Object(form))
}

fn null_is_a_type(map: &Map<String, Value>) -> bool {
    let names = map.get("type").and_then(Value::as_array);
    names.is_some_and(|names| names.iter().any(|name| name.as_str() == Some("null")))
}

fn items(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> Option<ReferenceOr<Box<Schema>>> {
    let value = map.get("items")?;
    if value.is_array() {
        reader.wrong::<()>("items", "one schema for all elements", at);
        return Some(ReferenceOr::boxed_item(free()));
    }
    Some(boxed(read(reader, value, &at.key("items"))))
}

fn properties(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> IndexMap<String, ReferenceOr<Box<Schema>>> {
    let Some(properties) = reader.object(map, "properties", at) else {
        return IndexMap::new();
    };
    let at = at.key("properties");
    let properties = properties.iter();
    properties
        .map(|(name, value)| (name.clone(), boxed(read(reader, value, &at.key(name)))))
        .collect()
}

fn additional_properties(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> Option<AdditionalProperties> {
    match map.get("additionalProperties")? {
        Value::Null => None,
        Value::Bool(allowed) => Some(AdditionalProperties::Any(*allowed)),
        value => {
            let schema = read(reader, value, &at.key("additionalProperties"));
            Some(AdditionalProperties::Schema(Box::new(schema)))
        }
    }
}

fn list(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    key: &str,
    at: &At<'_>,
) -> Vec<ReferenceOr<Schema>> {
    let schemas = reader.list(map, key, at).unwrap_or_default();
    let at = at.key(key);
    let schemas = schemas.iter().enumerate();
    schemas
        .map(|(index, value)| read(reader, value, &at.index(index)))
        .collect()
}

fn discriminator(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> Option<Discriminator> {
    let Some(Value::Object(object)) = map.get("discriminator") else {
        let property_name = reader.text(map, "discriminator", at)?;
        return Some(Discriminator {
            property_name,
            ..Discriminator::default()
        });
    };
    let at = &at.key("discriminator");
    reader.keywords(object, Piece::Discriminator, at);
    let Some(property_name) = reader.text(object, "propertyName", at) else {
        return reader.malformed("a discriminator", "`propertyName` is missing", at);
    };
    let mapping = reader.object(object, "mapping", at);
    let mapping = mapping.into_iter().flatten().filter_map(|(value, schema)| {
        let schema = mapped(reader, schema.as_str()?);
        Some((value.clone(), schema))
    });
    Some(Discriminator {
        property_name,
        mapping: mapping.collect(),
        extensions: reader.extensions(object, at),
    })
}

/// A reference, or the name of a schema of the same file.
fn mapped(reader: &Reader<'_>, text: &str) -> String {
    if !is_reference(text) {
        return components::reference(&reader.text, "schemas", text);
    }
    match reference::parse(&reader.text, text) {
        Ok(target) => reader.schema_reference(&target),
        Err(_) => text.to_owned(),
    }
}

fn boxed(schema: ReferenceOr<Schema>) -> ReferenceOr<Box<Schema>> {
    match schema {
        ReferenceOr::Reference { reference } => ReferenceOr::Reference { reference },
        ReferenceOr::Item(schema) => ReferenceOr::Item(Box::new(schema)),
    }
}
