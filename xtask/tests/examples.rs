//! The examples that are written by hand run.
//!
//! `cargo test` builds examples, but runs neither them nor the tests in them. The generator writes the `Cargo.toml` that could ask for it,
//! and knows no example by name; so this does it.

#[path = "support/cargo.rs"]
mod cargo;

use std::process::Output;

use cargo::cargo;

/// Runs the example `rotate_certificate` with these arguments.
fn rotate_certificate(arguments: &str) -> Output {
    let run = "run --quiet --package armature-certificates --example rotate_certificate --";
    let arguments: Vec<&str> = run.split(' ').chain(arguments.split(' ')).collect();
    cargo(&arguments)
}

#[test]
fn the_tests_in_the_examples_pass() {
    let output = cargo(&["test", "--package", "armature-certificates", "--examples"]);
    let said = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}\n{errors}");
    // Those of the fake services, wherever they are counted.
    assert!(said.contains("test fake::tests::"), "{said}");
}

#[test]
fn arguments_for_azure_are_all_needed_or_none() {
    for (arguments, expected) in [
        (
            "--vault-url https://contoso.vault.azure.net",
            "--subscription <ID>",
        ),
        ("--certificate web", "--vault-url <URL>"),
        (
            "--service apim --subscription s --resource-group g",
            "--vault-url <URL>",
        ),
        ("--vault contoso", "unexpected argument '--vault'"),
        ("web", "unexpected argument 'web'"),
    ] {
        let output = rotate_certificate(arguments);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments}: {errors}");
        assert!(errors.contains(expected), "{arguments}: {errors}");
        assert!(
            errors.contains("Usage: rotate_certificate"),
            "{arguments}: {errors}"
        );
        assert_eq!(String::from_utf8(output.stdout).unwrap(), "");
    }
}

#[test]
fn what_goes_wrong_is_said_and_is_no_success() {
    let output = rotate_certificate(
        "--vault-url nowhere --subscription s --resource-group g --service apim",
    );
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(
        errors.starts_with("error: ") && errors.contains("nowhere"),
        "{errors}"
    );
}
