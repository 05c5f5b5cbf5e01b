//! Names: the wire spelling, the preferred spelling, and the case changes.
//!
//! In: a name as a description spells it.
//! Out: a [`Name`], which gives the wire spelling back untouched and a spelling for each case; [`distinct`] keeps names apart.
//! Never: knows Rust keywords (that is `emit::tokens`).
//!
//! # From a spelling to words
//!
//! All cases are made of the same words, so that two names are alike in one case exactly when they are in the others.
//!
//! | rule | example |
//! |---|---|
//! | a change of case, and every sign, separates words | `certificate-id`, `certificateId` → `certificate_id` |
//! | an acronym is one word, also in the plural and for the few that mix cases | `IPAddress` → `ip_address`, `VMIDs` → `vmids`, `IPv4Address` → `ipv4_address`, `eTag` → `etag` |
//! | digits stay with the letters before them | `X509Thumbprint` → `x509_thumbprint` |
//! | `$`, `@` and `#` before a name mean nothing | `@odata.type` → `odata_type` |
//! | signs alone are named one by one | `*` → `asterisk`, `<=` → `less_than_or_equal` |
//! | beside words the signs that carry meaning are named | `startTime>` → `start_time_greater_than`, `C#` → `c_sharp`, `-1` → `minus_1`, `50%` → `_50_percent` |
//! | letters beyond ASCII are transliterated, other characters give their code point | `Größe` → `grosse`, `😀` → `u1f600` |
//! | no name is empty | `` → `empty` |
//!
//! `snake` and `pascal` give identifiers: a leading digit gets `_` in front, and in `pascal` two digits that meet keep a `_` between them
//! (`7.4` → `_7_4`, not `_74`).

mod cases;
mod signs;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use cases::Cases;

/// A name of a description, spelled once.
///
/// Names are ordered by their wire spelling, then by the preferred one, then by their number.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Name {
    wire: String,
    preferred: Option<String>,
    number: Option<u32>,
    cases: Cases,
}

impl Name {
    /// A name as it stands on the wire or in the description.
    pub fn from_wire(wire: &str) -> Self {
        Self {
            wire: wire.to_owned(),
            preferred: None,
            number: None,
            cases: Cases::default(),
        }
    }

    /// The same wire name, called `preferred` in code (`x-ms-client-name`).
    pub fn preferring(mut self, preferred: &str) -> Self {
        self.preferred = Some(preferred.to_owned());
        self.cases = Cases::default();
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

    /// The preferred spelling, else the wire spelling: what the cases are made of, before any change.
    pub fn spelled(&self) -> &str {
        self.preferred.as_deref().unwrap_or(&self.wire)
    }

    /// `certificate_id`: an identifier, though it may be a keyword.
    pub fn snake(&self) -> String {
        self.identifier(&self.cases.of(self.spelled()).snake)
    }

    /// `CertificateId`: an identifier, though it may be a keyword (`Self`).
    pub fn pascal(&self) -> String {
        self.identifier(&self.cases.of(self.spelled()).pascal)
    }

    /// `certificate-id`: letters, digits and single hyphens. It may start with a digit.
    pub fn kebab(&self) -> String {
        let joined = self.cases.of(self.spelled()).snake.replace('_', "-");
        match self.number {
            Some(number) => format!("{joined}-{number}"),
            None => joined,
        }
    }

    fn identifier(&self, cased: &str) -> String {
        let underscore = if starts_with_digit(cased) { "_" } else { "" };
        match self.number {
            Some(number) => format!("{underscore}{cased}_{number}"),
            None => [underscore, cased].concat(),
        }
    }
}

/// Makes names distinct in the spelling that counts, and says which were renamed.
///
/// The first of several alike keeps its name; the later ones get [`numbered(2)`](Name::numbered), `numbered(3)` and so on, passing over spellings that
/// any other of the names has. The result depends on the order of `names` alone.
///
/// Gives, for each name that was changed, its index and the index of the name whose spelling it had.
pub fn distinct(names: &mut [Name], spelled: impl Fn(&Name) -> String) -> Vec<(usize, usize)> {
    let spellings: Vec<String> = names.iter().map(&spelled).collect();
    let mut taken: BTreeSet<String> = spellings.iter().cloned().collect();
    let mut first_uses: BTreeMap<String, FirstUse> = BTreeMap::new();
    let mut renamed = Vec::new();

    // Among as many numbers as there are names at least one is free, whatever the others are called.
    let numbers = u32::try_from(names.len()).unwrap_or(u32::MAX - 2) + 1;
    for (index, (name, spelling)) in names.iter_mut().zip(spellings).enumerate() {
        let Some(first) = first_uses.get_mut(&spelling) else {
            first_uses.insert(spelling, FirstUse { index, next: 2 });
            continue;
        };
        let free = (first.next..=first.next.saturating_add(numbers)).find_map(|number| {
            let candidate = name.clone().numbered(number);
            let new = taken.insert(spelled(&candidate));
            new.then_some((number, candidate))
        });
        if let Some((number, candidate)) = free {
            first.next = number.saturating_add(1);
            *name = candidate;
            renamed.push((index, first.index));
        }
    }
    renamed
}

/// The name that keeps a spelling, and the next number to try for those that lose it.
struct FirstUse {
    index: usize,
    next: u32,
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}
