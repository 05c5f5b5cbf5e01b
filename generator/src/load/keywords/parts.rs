//! Keywords of the small closed parts: information about the document, tags, servers, security, examples, links.

use super::Row::{Idle, Read};
use super::Table;

const AUTHORS: &str = "says whom the description is from, not what the client does";
const CREDENTIALS: &str = "the credential knows how to get its tokens";
const DOCUMENTATION: &str = "links lead to pages about the service, not the client";
const EXAMPLES: &str = "the examples that become tests are those of x-ms-examples";
const LINKS: &str = "what to do with an answer is the caller's choice";

pub(super) const INFO: Table = &[
    ("title", Read("lower::clients")),
    ("version", Read("lower::clients")),
    ("description", Read("lower::clients")),
    ("termsOfService", Idle(AUTHORS)),
    ("contact", Idle(AUTHORS)),
    ("license", Idle(AUTHORS)),
];

pub(super) const CONTACT: Table = &[
    ("name", Idle(AUTHORS)),
    ("url", Idle(AUTHORS)),
    ("email", Idle(AUTHORS)),
];

pub(super) const LICENSE: Table = &[("name", Idle(AUTHORS)), ("url", Idle(AUTHORS))];

pub(super) const TAG: Table = &[
    ("name", Read("lower::groups")),
    ("description", Read("lower::groups")),
    ("externalDocs", Idle(DOCUMENTATION)),
];

pub(super) const EXTERNAL_DOCS: Table = &[
    ("url", Idle(DOCUMENTATION)),
    ("description", Idle(DOCUMENTATION)),
];

pub(super) const SERVER: Table = &[
    ("url", Read("lower::hosts")),
    (
        "description",
        Idle("the client's documentation shows the address"),
    ),
    ("variables", Read("lower::hosts")),
];

pub(super) const SERVER_VARIABLE: Table = &[
    ("default", Read("lower::hosts")),
    ("description", Read("lower::hosts")),
    ("enum", Idle("services know which addresses they have")),
];

pub(super) const SWAGGER_SECURITY_SCHEME: Table = &[
    ("type", Read("lower::clients")),
    ("name", Read("load::read::security")),
    ("in", Read("load::read::security")),
    ("description", Idle(CREDENTIALS)),
    ("flow", Read("load::read::security")),
    ("authorizationUrl", Idle(CREDENTIALS)),
    ("tokenUrl", Idle(CREDENTIALS)),
    ("scopes", Read("lower::clients")),
];

pub(super) const OPENAPI_SECURITY_SCHEME: Table = &[
    ("type", Read("lower::clients")),
    ("name", Read("load::read::security")),
    ("in", Read("load::read::security")),
    ("description", Idle(CREDENTIALS)),
    ("scheme", Read("load::read::security")),
    ("bearerFormat", Idle(CREDENTIALS)),
    ("flows", Read("lower::clients")),
    ("openIdConnectUrl", Idle(CREDENTIALS)),
];

pub(super) const FLOWS: Table = &[
    ("implicit", Read("lower::clients")),
    ("password", Read("lower::clients")),
    ("clientCredentials", Read("lower::clients")),
    ("authorizationCode", Read("lower::clients")),
];

pub(super) const FLOW: Table = &[
    ("authorizationUrl", Idle(CREDENTIALS)),
    ("tokenUrl", Idle(CREDENTIALS)),
    ("refreshUrl", Idle(CREDENTIALS)),
    ("scopes", Read("lower::clients")),
];

pub(super) const EXAMPLE: Table = &[
    ("$ref", Idle(EXAMPLES)),
    ("summary", Idle(EXAMPLES)),
    ("description", Idle(EXAMPLES)),
    ("value", Idle(EXAMPLES)),
    ("externalValue", Idle(EXAMPLES)),
];

pub(super) const LINK: Table = &[
    ("$ref", Idle(LINKS)),
    ("operationRef", Idle(LINKS)),
    ("operationId", Idle(LINKS)),
    ("parameters", Idle(LINKS)),
    ("requestBody", Idle(LINKS)),
    ("description", Idle(LINKS)),
    ("server", Idle(LINKS)),
];
