//! Warns of media types that nobody has decided about.
//!
//! In: the operations of an api-version.
//! Out: one warning for each unknown media type, where it is met first.
//! Never: decides how content is read.

use std::collections::BTreeSet;

use openapiv3::MediaType;

use crate::diagnostic::Diagnostics;
use crate::load::SpecSet;
use crate::location::Place;
use crate::lower::inventory::Described;
use crate::lower::{media_types, references};

/// Looks at the bodies and answers of all operations.
pub(super) fn report(specs: &SpecSet, described: &[Described<'_>], diagnostics: &mut Diagnostics) {
    let mut warned: BTreeSet<String> = BTreeSet::new();
    for (content, place) in described.iter().flat_map(|one| contents(specs, one)) {
        for name in content.keys() {
            if media_types::treatment(name).is_none() && warned.insert(name.clone()) {
                diagnostics.unknown_media_type(&place.key("content").key(name), name);
            }
        }
    }
}

type Content = indexmap::IndexMap<String, MediaType>;

/// The content of an operation's body and of its answers, with their places.
fn contents<'a>(specs: &'a SpecSet, described: &Described<'a>) -> Vec<(&'a Content, Place)> {
    let operation = described.operation;
    let place = described.place.key("requestBody");
    let body = operation
        .request_body
        .as_ref()
        .and_then(|start| references::body(specs, start, &place))
        .map(|found| (&found.value.content, found.place));
    let place = described.place.key("responses");
    let responses = operation.responses.responses.iter();
    let answers = responses
        .map(|(status, start)| (start, place.key(&status.to_string())))
        .chain(
            operation
                .responses
                .default
                .iter()
                .map(|start| (start, place.key("default"))),
        )
        .filter_map(|(start, place)| references::response(specs, start, &place))
        .map(|found| (&found.value.content, found.place));
    body.into_iter().chain(answers).collect()
}
