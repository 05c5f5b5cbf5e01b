//! Keywords of documents, paths, operations, parameters, bodies, responses and headers.

use super::Row::{Idle, Read, Unread};
use super::Table;

const NO_CALLBACKS: &str = "a client does not receive requests";
const EXAMPLES: &str = "the examples that become tests are those of x-ms-examples";
const NO_NAME: &str = "methods and arguments are called by other names";

pub(super) const DOCUMENT: Table = &[
    ("info", Read("lower::clients")),
    ("paths", Read("load::read::paths")),
    ("security", Read("lower::security")),
    ("tags", Read("lower::groups")),
    (
        "externalDocs",
        Idle("links lead to pages about the service, not the client"),
    ),
];

pub(super) const SWAGGER_DOCUMENT: Table = &[
    ("swagger", Read("load::dialect")),
    ("host", Read("lower::hosts")),
    ("basePath", Read("lower::hosts")),
    ("schemes", Read("lower::hosts")),
    ("consumes", Read("load::read::media")),
    ("produces", Read("load::read::media")),
    ("definitions", Read("lower::types")),
    ("parameters", Read("lower::parameters")),
    ("responses", Read("lower::responses")),
    ("securityDefinitions", Read("lower::clients")),
];

pub(super) const OPENAPI_DOCUMENT: Table = &[
    ("openapi", Read("load::dialect")),
    ("servers", Read("lower::hosts")),
    ("components", Read("load::read::components")),
];

pub(super) const COMPONENTS: Table = &[
    ("schemas", Read("lower::types")),
    ("responses", Read("lower::responses")),
    ("parameters", Read("lower::parameters")),
    ("examples", Idle(EXAMPLES)),
    ("requestBodies", Read("lower::bodies")),
    ("headers", Read("lower::headers")),
    ("securitySchemes", Read("lower::clients")),
    (
        "links",
        Idle("what to do with an answer is the caller's choice"),
    ),
    ("callbacks", Unread(NO_CALLBACKS)),
];

pub(super) const PATH_ITEM: Table = &[
    ("$ref", Read("load::read::paths")),
    ("get", Read("lower::operations")),
    ("put", Read("lower::operations")),
    ("post", Read("lower::operations")),
    ("delete", Read("lower::operations")),
    ("options", Read("lower::inventory")),
    ("head", Read("lower::operations")),
    ("patch", Read("lower::operations")),
    ("trace", Read("lower::inventory")),
    ("summary", Idle("a path has no item of its own in code")),
    ("description", Idle("a path has no item of its own in code")),
    ("parameters", Read("lower::parameters")),
    ("servers", Read("lower::hosts")),
];

pub(super) const OPERATION: Table = &[
    ("tags", Idle("the group is part of the operationId")),
    ("summary", Read("lower::operations")),
    ("description", Read("lower::operations")),
    (
        "externalDocs",
        Idle("links lead to pages about the service, not the client"),
    ),
    ("operationId", Read("lower::groups")),
    ("parameters", Read("lower::parameters")),
    ("responses", Read("lower::responses")),
    ("deprecated", Read("lower::operations")),
    (
        "security",
        Idle("a client has one credential: the schemes that are defined tell which"),
    ),
];

pub(super) const SWAGGER_OPERATION: Table = &[
    ("consumes", Read("load::read::media")),
    ("produces", Read("load::read::media")),
    ("schemes", Unread("the scheme is that of the endpoint")),
];

pub(super) const OPENAPI_OPERATION: Table = &[
    ("requestBody", Read("lower::bodies")),
    ("callbacks", Unread(NO_CALLBACKS)),
    ("servers", Read("lower::hosts")),
];

/// What all parameters of Swagger 2.0 have.
pub(super) const SWAGGER_PARAMETER: Table = &[
    ("$ref", Read("load::read::parameters")),
    ("name", Read("lower::parameters")),
    ("in", Read("lower::parameters")),
    ("required", Read("lower::parameters")),
    (
        "allowEmptyValue",
        Idle("an empty value is sent as one wherever it is given"),
    ),
];

/// Outside of the standard, but its meaning is clear.
pub(super) const SWAGGER_PLAIN_PARAMETER: Table =
    &[("schema", Read("load::read::swagger_parameters"))];

pub(super) const SWAGGER_BODY: Table =
    &[("schema", Read("lower::bodies")), ("title", Idle(NO_NAME))];

pub(super) const SWAGGER_HEADER: Table = &[("$ref", Read("load::read::responses"))];

pub(super) const OPENAPI_PARAMETER: Table = &[
    ("name", Read("lower::parameters")),
    ("in", Read("lower::parameters")),
];

/// What parameters and headers of OpenAPI 3.0 have.
pub(super) const OPENAPI_VALUE: Table = &[
    ("$ref", Read("load::read::parameters")),
    ("description", Read("lower::parameters")),
    ("required", Read("lower::parameters")),
    (
        "deprecated",
        Idle("arguments and header fields carry no mark of their own"),
    ),
    (
        "allowEmptyValue",
        Idle("an empty value is sent as one wherever it is given"),
    ),
    ("style", Read("lower::parameters")),
    ("explode", Read("lower::parameters")),
    (
        "allowReserved",
        Idle("reserved characters are encoded, which every server reads alike"),
    ),
    ("schema", Read("lower::parameters")),
    ("content", Read("lower::parameters")),
    ("example", Idle(EXAMPLES)),
    ("examples", Idle(EXAMPLES)),
];

pub(super) const REQUEST_BODY: Table = &[
    ("$ref", Read("load::read::bodies")),
    ("description", Read("lower::bodies")),
    ("content", Read("lower::bodies")),
    ("required", Read("lower::bodies")),
];

pub(super) const RESPONSE: Table = &[
    ("$ref", Read("load::read::responses")),
    ("description", Read("lower::operations")),
    ("headers", Read("lower::headers")),
];

pub(super) const SWAGGER_RESPONSE: Table = &[
    ("schema", Read("lower::responses")),
    ("examples", Idle(EXAMPLES)),
];

pub(super) const OPENAPI_RESPONSE: Table = &[
    ("content", Read("lower::responses")),
    (
        "links",
        Idle("what to do with an answer is the caller's choice"),
    ),
];

pub(super) const MEDIA_TYPE: Table = &[
    ("schema", Read("lower::bodies, lower::responses")),
    ("example", Idle(EXAMPLES)),
    ("examples", Idle(EXAMPLES)),
    ("encoding", Read("lower::forms")),
];

pub(super) const ENCODING: Table = &[
    ("contentType", Read("lower::forms")),
    (
        "headers",
        Unread("parts of a form have no headers of their own"),
    ),
    ("style", Read("lower::forms")),
    ("explode", Read("lower::forms")),
    (
        "allowReserved",
        Idle("reserved characters are encoded, which means the same"),
    ),
];
