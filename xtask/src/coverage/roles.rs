//! Which member of which piece holds what, in Swagger 2.0 and OpenAPI 3.0 alike.

use armature_codegen::ledger::Piece;

/// How a value is to be walked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// An object with keywords.
    One(Piece),
    /// A list of such.
    Each(Piece),
    /// An object whose keys are names.
    Named(Piece),
    /// The same, and there may be extensions among the names.
    NamedAndExtensions(Piece),
    /// The names are media types.
    Content,
    /// A list of media types.
    MediaTypes,
    /// An object of objects whose keys are paths.
    Callbacks,
    /// `x-ms-parameterized-host`.
    Host,
    /// A text, a number, an example, a default: no part of the description.
    Data,
}

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The role of a member.
pub fn of(piece: Piece, key: &str) -> Role {
    use Piece as P;
    use Role::{Callbacks, Content, Each, Host, MediaTypes, Named, NamedAndExtensions, One};
    match (piece, key) {
        (P::Document, "paths" | "x-ms-paths") => NamedAndExtensions(P::PathItem),
        (P::Document, "x-ms-parameterized-host") => Host,
        (P::Document, "info") => One(P::Info),
        (P::Document, "tags") => Each(P::Tag),
        (P::Document, "definitions") | (P::Components, "schemas") => Named(P::Schema),
        (P::Document | P::Components, "parameters") => Named(P::Parameter),
        (P::Document | P::Components, "responses") => Named(P::Response),
        (P::Document, "securityDefinitions") | (P::Components, "securitySchemes") => {
            Named(P::SecurityScheme)
        }
        (P::Document, "components") => One(P::Components),
        (P::Components, "requestBodies") => Named(P::RequestBody),
        (P::Components | P::Response | P::Encoding, "headers") => Named(P::Header),
        (P::Components | P::Response, "links") => Named(P::Link),
        (P::Components, "callbacks") => Callbacks,
        (P::Document | P::Operation, "consumes" | "produces") => MediaTypes,
        (P::Document | P::PathItem | P::Operation, "servers") => Each(P::Server),
        (P::Document | P::Operation | P::Tag | P::Schema, "externalDocs") => One(P::ExternalDocs),
        (P::Info, "contact") => One(P::Contact),
        (P::Info, "license") => One(P::License),
        (P::Server, "variables") => Named(P::ServerVariable),
        (P::Link, "server") => One(P::Server),
        (P::SecurityScheme, "flows") => One(P::Flows),
        (P::Flows, _) => One(P::Flow),
        (P::PathItem, method) if METHODS.contains(&method) => One(P::Operation),
        (P::PathItem | P::Operation, "parameters") => Each(P::Parameter),
        (P::Operation, "responses") => NamedAndExtensions(P::Response),
        (P::Operation, "requestBody") => One(P::RequestBody),
        (P::Operation, "callbacks") => Callbacks,
        (P::RequestBody | P::Response | P::Parameter | P::Header, "content") => Content,
        (P::MediaType, "encoding") => Named(P::Encoding),
        _ => of_value(piece, key),
    }
}

/// Members about values: schemas, and what stands beside a parameter's or header's type.
fn of_value(piece: Piece, key: &str) -> Role {
    use Piece as P;
    use Role::{Data, Each, Named, One};
    let has_type = matches!(
        piece,
        P::Schema | P::Parameter | P::BodyParameter | P::FormField | P::Header
    );
    match (piece, key) {
        (_, "items") if has_type => One(P::Schema),
        (_, "schema") if has_type => One(P::Schema),
        (P::Response | P::MediaType, "schema") => One(P::Schema),
        (P::Schema, "additionalProperties" | "not") => One(P::Schema),
        (P::Schema, "properties") => Named(P::Schema),
        (P::Schema, "allOf" | "oneOf" | "anyOf") => Each(P::Schema),
        (P::Schema, "discriminator") => One(P::Discriminator),
        (P::Schema, "xml") => One(P::Xml),
        _ => Data,
    }
}
