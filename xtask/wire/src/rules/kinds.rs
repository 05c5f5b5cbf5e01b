//! Kinds of cases: what a case is about, read from its data.
//!
//! In: a case. Out: whether it is of the kind.
//! Never: looks at its name.

use serde_json::Value;

use crate::address::{Address, resolve};
use crate::case::{Case, Parsed, ParsedError, Request, Response};

/// An argument in the path is `.` or `..`.
pub(super) fn dot_in_path(case: &Case) -> bool {
    path_arguments(case).any(|(_, value)| matches!(value, "." | ".."))
}

/// An argument in the path is empty; a version may be.
pub(super) fn empty_in_path(case: &Case) -> bool {
    path_arguments(case).any(|(name, value)| value.is_empty() && name != "certificate-version")
}

/// Texts that are neither the client's nor in the query or a header: what is left stands in the path.
fn path_arguments(case: &Case) -> impl Iterator<Item = (&str, &str)> {
    let request = case.requests().first();
    let address = Address::new(request.map_or("", |request| &request.url));
    case.arguments.iter().filter_map(move |(name, value)| {
        let header = name.to_ascii_lowercase();
        let elsewhere = ["vaultBaseUrl", "$host"].contains(&name.as_str())
            || address.has_query(name)
            || request.is_some_and(|request| request.header(&header).is_some());
        Some((name.as_str(), value.as_str().filter(|_| !elsewhere)?))
    })
}

/// A request is DELETE.
pub(super) fn delete(case: &Case) -> bool {
    case.requests()
        .iter()
        .any(|request| request.method == "DELETE")
}

/// The body's `properties` are empty, and were not sent.
pub(super) fn empty_properties(case: &Case) -> bool {
    let empty = |body: &Value| body.get("properties") == Some(&Value::Object(Default::default()));
    let was_sent = |body: &Value| body.get("properties").is_some();
    body_argument(case).is_some_and(empty) && !recorded_body(case).is_some_and(was_sent)
}

/// The public client got the same fields, but sent other values in them.
pub(super) fn encoded_twice(case: &Case) -> bool {
    case.via.is_some()
        && body_argument(case).is_some()
        && body_argument(case) != recorded_body(case)
}

/// The public client sent a body without having been given one.
pub(super) fn default_policy(case: &Case) -> bool {
    case.via.is_some() && body_argument(case).is_none() && recorded_body(case).is_some()
}

/// The exchange that was answered with a challenge had the body, and the next one had not.
pub(super) fn body_before_token(case: &Case) -> bool {
    let bodies = case.requests().iter().map(|request| request.body.is_some());
    case.via.is_some() && bodies.take(2).eq([true, false])
}

/// There are further pages.
pub(super) fn linked_pages(case: &Case) -> bool {
    pages(case).next().is_some()
}

/// The next page is at another scheme, host or port.
pub(super) fn foreign_link(case: &Case) -> bool {
    pages(case).any(is_foreign)
}

/// Each request whose answer has a link to the next page, which the SDK followed.
pub(super) fn pages(case: &Case) -> impl Iterator<Item = (&Request, &str)> {
    let followed = case.requests().len().saturating_sub(1);
    let exchanges = case.requests().iter().zip(&case.responses).take(followed);
    exchanges.filter_map(|(request, response)| Some((request, response.next_link()?)))
}

/// Whether a link leads elsewhere than to the service that the request went to.
pub(super) fn is_foreign((request, link): (&Request, &str)) -> bool {
    let next = Address::new(&resolve(&request.url, link));
    !next.same_origin(&Address::new(&request.url))
}

/// The answer is 401 and names an audience, as the service of a client that answers challenges does.
pub(super) fn challenged(case: &Case) -> bool {
    let asks = |response: &Response| {
        let challenge = response.header("www-authenticate").unwrap_or_default();
        response.status == 401 && challenge.contains("resource=")
    };
    case.via.is_none() && case.last_response().is_some_and(asks)
}

/// An answer is a redirect.
pub(super) fn redirect(case: &Case) -> bool {
    case.responses.iter().any(is_redirect)
}

/// Whether the response leads elsewhere.
pub(super) fn is_redirect(response: &Response) -> bool {
    (300..400).contains(&response.status) && response.header("location").is_some()
}

/// The SDK failed on a page without a list.
pub(super) fn list_without_items(case: &Case) -> bool {
    let no_items = |response: &Response| {
        let items = response.member(&["value"]);
        response.status == 200 && items.is_none_or(Value::is_null)
    };
    let lists = unread(case).is_some_and(|error| error.pages_before.is_some());
    lists && case.last_response().is_some_and(no_items)
}

/// The answer has `properties`, and they are empty.
pub(super) fn empty_properties_in_answer(case: &Case) -> bool {
    member(case, &["properties"]) == Some(&Value::Object(Default::default()))
}

