//! `A03xx`: names that had to change.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::location::Place;

/// Where a name may be chosen by hand.
const RENAME: &str =
    "choose names in the manifest under `[rename]`, for a readme's crate with an overlay";

impl Diagnostics {
    /// An operationId occurs twice in one api-version.
    pub fn duplicate_operation_id(
        &mut self,
        place: &Place,
        first: &Place,
        id: &str,
        renamed: &str,
    ) {
        self.push(
            Diagnostic::warning(
                "A0301",
                place,
                format!("the operationId `{id}` occurs twice"),
            )
            .related("first use", first)
            .done(format!("the second is named `{renamed}`"))
            .help(RENAME),
        );
    }

    /// The same operation is described twice: same id, method and path.
    pub fn operation_twice(&mut self, place: &Place, first: &Place, id: &str) {
        self.push(
            Diagnostic::warning(
                "A0302",
                place,
                format!("the operation `{id}` is described twice"),
            )
            .related("first use", first)
            .done("the first is kept")
            .help("leave one out of the inputs"),
        );
    }

    /// Two definitions of one name with different content, in different files.
    pub fn definition_twice(&mut self, place: &Place, first: &Place, name: &str, renamed: &str) {
        self.push(
            Diagnostic::warning(
                "A0303",
                place,
                format!("there are two different definitions named `{name}`"),
            )
            .related("first use", first)
            .done(format!("the second is named `{renamed}`"))
            .help(RENAME),
        );
    }

    /// Two names become one in code. `what` is their kind in the plural (`enum values`), `becomes` their common spelling.
    pub fn names_collide(
        &mut self,
        place: &Place,
        first: &Place,
        what: &str,
        names: (&str, &str),
        becomes: &str,
        renamed: &str,
    ) {
        let (earlier, later) = names;
        self.push(
            Diagnostic::warning(
                "A0304",
                place,
                format!("{what} `{earlier}` and `{later}` both become `{becomes}`"),
            )
            .related("first use", first)
            .done(format!("the second is named `{renamed}`"))
            .help(RENAME),
        );
    }

    /// The client of an operation group would be named as that of the whole api-version. `place` is the group's first operation.
    pub fn group_named_as_root(&mut self, place: &Place, group: &str, root: &str, renamed: &str) {
        self.push(
            Diagnostic::warning(
                "A0310",
                place,
                format!("the client of the operation group `{group}` would be named `{root}`, as the client of the service"),
            )
            .done(format!("it is named `{renamed}`"))
            .help("nothing has to be done; an overlay can put the operations in another group by their operationId"),
        );
    }

    /// A row of `[rename]` in the manifest whose place no description has.
    pub fn rename_without_effect(&mut self, place: &Place, key: &str) {
        self.push(
            Diagnostic::error("A0305", place, format!("there is nothing to rename at `{key}`"))
                .help("remove the row, or write the path of a file below the source root and a JSON pointer in it"),
        );
    }

    /// Two operation groups differ by case alone.
    pub fn groups_differ_by_case(&mut self, place: &Place, name: &str, kept: &str) {
        self.push(
            Diagnostic::warning(
                "A0309",
                place,
                format!("the operation groups `{name}` and `{kept}` differ by case alone"),
            )
            .done(format!("both are the group `{kept}`"))
            .help("give each operation an operationId of its own"),
        );
    }

    /// Two enumerations have one `x-ms-enum` name and different values.
    pub fn enumeration_twice(&mut self, place: &Place, first: &Place, name: &str, renamed: &str) {
        self.push(
            Diagnostic::warning(
                "A0306",
                place,
                format!("there are two enumerations named `{name}` with different values"),
            )
            .related("first use", first)
            .done(format!("the second is named `{renamed}`"))
            .help(RENAME),
        );
    }

    /// A name that generated code needs for something else. `what` is its kind: `enum value`.
    pub fn name_reserved(&mut self, place: &Place, what: &str, name: &str, renamed: &str) {
        self.push(
            Diagnostic::warning(
                "A0307",
                place,
                format!(
                    "the {what} `{name}` has a name that generated code needs for something else"
                ),
            )
            .done(format!("it is named `{renamed}`"))
            .help(RENAME),
        );
    }

    /// Two types have one name for another reason than those above: a definition and an enumeration, for example.
    pub fn type_name_twice(&mut self, place: &Place, first: &Place, name: &str, renamed: &str) {
        self.push(
            Diagnostic::warning(
                "A0308",
                place,
                format!("there are two types named `{name}`"),
            )
            .related("first use", first)
            .done(format!("the second is named `{renamed}`"))
            .help(RENAME),
        );
    }
}
