//! The ledger of keywords: every word of Swagger 2.0, OpenAPI 3.0 and JSON Schema, by the piece of a description that it stands in.
//!
//! In: a piece, the language of its file and a keyword.
//! Out: its row in the tables; none for a word that the standards do not have there, which is worth a warning.
//! Never: looks at values.
//!
//! The readers check every object that they read against these tables, so a keyword without a row cannot be passed over.

mod parts;
mod pieces;
mod schema;

use super::dialect::Dialect;
use crate::treatment::Treatment;

/// The kinds of objects with keywords that descriptions are made of.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Piece {
    /// The root of a file.
    Document,
    /// `info`.
    Info,
    /// `info.contact`.
    Contact,
    /// `info.license`.
    License,
    /// An element of `tags` at the root.
    Tag,
    /// `externalDocs`.
    ExternalDocs,
    /// `components` of OpenAPI 3.0.
    Components,
    /// A server of OpenAPI 3.0.
    Server,
    /// A variable in a server's address.
    ServerVariable,
    /// A security scheme.
    SecurityScheme,
    /// `flows` of a security scheme of OpenAPI 3.0.
    Flows,
    /// One of these flows.
    Flow,
    /// A path with its operations.
    PathItem,
    /// An operation.
    Operation,
    /// A parameter in path, query, header or cookie.
    Parameter,
    /// A parameter of Swagger 2.0 that is the body.
    BodyParameter,
    /// A parameter of Swagger 2.0 that is a field of a form.
    FormField,
    /// A request body of OpenAPI 3.0.
    RequestBody,
    /// A response.
    Response,
    /// A header of a response.
    Header,
    /// What stands below a media type in OpenAPI 3.0.
    MediaType,
    /// How a field of a form is encoded in OpenAPI 3.0.
    Encoding,
    /// An example of OpenAPI 3.0.
    Example,
    /// A link of OpenAPI 3.0.
    Link,
    /// A schema.
    Schema,
    /// `discriminator` of OpenAPI 3.0.
    Discriminator,
    /// `xml` of a schema.
    Xml,
}

impl Piece {
    /// What it is called in messages: `a schema`.
    pub fn spoken(self) -> &'static str {
        match self {
            Self::Document => "a description",
            Self::Info => "information about a description",
            Self::Contact => "a contact",
            Self::License => "a licence",
            Self::Tag => "a tag",
            Self::ExternalDocs => "a link to documentation",
            Self::Components => "a set of components",
            Self::Server => "a server",
            Self::ServerVariable => "a server variable",
            Self::SecurityScheme => "a security scheme",
            Self::Flows => "a set of flows",
            Self::Flow => "a flow",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::Parameter => "a parameter",
            Self::BodyParameter => "a body",
            Self::FormField => "a form field",
            Self::RequestBody => "a request body",
            Self::Response => "a response",
            Self::Header => "a header",
            Self::MediaType => "a media type",
            Self::Encoding => "an encoding",
            Self::Example => "an example",
            Self::Link => "a link",
            Self::Schema => "a schema",
            Self::Discriminator => "a discriminator",
            Self::Xml => "an XML form",
        }
    }

    /// The tables of its keywords, in one language.
    fn tables(self, dialect: Dialect) -> &'static [Table] {
        match dialect {
            Dialect::Swagger2 => self.swagger(),
            Dialect::OpenApi3 => self.openapi(),
        }
    }

    fn swagger(self) -> &'static [Table] {
        match self {
            Self::Document => &[pieces::DOCUMENT, pieces::SWAGGER_DOCUMENT],
            Self::SecurityScheme => &[parts::SWAGGER_SECURITY_SCHEME],
            Self::Operation => &[pieces::OPERATION, pieces::SWAGGER_OPERATION],
            Self::Parameter => &[
                pieces::SWAGGER_PARAMETER,
                pieces::SWAGGER_PLAIN_PARAMETER,
                schema::VALUE,
            ],
            Self::BodyParameter => &[
                pieces::SWAGGER_PARAMETER,
                pieces::SWAGGER_BODY,
                schema::VALUE,
            ],
            Self::FormField => &[pieces::SWAGGER_PARAMETER, schema::VALUE],
            Self::Response => &[pieces::RESPONSE, pieces::SWAGGER_RESPONSE],
            Self::Header => &[pieces::SWAGGER_HEADER, schema::VALUE],
            both => both.of_both(),
        }
    }

    fn openapi(self) -> &'static [Table] {
        match self {
            Self::Document => &[pieces::DOCUMENT, pieces::OPENAPI_DOCUMENT],
            Self::SecurityScheme => &[parts::OPENAPI_SECURITY_SCHEME],
            Self::Operation => &[pieces::OPERATION, pieces::OPENAPI_OPERATION],
            Self::Parameter => &[pieces::OPENAPI_PARAMETER, pieces::OPENAPI_VALUE],
            Self::Response => &[pieces::RESPONSE, pieces::OPENAPI_RESPONSE],
            Self::Header => &[pieces::OPENAPI_VALUE],
            both => both.of_both(),
        }
    }

    /// Pieces that have the same keywords in both languages, or are of one language only.
    fn of_both(self) -> &'static [Table] {
        match self {
            Self::Info => &[parts::INFO],
            Self::Contact => &[parts::CONTACT],
            Self::License => &[parts::LICENSE],
            Self::Tag => &[parts::TAG],
            Self::ExternalDocs => &[parts::EXTERNAL_DOCS],
            Self::Components => &[pieces::COMPONENTS],
            Self::Server => &[parts::SERVER],
            Self::ServerVariable => &[parts::SERVER_VARIABLE],
            Self::Flows => &[parts::FLOWS],
            Self::Flow => &[parts::FLOW],
            Self::PathItem => &[pieces::PATH_ITEM],
            Self::RequestBody => &[pieces::REQUEST_BODY],
            Self::MediaType => &[pieces::MEDIA_TYPE],
            Self::Encoding => &[pieces::ENCODING],
            Self::Example => &[parts::EXAMPLE],
            Self::Link => &[parts::LINK],
            Self::Schema => &[schema::VALUE, schema::SCHEMA],
            Self::Discriminator => &[schema::DISCRIMINATOR],
            Self::Xml => &[schema::XML],
            _ => &[],
        }
    }
}

