//! How long emitted code will be, and where it is cut into files.
//!
//! In: tokens.
//! Out: an estimate of their lines once printed; lists cut into parts that fit into a file.
//! Never: depends on anything but the tokens, so that the same description always gives the same files.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Estimated lines that a file may have. The hard limit is 1,500; the difference is for what an estimate misses.
pub(super) const BUDGET: usize = 1_200;

/// A line that is longer is broken by the printer.
const LINE: usize = 88;

/// Estimated lines of printed items.
pub(super) fn lines(tokens: &TokenStream) -> usize {
    let mut estimate = Estimate::default();
    estimate.read(tokens.clone());
    estimate.lines
}

/// Cuts a list into parts of at most [`BUDGET`] lines; a part has at least one element. `start` lines stand before the first.
pub(super) fn parts<T>(list: Vec<T>, start: usize, lines: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    let mut parts: Vec<Vec<T>> = Vec::new();
    let mut used = start;
    for element in list {
        let more = lines(&element);
        match parts.last_mut() {
            Some(part) if used + more <= BUDGET => part.push(element),
            Some(_) => {
                used = 0;
                parts.push(vec![element]);
            }
            None => parts.push(vec![element]),
        }
        used += more;
    }
    parts
}

/// The module of the part with this index: `certificate`, `certificate_2`.
pub(super) fn part_name(name: &str, index: usize) -> String {
    match index {
        0 => name.to_owned(),
        index => format!("{name}_{}", index + 1),
    }
}

#[derive(Default)]
struct Estimate {
    lines: usize,
}

impl Estimate {
    fn read(&mut self, tokens: TokenStream) {
        let mut rest = tokens.into_iter().peekable();
        while let Some(token) = rest.next() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    rest.next_if(
                        |next| matches!(next, TokenTree::Punct(punct) if punct.as_char() == '!'),
                    );
                    if rest
                        .next_if(|next| matches!(next, TokenTree::Group(_)))
                        .is_some()
                    {
                        self.lines += 1;
                    }
                }
                TokenTree::Punct(punct) if matches!(punct.as_char(), ';' | ',') => self.lines += 1,
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    // The line of the closing brace, and the blank line or last entry beside it.
                    self.lines += 2;
                    self.read(group.stream());
                }
                TokenTree::Group(group) => self.read_inline(group.stream()),
                TokenTree::Literal(literal) => {
                    self.lines += literal.to_string().matches('\n').count()
                }
                _ => {}
            }
        }
    }

    /// Parentheses, brackets: on one line when they fit, else an element a line.
    fn read_inline(&mut self, tokens: TokenStream) {
        let text = tokens.to_string();
        let is_long = text.len() > LINE || text.contains('\n');
        if is_long {
            self.lines += 2;
            self.read(tokens);
            return;
        }
        for token in tokens {
            if let TokenTree::Group(group) = token {
                self.read_inline(group.stream());
            }
        }
    }
}
