//! Right and wrong clients of a small server of our own: what is right passes, and each fault is found.

mod fixture;

use armature_conformance::Report;
use armature_conformance::report::{Tally, to_json};
use armature_conformance::run::Caller;
use fixture::clients::CLIENTS;
use fixture::{CASES, report, server, write};

/// What the client of this name comes to.
async fn of_client(name: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[(&format!("{name}.yaml"), CASES)]);
    report(folder.path(), &server::start(), Caller::Clients(CLIENTS)).await
}

/// `scenario: wire or value: what is wrong` of everything that is.
fn faults(report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    for row in &report.rows {
        for (what, check) in [("wire", &row.verdict.wire), ("value", &row.verdict.value)] {
            if let Err(why) = check {
                faults.push(format!("{} {what}: {why}", row.scenario));
            }
        }
    }
    for (_, refused, why) in &report.refusals {
        if let Some(why) = why {
            faults.push(format!("{} refused: {why}", refused.operation));
        }
    }
    faults
}

#[tokio::test]
async fn a_right_client_is_green_in_all_cases() {
    let report = of_client("right").await;
    assert_eq!(faults(&report), Vec::<String>::new());
    assert!(report.is_good());
    let text = report.to_string();
    let line = "all       wire 6 of 6, value 6 of 6, green 6 of 6";
    assert!(text.contains(line), "{text}");
    assert!(text.contains("1 calls are refused by the client"), "{text}");
}

#[tokio::test]
async fn each_fault_of_a_client_is_found_and_no_other_case_suffers() {
    for (client, expected) in [
        (
            "path",
            &[
                "get wire: the last status should be 200: GET /things/2 -> 404",
                "get value: an error: ",
            ][..],
        ),
        (
            "body",
            &[
                "put wire: the last status should be 200: PUT /things/1 -> 404",
                "put value: an error: ",
            ],
        ),
        (
            "member",
            &[
                "get value: at /at expected \"2020-01-01T01:00:00+01:00\", found nothing",
                "moved value: at /at expected \"2020-01-01T00:00:00Z\", found nothing",
            ],
        ),
        ("lenient", &["broken value: expected an error, got nothing"]),
        ("blind", &["fail value: expected an error, got nothing"]),
        (
            "headers",
            &["get value: the header version: expected 7, found null"],
        ),
        (
            "careless",
            &["put refused: it was sent: PUT /things/1 -> 404"],
        ),
    ] {
        let report = of_client(client).await;
        let found = faults(&report);
        assert_eq!(found.len(), expected.len(), "{client}: {found:#?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{client}: {found}");
        }
        assert!(!report.is_good());
    }
}

#[tokio::test]
async fn a_client_that_panics_does_not_end_the_run() {
    let report = of_client("panic").await;
    let tally = Tally::of(report.rows.iter());
    assert_eq!(
        (tally.all, tally.wire, tally.value, tally.green),
        (6, 0, 0, 0)
    );
    let text = report.to_string();
    assert!(text.contains("nothing was sent: task"), "{text}");
}

#[tokio::test]
async fn a_case_without_a_client_is_a_failure() {
    let report = of_client("nobody").await;
    let found = faults(&report);
    assert!(
        found[0].contains("there is no client of nobody"),
        "{found:#?}"
    );
    assert!(!report.is_good());
}

/// A wrong case must not be hidden by a client that is wrong in the same way.
#[tokio::test]
async fn raw_requests_are_held_against_the_cases() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[("right.yaml", CASES)]);
    let server = server::start();
    let right = report(folder.path(), &server, Caller::Nobody).await;
    assert_eq!(faults(&right), Vec::<String>::new());

    for (old, new, expected) in [
        (
            "line: PUT /things/1, body: '{\"id\": 1}'",
            "line: PUT /things/1, body: '{\"id\": 2}'",
            "put wire: the last status should be 200: PUT /things/1 -> 404",
        ),
        ("id: 1.0", "id: 2", "get value: at /id expected 2, found 1"),
        (
            "unreadable: half an object",
            "error: {code: Bad}",
            "broken value: the error's code should be Bad, not nothing",
        ),
        (
            "    request: GET /broken\n",
            "",
            "broken wire: nothing was sent: the case has no raw requests",
        ),
    ] {
        let wrong = CASES.replace(old, new);
        assert_ne!(wrong, CASES);
        write(folder.path(), &[("right.yaml", &wrong)]);
        let found = faults(&report(folder.path(), &server, Caller::Nobody).await);
        assert!(found[0].starts_with(expected), "{found:#?}");
    }
}

#[tokio::test]
async fn what_is_known_may_fail_but_not_pass() {
    let folder = tempfile::tempdir().unwrap();
    let server = server::start();
    let known = "[clients.main]\nget = \"a reason\"\n";
    write(
        folder.path(),
        &[("path.yaml", CASES), ("known.toml", known)],
    );
    let caller = Caller::Clients(CLIENTS);
    let failing = report(folder.path(), &server, caller).await;
    assert!(failing.is_good(), "{failing}");
    let json = to_json(&failing).unwrap();
    assert!(json.contains("\"known\": \"a reason\""), "{json}");

    std::fs::remove_file(folder.path().join("path.yaml")).unwrap();
    write(folder.path(), &[("right.yaml", CASES)]);
    let passing = report(folder.path(), &server, caller).await;
    assert!(!passing.is_good());
    let text = passing.to_string();
    assert!(
        text.contains("get (right.yaml) passes: take it out of known.toml"),
        "{text}"
    );
    // The reason is one of clients: raw requests have to pass.
    assert!(
        report(folder.path(), &server, Caller::Nobody)
            .await
            .is_good()
    );

    write(
        folder.path(),
        &[("known.toml", "[clients.main]\nnone = \"a\"\n")],
    );
    let unknown = report(folder.path(), &server, caller).await;
    assert_eq!(unknown.unknown_known, ["main/none"]);
    assert!(!unknown.is_good());
}

#[tokio::test]
async fn every_scenario_that_the_server_counts_has_a_case() {
    let folder = tempfile::tempdir().unwrap();
    let (most, _) = CASES.split_once("  - scenario: broken").unwrap();
    write(folder.path(), &[("right.yaml", most)]);
    let report = report(folder.path(), &server::start(), Caller::Clients(CLIENTS)).await;
    assert_eq!(report.without_case, ["main/broken"]);
    assert!(!report.is_good());
}
