//! All cases, one by one, in order of files and cases.
//!
//! In: cases, a running server, clients or none. Out: a [`Report`].
//! Never: runs two cases at a time: each has its own movement of its own counter, so that a wrong case cannot ride on the
//! request of another.

use std::collections::{BTreeMap, BTreeSet};

use armature_runtime::dispatch::Version;
use azure_core::http::Url;

use crate::call::{Call, call, is_known};
use crate::case::{Case, Refused};
use crate::counters::Counters;
use crate::known::Known;
use crate::outcome::{Got, Observed};
use crate::replay::replay;
use crate::report::{Report, Row};
use crate::suite::Suite;
use crate::verdict::{Counted, judge, judge_raw};

/// Who makes the requests.
#[derive(Clone, Copy, Debug)]
pub enum Caller {
    /// The clients.
    Clients(&'static [Version]),
    /// Nobody: the raw requests of the cases are sent.
    Nobody,
}

/// Runs the cases against the server at `endpoint`.
///
/// # Errors
///
/// The server does not answer when it is asked what it has counted.
pub async fn run(
    suites: &[Suite],
    endpoint: &Url,
    caller: Caller,
    known: &Known,
) -> azure_core::Result<Report> {
    let counters = Counters::new(endpoint.clone());
    counters.clear().await?;
    let mut report = Report::default();
    for suite in suites {
        for case in &suite.file.cases {
            let category = suite.category(case);
            let before = counters.read(category).await?;
            let observed = observe(suite, case, endpoint, caller).await;
            let after = counters.read(category).await?;
            let count = |counts: &crate::counters::Counts| counts.get(&case.scenario).copied();
            let counted = match (count(&before), count(&after)) {
                (_, None) => Counted::Unknown,
                (before, Some(after)) if after > before.unwrap_or_default() => Counted::Moved,
                _ => Counted::Still,
            };
            report.rows.push(Row {
                file: suite.name.clone(),
                category: category.to_owned(),
                scenario: case.scenario.clone(),
                operation: case.operation.clone(),
                verdict: match caller {
                    Caller::Clients(_) => judge(case, &observed, counted),
                    Caller::Nobody => judge_raw(case, &observed, counted),
                },
                exchanges: observed.exchanges.iter().map(ToString::to_string).collect(),
                known: known.reason(category, &case.scenario).map(str::to_owned),
            });
        }
        if let Caller::Clients(clients) = caller {
            for refused in &suite.file.refused {
                let why = refuse(suite, refused, endpoint, clients).await;
                report
                    .refusals
                    .push((suite.name.clone(), refused.clone(), why));
            }
        }
    }
    Ok(report)
}

/// Scenarios that the server counts and no case has, by category.
///
/// # Errors
///
/// As [`run`].
pub async fn without_case(suites: &[Suite], endpoint: &Url) -> azure_core::Result<Vec<String>> {
    let counters = Counters::new(endpoint.clone());
    let mut cases = BTreeSet::new();
    let mut categories = BTreeSet::new();
    for suite in suites {
        for case in &suite.file.cases {
            let category = suite.category(case);
            categories.insert(category);
            cases.insert((category, case.scenario.as_str()));
        }
    }
    let mut missing = Vec::new();
    for category in categories {
        let counts = counters.read(category).await?;
        let names = counts.keys().map(String::as_str);
        let unknown = names.filter(|name| !cases.contains(&(category, name)));
        missing.extend(unknown.map(|name| format!("{category}/{name}")));
    }
    Ok(missing)
}

async fn observe(suite: &Suite, case: &Case, endpoint: &Url, caller: Caller) -> Observed {
    let refused = |why: &str| Observed {
        exchanges: Vec::new(),
        got: Got::Refused(why.to_owned()),
    };
    if let Some(why) = &case.left_out {
        return refused(&format!("the case is left out: {why}"));
    }
    match (caller, &case.operation) {
        (Caller::Clients(clients), Some(operation)) => {
            let wanted = Call {
                service: suite.name.clone(),
                operation: operation.clone(),
                arguments: suite.arguments(case),
                policy: case.policy.clone(),
                repeatable: case.repeatable,
                token: suite.file.token.clone(),
                status: case.status,
            };
            call(clients, endpoint, wanted).await
        }
        (Caller::Clients(_), None) => refused("no operation leads to this scenario"),
        (Caller::Nobody, _) if case.requests.is_empty() => refused("the case has no raw requests"),
        (Caller::Nobody, _) => replay(endpoint, case).await,
    }
}

/// Nothing when the call was refused before anything was sent, else what happened.
async fn refuse(
    suite: &Suite,
    refused: &Refused,
    endpoint: &Url,
    clients: &'static [Version],
) -> Option<String> {
    let wanted = Call {
        service: suite.name.clone(),
        operation: refused.operation.clone(),
        arguments: suite.refused_arguments(refused),
        policy: BTreeMap::new(),
        repeatable: false,
        token: suite.file.token.clone(),
        status: 400,
    };
    if !is_known(clients, &wanted) {
        return Some("there is no such operation".to_owned());
    }
    let observed = call(clients, endpoint, wanted).await;
    let sent = observed.exchanges.first();
    sent.map(|sent| format!("it was sent: {sent}"))
}
