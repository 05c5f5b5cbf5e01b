//! `A10xx`: overlays.

use super::list;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::location::Place;

impl Diagnostics {
    /// A file that is named as an overlay is none. `reason` completes "this is no overlay: ".
    pub fn not_an_overlay(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::error("A1001", place, format!("this is no overlay: {reason}")).help(
                "an overlay has `overlay: 1.0.0`, an `info` with `title` and `version`, and `actions`, each with a `target` and \
                 an `update` or `remove: true`; other members begin with `x-`",
            ),
        );
    }

    /// An overlay is of another version than the one that is read.
    pub fn unsupported_overlay_version(&mut self, place: &Place, found: &str) {
        self.push(
            Diagnostic::error(
                "A1002",
                place,
                format!("the overlay is of version `{found}`"),
            )
            .help("version 1.0 of the Overlay Specification is read: `overlay: 1.0.0`"),
        );
    }

    /// A target is no JSONPath. `reason` is the parser's message.
    pub fn overlay_target_malformed(&mut self, place: &Place, target: &str, reason: &str) {
        self.push(
            Diagnostic::error("A1003", place, format!("`{target}` is no JSONPath: {reason}")).help(
                "write it as in RFC 9535, with names in quotes that are not all letters and digits: `$.paths['/a/{b}'].get`",
            ),
        );
    }

    /// A target could keep the generator busy for ever. `reason` completes "the target could take too long: ".
    pub fn overlay_target_too_costly(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::error(
                "A1004",
                place,
                format!("the target could take too long: {reason}"),
            )
            .help("make several actions of it"),
        );
    }

    /// A target leads to nothing in any of the documents that the overlay is for.
    pub fn overlay_target_finds_nothing<T: AsRef<str>>(
        &mut self,
        place: &Place,
        target: &str,
        documents: &[T],
    ) {
        self.push(
            Diagnostic::error("A1005", place, format!("`{target}` leads to nothing")).help(
                format!(
                    "look for it in {}; what is mended there needs no action any more",
                    list(documents)
                ),
            ),
        );
    }

    /// A target leads to a value that can be neither merged nor removed. `kind` is what it is: `a text`.
    pub fn overlay_target_primitive(&mut self, place: &Place, document: &Place, kind: &str) {
        self.push(
            Diagnostic::error("A1006", place, format!("the target leads to {kind}"))
                .related("in", document)
                .help("let it lead to the object that holds the value, and give the value in `update`"),
        );
    }

    /// A target leads to an object, and `update` is something else.
    pub fn overlay_update_no_object(&mut self, place: &Place, document: &Place) {
        self.push(
            Diagnostic::error(
                "A1007",
                place,
                "`update` is no object, and what it is merged with is one",
            )
            .related("in", document)
            .help("give the members that are to change"),
        );
    }

    /// An update would make something else of an object or a list. `given` is what it has there, `there` what the description has:
    /// `a list`.
    pub fn overlay_update_clashes(
        &mut self,
        place: &Place,
        document: &Place,
        given: &str,
        there: &str,
    ) {
        self.push(
            Diagnostic::error(
                "A1008",
                place,
                format!("{given} cannot take the place of {there}"),
            )
            .related("in", document)
            .help("to replace the one by the other, remove it with an action of its own before"),
        );
    }

    /// An action would remove the whole document.
    pub fn overlay_removes_everything(&mut self, place: &Place) {
        self.push(
            Diagnostic::error("A1009", place, "the whole description would be removed")
                .help("an input that is not wanted is left out of the manifest"),
        );
    }

    /// An update would make a document many times larger.
    pub fn overlay_update_too_large(&mut self, place: &Place, document: &Place) {
        self.push(
            Diagnostic::error(
                "A1010",
                place,
                "the description would become many times larger by this overlay",
            )
            .related("in", document)
            .help("let the target lead to fewer values, or refer to one definition"),
        );
    }

    /// An update would nest a document too deeply.
    pub fn overlay_update_too_deep(&mut self, place: &Place, document: &Place, limit: usize) {
        self.push(
            Diagnostic::error(
                "A1011",
                place,
                format!("the description would be nested more than {limit} levels deep"),
            )
            .related("in", document)
            .help("give inner schemas a definition of their own"),
        );
    }

    /// The document that an overlay is for is never read.
    pub fn overlay_extends_unread(&mut self, place: &Place, document: &str) {
        self.push(
            Diagnostic::error(
                "A1012",
                place,
                format!("`{document}` is neither an input nor referred to by one"),
            )
            .help("`extends` is a path relative to the overlay; without it all inputs of the service are changed"),
        );
    }

    /// Two services share an input, and only one of them names the overlay. `second` is where the other names the input.
    pub fn overlay_not_of_all_services(
        &mut self,
        place: &Place,
        second: &Place,
        overlay: &str,
        input: &str,
    ) {
        self.push(
            Diagnostic::error(
                "A1013",
                place,
                format!("`{input}` is an input of another service too, which does not name `{overlay}`"),
            )
            .related("other service", second)
            .help("a description is loaded once: name the overlay at both services, or give one of them its own copy"),
        );
    }

    /// An action has `update` and `remove: true`.
    pub fn overlay_update_beside_remove(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning(
                "A1014",
                place,
                "`update` has no effect beside `remove: true`",
            )
            .done("the target is removed")
            .help("make two actions of it, or leave one of the two out"),
        );
    }

    /// An action has neither `update` nor `remove: true`.
    pub fn overlay_action_changes_nothing(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning(
                "A1015",
                place,
                "the action has neither `update` nor `remove: true`",
            )
            .done("it is left out")
            .help("say what it is to change, or remove it"),
        );
    }

    /// An overlay is named as an input.
    pub fn overlay_among_inputs(&mut self, place: &Place) {
        self.push(
            Diagnostic::error("A1016", place, "this is an overlay, not a description")
                .help("name it under `overlays` of the service, not under `inputs`"),
        );
    }
    /// All that an update would put in is there already, in all of the documents that the overlay is for.
    pub fn overlay_update_changes_nothing<T: AsRef<str>>(
        &mut self,
        place: &Place,
        documents: &[T],
    ) {
        self.push(
            Diagnostic::error("A1017", place, "`update` changes nothing").help(format!(
                "all of it is there already, in {} or by an action before; what is mended there needs no action any more",
                list(documents)
            )),
        );
    }

    /// Two services share a document, and name the overlays that change it in different orders. `here` is the overlay that comes too
    /// late and where it is named, `there` the same for the service before.
    pub fn overlays_in_two_orders(
        &mut self,
        (here, overlay): (&Place, &str),
        there: &Place,
        document: &str,
    ) {
        self.push(
            Diagnostic::error(
                "A1018",
                here,
                format!("`{overlay}` changes `{document}` later here than at another service"),
            )
            .related("other service", there)
            .help("a description is loaded once: name its overlays in one order at all services, or give one of them its own copy"),
        );
    }

    /// An update of a list is a list, and so becomes one entry in it.
    pub fn overlay_update_list_in_list(&mut self, place: &Place) {
        self.push(
            Diagnostic::warning("A1019", place, "a list becomes one entry of a list")
                .done("it is appended as it is")
                .help(
                    "where the target is a list, `update` is one entry: make an action of each, or let the target lead to the object that \
                     holds the list, and give it in `update`",
                ),
        );
    }
}
