//! Reads the fields of forms again.
//!
//! In: a request whose body is a form. Out: its fields in order.
//! Never: shares code with what writes forms.

use crate::testing::mock::RecordedRequest;

/// Name and text of each field; of a file the content.
pub(super) fn fields(request: &RecordedRequest) -> Result<Vec<(String, String)>, String> {
    let media_type = request.header("content-type").unwrap_or_default();
    if media_type == "application/x-www-form-urlencoded" {
        let pairs = form_urlencoded::parse(&request.body);
        return Ok(pairs.into_owned().collect());
    }
    let Some(boundary) = media_type.strip_prefix("multipart/form-data; boundary=") else {
        return Err(format!("its media type is {media_type:?}"));
    };
    parts(&String::from_utf8_lossy(&request.body), boundary)
}

fn parts(body: &str, boundary: &str) -> Result<Vec<(String, String)>, String> {
    let inside = body
        .strip_prefix(&format!("--{boundary}\r\n"))
        .ok_or("it does not begin with the boundary")?;
    let inside = inside
        .strip_suffix(&format!("\r\n--{boundary}--\r\n"))
        .ok_or("it does not end with the boundary")?;
    let between = format!("\r\n--{boundary}\r\n");
    inside.split(&between).map(part).collect()
}

fn part(part: &str) -> Result<(String, String), String> {
    let (head, content) = part
        .split_once("\r\n\r\n")
        .ok_or_else(|| format!("a part has no content: {part:?}"))?;
    let name = head
        .split_once("form-data; name=\"")
        .and_then(|(_, rest)| rest.split('"').next())
        .ok_or_else(|| format!("a part has no name: {head:?}"))?;
    Ok((name.to_owned(), content.to_owned()))
}
