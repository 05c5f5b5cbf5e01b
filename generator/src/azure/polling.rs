//! Reads `x-armature-polling`: how an operation is polled by another operation of the same service.
//!
//! In: the extensions of an operation.
//! Out: [`Polling`] as it is written, or every value in it that is wrong.
//! Never: knows other operations or models; whether the words fit them is for `lower`.
//!
//! ```yaml
//! x-armature-polling:
//!   operation: GetCertificateOperation   # the GET that is asked again and again
//!   state:                               # its answers' model says how this operation stands
//!     property: status
//!     succeeded: [completed]             # any word in no list: in progress
//!     failed: [failed]
//!     canceled: [cancelled]
//!   waits-for-caller:                    # then nobody but the caller can go on
//!     property: issuer.name
//!     value: Unknown
//!     message: what the caller has to do
//!   result: GetCertificate               # the GET of the result; absent: the last answer
//!   pending-statuses: [404]              # HTTP statuses that mean "not yet"
//!   accepted-statuses: [403]             # "done, but the caller may not look": the first answer is the result
//!   unless-absent: recoveryId            # without this property in the first answer nothing is polled
//! ```

mod reader;

use serde_json::Value;

use crate::azure::Extensions;
use reader::Reader;

/// The extension's name.
pub const NAME: &str = "x-armature-polling";

/// `x-armature-polling` as it is written.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Polling {
    /// operationId of the GET that is asked.
    pub operation: String,
    /// How its answers say the state; without it their HTTP statuses do.
    pub state: Option<State>,
    /// When nobody but the caller can go on.
    pub waits_for_caller: Option<WaitsForCaller>,
    /// operationId of the GET of the result.
    pub result: Option<String>,
    /// HTTP statuses that mean "not yet".
    pub pending: Vec<u16>,
    /// HTTP statuses that mean "done, but the caller may not look".
    pub accepted: Vec<u16>,
    /// Property of the first answer without which nothing is polled: steps from the answer inwards.
    pub unless_absent: Option<Vec<String>>,
}

/// How a model says the state.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct State {
    /// The property with the word: steps from the model inwards.
    pub property: Vec<String>,
    /// Words for "done"; at least one.
    pub succeeded: Vec<String>,
    /// Words for "failed".
    pub failed: Vec<String>,
    /// Words for "cancelled".
    pub canceled: Vec<String>,
}

/// When nobody but the caller can go on.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct WaitsForCaller {
    /// The property: steps from the model inwards.
    pub property: Vec<String>,
    /// The value that it has then.
    pub value: String,
    /// What the caller has to do.
    pub message: String,
}

/// A value that is wrong.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// The way to it from the extension on.
    pub path: Vec<&'static str>,
    /// What is wrong: completes "`x-armature-polling` does not fit: …".
    pub reason: String,
}

/// Reads `x-armature-polling`; `None` when the operation has none, or `null` or `false`.
///
/// # Errors
///
/// All wrong values, in the order of the properties above.
pub fn polling(extensions: &Extensions) -> Option<Result<Polling, Vec<Fault>>> {
    let value = extensions.get(NAME)?;
    if matches!(value, Value::Null | Value::Bool(false)) {
        return None;
    }
    let mut reader = Reader::default();
    let polling = reader.polling(value);
    Some(match reader.faults.is_empty() {
        true => Ok(polling),
        false => Err(reader.faults),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(value: Value) -> Option<Result<Polling, Vec<(String, String)>>> {
        let extensions = serde_json::from_value(json!({ NAME: value })).expect("an object");
        let read = polling(&extensions)?;
        Some(read.map_err(|faults| {
            let fault = |fault: Fault| (fault.path.join("/"), fault.reason);
            faults.into_iter().map(fault).collect()
        }))
    }

    fn faults(value: Value) -> Vec<(String, String)> {
        read(value).expect("it is there").expect_err("it is wrong")
    }

    #[test]
    fn everything_is_read() {
        let whole = json!({
            "operation": "Get",
            "state": {"property": "properties.status", "succeeded": ["done"], "failed": ["failed"]},
            "waits-for-caller": {"property": "issuer.name", "value": "Unknown", "message": "sign"},
            "result": "GetResult",
            "pending-statuses": [404],
        });
        let polling = read(whole).expect("it is there").expect("it is right");
        let state = polling.state.expect("a state");
        assert_eq!(state.property, ["properties", "status"]);
        assert_eq!(
            (state.succeeded, state.canceled),
            (vec!["done".to_owned()], vec![])
        );
        assert_eq!(polling.waits_for_caller.expect("waits").value, "Unknown");
        assert_eq!(polling.result.as_deref(), Some("GetResult"));
        let by_status = json!({
            "operation": "Get", "accepted-statuses": [403], "unless-absent": "a.b",
        });
        let polling = read(by_status).expect("it is there").expect("it is right");
        assert_eq!(polling.accepted, [403]);
        assert_eq!(
            polling.unless_absent,
            Some(vec!["a".to_owned(), "b".to_owned()])
        );
    }

    #[test]
    fn null_and_false_are_none() {
        assert!(read(json!(null)).is_none() && read(json!(false)).is_none());
    }

    #[test]
    fn every_wrong_value_is_found_at_its_place() {
        let at = |value: Value| -> Vec<String> {
            faults(value).into_iter().map(|(path, _)| path).collect()
        };
        assert_eq!(at(json!([])), [""]);
        assert_eq!(at(json!({})), [""]);
        assert_eq!(at(json!({"operation": 1})), ["operation"]);
        assert_eq!(at(json!({"operation": " "})), ["operation"]);
        let wrong = json!({
            "operation": "Get", "surplus": 1, "state": {"succeeded": [], "other": 1}, "result": {},
            "pending-statuses": [99], "accepted-statuses": 403, "unless-absent": "a..b",
            "waits-for-caller": {"property": "a", "value": 1},
        });
        assert_eq!(
            at(wrong),
            [
                "",
                "state",
                "state",
                "state/succeeded",
                "waits-for-caller/value",
                "waits-for-caller",
                "result",
                "pending-statuses",
                "accepted-statuses",
                "unless-absent",
                "",
            ]
        );
    }

    #[test]
    fn contradictions_are_found() {
        let one = |value: Value| faults(value).remove(0);
        let state =
            |failed: Value| json!({"property": "s", "succeeded": ["done"], "failed": failed});
        let (path, reason) = one(json!({"operation": "Get", "state": state(json!(["Done"]))}));
        assert_eq!(
            (path.as_str(), reason.as_str()),
            ("state", "the word `Done` stands there twice")
        );
        let waits = json!({"property": "a", "value": "b", "message": "c"});
        let (_, reason) = one(json!({"operation": "Get", "waits-for-caller": waits}));
        assert!(reason.contains("needs `state`"), "{reason}");
        let mixed =
            json!({"operation": "Get", "state": state(json!(["f"])), "accepted-statuses": [403]});
        assert!(one(mixed).1.contains("do not go with it"));
        let twice =
            json!({"operation": "Get", "pending-statuses": [404], "accepted-statuses": [404]});
        assert!(one(twice).1.contains("both pending and accepted"));
    }
}
