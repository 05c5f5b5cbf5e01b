//! `A01xx`: manifests and readmes.

use super::{WARNINGS, list};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::location::Place;

impl Diagnostics {
    /// A manifest is no TOML, or misses a key, or has a value of the wrong type.
    pub fn malformed_manifest(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::error(
                "A0101",
                place,
                format!("the manifest cannot be read: {reason}"),
            )
            .help("see the examples in specs/README.md"),
        );
    }

    /// A key that manifests do not have. `known` are the keys that may stand there.
    pub fn unknown_manifest_key(&mut self, place: &Place, key: &str, known: &[String]) {
        self.push(
            Diagnostic::error(
                "A0102",
                place,
                format!("unknown key `{key}` in the manifest"),
            )
            .help(format!("the keys that may stand here are {}", list(known))),
        );
    }

    /// A key has a value that it may not have. `expected` says what is: `a version such as 0.1.0`.
    pub fn wrong_manifest_value(&mut self, place: &Place, key: &str, value: &str, expected: &str) {
        self.push(
            Diagnostic::error("A0103", place, format!("`{key}` may not be `{value}`"))
                .help(format!("write {expected}")),
        );
    }

    /// Two services, or two versions of one, have the same name.
    pub fn manifest_name_twice(&mut self, place: &Place, first: &Place, what: &str, name: &str) {
        self.push(
            Diagnostic::error(
                "A0104",
                place,
                format!("there are two {what}s named `{name}`"),
            )
            .related("first use", first)
            .help(format!("rename one {what}, or make them one")),
        );
    }

    /// The tag asked for is in no condition of the readme. `tags` are those with input files, the closest first.
    pub fn no_such_tag(&mut self, place: &Place, tag: &str, tags: &[String]) {
        self.push(
            Diagnostic::error("A0105", place, format!("the readme has no tag `{tag}`"))
                .help(format!("its tags are {}", list(tags))),
        );
    }

    /// The readme knows the tag, yet names no file for it.
    pub fn tag_without_inputs(&mut self, place: &Place, tag: &str, tags: &[String]) {
        self.push(
            Diagnostic::error("A0106", place, format!("tag `{tag}` has no `input-file`"))
                .help(format!("the tags with input files are {}", list(tags))),
        );
    }

    /// No tag was asked for, and the readme has no default.
    pub fn no_default_tag(&mut self, place: &Place, choices: &[String]) {
        self.push(
            Diagnostic::error("A0107", place, "the readme sets no default `tag`")
                .help(format!("choose one with `--tag`: {}", list(choices))),
        );
    }

    /// No block of the readme names an input file: it is another kind of file.
    pub fn no_settings(&mut self, place: &Place) {
        self.push(
            Diagnostic::error(
                "A0117",
                place,
                "no `yaml` block of this file has an `input-file`, so it is no AutoRest readme",
            )
            .help("name the readme.md above the descriptions, or write one that has a block ```` ```yaml ```` with `input-file: FILE.json`"),
        );
    }

    /// The default tag is set twice.
    pub fn default_tag_twice(&mut self, place: &Place, first: &Place, used: &str, other: &str) {
        self.push(
            Diagnostic::warning(
                "A0108",
                place,
                format!("the default tag is set again, to `{other}`"),
            )
            .related("first use", first)
            .done(format!("the first, `{used}`, counts"))
            .help(format!("choose the other with `--tag {other}`")),
        );
    }

    /// The default tag has no input files.
    pub fn default_tag_undefined(&mut self, place: &Place, default: &str, newest: &str) {
        self.push(
            Diagnostic::warning(
                "A0109",
                place,
                format!("no block of the readme has input files for its default tag `{default}`"),
            )
            .done(format!("the newest tag is taken: `{newest}`"))
            .help("choose another with `--tag`"),
        );
    }

    /// The condition of a block of a readme is not understood.
    pub fn unknown_condition(&mut self, place: &Place, condition: &str) {
        self.push(
            Diagnostic::warning(
                "A0110",
                place,
                format!("the condition `{condition}` is not understood"),
            )
            .done("the block is left out")
            .help("conditions are made of `$(name)`, `'text'`, `==`, `!=`, `&&`, `||`, `!` and parentheses"),
        );
    }

    /// A block of a readme has a setting that may change the description and that is not followed: `directive`, `require`.
    pub fn readme_setting_not_read(&mut self, place: &Place, setting: &str) {
        self.push(
            Diagnostic::warning(
                "A0111",
                place,
                format!("the readme's `{setting}` is not followed"),
            )
            .done("the description is read without it")
            .help("say the same with an overlay (`--overlay`)"),
        );
    }

    /// A path in a manifest or readme that cannot be an input.
    pub fn wrong_input_path(&mut self, place: &Place, path: &str) {
        self.push(
            Diagnostic::error("A0112", place, format!("`{path}` cannot be an input file"))
                .help("write a relative path with `/` that stays below the source root"),
        );
    }

    /// A path in a manifest that cannot be an overlay.
    pub fn wrong_overlay_path(&mut self, place: &Place, path: &str) {
        self.push(
            Diagnostic::error("A0115", place, format!("`{path}` cannot be an overlay"))
                .help("write a relative path with `/` that stays below the source root"),
        );
    }

    /// A warning that is to count as an error does not exist.
    pub fn no_such_warning(&mut self, place: &Place, code: &str) {
        let known: Vec<String> = WARNINGS.iter().map(|code| format!("`{code}`")).collect();
        self.push(
            Diagnostic::error("A0116", place, format!("there is no warning `{code}`"))
                .help(format!("the warnings are {}", known.join(", "))),
        );
    }

    /// A list that may not be empty.
    pub fn empty_manifest_list(&mut self, place: &Place, key: &str, what: &str) {
        self.push(
            Diagnostic::error("A0113", place, format!("`{key}` is empty"))
                .help(format!("name at least one {what}")),
        );
    }

    /// A block of a readme that counts is no YAML, or has a value of the wrong type.
    pub fn malformed_readme(&mut self, place: &Place, reason: &str) {
        self.push(
            Diagnostic::error(
                "A0114",
                place,
                format!("this block cannot be read: {reason}"),
            )
            .help("mend the YAML, or choose a tag that the block does not count for"),
        );
    }
}
