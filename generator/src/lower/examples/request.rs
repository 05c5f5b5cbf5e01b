//! Works out the call of an example and the request that it must make.
//!
//! In: an operation and the values of an example.
//! Out: the values for the constructor, the arguments, the options and the body, and the expected request.
//! Never: shares code with the runtime, whose request it foretells.

use std::collections::BTreeMap;

use crate::lower::examples::bodies;
use crate::lower::examples::given::Given;
use crate::lower::examples::scalars::{Expected, Purpose};
use crate::lower::examples::values::{self, Fitted};
use crate::lower::examples::{endpoint, json, path};
use crate::model::{
    Argument, Body, Collection, ExampleBody, ExpectedRequest, HttpMethod, MediaType, Operation,
    Parameter, ParameterLocation, ParameterSource, PolledGet, RootClient, TypeTable,
};

/// A call and its request.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub constructor: Vec<Argument>,
    pub arguments: Vec<Argument>,
    pub options: Vec<Argument>,
    pub body: Option<ExampleBody>,
    pub request: ExpectedRequest,
}

/// Why an example is no call.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Fault {
    /// No value for this required parameter.
    Lacks(String),
    /// The value of this parameter, or the part of it at this pointer, is not what is expected.
    DoesNotFit(String, Expected),
}

/// The call that the example makes.
pub(super) fn call(
    operation: &Operation,
    client: &RootClient,
    types: &TypeTable,
    given: &Given<'_>,
) -> Result<Call, Fault> {
    let (mut constructor, base_path) = endpoint::fill(&client.endpoint, given);
    let base_path = operation
        .host
        .as_deref()
        .map_or(base_path, endpoint::path_of);
    let kept = of_client(operation, client, types, given)?;
    constructor.extend(kept.iter().map(|(wire, fitted)| Argument {
        wire: wire.clone(),
        value: fitted.literal.clone(),
    }));

    let mut sent: Vec<(&Parameter, Vec<String>)> = Vec::new();
    let mut arguments = Vec::new();
    let mut options = Vec::new();
    for parameter in &operation.parameters {
        let texts = match &parameter.source {
            ParameterSource::Constant(text) => {
                given.value(&parameter.name);
                vec![text.clone()]
            }
            ParameterSource::ClientApiVersion => {
                given.value(&parameter.name);
                client.api_version.iter().cloned().collect()
            }
            ParameterSource::Client(wire) => match kept.get(wire) {
                Some(fitted) => fitted.texts.clone(),
                None => continue,
            },
            ParameterSource::Argument | ParameterSource::Option => {
                let Some(fitted) = argument(parameter, types, given)? else {
                    continue;
                };
                let argument = Argument {
                    wire: parameter.name.wire().to_owned(),
                    value: fitted.literal,
                };
                let is_required = parameter.source == ParameterSource::Argument;
                if is_required {
                    &mut arguments
                } else {
                    &mut options
                }
                .push(argument);
                fitted.texts
            }
        };
        sent.push((parameter, texts));
    }
    let (body, sent_body) = body(operation.body.as_ref(), types, given)?;
    let request = expected(operation, &base_path, &sent, sent_body)?;
    Ok(Call {
        constructor,
        arguments,
        options,
        body,
        request,
    })
}

/// The GET of another operation that asks how this one stands: with the values of its path, and the api-version.
pub(super) fn question(
    operation: &Operation,
    get: &PolledGet,
    client: &RootClient,
    types: &TypeTable,
    given: &Given<'_>,
) -> Result<ExpectedRequest, Fault> {
    let mut question = Operation {
        method: HttpMethod::Get,
        path: get.path.clone(),
        body: None,
        form: None,
        ..operation.clone()
    };
    question
        .parameters
        .retain(|parameter| match parameter.location {
            ParameterLocation::Path | ParameterLocation::PathVerbatim => true,
            ParameterLocation::Query(_) | ParameterLocation::QueryVerbatim => {
                parameter.name.wire().eq_ignore_ascii_case("api-version")
            }
            ParameterLocation::Header(_)
            | ParameterLocation::Form(_)
            | ParameterLocation::FormJson => false,
        });
    question.success.accept = "application/json".to_owned();
    Ok(call(&question, client, types, given)?.request)
}

/// Values for the required parameters of the client, in its order. Optional ones are no part of the constructor and so of no example.
///
/// Where the operation does not use a parameter, examples leave it out; the constructor needs it all the same.
fn of_client(
    operation: &Operation,
    client: &RootClient,
    types: &TypeTable,
    given: &Given<'_>,
) -> Result<indexmap::IndexMap<String, Fitted>, Fault> {
    let mut kept = indexmap::IndexMap::new();
    for parameter in &client.parameters {
        let wire = parameter.name.wire();
        let value = given.value(&parameter.name);
        if !parameter.required {
            continue;
        }
        let is_used = operation
            .parameters
            .iter()
            .any(|used| used.source == ParameterSource::Client(wire.to_owned()));
        let fitted = match value {
            Some(value) => values::fit(value, &parameter.ty, types)
                .map_err(|expected| Fault::DoesNotFit(wire.to_owned(), expected))?,
            None if is_used => None,
            None => values::any(&parameter.ty, types),
        };
        kept.insert(
            wire.to_owned(),
            fitted.ok_or_else(|| Fault::Lacks(wire.to_owned()))?,
        );
    }
    Ok(kept)
}

