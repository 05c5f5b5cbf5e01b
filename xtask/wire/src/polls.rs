//! Where a vault says how an operation stands that goes on after its answer.
//!
//! In: the request that began it. Out: the URL that is asked again and again.
//! Never: knows what is answered there.

use crate::case::Request;

/// Certificates.
const PRESENT: &str = "/certificates/";
/// Deleted certificates that can be recovered.
const DELETED: &str = "/deletedcertificates/";

/// The URL at which an operation is asked about; `None` when the request began none.
///
/// A certificate that is made has its operation below it; one that was deleted or recovered is asked for where it goes to.
pub fn asked_at(begun: &Request) -> Option<String> {
    let (path, query) = begun.url.split_once('?').unwrap_or((&begun.url, ""));
    let (folder, last) = path.rsplit_once('/')?;
    let path = match (begun.method.as_str(), last) {
        ("POST", "create") if folder.contains(PRESENT) => format!("{folder}/pending"),
        ("POST", "recover") if folder.contains(DELETED) => {
            format!("{}/", folder.replacen(DELETED, PRESENT, 1))
        }
        ("DELETE", _) if folder.ends_with(PRESENT.trim_end_matches('/')) => {
            path.replacen(PRESENT, DELETED, 1)
        }
        _ => return None,
    };
    Some(format!("{path}?{query}"))
}
