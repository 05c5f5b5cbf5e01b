//! The spelling that dates and bytes get on the wire.
//!
//! In: text of an example.
//! Out: the text that a client writes for the same value, or nothing when it is no such value.
//! Never: shares code with the runtime, whose spelling it foretells.

/// RFC 3339 (`2024-05-01T12:00:00.5Z`): `T` and `Z` in upper case, no zeros at the end of a fraction, UTC as `Z`. Without an offset it is UTC.
pub(super) fn date_time(text: &str) -> Option<String> {
    let text = text.trim();
    let (date, time) = text.split_once(['T', 't'])?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, offset) = time.split_at_checked(at)?;
    let (clock, fraction) = clock
        .split_once('.')
        .map_or((clock, None), |(clock, fraction)| (clock, Some(fraction)));
    let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
    let is_valid = (1..=12).contains(&month)
        && (1..=days(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    let fraction = match fraction {
        None => String::new(),
        Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            fraction_text(digits)
        }
        Some(_) => return None,
    };
    let offset = offset_text(offset)?;
    is_valid.then(|| format!("{date}T{clock}{fraction}{offset}"))
}

/// Nanoseconds are kept, what is finer is cut, and zeros at the end go.
fn fraction_text(digits: &str) -> String {
    let kept: String = digits.chars().take(9).collect();
    match kept.trim_end_matches('0') {
        "" => String::new(),
        kept => format!(".{kept}"),
    }
}

fn offset_text(offset: &str) -> Option<String> {
    if matches!(offset, "" | "Z" | "z") {
        return Some("Z".to_owned());
    }
    let digits = offset.strip_prefix(['+', '-'])?;
    let [hours, minutes] = numbers(digits, ':', [2, 2])?;
    match (hours, minutes) {
        (0, 0) => Some("Z".to_owned()),
        (0..=23, 0..=59) => Some(offset.to_owned()),
        _ => None,
    }
}

/// The numbers between separators, each with as many digits as said.
fn numbers<const N: usize>(text: &str, separator: char, digits: [usize; N]) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    let mut parts = text.split(separator);
    for (number, digits) in numbers.iter_mut().zip(digits) {
        let part = parts.next()?;
        if part.len() != digits || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

fn days(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// RFC 1123 (`Wed, 01 May 2024 12:00:00 GMT`); the day may have one digit, the weekday must be right.
pub(super) fn rfc1123(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    const WEEKDAYS: [&str; 7] = ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let &[weekday, day, month, year, clock, "GMT"] = words.as_slice() else {
        return None;
    };
    let month_number = u32::try_from(MONTHS.iter().position(|known| *known == month)?).ok()? + 1;
    let (day_number, year_number): (u32, u32) = (day.parse().ok()?, year.parse().ok()?);
    let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
    let is_valid = (1..=days(year_number, month_number)).contains(&day_number)
        && hour < 24
        && minute < 60
        && second < 60
        && year.len() == 4;
    if !is_valid {
        return None;
    }
    // Zeller's congruence: January and February belong to the year before.
    let (shifted_year, shifted_month) = if month_number < 3 {
        (year_number.checked_sub(1)?, month_number + 12)
    } else {
        (year_number, month_number)
    };
    let index = (day_number
        + 13 * (shifted_month + 1) / 5
        + shifted_year
        + shifted_year / 4
        + 6 * (shifted_year / 100)
        + shifted_year / 400)
        % 7;
    let expected = WEEKDAYS.get(usize::try_from(index).ok()?)?;
    (weekday.strip_suffix(',') == Some(*expected))
        .then(|| format!("{weekday} {day_number:02} {month} {year} {clock} GMT"))
}

/// Base64 in the standard alphabet, padded. Read in either alphabet, padded or not, white space passed over.
pub(super) fn base64(text: &str) -> Option<String> {
    let plain = base64_digits(text)?;
    let padding = "=".repeat((4 - plain.len() % 4) % 4);
    Some(format!("{plain}{padding}"))
}

/// Base64 in the URL alphabet, not padded.
pub(super) fn base64url(text: &str) -> Option<String> {
    let plain = base64_digits(text)?;
    Some(plain.replace('+', "-").replace('/', "_"))
}

/// The digits in the standard alphabet, without padding; `None` when they stand for no whole bytes.
fn base64_digits(text: &str) -> Option<String> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let plain = digits
        .trim_end_matches('=')
        .replace('-', "+")
        .replace('_', "/");
    let padding = digits.len() - plain.len();
    let unused_bits = match plain.len() % 4 {
        0 => 0,
        2 => 4,
        3 => 2,
        _ => return None,
    };
    let last = plain
        .chars()
        .last()
        .map_or(Some(0), |digit| ALPHABET.find(digit))?;
    let is_whole = last % (1 << unused_bits) == 0;
    let is_padded = padding <= (4 - plain.len() % 4) % 4;
    (is_whole && is_padded && plain.chars().all(|digit| ALPHABET.contains(digit))).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_times_get_one_spelling() {
        assert_eq!(
            date_time("2018-03-17T21:55:07+00:00").as_deref(),
            Some("2018-03-17T21:55:07Z")
        );
        assert_eq!(
            date_time("2018-03-17t21:55:07.1200z").as_deref(),
            Some("2018-03-17T21:55:07.12Z")
        );
        assert_eq!(
            date_time("2018-03-17T21:55:07.000+05:30").as_deref(),
            Some("2018-03-17T21:55:07+05:30")
        );
        assert_eq!(
            date_time("2018-03-17T21:55:07").as_deref(),
            Some("2018-03-17T21:55:07Z")
        );
        for wrong in [
            "2018-03-17",
            "2018-02-29T00:00:00Z",
            "2018-03-17T24:00:00Z",
            "2018-03-17 21:55:07Z",
            "2018-3-17T21:55:07Z",
            "soon",
            "é",
            "T",
        ] {
            assert_eq!(date_time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn rfc1123_dates_have_the_right_weekday() {
        assert_eq!(
            rfc1123("Wed, 01 May 2024 12:00:00 GMT").as_deref(),
            Some("Wed, 01 May 2024 12:00:00 GMT")
        );
        assert_eq!(
            rfc1123("Wed, 1 May 2024 12:00:00 GMT").as_deref(),
            Some("Wed, 01 May 2024 12:00:00 GMT")
        );
        assert_eq!(
            rfc1123("Thu, 01 Jan 1970 00:00:00 GMT").as_deref(),
            Some("Thu, 01 Jan 1970 00:00:00 GMT")
        );
        assert_eq!(
            rfc1123("Sat, 29 Feb 2020 00:00:00 GMT").as_deref(),
            Some("Sat, 29 Feb 2020 00:00:00 GMT")
        );
        assert_eq!(rfc1123("Mon, 01 May 2024 12:00:00 GMT"), None);
    }

    #[test]
    fn base64_gets_one_spelling() {
        assert_eq!(base64("-_8").as_deref(), Some("+/8="));
        assert_eq!(base64url("+/8=").as_deref(), Some("-_8"));
        assert_eq!(base64("aGVs\r\nbG8=").as_deref(), Some("aGVsbG8="));
        assert_eq!(base64("").as_deref(), Some(""));
        for wrong in ["a", "ab", "a*b=", "*** certificate ***", "aa=a", "YQ==="] {
            assert_eq!(base64(wrong), None, "{wrong}");
        }
    }
}
