//! Judges an example.
//!
//! In: the client, an operation and an example. Out: a [`Verdict`].
//! Never: takes a failure for a contradiction: without what is contradictory the example has to pass.

use armature_runtime::dispatch::Version;
use serde_json::Value;

use crate::answer;
use crate::call::{CallArguments, Called, call};
use crate::contradiction::{Against, Contradiction, contradictions, mended};
use crate::example::responses;
use crate::operation::Operation;
use crate::plan::{Plan, STATE, plan};
use crate::request::{self, arguments, expected};
use crate::server::{Sent, Server};
use crate::verdict::{Finding, Kind, Outcome, Problem, Verdict};

/// How often an example is mended: what is under a contradiction may be another.
const ROUNDS: usize = 3;

/// What one attempt led to.
#[derive(Default)]
struct Attempt {
    problems: Vec<Problem>,
    unknown: usize,
}

/// Judges one example of an operation.
pub async fn judge(
    versions: &[Version],
    operation: &Operation<'_>,
    name: &str,
    file: &str,
) -> Verdict {
    let verdict = |outcome, unknown, findings| Verdict {
        operation: operation.id.to_owned(),
        example: name.to_owned(),
        file: file.to_owned(),
        outcome,
        unknown,
        findings,
    };
    let root = &operation.document.documents().root;
    let example = match crate::documents::read(&root.join(file)) {
        Ok(example) => example,
        Err(why) => {
            let what = format!("{}/x-ms-examples names this file: {why}", operation.node);
            let finding = Finding {
                kind: format!("contradiction: {}", Against::Form),
                pointer: String::new(),
                what,
            };
            return verdict(Outcome::Contradictory, 0, vec![finding]);
        }
    };
    let plain = attempt(versions, operation, &example).await;
    if plain.problems.is_empty() {
        return verdict(Outcome::Passed, plain.unknown, Vec::new());
    }
    let mut proved: Vec<Contradiction> = Vec::new();
    let (mut last, mut right) = (plain, example.clone());
    for _ in 0..ROUNDS {
        let found = contradictions(operation, &right);
        if found.is_empty() {
            break;
        }
        right = mended(&right, found.iter());
        let is_first = proved.is_empty();
        proved.extend(found);
        last = attempt(versions, operation, &right).await;
        if last.problems.is_empty() {
            if is_first {
                needed(versions, operation, &example, &mut proved).await;
            }
            let findings = proved.iter().map(Finding::from).collect();
            return verdict(Outcome::Contradictory, last.unknown, findings);
        }
    }
    let problems = last.problems.iter().map(Finding::from);
    let findings = problems.chain(proved.iter().map(Finding::from));
    verdict(Outcome::Failed, last.unknown, findings.collect())
}

/// Leaves out contradictions of no consequence: those with which the example passes when the others are mended.
async fn needed(
    versions: &[Version],
    operation: &Operation<'_>,
    example: &Value,
    proved: &mut Vec<Contradiction>,
) {
    let mut index = 0;
    while index < proved.len() && proved.len() > 1 {
        let others = proved.iter().enumerate();
        let others = others
            .filter(|(other, _)| *other != index)
            .map(|(_, other)| other);
        let right = mended(example, others);
        if attempt(versions, operation, &right)
            .await
            .problems
            .is_empty()
        {
            proved.remove(index);
        } else {
            index += 1;
        }
    }
}

/// Calls the operation once for each answer of the example.
async fn attempt(versions: &[Version], operation: &Operation<'_>, example: &Value) -> Attempt {
    let mut attempt = Attempt::default();
    let answers = responses(example);
    for (index, (status, _)) in answers.iter().enumerate() {
        match operation.status(status) {
            Some(number) => {
                let given = Given {
                    status,
                    number,
                    is_first: index == 0,
                };
                exchange(versions, operation, example, &given, &mut attempt).await;
                let mut problems = attempt.problems.iter();
                if problems.any(|problem| problem.kind == Kind::Crash) {
                    // It would take as long again.
                    break;
                }
            }
            None => {
                let pointer = format!("/responses{}", crate::documents::step(status));
                let problem = Problem::new(Kind::Answer, &pointer, "a status", status);
                attempt.problems.push(problem);
            }
        }
    }
    if answers.is_empty() {
        let number = operation.usual_status();
        let given = Given {
            status: &number.to_string(),
            number,
            is_first: true,
        };
        exchange(versions, operation, example, &given, &mut attempt).await;
    }
    attempt
}

