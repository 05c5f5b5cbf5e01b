//! Text in the formats that descriptions name.
//!
//! In: text and the name of its format. Out: whether it is well-formed, and whether two texts mean the same.
//! Never: uses the parsers of the runtime, which is what is tested.

use std::borrow::Cow;

/// Whether text is in its format; formats that are not known have no rule.
pub fn is_well_formed(format: &str, text: &str) -> bool {
    match format {
        "date-time" => instant(text).is_some(),
        "date-time-rfc1123" => http_instant(text).is_some(),
        "date" => date(text).is_some(),
        "byte" => is_base64(text, b"+/"),
        "base64url" => is_base64(text, b"-_"),
        "duration" => is_duration(text),
        _ => true,
    }
}

/// Whether two texts mean the same.
pub fn same(format: Option<&str>, one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    match format {
        Some("date-time") => instant(one).is_some() && instant(one) == instant(other),
        Some("date-time-rfc1123") => {
            http_instant(one).is_some() && http_instant(one) == http_instant(other)
        }
        Some("byte" | "base64url") => plain(one) == plain(other),
        _ => false,
    }
}

/// Seconds since 1970 and nanoseconds of a date and time by RFC 3339.
pub fn instant(text: &str) -> Option<(i64, u32)> {
    let (day, time) = text.split_once(['T', 't'])?;
    let days = date(day)?;
    let at = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = time.split_at(at);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let seconds = seconds(clock)?;
    let digits = fraction.chars().all(|digit| digit.is_ascii_digit()) && !fraction.is_empty();
    let nanoseconds: String = fraction
        .chars()
        .chain("000000000".chars())
        .take(9)
        .collect();
    let nanoseconds = nanoseconds.parse().ok().filter(|_| digits)?;
    let offset = match zone {
        "Z" | "z" => 0,
        zone => {
            let (sign, zone) = zone.split_at(1);
            let (hours, minutes) = zone.split_once(':')?;
            let offset = number(hours, 2, 23)? * 3_600 + number(minutes, 2, 59)? * 60;
            if sign == "-" { -offset } else { offset }
        }
    };
    Some((days * 86_400 + seconds - offset, nanoseconds))
}

/// Days since 1970.
fn date(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, month, day) = (
        number(year, 4, 9_999)?,
        number(month, 2, 12)?,
        number(day, 2, 31)?,
    );
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let longest = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let valid = parts.next().is_none() && month >= 1 && (1..=longest).contains(&day);
    valid.then(|| days(year, month, day))
}

/// The days from 1970-01-01 in the Gregorian calendar; years begin in March, so that the leap day is the last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month > 2 { year } else { year - 1 };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + of_year - 719_468
}

fn seconds(clock: &str) -> Option<i64> {
    let mut parts = clock.split(':');
    let (hours, minutes, seconds) = (parts.next()?, parts.next()?, parts.next()?);
    let seconds =
        number(hours, 2, 23)? * 3_600 + number(minutes, 2, 59)? * 60 + number(seconds, 2, 60)?;
    parts.next().is_none().then_some(seconds)
}

fn number(text: &str, digits: usize, most: i64) -> Option<i64> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| plain && *number <= most)
}

/// `Mon, 02 Jan 2006 15:04:05 GMT`.
fn http_instant(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (_, rest) = text.split_once(", ")?;
    let parts: Vec<&str> = rest.split(' ').collect();
    let [day, month, year, clock, "GMT"] = parts.as_slice() else {
        return None;
    };
    let month = MONTHS.iter().position(|name| name == month)? + 1;
    Some(date(&format!("{year}-{month:02}-{day}"))? * 86_400 + seconds(clock)?)
}

fn is_base64(text: &str, signs: &[u8; 2]) -> bool {
    let text = text.replace(['\r', '\n'], "");
    let content = text.trim_end_matches('=');
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || signs.contains(&byte);
    let padded = text.len() == content.len() || text.len().is_multiple_of(4);
    content.bytes().all(allowed) && padded && ends_well(content.as_bytes())
}

/// The last letter has no bits but those of the last byte: others are zero (RFC 4648, section 3.5).
fn ends_well(letters: &[u8]) -> bool {
    let value = letters.last().map_or(0, |letter| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' | b'-' => 62,
        _ => 63,
    });
    match letters.len() % 4 {
        0 => true,
        2 => value.trailing_zeros() >= 4,
        3 => value.trailing_zeros() >= 2,
        _ => false,
    }
}

/// The same letters for the same bytes, whatever alphabet and padding.
fn plain(text: &str) -> Cow<'_, str> {
    let text = text.replace(['\r', '\n'], "");
    text.trim_end_matches('=')
        .replace('+', "-")
        .replace('/', "_")
        .into()
}

/// ISO 8601: `P3Y6M4DT12H30M5.5S`, `P2W`.
fn is_duration(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let (days, time) = match rest.split_once('T') {
        Some((days, time)) => (days, Some(time)),
        None => (rest, None),
    };
    let time_is_right = time.is_none_or(|time| !time.is_empty() && fields(time, "HMS"));
    !rest.is_empty() && fields(days, "YMWD") && time_is_right
}

/// Numbers, each with a letter, in this order.
fn fields(text: &str, letters: &str) -> bool {
    let mut letters = letters.chars();
    let mut digits = 0;
    for letter in text.chars() {
        if letter.is_ascii_digit() || letter == '.' || letter == ',' {
            digits += 1;
        } else if digits == 0 || !letters.any(|known| known == letter) {
            return false;
        } else {
            digits = 0;
        }
    }
    digits == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_instant_in_several_spellings() {
        let same = |one, other| same(Some("date-time"), one, other);
        assert!(same(
            "2020-02-29T12:00:00Z",
            "2020-02-29T13:30:00.000+01:30"
        ));
        assert!(same("1970-01-01T00:00:00Z", "1969-12-31T23:00:00-01:00"));
        assert!(!same("2020-02-29T12:00:00Z", "2020-02-29T12:00:00.1Z"));
        assert_eq!(
            instant("1970-01-02T00:00:01.5Z"),
            Some((86_401, 500_000_000))
        );
        assert_eq!(instant("2000-03-01T00:00:00Z"), Some((951_868_800, 0)));
    }

    #[test]
    fn what_is_malformed() {
        for (format, right, wrong) in [
            ("date-time", "2020-01-31T00:00:00Z", "2020-01-31T00:00:00"),
            (
                "date-time",
                "2020-01-31T00:00:00.1234567Z",
                "2020-02-30T00:00:00Z",
            ),
            ("date-time", "2020-01-31t00:00:00+00:00", "1/31/2020"),
            ("date", "2020-02-29", "2021-02-29"),
            (
                "date-time-rfc1123",
                "Wed, 29 Jul 2020 07:01:02 GMT",
                "2020-07-29T07:01:02Z",
            ),
            ("byte", "YWI=", "a"),
            ("byte", "", "YWI==="),
            ("byte", "YWI", "YWJ"),
            ("base64url", "a-_4", "a+/4"),
            ("duration", "PT1H30M", "01:30:00"),
            ("duration", "P1Y2M3DT4H5M6.7S", "P1H"),
            ("duration", "P2W", "PT"),
        ] {
            assert!(is_well_formed(format, right), "{format} {right}");
            assert!(!is_well_formed(format, wrong), "{format} {wrong}");
        }
    }

    #[test]
    fn the_same_bytes() {
        assert!(same(Some("byte"), "a-_4", "a+/4"));
        assert!(!same(Some("byte"), "a+/4", "a+/5"));
        assert!(!same(None, "a-_4", "a+/4"));
    }
}
