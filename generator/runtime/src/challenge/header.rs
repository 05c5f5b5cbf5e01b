//! The header `WWW-Authenticate` (RFC 9110, section 11.6.1).

/// The parameters of the first Bearer challenge, in order, quotes and escapes taken off; none when there is no such challenge.
///
/// A header may hold several challenges: `Bearer realm="a, b", scope="s", Basic realm="x"`.
pub(super) fn bearer_parameters(header: &str) -> Vec<(String, String)> {
    let mut parameters = Vec::new();
    let mut in_bearer = false;
    for item in items(header) {
        let (head, value) = item
            .split_once('=')
            .map_or((item, None), |(head, value)| (head.trim_end(), Some(value)));
        // A blank in the head separates a scheme from its first parameter.
        let (scheme, name) = match head.split_once(char::is_whitespace) {
            Some((scheme, name)) => (Some(scheme), name.trim_start()),
            None if value.is_none() => (Some(head), ""),
            None => (None, head),
        };
        if let Some(scheme) = scheme {
            if in_bearer {
                break;
            }
            in_bearer = scheme.eq_ignore_ascii_case("bearer");
        }
        if let (true, Some(value)) = (in_bearer && !name.is_empty(), value) {
            parameters.push((name.to_owned(), unquoted(value.trim())));
        }
    }
    parameters
}

/// Cuts at commas outside quotes.
fn items(header: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (index, c) in header.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ',' if !quoted => {
                items.extend(header.get(start..index));
                start = index + 1;
            }
            _ => {}
        }
    }
    items.extend(header.get(start..));
    items
        .into_iter()
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .collect()
}

fn unquoted(value: &str) -> String {
    let Some(inner) = value.strip_prefix('"') else {
        return value.to_owned();
    };
    let mut text = String::with_capacity(inner.len());
    let mut characters = inner.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => break,
            '\\' => text.extend(characters.next()),
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(header: &str) -> Vec<(String, String)> {
        bearer_parameters(header)
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn key_vault_s_challenge() {
        let header =
            r#"Bearer authorization="https://login.example/t", resource="https://vault.azure.net""#;
        let expected = [
            pair("authorization", "https://login.example/t"),
            pair("resource", "https://vault.azure.net"),
        ];
        assert_eq!(parameters(header), expected);
    }

    #[test]
    fn several_challenges_and_commas_in_quotes() {
        let header =
            r#"Basic realm="a, scope=\"x\"", BEARER scope = "s 1" ,error="e", PoP nonce="n""#;
        assert_eq!(
            parameters(header),
            [pair("scope", "s 1"), pair("error", "e")]
        );
    }

    #[test]
    fn values_without_quotes_and_escapes() {
        assert_eq!(
            parameters(r#"bearer a=b, c="d\"e""#),
            [pair("a", "b"), pair("c", "d\"e")]
        );
    }

    #[test]
    fn faulty_headers_give_nothing() {
        for header in [
            "",
            "Bearer",
            "Basic",
            ",,,",
            "=",
            "scope=\"x\"",
            "Bearer \"",
            "Bearer =\"x\"",
        ] {
            assert_eq!(parameters(header), [], "{header}");
        }
    }
}
