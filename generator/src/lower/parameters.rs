//! Reads the path, query and header parameters of an operation.
//!
//! In: the parameters of an operation and of its path, and the path's template.
//! Out: [`Parameters`]: each with its place on the wire and the source of its value, and the pieces of the path.
//! Never: reads bodies; names arguments (that is `arguments`).

use indexmap::IndexMap;
use openapiv3::{
    Parameter as Described_, ParameterData, ParameterSchemaOrContent, ReferenceOr, Schema,
};

use crate::azure;
use crate::azure::parameter::{self as extensions, Described as Origin, Keeper};
use crate::location::Place;
use crate::lower::client_parameters::{self, ClientParameters};
use crate::lower::context::Context;
use crate::lower::inventory::Described;
use crate::lower::optional_segment::{self, Presence};
use crate::lower::{collections, content_type, paths, references, texts};
use crate::model::{
    Body, Collection, Doc, Parameter, ParameterLocation, ParameterSource, PathPiece, Scalar, Type,
};
use crate::name::Name;

/// The parameters of an operation.
#[derive(Clone, Debug)]
pub(super) struct Parameters {
    /// In the order of the description: those of the path first.
    pub list: Vec<Parameter>,
    /// The path; each parameter in it is in the list.
    pub path: Vec<PathPiece>,
}

/// Which of `path`, `query` and `header`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum In {
    Path,
    Query(Collection),
    Header(Collection),
}

impl In {
    /// Two parameters are one when name and this are equal (OpenAPI 3.0.3, "Operation Object", `parameters`).
    fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query(_) => "query",
            Self::Header(_) => "header",
        }
    }
}

/// A declared parameter, before it is typed.
#[derive(Clone, Debug)]
struct Declared<'a> {
    data: &'a ParameterData,
    within: In,
    origin: Origin,
    place: Place,
}

/// The parameters of an operation. `default_version` is the client's api-version, `body` what they are sent with.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
    client: &mut ClientParameters,
    default_version: &str,
    body: Option<&Body>,
    hint: [&str; 2],
) -> Parameters {
    let mut declared = merged(context, described);
    declared.retain(|(name, within), _| content_type::is_kept(name, within, body));
    let path = path(context, described, &declared);
    let mut list = Vec::new();
    for one in declared.values() {
        if one.within == In::Path && !path.contains(&PathPiece::Parameter(one.data.name.clone())) {
            context
                .diagnostics
                .path_parameter_not_in_path(&one.place, &one.data.name);
            continue;
        }
        let version = described.document.api.info.version.trim();
        let presence = presence(context, one, &path);
        list.push(parameter(
            context,
            one,
            presence,
            client,
            (version, default_version),
            hint,
        ));
    }
    list.extend(content_type::undeclared(&list, body, &described.place));
    for piece in &path {
        if let PathPiece::Parameter(wire) = piece
            && !list
                .iter()
                .any(|parameter| is_path(parameter) && parameter.name.wire() == wire)
        {
            context
                .diagnostics
                .missing_path_parameter(&described.item_place, wire);
            list.push(undeclared(wire, &described.item_place));
        }
    }
    Parameters { list, path }
}

fn is_path(parameter: &Parameter) -> bool {
    matches!(
        parameter.location,
        ParameterLocation::Path | ParameterLocation::PathVerbatim
    )
}

/// The declared parameters by name and place on the wire. One of the operation takes the place of one of its path.
fn merged<'a>(
    context: &mut Context<'a, '_>,
    described: &Described<'a>,
) -> IndexMap<(String, &'static str), Declared<'a>> {
    let mut merged = IndexMap::new();
    let shared = (
        &described.item.parameters,
        described.item_place.key("parameters"),
    );
    let own = (
        &described.operation.parameters,
        described.place.key("parameters"),
    );
    for (list, place) in [shared, own] {
        let mut here: IndexMap<(String, &'static str), Declared<'a>> = IndexMap::new();
        for (index, start) in list.iter().enumerate() {
            let Some(one) = declared(context, start, &place.index(index)) else {
                continue;
            };
            let wire = &one.data.name;
            // Header names are alike in any case (RFC 9110, section 5.1).
            let is_header = matches!(one.within, In::Header(_));
            let key = (
                if is_header {
                    wire.to_ascii_lowercase()
                } else {
                    wire.clone()
                },
                one.within.word(),
            );
            if let Some(first) = here.get(&key) {
                context
                    .diagnostics
                    .parameter_twice(&place.index(index), &first.place, wire);
                continue;
            }
            here.insert(key, one);
        }
        merged.extend(here);
    }
    merged
}

/// The parameter that an entry of a list declares; `None` for one that the caller has nothing to do with.
fn declared<'a>(
    context: &mut Context<'a, '_>,
    start: &'a ReferenceOr<Described_>,
    place: &Place,
) -> Option<Declared<'a>> {
    let Some(found) = references::parameter(context.specs, start, place) else {
        if let ReferenceOr::Reference { reference } = start {
            context.diagnostics.dangling_parameter(place, reference);
        }
        return None;
    };
    let (data, within) = match found.value {
        Described_::Path { parameter_data, .. } => (parameter_data, In::Path),
        Described_::Query {
            parameter_data,
            style,
            ..
        } => {
            let other = || collections::of_style(style, parameter_data.explode);
            (
                parameter_data,
                In::Query(collections::named(&parameter_data.extensions).unwrap_or_else(other)),
            )
        }
        Described_::Header { parameter_data, .. } => {
            // OpenAPI 3.0.3 knows but one style of headers, `simple`: with commas.
            (
                parameter_data,
                In::Header(
                    collections::named(&parameter_data.extensions).unwrap_or(Collection::Comma),
                ),
            )
        }
        Described_::Cookie { parameter_data, .. } => {
            context
                .diagnostics
                .cookie_parameter(&found.place, &parameter_data.name);
            return None;
        }
    };
    if matches!(within, In::Header(_))
        && extensions::sent_by_the_client(&data.name).is_some()
        && !content_type::is_it(&data.name)
    {
        return None;
    }
    Some(Declared {
        data,
        within,
        origin: found.described,
        place: found.place,
    })
}

