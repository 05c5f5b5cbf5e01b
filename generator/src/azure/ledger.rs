//! The ledger of extensions: every `x-*` name that Azure's descriptions use, and what is done about it.
//!
//! In: the name of an extension.
//! Out: its row; none when nobody has decided about it yet, which is worth a warning.
//! Never: looks at values.

use crate::treatment::Treatment::{self, Handled, Ignored};

/// The row of an extension; `None` for a name that nobody has decided about.
pub fn treatment(name: &str) -> Option<Treatment> {
    let row = LEDGER
        .binary_search_by(|(known, _)| (*known).cmp(name))
        .ok()?;
    LEDGER.get(row).map(|(_, treatment)| *treatment)
}

/// Every known extension, sorted by name.
pub const LEDGER: &[(&str, Treatment)] = &[
    (
        "x-abstract",
        Ignored("models have no subclasses: each has the inherited fields itself"),
    ),
    (
        "x-accessibility",
        Ignored("says whether other generators make a type public"),
    ),
    ("x-apim-code-nillable", Ignored("every field may be absent")),
    ("x-armature-polling", Handled("lower::polling")),
    (
        "x-client-name",
        Ignored("a misspelling of x-ms-client-name that the service's own generators read no more"),
    ),
    ("x-comment", Ignored("a note for the description's authors")),
    (
        "x-examples",
        Ignored("values for documentation without requests and answers"),
    ),
    ("x-ms-api-version", Handled("lower::parameters")),
    (
        "x-ms-arm-id-details",
        Ignored("says what a resource id may name; it stays text"),
    ),
    (
        "x-ms-azure-resource",
        Ignored("marks resources; their models are like all others"),
    ),
    (
        "x-ms-client-default",
        Ignored("services set defaults; the client sends what it is given"),
    ),
    (
        "x-ms-client-flatten",
        Ignored("models have the shape that is on the wire, so that {} and absent stay different"),
    ),
    (
        "x-ms-client-name",
        Handled("lower::objects, lower::parameters, lower::headers"),
    ),
    (
        "x-ms-client-request-id",
        Ignored("the pipeline names every request itself"),
    ),
    ("x-ms-code-generation-settings", Handled("lower::clients")),
    ("x-ms-collection-format", Handled("lower::parameters")),
    ("x-ms-discriminator-value", Handled("lower::hierarchy")),
    ("x-ms-enum", Handled("lower::enums")),
    ("x-ms-error-response", Handled("lower::responses")),
    ("x-ms-examples", Handled("lower::examples")),
    (
        "x-ms-external",
        Ignored("marks models that another library has; each api-version has its own"),
    ),
    (
        "x-ms-header-collection-prefix",
        Ignored(
            "headers of that prefix are in the answer's own headers; one getter cannot stand for many",
        ),
    ),
    (
        "x-ms-identifiers",
        Ignored("names the keys of a list for comparison; lists are read as they are"),
    ),
    (
        "x-ms-long-running-operation",
        Handled("lower::long_running"),
    ),
    (
        "x-ms-long-running-operation-options",
        Handled("lower::long_running"),
    ),
    ("x-ms-mutability", Handled("lower::objects")),
    (
        "x-ms-odata",
        Ignored("names the model of a filter; the filter is sent as text"),
    ),
    ("x-ms-pageable", Handled("lower::paging")),
    (
        "x-ms-parameter-grouping",
        Ignored("optional parameters are one struct per method already"),
    ),
    ("x-ms-parameter-location", Handled("lower::parameters")),
    ("x-ms-parameterized-host", Handled("lower::clients")),
    ("x-ms-paths", Handled("load")),
    ("x-ms-request-id", Ignored("a sample value of a header")),
    ("x-ms-requestBody-name", Handled("lower::bodies")),
    ("x-ms-secret", Handled("lower::objects")),
    ("x-ms-skip-url-encoding", Handled("lower::parameters")),
    ("x-ms-text", Handled("azure::xml")),
    (
        "x-nullable",
        Ignored("null and absent are read alike, and every field may be absent"),
    ),
    (
        "x-publish",
        Ignored("says where the service's own documentation appears"),
    ),
    (
        "x-sf-clientlib",
        Ignored("instructions to Service Fabric's own generator"),
    ),
    (
        "x-sf-codegen",
        Ignored("instructions to Service Fabric's own generator"),
    ),
    (
        "x-typespec-generated",
        Ignored("says which tool wrote the description"),
    ),
    (
        "x-typespec-name",
        Ignored("the name of a type in its source language"),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_once() {
        assert!(
            LEDGER.is_sorted_by(|(a, _), (b, _)| a < b),
            "sorted, no name twice"
        );
        for (name, row) in LEDGER {
            assert_eq!(treatment(name), Some(*row));
        }
        assert_eq!(treatment("x-ms-unheard-of"), None);
    }

    #[test]
    fn every_row_says_where_or_why() {
        for (name, row) in LEDGER {
            let (Handled(text) | Ignored(text)) = row;
            assert!(!text.is_empty(), "{name}");
        }
    }
}
