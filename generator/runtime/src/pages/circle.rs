//! Notices a list whose links lead back to a page that was read already: such a list has no end.
//!
//! In: the URLs of the pages, one by one. Out: whether they go round.
//! Never: keeps more than two of them, however long the list is.
//!
//! This is Brent's algorithm: the URL that is kept is replaced after 1, 2, 4, 8 … pages, and every further URL is compared
//! with it. So any circle is noticed within three times the pages up to its end, and, as the last URL is compared too, a
//! page that links to itself at once.

use azure_core::http::Url;

/// What is remembered of the pages so far.
#[derive(Debug, Default)]
pub(super) struct Circle {
    last: Option<Url>,
    kept: Option<Url>,
    /// Pages since `kept`.
    since: u64,
    /// After how many pages another URL is kept.
    until: u64,
}

impl Circle {
    /// Whether the page at `url` was read before.
    pub fn closes_at(&self, url: &Url) -> bool {
        [&self.last, &self.kept]
            .into_iter()
            .flatten()
            .any(|read| read == url)
    }

    /// Takes note of a page.
    pub fn add(&mut self, url: &Url) {
        if self.since == self.until {
            self.kept = Some(url.clone());
            self.since = 0;
            self.until = self.until.saturating_mul(2).max(1);
        }
        self.since += 1;
        self.last = Some(url.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(number: usize) -> Url {
        Url::parse(&format!("https://h.example/?page={number}")).unwrap()
    }

    /// After how many pages a list is noticed that goes round in `length` pages after `before` others.
    fn noticed(before: usize, length: usize) -> usize {
        let mut circle = Circle::default();
        let page = |step| {
            if step < before {
                step
            } else {
                before + (step - before) % length
            }
        };
        let mut pages = (0..).take_while(|step| {
            let url = url(page(*step));
            let goes_on = !circle.closes_at(&url);
            circle.add(&url);
            goes_on
        });
        pages.by_ref().take(10_000).count()
    }

    #[test]
    fn every_circle_is_noticed() {
        for before in 0..20 {
            assert_eq!(
                noticed(before, 1),
                before + 1,
                "a page that links to itself"
            );
            for length in 1..20 {
                let pages = noticed(before, length);
                assert!(pages <= 3 * (before + length), "{before} {length}: {pages}");
            }
        }
    }

    #[test]
    fn a_list_that_goes_on_is_none() {
        assert_eq!(noticed(10_000, 1), 10_000);
    }
}
