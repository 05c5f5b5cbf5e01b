//! Operations as text.
//!
//! In: an operation with its api-version, or a set of response headers.
//! Out: a block for each.
//! Never: prints the content of an example, only that it is there.

use super::types::ty;
use super::{Lines, spelled};
use crate::model::{
    ApiVersion, Body, Collection, FinalState, Form, HeaderSet, HeaderSubject, HttpMethod,
    LongRunning, MediaType, NextLink, Operation, Outcome, Paging, Parameter, ParameterLocation,
    ParameterSource, PathPiece, Payload, Polled, PolledState, Success, TypeTable,
};
use crate::name::Name;

/// One operation.
pub(super) fn operation(operation: &Operation, version: &ApiVersion, lines: &mut Lines) {
    let types = &version.types;
    let group = operation.group.and_then(|id| version.groups.get(id.0));
    let client = group.map_or(&version.client.name, |group| &group.client);
    lines.add(format!(
        "operation {}: {}::{}",
        operation.id,
        client.pascal(),
        operation.name.snake()
    ));
    lines.inside(|lines| {
        lines.add(format!("at {}", operation.place));
        lines.doc(&operation.doc);
        lines.add(format!("section: {}", operation.section.snake()));
        let path: String = operation.path.iter().map(path_piece).collect();
        let host = operation.host.as_deref().unwrap_or_default();
        lines.add(format!("{} {host}{path}", method(operation.method)));
        for one in &operation.parameters {
            parameter(one, types, lines);
        }
        if let Some(one) = &operation.body {
            body(one, types, lines);
        }
        match operation.form {
            Some(Form::UrlEncoded) => lines.add("form: in one line"),
            Some(Form::Multipart) => lines.add("form: in parts"),
            None => {}
        }
        success(&operation.success, version, lines);
        lines.add(format!("outcome: {}", outcome(&operation.outcome, types)));
        if let Some(error) = operation.error.and_then(|id| types.get(id)) {
            lines.add(format!("error: {}", error.name().pascal()));
        }
        for example in &operation.examples {
            lines.add(format!("example {}: {}", example.name, example.file));
        }
    });
}

/// One set of response headers.
pub(super) fn header_set(set: &HeaderSet, types: &TypeTable, lines: &mut Lines) {
    let subject = match &set.subject {
        HeaderSubject::Body(body) => ty(body, types),
        HeaderSubject::Text => "text".to_owned(),
        HeaderSubject::Marker(name) => format!("marker {}", name.pascal()),
        HeaderSubject::Stream(name) => format!("stream {}", name.pascal()),
    };
    lines.add(format!("headers {} of {subject}", set.name.pascal()));
    lines.inside(|lines| {
        for header in &set.headers {
            let name = spelled(&header.name, &header.name.snake());
            lines.add(format!("{name}: {}", ty(&header.ty, types)));
            lines.inside(|lines| lines.doc(&header.doc));
        }
    });
}

fn method(method: HttpMethod) -> &'static str {
    match method {
        HttpMethod::Delete => "DELETE",
        HttpMethod::Get => "GET",
        HttpMethod::Head => "HEAD",
        HttpMethod::Patch => "PATCH",
        HttpMethod::Post => "POST",
        HttpMethod::Put => "PUT",
    }
}

fn path_piece(piece: &PathPiece) -> String {
    match piece {
        PathPiece::Text(text) => text.clone(),
        PathPiece::Parameter(wire) => format!("{{{wire}}}"),
    }
}

fn parameter(parameter: &Parameter, types: &TypeTable, lines: &mut Lines) {
    let name = spelled(&parameter.name, &parameter.name.snake());
    let location = match parameter.location {
        ParameterLocation::Path => "path".to_owned(),
        ParameterLocation::PathVerbatim => "path, verbatim".to_owned(),
        ParameterLocation::QueryVerbatim => "query, verbatim".to_owned(),
        ParameterLocation::Query(list) => format!("query{}", collection(list)),
        ParameterLocation::Header(list) => format!("header{}", collection(list)),
        ParameterLocation::Form(list) => format!("form{}", collection(list)),
        ParameterLocation::FormJson => "form, as JSON".to_owned(),
    };
    let source = match &parameter.source {
        ParameterSource::Argument => "argument".to_owned(),
        ParameterSource::Option => "option".to_owned(),
        ParameterSource::Client(wire) => format!("`{wire}` of the client"),
        ParameterSource::ClientApiVersion => "api-version of the client".to_owned(),
        ParameterSource::Constant(value) => format!("always {value}"),
    };
    let ty = ty(&parameter.ty, types);
    lines.add(format!("parameter {name}: {ty}, {location}, {source}"));
    lines.inside(|lines| {
        lines.doc(&parameter.doc);
        for note in &parameter.notes {
            lines.add(format!("- {note}"));
        }
    });
}

