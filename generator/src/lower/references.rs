//! Follows references to parameters, bodies, responses and headers.
//!
//! In: an element or a reference to one, and where it stands.
//! Out: the element and where it is described.
//! Never: follows references to schemas (that is for `types`); runs in circles.

use openapiv3::{Header, Parameter, ReferenceOr, RequestBody, Response};

use crate::azure::parameter::Described;
use crate::load::{Found, SpecSet};
use crate::location::Place;

/// How many references may lead from one to the next. Real descriptions need two; a circle never ends.
const LONGEST_CHAIN: usize = 16;

/// An element with the place of its description.
#[derive(Clone, Debug)]
pub(super) struct Resolved<'a, T> {
    /// The element.
    pub value: &'a T,
    /// Where it is described.
    pub place: Place,
    /// Whether a reference led here.
    pub described: Described,
}

/// A parameter; `None` when its reference leads nowhere.
pub(super) fn parameter<'a>(
    specs: &'a SpecSet,
    start: &'a ReferenceOr<Parameter>,
    place: &Place,
) -> Option<Resolved<'a, Parameter>> {
    follow(start, place, |reference| specs.parameter(reference))
}

/// A request body.
pub(super) fn body<'a>(
    specs: &'a SpecSet,
    start: &'a ReferenceOr<RequestBody>,
    place: &Place,
) -> Option<Resolved<'a, RequestBody>> {
    follow(start, place, |reference| specs.request_body(reference))
}

/// A response.
pub(super) fn response<'a>(
    specs: &'a SpecSet,
    start: &'a ReferenceOr<Response>,
    place: &Place,
) -> Option<Resolved<'a, Response>> {
    follow(start, place, |reference| specs.response(reference))
}

/// A response header.
pub(super) fn header<'a>(
    specs: &'a SpecSet,
    start: &'a ReferenceOr<Header>,
    place: &Place,
) -> Option<Resolved<'a, Header>> {
    follow(start, place, |reference| specs.header(reference))
}

fn follow<'a, T>(
    start: &'a ReferenceOr<T>,
    place: &Place,
    lookup: impl Fn(&str) -> Option<Found<'a, T>>,
) -> Option<Resolved<'a, T>> {
    let mut at = start;
    let mut place = place.clone();
    let mut described = Described::Locally;
    for _ in 0..LONGEST_CHAIN {
        match at {
            ReferenceOr::Item(value) => {
                return Some(Resolved {
                    value,
                    place,
                    described,
                });
            }
            ReferenceOr::Reference { reference } => {
                let found = lookup(reference)?;
                at = found.value;
                place = found.place;
                described = Described::Globally;
            }
        }
    }
    None
}
