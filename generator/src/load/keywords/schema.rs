//! Keywords of schemas.

use super::Row::{Idle, Read};
use super::Table;

const LIMITS: &str = "lower::notes";

/// What a type has wherever it stands: in a schema, or among the keywords of a parameter or header of Swagger 2.0.
pub(super) const VALUE: Table = &[
    ("type", Read("lower::scalars")),
    ("format", Read("lower::scalars")),
    ("items", Read("lower::schemas")),
    ("default", Read(LIMITS)),
    ("enum", Read("lower::enums")),
    ("pattern", Read(LIMITS)),
    ("minLength", Read(LIMITS)),
    ("maxLength", Read(LIMITS)),
    ("minimum", Read(LIMITS)),
    ("maximum", Read(LIMITS)),
    ("exclusiveMinimum", Read(LIMITS)),
    ("exclusiveMaximum", Read(LIMITS)),
    ("multipleOf", Read(LIMITS)),
    ("minItems", Read(LIMITS)),
    ("maxItems", Read(LIMITS)),
    ("uniqueItems", Read(LIMITS)),
    ("collectionFormat", Read("lower::parameters")),
    ("description", Read("lower::annotations")),
    (
        "example",
        Idle("the examples that become tests are those of x-ms-examples"),
    ),
];

/// What schemas have besides.
pub(super) const SCHEMA: Table = &[
    ("$ref", Read("load::read::references")),
    ("title", Read("lower::annotations")),
    ("properties", Read("lower::objects")),
    ("required", Read("lower::objects")),
    ("additionalProperties", Read("lower::objects")),
    ("allOf", Read("lower::all_of")),
    ("oneOf", Read("lower::schemas")),
    ("anyOf", Read("lower::schemas")),
    ("not", Read("lower::schemas")),
    (
        "minProperties",
        Idle("services check how many members an object has"),
    ),
    (
        "maxProperties",
        Idle("services check how many members an object has"),
    ),
    (
        "nullable",
        Idle("null and absent are read alike, and every field may be absent"),
    ),
    ("readOnly", Read("lower::objects")),
    (
        "writeOnly",
        Idle("every field may be absent from an answer"),
    ),
    (
        "deprecated",
        Idle("a mark on a field would make every user of its model warn"),
    ),
    ("discriminator", Read("lower::schemas")),
    (
        "externalDocs",
        Idle("links lead to pages about the service, not the client"),
    ),
    ("xml", Read("load::read::schemas")),
];

pub(super) const DISCRIMINATOR: Table = &[
    ("propertyName", Read("lower::schemas")),
    ("mapping", Read("load::read::schemas")),
];

pub(super) const XML: Table = &[
    ("name", Read("lower::xml")),
    ("namespace", Read("lower::xml")),
    ("prefix", Read("lower::xml")),
    ("attribute", Read("lower::xml")),
    ("wrapped", Read("lower::xml")),
];
