//! Which request an answer leads to.
//!
//! In: the method that was used, the status. Out: the method to go on with.
//! Never: follows a redirect of a request that acts, unless the status says that it may be repeated: RFC 9110, section 15.4.

/// How to go on at the location that an answer names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Redirect {
    /// With the same request.
    Same,
    /// With GET, or HEAD after HEAD, and without a body.
    Look,
}

/// What an answer leads to; nothing when it is the last.
pub fn redirect(method: &str, status: u16) -> Option<Redirect> {
    let is_safe = matches!(method, "GET" | "HEAD");
    match status {
        300..=302 if is_safe => Some(Redirect::Same),
        303 => Some(Redirect::Look),
        307 | 308 => Some(Redirect::Same),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_repeated_is_repeated() {
        for (method, status, expected) in [
            ("GET", 300, Some(Redirect::Same)),
            ("HEAD", 302, Some(Redirect::Same)),
            ("PUT", 301, None),
            ("PATCH", 302, None),
            ("POST", 303, Some(Redirect::Look)),
            ("DELETE", 307, Some(Redirect::Same)),
            ("GET", 200, None),
            ("GET", 304, None),
        ] {
            assert_eq!(redirect(method, status), expected, "{method} {status}");
        }
    }
}
