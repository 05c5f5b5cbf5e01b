//! Whether a thing is there, by the answer to HEAD.
//!
//! In: an answer of an operation that declares 404 beside its success. Out: a boolean.
//! Never: asks; 404 that is not declared is an error of the call.

use azure_core::http::{NoFormat, Response};

/// Answers that tell whether something exists.
///
/// ```
/// use armature_runtime::Exists;
/// # use azure_core::http::{NoFormat, RawResponse, Response, headers::Headers};
/// # let answer = |status: u16| -> Response<(), NoFormat> { RawResponse::from_bytes(status.into(), Headers::new(), "").into() };
/// assert!(answer(204).exists());
/// assert!(!answer(404).exists());
/// ```
pub trait Exists {
    /// Whether it exists: the status is a success.
    fn exists(&self) -> bool;
}

impl<T> Exists for Response<T, NoFormat> {
    fn exists(&self) -> bool {
        self.status().is_success()
    }
}
