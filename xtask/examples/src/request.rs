//! The request that an example stands for.
//!
//! In: an operation and an example. Out: an [`Expected`] request; what differs from it in one that was sent.
//! Never: asks the client how it would spell something.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::compare::{Rules, compare};
use crate::example::{parameters, without_nulls};
use crate::formats::same;
use crate::host;
use crate::operation::{Operation, Parameter, Within};
use crate::sample;
use crate::sent_anyway;
use crate::server::Sent;
use crate::verdict::{Kind, Problem};
use crate::walk::{Findings, walk};

/// Headers that every client sends by itself.
const OF_THE_PIPELINE: [&str; 8] = [
    "accept",
    "authorization",
    "content-length",
    "content-type",
    "user-agent",
    "x-ms-client-request-id",
    "x-ms-date",
    "client-request-id",
];

/// A text with its format.
#[derive(Clone, Debug)]
pub struct Text {
    /// As the example has it.
    pub text: String,
    /// `format` of the description.
    pub format: Option<String>,
    /// Whether it is a number, which has several spellings.
    pub is_number: bool,
}

/// The request that an example stands for.
pub struct Expected {
    /// HTTP method.
    pub method: String,
    /// Scheme and host, in lower case.
    pub origin: String,
    /// Decoded segments.
    pub path: Vec<Text>,
    /// Decoded pairs, with the place of each in the example.
    pub query: Vec<(String, Text)>,
    /// Headers by lower-case name.
    pub headers: Vec<(String, Text)>,
    /// The body.
    pub body: Body,
    /// What was found about the body.
    pub findings: Findings,
}

/// The body of a request.
pub enum Body {
    /// None.
    Nothing,
    /// JSON; the pointer says where it stands in the example.
    Json(Value, String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Text {
    fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            format: None,
            is_number: false,
        }
    }

    fn fits(&self, other: &str) -> bool {
        let number = |text: &str| text.parse::<f64>().ok();
        same(self.format.as_deref(), &self.text, other)
            || (self.is_number
                && number(&self.text).is_some()
                && number(&self.text) == number(other))
    }
}

/// The arguments of the call: all that the example gives, but for headers that the client sends by itself; and what the client needs
/// for other operations.
pub fn arguments(operation: &Operation<'_>, example: &Value) -> Map<String, Value> {
    let given = parameters(example).into_iter();
    let given = given
        .filter(|(name, value)| !value.is_null() && !sent_anyway::is_argument(operation, name));
    let given = given.map(|(name, value)| {
        let value = argument(operation, &name, &value);
        (name, value)
    });
    let others = operation.of_the_client.iter();
    let others = others.map(|parameter| (parameter.name.to_owned(), sample::of(parameter)));
    others.chain(given).collect()
}

/// A body of bytes is an argument in base64; any other is as in the example.
fn argument(operation: &Operation<'_>, name: &str, value: &Value) -> Value {
    let body = operation.body().filter(|body| body.name == name);
    match body.map(|body| media(operation, body)) {
        Some(Media::Bytes) => Value::from(base64(&bytes_of(value))),
        Some(Media::Text) => Value::from(String::from_utf8_lossy(&bytes_of(value)).into_owned()),
        _ => without_nulls(value),
    }
}

