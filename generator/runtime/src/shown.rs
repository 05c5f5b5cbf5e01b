//! How the text of a URL is shown in a message.
//!
//! In: text that should be a URL, whether it is one or not. Out: text without what may be secret in it.
//! Never: shows a user name, a password, or a query: a signature (`sig=…`) may be among the parameters.

/// `text` with `…` in place of its user information and of its query.
pub(crate) fn shown(text: &str) -> String {
    let (address, query) = match text.split_once('?') {
        Some((address, _)) => (address, "?…"),
        None => (text, ""),
    };
    // A password may hold any sign: what stands before the last `@` is none of the host.
    let Some((user, rest)) = address.rsplit_once('@') else {
        return format!("{address}{query}");
    };
    let scheme = user.split_once("://").map_or("", |(scheme, _)| scheme);
    let separator = if scheme.is_empty() { "" } else { "://" };
    format!("{scheme}{separator}…@{rest}{query}")
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn users_and_queries_are_hidden() {
        for (text, expected) in [
            ("https://h.example/p", "https://h.example/p"),
            ("https://h.example/p?sig=s", "https://h.example/p?…"),
            ("?sig=s", "?…"),
            ("https://u:p@h.example/p?sig=s@t", "https://…@h.example/p?…"),
            ("https://u:p/w@h.example", "https://…@h.example"),
            ("u:p@h.example", "…@h.example"),
            ("", ""),
        ] {
            assert_eq!(shown(text), expected);
        }
    }
}
