//! Enumerations of whole numbers: open and closed.

use armature_runtime::{ParameterValue, closed_enum, extensible_enum};
use azure_core::json;

/// Open.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Level {
    /// One.
    Low,
    /// Two.
    Lower,
    /// Not known.
    UnknownValue(i32),
}
extensible_enum! { Level as i32 { Low = 1, Lower = -1, } }

/// Closed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Size {
    /// One.
    Small,
    /// Two.
    Large,
}
closed_enum! { Size as i64 { Small = 0, Large = 9000000000 } }

#[test]
fn an_unknown_number_survives_a_round_trip() {
    let levels: Vec<Level> = json::from_json(r#"[1,-1,7,"1"]"#).unwrap();
    assert_eq!(
        levels,
        [Level::Low, Level::Lower, Level::UnknownValue(7), Level::Low]
    );
    assert_eq!(json::to_json(&levels).unwrap(), "[1,-1,7,1]");
    assert_eq!(i32::from(Level::UnknownValue(7)), 7);
    assert_eq!(Level::from(-1), Level::Lower);
}

#[test]
fn an_unknown_number_of_a_closed_enumeration_is_an_error() {
    assert_eq!(
        json::from_json::<_, Size>("9000000000").unwrap(),
        Size::Large
    );
    let error = json::from_json::<_, Size>("1").unwrap_err().to_string();
    assert!(error.contains("1 is no value of Size"), "{error}");
    assert!(Size::try_from(1).is_err());
    assert_eq!(Size::try_from(0).unwrap(), Size::Small);
}

#[test]
fn what_is_no_whole_number_is_an_error() {
    for text in ["1.5", r#""low""#, "true", "3000000000"] {
        assert!(json::from_json::<_, Level>(text).is_err(), "{text}");
    }
}

#[test]
fn a_number_is_its_text_in_headers_and_parameters() {
    assert_eq!("-1".parse::<Level>().unwrap(), Level::Lower);
    assert!("minus one".parse::<Level>().is_err());
    assert_eq!(Level::Lower.to_string(), "-1");
    assert_eq!(
        Size::Large.to_text().unwrap().as_deref(),
        Some("9000000000")
    );
}
