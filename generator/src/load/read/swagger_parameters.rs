//! Swagger 2.0 parameters in path, query and headers, and response headers: their type stands among their own keywords.
//!
//! `collectionFormat` becomes `style` and `explode` where OpenAPI 3.0 can say the same, and the extension `x-ms-collection-format` where
//! it cannot: `tsv` anywhere, `ssv` and `pipes` outside of queries.

use openapiv3::{
    Header, HeaderStyle, Parameter, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle,
    ReferenceOr, Schema,
};
use serde_json::{Map, Value};

use super::Reader;
use super::parameters::of_path;
use super::schemas::{self, COLLECTION_FORMAT};
use crate::load::at::At;
use crate::load::keywords::Piece;

/// How a list is joined in a query (Swagger 2.0, "Parameter Object").
pub(super) struct Joining {
    pub(super) style: QueryStyle,
    pub(super) explode: Option<bool>,
    /// What OpenAPI 3.0 has no word for.
    pub(super) other: Option<String>,
}

/// Reads a parameter; `None` when it cannot be sent.
pub(super) fn read(
    reader: &mut Reader<'_>,
    map: &Map<String, Value>,
    at: &At<'_>,
) -> Option<Parameter> {
    reader.keywords(map, Piece::Parameter, at);
    let Some(name) = reader.text(map, "name", at) else {
        return reader.malformed("a parameter", "`name` is missing", at);
    };
    let location = map.get("in").and_then(Value::as_str);
    let joining = joining(reader, map, at);
    let mut parameter_data = ParameterData {
        name,
        description: reader.text(map, "description", at),
        required: reader.flag(map, "required", at).unwrap_or_default(),
        deprecated: None,
        format: ParameterSchemaOrContent::Schema(schema(reader, map, at)),
        example: map.get("example").cloned(),
        examples: Default::default(),
        explode: joining.explode,
        extensions: reader.extensions(map, at),
    };
    parameter_data.extensions.shift_remove("x-ms-enum");
    let keep = |format: Option<String>, data: &mut ParameterData| {
        let extension = format.map(|format| (COLLECTION_FORMAT.to_owned(), Value::String(format)));
        data.extensions.extend(extension);
    };
    match location {
        Some("query") => {
            keep(joining.other, &mut parameter_data);
            Some(Parameter::Query {
                parameter_data,
                allow_reserved: false,
                style: joining.style,
                allow_empty_value: reader.flag(map, "allowEmptyValue", at),
            })
        }
        Some("path") => {
            keep(outside_query(joining), &mut parameter_data);
            Some(Parameter::Path {
                parameter_data: of_path(reader, parameter_data, at),
                style: PathStyle::Simple,
            })
        }
        Some("header") => {
            keep(outside_query(joining), &mut parameter_data);
            Some(Parameter::Header {
                parameter_data,
                style: HeaderStyle::Simple,
            })
        }
        _ => reader.malformed(
            "a parameter",
            "`in` is not path, query, header, body or formData",
            at,
        ),
    }
}

/// Reads a response header.
pub(super) fn header(reader: &mut Reader<'_>, map: &Map<String, Value>, at: &At<'_>) -> Header {
    reader.keywords(map, Piece::Header, at);
    let joining = joining(reader, map, at);
    let mut extensions = reader.extensions(map, at);
    extensions.shift_remove("x-ms-enum");
    extensions.extend(
        outside_query(joining).map(|format| (COLLECTION_FORMAT.to_owned(), Value::String(format))),
    );
    Header {
        description: reader.text(map, "description", at),
        style: HeaderStyle::Simple,
        required: false,
        deprecated: None,
        format: ParameterSchemaOrContent::Schema(schema(reader, map, at)),
        example: map.get("example").cloned(),
        examples: Default::default(),
        extensions,
    }
}

/// How a parameter's list is joined; nothing for other types.
pub(super) fn joining(reader: &mut Reader<'_>, map: &Map<String, Value>, at: &At<'_>) -> Joining {
    let joining = |style, explode, other: Option<&str>| Joining {
        style,
        explode: Some(explode),
        other: other.map(str::to_owned),
    };
    if map.get("type").and_then(Value::as_str) != Some("array") {
        return Joining {
            explode: None,
            ..joining(QueryStyle::Form, false, None)
        };
    }
    match reader.text(map, "collectionFormat", at).as_deref() {
        None | Some("csv") => joining(QueryStyle::Form, false, None),
        Some("multi") => joining(QueryStyle::Form, true, None),
        Some("ssv") => joining(QueryStyle::SpaceDelimited, false, None),
        Some("pipes") => joining(QueryStyle::PipeDelimited, false, None),
        Some("tsv") => joining(QueryStyle::Form, false, Some("tsv")),
        Some(_) => {
            reader.wrong::<()>("collectionFormat", "csv, ssv, tsv, pipes or multi", at);
            joining(QueryStyle::Form, false, None)
        }
    }
}

fn outside_query(joining: Joining) -> Option<String> {
    match joining.style {
        QueryStyle::SpaceDelimited => Some("ssv".to_owned()),
        QueryStyle::PipeDelimited => Some("pipes".to_owned()),
        QueryStyle::Form | QueryStyle::DeepObject => joining.other,
    }
}

/// The type, which becomes a schema of its own.
fn schema(reader: &mut Reader<'_>, map: &Map<String, Value>, at: &At<'_>) -> ReferenceOr<Schema> {
    if let Some(schema) = map.get("schema").filter(|_| !map.contains_key("type")) {
        return schemas::read(reader, schema, &at.key("schema"));
    }
    let at = at.loaded_key("schema");
    reader.moved(&at);
    ReferenceOr::Item(schemas::simple(reader, map, &at))
}
