//! A file among the fields of a form.

use azure_core::Bytes;
use azure_core::fmt::SafeDebug;
use azure_core::http::Body;
use azure_core::stream::SeekableStream;

/// A file among the fields of a form: its content, and if you like its name and its media type.
///
/// The content is bytes or a stream, which is reset before each try:
///
/// ```
/// use armature_runtime::FormFile;
/// use azure_core::stream::{BytesStream, SeekableStream};
///
/// let terms = FormFile::from("name;definition")
///     .with_filename("terms.csv")
///     .with_content_type("text/csv");
/// let stream: Box<dyn SeekableStream> = Box::new(BytesStream::new("any stream"));
/// let large = FormFile::from(stream);
/// ```
#[derive(Clone, SafeDebug)]
pub struct FormFile {
    pub(crate) content: Body,
    pub(crate) filename: Option<String>,
    pub(crate) content_type: Option<String>,
}

impl FormFile {
    /// A file with this content. It is sent as `application/octet-stream`, under the name of its field.
    pub fn new(content: impl Into<Body>) -> Self {
        Self {
            content: content.into(),
            filename: None,
            content_type: None,
        }
    }

    /// Sends the file under this name.
    #[must_use]
    pub fn with_filename(mut self, filename: impl Into<String>) -> Self {
        self.filename = Some(filename.into());
        self
    }

    /// Sends the file as of this media type. One with a line break is refused when the request is sent.
    #[must_use]
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }
}

macro_rules! from_content {
    ($($type:ty),*) => {$(
        impl From<$type> for FormFile {
            fn from(content: $type) -> Self {
                Self::new(content)
            }
        }
    )*};
}
from_content!(
    &'static [u8],
    &'static str,
    Body,
    Box<dyn SeekableStream>,
    Bytes,
    String,
    Vec<u8>
);