/// The request that the example stands for.
pub fn expected(operation: &Operation<'_>, example: &Value) -> Expected {
    let given = parameters(example);
    let (origin, base) = host::address(operation, &given);
    let (template, fixed) = operation
        .path
        .split_once('?')
        .unwrap_or((operation.path, ""));
    let mut path: Vec<Text> = Vec::new();
    for segment in base.split('/').filter(|segment| !segment.is_empty()) {
        path.push(Text::plain(segment));
    }
    for segment in template.trim_start_matches('/').split('/') {
        segments(operation, &given, segment, &mut path);
    }
    let fixed = fixed.split('&').filter(|pair| !pair.is_empty());
    let mut query: Vec<(String, Text)> = fixed
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), Text::plain(&decoded(value)))
        })
        .collect();
    let mut headers = Vec::new();
    for parameter in &operation.parameters {
        match parameter.within {
            Within::Query => {
                let texts = texts(operation, parameter, &given);
                query.extend(
                    texts
                        .into_iter()
                        .map(|text| (parameter.name.to_owned(), text)),
                );
            }
            Within::Header if !parameter.is_of_the_pipeline() => {
                let texts = texts(operation, parameter, &given);
                headers.extend(
                    texts
                        .into_iter()
                        .map(|text| (parameter.name.to_ascii_lowercase(), text)),
                );
            }
            _ => {}
        }
    }
    let mut findings = Findings::default();
    let body = body(operation, &given, &mut findings);
    Expected {
        method: operation.method.clone(),
        origin,
        path,
        query,
        headers,
        body,
        findings,
    }
}

/// One segment of the template, filled; a value that goes in as it is can be several.
fn segments(
    operation: &Operation<'_>,
    given: &Map<String, Value>,
    segment: &str,
    path: &mut Vec<Text>,
) {
    let mut filled = Text::plain("");
    let mut verbatim = false;
    let mut rest = segment;
    while let Some((text, tail)) = rest.split_once('{') {
        let Some((name, after)) = tail.split_once('}') else {
            break;
        };
        filled.text.push_str(&decoded(text));
        let of_path = |parameter: &&Parameter<'_>| parameter.within == Within::Path;
        let mut known = operation.parameters.iter().filter(of_path);
        let parameter = known.clone().find(|parameter| parameter.name == name);
        let parameter =
            parameter.or_else(|| known.find(|parameter| parameter.name.eq_ignore_ascii_case(name)));
        if let Some(parameter) = parameter {
            let value = texts(operation, parameter, given).into_iter().next();
            let value = value.unwrap_or_else(|| Text::plain(""));
            verbatim |= parameter.node.is("x-ms-skip-url-encoding");
            filled.text.push_str(&value.text);
            if segment.starts_with('{') && segment.ends_with('}') {
                filled.format = value.format;
                filled.is_number = value.is_number;
            }
        }
        rest = after;
    }
    filled.text.push_str(&decoded(rest));
    if !verbatim {
        path.push(filled);
        return;
    }
    let parts = filled.text.split('/').filter(|part| !part.is_empty());
    path.extend(parts.map(|part| Text::plain(&decoded(part))));
}

/// The texts of a parameter: none when it is not sent, several when a list is sent item by item.
fn texts(
    operation: &Operation<'_>,
    parameter: &Parameter<'_>,
    given: &Map<String, Value>,
) -> Vec<Text> {
    let own = given.get(parameter.name).filter(|value| !value.is_null());
    let version = || {
        let version = parameter.is_api_version() && parameter.is_required();
        operation
            .document
            .value
            .get("info")?
            .get("version")
            .filter(|_| version)
    };
    let Some(value) = own.or_else(|| parameter.constant()).or_else(version) else {
        return Vec::new();
    };
    let schema = parameter.schema();
    let one = |value: &Value, format: Option<&str>, kind: Option<&str>| Text {
        text: match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        },
        format: format.map(str::to_owned),
        is_number: matches!(kind, Some("number" | "integer")),
    };
    let Value::Array(items) = value else {
        return vec![one(value, schema.text("format"), schema.text("type"))];
    };
    let of_items = schema.get("items").map(|items| items.resolved());
    let kind = |key| of_items.as_ref().and_then(|items| items.text(key));
    let items: Vec<Text> = items
        .iter()
        .map(|item| one(item, kind("format"), kind("type")))
        .collect();
    let delimiter = match parameter.node.text("collectionFormat") {
        Some("multi") if parameter.within == Within::Query => return items,
        Some("ssv") => " ",
        Some("tsv") => "\t",
        Some("pipes") => "|",
        _ => ",",
    };
    let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
    vec![Text::plain(&texts.join(delimiter))]
}

