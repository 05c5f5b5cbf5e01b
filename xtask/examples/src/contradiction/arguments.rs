//! Arguments that the operation does not have, that are missing, or that are none of their parameters.

use serde_json::{Map, Value};

use crate::contradiction::{Against, Contradiction, Mend};
use crate::documents::step;
use crate::example::parameters;
use crate::host;
use crate::operation::{Operation, Parameter, Within};
use crate::sample;
use crate::sent_anyway;
use crate::walk::{Findings, shortened, walk};

pub(super) fn find(operation: &Operation<'_>, example: &Value) -> Vec<Contradiction> {
    let given = parameters(example);
    let mut found = unknown(operation, &given);
    for parameter in &operation.parameters {
        found.extend(of_parameter(parameter, &given));
    }
    found.extend(of_version(operation, &given));
    found
}

fn at(name: &str) -> String {
    format!("/parameters{}", step(name))
}

/// Arguments of which the operation knows nothing.
fn unknown(operation: &Operation<'_>, given: &Map<String, Value>) -> Vec<Contradiction> {
    let others = operation.of_the_client.iter();
    let known: Vec<&Parameter<'_>> = operation.parameters.iter().chain(others).collect();
    let is_known = |name: &str| {
        known.iter().any(|known| known.name == name) || sent_anyway::is_argument(operation, name)
    };
    let unknown = given.keys().filter(|name| !is_known(name));
    unknown
        .map(|name| {
            let other = operation.parameters.iter().find(|known| {
                known.name.eq_ignore_ascii_case(name) && !given.contains_key(known.name)
            });
            Contradiction {
                pointer: at(name),
                against: Against::UnknownParameter,
                what: match other {
                    Some(other) => {
                        format!("the parameter is called {:?}: {}", other.name, other.node)
                    }
                    None => format!("the operation has no such parameter: {}", operation.node),
                },
                mend: other.map_or(Mend::Remove, |other| Mend::Rename(other.name.to_owned())),
            }
        })
        .collect()
}

fn of_parameter(parameter: &Parameter<'_>, given: &Map<String, Value>) -> Vec<Contradiction> {
    let value = given.get(parameter.name).filter(|value| !value.is_null());
    let Some(value) = value else {
        return missing(parameter, given).into_iter().collect();
    };
    if let Some((against, why, instead)) = misplaced(parameter, value) {
        return vec![one(parameter, against, &why, instead)];
    }
    let mut found = Findings::default();
    walk(&parameter.schema(), value, &at(parameter.name), &mut found);
    if parameter.within == Within::Body {
        return found.contradictions;
    }
    for contradiction in &mut found.contradictions {
        contradiction.mend = match (&contradiction.mend, value) {
            // A list in one text.
            (Mend::Remove, Value::String(text)) if parameter.node.text("type") == Some("array") => {
                let items = text.split(',').map(|item| Value::from(item.trim()));
                Mend::Set(items.collect())
            }
            // Without a required value nothing else could be checked.
            (Mend::Remove, _) if parameter.is_required() => Mend::Set(sample::of(parameter)),
            (mend, _) => mend.clone(),
        };
    }
    found.contradictions
}

fn one(parameter: &Parameter<'_>, against: Against, why: &str, instead: Value) -> Contradiction {
    Contradiction {
        pointer: at(parameter.name),
        against,
        what: format!("{why}: {}", parameter.node),
        mend: Mend::Set(instead),
    }
}

fn missing(parameter: &Parameter<'_>, given: &Map<String, Value>) -> Option<Contradiction> {
    // In another case it is an unknown one, and gets its name.
    let is_there = |(name, value): (&String, &Value)| {
        name.eq_ignore_ascii_case(parameter.name) && !value.is_null()
    };
    let sent_anyway = parameter.is_api_version()
        || parameter.constant().is_some()
        || parameter.is_of_the_pipeline();
    let is_missing = parameter.is_required() && !sent_anyway && !given.iter().any(is_there);
    let why = "the required parameter is missing";
    is_missing.then(|| {
        one(
            parameter,
            Against::MissingParameter,
            why,
            sample::of(parameter),
        )
    })
}

/// Why a value cannot stand where the parameter goes to, and one that can.
fn misplaced(parameter: &Parameter<'_>, value: &Value) -> Option<(Against, String, Value)> {
    let text = value.as_str();
    if parameter.within == Within::Path && matches!(text, Some("" | "." | "..")) {
        let why = format!("{} is no segment of a path", shortened(value));
        return Some((Against::Address, why, sample::of(parameter)));
    }
    if parameter.within == Within::Host
        && let Some((why, instead)) = text.and_then(|text| host::fault(parameter, text))
    {
        return Some((Against::Address, why, instead));
    }
    let constant = parameter.constant().filter(|constant| *constant != value)?;
    let why = format!("{} is not the only value, {constant}", shortened(value));
    Some((Against::Value, why, constant.clone()))
}

/// Another api-version than that of the description. Most clients let the caller choose; then it is of no matter.
fn of_version(operation: &Operation<'_>, given: &Map<String, Value>) -> Option<Contradiction> {
    let mut parameters = operation.parameters.iter();
    let parameter = parameters.find(|parameter| parameter.is_api_version())?;
    let given = given.get(parameter.name)?;
    let own = operation.document.get("info")?.value.get("version")?;
    let differs = parameter.constant().is_none() && given != own;
    differs.then(|| Contradiction {
        pointer: at(parameter.name),
        against: Against::Version,
        what: format!(
            "{} is not the version of the description, {own}: {}#/info/version",
            shortened(given),
            operation.document.file
        ),
        mend: Mend::Set(own.clone()),
    })
}
