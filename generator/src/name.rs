//! Names: the wire spelling, the preferred spelling, and the case changes.
//!
//! In: a name as a description spells it.
//! Out: a [`Name`], which gives the wire spelling back untouched and a spelling for each case.
//! Never: knows Rust keywords (that is `emit::tokens`).

use heck::{ToKebabCase, ToPascalCase, ToSnakeCase};

/// A name of a description, spelled once.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Name {
    wire: String,
    preferred: Option<String>,
    number: Option<u32>,
}

impl Name {
    /// A name as it stands on the wire or in the description.
    pub fn from_wire(wire: &str) -> Self {
        Self {
            wire: wire.to_owned(),
            preferred: None,
            number: None,
        }
    }

    /// The same wire name, called `preferred` in code (`x-ms-client-name`).
    pub fn preferring(mut self, preferred: &str) -> Self {
        self.preferred = Some(preferred.to_owned());
        self
    }

    /// The same name made distinct: `numbered(2)` gives `name_2`, `Name_2`.
    pub fn numbered(mut self, number: u32) -> Self {
        self.number = Some(number);
        self
    }

    /// The wire spelling, untouched.
    pub fn wire(&self) -> &str {
        &self.wire
    }

    /// `certificate_id`.
    pub fn snake(&self) -> String {
        self.finish(self.spelled().to_snake_case())
    }

    /// `CertificateId`.
    pub fn pascal(&self) -> String {
        self.finish(self.spelled().to_pascal_case())
    }

    /// `certificate-id`.
    pub fn kebab(&self) -> String {
        self.spelled().to_kebab_case()
    }

    fn spelled(&self) -> &str {
        self.preferred.as_deref().unwrap_or(&self.wire)
    }

    fn finish(&self, cased: String) -> String {
        match self.number {
            Some(number) => format!("{cased}_{number}"),
            None => cased,
        }
    }
}
