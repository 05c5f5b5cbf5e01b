//! Tokens to text, as a person would have laid them out.
//!
//! In: one [`EmittedFile`]: tokens or finished text.
//! Out: one [`SourceFile`] with the same path; the same tokens give the same text, byte for byte.
//! Never: knows the client model, changes what the code says, or touches the disk.
//!
//! `prettyplease` prints the syntax. Three things are added here, because it does not do them: blank lines between
//! items and methods (`blank_lines`), the table macros of the runtime (`table`), and the header comment.

mod blank_lines;
mod printable;
mod table;

use std::fmt;

use syn::Item;

use crate::emit::{Content, EmittedFile};
use crate::source_file::SourceFile;

/// Why tokens could not be printed: they are no Rust syntax, or syntax that the printer does not know.
///
/// No well-formed model leads here; it would be a fault of `emit`, and the file is not written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Malformed {
    /// The file's path.
    pub path: String,
    /// What the parser says.
    pub message: String,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the code emitted for `{}` is no Rust syntax: {}",
            self.path, self.message
        )
    }
}

impl std::error::Error for Malformed {}

/// Prints one file.
///
/// # Errors
///
/// [`Malformed`] when the tokens cannot be printed.
pub fn format(file: EmittedFile) -> Result<SourceFile, Malformed> {
    let EmittedFile { path, content } = file;
    let text = match content {
        Content::Text(text) => text,
        Content::Rust { header, tokens } => match rust(&header, tokens) {
            Ok(text) => text,
            Err(message) => return Err(Malformed { path, message }),
        },
    };
    Ok(SourceFile { path, text })
}

fn rust(header: &str, tokens: proc_macro2::TokenStream) -> Result<String, String> {
    let mut syntax: syn::File = syn::parse2(tokens).map_err(|error| error.to_string())?;
    printable::check(&mut syntax)?;
    let mut parts = vec![format!("// {header}\n")];
    let items = std::mem::take(&mut syntax.items);
    if !syntax.attrs.is_empty() {
        parts.push(prettyplease::unparse(&syntax));
    }
    let mut previous = None;
    let mut defined = None;
    for item in items {
        let group = blank_lines::group(&item);
        match &item {
            Item::Struct(item) => defined = Some(item.ident.to_string()),
            Item::Enum(item) => defined = Some(item.ident.to_string()),
            Item::Macro(_) => {}
            _ => defined = None,
        }
        // The tables of a definition stand directly below it.
        let belongs =
            table::subject(&item).is_some_and(|subject| defined.as_ref() == Some(&subject));
        let text = print(item);
        match parts.last_mut() {
            Some(last) if belongs || group.is_some() && previous == group => last.push_str(&text),
            _ => parts.push(text),
        }
        previous = group;
    }
    Ok(parts.join("\n"))
}

fn print(mut item: Item) -> String {
    if let Some(text) = table::print(&item) {
        return text;
    }
    blank_lines::put_in(&mut item);
    prettyplease::unparse(&syn::File {
        shebang: None,
        attrs: Vec::new(),
        items: vec![item],
    })
}
