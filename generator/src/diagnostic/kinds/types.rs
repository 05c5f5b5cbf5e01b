//! `A04xx`: schemas.

use super::MEND;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::location::{Place, unescape};

impl Diagnostics {
    /// A reference to a schema leads to nothing.
    pub fn dangling_schema(&mut self, place: &Place, reference: &str) {
        self.push(
            Diagnostic::warning("A0401", place, no_schema(reference))
                .done("it is read as free JSON")
                .help(MEND),
        );
    }

    /// A format that the table of scalars does not have. `base` is the type without it: `string`.
    pub fn unknown_format(&mut self, place: &Place, format: &str, base: &str) {
        self.push(
            Diagnostic::warning(
                "A0402",
                place,
                format!("unknown format `{format}` of a {base}"),
            )
            .done(format!("it is read as a {base} without format"))
            .help("add the format to the table of scalars, or leave it out of the description, with an overlay if need be"),
        );
    }

    /// A format that belongs to another type than the one beside it. `reason` says why the type counts.
    pub fn format_of_other_type(&mut self, place: &Place, format: &str, base: &str, reason: &str) {
        self.push(
            Diagnostic::warning(
                "A0440",
                place,
                format!("`{format}` is no format of a {base}: {reason}"),
            )
            .done(format!("it is read as a {base} without format"))
            .help("if the service writes it otherwise, change the type with an overlay"),
        );
    }

    /// A subtype that is no object with a name, and so no kind of a discriminated union.
    pub fn kind_without_fields(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0403",
                place,
                format!(
                    "`{name}` is told apart by a discriminator, but is no definition of an object"
                ),
            )
            .done("it is read as a kind that is not known, whose JSON is kept")
            .help(MEND),
        );
    }

    /// A schema that says things which cannot all hold, or in a form that is not supported. `reason` completes "the schema".
    pub fn schema_not_supported(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::warning("A0404", place, format!("the schema {reason}"))
                .done("it is read as free JSON")
                .help(MEND),
        );
    }

    /// A property is declared again with another type than the inherited one.
    pub fn property_redeclared(&mut self, place: &Place, first: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0405",
                place,
                format!("the inherited property `{name}` is declared again, differently"),
            )
            .related("inherited from", first)
            .done("the nearer declaration counts")
            .help(MEND),
        );
    }

    /// A schema that inherits from itself.
    pub fn inheritance_cycle(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning("A0406", place, format!("`{name}` inherits from itself"))
                .done("the inheritance is left out where it closes the circle")
                .help(MEND),
        );
    }

    /// A format whose values may have more digits than the scalar keeps. `read_as` is that scalar: `a 64-bit float`.
    pub fn format_rounded(&mut self, place: &Place, format: &str, read_as: &str) {
        self.push(
            Diagnostic::warning(
                "A0407",
                place,
                format!("values of format `{format}` may have more digits than {read_as} keeps"),
            )
            .done(format!("it is read as {read_as}"))
            .help(MEND),
        );
    }

    /// An `enum` of numbers or booleans. `read_as` is the scalar without it: `a 64-bit integer`.
    pub fn untyped_enum(&mut self, place: &Place, read_as: &str) {
        self.push(
            Diagnostic::warning(
                "A0408",
                place,
                "only enumerations of strings and of whole numbers become a type of their own",
            )
            .done(format!("it is read as {read_as}"))
            .help(MEND),
        );
    }

    /// A part of `allOf` that describes no object stands beside others.
    pub fn part_without_fields(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning("A0409", place, "this part of `allOf` describes no object")
                .done("it is left out")
                .help(MEND),
        );
    }

    /// An extension has a value of another form than it should have. `expected` is that form: `true or false`.
    pub fn malformed_extension(&mut self, place: &Place, extension: &str, expected: &str) {
        self.push(
            Diagnostic::warning(
                "A0410",
                place,
                format!("the value of `{extension}` is not {expected}"),
            )
            .done("the extension is left out")
            .help(MEND),
        );
    }

    /// A value of format `binary` or `file` inside JSON.
    pub fn binary_in_json(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning("A0411", place, "JSON cannot hold bytes as they are")
                .done("it is read as a string")
                .help(MEND),
        );
    }

    /// A base in `allOf` refers to nothing.
    pub fn dangling_base(&mut self, place: &Place, reference: &str) {
        self.push(
            Diagnostic::warning("A0412", place, no_schema(reference))
                .done("nothing is inherited from it")
                .help(MEND),
        );
    }

    /// A chain of bases is longer than is followed.
    pub fn inheritance_too_deep(&mut self, place: &Place, limit: usize) {
        self.push(
            Diagnostic::warning(
                "A0413",
                place,
                format!("there are more than {limit} bases one behind the other"),
            )
            .done("nothing is inherited from here on")
            .help(MEND),
        );
    }

    /// A member of a discriminated `oneOf` refers to nothing.
    pub fn dangling_kind(&mut self, place: &Place, reference: &str) {
        self.push(
            Diagnostic::warning("A0414", place, no_schema(reference))
                .done("it is read as a kind that is not known, whose JSON is kept")
                .help(MEND),
        );
    }

    /// Two kinds of a discriminated union have one discriminator value.
    pub fn discriminator_value_twice(&mut self, place: &Place, first: &Place, value: &str) {
        self.push(
            Diagnostic::warning(
                "A0415",
                place,
                format!("the discriminator value `{value}` is that of another kind too"),
            )
            .related("first used by", first)
            .done("the first kind is read; both can be sent")
            .help(MEND),
        );
    }

    /// A property with parts is to be an attribute, or the text of an element.
    pub fn xml_place_needs_scalar(&mut self, place: &Place, wire: &str) {
        self.push(
            Diagnostic::warning(
                "A0416",
                place,
                format!("`{wire}` has parts, which neither an attribute nor the text of an element can have"),
            )
            .done("it is an element in XML")
            .help(MEND),
        );
    }

    /// What something is called in XML is no name there.
    pub fn no_xml_name(&mut self, place: &Place, name: &str, mended: &str) {
        self.push(
            Diagnostic::warning("A0417", place, format!("`{name}` is no name in XML"))
                .done(format!("it is called `{mended}` there"))
                .help("give it a name under `xml`, in the description or with an overlay"),
        );
    }
}

/// A canonical reference in the words of the description: its last step, and its file.
fn no_schema(reference: &str) -> String {
    let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
    let name = unescape(pointer.rsplit('/').next().unwrap_or_default());
    format!("there is no schema `{name}` in `{file}`")
}