fn collection(collection: Collection) -> &'static str {
    match collection {
        Collection::Comma => "",
        Collection::Space => " joined by spaces",
        Collection::Tab => " joined by tabs",
        Collection::Pipe => " joined by pipes",
        Collection::Repeated => " repeated",
    }
}

fn body(body: &Body, types: &TypeTable, lines: &mut Lines) {
    let name = spelled(&body.name, &body.name.snake());
    let need = if body.required {
        "required"
    } else {
        "optional"
    };
    let media_type = match &body.media_type {
        MediaType::Json(name) => format!("{name} (JSON)"),
        MediaType::Xml(name) => format!("{name} (XML)"),
        MediaType::Raw(name) => format!("{name} (raw)"),
    };
    lines.add(format!(
        "body {name}: {}, {media_type}, {need}",
        ty(&body.ty, types)
    ));
    lines.inside(|lines| {
        lines.doc(&body.doc);
        if !body.alternatives.is_empty() {
            lines.add(format!("or {}", body.alternatives.join(", ")));
        }
    });
}

fn success(success: &Success, version: &ApiVersion, lines: &mut Lines) {
    let codes: Vec<String> = success.codes.iter().map(u16::to_string).collect();
    let payload = match &success.payload {
        Payload::Nothing => "no body".to_owned(),
        Payload::Json(body) => ty(body, &version.types),
        Payload::Xml(body) => format!("{} (XML)", ty(body, &version.types)),
        Payload::Text => "text".to_owned(),
        Payload::Stream => "a stream of bytes".to_owned(),
        Payload::Raw => "raw bytes".to_owned(),
    };
    let set = success.headers.and_then(|id| version.headers.get(id.0));
    let headers = set.map(|set| format!(", headers {}", set.name.pascal()));
    lines.add(format!(
        "answers {}: {payload}{}",
        codes.join(", "),
        headers.unwrap_or_default()
    ));
    lines.add(format!("accept: {}", success.accept));
}

fn outcome(outcome: &Outcome, types: &TypeTable) -> String {
    match outcome {
        Outcome::Done => "done".to_owned(),
        Outcome::Paged(paging) => pages(paging, types),
        Outcome::LongRunning(LongRunning::ResourceManager {
            final_state,
            pages: list,
        }) => {
            let via = match final_state {
                FinalState::Default => "by the method's rule",
                FinalState::AzureAsyncOperation => "in the status monitor",
                FinalState::Location => "at Location",
                FinalState::OriginalUri => "at the original URL",
                FinalState::OperationLocation => "by Operation-Location",
                FinalState::OperationResult => "by Operation-Location, in its `result`",
            };
            let list = list
                .as_ref()
                .map(|list| format!(": {}", pages(list, types)));
            format!("long-running, result {via}{}", list.unwrap_or_default())
        }
        Outcome::LongRunning(LongRunning::Polled(polled)) => polled_outcome(polled, types),
    }
}

fn pages(paging: &Paging, types: &TypeTable) -> String {
    let next = match &paging.next_link {
        NextLink::Field(path) => format!("next link in {}", path.join(".")),
        NextLink::SinglePage => "a single page".to_owned(),
    };
    let base = paging.link_base.as_ref().map(|base| {
        let path: String = base.path.iter().map(path_piece).collect();
        format!(" behind {path} with {:?}", base.query)
    });
    let base = base.unwrap_or_default();
    format!("pages of {}, {next}{base}", ty(&paging.item, types))
}

fn polled_outcome(polled: &Polled, types: &TypeTable) -> String {
    let mut text = format!("long-running, asked by {}", polled.asked.operation);
    match &polled.state {
        PolledState::Model(state) => {
            text.push_str(&format!(
                ", by {}: done {:?}, failed {:?}, cancelled {:?}",
                fields(&state.property),
                state.succeeded,
                state.failed,
                state.canceled
            ));
            if let Some(waits) = &state.waits_for_caller {
                let field = fields(&waits.property);
                text.push_str(&format!(
                    ", waits for the caller at {field} {:?}",
                    waits.value
                ));
            }
        }
        PolledState::Status {
            accepted,
            unless_absent,
        } => {
            if !accepted.is_empty() {
                text.push_str(&format!(", accepted {accepted:?}"));
            }
            if let Some(property) = unless_absent {
                text.push_str(&format!(", unless {property} is absent"));
            }
        }
    }
    if !polled.pending.is_empty() {
        text.push_str(&format!(", pending {:?}", polled.pending));
    }
    let output = match &polled.output {
        Payload::Nothing => "nothing".to_owned(),
        Payload::Json(output) | Payload::Xml(output) => ty(output, types),
        Payload::Text => "text".to_owned(),
        Payload::Stream | Payload::Raw => "bytes".to_owned(),
    };
    let from = polled
        .result
        .as_ref()
        .map(|get| format!(" of {}", get.operation));
    format!("{text}, result {output}{}", from.unwrap_or_default())
}

fn fields(path: &[Name]) -> String {
    let names: Vec<String> = path.iter().map(Name::snake).collect();
    names.join(".")
}
