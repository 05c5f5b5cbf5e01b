//! The request that an example stands for.
//!
//! In: an operation and an example. Out: an [`Expected`] request; what differs from it in one that was sent.
//! Never: asks the client how it would spell something.

mod body;
mod check;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::call::CallArguments;
use crate::example::parameters;
use crate::form::Field;
use crate::formats::same;
use crate::host;
use crate::operation::{Operation, Parameter, Within};
use crate::sample;
use crate::sent_anyway;
use crate::walk::Findings;

pub use body::is_json;
pub use check::differences;

/// A text with its format.
#[derive(Clone, Debug)]
pub struct Text {
    /// As the example has it.
    pub text: String,
    /// `format` of the description.
    pub format: Option<String>,
    /// Whether it is a number, which has several spellings.
    pub is_number: bool,
    /// What stands between the items of a list, to which the other fields apply one by one.
    pub delimiter: Option<&'static str>,
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
    /// The fields of a form.
    Form(Vec<Field>),
}

impl Text {
    fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            format: None,
            is_number: false,
            delimiter: None,
        }
    }

    /// Whether another text means the same.
    pub fn fits(&self, other: &str) -> bool {
        let Some(delimiter) = self.delimiter else {
            return self.is_same(&self.text, other);
        };
        let items = self.text.split(delimiter);
        let others = other.split(delimiter);
        items.clone().count() == others.clone().count()
            && items
                .zip(others)
                .all(|(item, other)| self.is_same(item, other))
    }

    fn is_same(&self, one: &str, other: &str) -> bool {
        let number = |text: &str| text.parse::<f64>().ok();
        same(self.format.as_deref(), one, other)
            || (self.is_number && number(one).is_some() && number(one) == number(other))
    }
}

/// The arguments of the call: all that the example gives, but for headers that the client sends by itself; and what the client needs
/// for other operations.
pub fn arguments(operation: &Operation<'_>, example: &Value) -> CallArguments {
    let given = parameters(example).into_iter();
    let given = given
        .filter(|(name, value)| !value.is_null() && !sent_anyway::is_argument(operation, name));
    let given = given.map(|(name, value)| {
        let value = body::argument(operation, &name, &value);
        (name, value)
    });
    let mut arguments: Map<String, Value> = given.collect();
    let mut of_the_client_alone = Vec::new();
    for parameter in &operation.of_the_client {
        if !arguments.contains_key(parameter.name) {
            of_the_client_alone.push(parameter.name.to_owned());
            arguments.insert(parameter.name.to_owned(), sample::of(parameter));
        }
    }
    CallArguments {
        arguments,
        of_the_client_alone,
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
    let mut query = fixed_pairs(fixed);
    let mut headers = Vec::new();
    for parameter in &operation.parameters {
        match parameter.within {
            Within::Query => {
                let texts = texts(operation, parameter, &given);
                // What the path has already is the same pair.
                if !texts.is_empty() {
                    query.retain(|(name, _)| name != parameter.name);
                }
                let verbatim = parameter.node.is("x-ms-skip-url-encoding");
                query.extend(texts.into_iter().map(|mut text| {
                    if verbatim {
                        text.text = decoded_pair(&text.text);
                    }
                    (parameter.name.to_owned(), text)
                }));
            }
            Within::Header if !sent_anyway::is_parameter(operation, parameter) => {
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
    let body = body::body(operation, &given, &mut findings);
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

/// The pairs that a path has of itself.
fn fixed_pairs(query: &str) -> Vec<(String, Text)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let decoded = pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded_pair(name), Text::plain(&decoded_pair(value)))
    });
    decoded.collect()
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
                filled = Text {
                    text: filled.text,
                    ..value
                };
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
        delimiter: None,
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
        Some("multi") if matches!(parameter.within, Within::Query | Within::Form) => return items,
        Some("ssv") => " ",
        Some("tsv") => "\t",
        Some("pipes") => "|",
        _ => ",",
    };
    let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
    vec![Text {
        text: texts.join(delimiter),
        format: kind("format").map(str::to_owned),
        is_number: matches!(kind("type"), Some("number" | "integer")),
        delimiter: Some(delimiter),
    }]
}

/// A name or a value of a query, where a plus sign is a space.
pub(crate) fn decoded_pair(text: &str) -> String {
    decoded(&text.replace('+', " "))
}

pub(crate) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
