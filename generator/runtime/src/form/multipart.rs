//! `multipart/form-data`: a part for each field (RFC 7578).
//!
//! In: fields and files. Out: one body: bytes when all content is bytes, else a stream over all parts.
//! Never: keeps the content of a stream.
//!
//! Names and file names are written as browsers do (WHATWG HTML, "multipart/form-data encoding algorithm"): UTF-8, with
//! `%22`, `%0D` and `%0A` for a quotation mark and for line breaks, which would end the header. The boundary is random (122
//! bits): no content has it by chance, and nobody can foresee it.
//!
//! The writer is ours because the kept ones belong to an HTTP client each (`reqwest::multipart` is a part of reqwest) and
//! give no body that can be reset before another try.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use async_trait::async_trait;
use azure_core::fmt::SafeDebug;
use azure_core::http::Body;
use azure_core::stream::SeekableStream;
use azure_core::{Bytes, Result, Uuid};
use futures::io::AsyncRead;

use super::FormFile;

/// What a file is when its type is not given.
const BYTES: &str = "application/octet-stream";

/// A form that is being filled.
#[derive(SafeDebug)]
pub(crate) struct Multipart {
    boundary: String,
    /// What is finished of the body.
    pieces: Vec<Body>,
    /// What follows it.
    text: Vec<u8>,
}

impl Multipart {
    /// An empty form with a random boundary.
    pub(crate) fn new() -> Self {
        Self::with_boundary(Uuid::new_v4().simple().to_string())
    }

    /// An empty form with this boundary: 1 to 70 letters and digits (RFC 2046, section 5.1.1).
    pub(crate) fn with_boundary(boundary: String) -> Self {
        Self {
            boundary,
            pieces: Vec::new(),
            text: Vec::new(),
        }
    }

    /// Adds a field of text.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.part(name, None, None, Body::from(value.to_owned()));
    }

    /// Adds a field of JSON.
    pub(crate) fn json(&mut self, name: &str, value: &str) {
        let content = Body::from(value.to_owned());
        self.part(name, None, Some("application/json"), content);
    }

    /// Adds a file, or says why its media type cannot be sent.
    pub(crate) fn file(
        &mut self,
        name: &str,
        file: FormFile,
    ) -> std::result::Result<(), &'static str> {
        let content_type = file.content_type.as_deref().unwrap_or(BYTES);
        if content_type.chars().any(char::is_control) {
            return Err("has a media type with line breaks or other control characters");
        }
        // Services tell files from other fields by there being a file name.
        let filename = file.filename.as_deref().unwrap_or(name);
        self.part(name, Some(filename), Some(content_type), file.content);
        Ok(())
    }

    /// The media type and the body; nothing for a form without fields, which has no such form (RFC 2046, section 5.1.1).
    pub(crate) fn finish(mut self) -> Option<(String, Body)> {
        if self.pieces.is_empty() && self.text.is_empty() {
            return None;
        }
        let end = format!("--{}--\r\n", self.boundary);
        self.text.extend_from_slice(end.as_bytes());
        let media_type = format!("multipart/form-data; boundary={}", self.boundary);
        if self.pieces.is_empty() {
            return Some((media_type, Body::from(self.text)));
        }
        self.pieces.push(Body::from(self.text));
        let chain: Box<dyn SeekableStream> = Box::new(Chain::new(self.pieces));
        Some((media_type, Body::from(chain)))
    }

    fn part(
        &mut self,
        name: &str,
        filename: Option<&str>,
        content_type: Option<&str>,
        content: Body,
    ) {
        let mut head = format!(
            "--{}\r\nContent-Disposition: form-data; name=\"{}\"",
            self.boundary,
            escaped(name)
        );
        if let Some(filename) = filename {
            head.push_str(&format!("; filename=\"{}\"", escaped(filename)));
        }
        if let Some(content_type) = content_type {
            head.push_str(&format!("\r\nContent-Type: {content_type}"));
        }
        head.push_str("\r\n\r\n");
        self.text.extend_from_slice(head.as_bytes());
        match content {
            Body::Bytes(bytes) => self.text.extend_from_slice(&bytes),
            stream @ Body::SeekableStream(_) => {
                self.pieces.push(Body::from(std::mem::take(&mut self.text)));
                self.pieces.push(stream);
            }
        }
        self.text.extend_from_slice(b"\r\n");
    }
}

fn escaped(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Bodies one after the other, as a stream.
#[derive(Clone, Debug)]
struct Chain {
    pieces: Vec<Body>,
    /// The piece that is being read.
    current: usize,
    /// How much of it has been read, when it is bytes.
    read: usize,
}

impl Chain {
    fn new(pieces: Vec<Body>) -> Self {
        Self {
            pieces,
            current: 0,
            read: 0,
        }
    }
}

#[async_trait]
impl SeekableStream for Chain {
    async fn reset(&mut self) -> Result<()> {
        for piece in &mut self.pieces {
            piece.reset().await?;
        }
        (self.current, self.read) = (0, 0);
        Ok(())
    }

    fn len(&self) -> Option<u64> {
        let mut lengths = self.pieces.iter().map(Body::len);
        lengths.try_fold(0_u64, |sum, length| sum.checked_add(length?))
    }
}

impl AsyncRead for Chain {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        let chain = &mut *self;
        while let Some(piece) = chain.pieces.get_mut(chain.current) {
            let count = match piece {
                Body::Bytes(bytes) => copy(bytes, &mut chain.read, buffer),
                Body::SeekableStream(stream) => {
                    match Pin::new(&mut **stream).poll_read(context, buffer) {
                        Poll::Ready(Ok(count)) => count,
                        other => return other,
                    }
                }
            };
            if count > 0 || buffer.is_empty() {
                return Poll::Ready(Ok(count));
            }
            chain.current += 1;
            chain.read = 0;
        }
        Poll::Ready(Ok(0))
    }
}

