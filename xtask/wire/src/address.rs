//! URLs, taken apart for comparison.
//!
//! In: the text of any URL, as a client sent it or as a recorder wrote it down. Out: an [`Address`].
//! Never: refuses or repairs anything, for recorded URLs hold characters that a strict parser would change.

use std::fmt;

use percent_encoding::percent_decode_str;

/// A URL in its parts. Two are equal when they mean the same, whatever their spelling.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Address {
    /// Scheme, in lower case.
    pub scheme: String,
    /// Host, in lower case, with the port unless it is the scheme's own.
    pub host: String,
    /// Decoded segments of the path; a slash at the end is an empty last one.
    pub path: Vec<String>,
    /// Decoded pairs of the query, sorted; a key without `=` has no value.
    pub query: Vec<(String, Option<String>)>,
}

impl Address {
    /// Takes `url` apart. The fragment is dropped, for it is not sent.
    pub fn new(url: &str) -> Self {
        let parts = Parts::new(url);
        let scheme = parts.scheme.to_ascii_lowercase();
        let host = parts.host.to_ascii_lowercase();
        let own_port = if scheme == "http" { ":80" } else { ":443" };
        let host = host.strip_suffix(own_port).unwrap_or(&host).to_owned();
        let path = parts.path.strip_prefix('/').unwrap_or_default();
        let mut query: Vec<_> = parts.pairs().map(pair).collect();
        query.sort();
        Self {
            scheme,
            host,
            path: path.split('/').map(decode).collect(),
            query,
        }
    }

    /// Whether the query has a pair of this name, in any case.
    pub fn has_query(&self, name: &str) -> bool {
        let mut names = self.query.iter().map(|(known, _)| known);
        names.any(|known| known.eq_ignore_ascii_case(name))
    }

    /// Whether both lead to one scheme, host and port.
    pub fn same_origin(&self, other: &Self) -> bool {
        (&self.scheme, &self.host) == (&other.scheme, &other.host)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}/{}", self.scheme, self.host, self.path.join("/"))
    }
}

/// The URL that `link` means on the page `base` (RFC 3986, section 5.2, without folding of dot segments).
pub fn resolve(base: &str, link: &str) -> String {
    let parts = Parts::new(base);
    let origin = format!("{}://{}", parts.scheme, parts.host);
    if has_scheme(link) {
        link.to_owned()
    } else if link.starts_with("//") {
        format!("{}:{link}", parts.scheme)
    } else if link.starts_with('/') {
        format!("{origin}{link}")
    } else if link.starts_with('?') {
        format!("{origin}{}{link}", parts.path)
    } else {
        let folder = parts.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{origin}{folder}/{link}")
    }
}

/// `url` with one more pair in its query; `value` is sent as it stands.
pub fn with_query(url: &str, name: &str, value: &str) -> String {
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}{name}={value}")
}

/// The pieces of a URL, still encoded.
struct Parts<'u> {
    scheme: &'u str,
    host: &'u str,
    path: &'u str,
    query: &'u str,
}

impl<'u> Parts<'u> {
    fn new(url: &'u str) -> Self {
        let url = url.split_once('#').map_or(url, |(url, _)| url);
        let (url, query) = url.split_once('?').unwrap_or((url, ""));
        let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        Self {
            scheme,
            host,
            path,
            query,
        }
    }

    fn pairs(&self) -> impl Iterator<Item = &'u str> {
        self.query.split('&').filter(|pair| !pair.is_empty())
    }
}

fn pair(text: &str) -> (String, Option<String>) {
    // In a query a plus sign stands for a blank, as in a form.
    let decoded = |text: &str| decode(&text.replace('+', " "));
    match text.split_once('=') {
        Some((name, value)) => (decoded(name), Some(decoded(value))),
        None => (decoded(text), None),
    }
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Whether a link is a whole URL: letters, digits and `+-.` before the first colon (RFC 3986, section 3.1).
fn has_scheme(link: &str) -> bool {
    let scheme = link.split_once(':').map(|(scheme, _)| scheme);
    let allowed = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    scheme.is_some_and(|scheme| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(allowed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_meaning_in_two_spellings() {
        let python = "https://Vault.example:443/a/%21%C3%BC/?b=x%20y&a=%27";
        let other = "HTTPS://vault.EXAMPLE/a/!ü/?a='&b=x+y#part";
        assert_eq!(Address::new(python), Address::new(other));
    }

    #[test]
    fn each_part_counts() {
        let same = "https://v.example/a/b?x=1";
        for other in [
            "http://v.example/a/b?x=1",
            "https://w.example/a/b?x=1",
            "https://v.example:8443/a/b?x=1",
            "https://v.example/a%2Fb?x=1",
            "https://v.example/a/b/?x=1",
            "https://v.example/a//b?x=1",
            "https://v.example//a/b?x=1",
            "https://v.example/A/b?x=1",
            "https://v.example/a/b?x=1&x=1",
            "https://v.example/a/b?x=1&y",
            "https://v.example/a/b?x=2",
            "https://v.example/a/b",
        ] {
            assert_ne!(Address::new(same), Address::new(other), "{other}");
        }
    }

    #[test]
    fn what_is_encoded_is_no_separator() {
        let address = Address::new("https://v.example/a%2Fb%3Fc?x=%26y%3D%2B&bare&empty=");
        assert_eq!(address.path, ["a/b?c"]);
        let expected = [("bare", None), ("empty", Some("")), ("x", Some("&y=+"))];
        let owned = expected.map(|(name, value)| (name.to_owned(), value.map(str::to_owned)));
        assert_eq!(address.query, owned);
    }

    #[test]
    fn links() {
        let base = "https://v.example/list/a?x=1";
        for (link, expected) in [
            ("https://w.example/b", "https://w.example/b"),
            ("//w.example/b", "https://w.example/b"),
            ("/b?y=2:3", "https://v.example/b?y=2:3"),
            ("?y=2", "https://v.example/list/a?y=2"),
            ("b?y=2", "https://v.example/list/b?y=2"),
        ] {
            assert_eq!(resolve(base, link), expected, "{link}");
        }
    }
}