fn argument(
    parameter: &Parameter,
    types: &TypeTable,
    given: &Given<'_>,
) -> Result<Option<Fitted>, Fault> {
    let wire = parameter.name.wire();
    let fitted = match given.value(&parameter.name) {
        Some(value) => values::fit(value, &parameter.ty, types)
            .map_err(|expected| Fault::DoesNotFit(wire.to_owned(), expected))?,
        None => None,
    };
    match (fitted, &parameter.source) {
        (None, ParameterSource::Argument) => Err(Fault::Lacks(wire.to_owned())),
        (fitted, _) => Ok(fitted),
    }
}

/// The body as the example has it, and as it goes over the wire.
fn body(
    body: Option<&Body>,
    types: &TypeTable,
    given: &Given<'_>,
) -> Result<(Option<ExampleBody>, Option<ExampleBody>), Fault> {
    let Some(body) = body else {
        return Ok((None, None));
    };
    let wire = body.name.wire();
    let Some(value) = given.body(&body.name) else {
        return if body.required {
            Err(Fault::Lacks(wire.to_owned()))
        } else {
            Ok((None, None))
        };
    };
    match &body.media_type {
        MediaType::Json(_) | MediaType::Xml(_) => {
            let sent = bodies::fit(value, &body.ty, types, Purpose::Send);
            let sent = sent.map_err(|misfit| {
                Fault::DoesNotFit(format!("{wire}{}", misfit.pointer), misfit.expected)
            })?;
            let sent = sent.ok_or_else(|| Fault::Lacks(wire.to_owned()))?;
            let body = match body.media_type {
                MediaType::Xml(_) => ExampleBody::Xml,
                MediaType::Json(_) | MediaType::Raw(_) => ExampleBody::Json,
            };
            Ok((Some(body(json(value))), Some(body(json(&sent)))))
        }
        MediaType::Raw(_) => {
            let text = value
                .as_str()
                .ok_or_else(|| Fault::DoesNotFit(wire.to_owned(), "text"))?;
            let raw = ExampleBody::Raw(text.to_owned());
            Ok((Some(raw.clone()), Some(raw)))
        }
    }
}

fn expected(
    operation: &Operation,
    base_path: &str,
    sent: &[(&Parameter, Vec<String>)],
    body: Option<ExampleBody>,
) -> Result<ExpectedRequest, Fault> {
    let in_path = |wire: &str| {
        let is_it = |parameter: &Parameter| {
            matches!(
                parameter.location,
                ParameterLocation::Path | ParameterLocation::PathVerbatim
            ) && parameter.name.wire() == wire
        };
        let (parameter, texts) = sent.iter().find(|(parameter, _)| is_it(parameter))?;
        // A list in the path is one segment.
        let text = joined(texts, Collection::Comma).pop()?;
        Some((text.into(), parameter.location))
    };
    let expanded = path::expand(&operation.path, in_path)
        .map_err(|(wire, expected)| Fault::DoesNotFit(wire, expected))?;
    let in_path = expanded.query;
    let mut query = in_path.clone();
    let mut fields = Vec::new();
    let mut headers: BTreeMap<String, String> =
        BTreeMap::from([("accept".to_owned(), operation.success.accept.clone())]);
    for (parameter, texts) in sent {
        let wire = parameter.name.wire().to_owned();
        match parameter.location {
            ParameterLocation::Path | ParameterLocation::PathVerbatim => {}
            // What the path says already is not said again.
            ParameterLocation::Query(collection) => query.extend(
                joined(texts, collection)
                    .into_iter()
                    .map(|text| (wire.clone(), text))
                    .filter(|pair| !in_path.contains(pair)),
            ),
            ParameterLocation::QueryVerbatim => {
                let pairs = texts.iter().map(|text| format!("{wire}={text}"));
                query.extend(pairs.flat_map(|text| path::pairs(&text)));
            }
            ParameterLocation::Header(collection) => {
                headers.extend(
                    joined(texts, collection)
                        .into_iter()
                        .map(|text| (wire.to_ascii_lowercase(), text)),
                );
            }
            ParameterLocation::Form(collection) => fields.extend(
                joined(texts, collection)
                    .into_iter()
                    .map(|text| (wire.clone(), text)),
            ),
            ParameterLocation::FormJson => {
                fields.extend(texts.iter().map(|text| (wire.clone(), text.clone())))
            }
        }
    }
    if let Some(described) = operation.body.as_ref().filter(|_| body.is_some()) {
        let content_type = headers.entry("content-type".to_owned());
        content_type.or_insert_with(|| described.media_type.name().to_owned());
    } else {
        headers.remove("content-type");
    }
    let form = (!fields.is_empty()).then_some(ExampleBody::Form(fields));
    query.sort();
    Ok(ExpectedRequest {
        path: format!("{base_path}{}", expanded.path),
        query,
        headers: headers.into_iter().collect(),
        body: body.or(form),
    })
}

/// The texts of one parameter: one, or each of its items.
fn joined(texts: &[String], collection: Collection) -> Vec<String> {
    let delimiter = match collection {
        Collection::Repeated => return texts.to_vec(),
        Collection::Comma => ",",
        Collection::Space => " ",
        Collection::Tab => "\t",
        Collection::Pipe => "|",
    };
    if texts.is_empty() {
        Vec::new()
    } else {
        vec![texts.join(delimiter)]
    }
}
