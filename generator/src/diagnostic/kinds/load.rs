//! `A02xx`: files, references and what stands in them.

use super::MEND;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::location::Place;

impl Diagnostics {
    /// A file is not there. `place` names it: an input in the manifest, or a reference.
    pub fn missing_file(&mut self, place: &Place, path: &str) {
        self.push(
            Diagnostic::error("A0201", place, format!("there is no file `{path}`"))
                .help("paths are relative to the file that names them, or, where an overlay put them in, to the description"),
        );
    }

    /// A file is there and cannot be read.
    pub fn unreadable_file(&mut self, place: &Place, path: &str) {
        self.push(
            Diagnostic::error("A0202", place, format!("the file `{path}` cannot be read"))
                .help("it must be an ordinary file that you may read"),
        );
    }

    /// A file is neither JSON nor YAML. `place` is the parser's position ([`Place::at`]), `reason` its message.
    pub fn not_json_or_yaml(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::error(
                "A0203",
                place,
                format!("the file is neither JSON nor YAML: {reason}"),
            )
            .help("mend the syntax at this place"),
        );
    }

    /// A file is of another version than those that are read, or of none. `found` is what it says: `openapi 3.1.0`.
    pub fn unsupported_version(&mut self, place: &Place, found: Option<&str>) {
        let message = match found {
            Some(found) => format!("the description is of version `{found}`"),
            None => "the description does not say its version".to_owned(),
        };
        self.push(
            Diagnostic::error("A0204", place, message)
                .help("Swagger 2.0 (`\"swagger\": \"2.0\"`) and OpenAPI 3.0.x (`\"openapi\": \"3.0.3\"`) are read"),
        );
    }

    /// References that lead only to each other. `chain` are their targets in order.
    pub fn circular_reference(&mut self, place: &Place, chain: &[String]) {
        self.push(
            Diagnostic::error(
                "A0205",
                place,
                format!("the reference leads back to itself: {}", chain.join(" → ")),
            )
            .help("one of them must be a schema, not a reference"),
        );
    }

    /// A reference leads out of the source root.
    pub fn outside_root(&mut self, place: &Place, reference: &str) {
        self.push(
            Diagnostic::error(
                "A0206",
                place,
                format!("the reference `{reference}` leads out of the source root"),
            )
            .help("copy the file below the root, or choose a root further up"),
        );
    }

    /// A reference of a form that is not followed: a URL, or a plain name.
    pub fn unsupported_reference(&mut self, place: &Place, reference: &str) {
        self.push(
            Diagnostic::error(
                "A0207",
                place,
                format!("the reference `{reference}` is not followed"),
            )
            .help("references are relative paths, a fragment or both: `../types.json#/definitions/Name`"),
        );
    }

    /// A piece of a description has not the shape it should have. `expected` is what it should be: `a schema`.
    pub fn malformed_piece(&mut self, place: &Place, expected: &str, reason: &str) {
        self.push(
            Diagnostic::warning("A0208", place, format!("this is not {expected}: {reason}"))
                .done("it is read as free JSON where a schema stands, and left out elsewhere")
                .help(MEND),
        );
    }

    /// An extension that has no row in the ledger of extensions.
    pub fn unknown_extension(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning("A0209", place, format!("unknown extension `{name}`"))
                .done("it is left out")
                .help("say how it is handled, or why it is not, in the ledger in `azure`"),
        );
    }

    /// A file has bytes that are no UTF-8.
    pub fn not_utf8(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning("A0210", place, "the file is not all UTF-8")
                .done("the wrong bytes are read as U+FFFD")
                .help("save the file as UTF-8"),
        );
    }

    /// A description is nested deeper than is read.
    pub fn nested_too_deeply(&mut self, place: &Place, limit: usize) {
        self.push(
            Diagnostic::error(
                "A0211",
                place,
                format!("the description is nested more than {limit} levels deep"),
            )
            .help("give inner schemas a definition of their own"),
        );
    }

    /// The value of a keyword has the wrong type. `expected` is what it should be: `a whole number`.
    pub fn keyword_of_wrong_type(&mut self, place: &Place, keyword: &str, expected: &str) {
        self.push(
            Diagnostic::warning("A0215", place, format!("`{keyword}` is not {expected}"))
                .done("it is left out")
                .help(MEND),
        );
    }

    /// A keyword that neither Swagger 2.0 nor OpenAPI 3.0 has.
    pub fn unknown_keyword(&mut self, place: &Place, keyword: &str) {
        self.push(
            Diagnostic::warning("A0216", place, format!("`{keyword}` is no keyword here"))
                .done("it is left out")
                .help("check its spelling and its place; extensions begin with `x-`"),
        );
    }

    /// An object has two members of one name.
    pub fn member_twice(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0217",
                place,
                format!("the member `{name}` stands twice in its object"),
            )
            .done("the last one is read")
            .help("remove one of them"),
        );
    }

    /// Something beside a reference that cannot be honoured there. `what` is the kind of thing referred to: `a parameter`.
    pub fn siblings_of_reference(&mut self, place: &Place, what: &str, names: &[&str]) {
        let names = names.join("`, `");
        self.push(
            Diagnostic::warning(
                "A0218",
                place,
                format!("`{names}` beside a reference to {what} has no effect"),
            )
            .done("it is left out")
            .help("move it to what the reference leads to"),
        );
    }

    /// A part of the standard that a client has no use for, or that is not supported. `reason` completes "… is not read: ".
    pub fn keyword_not_read(&mut self, place: &Place, keyword: &str, reason: &str) {
        self.push(
            Diagnostic::warning("A0219", place, format!("`{keyword}` is not read: {reason}"))
                .done("it is left out")
                .help("nothing needs to be done if clients can do without"),
        );
    }

    /// An operation has two bodies.
    pub fn second_body(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning("A0220", place, "the operation has a second body")
                .done("the first is sent")
                .help("remove one of them"),
        );
    }

    /// A path does not begin with a slash.
    pub fn path_without_slash(&mut self, place: &Place, path: &str) {
        self.push(
            Diagnostic::warning(
                "A0221",
                place,
                format!("the path `{path}` does not begin with a slash"),
            )
            .done("a slash is put before it")
            .help(MEND),
        );
    }

    /// A path stands in `paths` and in `x-ms-paths`, or twice but for its first slash.
    pub fn path_twice(&mut self, place: &Place, path: &str, first: &Place) {
        self.push(
            Diagnostic::warning(
                "A0222",
                place,
                format!("the path `{path}` is described twice"),
            )
            .related("first", first)
            .done("the second description is left out")
            .help("put the operations of both under one key"),
        );
    }

    /// A path parameter is not `required: true`, as it has to be in every description.
    pub fn path_parameter_not_required(&mut self, place: &Place, name: &str) {
        self.push(
            Diagnostic::warning(
                "A0224",
                place,
                format!("the path parameter `{name}` is not `required: true`"),
            )
            .done("it is required")
            .help("say so; if the service allows to leave it out, make it `required: false` with an overlay"),
        );
    }

    /// A path item is a reference that leads to none.
    pub fn path_item_nowhere(&mut self, place: &Place, reference: &str) {
        self.push(
            Diagnostic::warning(
                "A0223",
                place,
                format!("the reference `{reference}` does not lead to a path item"),
            )
            .done("the path is left out")
            .help("mend the reference"),
        );
    }
}
