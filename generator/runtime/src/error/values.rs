//! Takes values out of the texts of errors.
//!
//! In: the text in which a reader of JSON says what it found. Out: the text with the kind of what it found, without its
//! value, which may be secret.
//! Never: shortens a text of another form. The readers of this crate put no values into theirs.

/// What serde calls a value that it shows (`serde::de::Unexpected`).
const SHOWN: [&str; 5] = [
    "boolean",
    "integer",
    "floating point",
    "character",
    "string",
];

/// `text` with `invalid type: string, expected …` in place of `invalid type: string "secret", expected …`.
pub(crate) fn without_values(text: &str) -> String {
    let starts = ["invalid type: ", "invalid value: "];
    let found = starts.iter().find_map(|start| {
        let (before, rest) = text.split_once(start)?;
        let kind = SHOWN.iter().find(|kind| {
            let value = rest.strip_prefix(**kind);
            value.is_some_and(|value| value.starts_with([' ', '`', '"']))
        })?;
        // What was expected is text of the reader; before it anything may stand.
        let expected = rest.rfind(", expected ").and_then(|at| rest.get(at..));
        Some(format!(
            "{before}{start}{kind}{}",
            expected.unwrap_or_default()
        ))
    });
    found.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::{Error, from_str};

    use super::without_values;

    #[test]
    fn the_kind_stays_and_the_value_goes() {
        let texts: [(Error, &str); 6] = [
            (
                from_str::<Vec<u8>>(r#""a, expected \" b""#).unwrap_err(),
                "invalid type: string, expected a sequence at line 1 column 18",
            ),
            (
                from_str::<String>("1234").unwrap_err(),
                "invalid type: integer, expected a string at line 1 column 4",
            ),
            (
                from_str::<String>("1.5").unwrap_err(),
                "invalid type: floating point, expected a string at line 1 column 3",
            ),
            (
                from_str::<String>("true").unwrap_err(),
                "invalid type: boolean, expected a string at line 1 column 4",
            ),
            (
                from_str::<u8>("300").unwrap_err(),
                "invalid value: integer, expected u8 at line 1 column 3",
            ),
            (
                from_str::<char>(r#""ab""#).unwrap_err(),
                "invalid value: string, expected a character at line 1 column 4",
            ),
        ];
        for (error, expected) in texts {
            assert_eq!(without_values(&error.to_string()), expected);
        }
    }

    #[test]
    fn other_texts_stay() {
        for text in [
            "",
            "invalid type: null, expected a string",
            "invalid type: map, expected a string at line 1 column 0",
            "EOF while parsing an object at line 1 column 16",
        ] {
            assert_eq!(without_values(text), text);
        }
    }
}