/// Copies what is left of `bytes` from `read` on, as much as there is room for.
fn copy(bytes: &Bytes, read: &mut usize, buffer: &mut [u8]) -> usize {
    let left = bytes.get(*read..).unwrap_or_default();
    let count = left.len().min(buffer.len());
    for (to, from) in buffer.iter_mut().zip(left) {
        *to = *from;
    }
    *read += count;
    count
}

#[cfg(test)]
mod tests {
    use azure_core::stream::BytesStream;
    use futures::executor::block_on;
    use futures::io::AsyncReadExt;

    use super::*;

    fn form() -> Multipart {
        Multipart::with_boundary("B".to_owned())
    }

    fn text(form: Multipart) -> String {
        let Some((media_type, Body::Bytes(bytes))) = form.finish() else {
            panic!("bytes give bytes");
        };
        assert_eq!(media_type, "multipart/form-data; boundary=B");
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[test]
    fn each_field_is_a_part() {
        let mut form = form();
        form.text("name", "é\r\n--B--");
        form.json("settings", r#"{"a":1}"#);
        form.file("plain", FormFile::from("1")).unwrap();
        let named = FormFile::from("2")
            .with_filename("ü.csv")
            .with_content_type("text/csv");
        form.file("named", named).unwrap();
        assert_eq!(
            text(form),
            "--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\né\r\n--B--\r\n\
             --B\r\nContent-Disposition: form-data; name=\"settings\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n\
             --B\r\nContent-Disposition: form-data; name=\"plain\"; filename=\"plain\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n1\r\n\
             --B\r\nContent-Disposition: form-data; name=\"named\"; filename=\"ü.csv\"\r\n\
             Content-Type: text/csv\r\n\r\n2\r\n--B--\r\n"
        );
    }

    #[test]
    fn no_name_ends_its_line_or_its_quotes() {
        let mut form = form();
        let hostile = "a\"; x=\"\r\nContent-Type: text/html\r\n\r\n<script>\n\r";
        form.file(hostile, FormFile::from("").with_filename(hostile))
            .unwrap();
        let text = text(form);
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        let lines: Vec<&str> = head.split("\r\n").collect();
        let escaped = "a%22; x=%22%0D%0AContent-Type: text/html%0D%0A%0D%0A<script>%0A%0D";
        assert_eq!(
            lines,
            [
                "--B",
                &format!(
                    "Content-Disposition: form-data; name=\"{escaped}\"; filename=\"{escaped}\""
                ),
                "Content-Type: application/octet-stream",
            ]
        );
    }

    #[test]
    fn a_media_type_with_line_breaks_is_refused() {
        for content_type in ["text/plain\r\nx: y", "text/plain\n", "a\0b"] {
            let file = FormFile::from("").with_content_type(content_type);
            assert!(form().file("f", file).is_err(), "{content_type:?}");
        }
    }

    #[test]
    fn boundaries_differ() {
        let (one, other) = (Multipart::new().boundary, Multipart::new().boundary);
        assert_ne!(one, other);
        assert!(one.len() == 32 && one.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    }

    #[test]
    fn a_form_without_fields_is_no_body() {
        assert!(form().finish().is_none());
    }

    /// The same form twice, once with a stream in it.
    fn streamed(pieces: usize) -> (String, Body) {
        let fill = |content: Body| {
            let mut form = form();
            form.text("before", "1");
            form.file("stream", FormFile::new(content)).unwrap();
            form.text("after", "2");
            form
        };
        let content = "abc".repeat(pieces);
        let stream: Box<dyn SeekableStream> = Box::new(BytesStream::new(content.clone()));
        let (_, body) = fill(Body::from(stream)).finish().unwrap();
        (text(fill(Body::from(content))), body)
    }

    #[test]
    fn a_stream_in_a_form_makes_a_stream_of_the_same_bytes() {
        for pieces in [0, 1, 50_000] {
            let (expected, body) = streamed(pieces);
            assert_eq!(body.len(), Some(expected.len() as u64));
            let Body::SeekableStream(mut stream) = body else {
                panic!("a stream gives a stream");
            };
            // A clone, as transports make it, and the original after a reset.
            for _ in 0..2 {
                let mut read = String::new();
                block_on(stream.clone().read_to_string(&mut read)).unwrap();
                assert_eq!(read, expected);
                read.clear();
                block_on(stream.read_to_string(&mut read)).unwrap();
                assert_eq!(read, expected);
                block_on(stream.reset()).unwrap();
            }
        }
    }

    #[test]
    fn small_buffers_lose_nothing() {
        let (expected, body) = streamed(3);
        let Body::SeekableStream(mut stream) = body else {
            panic!("a stream gives a stream");
        };
        let mut read = Vec::new();
        let mut byte = [0];
        while block_on(stream.read(&mut byte)).unwrap() == 1 {
            read.push(byte[0]);
        }
        assert_eq!(String::from_utf8(read).unwrap(), expected);
    }
}
