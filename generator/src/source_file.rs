//! A file to write: what `format` hands to `write`, and how a written file is known again.

/// The words that the first line of every emitted file contains, as a comment of the file's language.
pub const MARK: &str = "Written by `cargo xtask codegen";

/// One file of the emitted crate.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SourceFile {
    /// Path relative to the crate's folder, `/` as separator: `src/key_vault/v7_4/client.rs`.
    pub path: String,
    /// The whole text, LF line ends, last line ended. Its first line contains [`MARK`].
    pub text: String,
}

/// Whether a text was emitted: its first line says so.
pub fn is_emitted(text: &[u8]) -> bool {
    let first_line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    first_line
        .windows(MARK.len())
        .any(|window| window == MARK.as_bytes())
}
