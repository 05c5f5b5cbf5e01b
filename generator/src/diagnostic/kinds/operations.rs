//! `A05xx`: operations, parameters, responses.

use super::MEND;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::location::Place;

impl Diagnostics {
    /// A reference to a parameter leads to nothing.
    pub fn dangling_parameter(&mut self, place: &Place, reference: &str) {
        self.push(
            Diagnostic::warning(
                "A0501",
                place,
                format!("there is no parameter `{reference}`"),
            )
            .done("the parameter is left out")
            .help(MEND),
        );
    }

    /// A reference to a response leads to nothing.
    pub fn dangling_response(&mut self, place: &Place, reference: &str) {
        self.push(
            Diagnostic::warning(
                "A0502",
                place,
                format!("there is no response `{reference}`"),
            )
            .done("the response is read as one without a body")
            .help(MEND),
        );
    }

    /// A reference to a request body or a header leads to nothing; `what` says to which.
    pub fn dangling_component(&mut self, place: &Place, what: &str, reference: &str) {
        self.push(
            Diagnostic::warning("A0503", place, format!("there is no {what} `{reference}`"))
                .done(format!("the {what} is left out"))
                .help(MEND),
        );
    }

    /// A media type that has no serialization here.
    pub fn media_type_not_supported(&mut self, place: &Place, media_type: &str) {
        self.push(
            Diagnostic::warning(
                "A0504",
                place,
                format!("the media type `{media_type}` is not supported"),
            )
            .done("the body is sent or read as bytes")
            .help("serialize the content yourself"),
        );
    }

