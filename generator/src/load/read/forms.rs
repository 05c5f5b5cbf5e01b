//! Swagger 2.0 form fields: the `formData` parameters of an operation become one request body, an object with a property per field.

use indexmap::IndexMap;
use openapiv3::{
    Encoding, MediaType, ObjectType, ReferenceOr, RequestBody, Schema, SchemaData, SchemaKind, Type,
};
use serde_json::{Map, Value};

use super::parameters::Entry;
use super::{Reader, schemas, swagger_parameters};
use crate::load::at::At;
use crate::load::keywords::Piece;

const MULTIPART: &str = "multipart/form-data";
const URL_ENCODED: &str = "application/x-www-form-urlencoded";

/// A field and the object, operation or path item, whose list it stands in: `paths/…/put` or `paths/…`.
pub(super) struct Field<'a, 'p> {
    pub(super) entry: &'p Entry<'a>,
    pub(super) list: &'p At<'p>,
}

/// Reads the fields of a form. `body` is the request body in the loaded document; `None` when a field cannot be sent.
pub(super) fn read(
    reader: &mut Reader<'_>,
    fields: &[Field<'_, '_>],
    types: &[String],
    body: &At<'_>,
) -> Option<RequestBody> {
    let name = media_type(fields, types);
    let mut form = Form::default();
    let content = body.loaded_key("content");
    let media = content.loaded_key(&name);
    let schema = media.loaded_key("schema");
    let properties = schema.loaded_key("properties");
    for field in fields {
        let Some(map) = field.entry.description else {
            continue;
        };
        let source = format!("{}/parameters/{}", field.list.source(), field.entry.index);
        reader.within(&field.entry.text, |reader| {
            add(reader, &mut form, map, &properties, &source)
        })?;
    }
    let required = !form.object.required.is_empty();
    let schema = Schema {
        schema_data: SchemaData::default(),
        schema_kind: SchemaKind::Type(Type::Object(form.object)),
    };
    let media = MediaType {
        schema: Some(ReferenceOr::Item(schema)),
        encoding: form.encoding,
        ..MediaType::default()
    };
    Some(RequestBody {
        content: IndexMap::from([(name, media)]),
        required,
        ..RequestBody::default()
    })
}

#[derive(Default)]
struct Form {
    object: ObjectType,
    encoding: IndexMap<String, Encoding>,
}

/// Adds one field; `source` is its pointer in the source.
fn add(
    reader: &mut Reader<'_>,
    form: &mut Form,
    map: &Map<String, Value>,
    properties: &At<'_>,
    source: &str,
) -> Option<()> {
    let name = map.get("name").and_then(Value::as_str).unwrap_or_default();
    // The properties stand below the request body, whose own source is another parameter: the pointer starts anew.
    let loaded = properties.loaded();
    let at = At::anywhere(&loaded, source);
    let at = at.loaded_key(name);
    if name.is_empty() {
        return reader.malformed("a form field", "`name` is missing", &at);
    }
    reader.moved(&at);
    reader.keywords(map, Piece::FormField, &at);
    let mut schema = schemas::simple(reader, map, &at);
    schema.schema_data.description = reader.text(map, "description", &at);
    schema.schema_data.extensions = reader.extensions(map, &at);
    if reader.flag(map, "required", &at).unwrap_or_default() {
        form.object.required.push(name.to_owned());
    }
    let joining = swagger_parameters::joining(reader, map, &at);
    if let Some(explode) = joining.explode {
        let encoding = Encoding {
            style: Some(joining.style),
            explode,
            ..Encoding::default()
        };
        form.encoding.insert(name.to_owned(), encoding);
    }
    let other = joining
        .other
        .map(|format| (schemas::COLLECTION_FORMAT.to_owned(), Value::String(format)));
    schema.schema_data.extensions.extend(other);
    form.object
        .properties
        .insert(name.to_owned(), ReferenceOr::boxed_item(schema));
    Some(())
}

/// A form with a file must be multipart; of two permitted types multipart is taken, which can carry anything.
fn media_type(fields: &[Field<'_, '_>], types: &[String]) -> String {
    let is = |name: &str| {
        types
            .iter()
            .any(|declared| declared.to_ascii_lowercase().starts_with(name))
    };
    let is_file = |field: &Field<'_, '_>| {
        let typ = field.entry.description.and_then(|map| map.get("type"));
        typ.and_then(Value::as_str) == Some("file")
    };
    if is(MULTIPART) || !is(URL_ENCODED) && fields.iter().any(is_file) {
        return MULTIPART.to_owned();
    }
    URL_ENCODED.to_owned()
}
