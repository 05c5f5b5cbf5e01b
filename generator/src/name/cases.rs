//! The cases of a spelling, made once.
//!
//! In: a spelling.
//! Out: its cases, before digits in front are mended and numbers put behind.
//! Never: matters when names are compared: it follows from the spelling.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use super::{starts_with_digit, words};

/// Made when they are asked for first, and shared by all copies of a name: emitting asks for the same ones again and again.
#[derive(Clone, Debug, Default)]
pub(super) struct Cases(Arc<OnceLock<Cased>>);

/// One spelling in several cases.
#[derive(Debug)]
pub(super) struct Cased {
    /// `certificate_id`
    pub(super) snake: String,
    /// `CertificateId`
    pub(super) pascal: String,
}

impl Cases {
    /// The cases. All calls of one name give the same spelling.
    pub(super) fn of(&self, spelling: &str) -> &Cased {
        self.0.get_or_init(|| {
            let words = words::of(spelling);
            Cased {
                snake: words.join("_"),
                pascal: pascal(&words),
            }
        })
    }
}

fn pascal(words: &[String]) -> String {
    let mut joined = String::new();
    for word in words {
        if joined.ends_with(|c: char| c.is_ascii_digit()) && starts_with_digit(word) {
            joined.push('_');
        }
        // Words are of ASCII letters and digits.
        let mut letters = word.chars();
        joined.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        joined.push_str(letters.as_str());
    }
    joined
}

impl PartialEq for Cases {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Cases {}

impl PartialOrd for Cases {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cases {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

impl Hash for Cases {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
