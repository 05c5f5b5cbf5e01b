//! What is said about a value on the way from its property to its type.
//!
//! In: a property's schema, which may wrap a reference to say more about it.
//! Out: the views on that way, the property's own first; and from them text, access and the name for code.
//! Never: gives a schema a type.

use std::collections::BTreeSet;

use openapiv3::SchemaData;

use crate::azure::schema::{Phase, schema_extensions};
use crate::load::SpecSet;
use crate::lower::nodes::{MAX_DEPTH, Node, follow};
use crate::lower::schema_view::SchemaView;
use crate::model::{Access, Doc};

/// The views on the way, the nearest first: a wrapper, then the definition it refers to.
///
/// A definition that only wraps another one ends the way, since it may be a type of its own.
pub(super) fn views<'a>(specs: &'a SpecSet, node: Node<'a>) -> Vec<SchemaView<'a>> {
    let mut views = Vec::new();
    let mut next = Some(node);
    while let Some(node) = next.take() {
        match node {
            Node::Inline(schema) => {
                let view = SchemaView::of(schema);
                next = view.wrapped().map(Node::Reference);
                views.push(view);
            }
            Node::Reference(reference) => {
                let definition = follow(specs, reference);
                views.extend(definition.map(|definition| SchemaView::of(definition.schema)));
            }
        }
    }
    views.truncate(MAX_DEPTH);
    views
}

/// The text about a value: the nearest there is.
pub(super) fn doc(views: &[SchemaView<'_>]) -> Doc {
    let docs = views.iter().map(|view| doc_of(view.data));
    let mut docs = docs.filter(|doc| *doc != Doc::default());
    docs.next().unwrap_or_default()
}

/// The text of one schema: its title is the summary. One word beside a description is the schema's name again, and says nothing.
pub(super) fn doc_of(data: &SchemaData) -> Doc {
    let text = |text: &Option<String>| {
        let trimmed = text.as_deref().unwrap_or_default().trim();
        (!trimmed.is_empty()).then(|| trimmed.to_owned())
    };
    let description = text(&data.description);
    let summary = text(&data.title).filter(|title| match &description {
        Some(description) => title != description && title.contains(char::is_whitespace),
        None => true,
    });
    Doc {
        summary,
        description,
    }
}

/// Who sets the value. What is read-only stays so however secret it is, because it is never sent.
///
/// `readOnly` on a definition counts for all properties of that type, as in AutoRest.
pub(super) fn access(views: &[SchemaView<'_>]) -> Access {
    let mut access = Access::ReadWrite;
    for view in views {
        let extensions = schema_extensions(view.data);
        let phases = extensions.mutability.unwrap_or_default();
        if view.data.read_only || phases == BTreeSet::from([Phase::Read]) {
            return Access::ReadOnly;
        }
        if extensions.secret || view.format == Some("password") {
            access = Access::Secret;
        } else if access == Access::ReadWrite
            && phases.contains(&Phase::Create)
            && !phases.contains(&Phase::Update)
        {
            access = Access::CreateOnly;
        }
    }
    access
}

/// The property's own `x-ms-client-name`; a definition's names the type, not the property.
pub(super) fn client_name(node: Node<'_>) -> Option<String> {
    match node {
        Node::Inline(schema) => schema_extensions(&schema.schema_data).client_name,
        Node::Reference(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_that_is_a_name_is_no_summary_of_a_description() {
        let text = |title: &str, description: Option<&str>| {
            let data = SchemaData {
                title: Some(title.to_owned()),
                description: description.map(str::to_owned),
                ..SchemaData::default()
            };
            let doc = doc_of(&data);
            (doc.summary, doc.description)
        };
        let described = Some("Azure backup rule".to_owned());
        assert_eq!(
            text("AzureBackupRule", described.as_deref()),
            (None, described.clone())
        );
        assert_eq!(
            text("A rule", described.as_deref()),
            (Some("A rule".to_owned()), described)
        );
        assert_eq!(
            text("AzureBackupRule", None),
            (Some("AzureBackupRule".to_owned()), None)
        );
    }
}