/// The pieces of the path, spelled as the parameters are.
fn path(
    context: &mut Context<'_, '_>,
    described: &Described<'_>,
    declared: &IndexMap<(String, &'static str), Declared<'_>>,
) -> Vec<PathPiece> {
    let spelled = |name: &String| {
        let mut wires = declared
            .values()
            .filter(|one| one.within == In::Path)
            .map(|one| &one.data.name);
        let exact = wires.clone().any(|wire| wire == name);
        (!exact)
            .then(|| wires.find(|wire| wire.eq_ignore_ascii_case(name)))
            .flatten()
    };
    let mut pieces = paths::pieces(described.path);
    for piece in &mut pieces {
        if let PathPiece::Parameter(name) = piece
            && let Some(wire) = spelled(name)
        {
            context
                .diagnostics
                .path_parameter_case(&described.item_place, name, wire);
            name.clone_from(wire);
        }
    }
    pieces
}

fn parameter<'a>(
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

/// A list in the path that is not joined with commas: there is no other way in use (OpenAPI 3.0.3, "Style Values", `simple`).
fn is_other_than_commas(one: &Declared<'_>) -> bool {
    let named = collections::named(&one.data.extensions);
    one.within == In::Path && named.is_some_and(|collection| collection != Collection::Comma)
}

/// As described; in the path only what the path can do without is optional.
fn presence(context: &mut Context<'_, '_>, one: &Declared<'_>, path: &[PathPiece]) -> Presence {
    let name = &one.data.name;
    let is_fixed = one.within == In::Path
        && (is_kept_by_client(one) || !optional_segment::is_possible(path, name));
    match one.data.required && !names_the_request(one) {
        true => Presence::Required,
        false if is_fixed => {
            context
                .diagnostics
                .optional_path_parameter(&one.place, name);
            Presence::Required
        }
        false => Presence::Optional,
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

fn source(
    context: &mut Context<'_, '_>,
    (one, presence): (&Declared<'_>, Presence),
    client: &mut ClientParameters,
    (version, default_version): (&str, &str),
    constant: Option<String>,
    (name, ty, doc): (&Name, &Type, &Doc),
) -> ParameterSource {
    let data = one.data;
    if is_client_api_version(one) {
        let version = constant.unwrap_or_else(|| version.to_owned());
        return match version == default_version {
            true => ParameterSource::ClientApiVersion,
            false => ParameterSource::Constant(version),
        };
    }
    if let Some(constant) = constant {
        return ParameterSource::Constant(constant);
    }
    if is_kept_by_client(one) && !names_the_request(one) {
        let is_required = presence == Presence::Required;
        let parameter = client_parameters::parameter(name, ty, is_required, doc);
        if client.keep(parameter, &one.place, context.diagnostics) {
            return ParameterSource::Client(data.name.clone());
        }
    }
    match presence {
        Presence::Required => ParameterSource::Argument,
        Presence::Optional => ParameterSource::Option,
    }
}

/// Headers of conditional requests (RFC 9110, sections 13.1.1 and 13.1.2): what an `ETag` gave can be put in as it is.
fn is_condition(one: &Declared<'_>) -> bool {
    let names = ["If-Match", "If-None-Match"];
    matches!(one.within, In::Header(_))
        && names
            .iter()
            .any(|name| one.data.name.eq_ignore_ascii_case(name))
}

fn names_the_request(one: &Declared<'_>) -> bool {
    matches!(one.within, In::Header(_)) && extensions::names_the_request(&one.data.name)
}

fn is_kept_by_client(one: &Declared<'_>) -> bool {
    extensions::keeper(&one.data.extensions, one.origin) == Keeper::Client
        && !is_callers_api_version(one.data)
}

fn is_client_api_version(one: &Declared<'_>) -> bool {
    matches!(one.within, In::Query(_))
        && extensions::is_client_api_version(&one.data.name, &one.data.extensions)
}

/// `x-ms-api-version: false`: each call may have another one.
fn is_callers_api_version(data: &ParameterData) -> bool {
    azure::flag(&data.extensions, "x-ms-api-version") == Some(false)
}

/// A parameter that only the path's template knows.
fn undeclared(wire: &str, place: &Place) -> Parameter {
    Parameter {
        name: Name::from_wire(wire),
        location: ParameterLocation::Path,
        source: ParameterSource::Argument,
        ty: Type::Scalar(Scalar::String),
        doc: Doc::default(),
        notes: Vec::new(),
        place: place.clone(),
    }
}
