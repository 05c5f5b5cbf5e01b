//! The XML form of a schema (`xml`), with `x-ms-text`.
//!
//! In: a schema's data, among whose extensions `load` has kept its `xml`.
//! Out: [`Xml`]: what it says.
//! Never: decides what a property is called where nothing is said.

use openapiv3::SchemaData;
use serde_json::Value;

/// `xml`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Xml<'a> {
    /// What the element or attribute is called.
    pub name: Option<&'a str>,
    /// Its namespace.
    pub namespace: Option<&'a str>,
    /// The prefix of its name.
    pub prefix: Option<&'a str>,
    /// It is an attribute.
    pub attribute: bool,
    /// An element stands around the items of the list.
    pub wrapped: bool,
    /// `x-ms-text`: it is the text of the element around it.
    pub text: bool,
}

/// What a schema says; nothing when it has no `xml`.
pub fn xml(data: &SchemaData) -> Option<Xml<'_>> {
    let members = data.extensions.get("xml")?.as_object()?;
    let word = |name: &str| members.get(name)?.as_str().filter(|word| !word.is_empty());
    let is = |name: &str| members.get(name).and_then(Value::as_bool) == Some(true);
    Some(Xml {
        name: word("name"),
        namespace: word("namespace"),
        prefix: word("prefix"),
        attribute: is("attribute"),
        wrapped: is("wrapped"),
        text: is("x-ms-text"),
    })
}