/// What is done about a keyword.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Row {
    /// It changes what is generated. Names the module that reads it.
    Read(&'static str),
    /// It says nothing that a client could do something with. No warning: descriptions have it by the dozen.
    Idle(&'static str),
    /// A client could do something with it and this one does not, which is worth a warning.
    Unread(&'static str),
}

type Table = &'static [(&'static str, Row)];

/// The row of a keyword; `None` for a word that the standard does not have there.
pub(super) fn row(piece: Piece, dialect: Dialect, keyword: &str) -> Option<Row> {
    let rows = piece.tables(dialect).iter().copied().flatten();
    rows.into_iter()
        .find(|(known, _)| *known == keyword)
        .map(|(_, row)| *row)
}

/// What becomes of a keyword; `None` for an unknown one, which is a warning.
pub fn treatment(piece: Piece, dialect: Dialect, keyword: &str) -> Option<Treatment> {
    row(piece, dialect, keyword).map(|row| match row {
        Row::Read(module) => Treatment::Handled(module),
        Row::Idle(reason) | Row::Unread(reason) => Treatment::Ignored(reason),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const ALL: &[Piece] = &[
        Piece::Document,
        Piece::Info,
        Piece::Contact,
        Piece::License,
        Piece::Tag,
        Piece::ExternalDocs,
        Piece::Components,
        Piece::Server,
        Piece::ServerVariable,
        Piece::SecurityScheme,
        Piece::Flows,
        Piece::Flow,
        Piece::PathItem,
        Piece::Operation,
        Piece::Parameter,
        Piece::BodyParameter,
        Piece::FormField,
        Piece::RequestBody,
        Piece::Response,
        Piece::Header,
        Piece::MediaType,
        Piece::Encoding,
        Piece::Example,
        Piece::Link,
        Piece::Schema,
        Piece::Discriminator,
        Piece::Xml,
    ];

    #[test]
    fn no_keyword_has_two_rows_in_a_piece() {
        for piece in ALL {
            for dialect in [Dialect::Swagger2, Dialect::OpenApi3] {
                let mut seen = BTreeSet::new();
                for (keyword, _) in piece.tables(dialect).iter().copied().flatten() {
                    assert!(seen.insert(keyword), "{piece:?}: {keyword}");
                }
            }
        }
    }

    #[test]
    fn what_is_read_is_read_by_a_module_that_there_is() {
        let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let tables = ALL
            .iter()
            .flat_map(|piece| [piece.swagger(), piece.openapi()].concat());
        let extensions = crate::azure::ledger::LEDGER.iter().map(|(_, row)| *row);
        let keywords = tables.flatten().filter_map(|(_, row)| match row {
            Row::Read(modules) => Some(Treatment::Handled(modules)),
            Row::Idle(_) | Row::Unread(_) => None,
        });
        for treatment in extensions.chain(keywords) {
            let Treatment::Handled(modules) = treatment else {
                continue;
            };
            for module in modules.split(", ") {
                let file = format!("{}.rs", module.replace("::", "/"));
                assert!(source.join(&file).is_file(), "there is no {file}");
            }
        }
    }

    #[test]
    fn the_languages_differ() {
        let known = |dialect, keyword| row(Piece::Operation, dialect, keyword).is_some();
        assert!(known(Dialect::Swagger2, "consumes") && !known(Dialect::OpenApi3, "consumes"));
        assert!(known(Dialect::OpenApi3, "requestBody"));
        assert!(!known(Dialect::Swagger2, "requestBody"));
        assert_eq!(row(Piece::Schema, Dialect::OpenApi3, "const"), None);
    }
}
