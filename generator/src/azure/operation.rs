//! Extensions of operations and responses: paging, long-running operations, error answers, examples.
//!
//! In: the extensions of an operation or a response.
//! Out: what they ask for.
//! Never: checks it against the models.

use serde_json::Value;

use crate::azure::{Extensions, flag};

/// `x-ms-pageable`: the operation lists something page by page.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Pageable {
    /// The property of a page with the URL of the next one.
    pub next_link: NextLinkName,
    /// The property of a page with its items; `value` when the description does not say.
    pub items: String,
    /// The operation that reads further pages.
    pub operation: Option<String>,
}

/// `x-ms-pageable.nextLinkName`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NextLinkName {
    /// It is this property.
    Named(String),
    /// `null`, or empty: there is one page.
    None,
    /// Not said: it is `nextLink` where the page has one.
    Unsaid,
}

/// Reads `x-ms-pageable`.
///
/// The operation under `operationName` matters only where a link is the end of a URL: of a complete one, a GET is the call of that operation.
pub fn pageable(extensions: &Extensions) -> Option<Pageable> {
    let value = extensions.get("x-ms-pageable")?;
    if matches!(value, Value::Null | Value::Bool(false)) {
        return None;
    }
    let next_link = match value.get("nextLinkName") {
        None => NextLinkName::Unsaid,
        Some(Value::String(name)) if !name.is_empty() => NextLinkName::Named(name.clone()),
        Some(_) => NextLinkName::None,
    };
    let items = value
        .get("itemName")
        .and_then(Value::as_str)
        .filter(|name| !name.is_empty())
        .unwrap_or("value");
    Some(Pageable {
        next_link,
        items: items.to_owned(),
        operation: value
            .get("operationName")
            .and_then(Value::as_str)
            .map(str::to_owned),
    })
}

/// `x-ms-long-running-operation-options.final-state-via` as it is written; `None` when it is not said.
pub fn final_state_via(extensions: &Extensions) -> Option<&str> {
    extensions
        .get("x-ms-long-running-operation-options")?
        .get("final-state-via")?
        .as_str()
}

/// `x-ms-long-running-operation: true`.
pub fn is_long_running(extensions: &Extensions) -> bool {
    flag(extensions, "x-ms-long-running-operation") == Some(true)
}

/// `x-ms-error-response: true` of a response: its status is an error although it is declared.
pub fn is_error_response(extensions: &Extensions) -> bool {
    flag(extensions, "x-ms-error-response") == Some(true)
}

/// `x-ms-examples`: the examples by name, each mostly a reference to a file.
pub fn examples(extensions: &Extensions) -> impl Iterator<Item = (&str, ExampleSource<'_>)> {
    let map = extensions.get("x-ms-examples").and_then(Value::as_object);
    map.into_iter().flatten().map(|(name, value)| {
        let source = match value.get("$ref").and_then(Value::as_str) {
            Some(reference) => ExampleSource::File(reference),
            None => ExampleSource::Inline(value),
        };
        (name.as_str(), source)
    })
}

/// Where an example is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ExampleSource<'a> {
    /// In the file that this reference names.
    File(&'a str),
    /// In the description itself.
    Inline(&'a Value),
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn extensions(value: Value) -> Extensions {
        serde_json::from_value(value).expect("an object")
    }

    #[test]
    fn pageable_says_where_the_link_and_the_items_are() {
        let paged = |value| {
            pageable(&extensions(json!({ "x-ms-pageable": value }))).map(|p| (p.next_link, p.items))
        };
        assert_eq!(
            paged(json!({"nextLinkName": "@nextLink", "itemName": "values"})),
            Some((
                NextLinkName::Named("@nextLink".to_owned()),
                "values".to_owned()
            ))
        );
        assert_eq!(
            paged(json!({"nextLinkName": null})),
            Some((NextLinkName::None, "value".to_owned()))
        );
        assert_eq!(
            paged(json!({"nextLinkName": ""})),
            Some((NextLinkName::None, "value".to_owned()))
        );
        assert_eq!(
            paged(json!({})),
            Some((NextLinkName::Unsaid, "value".to_owned()))
        );
        assert_eq!(paged(json!(null)), None);
    }

    #[test]
    fn false_is_not_long_running() {
        let long_running =
            |value| is_long_running(&extensions(json!({ "x-ms-long-running-operation": value })));
        assert!(long_running(json!(true)));
        assert!(!long_running(json!(false)));
        assert!(!is_long_running(&Extensions::new()));
    }

    #[test]
    fn examples_are_files_or_inline() {
        let described = extensions(
            json!({"x-ms-examples": {"a": {"$ref": "a.json"}, "b": {"parameters": {}}}}),
        );
        let found: Vec<_> = examples(&described).collect();
        assert_eq!(found.first(), Some(&("a", ExampleSource::File("a.json"))));
        assert!(matches!(
            found.get(1),
            Some(("b", ExampleSource::Inline(_)))
        ));
    }
}