/// How a body is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Media {
    Json,
    Text,
    Bytes,
}

fn media(operation: &Operation<'_>, body: &Parameter<'_>) -> Media {
    let schema = crate::schema::Schema::at(&body.schema());
    let is_file = schema.kind() == crate::schema::Kind::File
        || matches!(schema.format(), Some("binary" | "file"));
    let consumes = operation.consumes();
    match () {
        () if is_file => Media::Bytes,
        () if consumes.iter().any(|name| is_json(name)) => Media::Json,
        () if consumes.iter().any(|name| name.starts_with("text/plain")) => Media::Text,
        () => Media::Bytes,
    }
}

/// Whether content of this media type is JSON.
pub fn is_json(media_type: &str) -> bool {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    essence == "json" || essence.ends_with("/json") || essence.ends_with("+json")
}

fn body(operation: &Operation<'_>, given: &Map<String, Value>, findings: &mut Findings) -> Body {
    let Some(parameter) = operation.body() else {
        return Body::Nothing;
    };
    let Some(value) = given.get(parameter.name).filter(|value| !value.is_null()) else {
        return Body::Nothing;
    };
    let pointer = format!("/parameters{}", crate::documents::step(parameter.name));
    match media(operation, parameter) {
        Media::Json => {
            walk(&parameter.schema(), value, &pointer, findings);
            let value = without_nulls(value);
            if has_null(&value) {
                // A model holds no null: such a body is sent as it is given.
                findings.read_only.clear();
            }
            Body::Json(value, pointer)
        }
        Media::Text | Media::Bytes => Body::Bytes(bytes_of(value)),
    }
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(members) => members.values().any(has_null),
        _ => false,
    }
}

/// A text stands for its own bytes, JSON for its text.
fn bytes_of(value: &Value) -> Vec<u8> {
    match value {
        Value::String(text) => text.clone().into_bytes(),
        other => other.to_string().into_bytes(),
    }
}

fn base64(bytes: &[u8]) -> String {
    azure_core::base64::encode(bytes)
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// What of a request is not as expected.
pub fn differences(operation: &Operation<'_>, expected: &Expected, sent: &Sent) -> Vec<Problem> {
    let mut found = Vec::new();
    let (address, query) = sent.url.split_once('?').unwrap_or((&sent.url, ""));
    let scheme = address.find("://").map_or(0, |at| at + 3);
    let end = address
        .split_at(scheme)
        .1
        .find('/')
        .map_or(address.len(), |at| scheme + at);
    let (origin, path) = address.split_at(end);
    let mut differs = |what: &str, expected: String, got: String| {
        if expected != got {
            found.push(Problem::new(
                Kind::Address,
                "/parameters",
                &format!("{what} {expected}"),
                &got,
            ));
        }
    };
    differs("the method", expected.method.clone(), sent.method.clone());
    differs(
        "the host",
        expected.origin.clone(),
        origin.to_ascii_lowercase(),
    );
    let segments: Vec<String> = path
        .trim_start_matches('/')
        .split('/')
        .map(decoded)
        .collect();
    let same_path = segments.len() == expected.path.len()
        && segments
            .iter()
            .zip(&expected.path)
            .all(|(got, expected)| expected.fits(got));
    if !same_path {
        let expected: Vec<&str> = expected
            .path
            .iter()
            .map(|segment| segment.text.as_str())
            .collect();
        differs("the path", expected.join("/"), segments.join("/"));
    }
    check_query(expected, query, &mut found);
    check_headers(operation, expected, sent, &mut found);
    check_body(expected, sent, &mut found);
    found
}

fn check_query(expected: &Expected, query: &str, found: &mut Vec<Problem>) {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let mut got: Vec<(String, String)> = pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (
                decoded(&name.replace('+', " ")),
                decoded(&value.replace('+', " ")),
            )
        })
        .collect();
    for (name, value) in &expected.query {
        // Values of one name come in their order.
        let first = got.iter().position(|(known, _)| known == name);
        let came = first.map(|index| got.remove(index).1);
        if !came.as_ref().is_some_and(|came| value.fits(came)) {
            let pointer = format!("/parameters{}", crate::documents::step(name));
            let expected = format!("{name}={} in the query", value.text);
            found.push(Problem::new(
                Kind::Query,
                &pointer,
                &expected,
                &came.unwrap_or_else(|| "nothing".to_owned()),
            ));
        }
    }
    for (name, value) in got {
        let pointer = format!("/parameters{}", crate::documents::step(&name));
        found.push(Problem::new(
            Kind::Query,
            &pointer,
            "nothing in the query",
            &format!("{name}={value}"),
        ));
    }
}

