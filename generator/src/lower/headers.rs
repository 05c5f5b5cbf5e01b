//! Collects the typed headers of answers.
//!
//! In: the declared headers of operations' answers.
//! Out: one [`HeaderSet`] for each kind of answer: all operations whose answers have the same body share one.
//! Never: looks at bodies.

use std::collections::BTreeMap;

use openapiv3::{ParameterSchemaOrContent, ReferenceOr};

use crate::azure;
use crate::diagnostic::Diagnostics;
use crate::location::Place;
use crate::lower::context::Context;
use crate::lower::distinct::{Scope, Spelling};
use crate::lower::responses::Answer;
use crate::lower::{references, texts};
use crate::model::{Doc, Header, HeaderSet, HeaderSetId, HeaderSubject, Scalar, Type, TypeTable};
use crate::name::Name;

/// Declared headers by wire name in lower case, with their places.
pub(super) type Declared = BTreeMap<String, (Header, Place)>;

/// What a response has itself: a getter of that name could not be called.
const METHODS_OF_RESPONSES: &[&str] = &[
    "body",
    "deconstruct",
    "headers",
    "into_body",
    "into_model",
    "status",
    "to_raw_response",
];

/// The header sets of one api-version.
#[derive(Clone, Debug, Default)]
pub(super) struct HeaderSets {
    sets: Vec<(HeaderSubject, Declared)>,
}

/// The headers that the answers declare.
pub(super) fn declared<'a>(
    context: &mut Context<'a, '_>,
    answers: &[&Answer<'a>],
    hint: [&str; 2],
) -> Declared {
    let mut all = Declared::new();
    for answer in answers {
        for (wire, start) in &answer.response.headers {
            let place = answer.place.key("headers").key(wire);
            let Some(header) = header(context, wire, start, &place, hint) else {
                continue;
            };
            merge(&mut all, header, context.diagnostics);
        }
    }
    all
}

fn header<'a>(
    context: &mut Context<'a, '_>,
    wire: &str,
    start: &'a ReferenceOr<openapiv3::Header>,
    place: &Place,
    hint: [&str; 2],
) -> Option<(Header, Place)> {
    let Some(found) = references::header(context.specs, start, place) else {
        if let ReferenceOr::Reference { reference } = start {
            context
                .diagnostics
                .dangling_component(place, "header", reference);
        }
        return None;
    };
    let wire = wire.to_ascii_lowercase();
    let mut name = Name::from_wire(&wire);
    if let Some(preferred) = azure::client_name(&found.value.extensions) {
        name = name.preferring(preferred);
    }
    let ty = if wire == "etag" {
        Type::Scalar(Scalar::Etag)
    } else {
        ty(context, found.value, &wire, &found.place, hint)
    };
    let doc = Doc {
        summary: None,
        description: found.value.description.clone(),
    };
    Some((Header { name, ty, doc }, found.place))
}

/// A scalar or an enumeration; anything else has no getter but its text.
fn ty<'a>(
    context: &mut Context<'a, '_>,
    header: &'a openapiv3::Header,
    wire: &str,
    place: &Place,
    hint: [&str; 2],
) -> Type {
    let text = Type::Scalar(Scalar::String);
    let ParameterSchemaOrContent::Schema(schema) = &header.format else {
        context.diagnostics.header_has_parts(place, wire);
        return text;
    };
    let ty = context.types.type_of(
        schema,
        &place.key("schema"),
        &[hint[0], hint[1], wire],
        context.diagnostics,
    );
    texts::of_one(&context.types, ty).unwrap_or_else(|| {
        context.diagnostics.header_has_parts(place, wire);
        text
    })
}

fn merge(all: &mut Declared, (header, place): (Header, Place), diagnostics: &mut Diagnostics) {
    let wire = header.name.wire().to_owned();
    match all.get_mut(&wire) {
        None => {
            all.insert(wire, (header, place));
        }
        Some((kept, first)) if kept.ty != header.ty => {
            diagnostics.header_types_differ(&place, first, &wire);
            kept.ty = Type::Scalar(Scalar::String);
        }
        Some(_) => {}
    }
}

impl HeaderSets {
    /// Adds an operation's headers to the set of its answers; `None` when it has none.
    pub fn add(
        &mut self,
        subject: HeaderSubject,
        declared: Declared,
        diagnostics: &mut Diagnostics,
    ) -> Option<HeaderSetId> {
        if declared.is_empty() {
            return None;
        }
        let position = self.sets.iter().position(|(known, _)| *known == subject);
        let index = position.unwrap_or_else(|| {
            self.sets.push((subject, Declared::new()));
            self.sets.len() - 1
        });
        let (_, all) = self.sets.get_mut(index)?;
        for header in declared.into_values() {
            merge(all, header, diagnostics);
        }
        Some(HeaderSetId(index))
    }

    /// All sets. Their names are distinct from those in `taken`, which are the names of all types of the api-version.
    pub fn finish(self, types: &TypeTable, taken: &mut Scope) -> Vec<HeaderSet> {
        let sets = self.sets.into_iter();
        sets.map(|(subject, declared)| {
            let name = taken.claim(Name::from_wire(&format!(
                "{}Headers",
                subject_name(&subject, types)
            )));
            HeaderSet {
                name,
                subject,
                headers: getters(declared),
            }
        })
        .collect()
    }
}

/// The headers with distinct getters.
fn getters(declared: Declared) -> Vec<Header> {
    let mut scope = Scope::new(Spelling::Snake, [""; 0]);
    let headers = declared.into_values().map(|(mut header, _)| {
        let snake = header.name.snake();
        if METHODS_OF_RESPONSES.contains(&snake.as_str()) {
            header.name = header.name.preferring(&format!("{snake}_header"));
        }
        header.name = scope.claim(header.name);
        header
    });
    headers.collect()
}

fn subject_name(subject: &HeaderSubject, types: &TypeTable) -> String {
    match subject {
        HeaderSubject::Body(ty) => type_name(ty, types),
        HeaderSubject::Text => "Text".to_owned(),
        HeaderSubject::Marker(name) | HeaderSubject::Stream(name) => name.pascal(),
    }
}

fn type_name(ty: &Type, types: &TypeTable) -> String {
    match ty {
        Type::Scalar(scalar) => format!("{scalar:?}"),
        Type::Named(id) => match types.get(*id) {
            Some(definition) => definition.name().pascal(),
            None => "Unknown".to_owned(),
        },
        Type::List(item) => format!("{}List", type_name(item, types)),
        Type::Map(value) => format!("{}Map", type_name(value, types)),
        Type::Any => "Json".to_owned(),
    }
}
