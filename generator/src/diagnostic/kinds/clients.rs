//! `A08xx`: clients.

use super::MEND;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::location::Place;

impl Diagnostics {
    /// The documents of one client name different hosts.
    pub fn hosts_differ(&mut self, place: &Place, first: &Place, used: &str) {
        self.push(
            Diagnostic::warning(
                "A0801",
                place,
                "the documents of one client name different hosts",
            )
            .related("host that is used", first)
            .done(format!("all requests go to `{used}`"))
            .help("make a service of its own of the documents with the other host"),
        );
    }

    /// No document says where the service is.
    pub fn no_host(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning("A0802", place, "no document says where the service is")
                .done("the constructor of the client takes the endpoint")
                .help(MEND),
        );
    }

    /// A security scheme that is neither OAuth2 nor a key, with no other beside it.
    pub fn credential_not_supported(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning("A0803", place, format!("the security scheme `{name}` is neither OAuth2 nor a key"))
                .done("clients take token credentials")
                .help("set what it wants with a policy in `ClientOptions`, or say in the manifest how requests are authorized"),
        );
    }

    /// A parameter of the client has different types in different operations.
    pub fn client_parameter_types_differ(&mut self, place: &Place, first: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0804",
                place,
                format!("the parameter `{name}` of the client has another type elsewhere"),
            )
            .related("first use", first)
            .done("here it is a parameter of the method")
            .help(MEND),
        );
    }

    /// The template of the host has a place that no parameter fills.
    pub fn missing_host_parameter(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0805",
                place,
                format!("the host has `{{{name}}}`, but there is no host parameter of that name"),
            )
            .done("it is a string that the constructor of the client takes")
            .help(MEND),
        );
    }

    /// The model contradicts itself, so that no code can be written: a fault of the generator.
    pub fn inconsistent_model(&mut self, place: &Place, what: &str) {
        self.push(
            Diagnostic::error(
                "A0890",
                place,
                format!("the client model contradicts itself: {what}"),
            )
            .help("this is a fault of the generator, not of the description: please report it"),
        );
    }
}
