//! Cookies by name. There is one server, so nothing else about them matters but that they may be taken back.

use std::collections::BTreeMap;

/// What a date long ago looks like, by which servers take a cookie back.
const LONG_AGO: &str = "expires=thu, 01 jan 1970";

/// The cookies of one case.
#[derive(Debug, Default)]
pub struct Cookies {
    values: BTreeMap<String, String>,
}

impl Cookies {
    /// Takes what a header `set-cookie` sets or takes back.
    pub fn take(&mut self, header: &str) {
        let (pair, attributes) = header.split_once(';').unwrap_or((header, ""));
        let Some((name, value)) = pair.split_once('=') else {
            return;
        };
        let name = name.trim().to_owned();
        if attributes.to_ascii_lowercase().contains(LONG_AGO) {
            self.values.remove(&name);
        } else {
            self.values.insert(name, value.trim().to_owned());
        }
    }

    /// The header `cookie` of the next request.
    pub fn header(&self) -> Option<String> {
        let pairs = self
            .values
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        let pairs: Vec<_> = pairs.collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_kept_by_name_until_they_are_taken_back() {
        let mut cookies = Cookies::default();
        let mut header = |set: &str| {
            cookies.take(set);
            cookies.header()
        };
        assert_eq!(header("tries=1; Path=/").as_deref(), Some("tries=1"));
        assert_eq!(header("a=b").as_deref(), Some("a=b; tries=1"));
        assert_eq!(header("tries=2").as_deref(), Some("a=b; tries=2"));
        assert_eq!(
            header("a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT").as_deref(),
            Some("tries=2")
        );
    }
}