/// An answer of the example.
struct Given<'e> {
    /// Its key: a status, or `default`.
    status: &'e str,
    /// The status that is sent.
    number: u16,
    /// Whether it is the first of the example. The request is the same for all.
    is_first: bool,
}

async fn exchange(
    versions: &[Version],
    operation: &Operation<'_>,
    example: &Value,
    given: &Given<'_>,
    attempt: &mut Attempt,
) {
    let expected = expected(operation, example);
    let mut plan = plan(
        operation,
        example,
        (given.status, given.number),
        &expected.origin,
    );
    let arguments = arguments(operation, example);
    let (mut called, mut sent) = send(versions, operation, &plan, &arguments).await;
    if sent
        .first()
        .is_some_and(|sent| !sent.headers.contains_key("authorization"))
    {
        plan.script.challenge = true;
        let (again, after) = send(versions, operation, &plan, &arguments).await;
        // A client that never has a token takes no challenge.
        if !after.is_empty() {
            (called, sent) = (again, after);
        }
    }
    let pointer = plan.answered.pointer.clone();
    let outcome = match called {
        Called::Ended(outcome) => outcome,
        Called::Refused(why) => {
            return attempt
                .problems
                .push(Problem::new(Kind::Call, "/parameters", "a call", &why));
        }
        Called::Crashed(why) => {
            return attempt
                .problems
                .push(Problem::new(Kind::Crash, &pointer, "an end", &why));
        }
    };
    let Some(request) = sent.first() else {
        let (problems, _) = answer::differences(operation, &plan.answered, &outcome);
        let why = problems
            .first()
            .map_or("nothing", |problem| problem.got.as_str());
        return attempt
            .problems
            .push(Problem::new(Kind::Call, "/parameters", "a request", why));
    };
    if given.is_first {
        attempt
            .problems
            .extend(request::differences(operation, &expected, request));
        attempt.unknown += expected.findings.unknown.len();
    }
    let has_answers = responses(example)
        .iter()
        .any(|(known, _)| *known == given.status);
    if has_answers {
        further(operation, &plan, &sent, attempt);
        let (problems, unknown) = answer::differences(operation, &plan.answered, &outcome);
        attempt.problems.extend(problems);
        attempt.unknown += unknown;
    }
}

async fn send(
    versions: &[Version],
    operation: &Operation<'_>,
    plan: &Plan,
    arguments: &CallArguments,
) -> (Called, Vec<Sent>) {
    let server = Server::new(plan.script.clone());
    let called = call(versions, operation.id, arguments, &server).await;
    (called, server.sent())
}

/// Pages go on at their link, operations where they are asked about, all with GET.
fn further(operation: &Operation<'_>, plan: &Plan, sent: &[Sent], attempt: &mut Attempt) {
    let answered = &plan.answered;
    let is_success = (200..300).contains(&answered.first_status);
    let link = operation
        .paging()
        .filter(|_| is_success && !operation.is_long_running())
        .and_then(|paging| {
            let link = answered
                .response
                .get("body")?
                .get(paging.next_link?)?
                .as_str()?;
            Some(link.to_owned()).filter(|link| !link.is_empty())
        });
    let goes_on = operation.is_long_running() && matches!(answered.first_status, 201 | 202);
    let expected = link.or(goes_on.then(|| STATE.to_owned()));
    let later = sent.get(1);
    let path = |url: &str| {
        let rest = url.split_once("://").map_or(url, |(_, rest)| {
            rest.find('/').map_or("/", |at| rest.split_at(at).1)
        });
        let path = rest.split(['?', '#']).next().unwrap_or_default();
        percent_encoding::percent_decode_str(path)
            .decode_utf8_lossy()
            .into_owned()
    };
    let fits = match (&expected, later) {
        (Some(expected), Some(later)) => {
            later.method == "GET" && path(&later.url).ends_with(&path(expected))
        }
        (None, None) => true,
        // A resource that is not done yet is asked again where it is.
        (None, Some(_)) => operation.is_long_running(),
        (Some(_), None) => false,
    };
    if !fits {
        let got = later.map_or_else(
            || "nothing".to_owned(),
            |later| format!("{} {}", later.method, later.url),
        );
        let expected = expected.map_or_else(
            || "no further request".to_owned(),
            |url| format!("GET {url}"),
        );
        attempt.problems.push(Problem::new(
            Kind::Further,
            &answered.pointer,
            &expected,
            &got,
        ));
    }
}
