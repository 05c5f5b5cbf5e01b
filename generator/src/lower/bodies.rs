//! Reads request bodies.
//!
//! In: an operation's `requestBody`.
//! Out: a [`Body`]: its name, its type and the media type that is sent; or the fields of a form.
//! Never: looks at parameters.

use openapiv3::{MediaType as Content, ReferenceOr, Schema};

use crate::azure::{self, parameter};
use crate::location::Place;
use crate::lower::context::Context;
use crate::lower::forms::{self, Fields};
use crate::lower::inventory::Described;
use crate::lower::media_types::{self, Kind};
use crate::lower::nodes::Node;
use crate::lower::references;
use crate::model::{Body, Doc, MediaType, Scalar, Type};
use crate::name::Name;

/// What a request sends beside its parameters.
pub(super) enum Sent {
    /// A body that one value describes.
    Body(Body),
    /// A form.
    Form(Fields),
}

/// The body of an operation; `None` when it has none.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
    hint: [&str; 2],
) -> Option<Sent> {
    let start = described.operation.request_body.as_ref()?;
    let place = described.place.key("requestBody");
    let Some(found) = references::body(context.specs, start, &place) else {
        context
            .diagnostics
            .dangling_component(&place, "request body", reference(start));
        return None;
    };
    let body = found.value;
    if let Some(fields) = form(context, &body.content, &found.place, hint) {
        return Some(Sent::Form(fields));
    }
    let wire = parameter::body_name(&body.extensions);
    let mut name = Name::from_wire(wire.unwrap_or("body"));
    if let Some(preferred) = azure::client_name(&body.extensions) {
        name = name.preferring(preferred);
    }
    let words = [hint[0], hint[1], wire.unwrap_or("Body")];
    let (ty, media_type) = content(context, &body.content, &found.place, &words);
    let alternatives = alternatives(&body.content, &media_type);
    Some(Sent::Body(Body {
        name,
        required: body.required,
        ty,
        media_type,
        alternatives,
        doc: Doc {
            summary: None,
            description: body.description.clone(),
        },
    }))
}

/// The fields of a form, when the first media type is a form's and none is JSON.
fn form<'a>(
    context: &mut Context<'a, '_>,
    content: &'a indexmap::IndexMap<String, Content>,
    place: &Place,
    hint: [&str; 2],
) -> Option<Fields> {
    let mut kinds = content.keys().map(|name| media_types::kind(name));
    if kinds.any(|kind| kind == Kind::Json) {
        return None;
    }
    let (name, content) = content.first()?;
    if media_types::kind(name) != Kind::Form {
        return None;
    }
    let place = place.key("content").key(name);
    forms::lower(context, name, content, &place, hint)
}

/// The media types that the caller may send instead of the chosen one; none when all are names for JSON, or for XML.
fn alternatives(content: &indexmap::IndexMap<String, Content>, chosen: &MediaType) -> Vec<String> {
    let name = chosen.name();
    // Whoever writes the parts by hand also knows what stands between them.
    if media_types::is_multipart(name) {
        return vec![format!("{name}; boundary=BOUNDARY")];
    }
    let are_all = |kind| content.keys().all(|name| media_types::kind(name) == kind);
    if are_all(Kind::Json) || are_all(Kind::Xml) {
        return Vec::new();
    }
    let others = content.keys().map(|name| json_name(name));
    others.filter(|other| other != name).collect()
}

fn reference<T>(value: &ReferenceOr<T>) -> &str {
    match value {
        ReferenceOr::Reference { reference } => reference,
        ReferenceOr::Item(_) => "",
    }
}

/// Chooses among the media types: `application/json`, else another JSON (`application/merge-patch+json`), else XML of a model, else the first.
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
    if json.is_none()
        && let Some(found) = xml(context, content, place, hint)
    {
        return found;
    }
    // Bytes that are declared as JSON alone are JSON that the caller has: a file of it.
    let other = content
        .iter()
        .find(|(name, _)| media_types::kind(name) != Kind::Json);
    match other {
        Some((name, content)) => raw(context, name, content, place),
        None => match json {
            Some((name, _)) => (Type::Scalar(Scalar::Bytes), MediaType::Raw(json_name(name))),
            None => {
                context.diagnostics.body_without_content(place);
                (Type::Any, MediaType::Json("application/json".to_owned()))
            }
        },
    }
}

/// The first XML whose schema can be a document. One that is declared as text is text.
fn xml<'a>(
    context: &mut Context<'a, '_>,
    content: &'a indexmap::IndexMap<String, Content>,
    place: &Place,
    hint: &[&str],
) -> Option<(Type, MediaType)> {
    let (name, schema) = content.iter().find_map(|(name, content)| {
        let schema = content.schema.as_ref()?;
        let has_parts = !media_types::is_bytes(context.specs, schema) && !is_text(context, schema);
        (media_types::kind(name) == Kind::Xml && has_parts).then_some((name, schema))
    })?;
    let place = place.key("content").key(name).key("schema");
    let ty = type_of(context, Some(schema), &place, hint);
    let node = Node::from(schema);
    if let Some((name, root)) = context.types.other_root(&ty, node) {
        context.diagnostics.xml_root_differs(&place, &name, &root);
    }
    let is_document = context.types.is_document(&ty, node);
    is_document.then(|| (ty, MediaType::Xml(name.clone())))
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

/// A body that is not JSON: text when it is plain text, else bytes. Models are written as nothing but JSON and XML.
fn raw<'a>(
    context: &mut Context<'a, '_>,
    name: &str,
    content: &'a Content,
    place: &Place,
) -> (Type, MediaType) {
    // A pattern is no media type.
    let media_type = MediaType::Raw(match name.contains('*') {
        true => "application/octet-stream".to_owned(),
        false => name.to_owned(),
    });
    let place = place.key("content").key(name);
    let schema = content.schema.as_ref();
    let is_bytes = schema.is_none_or(|schema| media_types::is_bytes(context.specs, schema));
    let scalar = match media_types::kind(name) {
        Kind::Form => {
            context.diagnostics.form_without_fields(&place);
            Scalar::Bytes
        }
        _ if is_bytes => Scalar::Bytes,
        Kind::Text => Scalar::String,
        _ => {
            match media_types::kind(name) {
                _ if schema.is_some_and(|schema| is_text(context, schema)) => {}
                Kind::Xml => context.diagnostics.xml_no_document(&place),
                _ => context.diagnostics.media_type_not_supported(&place, name),
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
