//! The table macros of the runtime.
//!
//! In: a macro call as an item: `model! { … }`, `extensible_enum! { … }`.
//! Out: its text: on one line when that is short and has no docs; else braces open an indented block, doc attributes become `///` lines, and
//! entries without docs fill lines.
//! Never: knows what a table means; any tokens come out, and they come out whole.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Item, ItemMacro, Lit, MacroDelimiter, Meta};

const INDENT: &str = "    ";

/// Columns of a line, its end included.
const WIDTH: usize = 100;

/// The text of a macro call in braces; `None` when the item is something else.
pub(super) fn print(item: &Item) -> Option<String> {
    let Item::Macro(ItemMacro {
        attrs,
        ident: None,
        mac,
        semi_token: None,
    }) = item
    else {
        return None;
    };
    if !attrs.is_empty() || !matches!(mac.delimiter, MacroDelimiter::Brace(_)) {
        return None;
    }
    let mut path = Line::default();
    path.tokens(mac.path.to_token_stream());
    let name = path.text;
    let is_single_entry = !mac.tokens.clone().into_iter().any(|token| {
        matches!(&token, TokenTree::Group(_))
            || matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',')
    });
    if is_single_entry {
        let mut entry = Line::default();
        entry.tokens(mac.tokens.clone());
        return Some(format!("{name}! {{ {} }}\n", entry.text));
    }
    if let Some(line) = one_line(&name, mac.tokens.clone()) {
        return Some(line);
    }
    let mut text = format!("{name}! {{\n");
    block(mac.tokens.clone(), 1, &mut text);
    text.push_str("}\n");
    Some(text)
}

/// The name that a table without docs speaks of, so that it stands directly below its definition.
pub(super) fn subject(item: &Item) -> Option<String> {
    let Item::Macro(ItemMacro { mac, .. }) = item else {
        return None;
    };
    let tokens = mac.tokens.clone().into_iter();
    let words: Vec<String> = tokens
        .map_while(|token| match token {
            TokenTree::Ident(ident) => Some(ident.to_string()),
            _ => None,
        })
        .collect();
    // What stands behind `as` is the type of an enumeration's values.
    let end = words.iter().position(|word| word == "as");
    let name = end.unwrap_or(words.len()).checked_sub(1)?;
    words.get(name).cloned()
}

/// `model! { Name { a: "a", b: "b" } }` where it fits.
fn one_line(name: &str, tokens: TokenStream) -> Option<String> {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let Some(TokenTree::Group(group)) = tokens.pop() else {
        return None;
    };
    if group.delimiter() != Delimiter::Brace || has_parts(&tokens) {
        return None;
    }
    let entries: Vec<TokenTree> = group.stream().into_iter().collect();
    if entries.is_empty() || has_parts(&entries) {
        return None;
    }
    let (mut head, mut inner) = (Line::default(), Line::default());
    head.tokens(tokens.into_iter().collect());
    inner.tokens(entries.into_iter().collect());
    let inner = inner.text.trim_end_matches(',');
    let line = format!("{name}! {{ {} {{ {inner} }} }}\n", head.text);
    (line.chars().count() <= WIDTH).then_some(line)
}

/// Whether there are docs, further blocks, or texts as keys to look for, which want lines of their own.
fn has_parts(tokens: &[TokenTree]) -> bool {
    let has_keys = matches!(tokens.first(), Some(TokenTree::Literal(_)));
    has_keys
        || tokens.iter().any(|token| match token {
            TokenTree::Punct(punct) => punct.as_char() == '#',
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        })
}

/// Writes the entries of a block, each on a line of its own.
fn block(tokens: TokenStream, depth: usize, out: &mut String) {
    let mut line = Line::default();
    let mut angles = 0_usize;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' && line.text.is_empty() => {
                match tokens.next_if(|next| matches!(next, TokenTree::Group(_))) {
                    Some(TokenTree::Group(group)) => push_line(out, depth, &attribute(&group)),
                    _ => line.push(TokenTree::Punct(punct)),
                }
            }
            TokenTree::Punct(punct) => {
                let sign = punct.as_char();
                match sign {
                    '<' => angles += 1,
                    '>' => angles = angles.saturating_sub(1),
                    _ => {}
                }
                line.push(TokenTree::Punct(punct));
                // A comma between the arguments of a type ends no entry.
                if sign == ',' && angles == 0 {
                    push_line(out, depth, &line.take());
                }
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let comma = tokens.next_if(
                    |next| matches!(next, TokenTree::Punct(punct) if punct.as_char() == ','),
                );
                let end = if comma.is_some() { "}," } else { "}" };
                inner_block(&line.take(), group.stream(), end, depth, out);
            }
            other => line.push(other),
        }
    }
    if !line.text.is_empty() {
        push_line(out, depth, &line.take());
    }
}

