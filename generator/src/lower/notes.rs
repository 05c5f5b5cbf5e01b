//! Constraints and defaults as short sentences for the docs.
//!
//! In: a schema's view, or several that speak of one value.
//! Out: sentences without full stop: `1 to 25`, ``matches `^[a-z]+$` ``, `default: 5`.
//! Never: checks a value. The service does that.

use serde_json::Value;

use crate::azure::schema::{Phase, schema_extensions};
use crate::lower::schema_view::{Base, Bound, SchemaView, Values};

/// The sentences of all views, the nearest first, each once.
pub(super) fn of(views: &[SchemaView<'_>]) -> Vec<String> {
    let mut notes = Vec::new();
    for view in views {
        for note in of_one(view) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}

fn of_one(view: &SchemaView<'_>) -> impl Iterator<Item = String> {
    let limits = &view.limits;
    // Limits on a value of another type say nothing: `maxLength` stands on objects and arrays too.
    let (numbers, texts, lists) = match view.base {
        Some(Base::Integer | Base::Number) => (true, false, false),
        Some(Base::String) => (false, true, false),
        Some(Base::Array) => (false, false, true),
        Some(_) => (false, false, false),
        None => (true, true, true),
    };
    let length = count(limits.min_length, limits.max_length, "character");
    let items = count(limits.min_items, limits.max_items, "item");
    let unique = limits.unique_items.then(|| "no item twice".to_owned());
    let step = limits
        .multiple_of
        .map(|step| format!("a multiple of {step}"));
    let pattern = limits.pattern.map(|pattern| {
        // A code span keeps the signs of a pattern as they are, unless the pattern would end it.
        let quote = if pattern.contains('`') { "" } else { "`" };
        format!("matches {quote}{pattern}{quote}")
    });

    let of_number = numbers.then(|| {
        range(&limits.minimum, &limits.maximum)
            .into_iter()
            .chain(step)
    });
    let of_text = texts.then(|| length.into_iter().chain(pattern));
    let of_list = lists.then(|| items.into_iter().chain(unique));
    let notes = of_number.into_iter().flatten();
    let notes = notes.chain(of_text.into_iter().flatten());
    let notes = notes.chain(of_list.into_iter().flatten());
    notes
        .chain(only_boolean(view))
        .chain(mutability(view))
        .chain(default(view))
}

/// A boolean that has one value.
fn only_boolean(view: &SchemaView<'_>) -> Option<String> {
    match (&view.values, view.base) {
        (Values::Others(values), Some(Base::Boolean)) => match values.as_slice() {
            [only] => Some(format!("always {only}")),
            _ => None,
        },
        _ => None,
    }
}

fn range(minimum: &Option<Bound>, maximum: &Option<Bound>) -> Vec<String> {
    match (minimum, maximum) {
        (Some(Bound::Inclusive(least)), Some(Bound::Inclusive(most))) if least == most => {
            vec![format!("always {least}")]
        }
        (Some(Bound::Inclusive(least)), Some(Bound::Inclusive(most))) => {
            vec![format!("{least} to {most}")]
        }
        _ => {
            let least = minimum.as_ref().map(|bound| match bound {
                Bound::Inclusive(value) => format!("at least {value}"),
                Bound::Exclusive(value) => format!("greater than {value}"),
            });
            let most = maximum.as_ref().map(|bound| match bound {
                Bound::Inclusive(value) => format!("at most {value}"),
                Bound::Exclusive(value) => format!("less than {value}"),
            });
            least.into_iter().chain(most).collect()
        }
    }
}

fn count(least: Option<usize>, most: Option<usize>, what: &str) -> Option<String> {
    let plural = |number: usize| match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    };
    match (least.filter(|least| *least > 0), most) {
        (Some(least), Some(most)) if least == most => Some(format!("exactly {}", plural(least))),
        (Some(least), Some(most)) => Some(format!("{least} to {}", plural(most))),
        (Some(least), None) => Some(format!("at least {}", plural(least))),
        (None, Some(most)) => Some(format!("at most {}", plural(most))),
        (None, None) => None,
    }
}

/// What the field's [`Access`](crate::model::Access) does not say already.
fn mutability(view: &SchemaView<'_>) -> Vec<String> {
    let Some(phases) = schema_extensions(view.data).mutability else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    if !phases.contains(&Phase::Read) && !phases.is_empty() {
        notes.push("never returned".to_owned());
    }
    if !phases.contains(&Phase::Create) && phases.contains(&Phase::Update) {
        notes.push("not set on creation".to_owned());
    }
    notes
}

fn default(view: &SchemaView<'_>) -> Option<String> {
    let default = match view.data.default.as_ref()? {
        Value::String(text) => text.clone(),
        Value::Null => return None,
        other => other.to_string(),
    };
    Some(format!("default: {default}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(schema: &str, expected: &[&str]) {
        let schema: openapiv3::Schema = serde_json::from_str(schema).unwrap();
        assert_eq!(of(&[SchemaView::of(&schema)]), expected);
    }

    #[test]
    fn ranges() {
        check(r#"{"type": "integer", "minimum": 1}"#, &["at least 1"]);
        check(
            r#"{"type": "integer", "minimum": 1, "maximum": 25}"#,
            &["1 to 25"],
        );
        check(
            r#"{"type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 0.5}"#,
            &["greater than 0", "at most 0.5"],
        );
        check(
            r#"{"type": "integer", "multipleOf": 5}"#,
            &["a multiple of 5"],
        );
    }

    #[test]
    fn lengths_and_patterns() {
        check(
            r#"{"type": "string", "minLength": 1, "maxLength": 80, "pattern": "^[a-z]+$"}"#,
            &["1 to 80 characters", "matches `^[a-z]+$`"],
        );
        check(
            r#"{"type": "string", "minLength": 0, "maxLength": 1}"#,
            &["at most 1 character"],
        );
        check(
            r#"{"type": "string", "minLength": 4, "maxLength": 4}"#,
            &["exactly 4 characters"],
        );
    }

    #[test]
    fn lists() {
        check(
            r#"{"type": "array", "items": {}, "minItems": 1, "uniqueItems": true}"#,
            &["at least 1 item", "no item twice"],
        );
    }

    #[test]
    fn defaults() {
        check(r#"{"type": "integer", "default": 5}"#, &["default: 5"]);
        check(r#"{"type": "string", "default": "all"}"#, &["default: all"]);
        check(r#"{"type": "string", "default": null}"#, &[]);
    }

    #[test]
    fn limits_of_another_type_say_nothing() {
        check(r#"{"type": "array", "items": {}, "maxLength": 3}"#, &[]);
        check(r#"{"type": "string", "minimum": 3}"#, &[]);
    }

    #[test]
    fn mutability_beyond_access() {
        check(
            r#"{"type": "string", "x-ms-mutability": ["create", "read"]}"#,
            &[],
        );
        check(
            r#"{"type": "string", "x-ms-mutability": ["create", "update"]}"#,
            &["never returned"],
        );
        check(
            r#"{"type": "string", "x-ms-mutability": ["read", "update"]}"#,
            &["not set on creation"],
        );
    }
}
