//! Reads request bodies.
//!
//! In: an operation's `requestBody`.
//! Out: a [`Body`]: its name, its type and the media type that is sent.
//! Never: looks at parameters.

use openapiv3::{MediaType as Content, ReferenceOr, Schema};

use crate::azure::{self, parameter};
use crate::location::Place;
use crate::lower::context::Context;
use crate::lower::inventory::Described;
use crate::lower::media_types::{self, Kind};
use crate::lower::references;
use crate::model::{Body, Doc, MediaType, Scalar, Type};
use crate::name::Name;

/// The body of an operation; `None` when it has none.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
    hint: [&str; 2],
) -> Option<Body> {
    let start = described.operation.request_body.as_ref()?;
    let place = described.place.key("requestBody");
    let Some(found) = references::body(context.specs, start, &place) else {
        context
            .diagnostics
            .dangling_component(&place, "request body", reference(start));
        return None;
    };
    let body = found.value;
    let wire = parameter::body_name(&body.extensions);
    let mut name = Name::from_wire(wire.unwrap_or("body"));
    if let Some(preferred) = azure::client_name(&body.extensions) {
        name = name.preferring(preferred);
    }
    let words = [hint[0], hint[1], wire.unwrap_or("Body")];
    let (ty, media_type) = content(context, &body.content, &found.place, &words);
    Some(Body {
        name,
        required: body.required,
        ty,
        media_type,
        doc: Doc {
            summary: None,
            description: body.description.clone(),
        },
    })
}

fn reference<T>(value: &ReferenceOr<T>) -> &str {
    match value {
        ReferenceOr::Reference { reference } => reference,
        ReferenceOr::Item(_) => "",
    }
}

/// Chooses among the media types: `application/json`, else another JSON (`application/merge-patch+json`), else the first.
fn content<'a>(
    context: &mut Context<'a, '_>,
    content: &'a indexmap::IndexMap<String, Content>,
    place: &Place,
    hint: &[&str],
) -> (Type, MediaType) {
    let json = content
        .iter()
        .find(|(name, _)| media_types::is_plain_json(name));
    let json = json.or_else(|| {
        content
            .iter()
            .find(|(name, _)| media_types::kind(name) == Kind::Json)
    });
    let bytes = |(_, content): &(&String, &Content)| {
        content
            .schema
            .as_ref()
            .is_some_and(|schema| media_types::is_bytes(context.specs, schema))
    };
    if let Some((name, content)) = json.filter(|json| !bytes(json)) {
        let schema = place.key("content").key(name).key("schema");
        let ty = type_of(context, content.schema.as_ref(), &schema, hint);
        return (ty, MediaType::Json(json_name(name)));
    }
    // Bytes that are declared as JSON alone are no JSON: the service gets them under the name for any bytes.
    let other = content
        .iter()
        .find(|(name, _)| media_types::kind(name) != Kind::Json);
    match other {
        Some((name, content)) => raw(context, name, content, place),
        None if json.is_some() => (
            Type::Scalar(Scalar::Bytes),
            MediaType::Raw("application/octet-stream".to_owned()),
        ),
        None => {
            context.diagnostics.body_without_content(place);
            (Type::Any, MediaType::Json("application/json".to_owned()))
        }
    }
}

/// The name that goes over the wire: one service's descriptions say `JSON`.
fn json_name(name: &str) -> String {
    match media_types::is_plain_json(name) {
        true => "application/json".to_owned(),
        false => name.to_owned(),
    }
}

fn type_of<'a>(
    context: &mut Context<'a, '_>,
    schema: Option<&'a ReferenceOr<Schema>>,
    place: &Place,
    hint: &[&str],
) -> Type {
    match schema {
        Some(schema) => context
            .types
            .type_of(schema, place, hint, context.diagnostics),
        None => {
            context.diagnostics.body_without_content(place);
            Type::Any
        }
    }
}

/// A body that is not JSON: text when it is plain text, else bytes. Models cannot be written as anything but JSON.
fn raw<'a>(
    context: &mut Context<'a, '_>,
    name: &str,
    content: &'a Content,
    place: &Place,
) -> (Type, MediaType) {
    let media_type = MediaType::Raw(name.to_owned());
    let place = place.key("content").key(name);
    let schema = content.schema.as_ref();
    let is_bytes = schema.is_none_or(|schema| media_types::is_bytes(context.specs, schema));
    let scalar = match media_types::kind(name) {
        Kind::Form => {
            context.diagnostics.media_type_not_supported(&place, name);
            Scalar::Bytes
        }
        _ if is_bytes => Scalar::Bytes,
        Kind::Text => Scalar::String,
        _ => {
            if !schema.is_some_and(|schema| is_text(context, schema)) {
                context.diagnostics.media_type_not_supported(&place, name);
            }
            Scalar::Bytes
        }
    };
    (Type::Scalar(scalar), media_type)
}

/// Whether a schema is a plain string. Anything that is not inline may have parts.
fn is_text(context: &Context<'_, '_>, schema: &ReferenceOr<Schema>) -> bool {
    let schema = match schema {
        ReferenceOr::Item(schema) => Some(schema),
        ReferenceOr::Reference { reference } => context
            .specs
            .schema(reference)
            .and_then(|found| found.value.as_item()),
    };
    schema.is_some_and(|schema| {
        matches!(
            schema.schema_kind,
            openapiv3::SchemaKind::Type(openapiv3::Type::String(_))
        )
    })
}
