//! Reads the properties of `x-armature-polling` one by one.
//!
//! In: the extension as JSON.
//! Out: a [`Polling`] and what is wrong with it.
//! Never: stops at the first fault.

use serde_json::{Map, Value};

use crate::azure::polling::{Fault, Polling, State, WaitsForCaller};

/// Reads the extension; faults are collected with the way to them.
#[derive(Default)]
pub(super) struct Reader {
    at: Vec<&'static str>,
    pub faults: Vec<Fault>,
}

impl Reader {
    /// The extension, as far as it is right.
    pub fn polling(&mut self, value: &Value) -> Polling {
        let known = [
            "operation",
            "state",
            "waits-for-caller",
            "result",
            "pending-statuses",
            "accepted-statuses",
            "unless-absent",
        ];
        let Some(object) = self.object(value, &known) else {
            return Polling::default();
        };
        let polling = Polling {
            operation: self.required_text(object, "operation"),
            state: self.inside(object, "state", Self::state),
            waits_for_caller: self.inside(object, "waits-for-caller", Self::waits_for_caller),
            result: self.inside(object, "result", Self::text),
            pending: self
                .inside(object, "pending-statuses", Self::statuses)
                .unwrap_or_default(),
            accepted: self
                .inside(object, "accepted-statuses", Self::statuses)
                .unwrap_or_default(),
            unless_absent: self.inside(object, "unless-absent", Self::steps),
        };
        self.contradictions(&polling);
        polling
    }

    fn state(&mut self, value: &Value) -> State {
        let Some(object) = self.object(value, &["property", "succeeded", "failed", "canceled"])
        else {
            return State::default();
        };
        let state = State {
            property: self.required(object, "property", Self::steps),
            succeeded: self.required(object, "succeeded", Self::words),
            failed: self
                .inside(object, "failed", Self::words)
                .unwrap_or_default(),
            canceled: self
                .inside(object, "canceled", Self::words)
                .unwrap_or_default(),
        };
        let words: Vec<&String> = [&state.succeeded, &state.failed, &state.canceled]
            .into_iter()
            .flatten()
            .collect();
        for (index, word) in words.iter().enumerate() {
            let is_same = |earlier: &&&String| earlier.eq_ignore_ascii_case(word);
            if words.iter().take(index).any(|earlier| is_same(&earlier)) {
                self.fault(format!("the word `{word}` stands there twice"));
            }
        }
        state
    }

    fn waits_for_caller(&mut self, value: &Value) -> WaitsForCaller {
        let Some(object) = self.object(value, &["property", "value", "message"]) else {
            return WaitsForCaller::default();
        };
        WaitsForCaller {
            property: self.required(object, "property", Self::steps),
            value: self.required_text(object, "value"),
            message: self.required_text(object, "message"),
        }
    }

    /// What no property has wrong by itself.
    fn contradictions(&mut self, polling: &Polling) {
        if polling.state.is_none() && polling.waits_for_caller.is_some() {
            self.fault("`waits-for-caller` needs `state`: only a model can say so".to_owned());
        }
        let by_status = !polling.accepted.is_empty() || polling.unless_absent.is_some();
        if polling.state.is_some() && by_status {
            let reason = "where a model says the `state`, the first answer is no result: \
                          `accepted-statuses` and `unless-absent` do not go with it";
            self.fault(reason.to_owned());
        }
        for status in &polling.accepted {
            if polling.pending.contains(status) {
                self.fault(format!("the status {status} is both pending and accepted"));
            }
        }
    }

    fn object<'v>(
        &mut self,
        value: &'v Value,
        known: &[&'static str],
    ) -> Option<&'v Map<String, Value>> {
        let Some(object) = value.as_object() else {
            self.fault("it is no object".to_owned());
            return None;
        };
        for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
            let known = known.join("`, `");
            self.fault(format!("there is no property `{key}`; there are `{known}`"));
        }
        Some(object)
    }

    /// Reads the property `key`, if it is there and not null.
    fn inside<T>(
        &mut self,
        object: &Map<String, Value>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Value) -> T,
    ) -> Option<T> {
        let value = object.get(key).filter(|value| !value.is_null())?;
        self.at.push(key);
        let read = read(self, value);
        self.at.pop();
        Some(read)
    }

    fn required<T: Default>(
        &mut self,
        object: &Map<String, Value>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Value) -> T,
    ) -> T {
        let found = self.inside(object, key, read);
        found.unwrap_or_else(|| {
            self.fault(format!("`{key}` is missing"));
            T::default()
        })
    }

    fn required_text(&mut self, object: &Map<String, Value>, key: &'static str) -> String {
        self.required(object, key, Self::text)
    }

    fn text(&mut self, value: &Value) -> String {
        let text = value
            .as_str()
            .map(str::trim)
            .filter(|text| !text.is_empty());
        if text.is_none() {
            self.fault("it is no text".to_owned());
        }
        text.unwrap_or_default().to_owned()
    }

    /// `issuer.name`
    fn steps(&mut self, value: &Value) -> Vec<String> {
        let text = self.text(value);
        let steps: Vec<String> = text.split('.').map(str::to_owned).collect();
        if !text.is_empty() && steps.iter().any(String::is_empty) {
            self.fault(format!(
                "`{text}` is no name of a property, nor names with dots between"
            ));
        }
        steps
    }

    fn words(&mut self, value: &Value) -> Vec<String> {
        let words: Option<Vec<String>> = value.as_array().and_then(|words| {
            let text = |word: &Value| {
                word.as_str()
                    .map(str::to_owned)
                    .filter(|word| !word.is_empty())
            };
            words.iter().map(text).collect()
        });
        match words {
            Some(words) if !words.is_empty() => words,
            _ => {
                self.fault("it is no list of words".to_owned());
                Vec::new()
            }
        }
    }

    fn statuses(&mut self, value: &Value) -> Vec<u16> {
        let is_status = |status: &u64| (100..=599).contains(status);
        let statuses: Option<Vec<u16>> = value.as_array().and_then(|statuses| {
            let status = |status: &Value| status.as_u64().filter(is_status)?.try_into().ok();
            statuses.iter().map(status).collect()
        });
        match statuses {
            Some(statuses) if !statuses.is_empty() => statuses,
            _ => {
                self.fault("it is no list of HTTP statuses".to_owned());
                Vec::new()
            }
        }
    }

    fn fault(&mut self, reason: String) {
        self.faults.push(Fault {
            path: self.at.clone(),
            reason,
        });
    }
}
