//! What of a request that was sent is not as expected.

use crate::compare::{Rules, compare};
use crate::documents::step;
use crate::form;
use crate::operation::Operation;
use crate::request::{Body, Expected, decoded, decoded_pair};
use crate::server::Sent;
use crate::verdict::{Kind, Problem};

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
            (decoded_pair(name), decoded_pair(value))
        })
        .collect();
    for (name, value) in &expected.query {
        // Values of one name come in their order.
        let first = got.iter().position(|(known, _)| known == name);
        let came = first.map(|index| got.remove(index).1);
        if !came.as_ref().is_some_and(|came| value.fits(came)) {
            let pointer = format!("/parameters{}", step(name));
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
        let pointer = format!("/parameters{}", step(&name));
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
        Body::Form(fields) => form::differences(fields, sent, found),
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
