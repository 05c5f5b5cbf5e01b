//! Enumerations: open and closed.

use std::collections::HashMap;
use std::convert::Infallible;

use armature_runtime::{ParameterValue, closed_enum, extensible_enum};
use azure_core::error::ErrorKind;
use azure_core::json;

/// Open.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Level {
    /// One.
    Purgeable,
    /// Two.
    RecoverablePurgeable,
    /// Empty on the wire.
    None,
    /// Not known.
    UnknownValue(String),
}
extensible_enum! { Level { Purgeable = "Purgeable", RecoverablePurgeable = "Recoverable+Purgeable", None = "" } }

/// Closed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Action {
    /// One.
    EmailContacts,
    /// Two.
    AutoRenew,
}
closed_enum! { Action { EmailContacts = "EmailContacts", AutoRenew = "auto \"renew\"", } }

#[test]
fn an_unknown_value_survives_a_round_trip() {
    let levels: Vec<Level> =
        json::from_json(r#"["Recoverable+Purgeable","Brand+New","purgeable",""]"#).unwrap();
    let unknown = |text: &str| Level::UnknownValue(text.to_owned());
    assert_eq!(
        levels,
        [
            Level::RecoverablePurgeable,
            unknown("Brand+New"),
            unknown("purgeable"),
            Level::None
        ]
    );
    assert_eq!(
        json::to_json(&levels).unwrap(),
        r#"["Recoverable+Purgeable","Brand+New","purgeable",""]"#
    );
}

#[test]
fn an_unknown_value_of_a_closed_enumeration_is_an_error() {
    let action: Action = json::from_json(r#""auto \"renew\"""#).unwrap();
    assert_eq!(action, Action::AutoRenew);
    assert_eq!(json::to_json(&action).unwrap(), r#""auto \"renew\"""#);
    let error = json::from_json::<_, Action>(r#""New""#)
        .unwrap_err()
        .to_string();
    // What a service sent is not shown; what the caller wrote is.
    let expected = "a string that is no value of Action at line 1 column 5";
    assert!(error.contains(expected), "{error}");
    let error = "New".parse::<Action>().unwrap_err();
    assert_eq!(error.to_string(), "\"New\" is no value of Action");
    assert_eq!(error.kind(), &ErrorKind::DataConversion);
}

#[test]
fn text_both_ways() {
    assert_eq!(Level::from("Purgeable"), Level::Purgeable);
    assert_eq!(
        Level::from("x".to_owned()),
        Level::UnknownValue("x".to_owned())
    );
    let parsed: Result<Level, Infallible> = "Recoverable+Purgeable".parse();
    assert_eq!(parsed, Ok(Level::RecoverablePurgeable));
    assert_eq!(
        Level::RecoverablePurgeable.to_string(),
        "Recoverable+Purgeable"
    );
    assert_eq!(
        (Level::Purgeable.as_ref(), Action::AutoRenew.as_ref()),
        ("Purgeable", "auto \"renew\"")
    );
    assert_eq!(Level::from("x").to_text().unwrap().as_deref(), Some("x"));
    assert_eq!(
        Some(&Action::EmailContacts).to_text().unwrap().as_deref(),
        Some("EmailContacts")
    );
}

#[test]
fn inside_maps_and_as_wrong_types() {
    let map: HashMap<String, Level> = json::from_json(r#"{"a":"Purgeable"}"#).unwrap();
    assert_eq!(map["a"], Level::Purgeable);
    assert!(json::from_json::<_, Level>("5").is_err());
    assert!(json::from_json::<_, Level>("null").is_err());
}
