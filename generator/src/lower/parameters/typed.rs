//! One parameter with its type and its place on the wire.
//!
//! In: a [`Declared`] parameter, and whether it is there in each call.
//! Out: the model's [`Parameter`]; where its value comes from is asked of `source`.
//! Never: leaves one out: a type that no text can stand for becomes a text.

use openapiv3::{ParameterSchemaOrContent, ReferenceOr, Schema};

use super::declared::{Declared, In};
use super::source::{is_client_api_version, source};
use crate::azure;
use crate::azure::parameter as extensions;
use crate::location::Place;
use crate::lower::client_parameters::ClientParameters;
use crate::lower::context::Context;
use crate::lower::optional_segment::Presence;
use crate::lower::{collections, texts};
use crate::model::{Collection, Doc, Parameter, ParameterLocation, Scalar, Type};
use crate::name::Name;

/// The parameter of the model, with its type.
pub(super) fn parameter<'a>(
    context: &mut Context<'a, '_>,
    one: &Declared<'a>,
    presence: Presence,
    client: &mut ClientParameters,
    versions: (&str, &str),
    hint: [&str; 2],
) -> Parameter {
    let data = one.data;
    let mut name = Name::from_wire(&data.name);
    if let Some(preferred) = azure::client_name(&data.extensions) {
        name = name.preferring(preferred);
    }
    let location = location(one);
    let (schema, schema_place) = schema(&data.format, &one.place);
    let constant = schema
        .and_then(|schema| context.types.constant(schema))
        .filter(|_| presence == Presence::Required);
    let described = match schema {
        // What is always the same needs no type of its own.
        Some(_) if constant.is_some() || is_client_api_version(one) => Type::Scalar(Scalar::String),
        Some(schema) => context.types.type_of(
            schema,
            &schema_place,
            &[hint[0], hint[1], &data.name],
            context.diagnostics,
        ),
        None => Type::Scalar(Scalar::String),
    };
    let ty = match described {
        Type::List(_) if is_other_than_commas(one) => None,
        described => texts::of_parameter(&context.types, described, location),
    };
    let ty = ty.unwrap_or_else(|| {
        context
            .diagnostics
            .parameter_has_parts(&one.place, &data.name);
        Type::Scalar(Scalar::String)
    });
    let ty = match ty {
        Type::Scalar(Scalar::String) if is_condition(one) => Type::Scalar(Scalar::Etag),
        ty => ty,
    };
    let location = if matches!(ty, Type::List(_)) {
        location
    } else {
        texts::without_list(location)
    };
    let doc = Doc {
        summary: None,
        description: data.description.clone(),
    };
    let source = source(
        context,
        (one, presence),
        client,
        versions,
        constant,
        (&name, &ty, &doc),
    );
    Parameter {
        name,
        location,
        source,
        ty,
        doc,
        notes: schema
            .map(|schema| context.types.notes(schema))
            .unwrap_or_default(),
        place: one.place.clone(),
    }
}

fn schema<'a>(
    format: &'a ParameterSchemaOrContent,
    place: &Place,
) -> (Option<&'a ReferenceOr<Schema>>, Place) {
    match format {
        ParameterSchemaOrContent::Schema(schema) => (Some(schema), place.key("schema")),
        ParameterSchemaOrContent::Content(content) => match content.first() {
            Some((name, media)) => (
                media.schema.as_ref(),
                place.key("content").key(name).key("schema"),
            ),
            None => (None, place.clone()),
        },
    }
}

fn location(one: &Declared<'_>) -> ParameterLocation {
    match one.within {
        In::Path if extensions::skips_url_encoding(&one.data.extensions) => {
            ParameterLocation::PathVerbatim
        }
        In::Path => ParameterLocation::Path,
        In::Query(_) if extensions::skips_url_encoding(&one.data.extensions) => {
            ParameterLocation::QueryVerbatim
        }
        In::Query(collection) => ParameterLocation::Query(collection),
        In::Header(collection) => ParameterLocation::Header(collection),
    }
}

/// A list in the path that is not joined with commas: there is no other way in use (OpenAPI 3.0.3, "Style Values", `simple`).
fn is_other_than_commas(one: &Declared<'_>) -> bool {
    let named = collections::named(&one.data.extensions);
    one.within == In::Path && named.is_some_and(|collection| collection != Collection::Comma)
}

/// Headers of conditional requests (RFC 9110, sections 13.1.1 and 13.1.2): what an `ETag` gave can be put in as it is.
fn is_condition(one: &Declared<'_>) -> bool {
    let names = ["If-Match", "If-None-Match"];
    matches!(one.within, In::Header(_))
        && names
            .iter()
            .any(|name| one.data.name.eq_ignore_ascii_case(name))
}