/// A list of the answer has null among its items.
pub(super) fn null_in_list(case: &Case) -> bool {
    fn has(value: &Value) -> bool {
        match value {
            Value::Array(items) => items.iter().any(|item| item.is_null() || has(item)),
            Value::Object(object) => object.values().any(has),
            _ => false,
        }
    }
    member(case, &[]).is_some_and(has)
}

/// The SDK read a number as an identifier, which is a text.
pub(super) fn number_as_text(case: &Case) -> bool {
    unread(case).is_none() && member(case, &["id"]).is_some_and(Value::is_number)
}

/// The SDK read bytes of a certificate that have characters of neither alphabet.
pub(super) fn no_base64(case: &Case) -> bool {
    let foreign = |text: &str| {
        !text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+/-_=\r\n ".contains(c))
    };
    unread(case).is_none() && certificate(case).is_some_and(foreign)
}

/// The SDK failed on bytes of a certificate that are in the other alphabet, or not padded.
pub(super) fn other_base64(case: &Case) -> bool {
    let other = |text: &str| text.contains(['-', '_']) || !text.len().is_multiple_of(4);
    unread(case).is_some() && certificate(case).is_some_and(other)
}

fn certificate(case: &Case) -> Option<&str> {
    member(case, &["cer"])?.as_str()
}

/// The SDK failed on an expiry that is a text.
pub(super) fn seconds_as_text(case: &Case) -> bool {
    unread(case).is_some() && member(case, EXPIRY).is_some_and(Value::is_string)
}

/// The expiry is no integer.
pub(super) fn fraction_of_seconds(case: &Case) -> bool {
    member(case, EXPIRY).is_some_and(Value::is_f64)
}

/// Where the bundle of a certificate has its expiry, in seconds.
pub(super) const EXPIRY: &[&str] = &["attributes", "exp"];

/// The SDK failed on a date and time with a blank between them.
pub(super) fn date_with_blank(case: &Case) -> bool {
    let blank = |date: &str| date.contains(' ');
    unread(case).is_some() && expiration_date(case).is_some_and(blank)
}

/// The expiry is a date and time without a zone.
pub(super) fn date_without_zone(case: &Case) -> bool {
    unread(case).is_none() && expiration_date(case).is_some_and(|date| !has_zone(date))
}

fn expiration_date(case: &Case) -> Option<&str> {
    member(case, &["properties", "expirationDate"])?.as_str()
}

/// Whether an RFC 3339 text says its zone, behind the time of day.
pub(super) fn has_zone(date: &str) -> bool {
    let time = date.split_once(['T', 't']).map_or("", |(_, time)| time);
    time.contains(['Z', 'z', '+', '-'])
}

/// The SDK failed on a body that is called plain text.
pub(super) fn plain_text(case: &Case) -> bool {
    let plain = |response: &Response| {
        let media_type = response.header("content-type").unwrap_or_default();
        media_type.starts_with("text/plain") && response.body.is_some()
    };
    unread(case).is_some() && case.last_response().is_some_and(plain)
}

/// The last answer says that the operation failed.
pub(super) fn failed_operation(case: &Case) -> bool {
    let status = member(case, &["status"]).and_then(Value::as_str);
    status == Some("failed") && member(case, &["error"]).is_some()
}

/// The last answer says that the caller has to bring the signed certificate.
pub(super) fn waits_for_caller(case: &Case) -> bool {
    let issuer = member(case, &["issuer", "name"]).and_then(Value::as_str);
    issuer == Some("Unknown")
}

/// The service took the call, will do it later, and was not asked how it stands. A certificate that is deleted for good
/// has no identifier for its recovery: there is nothing to wait for.
pub(super) fn not_waited_for(case: &Case) -> bool {
    let asked = case
        .requests()
        .iter()
        .any(|request| request.method == "GET");
    let taken = case
        .last_response()
        .is_some_and(|response| response.status == 200);
    let for_good =
        case.operation_id == "DeleteCertificate" && member(case, &["recoveryId"]).is_none();
    taken && !asked && !for_good
}

/// The argument that is an object: the body.
pub(super) fn body_argument(case: &Case) -> Option<&Value> {
    case.arguments.values().find(|value| value.is_object())
}

/// The body of the exchange that has one.
pub(super) fn recorded_body(case: &Case) -> Option<&Value> {
    case.requests()
        .iter()
        .find_map(|request| request.body.as_ref())
}

/// The SDK could not make sense of an answer.
fn unread(case: &Case) -> Option<&ParsedError> {
    match &case.parsed {
        Parsed::Error(error) if error.status.is_none() => Some(error),
        _ => None,
    }
}

/// A member of the last answer that the SDK asked for.
fn member<'c>(case: &'c Case, path: &[&str]) -> Option<&'c Value> {
    case.last_response()?.member(path)
}