    /// A form whose schema names no field.
    pub fn form_without_fields(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning("A0541", place, "the form has no fields")
                .done("it is bytes that the caller writes")
                .help("describe its fields as `properties` of an object"),
        );
    }

    /// A media type that the table of media types does not have.
    pub fn unknown_media_type(&mut self, place: &Place, media_type: &str) {
        self.push(
            Diagnostic::warning("A0540", place, format!("unknown media type `{media_type}`"))
                .done("the body is sent or read as bytes")
                .help("check its spelling, or add it to the table of media types"),
        );
    }

    /// A parameter occurs twice in one operation, with the same name and location.
    pub fn parameter_twice(&mut self, place: &Place, first: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0505",
                place,
                format!("the parameter `{name}` is declared twice"),
            )
            .related("first use", first)
            .done("the first is kept")
            .help(MEND),
        );
    }

    /// The path has a template that no parameter fills.
    pub fn missing_path_parameter(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0506",
                place,
                format!("the path has `{{{name}}}`, but there is no path parameter of that name"),
            )
            .done("it is a required string argument")
            .help(MEND),
        );
    }

    /// A path parameter that the path has no template for.
    pub fn path_parameter_not_in_path(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0507",
                place,
                format!("the path parameter `{name}` does not occur in the path"),
            )
            .done("the parameter is left out")
            .help(MEND),
        );
    }

    /// An operation without an operationId.
    pub fn no_operation_id(&mut self, place: &Place, named: &str) {
        self.push(
            Diagnostic::warning("A0508", place, "the operation has no operationId")
                .done(format!("it is named `{named}`"))
                .help(MEND),
        );
    }

    /// An operation that cannot be written: `reason` completes "the operation `…`".
    pub fn operation_not_supported(&mut self, place: &Place, id: &str, reason: &str) {
        self.push(
            Diagnostic::warning("A0509", place, format!("the operation `{id}` {reason}"))
                .done("the operation is left out")
                .help(MEND),
        );
    }

    /// A list in pages whose response has no list: `reason` says what is missing.
    ///
    /// `done`: what the operation is instead.
    pub fn not_pageable(&mut self, place: &Place, reason: &str, done: &str) {
        self.push(
            Diagnostic::warning(
                "A0510",
                place,
                format!("`x-ms-pageable` does not fit: {reason}"),
            )
            .done(done)
            .help(MEND),
        );
    }

    /// An extension has a value that it may not have.
    pub fn extension_value(&mut self, place: &Place, extension: &str, expected: &str) {
        self.push(
            Diagnostic::warning(
                "A0511",
                place,
                format!("the value of `{extension}` is not {expected}"),
            )
            .done("the extension is left out")
            .help(MEND),
        );
    }

    /// A parameter of the operation is a cookie.
    pub fn cookie_parameter(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0512",
                place,
                format!("the parameter `{name}` is a cookie"),
            )
            .done("the parameter is left out")
            .help(MEND),
        );
    }

    /// A path, query or header parameter is an object, or a list of such.
    pub fn parameter_has_parts(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0513",
                place,
                format!("the parameter `{name}` has parts, and nothing says how they become text"),
            )
            .done("it is a string that the caller writes")
            .help(MEND),
        );
    }

    /// The path spells a parameter with other case than its declaration.
    pub fn path_parameter_case(&mut self, place: &Place, written: &str, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0514",
                place,
                format!("the path has `{{{written}}}`, the parameter is `{name}`"),
            )
            .done("they are taken as one")
            .help(MEND),
        );
    }

    /// A request body without any content.
    pub fn body_without_content(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning("A0515", place, "nothing says what the body is")
                .done("it is free JSON")
                .help(MEND),
        );
    }

    /// Answers of one operation have bodies of different types.
    pub fn answers_differ(&mut self, place: &Place, codes: &[u16]) {
        self.push(
            Diagnostic::warning(
                "A0516",
                place,
                format!(
                    "the answers {} have bodies of different types",
                    numbers(codes)
                ),
            )
            .done("the body is free JSON")
            .help("read the body as the model of the status at hand"),
        );
    }

    /// No answer is described except errors and `default`.
    pub fn no_success_answer(&mut self, place: &Place, codes: &[u16]) {
        self.push(
            Diagnostic::warning(
                "A0517",
                place,
                "no answer is described that is not an error",
            )
            .done(format!("{} are taken as such", numbers(codes)))
            .help(MEND),
        );
    }

    /// A header has different types in operations whose answers have one body.
    pub fn header_types_differ(&mut self, place: &Place, first: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0518",
                place,
                format!(
                    "the header `{name}` has another type in another operation with the same body"
                ),
            )
            .related("first use", first)
            .done("it is a string")
            .help(MEND),
        );
    }

    /// A response header is an object or a list.
    pub fn header_has_parts(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0519",
                place,
                format!("the header `{name}` has parts, and nothing says how they become text"),
            )
            .done("it is a string")
            .help(MEND),
        );
    }

    /// `nextLinkName` names a property that the page has not.
    pub fn next_link_missing(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0520",
                place,
                format!("the page has no property `{name}` for the URL of the next one"),
            )
            .done("there is one page")
            .help(MEND),
        );
    }

    /// An operation is paged, and another operation says its state.
    pub fn paged_and_polled(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning(
                "A0521",
                place,
                "the operation is paged, and another operation says how it stands",
            )
            .done("it is long-running, and its result is one page")
            .help(MEND),
        );
    }

    /// The result of a long-running operation is not JSON.
    pub fn long_running_bytes(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning(
                "A0522",
                place,
                "the result of the long-running operation is not JSON",
            )
            .done("it is a plain method that gives the first answer")
            .help(MEND),
        );
    }

    /// A path parameter is optional where the path needs it.
    pub fn optional_path_parameter(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0523",
                place,
                format!("the path needs the parameter `{name}`, which is not required"),
            )
            .done("it is required")
            .help("only a parameter of the method that is the whole last segment of its path can be optional"),
        );
    }

    /// How another operation says the state does not fit the description; `reason` says why.
    pub fn polling_does_not_fit(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::warning(
                "A0524",
                place,
                format!("`x-armature-polling` does not fit: {reason}"),
            )
            .done("the extension is left out")
            .help("mend the extension: it stands in the description or in an overlay"),
        );
    }

    /// A body in XML is nothing that can be a document.
    pub fn xml_no_document(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning(
                "A0526",
                place,
                "the body is XML, but neither an object nor a list of objects with one name",
            )
            .done("the body is sent or read as bytes")
            .help(MEND),
        );
    }

    /// A body in XML is called otherwise than its type, which has one name as a document.
    pub fn xml_root_differs(&mut self, place: &Place, name: &str, root: &str) {
        self.push(
            Diagnostic::warning(
                "A0525",
                place,
                format!("the body is `<{name}>` here, and `<{root}>` where its type is described"),
            )
            .done(format!("it is sent as `<{root}>`"))
            .help(MEND),
        );
    }
}

/// `200, 201`
fn numbers(codes: &[u16]) -> String {
    let codes: Vec<String> = codes.iter().map(u16::to_string).collect();
    codes.join(", ")
}