fn inner_block(head: &str, entries: TokenStream, end: &str, depth: usize, out: &mut String) {
    if entries.is_empty() {
        push_line(out, depth, &format!("{head} {{{end}"));
        return;
    }
    push_line(out, depth, &format!("{head} {{"));
    if has_parts(&entries.clone().into_iter().collect::<Vec<_>>()) {
        block(entries, depth + 1, out);
    } else {
        filled(entries, depth + 1, out);
    }
    push_line(out, depth, end);
}

/// Writes short entries, as many on a line as there is room for.
fn filled(entries: TokenStream, depth: usize, out: &mut String) {
    let mut each = String::new();
    block(entries, 0, &mut each);
    let width = WIDTH.saturating_sub(depth * INDENT.len());
    let mut line = String::new();
    for entry in each.lines() {
        if !line.is_empty() && line.chars().count() + 1 + entry.chars().count() >= width {
            push_line(out, depth, &std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(entry);
    }
    push_line(out, depth, &line);
}

fn push_line(out: &mut String, depth: usize, line: &str) {
    for _ in 0..depth {
        out.push_str(INDENT);
    }
    out.push_str(line.trim());
    out.push('\n');
}

/// `/// text` for a doc attribute of one line, the attribute itself otherwise.
fn attribute(group: &Group) -> String {
    let whole = || {
        let mut line = Line::default();
        line.tokens(group.stream());
        format!("#[{}]", line.text)
    };
    let Some(text) = doc_text(group) else {
        return whole();
    };
    if text.contains('\n') || text.starts_with('/') {
        return whole();
    }
    format!("///{}", text.trim_end())
}

fn doc_text(group: &Group) -> Option<String> {
    let stream = group.stream();
    let attribute: Attribute = syn::parse::Parser::parse2(
        |input: syn::parse::ParseStream<'_>| input.call(Attribute::parse_outer),
        quote::quote!(#[#stream]),
    )
    .ok()?
    .pop()?;
    let Meta::NameValue(pair) = attribute.meta else {
        return None;
    };
    match pair.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) if pair.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}

/// Tokens on one line, with spaces where a reader expects them.
#[derive(Default)]
struct Line {
    text: String,
    last: Last,
}

/// What decides whether a space follows.
#[derive(Clone, Copy, Default, Eq, PartialEq)]
enum Last {
    /// Nothing yet, or something that clings to what follows: `<`, `&`, `::`, the sign of a number.
    #[default]
    Clinging,
    /// The first of two colons.
    FirstColon,
    /// Anything else.
    Word,
}

impl Line {
    fn tokens(&mut self, tokens: TokenStream) {
        tokens.into_iter().for_each(|token| self.push(token));
    }

    fn push(&mut self, token: TokenTree) {
        match token {
            TokenTree::Group(group) => self.group(&group),
            TokenTree::Punct(punct) => self.punct(punct.as_char(), punct.spacing()),
            word => self.word(&word.to_string()),
        }
    }

    fn word(&mut self, word: &str) {
        if self.last != Last::Clinging {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.last = Last::Word;
    }

    fn group(&mut self, group: &Group) {
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::None => ("", ""),
        };
        // What looks like a call is printed like one: `element("title", text)`.
        let is_call = group.delimiter() == Delimiter::Parenthesis
            && self.last == Last::Word
            && self
                .text
                .ends_with(|last: char| last.is_alphanumeric() || last == '_');
        if is_call {
            self.last = Last::Clinging;
        }
        self.word(open);
        self.last = Last::Clinging;
        self.tokens(group.stream());
        self.text.push_str(close);
        self.last = Last::Word;
    }

    fn punct(&mut self, punct: char, spacing: Spacing) {
        if punct == '.' && spacing == Spacing::Alone && self.last == Last::Word {
            // Between a field and one inside it.
            self.text.push('.');
            self.last = Last::Clinging;
            return;
        }
        let is_second_colon = self.last == Last::FirstColon;
        let clings_backwards = is_second_colon || matches!(punct, ',' | ':' | ';' | '<' | '>');
        if !clings_backwards && self.last != Last::Clinging {
            self.text.push(' ');
        }
        self.text.push(punct);
        self.last = match (punct, spacing) {
            (':', Spacing::Joint) => Last::FirstColon,
            ('<' | '&' | '\'' | '-', _) | (_, Spacing::Joint) => Last::Clinging,
            _ if is_second_colon => Last::Clinging,
            _ => Last::Word,
        };
    }

    fn take(&mut self) -> String {
        self.last = Last::Clinging;
        std::mem::take(&mut self.text)
    }
}