fn check_headers(
    operation: &Operation<'_>,
    expected: &Expected,
    sent: &Sent,
    found: &mut Vec<Problem>,
) {
    for (name, value) in &expected.headers {
        let came = sent.headers.get(name);
        if !came.is_some_and(|came| value.fits(came)) {
            let came = came.map_or("nothing", String::as_str);
            found.push(Problem::new(
                Kind::Header,
                "/parameters",
                &format!("the header {name}: {}", value.text),
                came,
            ));
        }
    }
    for (name, value) in &sent.headers {
        let known = expected.headers.iter().any(|(known, _)| known == name);
        if !known && !OF_THE_PIPELINE.contains(&name.as_str()) {
            found.push(Problem::new(
                Kind::Header,
                "/parameters",
                "no such header",
                &format!("{name}: {value}"),
            ));
        }
    }
    let essence = |text: &str| {
        text.split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    };
    let mut declared = |name: &str, allowed: &[&str], got: Option<&String>| {
        let types = got
            .map(|got| got.split(',').map(essence).collect::<Vec<_>>())
            .unwrap_or_default();
        let fits = |got: &String| {
            allowed.iter().any(|allowed| {
                // One service writes just "JSON".
                let allowed = essence(allowed);
                allowed == *got || (allowed == "json" && got == "application/json")
            })
        };
        if types.is_empty() || !types.iter().all(fits) {
            found.push(Problem::new(
                Kind::Header,
                "/parameters",
                &format!("{name} of {allowed:?}"),
                &format!("{got:?}"),
            ));
        }
    };
    let has_json_answer = ["application/json"];
    let produces: Vec<&str> = operation
        .produces()
        .into_iter()
        .chain(has_json_answer)
        .collect();
    declared("accept", &produces, sent.headers.get("accept"));
    if !matches!(expected.body, Body::Nothing) {
        declared(
            "content-type",
            &operation.consumes(),
            sent.headers.get("content-type"),
        );
    }
}

fn check_body(expected: &Expected, sent: &Sent, found: &mut Vec<Problem>) {
    let text = || {
        String::from_utf8_lossy(&sent.body)
            .chars()
            .take(120)
            .collect::<String>()
    };
    match &expected.body {
        Body::Nothing if sent.body.is_empty() => {}
        Body::Nothing => found.push(Problem::new(Kind::Body, "/parameters", "no body", &text())),
        Body::Bytes(bytes) if *bytes == sent.body => {}
        Body::Bytes(bytes) => {
            let expected: String = String::from_utf8_lossy(bytes).chars().take(120).collect();
            found.push(Problem::new(Kind::Body, "/parameters", &expected, &text()));
        }
        Body::Json(value, pointer) => match serde_json::from_slice(&sent.body) {
            Ok(got) => {
                let rules = Rules {
                    kind: Kind::Body,
                    findings: &expected.findings,
                    absent: &expected.findings.read_only,
                };
                compare(value, &got, pointer, &rules, found);
            }
            Err(_) => found.push(Problem::new(Kind::Body, pointer, "JSON", &text())),
        },
    }
}
