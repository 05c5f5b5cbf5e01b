//! What a client sends without being told, though examples have it among the arguments.
//!
//! In: the name of an argument. Out: whether it is none.
//! Never: takes a parameter that the caller has to give for one of these.

use crate::operation::{Operation, Parameter};

/// Headers. Swagger leaves the first three to other keywords; the others name the request, or ask for its name in the answer.
const HEADERS: [&str; 6] = [
    "accept",
    "content-type",
    "authorization",
    "client-request-id",
    "x-ms-client-request-id",
    "return-client-request-id",
];

/// Whether a header is one that every client sends by itself.
pub fn is_header(name: &str) -> bool {
    HEADERS.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether a parameter is such a header. `Content-Type` is none where the caller chooses it.
pub fn is_parameter(operation: &Operation<'_>, parameter: &Parameter<'_>) -> bool {
    let is_chosen = || {
        parameter.name.eq_ignore_ascii_case("content-type") && operation.lets_choose_media_type()
    };
    parameter.is_of_the_pipeline() && !is_chosen()
}

/// Whether an argument is such a header, or a credential.
pub fn is_argument(operation: &Operation<'_>, name: &str) -> bool {
    let mut known = operation.parameters.iter();
    if let Some(parameter) = known.find(|known| known.name == name) {
        return is_parameter(operation, parameter);
    }
    let mut keys = operation.keys.iter();
    is_header(name) || keys.any(|key| key.eq_ignore_ascii_case(name))
}
