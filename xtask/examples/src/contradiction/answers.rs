//! Answers that are not declared, or that are none of their schemas.

use serde_json::{Map, Value};

use crate::contradiction::{Against, Contradiction, Mend};
use crate::documents::{Node, step};
use crate::example::{body_of, header_text, responses};
use crate::formats::is_well_formed;
use crate::operation::Operation;
use crate::walk::{Findings, walk};

/// The members of an answer in an example.
const MEMBERS: [&str; 3] = ["body", "description", "headers"];

pub(super) fn find(operation: &Operation<'_>, example: &Value) -> Vec<Contradiction> {
    let all = responses(example).into_iter();
    all.flat_map(|(status, response)| of_response(operation, status, response))
        .collect()
}

fn one(pointer: &str, against: Against, what: String) -> Contradiction {
    Contradiction {
        pointer: pointer.to_owned(),
        against,
        what,
        mend: Mend::Remove,
    }
}

fn of_response(operation: &Operation<'_>, status: &str, response: &Value) -> Vec<Contradiction> {
    let pointer = format!("/responses{}", step(status));
    let described = match declared(operation, status) {
        Ok(described) => described,
        Err(why) => {
            let what = format!("{why}: {}/responses", operation.node);
            return vec![one(&pointer, Against::Status, what)];
        }
    };
    let mut found = of_headers(&described, response, &pointer);
    match body_of(response) {
        Some(_) if status == "204" => {
            let what = format!("an answer with this status has no body (RFC 9110): {described}");
            found.push(one(&format!("{pointer}/body"), Against::AnswerBody, what));
        }
        Some(body) => found.extend(of_body(
            operation,
            &described,
            body,
            &format!("{pointer}/body"),
        )),
        None => found.extend(without_body(&described, status, response, &pointer)),
    }
    found
}

/// The description of an answer, or why there is none.
fn declared<'d>(operation: &Operation<'d>, status: &str) -> Result<Node<'d>, &'static str> {
    if status != "default" && status.parse::<u16>().is_err() {
        return Err("this is no status");
    }
    let described = operation
        .response(status)
        .ok_or("the status is not declared")?;
    // `default` is for errors where there are other answers.
    let responses = operation.node.get("responses");
    let others = responses.map(|all| all.members()).unwrap_or_default();
    match operation.declares(status) || !status.starts_with('2') || others.len() == 1 {
        true => Ok(described),
        false => Err("the status is not declared as a success"),
    }
}

fn without_body(
    described: &Node<'_>,
    status: &str,
    response: &Value,
    pointer: &str,
) -> Option<Contradiction> {
    described.get("schema")?;
    let members = response.as_object().into_iter().flat_map(Map::keys);
    let strange: Vec<&String> = members
        .filter(|name| !MEMBERS.contains(&name.as_str()))
        .collect();
    if !strange.is_empty() {
        let what = format!("the answer has {strange:?} where it has to have \"body\": {described}");
        return Some(one(pointer, Against::Form, what));
    }
    let what = format!("the answer has no body, but one is declared: {described}");
    (status.starts_with('2') && status != "204").then(|| one(pointer, Against::AnswerBody, what))
}

fn of_body(
    operation: &Operation<'_>,
    described: &Node<'_>,
    body: &Value,
    pointer: &str,
) -> Vec<Contradiction> {
    if operation.method == "HEAD" {
        let what = format!("an answer to HEAD has no body: {}", operation.node);
        return vec![one(pointer, Against::AnswerBody, what)];
    }
    let Some(schema) = described.get("schema") else {
        let what = format!("the answer has a body, but none is declared: {described}");
        return vec![one(pointer, Against::AnswerBody, what)];
    };
    let mut findings = Findings::default();
    walk(&schema, body, pointer, &mut findings);
    let link = of_page(operation, body, pointer);
    findings.contradictions.into_iter().chain(link).collect()
}

/// A link that leads nowhere cannot be followed.
fn of_page(operation: &Operation<'_>, body: &Value, pointer: &str) -> Option<Contradiction> {
    let name = operation.paging()?.next_link?;
    let link = body.get(name)?.as_str()?;
    let is_link = link.is_empty() || link.contains("://") || link.starts_with(['/', '?']);
    (!is_link).then(|| {
        let what = format!(
            "{link:?} is no link to a page: {}/x-ms-pageable",
            operation.node
        );
        one(&format!("{pointer}{}", step(name)), Against::Format, what)
    })
}

fn of_headers(described: &Node<'_>, response: &Value, pointer: &str) -> Vec<Contradiction> {
    let declared = described.get("headers").map(|all| all.members());
    let declared = declared.unwrap_or_default();
    let given = response.get("headers").and_then(Value::as_object);
    let mut found = Vec::new();
    for (name, value) in given.into_iter().flatten() {
        let mut known = declared.iter();
        let Some((_, header)) = known.find(|(known, _)| known.eq_ignore_ascii_case(name)) else {
            continue;
        };
        let text = header_text(value);
        let kind = header.text("format").or(header.text("type"));
        let fits = match header.text("type") {
            Some("integer") => text.parse::<i64>().is_ok(),
            Some("number") => text.parse::<f64>().is_ok(),
            Some("boolean") => matches!(text.as_str(), "true" | "false"),
            _ => kind.is_none_or(|format| is_well_formed(format, &text)),
        };
        if !fits {
            let pointer = format!("{pointer}/headers{}", step(name));
            let what = format!("{text:?} is no {}: {header}", kind.unwrap_or_default());
            found.push(one(&pointer, Against::Format, what));
        }
    }
    found
}
