//! Reads bodies that are forms.
//!
//! In: the content of a request body whose media type is a form's.
//! Out: how the form is written, and a parameter for each of its fields.
//! Never: gives the caller a model of the whole form.
//!
//! Fields become arguments and options of the method, as parameters do. Swagger 2.0 describes them as parameters, its
//! generators by Microsoft make them such (of OpenAPI's forms too), and a caller of a form with one file and two texts is
//! better off with three arguments than with a model, its builder and its conversion. A service that adds an optional field
//! adds an option.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use openapiv3::{Encoding, MediaType as Content, ReferenceOr, Schema};

use crate::location::Place;
use crate::lower::all_of::{self, Part};
use crate::lower::context::Context;
use crate::lower::nodes::{Node, follow};
use crate::lower::site::Site;
use crate::lower::{annotations, collections, media_types, texts};
use crate::model::{
    Access, Collection, Form, Parameter, ParameterLocation, ParameterSource, Scalar, Type,
};
use crate::name::Name;

/// A form and its fields.
#[derive(Clone, Debug)]
pub(super) struct Fields {
    /// How they are written.
    pub form: Form,
    /// In the order of the description.
    pub list: Vec<Parameter>,
}

/// The fields of `content`, whose media type is called `media_type` and is a form's; `None` when its schema has none.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    media_type: &str,
    content: &'a Content,
    place: &Place,
    hint: [&str; 2],
) -> Option<Fields> {
    let form = match media_types::is_multipart(media_type) {
        true => Form::Multipart,
        false => Form::UrlEncoded,
    };
    let site = Site::inline(&place.key("schema"), &[hint[0], hint[1], "Form"]);
    let (schema, site) = found(context, content.schema.as_ref()?, site)?;
    let parts = all_of::parts(context.specs, schema, &site, context.diagnostics);
    let required: BTreeSet<&str> = parts
        .objects
        .iter()
        .flat_map(|part| part.view.required)
        .map(String::as_str)
        .collect();
    let mut fields: IndexMap<&str, Parameter> = IndexMap::new();
    for part in &parts.objects {
        for (wire, node) in part.view.properties.into_iter().flatten() {
            let described = Described {
                wire,
                node: Node::from(node),
                place: property(part, wire),
                required: required.contains(wire.as_str()),
                encoding: content.encoding.get(wire),
            };
            if let Some(field) = field(context, form, &described, hint) {
                fields.insert(wire, field);
            }
        }
    }
    let list: Vec<Parameter> = fields.into_values().collect();
    (!list.is_empty()).then_some(Fields { form, list })
}

/// A property of the form's schema.
struct Described<'a, 'e> {
    wire: &'a str,
    node: Node<'a>,
    place: Place,
    required: bool,
    encoding: Option<&'e Encoding>,
}

/// The schema itself, and where it stands.
fn found<'a>(
    context: &Context<'a, '_>,
    schema: &'a ReferenceOr<Schema>,
    site: Site,
) -> Option<(&'a Schema, Site)> {
    match schema {
        ReferenceOr::Item(schema) => Some((schema, site)),
        ReferenceOr::Reference { reference } => {
            let definition = follow(context.specs, reference)?;
            let site = site.definition(&definition);
            Some((definition.schema, site))
        }
    }
}

fn property(part: &Part<'_>, wire: &str) -> Place {
    part.site.place.key("properties").key(wire)
}

/// One field; `None` for what only the service sets.
fn field<'a>(
    context: &mut Context<'a, '_>,
    form: Form,
    described: &Described<'a, '_>,
    hint: [&str; 2],
) -> Option<Parameter> {
    let Described {
        wire, node, place, ..
    } = described;
    let views = annotations::views(context.specs, *node);
    if annotations::access(&views) == Access::ReadOnly {
        return None;
    }
    let mut name = Name::from_wire(wire);
    if let Some(preferred) = annotations::client_name(*node) {
        name = name.preferring(&preferred);
    }
    let constant = context.types.constant(*node).filter(|_| described.required);
    let (ty, location) = match constant {
        Some(_) => (
            Type::Scalar(Scalar::String),
            ParameterLocation::Form(Collection::Comma),
        ),
        None => form_of(context, form, described, hint),
    };
    let mut notes = context.types.notes(*node);
    notes.extend(media_type(described.encoding));
    Some(Parameter {
        name,
        location,
        source: match (constant, described.required) {
            (Some(constant), _) => ParameterSource::Constant(constant),
            (None, true) => ParameterSource::Argument,
            (None, false) => ParameterSource::Option,
        },
        ty,
        doc: annotations::doc(&views),
        notes,
        place: place.clone(),
    })
}

/// The type of a field, and how it is written.
fn form_of<'a>(
    context: &mut Context<'a, '_>,
    form: Form,
    described: &Described<'a, '_>,
    hint: [&str; 2],
) -> (Type, ParameterLocation) {
    let Described { wire, place, .. } = described;
    let words = [hint[0], hint[1], *wire];
    let ty = context
        .types
        .type_of(described.node, place, &words, context.diagnostics);
    let written = ParameterLocation::Form(collection(described));
    let text = match form {
        Form::Multipart => texts::of_part(&context.types, ty.clone()),
        Form::UrlEncoded => texts::of_parameter(&context.types, ty.clone(), written),
    };
    match text {
        Some(Type::List(item)) if *item == Type::Scalar(Scalar::File) => (
            Type::List(item),
            ParameterLocation::Form(Collection::Repeated),
        ),
        Some(ty @ Type::List(_)) => (ty, written),
        Some(ty) => (ty, texts::without_list(written)),
        None if form == Form::Multipart && is_json(&ty) => (ty, ParameterLocation::FormJson),
        None => {
            context.diagnostics.parameter_has_parts(place, wire);
            (Type::Scalar(Scalar::String), texts::without_list(written))
        }
    }
}

/// How a list stands in the form. OpenAPI repeats a field unless its encoding says otherwise, which Swagger's always does.
fn collection(described: &Described<'_, '_>) -> Collection {
    if let Node::Inline(schema) = described.node
        && let Some(named) = collections::named(&schema.schema_data.extensions)
    {
        return named;
    }
    match described.encoding {
        Some(Encoding {
            style: Some(style),
            explode,
            ..
        }) => collections::of_style(style, Some(*explode)),
        _ => Collection::Repeated,
    }
}

/// What OpenAPI 3.0.3 has sent as JSON: models, and lists and maps of such ("Media Type Object", multipart content).
fn is_json(ty: &Type) -> bool {
    match ty {
        Type::Named(_) => true,
        Type::List(item) => matches!(**item, Type::Named(_) | Type::Any),
        Type::Map(value) => {
            matches!(
                **value,
                Type::Any | Type::Scalar(Scalar::String | Scalar::Boolean)
            ) || is_json(value)
        }
        Type::Scalar(_) | Type::Any => false,
    }
}

/// What the encoding of a file says about its media type.
fn media_type(encoding: Option<&Encoding>) -> Option<String> {
    let declared = encoding?.content_type.as_deref()?.trim();
    (!declared.is_empty()).then(|| format!("media type: {declared}"))
}
